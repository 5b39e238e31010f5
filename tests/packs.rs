//! The packs that come with the app: sound, together, and true to what may be said.
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise, in its helpers too")]

mod packs_at_hand;

use packs_at_hand::{FIRST_PACKS, PACKS, files, library, library_in, library_of, text_of};
use second_look::{
    content::{
        SHIPPED, SHIPPED_AREAS,
        format::{Fate, GuidePlace, ModuleKind, Status},
        terms::is_abbreviation,
    },
    domain::{
        ids::{SectionId, SetId},
        quiz::{Topic, Verdict},
    },
};
use serde_json::Value;
use std::collections::BTreeSet;

/// Units that everybody with a phone has seen.
const UNITS: [&str; 3] = ["KB", "MB", "GB"];

/// Misprints of the slides, and words of theirs that blame a child.
const FORBIDDEN: [&str; 2] = ["Saferguarding", "attention seeking behaviour"];

/// Names in the slides' case material, and the end of a number that nobody may be sent to: by the CRC-32 of each word, so
/// that they do not stand here either.
const NAMES: [u32; 11] = [
    0x9bcd6cfb, 0xe64f9343, 0xde5e0ef8, 0x5e3eeab7, 0xbef85476, 0xcba89cda, 0x0da8f588, 0xc145b28b,
    0x8927b3cd, 0x5248ac5b, 0x5d87eed2,
];

#[test]
fn every_pack_is_sound() {
    assert_eq!(library().faults(), []);
    assert_eq!(library().packs().len(), SHIPPED.len());
}

/// The packs of format 1 that version 1 came with are read as they were, and what a record, a card or a code may name is
/// still there.
#[test]
fn packs_of_the_first_version_are_read_and_no_name_in_them_is_gone() {
    assert_eq!(library_in(FIRST_PACKS, &SHIPPED).faults(), []);
    let (then, now) = (named_in(FIRST_PACKS), named_in(PACKS));
    assert!(then.len() > 500, "{} names", then.len());
    assert_eq!(then.difference(&now).collect::<Vec<_>>(), Vec::<&String>::new());
}

