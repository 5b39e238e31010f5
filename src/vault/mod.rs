//! Seals what a person wrote: bytes in, sealed bytes out. Knows keys and labels, not reflections.
//!
//! One random data key seals everything. It lies open beside the data until a passphrase is set; from then on it is
//! wrapped (`lock`), and the file that it lies in is `key_file`.
//!
//! An envelope, version 1, is
//!
//! ```text
//! 1 byte    version (1)
//! 24 bytes  random nonce
//! the rest  XChaCha20-Poly1305 (draft-irtf-cfrg-xchacha-03) of: 4 bytes little-endian length, the
//!           plaintext, zeros up to a multiple of 256; with the version and the record's label as
//!           associated data, so that no record can be passed off as another
//! ```
mod key;
mod key_file;
mod lock;
mod passphrase;
mod recovery;

pub use key::{DataKey, WrappingKey};
pub use key_file::{KeyFile, Locks};
pub use lock::{Cost, DerivationError, KeyDerivation, Lock, Secret};
pub use passphrase::{Passphrase, TooShort};
pub use recovery::{CodeError, RecoveryCode};

use chacha20poly1305::{
    KeyInit, XChaCha20Poly1305,
    aead::{Aead, Payload},
};
use zeroize::Zeroizing;

const VERSION: u8 = 1;
const NONCE: usize = 24;
/// Lengths are hidden up to a multiple of this, in bytes.
const BLOCK: usize = 256;

/// Randomness, handed in.
pub trait Entropy {
    /// Fills `bytes` with unpredictable bytes.
    fn fill(&mut self, bytes: &mut [u8]);

    /// `N` unpredictable bytes.
    fn bytes<const N: usize>(&mut self) -> [u8; N]
    where
        Self: Sized,
    {
        let mut bytes = [0; N];
        self.fill(&mut bytes);
        bytes
    }
}

/// Why something sealed could not be opened. Says nothing about what was inside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum VaultError {
    #[error("it was sealed by a newer version of the app")]
    TooNew,
    #[error("it is damaged, or was sealed with another key")]
    Sealed,
    #[error("the key that opens it is damaged")]
    Key,
    #[error("the passphrase does not open it")]
    WrongPassphrase,
    #[error("the recovery code does not open it")]
    WrongCode,
    #[error("no recovery code was made for it")]
    NoRecovery,
    #[error("its lock asks for more or less work than is allowed")]
    Cost,
    #[error("no key could be made from what was typed: {0}")]
    Derivation(#[from] DerivationError),
}

impl DataKey {
    /// Seals `plaintext` as the record named `label`.
    #[must_use]
    pub fn seal(&self, label: &str, plaintext: &[u8], entropy: &mut impl Entropy) -> Vec<u8> {
        let nonce: [u8; NONCE] = entropy.bytes();
        let padded = pad(plaintext);
        let payload = Payload { msg: &padded, aad: &associated(label) };
        let sealed = self
            .cipher()
            .encrypt(&nonce.into(), payload)
            .expect("XChaCha20-Poly1305 seals anything that fits in memory");
        let mut envelope = Vec::with_capacity(1 + NONCE + sealed.len());
        envelope.push(VERSION);
        envelope.extend_from_slice(&nonce);
        envelope.extend_from_slice(&sealed);
        envelope
    }

    /// Opens what was sealed as the record named `label`.
    ///
    /// # Errors
    /// A [`VaultError`] when the envelope is from a newer version, is damaged, belongs to another record
    /// or was sealed with another key.
    pub fn open(&self, label: &str, envelope: &[u8]) -> Result<Zeroizing<Vec<u8>>, VaultError> {
        let (&version, rest) = envelope.split_first().ok_or(VaultError::Sealed)?;
        match version {
            VERSION => {}
            0 => return Err(VaultError::Sealed),
            _ => return Err(VaultError::TooNew),
        }
        let (nonce, sealed) = rest.split_first_chunk::<NONCE>().ok_or(VaultError::Sealed)?;
        let payload = Payload { msg: sealed, aad: &associated(label) };
        let padded = self.cipher().decrypt(&(*nonce).into(), payload);
        let mut plaintext = Zeroizing::new(padded.map_err(|_| VaultError::Sealed)?);
        unpad(&mut plaintext)?;
        Ok(plaintext)
    }

    fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new(self.bytes().into())
    }
}

fn associated(label: &str) -> Vec<u8> {
    [&[VERSION], label.as_bytes()].concat()
}

