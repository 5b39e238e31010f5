//! What is asked of lessons read and of confidence in what they should teach, and what that would change.
use super::{Change, Journal};
use crate::domain::{
    confidence::{Asked, Confidence, Rating, Said},
    ids::{ConfidenceId, LearningOutcomeId, ModuleId, ProgressId, SectionId},
    progress::Progress,
    time::Moment,
};

impl Journal {
    pub(super) fn read_section(
        &self,
        id: ProgressId,
        module: ModuleId,
        section: SectionId,
        now: Moment,
    ) -> Vec<Change> {
        let mut progress = match self.progress_of(&module) {
            Some(known) if known.read.contains(&section) => return vec![],
            Some(known) => known.clone(),
            None => Progress { id, module, read: vec![], changed: now },
        };
        progress.read.push(section);
        progress.changed = now;
        vec![Change::PutProgress(progress)]
    }

    pub(super) fn read_again(&self, module: &ModuleId) -> Vec<Change> {
        self.progress_of(module).map(|it| Change::DropProgress(it.id)).into_iter().collect()
    }

    pub(super) fn rate(
        &self,
        fresh: ConfidenceId,
        outcome: LearningOutcomeId,
        asked: Asked,
        rating: Option<Rating>,
        now: Moment,
    ) -> Vec<Change> {
        let known = self.confidence_of(&outcome);
        if known.and_then(|it| it.when(asked)) == rating {
            return vec![];
        }
        let known = known.cloned().unwrap_or_else(|| Confidence::new(fresh, outcome));
        let id = known.id;
        let said = match rating {
            Some(rating) => known.with(Said { asked, rating, at: now }),
            None => known.without(asked),
        };
        let is_empty = said.said().is_empty();
        vec![if is_empty { Change::DropConfidence(id) } else { Change::PutConfidence(said) }]
    }
}
