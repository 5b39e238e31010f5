//! What is asked of reflections, their drafts and the bin, and what that would change.
use super::{Change, Journal, Refusal};
use crate::domain::{
    ids::ReflectionId,
    reflections::{Draft, Reflection, Version, Words},
    time::{Moment, study_day},
};
use chrono::TimeDelta;

/// How long a reflection stays in the bin, in days.
pub const DAYS_IN_BIN: i64 = 30;

impl Journal {
    pub(super) fn keep_draft(&self, id: ReflectionId, words: Words, now: Moment) -> Vec<Change> {
        let saved = self.reflections.get(id);
        // Back to what is saved, or to nothing: nothing is left to keep.
        if saved.map_or(words.is_blank(), |it| it.words == words) {
            return self.drop_draft(id);
        }
        match self.drafts.get(id).is_some_and(|it| it.words == words) {
            true => vec![],
            false => vec![Change::PutDraft(Draft { id, words, kept: now })],
        }
    }

    pub(super) fn drop_draft(&self, id: ReflectionId) -> Vec<Change> {
        self.drafts.get(id).map(|draft| Change::DropDraft(draft.id)).into_iter().collect()
    }

    pub(super) fn write_reflection(
        &self,
        id: ReflectionId,
        words: Words,
        now: Moment,
    ) -> Result<Vec<Change>, Refusal> {
        if words.is_blank() {
            return Err(Refusal::BlankReflection);
        }
        let written = match self.reflections.get(id) {
            Some(old) if old.words == words => vec![],
            old => vec![Change::PutReflection(rewritten(old, id, words, now))],
        };
        Ok([written, self.drop_draft(id)].concat())
    }

    pub(super) fn change_reflection(
        &self,
        id: ReflectionId,
        change: impl FnOnce(&mut Reflection),
    ) -> Result<Vec<Change>, Refusal> {
        let old = self.reflections.get(id).ok_or(Refusal::NoSuchReflection)?;
        let mut new = old.clone();
        change(&mut new);
        Ok(if new == *old { vec![] } else { vec![Change::PutReflection(new)] })
    }

    pub(super) fn bin_reflection(&self, id: ReflectionId, now: Moment) -> Result<Vec<Change>, Refusal> {
        // A clock that went back must not make it look as if it had been there for long.
        let last_saved = self.reflections.iter().map(|it| it.changed).max();
        let at = last_saved.map_or(now, |saved| saved.max(now));
        self.change_reflection(id, |it| it.binned = Some(at))
    }

    pub(super) fn delete_reflection(&self, id: ReflectionId) -> Result<Vec<Change>, Refusal> {
        self.reflections.get(id).ok_or(Refusal::NoSuchReflection)?;
        Ok([vec![Change::DropReflection(id)], self.drop_draft(id)].concat())
    }

    pub(super) fn clear_bin(&self) -> Vec<Change> {
        let due = self.due_in_bin().into_iter();
        due.flat_map(|id| [vec![Change::DropReflection(id)], self.drop_draft(id)].concat()).collect()
    }

    /// What is to be deleted for good: in the bin for [`DAYS_IN_BIN`] as the other reflections show, on two days. The clock
    /// of the moment is not believed, nor that of one day, because it may have jumped.
    fn due_in_bin(&self) -> Vec<ReflectionId> {
        let mut days: Vec<_> = self.reflections.iter().map(|it| study_day(it.changed)).collect();
        days.sort_unstable();
        days.dedup();
        let seen = days.len().checked_sub(2).map(|at| days[at]);
        let is_due = |binned: Moment| {
            seen.is_some_and(|seen| seen - study_day(binned) >= TimeDelta::days(DAYS_IN_BIN))
        };
        self.binned().iter().filter(|it| it.binned.is_some_and(is_due)).map(|it| it.id).collect()
    }
}

/// The reflection as it now reads, with what it said before.
fn rewritten(old: Option<&Reflection>, id: ReflectionId, words: Words, now: Moment) -> Reflection {
    let new =
        Reflection { id, words, written: now, changed: now, earlier: vec![], binned: None, bring: false };
    let Some(old) = old.cloned() else { return new };
    let mut earlier = old.earlier;
    earlier.push(Version { words: old.words, saved: old.changed });
    Reflection { written: old.written, bring: old.bring, earlier, ..new }
}
