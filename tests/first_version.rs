//! What version 1 leaves on disk, written out by hand beside what it means: every name it has, times away from UTC, and texts
//! as long as they can be. No line here changes; a later version adds its own, and still reads these.
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise, in its helpers too")]

use second_look::{
    domain::{
        bodies::{Body, Standard},
        cards::{CardId, Kind},
        confidence::{self, Rating},
        events::{Asked, Event, SessionKind, Stage, Step},
        ids::{
            AttendanceId, EntryId, FormId, IndicatorId, LevelId, ModelId, ModuleId, QuestionId, ReflectionId,
            SectionId, SetId, StatementId, TakeawayId,
        },
        intentions::{CameOf, LookedBack},
        journal::Change,
        memory::Retention,
        particulars::{Activity, Particulars},
        passing::{self, Evaluation, EventTag, FollowUp, Heard, Message, SenderTag, TableNote},
        questions::{Answers, Wording},
        quiz::{Sureness, Topic, Verdict},
        reflections::{Passage, Reflection, Subject, Words},
        reviews::{Outcome, Review},
        time::{Moment, parse_date},
    },
    storage::{RecordKey, docs},
};

const ID: [u8; 16] = [7; 16];

/// Reads `doc` as one of `kind`, and sees to it that it would be written just so.
fn kept(kind: &str, doc: &str) -> Change {
    let key: RecordKey = format!("{kind}/07070707070707070707070707070707").parse().unwrap();
    let read = docs::decode(key, doc.as_bytes()).unwrap_or_else(|error| panic!("{error}: {doc}"));
    let (again, written) = docs::encode(&read);
    assert_eq!(again, key);
    assert_eq!(String::from_utf8(written.unwrap()).unwrap(), doc);
    read
}

fn at(text: &str) -> Moment {
    Moment::parse_from_rfc3339(text).unwrap()
}

fn reflection(doc: &str) -> Reflection {
    let Change::PutReflection(read) = kept("reflection", doc) else { panic!("it is a reflection") };
    read
}

#[test]
fn a_reflection_with_everything_in_it() {
    let read = reflection(concat!(
        r#"{"v":1,"words":{"title":"T","subject":"challenge","model":"england/model-gibbs","passages":["#,
        r#"{"stage":"childs-voice","heading":"The child's voice","text":"\"é\" 🙂\n"}],"#,
        r#""particulars":{"activity":"audit","day":"2026-11-20","minutes":90,"participatory":60,"with":"Health visitor","#,
        r#""tags":["neglect","fathers"],"standards":["hcpc-benefit"],"links":["thresholds"],"counts_for":["hcpc"]}},"#,
        r#""written":[1795424400000,60],"changed":[1795424400001,-210],"#,
        r#""earlier":[{"words":{"title":"","passages":[]},"saved":[-1,0]}],"binned":[1795510800000,60],"bring":true}"#
    ));
    let words = Words {
        title: "T".into(),
        subject: Some(Subject::Challenge),
        model: Some(ModelId::new("england", "model-gibbs")),
        passages: vec![Passage {
            stage: "childs-voice".into(),
            heading: "The child's voice".into(),
            text: "\"é\" 🙂\n".into(),
        }],
        particulars: Particulars {
            activity: Some(Activity::Audit),
            day: parse_date("2026-11-20"),
            minutes: 90,
            participatory: 60,
            with: "Health visitor".into(),
            tags: vec!["neglect".into(), "fathers".into()],
            standards: vec![Standard::named("hcpc-benefit").unwrap()],
            links: vec![Subject::Thresholds],
            counts_for: vec![Body::Hcpc],
        },
    };
    assert_eq!(read.id, ReflectionId::from_entropy(ID));
    assert_eq!(read.words, words);
    assert_eq!(read.written, at("2026-11-23T10:00:00+01:00"));
    assert_eq!(read.written.offset().local_minus_utc(), 3_600, "the wall clock's day is kept");
    assert_eq!(read.changed, at("2026-11-23T05:30:00.001-03:30"));
    assert_eq!(read.changed.offset().local_minus_utc(), -12_600);
    assert_eq!(read.earlier[0].saved, at("1969-12-31T23:59:59.999Z"));
    assert_eq!(read.earlier[0].words, Words::default());
    assert_eq!(read.binned, Some(at("2026-11-24T10:00:00+01:00")));
    assert!(read.bring);
}

