//! What the room said of one statement, in any mixture of ways: counted hands, tables, corners of the room.
use crate::domain::quiz::Verdict;

/// Both votes on a statement.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Votes {
    /// Before anybody talked.
    pub first: Ballot,
    /// After one talked to one's neighbour.
    pub second: Ballot,
}

/// Which of the two votes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Vote {
    First,
    Second,
}

/// One vote.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ballot {
    /// Hands as they were counted, tap by tap, so that a wrong tap can be taken back, whatever happened since.
    pub hands: Vec<Tap>,
    /// How many stood in the corner for each.
    pub corners: [u32; 2],
    /// What each table said, by its name. A table says one thing.
    pub tables: Vec<(String, Verdict)>,
}

/// A tap: so many hands for this.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tap {
    pub said: Verdict,
    pub hands: u32,
}

/// How something is said by the room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Way {
    /// So many hands more.
    Hands(Tap),
    /// The last tap was a mistake.
    TakeBackTap,
    /// So many stand in the corner for this.
    Corner(Verdict, u32),
    /// A table says this; with none, it says nothing after all.
    Table(String, Option<Verdict>),
}

impl Votes {
    /// One of the two.
    #[must_use]
    pub const fn ballot(&self, vote: Vote) -> &Ballot {
        match vote {
            Vote::First => &self.first,
            Vote::Second => &self.second,
        }
    }

    /// One of the two, to be changed.
    pub const fn ballot_mut(&mut self, vote: Vote) -> &mut Ballot {
        match vote {
            Vote::First => &mut self.first,
            Vote::Second => &mut self.second,
        }
    }
}

impl Ballot {
    /// Takes in what the room says.
    pub fn hear(&mut self, way: Way) {
        match way {
            Way::Hands(tap) => self.hands.push(tap),
            Way::TakeBackTap => drop(self.hands.pop()),
            Way::Corner(said, count) => self.corners[place(said)] = count,
            Way::Table(table, said) => {
                let table = table.trim().to_owned();
                self.tables.retain(|(known, _)| *known != table);
                if let Some(said) = said {
                    let at = self.tables.partition_point(|(known, _)| *known < table);
                    self.tables.insert(at, (table, said));
                }
            }
        }
    }

    /// How many hands were counted for this.
    #[must_use]
    pub fn hands_for(&self, said: Verdict) -> u32 {
        self.hands.iter().filter(|it| it.said == said).fold(0, |sum, it| sum.saturating_add(it.hands))
    }

    /// How many stood in the corner for this.
    #[must_use]
    pub const fn corner_for(&self, said: Verdict) -> u32 {
        self.corners[place(said)]
    }

    /// How many tables said this.
    #[must_use]
    pub fn tables_for(&self, said: Verdict) -> u32 {
        let tables = self.tables.iter().filter(|(_, it)| *it == said).count();
        u32::try_from(tables).unwrap_or(u32::MAX)
    }
}

const fn place(said: Verdict) -> usize {
    match said {
        Verdict::Myth => 0,
        Verdict::Fact => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hands_are_counted_tap_by_tap_and_the_last_tap_is_taken_back() {
        let mut ballot = Ballot::default();
        for (said, hands) in [(Verdict::Myth, 5), (Verdict::Fact, 1), (Verdict::Myth, 1)] {
            ballot.hear(Way::Hands(Tap { said, hands }));
        }
        assert_eq!((ballot.hands_for(Verdict::Myth), ballot.hands_for(Verdict::Fact)), (6, 1));
        ballot.hear(Way::TakeBackTap);
        assert_eq!(ballot.hands_for(Verdict::Myth), 5);
        for _ in 0..3 {
            ballot.hear(Way::TakeBackTap);
        }
        assert_eq!(ballot, Ballot::default(), "there is nothing left to take back, and that is no fault");
    }

    #[test]
    fn a_table_says_one_thing_whatever_it_said_before() {
        let mut ballot = Ballot::default();
        let table = |name: &str, said| Way::Table(name.into(), said);
        ballot.hear(table("Window", Some(Verdict::Myth)));
        ballot.hear(table(" Window ", Some(Verdict::Fact)));
        ballot.hear(table("Door", Some(Verdict::Fact)));
        assert_eq!((ballot.tables_for(Verdict::Myth), ballot.tables_for(Verdict::Fact)), (0, 2));
        ballot.hear(table("Door", None));
        assert_eq!(ballot.tables_for(Verdict::Fact), 1);
    }
}
