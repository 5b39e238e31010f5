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
    /// Under a passphrase, and a recovery code if there is one.
    Locked(Locks),
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
    /// Reads a stored file.
    ///
    /// # Errors
    /// [`VaultError::TooNew`] for a version this app does not know; [`VaultError::Cost`] for a lock that asks for more
    /// or less work than is allowed; [`VaultError::Key`] when it is damaged.
    pub fn parse(stored: &[u8]) -> Result<Self, VaultError> {
        let text = std::str::from_utf8(stored).map_err(|_| VaultError::Key)?;
        let file: Value = serde_json::from_str(text).map_err(|_| VaultError::Key)?;
        match file.get("v").and_then(Value::as_u64) {
            Some(VERSION) => {}
            Some(2..) => return Err(VaultError::TooNew),
            _ => return Err(VaultError::Key),
        }
        let read = Self::read(&file).ok_or(VaultError::Key)?;
        if *read.to_bytes() != stored {
            return Err(VaultError::Key);
        }
        match &read {
            Self::Locked(locks) if !locks.are_allowed() => Err(VaultError::Cost),
            _ => Ok(read),
        }
    }

    fn read(file: &Value) -> Option<Self> {
        let Some(locks) = file.get("locks") else {
            return parse_hex(file.get("open")?.as_str()?).map(DataKey::from_bytes).map(Self::Open);
        };
        let mut locks = locks.as_array()?.iter().map(Lock::read);
        let passphrase = locks.next()??;
        let recovery = match locks.next() {
            Some(lock) => Some(lock?),
            None => None,
        };
        let in_place =
            passphrase.by == By::Passphrase && recovery.as_ref().is_none_or(|it| it.by == By::Recovery);
        in_place.then_some(Self::Locked(Locks { passphrase, recovery }))
    }

    /// As it is stored.
    #[must_use]
    pub fn to_bytes(&self) -> Zeroizing<Vec<u8>> {
        let rest = match self {
            Self::Open(key) => Zeroizing::new(format!("\"open\":\"{}\"", &*hex(key.bytes()))),
            Self::Locked(locks) => {
                let all = [Some(&locks.passphrase), locks.recovery.as_ref()];
                let all: Vec<_> = all.into_iter().flatten().map(Lock::written).collect();
                Zeroizing::new(format!("\"locks\":[{}]", all.join(",")))
            }
        };
        Zeroizing::new(format!("{{\"v\":{VERSION},{}}}", &*rest).into_bytes())
    }
}

impl Locks {
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
            let file = KeyFile::Locked(Locks { passphrase, recovery: Some(recovery) });
            (key, file.to_bytes().to_vec(), code)
        })
    }

    fn open(stored: &[u8], secret: &Secret) -> Result<DataKey, VaultError> {
        match KeyFile::parse(stored)? {
            KeyFile::Open(key) => Ok(key),
            KeyFile::Locked(locks) => pollster::block_on(locks.open(secret, &Quick)),
        }
    }

    fn why(stored: &[u8]) -> Option<VaultError> {
        KeyFile::parse(stored).err()
    }

    #[test]
    fn a_key_survives_being_laid_beside_the_data() {
        let key = DataKey::make_random(&mut Counter(3));
        let stored = KeyFile::Open(key.clone()).to_bytes();
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
        let Ok(KeyFile::Locked(mut locks)) = KeyFile::parse(&stored) else { panic!("it is locked") };
        locks.recovery = None;
        let stored = KeyFile::Locked(locks).to_bytes();
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
