//! Myth or fact: a round of statements, what the person said, and how it went.
use super::{
    ids::{NotAnId, RoundId, SectionId, SetId, StatementId},
    reviews::Outcome,
    time::Moment,
};
use std::{fmt, str::FromStr};

/// What a statement is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Believed by many, and wrong.
    Myth,
    /// Borne out by evidence or by law.
    Fact,
}

/// How sure a person is of an answer, said before they see the verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sureness {
    Guess,
    FairlySure,
    Certain,
}

impl Sureness {
    /// All of them, the least sure first.
    pub const ALL: [Self; 3] = [Self::Guess, Self::FairlySure, Self::Certain];
}

/// What a round asks about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Topic {
    /// Some of everything.
    Mixed,
    /// What was last answered wrongly.
    Missed,
    /// A set of statements.
    Set(SetId),
    /// The statements that test one section of a module.
    Section(SectionId),
}

/// One sitting of a topic. It can be left and taken up again at any statement.
#[derive(Clone, Debug, PartialEq)]
pub struct Round {
    /// Its name.
    pub id: RoundId,
    /// What it asks about.
    pub topic: Topic,
    /// The statements in the order they are asked.
    pub order: Vec<StatementId>,
    /// What has been answered, in order.
    pub answers: Vec<Answer>,
    /// When it began.
    pub started: Moment,
}

/// What a person said of one statement.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// The statement.
    pub statement: StatementId,
    /// What the person called it.
    pub said: Verdict,
    /// How sure the person was.
    pub sure: Sureness,
    /// What the pack called it at the time.
    pub verdict: Verdict,
    /// When.
    pub at: Moment,
}

/// How many answers were right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Score {
    /// Answers that matched the verdict.
    pub right: usize,
    /// Answers given.
    pub of: usize,
}

/// Where a round stands. Statements are counted from 1.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// This statement is asked next.
    Ask { number: usize, statement: StatementId },
    /// This answer is being explained.
    Tell { number: usize, answer: Answer },
    /// Every statement has been answered.
    Results,
}

impl fmt::Display for Topic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Mixed => f.write_str("mixed"),
            Self::Missed => f.write_str("missed"),
            Self::Set(id) => write!(f, "set/{id}"),
            Self::Section(id) => write!(f, "section/{id}"),
        }
    }
}

impl FromStr for Topic {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        match text.split_once('/') {
            None if text == "mixed" => Ok(Self::Mixed),
            None if text == "missed" => Ok(Self::Missed),
            Some(("set", id)) => id.parse().map(Self::Set),
            Some(("section", id)) => id.parse().map(Self::Section),
            _ => Err(NotAnId),
        }
    }
}

impl Answer {
    /// Whether the person was right.
    #[must_use]
    pub fn is_right(&self) -> bool {
        self.said == self.verdict
    }

    /// What came of it, for the history.
    #[must_use]
    pub fn outcome(&self) -> Outcome {
        Outcome::of(self.is_right(), self.sure)
    }
}

impl Round {
    /// The first statement without an answer; none when the round is finished.
    #[must_use]
    pub fn next_statement(&self) -> Option<&StatementId> {
        self.order.iter().find(|id| self.answer_to(id).is_none())
    }

    /// What was said of `statement`, if it has been answered.
    #[must_use]
    pub fn answer_to(&self, statement: &StatementId) -> Option<&Answer> {
        self.answers.iter().find(|answer| answer.statement == *statement)
    }

    /// Where the round stands while the person reads the explanation of `told`, if of any.
    #[must_use]
    pub fn step(&self, told: Option<&StatementId>) -> Step {
        let number = |statement: &StatementId| {
            let at = self.order.iter().position(|id| id == statement);
            at.map_or(self.order.len(), |at| at + 1)
        };
        if let Some(answer) = told.and_then(|told| self.answer_to(told)) {
            return Step::Tell { number: number(&answer.statement), answer: answer.clone() };
        }
        match self.next_statement() {
            Some(statement) => Step::Ask { number: number(statement), statement: statement.clone() },
            None => Step::Results,
        }
    }

    /// Whether every statement has an answer.
    #[must_use]
    pub fn is_finished(&self) -> bool {
        self.next_statement().is_none()
    }

    /// How it has gone so far.
    #[must_use]
    pub fn score(&self) -> Score {
        Score {
            right: self.answers.iter().filter(|answer| answer.is_right()).count(),
            of: self.answers.len(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn statement(name: &str) -> StatementId {
        StatementId::new("event", name)
    }

    fn answer(name: &str, said: Verdict) -> Answer {
        Answer {
            statement: statement(name),
            said,
            sure: Sureness::Certain,
            verdict: Verdict::Myth,
            at: Moment::default(),
        }
    }

    fn round(answers: Vec<Answer>) -> Round {
        Round {
            id: RoundId::from_entropy([1; 16]),
            topic: Topic::Set(SetId::new("event", "pair")),
            order: vec![statement("one"), statement("two")],
            answers,
            started: Moment::default(),
        }
    }

    #[test]
    fn a_round_asks_tells_and_ends_with_its_results() {
        let one = statement("one");
        assert_eq!(round(vec![]).step(None), Step::Ask { number: 1, statement: one.clone() });
        assert_eq!(round(vec![]).step(Some(&one)), Step::Ask { number: 1, statement: one.clone() });
        let first = answer("one", Verdict::Fact);
        let begun = round(vec![first.clone()]);
        assert_eq!(begun.step(Some(&one)), Step::Tell { number: 1, answer: first.clone() });
        assert_eq!(begun.step(None), Step::Ask { number: 2, statement: statement("two") });
        let done = round(vec![first, answer("two", Verdict::Myth)]);
        assert_eq!(done.step(None), Step::Results);
        assert_eq!(done.score(), Score { right: 1, of: 2 });
    }
}
