//! What must hold of a learning day that a person prepares and holds, over any store.
use super::kit::*;
use chrono::NaiveTime;
use second_look::{
    domain::{
        events::{
            Asked, EventOutcome, EventPlan, PanelQuestion, Place, Session, SessionKind, Stage, Step,
            TableNote, Tap, Vote, Way,
        },
        ids::{EventId, TakeawayId},
        journal::{Change, Command, EventCommand, Journal, Refusal},
        passing::EventTag,
        questions::{Answers, Wording},
        quiz::Verdict,
        time::parse_date,
    },
    session::SessionError,
    storage::RecordStore,
};

pub fn event(n: u8) -> EventId {
    EventId::from_entropy([n; 16])
}

/// A short day with one of everything.
pub fn event_plan() -> EventPlan {
    let mut group_work = Session::of(SessionKind::GroupWork, 30);
    group_work.prompts = vec!["What helped?".into(), "What stood in the way?".into()];
    EventPlan {
        title: "Annual learning event".into(),
        day: parse_date("2026-12-10"),
        venue: "Town hall".into(),
        organisers: "The partnership".into(),
        programme: vec![
            Session { notes: "Fire doors.".into(), ..Session::of(SessionKind::Welcome, 10) },
            Session::of(SessionKind::Quiz, 30),
            group_work,
            Session::of(SessionKind::Panel, 20),
        ],
        statements: vec![Asked::Pack(statement("one-off")), Asked::Pack(statement("alcohol"))],
        takeaways: vec![TakeawayId::new("learning-event-2017", "step-back")],
        ..EventPlan::default()
    }
}

/// A day with everything that can be planned.
pub fn event_plan_with_everything() -> EventPlan {
    let answers = Answers::MythOrFact(Verdict::Fact);
    let wording = Wording { stem: "We lead.".into(), answers, why: "Because.".into(), topic: String::new() };
    let mut plan = event_plan();
    plan.starts = NaiveTime::from_hms_opt(9, 30, 0);
    plan.outcomes = vec![EventOutcome::Pack(outcome()), EventOutcome::Own("Ask.".into())];
    plan.ground_rules = "No names.".into();
    plan.warning = "You can step out.".into();
    plan.statements.push(Asked::Own(wording));
    plan
}

pub fn prepare(n: u8, plan: EventPlan) -> Command {
    Command::Event(event(n), EventCommand::Prepare { tag: EventTag::from_entropy([n; 6]), plan })
}

pub fn hold(n: u8, command: EventCommand) -> Command {
    Command::Event(event(n), command)
}

pub fn hear(vote: Vote, way: Way) -> EventCommand {
    EventCommand::Hear { statement: 0, vote, way }
}

/// Something of everything that can be done while a day is held.
pub fn a_day() -> Vec<EventCommand> {
    let place = Place { session: 1, step: Step::Statement(0, Stage::Vote) };
    let note = TableNote { session: 2, prompt: 0, table: "Window".into(), text: "Time.".into() };
    vec![
        EventCommand::Begin,
        EventCommand::Go(place),
        hear(Vote::First, Way::Hands(Tap { said: Verdict::Myth, hands: 5 })),
        hear(Vote::First, Way::Hands(Tap { said: Verdict::Fact, hands: 1 })),
        hear(Vote::First, Way::Corner(Verdict::Fact, 7)),
        hear(Vote::First, Way::Table("Window".into(), Some(Verdict::Myth))),
        hear(Vote::First, Way::TakeBackTap),
        hear(Vote::Second, Way::Hands(Tap { said: Verdict::Myth, hands: 12 })),
        EventCommand::Note(note),
        EventCommand::Ask("Who leads?".into()),
        EventCommand::Ask("Who decides?".into()),
        EventCommand::Show { question: 1, is_shown: true },
        EventCommand::Unask(0),
        EventCommand::Choose { takeaway: TakeawayId::new("learning-event-2017", "step-back"), count: 9 },
        EventCommand::End(true),
    ]
}

