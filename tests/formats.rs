//! The shapes on disk, as they are frozen from version 1.0.0 on: what was written then still opens.
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise, in its helpers too")]

mod stories;

use second_look::{
    domain::{
        cards::Kind,
        confidence::Asked,
        ids::ReflectionId,
        journal::{Change, Command, Journal},
        quiz::{Topic, Verdict},
        reflections::Words,
        reviews::Outcome,
        revision::{CatchUp, Pace},
    },
    session::Session,
    storage::{
        RecordKey, RecordStore, Write, backup,
        docs::{self, DocError},
        memory::MemoryStore,
    },
    vault::{DataKey, KeyFile},
};
use std::fs;
use stories::{Counter, Person, answer, id, start_round, words};

const FIXTURES: &str = "tests/fixtures/v1";

/// The fixtures and the CRC-32 of each.
const FROZEN: [(&str, &str); 21] = [
    ("attendance-0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d.json", "9e67be62"),
    ("backup.age", "e6ca874c"),
    ("backup.txt", "08205933"),
    ("card_history-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.json", "94329b80"),
    ("collected-0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c.json", "6d745e3b"),
    ("confidence-0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a.json", "b019336a"),
    ("draft-02020202020202020202020202020202.json", "7b7a5c40"),
    ("envelope.bin", "85091178"),
    ("event-0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b.json", "95cc3bbe"),
    ("intention-04040404040404040404040404040404.json", "5299f0d2"),
    ("locked-store.json", "e9ce7d71"),
    ("meeting-07070707070707070707070707070707.json", "86b8cb53"),
    ("profile-00000000000000000000000000000000.json", "c7a7e157"),
    ("progress-05050505050505050505050505050505.json", "f01bd330"),
    ("question-08080808080808080808080808080808.json", "8028e1be"),
    ("question-09090909090909090909090909090909.json", "146ef1b9"),
    ("reflection-01010101010101010101010101010101.json", "36b9b25f"),
    ("reflection-06060606060606060606060606060606.json", "7f429b9c"),
    ("reflection-1e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1e.json", "135188c5"),
    ("round-03030303030303030303030303030303.json", "3c85d25f"),
    ("sealed-store.json", "68be1f8c"),
];

/// One of everything.
async fn everything(store: MemoryStore) -> Journal {
    let mut person = Person::opens(store).await;
    let mut saved = words("What happened: \"nothing\" — é, 🙂 and\na new line.");
    saved.title = "A title".into();
    person.does(Command::WriteReflection { id: id(1), words: saved }).await.unwrap();
    saved = stories::words_with_particulars("Said otherwise");
    person.does(Command::WriteReflection { id: id(1), words: saved }).await.unwrap();
    person.does(Command::Bring { id: id(1), bring: true }).await.unwrap();
    person.does(Command::KeepDraft { id: id(2), words: words("Half") }).await.unwrap();
    person.does(Command::WriteReflection { id: id(6), words: words("In the bin") }).await.unwrap();
    person.does(Command::BinReflection(id(6))).await.unwrap();
    person.does(stories::keep_meeting(7, "Workload")).await.unwrap();
    person
        .does(Command::HoldMeeting { id: stories::meeting(7), day: stories::start().date_naive() })
        .await
        .unwrap();
    person.does(Command::Register(vec![stories::registration()])).await.unwrap();
    person.does(Command::PassOver { text: "Gibbs".into(), always: true }).await.unwrap();
    person.does(Command::NoteBackup).await.unwrap();
    person.does(start_round(3)).await.unwrap();
    person.does(answer(3, "one-off", Verdict::Fact)).await.unwrap();
    for outcome in Outcome::ALL {
        person.does(stories::answer_card("one-off", outcome)).await.unwrap();
    }
    person.does(Command::TakeBack { card: stories::card("one-off"), at: person.now() }).await.unwrap();
    person.does(stories::own_question(8, "One visit is \"enough\".")).await.unwrap();
    person.does(stories::own_choice(9)).await.unwrap();
    person.does(Command::SetPace(Pace { left_out: vec![Kind::Term], ..Pace::default() })).await.unwrap();
    person.does(Command::CatchUp(Some(CatchUp::over(7, stories::start().date_naive())))).await.unwrap();
    person.does(stories::intend(4, "Ask the school.")).await.unwrap();
    person.does(Command::Tick { id: stories::intention(4), done: true }).await.unwrap();
    person.does(stories::read(5, "the-minutes")).await.unwrap();
    person.does(stories::rate(10, Asked::LookingBack, 4)).await.unwrap();
    person.does(stories::prepare(11, stories::event_plan_with_everything())).await.unwrap();
    for command in stories::a_day() {
        person.does(stories::hold(11, command)).await.unwrap();
    }
    person.does(stories::collect(11, 12, stories::answers(11, 1, Verdict::Myth))).await.unwrap();
    person.does(stories::collect(11, 12, stories::table_note(11, 4, 1, "Staff."))).await.unwrap();
    person.does(stories::join(13, 14)).await.unwrap();
    for command in stories::a_part() {
        person.does(stories::attend(13, command)).await.unwrap();
    }
    person.does(stories::rate(10, Asked::After, 10)).await.unwrap();
    person.journal
}

