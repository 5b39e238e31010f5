//! What passes between phones: it arrives as it was, whatever it is, and nothing that is read harms.
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise, in its helpers too")]

use chrono::{Days, NaiveDate};
use proptest::{collection::vec, option, prelude::*, sample::select};
use second_look::domain::{
    confidence::Rating,
    hex::{hex, parse_hex_bytes},
    passing::{
        self, Answers, Carried, CarriedStatement, Collector, Evaluation, EventTag, FollowUp, Heard,
        Invitation, Invited, ItemCode, MOST_ITEMS, Message, SenderTag, TableNote, Unreadable, frames, link,
        typed,
    },
    questions::{self, Wording, one_line, tidy},
    quiz::{Sureness, Verdict},
};

fn event() -> impl Strategy<Value = EventTag> {
    any::<[u8; 6]>().prop_map(EventTag::from_entropy)
}

fn sender() -> impl Strategy<Value = SenderTag> {
    any::<[u8; 3]>().prop_map(SenderTag::from_entropy)
}

/// Up to `most` characters of any kind, as they are kept.
fn text(most: usize) -> impl Strategy<Value = String> {
    vec(any::<char>(), 0..=most).prop_map(|it| tidy(&it.into_iter().collect::<String>()))
}

fn line(most: usize) -> impl Strategy<Value = String> {
    text(most).prop_map(|it| one_line(&it))
}

fn verdict() -> impl Strategy<Value = Verdict> {
    select(vec![Verdict::Myth, Verdict::Fact])
}

fn heard() -> impl Strategy<Value = Heard> {
    let sure = option::of(select(Sureness::ALL.to_vec()));
    (option::of(verdict()), option::of(verdict()), sure).prop_map(|(first, second, sure)| Heard {
        first,
        second,
        sure: sure.filter(|_| first.or(second).is_some()),
    })
}

fn rating() -> impl Strategy<Value = Option<Rating>> {
    (0..=10_u8).prop_map(Rating::of_ten)
}

fn answers(most: usize) -> impl Strategy<Value = Answers> {
    (event(), sender(), vec(heard(), 0..=most)).prop_map(|(event, sender, heard)| Answers {
        event,
        sender,
        heard,
    })
}

fn message() -> impl Strategy<Value = Message> {
    let answer = || text(passing::LONGEST_ANSWER);
    let evaluation =
        (event(), sender(), vec((rating(), rating()), 0..=MOST_ITEMS), answer(), answer(), answer())
            .prop_map(|(event, sender, ratings, differently, barrier, useful)| {
                Message::Evaluation(Evaluation { event, sender, ratings, differently, barrier, useful })
            });
    let follow_up = (event(), sender(), vec(rating(), 0..=MOST_ITEMS), answer()).prop_map(
        |(event, sender, ratings, changed)| Message::FollowUp(FollowUp { event, sender, ratings, changed }),
    );
    let note = (event(), sender(), any::<u8>(), line(passing::LONGEST_TABLE), text(passing::LONGEST_NOTE))
        .prop_map(|(event, sender, prompt, table, text)| {
            Message::TableNote(TableNote { event, sender, prompt, table, text })
        });
    prop_oneof![answers(MOST_ITEMS).prop_map(Message::Answers), evaluation, follow_up, note]
}

fn items() -> impl Strategy<Value = Vec<Invited>> {
    let known = ".{0,20}".prop_map(|id| Invited::Known(ItemCode::of(&id)));
    vec(prop_oneof![known, Just(Invited::Carried)], 0..=MOST_ITEMS)
}

fn day() -> impl Strategy<Value = NaiveDate> {
    (0..3_652_059_u64).prop_map(|it| NaiveDate::from_ymd_opt(1, 1, 1).unwrap() + Days::new(it))
}

fn invitation() -> impl Strategy<Value = Invitation> {
    let texts = (line(link::LONGEST_TITLE), line(link::LONGEST_TITLE), line(link::LONGEST_VENUE));
    (event(), texts, option::of(day()), any::<(u16, u16, u8)>(), items(), items()).prop_map(
        |(
            event,
            (title, organisers, venue),
            day,
            (minutes, participatory, prompts),
            outcomes,
            statements,
        )| {
            Invitation {
                event,
                title,
                organisers,
                venue,
                day,
                minutes,
                participatory,
                prompts,
                outcomes,
                statements,
            }
        },
    )
}

