//! What things, answers and numbers of things are called on the screen.
use crate::{
    content::format::{Provenance, Status},
    domain::{
        cards::Kind,
        confidence::{Asked, Confidence, Said},
        quiz::{Sureness, Verdict},
        reviews::Outcome,
        time::day_or_month,
    },
};

/// How far an item can be trusted, in a few words.
#[must_use]
pub fn trust(provenance: &Provenance) -> String {
    let checked = match provenance.checked.as_deref().and_then(day_or_month) {
        Some(day) => format!("Checked {day}"),
        None => "Not yet checked".to_owned(),
    };
    match &provenance.status {
        Status::Current => checked,
        Status::Historical => format!("Historical. {checked}"),
        Status::ReplacedBy(what) => format!("Replaced by {what}. {checked}"),
    }
}

/// What a tick does, and says.
#[must_use]
pub const fn ticked(done: bool) -> &'static str {
    if done { "Done" } else { "Not done yet" }
}

/// Such as "One statement" or "3 statements".
#[must_use]
pub fn counted(count: usize, noun: &str) -> String {
    match count {
        1 => format!("One {noun}"),
        many => format!("{many} {noun}s"),
    }
}

/// Such as "about a minute" or "about 3 minutes".
#[must_use]
pub fn about(minutes: usize) -> String {
    match minutes {
        1 => "about a minute".to_owned(),
        minutes => format!("about {minutes} minutes"),
    }
}

/// What a verdict is called.
pub const fn name_of_verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Myth => "Myth",
        Verdict::Fact => "Fact",
    }
}

/// How confident a person said they are.
pub fn told_confidence(confidence: &Confidence) -> String {
    let said = |it: &Said| {
        let when = match it.asked {
            Asked::Before => "Before",
            Asked::LookingBack => "Before, looking back",
            Asked::After => "Now",
        };
        format!("{when}: {} of 10.", it.rating.number())
    };
    confidence.said().iter().map(said).collect::<Vec<_>>().join(" ")
}

/// What being this sure is called.
pub const fn name_of_sureness(sure: Sureness) -> &'static str {
    match sure {
        Sureness::Guess => "Guess",
        Sureness::FairlySure => "Fairly sure",
        Sureness::Certain => "Certain",
    }
}

/// What an answer came to, in words.
pub const fn name_of_outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Right(Sureness::Guess) => "Right, by a guess",
        Outcome::Right(Sureness::FairlySure) => "Right, and fairly sure",
        Outcome::Right(Sureness::Certain) => "Right, and certain",
        Outcome::Wrong(Sureness::Guess) => "A guess, and wrong",
        Outcome::Wrong(Sureness::FairlySure) => "Fairly sure, but wrong",
        Outcome::Wrong(Sureness::Certain) => "Certain, but wrong",
        Outcome::AtOnce => "Recalled at once",
        Outcome::Recalled => "Recalled",
        Outcome::Partly => "Recalled in part",
        Outcome::Forgot => "Not recalled",
    }
}

/// What a kind of card is called.
pub const fn name_of_kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Statement => "Statements: myth or fact?",
        Kind::Own => "Questions that I brought in",
        Kind::Message => "Take-home messages, from a situation",
        Kind::Finding => "What a case review found",
        Kind::Clock => "Time limits",
        Kind::Sign => "Signs, and their usual level of need",
        Kind::Term => "Words and abbreviations",
    }
}