/// What a fixture holds. One that is missing is made, where `NEW_FIXTURES` is set; none is ever written over.
fn frozen(file: &str, make: impl FnOnce() -> Vec<u8>) -> Vec<u8> {
    let path = format!("{FIXTURES}/{file}");
    if std::env::var_os("NEW_FIXTURES").is_some() && !fs::exists(&path).unwrap() {
        fs::write(&path, make()).unwrap();
    }
    fs::read(&path).unwrap_or_else(|_| panic!("{path} is missing"))
}

/// The documents of everything, by the name of their row.
fn documents() -> Vec<(RecordKey, Vec<u8>)> {
    pollster::block_on(async {
        let journal = everything(MemoryStore::default()).await;
        let mut changes: Vec<Change> =
            journal.reflections().into_iter().cloned().map(Change::PutReflection).collect();
        changes.extend(journal.binned().into_iter().cloned().map(Change::PutReflection));
        changes.extend(journal.meetings().into_iter().cloned().map(Change::PutMeeting));
        changes.push(Change::PutProfile(journal.profile()));
        changes.extend(journal.questions().into_iter().cloned().map(Change::PutQuestion));
        changes.extend(journal.history().cards().cloned().map(Change::PutCardHistory));
        changes.extend(journal.drafts().into_iter().cloned().map(Change::PutDraft));
        let rounds = journal.rounds_about(&Topic::Set(stories::set()));
        changes.extend(rounds.into_iter().cloned().map(Change::PutRound));
        changes.extend(journal.intentions().into_iter().cloned().map(Change::PutIntention));
        changes.extend(journal.progress_of(&stories::module()).cloned().map(Change::PutProgress));
        changes.extend(journal.attendances().into_iter().cloned().map(Change::PutAttendance));
        changes.extend(journal.collected(stories::event(11)).into_iter().cloned().map(Change::PutCollected));
        changes.extend(journal.events().into_iter().cloned().map(Change::PutEvent));
        changes.extend(journal.confidence_of(&stories::outcome()).cloned().map(Change::PutConfidence));
        changes.iter().map(docs::encode).map(|(key, doc)| (key, doc.unwrap())).collect()
    })
}

#[test]
fn what_is_written_today_is_what_was_written_then() {
    for (key, doc) in documents() {
        let file = format!("{}.json", key.to_string().replace('/', "-"));
        let frozen = frozen(&file, || doc.clone());
        assert_eq!(String::from_utf8_lossy(&doc), String::from_utf8_lossy(&frozen), "{file}");
        let read = docs::decode(key, &frozen).unwrap();
        assert_eq!(docs::encode(&read), (key, Some(frozen)));
    }
}

