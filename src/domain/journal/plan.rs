//! What a person asks for, and what that would change: decided without doing it.
use super::{AttendanceCommand, Change, EventCommand, Journal, Returning};
use crate::domain::{
    cards::CardId,
    confidence::{Asked, Rating},
    ids::{
        AttendanceId, CardHistoryId, ConfidenceId, EventId, IntentionId, LearningOutcomeId, MeetingId,
        ModuleId, ProgressId, QuestionId, ReflectionId, RoundId, SectionId, StatementId,
    },
    intentions::{CameOf, Plan},
    profile::{Profile, Registration},
    questions::Wording,
    quiz::{Answer, Sureness, Topic, Verdict},
    reflections::Words,
    reviews::Outcome,
    revision::{CatchUp, Pace},
    supervision::Notes,
    time::Moment,
};
use chrono::NaiveDate;

/// What a person asks for.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Keep what has been typed so far; blank words keep nothing.
    KeepDraft { id: ReflectionId, words: Words },
    /// Throw away what was typed since the reflection was last saved.
    DiscardDraft(ReflectionId),
    /// Save a reflection; its draft is done with.
    WriteReflection { id: ReflectionId, words: Words },
    /// Put a reflection in the bin, with its draft.
    BinReflection(ReflectionId),
    /// Take it out of the bin again.
    RestoreReflection(ReflectionId),
    /// Delete a reflection that is in the bin, and its draft, for good.
    DeleteReflection(ReflectionId),
    /// Delete for good what has been in the bin long enough.
    ClearBin,
    /// Bring a reflection to the next supervision, or not.
    Bring { id: ReflectionId, bring: bool },
    /// Begin a quiz.
    StartRound { id: RoundId, topic: Topic, order: Vec<StatementId> },
    /// Answer one statement of it, once. Like every answer it goes into the history, in a record of this name if the
    /// card has none.
    AnswerStatement {
        round: RoundId,
        statement: StatementId,
        said: Verdict,
        sure: Sureness,
        verdict: Verdict,
        history: CardHistoryId,
    },
    /// Note what came of asking a card.
    AnswerCard { card: CardId, outcome: Outcome, history: CardHistoryId },
    /// Take an answer back: it stays in the history, and counts for nothing.
    TakeBack { card: CardId, at: Moment },
    /// Bring these questions in. What cannot be asked, and what is here already, is left out.
    AddQuestions(Vec<(QuestionId, Wording)>),
    /// Remove a question that was brought in. The answers to it stay.
    DropQuestion(QuestionId),
    /// Revise so much.
    SetPace(Pace),
    /// Catch up over these days, or at once.
    CatchUp(Option<CatchUp>),
    /// Make a take-home message one's own, or change what one means to do.
    Intend { id: IntentionId, plan: Plan },
    /// Tick an intention off, or take the tick away.
    Tick { id: IntentionId, done: bool },
    /// Say what came of an intention, when asked.
    LookBack { id: IntentionId, came_of: CameOf },
    /// Give an intention up.
    DropIntention(IntentionId),
    /// A section has been read; `id` names the module's progress if nothing of it was read before.
    ReadSection { id: ProgressId, module: ModuleId, section: SectionId },
    /// Begin a module again, as if nothing of it had been read.
    ReadAgain(ModuleId),
    /// Say how confident one is of a learning outcome, or nothing after all; `id` names what is said of it if nothing was.
    Rate { id: ConfidenceId, outcome: LearningOutcomeId, asked: Asked, rating: Option<Rating> },
    /// Prepare or hold a learning day.
    Event(EventId, EventCommand),
    /// Take part in a learning day.
    Attend(AttendanceId, AttendanceCommand),
    /// Keep what is written about a supervision meeting.
    KeepMeeting { id: MeetingId, notes: Notes },
    /// It was held on this day, with what was to be brought.
    HoldMeeting { id: MeetingId, day: NaiveDate },
    /// Remove a supervision meeting; what was brought stays.
    DropMeeting(MeetingId),
    /// Keep the record of these bodies, and of no others.
    Register(Vec<Registration>),
    /// Nudge about this text no more, or again.
    PassOver { text: String, always: bool },
    /// A backup has been made, and found good.
    NoteBackup,
    /// Take back changes just made.
    Undo(Vec<Change>),
    /// Take in what a backup holds.
    Restore(Vec<Returning>),
}

