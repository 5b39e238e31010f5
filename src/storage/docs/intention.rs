//! An intention on disk.
use super::{day::DayV1, moment::MomentV1, read_any};
use crate::domain::{
    ids::IntentionId,
    intentions::{CameOf, Intention, LookedBack, Plan},
};
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct IntentionV1 {
    v: u32,
    subject: String,
    message: String,
    action: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    owner: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    by: Option<DayV1>,
    made: MomentV1,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    done: Option<MomentV1>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    looked_back: Option<(MomentV1, CameOfV1)>,
}

#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum CameOfV1 {
    Kept,
    Partly,
    NotYet,
    NotSaid,
}

super::versions!(Intention, IntentionV1);

impl From<&Intention> for IntentionV1 {
    fn from(it: &Intention) -> Self {
        Self {
            v: 1,
            subject: it.plan.subject.to_string(),
            message: it.plan.message.clone(),
            action: it.plan.action.clone(),
            owner: it.plan.owner.clone(),
            by: it.plan.by.map(Into::into),
            made: it.made.into(),
            done: it.done.map(Into::into),
            looked_back: it.looked_back.map(|it| (it.at.into(), it.came_of.into())),
        }
    }
}

impl IntentionV1 {
    fn into_domain(self, id: [u8; 16]) -> Option<Intention> {
        let plan = Plan {
            subject: self.subject.parse().ok()?,
            message: self.message,
            action: self.action,
            owner: self.owner,
            by: read_any(self.by, DayV1::into_domain)?,
        };
        Some(Intention {
            id: IntentionId::from_entropy(id),
            plan,
            made: self.made.into_domain()?,
            done: read_any(self.done, MomentV1::into_domain)?,
            looked_back: read_any(self.looked_back, |(at, came_of)| {
                Some(LookedBack { at: at.into_domain()?, came_of: came_of.into() })
            })?,
        })
    }
}

impl From<CameOf> for CameOfV1 {
    fn from(came_of: CameOf) -> Self {
        match came_of {
            CameOf::Kept => Self::Kept,
            CameOf::Partly => Self::Partly,
            CameOf::NotYet => Self::NotYet,
            CameOf::NotSaid => Self::NotSaid,
        }
    }
}

impl From<CameOfV1> for CameOf {
    fn from(came_of: CameOfV1) -> Self {
        match came_of {
            CameOfV1::Kept => Self::Kept,
            CameOfV1::Partly => Self::Partly,
            CameOfV1::NotYet => Self::NotYet,
            CameOfV1::NotSaid => Self::NotSaid,
        }
    }
}
