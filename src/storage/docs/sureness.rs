//! How sure a person was, on disk.
use crate::domain::quiz::Sureness;
use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum SurenessV1 {
    Guess,
    FairlySure,
    Certain,
}

impl From<Sureness> for SurenessV1 {
    fn from(sure: Sureness) -> Self {
        match sure {
            Sureness::Guess => Self::Guess,
            Sureness::FairlySure => Self::FairlySure,
            Sureness::Certain => Self::Certain,
        }
    }
}

impl From<SurenessV1> for Sureness {
    fn from(sure: SurenessV1) -> Self {
        match sure {
            SurenessV1::Guess => Self::Guess,
            SurenessV1::FairlySure => Self::FairlySure,
            SurenessV1::Certain => Self::Certain,
        }
    }
}
