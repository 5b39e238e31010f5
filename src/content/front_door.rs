//! Whom to ring now: the front door while it is open, else the out-of-hours team.
use super::{
    format::{Contact, ContactPurpose, OpeningHours, Weekday},
    library::Library,
};
use crate::domain::{time::Moment, working_days::bank_holiday_on};
use chrono::{Datelike, NaiveTime, Timelike};

/// Whom to ring at a moment, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct RingNow {
    /// Whom.
    pub contact: Contact,
    /// Why them.
    pub because: Because,
}

/// Why one team is the one to ring.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Because {
    /// The front door is open.
    Open,
    /// It is not.
    Closed,
    /// It would be, but today is a bank holiday, when front doors are mostly shut.
    BankHoliday(&'static str),
}

/// Whom to ring at `now`, as the clock on the wall has it; none where the packs give no opening hours to tell by.
#[must_use]
pub fn ring_now(library: &Library, now: Moment) -> Option<RingNow> {
    let first = |purpose| library.contacts(purpose).map(|(_, contact)| contact).next();
    let door = first(ContactPurpose::FrontDoor)?;
    let hours = door.open.as_ref()?;
    let because = if !is_open(hours, now) {
        Because::Closed
    } else if let Ok(Some(holiday)) = bank_holiday_on(now.date_naive()) {
        Because::BankHoliday(holiday.name)
    } else {
        Because::Open
    };
    let contact = match because {
        Because::Open => door,
        Because::Closed | Because::BankHoliday(_) => first(ContactPurpose::OutOfHours)?,
    };
    Some(RingNow { contact: contact.clone(), because })
}

/// Opening hours in words, such as `Monday to Friday, 08:30 to 16:30`.
#[must_use]
pub fn hours_told(hours: &OpeningHours) -> String {
    let names: Vec<_> = hours.days.iter().map(|day| WEEK[*day as usize].1).collect();
    let follow = hours.days.windows(2).all(|pair| pair[1] as usize == pair[0] as usize + 1);
    let days = match names.as_slice() {
        [first, .., last] if follow && names.len() > 2 => format!("{first} to {last}"),
        names => names.join(", "),
    };
    format!("{days}, {} to {}", hours.from, hours.to)
}

/// The days of the week as packs and as people name them.
const WEEK: [(Weekday, &str); 7] = [
    (Weekday::Mon, "Monday"),
    (Weekday::Tue, "Tuesday"),
    (Weekday::Wed, "Wednesday"),
    (Weekday::Thu, "Thursday"),
    (Weekday::Fri, "Friday"),
    (Weekday::Sat, "Saturday"),
    (Weekday::Sun, "Sunday"),
];

/// Whether `now` is within these hours, bank holidays left aside.
fn is_open(hours: &OpeningHours, now: Moment) -> bool {
    let (today, _) = WEEK[now.weekday().num_days_from_monday() as usize];
    let minute = |text: &str| {
        let (hour, minute) = text.split_once(':')?;
        NaiveTime::from_hms_opt(hour.parse().ok()?, minute.parse().ok()?, 0)
    };
    let time = NaiveTime::from_hms_opt(now.hour(), now.minute(), 0);
    hours.days.contains(&today) && minute(&hours.from) <= time && time < minute(&hours.to)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::pack::tests::SMALL;
    use chrono::DateTime;

    fn library() -> Library {
        let night = r#"{"id": "night", "name": "The night team", "purpose": "out_of_hours", "phone": "0161 496 0001",
            "when": "At other times", "provenance": {"sources": ["book"], "status": "current", "checked": null}}]"#;
        let days = SMALL.replace(r#"["mon", "fri"]"#, r#"["mon", "tue", "wed", "thu", "fri"]"#);
        let end = days.rfind(']').unwrap();
        let json = format!("{}, {night}{}", &days[..end], &days[end + 1..]);
        let mut library = Library::default();
        library.shelve("small", "pack", Ok(json));
        assert_eq!(library.faults(), []);
        library
    }

    #[test]
    fn the_clock_says_whom_to_ring() {
        for (now, who, because) in [
            ("2026-11-24T08:29:59+00:00", "night", Because::Closed),
            ("2026-11-24T08:30:00+00:00", "door", Because::Open),
            ("2026-11-24T16:29:59+00:00", "door", Because::Open),
            ("2026-11-24T16:30:00+00:00", "night", Because::Closed),
            ("2026-11-24T18:30:00+00:00", "night", Because::Closed),
            ("2026-11-28T11:00:00+00:00", "night", Because::Closed),
            ("2026-12-25T11:00:00+00:00", "night", Because::BankHoliday("Christmas Day")),
            ("2026-12-28T11:00:00+00:00", "night", Because::BankHoliday("Boxing Day")),
            ("2026-07-01T08:45:00+01:00", "door", Because::Open),
        ] {
            let ring = ring_now(&library(), DateTime::parse_from_rfc3339(now).unwrap()).unwrap();
            assert_eq!((ring.contact.id.as_str(), ring.because), (who, because), "{now}");
        }
    }

    #[test]
    fn hours_are_told_in_words() {
        let hours = |days| OpeningHours { days, from: "08:30".into(), to: "16:30".into() };
        use Weekday::{Fri, Mon, Thu, Tue, Wed};
        assert_eq!(hours_told(&hours(vec![Mon, Tue, Wed, Thu, Fri])), "Monday to Friday, 08:30 to 16:30");
        assert_eq!(hours_told(&hours(vec![Mon, Wed])), "Monday, Wednesday, 08:30 to 16:30");
    }

    #[test]
    fn without_hours_nothing_is_claimed() {
        let now = DateTime::parse_from_rfc3339("2026-11-24T18:30:00+00:00").unwrap();
        assert_eq!(ring_now(&Library::default(), now), None);
    }
}
