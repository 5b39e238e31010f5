//! An invitation to an event as the fragment of a link: what is asked, and in which order, but not its words.
//!
//! Nine statements and four outcomes of the packs, under a title of forty characters, are under 200 characters.
use super::{
    CannotPass, EventTag, ItemCode, Unreadable, base64,
    envelope::{self, Kind},
    wire::{Reader, Writer},
};
use chrono::{Datelike, NaiveDate};

/// How many characters a title can have, and how many the organisers.
pub const LONGEST_TITLE: usize = 80;

/// How many characters a venue can have.
pub const LONGEST_VENUE: usize = 60;

/// What a phone needs to take part in an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invitation {
    pub event: EventTag,
    /// Up to [`LONGEST_TITLE`] characters on one line, as are the organisers.
    pub title: String,
    pub organisers: String,
    /// Up to [`LONGEST_VENUE`] characters, on one line.
    pub venue: String,
    pub day: Option<NaiveDate>,
    /// How long it takes.
    pub minutes: u16,
    /// How many of those minutes are participatory.
    pub participatory: u16,
    /// How many questions the tables talk about.
    pub prompts: u8,
    /// In the event's order; up to [`super::MOST_ITEMS`].
    pub outcomes: Vec<Invited>,
    /// In the event's order; up to [`super::MOST_ITEMS`].
    pub statements: Vec<Invited>,
}

/// Where the words of a statement or an outcome are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Invited {
    /// In a pack that every phone has.
    Known(ItemCode),
    /// In the sequence of codes that follows ([`super::frames`]).
    Carried,
}

impl Invitation {
    /// The fragment of its link. Texts are tidied.
    ///
    /// # Errors
    /// A [`CannotPass`] when a text or a list is too long, or the day is out of range.
    pub fn to_fragment(&self) -> Result<String, CannotPass> {
        let mut out = Writer::default();
        out.bytes(&self.event.bytes());
        out.line(&self.title, "the title", LONGEST_TITLE)?;
        out.line(&self.organisers, "the organisers", LONGEST_TITLE)?;
        out.line(&self.venue, "the venue", LONGEST_VENUE)?;
        out.number(self.day.map_or(Ok(0), day_number)?);
        out.number(self.minutes.into());
        out.number(self.participatory.into());
        out.byte(self.prompts);
        write_items(&mut out, &self.outcomes, "outcomes")?;
        write_items(&mut out, &self.statements, "statements")?;
        Ok(base64::encode(&envelope::seal(Kind::Invitation, out.written())))
    }

    /// The invitation in the fragment of a link.
    ///
    /// # Errors
    /// An [`Unreadable`] when there is none that can be taken in.
    pub fn from_fragment(text: &str) -> Result<Self, Unreadable> {
        let bytes = base64::decode(text).ok_or(Unreadable::Damaged)?;
        let (Kind::Invitation, mut read) = envelope::open(&bytes)? else { return Err(Unreadable::OtherKind) };
        let invitation = Self {
            event: read.event()?,
            title: read.line(LONGEST_TITLE)?,
            organisers: read.line(LONGEST_TITLE)?,
            venue: read.line(LONGEST_VENUE)?,
            day: day(read.number()?)?,
            minutes: minutes(read.number()?)?,
            participatory: minutes(read.number()?)?,
            prompts: read.byte()?,
            outcomes: read.list(item)?,
            statements: read.list(item)?,
        };
        read.end()?;
        Ok(invitation)
    }
}

/// Days since the year 1 began, counted from 1; no day is 0.
fn day_number(day: NaiveDate) -> Result<u32, CannotPass> {
    let number = u32::try_from(day.num_days_from_ce()).ok().filter(|it| *it > 0 && day.year() <= 9999);
    number.ok_or(CannotPass::Day)
}

fn day(number: u32) -> Result<Option<NaiveDate>, Unreadable> {
    let Ok(number @ 1..) = i32::try_from(number) else { return Ok(None) };
    let day = NaiveDate::from_num_days_from_ce_opt(number).filter(|day| day.year() <= 9999);
    day.map(Some).ok_or(Unreadable::Impossible)
}

fn minutes(number: u32) -> Result<u16, Unreadable> {
    u16::try_from(number).map_err(|_| Unreadable::Impossible)
}

