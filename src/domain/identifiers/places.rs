//! Schools, streets and surgeries: places so small that few people go there.
use super::{
    Hit, Kind,
    known::{self, GIVEN, ORDINARY, listed},
    names,
    words::{Words, number},
};

/// What a school is, at the end of its name; "high" and "grammar" only before "school".
const SCHOOLS: &str = "academy college grammar infant infants junior juniors kindergarten nursery playgroup preschool primary school secondary";

/// What makes it no school: "Primary Care", "School Nurse".
const NO_SCHOOL: &str = "care carer health need needs nurse nurses nursing of worker workers";

/// What a street is; and what else can be one, where a house number or "in" says so.
const STREETS: &str =
    "ave avenue boulevard close cres crescent drive gardens grove lane mews rd road row street terrace";
const MAYBE_STREETS: &str = "\
    bank brow buildings court croft fold garth gate gr green heights hill house park parade path place rise square st view \
    villas walk way yard";

/// Streets that a person may write with a small letter: "Elm road".
const SMALL_STREETS: &str = "avenue crescent lane road street terrace";

/// Where a street, and little else, follows.
const BEFORE_A_STREET: &str = "along at down from in near of off on to up";

const FLATS: &str = "apartment apt flat house no number plot room unit";

/// The school, street or surgery that begins with the word at `at`.
#[must_use]
pub fn at(words: &Words, at: usize) -> Option<Hit> {
    if words.word(at).starts_with(|c: char| c.is_ascii_digit()) || words.is(at, FLATS) {
        return address(words, at);
    }
    if !begins_a_name(words, at) {
        return None;
    }
    let mut last = at;
    loop {
        let next = last + 1;
        if !follows(words, next) {
            return None;
        }
        if let Some(hit) =
            surgery(words, at, next).or_else(|| school(words, at, next)).or_else(|| street(words, at, next))
        {
            return Some(hit);
        }
        // "St Peter and St Paul", "Our Lady of Lourdes"
        let links = matches!(words.word(next), "of" | "and" | "the" | "on" | "in" | "le" | "s");
        if !(words.capital(next) || links)
            || next - at > 6
            || (links && words.word(next) != "s" && !words.capital(next + 1))
        {
            return None;
        }
        last = next;
    }
}

/// Whether the word at `at` can be the first of a place's own name.
fn begins_a_name(words: &Words, at: usize) -> bool {
    let word = words.word(at);
    words.capital(at)
        && (matches!(
            word,
            "St" | "Saint" | "Holy" | "Our" | "Little" | "Sacred" | "All" | "Cathedral" | "Church"
        ) || !(listed(ORDINARY, word) || names::is_common_form(word) || names::is_title(word))
            || word == "New"
            || word == "Old")
        && word.chars().nth(1).is_some_and(char::is_lowercase)
}

/// Whether the word at `at` goes on with the name before it.
fn follows(words: &Words, at: usize) -> bool {
    let gap = words.gap(at);
    at < words.len()
        && (matches!(gap, " " | "-" | "\u{a0}" | "' " | "’ " | " & ")
            || (matches!(gap, "'" | "’") && words.word(at) == "s")
            || (gap == ". " && words.word(at - 1) == "St"))
}

/// Whether all of the name's own words, from `first` up to `keyword`, say nothing: "The Local Primary".
fn is_plain(words: &Words, first: usize, keyword: usize) -> bool {
    (first..keyword).all(|at| listed(ORDINARY, words.word(at)))
}

fn pair(words: &Words, at: usize, list: &[(&str, &str)]) -> bool {
    list.iter().any(|(one, two)| {
        words.word(at).eq_ignore_ascii_case(one)
            && words.joined(at + 1)
            && words.word(at + 1).eq_ignore_ascii_case(two)
    })
}

fn surgery(words: &Words, first: usize, at: usize) -> Option<Hit> {
    let two = pair(
        words,
        at,
        &[
            ("medical", "centre"),
            ("medical", "center"),
            ("medical", "practice"),
            ("health", "centre"),
            ("health", "center"),
            ("dental", "practice"),
            ("group", "practice"),
            ("family", "practice"),
            ("gp", "practice"),
        ],
    );
    let one = words.word(at).to_ascii_lowercase();
    if !two && !matches!(one.as_str(), "surgery" | "clinic") || is_plain(words, first, at) {
        return None;
    }
    // "Kelly surgery" is hers, and no name.
    if !words.capital(at)
        && (at == first + 1 && (listed(GIVEN, words.word(first)) || listed(known::PLACES, words.word(first))))
        || words.word(at - 1) == "s" && !words.capital(at)
    {
        return None;
    }
    let instead = match one.as_str() {
        "clinic" => "the clinic",
        "health" => "the health centre",
        _ => "the surgery",
    };
    Some(named(words, Kind::Surgery, first, at + usize::from(two), instead))
}

