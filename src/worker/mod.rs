//! Tasks too heavy for the page: what is asked of the web worker and what it answers, as bytes.
//!
//! A message is a byte that says what it is, then fields, each after its length in four little-endian bytes. Both sides
//! are of one build, so a message has no version. What carries the tasks out (`perform`, with Argon2id and age) is
//! compiled into the worker's own binary alone. A [`Frame`] is no [`Task`]: it holds no secret, and one worker reads many.
//!
//! A secret is sent in Unicode's normal form C, so that one passphrase is the same from every keyboard; nothing is
//! trimmed. The page's side sees to that, because the browser has the tables for it: in the worker they would be 62 KB.
#[cfg(feature = "worker")]
mod backup_file;
#[cfg(feature = "worker")]
mod derive;
mod frame;
#[cfg(feature = "worker")]
mod perform;
#[cfg(feature = "worker")]
mod scan;

pub use frame::Frame;
#[cfg(feature = "worker")]
pub use {derive::HereAndNow, perform::perform, scan::scan};

use crate::vault::{Cost, DerivationError};
use zeroize::Zeroizing;

/// What is asked.
pub enum Task<'a> {
    /// Argon2id of a passphrase or recovery code.
    Derive { secret: &'a str, cost: Cost, salt: [u8; 16] },
    /// A backup file of `text`, opened again and compared before it is handed out.
    SealBackup { passphrase: &'a str, text: &'a [u8] },
    /// As much of a backup file as can be read.
    OpenBackup { passphrase: &'a str, file: &'a [u8] },
}

/// What is answered.
#[derive(PartialEq, Eq)]
pub enum Outcome {
    /// The derived key.
    Derived(Zeroizing<[u8; 32]>),
    /// The file.
    Sealed(Vec<u8>),
    /// What was in the file.
    Opened(OpenedFile),
    /// What the codes in a picture say.
    Codes(Vec<Vec<u8>>),
    /// It could not be done.
    Failed(Failure),
}

/// What was in a backup file.
#[derive(Clone, PartialEq, Eq)]
pub struct OpenedFile {
    /// What could be read, with a line's end wherever something between is missing.
    pub text: Zeroizing<Vec<u8>>,
    /// Nothing is missing.
    pub is_whole: bool,
}

/// Why a task could not be done. Says nothing of what was in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Failure {
    #[error("there is not enough memory free")]
    OutOfMemory,
    #[error("the passphrase does not open the file")]
    WrongPassphrase,
    #[error("this is not an age file that a passphrase opens")]
    NotAge,
    #[error("this is an age file of a later version")]
    TooNew,
    #[error("the beginning of the file is damaged")]
    DamagedHeader,
    #[error("the file asks for more work than this app does")]
    TooMuchWork,
    #[error("the file that was written does not read as it should")]
    NotAsMeant,
    #[error("the worker could not be started")]
    CannotStart,
    #[error("it took too long")]
    TooSlow,
    #[error("the worker stopped because of a fault")]
    Stopped,
}

impl Failure {
    const ALL: [Self; 10] = [
        Self::OutOfMemory,
        Self::WrongPassphrase,
        Self::NotAge,
        Self::TooNew,
        Self::DamagedHeader,
        Self::TooMuchWork,
        Self::NotAsMeant,
        Self::CannotStart,
        Self::TooSlow,
        Self::Stopped,
    ];
}

impl From<Failure> for DerivationError {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::OutOfMemory => Self::OutOfMemory,
            Failure::CannotStart => Self::CannotStart,
            Failure::TooSlow => Self::TooSlow,
            _ => Self::Stopped,
        }
    }
}

const DERIVE: u8 = 1;
const SEAL: u8 = 2;
const OPEN: u8 = 3;
const FAILED: u8 = 4;
const SCAN: u8 = 5;

impl<'a> Task<'a> {
    /// The passphrase or recovery code in it.
    #[must_use]
    pub const fn secret(&self) -> &'a str {
        match self {
            Self::Derive { secret, .. } => secret,
            Self::SealBackup { passphrase, .. } | Self::OpenBackup { passphrase, .. } => passphrase,
        }
    }

    /// The same task with another secret.
    #[must_use]
    pub const fn with_secret<'b>(&self, secret: &'b str) -> Task<'b>
    where
        'a: 'b,
    {
        match *self {
            Self::Derive { cost, salt, .. } => Task::Derive { secret, cost, salt },
            Self::SealBackup { text, .. } => Task::SealBackup { passphrase: secret, text },
            Self::OpenBackup { file, .. } => Task::OpenBackup { passphrase: secret, file },
        }
    }

    /// As it is sent.
    #[must_use]
    pub fn encode(&self) -> Zeroizing<Vec<u8>> {
        match self {
            Self::Derive { secret, cost, salt } => message(
                DERIVE,
                &[secret.as_bytes(), &cost.memory_kib.to_le_bytes(), &cost.passes.to_le_bytes(), salt],
            ),
            Self::SealBackup { passphrase, text } => message(SEAL, &[passphrase.as_bytes(), text]),
            Self::OpenBackup { passphrase, file } => message(OPEN, &[passphrase.as_bytes(), file]),
        }
    }

    /// As it was sent; none where it makes no sense.
    #[must_use]
    pub fn decode(sent: &'a [u8]) -> Option<Self> {
        let (&kind, rest) = sent.split_first()?;
        let (first, rest) = field(rest)?;
        let text = std::str::from_utf8(first).ok()?;
        let (second, rest) = field(rest)?;
        match kind {
            DERIVE => {
                let (passes, rest) = field(rest)?;
                let (salt, _) = field(rest)?;
                let number = |field: &[u8]| Some(u32::from_le_bytes(field.try_into().ok()?));
                let cost = Cost { memory_kib: number(second)?, passes: number(passes)? };
                Some(Self::Derive { secret: text, cost, salt: salt.try_into().ok()? })
            }
            SEAL => Some(Self::SealBackup { passphrase: text, text: second }),
            OPEN => Some(Self::OpenBackup { passphrase: text, file: second }),
            _ => None,
        }
    }
}

