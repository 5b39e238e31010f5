//! A learning day as somebody took part in it, on disk.
use super::{
    day::DayV1,
    event_plan::{AskedV1, EventOutcomeV1},
    moment::MomentV1,
    read_any,
    sureness::SurenessV1,
    verdict::VerdictV1,
};
use crate::domain::{
    attendance::{Attendance, InvitedTo, Scribed, Since, Thoughts},
    confidence::Rating,
    hex::{hex, parse_hex},
    ids::AttendanceId,
    passing::{EventTag, Heard, SenderTag},
};
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct AttendanceV1 {
    v: u32,
    event: String,
    sender: String,
    title: String,
    organisers: String,
    venue: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    day: Option<DayV1>,
    minutes: u16,
    participatory: u16,
    prompts: u8,
    outcomes: Vec<EventOutcomeV1>,
    statements: Vec<AskedV1>,
    /// Before talking, after it, and how sure.
    heard: Vec<(Option<VerdictV1>, Option<VerdictV1>, Option<SurenessV1>)>,
    /// A table, and what it said to each question.
    scribed: (String, Vec<String>),
    ratings: Vec<(Option<u8>, Option<u8>)>,
    useful: String,
    differently: String,
    barrier: String,
    joined: MomentV1,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    left: Option<MomentV1>,
    /// How confident now, and what has changed.
    since: (Vec<Option<u8>>, String),
    #[serde(default, skip_serializing_if = "Option::is_none")]
    followed_up: Option<MomentV1>,
}

super::versions!(Attendance, AttendanceV1);

impl From<&Attendance> for AttendanceV1 {
    fn from(it: &Attendance) -> Self {
        let number = |it: Option<Rating>| it.map(Rating::number);
        let heard =
            |it: &Heard| (it.first.map(Into::into), it.second.map(Into::into), it.sure.map(Into::into));
        Self {
            v: 1,
            event: (*hex(&it.invited.event.bytes())).clone(),
            sender: (*hex(&it.sender.bytes())).clone(),
            title: it.invited.title.clone(),
            organisers: it.invited.organisers.clone(),
            venue: it.invited.venue.clone(),
            day: it.invited.day.map(Into::into),
            minutes: it.invited.minutes,
            participatory: it.invited.participatory,
            prompts: it.invited.prompts,
            outcomes: it.invited.outcomes.iter().map(Into::into).collect(),
            statements: it.invited.statements.iter().map(Into::into).collect(),
            heard: it.heard.iter().map(heard).collect(),
            scribed: (it.scribed.table.clone(), it.scribed.notes.clone()),
            ratings: it.thoughts.ratings.iter().map(|it| (number(it.0), number(it.1))).collect(),
            useful: it.thoughts.useful.clone(),
            differently: it.thoughts.differently.clone(),
            barrier: it.thoughts.barrier.clone(),
            joined: it.joined.into(),
            left: it.left.map(Into::into),
            since: (it.since.ratings.iter().map(|it| number(*it)).collect(), it.since.changed.clone()),
            followed_up: it.followed_up.map(Into::into),
        }
    }
}

impl AttendanceV1 {
    fn into_domain(self, id: [u8; 16]) -> Option<Attendance> {
        let heard = |(first, second, sure): (Option<VerdictV1>, Option<VerdictV1>, Option<SurenessV1>)| {
            Heard { first: first.map(Into::into), second: second.map(Into::into), sure: sure.map(Into::into) }
        };
        let rating = |it| read_any(it, Rating::of_ten);
        let (ratings, changed) = self.since;
        let since = Since { ratings: ratings.into_iter().map(rating).collect::<Option<_>>()?, changed };
        let (table, notes) = self.scribed;
        let invited = InvitedTo {
            event: EventTag::from_entropy(parse_hex(&self.event)?),
            title: self.title,
            organisers: self.organisers,
            venue: self.venue,
            day: read_any(self.day, DayV1::into_domain)?,
            minutes: self.minutes,
            participatory: self.participatory,
            prompts: self.prompts,
            outcomes: self.outcomes.into_iter().map(Into::into).collect(),
            statements: self.statements.into_iter().map(AskedV1::into_domain).collect::<Option<_>>()?,
        };
        let both = |(before, after)| Some((rating(before)?, rating(after)?));
        let thoughts = Thoughts {
            ratings: self.ratings.into_iter().map(both).collect::<Option<_>>()?,
            useful: self.useful,
            differently: self.differently,
            barrier: self.barrier,
        };
        Some(Attendance {
            id: AttendanceId::from_entropy(id),
            invited,
            sender: SenderTag::from_entropy(parse_hex(&self.sender)?),
            heard: self.heard.into_iter().map(heard).collect(),
            scribed: Scribed { table, notes },
            thoughts,
            joined: self.joined.into_domain()?,
            left: read_any(self.left, MomentV1::into_domain)?,
            since,
            followed_up: read_any(self.followed_up, MomentV1::into_domain)?,
        })
    }
}
