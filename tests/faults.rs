//! What goes wrong around the app: storage that fails, clocks that jump, a tab that is behind another. Nothing that was
//! said to be kept is lost, the screen shows what is on disk, and going on works.
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise, in its helpers too")]

mod stories;

use second_look::{
    domain::{
        cards::Deck,
        journal::{Change, Command, Journal},
        revision::Revision,
        time::{Moment, study_day},
        typing::{Typed, Typing},
    },
    session::SessionError,
    storage::{RecordKey, StorageError, docs, memory::MemoryStore},
};
use std::collections::BTreeSet;
use stories::{Counter, Person, all::every_command, card, id, opened, words};

/// The command as it is given on what is there now: an answer is taken back by the time at which it was given.
fn now_given(command: &Command, journal: &Journal) -> Command {
    match command {
        Command::TakeBack { card, .. } => {
            let at = journal.history().of(card).unwrap().reviews[0].at;
            Command::TakeBack { card: card.clone(), at }
        }
        other => other.clone(),
    }
}

/// What lies on disk, whether storage works or not.
fn rows(store: &MemoryStore) -> Vec<(String, Vec<u8>)> {
    let mut all = vec![];
    store.tamper(|rows| all.extend(rows.clone()));
    all
}

/// What there is after every command, when nothing goes wrong.
async fn undisturbed() -> Journal {
    let mut person = Person::opens(MemoryStore::default()).await;
    for command in every_command() {
        let command = now_given(&command, &person.journal);
        person.does(command).await.unwrap();
    }
    person.journal
}

#[test]
fn whichever_operation_fails_the_screen_shows_what_is_on_disk_and_going_on_works() {
    pollster::block_on(async {
        let undisturbed = undisturbed().await;
        let mut failures = 0;
        for operations in 0.. {
            let store = MemoryStore::default();
            store.fail_after(operations);
            let mut has_failed = false;
            let mut person = match Person::tries_to_open(store.clone()).await {
                Ok(person) => person,
                Err(error) => {
                    assert_eq!(error, SessionError::Storage(StorageError::Full));
                    has_failed = true;
                    store.recover();
                    Person::opens(store.clone()).await
                }
            };
            for command in every_command() {
                let command = now_given(&command, &person.journal);
                let before = (person.journal.clone(), rows(&store));
                match person.does(command.clone()).await {
                    Ok(_) => continue,
                    Err(SessionError::Storage(StorageError::Full)) => {}
                    Err(other) => panic!("{command:?}: {other}"),
                }
                has_failed = true;
                // Again and again: nothing is there by halves.
                person.minutes_pass(-1);
                assert!(person.does(command.clone()).await.is_err(), "{command:?} was done on a full disk");
                person.minutes_pass(-1);
                store.recover();
                assert!(person.journal == before.0, "{command:?} is shown and not kept");
                assert!(rows(&store) == before.1, "{command:?} left something behind");
                assert!(Person::opens(store.clone()).await.journal == before.0);
                person.does(command).await.unwrap();
            }
            store.recover();
            assert!(person.journal == undisturbed, "the failure after {operations} can be seen");
            assert!(Person::opens(store).await.journal == undisturbed);
            if !has_failed {
                break;
            }
            failures += 1;
        }
        assert!(failures > every_command().len(), "only {failures} operations failed");
    });
}

/// At every letter, the room on the device ends.
#[test]
fn a_device_that_is_full_in_the_middle_of_a_sentence_loses_none_of_it() {
    const SENTENCE: &str = "I did not ask who else lives there.";
    pollster::block_on(async {
        for full_at in 0..SENTENCE.len() {
            let store = MemoryStore::default();
            let mut person = Person::opens(store.clone()).await;
            let mut typing = Typing::default();
            let mut kept = "";
            for letter in 1..=SENTENCE.len() {
                if letter == full_at + 1 {
                    store.fail_after(0);
                }
                typing.note(Typed::Words(id(1), words(&SENTENCE[..letter])));
                // A pause after every third.
                if letter % 3 == 0 && keep(&mut person, &mut typing).await.is_ok() {
                    kept = &SENTENCE[..letter];
                }
                assert_eq!(typing.words(id(1)).is_none(), kept.len() == letter, "at {letter}");
            }
            store.recover();
            let on_disk = Person::opens(store.clone()).await.journal;
            assert_eq!(
                on_disk.draft(id(1)).map(|it| it.words.clone()),
                (!kept.is_empty()).then(|| words(kept))
            );
            keep(&mut person, &mut typing).await.unwrap();
            let on_disk = Person::opens(store).await.journal;
            assert_eq!(on_disk.draft(id(1)).unwrap().words, words(SENTENCE), "full at {full_at}");
        }
    });
}

