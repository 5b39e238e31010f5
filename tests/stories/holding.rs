//! What must hold of a learning day that a person prepares and holds, over any store.
use super::kit::*;
use chrono::NaiveTime;
use second_look::{
    domain::{
        attendance::{InvitedTo, Saying, Scribed, Since, Thoughts},
        confidence::Rating,
        events::{
            Asked, EventOutcome, EventPlan, Jotting, PanelQuestion, Place, Session, SessionKind, Stage, Step,
            TableNote, Tap, Vote, Way,
        },
        ids::{AttendanceId, CollectedId, EventId, TakeawayId},
        journal::{AttendanceCommand, Change, Command, EventCommand, Journal, Leaving, Refusal},
        passing::{Answers as PhoneAnswers, EventTag, Heard, Message, SenderTag, TableNote as PhoneNote},
        questions::{Answers, Wording},
        quiz::{Sureness, Verdict},
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
    let (prompt, table) = ("What helped?".to_owned(), "Window".to_owned());
    let note = TableNote { prompt, table, from: None, text: "Time.".into() };
    let jotting = Jotting { table: "Door".into(), note: "Who".into(), question: "Whether".into() };
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
        EventCommand::Jot(jotting),
        EventCommand::Ask("Who leads?".into()),
        EventCommand::Ask("Who decides?".into()),
        EventCommand::Show { question: 1, is_shown: true },
        EventCommand::Unask(0),
        EventCommand::Choose { takeaway: TakeawayId::new("learning-event-2017", "step-back"), more: 9 },
        EventCommand::End(true),
    ]
}

/// Does something, takes it back and does it again: each time the disk says so.
async fn does_undoes_and_does_again<S: RecordStore>(person: &mut Person<S>, command: Command) {
    let before = person.journal.clone();
    let undo = person.does(command.clone()).await.unwrap();
    let after = person.on_disk().await;
    assert_eq!(after, person.journal, "{command:?} is not on disk");
    assert_ne!(after, before, "{command:?} changes nothing");
    let again = person.does(Command::Undo(undo)).await.unwrap();
    assert_eq!(person.on_disk().await, before, "{command:?} is not undone");
    person.does(Command::Undo(again)).await.unwrap();
    assert_eq!(person.on_disk().await, after, "{command:?} is not done again");
}

