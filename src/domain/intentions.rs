//! What a person means to do: a take-home message made their own, with an action and a date.
use super::{
    ids::IntentionId,
    reflections::Subject,
    time::{Moment, study_day},
};
use chrono::{Months, NaiveDate};

/// After how many months the person is asked what came of it, once.
const LOOKED_BACK_AFTER: Months = Months::new(3);

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
    /// What the person said had come of it, when they were asked.
    pub looked_back: Option<LookedBack>,
}

/// An answer to what has come of an intention.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LookedBack {
    pub at: Moment,
    pub came_of: CameOf,
}

/// What came of an intention.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CameOf {
    /// It has become what the person does.
    Kept,
    /// In part.
    Partly,
    /// Not yet, or not any more.
    NotYet,
    /// The person would rather not say.
    NotSaid,
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
    /// Whether to ask, on `today`, what came of it: once, and not of what was agreed about a reflection, which is looked
    /// at in supervision.
    #[must_use]
    pub fn is_to_look_back(&self, today: NaiveDate) -> bool {
        let asked_from = study_day(self.made).checked_add_months(LOOKED_BACK_AFTER);
        self.looked_back.is_none()
            && !matches!(self.plan.subject, Subject::Reflection(_))
            && asked_from.is_some_and(|from| from <= today)
    }

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
        let it = Intention {
            id: IntentionId::from_entropy([1; 16]),
            plan,
            made: Moment::default(),
            done: None,
            looked_back: None,
        };
        let seen = |day| it.nearness(parse_date(day).unwrap());
        assert_eq!(seen("2026-11-23"), Nearness::Ahead);
        assert_eq!(seen("2026-11-24"), Nearness::Today);
        assert_eq!(seen("2026-11-25"), Nearness::Past);
    }

    #[test]
    fn what_came_of_it_is_asked_once_after_three_months() {
        let about = |subject| Intention {
            id: IntentionId::from_entropy([1; 16]),
            plan: Plan::about(subject),
            made: chrono::DateTime::parse_from_rfc3339("2026-11-30T09:00:00+00:00").unwrap(),
            done: None,
            looked_back: None,
        };
        let mut it = about(Subject::Takeaway(TakeawayId::new("event", "step-back")));
        let day = |text| parse_date(text).unwrap();
        assert!(!it.is_to_look_back(day("2027-02-27")));
        assert!(it.is_to_look_back(day("2027-02-28")), "the last day of a shorter month");
        it.looked_back = Some(LookedBack { at: it.made, came_of: CameOf::NotSaid });
        assert!(!it.is_to_look_back(day("2027-06-01")));
        let agreed = about(Subject::Reflection(crate::domain::ids::ReflectionId::from_entropy([2; 16])));
        assert!(!agreed.is_to_look_back(day("2027-06-01")));
    }
}
