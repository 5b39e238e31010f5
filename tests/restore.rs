//! Taking a backup in: nothing of either side is lost, and doing it twice is doing it once.
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise, in its helpers too")]

mod stories;

use second_look::{
    domain::{
        confidence::Asked,
        journal::{Change, Command, Fate, Journal, Merge, Returning},
    },
    storage::memory::MemoryStore,
};
use stories::{Person, id, words};

/// What a person has who did this.
fn journal(commands: &[Command]) -> Journal {
    pollster::block_on(async {
        let mut person = Person::opens(MemoryStore::default()).await;
        for command in commands {
            person.does(command.clone()).await.unwrap();
        }
        person.journal
    })
}

fn write(n: u8, text: &str) -> Command {
    Command::WriteReflection { id: id(n), words: words(text) }
}

/// The contents of a backup, each with a name to be given where both sides are kept.
fn returning(backup: &Journal) -> Vec<Returning> {
    let names = (100..).map(|n| [n; 16]);
    backup.contents().into_iter().zip(names).map(|(record, fresh)| Returning { record, fresh }).collect()
}

fn restore(here: &Journal, backup: &Journal) -> (Merge, Journal) {
    let merge = here.plan_restore(&returning(backup));
    let mut after = here.clone();
    after.apply(&merge.changes);
    (merge, after)
}

fn everything() -> Journal {
    journal(&[
        write(1, "First"),
        write(1, "Second"),
        write(2, "Other"),
        Command::BinReflection(id(2)),
        Command::KeepDraft { id: id(3), words: words("Half") },
        stories::start_round(3),
        stories::intend(4, "Ask the school."),
        stories::read(5, "the-minutes"),
        stories::keep_meeting(7, "Workload"),
        Command::Register(vec![stories::registration()]),
    ])
}

#[test]
fn an_empty_device_gets_everything_back() {
    let backup = everything();
    let (merge, after) = restore(&Journal::default(), &backup);
    assert_eq!(after, backup);
    assert_eq!((merge.count(Fate::New), merge.fates.len()), (8, 8));
}

#[test]
fn the_same_backup_again_changes_nothing() {
    let backup = everything();
    assert_eq!(restore(&backup, &backup).0.changes, []);
    let here = journal(&[
        write(1, "Elsewhere"),
        stories::intend(4, "Something else"),
        stories::keep_meeting(7, "Leave"),
    ]);
    let (_, once) = restore(&here, &backup);
    let (again, twice) = restore(&once, &backup);
    assert_eq!((again.changes, &twice), (vec![], &once));
}

#[test]
fn what_is_later_stands_and_the_earlier_is_a_version_of_it() {
    let (early, late) = (journal(&[write(1, "First")]), journal(&[write(1, "First"), write(1, "Second")]));
    let (merge, after) = restore(&early, &late);
    assert_eq!((merge.count(Fate::Newer), &after), (1, &late));
    let (merge, after) = restore(&late, &early);
    assert_eq!((merge.count(Fate::Same), &after), (1, &late), "an old backup takes nothing back");
}

#[test]
fn where_both_went_their_own_way_both_are_kept() {
    let here = journal(&[
        write(1, "First"),
        write(1, "Mine"),
        Command::KeepDraft { id: id(2), words: words("Ours") },
    ]);
    let there = journal(&[
        write(1, "First"),
        write(1, "Theirs"),
        Command::KeepDraft { id: id(2), words: words("Also") },
    ]);
    let (merge, after) = restore(&here, &there);
    assert_eq!(merge.count(Fate::Both), 2);
    assert_eq!(after.reflection(id(1)), here.reflection(id(1)));
    let texts: Vec<_> = after.reflections().iter().map(|it| it.words.passages[0].text.clone()).collect();
    assert!(texts.contains(&"Mine".to_owned()) && texts.contains(&"Theirs".to_owned()), "{texts:?}");
    let copy = after.reflections().into_iter().find(|it| it.id != id(1)).unwrap();
    assert_eq!(copy.words.title, "(from a backup)");
    assert_eq!(after.drafts().len(), 2);
}

