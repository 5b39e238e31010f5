//! The keys: the one that everything is sealed with, and those that wrap it.
use super::Entropy;
use zeroize::{Zeroize, ZeroizeOnDrop};

pub(super) const LENGTH: usize = 32;

/// The key to everything a person wrote. Wiped from memory when dropped; cannot be printed.
#[derive(Clone, PartialEq, Eq, Zeroize, ZeroizeOnDrop)]
pub struct DataKey([u8; LENGTH]);

impl DataKey {
    /// A new key.
    #[must_use]
    pub fn make_random(entropy: &mut impl Entropy) -> Self {
        Self(entropy.bytes())
    }

    pub(super) const fn from_bytes(bytes: [u8; LENGTH]) -> Self {
        Self(bytes)
    }

    pub(super) const fn bytes(&self) -> &[u8; LENGTH] {
        &self.0
    }
}

/// What Argon2id made of a passphrase or a recovery code: it wraps the data key and nothing else. Wiped from memory
/// when dropped; cannot be printed.
#[derive(Zeroize, ZeroizeOnDrop)]
pub struct WrappingKey([u8; LENGTH]);

impl WrappingKey {
    /// The key that was derived.
    #[must_use]
    pub const fn from_derived(bytes: [u8; LENGTH]) -> Self {
        Self(bytes)
    }

    pub(super) const fn bytes(&self) -> &[u8; LENGTH] {
        &self.0
    }
}
