//! What a statement is, on disk.
use crate::domain::quiz::Verdict;
use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum VerdictV1 {
    Myth,
    Fact,
}

impl From<Verdict> for VerdictV1 {
    fn from(verdict: Verdict) -> Self {
        match verdict {
            Verdict::Myth => Self::Myth,
            Verdict::Fact => Self::Fact,
        }
    }
}

impl From<VerdictV1> for Verdict {
    fn from(verdict: VerdictV1) -> Self {
        match verdict {
            VerdictV1::Myth => Self::Myth,
            VerdictV1::Fact => Self::Fact,
        }
    }
}
