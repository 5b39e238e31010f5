//! A learning day: what is planned, how far it has come, and what the room said.
mod collected;
mod plan;
mod run;
mod sharing;
mod totals;
mod votes;

pub use collected::Collected;
pub use plan::{Asked, EventOutcome, EventPlan, NotReady, Session, SessionKind};
pub use run::{Jotting, PanelQuestion, Place, Run, Stage, Step, TableNote};
pub use sharing::{FEWEST, SharedSplit, shared};
pub use totals::{Said, Split, Totals};
pub use votes::{Ballot, Tap, Vote, Votes, Way};

use super::{ids::EventId, passing::EventTag, time::Moment};
use chrono::TimeDelta;

/// For how long a day that was left in the middle is offered to go on with.
const LIVE_FOR: TimeDelta = TimeDelta::days(7);

/// A learning day, as its organisers hold it.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// Its name.
    pub id: EventId,
    /// Its name in everything that passes between phones.
    pub tag: EventTag,
    pub plan: EventPlan,
    /// Where it stands; none before it begins.
    pub run: Option<Run>,
    /// When it was last changed.
    pub changed: Moment,
}

impl Event {
    /// Whether it has begun, has not ended, and was touched within a week.
    #[must_use]
    pub fn is_live(&self, now: Moment) -> bool {
        self.run.as_ref().is_some_and(|run| run.ended.is_none()) && now - self.changed < LIVE_FOR
    }
}
