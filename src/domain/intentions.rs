//! What a person means to do: a take-home message made their own, with an action and a date.
use super::{ids::IntentionId, reflections::Subject, time::Moment};
use chrono::NaiveDate;

/// A take-home message taken home.
#[derive(Clone, Debug, PartialEq)]
pub struct Intention {
    /// Its name.
    pub id: IntentionId,
    /// What it says.
    pub plan: Plan,
    /// When it was made.
    pub made: Moment,
    /// When it was ticked off.
    pub done: Option<Moment>,
}

/// The part that the person writes.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// What it grew from.
    pub subject: Subject,
    /// The message, in the pack's words or in the person's own.
    pub message: String,
    /// What will be done?
    pub action: String,
    /// Who does it, by role; empty for oneself.
    pub owner: String,
    /// By when?
    pub by: Option<NaiveDate>,
}

/// How near its day is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nearness {
    /// No day was set.
    Open,
    /// The day is still to come.
    Ahead,
    /// It is today.
    Today,
    /// The day has passed.
    Past,
}

impl Plan {
    /// Nothing meant yet.
    #[must_use]
    pub const fn about(subject: Subject) -> Self {
        Self { subject, message: String::new(), action: String::new(), owner: String::new(), by: None }
    }

    /// Whether nothing is to be done.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.action.trim().is_empty()
    }
}

impl Intention {
    /// How near its day is, seen from `today`.
    #[must_use]
    pub fn nearness(&self, today: NaiveDate) -> Nearness {
        match self.plan.by.map(|by| by.cmp(&today)) {
            None => Nearness::Open,
            Some(std::cmp::Ordering::Greater) => Nearness::Ahead,
            Some(std::cmp::Ordering::Equal) => Nearness::Today,
            Some(std::cmp::Ordering::Less) => Nearness::Past,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{ids::TakeawayId, time::parse_date};

    #[test]
    fn a_day_is_ahead_today_or_past() {
        let subject = Subject::Takeaway(TakeawayId::new("event", "step-back"));
        let plan = Plan { action: "Ask".into(), by: parse_date("2026-11-24"), ..Plan::about(subject) };
        let it =
            Intention { id: IntentionId::from_entropy([1; 16]), plan, made: Moment::default(), done: None };
        let seen = |day| it.nearness(parse_date(day).unwrap());
        assert_eq!(seen("2026-11-23"), Nearness::Ahead);
        assert_eq!(seen("2026-11-24"), Nearness::Today);
        assert_eq!(seen("2026-11-25"), Nearness::Past);
    }
}
