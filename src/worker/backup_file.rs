//! The backup file: age, version 1 (C2SP, <https://c2sp.org/age>), with a passphrase and nothing else, so that `age -d`
//! opens it without this app.
//!
//! The work factor is fixed: 2^17 rounds of scrypt are 128 MiB of memory, which a phone's browser can be had to give;
//! 2^18, the usual choice on a desktop, often not. Files up to 2^18 are opened.
use super::{Failure, OpenedFile};
use age::{DecryptError, Decryptor, Identity, scrypt, secrecy::ExposeSecret, stream::StreamReader};
use age_core::format::{FileKey, Stanza};
use std::{
    cell::RefCell,
    io::{Cursor, Read, Seek, SeekFrom},
    iter,
};
use zeroize::Zeroizing;

/// The logarithm of scrypt's rounds in what is written.
pub(super) const WORK: u8 = 17;
/// The most that is opened.
const MOST_WORK: u8 = 18;

/// What a file of any version begins with.
const MAGIC: &[u8] = b"age-encryption.org/";

/// What age seals at a time, in bytes; and the tag after it.
const CHUNK: usize = 64 * 1024;
const TAG: usize = 16;

/// A file of `text`, which has been opened again and found to be as it was meant.
///
/// # Errors
/// [`Failure::OutOfMemory`]; [`Failure::NotAsMeant`] where the file does not read as it should.
pub(super) fn seal(passphrase: &str, text: &[u8]) -> Result<Vec<u8>, Failure> {
    room_for(WORK)?;
    let mut recipient = scrypt::Recipient::new(secret(passphrase));
    recipient.set_work_factor(WORK);
    let file = age::encrypt(&recipient, text).map_err(|_| Failure::Stopped)?;
    let opened = open(passphrase, &file)?;
    match opened.is_whole && opened.text[..] == *text {
        true => Ok(file),
        false => Err(Failure::NotAsMeant),
    }
}

/// Everything in `file` that is as it was written: a chunk that is damaged or cut off takes none of the others with it.
///
/// # Errors
/// A [`Failure`] where none of it can be read.
pub(super) fn open(passphrase: &str, file: &[u8]) -> Result<OpenedFile, Failure> {
    if !file.starts_with(MAGIC) {
        return Err(Failure::NotAge);
    }
    let identity = Remembering { identity: identity(passphrase), key: RefCell::default() };
    let begin = || -> Result<StreamReader<Cursor<&[u8]>>, Failure> {
        let decryptor = Decryptor::new_buffered(Cursor::new(file)).map_err(failure)?;
        if !decryptor.is_scrypt() {
            return Err(Failure::NotAge);
        }
        decryptor.decrypt(iter::once(&identity as &dyn Identity)).map_err(|error| identity.why(error))
    };
    let mut reader = begin()?;
    let chunks = payload_of(file).div_ceil(CHUNK + TAG);
    let mut text = Zeroizing::new(Vec::with_capacity(file.len()));
    let mut chunk = Zeroizing::new(vec![0; CHUNK]);
    let (mut at, mut is_whole) = (0, true);
    loop {
        match reader.read(&mut chunk) {
            Ok(0) => break,
            Ok(read) => {
                text.extend_from_slice(&chunk[..read]);
                at += 1;
            }
            Err(_) => {
                is_whole = false;
                text.push(b'\n');
                let further = (at + 1..chunks).find_map(|next| Some((next, at_chunk(begin().ok()?, next)?)));
                let Some((next, further)) = further else { break };
                (at, reader) = (next, further);
            }
        }
    }
    Ok(OpenedFile { text, is_whole })
}

/// A new reader moved to a chunk after the first, if that chunk is as it was written. (One that has met a damaged chunk
/// keeps it.)
fn at_chunk<R: Read + Seek>(mut reader: StreamReader<R>, chunk: usize) -> Option<StreamReader<R>> {
    let begin = u64::try_from(chunk * CHUNK).ok()?;
    // Moving to a chunk's very beginning asks for the file's end, which may be gone.
    reader.seek(SeekFrom::Start(begin + 1)).ok()?;
    reader.seek(SeekFrom::Start(begin)).ok()?;
    Some(reader)
}

/// How many bytes of the file come after its header.
fn payload_of(file: &[u8]) -> usize {
    let mut rest = file;
    match Decryptor::new_buffered(&mut rest) {
        Ok(_) => rest.len(),
        Err(_) => 0,
    }
}

/// Opens the header once: scrypt is slow by design.
struct Remembering {
    identity: scrypt::Identity,
    key: RefCell<Option<Result<FileKey, Failure>>>,
}

impl Remembering {
    /// Why the header did not open: what the passphrase made of it, or else what was wrong with the header.
    fn why(&self, error: DecryptError) -> Failure {
        match &*self.key.borrow() {
            Some(Err(why)) => *why,
            _ => failure(error),
        }
    }
}

impl Identity for Remembering {
    fn unwrap_stanza(&self, stanza: &Stanza) -> Option<Result<FileKey, DecryptError>> {
        let mut key = self.key.borrow_mut();
        if key.is_none() {
            let work = stanza.args.get(1).and_then(|work| work.parse().ok()).unwrap_or(WORK);
            let found = match room_for(work.min(MOST_WORK)) {
                Ok(()) => self.identity.unwrap_stanza(stanza)?.map_err(failure),
                Err(failure) => Err(failure),
            };
            *key = Some(found);
        }
        let copy = |key: &FileKey| FileKey::init_with_mut(|bytes| bytes.copy_from_slice(key.expose_secret()));
        key.as_ref().map(|key| key.as_ref().map(copy).map_err(|_| DecryptError::KeyDecryptionFailed))
    }
}

fn identity(passphrase: &str) -> scrypt::Identity {
    let mut identity = scrypt::Identity::new(secret(passphrase));
    identity.set_max_work_factor(MOST_WORK);
    identity
}

fn secret(passphrase: &str) -> age::secrecy::SecretString {
    age::secrecy::SecretString::from(passphrase)
}

/// Asks for the memory that scrypt will need, because scrypt itself would stop the worker.
fn room_for(work: u8) -> Result<(), Failure> {
    let needed = 1024_usize.checked_shl(work.into()).ok_or(Failure::OutOfMemory)?;
    let mut room = Vec::<u8>::new();
    room.try_reserve_exact(needed + needed / 16).map_err(|_| Failure::OutOfMemory)?;
    std::hint::black_box(&room);
    Ok(())
}

fn failure(error: DecryptError) -> Failure {
    match error {
        DecryptError::KeyDecryptionFailed | DecryptError::DecryptionFailed => Failure::WrongPassphrase,
        DecryptError::ExcessiveWork { .. } => Failure::TooMuchWork,
        DecryptError::UnknownFormat => Failure::TooNew,
        DecryptError::InvalidMac => Failure::DamagedHeader,
        DecryptError::NoMatchingKeys => Failure::NotAge,
        _ => Failure::DamagedHeader,
    }
}
