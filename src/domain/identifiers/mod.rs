//! Notices what could tell who somebody is, while it is being written, and offers other words. It is a nudge: it finds
//! much and not all, and whoever writes decides.
mod ages;
mod dates;
mod known;
mod links;
mod names;
mod numbers;
mod places;
mod words;

use std::ops::Range;
use words::Words;

/// What no list of rules can find: to be said wherever the nudge is.
pub const RARE_DETAIL: &str = "Even when nothing is marked, a rare detail can tell who it is: a rare illness, a small \
    village, an unusual event. Ask yourself: could a neighbour guess?";

/// What was noticed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Ten digits that pass the check of an NHS number.
    NhsNumber,
    /// A unique pupil number that passes its check, or a temporary one.
    Upn,
    /// A National Insurance number.
    NiNumber,
    /// A whole postcode.
    Postcode,
    /// A telephone number that the app does not itself show.
    Phone,
    /// An email address.
    Email,
    /// An address on the internet, a name used there, or three words for a place.
    Link,
    /// A day on which somebody was born.
    BirthDate,
    /// Any other day and month.
    Date,
    /// How old somebody is, exactly.
    Age,
    /// A number of a case, a crime, a court or a patient.
    CaseReference,
    /// A name of a person, or of a place so small that it is not known here.
    Name,
    /// A school, a nursery or a college by name.
    School,
    /// A street, with or without a house.
    Street,
    /// A surgery, clinic or health centre by name.
    Surgery,
}

impl Kind {
    /// Every kind, in order.
    pub const ALL: [Self; 15] = [
        Self::NhsNumber,
        Self::Upn,
        Self::NiNumber,
        Self::Postcode,
        Self::Phone,
        Self::Email,
        Self::Link,
        Self::BirthDate,
        Self::Date,
        Self::Age,
        Self::CaseReference,
        Self::Name,
        Self::School,
        Self::Street,
        Self::Surgery,
    ];

    /// Its name in files, such as `nhs-number`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.words().0
    }

    /// What it is called in a sentence, such as "an NHS number".
    #[must_use]
    pub const fn called(self) -> &'static str {
        self.words().1
    }

    /// Why it can tell who somebody is, and what to write instead.
    #[must_use]
    pub const fn why(self) -> &'static str {
        self.words().2
    }

    const fn words(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::NhsNumber => {
                ("nhs-number", "an NHS number", "It belongs to one person for life, so leave it out.")
            }
            Self::Upn => {
                ("upn", "a pupil number", "It belongs to one child all through school, so leave it out.")
            }
            Self::NiNumber => (
                "ni-number",
                "a National Insurance number",
                "It belongs to one person for life, so leave it out.",
            ),
            Self::Postcode => {
                ("postcode", "a postcode", "A few homes share it, so say what sort of area it is.")
            }
            Self::Phone => {
                ("phone", "a phone number", "It leads straight to a person or a home, so leave it out.")
            }
            Self::Email => {
                ("email", "an email address", "It leads straight to one person, so say who it was by role.")
            }
            Self::Link => (
                "link",
                "a link or a name used online",
                "Anyone can follow it, so say what it showed instead.",
            ),
            Self::BirthDate => {
                ("birth-date", "a date of birth", "Few people share it, so give the year or an age group.")
            }
            Self::Date => ("date", "an exact date", "A day can be matched with a record, so give the month."),
            Self::Age => (
                "age",
                "an exact age",
                "With a few other facts it points to one child, so give an age group.",
            ),
            Self::CaseReference => {
                ("case-reference", "a case number", "It opens one record, so leave it out.")
            }
            Self::Name => (
                "name",
                "a name",
                "It says who somebody is, so write their role, such as the mother or Child 1.",
            ),
            Self::School => ("school", "a school by name", "Few children go there, so write the school."),
            Self::Street => ("street", "a street", "Few people live there, so write the street or the area."),
            Self::Surgery => {
                ("surgery", "a surgery or clinic by name", "It shows where they live, so write the surgery.")
            }
        }
    }

    /// What can stand in place of one that says nothing else.
    const fn placeholder(self) -> &'static str {
        match self {
            Self::NhsNumber => "[NHS number]",
            Self::Upn => "[pupil number]",
            Self::NiNumber => "[National Insurance number]",
            Self::Postcode => "[postcode]",
            Self::Phone => "[phone number]",
            Self::Email => "[email address]",
            Self::Link => "[link]",
            Self::CaseReference => "[case number]",
            _ => "[left out]",
        }
    }
}

/// One thing that was noticed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// What it is.
    pub kind: Kind,
    /// Where it stands, in bytes of the text: what to mark.
    pub range: Range<usize>,
    /// What the suggestion takes the place of, in bytes: `range` and sometimes a word or two beside it, so that the
    /// sentence still reads well.
    pub replace: Range<usize>,
    /// What may stand there instead.
    pub suggestion: String,
}

