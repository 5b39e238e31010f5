//! Names of people: by title, by whom they are to somebody, by a capital where no sentence begins, by
//! initials.
mod look;
mod others;
mod told;

pub use look::{is_common_form, is_strong, is_title};
pub use told::{CHILD, SOMEBODY, told};

use super::{
    Hit,
    known::{ABBREVIATIONS, AUTHORS, GIVEN, ORDINARY, PLACES, RELATIONS, VERBS, WORDS_TOO, listed},
    words::Words,
};
use look::{Look, is_adverb, is_function, is_ordinary, is_plural, is_shouted, look};
use others::{ends_a_title, has_article, is_heading, is_nobody_else, is_of_a_work, is_organisation};

/// Where a place follows: "from Jordan".
const BEFORE_A_PLACE: &str = "across around at from in into near of outside over through to via";

/// Names that are found in the middle of a sentence as feelings, too: only what somebody does makes them
/// people.
const FEELINGS: &str = "chance charity faith grace harmony hope joy mercy patience";

/// Titles that nothing but a name follows.
const PLAIN_TITLES: &str = "cllr dr miss mr mrs ms mx pc pcso prof sgt";

/// What stands between the parts of one name.
const PARTICLES: &str = "al bin da de del der dos ibn la le van von";

/// The name that begins with the word at `at`.
#[must_use]
pub fn at(words: &Words, at: usize) -> Option<Hit> {
    let last = titled(words, at)
        .or_else(|| initials(words, at))
        .or_else(|| of_a_relation(words, at))
        .or_else(|| by_capital(words, at))?;
    Some(told(words, at, last))
}

/// Whether the word at `at` looks like a name by itself, wherever it stands.
#[must_use]
pub fn may_be_name(words: &Words, at: usize) -> bool {
    look(words, at) != Look::No
        || initials(words, at.saturating_sub(1)).is_some_and(|last| last == at)
        || initials(words, at).is_some()
}

/// Whether the word at `at` can go on a name begun before it.
fn goes_on(words: &Words, at: usize) -> bool {
    let word = words.word(at);
    let whole = word.chars().nth(1).is_some_and(char::is_lowercase);
    // "Pickering" ends like a thing: after a given name it is none.
    let thing =
        if at > 0 && is_strong(words.word(at - 1)) { listed(ORDINARY, word) } else { is_ordinary(word) };
    words.capital(at) && (whole && !thing || is_shouted(words, at))
}

/// The last word of the name that begins at `first`: forenames, surnames, hyphens, O'Neill, al-Amin.
fn name_end(words: &Words, first: usize) -> usize {
    let mut last = first;
    loop {
        let next = last + 1;
        let gap = words.gap(next);
        let hyphened = matches!(gap, "-" | "‑") && words.capital(next);
        let letter = words.word(last).chars().count() == 1;
        let celtic = matches!(gap, "'" | "’") && letter && words.capital(next);
        let initial = letter && gap == ". " && goes_on(words, next);
        let particle = words.joined(next)
            && listed(PARTICLES, words.word(next))
            && words.capital(next + 1)
            && words.gap_is(next + 1, " |-");
        let celtic_next = words.joined(next)
            && matches!(words.word(next), "O" | "D")
            && words.gap_is(next + 1, "'|’")
            && words.capital(next + 1);
        // "Anna K." and "Anna K"
        let short = words.joined(next)
            && words.word(next).len() == 1
            && words.capital(next)
            && words.word(next) != "I"
            && !letter;
        if next >= words.len() || next - first > 5 || words.breaks(next) && !initial {
            return last;
        }
        if particle {
            last = next + 1;
        } else if hyphened
            || celtic
            || initial
            || celtic_next
            || short
            || (words.joined(next) && goes_on(words, next) && !words.starts(next))
        {
            last = next;
        } else {
            return last;
        }
    }
}

