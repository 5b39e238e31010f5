//! What must hold of passphrases and recovery codes over any store.
use super::{Counter, Person, id, opened, start, words};
use second_look::{
    domain::journal::Command,
    session::{Locked, Opened, Opening, Session, SessionError},
    storage::{Namespace, RecordKey, RecordStore, Write},
    vault::{Passphrase, RecoveryCode, Secret, VaultError},
};

pub use super::quick::Quick;

pub const FIRST: &str = "first passphrase";
pub const SECOND: &str = "second passphrase";

pub fn passphrase(text: &str) -> Passphrase {
    Passphrase::new(text).unwrap()
}

pub fn remembered(text: &str) -> Secret {
    Secret::Passphrase(Passphrase::given(text))
}

pub async fn protect<S: RecordStore>(session: &Session<S>) -> Result<RecoveryCode, SessionError> {
    session.protect(passphrase(FIRST), &Quick, &mut Counter::from(1 << 32)).await
}

pub async fn locked<S: RecordStore>(store: S) -> Locked<S> {
    match Session::open(store, &mut Counter::default()).await.unwrap() {
        Opening::Locked(locked) => locked,
        Opening::New(_) | Opening::Unread(_) => panic!("it is not locked"),
    }
}

/// What is in a locked store.
pub async fn unlocked<S: RecordStore + Clone>(store: S, secret: &Secret) -> Result<Opened<S>, SessionError> {
    locked(store).await.unlock(secret, &Quick).await?.read().await
}

pub async fn a_passphrase_opens_what_was_written_before_and_after_it<S: RecordStore + Clone>(store: S) {
    let mut person = Person::opens(store.clone()).await;
    person.does(Command::WriteReflection { id: id(1), words: words("Before") }).await.unwrap();
    assert!(!person.session.is_protected());
    protect(&person.session).await.unwrap();
    assert!(person.session.is_protected());
    person.does(Command::WriteReflection { id: id(2), words: words("After") }).await.unwrap();
    let opened = unlocked(store, &remembered(FIRST)).await.unwrap();
    assert_eq!(opened.set_aside, []);
    assert_eq!(opened.journal, person.journal);
    assert!(opened.session.is_protected());
}

pub async fn a_wrong_passphrase_opens_nothing_and_changes_nothing<S: RecordStore + Clone>(store: S) {
    let mut person = Person::opens(store.clone()).await;
    person.does(Command::WriteReflection { id: id(1), words: words("Safe") }).await.unwrap();
    protect(&person.session).await.unwrap();
    let before = (store.header().await, store.records().await);
    let wrong = remembered(SECOND);
    let failed = unlocked(store.clone(), &wrong).await.err();
    assert_eq!(failed, Some(SessionError::Vault(VaultError::WrongPassphrase)));
    for failed in [
        person.session.unprotect(&wrong, &Quick).await.err(),
        person
            .session
            .change_passphrase(&wrong, passphrase(SECOND), &Quick, &mut Counter::default())
            .await
            .err(),
        person.session.new_recovery_code(&wrong, &Quick, &mut Counter::default()).await.err(),
    ] {
        assert_eq!(failed, Some(SessionError::Vault(VaultError::WrongPassphrase)));
    }
    assert_eq!((store.header().await, store.records().await), before);
    assert_eq!(unlocked(store, &remembered(FIRST)).await.unwrap().journal, person.journal);
}

pub async fn the_key_that_lay_open_opens_nothing_any_more<S: RecordStore + Clone>(store: S) {
    let mut person = Person::opens(store.clone()).await;
    person.does(Command::WriteReflection { id: id(1), words: words("Safe") }).await.unwrap();
    let open = store.header().await.unwrap().unwrap();
    protect(&person.session).await.unwrap();
    let protected = store.header().await.unwrap().unwrap();
    let back = Write::Header { was: protected.into(), now: open.into() };
    store.write(&[back]).await.unwrap();
    let old = opened(store).await;
    assert_eq!(old.journal.reflections(), Vec::<&_>::new());
    assert_eq!(old.set_aside.len(), 1);
}

