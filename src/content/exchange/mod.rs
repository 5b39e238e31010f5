//! Questions in and out of the formats that trainers hold: GIFT and Aiken, which Moodle reads, CSV, and Anki's cards.
//!
//! What each format carries of a question that can be asked, as [`carried`] says it:
//!
//! | | stem | options | verdict | reasons | topic |
//! | --- | --- | --- | --- | --- | --- |
//! | GIFT | yes | yes | yes | yes | yes, but for one that is called "No topic" |
//! | Aiken | on one line, never beginning like an option or an answer | yes | yes, as two options | no | no |
//! | CSV | yes | yes | yes | yes | yes |
//!
//! In all of them two options that are true and false, or fact and myth, are a verdict. What is written is tidied first
//! ([`Wording::tidied`]), and reading it gives what was carried. Anki's cards ([`anki`]) are only written.
//!
//! Reading goes once through a file of bounded size. What cannot be taken is named by its line and in a sentence that
//! repeats nothing of what the file says, and the rest is taken.
mod aiken;
pub mod anki;
mod csv;
mod fault;
mod gift;
mod html;
mod opened;
mod rows;

use crate::domain::{
    questions::{Answers, Wording},
    quiz::Verdict,
};
pub use fault::{Fault, WhyNot};
pub(super) use {csv::guarded, rows::quoted};

/// How many questions are taken from one file.
pub const MOST_QUESTIONS: usize = 2_000;

/// How much that could not be taken is named.
pub const MOST_FAULTS: usize = 200;

/// The largest file that is read, in bytes: so many questions with two thousand of them each.
pub const MOST_BYTES: usize = 4_000_000;

/// How questions are written in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Moodle's own, with reasons and topics.
    Gift,
    /// A question, its options and the right letter, a line each.
    Aiken,
    /// A table with a line that names its columns.
    Csv,
}

impl Format {
    /// All of them, the one that carries most into Moodle first.
    pub const ALL: [Self; 3] = [Self::Gift, Self::Aiken, Self::Csv];

    /// What it is called.
    #[must_use]
    pub fn called(self) -> &'static str {
        match self {
            Self::Gift => "GIFT",
            Self::Aiken => "Aiken",
            Self::Csv => "CSV",
        }
    }

    /// How the names of such files end, without the dot.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Gift | Self::Aiken => "txt",
            Self::Csv => "csv",
        }
    }

    /// What a text is written in: by what it says first, and by how its file is called where it does not tell.
    fn of(text: &str, file_name: &str) -> Result<Self, WhyNot> {
        let name = file_name.to_lowercase();
        let ends = |endings: &[&str]| endings.iter().any(|ending| name.ends_with(ending));
        let (is_table, has_columns) = (ends(&[".csv", ".tsv", ".tab"]), csv::has_columns(text));
        match opened::other_kind(text) {
            // A cell may hold lines of any kind.
            _ if is_table && has_columns => Ok(Self::Csv),
            _ if aiken::is_in(text) => Ok(Self::Aiken),
            _ if gift::begins(text) => Ok(Self::Gift),
            _ if has_columns => Ok(Self::Csv),
            Some(why) => Err(why),
            None if is_table => Ok(Self::Csv),
            None if text.contains('{') || ends(&[".gift"]) => Ok(Self::Gift),
            None if ends(&[".aiken"]) => Ok(Self::Aiken),
            None => Err(WhyNot::UnknownFormat),
        }
    }
}

/// What was read from a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Taken {
    /// What can be asked, tidied, in the order of the file.
    pub questions: Vec<Wording>,
    /// What could not be taken, and why.
    pub faults: Vec<Fault>,
}

impl Taken {
    /// Takes what was read at `line` if it can be asked.
    fn add(&mut self, line: usize, read: Result<Wording, WhyNot>) {
        if self.faults.last().is_some_and(|it| it.why == WhyNot::TooMany) {
            return;
        }
        let why = match read.map(|it| it.tidied()) {
            Err(why) => why,
            Ok(it) => match it.problem() {
                Some(wrong) => WhyNot::Unsound(wrong),
                None if self.questions.len() < MOST_QUESTIONS => return self.questions.push(it),
                None => WhyNot::TooMany,
            },
        };
        match self.faults.len() {
            named if named < MOST_FAULTS || why == WhyNot::TooMany => self.faults.push(Fault { line, why }),
            MOST_FAULTS => self.faults.push(Fault { line, why: WhyNot::TooManyFaults }),
            _ => {}
        }
    }
}

/// Reads the questions in a file, whatever it is.
#[must_use]
pub fn read(bytes: &[u8], file_name: &str) -> Taken {
    let mut taken = Taken::default();
    match opened::text(bytes) {
        Err(fault) => taken.faults.push(fault),
        Ok(text) => match Format::of(&text, file_name) {
            Ok(Format::Gift) => gift::read(&text, &mut taken),
            Ok(Format::Aiken) => aiken::read(&text, &mut taken),
            Ok(Format::Csv) => csv::read(&text, &mut taken),
            Err(why) => taken.faults.push(Fault { line: 1, why }),
        },
    }
    if taken == Taken::default() {
        taken.faults.push(Fault { line: 1, why: WhyNot::NoQuestion });
    }
    taken
}

