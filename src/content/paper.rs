//! A paper to hand on: what a filled form or a supervision record says, whatever it is printed, shared or saved as.
/// Heading by heading, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paper {
    pub title: String,
    pub pieces: Vec<Piece>,
}

/// A piece of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    Heading(String),
    /// A paragraph; lines are kept as they were written.
    Text(String),
    /// A paragraph about the paper itself.
    Note(String),
    Point(String),
    /// A name and what stands beside it.
    Fact(String, String),
    /// Room to write by hand.
    Blank,
    /// A row of a table; the first of several that follow one another holds the headings.
    Row(Vec<String>),
}

impl Paper {
    /// An empty one.
    #[must_use]
    pub fn new(title: impl Into<String>) -> Self {
        Self { title: title.into(), pieces: vec![] }
    }

    /// Puts a piece at its end.
    pub fn put(&mut self, piece: Piece) {
        self.pieces.push(piece);
    }

    /// Puts a name with what stands beside it at its end, unless nothing does.
    pub fn fact(&mut self, name: &str, text: impl Into<String>) {
        let text = text.into();
        if !text.trim().is_empty() {
            self.put(Piece::Fact(name.to_owned(), text));
        }
    }

    /// As plain text, for a message or a text file.
    #[must_use]
    pub fn plain(&self) -> String {
        let mut text = format!("{}\n", self.title);
        let mut before: Option<&Piece> = None;
        for piece in &self.pieces {
            // Points, facts and rows stand close together.
            let close = before.is_some_and(|it| {
                matches!(
                    (it, piece),
                    (Piece::Point(_), Piece::Point(_))
                        | (Piece::Fact(..), Piece::Fact(..))
                        | (Piece::Row(_), Piece::Row(_))
                        | (Piece::Heading(_), _)
                )
            });
            if !close {
                text.push('\n');
            }
            match piece {
                Piece::Heading(it) => text.push_str(&it.to_uppercase()),
                Piece::Text(it) | Piece::Note(it) => text.push_str(it.trim_end()),
                Piece::Point(it) => text.push_str(&format!("- {it}")),
                Piece::Fact(name, it) => text.push_str(&format!("{} {it}", named(name))),
                Piece::Blank => text.push_str(&"_".repeat(40)),
                Piece::Row(cells) => text.push_str(&cells.join(" | ").replace('\n', " ")),
            }
            text.push('\n');
            before = Some(piece);
        }
        text
    }
}

/// A name before what stands beside it: a question needs no colon.
#[must_use]
pub fn named(name: &str) -> String {
    let ends = name.ends_with(['?', '!', ':', '.']);
    if ends { name.to_owned() } else { format!("{name}:") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paper() -> Paper {
        let mut paper = Paper::new("Supervision");
        paper.fact("Day", "24 November 2026");
        paper.fact("With", " ");
        paper.put(Piece::Heading("What I bring".into()));
        paper.put(Piece::Point("The visit".into()));
        paper.put(Piece::Point("Minutes \"again\" — é".into()));
        paper.put(Piece::Text("Two\nlines\n".into()));
        paper.put(Piece::Blank);
        paper.put(Piece::Row(vec!["Date".into(), "Hours".into()]));
        paper.put(Piece::Row(vec!["1 May".into(), "1.5".into()]));
        paper.put(Piece::Note("A note".into()));
        paper
    }

    #[test]
    fn a_paper_reads_well_as_plain_text() {
        assert_eq!(
            paper().plain(),
            "Supervision\n\nDay: 24 November 2026\n\nWHAT I BRING\n- The visit\n- Minutes \"again\" — é\n\nTwo\nlines\n\n\
             ________________________________________\n\nDate | Hours\n1 May | 1.5\n\nA note\n"
        );
    }
}
