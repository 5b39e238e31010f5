//! What a supervision log needs beside the words: what it was, when, how long, with whom, and what it shows.
use super::{
    bodies::{Body, NotKnown, Standard},
    reflections::Subject,
};
use chrono::NaiveDate;
use std::str::FromStr;

/// The particulars of a reflection; all of them may be left out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Particulars {
    /// What kind of learning it was.
    pub activity: Option<Activity>,
    /// The day it is about; without one, the day on which it was written counts.
    pub day: Option<NaiveDate>,
    /// How long it took, in minutes.
    pub minutes: u32,
    /// How much of that was learned together with others, in minutes.
    pub participatory: u32,
    /// With whom, by role.
    pub with: String,
    /// Themes, in the person's words.
    pub tags: Vec<String>,
    /// The standards that it shows.
    pub standards: Vec<&'static Standard>,
    /// Other things in packs that it has to do with.
    pub links: Vec<Subject>,
    /// Whose record of learning it counts towards.
    pub counts_for: Vec<Body>,
}

/// A kind of learning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Activity {
    Practice,
    Supervision,
    GroupSupervision,
    CaseDiscussion,
    Course,
    Event,
    Online,
    Reading,
    Feedback,
    Audit,
    Teaching,
    Other,
}

impl Activity {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 12] = [
        Self::Practice,
        Self::Supervision,
        Self::GroupSupervision,
        Self::CaseDiscussion,
        Self::Course,
        Self::Event,
        Self::Online,
        Self::Reading,
        Self::Feedback,
        Self::Audit,
        Self::Teaching,
        Self::Other,
    ];

    /// As it is kept on disk.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Practice => "practice",
            Self::Supervision => "supervision",
            Self::GroupSupervision => "group-supervision",
            Self::CaseDiscussion => "case-discussion",
            Self::Course => "course",
            Self::Event => "event",
            Self::Online => "online",
            Self::Reading => "reading",
            Self::Feedback => "feedback",
            Self::Audit => "audit",
            Self::Teaching => "teaching",
            Self::Other => "other",
        }
    }

    /// As people say it.
    #[must_use]
    pub const fn called(self) -> &'static str {
        match self {
            Self::Practice => "Something in my practice",
            Self::Supervision => "Supervision, one to one",
            Self::GroupSupervision => "Group or peer supervision",
            Self::CaseDiscussion => "Case discussion",
            Self::Course => "Course or workshop",
            Self::Event => "Learning event",
            Self::Online => "E-learning",
            Self::Reading => "Reading or research",
            Self::Feedback => "Feedback on my practice",
            Self::Audit => "Audit or review",
            Self::Teaching => "Teaching or mentoring",
            Self::Other => "Something else",
        }
    }
}

impl FromStr for Activity {
    type Err = NotKnown;

    fn from_str(name: &str) -> Result<Self, NotKnown> {
        Self::ALL.into_iter().find(|it| it.name() == name).ok_or(NotKnown)
    }
}

/// Reads tags as they are typed, with commas between them: each once, without the spaces around it.
#[must_use]
pub fn read_tags(typed: &str) -> Vec<String> {
    let mut tags: Vec<String> = vec![];
    for tag in typed.split(',').map(str::trim).filter(|tag| !tag.is_empty()) {
        if !tags.iter().any(|known| known.to_lowercase() == tag.to_lowercase()) {
            tags.push(tag.to_owned());
        }
    }
    tags
}

