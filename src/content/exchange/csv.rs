//! CSV with a first line that names the columns, in any order, parted by commas, semicolons or tabs.
//!
//! | column | also called | what is in it |
//! | --- | --- | --- |
//! | question | statement, stem, question text | what is asked or stated |
//! | answer | verdict, correct, correct answer, right, right answer | myth or fact, true or false; with options, the letter of the right one, what it says, or its number |
//! | option a … option z | choice a, answer a, a, option 1 … | an option each; empty for a statement |
//! | why | explanation, feedback, general feedback, reason, reasons | the reasons; may be missing |
//! | topic | category, subject | what it is about; may be missing |
//!
//! Capitals, spaces and other marks in the names say nothing; other columns are passed over. A cell that a spreadsheet would
//! take for a formula is written behind an apostrophe, which is taken off in reading.
use super::{
    Taken, answers,
    fault::{Fault, WhyNot},
    rows::{Rows, quoted},
    verdict,
};
use crate::domain::{
    questions::{Answers, Wording},
    quiz::Verdict,
};

/// What begins a formula, in some spreadsheets as full-width characters too.
const FORMULA: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// What a column holds.
#[derive(Clone, Copy, PartialEq)]
enum Column {
    Question,
    Answer,
    /// Counted from 0.
    Option(usize),
    Why,
    Topic,
}

impl Column {
    fn called(name: &str) -> Option<Self> {
        let name: String = name.to_lowercase().chars().filter(|it| it.is_alphanumeric()).collect();
        match name.as_str() {
            "question" | "statement" | "stem" | "questiontext" => Some(Self::Question),
            "answer" | "verdict" | "correct" | "correctanswer" | "right" | "rightanswer" => {
                Some(Self::Answer)
            }
            "why" | "explanation" | "feedback" | "generalfeedback" | "reason" | "reasons" => Some(Self::Why),
            "topic" | "category" | "subject" => Some(Self::Topic),
            name => option(name).map(Self::Option),
        }
    }
}

/// The option that is meant by a letter, or by the name of its column.
fn option(name: &str) -> Option<usize> {
    let which = ["option", "choice", "answer"].iter().find_map(|it| name.strip_prefix(it));
    let number = which.and_then(number);
    match which.unwrap_or(name).as_bytes() {
        [letter @ b'a'..=b'z'] => Some(usize::from(letter - b'a')),
        _ => number,
    }
}

/// The option with this number.
fn number(text: &str) -> Option<usize> {
    text.parse::<usize>().ok().filter(|it| (1..=Wording::MOST_OPTIONS).contains(it)).map(|it| it - 1)
}

/// The separator, and the columns of the first row, if that one names them.
fn header(text: &str) -> Option<(char, Vec<Option<Column>>)> {
    let read = |separator| {
        let row = Rows::new(text, separator).map(|(_, row)| row).find(|row| !is_blank(row))?.ok()?;
        Some((separator, row.iter().map(|name| Column::called(name)).collect::<Vec<_>>()))
    };
    let known = |(_, columns): &(char, Vec<Option<Column>>)| columns.iter().flatten().count();
    [';', '\t', ','].into_iter().filter_map(read).max_by_key(known).filter(|it| known(it) > 0)
}

/// Whether the first row names a question's column and another one.
pub(super) fn has_columns(text: &str) -> bool {
    header(text).is_some_and(|(_, columns)| {
        columns.contains(&Some(Column::Question)) && columns.iter().flatten().count() > 1
    })
}

pub(super) fn read(text: &str, taken: &mut Taken) {
    let (separator, columns) = header(text).unwrap_or((',', vec![]));
    for (column, why) in
        [(Column::Question, WhyNot::NoQuestionColumn), (Column::Answer, WhyNot::NoAnswerColumn)]
    {
        if !columns.contains(&Some(column)) {
            return taken.faults.push(Fault { line: 1, why });
        }
    }
    let mut is_header = true;
    for (line, row) in Rows::new(text, separator) {
        if !is_blank(&row) && !std::mem::take(&mut is_header) {
            taken.add(line, row.and_then(|cells| question(&columns, &cells)));
        }
    }
}

fn is_blank(row: &Result<Vec<String>, WhyNot>) -> bool {
    row.as_ref().is_ok_and(|cells| cells.iter().all(|cell| cell.trim().is_empty()))
}

