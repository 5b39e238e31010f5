//! What everything that was said comes to: people and tables, before and after they talked.
use super::{Ballot, Run, Votes};
use crate::domain::{
    passing::{Answers, Heard},
    quiz::Verdict,
};

/// How many said each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Split {
    pub myth: u32,
    pub fact: u32,
}

/// One vote on a statement.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// Hands, corners and phones.
    pub people: Split,
    pub tables: Split,
}

/// Both votes on a statement.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    pub first: Said,
    pub second: Said,
}

impl Split {
    /// All of them.
    #[must_use]
    pub const fn all(self) -> u32 {
        self.myth.saturating_add(self.fact)
    }

    /// How many said this.
    #[must_use]
    pub const fn of(self, said: Verdict) -> u32 {
        match said {
            Verdict::Myth => self.myth,
            Verdict::Fact => self.fact,
        }
    }

    /// The share that said this, in percent; none where nobody said anything.
    #[must_use]
    pub fn percent(self, said: Verdict) -> Option<u32> {
        let all = u64::from(self.all());
        let share = (u64::from(self.of(said)) * 200 + all).checked_div(2 * all)?;
        u32::try_from(share).ok()
    }

    const fn add(&mut self, said: Verdict, count: u32) {
        let side = match said {
            Verdict::Myth => &mut self.myth,
            Verdict::Fact => &mut self.fact,
        };
        *side = side.saturating_add(count);
    }
}

impl Totals {
    /// Of the statement at this place, counted from 0, with what came from phones.
    #[must_use]
    pub fn of<'a>(run: &Run, statement: usize, phones: impl Iterator<Item = &'a Answers>) -> Self {
        let mut totals = run.votes.get(statement).map(Self::of_room).unwrap_or_default();
        for heard in phones.filter_map(|it| it.heard.get(statement)) {
            totals.add(heard);
        }
        totals
    }

    fn of_room(votes: &Votes) -> Self {
        let said = |ballot: &Ballot| {
            let mut it = Said::default();
            for said in [Verdict::Myth, Verdict::Fact] {
                it.people.add(said, ballot.hands_for(said).saturating_add(ballot.corner_for(said)));
                it.tables.add(said, ballot.tables_for(said));
            }
            it
        };
        Self { first: said(&votes.first), second: said(&votes.second) }
    }

    fn add(&mut self, heard: &Heard) {
        for (vote, said) in [(&mut self.first, heard.first), (&mut self.second, heard.second)] {
            if let Some(said) = said {
                vote.people.add(said, 1);
            }
        }
    }

    /// By how many points in a hundred the room moved towards `right` while it talked; none where one of the votes was
    /// not taken. People count, or tables where only tables voted.
    #[must_use]
    pub fn shift(&self, right: Verdict) -> Option<i64> {
        let moved = |first: Split, second: Split| {
            Some(i64::from(second.percent(right)?) - i64::from(first.percent(right)?))
        };
        moved(self.first.people, self.second.people).or_else(|| moved(self.first.tables, self.second.tables))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_rounded_and_nobody_is_no_share() {
        assert_eq!(Split::default().percent(Verdict::Myth), None);
        let split = Split { myth: 1, fact: 2 };
        assert_eq!((split.percent(Verdict::Myth), split.percent(Verdict::Fact)), (Some(33), Some(67)));
        let many = Split { myth: u32::MAX, fact: 0 };
        assert_eq!(many.percent(Verdict::Myth), Some(100));
    }

    #[test]
    fn the_shift_is_towards_what_is_right() {
        let mut totals = Totals::default();
        totals.first.people = Split { myth: 2, fact: 8 };
        assert_eq!(totals.shift(Verdict::Myth), None, "the second vote was not taken");
        totals.second.people = Split { myth: 7, fact: 3 };
        assert_eq!(totals.shift(Verdict::Myth), Some(50));
        assert_eq!(totals.shift(Verdict::Fact), Some(-50));
    }
}
