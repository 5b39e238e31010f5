//! Being installed, and the browser's promise to keep what is stored.
use super::{property, window};
use js_sys::{Function, Promise};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// How this device can install the app.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Installing {
    /// It runs as an installed app.
    Installed,
    /// The browser offers to install it: [`prompt`] asks.
    Offered,
    /// On iOS and iPadOS by hand, through the share menu.
    ByShareMenu,
    /// Through the browser's own menu, if at all.
    ByBrowserMenu,
}

/// What the browser answers when asked to keep what is stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Promised {
    /// It promises not to clear it by itself.
    Yes,
    /// It may clear it when the device runs short of room.
    No,
    /// It cannot be asked.
    CannotBeAsked,
}

/// How this device can install the app.
#[must_use]
pub fn installing() -> Installing {
    let navigator = window().navigator();
    let standalone = window().match_media("(display-mode: standalone)").ok().flatten();
    let ios_standalone = property::<js_sys::Boolean>(&navigator, "standalone");
    if standalone.is_some_and(|media| media.matches())
        || ios_standalone.as_ref().is_some_and(|yes| yes.value_of())
    {
        Installing::Installed
    } else if offer().is_some() {
        Installing::Offered
    } else if ios_standalone.is_some() {
        // Only iOS and iPadOS have the property at all.
        Installing::ByShareMenu
    } else {
        Installing::ByBrowserMenu
    }
}

/// Shows the browser's own question whether to install.
pub fn prompt() {
    if let Some(offer) = offer()
        && let Some(prompt) = property::<Function>(&offer, "prompt")
    {
        drop(prompt.call0(&offer));
    }
}

/// Asks the browser to keep what is stored. It may ask the person, or decide by itself.
pub async fn ask_to_keep() -> Promised {
    answer("persist").await
}

/// Whether the browser has promised to keep what is stored.
pub async fn is_kept() -> Promised {
    answer("persisted").await
}

async fn answer(question: &str) -> Promised {
    let navigator = window().navigator();
    let Some(storage) = property::<js_sys::Object>(&navigator, "storage") else {
        return Promised::CannotBeAsked;
    };
    let Some(ask) = property::<Function>(&storage, question) else { return Promised::CannotBeAsked };
    let Ok(promise) = ask.call0(&storage).and_then(JsCast::dyn_into::<Promise>) else {
        return Promised::CannotBeAsked;
    };
    match JsFuture::from(promise).await.map(|answer| answer.as_bool()) {
        Ok(Some(true)) => Promised::Yes,
        _ => Promised::No,
    }
}

/// How much room there is, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Room {
    /// What everything that is stored takes.
    pub used: u64,
    /// What may be stored in all.
    pub granted: u64,
}

/// How much room there is; none where the browser does not say.
pub async fn room() -> Option<Room> {
    let storage = property::<js_sys::Object>(&window().navigator(), "storage")?;
    let ask = property::<Function>(&storage, "estimate")?;
    let promise: Promise = ask.call0(&storage).ok()?.dyn_into().ok()?;
    let answer = JsFuture::from(promise).await.ok()?;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a number of bytes")]
    let bytes = |name: &str| Some(property::<js_sys::Number>(&answer, name)?.value_of() as u64);
    Some(Room { used: bytes("usage")?, granted: bytes("quota")? })
}

/// The browser's offer to install, kept by `public/boot.js` from before the app was there.
fn offer() -> Option<JsValue> {
    property::<js_sys::Object>(&window(), "installOffer").map(Into::into)
}
