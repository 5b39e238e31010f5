//! A question that the person brought in, on disk.
use super::{moment::MomentV1, verdict::VerdictV1};
use crate::domain::{
    ids::QuestionId,
    questions::{Answers, OwnQuestion, Wording},
};
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct QuestionV1 {
    v: u32,
    stem: String,
    answers: AnswersV1,
    why: String,
    topic: String,
    added: MomentV1,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum AnswersV1 {
    MythOrFact(VerdictV1),
    Choice { options: Vec<String>, right: usize },
}

super::versions!(OwnQuestion, QuestionV1);

impl From<&OwnQuestion> for QuestionV1 {
    fn from(it: &OwnQuestion) -> Self {
        let answers = match it.wording.answers.clone() {
            Answers::MythOrFact(verdict) => AnswersV1::MythOrFact(verdict.into()),
            Answers::Choice { options, right } => AnswersV1::Choice { options, right },
        };
        let Wording { stem, why, topic, .. } = it.wording.clone();
        Self { v: 1, stem, answers, why, topic, added: it.added.into() }
    }
}

impl QuestionV1 {
    fn into_domain(self, id: [u8; 16]) -> Option<OwnQuestion> {
        let answers = match self.answers {
            AnswersV1::MythOrFact(verdict) => Answers::MythOrFact(verdict.into()),
            AnswersV1::Choice { options, right } => Answers::Choice { options, right },
        };
        let wording = Wording { stem: self.stem, answers, why: self.why, topic: self.topic };
        // What cannot be asked was never kept.
        wording.problem().is_none().then_some(())?;
        Some(OwnQuestion { id: QuestionId::from_entropy(id), wording, added: self.added.into_domain()? })
    }
}
