//! The person's profile on disk.
use super::{day::DayV1, moment::MomentV1, read_any};
use crate::domain::{
    cards::Kind,
    memory::Retention,
    profile::{Profile, Registration},
    revision::{CatchUp, Pace},
};
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ProfileV1 {
    v: u32,
    registrations: Vec<RegistrationV1>,
    passed_over: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    backed_up: Option<MomentV1>,
    pace: PaceV1,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    catch_up: Option<(DayV1, DayV1)>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct PaceV1 {
    retention: u8,
    cards_a_day: u16,
    new_a_day: u16,
    left_out: Vec<String>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct RegistrationV1 {
    body: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    until: Option<DayV1>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    level: Option<u8>,
}

super::versions!(Profile, ProfileV1);

impl From<&Profile> for ProfileV1 {
    fn from(it: &Profile) -> Self {
        let registrations = it.registrations.iter().map(|it| RegistrationV1 {
            body: it.body.name().to_owned(),
            until: it.until.map(Into::into),
            level: it.level,
        });
        Self {
            v: 1,
            registrations: registrations.collect(),
            passed_over: it.passed_over.clone(),
            backed_up: it.backed_up.map(Into::into),
            pace: PaceV1 {
                retention: it.pace.retention.percent(),
                cards_a_day: it.pace.cards_a_day,
                new_a_day: it.pace.new_a_day,
                left_out: it.pace.left_out.iter().map(|kind| kind.name().to_owned()).collect(),
            },
            catch_up: it.catch_up.map(|it| (it.first.into(), it.last.into())),
        }
    }
}

impl ProfileV1 {
    fn into_domain(self, _: [u8; 16]) -> Option<Profile> {
        let registration = |it: RegistrationV1| {
            let (body, until) = (it.body.parse().ok()?, read_any(it.until, DayV1::into_domain)?);
            Some(Registration { body, until, level: it.level })
        };
        let catch_up = |(first, last): (DayV1, DayV1)| {
            Some(CatchUp { first: first.into_domain()?, last: last.into_domain()? })
        };
        let pace = Pace {
            retention: Retention::of_percent(self.pace.retention)?,
            cards_a_day: self.pace.cards_a_day,
            new_a_day: self.pace.new_a_day,
            left_out: self.pace.left_out.iter().map(|name| Kind::named(name)).collect::<Option<_>>()?,
        };
        Some(Profile {
            registrations: self.registrations.into_iter().map(registration).collect::<Option<_>>()?,
            passed_over: self.passed_over,
            backed_up: read_any(self.backed_up, MomentV1::into_domain)?,
            pace,
            catch_up: read_any(self.catch_up, catch_up)?,
        })
    }
}
