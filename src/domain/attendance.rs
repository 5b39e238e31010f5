//! A learning day as somebody took part in it, on their own phone: what they were asked, what they said, what they take home.
use super::{
    confidence::{BeforeAndAfter, Rating},
    events::{Asked, EventOutcome},
    ids::AttendanceId,
    passing::{Answers, Evaluation, EventTag, FollowUp, Heard, SenderTag, TableNote},
    quiz::{Sureness, Verdict},
    time::{Moment, study_day},
};
use chrono::{Months, NaiveDate};

/// After how many months somebody is asked what has changed, once.
const FOLLOWED_UP_AFTER: Months = Months::new(3);

/// A day that the person took part in.
#[derive(Clone, Debug, PartialEq)]
pub struct Attendance {
    /// Its name.
    pub id: AttendanceId,
    pub invited: InvitedTo,
    /// This phone's name in what it passes on.
    pub sender: SenderTag,
    /// What was said of each statement, in the order of the statements.
    pub heard: Vec<Heard>,
    pub scribed: Scribed,
    pub thoughts: Thoughts,
    pub joined: Moment,
    /// When it was over for the person, and their answers went into their revision.
    pub left: Option<Moment>,
    /// What has changed since.
    pub since: Since,
    /// When they had said that.
    pub followed_up: Option<Moment>,
}

/// What a person is invited to.
#[derive(Clone, Debug, PartialEq)]
pub struct InvitedTo {
    pub event: EventTag,
    pub title: String,
    pub organisers: String,
    pub venue: String,
    pub day: Option<NaiveDate>,
    /// How long it takes, and how much of that is learned together with others, in minutes.
    pub minutes: u16,
    pub participatory: u16,
    /// How many questions the tables talk about.
    pub prompts: u8,
    pub outcomes: Vec<EventOutcome>,
    pub statements: Vec<Asked>,
}

/// A part of what is said of a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saying {
    /// What it is, before talking.
    First(Verdict),
    /// What it is, after talking.
    Second(Verdict),
    /// How sure of that.
    Sure(Sureness),
}

/// What a person wrote down for their table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scribed {
    /// As the room calls the table.
    pub table: String,
    /// What it said to each question, in the order of the questions.
    pub notes: Vec<String>,
}

/// What a person thought of the day at its end.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Thoughts {
    /// How confident of each outcome before and after, in the order of the outcomes.
    pub ratings: Vec<BeforeAndAfter>,
    pub useful: String,
    pub differently: String,
    pub barrier: String,
}

/// What has changed since, three months on.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Since {
    /// How confident of each outcome now, in the order of the outcomes.
    pub ratings: Vec<Option<Rating>>,
    pub changed: String,
}

impl Attendance {
    /// Somebody who has just come.
    #[must_use]
    pub fn new(id: AttendanceId, sender: SenderTag, invited: InvitedTo, joined: Moment) -> Self {
        let heard = vec![Heard::default(); invited.statements.len()];
        let scribed = Scribed { notes: vec![String::new(); invited.prompts.into()], ..Scribed::default() };
        let thoughts =
            Thoughts { ratings: vec![(None, None); invited.outcomes.len()], ..Thoughts::default() };
        let since = Since { ratings: vec![None; invited.outcomes.len()], ..Since::default() };
        Self { id, invited, sender, heard, scribed, thoughts, joined, left: None, since, followed_up: None }
    }

    /// What was said of the statements, as it is handed in.
    #[must_use]
    pub fn answers(&self) -> Answers {
        Answers { event: self.invited.event, sender: self.sender, heard: self.heard.clone() }
    }

    /// What their table said to one question, as it is handed in; none where nothing was written.
    #[must_use]
    pub fn table_note(&self, prompt: u8) -> Option<TableNote> {
        let text = self.scribed.notes.get(usize::from(prompt)).filter(|it| !it.trim().is_empty())?;
        let (table, text) = (self.scribed.table.clone(), text.clone());
        Some(TableNote { event: self.invited.event, sender: self.sender, prompt, table, text })
    }

