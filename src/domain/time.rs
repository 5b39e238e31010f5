//! Time as the person's clock and calendar show it; handed in, never asked for.
use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, TimeDelta, Timelike};

/// An instant, with what the clock on the wall said.
pub type Moment = DateTime<FixedOffset>;

/// The hour at which a day of study turns: a reflection at two in the morning belongs to the evening before.
pub const STUDY_DAY_TURNS_AT: i64 = 4;

/// The months, as they are written.
pub(super) const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// The moment that lies `ms` milliseconds after the beginning of 1970, on a clock `minutes` ahead of UTC; none outside the
/// years 1 to 9999, at whose far ends no day could be counted on.
#[must_use]
pub fn moment(ms: i64, minutes: i32) -> Option<Moment> {
    let offset = FixedOffset::east_opt(minutes.checked_mul(60)?)?;
    let utc = DateTime::from_timestamp_millis(ms)?;
    (1..=9999).contains(&utc.year()).then(|| utc.with_timezone(&offset))
}

/// The study day that `moment` belongs to.
#[must_use]
pub fn study_day(moment: Moment) -> NaiveDate {
    (moment - TimeDelta::hours(STUDY_DAY_TURNS_AT)).date_naive()
}

/// Such as `23 November 2026`.
#[must_use]
pub fn long_date(date: NaiveDate) -> String {
    format!("{} {}", date.day(), month_and_year(date))
}

/// Such as `November 2026`.
#[must_use]
pub fn month_and_year(date: NaiveDate) -> String {
    format!("{} {}", MONTHS[date.month0() as usize], date.year())
}

/// Such as `Tuesday`.
#[must_use]
pub fn weekday(date: NaiveDate) -> &'static str {
    WEEKDAYS[date.weekday().num_days_from_monday() as usize]
}

/// Such as `Tuesday 24 November 2026`.
#[must_use]
pub fn weekday_and_date(date: NaiveDate) -> String {
    format!("{} {}", weekday(date), long_date(date))
}

/// Such as `14:05`.
#[must_use]
pub fn clock_time(moment: Moment) -> String {
    format!("{:02}:{:02}", moment.hour(), moment.minute())
}

/// Reads `2026-11-23`.
#[must_use]
pub fn parse_date(text: &str) -> Option<NaiveDate> {
    let mut parts = text.splitn(3, '-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    // A sign would be a number too, and would not be written again.
    let are_digits = [year, month, day].iter().all(|it| it.bytes().all(|it| it.is_ascii_digit()));
    if !are_digits || (year.len(), month.len(), day.len()) != (4, 2, 2) {
        return None;
    }
    NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

/// A day (`2026-11-23`) or a month (`2023-09`) in words; none if it is neither.
#[must_use]
pub fn day_or_month(text: &str) -> Option<String> {
    parse_date(text).map(long_date).or_else(|| parse_date(&format!("{text}-01")).map(month_and_year))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Moment {
        DateTime::parse_from_rfc3339(text).unwrap()
    }

    #[test]
    fn two_in_the_morning_belongs_to_the_day_before() {
        assert_eq!(study_day(at("2026-03-02T02:00:00+00:00")).to_string(), "2026-03-01");
        assert_eq!(study_day(at("2026-03-02T04:00:00+00:00")).to_string(), "2026-03-02");
    }

    #[test]
    fn the_study_day_follows_the_clock_on_the_wall() {
        assert_eq!(study_day(at("2026-07-01T03:30:00+01:00")).to_string(), "2026-06-30");
    }

    #[test]
    fn a_moment_lies_within_the_years_that_calendars_hold() {
        assert_eq!(moment(0, 60).map(|it| it.to_rfc3339()).as_deref(), Some("1970-01-01T01:00:00+01:00"));
        let (first, last) = (-62_135_596_800_000, 253_402_300_799_999);
        for minutes in [-1_439, 0, 1_439] {
            assert!(moment(first, minutes).is_some_and(|it| study_day(it).succ_opt().is_some()));
            assert!(moment(last, minutes).is_some_and(|it| study_day(it).succ_opt().is_some()));
            assert_eq!((moment(first - 1, minutes), moment(last + 1, minutes)), (None, None));
        }
        assert_eq!((moment(0, 1_440), moment(0, i32::MAX), moment(i64::MIN, 0)), (None, None, None));
    }

    #[test]
    fn dates_read_as_people_write_them() {
        assert_eq!(long_date(at("2026-11-03T09:05:00+00:00").date_naive()), "3 November 2026");
        assert_eq!(
            weekday_and_date(at("2026-11-24T09:05:00+00:00").date_naive()),
            "Tuesday 24 November 2026"
        );
        assert_eq!(clock_time(at("2026-11-03T09:05:00+00:00")), "09:05");
        assert_eq!(day_or_month("2023-09").as_deref(), Some("September 2023"));
        assert_eq!(day_or_month("2026-11-23").as_deref(), Some("23 November 2026"));
        assert_eq!(day_or_month("2026-13"), None);
        for other in ["-999-01-01", "+999-01-01", "2026-1-23", "2026-+1-23", "2026-11--3", "２０26-11-23"] {
            assert_eq!(parse_date(other), None, "{other} is not read: it would be written otherwise");
        }
    }
}
