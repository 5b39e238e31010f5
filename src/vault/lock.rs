//! A lock: the data key wrapped under a passphrase or a recovery code, and what it costs to try one.
//!
//! The wrapping key is Argon2id (RFC 9106) of the secret; the data key is wrapped with XChaCha20-Poly1305
//! (draft-irtf-cfrg-xchacha-03). The kind of lock, its cost and its salt are associated data, so that none of them can be
//! changed, and no lock passed off as the other, without the wrap failing to open.
use super::{
    DataKey, Entropy, VaultError, WrappingKey, key::LENGTH, passphrase::Passphrase, recovery::RecoveryCode,
};
use crate::domain::hex::hex;
use chacha20poly1305::{
    KeyInit, XChaCha20Poly1305,
    aead::{Aead, Payload},
};
use zeroize::{Zeroize, Zeroizing};

const NONCE: usize = 24;
const TAG: usize = 16;
pub(super) const SALT: usize = 16;
pub(super) const WRAPPED: usize = NONCE + LENGTH + TAG;

/// What opens a lock. Cannot be printed.
pub enum Secret {
    /// What the person remembers.
    Passphrase(Passphrase),
    /// What the person wrote down.
    Code(RecoveryCode),
}

impl Secret {
    /// As it is derived from.
    #[must_use]
    pub fn text(&self) -> &str {
        match self {
            Self::Passphrase(passphrase) => passphrase.text(),
            Self::Code(code) => code.text(),
        }
    }

    const fn by(&self) -> By {
        match self {
            Self::Passphrase(_) => By::Passphrase,
            Self::Code(_) => By::Recovery,
        }
    }

    /// What it means that this secret does not open its lock.
    const fn is_wrong(&self) -> VaultError {
        match self {
            Self::Passphrase(_) => VaultError::WrongPassphrase,
            Self::Code(_) => VaultError::WrongCode,
        }
    }
}

/// What a lock is opened by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum By {
    Passphrase,
    Recovery,
}

impl By {
    /// As it stands in the key file.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Passphrase => "passphrase",
            Self::Recovery => "recovery",
        }
    }
}

/// What Argon2id is made to work: memory in KiB, and passes over it. There is one lane, because a page has one thread.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cost {
    /// In KiB.
    pub memory_kib: u32,
    /// Over all of the memory.
    pub passes: u32,
}

impl Cost {
    /// What a passphrase is given where the memory can be had: RFC 9106's second choice, with one lane.
    pub const FULL: Self = Self { memory_kib: 64 * 1024, passes: 3 };
    /// The least that is ever made or accepted (OWASP's minimum for Argon2id); enough by itself for a recovery code,
    /// which cannot be guessed.
    pub const LEAST: Self = Self { memory_kib: 19 * 1024, passes: 2 };
    /// The most that is tried: a header that asks for more would only hold the device up.
    pub const MOST: Self = Self { memory_kib: 256 * 1024, passes: 16 };
    /// Lanes, as they stand in the key file.
    pub(super) const LANES: u32 = 1;

    /// Whether it is neither too weak nor a waste.
    #[must_use]
    pub const fn is_allowed(self) -> bool {
        self.memory_kib >= Self::LEAST.memory_kib
            && self.memory_kib <= Self::MOST.memory_kib
            && self.passes >= Self::LEAST.passes
            && self.passes <= Self::MOST.passes
    }
}

/// Why no key could be derived. It says nothing about whether the secret was right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DerivationError {
    #[error("there is not enough memory free")]
    OutOfMemory,
    #[error("what derives keys could not be started")]
    CannotStart,
    #[error("it took too long")]
    TooSlow,
    #[error("what derives keys stopped because of a fault")]
    Stopped,
}

/// Argon2id, handed in: it is too heavy for the page.
#[allow(async_fn_in_trait, reason = "the app has one thread: no derivation's future needs to be Send")]
pub trait KeyDerivation {
    /// Argon2id version 1.3 of `secret`, with one lane, as 32 bytes.
    ///
    /// # Errors
    /// A [`DerivationError`] where it cannot be done here and now.
    async fn derive(
        &self,
        secret: &Secret,
        cost: Cost,
        salt: [u8; 16],
    ) -> Result<WrappingKey, DerivationError>;
}

/// The data key, wrapped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lock {
    pub(super) by: By,
    pub(super) cost: Cost,
    pub(super) salt: [u8; SALT],
    /// The nonce, then the sealed key.
    pub(super) wrapped: [u8; WRAPPED],
}

impl Lock {
    /// A lock on `key` that `secret` opens. A passphrase is given the full cost, or the least one where there is not
    /// enough memory for that.
    ///
    /// # Errors
    /// A [`DerivationError`] where not even the least cost can be had.
    pub async fn make(
        key: &DataKey,
        secret: &Secret,
        derivation: &impl KeyDerivation,
        entropy: &mut impl Entropy,
    ) -> Result<Self, DerivationError> {
        let (salt, nonce): ([u8; SALT], [u8; NONCE]) = (entropy.bytes(), entropy.bytes());
        let (cost, wrapping) = match secret {
            Secret::Passphrase(_) => match derivation.derive(secret, Cost::FULL, salt).await {
                Ok(wrapping) => (Cost::FULL, wrapping),
                Err(DerivationError::OutOfMemory) => {
                    (Cost::LEAST, derivation.derive(secret, Cost::LEAST, salt).await?)
                }
                Err(error) => return Err(error),
            },
            Secret::Code(_) => (Cost::LEAST, derivation.derive(secret, Cost::LEAST, salt).await?),
        };
        let mut lock = Self { by: secret.by(), cost, salt, wrapped: [0; WRAPPED] };
        let sealed = cipher(&wrapping)
            .encrypt(&nonce.into(), Payload { msg: key.bytes(), aad: &lock.associated() })
            .expect("XChaCha20-Poly1305 seals anything that fits in memory");
        lock.wrapped[..NONCE].copy_from_slice(&nonce);
        lock.wrapped[NONCE..].copy_from_slice(&sealed);
        Ok(lock)
    }

    /// Takes the data key out.
    ///
    /// # Errors
    /// [`VaultError::WrongPassphrase`] or [`VaultError::WrongCode`] when `secret` does not open it, or it is damaged:
    /// the two cannot be told apart; [`VaultError::Cost`], without trying, when its cost is not allowed; a
    /// [`DerivationError`] when no key could be derived.
    pub async fn open(
        &self,
        secret: &Secret,
        derivation: &impl KeyDerivation,
    ) -> Result<DataKey, VaultError> {
        if !self.cost.is_allowed() {
            return Err(VaultError::Cost);
        }
        let wrapping = derivation.derive(secret, self.cost, self.salt).await?;
        let (nonce, sealed) =
            self.wrapped.split_first_chunk::<NONCE>().expect("a wrap is longer than a nonce");
        let opened = cipher(&wrapping)
            .decrypt(&(*nonce).into(), Payload { msg: sealed, aad: &self.associated() })
            .map_err(|_| secret.is_wrong())?;
        let opened = Zeroizing::new(opened);
        let mut bytes = [0; LENGTH];
        bytes.copy_from_slice(&opened);
        let key = DataKey::from_bytes(bytes);
        bytes.zeroize();
        Ok(key)
    }

    fn associated(&self) -> Vec<u8> {
        let Self { by, cost, salt, .. } = self;
        let (by, salt) = (by.name(), hex(salt));
        format!("second-look lock 1 {by} {} {} {} {}", cost.memory_kib, cost.passes, Cost::LANES, &*salt)
            .into()
    }
}

fn cipher(wrapping: &WrappingKey) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new(wrapping.bytes().into())
}
