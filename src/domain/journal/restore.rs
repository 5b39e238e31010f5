//! Takes in what a backup holds, without losing a word of either side: planned first, shown, then done.
//!
//! What is here and in the backup under one name is compared by what it says. Where one says what the other said
//! before, the later one stands. Where both went their own way, both are kept, the backup's under a new name.
use super::{Change, Journal};
use crate::domain::{
    attendance::Attendance,
    confidence::Confidence,
    events::{Collected, Event},
    ids::{EventId, IntentionId, MeetingId, QuestionId, ReflectionId},
    intentions::Intention,
    profile::Profile,
    progress::Progress,
    questions::OwnQuestion,
    reflections::{Draft, Reflection, Version, Words},
    reviews::{CardHistory, Review},
    supervision::Meeting,
};

/// What is added to the title of the backup's words where both sides are kept.
const FROM_BACKUP: &str = "(from a backup)";

/// What taking a backup in would do.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Merge {
    /// What it would change.
    pub changes: Vec<Change>,
    /// What becomes of each record of the backup, in its order.
    pub fates: Vec<Fate>,
}

/// A record of a backup on its way into a journal.
#[derive(Clone, Debug, PartialEq)]
pub struct Returning {
    /// The change that would put it into an empty journal.
    pub record: Change,
    /// What it is named by if both sides are kept.
    pub fresh: [u8; 16],
}

/// What becomes of a record of a backup.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It is here already, or what is here is later.
    Same,
    /// It is not here, and is put here.
    New,
    /// It is later than what is here, which becomes an earlier version where it is a reflection.
    Newer,
    /// Both went their own way, and both are kept.
    Both,
}

impl Merge {
    /// How many records of the backup have this fate.
    #[must_use]
    pub fn count(&self, fate: Fate) -> usize {
        self.fates.iter().filter(|it| **it == fate).count()
    }

    fn note(&mut self, (fate, change): (Fate, Option<Change>)) {
        self.fates.push(fate);
        self.changes.extend(change);
    }
}

type Outcome = (Fate, Option<Change>);

const SAME: Outcome = (Fate::Same, None);

impl Journal {
    /// Plans to take in the contents of a backup.
    #[must_use]
    pub fn plan_restore(&self, returning: &[Returning]) -> Merge {
        let mut merge = Merge::default();
        for Returning { record, fresh } in returning {
            merge.note(match record {
                Change::PutReflection(it) => self.take_reflection(it, *fresh),
                Change::PutDraft(it) => self.take_draft(it, *fresh),
                Change::PutRound(it) => match self.rounds.get(it.id) {
                    None => (Fate::New, Some(record.clone())),
                    Some(here) if it.answers.len() > here.answers.len() => {
                        (Fate::Newer, Some(record.clone()))
                    }
                    Some(_) => SAME,
                },
                Change::PutIntention(it) => self.take_intention(it, *fresh),
                Change::PutProgress(it) => self.take_progress(it),
                Change::PutConfidence(it) => self.take_confidence(it),
                Change::PutEvent(it) => self.take_event(it, *fresh),
                Change::PutCollected(it) => self.take_collected(it),
                Change::PutAttendance(it) => self.take_attendance(it),
                Change::PutMeeting(it) => self.take_meeting(it, *fresh),
                Change::PutQuestion(it) => self.take_question(it, *fresh),
                Change::PutCardHistory(it) => self.take_card_history(it),
                Change::PutProfile(it) => self.take_profile(it),
                // A backup holds what is there, and nothing that is gone.
                Change::DropReflection(_)
                | Change::DropDraft(_)
                | Change::DropRound(_)
                | Change::DropIntention(_)
                | Change::DropProgress(_)
                | Change::DropConfidence(_)
                | Change::DropEvent(_)
                | Change::DropCollected(_)
                | Change::DropAttendance(_)
                | Change::DropMeeting(_)
                | Change::DropQuestion(_)
                | Change::DropCardHistory(_)
                | Change::DropProfile => SAME,
            });
        }
        merge
    }

