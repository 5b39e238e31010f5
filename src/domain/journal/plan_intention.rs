//! What is asked of what a person means to do, and what that would change.
use super::{Change, Journal, Refusal};
use crate::domain::{
    ids::IntentionId,
    intentions::{CameOf, Intention, LookedBack, Plan},
    time::Moment,
};

impl Journal {
    pub(super) fn intend(&self, id: IntentionId, plan: Plan, now: Moment) -> Result<Vec<Change>, Refusal> {
        if plan.is_blank() {
            return Err(Refusal::BlankIntention);
        }
        let intention = match self.intentions.get(id) {
            Some(known) if known.plan == plan => return Ok(vec![]),
            Some(known) => Intention { plan, ..known.clone() },
            None => Intention { id, plan, made: now, done: None, looked_back: None },
        };
        Ok(vec![Change::PutIntention(intention)])
    }

    pub(super) fn tick(&self, id: IntentionId, done: bool, now: Moment) -> Result<Vec<Change>, Refusal> {
        let known = self.intentions.get(id).ok_or(Refusal::NoSuchIntention)?;
        if done == known.done.is_some() {
            return Ok(vec![]);
        }
        let done = done.then_some(now);
        Ok(vec![Change::PutIntention(Intention { done, ..known.clone() })])
    }

    pub(super) fn look_back(
        &self,
        id: IntentionId,
        came_of: CameOf,
        now: Moment,
    ) -> Result<Vec<Change>, Refusal> {
        let known = self.intentions.get(id).ok_or(Refusal::NoSuchIntention)?;
        let looked_back = Some(LookedBack { at: now, came_of });
        Ok(vec![Change::PutIntention(Intention { looked_back, ..known.clone() })])
    }

    pub(super) fn drop_intention(&self, id: IntentionId) -> Result<Vec<Change>, Refusal> {
        self.intentions.get(id).ok_or(Refusal::NoSuchIntention)?;
        Ok(vec![Change::DropIntention(id)])
    }
}
