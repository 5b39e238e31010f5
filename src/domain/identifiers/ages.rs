//! Exact ages. Lengths of time, levels, sections and counts are numbers too, and are left.
use super::{
    Hit, Kind,
    bands::{band, band_before},
    dates::NTH,
    known::{RELATIONS, listed},
    names,
    words::{Words, figure, number},
};
use std::ops::Range;

const ONES: [&str; 20] = [
    "nought",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/// What may stand between "is" and an age: "is only 7".
const NEARLY: &str = "\
    about almost already approximately around barely exactly just nearly now only roughly still then";

/// What goes on after an age, so that the number before it counts nothing: "was 7 and".
const GOES_ON: &str = "\
    although and at because but by can could does even had has he her his i in is it just last must \
    next now on or she should since so than that the their then they this though today we when which \
    while who with would yesterday yet";

/// What is old without being a person.
const THINGS: &str = "\
    assessment building car case chronology document file form house letter note photo plan policy \
    record referral report";

/// More than one person of an age, or the age of a rule, and no one's.
const RULES: &str = "\
    above aged at below between beyond by over reach reaches retirement school till under until";

/// Words that one person is called by.
const ONE_PERSON: &str = "\
    baby boy brother child cousin dad daughter eldest father female girl granddaughter grandson \
    infant kid lad lass male man mother mum nephew niece oldest person pupil sibling sister son student \
    teenager toddler woman youngest youngster youth";

const PRONOUNS: &str = "both he she they who";

/// An age in months, and the words that tell it.
struct Age {
    months: u32,
    first: usize,
    last: usize,
}

/// How an age stands in its sentence, which decides what can stand there instead.
#[derive(Clone, Copy, PartialEq)]
enum Stands {
    /// "is 7", "aged 7", "(7)".
    After,
    /// "a 7-year-old", "a 7-year-old boy".
    Before,
    /// "at the age of 7".
    At,
    /// "turned 7", "her 7th birthday".
    Birthday,
}

/// The age that begins with the word at `at`.
#[must_use]
pub fn at(words: &Words, at: usize) -> Option<Hit> {
    if words.is(at, "age aged ages") {
        return after_aged(words, at);
    }
    birthday(words, at).or_else(|| years_old(words, at)).or_else(|| of_a_person(words, at))
}

/// A number in digits or words at `at`, in twelfths, and the place after it. Halves count: "two and a half".
fn count(words: &Words, at: usize) -> Option<(u32, usize)> {
    let word = words.word(at);
    let small = |word: &str| ONES.iter().position(|it| it.eq_ignore_ascii_case(word));
    let (whole, mut next) = if let Some(count) = number(word) {
        (count, at + 1)
    } else if let Some(count) = small(word) {
        (u32::try_from(count).ok()?, at + 1)
    } else {
        let tens = TENS.iter().position(|it| it.eq_ignore_ascii_case(word))?;
        let ones = small(words.word(at + 1)).filter(|it| (1..10).contains(it) && words.gap_is(at + 1, "-| "));
        (u32::try_from(20 + tens * 10 + ones.unwrap_or(0)).ok()?, at + 1 + usize::from(ones.is_some()))
    };
    let mut twelfths = whole.checked_mul(12).filter(|_| whole < 110)?;
    let half = ["and", "a", "half"]
        .iter()
        .enumerate()
        .all(|(ahead, it)| words.word(next + ahead).eq_ignore_ascii_case(it));
    if half {
        (twelfths, next) = (twelfths + 6, next + 3);
    } else if words.gap_is(next, ".") && number(words.word(next)).is_some() {
        next += 1;
    }
    Some((twelfths, next))
}

/// How many twelfths of a month a unit has, if `word` is one.
fn unit(word: &str) -> Option<u32> {
    match word.to_ascii_lowercase().as_str() {
        "year" | "years" | "yr" | "yrs" | "y" => Some(144),
        "month" | "months" | "mth" | "mths" | "mo" | "mos" => Some(12),
        "week" | "weeks" | "wk" | "wks" => Some(3),
        "day" | "days" | "hour" | "hours" => Some(0),
        _ => None,
    }
}

/// A number and its unit at `at`, in months, and the place after them: "14 months", "2 years 3 months",
/// "14m".
fn length(words: &Words, at: usize) -> Option<(u32, usize)> {
    if let Some((count, ending)) = figure(words.word(at)).filter(|(_, ending)| !ending.is_empty()) {
        let each = unit(ending).or_else(|| ending.eq_ignore_ascii_case("m").then_some(12))?;
        return (count < 110).then_some((count * each / 12, at + 1));
    }
    let (twelfths, mut next) = count(words, at)?;
    let near = |at: usize| words.gap_is(at, " |-|‑|–|\u{a0}");
    let each = unit(words.word(next)).filter(|_| near(next))?;
    let mut months = twelfths * each / 144;
    next += 1;
    // "2 years and 3 months"
    let and = usize::from(words.is(next, "and"));
    if each == 144
        && let Some((more, after)) = count(words, next + and)
        && unit(words.word(after)).is_some_and(|it| it < 144)
        && near(after)
    {
        (months, next) = (months + more / 12, after + 1);
    }
    Some((months, next))
}

/// "7 years old", "a 7-year-old", "7yo", "7 y/o", "two years of age", "7 or 8 years old".
fn years_old(words: &Words, at: usize) -> Option<Hit> {
    let short =
        figure(words.word(at)).filter(|(years, ending)| *years < 110 && ending.eq_ignore_ascii_case("yo"));
    let apart = count(words, at).and_then(|(twelfths, next)| {
        let slashed = words.is(next, "y") && words.gap_is(next + 1, "/|.") && words.is(next + 1, "o");
        (slashed || words.is(next, "yo")).then(|| (twelfths, next + usize::from(slashed)))
    });
    if let Some((months, last)) = short.map(|(years, _)| (years * 12, at)).or(apart) {
        return Some(told(words, Age { months, first: at, last }, Stands::Before));
    }
    // "7 or 8 years old", "7- and 9-year-old"
    let from = count(words, at).and_then(|(_, next)| {
        let linked = words.is(next, "and or to") && length(words, next + 1).is_some();
        let dashed = words.gap_is(next, "-|–|/") && count(words, next).is_some();
        if linked { Some(next + 1) } else { dashed.then_some(next) }
    });
    let (months, next) = length(words, from.unwrap_or(at))?;
    let hyphened = words.gap_is(next, "-| -|- ");
    let old = words.is(next, "old");
    let of_age = words.is(next, "of") && words.is(next + 1, "age");
    if !(old || of_age) || words.is(next + 1, THINGS) {
        return None;
    }
    let before = !of_age && (hyphened || is_article(words, at) || words.is(next - 1, "month week year"));
    let last = next + usize::from(of_age);
    Some(told(words, Age { months, first: at, last }, if before { Stands::Before } else { Stands::After }))
}

fn is_article(words: &Words, at: usize) -> bool {
    at > 0 && words.joined(at) && listed("a an", words.word(at - 1))
}

/// "aged 7", "age 7", "at the age of 7", "aged 2, 4 and 7".
fn after_aged(words: &Words, at: usize) -> Option<Hit> {
    let mut to = at + 1;
    while words.is(to, NEARLY) || words.is(to, "of") {
        to += 1;
    }
    if to >= words.len() || !words.gap_is(to, " |: | : |:|-|, | - ") || words.breaks(to) {
        return None;
    }
    let (months, mut next) = match length(words, to) {
        Some(found) => found,
        None => count(words, to)?,
    };
    let mut last = next - 1;
    let alone = last;
    // Further ages of the same list.
    loop {
        let linked = usize::from(words.is(next, "and"));
        let listed = linked > 0 || words.gap_is(next, ", ") || words.gap_is(next, " & ");
        let Some((_, after)) =
            length(words, next + linked).or_else(|| count(words, next + linked)).filter(|_| listed)
        else {
            break;
        };
        (next, last) = (after, after - 1);
    }
    let of = words.is(at + 1, "of") || words.is(at, "age");
    let back = if words.is(at.wrapping_sub(1), "the") { 2 } else { 1 };
    let before = words.before(at, back);
    let own = words.is(next, "he her his she they");
    let ruled = of && !before.eq_ignore_ascii_case("at") && listed(RULES, before) && !own;
    let upwards =
        (words.is(next, "and or")) && words.is(next + 1, "above below older over under up upwards younger");
    let span = (words.gap_is(next, "-|–| - | – ") || words.is(next, "to")) && count(words, next).is_some()
        || (words.is(next, "to") && count(words, next + 1).is_some())
        || words.gap_begins(next, "+%");
    if ruled || upwards || span {
        return None;
    }
    let age = Age { months, first: at, last };
    let stands = if of && words.was(at, back, "at") { Stands::At } else { Stands::After };
    let mut hit = told(words, age, stands);
    if last > alone {
        "of different ages".clone_into(&mut hit.suggestion);
    }
    Some(hit)
}

/// "her 7th birthday": a date, all but the year. The eighteenth and others that the law knows are left.
fn birthday(words: &Words, at: usize) -> Option<Hit> {
    let word = words.word(at);
    let written = NTH[..15]
        .iter()
        .position(|it| it.eq_ignore_ascii_case(word))
        .and_then(|it| u32::try_from(it + 1).ok());
    let figure = figure(word).filter(|(_, ending)| ending.len() == 2).map(|(years, _)| years);
    let years = written.or(figure).filter(|it| (1..=15).contains(it))?;
    let whose = words.was(at, 1, "her his my s their");
    (whose && words.is(at + 1, "birthday"))
        .then(|| told(words, Age { months: years * 12, first: at, last: at + 1 }, Stands::Birthday))
}

/// "she is 7", "Kelly (7)", "a girl of seven", "has just turned 5".
fn of_a_person(words: &Words, at: usize) -> Option<Hit> {
    let long = length(words, at);
    let (months, next) = match long {
        Some(found) => found,
        None => count(words, at)?,
    };
    if at == 0 || words.breaks(at) {
        return None;
    }
    // "7 and 9", in brackets or after "are".
    let second = usize::from(words.is(next, "and or"));
    let more = (second > 0 || words.gap_is(next, ", "))
        .then(|| length(words, next + second).or_else(|| count(words, next + second)))
        .flatten()
        .map(|(_, after)| after)
        .filter(|after| words.gap_begins(*after, ").,") || words.breaks(*after));
    let end = more.unwrap_or(next);
    let age = Age { months, first: at, last: end - 1 };
    let stop = end >= words.len()
        || words.breaks(end)
        || words.gap_begins(end, ",;):.\"”")
        || words.gap_is(end, " - | – | — | (");
    if !(stop || words.gap_begins(end, " '")) || words.gap_is(end, " %") {
        return None;
    }
    // In brackets, or between commas, after somebody.
    let aside = (words.gap_is(at, " (") && words.gap_begins(end, ")"))
        || (words.gap_is(at, ", ") && (words.gap_begins(end, ",.);") || words.breaks(end)));
    let goes_on = stop || words.is(end, GOES_ON);
    let turned = words.is(at - 1, "turned turning turns") && words.joined(at);
    // "Turning 18" is of everyone.
    let own = !words.is(at - 1, "turning") || words.is(at.wrapping_sub(2), "are is m re s was were");
    if turned && own && goes_on && long.is_none() {
        return Some(
            told(words, Age { first: at - 1, ..age }, Stands::Birthday).shown(words.range(at, end - 1)),
        );
    }
    if aside && is_somebody(words, at - 1) {
        return Some(told(words, age, Stands::After));
    }
    if !goes_on {
        return None;
    }
    // "a girl of seven"
    if words.was(at, 1, "of")
        && words.is(at.wrapping_sub(2), ONE_PERSON)
        && !words.is(at.wrapping_sub(2), "person")
    {
        return Some(
            told(words, Age { first: at - 1, ..age }, Stands::After).shown(words.range(at, end - 1)),
        );
    }
    // "at 17 she"
    if words.is(at - 1, "at") && words.joined(at) && words.is(end, "he she") {
        return Some(told(words, Age { first: at - 1, ..age }, Stands::At).shown(words.range(at, end - 1)));
    }
    let mut verb = at - 1;
    while verb > 0 && words.is(verb, NEARLY) {
        verb -= 1;
    }
    let now = verb < at - 1 && words.gap_is(verb + 1, ", ") && stop;
    if now && is_somebody(words, verb) {
        return Some(told(words, age, Stands::After));
    }
    // "until the child is 18" is the law's age, and no one's.
    if (1..=4).any(|back| words.was(verb, back, "if once till unless until")) {
        return None;
    }
    let is = words.is(verb, "are be is m re s was were") && !words.breaks(verb);
    let one = words.is(at, "one") && !stop;
    let mut who = verb.checked_sub(1)?;
    while who > 0 && words.is(who, "also both is only that then was") {
        who -= 1;
    }
    let they = words.is(verb, "are were") && more.is_none() && long.is_none() && !stop;
    let somebody = is_somebody(words, who) || words.is(who, PRONOUNS);
    (is && somebody && !one && !they).then(|| told(words, age, Stands::After))
}

/// Whether the word at `at` is somebody: a relation, a role, a code name or a name.
fn is_somebody(words: &Words, at: usize) -> bool {
    words.is(at, RELATIONS) || words.is(at, ONE_PERSON) || words.is_code(at) || names::may_be_name(words, at)
}

/// What may stand instead: a band, in the form that its place asks for.
fn told(words: &Words, age: Age, stands: Stands) -> Hit {
    let range = words.range(age.first, age.last);
    let mut replace = range.clone();
    let after = band(age.months).replace("their", whose(words, age.first));
    let suggestion = match stands {
        Stands::After => after,
        Stands::At => {
            // "at" is the word before, the one before "the", or the first.
            let back = match words.word(age.first.saturating_sub(1)) {
                _ if words.is(age.first, "at") => 0,
                "the" => 2,
                _ => 1,
            };
            replace.start = words.start(age.first.saturating_sub(back));
            format!("when {after}")
        }
        Stands::Birthday => match words.word(age.first).to_ascii_lowercase().as_str() {
            "turned" => "had a birthday".to_owned(),
            "turns" => "has a birthday".to_owned(),
            "turning" => "having a birthday".to_owned(),
            _ => "birthday".to_owned(),
        },
        Stands::Before => {
            let noun = !words.joined(age.last + 1)
                || words.is(age.last + 1, GOES_ON)
                || !is_thing_called(words, age.last + 1);
            let mut band = band_before(age.months, noun);
            if is_article(words, age.first) {
                replace.start = words.start(age.first - 1);
                let article = if band.starts_with(['a', 'o']) { "an" } else { "a" };
                band = format!("{article} {band}");
            }
            band
        }
    };
    Hit { kind: Kind::Age, range, replace, suggestion }
}

/// "his", "her" or "their", as the words before `at` have it.
fn whose(words: &Words, at: usize) -> &'static str {
    for back in 1..=6 {
        if words.was(at, back, "aunt daughter girl grandma he her mother mum nan niece she sister wife woman")
        {
            return if words.was(at, back, "he") { "his" } else { "her" };
        }
        if words.was(
            at,
            back,
            "boy brother dad father grandad grandson his husband man nephew son stepdad uncle",
        ) {
            return "his";
        }
    }
    "their"
}

/// Whether the word at `at` is what a word before it describes: "boy" in "a 7-year-old boy".
fn is_thing_called(words: &Words, at: usize) -> bool {
    words.is(at, RELATIONS) || words.is(at, ONE_PERSON)
}

impl Hit {
    /// The same, shown at `range`.
    fn shown(self, range: Range<usize>) -> Self {
        Self { range, ..self }
    }
}
