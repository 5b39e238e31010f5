//! The packs that come with the app: sound, together, and true to what may be said.
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise, in its helpers too")]

use second_look::{
    content::{SHIPPED, format::Status, library::Library},
    domain::quiz::Topic,
};
use std::fs;

/// Names in the slides' case material, misprints, and a number that nobody may be sent to.
const FORBIDDEN: [&str; 13] = [
    "Salisbury",
    "Saferguarding",
    "Alice",
    "Baby Sam",
    "Sam ",
    "Dan ",
    "Linzi",
    "Rania",
    "Becky",
    "Clare",
    "Lisa Hughes",
    "603 4322",
    "attention seeking behaviour",
];

fn text_of(pack: &str, file: &str) -> String {
    fs::read_to_string(format!("public/packs/{pack}/{file}.json")).unwrap()
}

fn library() -> Library {
    let mut library = Library::default();
    for pack in SHIPPED {
        library.shelve(pack, "pack", Ok(text_of(pack, "pack")));
    }
    assert_eq!(library.faults(), [], "what the app needs first must stand by itself");
    for (pack, part) in library.parts() {
        library.shelve(&pack, &part, Ok(text_of(&pack, &part)));
    }
    library
}

#[test]
fn every_pack_is_sound() {
    assert_eq!(library().faults(), []);
    assert_eq!(library().packs().len(), SHIPPED.len());
}

#[test]
fn a_part_that_is_not_sound_leaves_its_pack_as_it_was() {
    let mut library = library();
    let before = library.packs().to_vec();
    let part = text_of("salford", "local");
    // The same part again: every id in it is used twice.
    library.shelve("salford", "local", Ok(part));
    library.shelve("salford", "local", Err("it could not be fetched".into()));
    assert_eq!(library.packs(), before);
    assert_eq!(library.faults().len(), 2);
    assert!(library.faults()[0].why.contains("is used twice"), "{:?}", library.faults()[0]);
}

#[test]
fn nothing_is_said_that_must_not_be() {
    let mut files: Vec<_> = SHIPPED.map(|pack| (pack.to_owned(), "pack".to_owned())).into();
    files.extend(library().parts());
    for (pack, file) in files {
        let text = text_of(&pack, &file);
        for forbidden in FORBIDDEN {
            assert!(!text.contains(forbidden), "{pack}/{file} says \"{forbidden}\"");
        }
    }
}

#[test]
fn the_day_had_nine_statements_and_thirteen_messages() {
    let library = library();
    let (id, nine) = library.sets().find(|(_, set)| set.as_it_was).unwrap();
    assert_eq!(nine.statements.len(), 9);
    for statement in library.statements_about(&Topic::Set(id)) {
        assert!(library.statement(&statement).is_some(), "{statement} is not there");
    }
    assert_eq!(library.takeaways().count(), 13);
}

#[test]
fn the_levels_are_the_usual_four_and_say_that_numbers_differ() {
    let library = library();
    let levels: Vec<_> = library.levels().map(|(_, level)| level).collect();
    assert_eq!(levels.iter().map(|level| level.number).collect::<Vec<_>>(), [1, 2, 3, 4]);
    for level in levels {
        assert!(level.provenance.caution.is_some(), "{} carries no caution", level.title);
    }
}

#[test]
fn the_first_number_is_999_and_the_area_has_its_front_door() {
    use second_look::content::format::ContactPurpose::{Emergency, FrontDoor, OutOfHours};
    let library = library();
    let phones = |purpose| library.contacts(purpose).map(|(_, it)| it.phone.clone()).collect::<Vec<_>>();
    assert_eq!(phones(Emergency), ["999"]);
    assert_eq!(phones(FrontDoor), ["0161 603 4500"]);
    assert_eq!(phones(OutOfHours), ["0161 794 8888"]);
}

#[test]
fn what_is_not_checked_says_what_is_unsure() {
    let library = library();
    for pack in library.packs() {
        for contact in &pack.contacts {
            let unsure = contact.provenance.checked.is_none();
            assert!(
                !unsure || contact.provenance.caution.is_some(),
                "{} is unchecked without a caution",
                contact.name
            );
            assert_eq!(
                contact.provenance.status,
                Status::Current,
                "{} would send people to an old number",
                contact.name
            );
        }
    }
}
