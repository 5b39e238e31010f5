//! What may be shared of a count: a number under five could tell who somebody is.
//!
//! The usual rule for small numbers in official statistics: one to four are not given, and neither is what they could be
//! worked out from.
use super::Split;

/// The smallest number of people that is given.
pub const FEWEST: u32 = 5;

/// What is shared of how many said each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SharedSplit {
    /// Nobody said anything.
    Nobody,
    /// Fewer than [`FEWEST`] did.
    Few,
    /// So many did; one of the sides is too small to be given, and the other would tell it.
    OnlyAll(u32),
    /// Both sides.
    Both(Split),
}

/// `count`, unless it is too small to be given; nobody is nobody.
#[must_use]
pub const fn shared(count: u32) -> Option<u32> {
    if count == 0 || count >= FEWEST { Some(count) } else { None }
}

impl From<Split> for SharedSplit {
    fn from(split: Split) -> Self {
        match (split.all(), shared(split.myth), shared(split.fact)) {
            (0, ..) => Self::Nobody,
            (1..FEWEST, ..) => Self::Few,
            (_, Some(_), Some(_)) => Self::Both(split),
            (all, ..) => Self::OnlyAll(all),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_small_is_not_given_and_cannot_be_worked_out() {
        let of = |myth, fact| SharedSplit::from(Split { myth, fact });
        assert_eq!(of(0, 0), SharedSplit::Nobody);
        assert_eq!(of(2, 2), SharedSplit::Few);
        assert_eq!(of(4, 26), SharedSplit::OnlyAll(30), "26 of 30 would tell the four");
        assert_eq!(of(5, 26), SharedSplit::Both(Split { myth: 5, fact: 26 }));
        assert_eq!(of(0, 30), SharedSplit::Both(Split { myth: 0, fact: 30 }));
    }
}
