//! How confident a person said they are of a learning outcome, on disk.
use super::moment::MomentV1;
use crate::domain::{
    confidence::{Asked, Confidence, Rating, Said},
    ids::{ConfidenceId, LearningOutcomeId},
};
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ConfidenceV1 {
    v: u32,
    outcome: LearningOutcomeId,
    said: Vec<(AskedV1, u8, MomentV1)>,
}

#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum AskedV1 {
    Before,
    LookingBack,
    After,
}

super::versions!(Confidence, ConfidenceV1);

impl From<&Confidence> for ConfidenceV1 {
    fn from(it: &Confidence) -> Self {
        let said = it.said().iter().map(|it| (it.asked.into(), it.rating.number(), it.at.into()));
        Self { v: 1, outcome: it.outcome.clone(), said: said.collect() }
    }
}

impl ConfidenceV1 {
    fn into_domain(self, id: [u8; 16]) -> Option<Confidence> {
        let nothing = Confidence::new(ConfidenceId::from_entropy(id), self.outcome);
        self.said.into_iter().try_fold(nothing, |it, (asked, number, at)| {
            let rating = Rating::of_ten(number)?;
            Some(it.with(Said { asked: asked.into(), rating, at: at.into_domain()? }))
        })
    }
}

impl From<Asked> for AskedV1 {
    fn from(asked: Asked) -> Self {
        match asked {
            Asked::Before => Self::Before,
            Asked::LookingBack => Self::LookingBack,
            Asked::After => Self::After,
        }
    }
}

impl From<AskedV1> for Asked {
    fn from(asked: AskedV1) -> Self {
        match asked {
            AskedV1::Before => Self::Before,
            AskedV1::LookingBack => Self::LookingBack,
            AskedV1::After => Self::After,
        }
    }
}
