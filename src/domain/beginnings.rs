//! What a new reflection begins with: a subject, a model, a question of a pack, or a blank page.
use super::{
    ids::{EntryId, ModelId, NotAnId},
    reflections::Subject,
};
use std::{fmt, str::FromStr};

/// What a new reflection begins with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Beginning {
    /// One box and no questions.
    Page,
    /// Something in a pack, or a form.
    About(Subject),
    /// A model of reflection.
    By(ModelId),
    /// A question that a lesson asks.
    Question(EntryId),
}

impl fmt::Display for Beginning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Page => f.write_str("page"),
            Self::About(subject) => write!(f, "about/{subject}"),
            Self::By(model) => write!(f, "by/{model}"),
            Self::Question(id) => write!(f, "question/{id}"),
        }
    }
}

impl FromStr for Beginning {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        match text.split_once('/') {
            None if text == "page" => Ok(Self::Page),
            Some(("about", subject)) => subject.parse().map(Self::About),
            Some(("by", model)) => model.parse().map(Self::By),
            Some(("question", id)) => id.parse().map(Self::Question),
            _ => Err(NotAnId),
        }
    }
}
