//! Words as they are looked for: what a text consists of, and how far what was typed is from a word.
use std::borrow::Cow;

/// Longer words have no errors: they are as they were typed, or other words.
const LONGEST: usize = 30;

/// How many errors lie between what was typed and a word or its beginning, if at most `most`; and whether it was the
/// whole word. Optimal string alignment, a row at a time.
#[must_use]
pub fn errors(typed: &[u8], word: &[u8], most: usize) -> Option<(usize, bool)> {
    // A beginning can be longer or shorter than what was typed by the errors alone.
    let whole = word.len() <= typed.len() + most;
    let word = &word[..word.len().min(typed.len() + most)];
    if word.len() + most < typed.len() || word.len() > LONGEST {
        return None;
    }
    let (mut before, mut last, mut row) = ([0; LONGEST + 1], [0; LONGEST + 1], [0; LONGEST + 1]);
    for (to, cell) in last.iter_mut().enumerate() {
        *cell = to;
    }
    for (at, letter) in typed.iter().enumerate() {
        row[0] = at + 1;
        let mut least = row[0];
        for (to, other) in word.iter().enumerate() {
            let change = last[to] + usize::from(letter != other);
            let mut cell = change.min(last[to + 1] + 1).min(row[to] + 1);
            if at > 0 && to > 0 && *letter == word[to - 1] && typed[at - 1] == *other {
                cell = cell.min(before[to - 1] + 1);
            }
            row[to + 1] = cell;
            least = least.min(cell);
        }
        if least > most {
            return None;
        }
        (before, last, row) = (last, row, before);
    }
    let (all, least) = (last[word.len()], last[..=word.len()].iter().copied().min()?);
    match whole && all <= most {
        true => Some((all.max(1), true)),
        false => (least <= most).then_some((least.max(1), false)),
    }
}

/// The words of a text in small letters, each with where it begins.
pub fn words(text: &str) -> impl Iterator<Item = (usize, Cow<'_, str>)> {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(|word| {
        let small = match word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()) {
            true => Cow::Borrowed(word),
            false if word.is_ascii() => Cow::Owned(word.to_ascii_lowercase()),
            false => Cow::Owned(word.to_lowercase()),
        };
        (word.as_ptr() as usize - text.as_ptr() as usize, small)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn an_error_is_an_insertion_an_omission_a_change_or_a_swap() {
        for (typed, word, found) in [
            ("genogram", "genogram", Some((1, true))),
            ("genorgam", "genogram", Some((1, true))),
            ("genogrm", "genogram", Some((1, true))),
            ("genoogram", "genogram", Some((1, true))),
            ("gebogram", "genogram", Some((1, true))),
            ("gneogr", "genogram", Some((1, false))),
            ("xenophile", "genogram", None),
            ("", "", Some((1, true))),
        ] {
            assert_eq!(errors(typed.as_bytes(), word.as_bytes(), 2), found, "{typed}");
        }
    }

    proptest! {
        #[test]
        fn errors_are_those_that_were_made(word in "[a-z]{9,14}", at in 1_usize..7, letter in "[a-z]") {
            let mut typed = word.clone();
            typed.replace_range(at..=at, &letter);
            let found = errors(typed.as_bytes(), word.as_bytes(), 2);
            prop_assert_eq!(found, Some((1, true)));
            let mut swapped = word.clone().into_bytes();
            swapped.swap(at, at + 1);
            prop_assert!(errors(&swapped, word.as_bytes(), 1).is_some());
        }

        #[test]
        fn any_bytes_are_compared_without_harm(typed: Vec<u8>, word: Vec<u8>, most in 0_usize..4) {
            let found = errors(&typed, &word, most);
            prop_assert!(found.is_none_or(|(errors, _)| errors <= most.max(1)));
        }
    }
}
