//! Locks on the store: set, opened, changed and taken off, each in one step or not at all.
use super::{Keys, Session, SessionError};
use crate::{
    storage::{RecordStore, Write},
    vault::{
        DataKey, Entropy, KeyDerivation, KeyFile, Lock, Locks, Passphrase, RecoveryCode, Secret, VaultError,
    },
};
use zeroize::Zeroizing;

/// A store that waits for its passphrase or recovery code. Nothing of it has been opened.
#[derive(Clone)]
pub struct Locked<S> {
    store: S,
    has_recovery: bool,
}

impl<S> Locked<S> {
    pub(super) const fn new(store: S, has_recovery: bool) -> Self {
        Self { store, has_recovery }
    }

    /// Whether a recovery code was made.
    #[must_use]
    pub const fn has_recovery(&self) -> bool {
        self.has_recovery
    }
}

impl<S: RecordStore + Clone> Locked<S> {
    /// Opens the store with what the person remembers or wrote down. Nothing is read yet.
    ///
    /// # Errors
    /// [`VaultError::WrongPassphrase`] or [`VaultError::WrongCode`], and whatever else a [`SessionError`] tells; nothing
    /// has changed, and it can be tried again.
    pub async fn unlock(
        &self,
        secret: &Secret,
        derivation: &impl KeyDerivation,
    ) -> Result<Session<S>, SessionError> {
        // Read anew: another tab may have changed the passphrase, or taken it off.
        let header = Zeroizing::new(self.store.header().await?.ok_or(SessionError::KeyMissing)?);
        let (data, is_locked) = match KeyFile::parse(&header)? {
            KeyFile::Open(data) => (data, false),
            KeyFile::Locked { .. } => (Locks::parse(&header)?.open(secret, derivation).await?, true),
        };
        Ok(Session::with(self.store.clone(), Keys { header, data, is_locked }))
    }
}

impl<S: RecordStore> Session<S> {
    /// Whether a passphrase is set.
    #[must_use]
    pub fn is_protected(&self) -> bool {
        self.keys.borrow().is_locked
    }

    /// Sets the first passphrase, and makes a recovery code. The old key lay open on disk, so everything is sealed anew
    /// under a new one, in the same step.
    ///
    /// # Errors
    /// A [`SessionError`]; then nothing has changed.
    pub async fn protect(
        &self,
        passphrase: Passphrase,
        derivation: &impl KeyDerivation,
        entropy: &mut impl Entropy,
    ) -> Result<RecoveryCode, SessionError> {
        let old = self.keys();
        if old.is_locked {
            return Err(SessionError::OtherLock);
        }
        let data = DataKey::make_random(entropy);
        let code = RecoveryCode::make_random(entropy);
        let passphrase = Secret::Passphrase(passphrase);
        let passphrase =
            Lock::make(&data, &passphrase, derivation, entropy).await.map_err(VaultError::from)?;
        let recovery = Secret::Code(code.clone());
        let recovery = Lock::make(&data, &recovery, derivation, entropy).await.map_err(VaultError::from)?;
        let locks = Locks { passphrase, recovery: Some(recovery) };
        // What another tab might write meanwhile must not be left behind under the old key.
        let rows = self.store.records().await?;
        let mut batch = vec![Write::Expect(rows.clone())];
        for (name, sealed) in rows {
            match old.data.open(&name, &sealed) {
                Ok(doc) => batch.push(Write::Reseal(name.clone(), data.seal(&name, &doc, entropy))),
                Err(VaultError::TooNew) => return Err(VaultError::TooNew.into()),
                // What does not open now would not open then: it stays as it is.
                Err(_) => {}
            }
        }
        self.turn(&old, locks.to_bytes().into(), Some(data), batch).await?;
        Ok(code)
    }

    /// Sets another passphrase. Only the key is wrapped again; `now` must open it, by passphrase or by code.
    ///
    /// # Errors
    /// A [`SessionError`]; then nothing has changed.
    pub async fn change_passphrase(
        &self,
        now: &Secret,
        new: Passphrase,
        derivation: &impl KeyDerivation,
        entropy: &mut impl Entropy,
    ) -> Result<(), SessionError> {
        let (keys, mut locks) = self.locks(now, derivation).await?;
        let new = Secret::Passphrase(new);
        locks.passphrase =
            Lock::make(&keys.data, &new, derivation, entropy).await.map_err(VaultError::from)?;
        self.turn(&keys, locks.to_bytes().into(), None, vec![]).await
    }

    /// Makes another recovery code, and the one before it useless; `now` must open the key.
    ///
    /// # Errors
    /// A [`SessionError`]; then nothing has changed.
    pub async fn new_recovery_code(
        &self,
        now: &Secret,
        derivation: &impl KeyDerivation,
        entropy: &mut impl Entropy,
    ) -> Result<RecoveryCode, SessionError> {
        let (keys, mut locks) = self.locks(now, derivation).await?;
        let code = RecoveryCode::make_random(entropy);
        let recovery = Secret::Code(code.clone());
        let recovery =
            Lock::make(&keys.data, &recovery, derivation, entropy).await.map_err(VaultError::from)?;
        locks.recovery = Some(recovery);
        self.turn(&keys, locks.to_bytes().into(), None, vec![]).await?;
        Ok(code)
    }

    /// Takes the passphrase off: the key lies open beside the data again. `now` must open it.
    ///
    /// # Errors
    /// A [`SessionError`]; then nothing has changed.
    pub async fn unprotect(&self, now: &Secret, derivation: &impl KeyDerivation) -> Result<(), SessionError> {
        let (keys, _) = self.locks(now, derivation).await?;
        self.turn(&keys, keys.data.lie_open(), None, vec![]).await
    }

    /// The keys and the locks on them, if `now` opens them.
    async fn locks(
        &self,
        now: &Secret,
        derivation: &impl KeyDerivation,
    ) -> Result<(Keys, Locks), SessionError> {
        let keys = self.keys();
        if !keys.is_locked {
            return Err(SessionError::OtherLock);
        }
        let locks = Locks::parse(&keys.header)?;
        let data = locks.open(now, derivation).await?;
        if data != keys.data {
            return Err(VaultError::Key.into());
        }
        Ok((keys, locks))
    }

    /// From the key file that this was opened with to another one, with another data key if there is one, and with what
    /// must change in the same step.
    async fn turn(
        &self,
        old: &Keys,
        header: Zeroizing<Vec<u8>>,
        data: Option<DataKey>,
        mut batch: Vec<Write>,
    ) -> Result<(), SessionError> {
        batch.push(Write::Header { was: old.header.clone(), now: header.clone() });
        self.store.write(&batch).await?;
        let is_locked = matches!(KeyFile::parse(&header)?, KeyFile::Locked { .. });
        self.keys.replace(Keys { header, data: data.unwrap_or_else(|| old.data.clone()), is_locked });
        Ok(())
    }
}
