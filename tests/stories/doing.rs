//! What must hold of everything else that a person does, over any store.
use super::kit::*;
use chrono::TimeDelta;
use second_look::{
    domain::{
        bodies::Body,
        confidence::{Asked, Rating},
        ids::{ConfidenceId, ProgressId, QuestionId, RoundId},
        journal::{Command, Journal, Refusal},
        quiz::{Topic, Verdict},
        reflections::{Subject, Words},
        reviews::Outcome,
        revision::{CatchUp, Pace},
    },
    session::SessionError,
    storage::RecordStore,
};

pub async fn every_command_can_be_undone<S: RecordStore>(store: S) {
    let mut person = Person::opens(store).await;
    person.does(Command::WriteReflection { id: id(1), words: words("Kept") }).await.unwrap();
    person.does(Command::KeepDraft { id: id(1), words: words("Kept, and more") }).await.unwrap();
    person.does(start_round(1)).await.unwrap();
    person.does(intend(1, "Ask the school.")).await.unwrap();
    person.does(read(1, "the-minutes")).await.unwrap();
    person.does(Command::WriteReflection { id: id(4), words: words("In the bin") }).await.unwrap();
    person.does(Command::BinReflection(id(4))).await.unwrap();
    person.does(Command::WriteReflection { id: id(5), words: words("To bring") }).await.unwrap();
    person.does(Command::Bring { id: id(5), bring: true }).await.unwrap();
    person.does(keep_meeting(1, "Workload")).await.unwrap();
    person.does(answer_card("anger", Outcome::Forgot)).await.unwrap();
    let answered = person.now();
    person.does(own_question(1, "One visit is enough.")).await.unwrap();
    for command in [
        Command::WriteReflection { id: id(1), words: words("Changed") },
        Command::WriteReflection { id: id(2), words: words("New") },
        Command::BinReflection(id(1)),
        Command::RestoreReflection(id(4)),
        Command::DeleteReflection(id(4)),
        Command::Bring { id: id(1), bring: true },
        keep_meeting(1, "Workload, and the matrix"),
        keep_meeting(2, "Leave"),
        Command::HoldMeeting { id: meeting(1), day: start().date_naive() },
        Command::DropMeeting(meeting(1)),
        Command::Register(vec![registration()]),
        Command::PassOver { text: "Gibbs".into(), always: true },
        Command::NoteBackup,
        Command::DiscardDraft(id(1)),
        Command::KeepDraft { id: id(3), words: words("New draft") },
        start_round(2),
        answer(1, "one-off", Verdict::Myth),
        own_question(2, "A pet tells you about a home."),
        Command::DropQuestion(QuestionId::from_entropy([1; 16])),
        answer_card("alcohol", Outcome::Partly),
        Command::TakeBack { card: card("anger"), at: answered },
        Command::SetPace(Pace { cards_a_day: 20, ..Pace::default() }),
        Command::CatchUp(Some(CatchUp::over(7, start().date_naive()))),
        intend(1, "Ask the school, and the nurse."),
        intend(2, "Draw the genogram."),
        Command::Tick { id: intention(1), done: true },
        Command::DropIntention(intention(1)),
        read(2, "the-father"),
        Command::ReadAgain(module()),
    ] {
        let before = person.journal.clone();
        let undo = person.does(command.clone()).await.unwrap();
        assert_ne!(person.journal, before, "{command:?} changed nothing");
        person.does(Command::Undo(undo)).await.unwrap();
        assert_eq!(person.journal, before, "{command:?} was not undone on screen");
        assert_eq!(person.on_disk().await, before, "{command:?} was not undone on disk");
    }
}

pub async fn a_round_is_taken_up_where_it_was_left<S: RecordStore + Clone>(store: S) {
    let mut person = Person::opens(store.clone()).await;
    person.does(start_round(1)).await.unwrap();
    person.does(answer(1, "one-off", Verdict::Fact)).await.unwrap();
    let again = Person::opens(store).await;
    let round = again.journal.round(RoundId::from_entropy([1; 16])).unwrap().clone();
    assert_eq!(round.next_statement(), Some(&statement("alcohol")));
    assert_eq!((round.score().right, round.score().of), (0, 1));
}