pub async fn a_day_is_taken_up_at_the_exact_step_after_every_step<S: RecordStore>(store: S) {
    let mut person = Person::opens(store).await;
    person.does(prepare(1, event_plan())).await.unwrap();
    for command in a_day() {
        does_undoes_and_does_again(&mut person, hold(1, command)).await;
    }
    does_undoes_and_does_again(&mut person, collect(1, 1, table_note(1, 4, 1, "Staff."))).await;
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

pub async fn what_is_asked_stays_as_it_is_once_phones_may_hold_it<S: RecordStore>(store: S) {
    let mut person = Person::opens(store).await;
    let plan = event_plan_with_everything;
    person.does(prepare(1, plan())).await.unwrap();
    person.does(hold(1, EventCommand::Begin)).await.unwrap();
    let refused = Err(SessionError::Refused(Refusal::AlreadyAsked));
    let mut reversed = plan();
    reversed.statements.reverse();
    let mut shortened = plan();
    shortened.statements.pop();
    let mut without_outcome = plan();
    without_outcome.outcomes.pop();
    for changed in [reversed, shortened, without_outcome] {
        assert_eq!(person.does(prepare(1, changed)).await, refused);
    }
    let mut swapped = plan();
    swapped.programme.swap(2, 3);
    swapped.title = "The same day".into();
    person.does(prepare(1, swapped.clone())).await.unwrap();
    assert_eq!(person.on_disk().await.event(event(1)).unwrap().plan, swapped, "all else can change");
}

pub async fn after_a_rehearsal_a_day_begins_anew_and_that_can_be_taken_back<S: RecordStore>(store: S) {
    let mut person = Person::opens(store).await;
    person.does(prepare(1, event_plan())).await.unwrap();
    for command in a_day() {
        person.does(hold(1, command)).await.unwrap();
    }
    person.does(collect(1, 1, answers(1, 1, Verdict::Myth))).await.unwrap();
    let tag = EventTag::from_entropy([77; 6]);
    does_undoes_and_does_again(&mut person, hold(1, EventCommand::BeginAnew { tag })).await;
    let journal = person.on_disk().await;
    let known = journal.event(event(1)).unwrap();
    assert_eq!((&known.run, known.tag, &known.plan), (&None, tag, &event_plan()));
    assert_eq!(journal.answers_at(event(1)).count(), 0);
    let of_the_rehearsal = person.does(collect(1, 2, answers(1, 2, Verdict::Myth))).await;
    assert_eq!(of_the_rehearsal, Err(SessionError::Refused(Refusal::OtherEvent)));
}

/// What a phone says that its table said to a question.
pub fn table_note(event: u8, sender: u8, prompt: u8, text: &str) -> Message {
    Message::TableNote(PhoneNote {
        event: EventTag::from_entropy([event; 6]),
        sender: SenderTag::from_entropy([sender; 3]),
        prompt,
        table: "Window".into(),
        text: text.into(),
    })
}

pub async fn a_tables_note_from_a_phone_stands_beside_what_others_said<S: RecordStore>(store: S) {
    let mut person = Person::opens(store).await;
    person.does(prepare(1, event_plan())).await.unwrap();
    for command in a_day() {
        person.does(hold(1, command)).await.unwrap();
    }
    let refused = |refusal| Err(SessionError::Refused(refusal));
    person.does(collect(1, 1, table_note(1, 4, 1, "Staff."))).await.unwrap();
    let again = person.does(collect(1, 1, table_note(1, 4, 1, "Staff."))).await;
    assert_eq!(again, refused(Refusal::AlreadyCounted));
    assert_eq!(person.does(collect(1, 1, table_note(9, 4, 1, "No."))).await, refused(Refusal::OtherEvent));
    assert_eq!(person.does(collect(1, 1, table_note(1, 4, 2, "No."))).await, refused(Refusal::NoSuchPrompt));
    // The same phone says it better; another one has a table of the same name.
    person.does(collect(1, 1, table_note(1, 4, 1, "Staff change."))).await.unwrap();
    person.does(collect(1, 1, table_note(1, 5, 1, "Nothing."))).await.unwrap();
    // A part is put before the group work, and its question still has its notes.
    let mut plan = event_plan();
    plan.programme.insert(0, Session::of(SessionKind::Talk, 5));
    plan.programme.remove(3);
    person.does(prepare(1, plan)).await.unwrap();
    let journal = person.on_disk().await;
    let notes = &journal.event(event(1)).unwrap().run.as_ref().unwrap().notes;
    let said: Vec<_> = notes.iter().map(|it| (it.prompt.as_str(), it.text.as_str())).collect();
    assert_eq!(
        said,
        [
            ("What helped?", "Time."),
            ("What stood in the way?", "Staff change."),
            ("What stood in the way?", "Nothing.")
        ]
    );
}

/// What a phone says of two statements.
pub fn answers(event: u8, sender: u8, said: Verdict) -> Message {
    let heard = Heard { first: Some(said), second: None, sure: Some(Sureness::Certain) };
    Message::Answers(PhoneAnswers {
        event: EventTag::from_entropy([event; 6]),
        sender: SenderTag::from_entropy([sender; 3]),
        heard: vec![heard; 2],
    })
}

pub fn collect(n: u8, name: u8, message: Message) -> Command {
    hold(n, EventCommand::Collect { id: CollectedId::from_entropy([name; 16]), message })
}

pub async fn a_phone_counts_once_however_often_it_is_shown<S: RecordStore>(store: S) {
    let mut person = Person::opens(store).await;
    person.does(prepare(1, event_plan())).await.unwrap();
    person.does(collect(1, 1, answers(1, 1, Verdict::Myth))).await.unwrap();
    let refused = |refusal| Err(SessionError::Refused(refusal));
    let again = person.does(collect(1, 2, answers(1, 1, Verdict::Myth))).await;
    assert_eq!(again, refused(Refusal::AlreadyCounted));
    let of_another = person.does(collect(1, 2, answers(9, 2, Verdict::Myth))).await;
    assert_eq!(of_another, refused(Refusal::OtherEvent));
    person.does(collect(1, 2, answers(1, 2, Verdict::Fact))).await.unwrap();
    // Who changed their mind is still one person.
    person.does(collect(1, 3, answers(1, 1, Verdict::Fact))).await.unwrap();
    let journal = person.on_disk().await;
    let votes: Vec<_> = journal.answers_at(event(1)).map(|it| it.heard[0].first).collect();
    assert_eq!(votes, [Some(Verdict::Fact), Some(Verdict::Fact)]);
    let undo = person.does(hold(1, EventCommand::Drop)).await.unwrap();
    assert_eq!(person.on_disk().await, Journal::default(), "what came from phones goes with the event");
    person.does(Command::Undo(undo)).await.unwrap();
    assert_eq!(person.on_disk().await, journal);
}

pub fn attendance(n: u8) -> AttendanceId {
    AttendanceId::from_entropy([n; 16])
}

pub fn join(n: u8, event: u8) -> Command {
    let plan = event_plan_with_everything();
    let invited = InvitedTo {
        event: EventTag::from_entropy([event; 6]),
        title: plan.title,
        organisers: plan.organisers,
        venue: plan.venue,
        day: plan.day,
        minutes: 90,
        participatory: 60,
        prompts: 2,
        outcomes: plan.outcomes,
        statements: plan.statements,
    };
    attend(n, AttendanceCommand::Join { sender: SenderTag::from_entropy([n; 3]), invited })
}

pub fn attend(n: u8, command: AttendanceCommand) -> Command {
    Command::Attend(attendance(n), command)
}

/// Everything that somebody who takes part can do.
pub fn a_part() -> Vec<AttendanceCommand> {
    let say = |statement, saying| AttendanceCommand::Say { statement, saying };
    let thoughts = Thoughts {
        ratings: vec![(Rating::of_ten(3), Rating::of_ten(8)), (None, Rating::of_ten(1))],
        useful: "The talk.".into(),
        differently: "Ask.".into(),
        barrier: "Time.".into(),
    };
    let leaving = Leaving {
        verdicts: vec![Some(Verdict::Myth), Some(Verdict::Myth), Some(Verdict::Fact)],
        histories: (20..23).map(card_history).collect(),
        hours: Some((id(30), words_with_particulars("I took part."))),
    };
    let since = Since { ratings: vec![Rating::of_ten(9), None], changed: "I ask.".into() };
    let scribed = Scribed { table: "Window".into(), notes: vec!["Time.".into(), String::new()] };
    vec![
        say(0, Saying::First(Verdict::Fact)),
        say(0, Saying::Sure(Sureness::Certain)),
        say(2, Saying::Second(Verdict::Fact)),
        AttendanceCommand::Scribe(scribed),
        AttendanceCommand::Think(thoughts),
        AttendanceCommand::Leave(leaving),
        AttendanceCommand::LookBack(since),
        AttendanceCommand::FollowUp,
    ]
}

pub async fn who_took_part_takes_home_what_they_were_sure_of_and_wrong<S: RecordStore>(store: S) {
    let mut person = Person::opens(store).await;
    person.does(join(1, 7)).await.unwrap();
    assert_eq!(person.does(join(2, 7)).await.unwrap(), [], "a day is attended once");
    for command in a_part() {
        does_undoes_and_does_again(&mut person, attend(1, command)).await;
    }
    let journal = person.on_disk().await;
    assert!(journal.history().known(&card("one-off")).unwrap().last.outcome.is_sure_but_wrong());
    assert_eq!(
        journal.history().cards().count(),
        1,
        "what was not answered, and what is in no pack, is no card"
    );
    assert_eq!(journal.reflections().len(), 1);
    let nowhere = AttendanceCommand::Say { statement: 9, saying: Saying::Sure(Sureness::Guess) };
    assert_eq!(person.does(attend(1, nowhere)).await, Err(SessionError::Refused(Refusal::NoSuchStep)));
}

pub async fn three_months_on_one_is_asked_once_what_has_changed<S: RecordStore>(store: S) {
    let mut person = Person::opens(store).await;
    person.does(join(1, 7)).await.unwrap();
    let mut part = a_part();
    let say_so = part.pop().unwrap();
    for command in part {
        person.does(attend(1, command)).await.unwrap();
    }
    let is_due = |person: &Person<S>| {
        let it = person.journal.attendance(attendance(1)).unwrap();
        it.is_to_be_followed_up(person.now())
    };
    // The day was 10 December.
    assert!(!is_due(&person));
    person.days_pass(106);
    assert!(!is_due(&person));
    person.days_pass(2);
    assert!(is_due(&person));
    let said = |person: &Person<S>| person.journal.attendance(attendance(1)).unwrap().follow_up();
    assert_eq!(said(&person), None, "what is being typed is not handed in");
    person.does(attend(1, say_so)).await.unwrap();
    assert!(!is_due(&person));
    assert_eq!(said(&person).unwrap().changed, "I ask.");
}