#[test]
fn every_name_in_the_particulars() {
    let activities = [
        ("practice", Activity::Practice),
        ("supervision", Activity::Supervision),
        ("group-supervision", Activity::GroupSupervision),
        ("case-discussion", Activity::CaseDiscussion),
        ("course", Activity::Course),
        ("event", Activity::Event),
        ("online", Activity::Online),
        ("reading", Activity::Reading),
        ("feedback", Activity::Feedback),
        ("audit", Activity::Audit),
        ("teaching", Activity::Teaching),
        ("other", Activity::Other),
    ];
    let bodies = [
        ("social-work-england", Body::SocialWorkEngland),
        ("nmc", Body::Nmc),
        ("hcpc", Body::Hcpc),
        ("intercollegiate", Body::Intercollegiate),
    ];
    let standards = [
        ("swe-4-1", "4.1 Feedback"),
        ("swe-4-2", "4.2 Supervision"),
        ("swe-4-3", "4.3 Research and evidence"),
        ("swe-4-4", "4.4 Current issues"),
        ("swe-4-5", "4.5 A culture of learning"),
        ("swe-4-6", "4.6 Reflection"),
        ("swe-4-7", "4.7 Recording what was learned"),
        ("swe-4-8", "4.8 Values"),
        ("nmc-prioritise-people", "Prioritise people"),
        ("nmc-practise-effectively", "Practise effectively"),
        ("nmc-preserve-safety", "Preserve safety"),
        ("nmc-promote-professionalism", "Promote professionalism and trust"),
        ("hcpc-record", "1 Keep a record that is up to date"),
        ("hcpc-mixture", "2 A mixture of learning"),
        ("hcpc-quality", "3 Better practice"),
        ("hcpc-benefit", "4 Benefit to the people served"),
        ("hcpc-profile", "5 A profile when asked"),
    ];
    assert_eq!(activities.map(|(_, it)| it), Activity::ALL);
    assert_eq!(bodies.map(|(_, it)| it), Body::ALL);
    assert_eq!(standards.len(), Body::ALL.into_iter().flat_map(Body::standards).count());
    let particulars = |activity: &str, standard: &str, body: &str| {
        reflection(&format!(
            r#"{{"v":1,"words":{{"title":"T","passages":[],"particulars":{{"activity":"{activity}","minutes":0,"participatory":0,"with":"","tags":[],"standards":["{standard}"],"links":[],"counts_for":["{body}"]}}}},"written":[0,0],"changed":[0,0]}}"#
        ))
        .words
        .particulars
    };
    for (name, activity) in activities {
        assert_eq!(particulars(name, "swe-4-1", "nmc").activity, Some(activity));
    }
    for (name, body) in bodies {
        assert_eq!(particulars("other", "swe-4-1", name).counts_for, [body]);
    }
    for (name, called) in standards {
        assert_eq!(particulars("other", name, "nmc").standards[0].called, called);
    }
}

#[test]
fn whatever_a_reflection_can_be_about() {
    for (name, subject) in [
        ("set/a/b", Subject::Set(SetId::new("a", "b"))),
        ("statement/a/b", Subject::Statement(StatementId::new("a", "b"))),
        ("takeaway/a/b", Subject::Takeaway(TakeawayId::new("a", "b"))),
        ("section/a/b", Subject::Section(SectionId::new("a", "b"))),
        ("level/a/b", Subject::Level(LevelId::new("a", "b"))),
        ("module/a/b", Subject::Module(ModuleId::new("a", "b"))),
        ("thresholds", Subject::Thresholds),
        ("challenge", Subject::Challenge),
        ("form/a/b", Subject::Form(FormId::new("a", "b"))),
        ("reflection/07070707070707070707070707070707", Subject::Reflection(ReflectionId::from_entropy(ID))),
        ("event/07070707070707070707070707070707", Subject::Event(AttendanceId::from_entropy(ID))),
    ] {
        let doc = format!(
            r#"{{"v":1,"words":{{"title":"","subject":"{name}","passages":[]}},"kept":[1795424400000,60]}}"#
        );
        let Change::PutDraft(draft) = kept("draft", &doc) else { panic!("it is a draft") };
        assert_eq!(draft.words.subject, Some(subject));
        assert_eq!(draft.kept, at("2026-11-23T10:00:00+01:00"));
    }
}

