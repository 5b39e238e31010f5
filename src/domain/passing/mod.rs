//! What passes between phones at a learning day that has no network.
use crate::domain::quiz::{Sureness, Verdict};

/// Names a learning day in everything that passes between phones.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct EventTag([u8; 6]);

impl EventTag {
    /// A tag made of random bytes that the caller supplies.
    #[must_use]
    pub const fn from_entropy(bytes: [u8; 6]) -> Self {
        Self(bytes)
    }

    /// The bytes, for storage and for codes.
    #[must_use]
    pub const fn bytes(self) -> [u8; 6] {
        self.0
    }
}

/// Tells one phone from another at one event, and tells nobody whose it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SenderTag(u32);

/// What one phone said of one statement.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Heard {
    pub first: Option<Verdict>,
    pub second: Option<Verdict>,
    pub sure: Option<Sureness>,
}

/// What one phone said of all statements.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answers {
    pub event: EventTag,
    pub sender: SenderTag,
    pub heard: Vec<Heard>,
}
