//! How far a record of learning has come: the period that each body counts in, what it asks for, and what is there.
//!
//! What is asked stands here, because it is counted. How sure that is, and since when, stands with each body's form in a
//! pack, and is shown beside every count.
use super::{
    bodies::Body, ids::ReflectionId, particulars::Activity, profile::Registration, reflections::Reflection,
    table::in_order,
};
use chrono::{Datelike, Days, Months, NaiveDate};

/// Days from the first to the last, both in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    pub first: NaiveDate,
    pub last: NaiveDate,
}

/// Who set the last day of a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Footing {
    /// The body: it is the same day for all.
    Body,
    /// The person, from their own registration.
    Person,
    /// Nobody: it is counted back from today.
    Rolling,
}

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    /// Different pieces of learning.
    Pieces,
    /// Of those, pieces that say what was learned from talking it over with a peer.
    WithPeer,
    /// Minutes.
    Time,
    /// Of those, minutes of learning together with others.
    Participatory,
    /// Reflective accounts, each question answered.
    Accounts,
    /// Pieces of feedback.
    Feedback,
    /// Activities to describe in a profile.
    Activities,
    /// Kinds of activity among them.
    Kinds,
}

/// One thing that is counted, against what is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counter {
    pub of: Counted,
    /// How many there are; of time, in minutes.
    pub have: u32,
    /// How many are asked for; none where that is not known.
    pub need: Option<u32>,
}

/// How far one record has come.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing {
    pub registration: Registration,
    pub period: Period,
    pub footing: Footing,
    /// When a registration can be renewed, where the body sets the same time for all.
    pub window: Option<Period>,
    pub counters: Vec<Counter>,
    /// What counts, by its day, the oldest first.
    pub counted: Vec<ReflectionId>,
    /// Three months or more without anything, which have to be explained.
    pub gaps: Vec<Period>,
}

/// What a reflection has to show before it counts as more than an activity. How that is read off it is not this
/// file's to know.
#[derive(Clone, Copy)]
pub struct Shows<'a> {
    /// It says what was learned from talking it over with a peer.
    pub peer: &'a dyn Fn(&Reflection) -> bool,
    /// It answers every question of a reflective account.
    pub account: &'a dyn Fn(&Reflection) -> bool,
}

/// How long nothing may be listed before it has to be explained, in months.
const GAP: Months = Months::new(3);

impl Period {
    /// So many months up to and with `last`.
    #[must_use]
    pub fn ending(last: NaiveDate, months: Months) -> Self {
        let next = last.checked_add_days(Days::new(1)).unwrap_or(last);
        Self { first: next.checked_sub_months(months).unwrap_or(last), last }
    }

    /// Whether `day` lies in it.
    #[must_use]
    pub fn contains(self, day: NaiveDate) -> bool {
        (self.first..=self.last).contains(&day)
    }

    /// How many days there are until its last; less than none once it is over.
    #[must_use]
    pub fn days_left(self, today: NaiveDate) -> i64 {
        (self.last - today).num_days()
    }

    /// The one of the same body before it.
    #[must_use]
    pub fn before(self, body: Body) -> Self {
        Self::ending(self.first.checked_sub_days(Days::new(1)).unwrap_or(self.first), length(body))
    }
}

impl Counter {
    /// How much is missing.
    #[must_use]
    pub fn missing(self) -> u32 {
        self.need.unwrap_or_default().saturating_sub(self.have)
    }
}

/// How long a body's period is.
#[must_use]
pub fn length(body: Body) -> Months {
    Months::new(match body {
        Body::SocialWorkEngland => 12,
        Body::Hcpc => 24,
        Body::Nmc | Body::Intercollegiate => 36,
    })
}

/// The period of `registration` that runs on `today`.
#[must_use]
pub fn period(registration: &Registration, today: NaiveDate) -> (Period, Footing) {
    let months = length(registration.body);
    match (registration.body, registration.until) {
        (Body::SocialWorkEngland, _) => {
            let year = today.year() + i32::from(today.month() == 12);
            let last = NaiveDate::from_ymd_opt(year, 11, 30).unwrap_or(today);
            (Period::ending(last, months), Footing::Body)
        }
        (_, Some(until)) => (Period::ending(until, months), Footing::Person),
        (_, None) => (Period::ending(today, months), Footing::Rolling),
    }
}

