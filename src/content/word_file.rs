//! A paper as a Word file: the few parts of Office Open XML (ECMA-376) that headings, bullets and tables need.
//!
//! A crate that writes any such file was weighed, and is some twenty times the code. The tests read these files with it.
use super::paper::{Paper, Piece, named};
use std::{
    fmt::Write as _,
    io::{Cursor, Write as _},
};
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

/// What a Word file is called among kinds of files.
pub const KIND: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#;

const TYPES: &str = r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/></Types>"#;

const PACKAGE: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"#;

const DOCUMENT: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/></Relationships>"#;

/// Sizes are in half points; spaces in twentieths of a point.
const STYLES: &str = r#"<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/><w:sz w:val="22"/><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/><w:rPr><w:b/><w:sz w:val="36"/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:pPr><w:keepNext/><w:spacing w:before="240"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="26"/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Note"><w:name w:val="Note"/><w:basedOn w:val="Normal"/><w:rPr><w:i/><w:sz w:val="18"/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Cell"><w:name w:val="Cell"/><w:basedOn w:val="Normal"/><w:pPr><w:spacing w:after="0"/></w:pPr><w:rPr><w:sz w:val="18"/></w:rPr></w:style></w:styles>"#;

const BULLETS: &str = r#"<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="&#8226;"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="420" w:hanging="300"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>"#;

/// A sheet of A4 and its margins, in twentieths of a point; a wide table lies across.
const UPRIGHT: &str = r#"<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="709" w:footer="709" w:gutter="0"/></w:sectPr>"#;
const ACROSS: &str = r#"<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="709" w:footer="709" w:gutter="0"/></w:sectPr>"#;

/// What is between those margins.
const UPRIGHT_WIDTH: usize = 9_638;
const ACROSS_WIDTH: usize = 14_570;

/// From this many columns on a table lies across.
const WIDE: usize = 5;

/// The bytes of the file; none where it could not be made.
#[must_use]
pub fn word_file(paper: &Paper) -> Option<Vec<u8>> {
    let parts = [
        ("[Content_Types].xml", TYPES),
        ("_rels/.rels", PACKAGE),
        ("word/_rels/document.xml.rels", DOCUMENT),
        ("word/styles.xml", STYLES),
        ("word/numbering.xml", BULLETS),
        ("word/document.xml", &document(paper)),
    ];
    // Packed, it would be smaller, and the app larger.
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let mut file = ZipWriter::new(Cursor::new(vec![]));
    for (name, text) in parts {
        file.start_file(name, stored).ok()?;
        file.write_all(HEAD.as_bytes()).ok()?;
        file.write_all(text.as_bytes()).ok()?;
    }
    Some(file.finish().ok()?.into_inner())
}

fn document(paper: &Paper) -> String {
    let mut xml = String::from(
        r#"<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>"#,
    );
    paragraph(&mut xml, "Title", "", &paper.title);
    let mut widest = 0;
    let mut pieces = paper.pieces.as_slice();
    while let Some((piece, rest)) = pieces.split_first() {
        pieces = rest;
        match piece {
            Piece::Heading(text) => paragraph(&mut xml, "Heading1", "", text),
            Piece::Text(text) => paragraph(&mut xml, "Normal", "", text),
            Piece::Note(text) => paragraph(&mut xml, "Note", "", text),
            Piece::Point(text) => {
                let bullet = r#"<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>"#;
                begin(&mut xml, "Normal", bullet);
                run(&mut xml, "", text);
                xml.push_str("</w:p>");
            }
            Piece::Fact(name, text) => paragraph(&mut xml, "Normal", name, text),
            Piece::Blank => {
                let line =
                    r#"<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="1" w:color="auto"/></w:pBdr>"#;
                begin(&mut xml, "Normal", line);
                run(&mut xml, "", " \n ");
                xml.push_str("</w:p>");
            }
            Piece::Row(headings) => {
                let rows = rest.iter().map_while(|it| match it {
                    Piece::Row(cells) => Some(cells.as_slice()),
                    _ => None,
                });
                let rows: Vec<_> = rows.collect();
                pieces = &rest[rows.len()..];
                widest = widest.max(headings.len());
                table(&mut xml, headings, &rows);
            }
        }
    }
    xml.push_str(if widest >= WIDE { ACROSS } else { UPRIGHT });
    xml.push_str("</w:body></w:document>");
    xml
}

