//! Notices what could tell who somebody is, while it is being written, and offers other words. It is a nudge:
//! it finds much and not all, and whoever writes decides.
mod ages;
mod allowed;
mod bands;
mod dates;
mod kind;
mod known;
mod links;
mod names;
mod numbers;
mod places;
mod words;

pub use allowed::Allowed;
pub use kind::Kind;

use std::ops::Range;
use words::Words;

/// What no list of rules can find: to be said wherever the nudge is.
pub const RARE_DETAIL: &str = "\
    Even when nothing is marked, a rare detail can tell who it is: a rare illness, a small village, an unusual event. \
    Ask yourself: could a neighbour guess?";

/// One thing that was noticed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// What it is.
    pub kind: Kind,
    /// Where it stands, in bytes of the text: what to mark.
    pub range: Range<usize>,
    /// What the suggestion takes the place of, in bytes: `range` and sometimes a word or two beside it, so
    /// that the sentence still reads well.
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
        if hits.last().is_none_or(|last| last.range.end <= hit.range.start) {
            hits.push(hit);
        }
    }
    add_names_met(&words, &mut hits);
    hits.retain(|hit| !allowed.has_text(&text[hit.range.clone()]));
    number_children(text, &mut hits);
    tidy(&words, &mut hits);
    hits
}

/// Words in small letters that something can begin with, given names aside.
const OPENERS: &str = "\
    age aged ages apartment apt dr eight eighteen eighteenth eighth eighty eleven eleventh fifteen \
    fifteenth fifth fifty first five flat forty four fourteen fourteenth fourth house mr mrs ms nine \
    nineteen nineteenth ninety ninth no nought number one plot room second seven seventeen seventeenth \
    seventh seventy six sixteen sixteenth sixth sixty ten tenth third thirteen thirteenth thirty three \
    twelfth twelve twentieth twenty two unit";

/// Whether anything can begin with the word at `at`: most are common words between spaces, and are left at once.
fn may_begin(words: &Words, at: usize) -> bool {
    let word = words.word(at);
    let common = word.len() > 2 && word.bytes().all(|byte| byte.is_ascii_lowercase());
    let apart = words.gap_ends(at, " \n(") && (words.breaks(at + 1) || words.gap_begins(at + 1, " ,)"));
    !(common && apart) || words.is(at, OPENERS) || words.is(at, known::GIVEN)
}

/// What begins with the word at `at`; the surest first.
fn found_at(words: &Words, at: usize, allowed: &Allowed) -> Option<Hit> {
    if !may_begin(words, at) {
        return None;
    }
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
        .collect();
    for new in again {
        let place = hits.partition_point(|hit| hit.range.end <= new.range.start);
        if hits.get(place).is_none_or(|hit| new.range.end <= hit.range.start) {
            hits.insert(place, new);
        }
    }
}

