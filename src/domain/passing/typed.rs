//! Answers, and how confident one is three months on, as a short code that one person reads out and another types.
//!
//! ```text
//! event: 15 bits, 3 digits   sender and what is said: 24 bits and 33ⁿ or 11ⁿ   Reed-Solomon check: 2 digits
//! ```
//!
//! So answers to n statements are n + 10 digits: 19 for nine, 22 for twelve; four outcomes are 13. The length tells how
//! many there are. All answers to an event begin alike, and so do its follow-ups, but otherwise. The check notices any two
//! wrong digits and any two that changed places; of anything else one in a thousand gets by it. There is no version:
//! another layout would be of another length.
use super::{
    super::{confidence::Rating, crockford},
    Answers, EventTag, FollowUp, Message, SenderTag,
    heard::{STATES, heard, number},
};

/// How many statements or outcomes there can be for a code to be typed.
pub const MOST_TYPED: usize = 12;

const EVENT: usize = 3;
const CHECK: usize = 2;

/// How many things can be said of one outcome: a rating, or none.
const RATINGS: u128 = *Rating::RANGE.end() as u128 + 1;

/// Why something has no code, or a text is none of this event, and what to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TypedError {
    #[error("More than {MOST_TYPED} are too many to read out. Scan the QR code instead.")]
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

/// What is typed at an event.
#[derive(Clone, Copy, Debug)]
pub struct Expected {
    pub event: EventTag,
    /// How many statements, and how many outcomes, it has.
    pub statements: usize,
    pub outcomes: usize,
}

/// The code of these answers, in groups of four with hyphens between.
///
/// # Errors
/// [`TypedError::Many`] when there are more than [`MOST_TYPED`].
pub fn write(answers: &Answers) -> Result<String, TypedError> {
    let layout = Layout::answers(answers.event, answers.heard.len())?;
    Ok(layout.write(answers.sender, number(&answers.heard).into()))
}

/// The code of these ratings; what has changed in words is not in it.
///
/// # Errors
/// [`TypedError::Many`] when there are more than [`MOST_TYPED`].
pub fn write_follow_up(follow_up: &FollowUp) -> Result<String, TypedError> {
    let layout = Layout::follow_up(follow_up.event, follow_up.ratings.len())?;
    let ratings = follow_up.ratings.iter().map(|it| it.map_or(0, Rating::number));
    Ok(layout.write(follow_up.sender, ratings.fold(0, |sum, it| sum * RATINGS + u128::from(it))))
}

/// What a code of the event says, as a person types it: in small letters, with O for 0 and I or L for 1, with spaces,
/// hyphens or neither.
///
/// # Errors
/// A [`TypedError`] when it cannot be as it was shown, or was shown at another event.
pub fn read(text: &str, expected: Expected) -> Result<Message, TypedError> {
    let Expected { event, statements, outcomes } = expected;
    let values = crockford::values(text).ok_or(TypedError::Character)?;
    if values.starts_with(&follow_up_begins(event)) {
        let (sender, mut said) = Layout::follow_up(event, outcomes)?.read(&values)?;
        let mut ratings = vec![None; outcomes];
        for rating in ratings.iter_mut().rev() {
            *rating = u8::try_from(said % RATINGS).ok().and_then(Rating::of_ten);
            said /= RATINGS;
        }
        return Ok(Message::FollowUp(FollowUp { event, sender, ratings, changed: String::new() }));
    }
    let (sender, said) = Layout::answers(event, statements)?.read(&values)?;
    let heard = u64::try_from(said).ok().and_then(|said| heard(said, statements));
    Ok(Message::Answers(Answers { event, sender, heard: heard.ok_or(TypedError::Mistyped)? }))
}

/// How a code is laid out.
struct Layout {
    begins: [u8; EVENT],
    /// How many different things can be said.
    states: u128,
}

impl Layout {
    const fn answers(event: EventTag, statements: usize) -> Result<Self, TypedError> {
        Self::of(answers_begin(event), STATES as u128, statements)
    }

