//! The key file: how the data key lies beside the data, open or under locks.
//!
//! ```text
//! {"v":1,"open":"<the key>"}
//! {"v":1,"locks":[{"by":"passphrase","memory_kib":65536,"passes":3,"lanes":1,"salt":"<16>","wrapped":"<72>"},
//!                 {"by":"recovery", …}]}
//! ```
//!
//! Bytes are small hexadecimal digits. There is one way to write each file, and no other is read: so no byte of it can be
//! changed without a change of meaning, and a lock's meaning is bound to its wrap.
use super::{
    DataKey, KeyDerivation, Secret, VaultError,
    lock::{By, Cost, Lock},
};
use crate::domain::hex::{hex, parse_hex};
use serde_json::Value;
use zeroize::Zeroizing;

const VERSION: u64 = 1;

/// How the key is kept. Cannot be printed: it may hold the key.
pub enum KeyFile {
    /// Open, beside the data: until a passphrase is set.
    Open(DataKey),
    /// Under locks, which are read when one of them is to be opened.
    Locked {
        /// Whether there seems to be a recovery code.
        has_recovery: bool,
    },
}

/// The locks on a data key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Locks {
    /// What the person remembers opens this.
    pub passphrase: Lock,
    /// What the person wrote down opens this.
    pub recovery: Option<Lock>,
}

impl Locks {
    /// Takes the data key out.
    ///
    /// # Errors
    /// As [`Lock::open`]; [`VaultError::NoRecovery`] for a code where none was made.
    pub async fn open(
        &self,
        secret: &Secret,
        derivation: &impl KeyDerivation,
    ) -> Result<DataKey, VaultError> {
        let lock = match secret {
            Secret::Passphrase(_) => &self.passphrase,
            Secret::Code(_) => self.recovery.as_ref().ok_or(VaultError::NoRecovery)?,
        };
        lock.open(secret, derivation).await
    }
}

impl KeyFile {
    /// Reads a stored file as far as it lies open.
    ///
    /// # Errors
    /// [`VaultError::TooNew`] for a version this app does not know; [`VaultError::Key`] when it is damaged.
    pub fn parse(stored: &[u8]) -> Result<Self, VaultError> {
        let (text, file) = versioned(stored)?;
        if file.get("locks").is_some() {
            return Ok(Self::Locked { has_recovery: text.contains("recovery") });
        }
        let key = file.get("open").and_then(Value::as_str).and_then(parse_hex).map(DataKey::from_bytes);
        key.filter(|key| *key.lie_open() == stored).map(Self::Open).ok_or(VaultError::Key)
    }
}

impl DataKey {
    /// The file that lays the key beside the data.
    #[must_use]
    pub fn lie_open(&self) -> Zeroizing<Vec<u8>> {
        Zeroizing::new([&b"{\"v\":1,\"open\":\""[..], hex(self.bytes()).as_bytes(), b"\"}"].concat())
    }
}

/// The text of a file of this version, and what is in it.
fn versioned(stored: &[u8]) -> Result<(&str, Value), VaultError> {
    let text = std::str::from_utf8(stored).map_err(|_| VaultError::Key)?;
    let file: Value = serde_json::from_str(text).map_err(|_| VaultError::Key)?;
    match file.get("v").and_then(Value::as_u64) {
        Some(VERSION) => Ok((text, file)),
        Some(2..) => Err(VaultError::TooNew),
        _ => Err(VaultError::Key),
    }
}

impl Locks {
    /// Reads the locks in a stored file.
    ///
    /// # Errors
    /// [`VaultError::Cost`] for a lock that asks for more or less work than is allowed; otherwise as
    /// [`KeyFile::parse`].
    pub fn parse(stored: &[u8]) -> Result<Self, VaultError> {
        let (_, file) = versioned(stored)?;
        let locks = Self::read(&file).filter(|locks| locks.to_bytes() == stored).ok_or(VaultError::Key)?;
        match locks.are_allowed() {
            true => Ok(locks),
            false => Err(VaultError::Cost),
        }
    }

    fn read(file: &Value) -> Option<Self> {
        let mut locks = file.get("locks")?.as_array()?.iter().map(Lock::read);
        let passphrase = locks.next()??;
        let recovery = match locks.next() {
            Some(lock) => Some(lock?),
            None => None,
        };
        let in_place =
            passphrase.by == By::Passphrase && recovery.as_ref().is_none_or(|it| it.by == By::Recovery);
        in_place.then_some(Self { passphrase, recovery })
    }

