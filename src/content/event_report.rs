//! What came of a learning day, to be shared: votes and how they moved, group work, questions, and what people thought of
//! it. Small numbers are left out ([`SharedSplit`]).
mod written;

use super::{
    event_plan::{judged, told_outcome},
    library::Library,
};
use crate::domain::{
    confidence::{BeforeAndAfter, Rating},
    events::{Collected, Event, FEWEST, SharedSplit, Split, TableNote, Totals, shared},
    passing::{Answers, Evaluation, FollowUp, Message},
    quiz::Verdict,
    time::long_date,
};

/// The report of an event.
#[derive(Clone, Debug, PartialEq)]
pub struct EventReport {
    pub title: String,
    pub day: String,
    /// How many phones handed something in; none where they are too few to be told.
    pub phones: Option<u32>,
    pub statements: Vec<StatementReport>,
    pub outcomes: Vec<OutcomeReport>,
    /// What the tables said: to which question, which table, what.
    pub notes: Vec<[String; 3]>,
    pub questions: Vec<String>,
    /// Take-home messages and how many chose each.
    pub chosen: Vec<(String, Option<u32>)>,
    /// What was useful, what people will do, what stands in the way; none where too few said.
    pub thoughts: Option<[Vec<String>; 3]>,
    /// What has changed three months on; none where too few said.
    pub changed: Option<Vec<String>>,
}

/// One statement of it.
#[derive(Clone, Debug, PartialEq)]
pub struct StatementReport {
    pub statement: String,
    pub verdict: Verdict,
    pub before: SharedSplit,
    pub after: SharedSplit,
    /// Tables before and after, each a group of people.
    pub tables: [Split; 2],
    /// By how many points in a hundred the room moved towards what is right.
    pub shift: Option<i64>,
}

/// One outcome of it.
#[derive(Clone, Debug, PartialEq)]
pub struct OutcomeReport {
    pub can: String,
    /// How confident on average before and after, of ten; none where too few said.
    pub before: Option<f64>,
    pub after: Option<f64>,
    /// The same three months on.
    pub since: Option<f64>,
}

/// What came of `event`, with what came from phones.
#[must_use]
pub fn report(library: &Library, event: &Event, collected: &[&Collected]) -> EventReport {
    let plan = &event.plan;
    let answers: Vec<&Answers> = collected
        .iter()
        .filter_map(|it| match &it.message {
            Message::Answers(it) => Some(it),
            _ => None,
        })
        .collect();
    let messages = || collected.iter().map(|it| &it.message);
    let evaluations: Vec<&Evaluation> = messages()
        .filter_map(|it| match it {
            Message::Evaluation(it) => Some(it),
            _ => None,
        })
        .collect();
    let follow_ups: Vec<&FollowUp> = messages()
        .filter_map(|it| match it {
            Message::FollowUp(it) => Some(it),
            _ => None,
        })
        .collect();
    let statement = |at: usize| {
        let it = judged(library, plan.statements.get(at)?)?;
        let totals = Totals::of(event.run.as_ref()?, at, answers.iter().copied());
        let (before, after) = (totals.first.people.into(), totals.second.people.into());
        let are_given = |split| matches!(split, SharedSplit::Both(_) | SharedSplit::Nobody);
        let shift = totals.shift(it.verdict).filter(|_| are_given(before) && are_given(after));
        let tables = [totals.first.tables, totals.second.tables];
        Some(StatementReport { statement: it.statement, verdict: it.verdict, before, after, tables, shift })
    };
    let outcome = |(at, it)| {
        let said = |pick: fn(&BeforeAndAfter) -> Option<Rating>| {
            let ratings = evaluations.iter().filter_map(|it| it.ratings.get(at).and_then(pick));
            mean(&ratings.map(Rating::number).collect::<Vec<_>>())
        };
        let since = follow_ups.iter().filter_map(|it| it.ratings.get(at).copied().flatten());
        let since = mean(&since.map(Rating::number).collect::<Vec<_>>());
        let can = told_outcome(library, it)?;
        Some(OutcomeReport { can, before: said(|it| it.0), after: said(|it| it.1), since })
    };
    let texts = |read: fn(&Evaluation) -> &String| {
        in_no_order(evaluations.iter().map(|it| read(it).clone()).collect())
    };
    let are_enough = |count: usize| count >= FEWEST as usize;
    let run = event.run.as_ref();
    let note = |it: &TableNote| [it.prompt.clone(), it.table.clone(), it.text.clone()];
    let message = |id| library.takeaway(id).map(|it| it.message.clone());
    let mut notes: Vec<_> = run.into_iter().flat_map(|it| &it.notes).map(note).collect();
    // In the order of the programme, and by table.
    let place = |prompt: &str| plan.prompts().position(|it| it == prompt);
    notes.sort_by_cached_key(|[prompt, table, _]| {
        (place(prompt).is_none(), place(prompt), prompt.clone(), table.clone())
    });
    EventReport {
        title: plan.title.clone(),
        day: plan.day.map(long_date).unwrap_or_default(),
        phones: shared(u32::try_from(answers.len()).unwrap_or(u32::MAX)),
        statements: (0..plan.statements.len()).filter_map(statement).collect(),
        outcomes: plan.outcomes.iter().enumerate().filter_map(outcome).collect(),
        notes,
        questions: run.into_iter().flat_map(|it| &it.questions).map(|it| it.text.clone()).collect(),
        chosen: run
            .into_iter()
            .flat_map(|it| &it.chosen)
            .filter_map(|(id, count)| Some((message(id)?, shared(*count))))
            .collect(),
        thoughts: are_enough(evaluations.len())
            .then(|| [texts(|it| &it.useful), texts(|it| &it.differently), texts(|it| &it.barrier)]),
        changed: are_enough(follow_ups.len())
            .then(|| in_no_order(follow_ups.iter().map(|it| it.changed.clone()).collect())),
    }
}

