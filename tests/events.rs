//! What a room said comes to the same, whatever the order it was said in, and nothing counts twice.
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise, in its helpers too")]

use proptest::prelude::*;
use second_look::domain::{
    events::{Ballot, Split, Tap, Way},
    quiz::Verdict,
};

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
}
