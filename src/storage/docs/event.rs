//! A learning day as its organisers hold it, on disk.
use super::{event_plan::EventPlanV1, moment::MomentV1, read_any, verdict::VerdictV1};
use crate::domain::{
    events::{Ballot, Event, Jotting, PanelQuestion, Place, Run, Stage, Step, TableNote, Tap, Votes},
    hex::{hex, parse_hex},
    ids::{EventId, TakeawayId},
    passing::{EventTag, SenderTag},
};
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct EventV1 {
    v: u32,
    tag: String,
    plan: EventPlanV1,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    run: Option<RunV1>,
    changed: MomentV1,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct RunV1 {
    /// Which part of the programme, and which step of it.
    place: (usize, StepV1),
    since: MomentV1,
    votes: Vec<[BallotV1; 2]>,
    notes: Vec<TableNoteV1>,
    questions: Vec<(String, bool)>,
    chosen: Vec<(TakeawayId, u32)>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    jotting: Option<JottingV1>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    ended: Option<MomentV1>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum StepV1 {
    Whole,
    Prompt(usize),
    Statement(usize, StageV1),
}

#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum StageV1 {
    Read,
    Vote,
    Discuss,
    VoteAgain,
    Reveal,
    Explain,
    Act,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct BallotV1 {
    hands: Vec<(VerdictV1, u32)>,
    /// For a myth, for a fact.
    corners: [u32; 2],
    tables: Vec<(String, VerdictV1)>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct TableNoteV1 {
    prompt: String,
    table: String,
    /// The phone's tag.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    from: Option<String>,
    text: String,
}

/// A table, its note, a question.
type JottingV1 = [String; 3];

super::versions!(Event, EventV1);

impl From<&Event> for EventV1 {
    fn from(it: &Event) -> Self {
        Self {
            v: 1,
            tag: (*hex(&it.tag.bytes())).clone(),
            plan: (&it.plan).into(),
            run: it.run.as_ref().map(Into::into),
            changed: it.changed.into(),
        }
    }
}

impl EventV1 {
    fn into_domain(self, id: [u8; 16]) -> Option<Event> {
        Some(Event {
            id: EventId::from_entropy(id),
            tag: EventTag::from_entropy(parse_hex(&self.tag)?),
            plan: self.plan.into_domain()?,
            run: read_any(self.run, RunV1::into_domain)?,
            changed: self.changed.into_domain()?,
        })
    }
}

impl From<&Run> for RunV1 {
    fn from(it: &Run) -> Self {
        let step = match it.place.step {
            Step::Whole => StepV1::Whole,
            Step::Prompt(prompt) => StepV1::Prompt(prompt),
            Step::Statement(statement, stage) => StepV1::Statement(statement, stage.into()),
        };
        let note = |it: &TableNote| {
            let TableNote { prompt, table, from, text } = it.clone();
            TableNoteV1 { prompt, table, from: from.map(|it| (*hex(&it.bytes())).clone()), text }
        };
        let jotting = |Jotting { table, note, question }| [table, note, question];
        Self {
            place: (it.place.session, step),
            since: it.since.into(),
            votes: it.votes.iter().map(|it| [(&it.first).into(), (&it.second).into()]).collect(),
            notes: it.notes.iter().map(note).collect(),
            questions: it.questions.iter().map(|it| (it.text.clone(), it.is_shown)).collect(),
            chosen: it.chosen.clone(),
            jotting: Some(it.jotting.clone()).filter(|it| *it != Jotting::default()).map(jotting),
            ended: it.ended.map(Into::into),
        }
    }
}

impl RunV1 {
    fn into_domain(self) -> Option<Run> {
        let (session, step) = self.place;
        let step = match step {
            StepV1::Whole => Step::Whole,
            StepV1::Prompt(prompt) => Step::Prompt(prompt),
            StepV1::Statement(statement, stage) => Step::Statement(statement, stage.into()),
        };
        let votes = |[first, second]: [BallotV1; 2]| Votes { first: first.into(), second: second.into() };
        let note = |it: TableNoteV1| {
            let TableNoteV1 { prompt, table, from, text } = it;
            let from = read_any(from, |it| parse_hex(&it).map(SenderTag::from_entropy))?;
            Some(TableNote { prompt, table, from, text })
        };
        let jotting = |[table, note, question]: JottingV1| Jotting { table, note, question };
        let question = |(text, is_shown)| PanelQuestion { text, is_shown };
        Some(Run {
            place: Place { session, step },
            since: self.since.into_domain()?,
            votes: self.votes.into_iter().map(votes).collect(),
            notes: self.notes.into_iter().map(note).collect::<Option<_>>()?,
            questions: self.questions.into_iter().map(question).collect(),
            chosen: self.chosen,
            jotting: self.jotting.map(jotting).unwrap_or_default(),
            ended: read_any(self.ended, MomentV1::into_domain)?,
        })
    }
}

impl From<&Ballot> for BallotV1 {
    fn from(it: &Ballot) -> Self {
        Self {
            hands: it.hands.iter().map(|tap| (tap.said.into(), tap.hands)).collect(),
            corners: it.corners,
            tables: it.tables.iter().map(|(table, said)| (table.clone(), (*said).into())).collect(),
        }
    }
}

impl From<BallotV1> for Ballot {
    fn from(it: BallotV1) -> Self {
        let tap = |(said, hands): (VerdictV1, u32)| Tap { said: said.into(), hands };
        let table = |(table, said): (String, VerdictV1)| (table, said.into());
        Self {
            hands: it.hands.into_iter().map(tap).collect(),
            corners: it.corners,
            tables: it.tables.into_iter().map(table).collect(),
        }
    }
}

/// The names on disk and what they stand for, both ways.
macro_rules! stages {
    ($($stage:ident),*) => {
        impl From<Stage> for StageV1 {
            fn from(stage: Stage) -> Self {
                match stage {
                    $(Stage::$stage => Self::$stage,)*
                }
            }
        }

        impl From<StageV1> for Stage {
            fn from(stage: StageV1) -> Self {
                match stage {
                    $(StageV1::$stage => Self::$stage,)*
                }
            }
        }
    };
}

stages!(Read, Vote, Discuss, VoteAgain, Reveal, Explain, Act);