fn wording() -> impl Strategy<Value = Wording> {
    let choice = (vec(line(30), 2..6), any::<prop::sample::Index>()).prop_map(|(options, right)| {
        let right = right.index(options.len());
        questions::Answers::Choice { options, right }
    });
    let answers = prop_oneof![verdict().prop_map(questions::Answers::MythOrFact), choice];
    (text(300), answers, text(300), line(60))
        .prop_map(|(stem, answers, why, topic)| Wording { stem, answers, why, topic })
        .prop_filter("it can be asked", |it| it.problem().is_none())
}

fn carried() -> impl Strategy<Value = Carried> {
    let statement = (any::<u8>(), wording()).prop_map(|(at, wording)| CarriedStatement { at, wording });
    (vec(statement, 0..4), vec((any::<u8>(), line(frames::LONGEST_OUTCOME)), 0..4))
        .prop_map(|(statements, outcomes)| Carried { statements, outcomes })
}

/// One of every kind, as the first version writes it.
fn one_of_every_kind() -> (Vec<Message>, Invitation, Carried) {
    let (event, sender) = (EventTag::from_entropy(*b"event!"), SenderTag::from_entropy(*b"me!"));
    let said =
        Heard { first: Some(Verdict::Myth), second: Some(Verdict::Fact), sure: Some(Sureness::FairlySure) };
    let (low, high) = (Rating::of_ten(3), Rating::of_ten(8));
    let messages = vec![
        Message::Answers(Answers { event, sender, heard: vec![said, Heard::default(), said] }),
        Message::Evaluation(Evaluation {
            event,
            sender,
            ratings: vec![(low, high), (None, high)],
            differently: "Ask.".into(),
            barrier: "Time.".into(),
            useful: "The café.".into(),
        }),
        Message::FollowUp(FollowUp { event, sender, ratings: vec![high, None], changed: "I ask.".into() }),
        Message::TableNote(TableNote {
            event,
            sender,
            prompt: 2,
            table: "Table 4".into(),
            text: "Ring.\nWrite it down.".into(),
        }),
    ];
    let invitation = Invitation {
        event,
        title: "Neglect".into(),
        organisers: "The partnership".into(),
        venue: "The hall".into(),
        day: NaiveDate::from_ymd_opt(2026, 11, 25),
        minutes: 180,
        participatory: 90,
        prompts: 2,
        outcomes: vec![Invited::Carried],
        statements: vec![Invited::Known(ItemCode::of("learning-event-2017/one-off")), Invited::Carried],
    };
    let wording = Wording {
        stem: "Whom do you ring?".into(),
        answers: questions::Answers::Choice {
            options: vec!["The duty team".into(), "Nobody".into()],
            right: 0,
        },
        why: "They know.".into(),
        topic: "Ringing".into(),
    };
    let carried = Carried {
        statements: vec![CarriedStatement { at: 1, wording }],
        outcomes: vec![(0, "Name whom to ring.".into())],
    };
    (messages, invitation, carried)
}

