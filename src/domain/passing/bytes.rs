//! A message as the bytes of one QR code, and back.
//!
//! Answers to 40 statements are 44 bytes, to nine 24: eleven of them fit in seven bytes. The longest message, in the
//! letters that take most, has under 2,500; a QR code holds 2,953.
use super::{
    Answers, CannotPass, Evaluation, FollowUp, Heard, LONGEST_ANSWER, LONGEST_NOTE, LONGEST_TABLE, Message,
    TableNote, Unreadable,
    envelope::{self, Kind},
    heard::{STATES, heard, number},
    wire::{Reader, Writer},
};
use crate::domain::confidence::Rating;

const DIFFERENTLY: &str = "what you will do differently";
const BARRIER: &str = "what may stand in the way";
const USEFUL: &str = "what was most useful";
const CHANGED: &str = "what has changed";
const STATEMENTS: &str = "statements";
const OUTCOMES: &str = "outcomes";

/// How many heard answers are packed together: 33¹¹ is just below 2⁵⁶.
const PACKED: usize = 11;

/// How many things can be said of one outcome: a rating, or none.
const RATINGS: u8 = *Rating::RANGE.end() + 1;

impl Message {
    /// The bytes of its QR code. Texts are tidied.
    ///
    /// # Errors
    /// A [`CannotPass`] when a text or a list is too long.
    pub fn to_bytes(&self) -> Result<Vec<u8>, CannotPass> {
        let mut out = Writer::default();
        out.tags(self.event(), self.sender());
        let kind = match self {
            Self::Answers(it) => {
                out.count(it.heard.len(), STATEMENTS)?;
                for some in it.heard.chunks(PACKED) {
                    out.bytes(&number(some).to_be_bytes()[8 - packed_bytes(some.len())..]);
                }
                Kind::Answers
            }
            Self::Evaluation(it) => {
                out.count(it.ratings.len(), OUTCOMES)?;
                for (before, after) in &it.ratings {
                    out.byte(rated(*before) * RATINGS + rated(*after));
                }
                out.text(&it.differently, DIFFERENTLY, LONGEST_ANSWER)?;
                out.text(&it.barrier, BARRIER, LONGEST_ANSWER)?;
                out.text(&it.useful, USEFUL, LONGEST_ANSWER)?;
                Kind::Evaluation
            }
            Self::FollowUp(it) => {
                out.count(it.ratings.len(), OUTCOMES)?;
                it.ratings.iter().for_each(|rating| out.byte(rated(*rating)));
                out.text(&it.changed, CHANGED, LONGEST_ANSWER)?;
                Kind::FollowUp
            }
            Self::TableNote(it) => {
                out.byte(it.prompt);
                out.line(&it.table, "the table's name", LONGEST_TABLE)?;
                out.text(&it.text, "the note", LONGEST_NOTE)?;
                Kind::TableNote
            }
        };
        Ok(envelope::seal(kind, out.written()))
    }

    /// The message in the bytes of a QR code.
    ///
    /// # Errors
    /// An [`Unreadable`] when there is none that can be taken in.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Unreadable> {
        let (kind, mut read) = envelope::open(bytes)?;
        let (event, sender) = (read.event()?, read.sender()?);
        let message = match kind {
            Kind::Answers => Self::Answers(Answers { event, sender, heard: unpacked(&mut read)? }),
            Kind::Evaluation => Self::Evaluation(Evaluation {
                event,
                sender,
                ratings: read.list(|read| {
                    let both = read.byte()?;
                    Ok((rating(both / RATINGS)?, rating(both % RATINGS)?))
                })?,
                differently: read.text(LONGEST_ANSWER)?,
                barrier: read.text(LONGEST_ANSWER)?,
                useful: read.text(LONGEST_ANSWER)?,
            }),
            Kind::FollowUp => Self::FollowUp(FollowUp {
                event,
                sender,
                ratings: read.list(|read| rating(read.byte()?))?,
                changed: read.text(LONGEST_ANSWER)?,
            }),
            Kind::TableNote => Self::TableNote(TableNote {
                event,
                sender,
                prompt: read.byte()?,
                table: read.line(LONGEST_TABLE)?,
                text: read.text(LONGEST_NOTE)?,
            }),
            Kind::Invitation | Kind::Frame => return Err(Unreadable::OtherKind),
        };
        read.end()?;
        Ok(message)
    }
}

/// How many bytes `count` packed answers take; up to [`PACKED`].
const fn packed_bytes(count: usize) -> usize {
    (u64::BITS - (STATES.pow(count as u32) - 1).leading_zeros()).div_ceil(8) as usize
}

fn unpacked(read: &mut Reader<'_>) -> Result<Vec<Heard>, Unreadable> {
    let mut left = read.count()?;
    let mut all = Vec::with_capacity(left);
    while left > 0 {
        let count = left.min(PACKED);
        let number = read.bytes(packed_bytes(count))?.iter().fold(0, |sum, it| sum << 8 | u64::from(*it));
        all.extend(heard(number, count).ok_or(Unreadable::Impossible)?);
        left -= count;
    }
    Ok(all)
}

