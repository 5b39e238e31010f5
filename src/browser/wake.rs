//! Keeps the screen awake while a room looks at it, where the platform lets a page do so.
use super::{page, property, window};
use js_sys::{Function, Promise, Reflect};
use std::{cell::RefCell, rc::Rc};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// Keeps the screen awake until it is dropped.
pub struct Awake {
    /// The platform's promise to do so; none once it is not wanted any more.
    held: Rc<RefCell<Option<JsValue>>>,
}

impl Awake {
    /// Asks for it, and again whenever the page is seen again: a platform lets go of it while the page is hidden.
    #[must_use]
    pub fn keep() -> Self {
        let held = Rc::new(RefCell::new(Some(JsValue::UNDEFINED)));
        ask(Rc::clone(&held));
        let again = Rc::downgrade(&held);
        page::on_sight(move || {
            if let Some(held) = again.upgrade().filter(|_| !page::is_hidden()) {
                ask(held);
            }
        });
        Self { held }
    }
}

impl Drop for Awake {
    fn drop(&mut self) {
        if let Some(held) = self.held.take() {
            release(&held);
        }
    }
}

fn ask(held: Rc<RefCell<Option<JsValue>>>) {
    let Some(lock) = property::<JsValue>(&window().navigator(), "wakeLock") else { return };
    let Some(request) = property::<Function>(&lock, "request") else { return };
    let Ok(asked) = request.call1(&lock, &"screen".into()) else { return };
    spawn_local(async move {
        // It fails while the battery is low, and nothing depends on it.
        let Ok(given) = JsFuture::from(Promise::resolve(&asked)).await else { return };
        match held.borrow_mut().as_mut() {
            Some(held) => *held = given,
            None => release(&given),
        }
    });
}

fn release(held: &JsValue) {
    if let Ok(release) = Reflect::get(held, &"release".into()).and_then(JsCast::dyn_into::<Function>) {
        drop(release.call0(held));
    }
}
