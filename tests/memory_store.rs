//! The stories on the memory store, and what happens when a store fails.
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise, in its helpers too")]

mod stories;

use second_look::{
    domain::journal::Command,
    session::{Session, SessionError},
    storage::{StorageError, memory::MemoryStore},
    vault::VaultError,
};
use stories::{Counter, Person, id, words};

macro_rules! on_memory {
    ($story:ident) => {
        #[test]
        fn $story() {
            pollster::block_on(stories::$story(MemoryStore::default()));
        }
    };
}
tell_every_story!(on_memory);

#[test]
fn a_failed_write_changes_neither_disk_nor_screen() {
    pollster::block_on(async {
        let store = MemoryStore::default();
        let mut person = Person::opens(store.clone()).await;
        person.does(Command::WriteReflection { id: id(1), words: words("Safe") }).await.unwrap();
        let before = person.journal.clone();
        store.fail_after(0);
        let failed = person.does(Command::WriteReflection { id: id(2), words: words("More") }).await;
        assert_eq!(failed, Err(SessionError::Storage(StorageError::Full)));
        store.recover();
        assert_eq!(person.journal, before);
        assert_eq!(person.on_disk().await, before);
        person.does(Command::WriteReflection { id: id(2), words: words("More") }).await.unwrap();
        assert_eq!(person.on_disk().await.reflections().len(), 2);
    });
}

#[test]
fn opening_fails_loudly_at_whichever_operation_storage_fails() {
    pollster::block_on(async {
        for operations in 0..3 {
            let store = MemoryStore::default();
            store.fail_after(operations);
            let failed = Session::open(store.clone(), &mut Counter::default()).await.err();
            assert_eq!(failed, Some(SessionError::Storage(StorageError::Full)), "after {operations}");
            store.recover();
            Person::opens(store).await;
        }
    });
}

#[test]
fn records_without_their_key_are_never_taken_for_an_empty_journal() {
    pollster::block_on(async {
        let store = MemoryStore::default();
        let mut person = Person::opens(store.clone()).await;
        person.does(Command::WriteReflection { id: id(1), words: words("Safe") }).await.unwrap();
        store.set_header(None);
        let failed = Session::open(store.clone(), &mut Counter::default()).await.err();
        assert_eq!(failed, Some(SessionError::KeyMissing));
        store.set_header(Some(b"{}".to_vec()));
        let failed = Session::open(store, &mut Counter::default()).await.err();
        assert_eq!(failed, Some(SessionError::Vault(VaultError::Key)));
    });
}

#[test]
fn nothing_written_can_be_read_on_disk() {
    pollster::block_on(async {
        let store = MemoryStore::default();
        let mut person = Person::opens(store.clone()).await;
        let mut secret = words("the grandmother knew");
        secret.title = "quite a title".into();
        person.does(Command::WriteReflection { id: id(1), words: secret.clone() }).await.unwrap();
        person.does(Command::KeepDraft { id: id(2), words: secret }).await.unwrap();
        store.tamper(|records| {
            for bytes in records.values() {
                let text = String::from_utf8_lossy(bytes);
                assert!(!text.contains("grandmother") && !text.contains("title") && !text.contains("What?"));
            }
            assert_eq!(records.len(), 2);
        });
    });
}