fn question(columns: &[Option<Column>], cells: &[String]) -> Result<Wording, WhyNot> {
    // A separator in a cell without quotation marks: what stands where is anybody's guess.
    if cells.iter().skip(columns.len()).any(|cell| !cell.trim().is_empty()) {
        return Err(WhyNot::MoreCells);
    }
    let of = |column| {
        let of =
            columns.iter().zip(cells).filter(|(it, _)| **it == Some(column)).map(|(_, cell)| unguarded(cell));
        // Two columns of a kind are read as one.
        of.filter(|it| !it.is_empty()).collect::<Vec<_>>().join("\n")
    };
    let options = (0..Wording::MOST_OPTIONS).map(|at| (at, of(Column::Option(at))));
    let options: Vec<_> = options.filter(|(_, option)| !option.is_empty()).collect();
    let answer = of(Column::Answer);
    let answers = if options.is_empty() {
        Answers::MythOrFact(verdict(&answer).ok_or(WhyNot::NoVerdict)?)
    } else {
        let right = right(&answer.to_lowercase(), &options).ok_or(WhyNot::NoSuchOption)?;
        answers(options.into_iter().map(|(_, option)| option).collect(), right)
    };
    Ok(Wording { stem: of(Column::Question), answers, why: of(Column::Why), topic: of(Column::Topic) })
}

/// Which of the options is meant: by its letter, by what it says, or by its number.
fn right(answer: &str, options: &[(usize, String)]) -> Option<usize> {
    let letter: String = answer.chars().filter(|it| !matches!(it, ' ' | '.' | ')')).collect();
    let at = |option: Option<usize>| options.iter().position(|(it, _)| Some(*it) == option);
    at(option(&letter))
        .or_else(|| options.iter().position(|(_, it)| it.to_lowercase() == answer))
        .or_else(|| at(number(&letter)))
}

/// The text of questions as they are carried. It begins with the mark by which spreadsheets know UTF-8.
pub(super) fn write(questions: &[Wording]) -> String {
    let options = |it: &Wording| match &it.answers {
        Answers::MythOrFact(_) => vec![],
        Answers::Choice { options, .. } => options.clone(),
    };
    let most = questions.iter().map(|it| options(it).len()).max().unwrap_or(0);
    let mut head = vec!["question".to_owned(), "answer".to_owned()];
    head.extend(('a'..='z').take(most).map(|letter| format!("option {letter}")));
    head.extend(["why".to_owned(), "topic".to_owned()]);
    let rows = questions.iter().map(|it| {
        let answer = match it.answers {
            Answers::MythOrFact(Verdict::Myth) => "myth".to_owned(),
            Answers::MythOrFact(Verdict::Fact) => "fact".to_owned(),
            Answers::Choice { right, .. } => ('A'..='Z').nth(right).map(String::from).unwrap_or_default(),
        };
        let mut row = vec![it.stem.clone(), answer];
        row.extend(options(it));
        row.resize(2 + most, String::new());
        row.extend([it.why.clone(), it.topic.clone()]);
        row
    });
    let lines = std::iter::once(head).chain(rows).map(|row| {
        let cells: Vec<_> = row.iter().map(|cell| quoted(&guarded(cell))).collect();
        format!("{}\r\n", cells.join(","))
    });
    format!("\u{feff}{}", lines.collect::<String>())
}

fn is_formula(cell: &str) -> bool {
    cell.trim_start_matches(|it: char| it == '\'' || it.is_whitespace()).starts_with(FORMULA)
}

/// A cell that no spreadsheet takes for a formula.
pub(in crate::content) fn guarded(cell: &str) -> String {
    if is_formula(cell) { format!("'{cell}") } else { cell.to_owned() }
}