/// Why a command cannot be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("the reflection has no words yet")]
    BlankReflection,
    #[error("the reflection is not here any more")]
    NoSuchReflection,
    #[error("the supervision meeting is not here any more")]
    NoSuchMeeting,
    #[error("the quiz round is not here any more")]
    NoSuchRound,
    #[error("the statement is not part of this round")]
    NotInRound,
    #[error("the statement has been answered")]
    AlreadyAnswered,
    #[error("a quiz needs at least one statement")]
    EmptyRound,
    #[error("the question is not here any more")]
    NoSuchQuestion,
    #[error("the answer is not here any more")]
    NoSuchAnswer,
    #[error("the event is not here any more")]
    NoSuchEvent,
    #[error("the event has not begun")]
    EventNotBegun,
    #[error("the event's plan is not complete yet")]
    EventNotReady,
    #[error("the code belongs to another event")]
    OtherEvent,
    #[error("that phone has been counted")]
    AlreadyCounted,
    #[error("the event has no such step")]
    NoSuchStep,
    #[error("the programme has no such question")]
    NoSuchPrompt,
    #[error("phones may hold what is asked, so it stays as it is")]
    AlreadyAsked,
    #[error("the intention does not say what will be done")]
    BlankIntention,
    #[error("the intention is not here any more")]
    NoSuchIntention,
}

impl Journal {
    /// Decides, without doing it, what `command` would change. No changes means it is so already.
    ///
    /// # Errors
    /// A [`Refusal`] when the command makes no sense on what is here; nothing has changed.
    pub fn plan(&self, command: Command, now: Moment) -> Result<Vec<Change>, Refusal> {
        match command {
            Command::KeepDraft { id, words } => Ok(self.keep_draft(id, words, now)),
            Command::DiscardDraft(id) => Ok(self.drop_draft(id)),
            Command::WriteReflection { id, words } => self.write_reflection(id, words, now),
            Command::BinReflection(id) => self.bin_reflection(id, now),
            Command::RestoreReflection(id) => self.change_reflection(id, |it| it.binned = None),
            Command::DeleteReflection(id) => self.delete_reflection(id),
            Command::ClearBin => Ok(self.clear_bin()),
            Command::Bring { id, bring } => self.change_reflection(id, |it| it.bring = bring),
            Command::StartRound { id, topic, order } => Self::start_round(id, topic, order, now),
            Command::AnswerStatement { round, statement, said, sure, verdict, history } => {
                self.answer_statement(round, Answer { statement, said, sure, verdict, at: now }, history)
            }
            Command::AnswerCard { card, outcome, history } => {
                Ok(vec![self.note_answer(card, outcome, history, now)])
            }
            Command::TakeBack { card, at } => self.take_back(card, at),
            Command::AddQuestions(questions) => Ok(self.add_questions(questions, now)),
            Command::DropQuestion(id) => self.drop_question(id),
            Command::SetPace(pace) => self.change_profile(|it| it.pace = pace),
            Command::CatchUp(catch_up) => self.change_profile(|it| it.catch_up = catch_up),
            Command::Intend { id, plan } => self.intend(id, plan, now),
            Command::Tick { id, done } => self.tick(id, done, now),
            Command::LookBack { id, came_of } => self.look_back(id, came_of, now),
            Command::DropIntention(id) => self.drop_intention(id),
            Command::ReadSection { id, module, section } => Ok(self.read_section(id, module, section, now)),
            Command::ReadAgain(module) => Ok(self.read_again(&module)),
            Command::Rate { id, outcome, asked, rating } => Ok(self.rate(id, outcome, asked, rating, now)),
            Command::Event(id, command) => self.plan_event(id, command, now),
            Command::Attend(id, command) => self.plan_attendance(id, command, now),
            Command::KeepMeeting { id, notes } => Ok(self.keep_meeting(id, notes, now)),
            Command::HoldMeeting { id, day } => self.hold_meeting(id, day, now),
            Command::DropMeeting(id) => self.drop_meeting(id),
            Command::Register(registrations) => self.change_profile(|it| it.registrations = registrations),
            Command::PassOver { text, always } => self.change_profile(|it| {
                it.passed_over.retain(|known| *known != text);
                if always {
                    it.passed_over.push(text);
                }
            }),
            Command::NoteBackup => self.change_profile(|it| it.backed_up = Some(now)),
            Command::Undo(changes) => Ok(changes),
            // Planned on what is here now, whatever was shown before.
            Command::Restore(returning) => Ok(self.plan_restore(&returning).changes),
        }
    }

    fn change_profile(&self, change: impl FnOnce(&mut Profile)) -> Result<Vec<Change>, Refusal> {
        let mut profile = self.profile();
        change(&mut profile);
        let same = self.profile.as_ref() == Some(&profile);
        Ok(if same { vec![] } else { vec![Change::PutProfile(profile)] })
    }
}