/// "Mrs Ahmed", "Dr. Patel", "PC Dunmore", "Mr K", and "mrs ahmed" as a phone writes it.
fn titled(words: &Words, at: usize) -> Option<usize> {
    let (title, next) = (words.word(at), at + 1);
    let near = words.joined(next) || words.gap_is(next, ". |.");
    if !is_title(title) || !near || next >= words.len() || words.breaks(next) {
        return None;
    }
    let name = words.word(next);
    if !words.capital(at) {
        let short = matches!(title, "mr" | "mrs" | "ms" | "dr");
        let named = words.capital(next) || !(is_ordinary(name) || listed(VERBS, name) || name.len() < 3);
        return (short && named).then(|| if words.capital(next) { name_end(words, next) } else { next });
    }
    if title.len() == 2 && title.chars().all(char::is_uppercase) && matches!(title, "DA" | "DR") {
        return None;
    }
    let plain = listed(PLAIN_TITLES, title);
    let initial = name.len() == 1 && plain;
    let whole =
        name.chars().nth(1).is_some_and(char::is_lowercase) && !listed(RELATIONS, name) && !is_title(name);
    let author = listed(AUTHORS, name)
        && matches!(title, "Professor" | "Prof" | "Lord" | "Baroness" | "Sir" | "Dame" | "Lady");
    let known = if plain { is_function(name) } else { is_ordinary(name) || listed(PLACES, name) };
    // Two titles: "Dr Prof".
    (words.capital(next) && (initial || whole && !known && !author)).then(|| name_end(words, next))
}

/// "KB", "J.S.", "J. Smith".
fn initials(words: &Words, at: usize) -> Option<usize> {
    let word = words.word(at);
    let next = words.word(at + 1);
    let capital = |word: &str| word.len() == 1 && word.starts_with(|c: char| c.is_ascii_uppercase());
    if word.len() == 2 && word.bytes().all(|byte| byte.is_ascii_uppercase()) {
        let shout = |at: usize| {
            words.word(at).len() > 2 && words.word(at).bytes().all(|byte| byte.is_ascii_uppercase())
        };
        let part = words.gap_is(at + 1, "/|-|&|+") && at + 1 < words.len()
            || (at > 0 && words.gap_is(at, "/|-|&|."));
        let numbered =
            words.joined(at + 1) && next.starts_with(|c: char| c.is_ascii_digit()) && !words.capital(at + 1);
        let after_number = words.before(at, 1).starts_with(|c: char| c.is_ascii_digit());
        let shouted = shout(at + 1) && (at == 0 || shout(at - 1));
        return (!part && !numbered && !after_number && !shouted && !listed(ABBREVIATIONS, word))
            .then_some(at);
    }
    if !capital(word) || words.is_code(at) {
        return None;
    }
    if capital(next) && words.gap_is(at + 1, ".|. ") {
        let third = capital(words.word(at + 2)) && words.gap(at + 2) == words.gap(at + 1);
        let last = at + 1 + usize::from(third);
        let country = matches!((word, next), ("U", "K" | "S" | "N") | ("E", "U") | ("Q", "A") | ("D", "O"));
        return (!country).then(|| {
            if words.gap_is(last + 1, ". ") && goes_on(words, last + 1) && words.gap_is(at + 1, ". ") {
                name_end(words, last)
            } else {
                last
            }
        });
    }
    let surname = goes_on(words, at + 1) && !words.breaks(at + 1);
    let stop = words.gap_is(at + 1, ". ") || words.gap_is(at + 1, ".");
    let spaced = words.joined(at + 1) && !matches!(word, "A" | "I");
    let celtic = matches!(word, "O" | "D") && words.gap_is(at + 1, "'|’");
    (surname && (stop || spaced || celtic) && is_nobody_else(words, at + 1)).then(|| name_end(words, at))
}

