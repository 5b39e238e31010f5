//! Schools, streets and surgeries: places so small that few people go there.
use super::{
    Hit, Kind,
    known::{ORDINARY, PLACES, RELATIONS, listed},
    names,
    words::{Words, number},
};

/// What a school is, at the end of its name.
const SCHOOLS: &str = "\
    academy college infant infants junior juniors kindergarten nursery playgroup preschool primary \
    school secondary";

/// What makes two words a school: "high school", and so on.
const BEFORE_SCHOOL: &str = "grammar high pre sixth";

/// What makes it no school: "Primary Care", "School Nurse".
const NO_SCHOOL: &str = "care carer health need needs nurse nurses nursing of worker workers";

/// What makes two words a surgery: "medical centre", "group practice".
const BEFORE_CENTRE: &str = "dental family gp group health medical";

/// What a street is; and what else can be one, where "in" or a house number says so.
const STREETS: &str = "\
    ave avenue boulevard close cres crescent drive gardens grove lane mews rd road row street \
    terrace";
const MAYBE_STREETS: &str = "\
    bank brow buildings court croft fold garth gate green heights hill house parade park path place \
    rise square st view villas walk way yard";

/// Streets that a person may write with a small letter: "Elm road".
const SMALL_STREETS: &str = "avenue crescent lane road street terrace";

/// Where a street, and little else, follows.
const BEFORE_A_STREET: &str = "along at down from in near of off on to up";

/// What a number or a letter follows in an address.
const FLATS: &str = "apartment apt flat house no number plot room unit";

/// First words of a name that are words of the work as well.
const OWN: &str = "all church holy little new old our sacred saint st";

/// Words inside a name that have no capital: "Our Lady of Lourdes", "St Mary's".
const INSIDE: &str = "and in le of on s the";

/// How many words a name may have.
const LONGEST: usize = 7;

/// The school, street or surgery that begins with the word at `at`.
#[must_use]
pub fn at(words: &Words, at: usize) -> Option<Hit> {
    if words.word(at).starts_with(|c: char| c.is_ascii_digit()) || words.is(at, FLATS) {
        return address(words, at);
    }
    if !begins_a_name(words, at) {
        return None;
    }
    let mut road = None;
    for next in at + 1..at + LONGEST {
        if !follows(words, next) {
            break;
        }
        let small = words.is(next, INSIDE);
        let possessed = words.is(next, "s");
        if !small && !says_nothing(words, at, next) {
            if let Some(hit) = surgery(words, at, next).or_else(|| school(words, at, next)) {
                return Some(hit);
            }
            // "Brook Lane Surgery" is more than its street.
            road = road.or_else(|| street(words, at, next));
        }
        if !(words.capital(next) || possessed || small && words.capital(next + 1)) {
            break;
        }
    }
    road
}

/// Whether the word at `at` can be the first of a place's own name.
fn begins_a_name(words: &Words, at: usize) -> bool {
    let word = words.word(at);
    let known = listed(ORDINARY, word) || names::is_common_form(word);
    let whole = word.chars().nth(1).is_some_and(char::is_lowercase);
    // "on Station Road", but not "on the High Street".
    let road = words.capital(at + 1) && is_road(words, at, at + 1);
    words.capital(at) && whole && (!known || listed(OWN, word) || road)
}

/// Whether a street follows "on" or the like, be its name ever so common: "on Station Road".
fn is_road(words: &Words, first: usize, keyword: usize) -> bool {
    words.is(keyword, STREETS) && words.was(first, 1, BEFORE_A_STREET) && !words.is(first, "high main")
}

/// Whether the word at `at` goes on with the name before it.
fn follows(words: &Words, at: usize) -> bool {
    at < words.len()
        && match words.gap(at) {
            " " | "-" | "\u{a0}" | "' " | "’ " | " & " => true,
            "'" | "’" => words.is(at, "s"),
            ". " => !words.breaks(at),
            _ => false,
        }
}

/// Whether none of the words from `first` up to `keyword` is a name of its own: "The Local Primary".
fn says_nothing(words: &Words, first: usize, keyword: usize) -> bool {
    !is_road(words, first, keyword) && (first..keyword).all(|at| listed(ORDINARY, words.word(at)))
}

/// Whether one person may own what is written small at `at`: "Kelly surgery", "Tyler's nursery".
fn is_somebodys(words: &Words, first: usize, at: usize) -> bool {
    let name = words.word(first);
    let alone =
        at == first + 1 && (names::is_strong(name) || listed(PLACES, name) || names::is_common_form(name));
    !words.capital(at) && (alone || words.is(at - 1, "s"))
}

