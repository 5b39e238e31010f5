//! The recovery code: random, written down, and forgiving to type.
//!
//! Twenty-four characters of Crockford's base 32 are 120 random bits; four more are a Reed-Solomon check over GF(32),
//! which notices any four wrong characters and any two that changed places. So an error of typing is told from a code
//! that is another one.
use super::Entropy;
use crate::domain::crockford;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

const RANDOM: usize = 24;
const CHECK: usize = 4;

/// What a person wrote down. Wiped from memory when dropped; cannot be printed by accident.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct RecoveryCode(String);

/// Why a text is no recovery code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CodeError {
    #[error("it has {0} characters where a code has 28")]
    Length(usize),
    #[error("a character in it is in no code")]
    Character,
    #[error("one or more characters are not as they were written down")]
    Mistyped,
}

impl RecoveryCode {
    /// A new code.
    #[must_use]
    pub fn make_random(entropy: &mut impl Entropy) -> Self {
        let bytes = Zeroizing::new(entropy.bytes::<RANDOM>());
        let mut values = Zeroizing::new(bytes.map(|byte| byte & 31).to_vec());
        let check = crockford::check::<CHECK>(&values);
        values.extend(check);
        Self(crockford::digits(&values))
    }

    /// Reads a code as a person types it: in small letters, with O for 0 and I or L for 1, with spaces, hyphens or
    /// neither.
    ///
    /// # Errors
    /// A [`CodeError`] when it cannot be as it was written down.
    pub fn parse(text: &str) -> Result<Self, CodeError> {
        let values = Zeroizing::new(crockford::values(text).ok_or(CodeError::Character)?);
        if values.len() != RANDOM + CHECK {
            return Err(CodeError::Length(values.len()));
        }
        crockford::checked::<CHECK>(&values).ok_or(CodeError::Mistyped)?;
        Ok(Self(crockford::digits(&values)))
    }

    /// As it is derived from: 28 characters without hyphens.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.0
    }

    /// As it is written down: in groups of four.
    #[must_use]
    pub fn written(&self) -> Zeroizing<String> {
        Zeroizing::new(crockford::grouped(&self.0))
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::Counter;
    use super::*;
    use proptest::prelude::*;

    fn parsed(text: &str) -> Result<String, CodeError> {
        RecoveryCode::parse(text).map(|code| code.text().to_owned())
    }

    #[test]
    fn a_code_is_read_as_people_type_it() {
        let code = RecoveryCode::make_random(&mut Counter(0));
        let written = code.written().to_string();
        assert_eq!((written.len(), written.matches('-').count()), (34, 6));
        assert!(written.contains('0') && written.contains('1'), "{written} tries none of the exchanges");
        let small = written.to_lowercase().replace('0', "o").replace('1', "l");
        for typed in
            [&written, &written.replace('-', ""), &written.replace('-', " "), &small, &format!(" {small}\n")]
        {
            assert_eq!(parsed(typed), Ok(code.text().to_owned()), "{typed}");
        }
        assert_eq!(parsed(&written.replace('1', "I")), Ok(code.text().to_owned()));
    }

    #[test]
    fn what_is_no_code_is_called_so() {
        let written = RecoveryCode::make_random(&mut Counter(0)).written().to_string();
        assert_eq!(parsed(""), Err(CodeError::Length(0)));
        assert_eq!(parsed(&written[1..]), Err(CodeError::Length(27)));
        assert_eq!(parsed(&format!("{written}0")), Err(CodeError::Length(29)));
        assert_eq!(parsed(&written.replace('0', "U")), Err(CodeError::Character));
        assert_eq!(parsed(&written.replace('0', "é")), Err(CodeError::Character));
    }

    proptest! {
        #[test]
        fn up_to_four_wrong_characters_are_noticed(
            seed: u8,
            wrong in proptest::collection::btree_map(0..RANDOM + CHECK, 1..32_u8, 1..=4),
        ) {
            let code = RecoveryCode::make_random(&mut Counter(seed));
            let mut values = crockford::values(code.text()).unwrap();
            for (at, change) in wrong {
                values[at] ^= change;
            }
            let typed = crockford::digits(&values);
            prop_assert_eq!(parsed(&typed), Err(CodeError::Mistyped));
        }

        #[test]
        fn two_characters_that_changed_places_are_noticed(seed: u8, one in 0..28_usize, other in 0..28_usize) {
            let code = RecoveryCode::make_random(&mut Counter(seed));
            let mut digits: Vec<char> = code.text().chars().collect();
            prop_assume!(digits[one] != digits[other]);
            digits.swap(one, other);
            prop_assert_eq!(parsed(&digits.into_iter().collect::<String>()), Err(CodeError::Mistyped));
        }

        #[test]
        fn no_text_makes_it_stumble(text in ".{0,60}") {
            drop(parsed(&text));
        }
    }
}
