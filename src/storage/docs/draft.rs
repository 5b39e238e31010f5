//! A draft on disk.
use super::{moment::MomentV1, words::WordsV1};
use crate::domain::{ids::ReflectionId, reflections::Draft};
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct DraftV1 {
    v: u32,
    words: WordsV1,
    kept: MomentV1,
}

super::versions!(Draft, DraftV1);

impl From<&Draft> for DraftV1 {
    fn from(it: &Draft) -> Self {
        Self { v: 1, words: (&it.words).into(), kept: it.kept.into() }
    }
}

impl DraftV1 {
    fn into_domain(self, id: [u8; 16]) -> Option<Draft> {
        Some(Draft {
            id: ReflectionId::from_entropy(id),
            words: self.words.into_domain()?,
            kept: self.kept.into_domain()?,
        })
    }
}