#[test]
fn an_intention_and_whatever_came_of_it() {
    for (name, came_of) in [
        ("kept", CameOf::Kept),
        ("partly", CameOf::Partly),
        ("not_yet", CameOf::NotYet),
        ("not_said", CameOf::NotSaid),
    ] {
        let doc = format!(
            r#"{{"v":1,"subject":"thresholds","message":"M","action":"A","owner":"Health visitor","by":"2026-12-01","made":[0,60],"done":[1,60],"looked_back":[[2,60],"{name}"]}}"#
        );
        let Change::PutIntention(read) = kept("intention", &doc) else { panic!("it is an intention") };
        assert_eq!(read.plan.owner, "Health visitor");
        assert_eq!(read.looked_back, Some(LookedBack { at: at("1970-01-01T01:00:00.002+01:00"), came_of }));
    }
}

#[test]
fn a_round_of_every_topic_and_answers_of_every_sureness() {
    for (name, topic) in [
        ("mixed", Topic::Mixed),
        ("missed", Topic::Missed),
        ("set/a/b", Topic::Set(SetId::new("a", "b"))),
        ("section/a/b", Topic::Section(SectionId::new("a", "b"))),
    ] {
        let doc = format!(
            r#"{{"v":1,"topic":"{name}","order":["a/x","a/y","a/z"],"answers":[{{"statement":"a/x","said":"myth","sure":"guess","verdict":"fact","at":[0,-300]}},{{"statement":"a/y","said":"fact","sure":"fairly_sure","verdict":"fact","at":[1,-300]}},{{"statement":"a/z","said":"fact","sure":"certain","verdict":"myth","at":[2,-300]}}],"started":[0,-300]}}"#
        );
        let Change::PutRound(round) = kept("round", &doc) else { panic!("it is a round") };
        assert_eq!(round.topic, topic);
        let told: Vec<_> = round.answers.iter().map(|it| (it.said, it.sure, it.verdict)).collect();
        assert_eq!(
            told,
            [
                (Verdict::Myth, Sureness::Guess, Verdict::Fact),
                (Verdict::Fact, Sureness::FairlySure, Verdict::Fact),
                (Verdict::Fact, Sureness::Certain, Verdict::Myth),
            ]
        );
        assert_eq!(round.answers[2].at, at("1969-12-31T19:00:00.002-05:00"));
    }
}

#[test]
fn answers_to_every_kind_of_card_in_more_than_one_zone() {
    let cards = [
        ("statement/a/b", CardId::Statement(StatementId::new("a", "b"))),
        ("own/07070707070707070707070707070707", CardId::Own(QuestionId::from_entropy(ID))),
        ("message/a/b", CardId::Message(TakeawayId::new("a", "b"))),
        ("finding/a/b", CardId::Finding(SectionId::new("a", "b"))),
        ("clock/a/b", CardId::Clock(EntryId::new("a", "b"))),
        ("sign/a/b", CardId::Sign(IndicatorId::new("a", "b"))),
        ("term/a/b", CardId::Term(EntryId::new("a", "b"))),
    ];
    assert_eq!(cards.clone().map(|(_, it)| it.kind()), Kind::ALL);
    for (name, card) in cards {
        let doc = format!(
            r#"{{"v":1,"card":"{name}","at":[1795424400000,60000,-1,0,0,0,0,0,0,0],"zones":[[0,0],[1,60],[2,-300]],"outcomes":"gfcGFCorpN","taken_back":[2]}}"#
        );
        let Change::PutCardHistory(history) = kept("card_history", &doc) else { panic!("it is a history") };
        assert_eq!(history.card, card);
        let review = |place: usize, time: &str, outcome| {
            let it = &history.reviews[place];
            assert_eq!(*it, Review { at: at(time), outcome, taken_back: place == 2 });
            assert_eq!(it.at.offset(), at(time).offset());
        };
        review(0, "2026-11-23T09:00:00Z", Outcome::Right(Sureness::Guess));
        review(1, "2026-11-23T10:01:00+01:00", Outcome::Right(Sureness::FairlySure));
        review(2, "2026-11-23T04:00:59.999-05:00", Outcome::Right(Sureness::Certain));
        review(3, "2026-11-23T04:00:59.999-05:00", Outcome::Wrong(Sureness::Guess));
        review(4, "2026-11-23T04:00:59.999-05:00", Outcome::Wrong(Sureness::FairlySure));
        review(5, "2026-11-23T04:00:59.999-05:00", Outcome::Wrong(Sureness::Certain));
        review(6, "2026-11-23T04:00:59.999-05:00", Outcome::AtOnce);
        review(7, "2026-11-23T04:00:59.999-05:00", Outcome::Recalled);
        review(8, "2026-11-23T04:00:59.999-05:00", Outcome::Partly);
        review(9, "2026-11-23T04:00:59.999-05:00", Outcome::Forgot);
    }
}

