//! The words of a text, scanned once, for small detectors to look at.
use super::known::listed;
use std::ops::Range;

/// A text, and where its words are.
pub struct Words<'a> {
    /// The text.
    pub text: &'a str,
    words: Vec<Word>,
}

/// A run of letters and digits.
struct Word {
    range: Range<usize>,
    /// A sentence may begin here.
    starts: bool,
    /// A sentence ends before here.
    breaks: bool,
}

/// Short forms that a full stop does not end a sentence after.
const SHORTENED: &str = "cllr dr eg ie mr mrs ms no nos prof ref rev sgt st tel vs";

/// What a letter or a number names without telling: `Child 1`, `Sibling A`.
const CODED: &str = "\
    baby boy carer child daughter family father girl grandparent mother nurse officer parent partner \
    person pupil school sibling sister son student teacher team twin visitor worker";

impl<'a> Words<'a> {
    /// Scans `text`.
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        let mut ranges: Vec<Range<usize>> = vec![];
        let mut from = None;
        for (at, letter) in text.char_indices() {
            // An accent of its own belongs to the letter before it.
            let inside = letter.is_alphanumeric() || ('\u{300}'..='\u{36f}').contains(&letter);
            match (from, inside) {
                (None, true) => from = Some(at),
                (Some(start), false) => {
                    ranges.push(start..at);
                    from = None;
                }
                _ => {}
            }
        }
        ranges.extend(from.map(|start| start..text.len()));
        let mut found = Self { text, words: Vec::with_capacity(ranges.len()) };
        for range in ranges {
            let word = found.word_at(range);
            found.words.push(word);
        }
        found
    }

    fn word_at(&self, range: Range<usize>) -> Word {
        let count = self.words.len();
        let Some(last) = self.words.last() else {
            return Word { range, starts: true, breaks: true };
        };
        let gap = &self.text[last.range.end..range.start];
        let stopped = || {
            let alone = self.word(count - 1).len() == 1 && self.capital(count - 1);
            let shortened = listed(SHORTENED, self.word(count - 1));
            // "J. Smith" goes on; "Sibling A. Then" does not.
            let letter = alone && !listed(CODED, self.word(count.wrapping_sub(2)));
            gap.contains(". ") && !shortened && !letter
        };
        let breaks = gap.contains(['!', '?', '\n', '…', '•']) || stopped();
        let quoted = gap.ends_with(['"', '“', '‘', '\'']) && gap.len() > 1;
        Word { range, starts: breaks || quoted || gap.contains(": ") || gap.contains(".\""), breaks }
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// The word at `at`; empty where there is none, which includes the place before the first.
    #[must_use]
    #[inline(never)]
    pub fn word(&self, at: usize) -> &'a str {
        self.words.get(at).map_or("", |word| &self.text[word.range.clone()])
    }

    /// The word `back` places before `at`, in the same sentence; else empty.
    #[must_use]
    #[inline(never)]
    pub fn before(&self, at: usize, back: usize) -> &'a str {
        let from = at.wrapping_sub(back);
        let whole = from < at && !(from + 1..=at).any(|at| self.breaks(at));
        if whole { self.word(from) } else { "" }
    }

    /// The bytes from the word at `first` to the end of the one at `last`.
    #[must_use]
    #[inline(never)]
    pub fn range(&self, first: usize, last: usize) -> Range<usize> {
        self.start(first)..self.end(last)
    }

    /// Where the word at `at` begins: at the end of the text, if it is none.
    #[must_use]
    #[inline(never)]
    pub fn start(&self, at: usize) -> usize {
        self.words.get(at).map_or(self.text.len(), |word| word.range.start)
    }

    /// Where the word at `at` ends.
    #[must_use]
    #[inline(never)]
    pub fn end(&self, at: usize) -> usize {
        self.words.get(at).map_or(self.text.len(), |word| word.range.end)
    }

    /// The first word that begins at `byte` or after it.
    #[must_use]
    pub fn first_from(&self, byte: usize) -> usize {
        self.words.partition_point(|word| word.range.start < byte)
    }

    /// What stands between the word before `at` and the one there, or the end of the text.
    #[must_use]
    #[inline(never)]
    pub fn gap(&self, at: usize) -> &'a str {
        let from = if at == 0 { 0 } else { self.end(at - 1) };
        &self.text[from..self.start(at).max(from)]
    }

    /// Whether what stands before the word at `at` is one of `gaps`, between which are upright lines.
    #[must_use]
    #[inline(never)]
    pub fn gap_is(&self, at: usize, gaps: &str) -> bool {
        let gap = self.gap(at);
        gaps.split('|').any(|it| it == gap)
    }

    /// Whether what stands before the word at `at` begins with one of `marks`.
    #[must_use]
    #[inline(never)]
    pub fn gap_begins(&self, at: usize, marks: &str) -> bool {
        self.gap(at).chars().next().is_some_and(|mark| marks.contains(mark))
    }

    /// Whether what stands before the word at `at` ends with one of `marks`.
    #[must_use]
    #[inline(never)]
    pub fn gap_ends(&self, at: usize, marks: &str) -> bool {
        self.gap(at).chars().next_back().is_some_and(|mark| marks.contains(mark))
    }

    /// Whether the word `back` places before `at`, in the same sentence, is in `list`.
    #[must_use]
    #[inline(never)]
    pub fn was(&self, at: usize, back: usize, list: &str) -> bool {
        listed(list, self.before(at, back))
    }

    /// Whether one space, and nothing else, stands before the word at `at`.
    #[must_use]
    #[inline(never)]
    pub fn joined(&self, at: usize) -> bool {
        at < self.len() && matches!(self.gap(at), " " | "\u{a0}")
    }

    /// Whether a sentence may begin at `at`.
    #[must_use]
    #[inline(never)]
    pub fn starts(&self, at: usize) -> bool {
        self.words.get(at).is_none_or(|word| word.starts)
    }

    /// Whether a sentence ends before `at`.
    #[must_use]
    #[inline(never)]
    pub fn breaks(&self, at: usize) -> bool {
        self.words.get(at).is_none_or(|word| word.breaks)
    }

    /// Whether the word at `at` is in `list`.
    #[must_use]
    #[inline(never)]
    pub fn is(&self, at: usize, list: &str) -> bool {
        at < self.len() && listed(list, self.word(at))
    }

    /// Whether the word at `at` begins with a capital.
    #[must_use]
    #[inline(never)]
    pub fn capital(&self, at: usize) -> bool {
        self.word(at).starts_with(char::is_uppercase)
    }

    /// Whether the word at `at` is a code for somebody or something: the `1` of `Child 1`.
    #[must_use]
    pub fn is_code(&self, at: usize) -> bool {
        at > 0
            && self.joined(at)
            && listed(CODED, self.word(at - 1))
            && (self.word(at).len() == 1 || number(self.word(at)).is_some())
    }

    /// The run of bytes without spaces, brackets or quotation marks around the word at `at`, if the word is
    /// its first.
    #[must_use]
    pub fn piece(&self, at: usize) -> Option<Range<usize>> {
        let apart = |c: char| c.is_whitespace() || "()<>[]\"“”,;".contains(c);
        let from = self.gap(at).rfind(apart).map(|found| {
            let gap = self.gap(at);
            self.start(at) - gap.len() + found + gap[found..].chars().next().map_or(0, char::len_utf8)
        });
        let start = from.or((at == 0).then_some(0))?;
        let rest = &self.text[self.start(at)..];
        let end = self.start(at) + rest.find(apart).unwrap_or(rest.len());
        let piece = self.text[start..end].trim_end_matches(['.', ':', '!', '?', '\'', '’', '…', '*']);
        Some(start..start + piece.len()).filter(|it| it.end >= self.end(at))
    }
}