/// Gives each child's name a number of its own, the same wherever it stands.
fn number_children(text: &str, hits: &mut [Hit]) {
    let name_of = |hit: &Hit| text[hit.range.clone()].to_lowercase();
    let mut names: Vec<String> = vec![];
    for hit in hits.iter().filter(|hit| hit.suggestion == names::CHILD) {
        let name = name_of(hit);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    for hit in hits.iter_mut().filter(|hit| matches!(hit.suggestion.as_str(), names::CHILD | names::SOMEBODY))
    {
        let name = name_of(hit);
        if let Some(place) = names.iter().position(|it| *it == name) {
            hit.suggestion = format!("{} {}", names::CHILD, place + 1);
        }
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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn found(text: &str) -> Vec<(&'static str, &str)> {
        let hits = find(text, &Allowed::default());
        hits.into_iter().map(|hit| (hit.kind.name(), &text[hit.range])).collect()
    }

    /// The text with every suggestion taken.
    fn rewritten(text: &str) -> String {
        let hits = find(text, &Allowed::default());
        hits.iter().rev().fold(text.to_owned(), |text, hit| hit.put_into(&text))
    }

    #[test]
    fn numbers_that_fail_their_check_are_not_marked() {
        for (text, hits) in [
            ("NHS number 943 476 5919.", vec![("nhs-number", "943 476 5919")]),
            ("NHS number 943-476-5919.", vec![("nhs-number", "943-476-5919")]),
            ("NHS number 9990000018.", vec![("nhs-number", "9990000018")]),
            ("NHS number 943 476 5918.", vec![]),
            ("UPN B801200005001.", vec![("upn", "B801200005001")]),
            ("UPN A801200005001.", vec![]),
            ("NI QQ123456C.", vec![]),
            ("NI AB 12 34 56 C.", vec![("ni-number", "AB 12 34 56 C")]),
            ("At M6 5FW now.", vec![("postcode", "M6 5FW")]),
            ("At M6 5CW now.", vec![]),
            ("Down the M6 and the A1 we went.", vec![]),
            ("Her postcode is M6.", vec![("postcode", "M6")]),
            ("Crime 06/12345/26.", vec![("case-reference", "06/12345/26")]),
            ("Court case MA26C50123.", vec![("case-reference", "MA26C50123")]),
        ] {
            assert_eq!(found(text), hits, "{text}");
        }
    }

    #[test]
    fn a_telephone_number_is_one_however_it_is_spaced() {
        for number in [
            "0161 496 0123",
            "(0161) 496 0123",
            "01614960123",
            "0161-496-0123",
            "+44 161 496 0123",
            "+44 (0)161 496 0123",
            "0044 161 496 0123",
        ] {
            let text = format!("Ring {number} today.");
            assert_eq!(found(&text), [("phone", number)], "{text}");
            let allowed = Allowed::new(["0161 496 0123"], []);
            assert_eq!(find(&text, &allowed), [], "{text}");
        }
    }

    #[test]
    fn what_the_person_ignores_is_ignored_whatever_its_capitals() {
        let allowed = Allowed::new([], [" river house"]);
        let hits = find("We met in River House with Kelly.", &allowed);
        assert_eq!(hits.len(), 1);
        assert_eq!(hits[0].kind, Kind::Name);
    }

    #[test]
    fn what_is_suggested_reads_well() {
        for (text, other) in [
            ("I spoke to mum Kelly on 12 March 2024.", "I spoke to mum in March 2024."),
            ("On Tuesday 12th of March we met.", "In March we met."),
            ("We have waited since 3 May 2023.", "We have waited since May 2023."),
            ("The 12 March meeting was short.", "The March meeting was short."),
            ("She was born on 12/03/2013.", "She was born in about 2013."),
            ("He is aged 7.", "He is of primary school age."),
            ("A 7-year-old boy rang.", "A primary-school-age boy rang."),
            ("I met a 16-year-old.", "I met an older teenager."),
            ("She is 13 now.", "She is in her early teens now."),
            ("It began at the age of 11.", "It began when in their early teens."),
            ("He has just turned 5.", "He has just had a birthday."),
            ("Her teacher, Miss Lowther, saw it.", "Her teacher saw it."),
            ("Her partner (Lee) left.", "Her partner left."),
            ("A boy called Tyler hid.", "A boy hid."),
            ("PC Dunmore rang.", "A police officer rang."),
            ("Mrs Ahmed at school knew.", "A teacher knew."),
            (
                "The children are Tyler and Chloe. Tyler hid.",
                "The children are Child 1 and Child 2. Child 1 hid.",
            ),
            ("He left the Marlowe Academy.", "He left the school."),
            ("They live at 14 Elm Road.", "They live at [address]."),
            ("They live on Elm Road.", "They live on the street."),
        ] {
            // "at school" is left as it stands.
            let other = other.replace("A teacher knew", "A teacher at school knew");
            assert_eq!(rewritten(text), other);
        }
    }

    #[test]
    fn names_are_met_again() {
        assert_eq!(found("I saw Zbyszek. Zbyszek knew."), [("name", "Zbyszek"), ("name", "Zbyszek")]);
    }

    #[test]
    fn each_kind_says_why() {
        for kind in Kind::ALL {
            assert!(kind.why().ends_with('.') && kind.why().matches(". ").count() == 0, "{kind:?}");
            assert!(
                !kind.called().is_empty()
                    && kind.name().bytes().all(|it| it.is_ascii_lowercase() || it == b'-')
            );
        }
        for text in Kind::ALL.map(Kind::why).into_iter().chain([RARE_DETAIL]) {
            assert!(!text.to_lowercase().contains("anonym"), "{text}");
        }
    }

    /// What must hold of any text.
    fn holds(text: &str) -> Result<(), TestCaseError> {
        let (mut shown, mut replaced) = (0, 0);
        for hit in find(text, &Allowed::default()) {
            prop_assert!(shown <= hit.range.start && hit.range.start < hit.range.end, "{hit:?}");
            prop_assert!(replaced <= hit.replace.start && hit.replace.end <= text.len(), "{hit:?}");
            prop_assert!(hit.replace.start <= hit.range.start && hit.range.end <= hit.replace.end, "{hit:?}");
            let outside = [&text[..hit.replace.start], &text[hit.replace.end..]];
            prop_assert!(text.get(hit.range.clone()).is_some());
            prop_assert_eq!(hit.put_into(text), format!("{}{}{}", outside[0], hit.suggestion, outside[1]));
            (shown, replaced) = (hit.range.end, hit.replace.end);
        }
        Ok(())
    }

    /// Pieces of which texts are made that rules look at.
    const PIECES: &str = "\
        Mum|mum|Kelly|Mrs|Dr|PC|O|'|’|s|Neill|-|–|/|.|,|:|;|(|)|[|£|#|+|@|_|%|&|\"|“|‘|\n| | | | | \
        |\u{a0}|7|12|2024|07700|900123|943 476 5919|aged|old|year|years|months|and|of|the|at|on|in\
        |is|was|born|dob|March|may|May|1st|third|birthday|twenty|half|a|A|I|J|KB|B801200005001\
        |AB123456C|M6 5FW|case|Mosaic|ref|no|number|St|Mary|Primary|School|High|Road|Close|Flat\
        |Surgery|Medical|Centre|Walk|www|https://|co.uk|///|Will|Hope|Georgia|June|Gibbs|model|Law\
        |et al|é|É|ß|İ|ﬁ|½|٣|e\u{301}|日本|😀|Zoë|zoë|0044|44|turned|who|boy|called|child|Child|1|to|or\
        |y|o|yo|7yo|4yrs|m|14m|999999999999";

    proptest! {
        #[test]
        fn any_text_is_read_without_harm(text in any::<String>()) {
            holds(&text)?;
        }

        #[test]
        fn any_text_of_pieces_is_read_without_harm(places in proptest::collection::vec(0_usize..400, 0..14)) {
            let pieces: Vec<_> = PIECES.split('|').collect();
            let text: String = places.iter().map(|at| pieces[at % pieces.len()]).collect();
            holds(&text)?;
            let spaced: Vec<_> = places.iter().map(|at| pieces[at % pieces.len()]).collect();
            holds(&spaced.join(" "))?;
        }
    }
}
