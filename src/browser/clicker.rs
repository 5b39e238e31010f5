//! A clicker, which is a keyboard with two keys, and the same keys of any other keyboard.
use super::window;
use wasm_bindgen::prelude::*;
use web_sys::{HtmlElement, KeyboardEvent};

/// What was pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Click {
    Forwards,
    Back,
    /// The Esc key.
    Close,
}

/// Listens until it is dropped.
pub struct Clicker(Closure<dyn FnMut(KeyboardEvent)>);

impl Clicker {
    /// Calls `then` with what is pressed, unless it is typed into something.
    #[must_use]
    pub fn listen(then: impl Fn(Click) + 'static) -> Self {
        let listener = Closure::<dyn FnMut(KeyboardEvent)>::new(move |event: KeyboardEvent| {
            if let Some(click) = read(&event) {
                if click != Click::Close {
                    event.prevent_default();
                }
                then(click);
            }
        });
        drop(window().add_event_listener_with_callback("keydown", listener.as_ref().unchecked_ref()));
        Self(listener)
    }
}

impl Drop for Clicker {
    fn drop(&mut self) {
        let listener = self.0.as_ref().unchecked_ref();
        drop(window().remove_event_listener_with_callback("keydown", listener));
    }
}

fn read(event: &KeyboardEvent) -> Option<Click> {
    let target = event.target().and_then(|it| it.dyn_into::<HtmlElement>().ok());
    let is_typed = target.is_some_and(|it| matches!(it.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT"));
    if is_typed || event.ctrl_key() || event.alt_key() || event.meta_key() {
        return None;
    }
    match event.key().as_str() {
        "PageDown" | "ArrowRight" => Some(Click::Forwards),
        "PageUp" | "ArrowLeft" => Some(Click::Back),
        "Escape" => Some(Click::Close),
        _ => None,
    }
}
