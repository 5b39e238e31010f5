//! What to revise today: the cards that are due, a few new ones, and no more than the person has time for.
//!
//! Nothing is ever moved. When a card is due follows from its answers alone; how many are asked on a day is a choice,
//! and the rest wait.
use super::{
    cards::{CardId, Deck, Kind},
    memory::Retention,
    reviews::{CardHistory, History, Known, Review},
    time::{Moment, study_day},
};
use chrono::{Days, NaiveDate};
use std::hash::{DefaultHasher, Hash, Hasher};

/// A card that was not known is asked again on the same day, but no more than this often.
const ASKED_A_DAY: usize = 2;

/// How long an answer takes, in seconds, with reading why.
const SECONDS_A_CARD: usize = 12;

/// How much a person wants to revise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pace {
    /// The share of cards that should still be remembered when they are asked.
    pub retention: Retention,
    /// How many cards are asked on a day.
    pub cards_a_day: u16,
    /// How many of them may be new.
    pub new_a_day: u16,
    /// The kinds that are not asked.
    pub left_out: Vec<Kind>,
}

impl Default for Pace {
    fn default() -> Self {
        Self { retention: Retention::default(), cards_a_day: 12, new_a_day: 5, left_out: vec![] }
    }
}

impl Pace {
    /// How many cards a day can be chosen.
    pub const CARDS_A_DAY: [u16; 5] = [6, 12, 20, 40, 100];

    /// How many new ones a day can be chosen.
    pub const NEW_A_DAY: [u16; 5] = [0, 2, 5, 10, 20];

    fn asks(&self, card: &CardId) -> bool {
        !self.left_out.contains(&card.kind())
    }
}

/// Days over which what was left for long is caught up with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CatchUp {
    pub first: NaiveDate,
    pub last: NaiveDate,
}

impl CatchUp {
    /// Days from `today` on.
    #[must_use]
    pub fn over(days: u32, today: NaiveDate) -> Self {
        let last = today.checked_add_days(Days::new(u64::from(days.max(1)) - 1)).unwrap_or(today);
        Self { first: today, last }
    }

    /// How many days are left, `today` with them; none before it begins and when it is over.
    #[must_use]
    pub fn days_left(self, today: NaiveDate) -> usize {
        match self.first <= today && today <= self.last {
            true => usize::try_from((self.last - today).num_days()).map_or(0, |days| days + 1),
            false => 0,
        }
    }
}

/// What is asked today.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Queue {
    /// Due and within today's share, in the order in which they are asked.
    pub due: Vec<CardId>,
    /// New, after those.
    pub new: Vec<CardId>,
    /// Due as well, beyond today's share.
    pub waiting: usize,
    /// How many cards were answered today.
    pub answered: usize,
    /// Those of them that were not known, once more when nothing else is left.
    pub again: Vec<CardId>,
}

impl Queue {
    /// The card to ask next.
    #[must_use]
    pub fn next(&self) -> Option<&CardId> {
        self.due.iter().chain(&self.new).chain(&self.again).next()
    }

    /// How many cards are left for today.
    #[must_use]
    pub fn left(&self) -> usize {
        self.due.len() + self.new.len() + self.again.len()
    }

    /// How many cards there are today, with those that were answered: one that is asked once more is not another one.
    #[must_use]
    pub fn all(&self) -> usize {
        self.answered + self.due.len() + self.new.len()
    }
}

/// About how many minutes it takes to answer so many cards.
#[must_use]
pub const fn minutes_for(cards: usize) -> usize {
    (cards * SECONDS_A_CARD).div_ceil(60)
}

/// Everything that decides what is due.
#[derive(Clone, Copy)]
pub struct Revision<'a> {
    pub history: &'a History,
    pub deck: &'a Deck,
    pub pace: &'a Pace,
    pub catch_up: Option<CatchUp>,
}

/// Why a card is due when it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Why {
    pub last: Review,
    /// How many days after the last answer it is due.
    pub interval: u32,
    pub due: NaiveDate,
    /// The chance, from 0 to 1, that it is remembered today.
    pub chance: f32,
}

/// When a card is due, seen from `today`; none where no answer to it counts.
#[must_use]
pub fn due_day(history: &CardHistory, retention: Retention, today: NaiveDate) -> Option<NaiveDate> {
    let known = history.known()?;
    if !known.last.outcome.is_right()
        && known.last_day >= today
        && history.asked_on(known.last_day) < ASKED_A_DAY
    {
        return Some(today);
    }
    let interval = Days::new(u64::from(known.memory.interval(retention)));
    // A clock that was a year ahead must not hide a card for a year.
    known.last_day.min(today).checked_add_days(interval)
}

/// Why a card is due when it is; none where no answer to it counts.
#[must_use]
pub fn why(history: &CardHistory, retention: Retention, today: NaiveDate) -> Option<Why> {
    let known = history.known()?;
    Some(Why {
        last: known.last,
        interval: known.memory.interval(retention),
        due: due_day(history, retention, today)?,
        chance: known.chance_on(today),
    })
}

