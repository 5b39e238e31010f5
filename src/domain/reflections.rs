//! What a person writes: a reflection, and the draft it grows from.
use super::{
    ids::{LevelId, ReflectionId, SectionId, SetId, StatementId, TakeawayId},
    models::WHAT_SO_WHAT_NOW_WHAT,
    time::Moment,
};
use std::{fmt, str::FromStr};

/// The longest headline shown for a reflection that has no title, in characters.
const HEADLINE: usize = 80;

/// A reflection as last saved.
#[derive(Clone, Debug, PartialEq)]
pub struct Reflection {
    /// Its name.
    pub id: ReflectionId,
    /// What it says.
    pub words: Words,
    /// When it was first saved.
    pub written: Moment,
    /// When it was last saved.
    pub changed: Moment,
}

/// Words not yet saved as a reflection: new, or changed since it was saved.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// The reflection it will become.
    pub id: ReflectionId,
    /// What it says so far.
    pub words: Words,
    /// When it was last kept.
    pub kept: Moment,
}

/// The written part, the same in a draft and in a reflection.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Words {
    /// Given by the person; may be empty.
    pub title: String,
    /// What prompted it, if anything did.
    pub subject: Option<Subject>,
    /// Stage by stage, in order.
    pub passages: Vec<Passage>,
}

/// What was written at one stage. It carries its own heading, so that it reads well for ever, whatever
/// becomes of the model.
#[derive(Clone, Debug, PartialEq)]
pub struct Passage {
    /// The stage's id in its model.
    pub stage: String,
    /// The stage's heading when it was written.
    pub heading: String,
    /// The person's words.
    pub text: String,
}

/// A thing in a pack that a reflection is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A set of statements just answered.
    Set(SetId),
    /// One statement.
    Statement(StatementId),
    /// A take-home message.
    Takeaway(TakeawayId),
    /// A section of a module.
    Section(SectionId),
    /// A level of need.
    Level(LevelId),
}

impl Words {
    /// No words yet, laid out as What? So what? Now what?
    #[must_use]
    pub fn about(subject: Option<Subject>) -> Self {
        let passages = WHAT_SO_WHAT_NOW_WHAT
            .iter()
            .map(|stage| Passage {
                stage: stage.id.to_owned(),
                heading: stage.heading.to_owned(),
                text: String::new(),
            })
            .collect();
        Self { title: String::new(), subject, passages }
    }

    /// Whether nothing has been written.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.title.trim().is_empty() && self.passages.iter().all(|p| p.text.trim().is_empty())
    }

    /// The title, or else the first line that was written, shortened.
    #[must_use]
    pub fn headline(&self) -> String {
        let lines = std::iter::once(&self.title).chain(self.passages.iter().map(|p| &p.text));
        let line = lines
            .flat_map(|text| text.lines())
            .map(str::trim)
            .find(|line| !line.is_empty())
            .unwrap_or("Untitled");
        match line.char_indices().nth(HEADLINE) {
            Some((end, _)) => format!("{}…", line[..end].trim_end()),
            None => line.to_owned(),
        }
    }
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Set(id) => write!(f, "set/{id}"),
            Self::Statement(id) => write!(f, "statement/{id}"),
            Self::Takeaway(id) => write!(f, "takeaway/{id}"),
            Self::Section(id) => write!(f, "section/{id}"),
            Self::Level(id) => write!(f, "level/{id}"),
        }
    }
}

impl FromStr for Subject {
    type Err = super::ids::NotAnId;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text.split_once('/') {
            Some(("set", id)) => id.parse().map(Self::Set),
            Some(("statement", id)) => id.parse().map(Self::Statement),
            Some(("takeaway", id)) => id.parse().map(Self::Takeaway),
            Some(("section", id)) => id.parse().map(Self::Section),
            Some(("level", id)) => id.parse().map(Self::Level),
            _ => Err(super::ids::NotAnId),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(title: &str, first: &str) -> Words {
        let mut words = Words::about(None);
        words.title = title.to_owned();
        words.passages[0].text = first.to_owned();
        words
    }

    #[test]
    fn a_reflection_without_a_title_is_known_by_its_first_line() {
        assert_eq!(words("", "\n  I did not ask.\nThen").headline(), "I did not ask.");
        assert_eq!(words("Supervision", "I did not ask.").headline(), "Supervision");
        assert_eq!(words(" ", " ").headline(), "Untitled");
    }

    #[test]
    fn a_long_first_line_is_shortened_between_characters() {
        let headline = words("", &"é".repeat(200)).headline();
        assert_eq!(headline.chars().count(), HEADLINE + 1);
    }

    #[test]
    fn spaces_are_not_words() {
        assert!(words(" ", "\n\t").is_blank());
        assert!(!words("", "x").is_blank());
    }

    #[test]
    fn a_subject_survives_the_address_bar() {
        for subject in [
            Subject::Set(SetId::new("event", "nine")),
            Subject::Statement(StatementId::new("event", "one-off")),
            Subject::Takeaway(TakeawayId::new("event", "step-back")),
            Subject::Section(SectionId::new("event", "the-minutes")),
            Subject::Level(LevelId::new("england", "level-universal")),
        ] {
            assert_eq!(subject.to_string().parse(), Ok(subject));
        }
    }
}
