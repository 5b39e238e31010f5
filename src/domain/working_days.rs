//! Working days in England: weekdays that are not bank holidays, computed, so that no list runs out unseen.
//!
//! Bank holidays: Banking and Financial Dealings Act 1971, schedule 1, with those appointed by royal proclamation
//! each year; the list published at gov.uk/bank-holidays was the pattern. They differ in Scotland and Northern Ireland.
use chrono::{Datelike, Days, Months, NaiveDate, Weekday};
use std::ops::RangeInclusive;

/// The years whose bank holidays are known here. A holiday proclaimed for one year alone can still be added to a
/// year to come: what is counted for such a year says so.
pub const KNOWN_YEARS: RangeInclusive<i32> = 2017..=2035;

/// A day on which banks and most offices are shut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BankHoliday {
    /// Its date, moved to the next free weekday where it falls on a weekend.
    pub date: NaiveDate,
    /// What it is called.
    pub name: &'static str,
}

/// A date that lies outside [`KNOWN_YEARS`], or whose count would.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("bank holidays are known from 2017 to 2035 only")]
pub struct UnknownYear;

/// The bank holidays of England in `year`, in order.
///
/// # Errors
/// [`UnknownYear`] outside [`KNOWN_YEARS`].
pub fn bank_holidays(year: i32) -> Result<Vec<BankHoliday>, UnknownYear> {
    if !KNOWN_YEARS.contains(&year) {
        return Err(UnknownYear);
    }
    let day = |month, day| NaiveDate::from_ymd_opt(year, month, day).ok_or(UnknownYear);
    let easter = easter_sunday(year).ok_or(UnknownYear)?;
    let mut found = vec![
        BankHoliday { date: easter - Days::new(2), name: "Good Friday" },
        BankHoliday { date: easter + Days::new(1), name: "Easter Monday" },
    ];
    found.push(match year {
        2020 => BankHoliday { date: day(5, 8)?, name: "Early May bank holiday (VE Day)" },
        _ => BankHoliday { date: monday_from(day(5, 1)?), name: "Early May bank holiday" },
    });
    found.push(match year {
        2022 => BankHoliday { date: day(6, 2)?, name: "Spring bank holiday" },
        _ => BankHoliday { date: monday_from(day(5, 25)?), name: "Spring bank holiday" },
    });
    found.push(BankHoliday { date: monday_from(day(8, 25)?), name: "Summer bank holiday" });
    found.extend(match year {
        2022 => vec![
            BankHoliday { date: day(6, 3)?, name: "Platinum Jubilee bank holiday" },
            BankHoliday { date: day(9, 19)?, name: "State Funeral of Queen Elizabeth II" },
        ],
        2023 => vec![BankHoliday { date: day(5, 8)?, name: "Coronation of King Charles III" }],
        _ => vec![],
    });
    // Those with a date of their own move to the next free weekday; Boxing Day's substitute follows Christmas Day's.
    for (date, name) in
        [(day(1, 1)?, "New Year's Day"), (day(12, 25)?, "Christmas Day"), (day(12, 26)?, "Boxing Day")]
    {
        let free = |date: &NaiveDate| !is_weekend(*date) && found.iter().all(|it| it.date != *date);
        // Boxing Day on a Monday keeps it, and Christmas Day on the Sunday before goes to the Tuesday.
        let date = match (name, date.weekday()) {
            ("Christmas Day", Weekday::Sun) => date + Days::new(2),
            _ => date.iter_days().find(free).unwrap_or(date),
        };
        found.push(BankHoliday { date, name });
    }
    found.sort_unstable_by_key(|it| it.date);
    Ok(found)
}

/// The bank holiday on `date`, if it is one.
///
/// # Errors
/// [`UnknownYear`] outside [`KNOWN_YEARS`].
pub fn bank_holiday_on(date: NaiveDate) -> Result<Option<BankHoliday>, UnknownYear> {
    Ok(bank_holidays(date.year())?.into_iter().find(|it| it.date == date))
}

/// Whether `date` is neither at the weekend nor a bank holiday.
///
/// # Errors
/// [`UnknownYear`] outside [`KNOWN_YEARS`].
pub fn is_working_day(date: NaiveDate) -> Result<bool, UnknownYear> {
    Ok(bank_holiday_on(date)?.is_none() && !is_weekend(date))
}

/// The day on which `count` working days after `start` are over. The day of the event is not counted: the first is
/// the next working day, whatever day the event fell on.
///
/// # Errors
/// [`UnknownYear`] when the count leaves [`KNOWN_YEARS`].
pub fn after_working_days(start: NaiveDate, count: u16) -> Result<NaiveDate, UnknownYear> {
    let mut date = start;
    bank_holidays(date.year())?;
    let mut left = count;
    while left > 0 {
        date = date.succ_opt().ok_or(UnknownYear)?;
        if is_working_day(date)? {
            left -= 1;
        }
    }
    Ok(date)
}

/// The same day of the month, `count` months later; where that month is shorter, its last day.
///
/// # Errors
/// [`UnknownYear`] when it leaves [`KNOWN_YEARS`].
pub fn after_months(start: NaiveDate, count: u16) -> Result<NaiveDate, UnknownYear> {
    known(start.checked_add_months(Months::new(count.into())))
}

/// The day `count` days after `start`, weekends and bank holidays included.
///
/// # Errors
/// [`UnknownYear`] when it leaves [`KNOWN_YEARS`].
pub fn after_days(start: NaiveDate, count: u16) -> Result<NaiveDate, UnknownYear> {
    known(start.checked_add_days(Days::new(count.into())))
}

fn known(date: Option<NaiveDate>) -> Result<NaiveDate, UnknownYear> {
    date.filter(|date| KNOWN_YEARS.contains(&date.year())).ok_or(UnknownYear)
}

