//! Everything a person has in the app, and the one way it changes: plan a command, store the changes, apply them.
mod change;
mod plan;
mod plan_attendance;
mod plan_event;
mod plan_intention;
mod plan_learning;
mod plan_meeting;
mod plan_reflection;
mod plan_revision;
mod restore;

pub use change::Change;
pub use plan::{Command, Refusal};
pub use plan_attendance::{AttendanceCommand, Leaving};
pub use plan_event::EventCommand;
pub use plan_reflection::DAYS_IN_BIN;
pub use restore::{Fate, Merge, Returning};

use super::{
    attendance::Attendance,
    confidence::Confidence,
    events::{Collected, Event, Run},
    ids::{
        AttendanceId, CollectedId, ConfidenceId, EventId, IntentionId, LearningOutcomeId, MeetingId,
        ModuleId, ProgressId, QuestionId, ReflectionId, RoundId,
    },
    intentions::Intention,
    passing::{Answers, EventTag, Message},
    profile::Profile,
    progress::Progress,
    questions::OwnQuestion,
    quiz::{Round, Topic},
    reflections::{Draft, Reflection, Subject},
    reviews::History,
    supervision::Meeting,
    table::{Identified, Table, in_order},
    time::Moment,
};
use chrono::Datelike;

/// Everything the person has, opened and in memory.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Journal {
    reflections: Table<Reflection>,
    drafts: Table<Draft>,
    rounds: Table<Round>,
    intentions: Table<Intention>,
    progress: Table<Progress>,
    confidence: Table<Confidence>,
    events: Table<Event>,
    collected: Table<Collected>,
    attendances: Table<Attendance>,
    meetings: Table<Meeting>,
    questions: Table<OwnQuestion>,
    history: History,
    profile: Option<Profile>,
}

impl Journal {
    /// One saved reflection; it may be in the bin.
    #[must_use]
    pub fn reflection(&self, id: ReflectionId) -> Option<&Reflection> {
        self.reflections.get(id)
    }

    /// Saved reflections, the newest first.
    #[must_use]
    pub fn reflections(&self) -> Vec<&Reflection> {
        self.reflections.newest_first(|it| it.written, |it| it.binned.is_none())
    }

    /// Saved reflections by the day that they count for, the newest first; of one day, the last written first.
    #[must_use]
    pub fn by_day(&self) -> Vec<&Reflection> {
        in_order(self.reflections(), |it| -i64::from(it.day().num_days_from_ce()))
    }

    /// What is in the bin, the last put there first.
    #[must_use]
    pub fn binned(&self) -> Vec<&Reflection> {
        self.reflections.newest_first(|it| it.binned.unwrap_or(it.changed), |it| it.binned.is_some())
    }

    /// Reflections to be brought to supervision, the newest first.
    #[must_use]
    pub fn to_bring(&self) -> Vec<&Reflection> {
        self.reflections.newest_first(|it| it.written, |it| it.bring && it.binned.is_none())
    }

    /// How many reflections were saved since the last backup; all, if that was noted under a clock that was ahead of `now`.
    #[must_use]
    pub fn since_backup(&self, now: Moment) -> usize {
        let backed_up = self.profile.as_ref().and_then(|profile| profile.backed_up);
        let backed_up = backed_up.filter(|then| *then <= now);
        self.reflections().iter().filter(|it| backed_up.is_none_or(|then| it.changed > then)).count()
    }

    /// Saved reflections about `subject`, the newest first.
    #[must_use]
    pub fn reflections_about(&self, subject: &Subject) -> Vec<&Reflection> {
        self.reflections.newest_first(
            |it| it.written,
            |it| it.binned.is_none() && it.words.subject.as_ref() == Some(subject),
        )
    }

    /// The draft of one reflection.
    #[must_use]
    pub fn draft(&self, id: ReflectionId) -> Option<&Draft> {
        self.drafts.get(id)
    }

    /// Drafts, the last kept first; none of a reflection that is in the bin.
    #[must_use]
    pub fn drafts(&self) -> Vec<&Draft> {
        let in_bin = |it: &Draft| self.reflections.get(it.id).is_some_and(|it| it.binned.is_some());
        self.drafts.newest_first(|it| it.kept, |it| !in_bin(it))
    }

    /// One round of a quiz.
    #[must_use]
    pub fn round(&self, id: RoundId) -> Option<&Round> {
        self.rounds.get(id)
    }

    /// The rounds about `topic`, the newest first.
    #[must_use]
    pub fn rounds_about(&self, topic: &Topic) -> Vec<&Round> {
        self.rounds.newest_first(|it| it.started, |it| it.topic == *topic)
    }

    /// Rounds that were left before their end and not begun anew, the newest first.
    #[must_use]
    pub fn left_rounds(&self) -> Vec<&Round> {
        let newest =
            |it: &Round| self.rounds_about(&it.topic).first().is_some_and(|newest| newest.id == it.id);
        let left = |it: &Round| !it.is_finished() && newest(it);
        self.rounds.newest_first(|it| it.started, left)
    }

