//! A supervision meeting on disk.
use super::{day::DayV1, moment::MomentV1, read_any};
use crate::domain::{
    ids::MeetingId,
    supervision::{Meeting, Notes},
};
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct MeetingV1 {
    v: u32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    day: Option<DayV1>,
    with: String,
    minutes: u32,
    points: String,
    outcome: String,
    brought: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    held: Option<DayV1>,
    changed: MomentV1,
}

super::versions!(Meeting, MeetingV1);

impl From<&Meeting> for MeetingV1 {
    fn from(it: &Meeting) -> Self {
        Self {
            v: 1,
            day: it.notes.day.map(Into::into),
            with: it.notes.with.clone(),
            minutes: it.notes.minutes,
            points: it.notes.points.clone(),
            outcome: it.notes.outcome.clone(),
            brought: it.brought.iter().map(ToString::to_string).collect(),
            held: it.held.map(Into::into),
            changed: it.changed.into(),
        }
    }
}

impl MeetingV1 {
    fn into_domain(self, id: [u8; 16]) -> Option<Meeting> {
        let notes = Notes {
            day: read_any(self.day, DayV1::into_domain)?,
            with: self.with,
            minutes: self.minutes,
            points: self.points,
            outcome: self.outcome,
        };
        Some(Meeting {
            id: MeetingId::from_entropy(id),
            notes,
            brought: self.brought.iter().map(|id| id.parse().ok()).collect::<Option<_>>()?,
            held: read_any(self.held, DayV1::into_domain)?,
            changed: self.changed.into_domain()?,
        })
    }
}
