//! Bytes as hexadecimal text, and back.
use zeroize::Zeroizing;

const DIGITS: &[u8; 16] = b"0123456789abcdef";

/// `bytes` in small hexadecimal digits; wiped when dropped, for it may be a key.
#[must_use]
pub fn hex(bytes: &[u8]) -> Zeroizing<String> {
    // A text that grew would leave copies of itself behind.
    let mut text = Zeroizing::new(String::with_capacity(2 * bytes.len()));
    let digits = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    text.extend(digits.map(|digit| char::from(DIGITS[usize::from(digit)])));
    text
}

/// Bytes from hexadecimal text.
#[must_use]
pub fn parse_hex_bytes(text: &str) -> Option<Vec<u8>> {
    let digits = text.as_bytes();
    let pair = |pair: &[u8]| std::str::from_utf8(pair).ok().and_then(parse_hex::<1>).map(|[byte]| byte);
    digits.len().is_multiple_of(2).then_some(())?;
    digits.chunks_exact(2).map(pair).collect()
}

/// Exactly `N` bytes from hexadecimal text.
#[must_use]
pub fn parse_hex<const N: usize>(text: &str) -> Option<[u8; N]> {
    let digits = text.as_bytes();
    if digits.len() != 2 * N {
        return None;
    }
    let mut bytes = [0; N];
    let value = |digit: u8| char::from(digit).to_digit(16);
    for (byte, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)) {
        *byte = u8::try_from(value(pair[0])? << 4 | value(pair[1])?).ok()?;
    }
    Some(bytes)
}
