//! What a person writes: a reflection, and the draft it grows from.
use super::{
    ids::{
        AttendanceId, FormId, LevelId, ModelId, ModuleId, NotAnId, ReflectionId, SectionId, SetId,
        StatementId, TakeawayId,
    },
    models::{CHALLENGE, NOW_WHAT, Stage, WHAT_SO_WHAT_NOW_WHAT},
    particulars::Particulars,
    time::Moment,
};
use chrono::NaiveDate;
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
    /// What it said before, the oldest first.
    pub earlier: Vec<Version>,
    /// When it was put in the bin.
    pub binned: Option<Moment>,
    /// Whether it is to be brought to supervision.
    pub bring: bool,
}

/// What a reflection said until it was changed.
#[derive(Clone, Debug, PartialEq)]
pub struct Version {
    /// What it said.
    pub words: Words,
    /// When it was saved.
    pub saved: Moment,
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
    /// The model of a pack that it is laid out by, if it is.
    pub model: Option<ModelId>,
    /// Stage by stage, in order.
    pub passages: Vec<Passage>,
    /// What a supervision log needs beside the words.
    pub particulars: Particulars,
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
    /// A whole module: the answers given along its way.
    Module(ModuleId),
    /// A walk through the signs and the levels of need.
    Thresholds,
    /// A challenge to another agency's decision.
    Challenge,
    /// A form to be filled in.
    Form(FormId),
    /// Another reflection, which an intention grows from.
    Reflection(ReflectionId),
    /// A learning day that the person took part in.
    Event(AttendanceId),
}

impl Words {
    /// No words yet, laid out as their subject wants it: mostly as What? So what? Now what?
    #[must_use]
    pub fn about(subject: Option<Subject>) -> Self {
        let stages = match subject {
            Some(Subject::Challenge) => &CHALLENGE[..],
            // The answers given along the way come before it, as they are given.
            Some(Subject::Module(_)) => &NOW_WHAT,
            _ => &WHAT_SO_WHAT_NOW_WHAT,
        };
        Self { subject, passages: stages.iter().map(Passage::from).collect(), ..Self::default() }
    }

    /// Lays the words out anew, in `stages` of `(id, heading)`. What was written at other stages stays, after them.
    pub fn lay_out<'a>(
        &mut self,
        model: Option<ModelId>,
        stages: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) {
        let mut old = std::mem::take(&mut self.passages);
        for (stage, heading) in stages {
            let known = old.iter().position(|passage| passage.stage == stage).map(|at| old.remove(at));
            self.passages.push(known.unwrap_or_else(|| Passage::empty(stage, heading)));
        }
        self.passages.extend(old.into_iter().filter(|passage| !passage.text.trim().is_empty()));
        self.model = model;
    }

    /// What was written at `stage`.
    #[must_use]
    pub fn at(&self, stage: &str) -> Option<&str> {
        self.passages.iter().find(|passage| passage.stage == stage).map(|passage| passage.text.as_str())
    }

    /// Writes `text` at `stage`. A stage that is not there yet finds its place by `order`, the stages in the order
    /// in which they are to be read; those that `order` does not name come last, as they are.
    pub fn write_at(&mut self, stage: &str, heading: &str, text: &str, order: &[&str]) {
        if let Some(passage) = self.passages.iter_mut().find(|passage| passage.stage == stage) {
            text.clone_into(&mut passage.text);
            return;
        }
        let rank = |stage: &str| order.iter().position(|it| *it == stage).unwrap_or(order.len());
        let at = self.passages.iter().position(|passage| rank(&passage.stage) > rank(stage));
        let passage = Passage { text: text.to_owned(), ..Passage::empty(stage, heading) };
        self.passages.insert(at.unwrap_or(self.passages.len()), passage);
    }

    /// Whether nothing has been written.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.title.trim().is_empty()
            && self.passages.iter().all(|p| p.text.trim().is_empty())
            && self.particulars == Particulars::default()
    }

    /// The whole title, or else the headline.
    #[must_use]
    pub fn heading(&self) -> String {
        match self.title.trim() {
            "" => self.headline(),
            title => title.to_owned(),
        }
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

impl Passage {
    /// A stage at which nothing has been written yet.
    #[must_use]
    pub fn empty(stage: &str, heading: &str) -> Self {
        Self { stage: stage.to_owned(), heading: heading.to_owned(), text: String::new() }
    }
}

impl From<&Stage> for Passage {
    fn from(stage: &Stage) -> Self {
        Self::empty(stage.id, stage.heading)
    }
}

impl Reflection {
    /// The day that it counts for: the one it is about, or else the one on which it was first saved.
    #[must_use]
    pub fn day(&self) -> NaiveDate {
        self.words.particulars.day.unwrap_or_else(|| self.written.date_naive())
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
            Self::Module(id) => write!(f, "module/{id}"),
            Self::Thresholds => f.write_str("thresholds"),
            Self::Challenge => f.write_str("challenge"),
            Self::Form(id) => write!(f, "form/{id}"),
            Self::Reflection(id) => write!(f, "reflection/{id}"),
            Self::Event(id) => write!(f, "event/{id}"),
        }
    }
}

