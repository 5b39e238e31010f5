//! Codes that a person writes down, reads out and types: Crockford's base 32 with a Reed-Solomon check over GF(32).
//!
//! There is no I, L, O or U among the digits, and who types one of the first three meant 1 or 0
//! (<https://www.crockford.com/base32.html>).

/// What five bits are written as.
const DIGITS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// How many digits stand together.
const GROUP: usize = 4;

/// The most digits in a code, its check among them: GF(32) has 31 places.
pub const LONGEST: usize = 31;

/// The digits of `values`, of which five bits each count.
#[must_use]
pub fn digits(values: &[u8]) -> String {
    values.iter().map(|value| char::from(DIGITS[usize::from(value & 31)])).collect()
}

/// The values of a code as a person types it: in small letters, with O for 0 and I or L for 1, with spaces, hyphens or
/// neither. None when a character is in no code.
#[must_use]
pub fn values(typed: &str) -> Option<Vec<u8>> {
    let meant = typed.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '\u{2010}'..='\u{2015}'));
    // It may be a recovery code: a list that grew would leave copies of itself behind.
    let mut values = Vec::with_capacity(typed.len());
    for digit in meant {
        values.push(value(digit)?);
    }
    Some(values)
}

/// A code as it is written down: in groups of four with hyphens between.
#[must_use]
pub fn grouped(digits: &str) -> String {
    let mut written = String::with_capacity(digits.len() + digits.len() / GROUP);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && at % GROUP == 0 {
            written.push('-');
        }
        written.push(digit);
    }
    written
}

/// What `values` are followed by: the remainder, as a polynomial over GF(32), by (x-a)(x-a²)…(x-aᴺ) with a = 2. In a
/// code of up to [`LONGEST`] digits it notices any `N` wrong ones, and from `N` = 2 on any two that changed places.
#[must_use]
pub fn check<const N: usize>(values: &[u8]) -> [u8; N] {
    let generator = generator::<N>();
    let mut remainder = [0; N];
    for value in values {
        let carried = value ^ remainder[0];
        remainder.rotate_left(1);
        remainder[N - 1] = 0;
        for (place, factor) in remainder.iter_mut().zip(generator) {
            *place ^= times(carried, factor);
        }
    }
    remainder
}

/// What stands before a check of `N` digits, if the check is the right one.
#[must_use]
pub fn checked<const N: usize>(values: &[u8]) -> Option<&[u8]> {
    let (before, given) = values.split_last_chunk::<N>()?;
    (check::<N>(before) == *given).then_some(before)
}

fn value(typed: char) -> Option<u8> {
    let digit = match typed.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    DIGITS.iter().position(|it| char::from(*it) == digit).and_then(|at| u8::try_from(at).ok())
}

/// The generator's coefficients below xᴺ, the highest first.
const fn generator<const N: usize>() -> [u8; N] {
    let mut product = [0; N];
    let mut root = 1;
    let mut degree = 0;
    while degree < N {
        root = times(root, 2);
        let mut at = degree;
        while at > 0 {
            product[at] ^= times(root, product[at - 1]);
            at -= 1;
        }
        product[0] ^= root;
        degree += 1;
    }
    product
}

/// Multiplies in GF(32), modulo x⁵ + x² + 1.
const fn times(mut one: u8, mut other: u8) -> u8 {
    let mut product = 0;
    while other > 0 {
        product ^= one * (other & 1);
        one <<= 1;
        one ^= 0b10_0101 * (one >> 5);
        other >>= 1;
    }
    product
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_has_a_digit_and_every_digit_its_value() {
        let all: Vec<u8> = (0..32).collect();
        assert_eq!(values(&digits(&all)), Some(all.clone()));
        assert_eq!(values(&grouped(&digits(&all)).to_lowercase()), Some(all));
        assert_eq!(values("iLo I–0"), Some(vec![1, 1, 0, 1, 0]));
        assert_eq!(values("U"), None);
    }

    #[test]
    fn the_generator_has_the_roots_that_it_should_have() {
        fn is_zero_at_its_roots<const N: usize>() {
            let mut root = 1;
            for _ in 0..N {
                root = times(root, 2);
                let sum = generator::<N>().iter().fold(1, |sum, it| times(sum, root) ^ it);
                assert_eq!(sum, 0);
            }
        }
        is_zero_at_its_roots::<2>();
        is_zero_at_its_roots::<4>();
        assert_eq!(generator(), [30, 6, 9, 17], "the one that recovery codes were made with");
    }

    #[test]
    fn two_digits_of_check_notice_any_two_wrong_ones() {
        let mut code: Vec<u8> = (0..29).map(|it| (it * 7) & 31).collect();
        code.extend(check::<2>(&code));
        assert_eq!(code.len(), LONGEST);
        assert_eq!(checked::<2>(&code), Some(&code[..29]));
        // The code is linear: what goes unnoticed goes unnoticed times anything, so one of the two may be off by 1.
        for one in 0..LONGEST {
            for other in (0..LONGEST).filter(|other| *other != one) {
                for change in 0..32 {
                    let mut wrong = code.clone();
                    wrong[one] ^= 1;
                    wrong[other] ^= change;
                    assert_eq!(checked::<2>(&wrong), None);
                }
            }
        }
    }
}