/// How many minutes of safeguarding training a level asks for in three years (Intercollegiate Document, 2019), and how
/// many of those with others. None where that is not known.
const fn minutes_of_level(level: u8) -> Option<(u32, u32)> {
    match level {
        1 => Some((2 * 60, 0)),
        2 => Some((4 * 60, 0)),
        3 => Some((8 * 60, 4 * 60)),
        4 => Some((24 * 60, 0)),
        _ => None,
    }
}

/// What counts for `body` in `period`, by its day, the oldest first.
#[must_use]
pub fn counting<'a>(reflections: &[&'a Reflection], body: Body, period: Period) -> Vec<&'a Reflection> {
    let counts =
        |it: &&&Reflection| it.words.particulars.counts_for.contains(&body) && period.contains(it.day());
    let counted: Vec<_> = reflections.iter().filter(counts).copied().collect();
    // Of one day, in the order in which they were written.
    let written = in_order(counted, |it| it.written.timestamp_millis());
    in_order(written, |it| it.day().num_days_from_ce().into())
}

/// Its minutes, and how many of them were with others: never more than the whole.
#[must_use]
pub fn minutes(reflection: &Reflection) -> (u32, u32) {
    let it = &reflection.words.particulars;
    (it.minutes, it.participatory.min(it.minutes))
}

/// How far the record of `registration` had come in `period`, as of `today`.
#[must_use]
pub fn standing(
    registration: &Registration,
    (period, footing): (Period, Footing),
    reflections: &[&Reflection],
    today: NaiveDate,
    shows: Shows<'_>,
) -> Standing {
    let counted = counting(reflections, registration.body, period);
    let counter = |of, have: usize, need| Counter { of, have: u32::try_from(have).unwrap_or(u32::MAX), need };
    let many = |wanted: &dyn Fn(&Reflection) -> bool| counted.iter().filter(|it| wanted(it)).count();
    let (time, with_others) = counted
        .iter()
        .map(|it| minutes(it))
        .fold((0_u32, 0_u32), |sum, it| (sum.0.saturating_add(it.0), sum.1.saturating_add(it.1)));
    let time = |need| Counter { of: Counted::Time, have: time, need };
    let with_others = |need| Counter { of: Counted::Participatory, have: with_others, need };
    let counters = match registration.body {
        Body::SocialWorkEngland => vec![
            counter(Counted::Pieces, counted.len(), Some(2)),
            counter(Counted::WithPeer, many(shows.peer), Some(1)),
        ],
        Body::Nmc => vec![
            time(Some(35 * 60)),
            with_others(Some(20 * 60)),
            counter(Counted::Accounts, many(shows.account), Some(5)),
            counter(Counted::Feedback, many(&is_feedback), Some(5)),
        ],
        Body::Hcpc => {
            let done =
                |kind: &Activity| counted.iter().any(|it| it.words.particulars.activity == Some(*kind));
            vec![
                counter(Counted::Activities, counted.len(), Some(4)),
                counter(Counted::Kinds, Activity::ALL.iter().filter(|kind| done(kind)).count(), Some(2)),
            ]
        }
        Body::Intercollegiate => match registration.level.and_then(minutes_of_level) {
            Some((all, 0)) => vec![time(Some(all))],
            Some((all, together)) => vec![time(Some(all)), with_others(Some(together))],
            None => vec![time(None), with_others(None)],
        },
    };
    let gaps = match registration.body {
        Body::Hcpc => gaps(counted.iter().map(|it| it.day()), period, today),
        _ => vec![],
    };
    Standing {
        registration: *registration,
        period,
        footing,
        window: window(registration.body, period),
        counters,
        counted: counted.iter().map(|it| it.id).collect(),
        gaps,
    }
}

/// Whether it is feedback on the person's practice.
#[must_use]
pub fn is_feedback(reflection: &Reflection) -> bool {
    reflection.words.particulars.activity == Some(Activity::Feedback)
}

