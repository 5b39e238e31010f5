//! The room's window: another window of the app on the same device, which shows what the facilitator's tells it.
use wasm_bindgen::prelude::*;
use web_sys::{BroadcastChannel, MessageEvent};

const CHANNEL: &str = "second-look-room";

/// What the room's window asks for when it opens.
pub const WHAT_IS_SHOWN: &str = "?";

/// The way between the two windows, open until it is dropped. Where the browser has none, nothing is told.
pub struct RoomChannel {
    channel: Option<BroadcastChannel>,
    _listener: Closure<dyn FnMut(MessageEvent)>,
}

impl RoomChannel {
    /// Opens it; `hear` is called with what the other window tells.
    #[must_use]
    pub fn open(hear: impl Fn(String) + 'static) -> Self {
        let listener = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            if let Some(told) = event.data().as_string() {
                hear(told);
            }
        });
        let channel = BroadcastChannel::new(CHANNEL).ok();
        if let Some(channel) = &channel {
            channel.set_onmessage(Some(listener.as_ref().unchecked_ref()));
        }
        Self { channel, _listener: listener }
    }

    /// Tells the other window.
    pub fn tell(&self, word: &str) {
        if let Some(channel) = &self.channel {
            drop(channel.post_message(&word.into()));
        }
    }
}

impl Drop for RoomChannel {
    fn drop(&mut self) {
        if let Some(channel) = &self.channel {
            channel.set_onmessage(None);
            channel.close();
        }
    }
}
