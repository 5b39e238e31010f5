//! What a word says by itself about being a name.
use super::super::{
    known::{AUTHORS, GIVEN, ORDINARY, PLACES, TITLES, WORDS_TOO, listed},
    words::Words,
};

/// What many words end in that nobody is called by.
const COMMON_ENDINGS: [&str; 18] = [
    "tion", "sion", "ment", "ness", "ance", "ence", "ship", "ism", "ology", "ing", "able", "ible", "ised",
    "ized", "ful", "ous", "ist", "ility",
];

/// Whether `word` ends like a thing or a quality, and is no given name.
#[must_use]
pub fn is_common_form(word: &str) -> bool {
    (word.len() > 5 || word.ends_with("ing") && word.len() > 4)
        && COMMON_ENDINGS.iter().any(|ending| {
            word.len()
                .checked_sub(ending.len())
                .and_then(|at| word.get(at..))
                .is_some_and(|it| it.eq_ignore_ascii_case(ending))
        })
        && !is_strong(word)
}

/// Whether `word` stands before surnames.
#[must_use]
pub fn is_title(word: &str) -> bool {
    listed(TITLES, word)
}

/// Whether people are called `word`.
#[must_use]
pub fn is_strong(word: &str) -> bool {
    listed(GIVEN, word) || listed(WORDS_TOO, word)
}

/// Whether nobody is called `word`.
pub(super) fn is_ordinary(word: &str) -> bool {
    let one = word.strip_suffix('s').filter(|it| it.len() > 2);
    let is = |word: &str| listed(ORDINARY, word) || is_common_form(word);
    is(word) || one.is_some_and(is)
}

/// A word with one capital, at its beginning, that is known as nothing else.
pub(super) fn is_unknown(words: &Words, at: usize) -> bool {
    let word = words.word(at);
    let mut letters = word.chars();
    let first = letters.next().is_some_and(char::is_uppercase);
    // "McKenzie" has two; "YouTube" is no name.
    let rest = word.strip_prefix("Mc").or_else(|| word.strip_prefix("Mac")).unwrap_or(letters.as_str());
    let rest = rest.strip_prefix(char::is_uppercase).filter(|_| rest.len() < word.len() - 1).unwrap_or(rest);
    first
        && word.len() > 1
        && !rest.is_empty()
        && !rest.contains(|c: char| c.is_uppercase() || c.is_numeric())
        && !is_ordinary(word)
        && !listed(PLACES, word)
        && !listed(AUTHORS, word)
}

/// Whether the word at `at` is in capitals, and a name.
pub(super) fn is_shouted(words: &Words, at: usize) -> bool {
    let word = words.word(at);
    word.len() > 3
        && word.bytes().all(|byte| byte.is_ascii_uppercase())
        && is_strong(word)
        && !listed(WORDS_TOO, word)
}

/// Words that stand after anything, with a capital only in a heading.
pub(super) fn is_function(word: &str) -> bool {
    matches!(
        word,
        "And" | "The" | "Of" | "For" | "To" | "In" | "Is" | "Was" | "On" | "With" | "Or" | "Who" | "Said"
    )
}

/// What a word says by itself about being a name.
#[derive(PartialEq)]
pub(super) enum Look {
    /// It is none, as far as is known.
    No,
    /// People are called so, and nothing else is.
    Name,
    /// A sentence may begin with it: "Will", "Hope".
    Word,
    /// It is a place, too: "Georgia".
    Place,
    /// It is a month or the like, too: "June".
    Thing,
    /// It has a capital, and is not known.
    Unknown,
}

/// How the word at `at` looks.
pub(super) fn look(words: &Words, at: usize) -> Look {
    let word = words.word(at);
    if is_shouted(words, at) {
        return Look::Name;
    }
    let given = listed(GIVEN, word);
    if !words.capital(at) {
        // A phone writes names with small letters.
        let sure = given && word.len() > 3 && !listed(PLACES, word) && !is_ordinary(word);
        return if sure { Look::Name } else { Look::No };
    }
    let both = listed(WORDS_TOO, word);
    if !given && !both {
        return if is_unknown(words, at) { Look::Unknown } else { Look::No };
    }
    let (place, thing) = (listed(PLACES, word), is_ordinary(word) || listed(AUTHORS, word));
    let whole = word.chars().nth(1).is_some_and(char::is_lowercase);
    match whole {
        true if thing => Look::Thing,
        true if place => Look::Place,
        true if both => Look::Word,
        true => Look::Name,
        false => Look::No,
    }
}

pub(super) fn is_plural(word: &str) -> bool {
    word.ends_with('s') && !word.ends_with("ss")
}

/// "Sadly", "Saddened", "Seeing": how sentences begin.
pub(super) fn is_adverb(word: &str) -> bool {
    !is_strong(word) && word.len() > 4 && (word.ends_with("ly") || word.ends_with("ed"))
}
