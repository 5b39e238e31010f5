//! Answers as a short code that one person reads out and another types.
//!
//! ```text
//! event: 15 bits, 3 digits   sender and answers: 24 bits and 33ⁿ, 5 + n digits   Reed-Solomon check: 2 digits
//! ```
//!
//! So n statements are n + 10 digits: 19 for nine, 22 for twelve. The length tells how many there are, and all codes of
//! an event begin alike. The check notices any two wrong digits and any two that changed places; of anything else one in
//! a thousand gets by it. There is no version: another layout would be of another length.
use super::{
    super::crockford,
    Answers, EventTag, SenderTag,
    heard::{STATES, heard, number},
};

/// How many statements a round can have for its answers to be typed.
pub const MOST_STATEMENTS: usize = 12;

const EVENT: usize = 3;
const CHECK: usize = 2;

/// Why answers have no code, or a text is none of this event, and what to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TypedError {
    #[error("More than {MOST_STATEMENTS} statements are too many to read out. Scan the QR code instead.")]
    Many,
    #[error("It has {typed} characters where a code of this event has {wanted}. Read it out again.")]
    Length { typed: usize, wanted: usize },
    #[error("A character in it is in no code. Read it out again.")]
    Character,
    #[error("One or more characters are not as they are shown. Read it out again.")]
    Mistyped,
    #[error("That code belongs to another event.")]
    OtherEvent,
}

/// How many characters the code of up to [`MOST_STATEMENTS`] answers has, hyphens not counted.
#[must_use]
pub const fn length(statements: usize) -> usize {
    EVENT + rest(statements) + CHECK
}

/// The code of these answers, in groups of four with hyphens between.
///
/// # Errors
/// [`TypedError::Many`] when there are more than [`MOST_STATEMENTS`].
pub fn write(answers: &Answers) -> Result<String, TypedError> {
    let statements = answers.heard.len();
    if statements > MOST_STATEMENTS {
        return Err(TypedError::Many);
    }
    let [a, b, c] = answers.sender.bytes();
    let sender = u128::from(u32::from_be_bytes([0, a, b, c]));
    let rest_of_it = sender * states(statements) + u128::from(number(&answers.heard));
    let mut values = event_values(answers.event).to_vec();
    values.extend((0..rest(statements)).rev().map(|place| (rest_of_it >> (5 * place)) as u8 & 31));
    values.extend(crockford::check::<CHECK>(&values));
    Ok(crockford::grouped(&crockford::digits(&values)))
}

/// The answers to this many statements of `event`, from their code as a person types it: in small letters, with O for 0
/// and I or L for 1, with spaces, hyphens or neither.
///
/// # Errors
/// A [`TypedError`] when it cannot be as it was shown, or was shown at another event.
pub fn read(text: &str, event: EventTag, statements: usize) -> Result<Answers, TypedError> {
    if statements > MOST_STATEMENTS {
        return Err(TypedError::Many);
    }
    let values = crockford::values(text).ok_or(TypedError::Character)?;
    if values.len() != length(statements) {
        return Err(TypedError::Length { typed: values.len(), wanted: length(statements) });
    }
    let values = crockford::checked::<CHECK>(&values).ok_or(TypedError::Mistyped)?;
    let (event_part, rest) = values.split_at(EVENT);
    if event_part != event_values(event) {
        return Err(TypedError::OtherEvent);
    }
    let rest = rest.iter().fold(0, |sum, value| sum << 5 | u128::from(*value));
    let (sender, said) = (rest / states(statements), rest % states(statements));
    let sender = u32::try_from(sender).map_err(|_| TypedError::Mistyped)?;
    let [0, sender @ ..] = sender.to_be_bytes() else { return Err(TypedError::Mistyped) };
    let said = u64::try_from(said).ok().and_then(|said| heard(said, statements));
    Ok(Answers { event, sender: SenderTag::from_entropy(sender), heard: said.ok_or(TypedError::Mistyped)? })
}

/// How many digits a sender and this many answers take.
const fn rest(statements: usize) -> usize {
    5 + statements
}

/// How many different answers there are to this many statements.
const fn states(statements: usize) -> u128 {
    (STATES as u128).pow(statements as u32)
}

/// The first fifteen bits of the event's tag, five to a digit.
fn event_values(event: EventTag) -> [u8; EVENT] {
    let [a, b, ..] = event.bytes();
    [a >> 3, (a << 2 | b >> 6) & 31, (b >> 1) & 31]
}

#[cfg(test)]
mod tests {
    use super::super::Heard;
    use super::*;
    use crate::domain::quiz::{Sureness, Verdict};

