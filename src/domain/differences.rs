//! What has changed between two texts, word by word where they are not too long: the shortest way from one to the other (Myers 1986).
use similar::algorithms::{DiffHook, myers};
use std::{convert::Infallible, ops::Range};

/// A run of words, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// The words, with the spaces between them.
    pub text: String,
    /// What became of them.
    pub fate: Fate,
}

/// What became of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    Kept,
    Added,
    Removed,
}

/// How many pieces of two texts are compared. The time grows with the square of those that differ.
const MOST_PIECES: usize = 6_000;

/// A way to cut a text.
type Cut = fn(&str) -> Vec<&str>;

const WORDS: Cut = |text| text.split_inclusive(char::is_whitespace).collect();
const LINES: Cut = |text| text.split_inclusive('\n').collect();
const WHOLE: Cut = |text| vec![text];

/// What has changed from `before` to `after`, in the order in which it is read. Texts that are too long to be compared
/// word by word are compared line by line, or as they are.
#[must_use]
pub fn differences(before: &str, after: &str) -> Vec<Run> {
    let is_quick = |cut: &Cut| cut(before).len() + cut(after).len() <= MOST_PIECES;
    let cut = [WORDS, LINES].into_iter().find(is_quick).unwrap_or(WHOLE);
    let (before, after) = (cut(before), cut(after));
    let mut runs = Runs { before: &before, after: &after, runs: vec![] };
    // The hook below never fails.
    let Ok(()) = myers::diff_deadline_raw(
        &mut runs,
        before.as_slice(),
        0..before.len(),
        after.as_slice(),
        0..after.len(),
        None,
    );
    runs.runs
}

struct Runs<'a> {
    before: &'a [&'a str],
    after: &'a [&'a str],
    runs: Vec<Run>,
}

impl<'a> Runs<'a> {
    fn add(&mut self, words: &'a [&'a str], fate: Fate) {
        let text = words.concat();
        match self.runs.last_mut().filter(|run| run.fate == fate) {
            Some(run) => run.text.push_str(&text),
            None => self.runs.push(Run { text, fate }),
        }
    }
}

/// `len` of them from `at` on.
const fn from(at: usize, len: usize) -> Range<usize> {
    at..at + len
}

impl DiffHook for Runs<'_> {
    type Error = Infallible;

    fn equal(&mut self, _: usize, new: usize, len: usize) -> Result<(), Infallible> {
        self.add(&self.after[from(new, len)], Fate::Kept);
        Ok(())
    }

    fn delete(&mut self, old: usize, len: usize, _: usize) -> Result<(), Infallible> {
        self.add(&self.before[from(old, len)], Fate::Removed);
        Ok(())
    }

    fn insert(&mut self, _: usize, new: usize, len: usize) -> Result<(), Infallible> {
        self.add(&self.after[from(new, len)], Fate::Added);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_changed_word_is_taken_out_and_put_in() {
        let runs = differences("I did not ask.", "I did ask the father.");
        let shown: Vec<_> = runs.iter().map(|run| (run.text.as_str(), run.fate)).collect();
        assert_eq!(shown[0], ("I did ", Fate::Kept));
        assert!(shown.iter().any(|(text, fate)| text.contains("not") && *fate == Fate::Removed));
        assert!(shown.iter().any(|(text, fate)| text.contains("father") && *fate == Fate::Added));
        assert_eq!(differences("Same", "Same"), [Run { text: "Same".into(), fate: Fate::Kept }]);
    }

    #[test]
    fn a_long_text_is_compared_line_by_line_and_a_longer_one_as_it_is() {
        let text =
            |lines: usize, last: &str| format!("{}{last}", "A line of six words or so.\n".repeat(lines));
        let kept = |lines: usize| {
            let runs = differences(&text(lines, "Before"), &text(lines, "After"));
            runs.into_iter().find(|run| run.fate == Fate::Kept).map(|run| run.text)
        };
        assert_eq!(kept(900), Some(text(900, "")));
        assert_eq!(kept(9_000), None);
    }

    proptest! {
        #[test]
        fn both_texts_can_be_read_out_of_it(before in ".{0,80}", after in ".{0,80}") {
            let runs = differences(&before, &after);
            let without = |fate| runs.iter().filter(|run| run.fate != fate).map(|run| run.text.as_str()).collect::<String>();
            prop_assert_eq!(without(Fate::Added), before);
            prop_assert_eq!(without(Fate::Removed), after);
        }
    }
}
