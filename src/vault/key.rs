//! The data key, and the small file in which it lies beside the data.
use super::{Entropy, VaultError};
use crate::domain::hex::{hex, parse_hex};
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

const VERSION: u64 = 1;
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

/// How the key is kept. Version 1 knows one way, open beside the data, until a passphrase is set:
/// `{"v":1,"open":"…"}`, the key in hexadecimal.
pub struct KeyFile;

impl KeyFile {
    /// The file that lays `key` beside the data.
    #[must_use]
    pub fn unprotected(key: &DataKey) -> Zeroizing<Vec<u8>> {
        Zeroizing::new(format!("{{\"v\":{VERSION},\"open\":\"{}\"}}", &*hex(&key.0)).into_bytes())
    }

    /// Reads a stored file and takes out the key.
    ///
    /// # Errors
    /// [`VaultError::TooNew`] for a version this app does not know; [`VaultError::Key`] when it is damaged.
    pub fn open(stored: &[u8]) -> Result<DataKey, VaultError> {
        let text = std::str::from_utf8(stored).map_err(|_| VaultError::Key)?;
        let file: serde_json::Value = serde_json::from_str(text).map_err(|_| VaultError::Key)?;
        match file.get("v").and_then(serde_json::Value::as_u64) {
            Some(VERSION) => {}
            Some(_) => return Err(VaultError::TooNew),
            None => return Err(VaultError::Key),
        }
        let open = file.get("open").and_then(serde_json::Value::as_str).ok_or(VaultError::Key)?;
        parse_hex(open).map(DataKey).ok_or(VaultError::Key)
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::Counter;
    use super::*;

    #[test]
    fn a_key_survives_being_laid_beside_the_data() {
        let key = DataKey::make_random(&mut Counter(3));
        let stored = KeyFile::unprotected(&key);
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
