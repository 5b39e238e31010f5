//! A reflection on disk, with what it said before.
use super::{moment::MomentV1, read_any, words::WordsV1};
use crate::domain::{
    ids::ReflectionId,
    reflections::{Reflection, Version},
};
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ReflectionV1 {
    v: u32,
    words: WordsV1,
    written: MomentV1,
    changed: MomentV1,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    earlier: Vec<VersionV1>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    binned: Option<MomentV1>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    bring: bool,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct VersionV1 {
    words: WordsV1,
    saved: MomentV1,
}

super::versions!(Reflection, ReflectionV1);

impl From<&Reflection> for ReflectionV1 {
    fn from(it: &Reflection) -> Self {
        let version = |it: &Version| VersionV1 { words: (&it.words).into(), saved: it.saved.into() };
        Self {
            v: 1,
            words: (&it.words).into(),
            written: it.written.into(),
            changed: it.changed.into(),
            earlier: it.earlier.iter().map(version).collect(),
            binned: it.binned.map(Into::into),
            bring: it.bring,
        }
    }
}

impl ReflectionV1 {
    fn into_domain(self, id: [u8; 16]) -> Option<Reflection> {
        let version =
            |it: VersionV1| Some(Version { words: it.words.into_domain()?, saved: it.saved.into_domain()? });
        Some(Reflection {
            id: ReflectionId::from_entropy(id),
            words: self.words.into_domain()?,
            written: self.written.into_domain()?,
            changed: self.changed.into_domain()?,
            earlier: self.earlier.into_iter().map(version).collect::<Option<_>>()?,
            binned: read_any(self.binned, MomentV1::into_domain)?,
            bring: self.bring,
        })
    }
}
