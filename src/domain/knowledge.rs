//! What a person knows, with how unsure that is, and how much of it they remembered when they were asked again.
use super::{
    cards::CardId,
    reviews::{History, Review},
    time::study_day,
};
use chrono::{Datelike, NaiveDate};

/// Nine in ten values of a normal distribution lie within so many standard deviations.
const NINE_IN_TEN: f64 = 1.645;

/// How much of some cards is known today.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Knowledge {
    /// How many cards there are.
    pub cards: usize,
    /// How many of them were asked.
    pub asked: usize,
    /// How many of those are known, most likely.
    pub likely: usize,
    /// Nine times in ten as few as this are.
    pub least: usize,
    /// Nine times in ten as many as this are.
    pub most: usize,
}

impl Knowledge {
    /// Of `cards`, as `history` tells on `today`. Each card is known with the chance that the schedule gives it; the range
    /// is that of the sum of such chances (Poisson binomial), taken for normal.
    #[must_use]
    pub fn of<'a>(cards: impl Iterator<Item = &'a CardId>, history: &History, today: NaiveDate) -> Self {
        let (mut all, mut asked, mut mean, mut variance) = (0, 0, 0.0, 0.0);
        for card in cards {
            all += 1;
            if let Some(known) = history.known(card) {
                let chance = match known.last.outcome.is_right() {
                    true => f64::from(known.chance_on(today)),
                    false => 0.0,
                };
                asked += 1;
                mean += chance;
                variance += chance * (1.0 - chance);
            }
        }
        let spread = NINE_IN_TEN * f64::sqrt(variance);
        Self {
            cards: all,
            asked,
            likely: whole(mean),
            least: whole((mean - spread).floor()),
            most: whole((mean + spread).ceil()).min(asked),
        }
    }
}

/// What was remembered in one month, of the cards that were asked again.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Remembered {
    /// The first day of the month.
    pub month: NaiveDate,
    /// How many were asked again.
    pub asked: usize,
    /// How many of them were right.
    pub right: usize,
    /// The share that was right, in percent: nine times in ten it is no less than this.
    pub least: usize,
    /// And no more than this.
    pub most: usize,
}

/// Month by month, the first first: the first answer of a day to a card that was answered on an earlier one. What is new,
/// and what is asked twice on a day, tells nothing of remembering.
#[must_use]
pub fn remembered(history: &History) -> Vec<Remembered> {
    let mut months: Vec<(NaiveDate, usize, usize)> = vec![];
    for card in history.cards() {
        let answers = card.counted();
        let again = answers.windows(2).filter(|pair| study_day(pair[1].at) > study_day(pair[0].at));
        for Review { at, outcome, .. } in again.map(|pair| pair[1]) {
            let day = study_day(at);
            let month = day.with_day(1).unwrap_or(day);
            let place = months.binary_search_by_key(&month, |it| it.0).unwrap_or_else(|place| {
                months.insert(place, (month, 0, 0));
                place
            });
            months[place].1 += 1;
            months[place].2 += usize::from(outcome.is_right());
        }
    }
    let told = |(month, asked, right)| {
        let (least, most) = wilson(right, asked);
        Remembered { month, asked, right, least, most }
    };
    months.into_iter().map(told).collect()
}

/// The range of a share in percent, nine times in ten (Wilson 1927).
#[expect(clippy::cast_precision_loss, reason = "answers are far fewer than an f64 can count")]
fn wilson(right: usize, asked: usize) -> (usize, usize) {
    let (n, share, z) = (asked as f64, right as f64 / asked as f64, NINE_IN_TEN);
    let middle = (share + z * z / (2.0 * n)) / (1.0 + z * z / n);
    let spread = z / (1.0 + z * z / n) * f64::sqrt(share * (1.0 - share) / n + z * z / (4.0 * n * n));
    (whole((middle - spread) * 100.0), whole((middle + spread) * 100.0).min(100))
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "it is a small number, not below 0"
)]
fn whole(it: f64) -> usize {
    it.round().max(0.0) as usize
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        ids::{CardHistoryId, StatementId},
        quiz::Sureness,
        reviews::{CardHistory, Outcome},
        time::{Moment, parse_date},
    };

    const RIGHT: Outcome = Outcome::Right(Sureness::Certain);
    const WRONG: Outcome = Outcome::Wrong(Sureness::Certain);

    fn card(n: u8) -> CardId {
        CardId::Statement(StatementId::new("event", &format!("n{n}")))
    }

    fn at(text: &str) -> Moment {
        chrono::DateTime::parse_from_rfc3339(text).unwrap()
    }

    fn history(cards: &[&[(&str, Outcome)]]) -> History {
        let mut history = History::default();
        for (n, answers) in (0..).zip(cards) {
            let review = |(when, outcome): &(&str, Outcome)| Review {
                at: at(&format!("{when}T12:00:00+00:00")),
                outcome: *outcome,
                taken_back: false,
            };
            let reviews = answers.iter().map(review).collect();
            history.put(CardHistory::new(CardHistoryId::from_entropy([n; 16]), card(n), reviews));
        }
        history.settle();
        history
    }

    #[test]
    fn what_was_just_answered_is_known_and_what_was_wrong_is_not() {
        let history = history(&[&[("2026-11-25", RIGHT)], &[("2026-11-25", WRONG)]]);
        let cards = [card(0), card(1), card(2)];
        let today = parse_date("2026-11-25").unwrap();
        let known = Knowledge::of(cards.iter(), &history, today);
        assert_eq!(known, Knowledge { cards: 3, asked: 2, likely: 1, least: 1, most: 1 });
    }

    #[test]
    fn with_time_it_becomes_less_sure() {
        let answers: &[(&str, Outcome)] = &[("2026-11-25", RIGHT)];
        let history = history(&[answers; 10]);
        let cards: Vec<_> = (0..10).map(card).collect();
        let on = |day| {
            let known = Knowledge::of(cards.iter(), &history, parse_date(day).unwrap());
            (known.least, known.likely, known.most)
        };
        assert_eq!(on("2026-11-25"), (10, 10, 10));
        assert_eq!(on("2026-12-03"), (7, 9, 10));
        assert_eq!(on("2027-11-25"), (2, 6, 9));
    }

    #[test]
    fn only_what_is_asked_again_on_another_day_tells_of_remembering() {
        let told = remembered(&history(&[
            &[("2026-10-01", WRONG), ("2026-10-01", RIGHT), ("2026-10-09", RIGHT), ("2026-11-20", WRONG)],
            &[("2026-11-01", RIGHT), ("2026-11-09", RIGHT)],
        ]));
        let counted: Vec<_> = told.iter().map(|it| (it.month.to_string(), it.right, it.asked)).collect();
        assert_eq!(counted, [("2026-10-01".into(), 1, 1), ("2026-11-01".into(), 1, 2)]);
        assert_eq!((told[1].least, told[1].most), (12, 88), "two answers tell little");
    }
}
