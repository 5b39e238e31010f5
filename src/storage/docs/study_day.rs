//! The answers of a study day on disk: short, because there are more of them than of anything else.
use super::{day::DayV1, moment::MomentV1};
use crate::domain::{
    ids::StudyDayId,
    quiz::Sureness,
    reviews::{Outcome, Review, StudyDay},
};
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StudyDayV1 {
    v: u32,
    day: DayV1,
    reviews: Vec<ReviewV1>,
}

/// The card, when, what came of it, and whether it was taken back.
#[derive(Serialize, Deserialize)]
struct ReviewV1(String, MomentV1, OutcomeV1, bool);

#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum OutcomeV1 {
    RightGuess,
    RightFairlySure,
    RightCertain,
    WrongGuess,
    WrongFairlySure,
    WrongCertain,
    AtOnce,
    Recalled,
    Partly,
    Forgot,
}

super::versions!(StudyDay, StudyDayV1);

impl From<&StudyDay> for StudyDayV1 {
    fn from(it: &StudyDay) -> Self {
        let review =
            |it: &Review| ReviewV1(it.card.to_string(), it.at.into(), it.outcome.into(), it.taken_back);
        Self { v: 1, day: it.day.into(), reviews: it.reviews.iter().map(review).collect() }
    }
}

impl StudyDayV1 {
    fn into_domain(self, id: [u8; 16]) -> Option<StudyDay> {
        let review = |ReviewV1(card, at, outcome, taken_back): ReviewV1| {
            Some(Review {
                card: card.parse().ok()?,
                at: at.into_domain()?,
                outcome: outcome.into(),
                taken_back,
            })
        };
        Some(StudyDay {
            id: StudyDayId::from_entropy(id),
            day: self.day.into_domain()?,
            reviews: self.reviews.into_iter().map(review).collect::<Option<_>>()?,
        })
    }
}

/// The names on disk and what they stand for, both ways.
macro_rules! outcomes {
    ($($V1:ident <=> $($domain:tt)::+ $(($sure:ident))?;)*) => {
        impl From<Outcome> for OutcomeV1 {
            fn from(outcome: Outcome) -> Self {
                match outcome {
                    $($($domain)::+ $((Sureness::$sure))? => Self::$V1,)*
                }
            }
        }

        impl From<OutcomeV1> for Outcome {
            fn from(outcome: OutcomeV1) -> Self {
                match outcome {
                    $(OutcomeV1::$V1 => $($domain)::+ $((Sureness::$sure))?,)*
                }
            }
        }
    };
}

outcomes! {
    RightGuess <=> Outcome::Right(Guess);
    RightFairlySure <=> Outcome::Right(FairlySure);
    RightCertain <=> Outcome::Right(Certain);
    WrongGuess <=> Outcome::Wrong(Guess);
    WrongFairlySure <=> Outcome::Wrong(FairlySure);
    WrongCertain <=> Outcome::Wrong(Certain);
    AtOnce <=> Outcome::AtOnce;
    Recalled <=> Outcome::Recalled;
    Partly <=> Outcome::Partly;
    Forgot <=> Outcome::Forgot;
}
