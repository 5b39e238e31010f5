//! What passes between phones at a learning event that has no network, and the ways it goes.
//!
//! A phone shows, another looks or a person reads out and types:
//!
//! ```text
//! organiser -> everyone    Invitation (link, as a QR code)    Carried (a loop of QR codes)
//! everyone  -> organiser   Message (one QR code)              Answers (typed)
//! ```
//!
//! What comes from another phone is a stranger's: reading it never panics, and takes no more memory than its own length
//! and the bounds here allow.
mod base64;
pub mod bytes;
mod envelope;
pub mod frames;
mod heard;
mod item_code;
pub mod link;
mod tags;
pub mod typed;
mod wire;

pub use frames::{Carried, CarriedStatement, Collector, Progress};
pub use heard::Heard;
pub use item_code::ItemCode;
pub use link::{Invitation, Invited};
pub use tags::{EventTag, SenderTag};

use super::{confidence::Rating, questions::WhatIsWrong};

/// How many statements, and how many outcomes, an event can have.
pub const MOST_ITEMS: usize = 60;

/// How many characters each text of an evaluation or a follow-up can have.
pub const LONGEST_ANSWER: usize = 200;

/// How many characters a table's note can have.
pub const LONGEST_NOTE: usize = 400;

/// How many characters a table's name can have.
pub const LONGEST_TABLE: usize = 40;

/// What one phone hands in.
#[derive(Clone, Debug, PartialEq)]
pub enum Message {
    Answers(Answers),
    Evaluation(Evaluation),
    FollowUp(FollowUp),
    TableNote(TableNote),
}

/// What one phone said of the event's statements.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answers {
    pub event: EventTag,
    pub sender: SenderTag,
    /// In the order of the event's statements; up to [`MOST_ITEMS`].
    pub heard: Vec<Heard>,
}

/// What one person thought of the event at its end.
#[derive(Clone, Debug, PartialEq)]
pub struct Evaluation {
    pub event: EventTag,
    pub sender: SenderTag,
    /// How confident of each outcome before and after, in the order of the event's outcomes; up to [`MOST_ITEMS`].
    pub ratings: Vec<(Option<Rating>, Option<Rating>)>,
    /// What they will do differently; up to [`LONGEST_ANSWER`] characters, like the two below.
    pub differently: String,
    /// What may stand in the way.
    pub barrier: String,
    /// What was most useful.
    pub useful: String,
}

/// What became of it three months later.
#[derive(Clone, Debug, PartialEq)]
pub struct FollowUp {
    pub event: EventTag,
    pub sender: SenderTag,
    /// How confident of each outcome now, in the order of the event's outcomes; up to [`MOST_ITEMS`].
    pub ratings: Vec<Option<Rating>>,
    /// What has changed; up to [`LONGEST_ANSWER`] characters.
    pub changed: String,
}

/// What a table's scribe typed for a prompt of the group work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableNote {
    pub event: EventTag,
    pub sender: SenderTag,
    /// Which prompt of the day, counted from 0.
    pub prompt: u8,
    /// What the table is called; up to [`LONGEST_TABLE`] characters, on one line.
    pub table: String,
    /// Up to [`LONGEST_NOTE`] characters.
    pub text: String,
}

impl Message {
    /// The event it belongs to.
    #[must_use]
    pub const fn event(&self) -> EventTag {
        self.tags().0
    }

    /// The phone it comes from.
    #[must_use]
    pub const fn sender(&self) -> SenderTag {
        self.tags().1
    }

    const fn tags(&self) -> (EventTag, SenderTag) {
        match self {
            Self::Answers(it) => (it.event, it.sender),
            Self::Evaluation(it) => (it.event, it.sender),
            Self::FollowUp(it) => (it.event, it.sender),
            Self::TableNote(it) => (it.event, it.sender),
        }
    }
}

/// Why something cannot be passed on as it is, and what to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CannotPass {
    #[error("Too long: {text}. It can have {most} characters. Shorten it.")]
    Long { text: &'static str, most: usize },
    #[error("There are more than {most} {things}. Leave some out.")]
    Many { things: &'static str, most: usize },
    #[error("A question cannot be asked. {0}")]
    Question(#[from] WhatIsWrong),
    #[error("The day is outside the years 1 to 9999. Correct it.")]
    Day,
    #[error(
        "The event's own texts are more than {} codes can carry. Shorten some or leave them out.",
        frames::MOST_FRAMES
    )]
    Large,
}

/// Why what another phone showed cannot be taken in, and what to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    #[error("That code is not one of Second Look's.")]
    NotOurs,
    #[error("That code comes from a later version of Second Look. Update this app, then try again.")]
    Later,
    #[error("That code is damaged, or only a part of it was read. Try again.")]
    Damaged,
    #[error("That is a code of Second Look, but not one that is wanted here.")]
    OtherKind,
    #[error("That code belongs to another event.")]
    OtherEvent,
    #[error("That code is whole, but what it says cannot be. The phone that shows it may need an update.")]
    Impossible,
}
