//! The open app over any store: what was sealed becomes a journal, and changes are sealed back.
mod locking;

pub use locking::Locked;

use crate::{
    domain::journal::{Change, Journal, Refusal},
    storage::{
        Document, RecordKey, RecordStore, Row, StorageError, Write,
        docs::{self, DocError},
    },
    vault::{DataKey, Entropy, KeyFile, VaultError},
};
use std::cell::RefCell;
use zeroize::Zeroizing;

/// Why the app could not open, or a command could not be done. What was on disk is untouched.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SessionError {
    #[error(transparent)]
    Refused(#[from] Refusal),
    #[error(transparent)]
    Storage(StorageError),
    #[error(transparent)]
    Vault(#[from] VaultError),
    #[error("the records are here, but the key that opens them is not")]
    KeyMissing,
    #[error("the passphrase was set, changed or removed elsewhere since this was opened")]
    KeyChanged,
    #[error("there is a passphrase already, or none yet")]
    OtherLock,
    #[error("a record of that name could not be read, and is not written over")]
    SetAside,
}

impl From<StorageError> for SessionError {
    fn from(error: StorageError) -> Self {
        match error {
            StorageError::Moved => Self::KeyChanged,
            other => Self::Storage(other),
        }
    }
}

/// A record that did not open. It stays on disk exactly as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetAside {
    /// Its name on disk.
    pub name: String,
    /// What stood in the way.
    pub why: WhySetAside,
}

