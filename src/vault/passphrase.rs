//! The passphrase that a person chooses.
use zeroize::{Zeroize, ZeroizeOnDrop};

/// What a person remembers. Exactly as it was typed: nothing is trimmed. Wiped from memory when dropped; cannot be
/// printed.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct Passphrase(String);

/// A new passphrase is not accepted below [`Passphrase::SHORTEST`] characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the passphrase is too short")]
pub struct TooShort;

impl Passphrase {
    /// How many characters a new one must have.
    pub const SHORTEST: usize = 8;

    /// One to set.
    ///
    /// # Errors
    /// [`TooShort`] below [`Self::SHORTEST`] characters.
    pub fn new(text: &str) -> Result<Self, TooShort> {
        if text.chars().count() < Self::SHORTEST {
            return Err(TooShort);
        }
        Ok(Self::given(text))
    }

    /// One to try, whatever its length: what was set decides.
    #[must_use]
    pub fn given(text: &str) -> Self {
        Self(text.to_owned())
    }

    /// As it was typed.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_one_has_eight_characters_of_any_script() {
        assert_eq!(Passphrase::new("seven 7").err(), Some(TooShort));
        assert_eq!(Passphrase::new("ééééééé").err(), Some(TooShort), "characters count, not bytes");
        assert!(Passphrase::new("       8").is_ok());
    }
}
