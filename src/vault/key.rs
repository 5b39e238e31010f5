//! The data key, and the small file in which it lies beside the data.
use super::{Entropy, VaultError};
use serde::{Deserialize, Serialize};
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

const VERSION: u32 = 1;
const LENGTH: usize = 32;

/// The key to everything a person wrote. Wiped from memory when dropped; cannot be printed.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct DataKey([u8; LENGTH]);

impl DataKey {
    /// A new key.
    #[must_use]
    pub fn make_random(entropy: &mut impl Entropy) -> Self {
        Self(entropy.bytes())
    }

    pub(super) const fn bytes(&self) -> &[u8; LENGTH] {
        &self.0
    }
}

/// How the key is kept: version 1 knows one way, open beside the data, until a passphrase is set.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeyFile {
    v: u32,
    /// The data key, in hexadecimal.
    open: Zeroizing<String>,
}

impl KeyFile {
    /// Lays `key` beside the data.
    #[must_use]
    pub fn unprotected(key: &DataKey) -> Self {
        let hex = key.0.iter().map(|byte| format!("{byte:02x}")).collect();
        Self { v: VERSION, open: Zeroizing::new(hex) }
    }

    /// The file as it is stored.
    #[must_use]
    pub fn encode(&self) -> Zeroizing<Vec<u8>> {
        Zeroizing::new(serde_json::to_vec(self).expect("a key file is always valid JSON"))
    }

    /// Reads a stored file and takes out the key.
    ///
    /// # Errors
    /// [`VaultError::TooNew`] for a version this app does not know; [`VaultError::Key`] when it is damaged.
    pub fn open(stored: &[u8]) -> Result<DataKey, VaultError> {
        let version: Version = serde_json::from_slice(stored).map_err(|_| VaultError::Key)?;
        if version.v != VERSION {
            return Err(VaultError::TooNew);
        }
        let Self { open, .. } = serde_json::from_slice(stored).map_err(|_| VaultError::Key)?;
        let mut key = DataKey([0; LENGTH]);
        let digits = open.as_bytes();
        if digits.len() != 2 * LENGTH {
            return Err(VaultError::Key);
        }
        for (byte, pair) in key.0.iter_mut().zip(digits.chunks_exact(2)) {
            let value = |digit: u8| (digit as char).to_digit(16).ok_or(VaultError::Key);
            *byte = (value(pair[0])? << 4 | value(pair[1])?) as u8;
        }
        Ok(key)
    }
}

#[derive(Deserialize)]
struct Version {
    v: u32,
}

#[cfg(test)]
mod tests {
    use super::super::tests::Counter;
    use super::*;

    #[test]
    fn a_key_survives_being_laid_beside_the_data() {
        let key = DataKey::make_random(&mut Counter(3));
        let stored = KeyFile::unprotected(&key).encode();
        assert!(KeyFile::open(&stored).is_ok_and(|read| read.0 == key.0));
    }

    #[test]
    fn a_damaged_or_later_key_file_is_not_taken_for_a_key() {
        let why = |stored: &[u8]| KeyFile::open(stored).err();
        assert_eq!(why(b""), Some(VaultError::Key));
        assert_eq!(why(br#"{"v":1,"open":"00"}"#), Some(VaultError::Key));
        assert_eq!(
            why(format!(r#"{{"v":1,"open":"{}"}}"#, "z".repeat(64)).as_bytes()),
            Some(VaultError::Key)
        );
        assert_eq!(why(br#"{"v":2,"wrapped":"00"}"#), Some(VaultError::TooNew));
    }
}