/// What stood in the way of opening a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WhySetAside {
    #[error("its name is not one this app knows")]
    UnknownName,
    #[error(transparent)]
    Vault(#[from] VaultError),
    #[error(transparent)]
    Doc(#[from] DocError),
}

/// An opened store.
pub struct Session<S> {
    store: S,
    keys: RefCell<Keys>,
    /// The names of what could not be read: never written over.
    unread: RefCell<Vec<String>>,
}

/// The key that opens everything, and the header that it came from, as it lies on disk.
#[derive(Clone)]
struct Keys {
    header: Zeroizing<Vec<u8>>,
    data: DataKey,
    is_locked: bool,
}

/// What opening a store gave.
pub enum Opening<S> {
    /// It is new: there is nothing to be read.
    New(Session<S>),
    /// It lies open, and has not been read yet.
    Unread(Session<S>),
    /// It is locked, and waits for a passphrase or a recovery code.
    Locked(Locked<S>),
}

/// A store that lies open, and has been read.
pub struct Opened<S> {
    /// The way to change it.
    pub session: Session<S>,
    /// Everything that could be read.
    pub journal: Journal,
    /// What could not.
    pub set_aside: Vec<SetAside>,
}

impl<S> From<Session<S>> for Opened<S> {
    /// With nothing in it.
    fn from(session: Session<S>) -> Self {
        Self { session, journal: Journal::default(), set_aside: vec![] }
    }
}

impl<S: RecordStore> Opening<S> {
    /// What is in the store, unless it is locked.
    ///
    /// # Errors
    /// As [`Session::load`].
    pub async fn read(self) -> Result<Option<Opened<S>>, SessionError> {
        match self {
            Self::New(session) => Ok(Some(session.into())),
            Self::Unread(session) => session.read().await.map(Some),
            Self::Locked(_) => Ok(None),
        }
    }
}

impl<S: RecordStore> Session<S> {
    /// Finds the key to what is in `store`; a new one gets its key. Nothing is read yet.
    ///
    /// # Errors
    /// A [`SessionError`] when the store fails, or holds records that no key is there for.
    pub async fn open(store: S, entropy: &mut impl Entropy) -> Result<Opening<S>, SessionError> {
        let (header, is_new) = match store.header().await? {
            Some(header) => (Zeroizing::new(header), false),
            None => Self::make_header(&store, entropy).await?,
        };
        match KeyFile::parse(&header)? {
            KeyFile::Open(data) => {
                let session = Self::with(store, Keys { header, data, is_locked: false });
                Ok(if is_new { Opening::New(session) } else { Opening::Unread(session) })
            }
            KeyFile::Locked { has_recovery } => Ok(Opening::Locked(Locked::new(store, has_recovery))),
        }
    }

    fn with(store: S, keys: Keys) -> Self {
        Self { store, keys: RefCell::new(keys), unread: RefCell::default() }
    }

    /// Reads everything. One record that cannot be read is not an error: it is set aside.
    ///
    /// # Errors
    /// As [`Self::load`].
    pub async fn read(self) -> Result<Opened<S>, SessionError> {
        let (journal, set_aside) = self.load().await?;
        Ok(Opened { session: self, journal, set_aside })
    }

    /// Reads everything again, as when another tab has changed it.
    ///
    /// # Errors
    /// A [`SessionError`] when the store fails; [`SessionError::KeyChanged`] when what is on disk has another key file
    /// than the one this was opened with.
    pub async fn load(&self) -> Result<(Journal, Vec<SetAside>), SessionError> {
        let keys = self.keys();
        let (mut journal, mut set_aside) = (Journal::default(), vec![]);
        let mut take = |rows: Vec<Row>| {
            for (name, sealed) in rows {
                match unseal(&keys.data, &name, &sealed) {
                    Ok(change) => journal.apply(&[change]),
                    Err(why) => set_aside.push(SetAside { name, why }),
                }
            }
        };
        self.store.read(&mut take).await?;
        // Asked for after the records: what was sealed anew meanwhile is then not taken for damaged.
        if self.store.header().await?.is_none_or(|header| header != *keys.header) {
            return Err(SessionError::KeyChanged);
        }
        self.unread.replace(set_aside.iter().map(|it| it.name.clone()).collect());
        Ok((journal, set_aside))
    }

    /// Puts `changes` on disk, all or none. Show them only after this succeeds.
    ///
    /// # Errors
    /// A [`SessionError`] when the store fails, or its key file is another one by now; then nothing has changed.
    pub async fn store(&self, changes: &[Change], entropy: &mut impl Entropy) -> Result<(), SessionError> {
        let keys = self.keys();
        // Nothing is ever written under a key that is not the one on disk.
        let mut batch = vec![Write::Header { was: keys.header.clone(), now: keys.header.clone() }];
        for change in changes {
            let (key, doc) = docs::encode(change);
            let name = key.to_string();
            if self.unread.borrow().contains(&name) {
                return Err(SessionError::SetAside);
            }
            batch.push(match doc {
                Some(doc) => Write::Put(key, keys.data.seal(&name, &Zeroizing::new(doc), entropy)),
                None => Write::Delete(key),
            });
        }
        Ok(self.store.write(&batch).await?)
    }

    /// Every document that can be read, as it lies on disk under its seal, and how many records cannot: for a backup.
    ///
    /// # Errors
    /// As [`Self::load`].
    pub async fn documents(&self) -> Result<(Vec<Document>, usize), SessionError> {
        let keys = self.keys();
        let records = self.store.records().await?;
        if self.store.header().await?.is_none_or(|header| header != *keys.header) {
            return Err(SessionError::KeyChanged);
        }
        let all = records.len();
        let documents: Vec<_> = records
            .into_iter()
            .filter_map(|(name, sealed)| {
                let key = name.parse().ok()?;
                Some((key, keys.data.open(&name, &sealed).ok()?))
            })
            .collect();
        let left_out = all - documents.len();
        Ok((documents, left_out))
    }

    /// What could not be read, exactly as it lies on disk, each under its name.
    ///
    /// # Errors
    /// A [`SessionError`] when the store fails.
    pub async fn unread(&self) -> Result<Vec<Row>, SessionError> {
        let mut records = self.store.records().await?;
        records.retain(|(name, _)| self.unread.borrow().contains(name));
        Ok(records)
    }

    /// The key file of a store that had none, and whether it was made here and now.
    async fn make_header(
        store: &S,
        entropy: &mut impl Entropy,
    ) -> Result<(Zeroizing<Vec<u8>>, bool), SessionError> {
        if !store.records().await?.is_empty() {
            return Err(SessionError::KeyMissing);
        }
        let header = DataKey::make_random(entropy).lie_open();
        match store.create_header(&header).await {
            Ok(()) => Ok((header, true)),
            // Another tab was first: its key is the key.
            Err(StorageError::Taken) => {
                let header = store.header().await?.ok_or(SessionError::KeyMissing)?;
                Ok((Zeroizing::new(header), false))
            }
            Err(error) => Err(error.into()),
        }
    }

    fn keys(&self) -> Keys {
        self.keys.borrow().clone()
    }
}

fn unseal(key: &DataKey, name: &str, sealed: &[u8]) -> Result<Change, WhySetAside> {
    let record: RecordKey = name.parse().map_err(|_| WhySetAside::UnknownName)?;
    let doc = key.open(name, sealed)?;
    Ok(docs::decode(record, &doc)?)
}