fn pad(plaintext: &[u8]) -> Zeroizing<Vec<u8>> {
    let length = u32::try_from(plaintext.len()).expect("no record reaches four gigabytes");
    let full = (4 + plaintext.len()).next_multiple_of(BLOCK);
    let mut padded = Zeroizing::new(Vec::with_capacity(full));
    padded.extend_from_slice(&length.to_le_bytes());
    padded.extend_from_slice(plaintext);
    padded.resize(full, 0);
    padded
}

fn unpad(padded: &mut Vec<u8>) -> Result<(), VaultError> {
    let length = padded.first_chunk::<4>().ok_or(VaultError::Sealed)?;
    let length = u32::from_le_bytes(*length) as usize;
    if padded.len() < 4 + length {
        return Err(VaultError::Sealed);
    }
    padded.truncate(4 + length);
    padded.drain(..4);
    Ok(())
}

#[cfg(test)]
#[path = "../../tests/stories/quick.rs"]
mod quick;

#[cfg(test)]
mod tests {
    use super::*;

    /// Counts up: fit for tests alone.
    pub(super) struct Counter(pub u8);

    impl Entropy for Counter {
        fn fill(&mut self, bytes: &mut [u8]) {
            for byte in bytes {
                *byte = self.0;
                self.0 = self.0.wrapping_add(1);
            }
        }
    }

    pub(super) use super::quick::Quick;

    fn key() -> DataKey {
        DataKey::make_random(&mut Counter(0))
    }

    /// draft-irtf-cfrg-xchacha-03, A.3.1.
    #[test]
    fn the_cipher_gives_what_the_draft_says() {
        let counted = |from: u8, length: u8| -> Vec<u8> { (from..from + length).collect() };
        let key = DataKey::from_bytes(counted(0x80, 32).try_into().unwrap());
        let nonce: [u8; NONCE] = counted(0x40, 24).try_into().unwrap();
        let aad = [&[0x50, 0x51, 0x52, 0x53][..], &counted(0xc0, 8)].concat();
        let msg = b"Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen would be it.";
        let sealed = key.cipher().encrypt(&nonce.into(), Payload { msg, aad: &aad }).unwrap();
        let expected = "bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb731c7f1b0b4aa6440bf3a82f4eda7e39ae64c6708c54c216cb96b72e1213b4522f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b2383565d3fff921f9664c97637da9768812f615c68b13b52ec0875924c1c7987947deafd8780acf49";
        assert_eq!(*crate::domain::hex::hex(&sealed), expected);
    }

    #[test]
    fn what_was_sealed_opens_again() {
        for length in [0, 1, 251, 252, 253, 5_000] {
            let plaintext = vec![7; length];
            let envelope = key().seal("reflection/1", &plaintext, &mut Counter(9));
            assert_eq!(*key().open("reflection/1", &envelope).unwrap(), plaintext);
        }
    }

    #[test]
    fn the_length_of_a_short_note_does_not_show() {
        let sealed = |text: &[u8]| key().seal("reflection/1", text, &mut Counter(9)).len();
        assert_eq!(sealed(b""), sealed(&[1; 252]));
        assert_ne!(sealed(b""), sealed(&[1; 253]));
    }

    #[test]
    fn one_record_cannot_be_passed_off_as_another() {
        let envelope = key().seal("reflection/1", b"words", &mut Counter(9));
        assert_eq!(key().open("reflection/2", &envelope), Err(VaultError::Sealed));
        assert_eq!(key().open("draft/1", &envelope), Err(VaultError::Sealed));
    }

    #[test]
    fn another_key_opens_nothing() {
        let envelope = key().seal("reflection/1", b"words", &mut Counter(9));
        let other = DataKey::make_random(&mut Counter(1));
        assert_eq!(other.open("reflection/1", &envelope), Err(VaultError::Sealed));
    }

    #[test]
    fn any_changed_byte_and_any_missing_end_is_noticed() {
        let envelope = key().seal("reflection/1", b"words", &mut Counter(9));
        for at in 0..envelope.len() {
            let mut damaged = envelope.clone();
            damaged[at] ^= 1;
            assert!(key().open("reflection/1", &damaged).is_err(), "byte {at} changed");
            assert!(key().open("reflection/1", &envelope[..at]).is_err(), "cut at {at}");
        }
    }

    #[test]
    fn an_envelope_of_a_later_version_is_called_so() {
        assert_eq!(key().open("reflection/1", &[2, 0, 0]), Err(VaultError::TooNew));
    }
}
