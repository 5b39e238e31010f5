//! What must hold of what is written, over any store.
use super::kit::*;
use second_look::{
    domain::{
        journal::{Command, Journal, Refusal},
        time::parse_date,
    },
    session::SessionError,
    storage::RecordStore,
};

pub async fn what_was_saved_is_there_after_reopening<S: RecordStore + Clone>(store: S) {
    let mut person = Person::opens(store.clone()).await;
    person.does(Command::WriteReflection { id: id(1), words: words("I did not ask.") }).await.unwrap();
    person.does(Command::KeepDraft { id: id(2), words: words("Half a thou") }).await.unwrap();
    let again = Person::opens(store).await;
    assert_eq!(again.journal, person.journal);
    assert_eq!(again.journal.reflection(id(1)).unwrap().words, words("I did not ask."));
    assert_eq!(again.journal.draft(id(2)).unwrap().words, words("Half a thou"));
}

pub async fn saving_a_reflection_clears_its_draft<S: RecordStore>(store: S) {
    let mut person = Person::opens(store).await;
    person.does(Command::KeepDraft { id: id(1), words: words("I did") }).await.unwrap();
    person.does(Command::WriteReflection { id: id(1), words: words("I did not ask.") }).await.unwrap();
    assert_eq!(person.journal.drafts(), Vec::<&_>::new());
    assert_eq!(person.on_disk().await, person.journal);
}

pub async fn a_changed_reflection_keeps_the_time_it_was_first_written<S: RecordStore>(store: S) {
    let mut person = Person::opens(store).await;
    person.does(Command::WriteReflection { id: id(1), words: words("First") }).await.unwrap();
    let first = person.journal.reflection(id(1)).unwrap().written;
    person.does(Command::WriteReflection { id: id(1), words: words("Second") }).await.unwrap();
    let reflection = person.on_disk().await.reflection(id(1)).unwrap().clone();
    assert_eq!(reflection.written, first);
    assert!(reflection.changed > first);
}

pub async fn a_blank_reflection_is_refused_and_a_blank_draft_is_not_kept<S: RecordStore>(store: S) {
    let mut person = Person::opens(store).await;
    let refused = person.does(Command::WriteReflection { id: id(1), words: words(" \n") }).await;
    assert_eq!(refused, Err(SessionError::Refused(Refusal::BlankReflection)));
    person.does(Command::KeepDraft { id: id(1), words: words("x") }).await.unwrap();
    person.does(Command::KeepDraft { id: id(1), words: words("") }).await.unwrap();
    assert_eq!(person.on_disk().await, Journal::default());
}

pub async fn emptying_a_saved_reflection_keeps_it_until_it_is_deleted<S: RecordStore>(store: S) {
    let mut person = Person::opens(store).await;
    person.does(Command::WriteReflection { id: id(1), words: words("Saved") }).await.unwrap();
    person.does(Command::KeepDraft { id: id(1), words: words("") }).await.unwrap();
    assert_eq!(person.on_disk().await.reflection(id(1)).unwrap().words, words("Saved"));
    assert!(person.on_disk().await.draft(id(1)).unwrap().words.is_blank());
}

pub async fn a_draft_that_says_nothing_new_is_not_written<S: RecordStore>(store: S) {
    let mut person = Person::opens(store).await;
    person.does(Command::WriteReflection { id: id(1), words: words("Saved") }).await.unwrap();
    person.does(Command::KeepDraft { id: id(1), words: words("Saved") }).await.unwrap();
    assert_eq!(person.journal.draft(id(1)), None);
    person.does(Command::KeepDraft { id: id(1), words: words("Saved, and more") }).await.unwrap();
    person.does(Command::KeepDraft { id: id(1), words: words("Saved") }).await.unwrap();
    assert_eq!(person.on_disk().await.draft(id(1)), None);
}

pub async fn every_saved_version_of_a_reflection_is_kept<S: RecordStore>(store: S) {
    let mut person = Person::opens(store).await;
    for text in ["First", "Second", "Second", "Third"] {
        person.does(Command::WriteReflection { id: id(1), words: words(text) }).await.unwrap();
    }
    let journal = person.on_disk().await;
    let reflection = journal.reflection(id(1)).unwrap();
    let earlier: Vec<_> = reflection.earlier.iter().map(|it| it.words.clone()).collect();
    assert_eq!(earlier, [words("First"), words("Second")], "saving the same words again is no new version");
    assert_eq!(reflection.words, words("Third"));
    assert_eq!(reflection.earlier[0].saved, reflection.written);
}

