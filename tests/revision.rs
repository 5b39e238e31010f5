//! When a card is due: held to the `fsrs` crate over any history, and to the rules of the day.
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise, in its helpers too")]

use chrono::{DateTime, Days, FixedOffset, NaiveDate, TimeDelta};
use fsrs::{FSRS, MemoryState};
use proptest::prelude::*;
use second_look::domain::{
    cards::{CardId, Deck, Kind},
    ids::{CardHistoryId, StatementId, TakeawayId},
    journal::{Command, Journal},
    memory::{Grade, LONGEST_INTERVAL, Memory, Retention},
    quiz::Sureness,
    reviews::Outcome,
    revision::{CatchUp, Pace, Queue, Revision, minutes_for, why},
    time::{Moment, parse_date},
};

const GRADES: [Grade; 4] = [Grade::Again, Grade::Hard, Grade::Good, Grade::Easy];

fn at(text: &str) -> Moment {
    DateTime::parse_from_rfc3339(text).unwrap()
}

fn day(text: &str) -> NaiveDate {
    parse_date(text).unwrap()
}

fn card(n: usize) -> CardId {
    CardId::Statement(StatementId::new("event", &format!("n{n}")))
}

fn deck(size: usize) -> Deck {
    Deck::new((0..size).map(card).collect())
}

/// A person who answers cards; each card's record is named by the number of the answer that began it.
#[derive(Default)]
struct Person {
    journal: Journal,
    given: u64,
}

impl Person {
    fn does(&mut self, command: Command, now: Moment) {
        let changes = self.journal.plan(command, now).unwrap();
        self.journal.apply(&changes);
    }

    fn answers(&mut self, card: CardId, outcome: Outcome, now: Moment) {
        self.given += 1;
        let mut name = [0; 16];
        name[..8].copy_from_slice(&self.given.to_le_bytes());
        let history = CardHistoryId::from_entropy(name);
        self.does(Command::AnswerCard { card, outcome, history }, now);
    }

    fn queue(&self, deck: &Deck, pace: &Pace, now: &str) -> Queue {
        self.revision(deck, pace).queue(at(now), 0)
    }

    fn revision<'a>(&'a self, deck: &'a Deck, pace: &'a Pace) -> Revision<'a> {
        Revision { history: self.journal.history(), deck, pace, catch_up: self.journal.profile().catch_up }
    }

    fn due(&self, card: &CardId, today: &str) -> NaiveDate {
        why(self.journal.history().of(card).unwrap(), Retention::default(), day(today)).unwrap().due
    }
}

/// What the crate says after one more answer, and after how many days it would ask again.
fn crate_says(
    before: Option<MemoryState>,
    days: u32,
    grade: Grade,
    retention: Retention,
) -> (MemoryState, f32) {
    let retention = f32::from(retention.percent()) / 100.0;
    let states = FSRS::default().next_states(before, retention, days).unwrap();
    let state = match grade {
        Grade::Again => states.again,
        Grade::Hard => states.hard,
        Grade::Good => states.good,
        Grade::Easy => states.easy,
    };
    (state.memory, state.interval)
}

