//! Numbers that point to one person or one home: NHS, pupil, National Insurance, telephone and case numbers,
//! postcodes.
use super::{
    Allowed, Hit, Kind,
    known::listed,
    words::{Words, number},
};

/// Postcode areas: the letters that a postcode begins with (Royal Mail), and the `zz` that statistics use.
const AREAS: &str = "\
    ab al b ba bb bd bh bl bn br bs bt ca cb cf ch cm co cr ct cv cw da dd de dg dh dl dn dt dy e ec \
    eh en ex fk fy g gir gl gu gy ha hd hg hp hr hs hu hx ig im ip iv je ka kt kw ky l la ld le ll ln ls \
    lu m me mk ml n ne ng nn np nr nw ol ox pa pe ph pl po pr rg rh rm s sa se sg sk sl sm sn so sp sr \
    ss st sw sy ta td tf tn tq tr ts tw ub w wa wc wd wf wn wr ws wv yo ze zz";

/// What a case number belongs to.
const SYSTEMS: &str = "\
    cad capita carefirst case cases client cms court cpoms cpr crime crn docket eclipse eha ehm emis \
    file fwin hospital ics incident lcs liquidlogic log mash mosaic mrn niche patient pnc record ref \
    reference references referral refs rio synergy systmone urn";

/// What may stand between it and the number.
const BETWEEN: &str = "\
    a as case code entry file her his id in is it its left my new no nos num number numbers of \
    on open our record recorded ref reference references she system that the their under was with";

/// Which of those say that a number follows.
const NUMBERED: &str = "code id no nos num number numbers ref reference";

/// What a telephone number of an area's own length follows.
const RING: &str = "call called landline mobile number phone phoned rang ring tel telephone text texted";

/// The number that begins with the word at `at`.
#[must_use]
pub fn at(words: &Words, at: usize, allowed: &Allowed) -> Option<Hit> {
    let word = words.word(at);
    // Everything here has a digit in its first word, or is spaced: a National Insurance number's two letters.
    let digit = word.bytes().any(|byte| byte.is_ascii_digit());
    if !digit {
        return (word.len() == 2).then(|| ni_number(words, at)).flatten();
    }
    if words.gap_ends(at, "£$€") {
        return None;
    }
    pupil_number(words, at)
        .or_else(|| ni_number(words, at))
        .or_else(|| postcode(words, at))
        .or_else(|| in_groups(words, at, allowed))
        .or_else(|| case_number(words, at))
}

/// Whether ten digits are an NHS number: the weights are 10 to 2, and the last digit is 11 less the sum
/// modulo 11 (NHS Data Dictionary, "NHS number").
#[must_use]
pub fn is_nhs_number(digits: &str) -> bool {
    let digits = digits.as_bytes();
    if digits.len() != 10 || !digits.iter().all(u8::is_ascii_digit) {
        return false;
    }
    let sum: u32 =
        digits.iter().zip(2..=10).map(|(digit, place)| u32::from(digit - b'0') * (12 - place)).sum();
    // Eleven counts as nought, and a ten is never given out: no last digit equals it.
    (11 - sum % 11) % 11 == u32::from(digits[9] - b'0')
}

/// The letters that a pupil number is checked by, in order of what they are worth.
const CHECK_LETTERS: &[u8; 23] = b"ABCDEFGHJKLMNPQRTUVWXYZ";

/// Whether `text` is a unique pupil number, or a temporary one with a letter at its end: the first letter is
/// the sum of each digit times its place, modulo 23 (Government Data Standards Catalogue, "Unique Pupil
/// Number" 2.0).
#[must_use]
pub fn is_pupil_number(text: &str) -> bool {
    let text = text.to_ascii_uppercase();
    let worth = |byte: &u8| CHECK_LETTERS.iter().position(|it| it == byte);
    let Some(sum) = pupil_shape(&text).then(|| {
        let places = text.bytes().zip(1..).skip(1);
        places
            .map(|(byte, place)| match byte {
                b'0'..=b'9' => Some(usize::from(byte - b'0') * place),
                letter => Some(worth(&letter)? * place),
            })
            .sum::<Option<usize>>()
    }) else {
        return false;
    };
    sum.is_some_and(|sum| text.as_bytes()[0] == CHECK_LETTERS[sum % 23])
}

