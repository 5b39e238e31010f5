//! What came from one phone at a learning day: it counts once, however often it is shown.
use crate::domain::{
    ids::{CollectedId, EventId},
    passing::Message,
    time::Moment,
};

/// Something that came from a phone.
#[derive(Clone, Debug, PartialEq)]
pub struct Collected {
    /// Its name.
    pub id: CollectedId,
    pub event: EventId,
    pub message: Message,
    pub at: Moment,
}

impl Collected {
    /// Whether `message` is of the same kind from the same phone: only one of them can count.
    #[must_use]
    pub fn is_of_the_same(&self, message: &Message) -> bool {
        match (&self.message, message) {
            (Message::Answers(it), Message::Answers(other)) => it.sender == other.sender,
            (Message::Evaluation(it), Message::Evaluation(other)) => it.sender == other.sender,
            (Message::FollowUp(it), Message::FollowUp(other)) => it.sender == other.sender,
            _ => false,
        }
    }
}