fn is_same(ours: Memory, theirs: MemoryState) -> bool {
    let near = |a: f32, b: f32| (a - b).abs() <= 1e-4 * b.abs().max(1.0);
    near(ours.stability, theirs.stability) && near(ours.difficulty, theirs.difficulty)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn every_step_is_the_step_of_the_crate(
        steps in prop::collection::vec((0..800_u32, 0..4_usize), 1..40),
        retention in prop::sample::select(Retention::CHOICES.to_vec()),
    ) {
        let (mut ours, mut theirs): (Option<Memory>, Option<MemoryState>) = (None, None);
        for (days, grade) in steps {
            let grade = GRADES[grade];
            let (state, interval) = crate_says(theirs, days, grade, retention);
            let memory = ours.map_or_else(|| Memory::first(grade), |it| it.after(days, grade));
            prop_assert!(is_same(memory, state), "{memory:?} is not {state:?}");
            let asked_again = memory.interval(retention);
            prop_assert!((1..=LONGEST_INTERVAL).contains(&asked_again));
            let theirs_bounded = interval.clamp(1.0, LONGEST_INTERVAL as f32);
            prop_assert!((asked_again as f32 - theirs_bounded).abs() <= 0.51, "{asked_again} days, not {interval}");
            (ours, theirs) = (Some(memory), Some(state));
        }
    }

    /// Clocks that jump both ways, travellers, nights: whatever order the answers come in, the schedule is the one that
    /// the crate gives for them in the order of time, by study days that turn at four by the clock on the wall.
    #[test]
    fn any_history_gives_the_schedule_of_the_crate(
        answers in prop::collection::vec((-400_000..400_000_i64, -12..=14_i32, 0..3_usize, 0..10_usize), 1..60),
    ) {
        let mut person = Person::default();
        let mut by_card: [Vec<(Moment, Outcome)>; 3] = Default::default();
        for (minutes, hours_east, n, outcome) in answers {
            let zone = FixedOffset::east_opt(hours_east * 3600).unwrap();
            let now = (at("2026-11-25T12:00:00+00:00") + TimeDelta::minutes(minutes)).with_timezone(&zone);
            let outcome = Outcome::ALL[outcome];
            person.answers(card(n), outcome, now);
            by_card[n].push((now, outcome));
        }
        for (n, mut seen) in by_card.into_iter().enumerate() {
            seen.sort_by_key(|(at, outcome)| (*at, at.offset().local_minus_utc(), *outcome));
            let mut before: Option<(NaiveDate, MemoryState)> = None;
            for (at, outcome) in seen {
                let today = (at.naive_local() - TimeDelta::hours(4)).date();
                let days = before.map_or(0, |(last, _)| u32::try_from((today - last).num_days()).unwrap_or(0));
                let before_state = before.map(|(_, state)| state);
                let (state, _) = crate_says(before_state, days, outcome.grade(), Retention::default());
                before = Some((today, state));
            }
            let known = person.journal.history().known(&card(n));
            prop_assert_eq!(known.is_some(), before.is_some());
            if let (Some(known), Some((_, state))) = (known, before) {
                prop_assert!(is_same(known.memory, state), "{:?} is not {state:?}", known.memory);
            }
        }
        // Read back from disk, in whatever order, it is the same.
        let mut read = Journal::default();
        let mut contents = person.journal.contents();
        contents.reverse();
        for change in contents {
            read.apply(&[change]);
        }
        prop_assert_eq!(read, person.journal);
    }

    #[test]
    fn an_answer_taken_back_is_as_if_it_had_not_been_given(
        answers in prop::collection::vec((0..400_000_i64, 0..3_usize, 0..10_usize), 1..40),
        taken_back in any::<prop::sample::Index>(),
    ) {
        let mut answers: Vec<_> = answers.into_iter().enumerate().map(|(at, (minutes, n, outcome))| {
            (at, TimeDelta::minutes(minutes) + TimeDelta::milliseconds(i64::try_from(at).unwrap()), n, outcome)
        }).collect();
        let mut person = Person::default();
        let start = at("2026-11-25T12:00:00+00:00");
        for (_, after, n, outcome) in &answers {
            person.answers(card(*n), Outcome::ALL[*outcome], start + *after);
        }
        let (_, after, n, _) = answers.remove(taken_back.index(answers.len()));
        person.does(Command::TakeBack { card: card(n), at: start + after }, start);
        let mut other = Person::default();
        for (_, after, n, outcome) in answers {
            other.answers(card(n), Outcome::ALL[outcome], start + after);
        }
        for n in 0..3 {
            let known = |of: &Person| of.journal.history().known(&card(n)).copied();
            prop_assert_eq!(known(&person), known(&other));
        }
        // It is still in the history.
        let kept: usize = person.journal.history().cards().map(|it| it.reviews.len()).sum();
        prop_assert_eq!(kept, usize::try_from(person.given).unwrap());
    }
}

#[test]
fn the_day_turns_at_four_by_the_clock_on_the_wall() {
    let mut person = Person::default();
    person.answers(card(0), Outcome::Right(Sureness::FairlySure), at("2026-07-02T03:59:00+01:00"));
    assert_eq!(person.due(&card(0), "2026-07-01"), day("2026-07-03"), "it was still the first of July");
    let (deck, pace) = (deck(1), Pace::default());
    assert_eq!(person.queue(&deck, &pace, "2026-07-03T03:59:00+01:00").left(), 0);
    assert_eq!(person.queue(&deck, &pace, "2026-07-03T04:00:00+01:00").left(), 1);
    // Two answers on either side of four are a day apart, though an hour apart.
    person.answers(card(0), Outcome::Right(Sureness::FairlySure), at("2026-07-02T04:01:00+01:00"));
    let a_day_later = Memory::first(Grade::Good).after(1, Grade::Good);
    assert_eq!(person.journal.history().known(&card(0)).unwrap().memory, a_day_later);
}

