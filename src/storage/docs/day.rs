//! A day on disk: `2026-11-23`.
use crate::domain::time::parse_date;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
pub(super) struct DayV1(String);

impl From<NaiveDate> for DayV1 {
    fn from(day: NaiveDate) -> Self {
        Self(day.to_string())
    }
}

impl DayV1 {
    pub(super) fn into_domain(self) -> Option<NaiveDate> {
        parse_date(&self.0)
    }
}
