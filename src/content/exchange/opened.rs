//! A file as text, or why it is none: its size, its kind and its encoding.
use super::{
    MOST_BYTES,
    fault::{Fault, WhyNot},
};

/// How archives begin, and with them all office documents, today's and older ones.
const ARCHIVES: [&[u8]; 3] = [b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0"];

/// How UTF-16 begins, which spreadsheets call Unicode text.
const UTF_16: [&[u8]; 2] = [b"\xff\xfe", b"\xfe\xff"];

/// The text of a file, every line ended by `\n` and without a mark of its encoding.
pub(super) fn text(bytes: &[u8]) -> Result<String, Fault> {
    let begins = |starts: &[&[u8]]| starts.iter().any(|start| bytes.starts_with(start));
    let why = match str::from_utf8(bytes) {
        _ if bytes.len() > MOST_BYTES => WhyNot::TooBig,
        _ if begins(&UTF_16) => WhyNot::NotUtf8,
        _ if begins(&ARCHIVES) || bytes.contains(&0) => WhyNot::NotText,
        Err(_) if begins(&[b"%PDF-"]) => WhyNot::NotText,
        Err(error) => {
            let before = with_plain_ends(&String::from_utf8_lossy(&bytes[..error.valid_up_to()]));
            return Err(Fault { line: before.matches('\n').count() + 1, why: WhyNot::NotUtf8 });
        }
        Ok(text) => match with_plain_ends(text) {
            text if text.trim().is_empty() => WhyNot::Empty,
            text => return Ok(text),
        },
    };
    Err(Fault { line: 1, why })
}

/// What a text is that holds no questions as they are read here.
pub(super) fn other_kind(text: &str) -> Option<WhyNot> {
    let start: String = text.chars().filter(|it| !it.is_whitespace()).take(14).collect();
    let start = start.to_lowercase();
    let begins = |starts: &[&str]| starts.iter().any(|it| start.starts_with(it));
    match () {
        () if begins(&["<!doctypehtml", "<html", "<head", "<?xml", "<quiz", "<svg"]) => Some(WhyNot::Markup),
        () if begins(&["{\"", "[{", "[\"", "[]", "{}"]) => Some(WhyNot::Json),
        () if begins(&["{\\rtf"]) => Some(WhyNot::NotText),
        () => None,
    }
}

fn with_plain_ends(text: &str) -> String {
    text.trim_start_matches('\u{feff}').replace("\r\n", "\n").replace('\r', "\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_of_ending_a_line_is_one_and_the_mark_of_utf_8_is_none_of_the_text() {
        assert_eq!(text(b"\xef\xbb\xbfOne\r\ntwo\rthree\n"), Ok("One\ntwo\nthree\n".to_owned()));
    }

    #[test]
    fn a_file_that_is_no_text_is_called_what_it_is() {
        let too_big = vec![b'a'; MOST_BYTES + 1];
        let named: [(&[u8], WhyNot); 8] = [
            (b"", WhyNot::Empty),
            (b"\xef\xbb\xbf \r\n", WhyNot::Empty),
            (&too_big, WhyNot::TooBig),
            (b"PK\x03\x04 a workbook", WhyNot::NotText),
            (b"\xd0\xcf\x11\xe0 an old one", WhyNot::NotText),
            (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", WhyNot::NotText),
            (b"\x89PNG\r\n\x1a\n\0\0", WhyNot::NotText),
            (b"\xff\xfeq\0u\0", WhyNot::NotUtf8),
        ];
        for (bytes, why) in named {
            assert_eq!(text(bytes), Err(Fault { line: 1, why }));
            assert!(why.is_of_whole_file());
        }
    }

    #[test]
    fn a_text_that_holds_something_else_is_called_what_it_is() {
        for (text, why) in [
            ("<!DOCTYPE html><p>Is it so?</p>", Some(WhyNot::Markup)),
            ("\n<?xml version=\"1.0\"?><quiz/>", Some(WhyNot::Markup)),
            ("{ \"questions\": [] }", Some(WhyNot::Json)),
            ("[\n {}]", Some(WhyNot::Json)),
            ("{\\rtf1 Is it so?}", Some(WhyNot::NotText)),
            ("[html]Is it so?{T}", None),
            ("{=A ~B} is first.", None),
            ("<5 is few.{T}", None),
        ] {
            assert_eq!(other_kind(text), why, "{text}");
        }
    }

    #[test]
    fn the_line_is_named_on_which_the_text_stops_being_utf_8() {
        let error = text(b"One\r\ntwo\rcaf\xe9\n").unwrap_err();
        assert_eq!(error, Fault { line: 3, why: WhyNot::NotUtf8 });
    }
}