fn rated(rating: Option<Rating>) -> u8 {
    rating.map_or(0, Rating::number)
}

fn rating(number: u8) -> Result<Option<Rating>, Unreadable> {
    match number {
        0 => Ok(None),
        _ => Rating::of_ten(number).map(Some).ok_or(Unreadable::Impossible),
    }
}

#[cfg(test)]
mod tests {
    use super::super::{EventTag, SenderTag};
    use super::*;
    use crate::domain::quiz::{Sureness, Verdict};

    const EVENT: EventTag = EventTag::from_entropy([1, 2, 3, 4, 5, 6]);
    const SENDER: SenderTag = SenderTag::from_entropy([7, 8, 9]);

    fn answers(count: usize) -> Message {
        let said =
            Heard { first: Some(Verdict::Fact), second: Some(Verdict::Fact), sure: Some(Sureness::Certain) };
        Message::Answers(Answers { event: EVENT, sender: SENDER, heard: vec![said; count] })
    }

    fn evaluation(text: &str) -> Message {
        let (before, after) = (Rating::of_ten(1), Rating::of_ten(10));
        let ratings = vec![(before, after), (None, after), (before, None), (None, None)];
        let [differently, barrier, useful] = [text, text, text].map(str::to_owned);
        Message::Evaluation(Evaluation {
            event: EVENT,
            sender: SENDER,
            ratings,
            differently,
            barrier,
            useful,
        })
    }

    fn follow_up() -> Message {
        let ratings = vec![None, Rating::of_ten(7)];
        Message::FollowUp(FollowUp { event: EVENT, sender: SENDER, ratings, changed: "I ask.".into() })
    }

    fn note() -> Message {
        let (table, text) =
            ("Table 4".to_owned(), "Ask who was not in the room – it’s odd.\nRing.".to_owned());
        Message::TableNote(TableNote { event: EVENT, sender: SENDER, prompt: 2, table, text })
    }

    fn length(message: &Message) -> usize {
        message.to_bytes().unwrap().len()
    }

    #[test]
    fn every_kind_of_message_arrives() {
        for message in [answers(0), answers(9), answers(60), evaluation("Ask."), follow_up(), note()] {
            assert_eq!(Message::from_bytes(&message.to_bytes().unwrap()).as_ref(), Ok(&message));
        }
    }

    #[test]
    fn a_message_is_as_short_as_it_is_said_to_be() {
        let lengths = [0, 9, 11, 12, 40, 60].map(|count| length(&answers(count)));
        assert_eq!(lengths, [18, 24, 25, 26, 44, 57]);
        assert_eq!(length(&evaluation(&"🙂".repeat(LONGEST_ANSWER))), 18 + 4 + 3 * 802);
    }

    #[test]
    fn every_changed_byte_and_every_cut_is_refused() {
        for message in [answers(40), evaluation("Ask."), follow_up(), note()] {
            let bytes = message.to_bytes().unwrap();
            for at in 0..bytes.len() {
                assert!(Message::from_bytes(&bytes[..at]).is_err());
                assert!(Message::from_bytes(&bytes[at + 1..]).is_err());
                for change in 1..=255 {
                    let mut changed = bytes.clone();
                    changed[at] ^= change;
                    let expected = if at < 2 { Unreadable::NotOurs } else { Unreadable::Damaged };
                    assert_eq!(Message::from_bytes(&changed), Err(expected));
                }
            }
        }
    }

    #[test]
    fn what_is_too_long_is_refused_and_named() {
        let long = evaluation(&"é".repeat(LONGEST_ANSWER + 1)).to_bytes();
        assert_eq!(long, Err(CannotPass::Long { text: DIFFERENTLY, most: 200 }));
        assert_eq!(answers(61).to_bytes(), Err(CannotPass::Many { things: STATEMENTS, most: 60 }));
    }

    #[test]
    fn what_cannot_be_is_refused() {
        let tags = [1, 2, 3, 4, 5, 6, 7, 8, 9];
        for (kind, rest) in [
            (Kind::Answers, &[][..]),
            (Kind::Answers, &[61]),
            (Kind::Answers, &[1]),
            (Kind::Answers, &[1, 33]),
            (Kind::Answers, &[1, 32, 0]),
            (Kind::FollowUp, &[1, 11, 0]),
            (Kind::FollowUp, &[0, 1, 255]),
            (Kind::Evaluation, &[1, 121, 0, 0, 0]),
            (Kind::TableNote, &[0, 41]),
        ] {
            let sealed = envelope::seal(kind, &[&tags, rest].concat());
            assert_eq!(Message::from_bytes(&sealed), Err(Unreadable::Impossible), "{kind:?} {rest:?}");
        }
        let frame = envelope::seal(Kind::Frame, &tags);
        assert_eq!(Message::from_bytes(&frame), Err(Unreadable::OtherKind));
    }
}
