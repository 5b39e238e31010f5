//! A short beep and a buzz when something was read, unless the person has turned them off.
use super::{property, window};
use js_sys::Function;
use wasm_bindgen::JsValue;
use web_sys::{AudioContext, Storage};

/// There while it is off: in localStorage, where it reveals nothing.
const ENTRY: &str = "second-look-silent";

/// The tone, in hertz; how loud it is, of 1; how long, in seconds; and how long the buzz is, in milliseconds.
const TONE: f32 = 880.0;
const VOLUME: f32 = 0.15;
const LENGTH: f64 = 0.09;
const BUZZ: u32 = 60;

/// What beeps. To be made straight after a tap, because no page may make a sound before one.
pub struct Beeper(Option<AudioContext>);

impl Beeper {
    #[must_use]
    pub fn new() -> Self {
        Self(AudioContext::new().ok())
    }

    /// Beeps and buzzes, as far as the device can, unless that is off.
    pub fn beep(&self) {
        if !is_on() {
            return;
        }
        if let Some(context) = &self.0 {
            drop(sound(context));
        }
        let navigator = window().navigator();
        if property::<Function>(&navigator, "vibrate").is_some() {
            navigator.vibrate_with_duration(BUZZ);
        }
    }
}

impl Default for Beeper {
    fn default() -> Self {
        Self::new()
    }
}

impl Drop for Beeper {
    fn drop(&mut self) {
        if let Some(context) = &self.0 {
            drop(context.close());
        }
    }
}

fn sound(context: &AudioContext) -> Result<(), JsValue> {
    let (tone, volume) = (context.create_oscillator()?, context.create_gain()?);
    tone.frequency().set_value(TONE);
    volume.gain().set_value(VOLUME);
    tone.connect_with_audio_node(&volume)?;
    volume.connect_with_audio_node(&context.destination())?;
    tone.start()?;
    tone.stop_with_when(context.current_time() + LENGTH)
}

/// Whether it may be heard.
#[must_use]
pub fn is_on() -> bool {
    storage().and_then(|storage| storage.get_item(ENTRY).ok()?).is_none()
}

/// Keeps whether it may be heard, where the browser lets it.
pub fn turn(on: bool) {
    if let Some(storage) = storage() {
        drop(if on { storage.remove_item(ENTRY) } else { storage.set_item(ENTRY, "") });
    }
}

fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}
