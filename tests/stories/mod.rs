//! What must hold over any store: the same stories are told on memory and on IndexedDB.
#![allow(
    dead_code,
    clippy::unwrap_used,
    reason = "each teller tells some of the stories; a test may stop at a surprise"
)]

pub mod locking;
pub mod quick;

use chrono::DateTime;
use second_look::{
    domain::{
        bodies::{Body, Standard},
        ids::{
            IntentionId, MeetingId, ModelId, ModuleId, ProgressId, ReflectionId, RoundId, SectionId, SetId,
            StatementId, TakeawayId,
        },
        intentions::Plan,
        journal::{Change, Command, Journal, Refusal},
        particulars::{Activity, Particulars},
        profile::Registration,
        quiz::{Topic, Verdict},
        reflections::{Subject, Words},
        supervision::Notes,
        time::{Moment, parse_date},
    },
    session::{Opened, Session, SessionError},
    storage::{Namespace, RecordKey, RecordStore, StorageError, Write},
    vault::Entropy,
};

/// Counts up: fit for tests alone.
#[derive(Default)]
pub struct Counter(u64);

impl From<u64> for Counter {
    fn from(begin: u64) -> Self {
        Self(begin)
    }
}

impl Entropy for Counter {
    fn fill(&mut self, bytes: &mut [u8]) {
        for chunk in bytes.chunks_mut(8) {
            self.0 += 1;
            chunk.copy_from_slice(&self.0.to_le_bytes()[..chunk.len()]);
        }
    }
}

/// What is in a store that is not locked.
pub async fn opened<S: RecordStore>(store: S) -> Opened<S> {
    Session::open(store, &mut Counter::default()).await.unwrap().opened().expect("it is not locked")
}

/// A person at work: a session, the journal on their screen, and a clock that moves with each command.
pub struct Person<S> {
    pub session: Session<S>,
    pub journal: Journal,
    pub entropy: Counter,
    minutes: i64,
}

impl<S: RecordStore> Person<S> {
    pub async fn opens(store: S) -> Self {
        let mut entropy = Counter::default();
        let opened = Session::open(store, &mut entropy).await.unwrap().opened().expect("it is not locked");
        assert_eq!(opened.set_aside, []);
        Self { session: opened.session, journal: opened.journal, entropy, minutes: 0 }
    }

    pub fn now(&self) -> Moment {
        start() + chrono::TimeDelta::minutes(self.minutes)
    }

    /// The clock goes on by so many days.
    pub fn days_pass(&mut self, days: i64) {
        self.minutes += days * 24 * 60;
    }

    /// Plans, stores, then shows; gives back what would undo it.
    pub async fn does(&mut self, command: Command) -> Result<Vec<Change>, SessionError> {
        self.minutes += 1;
        let changes = self.journal.plan(command, self.now())?;
        self.session.store(&changes, &mut self.entropy).await?;
        let undo = self.journal.inverse(&changes);
        self.journal.apply(&changes);
        Ok(undo)
    }

    pub async fn on_disk(&self) -> Journal {
        let (journal, set_aside) = self.session.load().await.unwrap();
        assert_eq!(set_aside, []);
        journal
    }
}

/// When every story begins.
pub fn start() -> Moment {
    DateTime::parse_from_rfc3339("2026-11-23T09:00:00+00:00").unwrap()
}

pub fn id(n: u8) -> ReflectionId {
    ReflectionId::from_entropy([n; 16])
}

pub fn words(text: &str) -> Words {
    let mut words = Words::about(Some(Subject::Set(set())));
    words.passages[0].text = text.to_owned();
    words
}

pub fn set() -> SetId {
    SetId::new("learning-event-2017", "the-days-nine")
}

pub fn statement(name: &str) -> StatementId {
    StatementId::new("learning-event-2017", name)
}

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
    assert_eq!(person.on_disk().await.binned(), Vec::<&_>::new());
    assert_eq!(person.on_disk().await.reflections().len(), 1);
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
    assert_eq!(person.journal.since_backup(), 1);
    person.does(Command::NoteBackup).await.unwrap();
    assert_eq!(person.journal.since_backup(), 0);
    person.does(Command::WriteReflection { id: id(2), words: words("y") }).await.unwrap();
    let journal = person.on_disk().await;
    assert_eq!(journal.since_backup(), 1);
    assert_eq!(journal.profile().registration(Body::Nmc), Some(&registration()));
    assert_eq!(journal.profile().passed_over, ["Gibbs"]);
    person.does(Command::PassOver { text: "Gibbs".into(), always: false }).await.unwrap();
    assert_eq!(person.on_disk().await.profile().passed_over, Vec::<String>::new());
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

pub fn start_round(n: u8) -> Command {
    let order = vec![statement("one-off"), statement("alcohol")];
    Command::StartRound { id: RoundId::from_entropy([n; 16]), topic: Topic::Set(set()), order }
}

pub fn module() -> ModuleId {
    ModuleId::new("learning-event-2017", "toddler-found-alone")
}

