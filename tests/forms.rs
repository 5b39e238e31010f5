//! Regulators' forms filled in from what was written, with the packs that ship.
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise, in its helpers too")]

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
fn social_work_englands_form_is_filled_from_a_reflection() {
    use Origin::Derived;
    assert_eq!(
        answers(&from_one("template-swe", &usual())),
        [
            ("swe-type", "Group or peer supervision", Derived),
            ("swe-description", "I did not ask who else lived there.", Derived),
            ("swe-date", "12 May 2026", Derived),
            ("swe-learnt", "I look for incidents, not for patterns.", Derived),
            ("swe-impact", "I read the chronology first.", Derived),
            ("swe-peer", "She saw that I was in a hurry.", Derived),
        ]
    );
}

#[test]
fn what_was_written_for_a_field_stands_before_what_can_be_derived() {
    let mut it = usual();
    it.words.write_at("swe-learnt", "What you learnt", " Patterns tell more. ", &[]);
    let filled = from_one("template-swe", &it);
    assert_eq!(field(&filled, "swe-learnt").text, "Patterns tell more.");
    assert_eq!(field(&filled, "swe-learnt").origin, Origin::Own);
    it.words.write_at("swe-learnt", "", " \n", &[]);
    assert_eq!(field(&from_one("template-swe", &it), "swe-learnt").origin, Origin::Derived);
}

#[test]
fn what_was_written_for_one_form_fills_another() {
    let beginning = Beginning::About(Subject::Form(form("template-swe")));
    let mut words = begin(&LIBRARY, Some(&beginning));
    assert_eq!(words.passages.len(), 6);
    for (stage, text) in [
        ("swe-type", "A talk"),
        ("swe-description", "A father"),
        ("swe-date", "In May"),
        ("swe-learnt", "To ask"),
    ] {
        words.write_at(stage, "", text, &[]);
    }
    let filled = from_one("template-nmc-reflective-account", &reflection(words.clone()));
    let texts: Vec<_> = filled.fields.iter().map(|it| it.text.as_str()).collect();
    assert_eq!(texts, ["A father", "To ask", "", ""], "a date is nothing that was learned");
    // Said at a stage of a model as well, it is not said twice.
    words.write_at("what", "What?", "The father again", &[]);
    let filled = from_one("template-nmc-reflective-account", &reflection(words));
    assert_eq!(filled.fields[0].text, "The father again");
}

#[test]
fn the_nurses_account_is_whole_when_all_four_questions_are_answered() {
    let filler = Filler::new(&LIBRARY);
    let mut it = usual();
    let filled = from_one("template-nmc-reflective-account", &it);
    assert_eq!(
        field(&filled, "nmc-reflective-account-code").text,
        "Preserve safety, Prioritise people",
        "the Code's themes, and no other body's standards"
    );
    assert!(filler.is_account(&it));
    it.words.passages[2].text.clear();
    assert!(!filler.is_account(&it), "nothing says what changed");
    it.words.write_at("nmc-reflective-account-change", "", "I ask.", &[]);
    assert!(filler.is_account(&it), "an answer of its own counts as well");
    it.words.particulars.standards.clear();
    assert!(!filler.is_account(&it));
    assert!(filler.has_peer(&it));
    it.words.write_at("peer", "", " ", &[]);
    assert!(!filler.has_peer(&it));
    it.words.write_at("swe-peer", "", "He asked why.", &[]);
    assert!(filler.has_peer(&it));
}

#[test]
fn every_model_tells_what_happened_and_nothing_of_it_is_lost() {
    let filler = Filler::new(&LIBRARY);
    for layout in layouts(&LIBRARY, None) {
        let mut words = Words::about(None);
        layout.lay_out(&mut words);
        for passage in &mut words.passages {
            passage.text = format!("<{}>", passage.stage);
        }
        let it = reflection(words);
        let written = Written { reflection: &it, actions: &[], level: None };
        let filled = filler.from_one(&form("template-nmc-reflective-account"), written).unwrap();
        let [what, learned, change, _] = &filled.fields[..] else { panic!("four questions") };
        assert!(!what.text.is_empty(), "{}: nothing happened", layout.name);
        assert!(layout.stages.len() == 1 || !learned.text.is_empty(), "{}: nothing was learned", layout.name);
        let all = format!("{}{}{}", what.text, learned.text, change.text);
        for (stage, _) in &layout.stages {
            assert_eq!(all.matches(&format!("<{stage}>")).count(), 1, "{}: {stage}", layout.name);
        }
    }
}