#[test]
fn the_day_the_clocks_go_back_is_one_day() {
    let mut person = Person::default();
    person.answers(card(0), Outcome::Right(Sureness::FairlySure), at("2026-10-24T22:00:00+01:00"));
    person.answers(card(0), Outcome::Right(Sureness::FairlySure), at("2026-10-25T22:00:00+00:00"));
    let a_day_later = Memory::first(Grade::Good).after(1, Grade::Good);
    assert_eq!(person.journal.history().known(&card(0)).unwrap().memory, a_day_later);
}

#[test]
fn a_clock_that_was_a_year_ahead_hides_no_card() {
    let mut person = Person::default();
    person.answers(card(0), Outcome::Right(Sureness::Certain), at("2027-11-25T12:00:00+00:00"));
    assert_eq!(person.due(&card(0), "2026-11-25"), day("2026-12-03"), "its interval from today, no more");
}

#[test]
fn a_guess_comes_back_sooner_than_what_was_certain() {
    let mut person = Person::default();
    let now = at("2026-11-25T12:00:00+00:00");
    let outcomes = Sureness::ALL.map(Outcome::Right);
    let due: Vec<_> = outcomes
        .into_iter()
        .enumerate()
        .map(|(n, outcome)| {
            person.answers(card(n), outcome, now);
            person.due(&card(n), "2026-11-25")
        })
        .collect();
    assert_eq!(due, [day("2026-11-26"), day("2026-11-27"), day("2026-12-03")]);
}

#[test]
fn what_was_wrong_is_asked_once_more_the_same_day_after_everything_else() {
    let mut person = Person::default();
    let (deck, pace) = (deck(3), Pace::default());
    person.answers(card(0), Outcome::Wrong(Sureness::Certain), at("2026-11-20T12:00:00+00:00"));
    person.answers(card(1), Outcome::Right(Sureness::Guess), at("2026-11-20T12:00:00+00:00"));
    person.answers(card(0), Outcome::Wrong(Sureness::Guess), at("2026-11-25T12:00:00+00:00"));
    let queue = person.queue(&deck, &pace, "2026-11-25T12:01:00+00:00");
    assert_eq!((queue.all(), queue.left()), (3, 3), "one of three was answered, and is left once more");
    assert_eq!((queue.due, queue.new, queue.again), (vec![card(1)], vec![card(2)], vec![card(0)]));
    person.answers(card(0), Outcome::Wrong(Sureness::Guess), at("2026-11-25T12:02:00+00:00"));
    let queue = person.queue(&deck, &pace, "2026-11-25T12:03:00+00:00");
    assert_eq!((queue.due, queue.again), (vec![card(1)], vec![]), "twice a day is enough");
    assert_eq!(person.due(&card(0), "2026-11-25"), day("2026-11-26"));
}

#[test]
fn what_was_sure_and_wrong_comes_first() {
    let mut person = Person::default();
    for (n, outcome) in
        [Outcome::Right(Sureness::Guess), Outcome::Wrong(Sureness::Guess), Outcome::Wrong(Sureness::Certain)]
            .into_iter()
            .enumerate()
    {
        person.answers(card(n), outcome, at("2026-11-20T12:00:00+00:00"));
    }
    let queue = person.queue(&deck(3), &Pace::default(), "2026-11-25T12:00:00+00:00");
    assert_eq!(queue.due[0], card(2));
    assert_eq!(queue.due.len(), 3);
}

#[test]
fn a_day_asks_no_more_than_its_share_and_more_when_asked() {
    let mut person = Person::default();
    let pace = Pace { cards_a_day: 6, new_a_day: 2, ..Pace::default() };
    let deck = deck(40);
    let first = person.queue(&deck, &pace, "2026-11-01T12:00:00+00:00");
    assert_eq!((first.due.len(), first.new.len()), (0, 2), "a new person meets no more than two new cards");
    for n in 0..20 {
        person.answers(card(n), Outcome::Wrong(Sureness::Guess), at("2026-11-01T12:00:00+00:00"));
    }
    let queue = person.queue(&deck, &pace, "2026-11-02T12:00:00+00:00");
    assert_eq!((queue.due.len(), queue.new.len(), queue.waiting), (6, 0, 14));
    let more = person.revision(&deck, &pace).queue(at("2026-11-02T12:00:00+00:00"), 10);
    assert_eq!((more.due.len(), more.waiting), (16, 4));
    for card in queue.due {
        person.answers(card, Outcome::Right(Sureness::FairlySure), at("2026-11-02T12:00:00+00:00"));
    }
    let done = person.queue(&deck, &pace, "2026-11-02T12:05:00+00:00");
    assert_eq!((done.left(), done.waiting, done.answered), (0, 14, 6));
}

