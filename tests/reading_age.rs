//! Plain words: the Flesch-Kincaid grade of what the app says and teaches (Kincaid and others, 1975).
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise, in its helpers too")]

mod packs_at_hand;

use packs_at_hand::{files, library};
use second_look::content::{
    format::{Block, Section},
    terms::{Span, TermBook},
};
use std::fs;

/// A school grade: age less five.
const INTERFACE_AT_MOST: f64 = 7.0;
const LESSONS_AT_MOST: f64 = 10.0;

/// A file with fewer words gives no steady figure by itself; it counts in the whole.
const WORDS_FOR_A_FIGURE: usize = 40;

#[test]
fn the_interface_can_be_read_at_twelve() {
    let mut all = vec![];
    for (file, text) in files("src/ui", "rs") {
        let said = said_in(&text);
        if said.split_whitespace().count() >= WORDS_FOR_A_FIGURE {
            let grade = textstat::flesch_kincaid_grade(&said);
            assert!(grade <= INTERFACE_AT_MOST, "{}: grade {grade:.1}\n{said}", file.display());
        }
        all.push(said);
    }
    all.push(said_in(&fs::read_to_string("public/boot.js").unwrap()));
    all.push(visible(&fs::read_to_string("index.html").unwrap()));
    let all = all.join(" ");
    assert!(all.split_whitespace().count() > 1_000, "little was found to read");
    let grade = textstat::flesch_kincaid_grade(&all);
    assert!(grade <= INTERFACE_AT_MOST, "all of it: grade {grade:.1}");
}

#[test]
fn every_lesson_can_be_read_at_fifteen() {
    let library = library();
    let book = TermBook::new(&library);
    let mut read = 0;
    let mut check = |name: &str, texts: &[&str]| {
        let text: Vec<_> = texts.iter().map(|text| without_terms(&sentence(text), &book)).collect();
        let grade = textstat::flesch_kincaid_grade(&text.join(" "));
        assert!(grade <= LESSONS_AT_MOST, "{name}: grade {grade:.1}\n{}", text.join(" "));
        read += 1;
    };
    for pack in library.packs() {
        for section in pack.modules.iter().flat_map(|module| &module.sections) {
            check(&section.id, &sentences_of(section));
        }
        for it in &pack.statements {
            check(&it.id, &[&it.fact, &it.myth, &it.why, &it.evidence, &it.practice, &it.limits]);
        }
        for it in &pack.takeaways {
            check(&it.id, &[&it.message, &it.why, &it.practice, &it.situation]);
        }
        for it in &pack.levels {
            check(&it.id, &[&it.who_for, &it.who_leads, &it.assessment, &it.meeting, &it.plan]);
        }
        for it in &pack.ladder {
            check(&it.id, &[&it.who, &it.action, &it.say]);
        }
    }
    assert!(read > 150, "only {read} texts were found");
}

/// What a section says, without its headings: they are too short to be sentences.
fn sentences_of(section: &Section) -> Vec<&str> {
    let mut texts: Vec<&str> = vec![];
    for block in &section.blocks {
        match block {
            Block::Heading(_) => {}
            Block::Text(text) => texts.push(text),
            Block::Points(all)
            | Block::Steps(all)
            | Block::Known(all)
            | Block::Found(all)
            | Block::Good(all) => {
                texts.extend(all.iter().map(String::as_str));
            }
            Block::Think(questions) => texts.extend(questions.iter().map(|it| it.ask.as_str())),
            Block::Figure(figure) => texts.push(&figure.meaning),
            Block::ThenNow(it) => texts.extend([it.then.as_str(), &it.now]),
        }
    }
    texts
}

/// The text with each of the glossary's words, which the app explains, as one short word.
fn without_terms(text: &str, book: &TermBook) -> String {
    let spans = book.spans(text, &mut vec![]);
    let plain = spans.into_iter().map(|span| match span {
        Span::Plain(text) => text,
        Span::Term(..) => "term".to_owned(),
    });
    plain.collect()
}

/// Every text of four words or more between quotation marks, as sentences; names of classes and ids are shorter.
fn said_in(code: &str) -> String {
    let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
    let code = lines.collect::<Vec<_>>().join("\n").replace("\\\"", "'");
    let texts = code.split('"').skip(1).step_by(2).filter(|text| text.split_whitespace().count() >= 4);
    texts.map(sentence).collect::<Vec<_>>().join(" ")
}

/// What stands between the tags.
fn visible(page: &str) -> String {
    let body = page.split("<body>").nth(1).unwrap();
    let texts = body.split('>').filter_map(|it| it.split('<').next()).map(str::trim);
    texts.filter(|text| text.split_whitespace().count() >= 4).map(sentence).collect::<Vec<_>>().join(" ")
}

fn sentence(text: &str) -> String {
    let text = text.trim();
    if text.ends_with(['.', '?', '!']) { text.to_owned() } else { format!("{text}.") }
}