    /// What was thought of the day, as it is handed in.
    #[must_use]
    pub fn evaluation(&self) -> Evaluation {
        let Thoughts { ratings, useful, differently, barrier } = self.thoughts.clone();
        Evaluation { event: self.invited.event, sender: self.sender, ratings, differently, barrier, useful }
    }

    /// What has changed since, as it is handed in; none before it was said.
    #[must_use]
    pub fn follow_up(&self) -> Option<FollowUp> {
        self.followed_up?;
        let Since { ratings, changed } = self.since.clone();
        Some(FollowUp { event: self.invited.event, sender: self.sender, ratings, changed })
    }

    /// The same, with what only `other` says wherever this says nothing: nothing that was written is lost.
    #[must_use]
    pub fn filled_from(&self, other: &Self) -> Self {
        let mut it = self.clone();
        for (heard, other) in it.heard.iter_mut().zip(&other.heard) {
            heard.first = heard.first.or(other.first);
            heard.second = heard.second.or(other.second);
            heard.sure = heard.sure.or(other.sure);
        }
        for (both, other) in it.thoughts.ratings.iter_mut().zip(&other.thoughts.ratings) {
            *both = (both.0.or(other.0), both.1.or(other.1));
        }
        for (rating, other) in it.since.ratings.iter_mut().zip(&other.since.ratings) {
            *rating = rating.or(*other);
        }
        let notes = it.scribed.notes.iter_mut().zip(&other.scribed.notes);
        let thoughts = [
            (&mut it.thoughts.useful, &other.thoughts.useful),
            (&mut it.thoughts.differently, &other.thoughts.differently),
            (&mut it.thoughts.barrier, &other.thoughts.barrier),
            (&mut it.since.changed, &other.since.changed),
            (&mut it.scribed.table, &other.scribed.table),
        ];
        for (text, other) in thoughts.into_iter().chain(notes) {
            if text.trim().is_empty() {
                text.clone_from(other);
            }
        }
        it
    }

    /// How many statements have an answer.
    #[must_use]
    pub fn answered(&self) -> usize {
        self.heard.iter().filter(|it| it.first.is_some() || it.second.is_some()).count()
    }

    /// Whether it is time to ask what has changed: three months on, and once.
    #[must_use]
    pub fn is_to_be_followed_up(&self, now: Moment) -> bool {
        let since = self.invited.day.unwrap_or_else(|| study_day(self.joined));
        let due = since.checked_add_months(FOLLOWED_UP_AFTER);
        self.left.is_some() && self.followed_up.is_none() && due.is_some_and(|due| due <= study_day(now))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::StatementId;
    use chrono::DateTime;

    fn part(text: &str, first: Option<Verdict>) -> Attendance {
        let invited = InvitedTo {
            event: EventTag::from_entropy([1; 6]),
            title: "A day".into(),
            organisers: String::new(),
            venue: String::new(),
            day: None,
            minutes: 60,
            participatory: 30,
            prompts: 1,
            outcomes: vec![EventOutcome::Own("Ask.".into())],
            statements: vec![Asked::Pack(StatementId::new("event", "one-off"))],
        };
        let joined = DateTime::parse_from_rfc3339("2026-12-10T09:30:00+00:00").unwrap();
        let id = AttendanceId::from_entropy([1; 16]);
        let mut it = Attendance::new(id, SenderTag::from_entropy([1; 3]), invited, joined);
        it.heard[0].first = first;
        it.scribed.notes[0] = text.into();
        it.thoughts.ratings[0].1 = Rating::of_ten(8);
        it
    }

    #[test]
    fn what_only_the_other_says_is_taken_and_what_both_say_stays() {
        let (ours, theirs) = (part("Time.", None), part("Staff.", Some(Verdict::Myth)));
        let both = ours.filled_from(&theirs);
        assert_eq!(both.scribed.notes, ["Time."], "nothing that was written is lost");
        assert_eq!(both.heard[0].first, Some(Verdict::Myth));
        assert_eq!(part(" ", None).filled_from(&theirs).scribed.notes, ["Staff."]);
        assert_eq!(theirs.filled_from(&theirs), theirs);
    }
}
