//! The doors that strangers' bytes come in by. The fuzz targets (`tests/fuzz`) and the share of them that every test run
//! takes (`tests/strangers.rs`) go through the same ones.
//!
//! A door gives what was said of the bytes where they were not taken. Whatever it takes is then used as the app uses it
//! (`using`), because what is read without harm may do harm later. It never panics but for a promise that is broken.
#![allow(
    dead_code,
    clippy::unwrap_used,
    reason = "a fuzz target goes through one door; a test may stop at a surprise"
)]

mod using;

use second_look::{
    content::{
        Pack, SHIPPED,
        exchange::{self, MOST_FAULTS, MOST_QUESTIONS},
        invitations::invited_to,
        library::Library,
    },
    domain::{
        ids::{AttendanceId, EventId},
        journal::{AttendanceCommand, Command, Journal},
        passing::{Collector, EventTag, Invitation, Message, SenderTag, typed},
        route::Route,
        time::Moment,
    },
    session::{Opening, Session, SessionError},
    storage::{RecordKey, RecordStore, Write, backup, docs, memory::MemoryStore},
    vault::{Cost, DerivationError, Entropy, KeyDerivation, Passphrase, RecoveryCode, Secret, WrappingKey},
    worker::{Failure, Frame, Outcome, Task, perform, scan},
};
use std::{fs, path::PathBuf, sync::OnceLock};

/// What was said of bytes that were not taken, one thing after the other.
pub type Said = Vec<String>;

/// Takes bytes in.
pub type Door = fn(&[u8]) -> Said;

/// Every door, by the name of its fuzz target.
pub const DOORS: [(&str, Door); 10] = [
    ("pack", pack),
    ("backup_text", backup_text),
    ("backup_file", backup_file),
    ("record", record),
    ("key_file", key_file),
    ("code", code),
    ("link", link),
    ("typed_code", typed_code),
    ("questions", questions),
    ("picture", picture),
];

/// The passphrase of the backups that are handed in.
pub const PASSPHRASE: &str = "a passphrase of then, café";

/// Nothing that is said of a stranger's bytes is longer: it has to be read.
pub const LONGEST_SAID: usize = 6_000;

/// The text of a pack that a person adds, the same as a file that came with the app, and as a part of one.
pub fn pack(bytes: &[u8]) -> Said {
    let text = String::from_utf8_lossy(bytes).into_owned();
    let mut said: Said = Pack::parse_added(&text).err().into_iter().collect();
    let mut library = Library::default();
    library.shelve_added(Some(&text));
    library.shelve("small", "pack", Ok(text.clone()));
    let mut lessons = lessons().clone();
    lessons.shelve("learning-event-2017", "lessons", Ok(text));
    for library in [library, lessons] {
        using::read(&library);
        for fault in library.faults() {
            assert!(!fault.pack.is_empty(), "the pack is not named");
            said.push(fault.why.clone());
        }
    }
    for it in &said {
        let place = it.split(": ").next().unwrap_or_default();
        assert!(!place.is_empty() && place.len() < it.len() || it.contains(". "), "no place: {it}");
    }
    told(said)
}

/// The text in a backup file, from a file that was whole and from one that was not.
pub fn backup_text(bytes: &[u8]) -> Said {
    let mut said = vec![];
    for is_whole in [true, false] {
        match backup::read(bytes, is_whole) {
            Err(error) => said.push(error.to_string()),
            Ok(contents) => {
                let lines = bytes.split(|byte| *byte == b'\n').count();
                assert!(contents.changes.len() + contents.faults.len() <= 3 * lines + 1);
                for fault in &contents.faults {
                    assert!((1..=lines).contains(&fault.line), "line {} of {lines}", fault.line);
                    said.push(fault.why.to_string());
                }
                using::take_in(&contents.changes);
            }
        }
    }
    said.sort();
    said.dedup();
    told(said)
}

/// A backup file. One that asks for more work than a test has time for is not opened.
pub fn backup_file(bytes: &[u8]) -> Said {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(200)]).into_owned();
    let asked =
        head.split("-> scrypt ").nth(1).and_then(|it| it.split_whitespace().nth(1)?.parse::<u8>().ok());
    if asked.is_some_and(|work| (5..=18).contains(&work)) {
        return vec![];
    }
    let task = Task::OpenBackup { passphrase: PASSPHRASE, file: bytes };
    match Outcome::decode(&perform(&task.encode())) {
        Outcome::Opened(opened) => {
            assert!(opened.text.len() <= bytes.len(), "it grew");
            backup_text(&opened.text)
        }
        Outcome::Failed(failure) => {
            assert_ne!(failure, Failure::Stopped);
            told(vec![failure.to_string()])
        }
        _ => panic!("an opening answers with what was opened"),
    }
}

