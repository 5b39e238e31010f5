//! Days that can be found in a calendar: a day and a month, with or without a year. A month or a year alone
//! is left.
use super::{
    Hit, Kind,
    known::listed,
    names,
    words::{Words, figure, number},
};
use crate::domain::time::MONTHS;
use std::ops::Range;

/// Days of a month in words, the first at 1.
pub(super) const NTH: [&str; 20] = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
];

const WEEKDAYS: &str = "\
    fri friday mon monday sat saturday sun sunday thu thur thurs thursday tue tues tuesday wed \
    wednesday weds";

/// After these a month reads well by itself: "since March 2024".
const GOES_BEFORE_A_MONTH: &str = "\
    after and before between by dated during early for from in last late next of or since the this \
    through till to until";

/// What a number stands for, when a month's name after it is none: "section 17 May".
const COUNTED: &str = "\
    appendix chapter child form level number page paragraph part section standard step table unit \
    year";

/// A day in a text.
struct Day {
    range: Range<usize>,
    first: usize,
    last: usize,
    month: usize,
    year: Option<u32>,
}

/// The date that begins with the word at `at`.
#[must_use]
pub fn at(words: &Words, at: usize) -> Option<Hit> {
    let day = numeric(words, at).or_else(|| day_and_month(words, at)).or_else(|| month_and_day(words, at))?;
    Some(if is_birth(words, &day) { birth(words, day) } else { meeting(words, day) })
}

/// The number of a month, from 0, by its name or its short form.
fn month(word: &str) -> Option<usize> {
    let short = word.len() >= 3 && word.is_ascii();
    let same = |name: &str| {
        name.eq_ignore_ascii_case(word)
            || (matches!(word.len(), 3 | 4)
                && name.get(..word.len()).is_some_and(|it| it.eq_ignore_ascii_case(word)))
    };
    short.then(|| MONTHS.iter().position(|name| same(name))).flatten()
}

/// A day of a month: `3`, `03`, `3rd`, and whether it can be nothing else.
fn day(word: &str) -> Option<(u32, bool)> {
    let (count, ending) = figure(word)?;
    let nth = listed("nd rd st th", ending);
    let fits = word.len() - ending.len() <= 2 && (1..=31).contains(&count) && (nth || ending.is_empty());
    fits.then_some((count, nth))
}

/// A year of this time: `2024`, `24`, or `'24`.
fn year(word: &str) -> Option<u32> {
    let count = number(word)?;
    match word.len() {
        4 if (1900..2100).contains(&count) => Some(count),
        2 => Some(if count < 50 { 2000 + count } else { 1900 + count }),
        _ => None,
    }
}

/// `12/03/2024`, `12-3-24`, `12.3.24`, `2024-03-12`, and `12/3` where "on" stands before it.
fn numeric(words: &Words, at: usize) -> Option<Day> {
    let parts = [words.word(at), words.word(at + 1), words.word(at + 2)];
    let between = words.gap(at + 1);
    if !matches!(between, "/" | "-" | "." | "\\" | " / ") || (at > 0 && words.gap_is(at, "/|-|.")) {
        return None;
    }
    let [first, second, third] = parts.map(number);
    let month = |count: u32| (1..=12).contains(&count).then(|| count as usize - 1);
    let whole = words.gap(at + 2) == between;
    if whole && parts[0].len() == 4 && parts[1].len() <= 2 && parts[2].len() <= 2 {
        let (year, month) = (year(parts[0])?, month(second?)?);
        let fits = (1..=31).contains(&third?);
        return fits.then(|| Day {
            range: words.range(at, at + 2),
            first: at,
            last: at + 2,
            month,
            year: Some(year),
        });
    }
    let (count, _) = day(parts[0])?;
    let (Some(_), Some(second)) = (first, second) else { return None };
    if whole && parts[1].len() <= 2 && third.is_some() {
        // Paragraph 3.1.12 is no day.
        if between == "." && (words.was(at, 1, COUNTED) || words.was(at, 1, "para v")) {
            return None;
        }
        let year = year(parts[2])?;
        // Some write the month first.
        let month = month(second).or_else(|| month(count).filter(|_| second <= 31))?;
        return Some(Day {
            range: words.range(at, at + 2),
            first: at,
            last: at + 2,
            month,
            year: Some(year),
        });
    }
    let dated = words.was(at, 1, "born dated dob on since") || is_weekday(words, at);
    let all_day = count == 24 && second == 7;
    let alone = between == "/" && !words.gap_is(at + 2, "/|-") && !words.is(at + 2, "days months of weeks");
    let month = month(second).filter(|_| dated && alone && !all_day)?;
    Some(Day { range: words.range(at, at + 1), first: at, last: at + 1, month, year: None })
}

fn is_weekday(words: &Words, at: usize) -> bool {
    words.was(at, 1, WEEKDAYS)
}

