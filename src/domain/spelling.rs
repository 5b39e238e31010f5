//! Words as they are looked for: what a text consists of, and how far what was typed is from a word.
use std::borrow::Cow;

/// What is longer has no errors: it is as it was typed, or another word.
const LONGEST: usize = 30;

/// What was typed, ready to be compared with many words.
#[derive(Debug)]
pub struct Typed {
    /// By byte: a bit for each place at which it stands.
    places: [u32; 256],
    size: usize,
}

impl Typed {
    #[must_use]
    pub fn new(typed: &[u8]) -> Self {
        let mut places = [0; 256];
        for (at, byte) in typed.iter().enumerate().take(LONGEST) {
            places[usize::from(*byte)] |= 1 << at;
        }
        Self { places, size: typed.len() }
    }

    /// How many errors lie between this and a word or its beginning, if at most `most` and at least one; and whether it
    /// was the whole word. Optimal string alignment, a column of its table in each step: a bit tells that one more letter
    /// of what was typed is one error more, or one less (Hyyrö 2003).
    #[must_use]
    pub fn errors(&self, word: &[u8], most: usize) -> Option<(usize, bool)> {
        // A beginning can be longer or shorter than what was typed by the errors alone.
        let whole = word.len() <= self.size + most;
        let word = &word[..word.len().min(self.size + most)];
        if self.size > LONGEST || word.len() + most < self.size {
            return None;
        }
        let end = (1 << self.size) >> 1;
        let (mut more, mut less, mut same, mut before) = (u32::MAX, 0, 0, 0);
        let (mut all, mut least) = (self.size, self.size);
        for byte in word {
            let here = self.places[usize::from(*byte)];
            let swapped = ((!same & here) << 1) & before;
            same = ((here & more).wrapping_add(more) ^ more) | here | less | swapped;
            let (mut rises, mut falls) = (less | !(same | more), same & more);
            all = all + usize::from(rises & end != 0) - usize::from(falls & end != 0);
            least = least.min(all);
            (rises, falls) = (rises << 1 | 1, falls << 1);
            (more, less, before) = (falls | !(same | rises), rises & same, here);
        }
        match whole && all <= most {
            true => Some((all.max(1), true)),
            false => (least <= most).then_some((least.max(1), false)),
        }
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
            assert_eq!(Typed::new(typed.as_bytes()).errors(word.as_bytes(), 2), found, "{typed}");
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
            let found = Typed::new(typed.as_bytes()).errors(word.as_bytes(), 2);
            prop_assert_eq!(found, Some((1, true)));
            let mut swapped = word.clone().into_bytes();
            swapped.swap(at, at + 1);
            prop_assert!(Typed::new(&swapped).errors(word.as_bytes(), 1).is_some());
        }

        #[test]
        fn they_are_counted_as_they_are_where_everything_is_worked_out(
            typed in "[ab]{1,12}", word in "[ab]{0,12}", most in 0_usize..4,
        ) {
            let found = Typed::new(typed.as_bytes()).errors(word.as_bytes(), most);
            prop_assert_eq!(found, all_worked_out(typed.as_bytes(), word.as_bytes(), most));
        }

        #[test]
        fn any_bytes_are_compared_without_harm(typed: Vec<u8>, word: Vec<u8>, most in 0_usize..4) {
            let found = Typed::new(&typed).errors(&word, most);
            prop_assert!(found.is_none_or(|(errors, _)| errors <= most.max(1)));
        }
    }
}
