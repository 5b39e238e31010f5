//! The packs that come with the app: sound, together, and true to what may be said.
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise, in its helpers too")]

mod packs_at_hand;

use packs_at_hand::{files, library, library_of, text_of};
use second_look::{
    content::{
        SHIPPED, SHIPPED_AREAS,
        documents::documents,
        format::{Fate, Status},
        format::{GuidePlace, ModuleKind, Side},
        layouts::{begin, layouts, questions},
        schedule::{events, schedule},
        search::Index,
        terms::is_abbreviation,
        thresholds::Walk,
    },
    domain::{
        beginnings::Beginning,
        ids::{FormId, LearningOutcomeId, ModelId, SectionId, SetId},
        passing::ItemCode,
        quiz::{Topic, Verdict},
        reflections::Subject,
        time::parse_date,
    },
};
use serde_json::Value;
use std::collections::BTreeSet;

/// Units that everybody with a phone has seen.
const UNITS: [&str; 3] = ["KB", "MB", "GB"];

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
fn there_are_forty_statements_and_every_set_but_the_days_nine_is_balanced() {
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
