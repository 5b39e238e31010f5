//! Whether an address is one on the web, which another device can open, or that of a file.

/// The address on the web that `text` is, without what follows the `#`; none where it is no such address.
#[must_use]
pub fn web_address(text: &str) -> Option<&str> {
    let address = text.trim().split('#').next()?;
    let host = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"))?;
    let is_host = host.starts_with(|it: char| it.is_alphanumeric()) && !host.contains(char::is_whitespace);
    is_host.then_some(address)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_has_no_web_address() {
        for (text, address) in [
            ("https://example.org/app/#/today", Some("https://example.org/app/")),
            (" http://127.0.0.1:8080/ ", Some("http://127.0.0.1:8080/")),
            ("file:///E:/second-look.html#/today", None),
            ("example.org", None),
            ("https://", None),
            ("https:// example.org", None),
            ("", None),
        ] {
            assert_eq!(web_address(text), address, "{text}");
        }
    }
}
