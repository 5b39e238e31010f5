//! What has changed between two texts, word by word.
use similar::{ChangeTag, TextDiff};

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
    let mut runs: Vec<Run> = vec![];
    for change in TextDiff::from_words(before, after).iter_all_changes() {
        let fate = match change.tag() {
            ChangeTag::Equal => Fate::Kept,
            ChangeTag::Insert => Fate::Added,
            ChangeTag::Delete => Fate::Removed,
        };
        match runs.last_mut().filter(|run| run.fate == fate) {
            Some(run) => run.text.push_str(change.value()),
            None => runs.push(Run { text: change.value().to_owned(), fate }),
        }
    }
    runs
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