fn table(xml: &mut String, headings: &[String], rows: &[&[String]]) {
    xml.push_str(r#"<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>"#);
    for side in ["top", "left", "bottom", "right", "insideH", "insideV"] {
        put(xml, format_args!(r#"<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>"#));
    }
    xml.push_str("</w:tblBorders></w:tblPr><w:tblGrid>");
    let width = if headings.len() >= WIDE { ACROSS_WIDTH } else { UPRIGHT_WIDTH } / headings.len().max(1);
    for _ in headings {
        put(xml, format_args!(r#"<w:gridCol w:w="{width}"/>"#));
    }
    // The headings come again on every page.
    xml.push_str("</w:tblGrid><w:tr><w:trPr><w:tblHeader/></w:trPr>");
    for text in headings {
        cell(xml, "<w:b/>", text);
    }
    xml.push_str("</w:tr>");
    for cells in rows {
        xml.push_str("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
        for text in *cells {
            cell(xml, "", text);
        }
        xml.push_str("</w:tr>");
    }
    xml.push_str("</w:tbl>");
    // Word wants a paragraph after a table.
    paragraph(xml, "Normal", "", "");
}

fn cell(xml: &mut String, look: &str, text: &str) {
    xml.push_str("<w:tc><w:tcPr/>");
    begin(xml, "Cell", "");
    run(xml, look, text);
    xml.push_str("</w:p></w:tc>");
}

/// A paragraph, which may begin with a name.
fn paragraph(xml: &mut String, style: &str, name: &str, text: &str) {
    begin(xml, style, "");
    if !name.is_empty() {
        run(xml, "<w:b/>", &format!("{} ", named(name)));
    }
    run(xml, "", text);
    xml.push_str("</w:p>");
}

fn begin(xml: &mut String, style: &str, properties: &str) {
    put(xml, format_args!(r#"<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>"#));
}

/// Words of one look; each of their lines stays a line.
fn run(xml: &mut String, look: &str, text: &str) {
    put(xml, format_args!("<w:r><w:rPr>{look}</w:rPr>"));
    for (at, line) in text.trim_end_matches('\n').split('\n').enumerate() {
        if at > 0 {
            xml.push_str("<w:br/>");
        }
        xml.push_str(r#"<w:t xml:space="preserve">"#);
        escape(xml, line);
        xml.push_str("</w:t>");
    }
    xml.push_str("</w:r>");
}

/// What XML does not allow (XML 1.0, 2.2) is left out: Word does not open a file that has it.
fn escape(xml: &mut String, line: &str) {
    for it in line.chars() {
        match it {
            '&' => xml.push_str("&amp;"),
            '<' => xml.push_str("&lt;"),
            '>' => xml.push_str("&gt;"),
            '\t' => xml.push(' '),
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            it => xml.push(it),
        }
    }
}

fn put(xml: &mut String, text: std::fmt::Arguments<'_>) {
    xml.write_fmt(text).expect("a text takes whatever is written to it");
}

#[cfg(test)]
mod tests {
    use super::*;
    use docx_rs::{
        DocumentChild, Docx, Paragraph, ParagraphChild, RunChild, TableCellContent, TableChild,
        TableRowChild, read_docx,
    };
    use proptest::prelude::*;

    fn paper() -> Paper {
        let mut paper = Paper::new("Supervision & more");
        paper.fact("With", "Team manager");
        paper.put(Piece::Heading("What I bring".into()));
        paper.put(Piece::Point("The \"visit\" <again> — é 🙂".into()));
        paper.put(Piece::Text("Two\nlines\u{0}\u{b}\u{1f}\n".into()));
        paper.put(Piece::Blank);
        paper.put(Piece::Row(vec!["Date".into(), "Hours".into()]));
        paper.put(Piece::Row(vec!["1 May".into(), "1.5".into()]));
        paper.put(Piece::Row(vec!["2 May".into(), String::new()]));
        paper.put(Piece::Note("A note".into()));
        paper
    }

    fn opened(paper: &Paper) -> Docx {
        read_docx(&word_file(paper).unwrap()).unwrap()
    }

    fn text_of(paragraph: &Paragraph) -> String {
        let runs = paragraph.children.iter().filter_map(|child| match child {
            ParagraphChild::Run(run) => Some(&run.children),
            _ => None,
        });
        let told = |child: &RunChild| match child {
            RunChild::Text(text) => text.text.clone(),
            RunChild::Break(_) => "\n".to_owned(),
            _ => String::new(),
        };
        runs.flatten().map(told).collect()
    }

    /// Every paragraph with its style, those of a table's cells under the style that they have.
    fn paragraphs(docx: &Docx) -> Vec<(String, String)> {
        let mut all = vec![];
        let mut note = |it: &Paragraph| {
            let style = it.property.style.as_ref().map(|style| style.val.clone()).unwrap_or_default();
            all.push((style, text_of(it)));
        };
        for child in &docx.document.children {
            match child {
                DocumentChild::Paragraph(it) => note(it),
                DocumentChild::Table(table) => {
                    for TableChild::TableRow(row) in &table.rows {
                        for TableRowChild::TableCell(cell) in &row.cells {
                            for content in &cell.children {
                                if let TableCellContent::Paragraph(it) = content {
                                    note(it);
                                }
                            }
                        }
                    }
                }
                _ => {}
            }
        }
        all
    }

    #[test]
    fn what_is_written_another_program_reads_back() {
        let read = paragraphs(&opened(&paper()));
        let read: Vec<_> = read.iter().map(|(style, text)| (style.as_str(), text.as_str())).collect();
        assert_eq!(
            read,
            [
                ("Title", "Supervision & more"),
                ("Normal", "With: Team manager"),
                ("Heading1", "What I bring"),
                ("Normal", "The \"visit\" <again> — é 🙂"),
                ("Normal", "Two\nlines"),
                ("Normal", " \n "),
                ("Cell", "Date"),
                ("Cell", "Hours"),
                ("Cell", "1 May"),
                ("Cell", "1.5"),
                ("Cell", "2 May"),
                ("Cell", ""),
                ("Normal", ""),
                ("Note", "A note"),
            ]
        );
    }

    #[test]
    fn headings_and_bullets_are_what_word_knows_them_as() {
        let docx = opened(&paper());
        let named = |id: &str| docx.styles.styles.iter().any(|style| style.style_id == id);
        assert!(["Title", "Heading1", "Note", "Cell"].into_iter().all(named));
        let bullets = docx.document.children.iter().filter(|it| match it {
            DocumentChild::Paragraph(it) => it.has_numbering,
            _ => false,
        });
        assert_eq!(bullets.count(), 1);
    }

    #[test]
    fn a_wide_table_lies_across() {
        let across = |columns: usize| {
            let mut paper = Paper::new("Log");
            paper.put(Piece::Row(vec!["Heading".to_owned(); columns]));
            document(&paper).contains("landscape")
        };
        assert_eq!((across(4), across(7)), (false, true));
    }

    #[test]
    fn the_file_holds_what_the_paper_says_and_nothing_of_the_device() {
        let file = word_file(&paper()).unwrap();
        assert_eq!(Some(file.clone()), word_file(&paper()), "the same paper is the same file");
        let names: Vec<_> = String::from_utf8_lossy(&file).match_indices(".xml").map(|(at, _)| at).collect();
        assert!(
            !names.is_empty() && !String::from_utf8_lossy(&file).contains("docProps"),
            "no author, no time"
        );
    }

    proptest! {
        #[test]
        fn any_words_make_a_file_that_opens(text in "(.|\n){0,60}", name in ".{1,10}") {
            let mut paper = Paper::new(&text);
            paper.put(Piece::Text(text.clone()));
            paper.put(Piece::Row(vec![name]));
            prop_assert!(!paragraphs(&opened(&paper)).is_empty());
        }
    }
}
