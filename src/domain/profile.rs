//! What the app knows of the person: whose record they keep, what the nudge passes over, when they last backed up, and
//! how much they revise.
use super::{
    bodies::Body,
    revision::{CatchUp, Pace},
    time::Moment,
};
use chrono::NaiveDate;

/// One for each person.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Profile {
    /// The bodies whose record the person keeps, each once.
    pub registrations: Vec<Registration>,
    /// Texts that the person does not want to be nudged about.
    pub passed_over: Vec<String>,
    /// When a backup was last made and found good.
    pub backed_up: Option<Moment>,
    /// How much is revised.
    pub pace: Pace,
    /// The days over which what was left for long is caught up with.
    pub catch_up: Option<CatchUp>,
}

/// A record of learning that the person keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Registration {
    /// For whom.
    pub body: Body,
    /// The last day of the period that runs now, where the body does not set the same day for all.
    pub until: Option<NaiveDate>,
    /// The level of safeguarding training that the role needs (Intercollegiate Document), 1 to 5.
    pub level: Option<u8>,
}

impl Profile {
    /// The record kept for `body`, if one is.
    #[must_use]
    pub fn registration(&self, body: Body) -> Option<&Registration> {
        self.registrations.iter().find(|it| it.body == body)
    }
}
