//! Bytes as text that an address can hold: base64url without padding (RFC 4648, section 5).
//!
//! By hand, because the core has no other use for the `base64` crate.

const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// `bytes` as text.
pub(super) fn encode(bytes: &[u8]) -> String {
    let digits = bytes.chunks(3).flat_map(|some| {
        let bits =
            some.iter().enumerate().fold(0, |bits, (at, byte)| bits | u32::from(*byte) << (16 - 8 * at));
        (0..=some.len()).map(move |at| char::from(DIGITS[(bits >> (18 - 6 * at)) as usize & 63]))
    });
    digits.collect()
}

/// The bytes of a text as it was written; none if it was not.
pub(super) fn decode(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3 + 2);
    for some in text.as_bytes().chunks(4) {
        let mut bits = 0;
        for (at, digit) in some.iter().enumerate() {
            bits |= (DIGITS.iter().position(|it| it == digit)? as u32) << (18 - 6 * at);
        }
        let [_, all @ ..] = bits.to_be_bytes();
        let (read, left) = all.split_at(some.len() - 1);
        // One digit alone is no byte, and what is left over must be nothing.
        if read.is_empty() || left.iter().any(|it| *it != 0) {
            return None;
        }
        bytes.extend_from_slice(read);
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_those_of_the_standard() {
        for (bytes, text) in [
            (&b""[..], ""),
            (b"f", "Zg"),
            (b"fo", "Zm8"),
            (b"foo", "Zm9v"),
            (b"foob", "Zm9vYg"),
            (b"foobar", "Zm9vYmFy"),
            (&[0xFB, 0xFF], "-_8"),
        ] {
            assert_eq!(encode(bytes), text);
            assert_eq!(decode(text).as_deref(), Some(bytes));
        }
    }

    #[test]
    fn what_was_not_written_so_is_refused() {
        for text in ["Z", "Zm9vY", "Zh", "Zm9", "Zg==", "Zm9v ", "+/8", "Zé"] {
            assert_eq!(decode(text), None, "{text}");
        }
    }
}
