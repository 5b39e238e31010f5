//! Steps and their days as an iCalendar file (RFC 5545), for any calendar. It names no child and no case.
use super::{
    format::Nature,
    schedule::{Due, When},
};
use crate::domain::time::Moment;
use chrono::{DateTime, Days, Utc};
use icalendar::{Calendar, Component, Event, EventLike};

/// The steps of `schedule` that have a day, each an all-day event, written at `now`.
#[must_use]
pub fn calendar(schedule: &[Due], now: Moment) -> String {
    let stamp: DateTime<Utc> = now.to_utc();
    let mut calendar = Calendar::new();
    calendar.name("Second Look: steps with a time limit");
    for due in schedule {
        let Some(day) = due.when.day() else { continue };
        let nature = match due.clock.nature {
            Nature::Statutory => "Statutory.",
            Nature::Local => "Set locally, not by law: check your area.",
        };
        let hours = match due.when {
            When::Within(hours, _) => format!("Within {hours} hours. "),
            When::By(_) | When::Promptly => String::new(),
        };
        let caution = due.clock.provenance.caution.as_deref().unwrap_or_default();
        let text = format!("{hours}{nature} {} {caution}", due.clock.note);
        calendar.push(
            Event::new()
                // The same step on the same day can be another child's.
                .uid(&format!("{}-{day}-{}@second-look", due.clock.id, stamp.timestamp_millis()))
                .timestamp(stamp)
                .summary(&due.clock.step)
                .description(text.trim())
                .starts(day)
                // RFC 5545, 3.6.1: the end is the day after.
                .ends(day + Days::new(1))
                .done(),
        );
    }
    calendar.done().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::format::{Clock, Limit, Provenance, Status};
    use icalendar::parser::{read_calendar, unfold};

    #[test]
    fn what_is_written_a_parser_reads_back() {
        let day = chrono::NaiveDate::from_ymd_opt(2027, 1, 5).unwrap();
        let clock = Clock {
            id: "clock-initial-conference".into(),
            step: "Hold the conference, and invite: the child; both parents".into(),
            starts: "s".into(),
            limit: Limit::WorkingDays(15),
            nature: Nature::Local,
            follows: None,
            note: "A long note. ".repeat(12),
            provenance: Provenance { sources: vec![], status: Status::Current, checked: None, caution: None },
        };
        let due = |when| Due {
            clock: clock.clone(),
            pack: "england".into(),
            when,
            after: None,
            same_day: None,
            from: day,
        };
        let now = DateTime::parse_from_rfc3339("2026-11-24T18:30:00+00:00").unwrap();
        let text = calendar(&[due(When::By(day)), due(When::Promptly), due(When::Within(48, day))], now);
        assert!(
            text.lines().all(|line| line.trim_end_matches('\r').len() <= 75),
            "RFC 5545, 3.1: lines are folded"
        );
        assert!(text.contains("Hold the conference\\, and invite"), "RFC 5545, 3.3.11: commas are escaped");
        let unfolded = unfold(&text);
        let read = read_calendar(&unfolded).unwrap();
        let property = |at: usize, name: &str| {
            let event = &read.components[at];
            event.properties.iter().find(|it| it.name == name).map(|it| it.val.to_string()).unwrap()
        };
        assert_eq!(read.components.len(), 2, "what has no day is left out");
        assert_eq!(property(0, "DTSTART"), "20270105");
        assert_eq!(property(0, "DTSTAMP"), "20261124T183000Z");
        assert_eq!(property(0, "DTEND"), "20270106");
        assert_eq!(property(0, "UID"), "clock-initial-conference-2027-01-05-1795545000000@second-look");
        assert_eq!(property(0, "SUMMARY"), "Hold the conference, and invite: the child; both parents");
        assert!(property(1, "DESCRIPTION").starts_with("Within 48 hours. Set locally"));
    }
}