#[test]
fn what_the_first_version_showed_is_shown_and_read_the_same() {
    let (messages, invitation, carried) = one_of_every_kind();
    let shown = [
        "534c01016576656e74216d65210350e68ac6eee3",
        "534c01026576656e74216d65210229080441736b2e0554696d652e0a54686520636166c3a92e29871695",
        "534c01036576656e74216d652102080006492061736b2ecb56384e",
        "534c01046576656e74216d652102075461626c6520341452696e672e0a577269746520697420646f776e2e189e0834",
    ];
    for (message, shown) in messages.iter().zip(shown) {
        assert_eq!(*hex(&message.to_bytes().unwrap()), shown);
        assert_eq!(Message::from_bytes(&parse_hex_bytes(shown).unwrap()).as_ref(), Ok(message));
    }
    let expected = typed::Expected { event: invitation.event, statements: 3, outcomes: 2 };
    let Message::Answers(answers) = &messages[0] else { unreachable!("it is the first") };
    assert_eq!(typed::write(answers).as_deref(), Ok("CNV7-FYC3-BK78-4"));
    assert_eq!(typed::read("CNV7-FYC3-BK78-4", expected).as_ref(), Ok(&messages[0]));
    let Message::FollowUp(follow_up) = &messages[2] else { unreachable!("it is the third") };
    assert_eq!(typed::write_follow_up(follow_up).as_deref(), Ok("KA40-SV9K-7HHS"));
    let Ok(Message::FollowUp(read)) = typed::read("KA40-SV9K-7HHS", expected) else { panic!("it is one") };
    assert_eq!((read.sender, &read.ratings), (follow_up.sender, &follow_up.ratings));
    let fragment = "U0wBBWV2ZW50IQdOZWdsZWN0D1RoZSBwYXJ0bmVyc2hpcAhUaGUgaGFsbOmULbQBWgIBAAAAAjs8RgAAAGIMmAI";
    assert_eq!(invitation.to_fragment().as_deref(), Ok(fragment));
    assert_eq!(Invitation::from_fragment(fragment), Ok(invitation.clone()));
    let frames = carried.to_frames(invitation.event).unwrap();
    let shown = "534c01066576656e74210001858809c2010102000d5468652064757479207465616d064e6f626f64791157686f6d20646f20796f752072696e673f0a54686579206b6e6f772e0752696e67696e670100124e616d652077686f6d20746f2072696e672e6236e5f9";
    assert_eq!(frames.iter().map(|frame| hex(frame).to_string()).collect::<Vec<_>>(), [shown]);
    let mut collector = Collector::new(invitation.event);
    collector.take(&parse_hex_bytes(shown).unwrap()).unwrap();
    assert_eq!(collector.whole(), Some(&carried));
}

#[test]
fn own_statements_of_the_first_version_arrive_the_same() {
    let event = EventTag::from_entropy(*b"event!");
    let statement = |at, verdict, stem: &str| CarriedStatement {
        at,
        wording: Wording {
            stem: stem.into(),
            answers: questions::Answers::MythOrFact(verdict),
            why: String::new(),
            topic: String::new(),
        },
    };
    let carried = Carried {
        statements: vec![statement(0, Verdict::Myth, "We know."), statement(1, Verdict::Fact, "We ask.")],
        outcomes: vec![],
    };
    let shown =
        "534c01066576656e74210001ac6c95d2020000085765206b6e6f772e000001010757652061736b2e00000087c9dc8d";
    let frames = carried.to_frames(event).unwrap();
    assert_eq!(frames.iter().map(|frame| hex(frame).to_string()).collect::<Vec<_>>(), [shown]);
    let mut collector = Collector::new(event);
    collector.take(&parse_hex_bytes(shown).unwrap()).unwrap();
    assert_eq!(collector.whole(), Some(&carried));
}

/// A body in an envelope that holds, so that what reads the body is put to the test.
fn sealed(kind: u8, body: &[u8]) -> Vec<u8> {
    let mut bytes = [&b"SL\x01"[..], &[kind], body].concat();
    bytes.extend(crc32fast::hash(&bytes).to_be_bytes());
    bytes
}

