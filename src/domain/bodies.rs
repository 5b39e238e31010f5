//! The bodies that ask for a record of learning, and the standards that a reflection can show.
use std::str::FromStr;

/// A body that asks practitioners for a record of learning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Body {
    /// The regulator of social workers in England.
    SocialWorkEngland,
    /// The Nursing and Midwifery Council.
    Nmc,
    /// The Health and Care Professions Council.
    Hcpc,
    /// The health royal colleges, for safeguarding (Intercollegiate Document, 4th edition, 2019).
    Intercollegiate,
}

/// The name is not one of a [`Body`] or a [`Standard`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("that name is not known")]
pub struct NotKnown;

impl Body {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::SocialWorkEngland, Self::Nmc, Self::Hcpc, Self::Intercollegiate];

    /// As it is kept on disk.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::SocialWorkEngland => "social-work-england",
            Self::Nmc => "nmc",
            Self::Hcpc => "hcpc",
            Self::Intercollegiate => "intercollegiate",
        }
    }

    /// As people say it.
    #[must_use]
    pub const fn called(self) -> &'static str {
        match self {
            Self::SocialWorkEngland => "Social Work England",
            Self::Nmc => "Nursing and Midwifery Council (NMC)",
            Self::Hcpc => "Health and Care Professions Council (HCPC)",
            Self::Intercollegiate => "Safeguarding hours for health staff",
        }
    }

    /// The standards that its forms ask about, in its order.
    pub fn standards(self) -> impl Iterator<Item = &'static Standard> {
        STANDARDS.iter().filter(move |standard| standard.body == self)
    }
}

impl FromStr for Body {
    type Err = NotKnown;

    fn from_str(name: &str) -> Result<Self, NotKnown> {
        Self::ALL.into_iter().find(|body| body.name() == name).ok_or(NotKnown)
    }
}

/// A standard of practice that a reflection can show.
#[derive(Debug, PartialEq, Eq)]
pub struct Standard {
    /// As it is kept on disk; never used again for another.
    pub id: &'static str,
    /// Whose it is.
    pub body: Body,
    /// What it asks, in a few words of our own; themes of the Code as the NMC names them.
    pub called: &'static str,
}

impl Standard {
    /// The standard that is kept as `id`.
    ///
    /// # Errors
    /// [`NotKnown`] if there is none.
    pub fn named(id: &str) -> Result<&'static Self, NotKnown> {
        STANDARDS.iter().find(|standard| standard.id == id).ok_or(NotKnown)
    }
}

const fn standard(id: &'static str, body: Body, called: &'static str) -> Standard {
    Standard { id, body, called }
}

/// Social Work England's professional standard 4, the four themes of the NMC's Code, and the HCPC's standards of CPD.
const STANDARDS: &[Standard] = &[
    standard("swe-4-1", Body::SocialWorkEngland, "4.1 Feedback"),
    standard("swe-4-2", Body::SocialWorkEngland, "4.2 Supervision"),
    standard("swe-4-3", Body::SocialWorkEngland, "4.3 Research and evidence"),
    standard("swe-4-4", Body::SocialWorkEngland, "4.4 Current issues"),
    standard("swe-4-5", Body::SocialWorkEngland, "4.5 A culture of learning"),
    standard("swe-4-6", Body::SocialWorkEngland, "4.6 Reflection"),
    standard("swe-4-7", Body::SocialWorkEngland, "4.7 Recording what was learned"),
    standard("swe-4-8", Body::SocialWorkEngland, "4.8 Values"),
    standard("nmc-prioritise-people", Body::Nmc, "Prioritise people"),
    standard("nmc-practise-effectively", Body::Nmc, "Practise effectively"),
    standard("nmc-preserve-safety", Body::Nmc, "Preserve safety"),
    standard("nmc-promote-professionalism", Body::Nmc, "Promote professionalism and trust"),
    standard("hcpc-record", Body::Hcpc, "1 Keep a record that is up to date"),
    standard("hcpc-mixture", Body::Hcpc, "2 A mixture of learning"),
    standard("hcpc-quality", Body::Hcpc, "3 Better practice"),
    standard("hcpc-benefit", Body::Hcpc, "4 Benefit to the people served"),
    standard("hcpc-profile", Body::Hcpc, "5 A profile when asked"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_body_and_standard_is_found_by_the_name_it_is_kept_under() {
        for body in Body::ALL {
            assert_eq!(body.name().parse(), Ok(body));
            for standard in body.standards() {
                assert_eq!(Standard::named(standard.id), Ok(standard));
            }
        }
        assert_eq!("gmc".parse::<Body>(), Err(NotKnown));
        assert_eq!(Standard::named("swe-5"), Err(NotKnown));
    }
}