/// A document of a record, after the name of its row and a line's end.
pub fn record(bytes: &[u8]) -> Said {
    let (name, doc) = bytes.split_at(bytes.iter().position(|it| *it == b'\n').unwrap_or(0));
    let Ok(key) = String::from_utf8_lossy(name).parse::<RecordKey>() else { return vec![] };
    match docs::decode(key, doc.get(1..).unwrap_or_default()) {
        Err(error) => told(vec![error.to_string()]),
        Ok(change) => {
            // What was read is written again, and reads the same: a record that changes is a record that is lost.
            let (again, written) = docs::encode(&change);
            assert_eq!(again, key);
            assert!(docs::decode(key, &written.unwrap()).as_ref() == Ok(&change), "it is not kept as it is");
            using::take_in(&[change]);
            vec![]
        }
    }
}

/// The key file of a store, with a record beside it.
pub fn key_file(bytes: &[u8]) -> Said {
    pollster::block_on(async {
        let store = MemoryStore::default();
        store.set_header(Some(bytes.to_vec()));
        let name = "reflection/01010101010101010101010101010101".to_owned();
        store.write(&[Write::Reseal(name, bytes.to_vec())]).await.unwrap();
        let before = (store.header().await, store.records().await);
        let mut said = vec![];
        match Session::open(store.clone(), &mut Zeros).await {
            Err(error) => said.push(error.to_string()),
            Ok(Opening::New(_)) => panic!("there was a key file, and a record"),
            Ok(Opening::Unread(session)) => {
                let opened = session.read().await.unwrap();
                assert_eq!(opened.journal, Journal::default());
                assert_eq!(opened.set_aside.len(), 1, "the record is sealed with no key that is here");
                said.extend(opened.set_aside.iter().map(|it| it.why.to_string()));
            }
            Ok(Opening::Locked(locked)) => {
                let code = RecoveryCode::make_random(&mut Zeros);
                for secret in [Secret::Passphrase(Passphrase::given(PASSPHRASE)), Secret::Code(code)] {
                    let opened = locked.unlock(&secret, &NoWork).await;
                    said.push(opened.err().map(|it: SessionError| it.to_string()).expect("the key is wrong"));
                }
            }
        }
        assert!((store.header().await, store.records().await) == before, "what is on disk was changed");
        told(said)
    })
}

/// The bytes of a code that a phone shows, and the same as the body of one that is whole.
pub fn code(bytes: &[u8]) -> Said {
    let mut said = vec![];
    let sealed = bytes.split_first().map(|(kind, body)| sealed(kind % 8, body));
    for bytes in [Some(bytes.to_vec()), sealed].into_iter().flatten() {
        match Message::from_bytes(&bytes) {
            Err(error) => said.push(error.to_string()),
            Ok(message) => {
                let again = message.to_bytes().map(|bytes| Message::from_bytes(&bytes));
                assert_eq!(again, Ok(Ok(message.clone())), "it is not kept as it is");
                said.extend(using::collect(&message));
            }
        }
        // Of whichever event it says it is.
        let event = bytes.get(4..10).and_then(|tag| tag.try_into().ok()).map_or(TAG, EventTag::from_entropy);
        for event in [TAG, event] {
            let mut collector = Collector::new(event);
            for _ in 0..2 {
                match collector.take(&bytes) {
                    Err(error) => said.push(error.to_string()),
                    Ok(progress) => assert!(progress.seen <= progress.of && progress.seen > 0),
                }
            }
            if let Some(carried) = collector.whole() {
                assert!(carried.to_frames(event).is_ok(), "what was carried can be carried on");
            }
        }
    }
    told(said)
}

/// What stands in the address bar after the `#`, and the invitation in it.
pub fn link(bytes: &[u8]) -> Said {
    let text = String::from_utf8_lossy(bytes);
    let route = Route::parse(&text);
    let again = Route::parse(&route.to_string());
    assert!(again == route, "{route:?} does not survive the address bar");
    drop((route.tab(), route.item()));
    let fragment = if let Route::Join(fragment) = route { fragment } else { text.into_owned() };
    match Invitation::from_fragment(&fragment) {
        Err(error) => told(vec![error.to_string()]),
        Ok(invitation) => {
            let again = invitation.to_fragment().map(|it| Invitation::from_fragment(&it));
            assert_eq!(again, Ok(Ok(invitation.clone())), "it is not passed on as it is");
            match invited_to(library(), &invitation, None) {
                Err(error) => told(vec![error.to_string()]),
                Ok(invited) => {
                    let join = AttendanceCommand::Join { sender: SENDER, invited };
                    let id = AttendanceId::from_entropy([1; 16]);
                    let changes = Journal::default().plan(Command::Attend(id, join), noon()).unwrap();
                    using::take_in(&changes);
                    vec![]
                }
            }
        }
    }
}