/// The name of every item below `folder`, with its pack and what it is among.
fn named_in(folder: &str) -> BTreeSet<String> {
    fn look(value: &Value, among: &str, found: &mut Vec<String>) {
        match value {
            Value::Array(items) => items.iter().for_each(|it| look(it, among, found)),
            Value::Object(fields) => {
                if let Some(Value::String(id)) = fields.get("id") {
                    found.push(format!("{among} {id}"));
                }
                fields.iter().for_each(|(name, field)| look(field, name, found));
            }
            _ => {}
        }
    }
    let mut names = BTreeSet::new();
    for (file, text) in
        files(folder, "json").into_iter().filter(|(file, _)| !file.ends_with("pack.schema.json"))
    {
        let pack = file.parent().and_then(|it| it.file_name()).unwrap().to_string_lossy().into_owned();
        let mut found = vec![];
        look(&serde_json::from_str(&text).unwrap(), "pack", &mut found);
        names.extend(found.into_iter().map(|name| format!("{pack} {name}")));
    }
    names
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

/// What the app says of itself.
fn interface() -> impl Iterator<Item = (std::path::PathBuf, String)> {
    files("src/ui", "rs").into_iter().chain(files("public", "js"))
}

#[test]
fn nothing_is_said_that_must_not_be() {
    let mut files: Vec<_> = SHIPPED.map(|pack| (pack.to_owned(), "pack".to_owned())).into();
    files.extend(library().parts());
    let mut texts: Vec<_> =
        files.iter().map(|(pack, file)| (format!("{pack}/{file}"), text_of(pack, file))).collect();
    texts.extend(interface().map(|(file, text)| (file.display().to_string(), text)));
    for (place, text) in texts {
        for forbidden in FORBIDDEN {
            assert!(!text.contains(forbidden), "{place} says \"{forbidden}\"");
        }
        for word in words(&text) {
            assert!(!NAMES.contains(&crc32fast::hash(word.as_bytes())), "{place} says \"{word}\"");
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

/// England's pack and the event's must do without any area's.
fn without_an_area() -> Vec<&'static str> {
    SHIPPED.into_iter().filter(|pack| SHIPPED_AREAS.iter().all(|(area, _)| area != pack)).collect()
}

#[test]
fn every_section_can_be_quizzed_whatever_the_area() {
    for library in [library(), library_of(&without_an_area())] {
        for pack in library.packs() {
            for section in pack.modules.iter().flat_map(|module| &module.sections) {
                let topic = Topic::Section(SectionId::new(&pack.id, &section.id));
                let asked = library.statements_about(&topic);
                assert!(!asked.is_empty(), "{topic} asks nothing");
                assert_eq!(asked.len(), section.quiz.len(), "{topic} asks for what is not there");
                let once: BTreeSet<_> = section.quiz.iter().collect();
                assert_eq!(once.len(), section.quiz.len(), "{topic} asks something twice");
            }
        }
    }
}

#[test]
fn there_are_more_than_forty_statements_and_every_set_but_the_days_nine_is_balanced() {
    let library = library();
    let mut all = BTreeSet::new();
    for (id, set) in library.sets() {
        let asked = library.statements_about(&Topic::Set(id.clone()));
        all.extend(asked.iter().map(ToString::to_string));
        let myths = asked.iter().filter(|it| library.statement(it).unwrap().verdict == Verdict::Myth).count();
        let share = myths * 100 / asked.len();
        match set.as_it_was {
            true => assert_eq!((myths, asked.len()), (8, 9), "{id}"),
            false => assert!((40..=60).contains(&share), "{id}: {share} per cent are myths"),
        }
    }
    let named: Vec<SetId> = library.sets().filter(|(_, set)| !set.as_it_was).map(|(id, _)| id).collect();
    assert_eq!(named.len(), 5, "two audits, two studies and thresholds");
    assert!(all.len() >= 40, "only {} statements are asked", all.len());
}

#[test]
fn the_two_studies_stop_six_to_nine_times_and_ask_at_every_stop() {
    let library = library();
    let studies: Vec<_> = library.modules().filter(|(_, it)| it.kind == ModuleKind::Study).collect();
    assert_eq!(studies.len(), 2);
    for (id, study) in studies {
        use second_look::content::format::Block::{Found, Good, Known, Think};
        let stops: Vec<_> =
            study.sections.iter().filter(|it| it.blocks.iter().any(|it| matches!(it, Known(_)))).collect();
        assert!((6..=9).contains(&stops.len()), "{id} has {} stops", stops.len());
        for stop in stops {
            let order: Vec<_> = stop
                .blocks
                .iter()
                .filter_map(|block| match block {
                    Known(_) => Some("known"),
                    Think(_) => Some("think"),
                    Found(_) => Some("found"),
                    Good(_) => Some("good"),
                    _ => None,
                })
                .collect();
            assert_eq!(order, ["known", "think", "found", "good"], "{id}, {}", stop.id);
            assert!(stop.questions().count() >= 3, "{id}, {} asks too little", stop.id);
        }
    }
}

#[test]
fn no_dead_link_is_shown_as_a_live_one() {
    let library = library();
    let resources: Vec<_> = library.packs().iter().flat_map(|pack| &pack.resources).collect();
    assert!(resources.len() >= 70, "only {} links of the slides are told", resources.len());
    for it in resources {
        let live = matches!(it.fate, Fate::Live | Fate::Moved);
        assert!(it.url.is_none() || live, "{} is {:?} and has a link", it.id, it.fate);
        let dead = it.url.as_ref().is_some_and(|url| url.contains("partnersinsalford"));
        assert!(!dead, "{} leads to the old site", it.id);
    }
}

/// Words in capitals that are no abbreviations, and names that explain themselves or are looked for by their letters,
/// as those of files are.
const NO_ABBREVIATIONS: [&str; 3] = ["MindEd", "GIFT", "CSV"];

#[test]
fn every_abbreviation_that_is_used_is_in_the_glossary() {
    let library = library_of(&without_an_area());
    let mut known: BTreeSet<String> = NO_ABBREVIATIONS.map(str::to_owned).into();
    for term in library.packs().iter().flat_map(|pack| &pack.glossary) {
        let spellings = std::iter::once(&term.term).chain(&term.expansion).chain(&term.also);
        known.extend(spellings.flat_map(|text| words(text)).map(str::to_owned));
    }
    let mut unknown = BTreeSet::new();
    let mut look = |place: &str, text: &str| {
        // A section of an Act, such as 17ZA, is no abbreviation.
        for word in words(text).filter(|word| is_abbreviation(word) && !word.starts_with(char::is_numeric)) {
            let singular = word.strip_suffix('s').unwrap_or(word);
            if !known.contains(word) && !known.contains(singular) && !UNITS.contains(&word) {
                unknown.insert(format!("{word} ({place})"));
            }
        }
    };
    for pack in SHIPPED {
        let mut texts = vec![serde_json::from_str(&text_of(pack, "pack")).unwrap()];
        let parts = packs_at_hand::library().parts().into_iter().filter(|(of, _)| of == pack);
        texts.extend(parts.map(|(_, part)| serde_json::from_str(&text_of(pack, &part)).unwrap()));
        texts.iter().for_each(|text| each_text(text, &mut |text| look(pack, text)));
    }
    for (file, code) in files("src/ui", "rs") {
        let place = file.display().to_string();
        let texts = code.split('"').skip(1).step_by(2).filter(|text| text.contains(' '));
        // What stands in braces is filled in.
        for text in texts.flat_map(|text| text.split('{')) {
            look(&place, text.split_once('}').map_or(text, |(_, after)| after));
        }
    }
    assert_eq!(unknown, BTreeSet::new());
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric() && c != '&').filter(|word| !word.is_empty())
}

/// Every text of an item that is shown; titles of sources are not ours.
fn each_text(value: &Value, look: &mut dyn FnMut(&str)) {
    match value {
        Value::String(text) => look(text),
        Value::Array(items) => items.iter().for_each(|item| each_text(item, look)),
        Value::Object(fields) => {
            let shown = fields.iter().filter(|(name, _)| !matches!(name.as_str(), "sources" | "id" | "url"));
            shown.for_each(|(_, field)| each_text(field, look));
        }
        _ => {}
    }
}

#[test]
fn the_pages_of_guidance_have_what_belongs_beside_them() {
    let library = library_of(&without_an_area());
    for (place, least) in [
        (GuidePlace::Worried, 3),
        (GuidePlace::Thresholds, 3),
        (GuidePlace::Challenge, 2),
        (GuidePlace::Clocks, 1),
    ] {
        assert!(library.guides(place).len() >= least, "{place:?}");
    }
}
