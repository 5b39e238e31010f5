//! One question of GIFT. What is taken, and how:
//!
//! - A verdict; after it only punctuation can stand.
//! - A choice with one right answer, marked `=` or worth 100 per cent. Options that are worth some part of it are wrong
//!   here. Two that are right, or several that make up the whole, are not taken.
//! - Text after the options makes a gap of them, as Moodle shows it: `_____`.
//! - All feedback becomes the reasons: on the question, then on the right answer, then on each wrong one.
//! - `[html]` is reduced to its words. A line that was wrapped is one line, and `\n` begins a new one.
//!
//! A title between `::` is passed over. Questions for a word, a number, a pair or an essay are not asked.
use super::escapes::{bare, cut, unescaped};
use crate::{
    content::exchange::{WhyNot, answers, html, verdict},
    domain::questions::{Answers, WhatIsWrong, Wording},
};

/// Where the answers stand in a sentence.
const GAP: &str = "_____";

/// How a text is marked up.
#[derive(Clone, Copy, PartialEq)]
enum Markup {
    Plain,
    Markdown,
    Html,
}

/// How a text says so.
const MARKUPS: [(&str, Markup); 4] = [
    (super::PLAIN, Markup::Plain),
    ("[moodle]", Markup::Plain),
    ("[markdown]", Markup::Markdown),
    ("[html]", Markup::Html),
];

/// Whether a text says how it is marked up.
pub(super) fn begins_with_markup(text: &str) -> bool {
    MARKUPS.iter().any(|(name, _)| text.starts_with(name))
}

/// The question in a block of lines.
pub(super) fn question(block: &str, topic: &str) -> Result<Wording, WhyNot> {
    let block = without_title(block);
    let braces: Vec<_> = bare(block).filter(|(_, it)| matches!(it, '{' | '}')).take(3).collect();
    let (before, inside, after) = match braces[..] {
        [] => return Err(WhyNot::NotAsked("a text without a question")),
        [(open, '{'), (close, '}')] => (&block[..open], &block[open + 1..close], &block[close + 1..]),
        _ => return Err(WhyNot::Braces),
    };
    let (markup, _) = marked(before, Markup::Plain);
    let (inside, general) = general_feedback(inside);
    let (answers, feedback) = read_answers(inside.trim(), markup)?;
    let stem = match answers {
        _ if after.trim().is_empty() => before.to_owned(),
        Answers::Choice { .. } => format!("{before}{GAP}{after}"),
        Answers::MythOrFact(_) if after.contains(char::is_alphanumeric) => return Err(WhyNot::TextAfter),
        Answers::MythOrFact(_) => format!("{}{}", before.trim_end(), after.trim()),
    };
    let mut reasons = vec![];
    for it in [words(general, markup)?].into_iter().chain(feedback) {
        if !it.is_empty() && !reasons.contains(&it) {
            reasons.push(it);
        }
    }
    let stem = words(&stem, Markup::Plain)?;
    Ok(Wording { stem, answers, why: reasons.join("\n"), topic: topic.to_owned() })
}

fn without_title(block: &str) -> &str {
    let Some(rest) = block.strip_prefix("::") else { return block };
    let end = bare(rest).find(|(at, _)| rest[*at..].starts_with("::"));
    end.map_or(rest, |(at, _)| &rest[at + 2..]).trim_start()
}

/// The answers, and what is said of the whole question: what stands after the last four `#` in a row.
fn general_feedback(inside: &str) -> (&str, &str) {
    let (mut run, mut last) = (0, None);
    for (at, it) in bare(inside) {
        run = if it == '#' { run + 1 } else { 0 };
        if run >= 4 {
            last = Some(at);
        }
    }
    last.map_or((inside, ""), |at| (&inside[..at - 3], &inside[at + 1..]))
}

/// The answers between the braces, and what is said of each, of the right one first.
fn read_answers(inside: &str, markup: Markup) -> Result<(Answers, Vec<String>), WhyNot> {
    let has = |mark| bare(inside).any(|(_, it)| it == mark);
    match () {
        () if inside.is_empty() => Err(WhyNot::NotAsked("an essay question")),
        () if inside.starts_with('#') => Err(WhyNot::NotAsked("a question for a number")),
        () if has('~') => choice(inside, markup),
        () if has('=') && inside.contains("->") => Err(WhyNot::NotAsked("a matching question")),
        () => {
            let (word, feedback) = cut(inside, '#');
            let verdict = verdict(word).ok_or(WhyNot::NotAsked("a question for a word"))?;
            // The first is for those who are wrong.
            let (wrong, right) = cut(feedback, '#');
            Ok((Answers::MythOrFact(verdict), vec![words(right, markup)?, words(wrong, markup)?]))
        }
    }
}