#[test]
fn what_is_left_of_another_model_does_not_become_what_changes() {
    let mut it = usual();
    let gibbs = layouts(&LIBRARY, None)
        .into_iter()
        .find(|it| it.model == Some(ModelId::new("england", "model-gibbs")));
    gibbs.unwrap().lay_out(&mut it.words);
    it.words.write_at("gibbs-action-plan", "", "I will ask.", &[]);
    let filled = from_one("template-swe", &it);
    assert_eq!(field(&filled, "swe-impact").text, "I will ask.\n\nI read the chronology first.");
    assert_eq!(field(&filled, "swe-description").text, "I did not ask who else lived there.");
}

#[test]
fn questions_of_a_lesson_tell_by_their_place() {
    let mut words = Words::about(None);
    words.passages.clear();
    for (stage, text) in
        [("who-was-there", "An uncle"), ("what-was-missed", "The minutes"), ("now-what", "I read them")]
    {
        words.write_at(stage, "?", text, &[]);
    }
    let filled = from_one("template-swe", &reflection(words));
    let texts: Vec<_> = filled.fields.iter().map(|it| it.text.as_str()).collect();
    assert_eq!(texts, ["", "An uncle", "23 November 2026", "The minutes", "I read them", ""]);
}

#[test]
fn what_belongs_on_the_official_form_only_stays_a_blank_line() {
    let mut it = usual();
    it.words.write_at("nmc-reflective-discussion-partner-email", "", "someone@example.org", &[]);
    let filled = from_one("template-nmc-reflective-discussion", &it);
    let by_hand = filled.fields.iter().filter(|it| it.origin == Origin::ByHand);
    assert_eq!(by_hand.clone().count(), 8);
    assert!(by_hand.clone().all(|it| it.text.is_empty()), "not even what somebody wrote there");
    assert_eq!(field(&filled, "nmc-reflective-discussion-summary").text, "She saw that I was in a hurry.");
    let paper = filled.paper();
    assert!(!paper.plain().contains("example.org"));
    assert_eq!(paper.pieces.iter().filter(|it| **it == Piece::Blank).count(), 9);
}

#[test]
fn words_are_counted_and_too_many_are_said() {
    assert_eq!(count_words("I, not \"we\":\n two-yearly  é"), 5);
    assert_eq!(count_words(" \n"), 0);
    let words = begin(&LIBRARY, Some(&Beginning::About(Subject::Form(form("template-hcpc-profile")))));
    let mut it = reflection(words);
    it.words.write_at("hcpc-profile-summary", "", &"word ".repeat(503), &[]);
    it.words.write_at("hcpc-profile-statement", "", &"word ".repeat(1_500), &[]);
    let filled = from_one("template-hcpc-profile", &it);
    assert_eq!(field(&filled, "hcpc-profile-summary").over(), Some(3));
    assert_eq!(field(&filled, "hcpc-profile-statement").over(), None);
    assert_eq!(field(&filled, "hcpc-profile-evidence").over(), None);
}

#[test]
fn a_supervision_record_takes_in_what_is_to_be_done() {
    let plan = Plan {
        action: "Ask the nursery".into(),
        owner: "Health visitor".into(),
        by: Some(day("2026-12-01")),
        ..Plan::about(Subject::Challenge)
    };
    let intention = Intention {
        id: IntentionId::from_entropy([1; 16]),
        plan,
        made: usual().written,
        done: None,
        looked_back: None,
    };
    let it = usual();
    let written = Written { reflection: &it, actions: &[&intention], level: None };
    let filled = Filler::new(&LIBRARY).from_one(&form("template-supervision"), written).unwrap();
    for (id, text) in [
        ("supervision-supervisor", "Team manager"),
        ("supervision-type", "Group or peer supervision"),
        ("supervision-duration", "90 minutes"),
        ("supervision-wellbeing", "Uneasy."),
        ("supervision-theme", "neglect, fathers"),
        ("supervision-child", "He points at the door."),
        (
            "supervision-decisions",
            "I read the chronology first.\n\nAsk the nursery (Health visitor), by 1 December 2026",
        ),
        ("supervision-standards", "4.6 Reflection, Preserve safety, Prioritise people"),
        ("supervision-dissent", ""),
    ] {
        assert_eq!(field(&filled, id).text, text, "{id}");
    }
}

#[test]
fn doctors_get_the_month_in_place_of_the_day() {
    let mut it = usual();
    it.words.particulars.activity = Some(Activity::Course);
    let filled = from_one("template-gmc-reflection", &it);
    assert_eq!(field(&filled, "gmc-reflection-title").text, "The second visit\n\nMay 2026");
    assert_eq!(field(&filled, "gmc-reflection-type").text, "Continuing professional development");
    it.words.particulars.activity = Some(Activity::Practice);
    let filled = from_one("template-gmc-reflection", &it);
    assert_eq!(field(&filled, "gmc-reflection-type").origin, Origin::Empty, "which it is, the person knows");
}

