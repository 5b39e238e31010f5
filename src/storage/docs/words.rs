//! The written part of drafts and reflections on disk.
use super::{particulars::ParticularsV1, read_any};
use crate::domain::{
    ids::ModelId,
    particulars::Particulars,
    reflections::{Passage, Words},
};
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WordsV1 {
    title: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    subject: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    model: Option<ModelId>,
    passages: Vec<PassageV1>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    particulars: Option<ParticularsV1>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct PassageV1 {
    stage: String,
    heading: String,
    text: String,
}

impl From<&Words> for WordsV1 {
    fn from(words: &Words) -> Self {
        let passages = words.passages.iter().cloned().map(|Passage { stage, heading, text }| PassageV1 {
            stage,
            heading,
            text,
        });
        let any = words.particulars != Particulars::default();
        Self {
            title: words.title.clone(),
            subject: words.subject.as_ref().map(ToString::to_string),
            model: words.model.clone(),
            passages: passages.collect(),
            particulars: any.then(|| (&words.particulars).into()),
        }
    }
}

impl WordsV1 {
    pub(super) fn into_domain(self) -> Option<Words> {
        let passages = self.passages.into_iter().map(|PassageV1 { stage, heading, text }| Passage {
            stage,
            heading,
            text,
        });
        Some(Words {
            title: self.title,
            subject: read_any(self.subject, |text| text.parse().ok())?,
            model: self.model,
            passages: passages.collect(),
            particulars: read_any(self.particulars, ParticularsV1::into_domain)?.unwrap_or_default(),
        })
    }
}