pub async fn what_is_binned_is_out_of_sight_and_comes_back_whole<S: RecordStore>(store: S) {
    let mut person = Person::opens(store).await;
    person.does(Command::WriteReflection { id: id(1), words: words("Saved") }).await.unwrap();
    person.does(Command::KeepDraft { id: id(1), words: words("Saved, and more") }).await.unwrap();
    person.does(Command::Bring { id: id(1), bring: true }).await.unwrap();
    let before = person.journal.clone();
    person.does(Command::BinReflection(id(1))).await.unwrap();
    let journal = person.on_disk().await;
    assert!(journal.reflections().is_empty() && journal.drafts().is_empty() && journal.to_bring().is_empty());
    assert_eq!(journal.binned().len(), 1);
    person.does(Command::RestoreReflection(id(1))).await.unwrap();
    assert_eq!(person.on_disk().await, before);
    person.does(Command::DeleteReflection(id(1))).await.unwrap();
    assert_eq!(person.on_disk().await, Journal::default());
}

pub async fn the_bin_is_cleared_after_thirty_days_of_use_and_not_by_a_clock_that_jumps<S: RecordStore>(
    store: S,
) {
    let mut person = Person::opens(store).await;
    person.does(Command::WriteReflection { id: id(1), words: words("In the bin") }).await.unwrap();
    person.does(Command::BinReflection(id(1))).await.unwrap();
    person.days_pass(400);
    person.does(Command::ClearBin).await.unwrap();
    assert_eq!(person.on_disk().await.binned().len(), 1, "nothing says yet that the time has truly passed");
    person.does(Command::WriteReflection { id: id(2), words: words("A year later") }).await.unwrap();
    person.does(Command::ClearBin).await.unwrap();
    assert_eq!(person.on_disk().await.binned().len(), 1, "nor does one day say so");
    person.days_pass(1);
    person.does(Command::WriteReflection { id: id(3), words: words("And a day") }).await.unwrap();
    person.does(Command::ClearBin).await.unwrap();
    assert_eq!(person.on_disk().await.binned(), Vec::<&_>::new());
    assert_eq!(person.on_disk().await.reflections().len(), 2);
}

pub async fn a_clock_that_is_set_back_bins_nothing_for_good<S: RecordStore>(store: S) {
    let mut person = Person::opens(store).await;
    for (n, days) in [(1, 0), (2, 40), (3, 40), (4, 40)] {
        person.days_pass(days);
        person.does(Command::WriteReflection { id: id(n), words: words("Written") }).await.unwrap();
    }
    person.days_pass(-366);
    person.does(Command::BinReflection(id(1))).await.unwrap();
    person.days_pass(366);
    person.does(Command::ClearBin).await.unwrap();
    assert_eq!(person.on_disk().await.binned().len(), 1, "it has only just been put there");
}

pub async fn the_newest_come_first<S: RecordStore>(store: S) {
    let mut person = Person::opens(store).await;
    for n in [2, 3, 1] {
        person.does(Command::WriteReflection { id: id(n), words: words("x") }).await.unwrap();
    }
    let order: Vec<_> = person.on_disk().await.reflections().iter().map(|it| it.id).collect();
    assert_eq!(order, [id(1), id(3), id(2)]);
}

pub async fn what_is_about_an_earlier_day_stands_with_that_day<S: RecordStore>(store: S) {
    let mut person = Person::opens(store).await;
    for (n, day) in [(1, None), (2, parse_date("2026-09-01")), (3, parse_date("2026-11-23")), (4, None)] {
        let mut about = words("x");
        about.particulars.day = day;
        person.does(Command::WriteReflection { id: id(n), words: about }).await.unwrap();
    }
    let journal = person.on_disk().await;
    let order: Vec<_> = journal.by_day().iter().map(|it| it.id).collect();
    assert_eq!(order, [id(4), id(3), id(1), id(2)]);
}
