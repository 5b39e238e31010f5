//! A paper as a Word file (Office Open XML, ECMA-376).
use crate::content::paper::{Paper, Piece};
use docx_rs::{
    AbstractNumbering, BreakType, Docx, IndentLevel, Level, LevelJc, LevelText, NumberFormat, Numbering,
    NumberingId, Paragraph, Run, RunFonts, SpecialIndentType, Start, Style, StyleType, Table, TableCell,
    TableRow, WidthType,
};
use std::io::Cursor;

/// Half points, as Word counts the height of letters.
const TEXT: usize = 22;
const SMALL: usize = 18;
const HEADING: usize = 26;
const TITLE: usize = 36;

/// Twentieths of a point: an A4 page of 210 by 297 mm, and the width between its margins.
const PAGE: (u32, u32) = (11_906, 16_838);
const WIDTH: usize = 9_000;

/// The numbering that bullets go by.
const BULLETS: usize = 1;

/// The bytes of the file; none where it could not be made.
#[must_use]
pub fn word_file(paper: &Paper) -> Option<Vec<u8>> {
    let style = |id: &str, name: &str, size| {
        Style::new(id, StyleType::Paragraph).name(name).based_on("Normal").size(size)
    };
    let bullet = Level::new(
        0,
        Start::new(1),
        NumberFormat::new("bullet"),
        LevelText::new("\u{2022}"),
        LevelJc::new("left"),
    )
    .indent(Some(420), Some(SpecialIndentType::Hanging(300)), None, None);
    let mut file = Docx::new()
        .page_size(PAGE.0, PAGE.1)
        .default_fonts(RunFonts::new().ascii("Calibri").hi_ansi("Calibri"))
        .default_size(TEXT)
        .default_spacing(0)
        .add_style(style("Title", "Title", TITLE).bold())
        .add_style(style("Heading1", "heading 1", HEADING).bold())
        .add_style(style("Note", "Note", SMALL).italic())
        .add_abstract_numbering(AbstractNumbering::new(BULLETS).add_level(bullet))
        .add_numbering(Numbering::new(BULLETS, BULLETS))
        .add_paragraph(paragraph(&paper.title).style("Title"));
    let mut pieces = paper.pieces.as_slice();
    while let Some((piece, rest)) = pieces.split_first() {
        pieces = rest;
        file = match piece {
            Piece::Heading(text) => {
                file.add_paragraph(Paragraph::new()).add_paragraph(paragraph(text).style("Heading1"))
            }
            Piece::Text(text) => file.add_paragraph(paragraph(text)),
            Piece::Note(text) => file.add_paragraph(paragraph(text).style("Note")),
            Piece::Point(text) => {
                file.add_paragraph(paragraph(text).numbering(NumberingId::new(BULLETS), IndentLevel::new(0)))
            }
            Piece::Fact(name, text) => {
                let name = Run::new().add_text(sound(&format!("{name}: "))).bold();
                file.add_paragraph(lines(Paragraph::new().add_run(name), text))
            }
            Piece::Blank => file.add_paragraph(paragraph(&"_".repeat(60))).add_paragraph(Paragraph::new()),
            Piece::Row(headings) => {
                let more = rest.iter().map_while(|it| match it {
                    Piece::Row(cells) => Some(cells),
                    _ => None,
                });
                let rows: Vec<_> = more.collect();
                pieces = &rest[rows.len()..];
                file.add_table(table(headings, &rows)).add_paragraph(Paragraph::new())
            }
        };
    }
    let mut bytes = Cursor::new(vec![]);
    file.build().pack(&mut bytes).ok()?;
    Some(bytes.into_inner())
}

fn table(headings: &[String], rows: &[&Vec<String>]) -> Table {
    let width = WIDTH / headings.len().max(1);
    let cell = |paragraph| TableCell::new().width(width, WidthType::Dxa).add_paragraph(paragraph);
    let head = headings
        .iter()
        .map(|it| cell(Paragraph::new().add_run(Run::new().add_text(sound(it)).bold().size(SMALL))));
    let mut all = vec![TableRow::new(head.collect())];
    all.extend(rows.iter().map(|cells| TableRow::new(cells.iter().map(|it| cell(paragraph(it))).collect())));
    Table::new(all).set_grid(vec![width; headings.len()])
}

