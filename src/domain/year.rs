//! A year looked back on: hours and themes, kinds of learning, and what became of what was meant.
use super::{
    ids::ReflectionId,
    journal::Journal,
    particulars::Activity,
    record::{Period, minutes},
    table::in_order,
};
use chrono::{Datelike, Months, NaiveDate};

/// Twelve months of a journal.
#[derive(Clone, Debug, PartialEq)]
pub struct Year {
    pub period: Period,
    /// Month by month, the first first.
    pub months: Vec<Month>,
    /// Themes, the most frequent first, each as it was last spelt.
    pub themes: Vec<(String, usize)>,
    /// Kinds of learning, the most frequent first; none stands for what was not said.
    pub kinds: Vec<Kind>,
    pub followed: Followed,
    /// How many reflections were brought to supervision, and to how many meetings.
    pub brought: usize,
    pub meetings: usize,
}

/// A month of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Month {
    pub first: NaiveDate,
    pub reflections: usize,
    pub minutes: u32,
    pub participatory: u32,
}

/// A kind of learning in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kind {
    pub activity: Option<Activity>,
    pub reflections: usize,
    pub minutes: u32,
}

/// What became of what the person meant to do in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Followed {
    /// Done by its day, or without one.
    pub done: usize,
    /// Done after its day.
    pub late: usize,
    /// Not done yet.
    pub open: usize,
}

impl Followed {
    /// All that was meant.
    #[must_use]
    pub const fn made(self) -> usize {
        self.done + self.late + self.open
    }
}

/// The twelve months up to and with the month of `day`.
#[must_use]
pub fn months_up_to(day: NaiveDate) -> Period {
    let month = first_of_month(day);
    let next = month.checked_add_months(Months::new(1)).unwrap_or(day);
    Period::ending(next.pred_opt().unwrap_or(day), Months::new(12))
}

/// The calendar years in which something was written, the last first.
#[must_use]
pub fn years(journal: &Journal) -> Vec<i32> {
    let mut years = vec![];
    for year in journal.reflections().iter().map(|it| it.day().year()) {
        if !years.contains(&year) {
            years.push(year);
        }
    }
    in_order(years, |year| -i64::from(*year))
}

/// A calendar year.
#[must_use]
pub fn calendar_year(year: i32) -> Option<Period> {
    let (first, last) = (NaiveDate::from_ymd_opt(year, 1, 1)?, NaiveDate::from_ymd_opt(year, 12, 31)?);
    Some(Period { first, last })
}

impl Year {
    /// What `journal` holds of the twelve months of `period`, which begins with a month.
    #[must_use]
    pub fn of(journal: &Journal, period: Period) -> Self {
        let reflections: Vec<_> =
            journal.reflections().into_iter().filter(|it| period.contains(it.day())).collect();
        let mut months: Vec<Month> = (0..12)
            .filter_map(|at| period.first.checked_add_months(Months::new(at)))
            .map(|first| Month { first, reflections: 0, minutes: 0, participatory: 0 })
            .collect();
        // By their small letters, in order.
        let mut themes: Vec<(String, String, usize)> = vec![];
        let mut kinds: Vec<Kind> = vec![];
        for it in &reflections {
            let (time, with_others) = minutes(it);
            let month = first_of_month(it.day());
            if let Some(month) = months.iter_mut().find(|it| it.first == month) {
                month.reflections += 1;
                month.minutes = month.minutes.saturating_add(time);
                month.participatory = month.participatory.saturating_add(with_others);
            }
            let mut noted: Vec<String> = vec![];
            for tag in &it.words.particulars.tags {
                let key = tag.to_lowercase();
                if noted.contains(&key) {
                    continue;
                }
                match themes.binary_search_by(|(known, ..)| known.cmp(&key)) {
                    Ok(at) => themes[at].2 += 1,
                    // The newest come first, and so does their spelling.
                    Err(at) => themes.insert(at, (key.clone(), tag.clone(), 1)),
                }
                noted.push(key);
            }
            let activity = it.words.particulars.activity;
            let at = kinds.iter().position(|kind| kind.activity == activity).unwrap_or_else(|| {
                kinds.push(Kind { activity, reflections: 0, minutes: 0 });
                kinds.len() - 1
            });
            kinds[at].reflections += 1;
            kinds[at].minutes = kinds[at].minutes.saturating_add(time);
        }
        let themes = in_order(themes, |it| most_first(it.2));
        let kinds = in_order(kinds, |it| most_first(it.reflections));
        let mut brought: Vec<ReflectionId> = vec![];
        let mut meetings = 0;
        for it in journal.meetings() {
            if it.held.is_some_and(|on| period.contains(on)) {
                meetings += 1;
                let new: Vec<_> = it.brought.iter().filter(|id| !brought.contains(id)).copied().collect();
                brought.extend(new);
            }
        }
        Self {
            period,
            months,
            themes: themes.into_iter().map(|(_, tag, count)| (tag, count)).collect(),
            kinds,
            followed: followed(journal, period),
            brought: brought.len(),
            meetings,
        }
    }

    /// Its minutes, and how many of them were with others.
    #[must_use]
    pub fn minutes(&self) -> (u32, u32) {
        self.months.iter().fold((0, 0), |(all, with), it| {
            (all.saturating_add(it.minutes), with.saturating_add(it.participatory))
        })
    }

    /// How many reflections are in it.
    #[must_use]
    pub fn reflections(&self) -> usize {
        self.months.iter().map(|it| it.reflections).sum()
    }
}

