//! What one phone said of one statement, and as a number.
use super::super::quiz::{Sureness, Verdict};

/// What one phone said of one statement. The default: nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Heard {
    /// The vote before the discussion.
    pub first: Option<Verdict>,
    /// The vote after it.
    pub second: Option<Verdict>,
    /// How sure of the last vote; none when not said. Without a vote it means nothing, and is not passed on.
    pub sure: Option<Sureness>,
}

/// The order of these is in every code: never change it.
const VOTES: [Option<Verdict>; 3] = [None, Some(Verdict::Myth), Some(Verdict::Fact)];
const SURE: [Option<Sureness>; 4] =
    [None, Some(Sureness::Guess), Some(Sureness::FairlySure), Some(Sureness::Certain)];

/// How many different things can be heard of a statement: nothing, or one or two votes with how sure. 33, or 5.04 bits.
pub(super) const STATES: u64 = 1 + (VOTES.len() * VOTES.len() - 1) as u64 * SURE.len() as u64;

impl Heard {
    fn state(self) -> u64 {
        match place(self.first, &VOTES) * VOTES.len() as u64 + place(self.second, &VOTES) {
            0 => 0,
            votes => 1 + (votes - 1) * SURE.len() as u64 + place(self.sure, &SURE),
        }
    }

    fn of_state(state: u64) -> Self {
        let Some(said) = usize::try_from(state).unwrap_or(0).checked_sub(1) else { return Self::default() };
        let (votes, sure) = (said / SURE.len() + 1, said % SURE.len());
        Self { first: VOTES[votes / VOTES.len()], second: VOTES[votes % VOTES.len()], sure: SURE[sure] }
    }
}

/// `heard` as one number below [`STATES`] to the power of their count, the first the most significant. Up to twelve.
pub(super) fn number(heard: &[Heard]) -> u64 {
    heard.iter().fold(0, |number, it| number * STATES + it.state())
}

/// The `count` that `number` stands for; none when it stands for more.
pub(super) fn heard(mut number: u64, count: usize) -> Option<Vec<Heard>> {
    let mut heard = vec![Heard::default(); count];
    for it in heard.iter_mut().rev() {
        *it = Heard::of_state(number % STATES);
        number /= STATES;
    }
    (number == 0).then_some(heard)
}

fn place<T: PartialEq>(it: T, all: &[T]) -> u64 {
    all.iter().take_while(|other| **other != it).count() as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_state_stands_for_something_else_and_is_counted() {
        assert_eq!(STATES, 33);
        for state in 0..STATES {
            assert_eq!(Heard::of_state(state).state(), state);
        }
    }

    #[test]
    fn nothing_is_said_by_who_is_sure_of_no_vote() {
        let unsaid = Heard { sure: Some(Sureness::Certain), ..Heard::default() };
        assert_eq!(heard(number(&[unsaid]), 1), Some(vec![Heard::default()]));
    }

    #[test]
    fn twelve_fit_in_a_number_and_a_larger_one_is_refused() {
        let last = Heard::of_state(STATES - 1);
        let twelve = [Heard::default(), last].repeat(6);
        assert_eq!(heard(number(&twelve), 12), Some(twelve));
        assert_eq!(number(&[last; 12]), STATES.pow(12) - 1);
        assert_eq!(heard(STATES.pow(12), 12), None);
    }
}