fn school(words: &Words, first: usize, at: usize) -> Option<Hit> {
    let high =
        pair(words, at, &[("high", "school"), ("grammar", "school"), ("sixth", "form"), ("pre", "school")])
            || words.word(at) == "High" && !words.capital(at + 1);
    if !(high || words.is(at, SCHOOLS)) || is_plain(words, first, at) {
        return None;
    }
    // The whole of "Primary and Nursery School", "Church of England Primary School".
    let mut last = at;
    loop {
        let next = last + 1;
        let and = usize::from(matches!(words.word(next), "and" | "&") && words.joined(next));
        if !(words.joined(next + and) && (words.is(next + and, SCHOOLS) || words.is(next + and, "high form")))
        {
            break;
        }
        last = next + and;
    }
    let small = !words.capital(at);
    let somebody = at == first + 1 && listed(GIVEN, words.word(first));
    let possessed = words.word(at - 1) == "s" && small;
    if words.joined(last + 1) && words.is(last + 1, NO_SCHOOL)
        || small && (somebody || possessed || names::is_common_form(words.word(first)))
    {
        return None;
    }
    let instead = match words.word(at).to_ascii_lowercase().as_str() {
        "nursery" | "preschool" | "playgroup" | "kindergarten" | "pre" => "the nursery",
        "college" | "sixth" => "the college",
        _ => "the school",
    };
    Some(named(words, Kind::School, first, last, instead))
}

fn street(words: &Words, first: usize, at: usize) -> Option<Hit> {
    let small = words.is(at, SMALL_STREETS) && !words.capital(at);
    let sure = small || (words.is(at, STREETS) && words.capital(at));
    let maybe =
        words.is(at, MAYBE_STREETS) && words.capital(at) && listed(BEFORE_A_STREET, words.before(first, 1));
    let somebody = listed(GIVEN, words.word(first));
    if !(sure || maybe && !somebody) || is_plain(words, first, at) || small && words.word(at - 1) == "s" {
        return None;
    }
    // "Grove House School" goes on.
    if maybe && words.joined(at + 1) && words.capital(at + 1) {
        return None;
    }
    Some(named(words, Kind::Street, first, at, "the street"))
}

/// A house number or a flat, with its street: "Flat 3, 22 Elm Road", "14 elm road".
fn address(words: &Words, at: usize) -> Option<Hit> {
    let is_number = |at: usize| {
        let word = words.word(at);
        let digits = word.bytes().take_while(u8::is_ascii_digit).count();
        (1..=4).contains(&digits)
            && (word.len() == digits || word.len() == digits + 1)
            && number(&word[..digits]).is_some_and(|it| it > 0)
    };
    let mut to = at;
    if words.is(at, FLATS) {
        to += 1;
        let code = is_number(to) || words.word(to).len() == 1;
        if !(code && words.joined(to)) {
            return None;
        }
        if matches!(words.gap(to + 1), ", " | " ") && is_number(to + 1) {
            to += 1;
        }
    } else if !is_number(at) {
        return None;
    }
    let first = to + 1;
    if !matches!(words.gap(first), " " | ", ") || first >= words.len() {
        return None;
    }
    let lower = !words.capital(first);
    // "2 way street" and "10 minute lane" are no addresses.
    if lower
        && (listed(ORDINARY, words.word(first))
            || matches!(words.word(first), "minute" | "mile" | "minutes" | "miles" | "main"))
    {
        return None;
    }
    for last in first + 1..first + 5 {
        let near = words.joined(last)
            || (matches!(words.gap(last), "'" | "’") && words.word(last) == "s")
            || matches!(words.gap(last), "-");
        if !near {
            return None;
        }
        let street = if words.capital(last) {
            words.is(last, STREETS) || words.is(last, MAYBE_STREETS)
        } else {
            words.is(last, SMALL_STREETS)
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
        if !lower && !words.capital(last) && words.word(last) != "s" {
            return None;
        }
    }
    None
}

/// A place by its name, with what may stand instead; a "the" before it goes too.
fn named(words: &Words, kind: Kind, first: usize, last: usize, instead: &str) -> Hit {
    let the = words.joined(first) && words.before(first, 1).eq_ignore_ascii_case("the");
    let range = words.range(first, last);
    let from = if the { words.start(first - 1) } else { range.start };
    Hit { kind, replace: from..range.end, range, suggestion: instead.to_owned() }
}