#[test]
fn kinds_that_are_left_out_and_cards_that_left_the_packs_are_not_asked() {
    let mut person = Person::default();
    let message = CardId::Message(TakeawayId::new("event", "step-back"));
    let then = at("2026-11-01T12:00:00+00:00");
    for asked in [message.clone(), card(0), card(1)] {
        person.answers(asked, Outcome::Forgot, then);
    }
    let deck = Deck::new(vec![card(0), message]);
    let pace = Pace { left_out: vec![Kind::Message], ..Pace::default() };
    let queue = person.queue(&deck, &pace, "2026-11-20T12:00:00+00:00");
    assert_eq!((queue.due, queue.new), (vec![card(0)], vec![]));
}

#[test]
fn what_piled_up_is_spread_over_days_as_the_preview_said() {
    let mut person = Person::default();
    let (deck, pace) = (deck(60), Pace::default());
    for n in 0..60 {
        person.answers(card(n), Outcome::Right(Sureness::Certain), at("2026-09-01T12:00:00+00:00"));
    }
    let today = day("2026-11-25");
    assert!(person.revision(&deck, &pace).has_piled_up(today));
    let preview = person.revision(&deck, &pace).spread(today, 7);
    assert_eq!(preview, [9, 9, 9, 9, 8, 8, 8]);
    assert_eq!(person.journal.profile().catch_up, None, "a preview moves nothing");
    let now = at("2026-11-25T12:00:00+00:00");
    person.does(Command::CatchUp(Some(CatchUp::over(7, today))), now);
    assert!(!person.revision(&deck, &pace).has_piled_up(today));
    for (after, share) in preview.into_iter().enumerate() {
        let now = now + TimeDelta::days(i64::try_from(after).unwrap());
        let queue = person.revision(&deck, &pace).queue(now, 0);
        assert_eq!((queue.due.len(), queue.new.len()), (share, 0), "day {after}");
        for card in queue.due {
            person.answers(card, Outcome::Right(Sureness::Certain), now);
        }
        assert_eq!(person.revision(&deck, &pace).queue(now, 0).left(), 0, "the share of the day is done");
    }
    let after = now + TimeDelta::days(7);
    assert_eq!(person.revision(&deck, &pace).queue(after, 0).waiting, 0);
}

#[test]
fn a_higher_retention_is_previewed_before_it_is_chosen() {
    let mut person = Person::default();
    let deck = deck(30);
    for n in 0..30 {
        person.answers(card(n), Outcome::Right(Sureness::Certain), at("2026-11-20T12:00:00+00:00"));
    }
    let due = |percent| {
        let pace = Pace { retention: Retention::of_percent(percent).unwrap(), ..Pace::default() };
        person.revision(&deck, &pace).forecast(day("2026-11-25"), 14)
    };
    assert_eq!(due(90)[3], 30, "eight days after the 20th");
    assert_eq!(due(95)[0], 30);
    assert_eq!(due(80).iter().sum::<usize>(), 0);
}

#[test]
fn why_a_card_is_due_is_told() {
    let mut person = Person::default();
    person.answers(card(0), Outcome::Right(Sureness::Certain), at("2026-11-20T12:00:00+00:00"));
    let history = person.journal.history().of(&card(0)).unwrap();
    let why = why(history, Retention::default(), day("2026-11-28")).unwrap();
    assert_eq!((why.interval, why.due), (8, day("2026-11-28")));
    assert!((0.89..0.91).contains(&why.chance), "{}", why.chance);
    assert_eq!(why.last.outcome, Outcome::Right(Sureness::Certain));
}

#[test]
fn twelve_cards_take_about_three_minutes_and_one_takes_one() {
    assert_eq!([0, 1, 5, 12].map(minutes_for), [0, 1, 1, 3]);
}

#[test]
fn a_clock_that_jumps_ahead_does_not_end_catching_up_before_it_began() {
    let today = day("2026-11-25");
    let catch_up = CatchUp::over(3, today);
    assert_eq!(catch_up.days_left(today - Days::new(1)), 0);
    assert_eq!(catch_up.days_left(today), 3);
    assert_eq!(catch_up.days_left(today + Days::new(2)), 1);
    assert_eq!(catch_up.days_left(today + Days::new(3)), 0);
}
