//! What is on screen and not on disk yet: noted at every stroke, so that nothing typed depends on the page it stands on.
use super::{
    attendance::{Scribed, Since, Thoughts},
    events::{EventPlan, Jotting},
    ids::{AttendanceId, EventId, IntentionId, MeetingId, ModuleId, ReflectionId},
    intentions::Plan,
    journal::{AttendanceCommand, Command, EventCommand},
    passing::EventTag,
    reflections::{Subject, Words},
    supervision::Notes,
};

/// Something typed.
#[derive(Clone, Debug, PartialEq)]
pub enum Typed {
    /// The words of a reflection, to be kept as its draft.
    Words(ReflectionId, Words),
    /// What a person means to do.
    Plan(IntentionId, Plan),
    /// What a person writes about a supervision meeting.
    Notes(MeetingId, Notes),
    /// What is planned for a learning day.
    Event(EventId, EventTag, EventPlan),
    /// What the person thinks of a learning day that they take part in.
    Thoughts(AttendanceId, Thoughts),
    /// What their table says.
    Scribed(AttendanceId, Scribed),
    /// What has changed since.
    Since(AttendanceId, Since),
    /// What the facilitator of a learning day is about to add.
    Jotting(EventId, Jotting),
}

/// Everything that is typed and not kept, the longest noted first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Typing(Vec<Typed>);

impl Typed {
    /// What keeps it.
    #[must_use]
    pub fn command(&self) -> Command {
        match self.clone() {
            Self::Words(id, words) => Command::KeepDraft { id, words },
            Self::Plan(id, plan) => Command::Intend { id, plan },
            Self::Notes(id, notes) => Command::KeepMeeting { id, notes },
            Self::Thoughts(id, thoughts) => Command::Attend(id, AttendanceCommand::Think(thoughts)),
            Self::Scribed(id, scribed) => Command::Attend(id, AttendanceCommand::Scribe(scribed)),
            Self::Since(id, since) => Command::Attend(id, AttendanceCommand::LookBack(since)),
            Self::Jotting(id, jotting) => Command::Event(id, EventCommand::Jot(jotting)),
            Self::Event(id, tag, plan) => Command::Event(id, EventCommand::Prepare { tag, plan }),
        }
    }

    fn is_of(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Words(id, _), Self::Words(of, _)) => id == of,
            (Self::Plan(id, _), Self::Plan(of, _)) => id == of,
            (Self::Notes(id, _), Self::Notes(of, _)) => id == of,
            (Self::Event(id, ..), Self::Event(of, ..)) => id == of,
            (Self::Thoughts(id, _), Self::Thoughts(of, _))
            | (Self::Scribed(id, _), Self::Scribed(of, _))
            | (Self::Since(id, _), Self::Since(of, _)) => id == of,
            (Self::Jotting(id, _), Self::Jotting(of, _)) => id == of,
            _ => false,
        }
    }
}

impl Typing {
    /// Notes what was typed, in place of what was typed of the same thing before.
    pub fn note(&mut self, typed: Typed) {
        self.0.retain(|other| !other.is_of(&typed));
        // A plan without an action cannot be kept yet.
        if !matches!(&typed, Typed::Plan(_, plan) if plan.is_blank()) {
            self.0.push(typed);
        }
    }

    /// This is on disk, or not wanted any more; what has been typed since then still is.
    pub fn forget(&mut self, typed: &Typed) {
        self.0.retain(|other| other != typed);
    }

    /// What is to be kept next.
    #[must_use]
    pub fn next(&self) -> Option<&Typed> {
        self.0.first()
    }

    /// The words of `id` that are not kept.
    #[must_use]
    pub fn words(&self, id: ReflectionId) -> Option<&Words> {
        self.all_words().find_map(|(of, words)| (of == id).then_some(words))
    }

    /// What is meant by `id` that is not kept.
    #[must_use]
    pub fn plan(&self, id: IntentionId) -> Option<&Plan> {
        self.0.iter().find_map(|typed| match typed {
            Typed::Plan(of, plan) if *of == id => Some(plan),
            _ => None,
        })
    }