pub async fn a_statement_is_answered_once_and_only_in_its_round<S: RecordStore>(store: S) {
    let mut person = Person::opens(store).await;
    person.does(start_round(1)).await.unwrap();
    person.does(answer(1, "one-off", Verdict::Myth)).await.unwrap();
    for (command, refusal) in [
        (answer(1, "one-off", Verdict::Fact), Refusal::AlreadyAnswered),
        (answer(1, "elsewhere", Verdict::Fact), Refusal::NotInRound),
        (answer(2, "alcohol", Verdict::Fact), Refusal::NoSuchRound),
    ] {
        assert_eq!(person.does(command).await, Err(SessionError::Refused(refusal)));
    }
    let empty =
        Command::StartRound { id: RoundId::from_entropy([3; 16]), topic: Topic::Set(set()), order: vec![] };
    assert_eq!(person.does(empty).await, Err(SessionError::Refused(Refusal::EmptyRound)));
}

pub async fn an_intention_is_kept_ticked_off_and_given_up<S: RecordStore>(store: S) {
    let mut person = Person::opens(store).await;
    let refused = person.does(intend(1, " ")).await;
    assert_eq!(refused, Err(SessionError::Refused(Refusal::BlankIntention)));
    person.does(intend(1, "Ask the school.")).await.unwrap();
    let made = person.journal.intention(intention(1)).unwrap().made;
    person.does(Command::Tick { id: intention(1), done: true }).await.unwrap();
    person.does(intend(1, "Ask the school and the nurse.")).await.unwrap();
    let kept = person.on_disk().await.intention(intention(1)).unwrap().clone();
    assert_eq!((kept.made, kept.plan.action.as_str()), (made, "Ask the school and the nurse."));
    assert!(kept.done.is_some(), "a change of words takes no tick away");
    person.does(Command::Tick { id: intention(1), done: false }).await.unwrap();
    assert_eq!(person.on_disk().await.intention(intention(1)).unwrap().done, None);
    person.does(Command::DropIntention(intention(1))).await.unwrap();
    assert_eq!(person.on_disk().await, Journal::default());
    for command in [Command::Tick { id: intention(1), done: true }, Command::DropIntention(intention(1))] {
        let refused = person.does(command).await;
        assert_eq!(refused, Err(SessionError::Refused(Refusal::NoSuchIntention)));
    }
}

pub async fn what_was_read_is_noted_once<S: RecordStore>(store: S) {
    let mut person = Person::opens(store).await;
    person.does(read(1, "the-minutes")).await.unwrap();
    person.does(read(2, "the-father")).await.unwrap();
    person.does(read(3, "the-minutes")).await.unwrap();
    let journal = person.on_disk().await;
    let progress = journal.progress_of(&module()).unwrap();
    assert_eq!(progress.id, ProgressId::from_entropy([1; 16]), "a module has one progress");
    assert_eq!(progress.read, ["the-minutes", "the-father"].map(section));
    person.does(Command::ReadAgain(module())).await.unwrap();
    assert_eq!(person.on_disk().await, Journal::default());
}

pub async fn an_outcome_has_one_confidence_and_what_is_said_can_be_unsaid<S: RecordStore>(store: S) {
    let mut person = Person::opens(store).await;
    person.does(rate(1, Asked::Before, 4)).await.unwrap();
    person.does(rate(2, Asked::After, 7)).await.unwrap();
    person.does(rate(3, Asked::After, 8)).await.unwrap();
    let journal = person.on_disk().await;
    let confidence = journal.confidence_of(&outcome()).unwrap();
    assert_eq!(confidence.id, ConfidenceId::from_entropy([1; 16]), "an outcome has one confidence");
    assert_eq!(confidence.before().map(|it| it.rating.number()), Some(4));
    assert_eq!(confidence.when(Asked::After), Rating::of_ten(8));
    person.does(Command::ReadAgain(module())).await.unwrap();
    person.does(rate(4, Asked::Before, 0)).await.unwrap();
    assert_eq!(person.on_disk().await.confidence_of(&outcome()).unwrap().before(), None);
    person.does(rate(5, Asked::After, 0)).await.unwrap();
    assert_eq!(person.on_disk().await, Journal::default());
}