    const EVENT: EventTag = EventTag::from_entropy([0xAB, 0xCD, 3, 4, 5, 6]);

    fn answers(statements: usize) -> Answers {
        let said = [
            Heard { first: Some(Verdict::Fact), second: Some(Verdict::Fact), sure: Some(Sureness::Certain) },
            Heard { first: Some(Verdict::Myth), second: None, sure: None },
            Heard::default(),
        ];
        Answers {
            event: EVENT,
            sender: SenderTag::from_entropy([0xFF, 0x80, statements as u8]),
            heard: said.into_iter().cycle().take(statements).collect(),
        }
    }

    /// What came of reading the code of these answers with its digits changed.
    fn read_with(answers: &Answers, change: impl FnOnce(&mut [u8])) -> Result<Answers, TypedError> {
        let mut values = crockford::values(&write(answers).unwrap()).unwrap();
        change(&mut values);
        read(&crockford::digits(&values), EVENT, answers.heard.len())
    }

    #[test]
    fn a_sender_and_any_answers_fit_in_their_digits() {
        for statements in 0..=MOST_STATEMENTS {
            assert!(states(statements) << 24 <= 1 << (5 * rest(statements)), "{statements}");
        }
        assert_eq!([length(9), length(12)], [19, 22]);
        assert!(length(MOST_STATEMENTS) <= crockford::LONGEST);
    }

    #[test]
    fn a_code_is_read_as_people_type_it() {
        for statements in 0..=MOST_STATEMENTS {
            let answers = answers(statements);
            let code = write(&answers).unwrap();
            assert!(code.starts_with("NF6"), "the event stands first: {code}");
            let small = code.to_lowercase().replace('0', "o").replace('1', "l");
            for typed in
                [&code, &code.replace('-', ""), &code.replace('-', " "), &small, &code.replace('1', "i")]
            {
                assert_eq!(read(typed, EVENT, statements).as_ref(), Ok(&answers), "{typed}");
            }
        }
        assert_eq!(write(&answers(9)).unwrap().split('-').map(str::len).collect::<Vec<_>>(), [4, 4, 4, 4, 3]);
    }

    #[test]
    fn every_wrong_digit_and_every_two_neighbours_that_changed_places_are_noticed() {
        let (mut tried, mut refused) = (0, 0);
        for statements in 1..=MOST_STATEMENTS {
            let answers = answers(statements);
            for at in 0..length(statements) {
                for change in 1..32 {
                    tried += 1;
                    refused +=
                        usize::from(read_with(&answers, |it| it[at] ^= change) == Err(TypedError::Mistyped));
                }
            }
            let values = crockford::values(&write(&answers).unwrap()).unwrap();
            for at in (1..values.len()).filter(|at| values[at - 1] != values[*at]) {
                tried += 1;
                let read = read_with(&answers, |it| it.swap(at - 1, at));
                refused += usize::from(read == Err(TypedError::Mistyped));
            }
        }
        assert!(tried > 6_000);
        assert_eq!(refused, tried);
    }

    #[test]
    fn what_is_no_code_of_this_event_is_called_so() {
        let code = write(&answers(9)).unwrap();
        assert_eq!(read("", EVENT, 9), Err(TypedError::Length { typed: 0, wanted: 19 }));
        assert_eq!(read(&code[1..], EVENT, 9), Err(TypedError::Length { typed: 18, wanted: 19 }));
        assert_eq!(read(&code, EVENT, 10), Err(TypedError::Length { typed: 19, wanted: 20 }));
        assert_eq!(read(&code.replacen('N', "U", 1), EVENT, 9), Err(TypedError::Character));
        let other = EventTag::from_entropy([0xAB, 0xCF, 3, 4, 5, 6]);
        assert_eq!(read(&code, other, 9), Err(TypedError::OtherEvent));
        let mistyped = code.replacen('6', "7", 1);
        assert_eq!(
            read(&mistyped, other, 9),
            Err(TypedError::Mistyped),
            "before it is called another event's"
        );
    }

    #[test]
    fn a_round_that_is_too_long_for_it_is_refused() {
        assert_eq!(write(&answers(13)), Err(TypedError::Many));
        assert_eq!(read("", EVENT, usize::MAX), Err(TypedError::Many));
    }

    #[test]
    fn digits_that_stand_for_no_sender_are_refused() {
        let mut values = event_values(EVENT).to_vec();
        values.extend([31; 14]);
        values.extend(crockford::check::<CHECK>(&values));
        assert_eq!(read(&crockford::digits(&values), EVENT, 9), Err(TypedError::Mistyped));
    }
}