/// Three reflections of a period, one beyond it, one for another body.
fn several() -> Vec<Reflection> {
    let several = [
        ("2026-06-01", Body::Nmc),
        ("2026-01-05", Body::Nmc),
        ("2027-04-01", Body::Nmc),
        ("2026-07-01", Body::Hcpc),
    ];
    let each = several.into_iter().enumerate().map(|(at, (on, body))| {
        let mut it = usual();
        it.id = ReflectionId::from_entropy([u8::try_from(at).unwrap(); 16]);
        it.words.particulars.day = Some(day(on));
        it.words.particulars.counts_for = vec![body];
        it.words.particulars.activity = Some(if at == 0 { Activity::Feedback } else { Activity::Course });
        it
    });
    each.collect()
}

fn period() -> Period {
    Period { first: day("2024-04-01"), last: day("2027-03-31") }
}

fn log(name: &str, body: Body) -> Filled {
    let several = several();
    let all: Vec<_> = several.iter().collect();
    let rows = counting(&all, body, period());
    Filler::new(&LIBRARY).log(&form(name), period(), &rows, Some(3)).unwrap()
}

#[test]
fn a_log_has_a_row_for_each_reflection_that_counts_by_its_day_and_adds_up() {
    let filled = log("template-nmc-cpd-log", Body::Nmc);
    let table = filled.table.as_ref().unwrap();
    assert_eq!(table.headings[..3], ["Dates", "Method", "Topic(s)"]);
    let days: Vec<_> = table.rows.iter().map(|(_, cells)| cells[0].as_str()).collect();
    assert_eq!(days, ["5 January 2026", "1 June 2026"]);
    assert_eq!(table.rows[0].1[4..], ["1.5", "1", ""]);
    assert_eq!(table.sums.as_ref().unwrap()[4..], ["3", "2", ""]);
    assert_eq!(filled.of, "1 April 2024 to 31 March 2027");
    assert!(filled.fields.is_empty());
    let lines: Vec<_> = filled.answers().lines().map(|line| line.matches('\t').count()).collect();
    assert_eq!(lines, [6; 4], "a spreadsheet takes it cell by cell");
    assert!(filled.answers().ends_with("In all\t\t\t\t3\t2\t"));
}

#[test]
fn only_feedback_stands_in_the_feedback_log() {
    let table = log("template-nmc-feedback-log", Body::Nmc).table.unwrap();
    assert_eq!(table.rows.len(), 1);
    assert_eq!(table.rows[0].1[..2], ["1 June 2026", "Team manager"]);
    assert_eq!(table.sums, None);
}

#[test]
fn the_hours_for_health_staff_name_the_level_of_the_role() {
    let mut several = several();
    several[0].words.particulars.counts_for = vec![Body::Intercollegiate];
    let all: Vec<_> = several.iter().collect();
    let rows = counting(&all, Body::Intercollegiate, period());
    let filled =
        Filler::new(&LIBRARY).log(&form("template-intercollegiate-hours"), period(), &rows, Some(3)).unwrap();
    let table = filled.table.unwrap();
    assert_eq!(table.rows[0].1[..4], ["1 June 2026", "The second visit", "3", "Feedback on my practice"]);
    assert_eq!(table.sums.unwrap()[4..6], ["1.5", "1"]);
    assert_eq!(filled.remarks.len(), 1);
}

#[test]
fn the_hcpcs_profile_has_its_own_words_a_list_and_the_gaps() {
    let several = several();
    let all: Vec<_> = several.iter().collect();
    let rows = counting(&all, Body::Hcpc, period());
    let words = begin(&LIBRARY, Some(&Beginning::About(Subject::Form(form("template-hcpc-profile")))));
    let mut own = reflection(words);
    own.words.write_at("hcpc-profile-statement", "", "I work with families.", &[]);
    let gap = Period { first: day("2024-04-01"), last: day("2026-06-30") };
    let filler = Filler::new(&LIBRARY);
    let filled = filler.profile(&form("template-hcpc-profile"), period(), Some(&own), &rows, &[gap]).unwrap();
    let ids: Vec<_> = answers(&filled).into_iter().map(|(id, ..)| id).collect();
    assert_eq!(ids, ["hcpc-profile-summary", "hcpc-profile-statement", "hcpc-profile-evidence"]);
    assert_eq!(field(&filled, "hcpc-profile-statement").origin, Origin::Own);
    assert_eq!(
        filled.table.as_ref().unwrap().rows[0].1,
        ["1 July 2026", "The second visit", "Course or workshop"]
    );
    assert_eq!(
        filled.remarks,
        ["Nothing is listed from 1 April 2024 to 30 June 2026. Say why: it is three months or more."]
    );
    let without = filler.profile(&form("template-hcpc-profile"), period(), None, &rows, &[]).unwrap();
    assert!(without.fields.iter().all(|it| it.origin == Origin::Empty));
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
