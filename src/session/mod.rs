//! The open app over any store: what was sealed becomes a journal, and changes are sealed back.
use crate::{
    domain::journal::{Change, Journal, Refusal},
    storage::{
        RecordKey, RecordStore, StorageError, Write,
        docs::{self, DocError},
    },
    vault::{DataKey, Entropy, KeyFile, VaultError},
};
use std::cell::RefCell;

/// Why the app could not open, or a command could not be done. What was on disk is untouched.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SessionError {
    #[error(transparent)]
    Refused(#[from] Refusal),
    #[error(transparent)]
    Storage(#[from] StorageError),
    #[error(transparent)]
    Vault(#[from] VaultError),
    #[error("the records are here, but the key that opens them is not")]
    KeyMissing,
    #[error("a record of that name could not be read, and is not written over")]
    SetAside,
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
    key: DataKey,
    /// The names of what could not be read: never written over.
    unread: RefCell<Vec<String>>,
}

/// What opening a store gave.
pub struct Opened<S> {
    /// The way to change it.
    pub session: Session<S>,
    /// Everything that could be read.
    pub journal: Journal,
    /// What could not.
    pub set_aside: Vec<SetAside>,
}

impl<S: RecordStore> Session<S> {
    /// Opens what is in `store`; a new one gets its key.
    ///
    /// # Errors
    /// A [`SessionError`] when the store fails, or holds records that no key is there for. One record that
    /// cannot be read is not an error: it is set aside.
    pub async fn open(store: S, entropy: &mut impl Entropy) -> Result<Opened<S>, SessionError> {
        let key = Self::key(&store, entropy).await?;
        let session = Self { store, key, unread: RefCell::default() };
        let (journal, set_aside) = session.load().await?;
        Ok(Opened { session, journal, set_aside })
    }

    /// Reads everything again, as when another tab has changed it.
    ///
    /// # Errors
    /// A [`SessionError`] when the store fails.
    pub async fn load(&self) -> Result<(Journal, Vec<SetAside>), SessionError> {
        let mut journal = Journal::default();
        let mut set_aside = vec![];
        for (name, sealed) in self.store.records().await? {
            match self.unseal(&name, &sealed) {
                Ok(change) => journal.apply(&[change]),
                Err(why) => set_aside.push(SetAside { name, why }),
            }
        }
        self.unread.replace(set_aside.iter().map(|it| it.name.clone()).collect());
        Ok((journal, set_aside))
    }

    /// Puts `changes` on disk, all or none. Show them only after this succeeds.
    ///
    /// # Errors
    /// A [`SessionError`] when the store fails; then nothing has changed.
    pub async fn store(&self, changes: &[Change], entropy: &mut impl Entropy) -> Result<(), SessionError> {
        let mut batch = Vec::with_capacity(changes.len());
        for change in changes {
            let (key, doc) = docs::encode(change);
            let name = key.to_string();
            if self.unread.borrow().contains(&name) {
                return Err(SessionError::SetAside);
            }
            batch.push(match doc {
                Some(doc) => Write::Put(key, self.key.seal(&name, &doc, entropy)),
                None => Write::Delete(key),
            });
        }
        Ok(self.store.write(&batch).await?)
    }

    async fn key(store: &S, entropy: &mut impl Entropy) -> Result<DataKey, SessionError> {
        if let Some(header) = store.header().await? {
            return Ok(KeyFile::open(&header)?);
        }
        if !store.records().await?.is_empty() {
            return Err(SessionError::KeyMissing);
        }
        let key = DataKey::make_random(entropy);
        match store.create_header(&KeyFile::unprotected(&key)).await {
            Ok(()) => Ok(key),
            // Another tab was first: its key is the key.
            Err(StorageError::Taken) => {
                let header = store.header().await?.ok_or(SessionError::KeyMissing)?;
                Ok(KeyFile::open(&header)?)
            }
            Err(error) => Err(error.into()),
        }
    }

    fn unseal(&self, name: &str, sealed: &[u8]) -> Result<Change, WhySetAside> {
        let key: RecordKey = name.parse().map_err(|_| WhySetAside::UnknownName)?;
        let doc = self.key.open(name, sealed)?;
        Ok(docs::decode(key, &doc)?)
    }
}