fn pupil_shape(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() == 13
        && bytes[0].is_ascii_alphabetic()
        && bytes[1..12].iter().all(u8::is_ascii_digit)
        && bytes[12].is_ascii_alphanumeric()
}

/// Whether `text` is a National Insurance number without spaces (HMRC, NIM39110: which letters are used).
#[must_use]
pub fn is_ni_number(text: &str) -> bool {
    let text = text.to_ascii_uppercase();
    ni_shape(&text)
        && !text[..1].contains(['D', 'F', 'I', 'Q', 'U', 'V'])
        && !text[1..2].contains(['D', 'F', 'I', 'O', 'Q', 'U', 'V'])
        && !matches!(&text[..2], "BG" | "GB" | "KN" | "NK" | "NT" | "TN" | "ZZ")
        && text[8..].contains(['A', 'B', 'C', 'D'])
}

fn ni_shape(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() == 9
        && bytes[..2].iter().all(u8::is_ascii_alphabetic)
        && bytes[2..8].iter().all(u8::is_ascii_digit)
        && bytes[8].is_ascii_alphabetic()
}

/// Whether `outward` and `inward` are a postcode (Royal Mail; BS 7666): the inward letters leave out C, I, K,
/// M, O and V.
#[must_use]
pub fn is_postcode(outward: &str, inward: &str) -> bool {
    let inward = inward.as_bytes();
    let ends = inward.len() == 3
        && inward[0].is_ascii_digit()
        && inward[1..]
            .iter()
            .all(|it| it.is_ascii_alphabetic() && !b"CIKMOV".contains(&it.to_ascii_uppercase()));
    ends && (is_outward(outward)
        || (outward.eq_ignore_ascii_case("gir") && inward.eq_ignore_ascii_case(b"0aa")))
}

/// Whether `text` is the first half of a postcode: an area, then a district such as `1`, `12` or `1A`.
fn is_outward(text: &str) -> bool {
    let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (area, district) = text.split_at(letters);
    let mut district = district.bytes();
    district.next().is_some_and(|it| it.is_ascii_digit())
        && district.next().is_none_or(|it| it.is_ascii_alphanumeric())
        && district.next().is_none()
        && listed(AREAS, area)
}

fn pupil_number(words: &Words, at: usize) -> Option<Hit> {
    is_pupil_number(words.word(at)).then(|| Hit::plain(Kind::Upn, words.range(at, at)))
}

fn ni_number(words: &Words, at: usize) -> Option<Hit> {
    let mut text = String::with_capacity(9);
    for to in at..(at + 5).min(words.len()) {
        if to > at && !words.gap_is(to, " |-|\u{a0}") {
            return None;
        }
        text.push_str(words.word(to));
        if text.len() >= 9 {
            return is_ni_number(&text).then(|| Hit::plain(Kind::NiNumber, words.range(at, to)));
        }
    }
    None
}

fn postcode(words: &Words, at: usize) -> Option<Hit> {
    let word = words.word(at);
    // "s3 2nd" is no postcode.
    let counts = |inward: &str| {
        let letters = inward.get(1..).unwrap_or_default();
        inward.bytes().any(|byte| byte.is_ascii_lowercase()) && matches!(letters, "st" | "nd" | "rd" | "th")
    };
    let spaced = words.gap_is(at + 1, " |  |\u{a0}");
    if spaced && is_postcode(word, words.word(at + 1)) && !counts(words.word(at + 1)) {
        return Some(Hit::plain(Kind::Postcode, words.range(at, at + 1)));
    }
    let halves = word.len().checked_sub(3).and_then(|half| word.split_at_checked(half));
    let whole = halves.is_some_and(|(outward, inward)| is_postcode(outward, inward) && !counts(inward));
    let named = |word: &str| word.eq_ignore_ascii_case("postcode");
    let half = || {
        is_outward(word) && ((1..4).any(|back| named(words.before(at, back))) || named(words.word(at + 1)))
    };
    (whole || half()).then(|| Hit::plain(Kind::Postcode, words.range(at, at)))
}