fn read_all(bytes: &[u8], event: EventTag) {
    drop(Message::from_bytes(bytes));
    let mut collector = Collector::new(event);
    let _ = collector.take(bytes);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn every_message_arrives_as_it_was(message in message()) {
        let bytes = message.to_bytes().unwrap();
        prop_assert!(bytes.len() <= 2_953, "a QR code holds it");
        prop_assert_eq!(Message::from_bytes(&bytes), Ok(message));
    }

    #[test]
    fn a_changed_byte_or_a_cut_of_a_message_is_refused(
        message in message(),
        at in any::<prop::sample::Index>(),
        change in 1..=255_u8,
    ) {
        let bytes = message.to_bytes().unwrap();
        let at = at.index(bytes.len());
        prop_assert!(Message::from_bytes(&bytes[..at]).is_err());
        prop_assert!(Message::from_bytes(&bytes[at + 1..]).is_err());
        let mut changed = bytes;
        changed[at] ^= change;
        prop_assert!(matches!(Message::from_bytes(&changed), Err(Unreadable::NotOurs | Unreadable::Damaged)));
    }

    #[test]
    fn typed_answers_arrive_as_they_were(answers in answers(typed::MOST_TYPED)) {
        let code = typed::write(&answers).unwrap();
        let statements = answers.heard.len();
        prop_assert_eq!(code.replace('-', "").len(), statements + 10);
        let expected = typed::Expected { event: answers.event, statements, outcomes: 4 };
        prop_assert_eq!(typed::read(&code.to_lowercase(), expected), Ok(Message::Answers(answers)));
    }

    #[test]
    fn any_two_wrong_characters_of_a_typed_code_are_noticed(
        answers in answers(typed::MOST_TYPED),
        places in any::<[prop::sample::Index; 2]>(),
        digits in any::<[prop::sample::Index; 2]>(),
    ) {
        let code: Vec<_> = typed::write(&answers).unwrap().replace('-', "").chars().collect();
        let mut typed = code.clone();
        for (place, digit) in places.into_iter().zip(digits) {
            *place.get_mut(&mut typed) = *digit.get(&"0123456789ABCDEFGHJKMNPQRSTVWXYZ".chars().collect::<Vec<_>>());
        }
        prop_assume!(typed != code);
        let typed: String = typed.into_iter().collect();
        let statements = answers.heard.len();
        let read = typed::read(&typed, typed::Expected { event: answers.event, statements, outcomes: 4 });
        prop_assert_eq!(read, Err(typed::TypedError::Mistyped));
    }

    #[test]
    fn every_invitation_arrives_as_it_was(invitation in invitation()) {
        let fragment = invitation.to_fragment().unwrap();
        prop_assert!(fragment.chars().all(|it| it.is_ascii_alphanumeric() || it == '-' || it == '_'));
        prop_assert_eq!(Invitation::from_fragment(&fragment), Ok(invitation));
    }

    #[test]
    fn carried_words_arrive_in_any_order_with_repeats_and_strangers_between(
        event in event(),
        other in event(),
        carried in carried(),
        seen in vec(any::<prop::sample::Index>(), 0..20),
        order in any::<prop::sample::Index>(),
    ) {
        prop_assume!(event != other);
        let frames = carried.to_frames(event).unwrap();
        let strangers = carried.to_frames(other).unwrap();
        let mut collector = Collector::new(event);
        let turned = (0..frames.len()).map(|at| (at + order.index(frames.len())) % frames.len()).rev();
        for at in seen.iter().map(|it| it.index(frames.len())).chain(turned) {
            prop_assert_eq!(collector.take(&strangers[at]), Err(Unreadable::OtherEvent));
            let progress = collector.take(&frames[at]).unwrap();
            prop_assert_eq!(progress.of, frames.len());
            prop_assert_eq!(collector.whole().is_some(), progress.seen == progress.of);
        }
        prop_assert_eq!(collector.whole(), Some(&carried));
    }

    #[test]
    fn no_bytes_make_anything_stumble(bytes in vec(any::<u8>(), 0..400), kind in 0..9_u8, event in event()) {
        read_all(&bytes, event);
        read_all(&sealed(kind, &bytes), event);
        read_all(&sealed(6, &[&event.bytes(), &bytes[..]].concat()), event);
        let crc = crc32fast::hash(&bytes).to_be_bytes();
        read_all(&sealed(6, &[&event.bytes(), &[0, 1][..], &crc, &bytes].concat()), event);
    }

    #[test]
    fn no_text_makes_anything_stumble(text in ".{0,60}", statements in 0..20_usize, event in event()) {
        drop(typed::read(&text, typed::Expected { event, statements, outcomes: statements }));
        drop(Invitation::from_fragment(&text));
    }

    #[test]
    fn no_digits_make_anything_stumble(
        text in "[0-9A-TV-Za-tv-z -]{0,40}",
        link in "U0wB[A-Za-z0-9_-]{0,80}",
        statements in 0..20_usize,
        event in event(),
    ) {
        drop(typed::read(&text, typed::Expected { event, statements, outcomes: statements }));
        drop(Invitation::from_fragment(&link));
    }
}