impl Hit {
    /// One whose suggestion is its kind in brackets.
    fn plain(kind: Kind, range: Range<usize>) -> Self {
        Self { kind, replace: range.clone(), range, suggestion: kind.placeholder().to_owned() }
    }

    /// `text`, in which it was found, with the suggestion in its place.
    #[must_use]
    pub fn put_into(&self, text: &str) -> String {
        let mut text = text.to_owned();
        if text.is_char_boundary(self.replace.start) && text.is_char_boundary(self.replace.end) {
            text.replace_range(self.replace.clone(), &self.suggestion);
        }
        text
    }
}

/// What is never marked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Allowed {
    numbers: Vec<String>,
    texts: Vec<String>,
}

impl Allowed {
    /// The telephone numbers that the app itself shows, and the texts that the person chose always to ignore.
    #[must_use]
    pub fn new<'a>(
        numbers: impl IntoIterator<Item = &'a str>,
        texts: impl IntoIterator<Item = &'a str>,
    ) -> Self {
        Self {
            numbers: numbers.into_iter().map(national).collect(),
            texts: texts.into_iter().map(|text| text.trim().to_lowercase()).collect(),
        }
    }

    fn has_number(&self, digits: &str) -> bool {
        self.numbers.contains(&national(digits))
    }

    fn has_text(&self, text: &str) -> bool {
        !self.texts.is_empty() && self.texts.contains(&text.to_lowercase())
    }
}

/// The digits of a telephone number, as they are dialled in the country.
fn national(number: &str) -> String {
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    let rest =
        digits.strip_prefix("0044").or_else(|| digits.strip_prefix("44")).filter(|rest| rest.len() > 8);
    match rest {
        Some(rest) => format!("0{}", rest.trim_start_matches('0')),
        None => digits,
    }
}

/// Everything in `text` that could tell who somebody is, in order, and never one over another.
#[must_use]
pub fn find(text: &str, allowed: &Allowed) -> Vec<Hit> {
    let words = Words::new(text);
    let mut hits: Vec<Hit> = vec![];
    let mut at = 0;
    while at < words.len() {
        let Some(hit) = found_at(&words, at, allowed) else {
            at += 1;
            continue;
        };
        // An address takes many words; the next thing begins after it.
        let end = hit.range.end;
        at += 1;
        while at < words.len() && words.start(at) < end {
            at += 1;
        }
        hits.push(hit);
    }
    add_names_met(&words, &mut hits);
    hits.retain(|hit| !allowed.has_text(&text[hit.range.clone()]));
    number_children(text, &mut hits);
    tidy(&words, &mut hits);
    hits
}

/// What begins with the word at `at`; the surest first.
fn found_at(words: &Words, at: usize, allowed: &Allowed) -> Option<Hit> {
    links::at(words, at)
        .or_else(|| dates::at(words, at))
        .or_else(|| numbers::at(words, at, allowed))
        .or_else(|| places::at(words, at))
        .or_else(|| ages::at(words, at))
        .or_else(|| names::at(words, at))
}

/// A name that was met elsewhere is one at the beginning of a sentence, too.
fn add_names_met(words: &Words, hits: &mut Vec<Hit>) {
    let met: Vec<&str> = hits
        .iter()
        .filter(|hit| hit.kind == Kind::Name)
        .map(|hit| &words.text[hit.range.clone()])
        .filter(|name| name.chars().all(char::is_alphanumeric) && name.len() > 2)
        .collect();
    if met.is_empty() {
        return;
    }
    let again: Vec<Hit> = (0..words.len())
        .filter(|at| words.starts(*at) && met.contains(&words.word(*at)) && names::may_be_name(words, *at))
        .map(|at| names::told(words, at, at))
        .filter(|new| {
            !hits.iter().any(|hit| hit.range.start < new.range.end && new.range.start < hit.range.end)
        })
        .collect();
    hits.extend(again);
    hits.sort_by_key(|hit| hit.range.start);
}

/// Gives each child's name a number of its own, the same wherever it stands.
fn number_children(text: &str, hits: &mut [Hit]) {
    let mut names: Vec<String> = vec![];
    for hit in hits.iter_mut().filter(|hit| hit.suggestion == names::CHILD) {
        let name = text[hit.range.clone()].to_lowercase();
        let place = names.iter().position(|it| *it == name).unwrap_or_else(|| {
            names.push(name);
            names.len() - 1
        });
        hit.suggestion = format!("{} {}", names::CHILD, place + 1);
    }
}

/// Keeps what is replaced apart from what was replaced before, and begins a sentence with a capital.
fn tidy(words: &Words, hits: &mut [Hit]) {
    let mut last = 0;
    for hit in hits {
        hit.replace.start = hit.replace.start.max(last);
        last = hit.replace.end;
        let first = words.first_from(hit.replace.start);
        if words.start(first) == hit.replace.start
            && words.starts(first)
            && words.capital(first)
            && let Some(letter) = hit.suggestion.chars().next().filter(char::is_ascii_lowercase)
        {
            hit.suggestion.replace_range(..1, &letter.to_ascii_uppercase().to_string());
        }
    }
}