    /// What is written about the meeting `id` that is not kept.
    #[must_use]
    pub fn notes(&self, id: MeetingId) -> Option<&Notes> {
        self.0.iter().find_map(|typed| match typed {
            Typed::Notes(of, notes) if *of == id => Some(notes),
            _ => None,
        })
    }

    /// What is planned for the learning day `id` that is not kept.
    #[must_use]
    pub fn event(&self, id: EventId) -> Option<&EventPlan> {
        self.0.iter().find_map(|typed| match typed {
            Typed::Event(of, _, plan) if *of == id => Some(plan),
            _ => None,
        })
    }

    /// What is thought of the learning day `id` that is not kept.
    #[must_use]
    pub fn thoughts(&self, id: AttendanceId) -> Option<&Thoughts> {
        self.0.iter().find_map(|typed| match typed {
            Typed::Thoughts(of, thoughts) if *of == id => Some(thoughts),
            _ => None,
        })
    }

    /// What the table says at the learning day `id` that is not kept.
    #[must_use]
    pub fn scribed(&self, id: AttendanceId) -> Option<&Scribed> {
        self.0.iter().find_map(|typed| match typed {
            Typed::Scribed(of, scribed) if *of == id => Some(scribed),
            _ => None,
        })
    }

    /// What has changed since the learning day `id` that is not kept.
    #[must_use]
    pub fn since(&self, id: AttendanceId) -> Option<&Since> {
        self.0.iter().find_map(|typed| match typed {
            Typed::Since(of, since) if *of == id => Some(since),
            _ => None,
        })
    }

    /// What the facilitator of `id` is about to add that is not kept.
    #[must_use]
    pub fn jotting(&self, id: EventId) -> Option<&Jotting> {
        self.0.iter().find_map(|typed| match typed {
            Typed::Jotting(of, jotting) if *of == id => Some(jotting),
            _ => None,
        })
    }

    /// Where answers given along a module go that are not kept.
    pub fn answers_in(&self, module: &ModuleId) -> impl Iterator<Item = ReflectionId> {
        self.all_words()
            .filter(move |(_, words)| matches!(&words.subject, Some(Subject::Module(of)) if of == module))
            .map(|(id, _)| id)
    }

    fn all_words(&self) -> impl Iterator<Item = (ReflectionId, &Words)> {
        self.0.iter().filter_map(|typed| match typed {
            Typed::Words(id, words) => Some((*id, words)),
            _ => None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Words {
        let mut words = Words::about(Some(Subject::Module(ModuleId::new("event", "study"))));
        words.passages[0].text = text.to_owned();
        words
    }

    fn plan(action: &str) -> Plan {
        Plan { message: "m".into(), action: action.into(), ..Plan::about(Subject::Challenge) }
    }

    #[test]
    fn the_newest_of_each_thing_is_noted_until_it_is_kept() {
        let (one, intention) = (ReflectionId::from_entropy([1; 16]), IntentionId::from_entropy([1; 16]));
        let mut typing = Typing::default();
        typing.note(Typed::Words(one, words("Who")));
        typing.note(Typed::Plan(intention, plan("Ask")));
        typing.note(Typed::Words(one, words("Who lives there?")));
        assert_eq!(typing.words(one), Some(&words("Who lives there?")));
        assert_eq!(typing.answers_in(&ModuleId::new("event", "study")).collect::<Vec<_>>(), [one]);
        // What was kept meanwhile is not the newest.
        typing.forget(&Typed::Words(one, words("Who")));
        assert!(typing.words(one).is_some());
        typing.forget(&Typed::Words(one, words("Who lives there?")));
        assert_eq!(typing.next(), Some(&Typed::Plan(intention, plan("Ask"))));
        assert_eq!(typing.next().unwrap().command(), Command::Intend { id: intention, plan: plan("Ask") });
        // A plan that was emptied cannot be kept, and is not.
        typing.note(Typed::Plan(intention, plan(" ")));
        assert_eq!(typing, Typing::default());
    }
}
