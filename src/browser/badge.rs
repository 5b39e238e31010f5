//! The number on the app's icon, where a platform has one: how many cards are due, and never what they are about.
use super::{property, window};
use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// Shows `count` on the icon; nothing for none.
pub fn show(count: u32) {
    let navigator = window().navigator();
    let (name, arguments) = match count {
        0 => ("clearAppBadge", Array::new()),
        count => ("setAppBadge", Array::of1(&count.into())),
    };
    let Some(show) = property::<Function>(&navigator, name) else { return };
    let shown = Reflect::apply(&show, &navigator, &arguments).and_then(JsCast::dyn_into::<Promise>);
    if let Ok(shown) = shown {
        // It fails where the app is not installed, and nothing depends on it.
        spawn_local(async move { drop(JsFuture::from(shown).await) });
    }
}
