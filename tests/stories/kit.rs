//! Who the stories are about, and what they do.
use chrono::DateTime;
use second_look::{
    domain::{
        bodies::{Body, Standard},
        cards::CardId,
        confidence::{Asked, Rating},
        ids::{
            CardHistoryId, ConfidenceId, IntentionId, LearningOutcomeId, MeetingId, ModelId, ModuleId,
            ProgressId, QuestionId, ReflectionId, RoundId, SectionId, SetId, StatementId, TakeawayId,
        },
        intentions::Plan,
        journal::{Change, Command, Journal},
        particulars::{Activity, Particulars},
        profile::Registration,
        questions::{Answers, Wording},
        quiz::{Sureness, Topic, Verdict},
        reflections::{Subject, Words},
        reviews::Outcome,
        supervision::Notes,
        time::{Moment, parse_date},
    },
    session::{Opened, Session, SessionError},
    storage::RecordStore,
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
    let opening = Session::open(store, &mut Counter::default()).await.unwrap();
    opening.read().await.unwrap().expect("it is not locked")
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
        Self::tries_to_open(store).await.unwrap()
    }

    pub async fn tries_to_open(store: S) -> Result<Self, SessionError> {
        let mut entropy = Counter::default();
        let opened = Session::open(store, &mut entropy).await?.read().await?.expect("it is not locked");
        assert_eq!(opened.set_aside, []);
        Ok(Self { session: opened.session, journal: opened.journal, entropy, minutes: 0 })
    }

    pub fn now(&self) -> Moment {
        start() + chrono::TimeDelta::minutes(self.minutes)
    }

    /// The clock goes on by so many minutes, or back.
    pub fn minutes_pass(&mut self, minutes: i64) {
        self.minutes += minutes;
    }

    /// The clock goes on by so many days, or back.
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

pub fn outcome() -> LearningOutcomeId {
    LearningOutcomeId::new("learning-event-2017", "can-ask-history")
}

/// Says how confident one is, from 1 to 10; 0 takes it back.
pub fn rate(n: u8, asked: Asked, number: u8) -> Command {
    let id = ConfidenceId::from_entropy([n; 16]);
    Command::Rate { id, outcome: outcome(), asked, rating: Rating::of_ten(number) }
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
        sure: Sureness::FairlySure,
        verdict: Verdict::Myth,
        history: history_of(name),
    }
}

pub fn card_history(n: u8) -> CardHistoryId {
    CardHistoryId::from_entropy([n; 16])
}

/// The record of a card is named by the sum of the letters of the card's name.
fn history_of(name: &str) -> CardHistoryId {
    card_history(name.bytes().fold(0, u8::wrapping_add))
}

pub fn own_question(n: u8, stem: &str) -> Command {
    let answers = Answers::MythOrFact(Verdict::Myth);
    let wording = Wording { stem: stem.into(), answers, why: "Because.".into(), topic: "Neglect".into() };
    Command::AddQuestions(vec![(QuestionId::from_entropy([n; 16]), wording)])
}

pub fn own_choice(n: u8) -> Command {
    let options = vec!["One".into(), "Two".into(), "Three".into()];
    let answers = Answers::Choice { options, right: 1 };
    let wording = Wording { stem: "How many?".into(), answers, why: String::new(), topic: String::new() };
    Command::AddQuestions(vec![(QuestionId::from_entropy([n; 16]), wording)])
}

pub fn card(name: &str) -> CardId {
    CardId::Statement(statement(name))
}

pub fn answer_card(name: &str, outcome: Outcome) -> Command {
    Command::AnswerCard { card: card(name), outcome, history: history_of(name) }
}
