//! Puts statements into an order that gives nothing away: shuffled, and as many myths as facts.
use super::{ids::StatementId, quiz::Verdict};

/// All of `items`, in an order that follows from `seed`.
#[must_use]
pub fn shuffled<T>(mut items: Vec<T>, seed: u64) -> Vec<T> {
    let mut seed = seed;
    for last in (1..items.len()).rev() {
        items.swap(last, below(last + 1, &mut seed));
    }
    items
}

/// At most `most` of `statements`, in an order that follows from `seed`: as many myths as facts, as far as there are.
#[must_use]
pub fn balanced(statements: Vec<(StatementId, Verdict)>, most: usize, seed: u64) -> Vec<StatementId> {
    let (myths, facts): (Vec<_>, Vec<_>) =
        shuffled(statements, seed).into_iter().partition(|(_, verdict)| *verdict == Verdict::Myth);
    let half = most.div_ceil(2);
    // Where one side is short, the other fills up.
    let of_myths = myths.len().min(half.max(most.saturating_sub(facts.len())));
    let of_facts = facts.len().min(most - of_myths);
    let chosen = myths.into_iter().take(of_myths).chain(facts.into_iter().take(of_facts));
    shuffled(chosen.map(|(id, _)| id).collect(), seed.rotate_left(32))
}

/// A number below `most`, by SplitMix64 (Steele, Lea and Flood 2014). The bias of the remainder is far below notice.
fn below(most: usize, seed: &mut u64) -> usize {
    *seed = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut mixed = *seed;
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    usize::try_from((mixed ^ (mixed >> 31)) % most as u64).expect("it is less than a usize")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn statements(myths: usize, facts: usize) -> Vec<(StatementId, Verdict)> {
        let named = |kind: &str, verdict| {
            let kind = kind.to_owned();
            move |n| (StatementId::new("event", &format!("{kind}{n}")), verdict)
        };
        let myths = (0..myths).map(named("myth", Verdict::Myth));
        myths.chain((0..facts).map(named("fact", Verdict::Fact))).collect()
    }

    fn myths_and_facts(of: &[StatementId]) -> (usize, usize) {
        let myths = of.iter().filter(|id| id.item().starts_with("myth")).count();
        (myths, of.len() - myths)
    }

    #[test]
    fn there_are_as_many_myths_as_facts_as_far_as_there_are() {
        for ((myths, facts), most, expected) in [
            ((20, 20), 10, (5, 5)),
            ((20, 2), 10, (8, 2)),
            ((1, 20), 10, (1, 9)),
            ((3, 2), 10, (3, 2)),
            ((20, 20), 9, (5, 4)),
            ((0, 0), 10, (0, 0)),
            ((5, 5), 0, (0, 0)),
        ] {
            let chosen = balanced(statements(myths, facts), most, 7);
            assert_eq!(myths_and_facts(&chosen), expected, "{myths} myths, {facts} facts, {most} at most");
        }
    }

    #[test]
    fn every_order_is_as_likely_as_any_other_and_follows_from_the_seed() {
        let mut first = [0; 4];
        for seed in 0..4_000 {
            first[shuffled(vec![0, 1, 2, 3], seed)[0]] += 1;
            assert_eq!(shuffled(vec![0, 1, 2, 3], seed), shuffled(vec![0, 1, 2, 3], seed));
        }
        assert!(first.iter().all(|count| (900..1_100).contains(count)), "{first:?}");
    }

    #[test]
    fn nothing_is_lost_and_nothing_comes_twice() {
        let mut all = shuffled((0..50).collect(), 3);
        all.sort_unstable();
        assert_eq!(all, (0..50).collect::<Vec<_>>());
    }
}