pub async fn a_changed_passphrase_leaves_the_records_as_they_are<S: RecordStore + Clone>(store: S) {
    let mut person = Person::opens(store.clone()).await;
    person.does(Command::WriteReflection { id: id(1), words: words("Safe") }).await.unwrap();
    let code = protect(&person.session).await.unwrap();
    let before = store.records().await.unwrap();
    let entropy = &mut Counter::from(2 << 32);
    person.session.change_passphrase(&remembered(FIRST), passphrase(SECOND), &Quick, entropy).await.unwrap();
    assert_eq!(store.records().await.unwrap(), before);
    person.does(Command::WriteReflection { id: id(2), words: words("More") }).await.unwrap();
    let failed = unlocked(store.clone(), &remembered(FIRST)).await.err();
    assert_eq!(failed, Some(SessionError::Vault(VaultError::WrongPassphrase)));
    for secret in [remembered(SECOND), Secret::Code(code)] {
        assert_eq!(unlocked(store.clone(), &secret).await.unwrap().journal, person.journal);
    }
}

pub async fn a_recovery_code_opens_until_the_next_is_made_and_sets_a_new_passphrase<
    S: RecordStore + Clone,
>(
    store: S,
) {
    let mut person = Person::opens(store.clone()).await;
    person.does(Command::WriteReflection { id: id(1), words: words("Safe") }).await.unwrap();
    let first = protect(&person.session).await.unwrap();
    assert!(locked(store.clone()).await.has_recovery());
    let entropy = &mut Counter::from(2 << 32);
    let second = person.session.new_recovery_code(&remembered(FIRST), &Quick, entropy).await.unwrap();
    let failed = unlocked(store.clone(), &Secret::Code(first)).await.err();
    assert_eq!(failed, Some(SessionError::Vault(VaultError::WrongCode)));
    let second = Secret::Code(second);
    let opened = unlocked(store.clone(), &second).await.unwrap();
    assert_eq!(opened.journal, person.journal);
    opened.session.change_passphrase(&second, passphrase(SECOND), &Quick, entropy).await.unwrap();
    assert_eq!(unlocked(store, &remembered(SECOND)).await.unwrap().journal, person.journal);
}

pub async fn a_passphrase_taken_off_lays_the_key_open_again<S: RecordStore + Clone>(store: S) {
    let mut person = Person::opens(store.clone()).await;
    person.does(Command::WriteReflection { id: id(1), words: words("Safe") }).await.unwrap();
    protect(&person.session).await.unwrap();
    let waiting = locked(store.clone()).await;
    person.session.unprotect(&remembered(FIRST), &Quick).await.unwrap();
    assert!(!person.session.is_protected());
    assert_eq!(opened(store).await.journal, person.journal);
    // A tab that has waited for the passphrase opens with whatever is typed.
    let opened = waiting.unlock(&remembered(SECOND), &Quick).await.unwrap().read().await.unwrap();
    assert_eq!(opened.journal, person.journal);
    let failed = person.session.unprotect(&remembered(FIRST), &Quick).await;
    assert_eq!(failed, Err(SessionError::OtherLock));
}

pub async fn another_tab_that_sets_or_changes_the_passphrase_is_noticed<S: RecordStore + Clone>(store: S) {
    let mut person = Person::opens(store.clone()).await;
    person.does(Command::WriteReflection { id: id(1), words: words("Safe") }).await.unwrap();
    let mut stale = Person::opens(store.clone()).await;
    protect(&person.session).await.unwrap();
    // Neither are its records taken for damaged, nor does it write under the old key.
    assert_eq!(stale.session.load().await.err(), Some(SessionError::KeyChanged));
    let refused = stale.does(Command::WriteReflection { id: id(2), words: words("Lost") }).await;
    assert_eq!(refused, Err(SessionError::KeyChanged));
    assert_eq!(protect(&stale.session).await.err(), Some(SessionError::KeyChanged));
    let later = unlocked(store.clone(), &remembered(FIRST)).await.unwrap().session;
    person.session.unprotect(&remembered(FIRST), &Quick).await.unwrap();
    assert_eq!(later.load().await.err(), Some(SessionError::KeyChanged));
    assert_eq!(opened(store).await.journal, person.journal);
}

