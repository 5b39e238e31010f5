//! What a person asks for, and what that would change: decided without doing it.
use super::{AttendanceCommand, Change, EventCommand, Journal, Returning};
use crate::domain::{
    cards::CardId,
    confidence::{Asked, Confidence, Rating, Said},
    ids::{
        AttendanceId, CardHistoryId, ConfidenceId, EventId, IntentionId, LearningOutcomeId, MeetingId,
        ModuleId, ProgressId, QuestionId, ReflectionId, RoundId, SectionId, StatementId,
    },
    intentions::{CameOf, Intention, LookedBack, Plan},
    profile::{Profile, Registration},
    progress::Progress,
    questions::{OwnQuestion, Wording},
    quiz::{Answer, Round, Sureness, Topic, Verdict},
    reflections::{Draft, Reflection, Version, Words},
    reviews::{CardHistory, Outcome, Review},
    revision::{CatchUp, Pace},
    supervision::{Meeting, Notes},
    time::{Moment, study_day},
};
use chrono::{NaiveDate, TimeDelta};

/// How long a reflection stays in the bin, in days.
pub const DAYS_IN_BIN: i64 = 30;

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
            Command::KeepDraft { id, words } if words.is_blank() && self.reflections.get(id).is_none() => {
                Ok(self.drop_draft(id))
            }
            // Back to what is saved: nothing is left to keep.
            Command::KeepDraft { id, words }
                if self.reflections.get(id).is_some_and(|it| it.words == words) =>
            {
                Ok(self.drop_draft(id))
            }
            Command::KeepDraft { id, words } => match self.drafts.get(id).is_some_and(|it| it.words == words)
            {
                true => Ok(vec![]),
                false => Ok(vec![Change::PutDraft(Draft { id, words, kept: now })]),
            },
            Command::DiscardDraft(id) => Ok(self.drop_draft(id)),
            Command::WriteReflection { words, .. } if words.is_blank() => Err(Refusal::BlankReflection),
            Command::WriteReflection { id, words } => {
                let mut changes = match self.reflections.get(id) {
                    Some(old) if old.words == words => vec![],
                    old => vec![Change::PutReflection(rewritten(old, id, words, now))],
                };
                changes.extend(self.drop_draft(id));
                Ok(changes)
            }
            Command::BinReflection(id) => {
                // A clock that went back must not make it look as if it had been there for long.
                let at = self.last_saved().map_or(now, |saved| saved.max(now));
                self.change_reflection(id, |it| it.binned = Some(at))
            }
            Command::RestoreReflection(id) => self.change_reflection(id, |it| it.binned = None),
            Command::Bring { id, bring } => self.change_reflection(id, |it| it.bring = bring),
            Command::ClearBin => {
                let due = self.due_in_bin().into_iter();
                Ok(due
                    .flat_map(|id| [vec![Change::DropReflection(id)], self.drop_draft(id)].concat())
                    .collect())
            }
            Command::DeleteReflection(id) => {
                self.reflections.get(id).ok_or(Refusal::NoSuchReflection)?;
                let mut changes = vec![Change::DropReflection(id)];
                changes.extend(self.drop_draft(id));
                Ok(changes)
            }
            Command::StartRound { order, .. } if order.is_empty() => Err(Refusal::EmptyRound),
            Command::StartRound { id, topic, order } => {
                Ok(vec![Change::PutRound(Round { id, topic, order, answers: vec![], started: now })])
            }
            Command::AnswerStatement { round, statement, said, sure, verdict, history } => {
                let mut round = self.rounds.get(round).ok_or(Refusal::NoSuchRound)?.clone();
                if !round.order.contains(&statement) {
                    return Err(Refusal::NotInRound);
                }
                if round.answer_to(&statement).is_some() {
                    return Err(Refusal::AlreadyAnswered);
                }
                let answer = Answer { statement: statement.clone(), said, sure, verdict, at: now };
                let outcome = answer.outcome();
                round.answers.push(answer);
                let noted = self.note_answer(CardId::Statement(statement), outcome, history, now);
                Ok(vec![Change::PutRound(round), noted])
            }
            Command::AnswerCard { card, outcome, history } => {
                Ok(vec![self.note_answer(card, outcome, history, now)])
            }
            Command::TakeBack { card, at } => {
                let known = self.history.of(&card).ok_or(Refusal::NoSuchAnswer)?;
                let mut reviews = known.reviews.clone();
                let review = reviews.iter_mut().rev().find(|it| it.at == at).ok_or(Refusal::NoSuchAnswer)?;
                if std::mem::replace(&mut review.taken_back, true) {
                    return Ok(vec![]);
                }
                Ok(vec![Change::PutCardHistory(CardHistory::new(known.id, card, reviews))])
            }
            Command::AddQuestions(questions) => {
                let mut changes: Vec<Change> = vec![];
                for (id, wording) in questions {
                    let same = |it: &OwnQuestion| it.wording == wording;
                    let is_new = |change: &Change| !matches!(change, Change::PutQuestion(it) if same(it));
                    if wording.problem().is_none()
                        && !self.questions.iter().any(same)
                        && changes.iter().all(is_new)
                    {
                        changes.push(Change::PutQuestion(OwnQuestion { id, wording, added: now }));
                    }
                }
                Ok(changes)
            }
            Command::DropQuestion(id) => {
                self.questions.get(id).ok_or(Refusal::NoSuchQuestion)?;
                Ok(vec![Change::DropQuestion(id)])
            }
            Command::SetPace(pace) => self.change_profile(|it| it.pace = pace),
            Command::CatchUp(catch_up) => self.change_profile(|it| it.catch_up = catch_up),
            Command::Intend { plan, .. } if plan.is_blank() => Err(Refusal::BlankIntention),
            Command::Intend { id, plan } if self.intentions.get(id).is_some_and(|it| it.plan == plan) => {
                Ok(vec![])
            }
            Command::Intend { id, plan } => {
                let old = self.intentions.get(id);
                let new = Intention { id, plan: plan.clone(), made: now, done: None, looked_back: None };
                let changed = old.map_or(new, |old| Intention { plan, ..old.clone() });
                Ok(vec![Change::PutIntention(changed)])
            }
            Command::Tick { id, done } => {
                let old = self.intentions.get(id).ok_or(Refusal::NoSuchIntention)?;
                if done == old.done.is_some() {
                    return Ok(vec![]);
                }
                let done = done.then_some(now);
                Ok(vec![Change::PutIntention(Intention { done, ..old.clone() })])
            }
            Command::LookBack { id, came_of } => {
                let old = self.intentions.get(id).ok_or(Refusal::NoSuchIntention)?;
                let looked_back = Some(LookedBack { at: now, came_of });
                Ok(vec![Change::PutIntention(Intention { looked_back, ..old.clone() })])
            }
            Command::DropIntention(id) => {
                self.intentions.get(id).ok_or(Refusal::NoSuchIntention)?;
                Ok(vec![Change::DropIntention(id)])
            }
            Command::ReadSection { id, module, section } => {
                let mut progress = match self.progress_of(&module) {
                    Some(known) if known.read.contains(&section) => return Ok(vec![]),
                    Some(known) => known.clone(),
                    None => Progress { id, module, read: vec![], changed: now },
                };
                progress.read.push(section);
                progress.changed = now;
                Ok(vec![Change::PutProgress(progress)])
            }
            Command::ReadAgain(module) => {
                Ok(self.progress_of(&module).map(|it| Change::DropProgress(it.id)).into_iter().collect())
            }
            Command::Rate { id, outcome, asked, rating } => {
                let known = self.confidence_of(&outcome);
                if known.and_then(|it| it.when(asked)) == rating {
                    return Ok(vec![]);
                }
                let known = known.cloned().unwrap_or_else(|| Confidence::new(id, outcome));
                let id = known.id;
                let said = match rating {
                    Some(rating) => known.with(Said { asked, rating, at: now }),
                    None => known.without(asked),
                };
                let is_empty = said.said().is_empty();
                Ok(vec![if is_empty { Change::DropConfidence(id) } else { Change::PutConfidence(said) }])
            }
            Command::Event(id, command) => self.plan_event(id, command, now),
            Command::Attend(id, command) => self.plan_attendance(id, command, now),
            Command::KeepMeeting { id, notes } => {
                let known = self.meetings.get(id);
                if known.map_or(notes.is_blank(), |it| it.notes == notes) {
                    return Ok(vec![]);
                }
                let (brought, held) = known.map_or((vec![], None), |it| (it.brought.clone(), it.held));
                Ok(vec![Change::PutMeeting(Meeting { id, notes, brought, held, changed: now })])
            }
            Command::HoldMeeting { id, day } => {
                let known = self.meetings.get(id).ok_or(Refusal::NoSuchMeeting)?;
                let mut meeting = Meeting { held: Some(day), changed: now, ..known.clone() };
                let mut changes = vec![];
                for it in self.to_bring() {
                    meeting.brought.push(it.id);
                    changes.push(Change::PutReflection(Reflection { bring: false, ..it.clone() }));
                }
                changes.push(Change::PutMeeting(meeting));
                Ok(changes)
            }
            Command::DropMeeting(id) => {
                self.meetings.get(id).ok_or(Refusal::NoSuchMeeting)?;
                Ok(vec![Change::DropMeeting(id)])
            }
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

    /// What is to be deleted for good: in the bin for [`DAYS_IN_BIN`] as the other reflections show, on two days. The clock
    /// of the moment is not believed, nor that of one day, because it may have jumped.
    fn due_in_bin(&self) -> Vec<ReflectionId> {
        let mut days: Vec<_> = self.reflections.iter().map(|it| study_day(it.changed)).collect();
        days.sort_unstable();
        days.dedup();
        let seen = days.len().checked_sub(2).map(|at| days[at]);
        let is_due = |binned: Moment| {
            seen.is_some_and(|seen| seen - study_day(binned) >= TimeDelta::days(DAYS_IN_BIN))
        };
        self.binned().iter().filter(|it| it.binned.is_some_and(is_due)).map(|it| it.id).collect()
    }

    /// When a reflection was last saved.
    fn last_saved(&self) -> Option<Moment> {
        self.reflections.iter().map(|it| it.changed).max()
    }

    fn change_reflection(
        &self,
        id: ReflectionId,
        change: impl FnOnce(&mut Reflection),
    ) -> Result<Vec<Change>, Refusal> {
        let old = self.reflections.get(id).ok_or(Refusal::NoSuchReflection)?;
        let mut new = old.clone();
        change(&mut new);
        Ok(if new == *old { vec![] } else { vec![Change::PutReflection(new)] })
    }

    fn change_profile(&self, change: impl FnOnce(&mut Profile)) -> Result<Vec<Change>, Refusal> {
        let mut profile = self.profile();
        change(&mut profile);
        let same = self.profile.as_ref() == Some(&profile);
        Ok(if same { vec![] } else { vec![Change::PutProfile(profile)] })
    }

    pub(super) fn note_answer(
        &self,
        card: CardId,
        outcome: Outcome,
        fresh: CardHistoryId,
        now: Moment,
    ) -> Change {
        let (id, mut reviews) =
            self.history.of(&card).map_or((fresh, vec![]), |known| (known.id, known.reviews.clone()));
        reviews.push(Review { at: now, outcome, taken_back: false });
        Change::PutCardHistory(CardHistory::new(id, card, reviews))
    }

    fn drop_draft(&self, id: ReflectionId) -> Vec<Change> {
        self.drafts.get(id).map(|draft| Change::DropDraft(draft.id)).into_iter().collect()
    }
}

/// The reflection as it now reads, with what it said before.
fn rewritten(old: Option<&Reflection>, id: ReflectionId, words: Words, now: Moment) -> Reflection {
    let new =
        Reflection { id, words, written: now, changed: now, earlier: vec![], binned: None, bring: false };
    let Some(old) = old.cloned() else { return new };
    let mut earlier = old.earlier;
    earlier.push(Version { words: old.words, saved: old.changed });
    Reflection { written: old.written, bring: old.bring, earlier, ..new }
}
