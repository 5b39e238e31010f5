//! The answers to one card on disk, column by column: there are more of them than of anything else, and all are read when
//! the app is opened.
use crate::domain::{
    ids::CardHistoryId,
    quiz::Sureness,
    reviews::{CardHistory, Outcome, Review},
    time::moment,
};
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct CardHistoryV1 {
    v: u32,
    card: String,
    /// When each was given, in milliseconds: the first since 1970, every other one since the one before it.
    at: Vec<i64>,
    /// The wall clock's distance from UTC in minutes: from which answer on, and how far.
    zones: Vec<(usize, i32)>,
    /// What came of each, a letter each.
    outcomes: String,
    /// The places of those that were taken back.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    taken_back: Vec<usize>,
}

super::versions!(CardHistory, CardHistoryV1);

impl From<&CardHistory> for CardHistoryV1 {
    fn from(it: &CardHistory) -> Self {
        let mut doc = Self {
            v: 1,
            card: it.card.to_string(),
            at: vec![],
            zones: vec![],
            outcomes: String::new(),
            taken_back: vec![],
        };
        let mut before = 0;
        for (place, review) in it.reviews.iter().enumerate() {
            let (ms, minutes) = (review.at.timestamp_millis(), review.at.offset().local_minus_utc() / 60);
            doc.at.push(ms - before);
            before = ms;
            if doc.zones.last().is_none_or(|(_, last)| *last != minutes) {
                doc.zones.push((place, minutes));
            }
            doc.outcomes.push(letter(review.outcome));
            if review.taken_back {
                doc.taken_back.push(place);
            }
        }
        doc
    }
}

impl CardHistoryV1 {
    fn into_domain(self, id: [u8; 16]) -> Option<CardHistory> {
        if self.outcomes.len() != self.at.len() {
            return None;
        }
        let mut zones = self.zones.into_iter().peekable();
        let mut zone = None;
        let mut ms = 0_i64;
        let mut reviews = Vec::with_capacity(self.at.len());
        for (place, (since, letter)) in self.at.into_iter().zip(self.outcomes.chars()).enumerate() {
            if let Some((_, minutes)) = zones.next_if(|(from, _)| *from == place) {
                zone = Some(minutes);
            }
            ms = ms.checked_add(since)?;
            let at = moment(ms, zone?)?;
            reviews.push(Review { at, outcome: outcome(letter)?, taken_back: false });
        }
        for at in self.taken_back {
            reviews.get_mut(at)?.taken_back = true;
        }
        // A zone that no answer begins is not one that was written.
        if zones.next().is_some() {
            return None;
        }
        Some(CardHistory::new(CardHistoryId::from_entropy(id), self.card.parse().ok()?, reviews))
    }
}

/// The letters on disk and what they stand for, both ways.
macro_rules! outcomes {
    ($($letter:literal <=> $($domain:tt)::+ $(($sure:ident))?;)*) => {
        fn letter(outcome: Outcome) -> char {
            match outcome {
                $($($domain)::+ $((Sureness::$sure))? => $letter,)*
            }
        }

        fn outcome(letter: char) -> Option<Outcome> {
            match letter {
                $($letter => Some($($domain)::+ $((Sureness::$sure))?),)*
                _ => None,
            }
        }
    };
}

// A small letter where it was right, a capital where it was wrong.
outcomes! {
    'g' <=> Outcome::Right(Guess);
    'f' <=> Outcome::Right(FairlySure);
    'c' <=> Outcome::Right(Certain);
    'G' <=> Outcome::Wrong(Guess);
    'F' <=> Outcome::Wrong(FairlySure);
    'C' <=> Outcome::Wrong(Certain);
    'o' <=> Outcome::AtOnce;
    'r' <=> Outcome::Recalled;
    'p' <=> Outcome::Partly;
    'N' <=> Outcome::Forgot;
}