    const fn follow_up(event: EventTag, outcomes: usize) -> Result<Self, TypedError> {
        Self::of(follow_up_begins(event), RATINGS, outcomes)
    }

    const fn of(begins: [u8; EVENT], states_of_one: u128, many: usize) -> Result<Self, TypedError> {
        if many > MOST_TYPED {
            return Err(TypedError::Many);
        }
        Ok(Self { begins, states: states_of_one.pow(many as u32) })
    }

    /// How many digits a sender and what is said take: as few as hold every state.
    const fn rest(&self) -> usize {
        let mut digits = 5;
        while self.states << 24 > 1 << (5 * digits) {
            digits += 1;
        }
        digits
    }

    fn write(&self, sender: SenderTag, said: u128) -> String {
        let [a, b, c] = sender.bytes();
        let rest = u128::from(u32::from_be_bytes([0, a, b, c])) * self.states + said;
        let mut values = self.begins.to_vec();
        values.extend((0..self.rest()).rev().map(|place| (rest >> (5 * place)) as u8 & 31));
        values.extend(crockford::check::<CHECK>(&values));
        crockford::grouped(&crockford::digits(&values))
    }

    fn read(&self, values: &[u8]) -> Result<(SenderTag, u128), TypedError> {
        let wanted = EVENT + self.rest() + CHECK;
        if values.len() != wanted {
            return Err(TypedError::Length { typed: values.len(), wanted });
        }
        let values = crockford::checked::<CHECK>(values).ok_or(TypedError::Mistyped)?;
        let (begins, rest) = values.split_at(EVENT);
        if begins != self.begins {
            return Err(TypedError::OtherEvent);
        }
        let rest = rest.iter().fold(0, |sum, value| sum << 5 | u128::from(*value));
        let sender = u32::try_from(rest / self.states).map_err(|_| TypedError::Mistyped)?;
        let [0, sender @ ..] = sender.to_be_bytes() else { return Err(TypedError::Mistyped) };
        Ok((SenderTag::from_entropy(sender), rest % self.states))
    }
}

/// The first fifteen bits of the event's tag, five to a digit.
const fn answers_begin(event: EventTag) -> [u8; EVENT] {
    let [a, b, ..] = event.bytes();
    [a >> 3, (a << 2 | b >> 6) & 31, (b >> 1) & 31]
}

