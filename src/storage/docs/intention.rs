//! An intention on disk.
use super::moment::MomentV1;
use crate::domain::{
    ids::IntentionId,
    intentions::{Intention, Plan},
    time::parse_date,
};
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct IntentionV1 {
    v: u32,
    subject: String,
    message: String,
    action: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    by: Option<String>,
    made: MomentV1,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    done: Option<MomentV1>,
}

super::versions!(Intention, IntentionV1);

impl From<&Intention> for IntentionV1 {
    fn from(it: &Intention) -> Self {
        Self {
            v: 1,
            subject: it.plan.subject.to_string(),
            message: it.plan.message.clone(),
            action: it.plan.action.clone(),
            by: it.plan.by.map(|day| day.to_string()),
            made: it.made.into(),
            done: it.done.map(Into::into),
        }
    }
}

impl IntentionV1 {
    fn into_domain(self, id: [u8; 16]) -> Option<Intention> {
        let by = match self.by {
            Some(day) => Some(parse_date(&day)?),
            None => None,
        };
        let done = match self.done {
            Some(moment) => Some(moment.into_domain()?),
            None => None,
        };
        let subject = self.subject.parse().ok()?;
        let plan = Plan { subject, message: self.message, action: self.action, by };
        Some(Intention { id: IntentionId::from_entropy(id), plan, made: self.made.into_domain()?, done })
    }
}