/// Every fixture is the file that it was, and every document among them is read, whatever is written today.
#[test]
fn no_fixture_has_been_changed() {
    let mut files: Vec<_> = fs::read_dir(FIXTURES)
        .unwrap()
        .map(|it| it.unwrap())
        .filter(|it| it.file_type().unwrap().is_file())
        .map(|it| it.file_name().into_string().unwrap())
        .collect();
    files.sort();
    let named: Vec<_> = FROZEN.iter().map(|(file, _)| *file).collect();
    assert_eq!(files, named);
    let mut kinds: Vec<_> =
        named.iter().filter_map(|file| file.strip_suffix(".json")?.rsplit_once('-')).collect();
    kinds.retain(|(_, id)| id.len() == 32);
    kinds.dedup_by_key(|(kind, _)| *kind);
    assert_eq!(kinds.len(), 13, "a document of each kind");
    for (file, checksum) in FROZEN {
        let bytes = fs::read(format!("{FIXTURES}/{file}")).unwrap();
        assert_eq!(format!("{:08x}", crc32fast::hash(&bytes)), checksum, "{file}");
        let row = file.strip_suffix(".json").and_then(|it| it.replace('-', "/").parse::<RecordKey>().ok());
        if let Some(row) = row {
            assert!(docs::decode(row, &bytes).is_ok(), "{file}");
        }
    }
}

#[test]
fn a_sealed_store_of_then_opens_today() {
    pollster::block_on(async {
        let store = MemoryStore::default();
        let journal = everything(store.clone()).await;
        let header = store.header().await.unwrap().unwrap();
        let rows = store.records().await.unwrap();
        let made = || serde_json::json!({ "header": header, "rows": rows }).to_string().into_bytes();
        let frozen: serde_json::Value = serde_json::from_slice(&frozen("sealed-store.json", made)).unwrap();
        let bytes = |value: &serde_json::Value| -> Vec<u8> { serde_json::from_value(value.clone()).unwrap() };
        let store = MemoryStore::default();
        store.create_header(&bytes(&frozen["header"])).await.unwrap();
        for row in frozen["rows"].as_array().unwrap() {
            let key: RecordKey = row[0].as_str().unwrap().parse().unwrap();
            store.write(&[Write::Put(key, bytes(&row[1]))]).await.unwrap();
        }
        let opened = stories::opened(store).await;
        assert_eq!(opened.set_aside, []);
        assert_eq!(opened.journal, journal);
    });
}

#[test]
fn a_document_of_a_later_version_is_called_so_and_a_damaged_one_too() {
    for (key, doc) in documents() {
        let text = String::from_utf8(doc).unwrap();
        let later = text.replacen("\"v\":1", "\"v\":2", 1);
        assert_eq!(docs::decode(key, later.as_bytes()), Err(DocError::TooNew), "{key}");
        for damaged in ["", "{}", "null", &text[..text.len() / 2], &text.replacen("\"v\":1", "\"v\":0", 1)] {
            assert_eq!(docs::decode(key, damaged.as_bytes()), Err(DocError::Damaged), "{key}: {damaged}");
        }
    }
}

#[test]
fn a_field_that_is_not_known_is_not_passed_over() {
    for (key, doc) in documents() {
        let text = String::from_utf8(doc).unwrap().replacen("\"v\":1", "\"v\":1,\"x\":1", 1);
        assert_eq!(docs::decode(key, text.as_bytes()), Err(DocError::Damaged), "{key}");
    }
}

#[test]
fn the_envelope_of_then_opens_today() {
    let header = br#"{"v":1,"open":"000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"}"#;
    let Ok(KeyFile::Open(key)) = KeyFile::parse(header) else { panic!("the key lies open") };
    let sealed = DataKey::seal(&key, "draft/1", b"words", &mut Counter::default());
    let frozen = frozen("envelope.bin", || sealed.clone());
    assert_eq!(sealed, frozen);
    assert_eq!(*key.open("draft/1", &frozen).unwrap(), b"words");
}

#[test]
fn a_backup_of_then_is_read_today() {
    let text = backup_text();
    let frozen = frozen("backup.txt", || text.clone());
    assert_eq!(String::from_utf8_lossy(&text), String::from_utf8_lossy(&frozen));
    is_everything(&frozen, true);
}

/// A backup of everything.
fn backup_text() -> Vec<u8> {
    let documents: Vec<_> = documents().into_iter().map(|(key, doc)| (key, doc.into())).collect();
    backup::write(&documents, "0.1.0", stories::start()).to_vec()
}

