//! What a question says, on disk.
use super::verdict::VerdictV1;
use crate::domain::questions::{Answers, Wording};
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WordingV1 {
    stem: String,
    answers: AnswersV1,
    why: String,
    topic: String,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum AnswersV1 {
    MythOrFact(VerdictV1),
    Choice { options: Vec<String>, right: usize },
}

impl From<&Wording> for WordingV1 {
    fn from(it: &Wording) -> Self {
        let answers = match it.answers.clone() {
            Answers::MythOrFact(verdict) => AnswersV1::MythOrFact(verdict.into()),
            Answers::Choice { options, right } => AnswersV1::Choice { options, right },
        };
        let Wording { stem, why, topic, .. } = it.clone();
        Self { stem, answers, why, topic }
    }
}

impl WordingV1 {
    pub(super) fn into_domain(self) -> Option<Wording> {
        let answers = match self.answers {
            AnswersV1::MythOrFact(verdict) => Answers::MythOrFact(verdict.into()),
            AnswersV1::Choice { options, right } => Answers::Choice { options, right },
        };
        let wording = Wording { stem: self.stem, answers, why: self.why, topic: self.topic };
        // What cannot be asked was never kept.
        wording.problem().is_none().then_some(wording)
    }
}
