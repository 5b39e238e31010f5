//! What is asked of supervision meetings, and what that would change.
use super::{Change, Journal, Refusal};
use crate::domain::{
    ids::MeetingId,
    reflections::Reflection,
    supervision::{Meeting, Notes},
    time::Moment,
};
use chrono::NaiveDate;

impl Journal {
    pub(super) fn keep_meeting(&self, id: MeetingId, notes: Notes, now: Moment) -> Vec<Change> {
        let known = self.meetings.get(id);
        if known.map_or(notes.is_blank(), |it| it.notes == notes) {
            return vec![];
        }
        let (brought, held) = known.map_or((vec![], None), |it| (it.brought.clone(), it.held));
        vec![Change::PutMeeting(Meeting { id, notes, brought, held, changed: now })]
    }

    pub(super) fn hold_meeting(
        &self,
        id: MeetingId,
        day: NaiveDate,
        now: Moment,
    ) -> Result<Vec<Change>, Refusal> {
        let known = self.meetings.get(id).ok_or(Refusal::NoSuchMeeting)?;
        let mut meeting = Meeting { held: Some(day), changed: now, ..known.clone() };
        let mut changes = vec![];
        for it in self.to_bring() {
            meeting.brought.push(it.id);
            changes.push(Change::PutReflection(Reflection { bring: false, ..it.clone() }));
        }
        changes.push(Change::PutMeeting(meeting));
        Ok(changes)
    }

    pub(super) fn drop_meeting(&self, id: MeetingId) -> Result<Vec<Change>, Refusal> {
        self.meetings.get(id).ok_or(Refusal::NoSuchMeeting)?;
        Ok(vec![Change::DropMeeting(id)])
    }
}
