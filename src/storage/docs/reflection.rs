//! A reflection on disk.
use super::{moment::MomentV1, words::WordsV1};
use crate::domain::{ids::ReflectionId, reflections::Reflection};
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ReflectionV1 {
    v: u32,
    words: WordsV1,
    written: MomentV1,
    changed: MomentV1,
}

super::versions!(Reflection, ReflectionV1);

impl From<&Reflection> for ReflectionV1 {
    fn from(it: &Reflection) -> Self {
        Self { v: 1, words: (&it.words).into(), written: it.written.into(), changed: it.changed.into() }
    }
}

impl ReflectionV1 {
    fn into_domain(self, id: [u8; 16]) -> Option<Reflection> {
        Some(Reflection {
            id: ReflectionId::from_entropy(id),
            words: self.words.into_domain()?,
            written: self.written.into_domain()?,
            changed: self.changed.into_domain()?,
        })
    }
}
