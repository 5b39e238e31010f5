//! What a room said comes to the same, whatever the order it was said in, and nothing counts twice.
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise, in its helpers too")]

use chrono::DateTime;
use proptest::prelude::*;
use second_look::domain::{
    events::{Asked, Ballot, EventPlan, Session, SessionKind, Split, Tap, Totals, Way},
    ids::{CollectedId, EventId, StatementId},
    journal::{Command, EventCommand, Journal, Refusal},
    passing::{Answers, EventTag, Heard, Message, SenderTag},
    quiz::Verdict,
};
use std::collections::BTreeMap;

fn verdict() -> impl Strategy<Value = Verdict> {
    prop::sample::select(vec![Verdict::Myth, Verdict::Fact])
}

/// What can be said in any order: each corner is counted once, and each table speaks once.
fn ways() -> impl Strategy<Value = Vec<Way>> {
    let taps = prop::collection::vec((verdict(), 1_u32..6), 0..20);
    let corners = (0_u32..60, 0_u32..60);
    let tables = prop::collection::btree_map("[A-Z][a-z]{0,6}", verdict(), 0..12);
    (taps, corners, tables).prop_map(|(taps, (myth, fact), tables)| {
        let taps = taps.into_iter().map(|(said, hands)| Way::Hands(Tap { said, hands }));
        let corners = [Way::Corner(Verdict::Myth, myth), Way::Corner(Verdict::Fact, fact)];
        let tables = tables.into_iter().map(|(table, said)| Way::Table(table, Some(said)));
        taps.chain(corners).chain(tables).collect()
    })
}

fn heard(ways: &[Way]) -> [Split; 3] {
    let mut ballot = Ballot::default();
    ways.iter().cloned().for_each(|way| ballot.hear(way));
    let of =
        |count: &dyn Fn(Verdict) -> u32| Split { myth: count(Verdict::Myth), fact: count(Verdict::Fact) };
    [of(&|it| ballot.hands_for(it)), of(&|it| ballot.corner_for(it)), of(&|it| ballot.tables_for(it))]
}

proptest! {
    #[test]
    fn totals_hold_for_any_order(
        (ways, mixed) in ways().prop_flat_map(|ways| (Just(ways.clone()), Just(ways).prop_shuffle())),
    ) {
        prop_assert_eq!(heard(&ways), heard(&mixed));
        // What is said of a corner or by a table again says the same.
        let again: Vec<_> = mixed.iter().filter(|it| !matches!(it, Way::Hands(_))).cloned().collect();
        prop_assert_eq!(heard(&[mixed, again].concat()), heard(&ways));
    }

    /// Up to seven phones, shown and shown again in any order, some after their owner's change of mind.
    #[test]
    fn no_phone_counts_twice_and_the_last_that_it_says_counts(
        shown in prop::collection::vec((0_u8..7, verdict()), 0..60),
    ) {
        let mut journal = a_day_with_one_statement();
        let mut last = BTreeMap::new();
        for (at, (phone, said)) in shown.into_iter().enumerate() {
            let name = CollectedId::from_entropy([at as u8; 16]);
            let command = EventCommand::Collect { id: name, message: answer(phone, said) };
            let planned = journal.plan(Command::Event(event(), command), now());
            prop_assert_eq!(planned == Err(Refusal::AlreadyCounted), last.insert(phone, said) == Some(said));
            journal.apply(&planned.unwrap_or_default());
        }
        let run = journal.run_of(event()).unwrap();
        let people = Totals::of(run, 0, journal.answers_at(event())).first.people;
        let said = |verdict| last.values().filter(|it| **it == verdict).count() as u32;
        prop_assert_eq!(people, Split { myth: said(Verdict::Myth), fact: said(Verdict::Fact) });
    }
}

const TAG: EventTag = EventTag::from_entropy([1; 6]);

fn event() -> EventId {
    EventId::from_entropy([1; 16])
}

fn now() -> second_look::domain::time::Moment {
    DateTime::parse_from_rfc3339("2026-12-10T09:30:00+00:00").unwrap()
}

fn answer(phone: u8, said: Verdict) -> Message {
    let heard = vec![Heard { first: Some(said), second: None, sure: None }];
    Message::Answers(Answers { event: TAG, sender: SenderTag::from_entropy([phone; 3]), heard })
}

fn a_day_with_one_statement() -> Journal {
    let plan = EventPlan {
        title: "A day".into(),
        programme: vec![Session::of(SessionKind::Quiz, 20)],
        statements: vec![Asked::Pack(StatementId::new("learning-event-2017", "one-off"))],
        ..EventPlan::default()
    };
    let mut journal = Journal::default();
    for command in [EventCommand::Prepare { tag: TAG, plan }, EventCommand::Begin] {
        let changes = journal.plan(Command::Event(event(), command), now()).unwrap();
        journal.apply(&changes);
    }
    journal
}
