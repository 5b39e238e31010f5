//! The history of every answer, which only grows, and what follows from it for each card.
use super::{
    cards::CardId,
    ids::StudyDayId,
    memory::{Grade, Memory},
    quiz::Sureness,
    table::{Identified, Table},
    time::{Moment, study_day},
};
use chrono::NaiveDate;

/// How many answers one record holds before the next is begun: each answer writes its record anew.
pub const REVIEWS_A_RECORD: usize = 200;

/// What came of asking a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// It was answered rightly, so surely.
    Right(Sureness),
    /// It was answered wrongly, so surely.
    Wrong(Sureness),
    /// It was recalled at once.
    AtOnce,
    /// It was recalled.
    Recalled,
    /// A part of it was.
    Partly,
    /// It was not recalled.
    Forgot,
}

/// A card that was asked, and what came of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Review {
    pub card: CardId,
    pub at: Moment,
    pub outcome: Outcome,
    /// The person took the answer back: it stands in the history and counts for nothing.
    pub taken_back: bool,
}

/// Answers of one study day, in the order in which they were given.
#[derive(Clone, Debug, PartialEq)]
pub struct StudyDay {
    /// Its name.
    pub id: StudyDayId,
    /// The day, which turns at four in the morning.
    pub day: NaiveDate,
    pub reviews: Vec<Review>,
}

/// One answer to a card.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Seen {
    pub at: Moment,
    pub outcome: Outcome,
}

/// Everything that was answered about one card.
#[derive(Clone, Debug, PartialEq)]
pub struct CardHistory {
    pub card: CardId,
    /// The answers that count, the oldest first.
    pub seen: Vec<Seen>,
    memory: Memory,
    is_stale: bool,
}

/// Everything that was answered.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    days: Table<StudyDay>,
    /// In the order of the cards.
    cards: Vec<CardHistory>,
}

impl Outcome {
    /// What an answer came to: a guess that was right is remembered with doubt, a wrong one not at all.
    #[must_use]
    pub const fn grade(self) -> Grade {
        match self {
            Self::Right(Sureness::Guess) | Self::Partly => Grade::Hard,
            Self::Right(Sureness::FairlySure) | Self::Recalled => Grade::Good,
            Self::Right(Sureness::Certain) | Self::AtOnce => Grade::Easy,
            Self::Wrong(_) | Self::Forgot => Grade::Again,
        }
    }

    /// What came of an answer that was right or not, and how sure the person was of it.
    #[must_use]
    pub const fn of(is_right: bool, sure: Sureness) -> Self {
        if is_right { Self::Right(sure) } else { Self::Wrong(sure) }
    }

    /// Whether the person was certain, and wrong: what is the best worth learning.
    #[must_use]
    pub const fn is_sure_but_wrong(self) -> bool {
        matches!(self, Self::Wrong(Sureness::Certain))
    }

    /// Whether it counts as known.
    #[must_use]
    pub const fn is_right(self) -> bool {
        !matches!(self.grade(), Grade::Again)
    }
}

impl Identified for StudyDay {
    type Id = StudyDayId;

    fn id(&self) -> StudyDayId {
        self.id
    }
}

/// How many study days lie between two moments; none when the clock went back.
fn days_between(earlier: Moment, later: Moment) -> u32 {
    u32::try_from((study_day(later) - study_day(earlier)).num_days()).unwrap_or(0)
}

impl Seen {
    /// Where it stands among the others. Two of the same instant must have an order too, or it would depend on the order
    /// in which records are read.
    fn order(&self) -> (Moment, i32, Outcome) {
        (self.at, self.at.offset().local_minus_utc(), self.outcome)
    }
}

impl CardHistory {
    fn begin(card: CardId, seen: Seen) -> Self {
        Self { card, memory: Memory::first(seen.outcome.grade()), seen: vec![seen], is_stale: false }
    }

    /// The last answer.
    #[must_use]
    pub fn last(&self) -> Seen {
        *self.seen.last().expect("a card without an answer has no history")
    }

    /// The study day of the last answer.
    #[must_use]
    pub fn last_day(&self) -> NaiveDate {
        study_day(self.last().at)
    }

    /// How it is remembered after the last answer.
    #[must_use]
    pub const fn memory(&self) -> Memory {
        self.memory
    }

    /// How often it was asked on `day`.
    #[must_use]
    pub fn asked_on(&self, day: NaiveDate) -> usize {
        self.seen.iter().rev().filter(|it| study_day(it.at) == day).count()
    }

