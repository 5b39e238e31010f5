//! The particulars of a reflection on disk.
use super::{day::DayV1, read_any};
use crate::domain::{
    bodies::{Body, Standard},
    particulars::{Activity, Particulars},
};
use serde::{Deserialize, Serialize};

#[derive(Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct ParticularsV1 {
    #[serde(skip_serializing_if = "Option::is_none")]
    activity: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    day: Option<DayV1>,
    minutes: u32,
    participatory: u32,
    with: String,
    tags: Vec<String>,
    standards: Vec<String>,
    links: Vec<String>,
    counts_for: Vec<String>,
}

impl From<&Particulars> for ParticularsV1 {
    fn from(it: &Particulars) -> Self {
        Self {
            activity: it.activity.map(|it| it.name().to_owned()),
            day: it.day.map(Into::into),
            minutes: it.minutes,
            participatory: it.participatory,
            with: it.with.clone(),
            tags: it.tags.clone(),
            standards: it.standards.iter().map(|it| it.id.to_owned()).collect(),
            links: it.links.iter().map(ToString::to_string).collect(),
            counts_for: it.counts_for.iter().map(|it| it.name().to_owned()).collect(),
        }
    }
}

impl ParticularsV1 {
    pub(super) fn into_domain(self) -> Option<Particulars> {
        Some(Particulars {
            activity: read_any(self.activity, |name| name.parse::<Activity>().ok())?,
            day: read_any(self.day, DayV1::into_domain)?,
            minutes: self.minutes,
            participatory: self.participatory,
            with: self.with,
            tags: self.tags,
            standards: self.standards.iter().map(|id| Standard::named(id).ok()).collect::<Option<_>>()?,
            links: self.links.iter().map(|link| link.parse().ok()).collect::<Option<_>>()?,
            counts_for: self.counts_for.iter().map(|it| it.parse::<Body>().ok()).collect::<Option<_>>()?,
        })
    }
}
