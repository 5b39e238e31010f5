//! How a round went, so that it teaches: corrected for guessing, by how sure the person was, and against the last time.
use super::{
    cards::CardId,
    ids::StatementId,
    quiz::{Answer, Round, Sureness},
    reviews::History,
};

/// How many answers given this surely were right, and how many wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Calibration {
    pub sure: Sureness,
    pub right: usize,
    pub wrong: usize,
}

/// How a round went.
#[derive(Clone, Debug, PartialEq)]
pub struct Results {
    /// Answers that were right.
    pub right: usize,
    /// Answers given.
    pub of: usize,
    /// By how sure the person was, the surest first.
    pub by_sureness: Vec<Calibration>,
    /// Every answer: what was sure and wrong first, then what else was wrong, then what was right, the least sure first.
    pub answers: Vec<Answer>,
    /// Wrong when they were last answered before this round, and right now.
    pub learnt: Vec<StatementId>,
    /// Right then, and wrong now.
    pub slipped: Vec<StatementId>,
}

impl Results {
    /// Looks back on `round`; `history` tells how its statements were answered before.
    #[must_use]
    pub fn of(round: &Round, history: &History) -> Self {
        let right = |it: &&Answer| it.is_right();
        let by_sureness = Sureness::ALL.into_iter().rev().map(|sure| {
            let given: Vec<_> = round.answers.iter().filter(|it| it.sure == sure).collect();
            let right = given.iter().copied().filter(right).count();
            Calibration { sure, right, wrong: given.len() - right }
        });
        let mut answers = round.answers.clone();
        answers.sort_by_key(|it| match it.is_right() {
            false => (0, std::cmp::Reverse(it.sure), Sureness::Guess),
            true => (1, std::cmp::Reverse(Sureness::Guess), it.sure),
        });
        let before = |it: &Answer| {
            let answers = history.of(&CardId::Statement(it.statement.clone()))?.counted();
            let last = answers.iter().rev().find(|seen| seen.at < round.started)?;
            Some(last.outcome.is_right())
        };
        let turned = |now: bool| {
            let turned = round.answers.iter().filter(|it| it.is_right() == now && before(it) == Some(!now));
            turned.map(|it| it.statement.clone()).collect()
        };
        Self {
            right: round.answers.iter().filter(right).count(),
            of: round.answers.len(),
            by_sureness: by_sureness.collect(),
            answers,
            learnt: turned(true),
            slipped: turned(false),
        }
    }

    /// The share known beyond guessing, in percent: with two answers to choose from, half are right by chance, so each
    /// wrong one stands for another that was only guessed. None for no answers, and never less than 0.
    #[must_use]
    pub fn beyond_guessing(&self) -> Option<usize> {
        let wrong = self.of - self.right;
        (self.right.saturating_sub(wrong) * 100).checked_div(self.of)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        ids::{CardHistoryId, RoundId, SetId},
        quiz::{Topic, Verdict},
        reviews::{CardHistory, Outcome, Review},
        time::Moment,
    };
    use chrono::TimeDelta;

    fn statement(name: &str) -> StatementId {
        StatementId::new("event", name)
    }

    fn round(answers: &[(&str, Verdict, Sureness)]) -> Round {
        let answer = |(name, said, sure): &(&str, Verdict, Sureness)| Answer {
            statement: statement(name),
            said: *said,
            sure: *sure,
            verdict: Verdict::Myth,
            at: Moment::default(),
        };
        Round {
            id: RoundId::from_entropy([1; 16]),
            topic: Topic::Set(SetId::new("event", "pair")),
            order: vec![],
            answers: answers.iter().map(answer).collect(),
            started: Moment::default(),
        }
    }

    fn names(of: &[StatementId]) -> Vec<&str> {
        of.iter().map(StatementId::item).collect()
    }

    #[test]
    fn what_was_sure_and_wrong_stands_first() {
        let results = Results::of(
            &round(&[
                ("known", Verdict::Myth, Sureness::Certain),
                ("lucky", Verdict::Myth, Sureness::Guess),
                ("unsure", Verdict::Fact, Sureness::Guess),
                ("believed", Verdict::Fact, Sureness::Certain),
            ]),
            &History::default(),
        );
        let order: Vec<_> = results.answers.iter().map(|it| it.statement.item().to_owned()).collect();
        assert_eq!(order, ["believed", "unsure", "lucky", "known"]);
        let certain = Calibration { sure: Sureness::Certain, right: 1, wrong: 1 };
        assert_eq!(results.by_sureness[0], certain);
    }

    #[test]
    fn what_guessing_gives_is_worth_nothing() {
        let all_myth = |myths: usize, facts: usize| Results {
            right: myths,
            of: myths + facts,
            ..Results::of(&round(&[]), &History::default())
        };
        assert_eq!(all_myth(5, 5).beyond_guessing(), Some(0));
        assert_eq!(all_myth(2, 8).beyond_guessing(), Some(0));
        assert_eq!(all_myth(9, 0).beyond_guessing(), Some(100));
        assert_eq!(all_myth(8, 2).beyond_guessing(), Some(60));
        assert_eq!(all_myth(0, 0).beyond_guessing(), None);
    }

    #[test]
    fn what_changed_since_the_last_time_is_told() {
        let earlier = Moment::default() - TimeDelta::days(7);
        let mut history = History::default();
        for (n, name, outcome) in [
            (1, "learnt", Outcome::Wrong(Sureness::Certain)),
            (2, "slipped", Outcome::Right(Sureness::Guess)),
            (3, "kept", Outcome::Right(Sureness::Certain)),
        ] {
            let review = Review { at: earlier, outcome, taken_back: false };
            let (id, card) = (CardHistoryId::from_entropy([n; 16]), CardId::Statement(statement(name)));
            history.put(CardHistory::new(id, card, vec![review]));
        }
        history.settle();
        let results = Results::of(
            &round(&[
                ("learnt", Verdict::Myth, Sureness::Certain),
                ("slipped", Verdict::Fact, Sureness::Certain),
                ("kept", Verdict::Myth, Sureness::Certain),
                ("new", Verdict::Fact, Sureness::Certain),
            ]),
            &history,
        );
        assert_eq!((names(&results.learnt), names(&results.slipped)), (vec!["learnt"], vec!["slipped"]));
    }
}
