//! A reminder to revise as an iCalendar file (RFC 5545) that recurs: it names nothing that is learnt or written.
use crate::domain::time::{Moment, study_day};
use chrono::{Datelike, Days, NaiveTime, TimeDelta, Utc, Weekday};
use icalendar::{Alarm, Calendar, Component, Event, EventLike};

/// On which days to be reminded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnDays {
    Every,
    /// Monday to Friday.
    Weekdays,
}

/// A reminder at `time` by the clock on the wall, wherever the person is, from the day after `now` on. Another one made
/// later takes its place in the calendar, because both have one name.
#[must_use]
pub fn reminder(time: NaiveTime, on: OnDays, now: Moment) -> String {
    let mut first = study_day(now) + Days::new(1);
    while on == OnDays::Weekdays && matches!(first.weekday(), Weekday::Sat | Weekday::Sun) {
        first = first + Days::new(1);
    }
    let rule = match on {
        OnDays::Every => "FREQ=DAILY",
        OnDays::Weekdays => "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
    };
    let starts = first.and_time(time);
    let mut calendar = Calendar::new();
    calendar.push(
        Event::new()
            .uid("two-minutes@second-look")
            .timestamp(now.with_timezone(&Utc))
            .sequence(u32::try_from(now.timestamp() / 60).unwrap_or(0))
            .summary("Two minutes")
            // Without a zone: half past seven stays half past seven when the clocks change (RFC 5545, 3.3.5, form 1).
            .starts(starts)
            .ends(starts + TimeDelta::minutes(2))
            .add_property("RRULE", rule)
            .add_property("CLASS", "PRIVATE")
            .add_property("TRANSP", "TRANSPARENT")
            .alarm(Alarm::display("Two minutes", TimeDelta::zero()))
            .done(),
    );
    calendar.done().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::DateTime;
    use icalendar::parser::{read_calendar, unfold};

    fn written(on: OnDays, now: &str) -> String {
        let now = DateTime::parse_from_rfc3339(now).unwrap();
        reminder(NaiveTime::from_hms_opt(7, 30, 0).unwrap(), on, now)
    }

    fn property(text: &str, name: &str) -> String {
        let unfolded = unfold(text);
        let read = read_calendar(&unfolded).unwrap();
        let event = &read.components[0];
        event.properties.iter().find(|it| it.name == name).map(|it| it.val.to_string()).unwrap_or_default()
    }

    #[test]
    fn it_recurs_at_the_same_time_on_the_wall_and_sounds_then() {
        let text = written(OnDays::Every, "2026-11-25T21:00:00+00:00");
        assert_eq!(property(&text, "DTSTART"), "20261126T073000");
        assert_eq!(property(&text, "DTEND"), "20261126T073200");
        assert_eq!(property(&text, "RRULE"), "FREQ=DAILY");
        assert!(text.contains("BEGIN:VALARM") && text.contains("ACTION:DISPLAY"), "{text}");
    }

    #[test]
    fn on_weekdays_it_begins_on_one() {
        let text = written(OnDays::Weekdays, "2026-11-27T21:00:00+00:00");
        assert_eq!(property(&text, "DTSTART"), "20261130T073000", "the Monday after a Friday");
        assert_eq!(property(&text, "RRULE"), "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR");
    }

    #[test]
    fn a_later_one_takes_the_place_of_the_first() {
        let sequence = |now| property(&written(OnDays::Every, now), "SEQUENCE").parse::<u32>().unwrap();
        let first = written(OnDays::Every, "2026-11-25T21:00:00+00:00");
        assert_eq!(property(&first, "UID"), "two-minutes@second-look");
        assert!(sequence("2026-11-25T21:00:00+00:00") < sequence("2026-11-25T21:01:00+00:00"));
    }

    #[test]
    fn it_tells_nothing_of_what_is_learnt() {
        let text = written(OnDays::Every, "2026-11-25T21:00:00+00:00");
        assert_eq!(property(&text, "SUMMARY"), "Two minutes");
        assert_eq!(property(&text, "DESCRIPTION"), "");
    }
}