impl Outcome {
    /// As it is sent.
    #[must_use]
    pub fn encode(&self) -> Zeroizing<Vec<u8>> {
        match self {
            Self::Derived(key) => message(DERIVE, &[&key[..]]),
            Self::Sealed(file) => message(SEAL, &[file]),
            Self::Opened(OpenedFile { text, is_whole }) => message(OPEN, &[text, &[u8::from(*is_whole)]]),
            Self::Codes(codes) => message(SCAN, &codes.iter().map(Vec::as_slice).collect::<Vec<_>>()),
            Self::Failed(failure) => {
                let at = Failure::ALL.iter().position(|it| it == failure).unwrap_or_default();
                message(FAILED, &[&[u8::try_from(at).expect("the failures are few")]])
            }
        }
    }

    /// As it was sent; [`Failure::Stopped`] where it makes no sense.
    #[must_use]
    pub fn decode(sent: &[u8]) -> Self {
        Self::read(sent).unwrap_or(Self::Failed(Failure::Stopped))
    }

    fn read(sent: &[u8]) -> Option<Self> {
        let (&kind, rest) = sent.split_first()?;
        if kind == SCAN {
            return fields(rest).map(Self::Codes);
        }
        let (first, rest) = field(rest)?;
        match kind {
            DERIVE => Some(Self::Derived(Zeroizing::new(first.try_into().ok()?))),
            SEAL => Some(Self::Sealed(first.to_vec())),
            OPEN => {
                let (is_whole, _) = field(rest)?;
                Some(Self::Opened(OpenedFile {
                    text: Zeroizing::new(first.to_vec()),
                    is_whole: is_whole == [1],
                }))
            }
            FAILED => Failure::ALL.get(usize::from(*first.first()?)).copied().map(Self::Failed),
            _ => None,
        }
    }
}

fn message(kind: u8, fields: &[&[u8]]) -> Zeroizing<Vec<u8>> {
    let length = fields.iter().map(|field| 4 + field.len()).sum::<usize>();
    let mut message = Zeroizing::new(Vec::with_capacity(1 + length));
    message.push(kind);
    for field in fields {
        let length = u32::try_from(field.len()).expect("nothing that a page holds reaches four gigabytes");
        message.extend_from_slice(&length.to_le_bytes());
        message.extend_from_slice(field);
    }
    message
}

fn field(sent: &[u8]) -> Option<(&[u8], &[u8])> {
    let (length, rest) = sent.split_first_chunk::<4>()?;
    rest.split_at_checked(u32::from_le_bytes(*length) as usize)
}

/// All that there are; none where the last is cut short.
fn fields(mut sent: &[u8]) -> Option<Vec<Vec<u8>>> {
    let mut fields = vec![];
    while !sent.is_empty() {
        let (one, rest) = field(sent)?;
        fields.push(one.to_vec());
        sent = rest;
    }
    Some(fields)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_sent_arrives() {
        for outcome in [
            Outcome::Derived(Zeroizing::new([7; 32])),
            Outcome::Sealed(vec![1, 2]),
            Outcome::Opened(OpenedFile { text: Zeroizing::new(vec![]), is_whole: true }),
            Outcome::Opened(OpenedFile { text: Zeroizing::new(vec![3]), is_whole: false }),
            Outcome::Codes(vec![]),
            Outcome::Codes(vec![vec![4, 5], vec![], vec![6]]),
        ]
        .into_iter()
        .chain(Failure::ALL.map(Outcome::Failed))
        {
            let sent = outcome.encode();
            assert!(Outcome::decode(&sent) == outcome);
            for at in 0..sent.len() {
                drop(Outcome::decode(&sent[..at]));
                assert!(Task::decode(&sent[..at]).is_none());
            }
        }
        let task = Task::Derive { secret: "é", cost: Cost::FULL, salt: [9; 16] }.encode();
        assert!(matches!(
            Task::decode(&task),
            Some(Task::Derive { secret: "é", cost: Cost::FULL, salt }) if salt == [9; 16]
        ));
        let sealing = Task::SealBackup { passphrase: "one", text: b"text" };
        assert_eq!(sealing.secret(), "one");
        assert!(matches!(sealing.with_secret("two"), Task::SealBackup { passphrase: "two", text: b"text" }));
        assert!(Outcome::decode(b"") == Outcome::Failed(Failure::Stopped));
    }
}
