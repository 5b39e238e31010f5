//! The stories on the memory store, and what happens when a store fails.
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise, in its helpers too")]

mod stories;

use second_look::{
    domain::journal::Command,
    session::{Opening, Session, SessionError},
    storage::{RecordStore, StorageError, memory::MemoryStore},
    vault::{Cost, DerivationError, KeyDerivation, Secret, VaultError, WrappingKey},
};
use stories::{
    Counter, Person, id,
    locking::{self, FIRST, Quick, SECOND, passphrase, protect, remembered, unlocked},
    words,
};

macro_rules! on_memory {
    ($story:ident) => {
        #[test]
        fn $story() {
            pollster::block_on(stories::$story(MemoryStore::default()));
        }
    };
}
tell_every_story!(on_memory);

macro_rules! of_locking_on_memory {
    ($story:ident) => {
        #[test]
        fn $story() {
            pollster::block_on(locking::$story(MemoryStore::default()));
        }
    };
}
tell_every_story_of_locking!(of_locking_on_memory);

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
        let written = MemoryStore::default();
        let mut person = Person::opens(written.clone()).await;
        person.does(Command::WriteReflection { id: id(1), words: words("Safe") }).await.unwrap();
        // The key file is looked for, then the records; then one is made, or they are read and it is looked at again.
        for (store, reflections) in [(MemoryStore::default(), 0), (written, 1)] {
            for operations in 0..3 {
                store.fail_after(operations);
                let failed = Person::tries_to_open(store.clone()).await.err();
                assert_eq!(failed, Some(SessionError::Storage(StorageError::Full)), "after {operations}");
                store.recover();
            }
            assert_eq!(Person::opens(store).await.journal.reflections().len(), reflections);
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

/// A store with one reflection, and the person whose it is.
async fn store_with_one() -> (MemoryStore, Person<MemoryStore>) {
    let store = MemoryStore::default();
    let mut person = Person::opens(store.clone()).await;
    person.does(Command::WriteReflection { id: id(1), words: words("Safe") }).await.unwrap();
    (store, person)
}

#[test]
fn a_passphrase_that_cannot_be_set_leaves_everything_open_as_it_was() {
    pollster::block_on(async {
        let mut failures = 0;
        for operations in 0.. {
            let (store, mut person) = store_with_one().await;
            store.fail_after(operations);
            let done = protect(&person.session).await;
            store.recover();
            if done.is_ok() {
                break;
            }
            failures += 1;
            assert!(!person.session.is_protected());
            person.does(Command::WriteReflection { id: id(2), words: words("On") }).await.unwrap();
            assert_eq!(Person::opens(store).await.journal, person.journal, "after {operations}");
        }
        assert_eq!(failures, 2, "reading and writing can each fail");
    });
}

#[test]
fn a_passphrase_that_cannot_be_changed_or_taken_off_still_opens() {
    pollster::block_on(async {
        for operations in 0..3 {
            let (store, mut person) = store_with_one().await;
            let code = protect(&person.session).await.unwrap();
            store.fail_after(operations);
            let entropy = &mut Counter::from(2 << 32);
            let now = remembered(FIRST);
            let changed = person.session.change_passphrase(&now, passphrase(SECOND), &Quick, entropy).await;
            store.recover();
            let now = remembered(if changed.is_ok() { SECOND } else { FIRST });
            assert_eq!(changed.is_ok(), operations > 0);
            store.fail_after(operations);
            let renewed = person.session.new_recovery_code(&now, &Quick, entropy).await;
            store.recover();
            let code = Secret::Code(renewed.unwrap_or(code));
            person.does(Command::WriteReflection { id: id(2), words: words("On") }).await.unwrap();
            for secret in [&now, &code] {
                assert_eq!(unlocked(store.clone(), secret).await.unwrap().journal, person.journal);
            }
            store.fail_after(operations);
            let taken_off = person.session.unprotect(&now, &Quick).await;
            store.recover();
            assert_eq!(person.session.is_protected(), taken_off.is_err());
            let opened = match taken_off {
                Ok(()) => stories::opened(store).await,
                Err(_) => unlocked(store, &now).await.unwrap(),
            };
            assert_eq!(opened.journal, person.journal);
        }
    });
}

#[test]
fn where_memory_is_short_a_passphrase_costs_less_and_still_opens() {
    struct Short;
    impl KeyDerivation for Short {
        async fn derive(
            &self,
            secret: &Secret,
            cost: Cost,
            salt: [u8; 16],
        ) -> Result<WrappingKey, DerivationError> {
            match cost {
                Cost::LEAST => Quick.derive(secret, cost, salt).await,
                _ => Err(DerivationError::OutOfMemory),
            }
        }
    }
    pollster::block_on(async {
        let (store, person) = store_with_one().await;
        person.session.protect(passphrase(FIRST), &Short, &mut Counter::from(9)).await.unwrap();
        let header = String::from_utf8(store.header().await.unwrap().unwrap()).unwrap();
        assert_eq!(header.matches("\"memory_kib\":19456,\"passes\":2").count(), 2);
        assert_eq!(unlocked(store, &remembered(FIRST)).await.unwrap().journal, person.journal);
        // A lock that was made at full cost is not tried at another.
        let (store, person) = store_with_one().await;
        protect(&person.session).await.unwrap();
        let failed = locking::locked(store).await.unlock(&remembered(FIRST), &Short).await.err();
        let short = VaultError::Derivation(DerivationError::OutOfMemory);
        assert_eq!(failed, Some(SessionError::Vault(short)));
    });
}

#[test]
fn no_changed_byte_of_the_header_opens_another_journal() {
    pollster::block_on(async {
        let (store, person) = store_with_one().await;
        protect(&person.session).await.unwrap();
        let header = store.header().await.unwrap().unwrap();
        for at in 0..header.len() {
            for flip in [1, 32, 255] {
                let mut changed = header.clone();
                changed[at] ^= flip;
                store.set_header(Some(changed));
                match Session::open(store.clone(), &mut Counter::default()).await {
                    Ok(Opening::Locked(locked)) => {
                        if let Ok(session) = locked.unlock(&remembered(FIRST), &Quick).await {
                            let opened = session.read().await.unwrap();
                            assert_eq!(opened.journal, person.journal, "byte {at} ^ {flip}");
                        }
                    }
                    Ok(Opening::New(_) | Opening::Unread(_)) => {
                        panic!("byte {at} ^ {flip} took the lock off")
                    }
                    Err(_) => {}
                }
            }
        }
        store.set_header(Some(header));
        assert_eq!(unlocked(store, &remembered(FIRST)).await.unwrap().journal, person.journal);
    });
}