fn is_weekend(date: NaiveDate) -> bool {
    matches!(date.weekday(), Weekday::Sat | Weekday::Sun)
}

/// The first Monday on or after `date`.
fn monday_from(date: NaiveDate) -> NaiveDate {
    date + Days::new(u64::from((7 - date.weekday().num_days_from_monday()) % 7))
}

/// Easter Sunday in the Gregorian calendar: the anonymous algorithm (Nature, 20 April 1876), as Jean Meeus gives it
/// in Astronomical Algorithms, chapter 8.
fn easter_sunday(year: i32) -> Option<NaiveDate> {
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let (d, e) = (b / 4, b % 4);
    let g = (b - (b + 8) / 25 + 1) / 3;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let sum = h + l - 7 * m + 114;
    NaiveDate::from_ymd_opt(year, u32::try_from(sum / 31).ok()?, u32::try_from(sum % 31 + 1).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::time::parse_date;

    fn date(text: &str) -> NaiveDate {
        parse_date(text).unwrap()
    }

    fn holidays(year: i32) -> Vec<String> {
        bank_holidays(year).unwrap().iter().map(|it| it.date.format("%m-%d").to_string()).collect()
    }

    #[test]
    fn bank_holidays_are_those_that_were_published() {
        for (year, days) in [
            (2017, ["01-02", "04-14", "04-17", "05-01", "05-29", "08-28", "12-25", "12-26"]),
            (2021, ["01-01", "04-02", "04-05", "05-03", "05-31", "08-30", "12-27", "12-28"]),
            (2024, ["01-01", "03-29", "04-01", "05-06", "05-27", "08-26", "12-25", "12-26"]),
            (2025, ["01-01", "04-18", "04-21", "05-05", "05-26", "08-25", "12-25", "12-26"]),
            (2026, ["01-01", "04-03", "04-06", "05-04", "05-25", "08-31", "12-25", "12-28"]),
            (2027, ["01-01", "03-26", "03-29", "05-03", "05-31", "08-30", "12-27", "12-28"]),
            (2028, ["01-03", "04-14", "04-17", "05-01", "05-29", "08-28", "12-25", "12-26"]),
            (2033, ["01-03", "04-15", "04-18", "05-02", "05-30", "08-29", "12-26", "12-27"]),
        ] {
            assert_eq!(holidays(year), days, "{year}");
        }
    }

    #[test]
    fn holidays_of_one_year_alone_are_known() {
        assert_eq!(
            holidays(2020),
            ["01-01", "04-10", "04-13", "05-08", "05-25", "08-31", "12-25", "12-28"],
            "the early May holiday moved to VE Day"
        );
        assert_eq!(
            holidays(2022),
            ["01-03", "04-15", "04-18", "05-02", "06-02", "06-03", "08-29", "09-19", "12-26", "12-27"]
        );
        assert_eq!(
            holidays(2023),
            ["01-02", "04-07", "04-10", "05-01", "05-08", "05-29", "08-28", "12-25", "12-26"]
        );
    }

    #[test]
    fn easter_falls_where_the_almanac_says() {
        for (year, sunday) in [
            (2017, "2017-04-16"),
            (2019, "2019-04-21"),
            (2024, "2024-03-31"),
            (2026, "2026-04-05"),
            (2029, "2029-04-01"),
            (2030, "2030-04-21"),
            (2034, "2034-04-09"),
            (2035, "2035-03-25"),
        ] {
            assert_eq!(easter_sunday(year), Some(date(sunday)));
        }
    }

    #[test]
    fn working_days_are_counted_from_the_next_working_day() {
        for (start, count, end, why) in [
            ("2026-11-23", 1, "2026-11-24", "a Monday"),
            ("2026-11-27", 1, "2026-11-30", "a Friday: over the weekend"),
            ("2026-11-28", 1, "2026-11-30", "a Saturday: Monday is the first day"),
            ("2026-12-18", 5, "2026-12-29", "over Christmas, with Boxing Day's substitute on the 28th"),
            ("2026-12-24", 1, "2026-12-29", "Christmas Eve"),
            ("2026-12-31", 1, "2027-01-04", "over New Year"),
            ("2027-03-25", 1, "2027-03-30", "Maundy Thursday: over Easter"),
            ("2026-03-23", 15, "2026-04-15", "fifteen days over Easter"),
            ("2022-05-31", 2, "2022-06-06", "over the Jubilee"),
            ("2022-09-16", 1, "2022-09-20", "over the State Funeral"),
            ("2023-05-05", 1, "2023-05-09", "over the Coronation"),
            ("2020-05-01", 5, "2020-05-11", "the Monday was worked, VE Day was not"),
            ("2026-11-24", 45, "2027-01-29", "an assessment begun in November"),
            ("2026-11-24", 0, "2026-11-24", "nothing to count"),
        ] {
            assert_eq!(after_working_days(date(start), count), Ok(date(end)), "{start} + {count}: {why}");
        }
    }

    #[test]
    fn months_end_where_the_month_does() {
        assert_eq!(after_months(date("2026-11-30"), 3), Ok(date("2027-02-28")));
        assert_eq!(after_months(date("2027-08-31"), 6), Ok(date("2028-02-29")));
        assert_eq!(after_days(date("2026-12-20"), 42), Ok(date("2027-01-31")));
    }

    #[test]
    fn what_cannot_be_known_is_not_guessed() {
        assert_eq!(after_working_days(date("2035-12-20"), 15), Err(UnknownYear));
        assert_eq!(after_working_days(date("2016-12-20"), 1), Err(UnknownYear));
        assert_eq!(after_months(date("2035-11-01"), 6), Err(UnknownYear));
        assert_eq!(bank_holidays(2036), Err(UnknownYear));
    }
}
