//! Supervision: what to bring, what came of it, and what was brought.
use super::{
    ids::{MeetingId, ReflectionId},
    time::Moment,
};
use chrono::NaiveDate;

/// One supervision meeting: the next one until it has been held.
#[derive(Clone, Debug, PartialEq)]
pub struct Meeting {
    /// Its name.
    pub id: MeetingId,
    /// What the person writes about it.
    pub notes: Notes,
    /// The reflections that were brought, once it has been held.
    pub brought: Vec<ReflectionId>,
    /// The day on which it was held.
    pub held: Option<NaiveDate>,
    /// When it was last changed.
    pub changed: Moment,
}

/// The part that the person writes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Notes {
    /// The day it is planned for.
    pub day: Option<NaiveDate>,
    /// With whom, by role.
    pub with: String,
    /// How long it took, in minutes.
    pub minutes: u32,
    /// The person's own points.
    pub points: String,
    /// What came of it.
    pub outcome: String,
}

impl Notes {
    /// Whether nothing has been written.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        *self == Self::default()
    }
}
