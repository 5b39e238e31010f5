//! Everything a person has in the app, and the one way it changes: plan a command, store the changes, apply them.
use super::{
    ids::{ReflectionId, RoundId, SetId, StatementId},
    quiz::{Answer, Round, Verdict},
    reflections::{Draft, Reflection, Words},
    table::{Identified, Table},
    time::Moment,
};

/// Everything the person has, opened and in memory.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Journal {
    reflections: Table<Reflection>,
    drafts: Table<Draft>,
    rounds: Table<Round>,
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
    /// Delete a reflection and its draft.
    DeleteReflection(ReflectionId),
    /// Begin a quiz.
    StartRound { id: RoundId, set: SetId, order: Vec<StatementId> },
    /// Answer one statement of it, once.
    AnswerStatement { round: RoundId, statement: StatementId, said: Verdict, verdict: Verdict },
    /// Take back changes just made.
    Undo(Vec<Change>),
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
}

/// Why a command cannot be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("the reflection has no words yet")]
    BlankReflection,
    #[error("the reflection is not here any more")]
    NoSuchReflection,
    #[error("the quiz round is not here any more")]
    NoSuchRound,
    #[error("the statement is not part of this round")]
    NotInRound,
    #[error("the statement has been answered")]
    AlreadyAnswered,
    #[error("a quiz needs at least one statement")]
    EmptyRound,
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
                let written = self.reflections.get(id).map_or(now, |old| old.written);
                let mut changes =
                    vec![Change::PutReflection(Reflection { id, words, written, changed: now })];
                changes.extend(self.drop_draft(id));
                Ok(changes)
            }
            Command::DeleteReflection(id) => {
                self.reflections.get(id).ok_or(Refusal::NoSuchReflection)?;
                let mut changes = vec![Change::DropReflection(id)];
                changes.extend(self.drop_draft(id));
                Ok(changes)
            }
            Command::StartRound { order, .. } if order.is_empty() => Err(Refusal::EmptyRound),
            Command::StartRound { id, set, order } => {
                Ok(vec![Change::PutRound(Round { id, set, order, answers: vec![], started: now })])
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
            Command::Undo(changes) => Ok(changes),
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
            }
        }
    }

    /// One saved reflection.
    #[must_use]
    pub fn reflection(&self, id: ReflectionId) -> Option<&Reflection> {
        self.reflections.get(id)
    }

    /// Saved reflections, the newest first.
    #[must_use]
    pub fn reflections(&self) -> Vec<&Reflection> {
        self.reflections.newest_first(|it| it.written, |_| true)
    }

    /// The draft of one reflection.
    #[must_use]
    pub fn draft(&self, id: ReflectionId) -> Option<&Draft> {
        self.drafts.get(id)
    }

    /// Drafts, the last kept first.
    #[must_use]
    pub fn drafts(&self) -> Vec<&Draft> {
        self.drafts.newest_first(|it| it.kept, |_| true)
    }

    /// One round of a quiz.
    #[must_use]
    pub fn round(&self, id: RoundId) -> Option<&Round> {
        self.rounds.get(id)
    }

    /// The rounds of `set`, the newest first.
    #[must_use]
    pub fn rounds_of(&self, set: &SetId) -> Vec<&Round> {
        self.rounds.newest_first(|it| it.started, |it| it.set == *set)
    }

    fn drop_draft(&self, id: ReflectionId) -> Vec<Change> {
        self.drafts.get(id).map(|draft| Change::DropDraft(draft.id)).into_iter().collect()
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

impl Identified for Round {
    type Id = RoundId;

    fn id(&self) -> RoundId {
        self.id
    }
}
