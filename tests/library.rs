//! What the app makes of the packs that come with it: walks, clocks, finds, beginnings and codes.
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise, in its helpers too")]

mod packs_at_hand;

use packs_at_hand::{library, library_of};
use second_look::{
    content::{
        documents::documents,
        format::Side,
        layouts::{begin, layouts, questions},
        schedule::{events, schedule},
        search::Index,
        thresholds::Walk,
    },
    domain::{
        beginnings::Beginning,
        ids::{FormId, LearningOutcomeId, ModelId},
        passing::ItemCode,
        quiz::Verdict,
        reflections::Subject,
        time::parse_date,
    },
};

#[test]
fn each_age_has_signs_on_every_side_and_at_every_level() {
    use second_look::content::format::AgeBand::{
        ElevenToFifteen, FiveToTen, OneToFour, SixteenToSeventeen, Unborn, UnderOne,
    };
    let library = library();
    for age in [Unborn, UnderOne, OneToFour, FiveToTen, ElevenToFifteen, SixteenToSeventeen] {
        let walk = Walk { age: Some(age), seen: vec![] };
        for side in [Side::Child, Side::Parenting, Side::Family] {
            let offered = walk.offered(&library, side);
            for (_, level) in library.levels() {
                let here = offered.iter().any(|(_, sign)| sign.level == level.id);
                assert!(here, "{age:?}, {side:?}: nothing at {}", level.title);
            }
        }
    }
}

#[test]
fn every_event_that_starts_a_clock_gives_its_steps() {
    let library = library();
    let events = events(library.clocks());
    assert!(events.len() >= 8, "{events:?}");
    let day = parse_date("2026-12-10").unwrap();
    for event in &events {
        let due = schedule(library.clocks(), event, day).unwrap();
        assert!(!due.is_empty(), "{event} starts nothing");
    }
    // Working Together 2023: the conference within 15 working days of the strategy discussion; here over Christmas.
    let discussion = events.iter().find(|event| event.contains("section 47 enquiries")).unwrap();
    let due = schedule(library.clocks(), discussion, day).unwrap();
    assert_eq!(due[0].clock.id, "clock-initial-conference");
    assert_eq!(due[0].when.day(), parse_date("2027-01-05"));
}

#[test]
fn everything_can_be_found() {
    let library = library();
    let mut index = Index::default();
    let documents = documents(&library);
    assert!(documents.len() > 600, "only {} things can be found", documents.len());
    documents.into_iter().for_each(|document| index.add(document));
    for (typed, found) in [
        ("genorgam", "genogram"),
        ("coersive", "coercive control"),
        ("ICPC", "ICPC"),
        ("bridge", "The Bridge Partnership"),
        ("minuts", "Read the minutes"),
        ("section 47", "section 47"),
        ("s47", "section 47"),
        ("stepdown", "step"),
        ("selfharm", "self-harm"),
    ] {
        let hits = index.search(typed, 5).hits;
        let titles: Vec<String> =
            hits.iter().map(|hit| hit.title.iter().map(|piece| piece.text.as_str()).collect()).collect();
        let there = titles.iter().any(|title| title.to_lowercase().contains(&found.to_lowercase()));
        assert!(there, "\"{typed}\" finds {titles:?}");
    }
}

#[test]
fn a_myth_is_never_shown_among_what_was_found() {
    let library = library();
    for document in documents(&library) {
        for statement in library.packs().iter().flat_map(|pack| &pack.statements) {
            let shown = document.title == statement.statement || document.text.contains(&statement.statement);
            assert!(
                !shown || statement.verdict == Verdict::Fact,
                "{} shows the myth of {}",
                document.title,
                statement.id
            );
        }
    }
}

#[test]
fn a_reflection_begins_with_whatever_is_offered() {
    let library = library();
    let all = layouts(&library, None);
    assert!(all.len() >= 14, "the built-in two and the models: {}", all.len());
    for layout in all.iter().filter(|it| it.model.is_some()) {
        let words = begin(&library, layout.model.clone().map(Beginning::By).as_ref());
        assert!(layout.is_of(&words), "{}", layout.name);
        assert!(words.passages.iter().all(|it| library.prompt_of(&it.stage).is_some()), "{}", layout.name);
    }
    for (form, template) in library.forms() {
        let subject = Subject::Form(form);
        let words = begin(&library, Some(&Beginning::About(subject.clone())));
        assert_eq!(words.passages.len(), template.fields.len());
        assert!(layouts(&library, Some(&subject))[0].is_of(&words));
    }
    let asked = questions(&library);
    assert!(asked.len() > 20, "{}", asked.len());
    let words = begin(&library, Some(&Beginning::Question(asked[0].0.clone())));
    assert_eq!(words.passages[0].heading, asked[0].1);
    assert!(matches!(words.subject, Some(Subject::Section(_))));
    let page = begin(&library, Some(&Beginning::Page));
    assert_eq!(page.passages.len(), 1);
}

#[test]
fn what_a_pack_that_is_not_here_would_ask_is_left_out() {
    let library = library_of(&[]);
    for beginning in [
        Beginning::By(ModelId::new("england", "model-gibbs")),
        Beginning::About(Subject::Form(FormId::new("england", "template-swe"))),
    ] {
        assert_eq!(begin(&library, Some(&beginning)).passages.len(), 3, "{beginning}");
    }
}

#[test]
fn no_two_things_that_an_event_can_ask_have_the_same_code() {
    let library = library();
    let outcomes = library.modules().flat_map(|(id, module)| {
        module.outcomes.iter().map(move |it| LearningOutcomeId::new(id.pack(), &it.id).to_string())
    });
    let statements = library.statements().map(|(id, _)| id.to_string());
    let ids: Vec<_> = statements.chain(outcomes).collect();
    for id in &ids {
        let same: Vec<_> = ids.iter().filter(|other| ItemCode::of(id).is_of(other)).collect();
        assert_eq!(same, [id]);
    }
}
