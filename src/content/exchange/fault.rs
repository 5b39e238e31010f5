//! What could not be taken from a file: the line, and why in a sentence that repeats nothing of what the file says.
use super::{MOST_BYTES, MOST_QUESTIONS};
use crate::domain::questions::WhatIsWrong;

/// Something that could not be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("Line {line}: {why}")]
pub struct Fault {
    /// The line on which it begins, counted from 1.
    pub line: usize,
    /// What is in the way, and what to do.
    pub why: WhyNot,
}

/// What is in the way, and what to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WhyNot {
    #[error("The file is empty. Choose another one.")]
    Empty,
    #[error("The file is larger than {} MB. Cut it into several.", MOST_BYTES / 1_000_000)]
    TooBig,
    #[error(
        "This is a document, a picture or an archive, not plain text. Save the questions as CSV or as plain text."
    )]
    NotText,
    #[error("This is a web page or XML. Moodle can export the same questions in GIFT format.")]
    Markup,
    #[error("This is JSON. Questions are read from GIFT, Aiken and CSV files.")]
    Json,
    #[error(
        "The text is not in UTF-8. Save the file again in UTF-8: a spreadsheet calls that \"CSV UTF-8\", an editor \"Encoding\"."
    )]
    NotUtf8,
    #[error(
        "This is none of the formats that are read: GIFT, Aiken, or CSV with a first line that names its columns."
    )]
    UnknownFormat,
    #[error("There is no question in the file. Choose another one.")]
    NoQuestion,
    #[error("No column is called question or statement. Name the columns in the first line.")]
    NoQuestionColumn,
    #[error("No column is called answer or verdict. Name the columns in the first line.")]
    NoAnswerColumn,

    #[error("{0}")]
    Unsound(WhatIsWrong),
    #[error("{MOST_QUESTIONS} questions have been taken, and none from here on. Cut the file into several.")]
    TooMany,
    #[error("From here on, what could not be taken is not named any more. Mend what is named first.")]
    TooManyFaults,
    #[error("It is {0}, a kind that Second Look does not ask.")]
    NotAsked(&'static str),
    #[error("It has several right answers, and Second Look asks for one.")]
    SeveralRight,
    #[error("It shows a picture or a recording, and Second Look asks in words alone.")]
    Picture,
    #[error(
        "Its answers have to stand between one {{ and one }}. Check both, and leave an empty line between questions."
    )]
    Braces,
    #[error("Something stands before the first of its options. Put = or ~ before each.")]
    Unmarked,
    #[error("Something follows the answer. Leave an empty line between questions.")]
    TextAfter,
    #[error("No line says which answer is right. Write \"ANSWER:\" and a letter after the options.")]
    NoAnswerLine,
    #[error("Its options do not run A, B, C and so on. Put the letters in order.")]
    OptionOrder,
    #[error("Its answer is none of its options. Write the letter of one of them.")]
    NoSuchOption,
    #[error("Its answer is neither myth nor fact, and it has no options. Write one of the two.")]
    NoVerdict,
    #[error(
        "A quotation mark opens a cell and does not close it. Put two of them for each that stands inside a cell."
    )]
    Quote,
    #[error(
        "It has more cells than there are columns. Put quotation marks around a cell with a comma in it."
    )]
    MoreCells,
}

impl WhyNot {
    /// Whether nothing at all could be taken, so that the line says little.
    #[must_use]
    pub fn is_of_whole_file(self) -> bool {
        matches!(
            self,
            Self::Empty
                | Self::TooBig
                | Self::NotText
                | Self::Markup
                | Self::Json
                | Self::NotUtf8
                | Self::UnknownFormat
                | Self::NoQuestion
                | Self::NoQuestionColumn
                | Self::NoAnswerColumn
        )
    }
}
