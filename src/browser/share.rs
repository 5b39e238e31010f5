//! Sharing: a file handed to another app on the device, where there is a way to.
use super::{property, window};
use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, FilePropertyBag};

/// What became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shared {
    Done,
    /// The person thought better of it.
    Cancelled,
    /// This browser shares no such file.
    Unavailable,
}

/// Whether this browser can share anything.
#[must_use]
pub fn is_possible() -> bool {
    property::<Function>(&window().navigator(), "share").is_some()
}

/// Shares `text` as a file; to be called straight after a tap, because browsers ask for one.
pub async fn share(name: &str, kind: &str, text: &str) -> Shared {
    match ask(name, kind, text) {
        None => Shared::Unavailable,
        Some(asked) => match JsFuture::from(asked).await {
            Ok(_) => Shared::Done,
            Err(error) if super::error_name(&error) == "AbortError" => Shared::Cancelled,
            Err(_) => Shared::Unavailable,
        },
    }
}

fn ask(name: &str, kind: &str, text: &str) -> Option<Promise> {
    let navigator = window().navigator();
    let (can, share) =
        (property::<Function>(&navigator, "canShare")?, property::<Function>(&navigator, "share")?);
    let properties = FilePropertyBag::new();
    properties.set_type(kind);
    let file = File::new_with_str_sequence_and_options(&Array::of1(&text.into()), name, &properties).ok()?;
    let data = Object::new();
    Reflect::set(&data, &"files".into(), &Array::of1(&file)).ok()?;
    let allowed = can.call1(&navigator, &data).ok()?;
    if allowed != JsValue::TRUE {
        return None;
    }
    share.call1(&navigator, &data).ok()?.dyn_into().ok()
}
