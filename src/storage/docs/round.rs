//! A quiz round on disk.
use super::{moment::MomentV1, sureness::SurenessV1, verdict::VerdictV1};
use crate::domain::{
    ids::{RoundId, StatementId},
    quiz::{Answer, Round},
};
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct RoundV1 {
    v: u32,
    topic: String,
    order: Vec<StatementId>,
    answers: Vec<AnswerV1>,
    started: MomentV1,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct AnswerV1 {
    statement: StatementId,
    said: VerdictV1,
    sure: SurenessV1,
    verdict: VerdictV1,
    at: MomentV1,
}

super::versions!(Round, RoundV1);

impl From<&Round> for RoundV1 {
    fn from(it: &Round) -> Self {
        let answers = it.answers.iter().map(|answer| AnswerV1 {
            statement: answer.statement.clone(),
            said: answer.said.into(),
            sure: answer.sure.into(),
            verdict: answer.verdict.into(),
            at: answer.at.into(),
        });
        Self {
            v: 1,
            topic: it.topic.to_string(),
            order: it.order.clone(),
            answers: answers.collect(),
            started: it.started.into(),
        }
    }
}

impl RoundV1 {
    fn into_domain(self, id: [u8; 16]) -> Option<Round> {
        let answers = self.answers.into_iter().map(|answer| {
            Some(Answer {
                statement: answer.statement,
                said: answer.said.into(),
                sure: answer.sure.into(),
                verdict: answer.verdict.into(),
                at: answer.at.into_domain()?,
            })
        });
        Some(Round {
            id: RoundId::from_entropy(id),
            topic: self.topic.parse().ok()?,
            order: self.order,
            answers: answers.collect::<Option<_>>()?,
            started: self.started.into_domain()?,
        })
    }
}