#[test]
fn confidence_whenever_it_was_asked_for() {
    use confidence::Asked::{After, Before, LookingBack};
    let doc =
        r#"{"v":1,"outcome":"a/b","said":[["before",1,[0,0]],["looking_back",5,[1,0]],["after",10,[2,60]]]}"#;
    let Change::PutConfidence(read) = kept("confidence", doc) else { panic!("it is a confidence") };
    let said: Vec<_> = read.said().iter().map(|it| (it.asked, it.rating)).collect();
    let rating = |number| Rating::of_ten(number).unwrap();
    assert_eq!(said, [(Before, rating(1)), (LookingBack, rating(5)), (After, rating(10))]);
    assert_eq!(read.said()[2].at, at("1970-01-01T01:00:00.002+01:00"));
}

#[test]
fn a_profile_with_everything_in_it_and_every_choice_of_retention() {
    assert_eq!(Retention::CHOICES.map(Retention::percent), [80, 85, 90, 95]);
    for percent in [80, 85, 90, 95] {
        let doc = format!(
            r#"{{"v":1,"registrations":[{{"body":"social-work-england"}},{{"body":"nmc","until":"2028-03-31"}},{{"body":"hcpc"}},{{"body":"intercollegiate","level":3}}],"passed_over":["Gibbs"],"backed_up":[0,60],"pace":{{"retention":{percent},"cards_a_day":12,"new_a_day":5,"left_out":["statement","own","message","finding","clock","sign","term"]}},"catch_up":["2026-11-23","2026-11-29"]}}"#
        );
        let key = "profile/00000000000000000000000000000000".parse().unwrap();
        let change = docs::decode(key, doc.as_bytes()).unwrap();
        assert_eq!(docs::encode(&change), (key, Some(doc.into_bytes())));
        let Change::PutProfile(profile) = change else { panic!("it is a profile") };
        assert_eq!(profile.pace.retention.percent(), percent);
        assert_eq!(profile.pace.left_out, Kind::ALL);
        assert_eq!(profile.registrations.iter().map(|it| it.body).collect::<Vec<_>>(), Body::ALL);
        assert_eq!(profile.catch_up.map(|it| it.last), parse_date("2026-11-29"));
    }
}

/// An event whose programme has one part of this kind, and which has come to this place.
fn event(kind: &str, place: &str) -> Event {
    let doc = format!(
        r#"{{"v":1,"tag":"0b0b0b0b0b0b","plan":{{"title":"T","day":"2026-12-10","starts":"09:05","venue":"","organisers":"","outcomes":[{{"own":"Ask."}}],"programme":[{{"kind":"{kind}","title":"","minutes":10,"speaker":"","notes":""}}],"ground_rules":"","warning":"","statements":[{{"pack":"a/b"}},{{"own":{{"stem":"S","answers":{{"choice":{{"options":["One","Two"],"right":1}}}},"why":"","topic":""}}}}],"takeaways":["a/b"]}},"run":{{"place":[0,{place}],"since":[0,60],"votes":[[{{"hands":[["myth",3]],"corners":[1,2],"tables":[["4","fact"]]}},{{"hands":[],"corners":[0,0],"tables":[]}}]],"notes":[{{"prompt":"P","table":"4","from":"0d0d0d","text":"N"}}],"questions":[["Q",true]],"chosen":[["a/b",2]],"jotting":["4","N","Q"],"ended":[1,60]}},"changed":[2,60]}}"#
    );
    let Change::PutEvent(read) = kept("event", &doc) else { panic!("it is an event") };
    read
}

