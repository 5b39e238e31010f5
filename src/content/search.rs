//! Search over everything the packs say: forgiving of typing errors, ready at the first letters, the best first.
//!
//! Ranked by where a word stands (title before text), how rare it is (inverse document frequency, Spärck Jones 1972)
//! and how well it fits (whole, as a beginning, with a typing error). A typing error is one insertion, omission, change
//! or swap of neighbours (optimal string alignment distance), two in words of eight letters or more. The text holds
//! some three thousand different words, so going through them all is quick enough, and the code stays small.
use super::documents::Document;
use crate::domain::{
    route::Route,
    spelling::{Typed, words},
};
use std::collections::{BTreeMap, BTreeSet};

/// How much of a text is shown around what was found, in bytes before and in all.
const BEFORE: usize = 40;
const EXCERPT: usize = 110;

/// A shorter word is not guessed at.
const FORGIVEN_FROM: usize = 4;
const TWICE_FORGIVEN_FROM: usize = 8;

/// Documents, and which words stand where.
#[derive(Debug, Default)]
pub struct Index {
    documents: Vec<Document>,
    words: BTreeMap<String, Word>,
}

#[derive(Debug, Default)]
struct Word {
    /// A bit for each letter of the word.
    letters: u32,
    found: Vec<Finding>,
}

/// A word in a document.
#[derive(Clone, Copy, Debug)]
struct Finding {
    document: usize,
    /// How much the word weighs there.
    weight: f32,
    /// Where it first stands in the text, in bytes; beyond every text where it stands in the title alone, or is hidden.
    first: usize,
}

/// What was found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// The best first, as many as were asked for.
    pub hits: Vec<Hit>,
    /// How many there are in all.
    pub count: usize,
    /// Whether every word that was looked for is in them.
    pub whole: bool,
}

/// Something found.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// What it is.
    pub kind: &'static str,
    /// What it is called.
    pub title: Vec<Piece>,
    /// What it says around the words that were looked for.
    pub excerpt: Vec<Piece>,
    /// Where it is.
    pub route: Route,
}

/// A piece of text, marked where it was looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The text.
    pub text: String,
    /// Whether it was looked for.
    pub marked: bool,
}

impl Index {
    /// Takes one more document in.
    pub fn add(&mut self, document: Document) {
        let at = self.documents.len();
        for (text, weight) in [(&document.title, 6.0), (&document.hidden, 3.0)] {
            for (_, word) in words(text) {
                self.note(&word, Finding { document: at, weight, first: usize::MAX });
            }
        }
        for (first, word) in words(&document.text) {
            self.note(&word, Finding { document: at, weight: 1.0, first });
        }
        self.documents.push(document);
    }

    fn note(&mut self, word: &str, it: Finding) {
        if !self.words.contains_key(word) {
            self.words.insert(word.to_owned(), Word { letters: letters(word), found: vec![] });
        }
        let Some(known) = self.words.get_mut(word) else { return };
        match known.found.last_mut() {
            // Each time more, it adds less.
            Some(last) if last.document == it.document => {
                last.weight += it.weight / (1.0 + last.weight);
                last.first = last.first.min(it.first);
            }
            _ => known.found.push(it),
        }
    }

    /// The best `most` documents for what was typed, the best first. Where none has every word, those that have the
    /// most are given.
    #[must_use]
    pub fn search(&self, query: &str, most: usize) -> Found {
        let looked_for: Vec<_> = words(query).flat_map(|(_, word)| self.as_written(&word)).collect();
        let mut matched: BTreeSet<&str> = BTreeSet::new();
        // By document: how many words of the query it has, and how well.
        let mut scores = vec![(0_u32, 0.0_f32); self.documents.len()];
        // By document: where the first of them stands in its text.
        let mut firsts = vec![usize::MAX; self.documents.len()];
        for wanted in &looked_for {
            let mut best = vec![0.0_f32; self.documents.len()];
            for (text, word, fit) in self.candidates(wanted) {
                matched.insert(text);
                let rarity = (1.0 + self.documents.len() as f32 / word.found.len() as f32).ln();
                for it in &word.found {
                    best[it.document] = best[it.document].max(fit * rarity * it.weight);
                    firsts[it.document] = firsts[it.document].min(it.first);
                }
            }
            for (score, best) in scores.iter_mut().zip(best) {
                if best > 0.0 {
                    *score = (score.0 + 1, score.1 + best);
                }
            }
        }
        let whole = scores.iter().map(|(count, _)| *count).max().unwrap_or(0);
        let mut order: Vec<usize> =
            (0..scores.len()).filter(|at| whole > 0 && scores[*at].0 == whole).collect();
        order.sort_by(|a, b| scores[*b].1.total_cmp(&scores[*a].1).then(a.cmp(b)));
        let shown = order.iter().take(most);
        let hits = shown.map(|at| hit(&self.documents[*at], firsts[*at], &matched)).collect();
        Found { hits, count: order.len(), whole: whole as usize == looked_for.len() }
    }

