//! Small choices that reveal nothing, in localStorage. They may be lost without harm: where they cannot be
//! read the app falls back to the plain choice, and where they cannot be kept it goes on.
use gloo_storage::{LocalStorage, Storage};
use serde_json::{Value, json};

/// Light, dark, high contrast, or as the device says. `public/boot.js` reads the same entry before the first paint.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scheme {
    #[default]
    Device,
    Light,
    Dark,
    Contrast,
}

/// How large text is, beyond what the browser is set to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TextSize {
    #[default]
    Normal,
    Large,
    Larger,
}

/// What is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preferences {
    pub scheme: Scheme,
    pub text_size: TextSize,
    /// The person has seen the advice to install the app first.
    pub install_advised: bool,
    /// Whose numbers and names stand beside England's.
    pub area: Area,
}

/// Whose numbers and names stand beside England's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Area {
    /// Nobody's: England's alone.
    None,
    /// Those of a pack that came with the app.
    Shipped(String),
    /// Those of the pack that the person added.
    Added,
}

impl Default for Area {
    fn default() -> Self {
        Self::Shipped("salford".to_owned())
    }
}

impl Area {
    /// As it is kept; no pack is named so.
    fn name(&self) -> &str {
        match self {
            Self::None => "-",
            Self::Added => "+",
            Self::Shipped(pack) => pack,
        }
    }

    fn named(name: &str) -> Self {
        match name {
            "" => Self::default(),
            "-" => Self::None,
            "+" => Self::Added,
            pack => Self::Shipped(pack.to_owned()),
        }
    }
}

const ENTRY: &str = "second-look";

impl Scheme {
    const ALL: [Self; 4] = [Self::Device, Self::Light, Self::Dark, Self::Contrast];

    /// As it is kept, and as the style knows it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Device => "device",
            Self::Light => "light",
            Self::Dark => "dark",
            Self::Contrast => "contrast",
        }
    }
}

impl TextSize {
    /// The next larger size; after the largest comes the normal one again.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::Normal => Self::Large,
            Self::Large => Self::Larger,
            Self::Larger => Self::Normal,
        }
    }

    const ALL: [Self; 3] = [Self::Normal, Self::Large, Self::Larger];

    /// As it is kept, and as the style knows it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Normal => "normal",
            Self::Large => "large",
            Self::Larger => "larger",
        }
    }
}

/// What was chosen, or the plain choice.
#[must_use]
pub fn load() -> Preferences {
    let kept: Option<Value> = if available() { LocalStorage::get(ENTRY).ok() } else { None };
    let kept = kept.unwrap_or_default();
    let word = |name: &str| kept.get(name).and_then(Value::as_str).unwrap_or_default();
    let (scheme, size) = (word("scheme"), word("text_size"));
    Preferences {
        scheme: Scheme::ALL.into_iter().find(|it| it.name() == scheme).unwrap_or_default(),
        text_size: TextSize::ALL.into_iter().find(|it| it.name() == size).unwrap_or_default(),
        install_advised: kept.get("install_advised").and_then(Value::as_bool).unwrap_or_default(),
        area: Area::named(word("area")),
    }
}

/// Keeps `preferences`; false where the browser does not let it.
pub fn save(preferences: &Preferences) -> bool {
    let kept = json!({
        "scheme": preferences.scheme.name(),
        "text_size": preferences.text_size.name(),
        "install_advised": preferences.install_advised,
        "area": preferences.area.name(),
    });
    available() && LocalStorage::set(ENTRY, kept).is_ok()
}

/// Forgets everything that was chosen.
pub fn forget() {
    if available() {
        LocalStorage::delete(ENTRY);
    }
}

/// `gloo_storage` panics where localStorage itself throws (cookies blocked), so it is asked for first.
fn available() -> bool {
    matches!(super::window().local_storage(), Ok(Some(_)))
}