#[test]
fn an_event_with_every_kind_of_part_and_at_every_step() {
    let kinds = [
        ("welcome", SessionKind::Welcome),
        ("talk", SessionKind::Talk),
        ("group_work", SessionKind::GroupWork),
        ("quiz", SessionKind::Quiz),
        ("panel", SessionKind::Panel),
        ("take_home", SessionKind::TakeHome),
        ("evaluation", SessionKind::Evaluation),
        ("certificates", SessionKind::Certificates),
        ("break", SessionKind::Break),
    ];
    assert!(SessionKind::ALL.iter().all(|kind| kinds.iter().any(|(_, known)| known == kind)));
    for (name, kind) in kinds {
        let plan = event(name, "\"whole\"").plan;
        assert_eq!(plan.programme[0].kind, kind);
        assert_eq!(plan.starts.map(|it| it.to_string()).as_deref(), Some("09:05:00"));
        assert!(matches!(&plan.statements[1], Asked::Own(wording) if wording.stem == "S"));
    }
    for (name, step) in [
        ("\"whole\"", Step::Whole),
        (r#"{"prompt":2}"#, Step::Prompt(2)),
        (r#"{"statement":[1,"read"]}"#, Step::Statement(1, Stage::Read)),
        (r#"{"statement":[1,"vote"]}"#, Step::Statement(1, Stage::Vote)),
        (r#"{"statement":[1,"discuss"]}"#, Step::Statement(1, Stage::Discuss)),
        (r#"{"statement":[1,"vote_again"]}"#, Step::Statement(1, Stage::VoteAgain)),
        (r#"{"statement":[1,"reveal"]}"#, Step::Statement(1, Stage::Reveal)),
        (r#"{"statement":[1,"explain"]}"#, Step::Statement(1, Stage::Explain)),
        (r#"{"statement":[1,"act"]}"#, Step::Statement(1, Stage::Act)),
    ] {
        let run = event("quiz", name).run.unwrap();
        assert_eq!(run.place.step, step);
        assert_eq!(run.votes[0].first.corners, [1, 2], "for a myth, for a fact");
        assert_eq!(run.votes[0].first.hands[0].said, Verdict::Myth);
        assert_eq!(run.votes[0].first.tables[0], ("4".into(), Verdict::Fact));
    }
}

#[test]
fn what_every_kind_of_code_brought() {
    for (code, is_of) in [
        (
            "534c01016576656e74216d65210350e68ac6eee3",
            (|it| matches!(it, Message::Answers(_))) as fn(&Message) -> bool,
        ),
        ("534c01026576656e74216d65210229080441736b2e0554696d652e0a54686520636166c3a92e29871695", |it| {
            matches!(it, Message::Evaluation(_))
        }),
        ("534c01036576656e74216d652102080006492061736b2ecb56384e", |it| matches!(it, Message::FollowUp(_))),
        (
            "534c01046576656e74216d652102075461626c6520341452696e672e0a577269746520697420646f776e2e189e0834",
            |it| matches!(it, Message::TableNote(_)),
        ),
    ] {
        let doc = format!(
            r#"{{"v":1,"event":"0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b","code":"{code}","at":[1795424400000,60]}}"#
        );
        let Change::PutCollected(read) = kept("collected", &doc) else { panic!("it was collected") };
        assert!(is_of(&read.message), "{:?}", read.message);
    }
}

/// What was kept once must not become too long: a shorter limit would set whole records aside.
#[test]
fn a_question_as_long_as_can_be() {
    let (text, topic) = ("é".repeat(4_000), "é".repeat(200));
    let options: Vec<_> = (0..26).map(|n| format!("{n:02}{}", "é".repeat(3_998))).collect();
    let answers = serde_json::to_string(&options).unwrap();
    let doc = format!(
        r#"{{"v":1,"wording":{{"stem":"{text}","answers":{{"choice":{{"options":{answers},"right":25}}}},"why":"{text}","topic":"{topic}"}},"added":[0,60]}}"#
    );
    let Change::PutQuestion(read) = kept("question", &doc) else { panic!("it is a question") };
    let answers = Answers::Choice { options, right: 25 };
    assert_eq!(read.wording, Wording { stem: text.clone(), answers, why: text, topic });
}

#[test]
fn what_a_phone_can_say_at_its_longest() {
    let (event, sender) = (EventTag::from_entropy([11; 6]), SenderTag::from_entropy([13; 3]));
    let heard =
        Heard { first: Some(Verdict::Myth), second: Some(Verdict::Fact), sure: Some(Sureness::Certain) };
    let (rating, answer) = (Rating::of_ten(10), "é".repeat(200));
    for message in [
        Message::Answers(passing::Answers { event, sender, heard: vec![heard; 60] }),
        Message::Evaluation(Evaluation {
            event,
            sender,
            ratings: vec![(rating, rating); 60],
            differently: answer.clone(),
            barrier: answer.clone(),
            useful: answer.clone(),
        }),
        Message::FollowUp(FollowUp { event, sender, ratings: vec![rating; 60], changed: answer }),
        Message::TableNote(TableNote {
            event,
            sender,
            prompt: 255,
            table: "é".repeat(40),
            text: "é".repeat(400),
        }),
    ] {
        let bytes = message.to_bytes().expect("what could be shown once can be shown");
        assert_eq!(Message::from_bytes(&bytes), Ok(message));
    }
}
