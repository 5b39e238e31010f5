//! Where records lie: opaque bytes under plain names, all of a batch or none.
//!
//! | what | where | readable by whoever holds the device? |
//! | --- | --- | --- |
//! | reflections, drafts, quiz rounds, every answer, questions brought in, intentions, what has been read, how confident the person is, learning days and what came from phones at them, supervision, the person's profile | IndexedDB `second-look`, store `records`, one row each | no: sealed |
//! | the key that opens them | same database, store `header` | yes, until a passphrase is set; from then on it is wrapped |
//! | nothing: zeros that make Chromium begin a new log, deleted at once | IndexedDB `second-look-log` | yes: they say nothing |
//! | when to lock by itself | localStorage | yes: it reveals nothing |
//! | theme, text size, area, "not now" answers, whether a scan beeps | localStorage | yes: they reveal nothing |
//! | the app's files and packs | Cache Storage, by the service worker | yes: they are public |
//! | the pack of an area that the person added | Cache Storage, on a shelf of its own | yes: it says which area |
//! | whether the page is hidden | sessionStorage | yes: it reveals nothing |
//! | the open journal, the words being typed, the passphrase, signs picked, what is searched for | memory | no |
//!
//! Never one version number: the database's steps (`browser::idb`), the envelope and the key file (`vault`), the shape of
//! each document (`docs`) and a backup's text (`backup`) have one each.
pub mod backup;
pub mod docs;
pub mod memory;

use crate::domain::{
    hex::{hex, parse_hex},
    ids::NotAnId,
};
use std::{fmt, str::FromStr};
use zeroize::Zeroizing;

/// Why storage could not do as asked. Nothing has been changed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StorageError {
    #[error("this browser does not let the app keep anything")]
    Unavailable,
    #[error("there is no room left on this device")]
    Full,
    #[error("what is stored was written by a newer version of the app")]
    TooNew,
    #[error("the header is there already")]
    Taken,
    #[error("what is stored is not what was expected any more")]
    Moved,
    #[error("the browser's storage failed ({0})")]
    Failed(String),
}

/// What kind of document a record holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Namespace {
    Reflection,
    Draft,
    Round,
    Intention,
    Progress,
    Confidence,
    Event,
    Collected,
    Attendance,
    Meeting,
    Question,
    CardHistory,
    Profile,
}

/// The name of a record, such as `draft/0a1b…`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct RecordKey {
    /// What kind of document it holds.
    pub namespace: Namespace,
    /// The id of the thing it holds.
    pub id: [u8; 16],
}

/// The name of a record, and the document in it under its seal.
pub type Document = (RecordKey, Zeroizing<Vec<u8>>);

/// One thing to change. Cannot be printed: a header may hold the key.
#[derive(Clone, PartialEq, Eq)]
pub enum Write {
    /// The row now holds these bytes.
    Put(RecordKey, Vec<u8>),
    /// The row is gone.
    Delete(RecordKey),
    /// The row of this name, which need not be one this app knows, now holds these bytes.
    Reseal(String, Vec<u8>),
    /// The header, which must be `was` or nothing of the batch is done, is `now`.
    Header { was: Zeroizing<Vec<u8>>, now: Zeroizing<Vec<u8>> },
    /// The rows are these, in the order of their names, or nothing of the batch is done.
    Expect(Vec<Row>),
}

/// What lies on disk under a name, sealed.
pub type Row = (String, Vec<u8>);

/// A place to keep records.
#[allow(async_fn_in_trait, reason = "the app has one thread: no store's futures need to be Send")]
pub trait RecordStore {
    /// The header, if one has been written.
    async fn header(&self) -> Result<Option<Vec<u8>>, StorageError>;

    /// Writes the header once; [`StorageError::Taken`] if there is one.
    async fn create_header(&self, bytes: &[u8]) -> Result<(), StorageError>;

    /// Hands every row to `take`, under the name it has on disk and in the order of the names: all as they were at one
    /// moment, but a page at a time, so that whoever else has something to do is not kept waiting.
    async fn read(&self, take: &mut dyn FnMut(Vec<Row>)) -> Result<(), StorageError>;

    /// Every row at once.
    async fn records(&self) -> Result<Vec<Row>, StorageError> {
        let mut rows = vec![];
        self.read(&mut |page| rows.extend(page)).await?;
        Ok(rows)
    }

    /// Does all of a batch or none of it; done only when it is on disk. [`StorageError::Moved`] if it expects what is
    /// not there.
    async fn write(&self, batch: &[Write]) -> Result<(), StorageError>;
}

impl Namespace {
    const ALL: [Self; 13] = [
        Self::Reflection,
        Self::Draft,
        Self::Round,
        Self::Intention,
        Self::Progress,
        Self::Confidence,
        Self::Event,
        Self::Collected,
        Self::Attendance,
        Self::Meeting,
        Self::Question,
        Self::CardHistory,
        Self::Profile,
    ];

    const fn name(self) -> &'static str {
        match self {
            Self::Reflection => "reflection",
            Self::Draft => "draft",
            Self::Round => "round",
            Self::Intention => "intention",
            Self::Progress => "progress",
            Self::Confidence => "confidence",
            Self::Event => "event",
            Self::Collected => "collected",
            Self::Attendance => "attendance",
            Self::Meeting => "meeting",
            Self::Question => "question",
            Self::CardHistory => "card_history",
            Self::Profile => "profile",
        }
    }

    fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.name() == name)
    }
}

impl fmt::Display for RecordKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.namespace.name(), &*hex(&self.id))
    }
}

impl FromStr for RecordKey {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        let (name, id) = text.split_once('/').ok_or(NotAnId)?;
        Ok(Self { namespace: Namespace::named(name).ok_or(NotAnId)?, id: parse_hex(id).ok_or(NotAnId)? })
    }
}
