//! Names for things, each a type of its own so that none can stand in for another.
use super::hex::{hex, parse_hex};
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// The text was not an id of the kind wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("that is not a valid id")]
pub struct NotAnId;

/// Declares an id of something a person made: 16 random bytes, handed in. Random rather than
/// time-ordered, because an id must not tell when a reflection was written.
macro_rules! random_ids {
    ($($(#[$meta:meta])* $name:ident;)*) => {$(
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name([u8; 16]);

        impl $name {
            /// An id made of random bytes that the caller supplies.
            #[must_use]
            pub const fn from_entropy(bytes: [u8; 16]) -> Self {
                Self(bytes)
            }

            /// The bytes, for sealing and for storage.
            #[must_use]
            pub const fn bytes(self) -> [u8; 16] {
                self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&hex(&self.0))
            }
        }

        impl FromStr for $name {
            type Err = NotAnId;

            fn from_str(text: &str) -> Result<Self, NotAnId> {
                parse_hex(text).map(Self).ok_or(NotAnId)
            }
        }
    )*};
}

/// Declares an id of something in a pack: `pack/item`, as packs are published under that name.
macro_rules! pack_ids {
    ($($(#[$meta:meta])* $name:ident;)*) => {$(
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// The id of `item` in `pack`.
            #[must_use]
            pub fn new(pack: &str, item: &str) -> Self {
                Self(format!("{pack}/{item}"))
            }

            /// The pack's part of the id.
            #[must_use]
            pub fn pack(&self) -> &str {
                self.0.split('/').next().unwrap_or_default()
            }

            /// The item's part of the id.
            #[must_use]
            pub fn item(&self) -> &str {
                self.0.split_once('/').map_or("", |(_, item)| item)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl FromStr for $name {
            type Err = NotAnId;

            fn from_str(text: &str) -> Result<Self, NotAnId> {
                match text.split_once('/') {
                    Some((pack, item)) if is_name(pack) && is_name(item) => Ok(Self(text.to_owned())),
                    _ => Err(NotAnId),
                }
            }
        }

        impl TryFrom<String> for $name {
            type Error = NotAnId;

            fn try_from(text: String) -> Result<Self, NotAnId> {
                text.parse()
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> Self {
                id.0
            }
        }
    )*};
}

random_ids! {
    /// One reflection, and its draft.
    ReflectionId;
    /// One sitting of a quiz.
    RoundId;
    /// A take-home message made one's own.
    IntentionId;
    /// How far a module has been read.
    ProgressId;
    /// One supervision meeting.
    MeetingId;
    /// The answers to one card.
    CardHistoryId;
    /// A question that the person brought in.
    QuestionId;
    /// How confident the person is of one learning outcome.
    ConfidenceId;
    /// A learning day that the person holds.
    EventId;
    /// What came from one phone at such a day.
    CollectedId;
    /// A learning day that the person takes part in.
    AttendanceId;
}

pack_ids! {
    /// A myth-or-fact statement.
    StatementId;
    /// A set of statements.
    SetId;
    /// A module of learning.
    ModuleId;
    /// A section of a module.
    SectionId;
    /// What a module should leave a person able to do.
    LearningOutcomeId;
    /// A take-home message.
    TakeawayId;
    /// A level of need.
    LevelId;
    /// A sign that points to a level of need.
    IndicatorId;
    /// An entry of reference: a law, a term, a rung, a change or a resource.
    EntryId;
    /// A model of reflection.
    ModelId;
    /// A form of a regulator or an employer.
    FormId;
}

/// Whether `text` is kebab-case: what packs and the address bar use.
#[must_use]
pub fn is_name(text: &str) -> bool {
    !text.is_empty()
        && text.split('-').all(|word| {
            !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_random_id_survives_being_written_down() {
        let id = ReflectionId::from_entropy([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 254, 255]);
        assert_eq!(id.to_string(), "000102030405060708090a0b0c0dfeff");
        assert_eq!(id.to_string().parse(), Ok(id));
    }

    #[test]
    fn what_is_not_an_id_is_refused() {
        for text in ["", "0", "zz0102030405060708090a0b0c0dfeff", "é00102030405060708090a0b0c0dfef"] {
            assert_eq!(text.parse::<RoundId>(), Err(NotAnId), "{text}");
        }
        for text in ["", "pack", "pack/", "Pack/item", "pack/item/more", "pack/-item", "pack/item x"] {
            assert_eq!(text.parse::<StatementId>(), Err(NotAnId), "{text}");
        }
    }

    #[test]
    fn a_pack_id_names_its_pack() {
        assert_eq!(SetId::new("salford", "nine").pack(), "salford");
    }
}