pub fn section(name: &str) -> SectionId {
    SectionId::new("learning-event-2017", name)
}

pub fn read(n: u8, name: &str) -> Command {
    Command::ReadSection { id: ProgressId::from_entropy([n; 16]), module: module(), section: section(name) }
}

pub fn meeting(n: u8) -> MeetingId {
    MeetingId::from_entropy([n; 16])
}

pub fn keep_meeting(n: u8, points: &str) -> Command {
    let notes = Notes {
        day: parse_date("2026-12-01"),
        with: "Team manager".into(),
        minutes: 90,
        points: points.into(),
        outcome: String::new(),
    };
    Command::KeepMeeting { id: meeting(n), notes }
}

pub fn registration() -> Registration {
    Registration { body: Body::Nmc, until: parse_date("2028-03-31"), level: Some(3) }
}

/// Words with everything that can stand beside them.
pub fn words_with_particulars(text: &str) -> Words {
    let mut words = words(text);
    words.lay_out(Some(ModelId::new("england", "model-gibbs")), [("gibbs-description", "Description")]);
    words.particulars = Particulars {
        activity: Some(Activity::GroupSupervision),
        day: parse_date("2026-11-20"),
        minutes: 90,
        participatory: 60,
        with: "Health visitor".into(),
        tags: vec!["neglect".into(), "fathers".into()],
        standards: vec![Standard::named("swe-4-2").unwrap(), Standard::named("nmc-preserve-safety").unwrap()],
        links: vec![Subject::Takeaway(TakeawayId::new("learning-event-2017", "step-back"))],
        counts_for: vec![Body::SocialWorkEngland, Body::Nmc],
    };
    words
}

pub fn intention(n: u8) -> IntentionId {
    IntentionId::from_entropy([n; 16])
}

pub fn intend(n: u8, action: &str) -> Command {
    let subject = Subject::Takeaway(TakeawayId::new("learning-event-2017", "step-back"));
    let (action, by) = (action.to_owned(), parse_date("2026-12-01"));
    let plan = Plan { message: "Step back.".into(), action, by, ..Plan::about(subject) };
    Command::Intend { id: intention(n), plan }
}

pub fn answer(round: u8, name: &str, said: Verdict) -> Command {
    Command::AnswerStatement {
        round: RoundId::from_entropy([round; 16]),
        statement: statement(name),
        said,
        verdict: Verdict::Myth,
    }
}

/// Tells every story, each on a fresh store, as one test each.
#[macro_export]
macro_rules! tell_every_story {
    ($tell:ident) => {
        $tell!(what_was_saved_is_there_after_reopening);
        $tell!(saving_a_reflection_clears_its_draft);
        $tell!(a_changed_reflection_keeps_the_time_it_was_first_written);
        $tell!(every_command_can_be_undone);
        $tell!(a_blank_reflection_is_refused_and_a_blank_draft_is_not_kept);
        $tell!(emptying_a_saved_reflection_keeps_it_until_it_is_deleted);
        $tell!(a_draft_that_says_nothing_new_is_not_written);
        $tell!(a_round_is_taken_up_where_it_was_left);
        $tell!(a_statement_is_answered_once_and_only_in_its_round);
        $tell!(an_intention_is_kept_ticked_off_and_given_up);
        $tell!(what_was_read_is_noted_once);
        $tell!(answers_along_a_module_share_one_draft_until_it_is_saved);
        $tell!(every_saved_version_of_a_reflection_is_kept);
        $tell!(what_is_binned_is_out_of_sight_and_comes_back_whole);
        $tell!(the_bin_is_cleared_after_thirty_days_of_use_and_not_by_a_clock_that_jumps);
        $tell!(what_is_brought_to_supervision_is_noted_and_no_longer_ticked);
        $tell!(the_profile_is_one_and_keeps_what_is_known);
        $tell!(the_newest_come_first);
        $tell!(what_is_about_an_earlier_day_stands_with_that_day);
        $tell!(a_header_is_written_once);
        $tell!(a_batch_lands_whole);
        $tell!(a_record_that_does_not_open_is_set_aside_and_the_rest_open);
    };
}

/// Tells every story of passphrases, in the same way.
#[macro_export]
macro_rules! tell_every_story_of_locking {
    ($tell:ident) => {
        $tell!(a_passphrase_opens_what_was_written_before_and_after_it);
        $tell!(a_wrong_passphrase_opens_nothing_and_changes_nothing);
        $tell!(the_key_that_lay_open_opens_nothing_any_more);
        $tell!(a_changed_passphrase_leaves_the_records_as_they_are);
        $tell!(a_recovery_code_opens_until_the_next_is_made_and_sets_a_new_passphrase);
        $tell!(a_passphrase_taken_off_lays_the_key_open_again);
        $tell!(another_tab_that_sets_or_changes_the_passphrase_is_noticed);
        $tell!(what_this_app_cannot_read_is_sealed_anew_or_left_alone);
        $tell!(a_batch_that_expects_something_else_is_not_done);
        $tell!(every_document_comes_out_for_a_backup);
    };
}