    /// As they are stored.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let all = [Some(&self.passphrase), self.recovery.as_ref()];
        let all: Vec<_> = all.into_iter().flatten().map(Lock::written).collect();
        format!("{{\"v\":{VERSION},\"locks\":[{}]}}", all.join(",")).into_bytes()
    }

    fn are_allowed(&self) -> bool {
        self.passphrase.cost.is_allowed() && self.recovery.as_ref().is_none_or(|it| it.cost.is_allowed())
    }
}

impl Lock {
    fn read(stored: &Value) -> Option<Self> {
        let number = |name| stored.get(name)?.as_u64()?.try_into().ok();
        let text = |name| stored.get(name)?.as_str();
        let by = text("by")?;
        if number("lanes")? != Cost::LANES {
            return None;
        }
        Some(Self {
            by: [By::Passphrase, By::Recovery].into_iter().find(|it| it.name() == by)?,
            cost: Cost { memory_kib: number("memory_kib")?, passes: number("passes")? },
            salt: parse_hex(text("salt")?)?,
            wrapped: parse_hex(text("wrapped")?)?,
        })
    }

    fn written(&self) -> String {
        let Self { by, cost: Cost { memory_kib, passes }, salt, wrapped } = self;
        let (by, lanes, salt, wrapped) = (by.name(), Cost::LANES, hex(salt), hex(wrapped));
        format!(
            "{{\"by\":\"{by}\",\"memory_kib\":{memory_kib},\"passes\":{passes},\"lanes\":{lanes},\"salt\":\"{}\",\"wrapped\":\"{}\"}}",
            &*salt, &*wrapped
        )
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{Counter, Quick};
    use super::super::{Passphrase, RecoveryCode};
    use super::*;

    fn secret() -> Secret {
        Secret::Passphrase(Passphrase::given("correct horse"))
    }

    fn locked() -> (DataKey, Vec<u8>, RecoveryCode) {
        pollster::block_on(async {
            let entropy = &mut Counter(3);
            let key = DataKey::make_random(entropy);
            let code = RecoveryCode::make_random(entropy);
            let passphrase = Lock::make(&key, &secret(), &Quick, entropy).await.unwrap();
            let recovery = Lock::make(&key, &Secret::Code(code.clone()), &Quick, entropy).await.unwrap();
            let locks = Locks { passphrase, recovery: Some(recovery) };
            (key, locks.to_bytes(), code)
        })
    }

    fn open(stored: &[u8], secret: &Secret) -> Result<DataKey, VaultError> {
        match KeyFile::parse(stored)? {
            KeyFile::Open(key) => Ok(key),
            KeyFile::Locked { .. } => pollster::block_on(Locks::parse(stored)?.open(secret, &Quick)),
        }
    }

    fn why(stored: &[u8]) -> Option<VaultError> {
        match KeyFile::parse(stored) {
            Ok(KeyFile::Locked { .. }) => Locks::parse(stored).err(),
            other => other.err(),
        }
    }

    #[test]
    fn a_key_survives_being_laid_beside_the_data() {
        let key = DataKey::make_random(&mut Counter(3));
        let stored = key.lie_open();
        assert!(open(&stored, &secret()).is_ok_and(|read| read == key));
    }

    #[test]
    fn a_locked_key_opens_by_passphrase_and_by_code_alone() {
        let (key, stored, code) = locked();
        assert!(open(&stored, &secret()).is_ok_and(|read| read == key));
        assert!(open(&stored, &Secret::Code(code.clone())).is_ok_and(|read| read == key));
        let wrong = Secret::Passphrase(Passphrase::given("correct horsf"));
        assert_eq!(open(&stored, &wrong).err(), Some(VaultError::WrongPassphrase));
        let other = Secret::Code(RecoveryCode::make_random(&mut Counter(100)));
        assert_eq!(open(&stored, &other).err(), Some(VaultError::WrongCode));
        // The text of the code is no passphrase, and the other way about.
        let as_passphrase = Secret::Passphrase(Passphrase::given(code.text()));
        assert_eq!(open(&stored, &as_passphrase).err(), Some(VaultError::WrongPassphrase));
    }

    #[test]
    fn a_code_where_none_was_made_is_called_so() {
        let (_, stored, code) = locked();
        assert!(matches!(KeyFile::parse(&stored), Ok(KeyFile::Locked { has_recovery: true })));
        let stored = Locks { recovery: None, ..Locks::parse(&stored).unwrap() }.to_bytes();
        assert!(matches!(KeyFile::parse(&stored), Ok(KeyFile::Locked { has_recovery: false })));
        assert_eq!(open(&stored, &Secret::Code(code)).err(), Some(VaultError::NoRecovery));
        assert!(open(&stored, &secret()).is_ok());
    }

    #[test]
    fn a_damaged_or_later_key_file_is_not_taken_for_a_key() {
        assert_eq!(why(b""), Some(VaultError::Key));
        assert_eq!(why(br#"{"v":1,"open":"00"}"#), Some(VaultError::Key));
        assert_eq!(
            why(format!(r#"{{"v":1,"open":"{}"}}"#, "z".repeat(64)).as_bytes()),
            Some(VaultError::Key)
        );
        assert_eq!(why(br#"{"v":1,"locks":[]}"#), Some(VaultError::Key));
        assert_eq!(why(br#"{"v":2,"wrapped":"00"}"#), Some(VaultError::TooNew));
    }

    #[test]
    fn locks_out_of_place_are_not_read() {
        let (_, stored, _) = locked();
        let text = String::from_utf8(stored).unwrap();
        let (first, second) = text.split_once("},{").unwrap();
        let (first, second) =
            (first.trim_start_matches("{\"v\":1,\"locks\":[{"), second.trim_end_matches("}]}"));
        for locks in [vec![second], vec![second, first], vec![first, first], vec![first, second, second]] {
            let file = format!("{{\"v\":1,\"locks\":[{{{}}}]}}", locks.join("},{"));
            assert_eq!(why(file.as_bytes()), Some(VaultError::Key), "{file}");
        }
    }

    #[test]
    fn a_weakened_or_exorbitant_header_is_refused_without_deriving() {
        let (_, stored, _) = locked();
        let text = String::from_utf8(stored).unwrap();
        for (from, to) in [
            ("\"memory_kib\":65536", "\"memory_kib\":8"),
            ("\"memory_kib\":65536", "\"memory_kib\":19455"),
            ("\"memory_kib\":65536", "\"memory_kib\":262145"),
            ("\"memory_kib\":65536", "\"memory_kib\":4294967295"),
            ("\"passes\":3", "\"passes\":1"),
            ("\"passes\":3", "\"passes\":17"),
            ("\"memory_kib\":19456", "\"memory_kib\":19455"),
        ] {
            assert_eq!(why(text.replacen(from, to, 1).as_bytes()), Some(VaultError::Cost), "{to}");
        }
        assert_eq!(why(text.replacen("\"lanes\":1", "\"lanes\":2", 1).as_bytes()), Some(VaultError::Key));
        // Within what is allowed, another cost is another key: the wrap does not open.
        let other = text.replacen("\"passes\":3", "\"passes\":2", 1);
        assert_eq!(open(other.as_bytes(), &secret()).err(), Some(VaultError::WrongPassphrase));
    }

    #[test]
    fn no_changed_byte_gives_the_file_another_meaning() {
        let (key, stored, code) = locked();
        let secrets = [secret(), Secret::Code(code)];
        for at in 0..stored.len() {
            for flip in [1, 2, 4, 8, 16, 32, 64, 128, 255] {
                let mut changed = stored.clone();
                changed[at] ^= flip;
                // What still opens, by the lock that was left alone, opens to the same key.
                let opened: Vec<_> = secrets.iter().map(|secret| open(&changed, secret)).collect();
                assert!(
                    opened.iter().all(|it| it.as_ref().map_or(true, |read| *read == key)),
                    "byte {at} ^ {flip}"
                );
                assert!(opened.iter().any(Result::is_err), "byte {at} ^ {flip} went unnoticed");
            }
        }
    }

    #[test]
    fn a_key_file_cut_short_is_damaged() {
        let (_, stored, _) = locked();
        for at in 0..stored.len() {
            assert_eq!(why(&stored[..at]), Some(VaultError::Key), "cut at {at}");
        }
    }
}
