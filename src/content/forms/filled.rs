//! A form that is filled in: to be seen field by field, put on paper, and copied.
use super::{
    super::{
        format::{Provenance, Template},
        paper::{Paper, Piece},
    },
    dated,
};
use crate::domain::ids::{FormId, ReflectionId};

/// Where an answer comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The person wrote it for this very field.
    Own,
    /// It was taken from the rest of the reflection.
    Derived,
    /// It is to be written by hand.
    ByHand,
    /// There is nothing yet.
    Empty,
}

/// A field with its answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilledField {
    pub id: String,
    pub label: String,
    pub help: String,
    pub text: String,
    pub origin: Origin,
    /// Whether the text is in the person's own words.
    pub is_written: bool,
    /// How many words the answer has.
    pub words: usize,
    /// How many it may have.
    pub most_words: Option<u16>,
}

/// A row for each reflection.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FilledTable {
    /// What it is called, where it is a part of the form alone.
    pub title: String,
    pub headings: Vec<String>,
    pub rows: Vec<(ReflectionId, Vec<String>)>,
    /// What the columns add up to, where there is anything to add up.
    pub sums: Option<Vec<String>>,
}

/// A form, filled in.
#[derive(Clone, Debug, PartialEq)]
pub struct Filled {
    pub form: FormId,
    pub title: String,
    pub requirement: String,
    /// Where the form comes from, and how sure it is.
    pub provenance: Provenance,
    /// What it was filled from.
    pub of: String,
    pub fields: Vec<FilledField>,
    pub table: Option<FilledTable>,
    /// What the person must know of this form as it is filled in.
    pub remarks: Vec<String>,
}

/// How many words a text has, as word processors count them.
#[must_use]
pub fn count_words(text: &str) -> usize {
    text.split_whitespace().count()
}

impl FilledField {
    /// How many words it has too many.
    #[must_use]
    pub fn over(&self) -> Option<usize> {
        let over = self.words.saturating_sub(usize::from(self.most_words?));
        (over > 0).then_some(over)
    }
}

/// A form with `fields`, and nothing else yet.
pub(super) fn filled(form: &FormId, template: &Template, of: String, fields: Vec<FilledField>) -> Filled {
    Filled {
        form: form.clone(),
        title: template.title.clone(),
        requirement: template.requirement.clone(),
        provenance: template.provenance.clone(),
        of,
        fields,
        table: None,
        remarks: vec![],
    }
}

impl Filled {
    /// As a paper to hand on.
    #[must_use]
    pub fn paper(&self) -> Paper {
        let mut paper = Paper::new(&self.title);
        paper.fact("From", &self.of);
        paper.put(Piece::Note(dated(&self.provenance)));
        for field in &self.fields {
            paper.put(Piece::Heading(field.label.clone()));
            paper.put(match field.origin {
                Origin::ByHand | Origin::Empty => Piece::Blank,
                Origin::Own | Origin::Derived => Piece::Text(field.text.clone()),
            });
        }
        paper.pieces.extend(self.remarks.iter().cloned().map(Piece::Note));
        if let Some(table) = &self.table {
            if !table.title.is_empty() {
                paper.put(Piece::Heading(table.title.clone()));
            }
            paper.put(Piece::Row(table.headings.clone()));
            paper.pieces.extend(table.rows.iter().map(|(_, cells)| Piece::Row(cells.clone())));
            paper.pieces.extend(table.sums.clone().map(|sums| Piece::Row(in_all(sums))));
        }
        paper
    }

    /// Every answer under its question, to be copied at once.
    #[must_use]
    pub fn answers(&self) -> String {
        let fields = self.fields.iter().filter(|it| !it.text.is_empty());
        let mut texts: Vec<_> = fields.map(|it| format!("{}\n{}", it.label, it.text)).collect();
        if let Some(table) = &self.table {
            // With tabs, a spreadsheet and a table of a word processor take it cell by cell.
            let line = |cells: &[String]| {
                cells.iter().map(|it| it.replace(['\n', '\t'], " ")).collect::<Vec<_>>().join("\t")
            };
            let mut lines = vec![line(&table.headings)];
            lines.extend(table.rows.iter().map(|(_, cells)| line(cells)));
            lines.extend(table.sums.clone().map(|sums| line(&in_all(sums))));
            texts.push(lines.join("\n"));
        }
        texts.join("\n\n")
    }
}

/// The sums of a table with a word that says so, where there is room for one.
#[must_use]
pub fn in_all(mut sums: Vec<String>) -> Vec<String> {
    if let Some(first) = sums.first_mut().filter(|it| it.is_empty()) {
        "In all".clone_into(first);
    }
    sums
}
