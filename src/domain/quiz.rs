//! Myth or fact: a round of statements, what the person said, and how it went.
use super::{
    ids::{RoundId, SetId, StatementId},
    time::Moment,
};
use serde::{Deserialize, Serialize};

/// What a statement is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Believed by many, and wrong.
    Myth,
    /// Borne out by evidence or by law.
    Fact,
}

/// One sitting of a set. It can be left and taken up again at any statement.
#[derive(Clone, Debug, PartialEq)]
pub struct Round {
    /// Its name.
    pub id: RoundId,
    /// The set it asks.
    pub set: SetId,
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

impl Answer {
    /// Whether the person was right.
    #[must_use]
    pub fn is_right(&self) -> bool {
        self.said == self.verdict
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
