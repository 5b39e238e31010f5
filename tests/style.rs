//! The style: raw values in one place, nothing that is not used, and text that can be read in every scheme.
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise, in its helpers too")]

mod packs_at_hand;

use packs_at_hand::files;
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
};

/// The text without comments.
fn bare(text: &str) -> String {
    let mut kept = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("/*") {
        kept.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    kept + rest
}

#[test]
fn colours_stand_in_the_tokens_alone() {
    for (file, text) in files("style", "css").into_iter().filter(|(file, _)| !file.ends_with("tokens.css")) {
        for line in bare(&text).lines() {
            let value = line.split_once(':').map_or("", |(_, value)| value);
            let raw = value.contains("rgb(") || value.contains("hsl(") || has_hex_colour(value);
            assert!(!raw, "{}: {}", file.display(), line.trim());
        }
    }
}

#[test]
fn every_token_that_is_used_is_there_and_every_one_there_is_used() {
    let all: String = files("style", "css").iter().map(|(_, text)| bare(text)).collect();
    let used: BTreeSet<_> =
        all.split("var(--").skip(1).map(|it| it.split([')', ',', ' ']).next().unwrap().to_owned()).collect();
    let set: BTreeSet<_> = all
        .split([';', '{'])
        .filter_map(|it| it.trim().strip_prefix("--")?.split_once(':').map(|(name, _)| name.to_owned()))
        .collect();
    assert_eq!(used, set);
}

#[test]
fn every_class_that_is_styled_is_shown_somewhere() {
    let shown: String = files("src/ui", "rs").into_iter().map(|(_, text)| text).collect::<String>()
        + &fs::read_to_string("index.html").unwrap();
    for (file, text) in files("style", "css") {
        for class in bare(&text).split('.').skip(1) {
            let name: String = class.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
            let is_class = name.starts_with(|c: char| c.is_ascii_lowercase());
            assert!(
                !is_class || shown.contains(&name),
                "{} styles .{name}, which is nowhere",
                file.display()
            );
        }
    }
}

/// WCAG 2.2, 1.4.3 and 1.4.11: contrast of text at least 4.5, of controls and marks at least 3.
#[test]
fn text_can_be_read_in_every_scheme() {
    let tokens = bare(&fs::read_to_string("style/tokens.css").unwrap());
    let mut light = BTreeMap::new();
    for (at, block) in tokens.split(":root").skip(1).enumerate() {
        let mut scheme = light.clone();
        for declaration in block.split(['{', ';', '}']) {
            if let Some((name, value)) =
                declaration.trim().strip_prefix("--").and_then(|it| it.split_once(": #"))
            {
                scheme.insert(name.to_owned(), luminance(value.trim()));
            }
        }
        if at == 0 {
            light.clone_from(&scheme);
        }
        for (front, backs, least) in [
            ("ink", &["paper", "surface", "accent-soft", "alert-soft", "glow-soft"][..], 7.0),
            ("accent", &["glow-soft"], 4.5),
            ("quiet", &["paper", "surface"], 4.5),
            ("accent", &["paper", "surface", "accent-soft"], 4.5),
            ("on-accent", &["accent"], 4.5),
            ("alert", &["paper", "surface", "alert-soft"], 4.5),
            ("good", &["surface", "good-soft"], 4.5),
            ("focus", &["paper", "surface"], 3.0),
        ] {
            for back in backs {
                let contrast = contrast(scheme[front], scheme[*back]);
                assert!(
                    contrast >= least,
                    "{front} on {back} in scheme {at}: {contrast:.2}, less than {least}"
                );
            }
        }
    }
}

fn has_hex_colour(value: &str) -> bool {
    value.split('#').skip(1).any(|it| it.chars().take_while(char::is_ascii_hexdigit).count() >= 3)
}

fn luminance(hex: &str) -> f64 {
    let channel = |at: usize| {
        let value = f64::from(u8::from_str_radix(&hex[at..at + 2], 16).unwrap()) / 255.0;
        if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * channel(0) + 0.7152 * channel(2) + 0.0722 * channel(4)
}

fn contrast(one: f64, other: f64) -> f64 {
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}