/// What was written, in an order that says nothing of who wrote it.
fn in_no_order(mut texts: Vec<String>) -> Vec<String> {
    texts.retain(|it| !it.trim().is_empty());
    texts.sort();
    texts
}

/// The mean to one decimal place; none of fewer than [`FEWEST`].
fn mean(numbers: &[u8]) -> Option<f64> {
    let sum: u32 = numbers.iter().map(|it| u32::from(*it)).sum();
    let count = u32::try_from(numbers.len()).ok().filter(|it| *it >= FEWEST)?;
    Some((f64::from(sum) / f64::from(count) * 10.0).round() / 10.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        events::{Asked, EventOutcome, EventPlan, Run, Session, SessionKind},
        ids::{CollectedId, EventId},
        passing::{EventTag, Heard, SenderTag},
        questions::{Answers as Options, Wording},
        quiz::Sureness,
        time::Moment,
    };
    use chrono::DateTime;
    use serde_json::{Value, json};

    const TAG: EventTag = EventTag::from_entropy([1; 6]);

    fn now() -> Moment {
        DateTime::parse_from_rfc3339("2026-12-10T09:30:00+00:00").unwrap()
    }

    fn event() -> Event {
        let wording = Wording {
            stem: "One visit, \"well\" done, is enough.".into(),
            answers: Options::MythOrFact(Verdict::Myth),
            why: String::new(),
            topic: String::new(),
        };
        let plan = EventPlan {
            title: "A day".into(),
            programme: vec![Session::of(SessionKind::Quiz, 20)],
            statements: vec![Asked::Own(wording)],
            outcomes: vec![EventOutcome::Own("Ask.".into())],
            ..EventPlan::default()
        };
        let run = Run::begin(&plan, now());
        Event { id: EventId::from_entropy([1; 16]), tag: TAG, plan, run, changed: now() }
    }

    /// So many phones, of which the first so many say that it is a myth, and every one what they think.
    fn phones(count: u8, myth: u8) -> Vec<Collected> {
        let of = |n: u8| {
            let said = if n < myth { Verdict::Myth } else { Verdict::Fact };
            let heard = Heard { first: Some(Verdict::Fact), second: Some(said), sure: Some(Sureness::Guess) };
            let (event, sender) = (TAG, SenderTag::from_entropy([n; 3]));
            let evaluation = Evaluation {
                event,
                sender,
                ratings: vec![(Rating::of_ten(3), Rating::of_ten(8))],
                differently: format!("Ask {}", char::from(b'a' + n)),
                barrier: String::new(),
                useful: String::new(),
            };
            let message = [
                Message::Answers(Answers { event, sender, heard: vec![heard] }),
                Message::Evaluation(evaluation),
            ];
            message.map(|message| Collected {
                id: CollectedId::from_entropy([n; 16]),
                event: EventId::from_entropy([1; 16]),
                message,
                at: now(),
            })
        };
        (0..count).flat_map(of).collect()
    }

    fn of(count: u8, myth: u8) -> EventReport {
        let phones = phones(count, myth);
        report(&Library::default(), &event(), &phones.iter().collect::<Vec<_>>())
    }

    #[test]
    fn what_is_given_of_many_is_how_they_voted_and_moved() {
        let report = of(20, 14);
        let it = &report.statements[0];
        assert_eq!(it.before, SharedSplit::Both(Split { myth: 0, fact: 20 }));
        assert_eq!(it.after, SharedSplit::Both(Split { myth: 14, fact: 6 }));
        assert_eq!(it.shift, Some(70));
        assert_eq!((report.outcomes[0].before, report.outcomes[0].after), (Some(3.0), Some(8.0)));
        let csv = report.csv();
        assert!(
            csv.ends_with("\"One visit, \"\"well\"\" done, is enough.\",\"Myth\",0,20,14,6,70\r\n"),
            "{csv}"
        );
        let json: Value = serde_json::from_str(&report.json()).unwrap();
        assert_eq!(json["statements"][0]["after"], json!({ "people": 20, "myth": 14, "fact": 6 }));
        assert_eq!(json["differently"].as_array().map(Vec::len), Some(20));
    }

    #[test]
    fn no_statement_is_a_formula_in_the_table() {
        let mut report = of(5, 5);
        for formula in ["=HYPERLINK(\"https://elsewhere.example\")", "+1", "-1", "@x", " =1"] {
            report.statements[0].statement = formula.to_owned();
            let csv = report.csv();
            let row = csv.lines().nth(1).unwrap();
            assert!(row.starts_with(&format!("\"'{}", &formula[..1])), "{row}");
        }
    }

    #[test]
    fn no_number_under_five_is_given_nor_what_would_tell_it() {
        let report = of(20, 17);
        let it = &report.statements[0];
        assert_eq!((it.after, it.shift), (SharedSplit::OnlyAll(20), None));
        let shared = [report.csv(), report.json(), report.paper().plain()].concat();
        assert!(!shared.contains("17") && !shared.contains("85"), "{shared}");
        let few = of(4, 4);
        assert_eq!(few.statements[0].after, SharedSplit::Few);
        assert_eq!(few.phones, None, "neither on paper nor in a file");
        assert_eq!((few.outcomes[0].before, few.thoughts), (None, None));
    }
}