#[test]
fn what_was_read_and_ticked_off_on_either_side_is_read_and_ticked_off() {
    let here = journal(&[
        stories::read(1, "the-minutes"),
        stories::intend(1, "Ask."),
        stories::keep_meeting(1, "x"),
        stories::rate(1, Asked::Before, 4),
    ]);
    let there = journal(&[
        stories::read(2, "the-father"),
        stories::rate(2, Asked::After, 9),
        stories::intend(1, "Ask."),
        Command::Tick { id: stories::intention(1), done: true },
        stories::keep_meeting(1, "x"),
        Command::HoldMeeting { id: stories::meeting(1), day: stories::start().date_naive() },
    ]);
    let (_, after) = restore(&here, &there);
    assert_eq!(after.progress_of(&stories::module()).unwrap().read.len(), 2);
    assert!(after.intention(stories::intention(1)).unwrap().done.is_some());
    assert!(after.meeting(stories::meeting(1)).unwrap().held.is_some());
    let confidence = after.confidence_of(&stories::outcome()).unwrap();
    assert_eq!(confidence.said().len(), 2);
    let changes: Vec<Change> = after.contents();
    assert_eq!(changes.len(), 4, "a module has one progress, and an outcome one confidence");
}

#[test]
fn what_changed_between_the_look_and_the_yes_is_not_lost() {
    let backup = journal(&[write(1, "First"), write(1, "Second")]);
    let seen = returning(&backup);
    // It was looked at on a device that had the first version, and changed there since.
    let here = journal(&[write(1, "First"), write(1, "Mine, meanwhile")]);
    let changes = here.plan(Command::Restore(seen), stories::start()).unwrap();
    let mut after = here.clone();
    after.apply(&changes);
    assert_eq!(after.reflection(id(1)), here.reflection(id(1)));
    assert_eq!(after.reflections().len(), 2, "both are kept");
}

#[test]
fn it_can_be_undone() {
    let (here, backup) = (journal(&[write(1, "Mine"), write(2, "x")]), everything());
    let (merge, mut after) = restore(&here, &backup);
    let undo = here.inverse(&merge.changes);
    after.apply(&undo);
    assert_eq!(after, here);
}

mod any_commands {
    use super::*;
    use proptest::prelude::*;
    use second_look::domain::{
        quiz::{Sureness, Verdict},
        reviews::Outcome,
    };

    fn command() -> impl Strategy<Value = Command> {
        let n = 1_u8..4;
        let text = prop::sample::select(vec!["", "First", "Second", "Third, longer"]);
        prop_oneof![
            (n.clone(), text.clone()).prop_map(|(n, text)| write(n, text)),
            (n.clone(), text.clone())
                .prop_map(|(n, text)| Command::KeepDraft { id: id(n), words: words(text) }),
            n.clone().prop_map(|n| Command::DiscardDraft(id(n))),
            n.clone().prop_map(|n| Command::BinReflection(id(n))),
            n.clone().prop_map(|n| Command::RestoreReflection(id(n))),
            n.clone().prop_map(|n| Command::DeleteReflection(id(n))),
            Just(Command::ClearBin),
            (n.clone(), any::<bool>()).prop_map(|(n, bring)| Command::Bring { id: id(n), bring }),
            n.clone().prop_map(stories::start_round),
            n.clone().prop_map(|n| stories::answer(n, "one-off", Verdict::Myth)),
            (n.clone(), text.clone()).prop_map(|(n, text)| stories::intend(n, text)),
            (n.clone(), any::<bool>())
                .prop_map(|(n, done)| Command::Tick { id: stories::intention(n), done }),
            n.clone().prop_map(|n| Command::DropIntention(stories::intention(n))),
            n.clone().prop_map(|n| stories::read(n, "the-minutes")),
            Just(Command::ReadAgain(stories::module())),
            (n.clone(), 0_u8..=10).prop_map(|(n, number)| stories::rate(n, Asked::After, number)),
            (n.clone(), text).prop_map(|(n, text)| stories::keep_meeting(n, text)),
            n.clone().prop_map(|n| Command::HoldMeeting {
                id: stories::meeting(n),
                day: stories::start().date_naive()
            }),
            n.prop_map(|n| Command::DropMeeting(stories::meeting(n))),
            Just(Command::Register(vec![stories::registration()])),
            any::<bool>().prop_map(|always| Command::PassOver { text: "Gibbs".into(), always }),
            Just(Command::NoteBackup),
            event_command(),
            answer_card(),
            (1_u8..4).prop_map(|n| stories::own_question(n, ["One", "Two", "Three"][usize::from(n) % 3])),
        ]
    }

