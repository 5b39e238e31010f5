//! The shapes on disk, before sealing. Since version 1.0.0 a `*V1` shape is never edited: the next one is added,
//! every one is read, the newest is written. A new name in a list is a new version too, and a limit that the domain sets to
//! what is kept may grow and never shrink: what does not fit sets its whole record aside.
mod attendance;
mod card_history;
mod collected;
mod confidence;
mod day;
mod draft;
mod event;
mod event_plan;
mod intention;
mod meeting;
mod moment;
mod particulars;
mod profile;
mod progress;
mod question;
mod reflection;
mod round;
mod sureness;
mod verdict;
mod wording;
mod words;

use super::{Namespace, RecordKey};
use crate::domain::journal::Change;

/// Why a document could not be read. Says nothing of what is in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DocError {
    #[error("it was written by a newer version of the app")]
    TooNew,
    #[error("it is damaged")]
    Damaged,
}

/// The profile is one for each person, so its name says nothing.
const PROFILE: [u8; 16] = [0; 16];

/// What a change does to the disk: the row it is about, and the document to put there or none to delete it.
#[must_use]
pub fn encode(change: &Change) -> (RecordKey, Option<Vec<u8>>) {
    let row = |namespace, id| RecordKey { namespace, id };
    match change {
        Change::PutReflection(it) => {
            (row(Namespace::Reflection, it.id.bytes()), Some(reflection::encode(it)))
        }
        Change::DropReflection(id) => (row(Namespace::Reflection, id.bytes()), None),
        Change::PutDraft(it) => (row(Namespace::Draft, it.id.bytes()), Some(draft::encode(it))),
        Change::DropDraft(id) => (row(Namespace::Draft, id.bytes()), None),
        Change::PutRound(it) => (row(Namespace::Round, it.id.bytes()), Some(round::encode(it))),
        Change::DropRound(id) => (row(Namespace::Round, id.bytes()), None),
        Change::PutIntention(it) => (row(Namespace::Intention, it.id.bytes()), Some(intention::encode(it))),
        Change::DropIntention(id) => (row(Namespace::Intention, id.bytes()), None),
        Change::PutProgress(it) => (row(Namespace::Progress, it.id.bytes()), Some(progress::encode(it))),
        Change::DropProgress(id) => (row(Namespace::Progress, id.bytes()), None),
        Change::PutConfidence(it) => {
            (row(Namespace::Confidence, it.id.bytes()), Some(confidence::encode(it)))
        }
        Change::PutEvent(it) => (row(Namespace::Event, it.id.bytes()), Some(event::encode(it))),
        Change::DropEvent(id) => (row(Namespace::Event, id.bytes()), None),
        Change::PutCollected(it) => (row(Namespace::Collected, it.id.bytes()), Some(collected::encode(it))),
        Change::DropCollected(id) => (row(Namespace::Collected, id.bytes()), None),
        Change::PutAttendance(it) => {
            (row(Namespace::Attendance, it.id.bytes()), Some(attendance::encode(it)))
        }
        Change::DropAttendance(id) => (row(Namespace::Attendance, id.bytes()), None),
        Change::DropConfidence(id) => (row(Namespace::Confidence, id.bytes()), None),
        Change::PutMeeting(it) => (row(Namespace::Meeting, it.id.bytes()), Some(meeting::encode(it))),
        Change::DropMeeting(id) => (row(Namespace::Meeting, id.bytes()), None),
        Change::PutQuestion(it) => (row(Namespace::Question, it.id.bytes()), Some(question::encode(it))),
        Change::DropQuestion(id) => (row(Namespace::Question, id.bytes()), None),
        Change::PutCardHistory(it) => {
            (row(Namespace::CardHistory, it.id.bytes()), Some(card_history::encode(it)))
        }
        Change::DropCardHistory(id) => (row(Namespace::CardHistory, id.bytes()), None),
        Change::PutProfile(it) => (row(Namespace::Profile, PROFILE), Some(profile::encode(it))),
        Change::DropProfile => (row(Namespace::Profile, PROFILE), None),
    }
}

/// Reads the document of the row `key`, as the change that puts it in the journal.
///
/// # Errors
/// A [`DocError`] when its version is unknown or it does not have the shape of its version.
pub fn decode(key: RecordKey, bytes: &[u8]) -> Result<Change, DocError> {
    match key.namespace {
        Namespace::Reflection => reflection::decode(key.id, bytes).map(Change::PutReflection),
        Namespace::Draft => draft::decode(key.id, bytes).map(Change::PutDraft),
        Namespace::Round => round::decode(key.id, bytes).map(Change::PutRound),
        Namespace::Intention => intention::decode(key.id, bytes).map(Change::PutIntention),
        Namespace::Progress => progress::decode(key.id, bytes).map(Change::PutProgress),
        Namespace::Confidence => confidence::decode(key.id, bytes).map(Change::PutConfidence),
        Namespace::Event => event::decode(key.id, bytes).map(Change::PutEvent),
        Namespace::Collected => collected::decode(key.id, bytes).map(Change::PutCollected),
        Namespace::Attendance => attendance::decode(key.id, bytes).map(Change::PutAttendance),
        Namespace::Meeting => meeting::decode(key.id, bytes).map(Change::PutMeeting),
        Namespace::Question => question::decode(key.id, bytes).map(Change::PutQuestion),
        Namespace::CardHistory => card_history::decode(key.id, bytes).map(Change::PutCardHistory),
        Namespace::Profile if key.id == PROFILE => profile::decode(key.id, bytes).map(Change::PutProfile),
        Namespace::Profile => Err(DocError::Damaged),
    }
}

/// What stands there, read; none where it cannot be read, which is not the same as nothing standing there.
fn read_any<T, U>(it: Option<T>, read: impl FnOnce(T) -> Option<U>) -> Option<Option<U>> {
    match it {
        Some(it) => read(it).map(Some),
        None => Some(None),
    }
}

/// Tells a document of a later version from a damaged one.
fn explain(text: &str) -> DocError {
    let version = serde_json::from_str(text).ok().and_then(|doc: serde_json::Value| doc.get("v")?.as_u64());
    match version {
        Some(2..) => DocError::TooNew,
        _ => DocError::Damaged,
    }
}

/// Declares the versions of one kind of document: `{"v":1, …}` on disk.
macro_rules! versions {
    ($domain:ty, $newest:ident) => {
        /// The newest shape, as bytes.
        pub(super) fn encode(it: &$domain) -> Vec<u8> {
            serde_json::to_vec(&$newest::from(it)).expect("a document is always valid JSON")
        }

        /// Any known shape, from bytes.
        pub(super) fn decode(id: [u8; 16], bytes: &[u8]) -> Result<$domain, super::DocError> {
            // Everything is read from text: a second kind of source would be a second copy of the reader.
            let text = std::str::from_utf8(bytes).map_err(|_| super::DocError::Damaged)?;
            let doc: $newest = serde_json::from_str(text).map_err(|_| super::explain(text))?;
            if doc.v != 1 {
                return Err(super::explain(text));
            }
            doc.into_domain(id).ok_or(super::DocError::Damaged)
        }
    };
}
use versions;
