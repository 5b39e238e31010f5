//! The plan of a learning day, on disk.
use super::{day::DayV1, read_any, wording::WordingV1};
use crate::domain::{
    events::{Asked, EventOutcome, EventPlan, Session, SessionKind},
    ids::{LearningOutcomeId, StatementId, TakeawayId},
};
use chrono::NaiveTime;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct EventPlanV1 {
    title: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    day: Option<DayV1>,
    /// `09:30`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    starts: Option<String>,
    venue: String,
    organisers: String,
    outcomes: Vec<EventOutcomeV1>,
    programme: Vec<SessionV1>,
    ground_rules: String,
    warning: String,
    statements: Vec<AskedV1>,
    takeaways: Vec<TakeawayId>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum EventOutcomeV1 {
    Pack(LearningOutcomeId),
    Own(String),
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum AskedV1 {
    Pack(StatementId),
    Own(WordingV1),
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct SessionV1 {
    kind: SessionKindV1,
    title: String,
    minutes: u16,
    speaker: String,
    notes: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    prompts: Vec<String>,
}

#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum SessionKindV1 {
    Welcome,
    Talk,
    GroupWork,
    Quiz,
    Panel,
    TakeHome,
    Evaluation,
    Certificates,
    Break,
}

impl From<&EventPlan> for EventPlanV1 {
    fn from(it: &EventPlan) -> Self {
        Self {
            title: it.title.clone(),
            day: it.day.map(Into::into),
            starts: it.starts.map(|time| time.format("%H:%M").to_string()),
            venue: it.venue.clone(),
            organisers: it.organisers.clone(),
            outcomes: it.outcomes.iter().map(Into::into).collect(),
            programme: it.programme.iter().map(Into::into).collect(),
            ground_rules: it.ground_rules.clone(),
            warning: it.warning.clone(),
            statements: it.statements.iter().map(Into::into).collect(),
            takeaways: it.takeaways.clone(),
        }
    }
}

impl EventPlanV1 {
    pub(super) fn into_domain(self) -> Option<EventPlan> {
        let time = |text: String| NaiveTime::parse_from_str(&text, "%H:%M").ok();
        Some(EventPlan {
            title: self.title,
            day: read_any(self.day, DayV1::into_domain)?,
            starts: read_any(self.starts, time)?,
            venue: self.venue,
            organisers: self.organisers,
            outcomes: self.outcomes.into_iter().map(Into::into).collect(),
            programme: self.programme.into_iter().map(Into::into).collect(),
            ground_rules: self.ground_rules,
            warning: self.warning,
            statements: self.statements.into_iter().map(AskedV1::into_domain).collect::<Option<_>>()?,
            takeaways: self.takeaways,
        })
    }
}

impl From<&EventOutcome> for EventOutcomeV1 {
    fn from(it: &EventOutcome) -> Self {
        match it {
            EventOutcome::Pack(id) => Self::Pack(id.clone()),
            EventOutcome::Own(text) => Self::Own(text.clone()),
        }
    }
}

impl From<EventOutcomeV1> for EventOutcome {
    fn from(it: EventOutcomeV1) -> Self {
        match it {
            EventOutcomeV1::Pack(id) => Self::Pack(id),
            EventOutcomeV1::Own(text) => Self::Own(text),
        }
    }
}

impl From<&Asked> for AskedV1 {
    fn from(it: &Asked) -> Self {
        match it {
            Asked::Pack(id) => Self::Pack(id.clone()),
            Asked::Own(wording) => Self::Own(wording.into()),
        }
    }
}

impl AskedV1 {
    pub(super) fn into_domain(self) -> Option<Asked> {
        match self {
            Self::Pack(id) => Some(Asked::Pack(id)),
            Self::Own(wording) => wording.into_domain().map(Asked::Own),
        }
    }
}

impl From<&Session> for SessionV1 {
    fn from(it: &Session) -> Self {
        let Session { kind, title, minutes, speaker, notes, prompts } = it.clone();
        Self { kind: kind.into(), title, minutes, speaker, notes, prompts }
    }
}

impl From<SessionV1> for Session {
    fn from(it: SessionV1) -> Self {
        let SessionV1 { kind, title, minutes, speaker, notes, prompts } = it;
        Self { kind: kind.into(), title, minutes, speaker, notes, prompts }
    }
}

/// The names on disk and what they stand for, both ways.
macro_rules! kinds {
    ($($kind:ident),*) => {
        impl From<SessionKind> for SessionKindV1 {
            fn from(kind: SessionKind) -> Self {
                match kind {
                    $(SessionKind::$kind => Self::$kind,)*
                }
            }
        }

        impl From<SessionKindV1> for SessionKind {
            fn from(kind: SessionKindV1) -> Self {
                match kind {
                    $(SessionKindV1::$kind => Self::$kind,)*
                }
            }
        }
    };
}

kinds!(Welcome, Talk, GroupWork, Quiz, Panel, TakeHome, Evaluation, Certificates, Break);