fn window(body: Body, period: Period) -> Option<Period> {
    let first = NaiveDate::from_ymd_opt(period.last.year(), 9, 1)?;
    (body == Body::SocialWorkEngland).then_some(Period { first, last: period.last })
}

/// The times of three months or more, up to `today`, in which none of `days` lies. The days come in order.
fn gaps(days: impl IntoIterator<Item = NaiveDate>, period: Period, today: NaiveDate) -> Vec<Period> {
    let after = |day: NaiveDate| day.checked_add_days(Days::new(1)).unwrap_or(day);
    let end = after(period.last.min(today));
    let (mut free, mut gaps) = (period.first, vec![]);
    // What is still to come explains nothing.
    for day in days.into_iter().filter(|day| *day < end).chain([end]) {
        if free.checked_add_months(GAP).is_some_and(|long| long <= day) {
            let last = day.checked_sub_days(Days::new(1)).unwrap_or(day);
            gaps.push(Period { first: free, last });
        }
        free = free.max(after(day));
    }
    gaps
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        reflections::Words,
        time::{Moment, parse_date},
    };
    use chrono::DateTime;
    use proptest::prelude::*;

    fn day(text: &str) -> NaiveDate {
        parse_date(text).unwrap()
    }

    fn registered(body: Body, until: Option<&str>, level: Option<u8>) -> Registration {
        Registration { body, until: until.map(day), level }
    }

    fn between(first: &str, last: &str) -> Period {
        Period { first: day(first), last: day(last) }
    }

    /// A reflection that counts for `bodies`, about a day.
    fn about(on: &str, bodies: &[Body], minutes: u32, participatory: u32) -> Reflection {
        let written = DateTime::parse_from_rfc3339("2026-11-23T09:00:00+00:00").unwrap();
        let mut words = Words::about(None);
        words.particulars.day = Some(day(on));
        words.particulars.minutes = minutes;
        words.particulars.participatory = participatory;
        words.particulars.counts_for = bodies.to_vec();
        Reflection {
            id: ReflectionId::from_entropy(
                day(on).num_days_from_ce().to_be_bytes().repeat(4).try_into().unwrap(),
            ),
            words,
            written,
            changed: written,
            earlier: vec![],
            binned: None,
            bring: false,
        }
    }

    const NOTHING: Shows<'static> = Shows { peer: &|_| false, account: &|_| false };
    const EVERYTHING: Shows<'static> = Shows { peer: &|_| true, account: &|_| true };

    fn stands(registration: &Registration, all: &[Reflection], today: &str, shows: Shows<'_>) -> Standing {
        let all: Vec<_> = all.iter().collect();
        standing(registration, period(registration, day(today)), &all, day(today), shows)
    }

    fn counted(standing: &Standing) -> Vec<(Counted, u32, Option<u32>)> {
        standing.counters.iter().map(|it| (it.of, it.have, it.need)).collect()
    }

    #[test]
    fn social_work_englands_year_turns_between_november_and_december() {
        let swe = registered(Body::SocialWorkEngland, Some("2030-01-01"), None);
        for (today, first, last) in [
            ("2026-11-30", "2025-12-01", "2026-11-30"),
            ("2026-12-01", "2026-12-01", "2027-11-30"),
            ("2027-01-01", "2026-12-01", "2027-11-30"),
            ("2024-02-29", "2023-12-01", "2024-11-30"),
        ] {
            assert_eq!(period(&swe, day(today)), (between(first, last), Footing::Body), "{today}");
        }
        let all = ["2025-11-30", "2025-12-01", "2026-11-30", "2026-12-01"]
            .map(|on| about(on, &[Body::SocialWorkEngland], 0, 0));
        let standing = stands(&swe, &all, "2026-11-30", EVERYTHING);
        assert_eq!(standing.counted, [all[1].id, all[2].id], "the edges are in it, what is beyond is not");
        assert_eq!(standing.window, Some(between("2026-09-01", "2026-11-30")));
        assert_eq!(standing.period.days_left(day("2026-11-30")), 0);
    }

    #[test]
    fn two_different_pieces_are_asked_for_and_one_of_them_with_a_peer() {
        let swe = registered(Body::SocialWorkEngland, None, None);
        let one = [about("2026-05-01", &[Body::SocialWorkEngland], 0, 0)];
        let standing = stands(&swe, &one, "2026-11-01", NOTHING);
        assert_eq!(counted(&standing), [(Counted::Pieces, 1, Some(2)), (Counted::WithPeer, 0, Some(1))]);
        assert_eq!(standing.counters.iter().map(|it| it.missing()).collect::<Vec<_>>(), [1, 1]);
    }

    #[test]
    fn a_period_of_years_reaches_to_its_last_day_leap_years_or_not() {
        for (until, first) in [
            ("2027-03-31", "2024-04-01"),
            ("2027-02-28", "2024-03-01"),
            ("2028-02-29", "2025-03-01"),
            ("2028-02-28", "2025-02-28"),
        ] {
            let nmc = registered(Body::Nmc, Some(until), None);
            assert_eq!(period(&nmc, day("2026-11-23")), (between(first, until), Footing::Person));
        }
        let hcpc = registered(Body::Hcpc, Some("2027-07-31"), None);
        assert_eq!(period(&hcpc, day("2026-11-23")).0, between("2025-08-01", "2027-07-31"));
        assert_eq!(
            period(&hcpc, day("2026-11-23")).0.before(Body::Hcpc),
            between("2023-08-01", "2025-07-31")
        );
    }

    #[test]
    fn without_a_day_the_period_is_counted_back_from_today() {
        let nmc = registered(Body::Nmc, None, None);
        assert_eq!(period(&nmc, day("2026-11-23")), (between("2023-11-24", "2026-11-23"), Footing::Rolling));
    }

    #[test]
    fn a_period_that_is_over_stays_where_the_person_put_it() {
        let nmc = registered(Body::Nmc, Some("2026-03-31"), None);
        let (period, _) = period(&nmc, day("2026-11-23"));
        assert_eq!(period, between("2023-04-01", "2026-03-31"));
        assert_eq!(period.days_left(day("2026-11-23")), -237);
    }

    #[test]
    fn nurses_count_hours_accounts_and_feedback() {
        let nmc = registered(Body::Nmc, Some("2027-03-31"), None);
        let mut all = vec![
            about("2025-01-10", &[Body::Nmc], 120, 60),
            // More with others than there was: the whole counts, and no more.
            about("2025-02-10", &[Body::Nmc], 60, 90),
            about("2025-03-10", &[Body::SocialWorkEngland], 600, 600),
        ];
        all[0].words.particulars.activity = Some(Activity::Feedback);
        let first = all[0].id;
        let shows = Shows { account: &|it| it.id == first, ..NOTHING };
        assert_eq!(
            counted(&stands(&nmc, &all, "2026-11-23", shows)),
            [
                (Counted::Time, 180, Some(2_100)),
                (Counted::Participatory, 120, Some(1_200)),
                (Counted::Accounts, 1, Some(5)),
                (Counted::Feedback, 1, Some(5)),
            ]
        );
    }

    #[test]
    fn one_reflection_counts_for_each_body_it_is_meant_for() {
        let all = [about("2026-02-01", &[Body::SocialWorkEngland, Body::Nmc], 90, 30)];
        for body in [Body::SocialWorkEngland, Body::Nmc] {
            let standing = stands(&registered(body, None, None), &all, "2026-11-23", NOTHING);
            assert_eq!(standing.counted, [all[0].id]);
        }
        let hcpc = stands(&registered(Body::Hcpc, None, None), &all, "2026-11-23", NOTHING);
        assert_eq!(hcpc.counted, []);
    }

    #[test]
    fn hours_of_safeguarding_training_follow_the_level() {
        let all = [about("2026-02-01", &[Body::Intercollegiate], 300, 60)];
        let at = |level| {
            let registration = registered(Body::Intercollegiate, None, level);
            counted(&stands(&registration, &all, "2026-11-23", NOTHING))
        };
        assert_eq!(at(Some(1)), [(Counted::Time, 300, Some(120))]);
        assert_eq!(at(Some(2)), [(Counted::Time, 300, Some(240))]);
        assert_eq!(at(Some(3)), [(Counted::Time, 300, Some(480)), (Counted::Participatory, 60, Some(240))]);
        assert_eq!(at(Some(4)), [(Counted::Time, 300, Some(1_440))]);
        for unknown in [None, Some(5)] {
            assert_eq!(at(unknown), [(Counted::Time, 300, None), (Counted::Participatory, 60, None)]);
        }
    }

    #[test]
    fn three_months_without_anything_are_named() {
        let hcpc = registered(Body::Hcpc, Some("2027-07-31"), None);
        let all = ["2025-09-01", "2025-11-30", "2026-03-02"].map(|on| about(on, &[Body::Hcpc], 0, 0));
        let standing = stands(&hcpc, &all, "2026-06-01", NOTHING);
        // From 2 September to 29 November is a day or two too short; from December to 1 March is three months.
        assert_eq!(standing.gaps, [between("2025-12-01", "2026-03-01")]);
        let standing = stands(&hcpc, &all, "2026-06-02", NOTHING);
        assert_eq!(standing.gaps.last(), Some(&between("2026-03-03", "2026-06-02")), "up to today");
        let none = stands(&hcpc, &[], "2026-06-02", NOTHING);
        assert_eq!(none.gaps, [between("2025-08-01", "2026-06-02")]);
        assert_eq!(stands(&hcpc, &[], "2025-09-01", NOTHING).gaps, []);
    }

    proptest! {
        #[test]
        fn every_long_time_without_an_activity_is_a_gap_and_nothing_else(
            offsets in prop::collection::btree_set(0_u64..730, 0..12),
            lived in 0_u64..900,
        ) {
            let period = between("2025-08-01", "2027-07-31");
            let today = period.first + Days::new(lived);
            let mut days: Vec<_> = offsets.iter().map(|it| period.first + Days::new(*it)).collect();
            let gaps = gaps(days.iter().copied(), period, today);
            days.retain(|it| *it <= today);
            for gap in &gaps {
                prop_assert!(gap.first + GAP <= gap.last + Days::new(1));
                prop_assert!(period.contains(gap.first) && gap.last <= period.last.min(today));
                prop_assert!(!days.iter().any(|it| gap.contains(*it)));
            }
            // A day in no gap has an activity within three months of it, or an end of the period.
            let mut at = period.first;
            while at <= period.last.min(today) {
                if !gaps.iter().any(|it| it.contains(at)) && !days.contains(&at) {
                    let from = days.iter().rev().find(|it| **it < at).map_or(period.first, |it| *it + Days::new(1));
                    let to = days.iter().find(|it| **it > at).copied().unwrap_or(period.last.min(today) + Days::new(1));
                    prop_assert!(from + GAP > to, "{from} to {to} is long, and not named");
                }
                at = at + Days::new(7);
            }
        }

        #[test]
        fn periods_follow_one_another_without_a_day_between(until in 0_u64..4_000, body in 0_usize..4) {
            let last = day("2020-01-01") + Days::new(until);
            let body = Body::ALL[body];
            let registration = Registration { body, until: Some(last), level: None };
            let (now, _) = period(&registration, last);
            prop_assert!(now.contains(last));
            let before = now.before(body);
            prop_assert_eq!(before.last + Days::new(1), now.first);
            prop_assert!(before.first < before.last);
        }
    }

    #[test]
    fn a_moment_has_no_say_in_the_day_that_a_reflection_names() {
        let mut late = about("2026-11-30", &[Body::SocialWorkEngland], 0, 0);
        late.written = Moment::parse_from_rfc3339("2026-12-04T23:00:00+00:00").unwrap();
        let swe = registered(Body::SocialWorkEngland, None, None);
        let next_year = stands(&swe, std::slice::from_ref(&late), "2026-12-04", NOTHING);
        assert_eq!(next_year.counted, []);
        late.words.particulars.day = None;
        assert_eq!(stands(&swe, &[late], "2026-12-04", NOTHING).counted.len(), 1);
    }
}