    fn take_reflection(&self, theirs: &Reflection, fresh: [u8; 16]) -> Outcome {
        let Some(ours) = self.reflections.get(theirs.id) else {
            return (Fate::New, Some(Change::PutReflection(theirs.clone())));
        };
        let said = |of: &Reflection, words: &Words| of.earlier.iter().any(|it| it.words == *words);
        let earlier = united(&ours.earlier, &theirs.earlier);
        if ours.words == theirs.words || said(ours, &theirs.words) {
            let kept = Reflection { earlier, ..ours.clone() };
            return if kept == *ours { SAME } else { (Fate::Newer, Some(Change::PutReflection(kept))) };
        }
        if said(theirs, &ours.words) {
            let bring = ours.bring || theirs.bring;
            return (
                Fate::Newer,
                Some(Change::PutReflection(Reflection { earlier, bring, ..theirs.clone() })),
            );
        }
        let words = marked(&theirs.words);
        if self.reflections.iter().any(|it| it.words == words) {
            return SAME;
        }
        let copy = Reflection { id: ReflectionId::from_entropy(fresh), words, ..theirs.clone() };
        (Fate::Both, Some(Change::PutReflection(copy)))
    }

    fn take_draft(&self, theirs: &Draft, fresh: [u8; 16]) -> Outcome {
        let saved = self.reflections.get(theirs.id);
        let said = |it: &Reflection| {
            it.words == theirs.words || it.earlier.iter().any(|it| it.words == theirs.words)
        };
        if saved.is_some_and(said) {
            return SAME;
        }
        match self.drafts.get(theirs.id) {
            None => (Fate::New, Some(Change::PutDraft(theirs.clone()))),
            Some(ours) if ours.words == theirs.words => SAME,
            Some(_) => {
                let words = marked(&theirs.words);
                if self.drafts.iter().any(|it| it.words == words) {
                    return SAME;
                }
                let copy = Draft { id: ReflectionId::from_entropy(fresh), words, ..theirs.clone() };
                (Fate::Both, Some(Change::PutDraft(copy)))
            }
        }
    }

    fn take_intention(&self, theirs: &Intention, fresh: [u8; 16]) -> Outcome {
        match self.intentions.get(theirs.id) {
            None => (Fate::New, Some(Change::PutIntention(theirs.clone()))),
            Some(ours) if ours.plan == theirs.plan => {
                let (done, looked_back) =
                    (ours.done.or(theirs.done), ours.looked_back.or(theirs.looked_back));
                let kept = Intention { done, looked_back, ..ours.clone() };
                if kept == *ours { SAME } else { (Fate::Newer, Some(Change::PutIntention(kept))) }
            }
            Some(_) if self.intentions.iter().any(|it| it.plan == theirs.plan) => SAME,
            Some(_) => {
                let copy = Intention { id: IntentionId::from_entropy(fresh), ..theirs.clone() };
                (Fate::Both, Some(Change::PutIntention(copy)))
            }
        }
    }

    fn take_meeting(&self, theirs: &Meeting, fresh: [u8; 16]) -> Outcome {
        match self.meetings.get(theirs.id) {
            None => (Fate::New, Some(Change::PutMeeting(theirs.clone()))),
            Some(ours) if ours.notes == theirs.notes => match (ours.held, theirs.held) {
                (None, Some(_)) => (Fate::Newer, Some(Change::PutMeeting(theirs.clone()))),
                _ => SAME,
            },
            Some(_) if self.meetings.iter().any(|it| it.notes == theirs.notes) => SAME,
            Some(_) => {
                let copy = Meeting { id: MeetingId::from_entropy(fresh), ..theirs.clone() };
                (Fate::Both, Some(Change::PutMeeting(copy)))
            }
        }
    }

    /// What a room said is not mixed: of two states of a day, both are kept.
    fn take_event(&self, theirs: &Event, fresh: [u8; 16]) -> Outcome {
        let same = |it: &Event| it.plan == theirs.plan && it.run == theirs.run;
        match self.events.get(theirs.id) {
            None => (Fate::New, Some(Change::PutEvent(theirs.clone()))),
            Some(ours) if same(ours) => SAME,
            Some(_) if self.events.iter().any(same) => SAME,
            Some(_) => {
                let copy = Event { id: EventId::from_entropy(fresh), ..theirs.clone() };
                (Fate::Both, Some(Change::PutEvent(copy)))
            }
        }
    }

    /// What came from a phone counts once, whatever its name on either side.
    fn take_collected(&self, theirs: &Collected) -> Outcome {
        let same = |it: &Collected| it.event == theirs.event && it.is_of_the_same(&theirs.message);
        match self.collected.iter().any(same) {
            true => SAME,
            false => (Fate::New, Some(Change::PutCollected(theirs.clone()))),
        }
    }

