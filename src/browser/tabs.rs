//! One tab writes, the others read: a Web Lock says which, and a channel carries news between them.
use super::{property, window};
use js_sys::{Function, Object, Promise, Reflect};
use std::{cell::Cell, rc::Rc};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{BroadcastChannel, MessageEvent};

const LOCK: &str = "second-look-writer";
const CHANNEL: &str = "second-look";

/// How to ask for the lock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ask {
    /// Have it if nobody does.
    IfFree,
    /// Wait until it is free.
    WhenFree,
    /// Take it, from a tab that does not answer.
    Steal,
}

/// What tabs tell each other. Never anything that was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum News {
    /// Something on disk has changed: read it again.
    Changed,
    /// Another tab wants to write: keep your draft and let go.
    HandOver,
    /// The person has locked the app: keep your draft and lock.
    Locked,
    /// The person has deleted everything: leave, and write nothing.
    Erased,
}

/// The right to write, for as long as it is held.
pub struct WriterLock {
    release: Option<Function>,
}

impl Drop for WriterLock {
    fn drop(&mut self) {
        if let Some(release) = &self.release {
            drop(release.call0(&JsValue::NULL));
        }
    }
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(extends = Object)]
    type LockManager;

    #[wasm_bindgen(method, catch)]
    fn request(
        this: &LockManager,
        name: &str,
        options: &Object,
        granted: &Function,
    ) -> Result<Promise, JsValue>;
}

/// Asks to be the tab that writes; `lost` is called if another tab steals the lock. None if it is not to be had,
/// or is not `wanted` any more when its turn comes.
///
/// A browser without Web Locks gives every tab the lock: there the app behaves as if it had one tab.
pub async fn acquire(ask: Ask, wanted: Rc<Cell<bool>>, lost: Box<dyn FnOnce()>) -> Option<WriterLock> {
    let navigator = window().navigator();
    let Some(locks) = property::<Object>(&navigator, "locks") else {
        return Some(WriterLock { release: None });
    };
    let locks: LockManager = locks.unchecked_into();
    let options = Object::new();
    let set = |name: &str| drop(Reflect::set(&options, &name.into(), &JsValue::TRUE));
    match ask {
        Ask::IfFree => set("ifAvailable"),
        Ask::WhenFree => {}
        Ask::Steal => set("steal"),
    }
    let mut lost = Some(lost);
    // Resolved with the function that releases the lock, or with false.
    let answer = Promise::new(&mut |resolve, _| {
        let (wanted, lost) = (wanted.clone(), lost.take());
        let refuse = resolve.clone();
        let granted = Closure::once_into_js(move |lock: JsValue| -> JsValue {
            if !lock.is_truthy() || !wanted.get() {
                drop(resolve.call1(&JsValue::NULL, &JsValue::FALSE));
                return JsValue::UNDEFINED;
            }
            // The lock is held until this promise is resolved.
            Promise::new(&mut |release, _| drop(resolve.call1(&JsValue::NULL, &release))).into()
        });
        let ended = Closure::once(move |_: JsValue| {
            // Too late to matter where the lock had been granted.
            drop(refuse.call1(&JsValue::NULL, &JsValue::FALSE));
            if let Some(lost) = lost {
                lost();
            }
        });
        if let Ok(request) = locks.request(LOCK, &options, granted.unchecked_ref()) {
            drop(request.catch(&ended));
        }
        ended.forget();
    });
    let release = JsFuture::from(answer).await.ok()?;
    release.dyn_into().ok().map(|release| WriterLock { release: Some(release) })
}

/// The channel between the tabs; none where the browser has no such thing.
#[derive(Clone)]
pub struct Channel(Option<BroadcastChannel>);

impl Channel {
    /// Opens it; `hear` is called with what other tabs tell.
    #[must_use]
    pub fn open(hear: impl Fn(News) + 'static) -> Self {
        let Ok(channel) = BroadcastChannel::new(CHANNEL) else { return Self(None) };
        let listener = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            match event.data().as_string().as_deref() {
                Some("changed") => hear(News::Changed),
                Some("hand-over") => hear(News::HandOver),
                Some("locked") => hear(News::Locked),
                Some("erased") => hear(News::Erased),
                _ => {}
            }
        });
        channel.set_onmessage(Some(listener.as_ref().unchecked_ref()));
        listener.forget();
        Self(Some(channel))
    }

    /// Tells the other tabs.
    pub fn tell(&self, news: News) {
        let word = match news {
            News::Changed => "changed",
            News::HandOver => "hand-over",
            News::Locked => "locked",
            News::Erased => "erased",
        };
        if let Some(channel) = &self.0 {
            drop(channel.post_message(&word.into()));
        }
    }
}
