//! What a learning day needs on paper, where somebody has no phone or no battery is left.
use super::{
    event_plan::{judged, told_outcome},
    library::Library,
    paper::{Paper, Piece},
};
use crate::domain::events::EventPlan;

/// A paper for the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EventPaper {
    /// A statement each, to cut out and put on the tables.
    StatementCards,
    /// For each table, to tick.
    AnswerSheet,
    /// For each person, at the end.
    EvaluationForm,
}

impl EventPaper {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::StatementCards, Self::AnswerSheet, Self::EvaluationForm];

    /// What it is called.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::StatementCards => "Statement cards",
            Self::AnswerSheet => "Answer sheet for a table",
            Self::EvaluationForm => "Evaluation form",
        }
    }
}

/// The paper, ready to be printed. No verdict stands on it: it lies on the tables before anybody has voted.
#[must_use]
pub fn event_paper(library: &Library, plan: &EventPlan, which: EventPaper) -> Paper {
    let mut paper = Paper::new(format!("{}: {}", plan.title, which.name()));
    let statements = plan.statements.iter().filter_map(|it| judged(library, it)).map(|it| it.statement);
    match which {
        EventPaper::StatementCards => {
            for (at, statement) in statements.enumerate() {
                paper.put(Piece::Heading(format!("{}. {statement}", at + 1)));
                paper.put(Piece::Text("Myth or fact? What makes you think so?".to_owned()));
            }
        }
        EventPaper::AnswerSheet => {
            paper.put(Piece::Text("Table:".to_owned()));
            paper.put(Piece::Blank);
            for (at, statement) in statements.enumerate() {
                paper.put(Piece::Text(format!(
                    "{}. {statement}\n☐ Myth   ☐ Fact      after talking: ☐ Myth   ☐ Fact",
                    at + 1
                )));
            }
        }
        EventPaper::EvaluationForm => {
            paper.put(Piece::Text(
                "Leave out your name. Circle a number: 1 is not at all, 10 is completely.".to_owned(),
            ));
            for can in plan.outcomes.iter().filter_map(|it| told_outcome(library, it)) {
                paper.put(Piece::Heading(can));
                for when in ["Before this event", "Now"] {
                    paper.put(Piece::Text(format!("{when}:   1   2   3   4   5   6   7   8   9   10")));
                }
            }
            for ask in
                ["What was most useful?", "What will you do differently?", "What may stand in the way?"]
            {
                paper.put(Piece::Heading(ask.to_owned()));
                paper.put(Piece::Blank);
                paper.put(Piece::Blank);
            }
        }
    }
    paper
}
