//! Random names for an event and for a phone at it, short enough for a code.

/// Names an event in everything that passes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EventTag([u8; 6]);

/// Names a phone at one event, so that no answer counts twice and nobody is named: another event, another tag. Among 300
/// phones, two have the same one in one event of four hundred.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SenderTag([u8; 3]);

impl EventTag {
    /// A tag made of random bytes that the caller supplies.
    #[must_use]
    pub const fn from_entropy(bytes: [u8; 6]) -> Self {
        Self(bytes)
    }

    /// The bytes, for codes and for storage.
    #[must_use]
    pub const fn bytes(self) -> [u8; 6] {
        self.0
    }
}

impl SenderTag {
    /// A tag made of random bytes that the caller supplies.
    #[must_use]
    pub const fn from_entropy(bytes: [u8; 3]) -> Self {
        Self(bytes)
    }

    /// The bytes, for codes and for storage.
    #[must_use]
    pub const fn bytes(self) -> [u8; 3] {
        self.0
    }
}
