//! What is planned for a learning day: its programme, what is asked, and what it should leave people able to do.
use crate::domain::{
    ids::{LearningOutcomeId, StatementId, TakeawayId},
    questions::Wording,
    time::Moment,
};
use chrono::{NaiveDate, NaiveTime, TimeDelta};

/// The plan of a learning day.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EventPlan {
    pub title: String,
    pub day: Option<NaiveDate>,
    /// When it begins, by the clock on the wall.
    pub starts: Option<NaiveTime>,
    pub venue: String,
    /// Who holds it, by organisation.
    pub organisers: String,
    pub outcomes: Vec<EventOutcome>,
    /// Session after session.
    pub programme: Vec<Session>,
    /// What the room agrees on, a line each.
    pub ground_rules: String,
    /// What may distress, said before it is shown.
    pub warning: String,
    /// What is asked, in order.
    pub statements: Vec<Asked>,
    /// The take-home messages that the room chooses from.
    pub takeaways: Vec<TakeawayId>,
}

/// What the day should leave people able to do.
#[derive(Clone, Debug, PartialEq)]
pub enum EventOutcome {
    /// What a lesson of a pack should.
    Pack(LearningOutcomeId),
    /// In the organisers' own words.
    Own(String),
}

/// A statement that the room judges.
#[derive(Clone, Debug, PartialEq)]
pub enum Asked {
    /// A statement of a pack.
    Pack(StatementId),
    /// The organisers' own.
    Own(Wording),
}

/// A part of the programme.
#[derive(Clone, Debug, PartialEq)]
pub struct Session {
    pub kind: SessionKind,
    pub title: String,
    pub minutes: u16,
    /// Who speaks or leads, by role.
    pub speaker: String,
    /// For the facilitator's eyes alone.
    pub notes: String,
    /// What the tables talk about, one after the other.
    pub prompts: Vec<String>,
}

/// What a part of the programme is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SessionKind {
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

impl SessionKind {
    /// All of them, in the order of a usual day.
    pub const ALL: [Self; 9] = [
        Self::Welcome,
        Self::Talk,
        Self::Break,
        Self::GroupWork,
        Self::Quiz,
        Self::Panel,
        Self::TakeHome,
        Self::Evaluation,
        Self::Certificates,
    ];

    /// Whether what is learned in it is learned together with others, which some regulators count by itself.
    #[must_use]
    pub const fn is_participatory(self) -> bool {
        matches!(self, Self::GroupWork | Self::Quiz | Self::Panel)
    }
}

/// What is missing before a day can be held, and what to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotReady {
    #[error("The event has no title. Give it one.")]
    Title,
    #[error("The programme is empty. Add at least one part.")]
    Programme,
    #[error("There is a quiz, but no statement is chosen. Choose some, or take the quiz out.")]
    Statements,
}

impl EventPlan {
    /// What is missing before it can be held.
    #[must_use]
    pub fn missing(&self) -> Vec<NotReady> {
        let quizzes = self.programme.iter().any(|it| it.kind == SessionKind::Quiz);
        [
            (self.title.trim().is_empty(), NotReady::Title),
            (self.programme.is_empty(), NotReady::Programme),
            (quizzes && self.statements.is_empty(), NotReady::Statements),
        ]
        .into_iter()
        .filter_map(|(is_missing, what)| is_missing.then_some(what))
        .collect()
    }

    /// Every prompt of the day, in order: the first one is question 1 on the room's screen.
    pub fn prompts(&self) -> impl Iterator<Item = &str> {
        self.programme.iter().flat_map(|it| &it.prompts).map(String::as_str)
    }

    /// How long it takes, in minutes.
    #[must_use]
    pub fn minutes(&self) -> u32 {
        self.programme.iter().map(|it| u32::from(it.minutes)).sum()
    }

    /// How much of that is learning, and how much of the learning is done together with others, in minutes.
    #[must_use]
    pub fn learning(&self) -> (u32, u32) {
        let all = self.programme.iter().filter(|it| it.kind != SessionKind::Break);
        let with_others = all.clone().filter(|it| it.kind.is_participatory());
        (all.map(|it| u32::from(it.minutes)).sum(), with_others.map(|it| u32::from(it.minutes)).sum())
    }

    /// When each part begins by the plan; none where the plan does not say when the day begins.
    #[must_use]
    pub fn clock(&self) -> Option<Vec<NaiveTime>> {
        let mut at = self.starts?;
        let begin = |session: &Session| {
            let begins = at;
            at += TimeDelta::minutes(session.minutes.into());
            begins
        };
        Some(self.programme.iter().map(begin).collect())
    }
}

impl Session {
    /// A part of this kind with nothing said of it yet.
    #[must_use]
    pub const fn of(kind: SessionKind, minutes: u16) -> Self {
        Self {
            kind,
            title: String::new(),
            minutes,
            speaker: String::new(),
            notes: String::new(),
            prompts: vec![],
        }
    }

    /// How long it has gone on at `now`, in seconds, if it began at `since`; a clock that went back stands still.
    #[must_use]
    pub fn running(since: Moment, now: Moment) -> u64 {
        u64::try_from((now - since).num_seconds()).unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_clock_adds_the_parts_up_and_breaks_are_no_learning() {
        let programme = vec![
            Session::of(SessionKind::Welcome, 15),
            Session::of(SessionKind::Quiz, 30),
            Session::of(SessionKind::Break, 20),
            Session::of(SessionKind::Talk, 45),
        ];
        let plan = EventPlan { starts: NaiveTime::from_hms_opt(9, 30, 0), programme, ..EventPlan::default() };
        let times: Vec<_> = plan.clock().unwrap().iter().map(ToString::to_string).collect();
        assert_eq!(times, ["09:30:00", "09:45:00", "10:15:00", "10:35:00"]);
        assert_eq!((plan.minutes(), plan.learning()), (110, (90, 30)));
    }

    #[test]
    fn what_is_missing_is_named() {
        let mut plan = EventPlan::default();
        assert_eq!(plan.missing(), [NotReady::Title, NotReady::Programme]);
        plan.title = "Annual learning event".into();
        plan.programme = vec![Session::of(SessionKind::Quiz, 20)];
        assert_eq!(plan.missing(), [NotReady::Statements]);
        plan.statements = vec![Asked::Pack(StatementId::new("learning-event-2017", "one-off"))];
        assert_eq!(plan.missing(), []);
    }
}