fn paragraph(text: &str) -> Paragraph {
    lines(Paragraph::new(), text)
}

/// A line of the text is a line of the paragraph.
fn lines(paragraph: Paragraph, text: &str) -> Paragraph {
    text.trim_end().split('\n').enumerate().fold(paragraph, |paragraph, (at, line)| {
        let run = if at == 0 { Run::new() } else { Run::new().add_break(BreakType::TextWrapping) };
        paragraph.add_run(run.add_text(sound(line)))
    })
}

/// Without what XML does not allow (XML 1.0, 2.2): Word does not open a file that has it.
fn sound(text: &str) -> String {
    let allowed = |it: &char| !matches!(it, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}');
    text.chars().filter(allowed).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    /// A part of the file.
    fn part(bytes: &[u8], name: &str) -> String {
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let mut text = String::new();
        archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
        text
    }

    /// What a person reads, a paragraph a line.
    fn read(bytes: &[u8]) -> String {
        let document = part(bytes, "word/document.xml");
        let text = document.replace("</w:p>", "\n").replace("<w:br ", "\u{2028}<w:br ");
        let mut plain = String::new();
        let mut rest = text.as_str();
        while let Some((before, after)) = rest.split_once('<') {
            plain.push_str(before);
            rest = after.split_once('>').map_or("", |(_, after)| after);
        }
        let plain = plain + rest;
        plain
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&quot;", "\"")
            .replace("&apos;", "'")
            .replace("&amp;", "&")
    }

    fn paper() -> Paper {
        let mut paper = Paper::new("Supervision & more");
        paper.fact("With", "Team manager");
        paper.put(Piece::Heading("What I bring".into()));
        paper.put(Piece::Point("The \"visit\" <again> — é 🙂".into()));
        paper.put(Piece::Text("Two\nlines\u{0}\u{b}\u{1f}".into()));
        paper.put(Piece::Blank);
        paper.put(Piece::Row(vec!["Date".into(), "Hours".into()]));
        paper.put(Piece::Row(vec!["1 May".into(), "1.5".into()]));
        paper.put(Piece::Row(vec!["2 May".into(), String::new()]));
        paper.put(Piece::Note("A note".into()));
        paper
    }

    #[test]
    fn what_is_written_is_read_back() {
        let bytes = word_file(&paper()).unwrap();
        let text = read(&bytes);
        let lines: Vec<_> = text.lines().map(str::trim_end).filter(|it| !it.is_empty()).collect();
        assert_eq!(
            lines,
            [
                "Supervision & more",
                "With: Team manager",
                "What I bring",
                "The \"visit\" <again> — é 🙂",
                "Two\u{2028}lines",
                &"_".repeat(60),
                "Date",
                "Hours",
                "1 May",
                "1.5",
                "2 May",
                "A note",
            ]
        );
    }

    #[test]
    fn headings_bullets_and_tables_are_what_word_knows_them_as() {
        let bytes = word_file(&paper()).unwrap();
        let document = part(&bytes, "word/document.xml");
        assert!(
            document.contains(r#"<w:pStyle w:val="Heading1" />"#)
                || document.contains(r#"<w:pStyle w:val="Heading1"/>"#)
        );
        assert_eq!(document.matches("<w:numId").count(), 1);
        assert_eq!(document.matches("<w:tbl>").count(), 1);
        assert_eq!(document.matches("<w:tr>").count() + document.matches("<w:tr ").count(), 3);
        let styles = part(&bytes, "word/styles.xml");
        for style in ["Title", "Heading1", "Note"] {
            assert!(styles.contains(&format!("w:styleId=\"{style}\"")), "{style} is not there");
        }
    }

    #[test]
    fn nothing_is_in_the_file_that_the_paper_does_not_say() {
        let bytes = word_file(&Paper::new("Empty")).unwrap();
        let properties = part(&bytes, "docProps/core.xml") + &part(&bytes, "docProps/app.xml");
        assert!(!properties.contains("202"), "it tells when it was written: {properties}");
        assert_eq!(word_file(&paper()), word_file(&paper()), "the same paper is the same file");
    }
}