    fn event_command() -> impl Strategy<Value = Command> {
        let day = prop::sample::select(stories::a_day());
        let hold = (1_u8..3, day).prop_map(|(n, command)| stories::hold(n, command));
        let phone = (1_u8..3, 1_u8..4, prop::sample::select(vec![Verdict::Myth, Verdict::Fact]));
        let collect = phone.prop_map(|(n, sender, said)| {
            stories::collect(n, n * 10 + sender, stories::answers(n, sender, said))
        });
        let part = prop::sample::select(stories::a_part());
        let attend = (1_u8..3, part).prop_map(|(n, command)| stories::attend(n, command));
        let join = (1_u8..3).prop_map(|n| stories::join(n, n));
        prop_oneof![
            collect,
            attend,
            join,
            hold,
            (1_u8..3).prop_map(|n| stories::prepare(n, stories::event_plan()))
        ]
    }

    fn answer_card() -> impl Strategy<Value = Command> {
        let outcomes = vec![Outcome::Recalled, Outcome::Forgot, Outcome::Wrong(Sureness::Certain)];
        let cards = prop::sample::select(vec!["one-off", "alcohol"]);
        (cards, prop::sample::select(outcomes)).prop_map(|(name, it)| stories::answer_card(name, it))
    }

    fn commands() -> impl Strategy<Value = Vec<Command>> {
        proptest::collection::vec(command(), 0..24)
    }

    /// Does what can be done, and checks every step.
    fn checked(commands: Vec<Command>) -> Result<Journal, TestCaseError> {
        pollster::block_on(async {
            let mut person = Person::opens(MemoryStore::default()).await;
            for command in commands {
                let before = person.journal.clone();
                let Ok(undo) = person.does(command.clone()).await else {
                    prop_assert_eq!(&person.journal, &before, "a refusal changes nothing");
                    continue;
                };
                let after = person.journal.clone();
                prop_assert_eq!(&person.on_disk().await, &after, "{:?} is not on disk", command);
                let redo = person.does(Command::Undo(undo)).await.unwrap();
                prop_assert_eq!(&person.journal, &before, "{:?} is not undone", command);
                person.does(Command::Undo(redo)).await.unwrap();
                prop_assert_eq!(&person.on_disk().await, &after, "{:?} is not done again", command);
            }
            Ok(person.journal)
        })
    }

    proptest! {
        #[test]
        fn are_on_disk_and_can_be_undone(commands in commands()) {
            checked(commands)?;
        }

        #[test]
        fn make_journals_that_merge_without_loss(here in commands(), there in commands()) {
            let (here, there) = (checked(here)?, checked(there)?);
            let (_, after) = restore(&here, &there);
            let said = |journal: &Journal| -> Vec<String> {
                let texts = journal.contents().into_iter().flat_map(|it| match it {
                    Change::PutReflection(it) => {
                        let earlier = it.earlier.into_iter().map(|it| it.words);
                        [it.words].into_iter().chain(earlier).map(|it| it.passages[0].text.clone()).collect()
                    }
                    Change::PutDraft(it) => vec![it.words.passages[0].text.clone()],
                    _ => vec![],
                });
                texts.collect()
            };
            for card in here.history().cards().chain(there.history().cards()) {
                let kept = after.history().of(&card.card).expect("a card is kept");
                for review in &card.reviews {
                    prop_assert!(kept.reviews.contains(review), "{:?} is lost", review);
                }
            }
            let all = said(&after);
            for text in said(&here).into_iter().chain(said(&there)) {
                prop_assert!(all.contains(&text), "{:?} is lost", text);
            }
            let (again, twice) = restore(&after, &there);
            prop_assert_eq!(again.changes, vec![]);
            prop_assert_eq!(twice, after);
        }
    }
}
