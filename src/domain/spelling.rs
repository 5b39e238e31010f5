//! Words as they are looked for: what a text consists of, and how far what was typed is from a word.
use std::borrow::Cow;

/// Longer words have no errors: they are as they were typed, or other words.
const LONGEST: usize = 30;

/// How many errors lie between what was typed and a word or its beginning, if at most `most`; and whether it was the
/// whole word. Optimal string alignment, a row at a time, of which only what `most` errors can reach is worked out
/// (Ukkonen 1985).
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
    let too_many = most + 1;
    for (at, letter) in typed.iter().enumerate() {
        let (first, end) = ((at + 1).saturating_sub(most), word.len().min(at + 1 + most));
        let edge = first.saturating_sub(1);
        row[edge] = too_many.min(at + 1);
        let mut least = row[edge];
        for to in first.max(1)..=end {
            let other = word[to - 1];
            let change = last[to - 1] + usize::from(*letter != other);
            let mut cell = change.min(last[to] + 1).min(row[to - 1] + 1);
            if at > 0 && to > 1 && *letter == word[to - 2] && typed[at - 1] == other {
                cell = cell.min(before[to - 2] + 1);
            }
            row[to] = cell;
            least = least.min(cell);
        }
        if least > most {
            return None;
        }
        if end < word.len() {
            row[end + 1] = too_many;
        }
        (before, last, row) = (last, row, before);
    }
    let within = typed.len().saturating_sub(most)..=word.len();
    let (all, least) = (last[word.len()], last[within].iter().copied().min()?);
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

    /// The same, by the definition of optimal string alignment, with every beginning of both.
    fn all_worked_out(typed: &[u8], word: &[u8], most: usize) -> Option<(usize, bool)> {
        fn distance(one: &[u8], two: &[u8]) -> usize {
            let mut table = vec![vec![0; two.len() + 1]; one.len() + 1];
            for i in 0..=one.len() {
                for j in 0..=two.len() {
                    let mut least = if i == 0 || j == 0 { i + j } else { usize::MAX };
                    if i > 0 && j > 0 {
                        let change = table[i - 1][j - 1] + usize::from(one[i - 1] != two[j - 1]);
                        least = change.min(table[i - 1][j] + 1).min(table[i][j - 1] + 1);
                    }
                    if i > 1 && j > 1 && one[i - 1] == two[j - 2] && one[i - 2] == two[j - 1] {
                        least = least.min(table[i - 2][j - 2] + 1);
                    }
                    table[i][j] = least;
                }
            }
            table[one.len()][two.len()]
        }
        let all = distance(typed, word);
        let beginnings = (0..=word.len()).map(|end| distance(typed, &word[..end]));
        match (all, beginnings.min()?) {
            (all, _) if all <= most => Some((all.max(1), true)),
            (_, least) if least <= most => Some((least.max(1), false)),
            _ => None,
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
        fn they_are_counted_as_they_are_where_everything_is_worked_out(
            typed in "[ab]{0,12}", word in "[ab]{0,12}", most in 0_usize..4,
        ) {
            let found = errors(typed.as_bytes(), word.as_bytes(), most);
            prop_assert_eq!(found, all_worked_out(typed.as_bytes(), word.as_bytes(), most));
        }

        #[test]
        fn any_bytes_are_compared_without_harm(typed: Vec<u8>, word: Vec<u8>, most in 0_usize..4) {
            let found = errors(&typed, &word, most);
            prop_assert!(found.is_none_or(|(errors, _)| errors <= most.max(1)));
        }
    }
}