    /// What was typed as the packs write it: `s47` as the section it is, and two words run into one as two.
    fn as_written(&self, word: &str) -> Vec<String> {
        if let Some(section) =
            word.strip_prefix('s').filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
        {
            return vec![section.to_owned()];
        }
        let known = |word: &str| self.words.contains_key(word);
        let begins = |word: &str| {
            self.words.range(word.to_owned()..).next().is_some_and(|(it, _)| it.starts_with(word))
        };
        if begins(word) {
            return vec![word.to_owned()];
        }
        let splits = word.char_indices().map(|(at, _)| word.split_at(at));
        let two =
            splits.into_iter().find(|(one, two)| one.len() > 2 && two.len() > 2 && known(one) && known(two));
        two.map_or_else(|| vec![word.to_owned()], |(one, two)| vec![one.to_owned(), two.to_owned()])
    }

    /// The words that what was typed may mean, and how well each fits.
    fn candidates(&self, wanted: &str) -> Vec<(&str, &Word, f32)> {
        let size = wanted.chars().count();
        let forgiven = match size {
            ..FORGIVEN_FROM => 0,
            FORGIVEN_FROM..TWICE_FORGIVEN_FROM => 1,
            _ => 2,
        };
        let (letters, typed) = (letters(wanted), Typed::new(wanted.as_bytes()));
        let mut found = vec![];
        // A letter by itself is a name, such as that of Child S, and no beginning.
        let fits = |text: &str| if size == 1 { text == wanted } else { text.starts_with(wanted) };
        for (text, word) in self.words.range(wanted.to_owned()..).take_while(|(text, _)| fits(text)) {
            let share = wanted.len() as f32 / text.len() as f32;
            found.push((text.as_str(), word, if share < 1.0 { 0.5 + 0.4 * share } else { 1.0 }));
        }
        if forgiven == 0 {
            return found;
        }
        for (text, word) in &self.words {
            // Every error can bring in one strange letter at most.
            if (letters & !word.letters).count_ones() > forgiven || text.starts_with(wanted) {
                continue;
            }
            if let Some((errors, whole)) = typed.errors(text.as_bytes(), forgiven as usize) {
                let fit = if whole { 0.45 } else { 0.3 };
                found.push((text, word, fit / errors as f32));
            }
        }
        found
    }
}

/// A document as it is shown; the `first` word that was looked for may stand beyond its text.
fn hit(document: &Document, first: usize, matched: &BTreeSet<&str>) -> Hit {
    let text = &document.text;
    let first = if first < text.len() { first } else { 0 };
    let from = match first.checked_sub(BEFORE) {
        // From the beginning, unless that is too far away.
        None => 0,
        Some(near) => {
            let near = text.ceil_char_boundary(near);
            text[near..first].find(' ').map_or(first, |space| near + space + 1)
        }
    };
    let end = text.floor_char_boundary((from + EXCERPT).min(text.len()));
    let end =
        if end < text.len() { text[from..end].rfind(' ').map_or(end, |space| from + space) } else { end };
    let mut excerpt = pieces(&text[from..end], matched);
    let plain = |text: &str| Piece { text: text.to_owned(), marked: false };
    if from > 0 {
        excerpt.insert(0, plain("… "));
    }
    if end < text.len() {
        excerpt.push(plain(" …"));
    }
    Hit {
        kind: document.kind,
        title: pieces(&document.title, matched),
        excerpt,
        route: document.route.clone(),
    }
}

fn pieces(text: &str, matched: &BTreeSet<&str>) -> Vec<Piece> {
    let mut pieces = vec![];
    let mut from = 0;
    for (at, _) in words(text).filter(|(_, word)| matched.contains(&**word)) {
        let end = at + text[at..].find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len() - at);
        if from < at {
            pieces.push(Piece { text: text[from..at].to_owned(), marked: false });
        }
        pieces.push(Piece { text: text[at..end].to_owned(), marked: true });
        from = end;
    }
    if from < text.len() {
        pieces.push(Piece { text: text[from..].to_owned(), marked: false });
    }
    pieces
}

