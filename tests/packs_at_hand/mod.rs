//! The packs that come with the app, as the app reads them, and files of the project by their ending.
#![allow(
    dead_code,
    clippy::unwrap_used,
    reason = "each test uses some of these; a test may stop at a surprise"
)]

use second_look::content::{SHIPPED, library::Library};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// Where they are.
pub const PACKS: &str = "public/packs";

/// As they were with version 1.
pub const FIRST_PACKS: &str = "tests/fixtures/v1/packs";

/// The text of a file of a pack.
pub fn text_of(pack: &str, file: &str) -> String {
    text_in(PACKS, pack, file)
}

fn text_in(folder: &str, pack: &str, file: &str) -> String {
    fs::read_to_string(format!("{folder}/{pack}/{file}.json")).unwrap()
}

/// All of them.
pub fn library() -> Library {
    library_of(&SHIPPED)
}

/// Some of them.
pub fn library_of(packs: &[&str]) -> Library {
    library_in(PACKS, packs)
}

/// Those of a folder.
pub fn library_in(folder: &str, packs: &[&str]) -> Library {
    let mut library = Library::default();
    for pack in packs {
        library.shelve(pack, "pack", Ok(text_in(folder, pack, "pack")));
    }
    assert_eq!(library.faults(), [], "what the app needs first must stand by itself");
    for (pack, part) in library.parts() {
        library.shelve(&pack, &part, Ok(text_in(folder, &pack, &part)));
    }
    library
}

/// The files below `folder` that end so, with their texts.
pub fn files(folder: &str, ending: &str) -> Vec<(PathBuf, String)> {
    let mut found = vec![];
    gather(Path::new(folder), ending, &mut found);
    assert!(!found.is_empty(), "there is no .{ending} in {folder}");
    found
}

fn gather(folder: &Path, ending: &str, found: &mut Vec<(PathBuf, String)>) {
    for entry in fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() {
            gather(&path, ending, found);
        } else if path.extension().is_some_and(|it| it == ending) {
            let text = fs::read_to_string(&path).unwrap();
            found.push((path, text));
        }
    }
}
