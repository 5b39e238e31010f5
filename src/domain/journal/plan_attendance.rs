//! What somebody who takes part in a learning day asks for, and what that would change.
use super::{Change, Journal, Refusal};
use crate::domain::{
    attendance::{Attendance, InvitedTo, Saying, Scribed, Since, Thoughts},
    cards::CardId,
    events::Asked,
    ids::{AttendanceId, CardHistoryId, ReflectionId},
    passing::SenderTag,
    quiz::Verdict,
    reflections::{Reflection, Words},
    reviews::Outcome,
    time::Moment,
};

/// What somebody who takes part asks for.
#[derive(Clone, Debug, PartialEq)]
pub enum AttendanceCommand {
    /// Take part; `sender` names this phone.
    Join { sender: SenderTag, invited: InvitedTo },
    /// Say this of a statement; what else was said of it stays.
    Say { statement: usize, saying: Saying },
    /// Say what one thinks of the day.
    Think(Thoughts),
    /// It is over: what was answered goes into revision, and the hours are noted as `hours`.
    Leave(Leaving),
    /// Write down what the table says.
    Scribe(Scribed),
    /// Say what has changed since.
    LookBack(Since),
    /// That is what has changed: it can be shown to the organisers.
    FollowUp,
    /// Forget it.
    Forget,
}

/// What leaving a day leads to.
#[derive(Clone, Debug, PartialEq)]
pub struct Leaving {
    /// What each statement is, in the order of the statements; none where it is not known any more.
    pub verdicts: Vec<Option<Verdict>>,
    /// A name for the history of each, if it has none.
    pub histories: Vec<CardHistoryId>,
    /// The note of the hours for the record of learning, if they are wanted.
    pub hours: Option<(ReflectionId, Words)>,
}

impl Journal {
    pub(super) fn plan_attendance(
        &self,
        id: AttendanceId,
        command: AttendanceCommand,
        now: Moment,
    ) -> Result<Vec<Change>, Refusal> {
        let known = self.attendance(id);
        let changed = match (known, command) {
            (None, AttendanceCommand::Join { sender, invited }) => {
                // A day is attended once, whatever the link was opened from.
                if self.attendance_at(invited.event).is_some() {
                    return Ok(vec![]);
                }
                Attendance::new(id, sender, invited, now)
            }
            (Some(_), AttendanceCommand::Join { .. }) => return Ok(vec![]),
            (None, _) => return Err(Refusal::NoSuchEvent),
            (Some(known), AttendanceCommand::Say { statement, saying }) => {
                let mut it = known.clone();
                let heard = it.heard.get_mut(statement).ok_or(Refusal::NoSuchStep)?;
                match saying {
                    Saying::First(said) => heard.first = Some(said),
                    Saying::Second(said) => heard.second = Some(said),
                    Saying::Sure(sure) => heard.sure = Some(sure),
                }
                it
            }
            (Some(known), AttendanceCommand::Think(thoughts)) => Attendance { thoughts, ..known.clone() },
            (Some(known), AttendanceCommand::Leave(leaving)) => return Ok(self.leave(known, leaving, now)),
            (Some(known), AttendanceCommand::Scribe(scribed)) => Attendance { scribed, ..known.clone() },
            (Some(known), AttendanceCommand::LookBack(since)) => Attendance { since, ..known.clone() },
            (Some(known), AttendanceCommand::FollowUp) => {
                Attendance { followed_up: known.followed_up.or(Some(now)), ..known.clone() }
            }
            (Some(_), AttendanceCommand::Forget) => return Ok(vec![Change::DropAttendance(id)]),
        };
        Ok(if known == Some(&changed) { vec![] } else { vec![Change::PutAttendance(changed)] })
    }

    fn leave(&self, known: &Attendance, leaving: Leaving, now: Moment) -> Vec<Change> {
        if known.left.is_some() {
            return vec![];
        }
        let answered = known.invited.statements.iter().zip(&known.heard);
        let judged = answered.zip(leaving.verdicts).zip(leaving.histories);
        let mut changes: Vec<_> = judged
            .filter_map(|(((asked, heard), verdict), fresh)| {
                let Asked::Pack(statement) = asked else { return None };
                let (said, sure) = (heard.second.or(heard.first)?, heard.sure?);
                let outcome = Outcome::of(said == verdict?, sure);
                Some(self.note_answer(CardId::Statement(statement.clone()), outcome, fresh, now))
            })
            .collect();
        if let Some((id, words)) = leaving.hours {
            changes.push(Change::PutReflection(Reflection {
                id,
                words,
                written: now,
                changed: now,
                earlier: vec![],
                binned: None,
                bring: false,
            }));
        }
        changes.push(Change::PutAttendance(Attendance { left: Some(now), ..known.clone() }));
        changes
    }
}
