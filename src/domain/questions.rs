//! A question that a trainer brings or takes away, whatever the format of the file it travels in.
use super::{ids::QuestionId, quiz::Verdict, time::Moment};
use std::collections::HashSet;

/// A question that the person brought in.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnQuestion {
    /// Its name.
    pub id: QuestionId,
    /// What it says, tidied.
    pub wording: Wording,
    /// When it was brought in.
    pub added: Moment,
}

/// What a question says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wording {
    /// What is asked or stated.
    pub stem: String,
    /// What can be answered, and what is right.
    pub answers: Answers,
    /// The reasons, shown after the answer; may be empty.
    pub why: String,
    /// What it is about; may be empty.
    pub topic: String,
}

/// How a question is answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answers {
    /// A statement that is a myth or a fact.
    MythOrFact(Verdict),
    /// One of these is right.
    Choice {
        /// What can be chosen.
        options: Vec<String>,
        /// Which of them is right, counted from 0.
        right: usize,
    },
}

/// Why a question cannot be asked as it is, and what to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WhatIsWrong {
    #[error("Nothing is asked. Write a question or a statement.")]
    NoStem,
    #[error("There are fewer than two options. Write at least two.")]
    FewOptions,
    #[error("There are more than {} options. Leave some out.", Wording::MOST_OPTIONS)]
    ManyOptions,
    #[error("An option is empty. Write it, or leave it out.")]
    BlankOption,
    #[error("Two options are the same. Change one, or leave it out.")]
    SameOptions,
    #[error("No option is the right one. Choose which is.")]
    NoRight,
    #[error("A text is longer than {} characters. Shorten it.", Wording::LONGEST)]
    TooLong,
    #[error("The topic is longer than {} characters. Shorten it.", Wording::LONGEST_TOPIC)]
    LongTopic,
}

impl Wording {
    /// How many options there can be: one for each letter.
    pub const MOST_OPTIONS: usize = 26;

    /// How many characters a stem, an option or the reasons can have.
    pub const LONGEST: usize = 4_000;

    /// How many characters a topic can have.
    pub const LONGEST_TOPIC: usize = 200;

    /// The same question with its texts as they are kept: nothing unseen in them and no space around them, options
    /// and topic on one line.
    #[must_use]
    pub fn tidied(&self) -> Self {
        let answers = match &self.answers {
            Answers::MythOrFact(verdict) => Answers::MythOrFact(*verdict),
            Answers::Choice { options, right } => Answers::Choice {
                options: options.iter().map(|option| one_line(option)).collect(),
                right: *right,
            },
        };
        Self { stem: tidy(&self.stem), answers, why: tidy(&self.why), topic: one_line(&self.topic) }
    }

    /// What keeps it from being asked once it is tidied, if anything does.
    #[must_use]
    pub fn problem(&self) -> Option<WhatIsWrong> {
        let it = self.tidied();
        let is_long = |text: &String| text.chars().count() > Self::LONGEST;
        if it.stem.is_empty() {
            return Some(WhatIsWrong::NoStem);
        }
        if is_long(&it.stem) || is_long(&it.why) {
            return Some(WhatIsWrong::TooLong);
        }
        if it.topic.chars().count() > Self::LONGEST_TOPIC {
            return Some(WhatIsWrong::LongTopic);
        }
        let Answers::Choice { options, right } = &it.answers else { return None };
        match options.len() {
            0 | 1 => Some(WhatIsWrong::FewOptions),
            count if count > Self::MOST_OPTIONS => Some(WhatIsWrong::ManyOptions),
            _ if options.iter().any(String::is_empty) => Some(WhatIsWrong::BlankOption),
            _ if options.iter().any(is_long) => Some(WhatIsWrong::TooLong),
            count if options.iter().collect::<HashSet<_>>().len() < count => Some(WhatIsWrong::SameOptions),
            count if *right >= count => Some(WhatIsWrong::NoRight),
            _ => None,
        }
    }
}

/// A text without what cannot be seen, and without space around it. Every way of ending a line becomes one.
#[must_use]
pub fn tidy(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let seen = text.chars().filter_map(|it| match it {
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some('\n'),
        '\t' => Some(it),
        _ => (!is_unseen(it)).then_some(it),
    });
    seen.collect::<String>().trim().to_owned()
}

/// Whether this cannot be seen, and yet changes how what stands beside it is seen, compared or read by a program: controls
/// but for a tab and a new line, what editors put before a text and web pages between its words, and what turns the words
/// after it about (UAX 9), by which a number could be shown backwards.
#[must_use]
pub fn is_unseen(it: char) -> bool {
    match it {
        '\t' | '\n' => false,
        '\u{feff}' | '\u{200b}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => true,
        _ => it.is_control(),
    }
}

/// A tidy text on one line, with single spaces.
#[must_use]
pub fn one_line(text: &str) -> String {
    tidy(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn statement(stem: &str) -> Wording {
        let answers = Answers::MythOrFact(Verdict::Myth);
        Wording { stem: stem.into(), answers, why: String::new(), topic: String::new() }
    }

    fn choice(options: &[&str], right: usize) -> Wording {
        let options = options.iter().map(|it| (*it).to_owned()).collect();
        Wording { answers: Answers::Choice { options, right }, ..statement("Whom do you ring first?") }
    }

    #[test]
    fn a_statement_and_a_choice_can_be_asked() {
        assert_eq!(statement("A bruise can be dated by its colour.").problem(), None);
        assert_eq!(choice(&["The police", "The duty team"], 1).problem(), None);
    }

    #[test]
    fn what_keeps_a_question_from_being_asked_is_named() {
        let many = ["a", "b"].map(|it| (0..14).map(|n| format!("{it}{n}")).collect::<Vec<_>>()).concat();
        let many: Vec<_> = many.iter().map(String::as_str).collect();
        let long = "x".repeat(Wording::LONGEST + 1);
        for (it, wrong) in [
            (statement(" \n\u{0}\u{feff}"), WhatIsWrong::NoStem),
            (statement(&long), WhatIsWrong::TooLong),
            (Wording { why: long.clone(), ..statement("s") }, WhatIsWrong::TooLong),
            (Wording { topic: "x".repeat(201), ..statement("s") }, WhatIsWrong::LongTopic),
            (choice(&["One"], 0), WhatIsWrong::FewOptions),
            (choice(&many, 0), WhatIsWrong::ManyOptions),
            (choice(&["One", "\t"], 0), WhatIsWrong::BlankOption),
            (choice(&["One", &long], 0), WhatIsWrong::TooLong),
            (choice(&["One  way", " One\nway"], 0), WhatIsWrong::SameOptions),
            (choice(&["One", "Two"], 2), WhatIsWrong::NoRight),
        ] {
            assert_eq!(it.problem(), Some(wrong));
        }
        let just = "é".repeat(Wording::LONGEST);
        assert_eq!(statement(&just).problem(), None, "characters are counted, not bytes");
    }

    #[test]
    fn what_cannot_be_seen_is_left_out_and_lines_stay_lines() {
        assert_eq!(tidy(" \u{feff}On\u{200b}e\r\ntwo\u{b}three\u{0}\u{7} \t"), "One\ntwo\nthree");
        assert_eq!(tidy("Ring \u{202e}0000\u{202c} \u{2067}now\u{2069}"), "Ring 0000 now");
        let it = Wording { topic: "Signs\nof  harm".into(), ..choice(&["A\nb", "C"], 0) }.tidied();
        assert_eq!(it.topic, "Signs of harm");
        assert_eq!(it.answers, choice(&["A b", "C"], 0).answers);
        assert_eq!(it.tidied(), it);
    }
}
