//! How well something is remembered, and how long until it is worth asking again: FSRS-6 with its default parameters.
//!
//! The formulas and numbers are those of Free Spaced Repetition Scheduler version 6 (open-spaced-repetition, `fsrs`
//! 6.6.2, BSD-3-Clause). `tests/revision.rs` holds every step to that crate; it is not in the app itself because it is
//! eight times the size. Nothing is trained: a person makes dozens of answers, not thousands.

/// The 21 default parameters of FSRS-6.
const W: [f32; 21] = [
    0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614,
    0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
];

/// Makes the chance 90 in 100 after as many days as the stability: 0.9 to the power of -1/`W[20]`, less 1. Written out, as
/// is the next, because both are needed at every step of a history.
const DECAY_FACTOR: f32 = 0.980_346_5;

/// e to the power of `W[8]`.
const GROWTH: f32 = 6.502_586_4;

/// Stability is kept within these bounds, in days.
const STABILITY: (f32, f32) = (0.001, 36_500.0);

/// Difficulty is kept within these bounds.
const DIFFICULTY: (f32, f32) = (1.0, 10.0);

/// The longest time between two answers, in days: guidance changes, so everything is asked at least once a year.
pub const LONGEST_INTERVAL: u32 = 365;

/// How well an answer went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grade {
    /// It was not remembered.
    Again = 1,
    /// It was, with doubt.
    Hard,
    /// It was.
    Good,
    /// It was at once, without doubt.
    Easy,
}

/// The share of cards that should still be remembered when they are asked, in percent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Retention(u8);

impl Default for Retention {
    fn default() -> Self {
        Self(90)
    }
}

impl Retention {
    /// What can be chosen.
    pub const CHOICES: [Self; 4] = [Self(80), Self(85), Self(90), Self(95)];

    /// The retention of so many percent, if it can be chosen.
    #[must_use]
    pub fn of_percent(percent: u8) -> Option<Self> {
        Self::CHOICES.into_iter().find(|it| it.0 == percent)
    }

    /// In percent.
    #[must_use]
    pub const fn percent(self) -> u8 {
        self.0
    }
}

/// What is known of how one thing is remembered.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Memory {
    /// After how many days the chance of remembering falls to 90 in 100.
    pub stability: f32,
    /// How hard it is to make it last, from 1 to 10.
    pub difficulty: f32,
}

impl Memory {
    /// After the first answer.
    #[must_use]
    pub fn first(grade: Grade) -> Self {
        Self { stability: W[grade as usize - 1], difficulty: within(first_difficulty(grade), DIFFICULTY) }
    }

    /// After another answer, `days` study days later.
    #[must_use]
    pub fn after(self, days: u32, grade: Grade) -> Self {
        let rating = f32::from(grade as u8);
        let stability = match (days, grade) {
            (0, _) => self.stability * self.growth_on_the_same_day(rating),
            (_, Grade::Again) => self.stability_when_forgotten(self.chance(days)),
            _ => self.stability * self.growth(self.chance(days), grade),
        };
        let step = -W[6] * (rating - 3.0);
        let damped = self.difficulty + (10.0 - self.difficulty) * step / 9.0;
        let difficulty = W[7] * (first_difficulty(Grade::Easy) - damped) + damped;
        Self { stability: within(stability, STABILITY), difficulty: within(difficulty, DIFFICULTY) }
    }

    /// The chance, from 0 to 1, that it is still remembered `days` after the last answer.
    #[must_use]
    pub fn chance(self, days: u32) -> f32 {
        #[expect(clippy::cast_precision_loss, reason = "days are far fewer than an f32 can count")]
        let days = days as f32;
        (days / self.stability * DECAY_FACTOR + 1.0).powf(-W[20])
    }

    /// After how many days, at least one, the chance has fallen to `retention`.
    #[must_use]
    pub fn interval(self, retention: Retention) -> u32 {
        let wanted = f32::from(retention.0) / 100.0;
        let days = self.stability / DECAY_FACTOR * (wanted.powf(-1.0 / W[20]) - 1.0);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "it is a small positive number"
        )]
        let days = days.round().clamp(1.0, 36_500.0) as u32;
        days.min(LONGEST_INTERVAL)
    }

    fn growth(self, chance: f32, grade: Grade) -> f32 {
        let factor = match grade {
            Grade::Hard => W[15],
            Grade::Easy => W[16],
            Grade::Good | Grade::Again => 1.0,
        };
        let gain = (((1.0 - chance) * W[10]).exp() - 1.0) * factor;
        GROWTH * (11.0 - self.difficulty) * self.stability.powf(-W[9]) * gain + 1.0
    }

    fn stability_when_forgotten(self, chance: f32) -> f32 {
        let forgotten = W[11]
            * self.difficulty.powf(-W[12])
            * ((self.stability + 1.0).powf(W[13]) - 1.0)
            * ((1.0 - chance) * W[14]).exp();
        forgotten.min(self.stability / (W[17] * W[18]).exp())
    }

    fn growth_on_the_same_day(self, rating: f32) -> f32 {
        let growth = (W[17] * (rating - 3.0 + W[18])).exp() * self.stability.powf(-W[19]);
        if rating >= 2.0 { growth.max(1.0) } else { growth }
    }
}

fn first_difficulty(grade: Grade) -> f32 {
    W[4] - (W[5] * (f32::from(grade as u8) - 1.0)).exp() + 1.0
}

fn within(it: f32, (least, most): (f32, f32)) -> f32 {
    it.clamp(least, most)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_known_without_doubt_is_asked_later_than_what_was_not() {
        let intervals = [Grade::Again, Grade::Hard, Grade::Good, Grade::Easy]
            .map(|grade| Memory::first(grade).interval(Retention::default()));
        assert_eq!(intervals, [1, 1, 2, 8]);
    }

    #[test]
    fn a_higher_retention_asks_sooner_and_nothing_waits_longer_than_a_year() {
        let memory = Memory { stability: 100.0, difficulty: 5.0 };
        let days = Retention::CHOICES.map(|it| memory.interval(it));
        assert!(days.is_sorted_by(|sooner, later| sooner > later), "{days:?}");
        assert_eq!(memory.interval(Retention::default()), 100);
        assert_eq!(Memory { stability: 36_500.0, ..memory }.interval(Retention::default()), LONGEST_INTERVAL);
    }

    #[test]
    fn what_is_written_out_is_what_the_parameters_say() {
        let decay = (0.9_f32.ln() / -W[20]).exp() - 1.0;
        assert!((DECAY_FACTOR - decay).abs() < 1e-6, "{decay}");
        assert!((GROWTH - W[8].exp()).abs() < 1e-5, "{}", W[8].exp());
    }

    #[test]
    fn the_chance_is_nine_in_ten_after_as_many_days_as_the_stability() {
        let memory = Memory { stability: 12.0, difficulty: 5.0 };
        assert!((memory.chance(12) - 0.9).abs() < 1e-5);
        assert!((memory.chance(0) - 1.0).abs() < 1e-6);
    }
}
