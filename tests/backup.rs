//! Backups: what was written is read again, by this app and by age; what is damaged is counted, and the rest is read.
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise, in its helpers too")]

mod stories;

use second_look::{
    domain::journal::{Change, Command, Journal},
    storage::{
        Document,
        backup::{self, BackupError, Contents, WhyFault},
        docs::DocError,
        memory::MemoryStore,
    },
};
use stories::{Person, id, start, words};

/// What a person has, and the documents of it.
fn documents(records: u8, text: &str) -> (Journal, Vec<Document>) {
    pollster::block_on(async {
        let mut person = Person::opens(MemoryStore::default()).await;
        for n in 1..=records {
            let words = words(&format!("{n} {text}"));
            person.does(Command::WriteReflection { id: id(n), words }).await.unwrap();
        }
        let (documents, left_out) = person.session.documents().await.unwrap();
        assert_eq!((documents.len(), left_out), (usize::from(records), 0));
        (person.journal, documents)
    })
}

fn backup(records: u8, text: &str) -> (Journal, Vec<u8>) {
    let (journal, documents) = documents(records, text);
    (journal, backup::write(&documents, "0.1.0", start()).to_vec())
}

fn journal(contents: &Contents) -> Journal {
    let mut journal = Journal::default();
    journal.apply(&contents.changes);
    journal
}

fn why(contents: &Contents) -> Vec<WhyFault> {
    contents.faults.iter().map(|fault| fault.why).collect()
}

/// Whether all that was read was written, and all that was not is told.
fn is_honest(contents: &Contents, whole: &Journal) -> bool {
    let there = |change: &Change| match change {
        Change::PutReflection(it) => whole.reflection(it.id) == Some(it),
        _ => false,
    };
    contents.changes.iter().all(there)
        && (!contents.is_whole() || contents.changes.len() == whole.reflections().len())
}

#[test]
fn what_was_written_is_read_again() {
    let (whole, text) = backup(3, "é \"quoted\"\nand on a new line");
    let contents = backup::read(&text, true).unwrap();
    assert!(contents.is_whole());
    assert_eq!(journal(&contents), whole);
    assert_eq!((contents.app.as_deref(), contents.made), (Some("0.1.0"), Some(start())));
    assert_eq!((contents.written, contents.lost()), (Some(3), Some(0)));
    assert_eq!(text.iter().filter(|byte| **byte == b'\n').count(), 5, "a line a record, and one at each end");
    let (_, empty) = backup(0, "");
    assert!(backup::read(&empty, true).unwrap().is_whole());
}

#[test]
fn what_is_no_backup_or_a_later_one_is_called_so() {
    for foreign in ["", "\n", "{}", "[]", "hello", "{\"kind\":1}", "{\"second-look-backup\":\"1\"}"] {
        assert_eq!(backup::read(foreign.as_bytes(), true), Err(BackupError::Foreign), "{foreign}");
        assert_eq!(backup::read(foreign.as_bytes(), false), Err(BackupError::NothingLeft), "{foreign}");
    }
    let later = b"{\"second-look-backup\":2,\"records\":1}\n";
    assert_eq!(backup::read(later, true), Err(BackupError::TooNew));
}

#[test]
fn a_line_that_is_not_as_it_should_be_is_told_and_the_rest_is_read() {
    let (whole, text) = backup(3, "x");
    let text = String::from_utf8(text).unwrap();
    let lines: Vec<_> = text.lines().collect();
    let with = |at: usize, line: &str| {
        let mut lines = lines.clone();
        lines[at] = line;
        backup::read(lines.join("\n").as_bytes(), true).unwrap()
    };
    let doc = lines[2].split_once("\"doc\":").unwrap().1;
    for (line, fault) in [
        ("{", WhyFault::Unreadable),
        ("{\"kind\":\"reflection\"}", WhyFault::Unreadable),
        (&lines[2].replacen("\"id\":\"", "\"id\":\"0", 1), WhyFault::Unreadable),
        (&lines[2].replacen("reflection", "recollection", 1), WhyFault::UnknownKind),
        (lines[1], WhyFault::Twice),
        (&lines[2].replacen("\"v\":1", "\"v\":2", 1), WhyFault::Doc(DocError::TooNew)),
        (&lines[2].replacen(doc, "{}}", 1), WhyFault::Doc(DocError::Damaged)),
    ] {
        let contents = with(2, line);
        assert_eq!(why(&contents), [fault], "{line}");
        assert_eq!(contents.faults[0].line, 3);
        assert_eq!((contents.changes.len(), contents.lost()), (2, Some(1)), "{line}");
        assert!(is_honest(&contents, &whole));
    }
    // A record that is missing without a trace is missed by the count at either end.
    let missing = [lines[0], lines[1], lines[3], lines[4]].join("\n");
    assert_eq!(backup::read(missing.as_bytes(), true).unwrap().lost(), Some(1));
    let cut = [lines[0], lines[1]].join("\n");
    let contents = backup::read(cut.as_bytes(), false).unwrap();
    assert_eq!((why(&contents), contents.lost()), (vec![WhyFault::NoEnd], Some(2)));
    let beheaded = [lines[2], lines[3], lines[4]].join("\n");
    assert_eq!(backup::read(beheaded.as_bytes(), true), Err(BackupError::Foreign));
    let contents = backup::read(beheaded.as_bytes(), false).unwrap();
    assert_eq!((why(&contents), contents.lost()), (vec![WhyFault::NoBeginning], Some(1)));
    let longer = [text.as_str(), lines[1]].concat();
    let contents = backup::read(longer.as_bytes(), true).unwrap();
    assert_eq!(why(&contents), [WhyFault::AfterEnd, WhyFault::Twice]);
}

