//! One thing that is measured: of the app and of the floor in the same run, and the bound that it is held to.
use serde::{Deserialize, Serialize};

/// How often everything is measured.
pub const RUNS: usize = 5;

/// What the app is to reach.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub enum Bound {
    AtMost(f64),
    AtLeast(f64),
    /// At most so many times what the floor takes.
    TimesTheFloor(f64),
    /// Less than the floor takes.
    BelowTheFloor,
}

/// A row of the table; every run of it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Figure {
    pub what: String,
    pub unit: String,
    pub ours: Vec<f64>,
    pub floor: Vec<f64>,
    pub bound: Option<Bound>,
    /// What else was seen, such as where the longest task was.
    pub note: String,
}

impl Figure {
    pub fn new(what: impl Into<String>, unit: &str, ours: Vec<f64>, floor: Vec<f64>) -> Self {
        assert!(!ours.is_empty(), "nothing was measured");
        Self { what: what.into(), unit: unit.into(), ours, floor, bound: None, note: String::new() }
    }

    pub fn bound(self, bound: Bound) -> Self {
        Self { bound: Some(bound), ..self }
    }

    pub fn note(self, note: impl Into<String>) -> Self {
        Self { note: note.into(), ..self }
    }

    /// How many times the floor's the app's median is; none where the floor has no such thing.
    pub fn ratio(&self) -> Option<f64> {
        let floor = median(&self.floor).filter(|floor| *floor > 0.0)?;
        Some(median(&self.ours)? / floor)
    }

    /// Whether the median keeps to the bound; none without one, or where it needs a floor that was not measured.
    pub fn is_met(&self) -> Option<bool> {
        let ours = median(&self.ours)?;
        Some(match self.bound? {
            Bound::AtMost(most) => ours <= most,
            Bound::AtLeast(least) => ours >= least,
            Bound::TimesTheFloor(times) => ours <= times * median(&self.floor)?,
            Bound::BelowTheFloor => ours < median(&self.floor)?,
        })
    }
}

/// The middle one; of an even number, the mean of the two in the middle.
pub fn median(values: &[f64]) -> Option<f64> {
    let sorted = sorted(values);
    let half = sorted.len() / 2;
    let upper = *sorted.get(half)?;
    Some(if sorted.len().is_multiple_of(2) { f64::midpoint(sorted[half - 1], upper) } else { upper })
}

pub fn sorted(values: &[f64]) -> Vec<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted
}
