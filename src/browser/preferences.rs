//! Small choices that reveal nothing, in localStorage. They may be lost without harm: where they cannot be
//! read the app falls back to the plain choice, and where they cannot be kept it goes on.
use gloo_storage::{LocalStorage, Storage};
use serde::{Deserialize, Serialize};

/// Light, dark, high contrast, or as the device says. `public/boot.js` reads the same entry before the first paint.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Scheme {
    #[default]
    Device,
    Light,
    Dark,
    Contrast,
}

/// How large text is, beyond what the browser is set to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TextSize {
    #[default]
    Normal,
    Large,
    Larger,
}

/// What is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Preferences {
    pub scheme: Scheme,
    pub text_size: TextSize,
    /// The person has seen the advice to install the app first.
    pub install_advised: bool,
}

const ENTRY: &str = "second-look";

/// What was chosen, or the plain choice.
#[must_use]
pub fn load() -> Preferences {
    if available() { LocalStorage::get(ENTRY).unwrap_or_default() } else { Preferences::default() }
}

/// Keeps `preferences`; false where the browser does not let it.
pub fn save(preferences: &Preferences) -> bool {
    available() && LocalStorage::set(ENTRY, preferences).is_ok()
}

/// `gloo_storage` panics where localStorage itself throws (cookies blocked), so it is asked for first.
fn available() -> bool {
    matches!(super::window().local_storage(), Ok(Some(_)))
}