/// Reads hours as people write them, in minutes: `1.5`, `1,5`, `1:30`, `1h30`, `2 hours`, `90 min`; nothing is none.
#[must_use]
pub fn read_hours(typed: &str) -> Option<u32> {
    let typed = typed.trim().to_lowercase();
    if typed.is_empty() {
        return Some(0);
    }
    if let Some((hours, minutes)) = typed.split_once(':') {
        return Some(whole(hours)? * 60 + Some(minutes).filter(|it| it.len() == 2).and_then(minutes_of)?);
    }
    if let Some((hours, rest)) = typed.split_once('h') {
        let unit = ["ours", "our", "rs", "r"].into_iter().find(|unit| rest.starts_with(unit));
        let rest = without_minutes(rest.strip_prefix(unit.unwrap_or_default())?);
        let minutes = if rest.is_empty() { 0 } else { minutes_of(rest)? };
        return Some(decimal_hours(hours.trim())? + minutes);
    }
    match without_minutes(&typed) {
        number if number.len() < typed.len() => whole(number),
        _ => decimal_hours(&typed),
    }
}

/// A whole number of at most three digits.
fn whole(text: &str) -> Option<u32> {
    let digits = text.len() <= 3 && text.bytes().all(|byte| byte.is_ascii_digit());
    Some(text).filter(|_| digits)?.parse().ok()
}

/// The minutes of an hour that has begun.
fn minutes_of(text: &str) -> Option<u32> {
    whole(text).filter(|it| *it < 60)
}

fn without_minutes(text: &str) -> &str {
    let unit = ["minutes", "minute", "mins", "min", "m"].into_iter().find(|unit| text.ends_with(unit));
    text.strip_suffix(unit.unwrap_or_default()).unwrap_or(text).trim()
}

/// Hours with a point or a comma, in minutes.
fn decimal_hours(text: &str) -> Option<u32> {
    let (before, after) = text.split_once(['.', ',']).unwrap_or((text, ""));
    if before.is_empty() && after.is_empty() {
        return None;
    }
    let thousandths = whole(after).or_else(|| after.is_empty().then_some(0))?;
    let thousandths = thousandths * 10_u32.pow(3 - u32::try_from(after.len()).ok()?);
    let hours = if before.is_empty() { 0 } else { whole(before)? };
    Some(hours * 60 + (thousandths * 60 + 500) / 1000)
}

/// Minutes as hours, such as `1.5`.
#[must_use]
pub fn hours(minutes: u32) -> String {
    let hundredths = (u64::from(minutes) * 100 + 30) / 60;
    let text = format!("{}.{:02}", hundredths / 100, hundredths % 100);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_read_once_each() {
        assert_eq!(read_tags(" neglect, Fathers,, neglect ,fathers"), ["neglect", "Fathers"]);
        assert_eq!(read_tags(""), Vec::<String>::new());
    }

    #[test]
    fn hours_are_read_as_people_write_them() {
        for (typed, minutes) in [
            ("1.5", 90),
            ("1,5", 90),
            ("1:30", 90),
            ("2", 120),
            ("0.25", 15),
            (".5", 30),
            ("1.", 60),
            ("", 0),
            ("1h30", 90),
            ("1 h 30", 90),
            ("1 hr 30 min", 90),
            ("1 hour 5 minutes", 65),
            ("2 Hours", 120),
            ("1.5 hrs", 90),
            ("90 min", 90),
            ("45 minutes", 45),
            ("5m", 5),
        ] {
            assert_eq!(read_hours(typed), Some(minutes), "{typed}");
        }
        for typed in [
            "an hour",
            "-1",
            "1:60",
            "1:5",
            "1.2.3",
            "1e3",
            "99999",
            ".",
            "h",
            "m",
            "min",
            "1h60",
            "1h3x",
            "about one",
            "1:30 min",
        ] {
            assert_eq!(read_hours(typed), None, "{typed}");
        }
        assert_eq!(
            (hours(90), hours(120), hours(0), hours(50)),
            ("1.5".into(), "2".into(), "0".into(), "0.83".into())
        );
        assert_eq!(hours(u32::MAX), "71582788.25", "a backup can say any number");
    }

    #[test]
    fn every_activity_is_found_by_the_name_it_is_kept_under() {
        for activity in Activity::ALL {
            assert_eq!(activity.name().parse(), Ok(activity));
        }
    }
}