/// `12 March`, `12th of March 2024`, `the first of May`, `12-14 March`.
fn day_and_month(words: &Words, at: usize) -> Option<Day> {
    let written = NTH.iter().any(|it| it.eq_ignore_ascii_case(words.word(at)));
    let (_, nth) = if written { (0, true) } else { day(words.word(at))? };
    if words.was(at, 1, COUNTED) || words.gap_ends(at, "£/") {
        return None;
    }
    let mut to = at + 1;
    // "12 and 14 March" is two days of one month.
    let paired = words.gap_is(to, "-|–| - | – |/|, ");
    let linked = words.is(to, "and or to");
    if paired && day(words.word(to)).is_some() {
        to += 1;
    } else if linked && day(words.word(to + 1)).is_some() {
        to += 2;
    }
    let of = words.is(to, "of");
    to += usize::from(of);
    let near = to < words.len() && words.gap_is(to, " |-|/|.|\u{a0}|, |");
    let found = month(words.word(to)).filter(|_| near && (of || !written))?;
    let mut last = to;
    let mut range = words.range(at, to);
    let spaced = words.gap_is(to + 1, " |-|/|, |.| '| ’|\u{a0}");
    let next = words.word(to + 1);
    let year = year(next).filter(|_| spaced && (next.len() == 4 || words.gap(to + 1) != ", "));
    if year.is_some() {
        last = to + 1;
        range.end = words.end(last);
    }
    // "12 may" and "3 march" are also what somebody may do.
    let doubtful = !words.capital(to) && words.is(to, "mar march may");
    (!doubtful || nth || of || year.is_some()).then_some(Day { range, first: at, last, month: found, year })
}

/// `March 12th`, `March 12, 2024`.
fn month_and_day(words: &Words, at: usize) -> Option<Day> {
    let month = month(words.word(at)).filter(|_| words.capital(at))?;
    let (_, nth) = day(words.word(at + 1)).filter(|_| words.gap_is(at + 1, " | the "))?;
    let year =
        year(words.word(at + 2)).filter(|_| words.gap_is(at + 2, ", | ") && words.word(at + 2).len() == 4);
    let ends = words.breaks(at + 2) || words.gap_begins(at + 2, ",);:");
    let last = at + 1 + usize::from(year.is_some());
    (nth || year.is_some() || ends).then(|| Day {
        range: words.range(at, last),
        first: at,
        last,
        month,
        year,
    })
}

/// Whether the words near by say that somebody was born then.
fn is_birth(words: &Words, day: &Day) -> bool {
    for back in 1..=12 {
        let at = day.first.wrapping_sub(back);
        if at >= day.first || words.breaks(at + 1) && !words.is(at, "b") {
            break;
        }
        let near = back <= 6 && is_born(words, at);
        // "DOB 17/06/2012 on one form and 17/08/2012 on the other"
        if near || words.is(at, "dob") || (words.is(at, "b") && words.is(at.wrapping_sub(1), "o")) {
            return true;
        }
    }
    // "Kelly (11/12/2014)"
    let aside = day.year.is_some() && words.gap_is(day.first, " (") && day.first > 0;
    (aside && names::may_be_name(words, day.first - 1))
        || (day.last + 1..=day.last + 5)
            .take_while(|at| !words.breaks(*at))
            .any(|at| words.is(at, "birthday born dob"))
}

/// Whether the word at `at` is about being born.
fn is_born(words: &Words, at: usize) -> bool {
    let birth = words.is(at, "birth") && (words.was(at, 1, "of") || words.is(at + 1, "date on"));
    birth
        || words.is(at, "birthdate birthday birthdays born dob")
        || (words.is(at, "b") && words.gap_is(at + 1, "."))
}

/// Where the date begins, with the "the" of "the 12th of March" and "the 12th March." but not of "the 12 March visit".
fn without_the(words: &Words, day: &Day, first: usize) -> usize {
    let of = (day.first..day.last).any(|at| words.is(at, "of"));
    let next = day.last + 1;
    let ends = words.breaks(next)
        || !words.joined(next)
        || words.is(next, "and at because but for is or that to was when");
    let the = words.was(first, 1, "the") && words.joined(first);
    if the && (of || ends) { first - 1 } else { first }
}

/// A date of birth becomes about a year.
fn birth(words: &Words, day: Day) -> Hit {
    let first = without_the(words, &day, day.first);
    let on = words.was(first, 1, "on");
    let born = on || words.was(first, 1, "born");
    let from = words.start(if on { first - 1 } else { first });
    let suggestion = match day.year {
        Some(year) if born => format!("in about {year}"),
        Some(year) => format!("about {year}"),
        None => format!("in {}", MONTHS[day.month]),
    };
    Hit { kind: Kind::BirthDate, replace: from..day.range.end, range: day.range, suggestion }
}

/// Any other day becomes its month: "on Tuesday 12 March 2024" is "in March 2024".
fn meeting(words: &Words, day: Day) -> Hit {
    let shown = if is_weekday(words, day.first) { day.first - 1 } else { day.first };
    let first = without_the(words, &day, shown);
    let month = match day.year {
        Some(year) => format!("{} {year}", MONTHS[day.month]),
        None => MONTHS[day.month].to_owned(),
    };
    let before = words.before(first, 1);
    let on = before.eq_ignore_ascii_case("on");
    let alone = before.is_empty() || listed(GOES_BEFORE_A_MONTH, before) || !words.joined(first);
    let suggestion = if on || !alone { format!("in {month}") } else { month };
    let from = words.start(if on { first - 1 } else { first });
    let range = words.start(shown)..day.range.end;
    Hit { kind: Kind::Date, replace: from..range.end, range, suggestion }
}