/// A telephone number or an NHS number: digits in groups, however they are spaced.
fn in_groups(words: &Words, at: usize, allowed: &Allowed) -> Option<Hit> {
    let gap = words.gap(at);
    let abroad = gap.ends_with('+') || words.word(at).starts_with("0044");
    if at > 0 && gap.ends_with(['/', '.', '-']) && gap.len() == 1 {
        return None;
    }
    let mut digits = String::new();
    let mut found = None;
    for to in at..words.len() {
        let group = words.word(to);
        let near = to == at || words.gap_is(to, " |-|.|) |)| (| - |–|\u{a0}");
        if !near || !group.bytes().all(|byte| byte.is_ascii_digit()) || digits.len() + group.len() > 15 {
            break;
        }
        digits.push_str(group);
        let goes_on = words.joined(to + 1) && number(words.word(to + 1)).is_some();
        let kind = if is_phone(&digits, abroad) || (!goes_on && is_local(words, at, &digits)) {
            Some(Kind::Phone)
        } else if !abroad && is_nhs_number(&digits) {
            Some(Kind::NhsNumber)
        } else {
            None
        };
        found = kind.map(|kind| (kind, to, digits.clone())).or(found);
        // Eleven are a whole number here; fewer may be, if nothing follows.
        if digits.len() >= 11 && !abroad {
            break;
        }
    }
    let (kind, last, digits) = found?;
    if kind == Kind::Phone && allowed.has_number(&digits) {
        return None;
    }
    let mut range = words.range(at, last);
    // "(0161) 496 0123" and "+44", but not the bracket of "(999 110 6847)".
    let closes = words.text[range.clone()].contains(')');
    let opened = gap.chars().rev().take_while(|c| *c == '+' || *c == '(' && closes).count();
    range.start -= opened;
    Some(Hit::plain(kind, range))
}

fn is_phone(digits: &str, abroad: bool) -> bool {
    if abroad {
        return (10..=15).contains(&digits.len());
    }
    // Ofcom's numbering plan: ten or eleven digits, and the second is none of 0, 4 and 6.
    matches!(digits.len(), 10 | 11) && digits.starts_with('0') && !digits[1..].starts_with(['0', '4', '6'])
}

/// A number without its area's code, beside a word about telephones.
fn is_local(words: &Words, at: usize, digits: &str) -> bool {
    (6..=8).contains(&digits.len())
        && !digits.starts_with("08")
        && number(words.before(at, 1)).is_none()
        && (1..4).any(|back| words.was(at, back, RING))
        && (1..4).all(|back| !words.was(at, back, SYSTEMS))
}

/// A number of a case, a crime or a patient: by its shape, or by what stands before it.
fn case_number(words: &Words, at: usize) -> Option<Hit> {
    let mut last = at;
    while last + 1 < words.len() && words.gap_is(last + 1, "/|-") && words.word(last + 1).is_ascii() {
        last += 1;
    }
    // Letters may stand before: "CP/20418/23".
    let mut first = at;
    while first > 0
        && words.gap_is(first, "/|-")
        && words.word(first - 1).len() <= 4
        && words.word(first - 1).bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
    {
        first -= 1;
    }
    let range = words.range(first, last);
    let piece = &words.text[range.clone()];
    if !piece.is_ascii() || piece.len() > 24 {
        return None;
    }
    let shaped = by_shape(piece) || (words.gap_ends(first, "#") && digits_in(piece) >= 4);
    (shaped || by_context(words, first, last, piece)).then(|| Hit::plain(Kind::CaseReference, range))
}

fn digits_in(text: &str) -> usize {
    text.bytes().filter(u8::is_ascii_digit).count()
}

