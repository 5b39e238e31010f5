//! What can be revised: one card for each thing in the packs that is worth knowing by heart, and for each own question.
use super::ids::{EntryId, IndicatorId, NotAnId, QuestionId, SectionId, StatementId, TakeawayId};
use std::{
    fmt,
    hash::{DefaultHasher, Hash, Hasher},
    str::FromStr,
};

/// What a card asks about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CardId {
    /// A statement: myth or fact?
    Statement(StatementId),
    /// A take-home message: which one fits this situation?
    Message(TakeawayId),
    /// A section of a study: what did the review find?
    Finding(SectionId),
    /// A step with a time limit: how long?
    Clock(EntryId),
    /// A sign: at which level of need does it usually sit?
    Sign(IndicatorId),
    /// A word of the field: what does it mean?
    Term(EntryId),
    /// A question that the person brought in.
    Own(QuestionId),
}

/// The kinds of cards, in the order in which new ones are asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Statement,
    Own,
    Message,
    Finding,
    Clock,
    Sign,
    Term,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 7] =
        [Self::Statement, Self::Own, Self::Message, Self::Finding, Self::Clock, Self::Sign, Self::Term];

    /// Its name in records and addresses.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Statement => "statement",
            Self::Own => "own",
            Self::Message => "message",
            Self::Finding => "finding",
            Self::Clock => "clock",
            Self::Sign => "sign",
            Self::Term => "term",
        }
    }

    /// The kind of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.name() == name)
    }
}

impl CardId {
    /// What kind of card it is.
    #[must_use]
    pub const fn kind(&self) -> Kind {
        match self {
            Self::Statement(_) => Kind::Statement,
            Self::Own(_) => Kind::Own,
            Self::Message(_) => Kind::Message,
            Self::Finding(_) => Kind::Finding,
            Self::Clock(_) => Kind::Clock,
            Self::Sign(_) => Kind::Sign,
            Self::Term(_) => Kind::Term,
        }
    }

    /// A number made of its name, by which thousands of cards are found and put in order sooner than by their names.
    /// It is kept nowhere.
    pub(super) fn number(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        self.hash(&mut hasher);
        hasher.finish()
    }
}

impl fmt::Display for CardId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = self.kind().name();
        match self {
            Self::Statement(id) => write!(f, "{kind}/{id}"),
            Self::Own(id) => write!(f, "{kind}/{id}"),
            Self::Message(id) => write!(f, "{kind}/{id}"),
            Self::Finding(id) => write!(f, "{kind}/{id}"),
            Self::Clock(id) | Self::Term(id) => write!(f, "{kind}/{id}"),
            Self::Sign(id) => write!(f, "{kind}/{id}"),
        }
    }
}

impl FromStr for CardId {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        let (kind, id) = text.split_once('/').ok_or(NotAnId)?;
        match Kind::named(kind).ok_or(NotAnId)? {
            Kind::Statement => id.parse().map(Self::Statement),
            Kind::Own => id.parse().map(Self::Own),
            Kind::Message => id.parse().map(Self::Message),
            Kind::Finding => id.parse().map(Self::Finding),
            Kind::Clock => id.parse().map(Self::Clock),
            Kind::Sign => id.parse().map(Self::Sign),
            Kind::Term => id.parse().map(Self::Term),
        }
    }
}

/// The cards at hand, in the order in which they are first asked.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Deck {
    in_order: Vec<CardId>,
    /// The number of each and its place in that order, the smallest number first.
    by_number: Vec<(u64, usize)>,
}

impl Deck {
    /// A deck of these, each once.
    #[must_use]
    pub fn new(cards: Vec<CardId>) -> Self {
        let mut by_number: Vec<_> = cards.iter().enumerate().map(|(at, card)| (card.number(), at)).collect();
        by_number.sort_unstable();
        Self { in_order: cards, by_number }
    }

    /// Every card, in the order in which they are first asked.
    pub fn iter(&self) -> impl Iterator<Item = &CardId> {
        self.in_order.iter()
    }

    /// Whether `card`, which has this number, is in it.
    pub(super) fn has(&self, card: &CardId, number: u64) -> bool {
        let from = self.by_number.partition_point(|it| it.0 < number);
        let same_number = self.by_number[from..].iter().take_while(|it| it.0 == number);
        same_number.map(|it| &self.in_order[it.1]).any(|it| it == card)
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.in_order.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.in_order.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_card_survives_being_written_down() {
        for card in [
            CardId::Statement(StatementId::new("event", "one-off")),
            CardId::Own(QuestionId::from_entropy([7; 16])),
            CardId::Message(TakeawayId::new("event", "step-back")),
            CardId::Finding(SectionId::new("event", "the-minutes")),
            CardId::Clock(EntryId::new("england", "clock-core-group")),
            CardId::Sign(IndicatorId::new("england", "sign-unexplained-injury")),
            CardId::Term(EntryId::new("england", "term-icpc")),
        ] {
            assert_eq!(card.to_string().parse(), Ok(card));
        }
        for text in ["", "statement", "statement/", "own/event/one", "other/event/one"] {
            assert_eq!(text.parse::<CardId>(), Err(NotAnId), "{text}");
        }
    }
}
