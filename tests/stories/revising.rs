//! What must hold of answering, revising and looking back, over any store.
use super::kit::*;
use second_look::{
    domain::{
        ids::RoundId,
        journal::{Command, Refusal},
        memory::Retention,
        quiz::{Sureness, Verdict},
        reviews::Outcome,
        revision::{CatchUp, Pace},
    },
    session::SessionError,
    storage::RecordStore,
};

pub async fn every_answer_goes_into_the_history_and_stays_there<S: RecordStore>(store: S) {
    let mut person = Person::opens(store).await;
    person.does(start_round(1)).await.unwrap();
    person.does(answer(1, "one-off", Verdict::Myth)).await.unwrap();
    person.does(answer_card("alcohol", Outcome::Wrong(Sureness::Certain))).await.unwrap();
    let taken_back = person.now();
    person.does(answer_card("one-off", Outcome::Right(Sureness::Certain))).await.unwrap();
    person.does(Command::TakeBack { card: card("alcohol"), at: taken_back }).await.unwrap();
    let journal = person.on_disk().await;
    assert_eq!(journal, person.journal);
    let seen: Vec<_> =
        journal.history().of(&card("one-off")).unwrap().counted().iter().map(|it| it.outcome).collect();
    assert_eq!(seen, [Outcome::Right(Sureness::FairlySure), Outcome::Right(Sureness::Certain)]);
    let taken = journal.history().of(&card("alcohol")).unwrap();
    assert_eq!(taken.known(), None, "it counts for nothing");
    assert_eq!(taken.reviews.len(), 1, "and it is kept");
    // Twice is once, and what was never given cannot be taken back.
    let again = person.does(Command::TakeBack { card: card("alcohol"), at: taken_back }).await.unwrap();
    assert_eq!(again, []);
    let refused = person.does(Command::TakeBack { card: card("one-off"), at: taken_back }).await;
    assert_eq!(refused, Err(SessionError::Refused(Refusal::NoSuchAnswer)));
}

pub async fn each_card_has_one_record<S: RecordStore>(store: S) {
    let mut person = Person::opens(store).await;
    person.does(answer_card("one-off", Outcome::Right(Sureness::Guess))).await.unwrap();
    person.days_pass(1);
    let again =
        Command::AnswerCard { card: card("one-off"), outcome: Outcome::Forgot, history: card_history(9) };
    person.does(again).await.unwrap();
    person.does(answer_card("alcohol", Outcome::Recalled)).await.unwrap();
    let journal = person.on_disk().await;
    assert_eq!(journal.history().cards().count(), 2);
    let answers = ["one-off", "alcohol"].map(|it| journal.history().of(&card(it)).unwrap().reviews.len());
    assert_eq!(answers, [2, 1]);
}

pub async fn questions_brought_in_are_kept_once<S: RecordStore>(store: S) {
    let mut person = Person::opens(store).await;
    person.does(own_question(1, "One visit is enough.")).await.unwrap();
    let same = person.does(own_question(2, "One visit is enough.")).await.unwrap();
    assert_eq!(same, [], "it is here already");
    assert_eq!(person.does(own_question(3, " ")).await.unwrap(), [], "nothing is asked");
    person.does(own_choice(4)).await.unwrap();
    let journal = person.on_disk().await;
    assert_eq!(journal.questions().len(), 2);
    assert_eq!(journal, person.journal);
}

pub async fn how_much_to_revise_is_kept<S: RecordStore>(store: S) {
    let mut person = Person::opens(store).await;
    let retention = Retention::of_percent(95).unwrap();
    let pace = Pace { retention, cards_a_day: 20, new_a_day: 0, left_out: vec![] };
    person.does(Command::SetPace(pace.clone())).await.unwrap();
    let catch_up = CatchUp::over(7, start().date_naive());
    person.does(Command::CatchUp(Some(catch_up))).await.unwrap();
    let profile = person.on_disk().await.profile();
    assert_eq!((profile.pace, profile.catch_up), (pace, Some(catch_up)));
    person.does(Command::CatchUp(None)).await.unwrap();
    assert_eq!(person.on_disk().await.profile().catch_up, None);
}

pub async fn an_answer_in_a_round_keeps_how_sure_it_was<S: RecordStore>(store: S) {
    let mut person = Person::opens(store).await;
    person.does(start_round(1)).await.unwrap();
    person.does(answer(1, "one-off", Verdict::Fact)).await.unwrap();
    let journal = person.on_disk().await;
    let given = journal.round(RoundId::from_entropy([1; 16])).unwrap().answer_to(&statement("one-off"));
    assert_eq!(given.unwrap().outcome(), Outcome::Wrong(Sureness::FairlySure));
}
