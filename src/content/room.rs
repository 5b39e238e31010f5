//! What the room sees at each step of a learning day: nothing of the facilitator's notes, and no verdict before both votes.
use super::{
    event_plan::{Judged, judged, told_outcome},
    library::Library,
};
use crate::domain::{
    events::{Event, EventPlan, Place, Run, Said, Session, SessionKind, Split, Stage, Step, Totals},
    passing::Answers,
    quiz::Verdict,
};
use serde::{Deserialize, Serialize};

/// What stands on the room's screen. It travels to another window of the same app as JSON; both are of one build, so it
/// has no version.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scene {
    /// Where in the day this is.
    pub head: String,
    /// What is to be read from the back.
    pub words: String,
    /// Beneath it, a line each.
    pub lines: Vec<String>,
    /// What is to be done now.
    pub ask: String,
    /// Whether it is a fact, once that is told.
    pub is_fact: Option<bool>,
    /// How the room voted, once that is shown.
    pub bars: Vec<Bar>,
}

/// How many said something, as a bar with its number and its words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bar {
    /// Such as `Myth, before talking`.
    pub label: String,
    pub count: u32,
    pub percent: u32,
}

/// The scene of the day's present step, with what came from phones.
#[must_use]
pub fn scene(library: &Library, event: &Event, phones: &[Answers]) -> Scene {
    let plan = &event.plan;
    let Some(run) = &event.run else {
        return Scene { words: plan.title.clone(), lines: vec![plan.venue.clone()], ..Scene::default() };
    };
    if run.ended.is_some() {
        return Scene { head: plan.title.clone(), words: "Thank you".into(), ..Scene::default() };
    }
    let Some(place) = plan.nearest(run.place) else { return Scene::default() };
    let session = &plan.programme[place.session];
    let scene = match place.step {
        Step::Whole => opening(library, plan, run, session),
        Step::Prompt(at) => Scene {
            words: session.prompts.get(at).cloned().unwrap_or_default(),
            ask: "Talk about it at your table. One of you writes it down.".into(),
            ..Scene::default()
        },
        Step::Statement(at, stage) => match plan.statements.get(at).and_then(|it| judged(library, it)) {
            Some(it) => of_statement(&it, stage, &Totals::of(run, at, phones.iter())),
            None => Scene { words: "This statement is not here any more.".into(), ..Scene::default() },
        },
    };
    Scene { head: head(plan, place), ..scene }
}

/// What a part of the programme is called.
#[must_use]
pub fn name_of_session(session: &Session) -> String {
    let usual = match session.kind {
        SessionKind::Welcome => "Welcome",
        SessionKind::Talk => "Talk",
        SessionKind::GroupWork => "Group work",
        SessionKind::Quiz => "Myth or fact?",
        SessionKind::Panel => "Questions to the panel",
        SessionKind::TakeHome => "What I take home",
        SessionKind::Evaluation => "Evaluation",
        SessionKind::Certificates => "Certificates",
        SessionKind::Break => "Break",
    };
    let own = session.title.trim();
    if own.is_empty() { usual.to_owned() } else { own.to_owned() }
}

/// What a stage is called.
#[must_use]
pub const fn name_of_stage(stage: Stage) -> &'static str {
    match stage {
        Stage::Read => "Read it aloud",
        Stage::Vote => "Vote",
        Stage::Discuss => "Talk to your neighbour",
        Stage::VoteAgain => "Vote again",
        Stage::Reveal => "Myth or fact",
        Stage::Explain => "Why",
        Stage::Act => "What will we do?",
    }
}

fn head(plan: &EventPlan, place: Place) -> String {
    let session = name_of_session(&plan.programme[place.session]);
    match place.step {
        Step::Statement(at, _) => format!("{session} {} of {}", at + 1, plan.statements.len()),
        _ => session,
    }
}

fn opening(library: &Library, plan: &EventPlan, run: &Run, session: &Session) -> Scene {
    let lines =
        |text: &str| text.lines().map(str::trim).filter(|it| !it.is_empty()).map(str::to_owned).collect();
    let words = name_of_session(session);
    match session.kind {
        SessionKind::Welcome => Scene {
            words: plan.title.clone(),
            lines: lines(&format!("{}\n{}", plan.warning, plan.ground_rules)),
            ..Scene::default()
        },
        SessionKind::Panel => Scene {
            words,
            lines: run.questions.iter().filter(|it| it.is_shown).map(|it| it.text.clone()).collect(),
            ..Scene::default()
        },
        SessionKind::TakeHome => {
            let message =
                |id| library.takeaways().find(|(known, _)| known == id).map(|(_, it)| it.message.clone());
            Scene {
                words,
                lines: plan.takeaways.iter().filter_map(message).collect(),
                ask: "Choose one. What will you do, and by when?".into(),
                ..Scene::default()
            }
        }
        SessionKind::Evaluation => Scene {
            words: "How confident are you now?".into(),
            lines: plan.outcomes.iter().filter_map(|it| told_outcome(library, it)).collect(),
            ask: "Out of ten, before today and now. What will you do differently? What stands in the way?"
                .into(),
            ..Scene::default()
        },
        SessionKind::Quiz => Scene {
            words,
            lines: vec![
                "Vote, talk to your neighbour, vote again.".into(),
                "Nobody is named, and nobody has to answer.".into(),
            ],
            ..Scene::default()
        },
        _ => Scene { words, lines: lines(&session.speaker), ..Scene::default() },
    }
}

fn of_statement(it: &Judged, stage: Stage, totals: &Totals) -> Scene {
    let before = || bars(totals.first, "before talking");
    let both = || [before(), bars(totals.second, "after talking")].concat();
    let is_fact = stage.is_told().then_some(it.verdict == Verdict::Fact);
    let statement = Scene { words: it.statement.clone(), is_fact, ..Scene::default() };
    match stage {
        Stage::Read => statement,
        Stage::Vote => {
            Scene { ask: "Myth or fact? Say what you think, before anybody talks.".into(), ..statement }
        }
        Stage::Discuss => Scene {
            ask: "Talk to your neighbour. What makes you think so?".into(),
            bars: before(),
            ..statement
        },
        Stage::VoteAgain => {
            Scene { ask: "Myth or fact? Vote again. You may change your mind.".into(), ..statement }
        }
        Stage::Reveal => Scene {
            lines: [it.fact.clone()].into_iter().filter(|it| !it.is_empty()).collect(),
            bars: both(),
            ..statement
        },
        Stage::Explain => Scene { lines: it.why.clone(), ..statement },
        Stage::Act => Scene {
            lines: [it.practice.clone()].into_iter().filter(|it| !it.is_empty()).collect(),
            ask: "What will we do?".into(),
            ..statement
        },
    }
}

/// People, and tables where tables voted; none where nobody did.
fn bars(said: Said, when: &str) -> Vec<Bar> {
    let of = |split: Split, who: &str| {
        let bar = |(verdict, name)| {
            Some(Bar {
                label: format!("{name}, {when}{who}"),
                count: split.of(verdict),
                percent: split.percent(verdict)?,
            })
        };
        [(Verdict::Myth, "Myth"), (Verdict::Fact, "Fact")].into_iter().filter_map(bar).collect::<Vec<_>>()
    };
    [of(said.people, ""), of(said.tables, " (tables)")].concat()
}