pub async fn what_this_app_cannot_read_is_sealed_anew_or_left_alone<S: RecordStore + Clone>(store: S) {
    let mut person = Person::opens(store.clone()).await;
    person.does(Command::WriteReflection { id: id(1), words: words("Safe") }).await.unwrap();
    let sealed = store.records().await.unwrap().remove(0);
    // A record of a kind that only a newer version knows, under its own name; and a damaged one.
    let header = store.header().await.unwrap().unwrap();
    let Ok(second_look::vault::KeyFile::Open(key)) = second_look::vault::KeyFile::parse(&header) else {
        panic!("the key lies open")
    };
    let later = "event/000102030405060708090a0b0c0d0e0f";
    let unknown = key.seal(later, b"{}", &mut Counter::default());
    let damaged = RecordKey { namespace: Namespace::Draft, id: [9; 16] };
    store
        .write(&[Write::Reseal(later.to_owned(), unknown.clone()), Write::Put(damaged, vec![1; 300])])
        .await
        .unwrap();
    protect(&person.session).await.unwrap();
    let rows = store.records().await.unwrap();
    let row = |name: &str| rows.iter().find(|(it, _)| it == name).unwrap().1.clone();
    assert_eq!(row(&damaged.to_string()), vec![1; 300]);
    assert_ne!(row(later), unknown);
    assert_ne!(row(&sealed.0), sealed.1);
    assert!(key.open(later, &row(later)).is_err(), "it is still sealed with the key that lay open");
    let opened = unlocked(store, &remembered(FIRST)).await.unwrap();
    assert_eq!(opened.journal, person.journal);
    assert_eq!(opened.set_aside.len(), 2);
}

pub async fn a_batch_that_expects_something_else_is_not_done<S: RecordStore>(store: S) {
    use second_look::storage::StorageError;
    let row = RecordKey { namespace: Namespace::Draft, id: [1; 16] };
    let header =
        |was: &[u8], now: &[u8]| Write::Header { was: was.to_vec().into(), now: now.to_vec().into() };
    let batch = |was, now| [Write::Put(row, vec![1]), header(was, now)];
    assert_eq!(store.write(&batch(b"a", b"b")).await, Err(StorageError::Moved));
    store.create_header(b"a").await.unwrap();
    assert_eq!(store.write(&batch(b"b", b"c")).await, Err(StorageError::Moved));
    assert_eq!(store.records().await, Ok(vec![]));
    store.write(&batch(b"a", b"b")).await.unwrap();
    assert_eq!(store.header().await, Ok(Some(b"b".to_vec())));
    store.write(&batch(b"b", b"b")).await.unwrap();
    let rows = vec![(row.to_string(), vec![1])];
    assert_eq!(store.records().await, Ok(rows.clone()));
    // So it is with rows.
    let more = RecordKey { namespace: Namespace::Draft, id: [2; 16] };
    for other in [vec![], vec![(row.to_string(), vec![2])], [rows.clone(), rows.clone()].concat()] {
        let batch = [Write::Put(more, vec![2]), Write::Expect(other)];
        assert_eq!(store.write(&batch).await, Err(StorageError::Moved));
    }
    assert_eq!(store.records().await, Ok(rows.clone()));
    store.write(&[Write::Put(more, vec![2]), Write::Expect(rows)]).await.unwrap();
    assert_eq!(store.records().await.unwrap().len(), 2);
}

pub async fn every_document_comes_out_for_a_backup<S: RecordStore + Clone>(store: S) {
    let mut person = Person::opens(store.clone()).await;
    person.does(Command::WriteReflection { id: id(1), words: words("Safe") }).await.unwrap();
    person.does(Command::KeepDraft { id: id(2), words: words("Half") }).await.unwrap();
    let damaged = RecordKey { namespace: Namespace::Draft, id: [9; 16] };
    store.write(&[Write::Put(damaged, vec![1; 300])]).await.unwrap();
    let (documents, left_out) = person.session.documents().await.unwrap();
    assert_eq!(left_out, 1);
    let mut journal = second_look::domain::journal::Journal::default();
    for (key, doc) in documents {
        journal.apply(&[second_look::storage::docs::decode(key, &doc).unwrap()]);
    }
    assert_eq!(journal, person.journal);
    assert!(journal.reflections()[0].written >= start());
}
