//! The history of every answer, which only grows, and what follows from it for each card.
use super::{
    cards::CardId,
    ids::CardHistoryId,
    memory::{Grade, Memory},
    quiz::Sureness,
    time::{Moment, study_day},
};
use chrono::NaiveDate;

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

/// One answer to a card.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Review {
    pub at: Moment,
    pub outcome: Outcome,
    /// The person took the answer back: it stands in the history and counts for nothing.
    pub taken_back: bool,
}

/// Everything that was answered about one card. One record each: an answer writes little, and a card's name stands on
/// disk once.
#[derive(Clone, Debug, PartialEq)]
pub struct CardHistory {
    /// Its name.
    pub id: CardHistoryId,
    pub card: CardId,
    /// Every answer, in the order in which they were given. None is ever removed.
    pub reviews: Vec<Review>,
    /// The number of its card.
    number: u64,
    known: Option<Known>,
}

/// What follows from the answers to a card that count.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Known {
    pub first: Review,
    pub last: Review,
    /// The study day of the last answer.
    pub last_day: NaiveDate,
    /// How it is remembered after the last answer.
    pub memory: Memory,
}

/// Everything that was answered.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    /// In the order of their cards' numbers.
    cards: Vec<CardHistory>,
    /// Taken in, and not put in order yet.
    incoming: Vec<CardHistory>,
}

impl Outcome {
    /// All of them.
    pub const ALL: [Self; 10] = [
        Self::Right(Sureness::Guess),
        Self::Right(Sureness::FairlySure),
        Self::Right(Sureness::Certain),
        Self::Wrong(Sureness::Guess),
        Self::Wrong(Sureness::FairlySure),
        Self::Wrong(Sureness::Certain),
        Self::AtOnce,
        Self::Recalled,
        Self::Partly,
        Self::Forgot,
    ];

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

impl Review {
    /// Where it stands among the others in time. Two of the same instant must have an order too, or what follows from
    /// them would depend on which device they were given on.
    fn order(&self) -> (Moment, i32, Outcome) {
        (self.at, self.at.offset().local_minus_utc(), self.outcome)
    }
}

impl CardHistory {
    /// A card with these answers.
    #[must_use]
    pub fn new(id: CardHistoryId, card: CardId, reviews: Vec<Review>) -> Self {
        let (number, known) = (card.number(), known(&reviews));
        Self { id, card, reviews, number, known }
    }

    /// The number of its card.
    pub(super) const fn number(&self) -> u64 {
        self.number
    }

    /// Where it stands among the others. Where two are of one card, the one whose name comes first is meant.
    fn place(&self) -> (u64, &CardId, CardHistoryId) {
        (self.number, &self.card, self.id)
    }

    /// What follows from the answers; none where every one was taken back.
    #[must_use]
    pub const fn known(&self) -> Option<&Known> {
        self.known.as_ref()
    }

    /// The answers that count, the oldest first.
    #[must_use]
    pub fn counted(&self) -> Vec<Review> {
        counted(&self.reviews)
    }

    /// How often it was asked on `day`.
    #[must_use]
    pub fn asked_on(&self, day: NaiveDate) -> usize {
        self.reviews.iter().filter(|it| !it.taken_back && study_day(it.at) == day).count()
    }
}

fn counted(reviews: &[Review]) -> Vec<Review> {
    let mut counted: Vec<_> = reviews.iter().filter(|it| !it.taken_back).copied().collect();
    // They nearly always are in the order of time.
    if !counted.is_sorted_by_key(Review::order) {
        counted.sort_by_key(Review::order);
    }
    counted
}

/// Answer after answer in the order of time, by study days; a clock that went back stands still.
fn known(reviews: &[Review]) -> Option<Known> {
    let counted = counted(reviews);
    let (first, rest) = counted.split_first()?;
    let begun = Known {
        first: *first,
        last: *first,
        last_day: study_day(first.at),
        memory: Memory::first(first.outcome.grade()),
    };
    let add = |known: Known, review: &Review| {
        let day = study_day(review.at);
        let days = u32::try_from((day - known.last_day).num_days()).unwrap_or(0);
        let memory = known.memory.after(days, review.outcome.grade());
        Known { last: *review, last_day: day, memory, ..known }
    };
    Some(rest.iter().fold(begun, add))
}

impl History {
    /// What was answered about one card, if anything was.
    #[must_use]
    pub fn of(&self, card: &CardId) -> Option<&CardHistory> {
        let number = card.number();
        let at = self.cards.partition_point(|it| (it.number, &it.card) < (number, card));
        self.cards.get(at).filter(|it| it.card == *card)
    }

    /// What follows from the answers to one card that count, if there are any.
    #[must_use]
    pub fn known(&self, card: &CardId) -> Option<&Known> {
        self.of(card)?.known()
    }

    /// Every card that was asked, in no order that means anything.
    pub fn cards(&self) -> impl Iterator<Item = &CardHistory> {
        self.cards.iter()
    }

    /// The record of this name.
    #[must_use]
    pub fn record(&self, id: CardHistoryId) -> Option<&CardHistory> {
        self.cards.iter().find(|it| it.id == id)
    }

    /// Takes a record in, in place of the one of the same name. [`History::settle`] must follow.
    pub(super) fn put(&mut self, it: CardHistory) {
        self.incoming.push(it);
    }

    /// Takes a record out.
    pub(super) fn remove(&mut self, id: CardHistoryId) {
        self.settle();
        self.cards.retain(|it| it.id != id);
    }

    /// Puts in order what was taken in: all at once, when all that is on disk comes in.
    pub(super) fn settle(&mut self) {
        let incoming = std::mem::take(&mut self.incoming);
        if incoming.len() > 1 && self.cards.is_empty() {
            self.cards = incoming;
            self.cards.sort_unstable_by(|a, b| a.place().cmp(&b.place()));
            return;
        }
        for it in incoming {
            match self.cards.binary_search_by(|known| known.place().cmp(&it.place())) {
                Ok(at) => self.cards[at] = it,
                Err(at) => self.cards.insert(at, it),
            }
        }
    }
}