/// The digits that `word` begins with, if there are any and they are a number, and what is after them.
#[must_use]
#[inline(never)]
pub fn figure(word: &str) -> Option<(u32, &str)> {
    let ending = word.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = word.strip_suffix(ending)?;
    Some((number(digits)?, ending))
}

/// The number that the digits of `word` are, if they are at most nine and nothing else is there.
#[must_use]
#[inline(never)]
pub fn number(word: &str) -> Option<u32> {
    let digits = !word.is_empty() && word.len() <= 9 && word.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| word.bytes().fold(0, |sum, byte| sum * 10 + u32::from(byte - b'0')))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn starts(text: &str) -> Vec<&str> {
        let words = Words::new(text);
        (0..words.len()).filter(|at| words.starts(*at)).map(|at| words.word(at)).collect()
    }

    #[test]
    fn a_sentence_begins_after_a_full_stop_that_ends_one() {
        assert_eq!(starts("I saw Dr. Lowe. She left! \"No,\" he said: Then"), ["I", "She", "No", "Then"]);
        assert_eq!(starts("Sibling A. Then J. Smith\nLast"), ["Sibling", "Then", "Last"]);
        assert_eq!(starts(""), Vec::<&str>::new());
    }

    #[test]
    fn a_piece_has_no_spaces_and_no_stop_at_its_end() {
        let words = Words::new("see (www.a.uk/x). @me");
        assert_eq!(words.piece(1).map(|it| &words.text[it]), Some("www.a.uk/x"));
        assert_eq!(words.piece(2), None);
        assert_eq!(words.piece(5).map(|it| &words.text[it]), Some("@me"));
    }
}
