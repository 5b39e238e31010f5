//! Supervision: what to bring, what came of it, and what was brought.
use super::{
    ids::{MeetingId, ReflectionId},
    intentions::Intention,
    journal::Journal,
    reflections::Reflection,
    table::in_order,
    time::Moment,
};
use chrono::{Datelike, NaiveDate};

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

/// What the next meeting is about.
#[derive(Clone, Debug, PartialEq)]
pub struct Agenda {
    /// The meeting, once something has been written about it.
    pub meeting: Option<Meeting>,
    /// What is to be brought, the newest first.
    pub bring: Vec<Reflection>,
    /// What is still to be done, the nearest day first.
    pub actions: Vec<Intention>,
}

/// The agenda of the next meeting: the last one written about that has not been held.
#[must_use]
pub fn agenda(journal: &Journal) -> Agenda {
    let open = journal.intentions().into_iter().filter(|it| it.done.is_none()).cloned().collect();
    let actions =
        in_order(open, |it: &Intention| it.plan.by.map_or(i64::MAX, |by| by.num_days_from_ce().into()));
    Agenda {
        meeting: planned(journal).first().map(|it| (*it).clone()),
        bring: journal.to_bring().into_iter().cloned().collect(),
        actions,
    }
}

/// Meetings that have not been held, the last changed first.
#[must_use]
pub fn planned(journal: &Journal) -> Vec<&Meeting> {
    journal.meetings().into_iter().filter(|it| it.held.is_none()).collect()
}

/// Meetings that have been held, the last held first.
#[must_use]
pub fn held(journal: &Journal) -> Vec<&Meeting> {
    let held = journal.meetings().into_iter().filter(|it| it.held.is_some()).collect();
    in_order(held, |it: &&Meeting| it.held.map_or(0, |day| -i64::from(day.num_days_from_ce())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        ids::IntentionId,
        intentions::Plan,
        journal::{Change, Command},
        reflections::{Subject, Words},
        time::parse_date,
    };

    fn does(journal: &mut Journal, command: Command) {
        let changes = journal.plan(command, Moment::default()).unwrap();
        journal.apply(&changes);
    }

    fn day(text: &str) -> NaiveDate {
        parse_date(text).unwrap()
    }

    #[test]
    fn what_is_ticked_comes_to_the_agenda_and_leaves_it_when_the_meeting_is_held() {
        let (mut journal, id) = (Journal::default(), ReflectionId::from_entropy([1; 16]));
        let mut words = Words::about(None);
        words.title = "The visit".into();
        does(&mut journal, Command::WriteReflection { id, words });
        does(&mut journal, Command::Bring { id, bring: true });
        for (n, by) in [(1, None), (2, Some(day("2026-12-02"))), (3, Some(day("2026-12-01")))] {
            let plan = Plan { action: n.to_string(), by, ..Plan::about(Subject::Challenge) };
            does(&mut journal, Command::Intend { id: IntentionId::from_entropy([n; 16]), plan });
        }
        does(&mut journal, Command::Tick { id: IntentionId::from_entropy([2; 16]), done: true });
        let seen = agenda(&journal);
        assert_eq!(seen.meeting, None);
        assert_eq!(seen.bring.iter().map(|it| it.id).collect::<Vec<_>>(), [id]);
        let actions: Vec<_> = seen.actions.iter().map(|it| it.plan.action.as_str()).collect();
        assert_eq!(actions, ["3", "1"], "what is done is gone, and what has no day comes last");
        let meeting = MeetingId::from_entropy([1; 16]);
        let notes = Notes { points: "Workload".into(), ..Notes::default() };
        does(&mut journal, Command::KeepMeeting { id: meeting, notes });
        assert_eq!(agenda(&journal).meeting.map(|it| it.id), Some(meeting));
        does(&mut journal, Command::HoldMeeting { id: meeting, day: day("2026-11-24") });
        let seen = agenda(&journal);
        assert_eq!((seen.meeting, seen.bring), (None, vec![]));
        assert_eq!(held(&journal)[0].brought, [id]);
    }

    #[test]
    fn meetings_stand_by_the_day_they_were_held() {
        let mut journal = Journal::default();
        let meeting = |n: u8, held: Option<&str>| {
            Change::PutMeeting(Meeting {
                id: MeetingId::from_entropy([n; 16]),
                notes: Notes::default(),
                brought: vec![],
                held: held.map(day),
                changed: Moment::default(),
            })
        };
        journal.apply(&[meeting(1, Some("2026-01-01")), meeting(2, None), meeting(3, Some("2026-02-01"))]);
        let days: Vec<_> = held(&journal).iter().filter_map(|it| it.held).collect();
        assert_eq!(days, [day("2026-02-01"), day("2026-01-01")]);
        assert_eq!(planned(&journal).len(), 1);
    }
}
