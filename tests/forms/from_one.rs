//! A form that is filled in from one reflection.
use super::*;

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
