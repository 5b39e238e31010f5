//! The browser: the only layer that touches `web_sys`, `js_sys`, `idb` or `gloo_storage`.
pub mod badge;
pub mod camera;
pub mod clicker;
pub mod clock;
pub mod entropy;
pub mod files;
pub mod fresh_log;
pub mod history;
pub mod idb;
pub mod install;
pub mod offline;
pub mod packs;
pub mod page;
pub mod patience;
pub mod preferences;
pub mod room_window;
pub mod share;
pub mod sound;
pub mod speech;
pub mod tabs;
pub mod wake;
pub mod worker;

use wasm_bindgen::{JsCast, JsValue, prelude::Closure};

/// The page's window.
///
/// # Panics
/// Never in a page: this app runs nowhere else.
#[must_use]
pub fn window() -> web_sys::Window {
    web_sys::window().expect("a page has a window")
}

/// Calls `then` whenever `event` reaches `target`, for as long as the page lives.
fn listen_on(target: &web_sys::EventTarget, event: &str, then: impl FnMut() + 'static) {
    let listener = Closure::<dyn FnMut()>::new(then);
    drop(target.add_event_listener_with_callback(event, listener.as_ref().unchecked_ref()));
    listener.forget();
}

/// Calls something whenever an event reaches a target, until this is dropped.
struct Listener {
    target: web_sys::EventTarget,
    event: &'static str,
    then: Closure<dyn FnMut()>,
}

impl Listener {
    fn new(target: &web_sys::EventTarget, event: &'static str, then: impl FnMut() + 'static) -> Self {
        let then = Closure::<dyn FnMut()>::new(then);
        drop(target.add_event_listener_with_callback(event, then.as_ref().unchecked_ref()));
        Self { target: target.clone(), event, then }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        drop(self.target.remove_event_listener_with_callback(self.event, self.then.as_ref().unchecked_ref()));
    }
}

/// What kind of error JavaScript threw, such as `QuotaExceededError`: its name, never its message.
fn error_name(error: &JsValue) -> String {
    let name = js_sys::Reflect::get(error, &"name".into()).ok().and_then(|name| name.as_string());
    name.unwrap_or_else(|| "unknown error".to_owned())
}

/// A property of a JavaScript object, where the browser has it.
fn property<T: JsCast>(object: &JsValue, name: &str) -> Option<T> {
    js_sys::Reflect::get(object, &name.into()).ok()?.dyn_into().ok()
}
