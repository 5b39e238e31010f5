//! A moment on disk: milliseconds since 1970 and the wall clock's distance from UTC in minutes.
use crate::domain::time::{Moment, moment};
use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, Serialize, Deserialize)]
pub(super) struct MomentV1(i64, i32);

impl From<Moment> for MomentV1 {
    fn from(moment: Moment) -> Self {
        Self(moment.timestamp_millis(), moment.offset().local_minus_utc() / 60)
    }
}

impl MomentV1 {
    pub(super) fn into_domain(self) -> Option<Moment> {
        moment(self.0, self.1)
    }
}
