//! What changes: the unit of storage, of undo and of what the screen shows.
use super::Journal;
use crate::domain::{
    attendance::Attendance,
    confidence::Confidence,
    events::{Collected, Event},
    ids::{
        AttendanceId, CardHistoryId, CollectedId, ConfidenceId, EventId, IntentionId, MeetingId, ProgressId,
        QuestionId, ReflectionId, RoundId,
    },
    intentions::Intention,
    profile::Profile,
    progress::Progress,
    questions::OwnQuestion,
    quiz::Round,
    reflections::{Draft, Reflection},
    reviews::CardHistory,
    supervision::Meeting,
};

/// One thing that is now otherwise.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// This reflection is now so.
    PutReflection(Reflection),
    /// This reflection is gone.
    DropReflection(ReflectionId),
    /// This draft is now so.
    PutDraft(Draft),
    /// This draft is gone.
    DropDraft(ReflectionId),
    /// This round is now so.
    PutRound(Round),
    /// This round is gone.
    DropRound(RoundId),
    /// This intention is now so.
    PutIntention(Intention),
    /// This intention is gone.
    DropIntention(IntentionId),
    /// This much has been read.
    PutProgress(Progress),
    /// Nothing of this has been read.
    DropProgress(ProgressId),
    /// The person is so confident of a learning outcome.
    PutConfidence(Confidence),
    /// Nothing was said of a learning outcome.
    DropConfidence(ConfidenceId),
    /// This learning day is now so.
    PutEvent(Event),
    /// This learning day is gone.
    DropEvent(EventId),
    /// This came from a phone.
    PutCollected(Collected),
    /// This did not come from a phone.
    DropCollected(CollectedId),
    /// The person's part in a learning day is now so.
    PutAttendance(Attendance),
    /// The person took no part in it.
    DropAttendance(AttendanceId),
    /// This supervision meeting is now so.
    PutMeeting(Meeting),
    /// This supervision meeting is gone.
    DropMeeting(MeetingId),
    /// This question is now so.
    PutQuestion(OwnQuestion),
    /// This question is gone.
    DropQuestion(QuestionId),
    /// The answers to this card are now these.
    PutCardHistory(CardHistory),
    /// There are no answers to this card.
    DropCardHistory(CardHistoryId),
    /// The person's profile is now so.
    PutProfile(Profile),
    /// Nothing is known of the person.
    DropProfile,
}

impl Journal {
    /// The changes that would take `changes` back, computed before they are applied.
    #[must_use]
    pub fn inverse(&self, changes: &[Change]) -> Vec<Change> {
        let restore = |change: &Change| match change {
            Change::PutReflection(Reflection { id, .. }) | Change::DropReflection(id) => {
                self.reflections.get(*id).cloned().map_or(Change::DropReflection(*id), Change::PutReflection)
            }
            Change::PutDraft(Draft { id, .. }) | Change::DropDraft(id) => {
                self.drafts.get(*id).cloned().map_or(Change::DropDraft(*id), Change::PutDraft)
            }
            Change::PutRound(Round { id, .. }) | Change::DropRound(id) => {
                self.rounds.get(*id).cloned().map_or(Change::DropRound(*id), Change::PutRound)
            }
            Change::PutIntention(Intention { id, .. }) | Change::DropIntention(id) => {
                self.intentions.get(*id).cloned().map_or(Change::DropIntention(*id), Change::PutIntention)
            }
            Change::PutProgress(Progress { id, .. }) | Change::DropProgress(id) => {
                self.progress.get(*id).cloned().map_or(Change::DropProgress(*id), Change::PutProgress)
            }
            Change::PutConfidence(Confidence { id, .. }) | Change::DropConfidence(id) => {
                self.confidence.get(*id).cloned().map_or(Change::DropConfidence(*id), Change::PutConfidence)
            }
            Change::PutEvent(Event { id, .. }) | Change::DropEvent(id) => {
                self.events.get(*id).cloned().map_or(Change::DropEvent(*id), Change::PutEvent)
            }
            Change::PutCollected(Collected { id, .. }) | Change::DropCollected(id) => {
                self.collected.get(*id).cloned().map_or(Change::DropCollected(*id), Change::PutCollected)
            }
            Change::PutAttendance(Attendance { id, .. }) | Change::DropAttendance(id) => {
                self.attendances.get(*id).cloned().map_or(Change::DropAttendance(*id), Change::PutAttendance)
            }
            Change::PutMeeting(Meeting { id, .. }) | Change::DropMeeting(id) => {
                self.meetings.get(*id).cloned().map_or(Change::DropMeeting(*id), Change::PutMeeting)
            }
            Change::PutQuestion(OwnQuestion { id, .. }) | Change::DropQuestion(id) => {
                self.questions.get(*id).cloned().map_or(Change::DropQuestion(*id), Change::PutQuestion)
            }
            Change::PutCardHistory(CardHistory { id, .. }) | Change::DropCardHistory(id) => {
                self.history.record(*id).cloned().map_or(Change::DropCardHistory(*id), Change::PutCardHistory)
            }
            Change::PutProfile(_) | Change::DropProfile => {
                self.profile.clone().map_or(Change::DropProfile, Change::PutProfile)
            }
        };
        changes.iter().rev().map(restore).collect()
    }