pub async fn a_day_is_taken_up_at_the_exact_step_after_every_step<S: RecordStore>(store: S) {
    let mut person = Person::opens(store).await;
    person.does(prepare(1, event_plan())).await.unwrap();
    for command in a_day() {
        let before = person.journal.clone();
        let undo = person.does(hold(1, command.clone())).await.unwrap();
        let after = person.on_disk().await;
        assert_eq!(after, person.journal, "{command:?} is not on disk");
        assert_ne!(after, before, "{command:?} changes nothing");
        let again = person.does(Command::Undo(undo)).await.unwrap();
        assert_eq!(person.on_disk().await, before, "{command:?} is not undone");
        person.does(Command::Undo(again)).await.unwrap();
        assert_eq!(person.on_disk().await, after, "{command:?} is not done again");
    }
    let journal = person.on_disk().await;
    let run = journal.event(event(1)).unwrap().run.as_ref().unwrap();
    assert_eq!(run.place, Place { session: 1, step: Step::Statement(0, Stage::Vote) });
    assert_eq!(run.votes[0].first.hands_for(Verdict::Myth), 5);
    assert_eq!(run.votes[0].first.hands_for(Verdict::Fact), 0, "the tap was taken back");
    assert_eq!(run.questions, [PanelQuestion { text: "Who decides?".into(), is_shown: true }]);
    person.does(hold(1, EventCommand::Drop)).await.unwrap();
    assert_eq!(person.on_disk().await, Journal::default());
}

pub async fn a_day_that_is_not_ready_or_not_begun_is_refused<S: RecordStore>(store: S) {
    let mut person = Person::opens(store).await;
    let refused = |refusal| Err(SessionError::Refused(refusal));
    assert_eq!(person.does(hold(1, EventCommand::Begin)).await, refused(Refusal::NoSuchEvent));
    let no_title = EventPlan { title: " ".into(), ..event_plan() };
    person.does(prepare(1, no_title)).await.unwrap();
    assert_eq!(person.does(hold(1, EventCommand::Begin)).await, refused(Refusal::EventNotReady));
    let place = Place { session: 0, step: Step::Whole };
    assert_eq!(person.does(hold(1, EventCommand::Go(place))).await, refused(Refusal::EventNotBegun));
    person.does(prepare(1, event_plan())).await.unwrap();
    person.does(hold(1, EventCommand::Begin)).await.unwrap();
    assert_eq!(person.does(hold(1, EventCommand::Begin)).await, Ok::<Vec<Change>, _>(vec![]), "it has begun");
    let nowhere = Place { session: 9, step: Step::Whole };
    assert_eq!(person.does(hold(1, EventCommand::Go(nowhere))).await, refused(Refusal::NoSuchStep));
    let of_no_statement = EventCommand::Hear { statement: 9, vote: Vote::First, way: Way::TakeBackTap };
    assert_eq!(person.does(hold(1, of_no_statement)).await, refused(Refusal::NoSuchStep));
    assert_eq!(person.does(hold(1, EventCommand::Unask(0))).await, refused(Refusal::NoSuchQuestion));
}

pub async fn votes_stay_with_their_statement_when_the_plan_changes<S: RecordStore>(store: S) {
    let mut person = Person::opens(store).await;
    person.does(prepare(1, event_plan())).await.unwrap();
    person.does(hold(1, EventCommand::Begin)).await.unwrap();
    let tap = Way::Hands(Tap { said: Verdict::Myth, hands: 5 });
    person.does(hold(1, hear(Vote::First, tap))).await.unwrap();
    let mut plan = event_plan();
    plan.statements.reverse();
    plan.statements.push(Asked::Pack(statement("third")));
    person.does(prepare(2, plan.clone())).await.unwrap();
    person
        .does(Command::Event(event(1), EventCommand::Prepare { tag: EventTag::from_entropy([9; 6]), plan }))
        .await
        .unwrap();
    let journal = person.on_disk().await;
    let kept = journal.event(event(1)).unwrap();
    assert_eq!(kept.tag, EventTag::from_entropy([1; 6]), "its tag stays: it is on people's phones");
    let votes: Vec<_> =
        kept.run.as_ref().unwrap().votes.iter().map(|it| it.first.hands_for(Verdict::Myth)).collect();
    assert_eq!(votes, [0, 5, 0]);
}
