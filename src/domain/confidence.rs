//! How confident a person is that they can do what a lesson or an event should leave them able to do.
//!
//! Said on a scale of ten before and after. Who said nothing before can look back at the end, by the measure they have
//! then, which is fairer to what was learned than a first guess (Howard 1980, response-shift bias). Confidence is what is
//! felt, not what is known: it is shown beside the quiz.
use super::{
    ids::{ConfidenceId, LearningOutcomeId},
    time::Moment,
};

/// How confident, from 1 (not at all) to 10 (completely).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rating(u8);

impl Rating {
    /// The lowest and the highest.
    pub const RANGE: std::ops::RangeInclusive<u8> = 1..=10;

    /// All of them, the lowest first.
    pub fn all() -> impl Iterator<Item = Self> {
        Self::RANGE.map(Self)
    }

    /// This many of ten, if that is on the scale.
    #[must_use]
    pub fn of_ten(number: u8) -> Option<Self> {
        Self::RANGE.contains(&number).then_some(Self(number))
    }

    /// Of ten.
    #[must_use]
    pub const fn number(self) -> u8 {
        self.0
    }
}

/// How confident of one outcome, before and after.
pub type BeforeAndAfter = (Option<Rating>, Option<Rating>);

/// When a person is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Asked {
    /// Before they begin.
    Before,
    /// At the end: how confident they were before, as they see it now.
    LookingBack,
    /// At the end.
    After,
}

/// What was said when asked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Said {
    pub asked: Asked,
    pub rating: Rating,
    pub at: Moment,
}

/// All that was said of one learning outcome.
#[derive(Clone, Debug, PartialEq)]
pub struct Confidence {
    /// Its name.
    pub id: ConfidenceId,
    /// What they should be able to do.
    pub outcome: LearningOutcomeId,
    /// One for each time of asking, in their order.
    said: Vec<Said>,
}

impl Confidence {
    /// Nothing has been said of this outcome yet.
    #[must_use]
    pub const fn new(id: ConfidenceId, outcome: LearningOutcomeId) -> Self {
        Self { id, outcome, said: vec![] }
    }

    /// The same with one more thing said, or with what was said at that time of asking said otherwise.
    #[must_use]
    pub fn with(mut self, said: Said) -> Self {
        self = self.without(said.asked);
        let place = self.said.partition_point(|it| it.asked < said.asked);
        self.said.insert(place, said);
        self
    }

    /// The same as if nothing had been said when asked then.
    #[must_use]
    pub fn without(mut self, asked: Asked) -> Self {
        self.said.retain(|it| it.asked != asked);
        self
    }

    /// Everything that was said, in the order of the times of asking.
    #[must_use]
    pub fn said(&self) -> &[Said] {
        &self.said
    }

    /// What was said when asked then.
    #[must_use]
    pub fn when(&self, asked: Asked) -> Option<Rating> {
        self.said.iter().find(|it| it.asked == asked).map(|it| it.rating)
    }

    /// How confident they were before: as they said then, or as they saw it at the end.
    #[must_use]
    pub fn before(&self) -> Option<Said> {
        self.said.iter().find(|it| it.asked != Asked::After).copied()
    }

    /// The same said on two devices: of each time of asking, what was said last.
    #[must_use]
    pub fn united(&self, other: &Self) -> Self {
        let later = |it: &&Said| self.said.iter().all(|ours| ours.asked != it.asked || ours.at < it.at);
        other.said.iter().filter(later).fold(self.clone(), |united, it| united.with(*it))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{DateTime, TimeDelta};

    fn said(asked: Asked, number: u8, minute: i64) -> Said {
        let first = DateTime::parse_from_rfc3339("2026-11-25T09:00:00+00:00").unwrap();
        Said { asked, rating: Rating::of_ten(number).unwrap(), at: first + TimeDelta::minutes(minute) }
    }

    fn nothing() -> Confidence {
        let outcome = LearningOutcomeId::new("learning-event-2017", "can-tell");
        Confidence::new(ConfidenceId::from_entropy([1; 16]), outcome)
    }

    #[test]
    fn the_scale_goes_from_one_to_ten() {
        assert_eq!(Rating::all().count(), 10);
        assert_eq!([0, 1, 10, 11].map(|it| Rating::of_ten(it).is_some()), [false, true, true, false]);
    }

    #[test]
    fn what_was_said_before_stands_over_what_was_seen_looking_back() {
        let looking_back = nothing().with(said(Asked::After, 8, 2)).with(said(Asked::LookingBack, 3, 1));
        assert_eq!(looking_back.before().map(|it| it.rating.number()), Some(3));
        let both = looking_back.with(said(Asked::Before, 5, 0));
        assert_eq!(both.before().map(|it| it.rating.number()), Some(5));
        assert_eq!(both.without(Asked::After).when(Asked::After), None);
    }

    #[test]
    fn what_is_said_again_takes_the_place_of_what_was_said() {
        let it = nothing().with(said(Asked::Before, 5, 0)).with(said(Asked::Before, 6, 1));
        assert_eq!(it.said().len(), 1);
        assert_eq!(it.when(Asked::Before), Rating::of_ten(6));
    }

    #[test]
    fn of_two_devices_the_last_word_counts_whichever_is_asked_first() {
        let one = nothing().with(said(Asked::Before, 5, 0)).with(said(Asked::After, 6, 1));
        let other = nothing().with(said(Asked::After, 9, 2));
        assert_eq!(one.united(&other), other.united(&one));
        assert_eq!(one.united(&other).when(Asked::After), Rating::of_ten(9));
        assert_eq!(one.united(&other).when(Asked::Before), Rating::of_ten(5));
    }
}