fn surgery(words: &Words, first: usize, at: usize) -> Option<Hit> {
    let centre =
        words.is(at, BEFORE_CENTRE) && words.joined(at + 1) && words.is(at + 1, "center centre practice");
    let walk_in = words.is(at, "walk") && words.is(at + 1, "in") && words.is(at + 2, "centre");
    if !(centre || walk_in || words.is(at, "clinic surgery")) || is_somebodys(words, first, at) {
        return None;
    }
    let last = at + usize::from(centre) + 2 * usize::from(walk_in);
    let instead = if words.is(at, "clinic") {
        "the clinic"
    } else if words.is(last, "center centre") {
        "the health centre"
    } else {
        "the surgery"
    };
    Some(named(words, Kind::Surgery, first, last, instead))
}

fn school(words: &Words, first: usize, at: usize) -> Option<Hit> {
    let two = words.is(at, BEFORE_SCHOOL) && words.is(at + 1, "form school");
    let high = words.word(at) == "High" && !words.capital(at + 1);
    // A doctor has no school.
    if !(two || high || words.is(at, SCHOOLS))
        || is_somebodys(words, first, at)
        || names::is_title(words.word(first))
    {
        return None;
    }
    // The whole of "Primary and Nursery School".
    let mut last = at + usize::from(two);
    loop {
        let next = last + 1 + usize::from(words.is(last + 1, "and"));
        if !(words.joined(last + 1) && (words.is(next, SCHOOLS) || words.is(next, "form high"))) {
            break;
        }
        last = next;
    }
    if words.joined(last + 1) && words.is(last + 1, NO_SCHOOL) {
        return None;
    }
    let instead = if words.is(at, "kindergarten nursery playgroup pre preschool") {
        "the nursery"
    } else if words.is(at, "college sixth") {
        "the college"
    } else {
        "the school"
    };
    Some(named(words, Kind::School, first, last, instead))
}

fn street(words: &Words, first: usize, at: usize) -> Option<Hit> {
    let small = !words.capital(at);
    let sure = words.is(at, if small { SMALL_STREETS } else { STREETS });
    let goes_on = words.joined(at + 1) && words.capital(at + 1);
    let maybe = !small
        && words.is(at, MAYBE_STREETS)
        && words.was(first, 1, BEFORE_A_STREET)
        && !names::is_strong(words.word(first))
        && !goes_on;
    let owned = small && words.is(at - 1, "s");
    ((sure || maybe) && !owned && !names::is_title(words.word(first)))
        .then(|| named(words, Kind::Street, first, at, "the street"))
}

/// A house number or a flat, with its street: "Flat 3, 22 Elm Road", "14 elm road".
fn address(words: &Words, at: usize) -> Option<Hit> {
    let mut to = at;
    if words.is(at, FLATS) {
        to += 1;
        if !(words.joined(to) && (is_house(words, to) || words.word(to).len() == 1)) {
            return None;
        }
        if words.gap_is(to + 1, ", | ") && is_house(words, to + 1) {
            to += 1;
        }
    } else if !is_house(words, at) {
        return None;
    }
    let first = to + 1;
    let small = !words.capital(first);
    // "2 way street" and "10 minute lane" are no addresses.
    let counted =
        small && (listed(ORDINARY, words.word(first)) || words.is(first, "main mile miles minute minutes"));
    if counted || !words.gap_is(first, " |, ") {
        return None;
    }
    for last in first + 1..first + LONGEST {
        let possessed = words.is(last, "s");
        if !follows(words, last)
            || !(small || possessed || words.capital(last) || words.is(last, SMALL_STREETS))
        {
            return None;
        }
        let street = match words.capital(last) {
            true => words.is(last, STREETS) || words.is(last, MAYBE_STREETS),
            false => words.is(last, SMALL_STREETS),
        };
        if street {
            let range = words.range(at, last);
            return Some(Hit {
                kind: Kind::Street,
                replace: range.clone(),
                range,
                suggestion: "[address]".to_owned(),
            });
        }
    }
    None
}

/// Whether the word at `at` is a house number: "14", "22b".
fn is_house(words: &Words, at: usize) -> bool {
    let word = words.word(at);
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    word.len() <= digits.len() + 1 && digits.len() < 5 && number(digits).is_some_and(|it| it > 0)
}

/// A place by its name, with what may stand instead; a "the" before it goes too.
fn named(words: &Words, kind: Kind, first: usize, last: usize, instead: &str) -> Hit {
    // "King" of "King Marlowe College" is a word of its own, too.
    let whole = |at: usize| {
        words.capital(at)
            && !words.starts(at)
            && listed(ORDINARY, words.word(at))
            && !listed(RELATIONS, words.word(at))
    };
    let first = if first > 0 && words.joined(first) && whole(first - 1) { first - 1 } else { first };
    let the = words.joined(first) && words.was(first, 1, "the");
    let range = words.range(first, last);
    let from = if the { words.start(first - 1) } else { range.start };
    Hit { kind, replace: from..range.end, range, suggestion: instead.to_owned() }
}