/// What a person types that another one reads out.
pub fn typed_code(bytes: &[u8]) -> Said {
    let text = String::from_utf8_lossy(bytes);
    let mut said: Said = RecoveryCode::parse(&text).err().iter().map(ToString::to_string).collect();
    for many in [0, 1, 9, typed::MOST_TYPED, usize::MAX] {
        let expected = typed::Expected { event: TAG, statements: many, outcomes: many };
        let message = match typed::read(&text, expected) {
            Ok(message) => message,
            Err(error) => {
                said.push(error.to_string());
                continue;
            }
        };
        match &message {
            Message::Answers(it) => assert!(it.heard.len() == many && typed::write(it).is_ok()),
            Message::FollowUp(it) => assert!(it.ratings.len() == many && typed::write_follow_up(it).is_ok()),
            other => panic!("{other:?} is nothing that is typed"),
        }
        said.extend(using::collect(&message));
    }
    told(said)
}

/// A file of questions, under every kind of name.
pub fn questions(bytes: &[u8]) -> Said {
    let mut said = vec![];
    for name in ["questions.txt", "questions.csv", "questions.gift", "questions.aiken"] {
        let taken = exchange::read(bytes, name);
        assert!(taken.questions.len() <= MOST_QUESTIONS && taken.faults.len() <= MOST_FAULTS + 2);
        assert!(!(taken.questions.is_empty() && taken.faults.is_empty()), "something is said of every file");
        for fault in &taken.faults {
            let it = fault.to_string();
            assert!(it.starts_with("Line ") && fault.line > 0, "{it}");
            said.push(it);
        }
        using::add_questions(taken.questions);
    }
    told(said)
}

/// A picture that a camera takes: how wide it is, and its pixels.
pub fn picture(bytes: &[u8]) -> Said {
    let Some((&width, pixels)) = bytes.split_first() else { return vec![] };
    let width = usize::from(width).max(1);
    let height = (pixels.len() / width).min(400);
    if let Some(frame) = Frame::new(width, height, &pixels[..width * height]) {
        assert!(scan(&frame).len() <= 16);
    }
    vec![]
}

/// Something is said, and it can be read.
fn told(said: Said) -> Said {
    for it in &said {
        assert!(!it.trim().is_empty(), "nothing is said");
        assert!(
            it.len() <= LONGEST_SAID,
            "{} bytes are said: {}",
            it.len(),
            it.chars().take(300).collect::<String>()
        );
    }
    said
}

const TAG: EventTag = EventTag::from_entropy(*b"event!");
const SENDER: SenderTag = SenderTag::from_entropy(*b"me!");

fn event() -> EventId {
    EventId::from_entropy([11; 16])
}

fn noon() -> Moment {
    chrono::DateTime::parse_from_rfc3339("2026-11-23T12:00:00+00:00").unwrap()
}

/// A body in an envelope that holds, so that what reads the body is put to the test.
pub fn sealed(kind: u8, body: &[u8]) -> Vec<u8> {
    let mut bytes = [&b"SL\x01"[..], &[kind], body].concat();
    bytes.extend(crc32fast::hash(&bytes).to_be_bytes());
    bytes
}

/// A file of the project, wherever the test is built.
pub fn file(path: &str) -> Vec<u8> {
    let root = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/"));
    let root = if root.ends_with("fuzz") { root.join("../..") } else { root };
    fs::read(root.join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn text(pack: &str, part: &str) -> Result<String, String> {
    Ok(String::from_utf8(file(&format!("public/packs/{pack}/{part}.json"))).unwrap())
}

/// Everything that comes with the app.
fn library() -> &'static Library {
    static LIBRARY: OnceLock<Library> = OnceLock::new();
    LIBRARY.get_or_init(|| {
        let mut library = Library::default();
        for pack in SHIPPED {
            library.shelve(pack, "pack", text(pack, "pack"));
        }
        for (pack, part) in library.parts() {
            library.shelve(&pack, &part, text(&pack, &part));
        }
        assert_eq!(library.faults(), []);
        library
    })
}

/// A pack that waits for its part.
fn lessons() -> &'static Library {
    static LIBRARY: OnceLock<Library> = OnceLock::new();
    LIBRARY.get_or_init(|| {
        let mut library = Library::default();
        library.shelve("learning-event-2017", "pack", text("learning-event-2017", "pack"));
        library
    })
}

/// No randomness at all.
struct Zeros;

impl Entropy for Zeros {
    fn fill(&mut self, bytes: &mut [u8]) {
        bytes.fill(0);
    }
}

/// A derivation that costs nothing and opens nothing.
struct NoWork;

impl KeyDerivation for NoWork {
    async fn derive(&self, _: &Secret, cost: Cost, _: [u8; 16]) -> Result<WrappingKey, DerivationError> {
        assert!(cost.is_allowed(), "{cost:?} is more work than is ever done");
        Ok(WrappingKey::from_derived([7; 32]))
    }
}