    fn add(&mut self, seen: Seen) {
        if self.seen.last().is_none_or(|last| last.order() <= seen.order()) {
            if let Some(last) = self.seen.last().filter(|_| !self.is_stale) {
                self.memory = self.memory.after(days_between(last.at, seen.at), seen.outcome.grade());
            }
            self.seen.push(seen);
        } else {
            let at = self.seen.partition_point(|it| it.order() <= seen.order());
            self.seen.insert(at, seen);
            self.is_stale = true;
        }
    }

    fn settle(&mut self) {
        if !std::mem::take(&mut self.is_stale) {
            return;
        }
        let mut before: Option<Seen> = None;
        for seen in &self.seen {
            let grade = seen.outcome.grade();
            self.memory = match before {
                None => Memory::first(grade),
                Some(last) => self.memory.after(days_between(last.at, seen.at), grade),
            };
            before = Some(*seen);
        }
    }
}

impl History {
    /// What was answered about one card, if anything was.
    #[must_use]
    pub fn of(&self, card: &CardId) -> Option<&CardHistory> {
        self.place(card).ok().map(|at| &self.cards[at])
    }

    /// Every card that was answered, in their order.
    pub fn cards(&self) -> impl Iterator<Item = &CardHistory> {
        self.cards.iter()
    }

    /// The records of the days, in no particular order.
    pub fn days(&self) -> impl Iterator<Item = &StudyDay> {
        self.days.iter()
    }

    /// One record.
    #[must_use]
    pub fn day(&self, id: StudyDayId) -> Option<&StudyDay> {
        self.days.get(id)
    }

    /// The record of `day` that has room for another answer.
    #[must_use]
    pub fn open_day(&self, day: NaiveDate) -> Option<&StudyDay> {
        self.days.iter().find(|it| it.day == day && it.reviews.len() < REVIEWS_A_RECORD)
    }

    /// The record that holds the answer given to `card` at `at`, and its place in it.
    #[must_use]
    pub fn find(&self, card: &CardId, at: Moment) -> Option<(&StudyDay, usize)> {
        let day = study_day(at);
        self.days.iter().filter(|it| it.day == day).find_map(|it| {
            let place = it.reviews.iter().position(|review| review.card == *card && review.at == at)?;
            Some((it, place))
        })
    }

    /// Takes a record in, in place of the one of the same name. [`History::settle`] must follow.
    pub(super) fn put(&mut self, day: StudyDay) {
        let known = match self.days.get(day.id) {
            // Nearly always it only grew.
            Some(old) if day.reviews.starts_with(&old.reviews) => old.reviews.len(),
            Some(_) => {
                self.remove(day.id);
                0
            }
            None => 0,
        };
        for review in day.reviews.iter().skip(known).filter(|it| !it.taken_back) {
            let seen = Seen { at: review.at, outcome: review.outcome };
            match self.place(&review.card) {
                // The same answer can lie in two records, when a backup was taken in.
                Ok(at) if self.cards[at].seen.contains(&seen) => {}
                Ok(at) => self.cards[at].add(seen),
                Err(at) => self.cards.insert(at, CardHistory::begin(review.card.clone(), seen)),
            }
        }
        self.days.put(day);
    }

    /// Takes a record out. [`History::settle`] must follow.
    pub(super) fn remove(&mut self, id: StudyDayId) {
        let Some(old) = self.days.get(id).cloned() else { return };
        self.days.remove(id);
        for review in old.reviews.iter().filter(|it| !it.taken_back) {
            let seen = Seen { at: review.at, outcome: review.outcome };
            let elsewhere =
                self.find(&review.card, review.at).is_some_and(|(day, at)| !day.reviews[at].taken_back);
            let Ok(at) = self.place(&review.card) else { continue };
            if elsewhere {
                continue;
            }
            self.cards[at].seen.retain(|it| *it != seen);
            self.cards[at].is_stale = true;
            if self.cards[at].seen.is_empty() {
                self.cards.remove(at);
            }
        }
    }

    /// Works out anew what was not answered in the order of time.
    pub(super) fn settle(&mut self) {
        self.cards.iter_mut().for_each(CardHistory::settle);
    }

    fn place(&self, card: &CardId) -> Result<usize, usize> {
        self.cards.binary_search_by(|it| it.card.cmp(card))
    }
}