/// Keeps all that is typed, and forgets what is kept.
async fn keep(person: &mut Person<MemoryStore>, typing: &mut Typing) -> Result<(), SessionError> {
    while let Some(typed) = typing.next().cloned() {
        person.does(typed.command()).await?;
        typing.forget(&typed);
    }
    Ok(())
}

/// What is in a journal, by name, and everything that it says without the times.
fn names(journal: &Journal) -> BTreeSet<RecordKey> {
    let rows = journal.contents();
    rows.iter().map(|it| docs::encode(it).0).collect()
}

#[test]
fn a_clock_that_jumps_a_year_between_any_two_commands_loses_nothing() {
    pollster::block_on(async {
        let undisturbed = undisturbed().await;
        for days in [366, -366] {
            for jump_at in 0..every_command().len() {
                let store = MemoryStore::default();
                let mut person = Person::opens(store.clone()).await;
                for (at, command) in every_command().into_iter().enumerate() {
                    // It jumps, and after one command it is set right.
                    if at == jump_at || at == jump_at + 1 {
                        person.days_pass(if at == jump_at { days } else { -days });
                    }
                    let command = now_given(&command, &person.journal);
                    let what = format!("{command:?}");
                    let undo = person.does(command).await;
                    assert!(undo.is_ok(), "{what} is refused after a jump of {days} days at {jump_at}");
                }
                assert!(person.on_disk().await == person.journal);
                assert_eq!(
                    names(&person.journal),
                    names(&undisturbed),
                    "after a jump of {days} days at {jump_at}"
                );
                let said = |journal: &Journal| {
                    let all = journal.reflections().into_iter().chain(journal.binned());
                    all.map(|it| (it.id, it.words.clone())).collect::<Vec<_>>().len()
                };
                assert_eq!(said(&person.journal), said(&undisturbed));
                is_asked_within_a_year(&person.journal, person.now());
            }
        }
    });
}

/// Every card that was answered is asked again within a year, whatever the clock said when it was.
fn is_asked_within_a_year(journal: &Journal, now: Moment) {
    let deck = Deck::new(vec![card("one-off"), card("alcohol")]);
    let (pace, known) = (journal.profile().pace, journal.history());
    let revision = Revision { history: known, deck: &deck, pace: &pace, catch_up: None };
    let answered = known.cards().filter(|it| it.known().is_some()).count();
    let falling_due: usize = revision.forecast(study_day(now), 366).iter().sum();
    assert_eq!(falling_due, answered);
}

#[test]
fn a_tab_that_is_behind_writes_over_nothing_that_it_cannot_read() {
    pollster::block_on(async {
        let store = MemoryStore::default();
        let mut behind = Person::opens(store.clone()).await;
        behind.does(Command::WriteReflection { id: id(1), words: words("First") }).await.unwrap();
        let mut ahead = Person::opens(store.clone()).await;
        ahead.entropy = Counter::from(1 << 32);
        ahead.does(Command::WriteReflection { id: id(2), words: words("Of the other tab") }).await.unwrap();
        // Each writes what the other does not know of: both are there.
        behind.does(Command::WriteReflection { id: id(3), words: words("Of this tab") }).await.unwrap();
        assert_eq!(Person::opens(store.clone()).await.journal.reflections().len(), 3);
        // It reads again before it writes what the other may have changed.
        let (journal, set_aside) = behind.session.load().await.unwrap();
        assert_eq!((journal.reflections().len(), set_aside), (3, vec![]));
        // A record of a later version, and one of a kind that only a later version knows.
        let later = "attachment/01010101010101010101010101010101".to_owned();
        store.tamper(|rows| {
            let changed = rows.keys().find(|it| it.starts_with("reflection/02")).unwrap().clone();
            rows.get_mut(&changed).unwrap()[0] = 2;
            rows.insert(later.clone(), vec![2; 300]);
        });
        let (journal, set_aside) = behind.session.load().await.unwrap();
        assert_eq!((journal.reflections().len(), set_aside.len()), (2, 2));
        let before = rows(&store);
        let changes =
            journal.plan(Command::WriteReflection { id: id(2), words: words("Over it") }, behind.now());
        let refused = behind.session.store(&changes.unwrap(), &mut behind.entropy).await;
        assert_eq!(refused, Err(SessionError::SetAside));
        let dropped = behind.session.store(&[Change::DropReflection(id(2))], &mut behind.entropy).await;
        assert_eq!(dropped, Err(SessionError::SetAside), "nor is it deleted");
        assert!(rows(&store) == before);
        behind.journal = journal;
        behind.does(Command::WriteReflection { id: id(4), words: words("On") }).await.unwrap();
        let again = opened(store.clone()).await;
        assert_eq!((again.journal.reflections().len(), again.set_aside.len()), (3, 2));
        for (name, bytes) in before {
            assert!(rows(&store).contains(&(name, bytes)), "what was there is there as it was");
        }
    });
}