/// What became of what was meant in `period`, whenever it was done.
fn followed(journal: &Journal, period: Period) -> Followed {
    let mut followed = Followed::default();
    for it in journal.intentions() {
        if !period.contains(it.made.date_naive()) {
            continue;
        }
        match (it.done, it.plan.by) {
            (None, _) => followed.open += 1,
            (Some(done), Some(by)) if done.date_naive() > by => followed.late += 1,
            (Some(_), _) => followed.done += 1,
        }
    }
    followed
}

fn most_first(count: usize) -> i64 {
    -i64::try_from(count).unwrap_or(i64::MAX)
}

fn first_of_month(day: NaiveDate) -> NaiveDate {
    day.with_day(1).unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        ids::{IntentionId, MeetingId},
        intentions::{Intention, Plan},
        journal::Change,
        reflections::{Reflection, Subject, Words},
        supervision::{Meeting, Notes},
        time::{Moment, parse_date},
    };

    fn day(text: &str) -> NaiveDate {
        parse_date(text).unwrap()
    }

    fn at(text: &str) -> Moment {
        Moment::parse_from_rfc3339(&format!("{text}T12:00:00+00:00")).unwrap()
    }

    fn reflection(n: u8, on: &str, minutes: u32, with: u32, tags: &[&str]) -> Change {
        let mut words = Words::about(None);
        words.particulars.minutes = minutes;
        words.particulars.participatory = with;
        words.particulars.tags = tags.iter().map(|it| (*it).to_owned()).collect();
        words.particulars.activity = n.is_multiple_of(2).then_some(Activity::Course);
        Change::PutReflection(Reflection {
            id: ReflectionId::from_entropy([n; 16]),
            words,
            written: at(on),
            changed: at(on),
            earlier: vec![],
            binned: None,
            bring: false,
        })
    }

    fn intention(n: u8, made: &str, by: Option<&str>, done: Option<&str>) -> Change {
        let plan = Plan { action: "Ask".into(), by: by.map(day), ..Plan::about(Subject::Challenge) };
        Change::PutIntention(Intention {
            id: IntentionId::from_entropy([n; 16]),
            plan,
            made: at(made),
            done: done.map(at),
            looked_back: None,
        })
    }

    fn meeting(n: u8, held: Option<&str>, brought: &[u8]) -> Change {
        Change::PutMeeting(Meeting {
            id: MeetingId::from_entropy([n; 16]),
            notes: Notes::default(),
            brought: brought.iter().map(|n| ReflectionId::from_entropy([*n; 16])).collect(),
            held: held.map(day),
            changed: at("2026-11-01"),
        })
    }

    fn journal() -> Journal {
        let mut journal = Journal::default();
        journal.apply(&[
            reflection(1, "2025-11-30", 600, 600, &["too early"]),
            reflection(2, "2025-12-01", 60, 30, &["Neglect", "Fathers"]),
            reflection(3, "2026-02-28", 90, 120, &["neglect", "NEGLECT"]),
            reflection(4, "2026-11-30", 30, 0, &["school"]),
            intention(1, "2025-11-30", None, None),
            intention(2, "2026-03-01", Some("2026-03-05"), Some("2026-03-05")),
            intention(3, "2026-03-01", Some("2026-03-05"), Some("2026-03-06")),
            intention(4, "2026-03-01", None, Some("2027-03-06")),
            intention(5, "2026-03-01", Some("2026-03-05"), None),
            meeting(1, Some("2026-03-02"), &[2, 3]),
            meeting(2, Some("2026-04-02"), &[3]),
            meeting(3, None, &[]),
            meeting(4, Some("2025-04-02"), &[1]),
        ]);
        journal
    }

    #[test]
    fn hours_fall_into_their_months_to_the_last_day() {
        let year = Year::of(&journal(), months_up_to(day("2026-11-23")));
        assert_eq!((year.period.first, year.period.last), (day("2025-12-01"), day("2026-11-30")));
        let told: Vec<_> =
            year.months.iter().map(|it| (it.reflections, it.minutes, it.participatory)).collect();
        assert_eq!(told.len(), 12);
        assert_eq!((told[0], told[2], told[11]), ((1, 60, 30), (1, 90, 90), (1, 30, 0)));
        assert_eq!((year.reflections(), year.minutes()), (3, (180, 120)));
    }

    #[test]
    fn themes_are_counted_whatever_their_letters_and_once_a_reflection() {
        let year = Year::of(&journal(), months_up_to(day("2026-11-23")));
        let themes: Vec<_> = year.themes.iter().map(|(tag, count)| (tag.as_str(), *count)).collect();
        assert_eq!(themes, [("neglect", 2), ("Fathers", 1), ("school", 1)]);
        let kinds: Vec<_> = year.kinds.iter().map(|it| (it.activity, it.reflections, it.minutes)).collect();
        assert_eq!(kinds, [(Some(Activity::Course), 2, 90), (None, 1, 90)]);
    }

    #[test]
    fn follow_through_knows_what_was_done_done_late_and_is_open() {
        let year = Year::of(&journal(), months_up_to(day("2026-11-23")));
        assert_eq!(year.followed, Followed { done: 2, late: 1, open: 1 });
        assert_eq!(year.followed.made(), 4);
        assert_eq!((year.brought, year.meetings), (2, 2), "one brought twice was brought");
    }

    #[test]
    fn years_are_those_in_which_something_was_written() {
        assert_eq!(years(&journal()), [2026, 2025]);
        let year = Year::of(&journal(), calendar_year(2025).unwrap());
        assert_eq!(year.months[11].minutes, 60);
        assert_eq!(year.months[10].minutes, 600);
        assert_eq!(months_up_to(day("2024-02-29")).last, day("2024-02-29"));
        assert_eq!(months_up_to(day("2024-12-31")).first, day("2024-01-01"));
    }
}
