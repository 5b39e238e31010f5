//! The written part of drafts and reflections on disk.
use crate::domain::reflections::{Passage, Words};
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WordsV1 {
    title: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    subject: Option<String>,
    passages: Vec<PassageV1>,
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
        Self {
            title: words.title.clone(),
            subject: words.subject.as_ref().map(ToString::to_string),
            passages: passages.collect(),
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
        let subject = match self.subject {
            Some(text) => Some(text.parse().ok()?),
            None => None,
        };
        Some(Words { title: self.title, subject, passages: passages.collect() })
    }
}