/// Whether a backup's text holds one of everything.
fn is_everything(text: &[u8], is_whole: bool) {
    let contents = backup::read(text, is_whole).unwrap();
    assert!(contents.is_whole(), "{:?}", contents.faults);
    let mut journal = Journal::default();
    journal.apply(&contents.changes);
    assert_eq!(journal, pollster::block_on(everything(MemoryStore::default())));
}

/// What needs Argon2id or age.
#[cfg(feature = "worker")]
mod locked {
    use super::*;
    use second_look::{
        session::Opening,
        vault::{Passphrase, RecoveryCode, Secret},
        worker::{HereAndNow, Outcome, Task, perform},
    };

    const PASSPHRASE: &str = "a passphrase of then, café";

    async fn locked_store() -> Vec<u8> {
        let store = MemoryStore::default();
        everything(store.clone()).await;
        let session = stories::opened(store.clone()).await.session;
        let passphrase = Passphrase::new(PASSPHRASE).unwrap();
        let code = session.protect(passphrase, &HereAndNow, &mut Counter::from(1 << 32)).await.unwrap();
        let header = String::from_utf8(store.header().await.unwrap().unwrap()).unwrap();
        let rows = store.records().await.unwrap();
        serde_json::json!({ "code": *code.written(), "header": header, "rows": rows })
            .to_string()
            .into_bytes()
    }

    #[test]
    fn a_locked_store_of_then_opens_today_by_passphrase_and_by_code() {
        pollster::block_on(async {
            let journal = everything(MemoryStore::default()).await;
            let frozen = frozen("locked-store.json", || pollster::block_on(locked_store()));
            let frozen: serde_json::Value = serde_json::from_slice(&frozen).unwrap();
            let store = MemoryStore::default();
            store.create_header(frozen["header"].as_str().unwrap().as_bytes()).await.unwrap();
            for row in frozen["rows"].as_array().unwrap() {
                let bytes = serde_json::from_value(row[1].clone()).unwrap();
                store.write(&[Write::Reseal(row[0].as_str().unwrap().to_owned(), bytes)]).await.unwrap();
            }
            let Opening::Locked(locked) = Session::open(store, &mut Counter::default()).await.unwrap() else {
                panic!("it is not locked")
            };
            let code = RecoveryCode::parse(frozen["code"].as_str().unwrap()).unwrap();
            for secret in [Secret::Passphrase(Passphrase::given(PASSPHRASE)), Secret::Code(code)] {
                let opened = locked.unlock(&secret, &HereAndNow).await.unwrap().read().await.unwrap();
                assert_eq!(opened.set_aside, []);
                assert_eq!(opened.journal, journal);
            }
        });
    }

    #[test]
    fn a_backup_file_of_then_opens_today() {
        let frozen = frozen("backup.age", || {
            let task = Task::SealBackup { passphrase: PASSPHRASE, text: &backup_text() };
            let Outcome::Sealed(sealed) = Outcome::decode(&perform(&task.encode())) else {
                panic!("it could not be written")
            };
            sealed.to_vec()
        });
        let task = Task::OpenBackup { passphrase: PASSPHRASE, file: &frozen };
        let Outcome::Opened(opened) = Outcome::decode(&perform(&task.encode())) else {
            panic!("it does not open")
        };
        is_everything(&opened.text, opened.is_whole);
    }
}

mod any_words {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn survive_the_disk(texts in proptest::collection::vec(".{0,200}", 3), title in ".{0,80}", bytes: [u8; 16]) {
            pollster::block_on(async {
                let store = MemoryStore::default();
                let mut person = Person::opens(store).await;
                let mut words = Words::about(None);
                words.title = title;
                for (passage, text) in words.passages.iter_mut().zip(texts) {
                    passage.text = text;
                }
                let id = ReflectionId::from_entropy(bytes);
                prop_assume!(!words.is_blank());
                person.does(Command::WriteReflection { id, words: words.clone() }).await.unwrap();
                let journal = person.on_disk().await;
                prop_assert_eq!(&journal.reflection(id).unwrap().words, &words);
                Ok(())
            })?;
        }
    }
}