/// "mum Kelly", "her son, Tyler,", "a boy called Jay", "partner (Lee)": even where the name is a word too.
fn of_a_relation(words: &Words, at: usize) -> Option<usize> {
    let word = words.word(at);
    if at == 0 || words.breaks(at) || word.chars().count() < 2 {
        return None;
    }
    let called = words.is(at - 1, "called named") && words.joined(at);
    let related = words.is(at - 1, RELATIONS) && words.gap_is(at, " |, | (| - | – ");
    if !(called || related) {
        return None;
    }
    if !words.capital(at) {
        let joined = words.joined(at) && (related || called);
        return (joined && is_strong(word) && !listed(WORDS_TOO, word)).then_some(at);
    }
    let whole = word.chars().nth(1).is_some_and(char::is_lowercase) || is_shouted(words, at);
    let weekday = word.to_ascii_lowercase().ends_with("day");
    let doubtful = is_ordinary(word) || listed(PLACES, word) || listed(AUTHORS, word);
    let named = if doubtful { is_strong(word) && !weekday && (words.joined(at) || called) } else { true };
    let work = is_of_a_work(words, at) || is_organisation(words, at);
    (whole && named && !work).then(|| name_end(words, at))
}

/// A capital where no sentence begins; or, where one does, a name with something that says so.
fn by_capital(words: &Words, at: usize) -> Option<usize> {
    let look = look(words, at);
    if look == Look::No || is_of_a_work(words, at) || has_article(words, at) {
        return None;
    }
    let starts = words.starts(at);
    let after_place = || words.was(at, 1, BEFORE_A_PLACE);
    let named = match look {
        Look::No => false,
        Look::Name => true,
        Look::Word => !(starts || ends_a_title(words, at)) || acts(words, at) || is_like_a_person(words, at),
        Look::Place => !(starts || after_place()) || acts(words, at),
        Look::Thing => acts(words, at),
        Look::Unknown if starts => acts(words, at) && !is_plural(words.word(at)),
        // A prison has a name; those in it are many.
        Look::Unknown => {
            !is_organisation(words, at) && !is_heading(words, at) && !words.was(at, 1, "hmp yoi")
        }
    };
    named.then(|| if words.capital(at) { name_end(words, at) } else { at })
}

/// "Mark was", and "Hope is in her fourth placement": where a feeling begins a sentence, there is a person if
/// "her" or the like follows.
fn is_like_a_person(words: &Words, at: usize) -> bool {
    words.joined(at + 1)
        && words.is(at + 1, "had has is was")
        && (!listed(FEELINGS, words.word(at))
            || (2..7).any(|next| words.is(at + next, "he her herself him himself his she")))
}

/// Words between a person and what the person does.
const MEANWHILE: &str = "again also always eventually finally had has just never often still then";

/// Whether what follows the word at `at` is what people do or have: "Zofia said", "Zofia's mum", "Zofia (7)".
fn acts(words: &Words, at: usize) -> bool {
    let next = name_end(words, at) + 1;
    if words.breaks(next) || is_adverb(words.word(at)) {
        return false;
    }
    let ordinary = is_ordinary(words.word(at));
    if words.gap_is(next, "'|’") {
        let own = words.is(next + 1, RELATIONS) || words.capital(next + 1) == ordinary;
        return words.is(next, "s") && own;
    }
    let mut verb = next;
    while words.is(verb, MEANWHILE) && words.joined(verb) {
        verb += 1;
    }
    if words.joined(next) && words.is(verb, VERBS) {
        return true;
    }
    // "Zofia (7)", "Zofia, who", "Zofia, Ewa and", "Zofia and her sister"
    let comma = words.gap_is(next, ", ");
    let and = words.is(next, "and");
    let after = next + usize::from(and);
    let year = words.word(next).len() == 4;
    let counted = (comma || words.gap_is(next, " ("))
        && words.word(next).starts_with(|c: char| c.is_ascii_digit())
        && !year;
    let told = comma && words.is(next, "aged who");
    let family = and && words.is(after, "her his their");
    let other = (comma || and) && words.capital(after) && listed(GIVEN, words.word(after));
    let surname = next > at + 1 && is_nobody_else(words, at + 1);
    !ordinary && (counted || told || family || other || surname)
}