pub async fn answers_along_a_module_share_one_draft_until_it_is_saved<S: RecordStore>(store: S) {
    let mut person = Person::opens(store).await;
    let mut words = Words::about(Some(Subject::Module(module())));
    words.write_at("first-question", "What would you ask?", "Who lives there?", &["first-question"]);
    assert_eq!(person.journal.answers_in(&module()), None);
    person.does(Command::KeepDraft { id: id(1), words: words.clone() }).await.unwrap();
    assert_eq!(person.on_disk().await.answers_in(&module()).map(|draft| draft.id), Some(id(1)));
    person.does(Command::WriteReflection { id: id(1), words: words.clone() }).await.unwrap();
    // What is changed later is a change to that reflection, and the next walk begins anew.
    words.title = "Later".into();
    person.does(Command::KeepDraft { id: id(1), words }).await.unwrap();
    assert_eq!(person.on_disk().await.answers_in(&module()), None);
}

pub async fn what_is_brought_to_supervision_is_noted_and_no_longer_ticked<S: RecordStore>(store: S) {
    let mut person = Person::opens(store).await;
    for n in [1, 2] {
        person.does(Command::WriteReflection { id: id(n), words: words("x") }).await.unwrap();
    }
    person.does(Command::Bring { id: id(2), bring: true }).await.unwrap();
    assert_eq!(person.journal.to_bring().iter().map(|it| it.id).collect::<Vec<_>>(), [id(2)]);
    person.does(keep_meeting(1, "Workload")).await.unwrap();
    let day = start().date_naive();
    person.does(Command::HoldMeeting { id: meeting(1), day }).await.unwrap();
    let mut outcome = person.journal.meeting(meeting(1)).unwrap().notes.clone();
    outcome.outcome = "Go back to the matrix.".into();
    person.does(Command::KeepMeeting { id: meeting(1), notes: outcome.clone() }).await.unwrap();
    let journal = person.on_disk().await;
    assert!(journal.to_bring().is_empty());
    let held = journal.meeting(meeting(1)).unwrap();
    assert_eq!((held.held, &held.brought, &held.notes), (Some(day), &vec![id(2)], &outcome));
    person.does(Command::DropMeeting(meeting(1))).await.unwrap();
    assert_eq!(person.on_disk().await.reflections().len(), 2);
    for command in [Command::HoldMeeting { id: meeting(1), day }, Command::DropMeeting(meeting(1))] {
        assert_eq!(person.does(command).await, Err(SessionError::Refused(Refusal::NoSuchMeeting)));
    }
}

pub async fn the_profile_is_one_and_keeps_what_is_known<S: RecordStore>(store: S) {
    let mut person = Person::opens(store).await;
    person.does(Command::Register(vec![registration()])).await.unwrap();
    person.does(Command::PassOver { text: "Gibbs".into(), always: true }).await.unwrap();
    person.does(Command::WriteReflection { id: id(1), words: words("x") }).await.unwrap();
    assert_eq!(person.journal.since_backup(person.now()), 1);
    person.does(Command::NoteBackup).await.unwrap();
    assert_eq!(person.journal.since_backup(person.now()), 0);
    person.does(Command::WriteReflection { id: id(2), words: words("y") }).await.unwrap();
    let journal = person.on_disk().await;
    assert_eq!(journal.since_backup(person.now()), 1);
    // It was noted under a clock that was a year ahead.
    assert_eq!(journal.since_backup(person.now() - TimeDelta::days(365)), 2);
    assert_eq!(journal.profile().registration(Body::Nmc), Some(&registration()));
    assert_eq!(journal.profile().passed_over, ["Gibbs"]);
    person.does(Command::PassOver { text: "Gibbs".into(), always: false }).await.unwrap();
    assert_eq!(person.on_disk().await.profile().passed_over, Vec::<String>::new());
}
