//! What has changed between two texts, word by word: the shortest way from one to the other (Myers 1986).
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

/// What has changed from `before` to `after`, in the order in which it is read.
#[must_use]
pub fn differences(before: &str, after: &str) -> Vec<Run> {
    let words = |text| str::split_inclusive(text, char::is_whitespace).collect::<Vec<_>>();
    let (before, after) = (words(before), words(after));
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