    /// Makes `changes` so. They must be on disk already.
    pub fn apply(&mut self, changes: &[Change]) {
        for change in changes {
            match change.clone() {
                Change::PutReflection(it) => self.reflections.put(it),
                Change::DropReflection(id) => self.reflections.remove(id),
                Change::PutDraft(it) => self.drafts.put(it),
                Change::DropDraft(id) => self.drafts.remove(id),
                Change::PutRound(it) => self.rounds.put(it),
                Change::DropRound(id) => self.rounds.remove(id),
                Change::PutIntention(it) => self.intentions.put(it),
                Change::DropIntention(id) => self.intentions.remove(id),
                Change::PutProgress(it) => self.progress.put(it),
                Change::DropProgress(id) => self.progress.remove(id),
                Change::PutConfidence(it) => self.confidence.put(it),
                Change::DropConfidence(id) => self.confidence.remove(id),
                Change::PutEvent(it) => self.events.put(it),
                Change::DropEvent(id) => self.events.remove(id),
                Change::PutCollected(it) => self.collected.put(it),
                Change::DropCollected(id) => self.collected.remove(id),
                Change::PutAttendance(it) => self.attendances.put(it),
                Change::DropAttendance(id) => self.attendances.remove(id),
                Change::PutMeeting(it) => self.meetings.put(it),
                Change::DropMeeting(id) => self.meetings.remove(id),
                Change::PutQuestion(it) => self.questions.put(it),
                Change::DropQuestion(id) => self.questions.remove(id),
                Change::PutCardHistory(it) => self.history.put(it),
                Change::DropCardHistory(id) => self.history.remove(id),
                Change::PutProfile(it) => self.profile = Some(it),
                Change::DropProfile => self.profile = None,
            }
        }
        self.history.settle();
    }

    /// Everything in it, as the changes that would put it into an empty journal.
    #[must_use]
    pub fn contents(&self) -> Vec<Change> {
        let reflections = self.reflections.iter().cloned().map(Change::PutReflection);
        let drafts = self.drafts.iter().cloned().map(Change::PutDraft);
        let rounds = self.rounds.iter().cloned().map(Change::PutRound);
        let intentions = self.intentions.iter().cloned().map(Change::PutIntention);
        let progress = self.progress.iter().cloned().map(Change::PutProgress);
        let confidence = self.confidence.iter().cloned().map(Change::PutConfidence);
        let events = self.events.iter().cloned().map(Change::PutEvent);
        let collected = self.collected.iter().cloned().map(Change::PutCollected);
        let attendances = self.attendances.iter().cloned().map(Change::PutAttendance);
        let meetings = self.meetings.iter().cloned().map(Change::PutMeeting);
        let questions = self.questions.iter().cloned().map(Change::PutQuestion);
        let answered = self.history.cards().cloned().map(Change::PutCardHistory);
        let written = reflections.chain(drafts).chain(meetings).chain(intentions);
        let profile = self.profile.clone().map(Change::PutProfile);
        let learned = rounds.chain(progress).chain(confidence).chain(questions).chain(answered);
        written.chain(learned).chain(events).chain(collected).chain(attendances).chain(profile).collect()
    }
}