fn choice(inside: &str, markup: Markup) -> Result<(Answers, Vec<String>), WhyNot> {
    let most = Wording::MOST_OPTIONS;
    let begins = bare(inside).filter(|(_, it)| matches!(it, '=' | '~')).map(|(at, _)| at);
    let begins: Vec<_> = begins.take(most + 1).collect();
    if begins.len() > most {
        return Err(WhyNot::Unsound(WhatIsWrong::ManyOptions));
    }
    if begins.first() != Some(&0) {
        return Err(WhyNot::Unmarked);
    }
    let (mut options, mut said, mut worth) = (vec![], vec![], vec![]);
    for (nth, at) in begins.iter().enumerate() {
        let end = begins.get(nth + 1).copied().unwrap_or(inside.len());
        let whole = if inside[*at..].starts_with('=') { 100.0 } else { 0.0 };
        let option = inside[at + 1..end].trim();
        let (share, option) = share(option).unwrap_or((whole, option));
        let (option, feedback) = cut(option, '#');
        options.push(words(option, markup)?);
        said.push(words(feedback, markup)?);
        worth.push(share);
    }
    let right: Vec<_> = (0..worth.len()).filter(|at| worth[*at] >= 100.0).collect();
    let right = match right[..] {
        [right] => right,
        [] if worth.iter().all(|it| *it <= 0.0) => return Err(WhyNot::Unsound(WhatIsWrong::NoRight)),
        _ => return Err(WhyNot::SeveralRight),
    };
    let wrong = (0..options.len()).filter(|at| *at != right && !said[*at].is_empty());
    let wrong = wrong.map(|at| format!("{}: {}", options[at], said[at]));
    let feedback = [said[right].clone()].into_iter().chain(wrong).collect();
    Ok((answers(options, right), feedback))
}

/// How much an option is worth in per cent, where it says so, and the option.
fn share(option: &str) -> Option<(f64, &str)> {
    let (number, option) = option.strip_prefix('%')?.split_once('%')?;
    let is_number = number.bytes().all(|it| it.is_ascii_digit() || matches!(it, b'-' | b'.'));
    let share = number.parse().ok().filter(|_| is_number)?;
    Some((share, option))
}

/// How a text is marked up, and the text.
fn marked(text: &str, otherwise: Markup) -> (Markup, &str) {
    let text = text.trim();
    let own = MARKUPS.iter().find_map(|(name, markup)| Some((*markup, text.strip_prefix(name)?)));
    own.unwrap_or((otherwise, text))
}