    /// The draft that the answers given along a module go into, if one has been begun.
    #[must_use]
    pub fn answers_in(&self, module: &ModuleId) -> Option<&Draft> {
        let about = |it: &Draft| matches!(&it.words.subject, Some(Subject::Module(id)) if id == module);
        let new = |it: &Draft| self.reflections.get(it.id).is_none();
        self.drafts.newest_first(|it| it.kept, |it| about(it) && new(it)).first().copied()
    }

    /// One intention.
    #[must_use]
    pub fn intention(&self, id: IntentionId) -> Option<&Intention> {
        self.intentions.get(id)
    }

    /// Intentions, the newest first.
    #[must_use]
    pub fn intentions(&self) -> Vec<&Intention> {
        self.intentions.newest_first(|it| it.made, |_| true)
    }

    /// How far a module has been read; none where nothing of it has been.
    #[must_use]
    pub fn progress_of(&self, module: &ModuleId) -> Option<&Progress> {
        self.progress.newest_first(|it| it.changed, |it| it.module == *module).first().copied()
    }

    /// How confident the person is of one learning outcome; none where they said nothing.
    #[must_use]
    pub fn confidence_of(&self, outcome: &LearningOutcomeId) -> Option<&Confidence> {
        self.confidence.iter().find(|it| it.outcome == *outcome)
    }

    /// One learning day that the person holds.
    #[must_use]
    pub fn event(&self, id: EventId) -> Option<&Event> {
        self.events.get(id)
    }

    /// Where one of them stands; none before it begins.
    #[must_use]
    pub fn run_of(&self, id: EventId) -> Option<&Run> {
        self.event(id)?.run.as_ref()
    }

    /// The learning days that the person holds, the last changed first.
    #[must_use]
    pub fn events(&self) -> Vec<&Event> {
        self.events.newest_first(|it| it.changed, |_| true)
    }

    /// What came from phones at a learning day, the last first.
    #[must_use]
    pub fn collected(&self, event: EventId) -> Vec<&Collected> {
        self.collected.newest_first(|it| it.at, |it| it.event == event)
    }

    /// The answers that came from phones at a learning day.
    pub fn answers_at(&self, event: EventId) -> impl Iterator<Item = &Answers> {
        self.collected.iter().filter(move |it| it.event == event).filter_map(|it| match &it.message {
            Message::Answers(answers) => Some(answers),
            _ => None,
        })
    }

    /// The person's part in one learning day.
    #[must_use]
    pub fn attendance(&self, id: AttendanceId) -> Option<&Attendance> {
        self.attendances.get(id)
    }

    /// The person's part in the learning day of this tag, if they took part.
    #[must_use]
    pub fn attendance_at(&self, event: EventTag) -> Option<&Attendance> {
        self.attendances.iter().find(|it| it.invited.event == event)
    }

    /// The learning days that the person took part in, the last joined first.
    #[must_use]
    pub fn attendances(&self) -> Vec<&Attendance> {
        self.attendances.newest_first(|it| it.joined, |_| true)
    }

    /// One supervision meeting.
    #[must_use]
    pub fn meeting(&self, id: MeetingId) -> Option<&Meeting> {
        self.meetings.get(id)
    }

    /// Supervision meetings, the last changed first.
    #[must_use]
    pub fn meetings(&self) -> Vec<&Meeting> {
        self.meetings.newest_first(|it| it.changed, |_| true)
    }

    /// One question that the person brought in.
    #[must_use]
    pub fn question(&self, id: QuestionId) -> Option<&OwnQuestion> {
        self.questions.get(id)
    }

    /// The questions that the person brought in, the last first.
    #[must_use]
    pub fn questions(&self) -> Vec<&OwnQuestion> {
        self.questions.newest_first(|it| it.added, |_| true)
    }

    /// Every answer to every card.
    #[must_use]
    pub const fn history(&self) -> &History {
        &self.history
    }

    /// What the app knows of the person.
    #[must_use]
    pub fn profile(&self) -> Profile {
        self.profile.clone().unwrap_or_default()
    }
}

/// Says of each thing that its `id` is its name in its table.
macro_rules! identified {
    ($($Thing:ty => $Id:ty;)*) => {$(
        impl Identified for $Thing {
            type Id = $Id;

            fn id(&self) -> $Id {
                self.id
            }
        }
    )*};
}

identified! {
    Reflection => ReflectionId;
    Draft => ReflectionId;
    Round => RoundId;
    Intention => IntentionId;
    Progress => ProgressId;
    Confidence => ConfidenceId;
    Event => EventId;
    Collected => CollectedId;
    Attendance => AttendanceId;
    Meeting => MeetingId;
    OwnQuestion => QuestionId;
}
