//! Everything a person has in the app, and the one way it changes: plan a command, store the changes, apply them.
use super::{
    ids::{IntentionId, MeetingId, ModuleId, ProgressId, ReflectionId, RoundId, SectionId, StatementId},
    intentions::{Intention, Plan},
    profile::{Profile, Registration},
    progress::Progress,
    quiz::{Answer, Round, Topic, Verdict},
    reflections::{Draft, Reflection, Subject, Version, Words},
    supervision::{Meeting, Notes},
    table::{Identified, Table},
    time::Moment,
};
use chrono::{NaiveDate, TimeDelta};

/// How long a reflection stays in the bin, in days.
pub const DAYS_IN_BIN: i64 = 30;

/// Everything the person has, opened and in memory.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Journal {
    pub(super) reflections: Table<Reflection>,
    pub(super) drafts: Table<Draft>,
    pub(super) rounds: Table<Round>,
    pub(super) intentions: Table<Intention>,
    pub(super) progress: Table<Progress>,
    pub(super) meetings: Table<Meeting>,
    pub(super) profile: Option<Profile>,
}

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
    /// Answer one statement of it, once.
    AnswerStatement { round: RoundId, statement: StatementId, said: Verdict, verdict: Verdict },
    /// Make a take-home message one's own, or change what one means to do.
    Intend { id: IntentionId, plan: Plan },
    /// Tick an intention off, or take the tick away.
    Tick { id: IntentionId, done: bool },
    /// Give an intention up.
    DropIntention(IntentionId),
    /// A section has been read; `id` names the module's progress if nothing of it was read before.
    ReadSection { id: ProgressId, module: ModuleId, section: SectionId },
    /// Begin a module again, as if nothing of it had been read.
    ReadAgain(ModuleId),
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
    Restore(Vec<Change>),
}

