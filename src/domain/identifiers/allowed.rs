//! What is never marked: the app's own telephone numbers, and what the person leaves for good.

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

    pub(super) fn has_number(&self, digits: &str) -> bool {
        self.numbers.contains(&national(digits))
    }

    pub(super) fn has_text(&self, text: &str) -> bool {
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
