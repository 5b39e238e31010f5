//! A question that the person brought in, on disk.
use super::{moment::MomentV1, wording::WordingV1};
use crate::domain::{ids::QuestionId, questions::OwnQuestion};
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct QuestionV1 {
    v: u32,
    wording: WordingV1,
    added: MomentV1,
}

super::versions!(OwnQuestion, QuestionV1);

impl From<&OwnQuestion> for QuestionV1 {
    fn from(it: &OwnQuestion) -> Self {
        Self { v: 1, wording: (&it.wording).into(), added: it.added.into() }
    }
}

impl QuestionV1 {
    fn into_domain(self, id: [u8; 16]) -> Option<OwnQuestion> {
        let (id, wording) = (QuestionId::from_entropy(id), self.wording.into_domain()?);
        Some(OwnQuestion { id, wording, added: self.added.into_domain()? })
    }
}