/// None of the digits that answers begin with.
const fn follow_up_begins(event: EventTag) -> [u8; EVENT] {
    let [a, b, c] = answers_begin(event);
    [31 - a, 31 - b, 31 - c]
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

    /// Reads at an event with so many statements and four outcomes.
    fn read(text: &str, statements: usize) -> Result<Answers, TypedError> {
        read_at(EVENT, text, statements)
    }

    fn read_at(event: EventTag, text: &str, statements: usize) -> Result<Answers, TypedError> {
        match super::read(text, Expected { event, statements, outcomes: 4 })? {
            Message::Answers(answers) => Ok(answers),
            other => panic!("{other:?} is not answers"),
        }
    }

    fn length(statements: usize) -> usize {
        crockford::values(&write(&answers(statements)).unwrap()).unwrap().len()
    }

    /// What came of reading the code of these answers with its digits changed.
    fn read_with(answers: &Answers, change: impl FnOnce(&mut [u8])) -> Result<Answers, TypedError> {
        let mut values = crockford::values(&write(answers).unwrap()).unwrap();
        change(&mut values);
        read(&crockford::digits(&values), answers.heard.len())
    }

    #[test]
    fn a_sender_and_any_answers_fit_in_their_digits() {
        for statements in 0..=MOST_TYPED {
            let layout = Layout::answers(EVENT, statements).unwrap();
            assert!(layout.states << 24 <= 1 << (5 * layout.rest()), "{statements}");
            assert_eq!(length(statements), statements + 10);
        }
        assert_eq!([length(9), length(12)], [19, 22]);
        assert!(length(MOST_TYPED) <= crockford::LONGEST);
    }

    #[test]
    fn a_code_is_read_as_people_type_it() {
        for statements in 0..=MOST_TYPED {
            let answers = answers(statements);
            let code = write(&answers).unwrap();
            assert!(code.starts_with("NF6"), "the event stands first: {code}");
            let small = code.to_lowercase().replace('0', "o").replace('1', "l");
            for typed in
                [&code, &code.replace('-', ""), &code.replace('-', " "), &small, &code.replace('1', "i")]
            {
                assert_eq!(read(typed, statements).as_ref(), Ok(&answers), "{typed}");
            }
        }
        assert_eq!(write(&answers(9)).unwrap().split('-').map(str::len).collect::<Vec<_>>(), [4, 4, 4, 4, 3]);
    }

    #[test]
    fn every_wrong_digit_and_every_two_neighbours_that_changed_places_are_noticed() {
        let (mut tried, mut refused) = (0, 0);
        for statements in 1..=MOST_TYPED {
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
        assert_eq!(read("", 9), Err(TypedError::Length { typed: 0, wanted: 19 }));
        assert_eq!(read(&code[1..], 9), Err(TypedError::Length { typed: 18, wanted: 19 }));
        assert_eq!(read(&code, 10), Err(TypedError::Length { typed: 19, wanted: 20 }));
        assert_eq!(read(&code.replacen('N', "U", 1), 9), Err(TypedError::Character));
        let other = EventTag::from_entropy([0xAB, 0xCF, 3, 4, 5, 6]);
        assert_eq!(read_at(other, &code, 9), Err(TypedError::OtherEvent));
        let mistyped = code.replacen('6', "7", 1);
        assert_eq!(
            read_at(other, &mistyped, 9),
            Err(TypedError::Mistyped),
            "before it is called another event's"
        );
    }

    #[test]
    fn a_round_that_is_too_long_for_it_is_refused() {
        assert_eq!(write(&answers(13)), Err(TypedError::Many));
        assert_eq!(read("", usize::MAX), Err(TypedError::Many));
    }

    #[test]
    fn digits_that_stand_for_no_sender_are_refused() {
        let mut values = answers_begin(EVENT).to_vec();
        values.extend([31; 14]);
        values.extend(crockford::check::<CHECK>(&values));
        assert_eq!(read(&crockford::digits(&values), 9), Err(TypedError::Mistyped));
    }

    fn follow_up(outcomes: usize) -> FollowUp {
        let ratings =
            [Rating::of_ten(10), None, Rating::of_ten(1)].into_iter().cycle().take(outcomes).collect();
        let sender = SenderTag::from_entropy([0xFF, 0x80, outcomes as u8]);
        FollowUp { event: EVENT, sender, ratings, changed: String::new() }
    }

    #[test]
    fn a_follow_up_is_read_out_too_and_never_taken_for_answers() {
        for outcomes in 0..=MOST_TYPED {
            let code = write_follow_up(&follow_up(outcomes)).unwrap();
            let expected = Expected { event: EVENT, statements: 9, outcomes };
            let typed = code.to_lowercase().replace('-', " ");
            assert_eq!(super::read(&typed, expected), Ok(Message::FollowUp(follow_up(outcomes))), "{code}");
            let values = crockford::values(&code).unwrap();
            for at in 0..values.len() {
                let mut mistyped = values.clone();
                mistyped[at] ^= 1;
                assert!(super::read(&crockford::digits(&mistyped), expected).is_err(), "{code} at {at}");
            }
        }
        let code = write_follow_up(&follow_up(4)).unwrap();
        assert_eq!(code.len(), "1234-5678-9012-3".len());
        let elsewhere = EventTag::from_entropy([0; 6]);
        assert!(super::read(&code, Expected { event: elsewhere, statements: 3, outcomes: 4 }).is_err());
        assert_eq!(write_follow_up(&follow_up(13)), Err(TypedError::Many));
    }
}