fn unguarded(cell: &str) -> &str {
    let cell = cell.trim();
    cell.strip_prefix('\'').filter(|it| is_formula(it)).unwrap_or(cell)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{content::exchange, domain::questions::WhatIsWrong};

    fn taken(text: &str) -> Taken {
        let mut taken = Taken::default();
        read(text, &mut taken);
        taken
    }

    fn choice(it: &Wording) -> (Vec<&str>, usize) {
        let Answers::Choice { options, right } = &it.answers else { panic!("{it:?} is no choice") };
        (options.iter().map(String::as_str).collect(), *right)
    }

    #[test]
    fn columns_stand_in_any_order_and_by_any_of_their_names() {
        let text = "\nTopic;ID;Statement;Explanation;Verdict\nHarm;7;\"It is; so.\";\"As \"\"they\"\"\nsay\";TRUE\n;;;;\n";
        let why = "As \"they\"\nsay".into();
        let answers = Answers::MythOrFact(Verdict::Fact);
        assert_eq!(
            taken(text).questions,
            [Wording { stem: "It is; so.".into(), answers, why, topic: "Harm".into() }]
        );
        assert_eq!(taken("QUESTION\tright_answer\nIt is, or not.\tmyth").questions.len(), 1);
    }

    #[test]
    fn an_option_is_right_by_its_letter_by_what_it_says_or_by_its_number() {
        for (answer, right) in [("b", 0), ("D.", 1), ("option D", 1), ("the NURSE", 1), ("4", 1)] {
            let text =
                format!("question,answer,option a,option b,c,choice 4\nWho?,{answer},,The head,,The nurse");
            assert_eq!(
                choice(&taken(&text).questions[0]),
                (vec!["The head", "The nurse"], right),
                "{answer}"
            );
        }
        let text = "question,answer,option a,option b\nHow many?,4,2,4\nOne?,True,False,True";
        let taken = taken(text);
        assert_eq!(choice(&taken.questions[0]), (vec!["2", "4"], 1), "what it says goes before its number");
        assert_eq!(taken.questions[1].answers, Answers::MythOrFact(Verdict::Fact));
    }

    #[test]
    fn a_wrong_row_is_named_by_its_line_and_the_others_are_taken() {
        let text = "question,answer,option a,option b\n\"One\n\nmore\",fact,,\nTwo,maybe,,\nThree,C,x,y\n,myth,,\n\
                    \"Four,fact,,\nFive,A,x,\nSix, too,fact,,\nSeven,A,x,y,z\nEight,myth,,,,\n";
        let taken = taken(text);
        let stems: Vec<_> = taken.questions.iter().map(|it| it.stem.as_str()).collect();
        assert_eq!(stems, ["One\n\nmore", "Eight"]);
        let faults: Vec<_> = taken.faults.iter().map(|it| (it.line, it.why)).collect();
        assert_eq!(
            faults,
            [
                (5, WhyNot::NoVerdict),
                (6, WhyNot::NoSuchOption),
                (7, WhyNot::Unsound(WhatIsWrong::NoStem)),
                (8, WhyNot::Quote),
                (9, WhyNot::Unsound(WhatIsWrong::FewOptions)),
                (10, WhyNot::NoSuchOption),
                (11, WhyNot::MoreCells),
            ]
        );
    }

    #[test]
    fn columns_that_are_missing_are_named() {
        assert_eq!(taken("answer,topic\nfact,x").faults, [Fault { line: 1, why: WhyNot::NoQuestionColumn }]);
        assert_eq!(
            taken("question,topic\nIt is so.,x").faults,
            [Fault { line: 1, why: WhyNot::NoAnswerColumn }]
        );
        assert_eq!(taken("It is so.,fact").faults, [Fault { line: 1, why: WhyNot::NoQuestionColumn }]);
    }

    #[test]
    fn no_cell_is_a_formula_and_the_guard_is_taken_off() {
        let hostile = ["=1+1", "+1", "-1", "@x", "＝1", "'=1", "''-1"];
        assert_eq!(unguarded(&guarded("'\n-")), "'\n-");
        assert_eq!(guarded("\t=1"), "'\t=1", "a spreadsheet passes over what stands before it");
        for text in hostile {
            let it = Wording {
                stem: text.into(),
                answers: Answers::Choice { options: hostile.map(String::from).to_vec(), right: 2 },
                why: text.into(),
                topic: text.into(),
            };
            let written = write(std::slice::from_ref(&it));
            for begins in ["\"=", "\"+", "\"-", "\"@", "\"＝"] {
                assert!(!written.contains(begins), "{written}");
            }
            assert_eq!(exchange::read(written.as_bytes(), "").questions, [it]);
        }
        assert_eq!(unguarded("'Tis so"), "'Tis so");
    }

    #[test]
    fn a_table_is_quoted_throughout_and_says_that_it_is_utf_8() {
        let it = Wording {
            stem: "Is it \"so\"?".into(),
            answers: Answers::Choice { options: vec!["Yes".into(), "No".into()], right: 1 },
            why: String::new(),
            topic: "Harm".into(),
        };
        let written = "\u{feff}\"question\",\"answer\",\"option a\",\"option b\",\"why\",\"topic\"\r\n\
                       \"Is it \"\"so\"\"?\",\"B\",\"Yes\",\"No\",\"\",\"Harm\"\r\n";
        assert_eq!(write(&[it]), written);
    }
}