/// Three bytes each; no code is all zero, so that stands for what is carried.
fn write_items(out: &mut Writer, items: &[Invited], things: &'static str) -> Result<(), CannotPass> {
    out.count(items.len(), things)?;
    for item in items {
        match item {
            Invited::Known(code) => out.bytes(&code.bytes()),
            Invited::Carried => out.bytes(&[0; 3]),
        }
    }
    Ok(())
}

fn item(read: &mut Reader<'_>) -> Result<Invited, Unreadable> {
    Ok(ItemCode::from_bytes(read.array()?).map_or(Invited::Carried, Invited::Known))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::time::parse_date;

    fn invitation() -> Invitation {
        let known = |n: usize| Invited::Known(ItemCode::of(&format!("learning-event-2017/statement-{n}")));
        Invitation {
            event: EventTag::from_entropy([1, 2, 3, 4, 5, 6]),
            title: "Neglect: what we miss and how we ask why".into(),
            organisers: "Salford Safeguarding".into(),
            venue: "Swinton Park Hall".into(),
            day: parse_date("2026-11-24"),
            minutes: 180,
            participatory: 90,
            prompts: 5,
            outcomes: (0..4).map(known).collect(),
            statements: (4..13).map(known).collect(),
        }
    }

    #[test]
    fn an_invitation_arrives() {
        let mut carried = invitation();
        carried.day = None;
        carried.statements =
            [vec![Invited::Carried; 30], carried.statements, vec![Invited::Carried; 21]].concat();
        carried.minutes = u16::MAX;
        for it in [invitation(), carried] {
            assert_eq!(Invitation::from_fragment(&it.to_fragment().unwrap()), Ok(it));
        }
    }

    #[test]
    fn an_invitation_is_as_short_as_it_is_said_to_be() {
        let it = invitation();
        assert_eq!(it.title.chars().count(), 40);
        assert_eq!(it.to_fragment().unwrap().len(), 190);
    }

    #[test]
    fn what_is_too_long_is_refused_and_named() {
        let long = |text, most| Err(CannotPass::Long { text, most });
        let title = Invitation { title: "é".repeat(81), ..invitation() };
        assert_eq!(title.to_fragment(), long("the title", 80));
        let organisers = Invitation { organisers: "é".repeat(81), ..invitation() };
        assert_eq!(organisers.to_fragment(), long("the organisers", 80));
        let venue = Invitation { venue: "é".repeat(61), ..invitation() };
        assert_eq!(venue.to_fragment(), long("the venue", 60));
        let outcomes = Invitation { outcomes: vec![Invited::Carried; 61], ..invitation() };
        assert_eq!(outcomes.to_fragment(), Err(CannotPass::Many { things: "outcomes", most: 60 }));
        let day = Invitation { day: Some(NaiveDate::MAX), ..invitation() };
        assert_eq!(day.to_fragment(), Err(CannotPass::Day));
    }

    #[test]
    fn every_changed_character_and_every_cut_is_refused() {
        let fragment = invitation().to_fragment().unwrap();
        for at in 0..fragment.len() {
            assert!(Invitation::from_fragment(&fragment[..at]).is_err());
            assert!(Invitation::from_fragment(&fragment[at + 1..]).is_err());
            for other in "09AZaz-_ .é".chars().filter(|it| !fragment[at..].starts_with(*it)) {
                let changed = format!("{}{other}{}", &fragment[..at], &fragment[at + 1..]);
                assert!(Invitation::from_fragment(&changed).is_err(), "{changed}");
            }
        }
    }

    #[test]
    fn what_is_no_invitation_is_called_so() {
        assert_eq!(Invitation::from_fragment("not*base64"), Err(Unreadable::Damaged));
        assert_eq!(Invitation::from_fragment("learn"), Err(Unreadable::Damaged));
        assert_eq!(Invitation::from_fragment("today"), Err(Unreadable::Damaged));
        assert_eq!(Invitation::from_fragment(&base64::encode(b"learning")), Err(Unreadable::NotOurs));
        let frame = base64::encode(&envelope::seal(Kind::Frame, b""));
        assert_eq!(Invitation::from_fragment(&frame), Err(Unreadable::OtherKind));
        let short = base64::encode(&envelope::seal(Kind::Invitation, b"123456"));
        assert_eq!(Invitation::from_fragment(&short), Err(Unreadable::Impossible));
    }
}
