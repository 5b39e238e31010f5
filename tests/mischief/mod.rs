//! What is done to sound bytes before they are handed in: by accident, by another program, or on purpose.
use proptest::{collection::vec, prelude::*, sample::Index};
use serde_json::Value;

/// One thing that is done.
#[derive(Clone, Debug)]
pub enum Mischief {
    Flip(Index, u8),
    CutOut(Index, Index),
    CutOff(Index),
    Put(Index, Vec<u8>),
    /// A piece of it stands there many times.
    Repeat(Index, Index, usize),
    /// A piece of another seed stands there.
    Splice(Index, Index, Index),
    /// A number becomes another one.
    Number(Index, &'static str),
    /// A value of JSON, on one of its lines, becomes another one, is gone, or is there many times.
    Value(Index, Index, Swap),
}

/// What becomes of a value.
#[derive(Clone, Debug)]
pub enum Swap {
    For(&'static str),
    ForLongText(usize),
    Gone,
    ManyTimes(usize),
}

/// Numbers that are too much, too little, or none.
const NUMBERS: [&str; 22] = [
    "0",
    "-1",
    "1",
    "255",
    "256",
    "65535",
    "65536",
    "4294967295",
    "4294967296",
    "9223372036854775807",
    "-9223372036854775808",
    "18446744073709551615",
    "18446744073709551616",
    "1e308",
    "1e999",
    "-0.0",
    "0.5",
    // As times: just within what a calendar holds, and just beyond it.
    "8210266876799999",
    "8210266876800000",
    "-8334601228800000",
    "-8334601228800001",
    "-62135596800001",
];

/// Other values, and pieces of text that mean something to somebody.
const VALUES: [&str; 24] = [
    "null",
    "true",
    "\"\"",
    "{}",
    "[]",
    "[null]",
    "[[]]",
    "{\"\":0}",
    "0",
    "-1",
    "4294967295",
    "1e999",
    "18446744073709551615",
    "-8334601228800000",
    "8210266876799999",
    "\"\\u0000\"",
    "\"\\ud83d\\ude42\"",
    "\"\\n\\r\\u2028\"",
    "\"9999-12-31\"",
    "\"0000-01-01\"",
    "\"-999-01-01\"",
    "\"23:59\"",
    "\"../..\"",
    "\"a/b\"",
];

fn nasty() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![
        vec(any::<u8>(), 0..40),
        prop::sample::select(&VALUES[..]).prop_map(|it| it.as_bytes().to_vec()),
        prop::sample::select(&NUMBERS[..]).prop_map(|it| it.as_bytes().to_vec()),
        prop::sample::select(vec![
            "\u{feff}",
            "\0",
            "\r\n",
            "\u{202e}",
            "%00",
            "\\",
            "\"",
            "ANSWER: A",
            "{",
            "}"
        ])
        .prop_map(|it| it.as_bytes().to_vec()),
        Just(vec![0xFF, 0xFE]),
        Just(vec![0xF0, 0x9F, 0x99]),
        (prop::sample::select(vec!["[", "{\"a\":", "(", "a", "\u{301}", "=", "9"]), 1..3_000_usize)
            .prop_map(|(it, times)| it.repeat(times).into_bytes()),
    ]
}

fn swap() -> impl Strategy<Value = Swap> {
    prop_oneof![
        6 => prop::sample::select(&VALUES[..]).prop_map(Swap::For),
        2 => prop::sample::select(&NUMBERS[..]).prop_map(Swap::For),
        1 => (1..5_000_usize).prop_map(Swap::ForLongText),
        1 => Just(Swap::Gone),
        1 => (2..60_usize).prop_map(Swap::ManyTimes),
    ]
}

/// Some of it, one after the other.
pub fn mischief() -> impl Strategy<Value = Vec<Mischief>> {
    let at = any::<Index>;
    let one = prop_oneof![
        2 => (at(), 1..=255_u8).prop_map(|(at, by)| Mischief::Flip(at, by)),
        1 => (at(), at()).prop_map(|(from, to)| Mischief::CutOut(from, to)),
        1 => at().prop_map(Mischief::CutOff),
        2 => (at(), nasty()).prop_map(|(at, bytes)| Mischief::Put(at, bytes)),
        1 => (at(), at(), 2..200_usize).prop_map(|(from, to, times)| Mischief::Repeat(from, to, times)),
        1 => (at(), at(), at()).prop_map(|(at, from, to)| Mischief::Splice(at, from, to)),
        3 => (at(), prop::sample::select(&NUMBERS[..])).prop_map(|(at, it)| Mischief::Number(at, it)),
        6 => (at(), at(), swap()).prop_map(|(line, at, swap)| Mischief::Value(line, at, swap)),
    ];
    vec(one, 0..4)
}

/// However often a piece is repeated, it stays a file that a test has time for.
const LARGEST: usize = 60_000;

impl Mischief {
    /// Does it to `bytes`; `other` is what pieces are taken from.
    pub fn done_to(&self, bytes: &[u8], other: &[u8]) -> Vec<u8> {
        let place = |index: &Index| index.index(bytes.len() + 1);
        let piece = |from: &Index, to: &Index, of: usize| {
            let (from, to) = (from.index(of + 1), to.index(of + 1));
            from.min(to)..from.max(to)
        };
        let mut done = bytes.to_vec();
        match self {
            Self::Flip(..) if bytes.is_empty() => {}
            Self::Flip(at, by) => done[at.index(bytes.len())] ^= by,
            Self::CutOut(from, to) => drop(done.drain(piece(from, to, bytes.len()))),
            Self::CutOff(at) => done.truncate(place(at)),
            Self::Put(at, more) => drop(done.splice(place(at)..place(at), more.iter().copied())),
            Self::Repeat(from, to, times) => {
                let piece = piece(from, to, bytes.len());
                let more = bytes[piece.clone()].repeat(*times);
                done.splice(piece.end..piece.end, more.into_iter().take(LARGEST));
            }
            Self::Splice(at, from, to) => {
                let piece = &other[piece(from, to, other.len())];
                done.splice(place(at)..place(at), piece.iter().copied());
            }
            Self::Number(at, other) => {
                let starts: Vec<_> = (0..bytes.len())
                    .filter(|at| bytes[*at].is_ascii_digit() && (*at == 0 || !bytes[at - 1].is_ascii_digit()))
                    .collect();
                if let Some(start) = starts.get(at.index(starts.len().max(1))) {
                    let digits = bytes[*start..].iter().take_while(|it| it.is_ascii_digit()).count();
                    done.splice(*start..start + digits, other.bytes());
                }
            }
            Self::Value(line, at, swap) => done = swapped(bytes, line, at, swap),
        }
        done.truncate(2 * LARGEST);
        done
    }
}

/// The bytes with a value of one line swapped; as they were where that line is no JSON.
fn swapped(bytes: &[u8], line: &Index, at: &Index, swap: &Swap) -> Vec<u8> {
    let mut lines: Vec<_> = bytes.split(|it| *it == b'\n').map(<[u8]>::to_vec).collect();
    let line = line.index(lines.len());
    if let Ok(mut value) = serde_json::from_slice::<Value>(&lines[line]) {
        let at = at.index(count(&value));
        swap_at(&mut value, &mut { at }, swap);
        let mut text = value.to_string();
        if let Swap::For(other) = swap {
            // Not all of them are numbers that a value can hold.
            text = text.replacen(&format!("\"{HERE}\""), other, 1);
        }
        lines[line] = text.into_bytes();
    }
    lines.join(&b'\n')
}

/// A text of JSON with each of its values, one by one, swapped for another.
pub fn each_value_swapped(text: &str, other: &str) -> Vec<String> {
    let whole: Value = serde_json::from_str(text).expect("it is sound");
    let swapped = |at| {
        let mut value = whole.clone();
        swap_at(&mut value, &mut { at }, &Swap::For(""));
        value.to_string().replacen(&format!("\"{HERE}\""), other, 1)
    };
    (0..count(&whole)).map(swapped).collect()
}

const HERE: &str = "it stands here";

/// How many values there are in it, itself with them.
fn count(value: &Value) -> usize {
    1 + match value {
        Value::Array(items) => items.iter().map(count).sum(),
        Value::Object(fields) => fields.values().map(count).sum(),
        _ => 0,
    }
}

/// Swaps the value that is `left` further on.
fn swap_at(value: &mut Value, left: &mut usize, swap: &Swap) {
    if *left == 0 {
        *left = usize::MAX;
        match swap {
            Swap::For(_) => *value = HERE.into(),
            Swap::ForLongText(length) => *value = "é".repeat(*length).into(),
            Swap::Gone => *value = Value::Null,
            Swap::ManyTimes(times) => *value = Value::Array(vec![value.clone(); *times]),
        }
        return;
    }
    *left -= 1;
    match value {
        Value::Array(items) => {
            for at in 0..items.len() {
                if *left == usize::MAX {
                    return;
                }
                match swap {
                    Swap::Gone if *left == 0 => {
                        *left = usize::MAX;
                        drop(items.remove(at));
                        return;
                    }
                    Swap::ManyTimes(times) if *left == 0 => {
                        *left = usize::MAX;
                        let same = items[at].clone();
                        items.splice(at..at, vec![same; *times]);
                        return;
                    }
                    _ => swap_at(&mut items[at], left, swap),
                }
            }
        }
        Value::Object(fields) => {
            for field in fields.values_mut() {
                if *left == usize::MAX {
                    return;
                }
                swap_at(field, left, swap);
            }
        }
        _ => {}
    }
}
