//! How long the page may be left alone before it locks: in localStorage, where it reveals nothing. Where it cannot be
//! read or kept the plain choice holds.
use crate::domain::idle::{OUT_OF_SIGHT, Patience, UNTOUCHED};

const ENTRY: &str = "second-look-lock";

/// What was chosen, or the plain choice.
#[must_use]
pub fn load() -> Patience {
    let plain = Patience::default();
    let kept = storage().and_then(|storage| storage.get_item(ENTRY).ok()?).unwrap_or_default();
    let mut numbers = kept.split(' ').map(|number| number.parse().ok());
    let mut choice = |choices: [u32; 5], plain| {
        numbers.next().flatten().filter(|number| choices.contains(number)).unwrap_or(plain)
    };
    Patience {
        untouched: choice(UNTOUCHED, plain.untouched),
        out_of_sight: choice(OUT_OF_SIGHT, plain.out_of_sight),
    }
}

/// Keeps `patience`, where the browser lets it.
pub fn save(patience: Patience) {
    if let Some(storage) = storage() {
        drop(storage.set_item(ENTRY, &format!("{} {}", patience.untouched, patience.out_of_sight)));
    }
}

/// Forgets what was chosen.
pub fn forget() {
    if let Some(storage) = storage() {
        drop(storage.remove_item(ENTRY));
    }
}

fn storage() -> Option<web_sys::Storage> {
    super::window().local_storage().ok().flatten()
}