#[test]
fn no_changed_byte_and_no_cut_of_the_text_makes_the_reader_stumble() {
    let (_, text) = backup(2, "x");
    for at in 0..text.len() {
        for flip in [1, 2, 32, 128] {
            let mut changed = text.clone();
            changed[at] ^= flip;
            drop(backup::read(&changed, true));
            drop(backup::read(&changed, false));
        }
        let cut = backup::read(&text[..at], false);
        // The line's end after the last line is none of what was written.
        assert!(cut.is_err() || at == text.len() - 1 || !cut.unwrap().is_whole(), "cut at {at}");
    }
}

/// The file around the text.
#[cfg(feature = "worker")]
mod in_age {
    use super::*;
    use age::{Decryptor, scrypt, secrecy::SecretString};
    use second_look::worker::{Failure, OpenedFile, Outcome, Task, perform};
    use std::io::Read;

    const PASSPHRASE: &str = "a passphrase for the file";
    const CHUNK: usize = 64 * 1024;

    fn ask(task: &Task) -> Outcome {
        Outcome::decode(&perform(&task.encode()))
    }

    fn open(file: &[u8]) -> Result<OpenedFile, Failure> {
        match ask(&Task::OpenBackup { passphrase: PASSPHRASE, file }) {
            Outcome::Opened(opened) => Ok(opened),
            Outcome::Failed(failure) => Err(failure),
            _ => panic!("an opening answers with what was opened"),
        }
    }

    /// By age alone, and with little work: fit for tests.
    fn quickly(text: &[u8]) -> Vec<u8> {
        let mut recipient = scrypt::Recipient::new(SecretString::from(PASSPHRASE));
        recipient.set_work_factor(1);
        age::encrypt(&recipient, text).unwrap()
    }

    /// What can be read of a file, and whether that is told honestly.
    fn read_honestly(file: &[u8], whole: &Journal, what: &str) -> Option<Contents> {
        let opened = open(file).ok()?;
        let contents = backup::read(&opened.text, opened.is_whole).ok()?;
        assert!(is_honest(&contents, whole), "{what} was passed over in silence");
        Some(contents)
    }

    #[test]
    fn age_opens_what_is_written_here() {
        let (_, text) = backup(3, "x");
        let Outcome::Sealed(file) = ask(&Task::SealBackup { passphrase: PASSPHRASE, text: &text }) else {
            panic!("it could not be written")
        };
        assert!(file.starts_with(b"age-encryption.org/v1\n-> scrypt "));
        assert!(String::from_utf8_lossy(&file[..80]).contains(" 17\n"), "the work factor is fixed");
        let mut identity = scrypt::Identity::new(SecretString::from(PASSPHRASE));
        identity.set_max_work_factor(17);
        let decryptor = Decryptor::new_buffered(&file[..]).unwrap();
        let mut read = vec![];
        decryptor.decrypt(std::iter::once(&identity as _)).unwrap().read_to_end(&mut read).unwrap();
        assert_eq!(read, text);
        assert!(open(&file).is_ok_and(|opened| opened.is_whole && *opened.text == text));
    }

    #[test]
    fn what_age_writes_is_opened_here() {
        for length in [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 3 * CHUNK + 7] {
            let text: Vec<u8> = (0..length).map(|at| u8::try_from(at % 251).unwrap()).collect();
            let opened = open(&quickly(&text)).unwrap();
            assert!(opened.is_whole && *opened.text == text, "{length} bytes");
        }
    }