impl Known {
    /// The chance, from 0 to 1, that it is remembered on `day`.
    #[must_use]
    pub fn chance_on(&self, day: NaiveDate) -> f32 {
        self.memory.chance(u32::try_from((day - self.last_day).num_days()).unwrap_or(0))
    }
}

impl Revision<'_> {
    /// What is asked at `now`; `more` cards beyond the share of the day, when the person asks for them.
    #[must_use]
    pub fn queue(&self, now: Moment, more: usize) -> Queue {
        let today = study_day(now);
        let (mut answered, mut begun) = (0, 0);
        for known in self.history.cards().filter_map(CardHistory::known).filter(|it| it.last_day == today) {
            answered += 1;
            begun += usize::from(study_day(known.first.at) == today);
        }
        let mut due: Vec<(Urgency, &CardId)> = vec![];
        let mut again = vec![];
        for (asked, known) in self.asked() {
            if due_day(asked, self.pace.retention, today).is_some_and(|day| day <= today) {
                let of_day = if known.last_day == today { &mut again } else { &mut due };
                of_day.push((urgency(asked.number(), known, today), &asked.card));
            }
        }
        due.sort_unstable();
        again.sort_unstable();
        let days_left = self.catch_up.map_or(0, |it| it.days_left(today));
        let share = match days_left {
            0 => usize::from(self.pace.cards_a_day),
            // What was answered today belongs to the share of today.
            days => (due.len() + answered).div_ceil(days),
        };
        let room = share.saturating_sub(answered) + more;
        let asked = due.len().min(room);
        let new_room = match days_left {
            0 => usize::from(self.pace.new_a_day).saturating_sub(begun) + more,
            _ => more,
        };
        let new = self.deck.iter().filter(|card| self.pace.asks(card) && self.history.known(card).is_none());
        Queue {
            waiting: due.len() - asked,
            due: due.into_iter().take(asked).map(|(_, card)| card.clone()).collect(),
            new: new.take(new_room.min(room - asked)).cloned().collect(),
            answered,
            again: again.into_iter().map(|(_, card)| card.clone()).collect(),
        }
    }

    /// How many cards are asked on each of `days` days from `today` on, if what is due now is spread over them.
    #[must_use]
    pub fn spread(&self, today: NaiveDate, days: usize) -> Vec<usize> {
        let mut waiting = 0;
        let falling_due = self.forecast(today, days);
        let share = |(day, due): (usize, &usize)| {
            waiting += due;
            let share = usize::div_ceil(waiting, days - day);
            waiting -= share;
            share
        };
        falling_due.iter().enumerate().map(share).collect()
    }

    /// How many cards fall due on each of `days` days from `today` on; what is overdue falls due today.
    #[must_use]
    pub fn forecast(&self, today: NaiveDate, days: usize) -> Vec<usize> {
        let mut counts = vec![0; days];
        for (asked, _) in self.asked() {
            let due = due_day(asked, self.pace.retention, today).unwrap_or(NaiveDate::MAX);
            let ahead = usize::try_from((due - today).num_days()).unwrap_or(0);
            if let Some(count) = counts.get_mut(ahead) {
                *count += 1;
            }
        }
        counts
    }

    /// Whether more is due than the person has time for: it is worth spreading.
    #[must_use]
    pub fn has_piled_up(&self, today: NaiveDate) -> bool {
        let due = self.forecast(today, 1)[0];
        let is_spread = self.catch_up.is_some_and(|it| it.days_left(today) > 0);
        !is_spread && due > 2 * usize::from(self.pace.cards_a_day)
    }

    /// The cards that were answered before, are at hand and are not left out. Both lists are in the order of the cards, so
    /// one walk along them tells.
    fn asked(&self) -> impl Iterator<Item = (&CardHistory, &Known)> {
        self.history.cards().filter_map(|it| {
            let known = it.known()?;
            let is_asked = self.pace.asks(&it.card) && self.deck.has(&it.card, it.number());
            is_asked.then_some((it, known))
        })
    }
}

/// The smallest is asked first: what was sure and wrong, then what is the least forgotten (so that as little as can be
/// is lost while the rest wait).
type Urgency = (u8, u32, u64);

fn urgency(number: u64, known: &Known, today: NaiveDate) -> Urgency {
    let sure_but_wrong = known.last.outcome.is_sure_but_wrong();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a chance lies between 0 and 1"
    )]
    let forgotten = ((1.0 - known.chance_on(today)) * 1e6) as u32;
    (u8::from(!sure_but_wrong), forgotten, shuffled(number, today))
}

/// Spreads what would stand together: the same all day, and another way the next day.
fn shuffled(number: u64, today: NaiveDate) -> u64 {
    let mut hasher = DefaultHasher::new();
    (number, today).hash(&mut hasher);
    hasher.finish()
}
