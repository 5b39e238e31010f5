//! What the person's clock says.
use crate::domain::time::Moment;
use chrono::{DateTime, FixedOffset, Utc};

/// Now, on the person's clock.
#[must_use]
pub fn now() -> Moment {
    let date = js_sys::Date::new_0();
    let utc: DateTime<Utc> = DateTime::from_timestamp_millis(date.get_time() as i64).unwrap_or_default();
    // JavaScript counts the minutes west of Greenwich.
    let offset = FixedOffset::west_opt(date.get_timezone_offset() as i32 * 60);
    utc.with_timezone(&offset.unwrap_or_else(|| FixedOffset::east_opt(0).expect("zero is in range")))
}
