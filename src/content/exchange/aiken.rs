//! Aiken, the plainest of Moodle's formats (<https://docs.moodle.org/en/Aiken_format>): a question, its options by letter,
//! and `ANSWER:` with the right one.
//!
//! A question or an option may run over several lines, which become one. An empty line may stand anywhere but within
//! one of them. The letters run from A on, each with a full stop or a bracket after it and a space.
use super::{Taken, WhyNot, answers};
use crate::domain::questions::{Answers, Wording, one_line};
use crate::domain::quiz::Verdict;

/// What a line is.
#[derive(Debug, PartialEq)]
enum Line<'a> {
    /// `B. Some option`.
    Option(char, &'a str),
    /// `ANSWER: B`.
    Answer(&'a str),
    /// Anything else.
    Text(&'a str),
}

impl<'a> Line<'a> {
    fn of(line: &'a str) -> Self {
        let word = "ANSWER:";
        match line.get(..word.len()) {
            Some(start) if start.eq_ignore_ascii_case(word) => {
                return Self::Answer(line[word.len()..].trim());
            }
            _ => {}
        }
        match line.as_bytes() {
            [letter @ b'A'..=b'Z', b'.' | b')'] => Self::Option(char::from(*letter), ""),
            [letter @ b'A'..=b'Z', b'.' | b')', b' ' | b'\t', ..] => {
                Self::Option(char::from(*letter), line[3..].trim())
            }
            _ => Self::Text(line),
        }
    }
}

/// Whether there is an option and an answer in the text.
pub(super) fn is_in(text: &str) -> bool {
    let lines = || text.lines().map(|line| Line::of(line.trim()));
    lines().any(|it| matches!(it, Line::Option(..)))
        && lines().any(|it| matches!(it, Line::Answer(answer) if letter(answer).len() == 1))
}

/// The letter that an answer names, however it is marked.
fn letter(answer: &str) -> &str {
    answer.trim_end_matches(['.', ')'])
}

/// What has been read of a question.
#[derive(Default)]
struct Begun {
    line: usize,
    stem: String,
    options: Vec<(char, String)>,
}

impl Begun {
    fn ends(self, answer: Option<&str>) -> Result<Wording, WhyNot> {
        let Self { stem, options, .. } = self;
        let answer = answer.ok_or(WhyNot::NoAnswerLine)?;
        if !options.iter().map(|(letter, _)| *letter).eq(('A'..='Z').take(options.len())) {
            return Err(WhyNot::OptionOrder);
        }
        let letter = letter(answer).to_ascii_uppercase();
        let right = options.iter().position(|(it, _)| letter == it.to_string());
        let right = right.ok_or(WhyNot::NoSuchOption)?;
        let options = options.into_iter().map(|(_, option)| option).collect();
        let answers = answers(options, right);
        Ok(Wording { stem, answers, why: String::new(), topic: String::new() })
    }
}

pub(super) fn read(text: &str, taken: &mut Taken) {
    let mut begun: Option<Begun> = None;
    let mut after_gap = true;
    for (at, line) in text.lines().enumerate() {
        let line = line.trim();
        if line.is_empty() {
            after_gap = true;
            continue;
        }
        let new = || Begun { line: at + 1, ..Begun::default() };
        match Line::of(line) {
            Line::Answer(letter) => {
                let it = begun.take().unwrap_or_else(new);
                taken.add(it.line, it.ends(Some(letter)));
            }
            Line::Option(letter, option) => {
                begun.get_or_insert_with(new).options.push((letter, option.to_owned()));
            }
            Line::Text(text) => {
                if after_gap && let Some(it) = begun.take() {
                    taken.add(it.line, it.ends(None));
                }
                let it = begun.get_or_insert_with(new);
                let last = it.options.last_mut().map_or(&mut it.stem, |(_, option)| option);
                if !last.is_empty() {
                    last.push(' ');
                }
                last.push_str(text);
            }
        }
        after_gap = false;
    }
    if let Some(it) = begun {
        taken.add(it.line, it.ends(None));
    }
}

pub(super) fn carried(it: Wording) -> Wording {
    let mut stem = one_line(&it.stem);
    // A dash in place of the mark: then it begins like nothing else.
    let mark = match Line::of(&stem) {
        Line::Option(..) => Some(1),
        Line::Answer(_) => stem.find(':'),
        Line::Text(_) => None,
    };
    if let Some(at) = mark {
        stem.replace_range(at..=at, "–");
    }
    Wording { stem, answers: it.answers, why: String::new(), topic: String::new() }
}

/// The text of questions as they are carried.
pub(super) fn write(questions: &[Wording]) -> String {
    let mut text = String::new();
    for it in questions {
        let (options, right) = match &it.answers {
            Answers::MythOrFact(verdict) => (vec!["Myth", "Fact"], usize::from(*verdict == Verdict::Fact)),
            Answers::Choice { options, right } => (options.iter().map(String::as_str).collect(), *right),
        };
        text.push_str(&it.stem);
        for (letter, option) in ('A'..='Z').zip(&options) {
            text.push_str(&format!("\n{letter}. {option}"));
        }
        let letter = ('A'..='Z').nth(right).unwrap_or('A');
        text.push_str(&format!("\nANSWER: {letter}\n\n"));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::exchange::Fault;
    use crate::domain::questions::WhatIsWrong;

    fn taken(text: &str) -> Taken {
        let mut taken = Taken::default();
        read(text, &mut taken);
        taken
    }

    fn choice(stem: &str, options: &[&str], right: usize) -> Wording {
        let options = options.iter().map(|it| (*it).to_owned()).collect();
        let answers = Answers::Choice { options, right };
        Wording { stem: stem.into(), answers, why: String::new(), topic: String::new() }
    }

    #[test]
    fn options_stand_by_full_stop_or_bracket_and_questions_need_no_empty_line() {
        let text = "Who chairs it?\nA. The head\nB. A manager\nANSWER: B\nWho takes\nthe minutes?\n\nA) I do\n  and you\nB) They do\nanswer: a)\n";
        assert_eq!(
            taken(text).questions,
            [
                choice("Who chairs it?", &["The head", "A manager"], 1),
                choice("Who takes the minutes?", &["I do and you", "They do"], 0)
            ]
        );
    }

    #[test]
    fn true_and_false_are_a_verdict() {
        let it = &taken("A bruise can be dated.\nA) True\nB) False\nANSWER: B").questions[0];
        assert_eq!(it.answers, Answers::MythOrFact(Verdict::Myth));
        let it = &taken("A bruise can not be dated.\nA. Myth\nB. Fact\nANSWER: B").questions[0];
        assert_eq!(it.answers, Answers::MythOrFact(Verdict::Fact));
    }

    #[test]
    fn what_is_amiss_is_named_at_the_line_where_its_question_begins() {
        let sound = "Who?\nA. You\nB. Me\nANSWER: A\n";
        for (wrong, why) in [
            ("Which?\nA. One\nB. Two\n", WhyNot::NoAnswerLine),
            ("A heading\n", WhyNot::NoAnswerLine),
            ("Which?\nA. One\nB. Two\nANSWER: C\n", WhyNot::NoSuchOption),
            ("Which?\nA. One\nB. Two\nANSWER: A, B\n", WhyNot::NoSuchOption),
            ("Which?\nA. One\nB. Two\nANSWER:\n", WhyNot::NoSuchOption),
            ("Which?\nA. One\nC. Two\nANSWER: A\n", WhyNot::OptionOrder),
            ("Which?\nA. One\nB. Two\nWhich?\nA. One\nB. Two\nANSWER: A\n", WhyNot::OptionOrder),
            ("ANSWER: A\n", WhyNot::NoSuchOption),
            ("A. One\nB. Two\nANSWER: A\n", WhyNot::Unsound(WhatIsWrong::NoStem)),
            ("Which?\nA. One\nB.\nANSWER: A\n", WhyNot::Unsound(WhatIsWrong::BlankOption)),
            ("Which?\nA. One\nANSWER: A\n", WhyNot::Unsound(WhatIsWrong::FewOptions)),
        ] {
            let taken = taken(&format!("{sound}\n{wrong}\n{sound}"));
            assert_eq!(taken.faults, [Fault { line: 6, why }], "{wrong}");
            assert_eq!(taken.questions.len(), 2, "{wrong}");
        }
    }

    #[test]
    fn a_stem_that_begins_like_an_option_or_an_answer_is_told_from_one() {
        for (stem, written) in [("A. Which?", "A– Which?"), ("Answer: yes?", "Answer– yes?"), ("B)", "B–")]
        {
            let it = carried(choice(stem, &["One", "ANSWER: A"], 1));
            assert_eq!(it.stem, written);
            assert_eq!(taken(&write(std::slice::from_ref(&it))).questions, [it]);
        }
    }

    #[test]
    fn it_is_known_by_an_option_and_an_answer() {
        assert!(is_in("Who?\nA. You\nB. Me\nANSWER: A"));
        assert!(is_in("Who?\nA) You\nB) Me\nANSWER: B)"), "an answer may carry the mark of its option");
        assert!(!is_in("It is so.{T}\n\nA. Adams said so.{F}"));
        assert!(!is_in("The ANSWER: A"));
    }
}