    #[test]
    fn each_reason_not_to_open_is_told_apart() {
        let file = quickly(b"text");
        let wrong = ask(&Task::OpenBackup { passphrase: "another one", file: &file });
        assert!(wrong == Outcome::Failed(Failure::WrongPassphrase));
        assert_eq!(open(b"").err(), Some(Failure::NotAge));
        assert_eq!(open(b"PK\x03\x04").err(), Some(Failure::NotAge));
        let text = |file: &[u8]| file.iter().copied().map(char::from).collect::<String>();
        let bytes =
            |text: &str| text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect::<Vec<_>>();
        let later = bytes(&text(&file).replacen("/v1\n", "/v2\n", 1));
        assert_eq!(open(&later).err(), Some(Failure::TooNew));
        let (head, _) = text(&file).split_once("\n---").map(|(a, b)| (a.to_owned(), b.to_owned())).unwrap();
        assert_eq!(open(&bytes(&head)).err(), Some(Failure::DamagedHeader));
        let mac = text(&file).find("---").unwrap() + 10;
        let mut changed = file.clone();
        changed[mac] = if changed[mac] == b'A' { b'B' } else { b'A' };
        assert_eq!(open(&changed).err(), Some(Failure::DamagedHeader));
        let heavy = bytes(&text(&file).replacen(" 1\n", " 19\n", 1));
        assert_eq!(open(&heavy).err(), Some(Failure::TooMuchWork));
        let key = age::x25519::Identity::generate().to_public();
        assert_eq!(open(&age::encrypt(&key, b"text").unwrap()).err(), Some(Failure::NotAge));
    }

    #[test]
    fn no_changed_byte_of_the_file_loses_a_record_in_silence() {
        let (whole, text) = backup(2, "x");
        let file = quickly(&text);
        for at in 0..file.len() {
            for flip in [1, 128] {
                let mut changed = file.clone();
                changed[at] ^= flip;
                let what = format!("byte {at} ^ {flip}");
                let read = read_honestly(&changed, &whole, &what);
                assert!(read.is_none_or(|contents| !contents.is_whole()), "{what} went unnoticed");
            }
        }
    }

    #[test]
    fn no_cut_of_the_file_loses_a_record_in_silence() {
        let (whole, text) = backup(2, "x");
        let file = quickly(&text);
        for at in 0..file.len() {
            let what = format!("a cut at {at}");
            let read = read_honestly(&file[..at], &whole, &what);
            assert!(read.is_none_or(|contents| !contents.is_whole()), "{what} went unnoticed");
        }
    }

    #[test]
    fn a_damaged_chunk_takes_no_other_with_it() {
        // Some five chunks, of records that lie across their borders.
        let (whole, text) = backup(60, &"What did I assume? ".repeat(280));
        assert!(text.len() > 4 * CHUNK && text.len() < 6 * CHUNK, "{} bytes", text.len());
        let file = quickly(&text);
        let chunks = text.len().div_ceil(CHUNK);
        let payload = file.len() - text.len() - 16 * chunks;
        let a_chunk_holds = CHUNK / (text.len() / 60);
        for damaged in 0..chunks {
            let mut changed = file.clone();
            changed[payload + damaged * (CHUNK + 16) + 100] ^= 1;
            let contents = read_honestly(&changed, &whole, &format!("chunk {damaged}")).unwrap();
            let lost = contents.lost().unwrap();
            assert!((1..=a_chunk_holds + 2).contains(&lost), "chunk {damaged} took {lost} records with it");
        }
        // Every second one, and the last.
        let mut changed = file.clone();
        for damaged in (0..chunks).step_by(2) {
            changed[payload + damaged * (CHUNK + 16)] ^= 1;
        }
        let contents = read_honestly(&changed, &whole, "every second chunk").unwrap();
        assert!(contents.changes.len() > 10 && !contents.is_whole());
        // Cut off in the middle of a chunk, between two, and just before the end.
        for cut in [payload + CHUNK + 16 + 999, payload + 2 * (CHUNK + 16), file.len() - 1] {
            let contents = read_honestly(&file[..cut], &whole, "a cut").unwrap();
            assert!(!contents.is_whole() && contents.faults.iter().any(|it| it.why == WhyFault::NoEnd));
            assert_eq!(contents.lost().map(|lost| lost + contents.changes.len()), Some(60));
            assert!(!contents.changes.is_empty());
        }
    }
}