/// The text of a file with these questions. One that cannot be asked ([`Wording::problem`]) is left out.
#[must_use]
pub fn write(format: Format, questions: &[Wording]) -> String {
    let sound = questions.iter().filter(|it| it.problem().is_none());
    let carried: Vec<_> = sound.map(|it| carried(format, it)).collect();
    match format {
        Format::Gift => gift::write(&carried),
        Format::Aiken => aiken::write(&carried),
        Format::Csv => csv::write(&carried),
    }
}

/// What is left of a question in a file of this format.
#[must_use]
pub fn carried(format: Format, question: &Wording) -> Wording {
    let mut it = question.tidied();
    if let Answers::Choice { options, right } = it.answers {
        it.answers = answers(options, right);
    }
    match format {
        Format::Gift => gift::carried(it),
        Format::Aiken => aiken::carried(it),
        Format::Csv => it,
    }
}

/// Options as what they are: two that are true and false, or fact and myth, are a verdict.
fn answers(options: Vec<String>, right: usize) -> Answers {
    let verdicts: Vec<_> = options.iter().take(3).map(|it| verdict(it)).collect();
    match (&verdicts[..], right) {
        (&[Some(first), Some(second)], 0 | 1) if first != second => {
            Answers::MythOrFact(if right == 0 { first } else { second })
        }
        _ => Answers::Choice { options, right },
    }
}

/// The verdict that a word is.
fn verdict(word: &str) -> Option<Verdict> {
    match word.trim().to_lowercase().as_str() {
        "myth" | "false" | "f" => Some(Verdict::Myth),
        "fact" | "true" | "t" => Some(Verdict::Fact),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_format_is_known_by_what_it_says_before_what_it_is_called() {
        let named = [
            ("It is so.{T}", Ok(Format::Gift)),
            ("// A comment\n\n::One::[html]<p>Is it so?</p>", Ok(Format::Gift)),
            ("Who?\nA. You\nB. Me\nANSWER: B", Ok(Format::Aiken)),
            ("Topic;Statement;Verdict\nx;y;myth", Ok(Format::Csv)),
            ("<html><style>p { margin: 0 }</style>", Err(WhyNot::Markup)),
            ("Dear colleague", Err(WhyNot::UnknownFormat)),
        ];
        for (text, format) in named {
            assert_eq!(Format::of(text, "questions.txt"), format, "{text}");
        }
        assert_eq!(Format::of("Who?\nA. You\nB. Me\nANSWER: B", "x.CSV"), Ok(Format::Aiken));
        assert_eq!(Format::of("Dear colleague", "x.csv"), Ok(Format::Csv));
        assert_eq!(Format::of("Dear colleague", "x.gift"), Ok(Format::Gift));
        let cell = "question,verdict\n\"Which?\nA. One\nANSWER: A\",myth";
        assert_eq!(Format::of(cell, "x.csv"), Ok(Format::Csv), "a cell may look like Aiken");
    }

    #[test]
    fn true_and_false_are_a_verdict_in_every_format() {
        let options = |all: &[&str]| all.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>();
        assert_eq!(answers(options(&["False", "True"]), 1), Answers::MythOrFact(Verdict::Fact));
        assert_eq!(answers(options(&["Myth", "FACT"]), 0), Answers::MythOrFact(Verdict::Myth));
        for other in
            [options(&["True", "False", "Both"]), options(&["True", "Fact"]), options(&["Yes", "No"])]
        {
            assert_eq!(answers(other.clone(), 0), Answers::Choice { options: other, right: 0 });
        }
    }

    #[test]
    fn no_more_questions_are_taken_than_there_is_room_for_and_it_is_said_where_they_end() {
        let file = "It is so.{T}\n\n".repeat(MOST_QUESTIONS + 3);
        let taken = read(file.as_bytes(), "many.txt");
        assert_eq!(taken.questions.len(), MOST_QUESTIONS);
        assert_eq!(taken.faults, [Fault { line: MOST_QUESTIONS * 2 + 1, why: WhyNot::TooMany }]);
    }

    #[test]
    fn of_many_faults_the_first_are_named_and_what_is_sound_is_taken_to_the_end() {
        let file = format!("{}It is so.{{T}}\n", "No braces.\n\n".repeat(MOST_FAULTS + 3));
        let taken = read(file.as_bytes(), "many.gift");
        assert_eq!((taken.questions.len(), taken.faults.len()), (1, MOST_FAULTS + 1));
        let last = Fault { line: MOST_FAULTS * 2 + 1, why: WhyNot::TooManyFaults };
        assert_eq!(taken.faults.last(), Some(&last));
    }

    #[test]
    fn a_file_without_a_question_says_so() {
        for (text, name) in
            [("// Later\n", "x.gift"), ("$CATEGORY: Harm\n", "x.txt"), ("question,verdict\n", "x.csv")]
        {
            assert_eq!(
                read(text.as_bytes(), name).faults,
                [Fault { line: 1, why: WhyNot::NoQuestion }],
                "{text}"
            );
        }
    }
}
