//! Clocks: from an event and its date to the steps that follow and the day each is due.
use super::format::{Clock, Limit};
use crate::domain::working_days::{UnknownYear, after_days, after_months, after_working_days};
use chrono::NaiveDate;

/// A step, and when it is due.
#[derive(Clone, Debug, PartialEq)]
pub struct Due {
    /// The step.
    pub clock: Clock,
    /// The pack that gives it.
    pub pack: String,
    /// When it is due.
    pub when: When,
    /// The step whose last day it was counted from; none where it was counted from the event itself.
    pub after: Option<String>,
    /// A step before it that has no day of its own, taken to be done on the day it was counted from.
    pub same_day: Option<String>,
    /// The day it was counted from.
    pub from: NaiveDate,
}

/// When a step is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// By the end of this day.
    By(NaiveDate),
    /// Within so many hours, which end on this day.
    Within(u16, NaiveDate),
    /// As soon as is reasonable: no day is set.
    Promptly,
}

impl When {
    /// The day it is due, where one is set.
    #[must_use]
    pub const fn day(self) -> Option<NaiveDate> {
        match self {
            Self::By(day) | Self::Within(_, day) => Some(day),
            Self::Promptly => None,
        }
    }
}

/// The events that start a clock, each once, in the order of the packs.
pub fn events<'a>(clocks: impl Iterator<Item = (&'a str, &'a Clock)>) -> Vec<String> {
    let mut events: Vec<String> = vec![];
    for (_, clock) in clocks {
        if !events.contains(&clock.starts) {
            events.push(clock.starts.clone());
        }
    }
    events
}

/// The steps that `event` on the day `on` starts, and those that follow from them, each counted from the last day of
/// the one before. A step without a day of its own passes its start on.
///
/// # Errors
/// [`UnknownYear`] when a count leaves the years whose bank holidays are known.
pub fn schedule<'a>(
    clocks: impl Iterator<Item = (&'a str, &'a Clock)>,
    event: &str,
    on: NaiveDate,
) -> Result<Vec<Due>, UnknownYear> {
    let clocks: Vec<_> = clocks.collect();
    let mut found: Vec<Due> = vec![];
    for (pack, clock) in clocks.iter().filter(|(_, clock)| clock.starts == event) {
        found.push(due(pack, clock, on, None)?);
    }
    let mut at = 0;
    while let Some(before) = found.get(at).cloned() {
        let step = Some(before.clock.step.clone());
        let (from, after, same_day) = match before.when.day() {
            Some(day) => (day, step, None),
            // It has no last day to count from.
            None => (before.from, None, step),
        };
        for (pack, clock) in &clocks {
            let follows = *pack == before.pack && clock.follows.as_ref() == Some(&before.clock.id);
            let is_new = found.iter().all(|due| (due.pack.as_str(), &due.clock.id) != (*pack, &clock.id));
            if follows && is_new {
                found.push(Due { same_day: same_day.clone(), ..due(pack, clock, from, after.clone())? });
            }
        }
        at += 1;
    }
    found.sort_by_key(|due| due.when.day().unwrap_or(due.from));
    Ok(found)
}

fn due(pack: &str, clock: &Clock, from: NaiveDate, after: Option<String>) -> Result<Due, UnknownYear> {
    let when = match clock.limit {
        Limit::Hours(hours) => When::Within(hours, after_days(from, hours.div_ceil(24))?),
        Limit::Days(days) => When::By(after_days(from, days)?),
        Limit::WorkingDays(days) => When::By(after_working_days(from, days)?),
        Limit::Months(months) => When::By(after_months(from, months)?),
        Limit::Promptly => When::Promptly,
    };
    Ok(Due { clock: clock.clone(), pack: pack.to_owned(), when, after, same_day: None, from })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        content::format::{Nature, Provenance, Status},
        domain::time::parse_date,
    };

    fn clock(id: &str, starts: &str, limit: Limit, follows: Option<&str>) -> Clock {
        Clock {
            id: id.into(),
            step: format!("Do {id}"),
            starts: starts.into(),
            limit,
            nature: Nature::Statutory,
            follows: follows.map(Into::into),
            note: "n".into(),
            provenance: Provenance { sources: vec![], status: Status::Current, checked: None, caution: None },
        }
    }

    fn clocks() -> Vec<Clock> {
        vec![
            clock("discuss", "suspicion", Limit::Promptly, None),
            clock("conference", "discussion", Limit::WorkingDays(15), Some("discuss")),
            clock("core-group", "conference", Limit::WorkingDays(10), Some("conference")),
            clock("review", "conference", Limit::Months(3), Some("conference")),
            clock("writing", "call", Limit::Hours(48), None),
        ]
    }

    fn days(event: &str, on: &str) -> Vec<(String, Option<String>)> {
        let clocks = clocks();
        let all = clocks.iter().map(|clock| ("england", clock));
        let due = schedule(all, event, parse_date(on).unwrap()).unwrap();
        due.into_iter().map(|due| (due.clock.id, due.when.day().map(|day| day.to_string()))).collect()
    }

    #[test]
    fn each_event_is_offered_once() {
        let clocks = clocks();
        assert_eq!(
            events(clocks.iter().map(|clock| ("england", clock))),
            ["suspicion", "discussion", "conference", "call"]
        );
    }

    #[test]
    fn steps_follow_one_another_over_bank_holidays() {
        let day = |id: &str, day: &str| (id.to_owned(), Some(day.to_owned()));
        // Fifteen working days over Christmas and New Year, ten more, and three months.
        assert_eq!(
            days("discussion", "2026-12-10"),
            [day("conference", "2027-01-05"), day("core-group", "2027-01-19"), day("review", "2027-04-05")]
        );
        assert_eq!(days("call", "2026-12-24"), [day("writing", "2026-12-26")]);
    }

    #[test]
    fn a_step_without_a_day_passes_its_start_on() {
        let found = days("suspicion", "2026-12-10");
        assert_eq!(found[0], ("discuss".to_owned(), None));
        assert_eq!(found[1], ("conference".to_owned(), Some("2027-01-05".to_owned())));
        let clocks = clocks();
        let all = clocks.iter().map(|clock| ("england", clock));
        let due = schedule(all, "suspicion", parse_date("2026-12-10").unwrap()).unwrap();
        let conference = due.iter().find(|due| due.clock.id == "conference").unwrap();
        assert_eq!((conference.after.as_deref(), conference.same_day.as_deref()), (None, Some("Do discuss")));
    }

    #[test]
    fn a_count_that_leaves_the_known_years_is_refused() {
        let clocks = clocks();
        let all = clocks.iter().map(|clock| ("england", clock));
        assert_eq!(schedule(all, "conference", parse_date("2035-12-20").unwrap()), Err(UnknownYear));
    }
}
