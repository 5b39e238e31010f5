//! When a page that is left alone locks by itself.

/// The choices of how long a page may lie untouched, in minutes: up to ten times the usual and more (WCAG 2.2, 2.2.1).
pub const UNTOUCHED: [u32; 5] = [1, 5, 15, 60, 180];
/// The choices of how long a page may be out of sight, in minutes.
pub const OUT_OF_SIGHT: [u32; 5] = [0, 1, 5, 15, 60];

/// A clock that has gone back by more than this is not believed, in milliseconds.
const TRUSTED_BACK: i64 = 60_000;
const MINUTE: i64 = 60_000;

/// How long a page may be left alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Patience {
    /// Without a touch or a key, in minutes.
    pub untouched: u32,
    /// Out of sight, in minutes.
    pub out_of_sight: u32,
}

impl Default for Patience {
    fn default() -> Self {
        Self { untouched: 15, out_of_sight: 5 }
    }
}

/// Since when a page is left alone, in milliseconds since 1970.
#[derive(Clone, Copy, Debug)]
pub struct Idle {
    touched: i64,
    hidden: Option<i64>,
}

impl Idle {
    /// Touched just now.
    #[must_use]
    pub const fn new(now: i64) -> Self {
        Self { touched: now, hidden: None }
    }

    /// After a touch or a key.
    #[must_use]
    pub const fn touched_at(self, now: i64) -> Self {
        Self { touched: now, ..self }
    }

    /// After the page has gone out of sight.
    #[must_use]
    pub const fn hidden_at(self, now: i64) -> Self {
        Self { hidden: Some(now), ..self }
    }

    /// After the page has come into sight again.
    #[must_use]
    pub const fn shown(self) -> Self {
        Self { hidden: None, ..self }
    }

    /// How long until it locks, in milliseconds; nothing or less when it is time. Whatever slept meanwhile, the clock
    /// decides; and a clock that was put back is not believed.
    #[must_use]
    pub fn left(&self, now: i64, patience: Patience) -> i64 {
        let left = |since: i64, minutes: u32| match since - now {
            TRUSTED_BACK.. => 0,
            ahead => i64::from(minutes) * MINUTE + ahead,
        };
        let untouched = left(self.touched, patience.untouched);
        self.hidden.map_or(untouched, |hidden| untouched.min(left(hidden, patience.out_of_sight)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PATIENCE: Patience = Patience { untouched: 15, out_of_sight: 5 };

    #[test]
    fn an_untouched_page_locks_after_its_time() {
        let idle = Idle::new(0);
        assert_eq!(idle.left(14 * MINUTE, PATIENCE), MINUTE);
        assert!(idle.left(15 * MINUTE, PATIENCE) <= 0);
        assert_eq!(idle.touched_at(14 * MINUTE).left(15 * MINUTE, PATIENCE), 14 * MINUTE);
    }

    #[test]
    fn a_page_out_of_sight_locks_sooner_and_one_that_comes_back_in_time_does_not() {
        let idle = Idle::new(0).hidden_at(0);
        assert_eq!(idle.left(MINUTE, PATIENCE), 4 * MINUTE);
        assert!(idle.left(9 * MINUTE, PATIENCE) <= 0, "even if nothing ran meanwhile");
        assert!(idle.shown().left(9 * MINUTE, PATIENCE) > 0);
        assert!(
            idle.hidden_at(10).left(10, Patience { out_of_sight: 0, ..PATIENCE }) <= 0,
            "at once is at once"
        );
    }

    #[test]
    fn a_clock_that_was_put_back_gives_no_more_time() {
        let idle = Idle::new(60 * MINUTE);
        assert!(idle.left(0, PATIENCE) <= 0);
        assert!(idle.left(60 * MINUTE - 5_000, PATIENCE) > 0, "a correction of seconds is none");
    }
}