    /// A person takes part in a day once; who has said more, and has left, is the later.
    fn take_attendance(&self, theirs: &Attendance) -> Outcome {
        let Some(ours) = self.attendance_at(theirs.invited.event) else {
            return (Fate::New, Some(Change::PutAttendance(theirs.clone())));
        };
        let how_far = |it: &Attendance| (it.followed_up.is_some(), it.left.is_some(), it.answered());
        let (further, other) = if how_far(theirs) > how_far(ours) { (theirs, ours) } else { (ours, theirs) };
        let both = Attendance { id: ours.id, ..further.filled_from(other) };
        if both == *ours { SAME } else { (Fate::Newer, Some(Change::PutAttendance(both))) }
    }

    /// A module has one progress, whatever its name on either side.
    fn take_progress(&self, theirs: &Progress) -> Outcome {
        let Some(ours) = self.progress_of(&theirs.module) else {
            return (Fate::New, Some(Change::PutProgress(theirs.clone())));
        };
        let mut read = ours.read.clone();
        read.extend(theirs.read.iter().filter(|it| !ours.read.contains(it)).cloned());
        if read == ours.read {
            return SAME;
        }
        (Fate::Newer, Some(Change::PutProgress(Progress { read, ..ours.clone() })))
    }

    /// So has an outcome.
    fn take_confidence(&self, theirs: &Confidence) -> Outcome {
        let Some(ours) = self.confidence_of(&theirs.outcome) else {
            return (Fate::New, Some(Change::PutConfidence(theirs.clone())));
        };
        let united = ours.united(theirs);
        if united == *ours { SAME } else { (Fate::Newer, Some(Change::PutConfidence(united))) }
    }

    fn take_question(&self, theirs: &OwnQuestion, fresh: [u8; 16]) -> Outcome {
        if self.questions.iter().any(|it| it.wording == theirs.wording) {
            return SAME;
        }
        match self.questions.get(theirs.id) {
            None => (Fate::New, Some(Change::PutQuestion(theirs.clone()))),
            Some(_) => {
                let copy = OwnQuestion { id: QuestionId::from_entropy(fresh), ..theirs.clone() };
                (Fate::Both, Some(Change::PutQuestion(copy)))
            }
        }
    }

    /// A card has one history, whatever its name on either side. Answers are never lost and never counted twice; what
    /// one side took back stays taken back.
    fn take_card_history(&self, theirs: &CardHistory) -> Outcome {
        let Some(ours) = self.history.of(&theirs.card) else {
            return (Fate::New, Some(Change::PutCardHistory(theirs.clone())));
        };
        let mut reviews = ours.reviews.clone();
        for review in &theirs.reviews {
            let same = |it: &&mut Review| (it.at, it.outcome) == (review.at, review.outcome);
            match reviews.iter_mut().find(same) {
                Some(known) => known.taken_back |= review.taken_back,
                None => reviews.push(*review),
            }
        }
        if reviews == ours.reviews {
            return SAME;
        }
        let united = CardHistory::new(ours.id, ours.card.clone(), reviews);
        (Fate::Newer, Some(Change::PutCardHistory(united)))
    }

    fn take_profile(&self, theirs: &Profile) -> Outcome {
        let Some(ours) = &self.profile else {
            return (Fate::New, Some(Change::PutProfile(theirs.clone())));
        };
        let mut profile = ours.clone();
        let others = theirs.registrations.iter().filter(|it| ours.registration(it.body).is_none());
        profile.registrations.extend(others);
        let passed = theirs.passed_over.iter().filter(|it| !ours.passed_over.contains(it));
        profile.passed_over.extend(passed.cloned());
        if profile == *ours { SAME } else { (Fate::Newer, Some(Change::PutProfile(profile))) }
    }
}

/// Both histories as one, in the order of time.
fn united(ours: &[Version], theirs: &[Version]) -> Vec<Version> {
    let mut all = ours.to_vec();
    all.extend(theirs.iter().filter(|it| !ours.contains(it)).cloned());
    all.sort_by_key(|it| it.saved);
    all
}

fn marked(words: &Words) -> Words {
    let title = format!("{} {FROM_BACKUP}", words.title);
    Words { title: title.trim_start().to_owned(), ..words.clone() }
}