/// A bit for each letter; what is no letter of English shares a few bits.
fn letters(word: &str) -> u32 {
    word.bytes().fold(0, |set, byte| match byte {
        b'a'..=b'z' => set | 1 << (byte - b'a'),
        _ => set | 1 << (26 + byte % 6),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document(title: &str, text: &str) -> Document {
        Document {
            kind: "Lesson",
            title: title.into(),
            text: text.into(),
            hidden: String::new(),
            route: Route::Learn,
        }
    }

    fn index() -> Index {
        let mut index = Index::default();
        for (title, text) in [
            ("The minutes of a conference", "Read and correct them with the chair."),
            ("Strategy discussion", "The police and health take part. It leads to a conference."),
            ("Genogram", "A family map. Draw it with the child."),
            ("Supervision", "Talk about what stays with you, in supervision and after it."),
        ] {
            index.add(document(title, text));
        }
        index
    }

    fn titles(query: &str) -> Vec<String> {
        let all = index().search(query, 10).hits;
        all.iter().map(|hit| hit.title.iter().map(|piece| piece.text.as_str()).collect()).collect()
    }

    #[test]
    fn the_beginning_of_a_word_is_enough() {
        assert_eq!(titles("gen"), ["Genogram"]);
        assert_eq!(titles("Sup"), ["Supervision"]);
    }

    #[test]
    fn a_title_comes_before_a_text() {
        assert_eq!(titles("conference"), ["The minutes of a conference", "Strategy discussion"]);
    }

    #[test]
    fn all_are_counted_however_few_are_shown() {
        let found = index().search("conference", 1);
        assert_eq!((found.hits.len(), found.count), (1, 2));
    }

    #[test]
    fn typing_errors_are_forgiven() {
        for query in ["genorgam", "genogramm", "gebogram", "genogrm", "enogram", "gneogr"] {
            assert_eq!(titles(query), ["Genogram"], "{query}");
        }
        assert_eq!(titles("superivsion"), ["Supervision"]);
        assert_eq!(titles("xyz"), Vec::<String>::new());
        assert_eq!(titles("gno"), Vec::<String>::new(), "three letters are not guessed at");
    }

    #[test]
    fn what_fits_exactly_comes_before_what_is_guessed() {
        let mut index = index();
        index.add(document("Supervisor", "One who leads supervision."));
        let first = &index.search("supervisor", 10).hits[0];
        assert_eq!(first.title[0].text, "Supervisor");
    }

    #[test]
    fn every_word_counts_and_where_none_has_all_the_most_do() {
        assert_eq!(titles("conference police"), ["Strategy discussion"]);
        assert_eq!(titles("genogram zebra"), ["Genogram"]);
        assert_eq!(titles(" ,. "), Vec::<String>::new());
        assert!(index().search("conference police", 10).whole && !index().search("genogram zebra", 10).whole);
    }

    #[test]
    fn words_run_into_one_and_sections_of_acts_are_found_as_they_are_written() {
        let mut index = index();
        index.add(document("Section 47 enquiries", "A step down to early help."));
        let first = |query: &str| index.search(query, 10).hits.first().map(|hit| hit.title[0].text.clone());
        assert_eq!(first("familymap"), Some("Genogram".into()));
        for query in ["s47", "S47", "section 47", "stepdown", "step-down"] {
            let hits = index.search(query, 10).hits;
            assert_eq!(hits.len(), 1, "{query}");
        }
        assert_eq!(titles("s"), Vec::<String>::new(), "a letter is no beginning");
    }

    #[test]
    fn what_was_looked_for_is_marked() {
        let hits = index().search("chair", 10).hits;
        let marked: Vec<_> = hits[0].excerpt.iter().filter(|piece| piece.marked).collect();
        assert_eq!(marked, [&Piece { text: "chair".into(), marked: true }]);
        let whole: String = hits[0].excerpt.iter().map(|piece| piece.text.as_str()).collect();
        assert_eq!(whole, "Read and correct them with the chair.");
    }

    #[test]
    fn a_long_text_is_shown_where_the_word_stands() {
        let mut index = Index::default();
        let text = format!("{} Genogram. {}", "é lots of words ".repeat(40), "and more é words ".repeat(40));
        index.add(document("Long", &text));
        let hit = &index.search("genogram", 1).hits[0];
        let whole: String = hit.excerpt.iter().map(|piece| piece.text.as_str()).collect();
        assert!(whole.starts_with("… ") && whole.ends_with(" …") && whole.contains("Genogram"), "{whole}");
        assert!(whole.len() < EXCERPT + 20);
    }

    mod any_text {
        use super::*;
        use proptest::prelude::*;

        proptest! {
            #[test]
            fn is_searched_without_harm(title in ".{0,40}", text in ".{0,400}", query in ".{0,40}") {
                let mut index = Index::default();
                index.add(document(&title, &text));
                for hit in index.search(&query, 5).hits {
                    let shown: String = hit.title.iter().map(|piece| piece.text.as_str()).collect();
                    prop_assert_eq!(shown, title.clone());
                }
            }
        }
    }
}