/// What changes as a result: the unit of storage, of undo and of what the screen shows.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// This reflection is now so.
    PutReflection(Reflection),
    /// This reflection is gone.
    DropReflection(ReflectionId),
    /// This draft is now so.
    PutDraft(Draft),
    /// This draft is gone.
    DropDraft(ReflectionId),
    /// This round is now so.
    PutRound(Round),
    /// This round is gone.
    DropRound(RoundId),
    /// This intention is now so.
    PutIntention(Intention),
    /// This intention is gone.
    DropIntention(IntentionId),
    /// This much has been read.
    PutProgress(Progress),
    /// Nothing of this has been read.
    DropProgress(ProgressId),
    /// This supervision meeting is now so.
    PutMeeting(Meeting),
    /// This supervision meeting is gone.
    DropMeeting(MeetingId),
    /// The person's profile is now so.
    PutProfile(Profile),
    /// Nothing is known of the person.
    DropProfile,
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
            Command::BinReflection(id) => self.change_reflection(id, |it| it.binned = Some(now)),
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
            Command::AnswerStatement { round, statement, said, verdict } => {
                let mut round = self.rounds.get(round).ok_or(Refusal::NoSuchRound)?.clone();
                if !round.order.contains(&statement) {
                    return Err(Refusal::NotInRound);
                }
                if round.answer_to(&statement).is_some() {
                    return Err(Refusal::AlreadyAnswered);
                }
                round.answers.push(Answer { statement, said, verdict, at: now });
                Ok(vec![Change::PutRound(round)])
            }
            Command::Intend { plan, .. } if plan.is_blank() => Err(Refusal::BlankIntention),
            Command::Intend { id, plan } if self.intentions.get(id).is_some_and(|it| it.plan == plan) => {
                Ok(vec![])
            }
            Command::Intend { id, plan } => {
                let old = self.intentions.get(id);
                let (made, done) = old.map_or((now, None), |old| (old.made, old.done));
                Ok(vec![Change::PutIntention(Intention { id, plan, made, done })])
            }
            Command::Tick { id, done } => {
                let old = self.intentions.get(id).ok_or(Refusal::NoSuchIntention)?;
                if done == old.done.is_some() {
                    return Ok(vec![]);
                }
                let done = done.then_some(now);
                Ok(vec![Change::PutIntention(Intention { done, ..old.clone() })])
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
            Command::Undo(changes) | Command::Restore(changes) => Ok(changes),
        }
    }

    /// The changes that would take `changes` back, computed before they are applied.
    #[must_use]
    pub fn inverse(&self, changes: &[Change]) -> Vec<Change> {
        let restore = |change: &Change| match change {
            Change::PutReflection(Reflection { id, .. }) | Change::DropReflection(id) => {
                self.reflections.get(*id).cloned().map_or(Change::DropReflection(*id), Change::PutReflection)
            }
            Change::PutDraft(Draft { id, .. }) | Change::DropDraft(id) => {
                self.drafts.get(*id).cloned().map_or(Change::DropDraft(*id), Change::PutDraft)
            }
            Change::PutRound(Round { id, .. }) | Change::DropRound(id) => {
                self.rounds.get(*id).cloned().map_or(Change::DropRound(*id), Change::PutRound)
            }
            Change::PutIntention(Intention { id, .. }) | Change::DropIntention(id) => {
                self.intentions.get(*id).cloned().map_or(Change::DropIntention(*id), Change::PutIntention)
            }
            Change::PutProgress(Progress { id, .. }) | Change::DropProgress(id) => {
                self.progress.get(*id).cloned().map_or(Change::DropProgress(*id), Change::PutProgress)
            }
            Change::PutMeeting(Meeting { id, .. }) | Change::DropMeeting(id) => {
                self.meetings.get(*id).cloned().map_or(Change::DropMeeting(*id), Change::PutMeeting)
            }
            Change::PutProfile(_) | Change::DropProfile => {
                self.profile.clone().map_or(Change::DropProfile, Change::PutProfile)
            }
        };
        changes.iter().rev().map(restore).collect()
    }

    /// Makes `changes` so. They must be on disk already.
    pub fn apply(&mut self, changes: &[Change]) {
        for change in changes {
            match change.clone() {
                Change::PutReflection(it) => self.reflections.put(it),
                Change::DropReflection(id) => self.reflections.remove(id),
                Change::PutDraft(it) => self.drafts.put(it),
                Change::DropDraft(id) => self.drafts.remove(id),
                Change::PutRound(it) => self.rounds.put(it),
                Change::DropRound(id) => self.rounds.remove(id),
                Change::PutIntention(it) => self.intentions.put(it),
                Change::DropIntention(id) => self.intentions.remove(id),
                Change::PutProgress(it) => self.progress.put(it),
                Change::DropProgress(id) => self.progress.remove(id),
                Change::PutMeeting(it) => self.meetings.put(it),
                Change::DropMeeting(id) => self.meetings.remove(id),
                Change::PutProfile(it) => self.profile = Some(it),
                Change::DropProfile => self.profile = None,
            }
        }
    }

    /// Everything in it, as the changes that would put it into an empty journal.
    #[must_use]
    pub fn contents(&self) -> Vec<Change> {
        let reflections = self.reflections.iter().cloned().map(Change::PutReflection);
        let drafts = self.drafts.iter().cloned().map(Change::PutDraft);
        let rounds = self.rounds.iter().cloned().map(Change::PutRound);
        let intentions = self.intentions.iter().cloned().map(Change::PutIntention);
        let progress = self.progress.iter().cloned().map(Change::PutProgress);
        let meetings = self.meetings.iter().cloned().map(Change::PutMeeting);
        let written = reflections.chain(drafts).chain(meetings).chain(intentions);
        written.chain(rounds).chain(progress).chain(self.profile.clone().map(Change::PutProfile)).collect()
    }

    /// One saved reflection; it may be in the bin.
    #[must_use]
    pub fn reflection(&self, id: ReflectionId) -> Option<&Reflection> {
        self.reflections.get(id)
    }

    /// Saved reflections, the newest first.
    #[must_use]
    pub fn reflections(&self) -> Vec<&Reflection> {
        self.reflections.newest_first(|it| it.written, |it| it.binned.is_none())
    }

    /// What is in the bin, the last put there first.
    #[must_use]
    pub fn binned(&self) -> Vec<&Reflection> {
        self.reflections.newest_first(|it| it.binned.unwrap_or(it.changed), |it| it.binned.is_some())
    }

    /// Reflections to be brought to supervision, the newest first.
    #[must_use]
    pub fn to_bring(&self) -> Vec<&Reflection> {
        self.reflections.newest_first(|it| it.written, |it| it.bring && it.binned.is_none())
    }

    /// How many reflections were saved since the last backup.
    #[must_use]
    pub fn since_backup(&self) -> usize {
        let backed_up = self.profile.as_ref().and_then(|profile| profile.backed_up);
        self.reflections().iter().filter(|it| backed_up.is_none_or(|then| it.changed > then)).count()
    }

    /// What is to be deleted for good: in the bin for [`DAYS_IN_BIN`] as the other reflections show. The clock of the
    /// moment is not believed, because it may have jumped.
    fn due_in_bin(&self) -> Vec<ReflectionId> {
        let seen = self.reflections.newest_first(|it| it.changed, |_| true).first().map(|it| it.changed);
        let is_due = |binned: Moment| seen.is_some_and(|seen| seen - binned >= TimeDelta::days(DAYS_IN_BIN));
        self.binned().iter().filter(|it| it.binned.is_some_and(is_due)).map(|it| it.id).collect()
    }

    /// Saved reflections about `subject`, the newest first.
    #[must_use]
    pub fn reflections_about(&self, subject: &Subject) -> Vec<&Reflection> {
        self.reflections.newest_first(
            |it| it.written,
            |it| it.binned.is_none() && it.words.subject.as_ref() == Some(subject),
        )
    }

    /// The draft of one reflection.
    #[must_use]
    pub fn draft(&self, id: ReflectionId) -> Option<&Draft> {
        self.drafts.get(id)
    }

    /// Drafts, the last kept first; none of a reflection that is in the bin.
    #[must_use]
    pub fn drafts(&self) -> Vec<&Draft> {
        let in_bin = |it: &Draft| self.reflections.get(it.id).is_some_and(|it| it.binned.is_some());
        self.drafts.newest_first(|it| it.kept, |it| !in_bin(it))
    }

    /// One round of a quiz.
    #[must_use]
    pub fn round(&self, id: RoundId) -> Option<&Round> {
        self.rounds.get(id)
    }

    /// The rounds about `topic`, the newest first.
    #[must_use]
    pub fn rounds_about(&self, topic: &Topic) -> Vec<&Round> {
        self.rounds.newest_first(|it| it.started, |it| it.topic == *topic)
    }

    /// Rounds about one section of a lesson that were left before their end, the newest first.
    #[must_use]
    pub fn left_rounds(&self) -> Vec<&Round> {
        let newest =
            |it: &Round| self.rounds_about(&it.topic).first().is_some_and(|newest| newest.id == it.id);
        let left = |it: &Round| matches!(it.topic, Topic::Section(_)) && !it.is_finished() && newest(it);
        self.rounds.newest_first(|it| it.started, left)
    }

    /// The draft that the answers given along a module go into, if one has been begun.
    #[must_use]
    pub fn answers_in(&self, module: &ModuleId) -> Option<&Draft> {
        let about = |it: &Draft| matches!(&it.words.subject, Some(Subject::Module(id)) if id == module);
        let new = |it: &Draft| self.reflections.get(it.id).is_none();
        self.drafts.newest_first(|it| it.kept, |it| about(it) && new(it)).first().copied()
    }

    /// One intention.
    #[must_use]
    pub fn intention(&self, id: IntentionId) -> Option<&Intention> {
        self.intentions.get(id)
    }

    /// Intentions, the newest first.
    #[must_use]
    pub fn intentions(&self) -> Vec<&Intention> {
        self.intentions.newest_first(|it| it.made, |_| true)
    }

    /// How far a module has been read; none where nothing of it has been.
    #[must_use]
    pub fn progress_of(&self, module: &ModuleId) -> Option<&Progress> {
        self.progress.newest_first(|it| it.changed, |it| it.module == *module).first().copied()
    }

    /// One supervision meeting.
    #[must_use]
    pub fn meeting(&self, id: MeetingId) -> Option<&Meeting> {
        self.meetings.get(id)
    }

    /// Supervision meetings, the last changed first.
    #[must_use]
    pub fn meetings(&self) -> Vec<&Meeting> {
        self.meetings.newest_first(|it| it.changed, |_| true)
    }

    /// What the app knows of the person.
    #[must_use]
    pub fn profile(&self) -> Profile {
        self.profile.clone().unwrap_or_default()
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

impl Identified for Meeting {
    type Id = MeetingId;

    fn id(&self) -> MeetingId {
        self.id
    }
}

impl Identified for Reflection {
    type Id = ReflectionId;

    fn id(&self) -> ReflectionId {
        self.id
    }
}

impl Identified for Draft {
    type Id = ReflectionId;

    fn id(&self) -> ReflectionId {
        self.id
    }
}

impl Identified for Intention {
    type Id = IntentionId;

    fn id(&self) -> IntentionId {
        self.id
    }
}

impl Identified for Progress {
    type Id = ProgressId;

    fn id(&self) -> ProgressId {
        self.id
    }
}

impl Identified for Round {
    type Id = RoundId;

    fn id(&self) -> RoundId {
        self.id
    }
}
