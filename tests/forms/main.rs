//! Regulators' forms filled in from what was written, with the packs that ship.
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise, in its helpers too")]

mod from_one;
mod logs;
#[path = "../packs_at_hand/mod.rs"]
mod packs_at_hand;

use chrono::{DateTime, NaiveDate};
use packs_at_hand::library;
use proptest::prelude::*;
use second_look::{
    content::{
        forms::{Filled, FilledField, Filler, Origin, Sort, Written, count_words, dated, forms_of, sort_of},
        layouts::{begin, layouts},
        library::Library,
        paper::Piece,
    },
    domain::{
        beginnings::Beginning,
        bodies::{Body, Standard},
        ids::{FormId, IntentionId, ModelId, ReflectionId},
        intentions::{Intention, Plan},
        particulars::Activity,
        record::{Period, counting},
        reflections::{Reflection, Subject, Words},
        time::parse_date,
    },
};
use std::sync::LazyLock;

static LIBRARY: LazyLock<Library> = LazyLock::new(library);

fn form(name: &str) -> FormId {
    FormId::new("england", name)
}

fn day(text: &str) -> NaiveDate {
    parse_date(text).unwrap()
}

fn reflection(words: Words) -> Reflection {
    let written = DateTime::parse_from_rfc3339("2026-11-23T09:00:00+00:00").unwrap();
    Reflection {
        id: ReflectionId::from_entropy([1; 16]),
        words,
        written,
        changed: written,
        earlier: vec![],
        binned: None,
        bring: false,
    }
}

/// A reflection as most are written: three stages, some particulars, and what a peer said.
fn usual() -> Reflection {
    let mut words = Words::about(None);
    words.title = "The second visit".into();
    words.passages[0].text = "I did not ask who else lived there.\n".into();
    words.passages[1].text = "I look for incidents, not for patterns.".into();
    words.passages[2].text = "I read the chronology first.".into();
    words.write_at("peer", "Talking it over with a peer", "She saw that I was in a hurry.", &[]);
    words.write_at("feelings", "How it affects me", "Uneasy.", &[]);
    words.write_at("childs-voice", "The child's voice", "He points at the door.", &[]);
    let it = &mut words.particulars;
    it.activity = Some(Activity::GroupSupervision);
    it.day = Some(day("2026-05-12"));
    it.minutes = 90;
    it.participatory = 60;
    it.with = "Team manager".into();
    it.tags = vec!["neglect".into(), "fathers".into()];
    it.standards = vec![
        Standard::named("swe-4-6").unwrap(),
        Standard::named("nmc-preserve-safety").unwrap(),
        Standard::named("nmc-prioritise-people").unwrap(),
    ];
    it.counts_for = vec![Body::SocialWorkEngland, Body::Nmc];
    reflection(words)
}

fn from_one(name: &str, it: &Reflection) -> Filled {
    let written = Written { reflection: it, actions: &[], level: None };
    Filler::new(&LIBRARY).from_one(&form(name), written).unwrap()
}

fn answers(filled: &Filled) -> Vec<(&str, &str, Origin)> {
    filled.fields.iter().map(|it| (it.id.as_str(), it.text.as_str(), it.origin)).collect()
}

fn field<'a>(filled: &'a Filled, id: &str) -> &'a FilledField {
    filled.fields.iter().find(|it| it.id == id).unwrap()
}

#[test]
fn every_form_says_when_it_was_checked_and_what_is_unsure() {
    for (id, template) in LIBRARY.forms() {
        let said = dated(&template.provenance);
        assert!(
            said.starts_with("This form was last checked: ")
                || said.starts_with("This form has not been checked yet.")
        );
        assert!(
            template.provenance.caution.as_ref().is_none_or(|caution| said.ends_with(caution)),
            "{id}: {said}"
        );
        let filled = Filler::new(&LIBRARY).blank(&id).unwrap();
        let paper = filled.paper();
        assert!(paper.plain().contains(&said), "{id}: it is not on the paper");
    }
    assert!(dated(&LIBRARY.form(&form("template-swe")).unwrap().provenance).contains("November 2023"));
}

#[test]
fn each_body_has_its_forms() {
    let count = |body| forms_of(&LIBRARY, body).len();
    assert_eq!(Body::ALL.map(count), [1, 5, 1, 1]);
    assert_eq!(sort_of(&FormId::new("elsewhere", "a-form")), (None, Sort::Account));
}

#[test]
fn a_form_that_is_in_no_pack_is_not_filled() {
    let filler = Filler::new(&LIBRARY);
    let it = usual();
    let written = Written { reflection: &it, actions: &[], level: None };
    assert!(filler.from_one(&form("template-gone"), written).is_none());
    assert!(Filler::new(&Library::default()).blank(&form("template-swe")).is_none());
}

proptest! {
    #[test]
    fn any_words_fill_any_form_and_what_is_counted_is_what_is_there(
        texts in prop::collection::vec(".{0,40}", 3),
        stage in "[a-z-]{1,20}",
        at in 0_usize..10,
    ) {
        let mut it = usual();
        for (passage, text) in it.words.passages.iter_mut().zip(&texts) {
            passage.text.clone_from(text);
        }
        it.words.write_at(&stage, "", &texts[0], &[]);
        let (id, _) = LIBRARY.forms().nth(at).unwrap();
        let written = Written { reflection: &it, actions: &[], level: Some(2) };
        let filled = Filler::new(&LIBRARY).from_one(&id, written).unwrap();
        for field in &filled.fields {
            prop_assert_eq!(field.words, count_words(&field.text));
            prop_assert_eq!(field.text.is_empty(), matches!(field.origin, Origin::Empty | Origin::ByHand));
        }
    }
}
