//! The layers: which part of the code may know which.
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise, in its helpers too")]

mod packs_at_hand;

use packs_at_hand::files;
use std::path::PathBuf;

/// Each layer, with the layers it may use.
const LAYERS: [(&str, &[&str]); 8] = [
    ("domain", &[]),
    ("vault", &["domain"]),
    ("content", &["domain"]),
    ("storage", &["domain"]),
    ("session", &["domain", "vault", "content", "storage"]),
    ("worker", &["domain", "vault"]),
    ("browser", &["domain", "vault", "content", "storage", "session", "worker"]),
    ("ui", &["domain", "vault", "content", "storage", "session", "worker", "browser"]),
];

/// What only the browser's layer may touch, and what only the two outer ones may.
const BROWSER_ONLY: [&str; 5] = ["web_sys", "js_sys", "use idb::", "gloo_storage", "wasm_bindgen"];

#[test]
fn every_arrow_points_inward() {
    for (layer, may_use) in LAYERS {
        for (file, text) in sources(layer) {
            for (other, _) in LAYERS {
                let uses = text.contains(&format!("crate::{other}::")) || uses_in_group(&text, other);
                assert!(
                    !uses || other == layer || may_use.contains(&other),
                    "{} is in {layer} and uses {other}",
                    file.display()
                );
            }
        }
    }
}

#[test]
fn only_the_browser_layer_touches_the_browser() {
    for (layer, _) in LAYERS.into_iter().filter(|(layer, _)| *layer != "browser") {
        for (file, text) in sources(layer) {
            for name in BROWSER_ONLY {
                assert!(!text.contains(name), "{} is in {layer} and names {name}", file.display());
            }
            assert!(layer == "ui" || !text.contains("leptos"), "{} knows Leptos", file.display());
        }
    }
}

#[test]
fn components_know_no_desk() {
    for (file, text) in sources("ui/components") {
        assert!(!text.contains("desk::"), "{} knows the desk", file.display());
    }
}

#[test]
fn every_module_says_first_what_it_is_for() {
    for (file, text) in sources("") {
        assert!(text.starts_with("//! "), "{} does not begin with its purpose", file.display());
    }
}

/// Whether `use crate::{ … other:: … }` is in the text.
fn uses_in_group(text: &str, other: &str) -> bool {
    text.split("use crate::{").skip(1).any(|group| {
        let end = group.find("};").unwrap_or(group.len());
        let lines = group[..end].lines().map(str::trim);
        lines.flat_map(|line| line.split([',', ' '])).any(|part| part.starts_with(&format!("{other}::")))
    })
}

fn sources(folder: &str) -> Vec<(PathBuf, String)> {
    files(&format!("src/{folder}"), "rs")
}