impl FromStr for Subject {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        match text.split_once('/') {
            None if text == "thresholds" => Ok(Self::Thresholds),
            None if text == "challenge" => Ok(Self::Challenge),
            Some(("set", id)) => id.parse().map(Self::Set),
            Some(("statement", id)) => id.parse().map(Self::Statement),
            Some(("takeaway", id)) => id.parse().map(Self::Takeaway),
            Some(("section", id)) => id.parse().map(Self::Section),
            Some(("level", id)) => id.parse().map(Self::Level),
            Some(("module", id)) => id.parse().map(Self::Module),
            Some(("form", id)) => id.parse().map(Self::Form),
            Some(("reflection", id)) => id.parse().map(Self::Reflection),
            Some(("event", id)) => id.parse().map(Self::Event),
            _ => Err(NotAnId),
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
    fn answers_stand_in_the_order_of_the_questions_whatever_came_first() {
        let mut words = Words::about(Some(Subject::Module(ModuleId::new("event", "study"))));
        let order = ["one", "two", "three"];
        words.write_at("three", "Third?", "3", &order);
        words.write_at("one", "First?", "1", &order);
        words.write_at("three", "Third?", "3, again", &order);
        let stages: Vec<_> = words.passages.iter().map(|it| (it.stage.as_str(), it.text.as_str())).collect();
        assert_eq!(stages, [("one", "1"), ("three", "3, again"), ("now-what", "")]);
        assert_eq!(words.at("one"), Some("1"));
        assert_eq!(words.at("two"), None);
    }

    #[test]
    fn another_model_takes_no_word_away() {
        let mut words = words("", "I did not ask.");
        words.write_at("feelings", "Feelings", "Uneasy", &[]);
        let gibbs = ModelId::new("england", "model-gibbs");
        words.lay_out(Some(gibbs.clone()), [("gibbs-description", "Description"), ("feelings", "Feelings")]);
        let stages: Vec<_> = words.passages.iter().map(|it| (it.stage.as_str(), it.text.as_str())).collect();
        assert_eq!(stages, [("gibbs-description", ""), ("feelings", "Uneasy"), ("what", "I did not ask.")]);
        assert_eq!(words.model, Some(gibbs));
        let before = words.passages[1..].to_vec();
        words.lay_out(None, [("what", "What?")]);
        assert_eq!(words.passages, [before[1].clone(), before[0].clone()], "and back again");
    }

    #[test]
    fn a_subject_survives_the_address_bar() {
        for subject in [
            Subject::Set(SetId::new("event", "nine")),
            Subject::Statement(StatementId::new("event", "one-off")),
            Subject::Takeaway(TakeawayId::new("event", "step-back")),
            Subject::Section(SectionId::new("event", "the-minutes")),
            Subject::Level(LevelId::new("england", "level-universal")),
            Subject::Module(ModuleId::new("event", "the-day")),
            Subject::Thresholds,
            Subject::Challenge,
            Subject::Form(FormId::new("england", "template-swe")),
            Subject::Reflection(ReflectionId::from_entropy([7; 16])),
            Subject::Event(AttendanceId::from_entropy([7; 16])),
        ] {
            assert_eq!(subject.to_string().parse(), Ok(subject));
        }
    }
}
