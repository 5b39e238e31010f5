//! The answers to one card on disk: short, because there are more of them than of anything else.
use super::moment::MomentV1;
use crate::domain::{
    ids::CardHistoryId,
    quiz::Sureness,
    reviews::{CardHistory, Outcome, Review},
};
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct CardHistoryV1 {
    v: u32,
    card: String,
    reviews: Vec<ReviewV1>,
    /// The places of those that were taken back.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    taken_back: Vec<usize>,
}

/// When, and what came of it.
#[derive(Serialize, Deserialize)]
struct ReviewV1(MomentV1, OutcomeV1);

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

super::versions!(CardHistory, CardHistoryV1);

impl From<&CardHistory> for CardHistoryV1 {
    fn from(it: &CardHistory) -> Self {
        let reviews = it.reviews.iter();
        let taken_back = it.reviews.iter().enumerate().filter(|(_, review)| review.taken_back);
        Self {
            v: 1,
            card: it.card.to_string(),
            reviews: reviews.map(|it| ReviewV1(it.at.into(), it.outcome.into())).collect(),
            taken_back: taken_back.map(|(at, _)| at).collect(),
        }
    }
}

impl CardHistoryV1 {
    fn into_domain(self, id: [u8; 16]) -> Option<CardHistory> {
        let review = |ReviewV1(at, outcome): ReviewV1| {
            Some(Review { at: at.into_domain()?, outcome: outcome.into(), taken_back: false })
        };
        let mut reviews: Vec<_> = self.reviews.into_iter().map(review).collect::<Option<_>>()?;
        for at in self.taken_back {
            reviews.get_mut(at)?.taken_back = true;
        }
        Some(CardHistory::new(CardHistoryId::from_entropy(id), self.card.parse().ok()?, reviews))
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