fn by_shape(piece: &str) -> bool {
    let digits = digits_in(piece);
    let letters = piece.bytes().filter(u8::is_ascii_alphabetic).count();
    let groups: Vec<_> = piece.split(['/', '-']).collect();
    let capitals = piece.bytes().all(|byte| !byte.is_ascii_lowercase());
    if groups.len() == 1 && letters == 0 {
        return (7..=9).contains(&digits);
    }
    // What looks like another kind and fails its check is most likely an example.
    if pupil_shape(piece) || ni_shape(piece) || !capitals {
        return false;
    }
    let middle = match groups[..] {
        [first, middle, last] => {
            first.len() <= 4 && last.len() <= 4 && (4..=7).contains(&middle.len()) && number(middle).is_some()
        }
        _ => false,
    };
    (letters > 0 && letters <= 5 && digits >= 5) || (middle && digits >= 8)
}

fn by_context(words: &Words, first: usize, last: usize, piece: &str) -> bool {
    let digits = digits_in(piece);
    let letters = piece.bytes().filter(u8::is_ascii_alphabetic).count();
    let mut numbered = false;
    let mut named = false;
    for back in 1..=6 {
        let word = words.before(first, back);
        numbered |= listed(NUMBERED, word);
        named = listed(SYSTEMS, word);
        if named || !listed(BETWEEN, word) {
            break;
        }
    }
    let year = digits == 4 && letters == 0 && (piece.starts_with("19") || piece.starts_with("20"));
    let years = piece.len() <= 9 && piece.starts_with("20") && piece.contains(['/', '-']);
    let after = digits >= 5
        && (1..4).any(|next| {
            !(last + 1..=last + next).any(|at| words.breaks(at))
                && words.is(last + next, SYSTEMS)
                && (last + 1..last + next).all(|at| words.is(at, "in on the"))
        });
    // A second number in a sentence about a system: "Mosaic 884120 is a duplicate of 879934".
    let again =
        digits >= 6 && number(piece).is_some() && (1..=12).any(|back| words.was(first, back, SYSTEMS));
    let least = if numbered { 3 } else { 4 };
    letters <= 5
        && !years
        && ((named && digits >= least && (!year || numbered)) || after || again)
        // "case number 3 of 2019": too small to be one.
        && number(piece).is_none_or(|it| it > 99)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_nhs_number_is_checked_modulo_eleven() {
        for good in ["9434765919", "9990000018", "9991106847"] {
            assert!(is_nhs_number(good), "{good}");
        }
        for bad in ["9434765918", "943476591", "94347659190", "943476591x", ""] {
            assert!(!is_nhs_number(bad), "{bad}");
        }
    }

    #[test]
    fn a_pupil_number_is_checked_by_its_letter() {
        for good in ["B801200005001", "b801200005001", "P207000016049", "Z94306924027H"] {
            assert!(is_pupil_number(good), "{good}");
        }
        // The second is a worked example on a vendor's page, and was added up wrongly there.
        for bad in [
            "A801200005001",
            "Q207000016049",
            "B80120000500",
            "B8012000050011",
            "Z94306924027I",
            "B80120000500é",
        ] {
            assert!(!is_pupil_number(bad), "{bad}");
        }
    }

    #[test]
    fn a_national_insurance_number_has_letters_that_are_used() {
        for good in ["AB123456C", "JG103759A", "ab123456d"] {
            assert!(is_ni_number(good), "{good}");
        }
        for bad in [
            "QQ123456C",
            "BG123456A",
            "GB123456A",
            "NK123456A",
            "ZZ123456A",
            "AO123456A",
            "AB123456E",
            "AB12345C",
        ] {
            assert!(!is_ni_number(bad), "{bad}");
        }
    }

    #[test]
    fn a_postcode_has_letters_that_are_used() {
        for (outward, inward) in
            [("M6", "5FW"), ("SW1A", "9ZZ"), ("W1A", "1AA"), ("EC1A", "1BB"), ("b99", "1aa"), ("GIR", "0AA")]
        {
            assert!(is_postcode(outward, inward), "{outward} {inward}");
        }
        for (outward, inward) in
            [("M6", "5CW"), ("KS2", "3RD"), ("QQ1", "1AA"), ("M", "5FW"), ("M666", "5FW"), ("M6", "5FWX")]
        {
            assert!(!is_postcode(outward, inward), "{outward} {inward}");
        }
    }
}
