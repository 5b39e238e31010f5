//! Finds the glossary's words in running text, so that a definition can be opened where the word stands.
use super::library::Library;
use crate::domain::ids::EntryId;

/// The glossary's spellings, ready to be found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TermBook {
    /// By first word in small letters, then the longest first.
    spellings: Vec<Spelling>,
}

#[derive(Clone, Debug, PartialEq)]
struct Spelling {
    first: String,
    text: String,
    /// An abbreviation is found as it is written alone: `ACE`, and never `ace`.
    exact: bool,
    term: EntryId,
}

/// A piece of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Span {
    /// Nothing to explain.
    Plain(String),
    /// A word of the glossary, as it stands in the text.
    Term(String, EntryId),
}

impl TermBook {
    /// The spellings of every term in `library`.
    #[must_use]
    pub fn new(library: &Library) -> Self {
        let mut spellings = vec![];
        for pack in library.packs() {
            for term in &pack.glossary {
                let all = std::iter::once(&term.term).chain(&term.expansion).chain(&term.also);
                spellings.extend(all.map(|text| Spelling {
                    first: first_word(text).to_lowercase(),
                    text: text.clone(),
                    exact: is_abbreviation(text),
                    term: EntryId::new(&pack.id, &term.id),
                }));
            }
        }
        spellings.sort_by(|a, b| a.first.cmp(&b.first).then(b.text.len().cmp(&a.text.len())));
        Self { spellings }
    }

    /// Cuts `text` where a term stands, the longest that fits. A term in `seen` is explained already; one found
    /// here joins it, so that each is marked once.
    #[must_use]
    pub fn spans(&self, text: &str, seen: &mut Vec<EntryId>) -> Vec<Span> {
        let mut spans = vec![];
        let (mut plain_from, mut at) = (0, 0);
        while let Some(start) = next_word(text, at) {
            let rest = &text[start..];
            match self.at_start_of(rest) {
                Some((spelling, length)) => {
                    at = start + length;
                    if !seen.contains(&spelling.term) {
                        seen.push(spelling.term.clone());
                        if plain_from < start {
                            spans.push(Span::Plain(text[plain_from..start].to_owned()));
                        }
                        spans.push(Span::Term(text[start..at].to_owned(), spelling.term.clone()));
                        plain_from = at;
                    }
                }
                None => at = start + first_word(rest).len().max(1),
            }
        }
        if plain_from < text.len() {
            spans.push(Span::Plain(text[plain_from..].to_owned()));
        }
        spans
    }

    /// The spelling that `text` begins with, and how many bytes of the text it takes, an "s" after it included.
    fn at_start_of(&self, text: &str) -> Option<(&Spelling, usize)> {
        let word = first_word(text);
        let small = word.to_lowercase();
        let singular = small.strip_suffix('s').unwrap_or(&small).to_owned();
        [small, singular].into_iter().find_map(|first| {
            let from = self.spellings.partition_point(|it| it.first < first);
            let candidates = self.spellings[from..].iter().take_while(|it| it.first == first);
            candidates.into_iter().find_map(|it| Some((it, fits(it, text)?)))
        })
    }
}

fn fits(spelling: &Spelling, text: &str) -> Option<usize> {
    let found = text.get(..spelling.text.len())?;
    let same =
        if spelling.exact { found == spelling.text } else { found.eq_ignore_ascii_case(&spelling.text) };
    let after = &text[found.len()..];
    let ends = |rest: &str| !rest.starts_with(char::is_alphanumeric);
    match same {
        true if ends(after) => Some(found.len()),
        true if after.starts_with('s') && ends(&after[1..]) => Some(found.len() + 1),
        _ => None,
    }
}

/// Where the next word begins, from `at` on.
fn next_word(text: &str, at: usize) -> Option<usize> {
    text[at..].find(char::is_alphanumeric).map(|found| at + found)
}

fn first_word(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len());
    &text[..end]
}

/// Whether `text` is one word with at least two capitals, such as `ICPC` or `DfE`.
#[must_use]
pub fn is_abbreviation(text: &str) -> bool {
    text.chars().filter(|c| c.is_uppercase()).count() >= 2 && !text.contains(' ')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn book() -> TermBook {
        let term = |id: &str, term: &str, expansion: &str, also: &str| {
            format!(
                r#"{{"id": "{id}", "term": "{term}", "expansion": "{expansion}", "meaning": "m", "also": [{also}],
                "provenance": {{"sources": ["book"], "status": "current", "checked": null}}}}"#
            )
        };
        let terms = [
            term("ace", "ACE", "adverse childhood experience", ""),
            term("child-in-need", "child in need", "x", r#""CIN""#),
            term("child-in-need-plan", "child in need plan", "y", ""),
        ];
        let json = crate::content::pack::tests::SMALL.replacen(
            r#""statements": ["#,
            &format!(r#""glossary": [{}], "statements": ["#, terms.join(",")),
            1,
        );
        let mut library = Library::default();
        library.shelve("small", "pack", Ok(json));
        assert_eq!(library.faults(), []);
        TermBook::new(&library)
    }

    fn marked(text: &str) -> String {
        let show = |span| match span {
            Span::Plain(text) => text,
            Span::Term(text, id) => format!("[{text}={}]", id.to_string().replace("small/", "")),
        };
        book().spans(text, &mut vec![]).into_iter().map(show).collect()
    }

    #[test]
    fn the_longest_term_is_found_whatever_its_case() {
        assert_eq!(
            marked("Child in need plans differ. A child in need, too."),
            "[Child in need plans=child-in-need-plan] differ. A [child in need=child-in-need], too."
        );
    }

    #[test]
    fn an_abbreviation_is_found_as_it_is_written_and_no_part_of_a_word_is() {
        assert_eq!(marked("ACEs and an ace face in a place."), "[ACEs=ace] and an ace face in a place.");
        assert_eq!(marked("CIN’s é CINEMA"), "[CIN=child-in-need]’s é CINEMA");
    }

    #[test]
    fn a_term_is_marked_once() {
        assert_eq!(marked("ACE, ACE."), "[ACE=ace], ACE.");
        assert_eq!(marked(""), "");
    }
}