/// The words of a text as it stands in the file.
fn words(text: &str, otherwise: Markup) -> Result<String, WhyNot> {
    match marked(text, otherwise) {
        (Markup::Html, text) => html::words(&unescaped(text, false)).ok_or(WhyNot::Picture),
        // What is a list in Markdown is one by its lines.
        (markup, text) => Ok(unescaped(text, markup == Markup::Markdown).trim().to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::quiz::Verdict;

    fn read(block: &str) -> Wording {
        question(block, "").unwrap()
    }

    fn options(it: &Wording) -> (Vec<&str>, usize) {
        let Answers::Choice { options, right } = &it.answers else { panic!("{it:?} is no choice") };
        (options.iter().map(String::as_str).collect(), *right)
    }

    #[test]
    fn a_verdict_is_read_in_each_of_its_spellings() {
        for (word, verdict) in
            [("T", Verdict::Fact), (" TRUE ", Verdict::Fact), ("F", Verdict::Myth), ("False", Verdict::Myth)]
        {
            let it = read(&format!("::Title: one::A bruise can be dated.{{{word}}}"));
            assert_eq!(
                (it.stem.as_str(), it.answers),
                ("A bruise can be dated.", Answers::MythOrFact(verdict))
            );
        }
        assert_eq!(read("A bruise can be dated {F}.").stem, "A bruise can be dated.");
        assert_eq!(question("It is {T} in the north.", ""), Err(WhyNot::TextAfter));
    }

    #[test]
    fn a_choice_has_one_right_answer_and_what_is_worth_a_part_is_wrong() {
        let it = read("Who leads the enquiry?{~The school =The local authority ~%50%The police}");
        assert_eq!(options(&it), (vec!["The school", "The local authority", "The police"], 1));
        let it = read("Who?{~%100%You\n~%-50%Me}");
        assert_eq!(options(&it), (vec!["You", "Me"], 0));
        assert_eq!(question("Who?{~%50%You ~%50%Me}", ""), Err(WhyNot::SeveralRight));
        assert_eq!(question("Who?{=You =Me ~They}", ""), Err(WhyNot::SeveralRight));
        assert_eq!(question("Who?{~You ~Me}", ""), Err(WhyNot::Unsound(WhatIsWrong::NoRight)));
    }

    #[test]
    fn answers_in_a_sentence_leave_a_gap() {
        let it = read("A conference is held within {~10 =15} working days.");
        assert_eq!(it.stem, "A conference is held within _____ working days.");
    }

    #[test]
    fn all_feedback_becomes_the_reasons() {
        let it = read("Who?{\n=You#Yes.\n~Me#Not \\#1.\n~They\n####By law.\\nSince 1989.}");
        assert_eq!(it.why, "By law.\nSince 1989.\nYes.\nMe: Not #1.");
        assert_eq!(read("It is so.{TRUE#It is.#Right: it is.####}").why, "Right: it is.\nIt is.");
        assert_eq!(
            read("It is so.{T#####\\#\\#\\#\\# is four}").why,
            "#### is four",
            "escaped, they say nothing"
        );
    }

    #[test]
    fn what_is_escaped_is_read_as_it_was_meant() {
        let it = read("Which equals 5\\: \\{x\\}?{~ \\= 2 + 2 = \\= 2 + 3 # \\= 5 ~ \\\\n}");
        assert_eq!(it.stem, "Which equals 5: {x}?");
        assert_eq!(options(&it), (vec!["= 2 + 2", "= 2 + 3", "\\n"], 1));
        assert_eq!(it.why, "= 5");
    }

    #[test]
    fn html_is_reduced_to_its_words_and_is_in_force_until_another_markup_is_named() {
        let it = read(
            "[html]<p>Who &amp; when?</p>{=<b>You</b> ~[plain]<b>Me</b> ####<p>One</p>\\n\\n<p>Two&nbsp;</p>}",
        );
        assert_eq!(it.stem, "Who & when?");
        assert_eq!(options(&it), (vec!["You", "<b>Me</b>"], 0));
        assert_eq!(it.why, "One\nTwo");
        assert_eq!(question("[html]See <img src\\=\"x\">{T}", ""), Err(WhyNot::Picture));
        assert_eq!(read("[markdown]One\n* two\n* three{T}").stem, "One\n* two\n* three");
        assert_eq!(read("[moodle]a < b\nand c{T}").stem, "a < b and c");
        assert_eq!(read("[Salford] It is so.{T}").stem, "[Salford] It is so.");
    }

    #[test]
    fn kinds_that_are_not_asked_are_called_what_they_are() {
        for (block, kind) in [
            ("Tell me.{}", "an essay question"),
            ("Tell me.{####In your words}", "an essay question"),
            ("How many?{#15:2}", "a question for a number"),
            ("Which goes with which?{=One -> first =Two -> second}", "a matching question"),
            ("Who?{=The police =Police}", "a question for a word"),
            ("Read this first.", "a text without a question"),
        ] {
            assert_eq!(question(block, ""), Err(WhyNot::NotAsked(kind)), "{block}");
        }
    }

    #[test]
    fn what_is_amiss_is_named() {
        for block in ["Who?{=You ~Me", "Who? =You ~Me}", "One.{T}\nTwo.{F}", "}{", "{{}}"] {
            assert_eq!(question(block, ""), Err(WhyNot::Braces), "{block}");
        }
        assert_eq!(question("Who?{You ~Me =They}", ""), Err(WhyNot::Unmarked));
        let many = format!("Who?{{=You{}}}", "~Me".repeat(26));
        assert_eq!(question(&many, ""), Err(WhyNot::Unsound(WhatIsWrong::ManyOptions)));
    }
}
