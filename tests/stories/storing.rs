//! What must hold of a store, whatever is in it.
use super::kit::*;
use second_look::{
    domain::journal::Command,
    session::SessionError,
    storage::{Namespace, RecordKey, RecordStore, StorageError, Write},
};

pub async fn a_header_is_written_once<S: RecordStore>(store: S) {
    assert_eq!(store.header().await, Ok(None));
    store.create_header(b"first").await.unwrap();
    assert_eq!(store.create_header(b"second").await, Err(StorageError::Taken));
    assert_eq!(store.header().await, Ok(Some(b"first".to_vec())));
}

pub async fn a_batch_lands_whole<S: RecordStore>(store: S) {
    let row = |n| RecordKey { namespace: Namespace::Draft, id: [n; 16] };
    store.write(&[Write::Put(row(1), vec![1]), Write::Put(row(2), vec![])]).await.unwrap();
    store.write(&[Write::Delete(row(1)), Write::Put(row(3), vec![3]), Write::Delete(row(9))]).await.unwrap();
    let rows = vec![(row(2).to_string(), vec![]), (row(3).to_string(), vec![3])];
    assert_eq!(store.records().await, Ok(rows));
}

pub async fn a_record_that_does_not_open_is_set_aside_and_the_rest_open<S: RecordStore + Clone>(store: S) {
    let mut person = Person::opens(store.clone()).await;
    person.does(Command::WriteReflection { id: id(1), words: words("Whole") }).await.unwrap();
    let damaged = RecordKey { namespace: Namespace::Reflection, id: [2; 16] };
    store.write(&[Write::Put(damaged, vec![1; 300])]).await.unwrap();
    let opened = opened(store.clone()).await;
    assert_eq!(opened.journal, person.journal);
    assert_eq!(opened.set_aside.len(), 1);
    assert_eq!(opened.set_aside[0].name, damaged.to_string());
    let still_there = store.records().await.unwrap().into_iter().any(|(name, _)| name == damaged.to_string());
    assert!(still_there, "what could not be read was thrown away");
    // It can be handed out exactly as it lies there, and nothing else with it.
    assert_eq!(opened.session.unread().await, Ok(vec![(damaged.to_string(), vec![1; 300])]));
    // Nor is it written over.
    let mut changes =
        opened.journal.plan(Command::WriteReflection { id: id(2), words: words("New") }, start()).unwrap();
    let refused = opened.session.store(&changes, &mut Counter::default()).await;
    assert_eq!(refused, Err(SessionError::SetAside));
    changes =
        opened.journal.plan(Command::WriteReflection { id: id(3), words: words("New") }, start()).unwrap();
    opened.session.store(&changes, &mut Counter::default()).await.unwrap();
}
