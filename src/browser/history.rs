//! The trail of pages: "back" leads to the place on the page, and not only to the page.
use super::{page, window};
use std::cell::RefCell;
use wasm_bindgen::JsValue;
use web_sys::ScrollRestoration;

thread_local! {
    static TRAIL: RefCell<Trail> = const { RefCell::new(Trail { here: 0, stood: vec![] }) };
}

/// How far down each entry of the history stood when it was left, by the number that the entry carries.
struct Trail {
    here: usize,
    stood: Vec<f64>,
}

/// Begins the trail at this page, and tells the browser to leave the scrolling to the app.
pub fn begin() {
    if let Ok(history) = window().history() {
        drop(history.set_scroll_restoration(ScrollRestoration::Manual));
    }
    turn();
    page::listen("scroll", || TRAIL.with_borrow_mut(Trail::note));
}

/// The address has changed: gives how far down the page that comes stood when it was left, in pixels.
pub fn turn() -> f64 {
    TRAIL.with_borrow_mut(|trail| {
        let known = entry().filter(|entry| *entry < trail.stood.len());
        trail.here = known.unwrap_or_else(|| {
            // A new page: the one that was left is still on the screen. On the way back or forth it is not asked,
            // because some browsers have scrolled by then to where the other one stood.
            trail.note();
            trail.stood.push(0.0);
            number(trail.stood.len() - 1);
            trail.stood.len() - 1
        });
        trail.stood[trail.here]
    })
}

impl Trail {
    /// Notes how far down the page stands.
    fn note(&mut self) {
        if let Some(stood) = self.stood.get_mut(self.here) {
            *stood = window().scroll_y().unwrap_or_default();
        }
    }
}

/// The number that this entry of the history carries.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it was a small whole number")]
fn entry() -> Option<usize> {
    Some(window().history().ok()?.state().ok()?.as_f64()? as usize)
}

fn number(entry: usize) {
    #[expect(clippy::cast_precision_loss, reason = "nobody visits so many pages")]
    let entry = JsValue::from_f64(entry as f64);
    if let Ok(history) = window().history() {
        drop(history.replace_state(&entry, ""));
    }
}
