//! What the room sees at each step of a learning day: nothing of the facilitator's notes, and no verdict before both votes.
use super::{
    event_plan::{Judged, judged, told_outcome},
    invitations::{carried, invitation},
    library::Library,
};
use crate::domain::{
    events::{Event, EventPlan, Place, Run, Said, Session, SessionKind, Split, Stage, Step, Totals},
    passing::Answers,
    quiz::Verdict,
    route::Route,
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
    /// By how many in a hundred it moved towards what is right while it talked, once that is told.
    pub shift: Option<i64>,
    /// The link by which a phone takes part, where it is to be seen.
    pub link: Option<String>,
    /// The codes that carry what no pack has, one after the other and again.
    pub frames: Vec<Vec<u8>>,
}

/// How many said something, as a bar with its number and its words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bar {
    /// Such as `Myth, before talking`.
    pub label: String,
    pub count: u32,
    pub percent: u32,
}

/// The scene of the day's present step, with what came from phones; `app` is the address at which phones open the app,
/// if there is one.
#[must_use]
pub fn scene(library: &Library, event: &Event, phones: &[Answers], app: Option<&str>) -> Scene {
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
        Step::Whole if matches!(session.kind, SessionKind::Welcome | SessionKind::Quiz) => {
            let invited = app.zip(invitation(event).to_fragment().ok());
            let frames = app.and_then(|_| carried(plan)?.to_frames(event.tag).ok());
            Scene {
                link: invited.map(|(app, it)| format!("{app}{}", Route::Join(it))),
                frames: frames.unwrap_or_default(),
                ..opening(library, plan, run, session)
            }
        }
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
        // Phones know the questions of the day by their number.
        Step::Prompt(at) => {
            let before: usize = plan.programme[..place.session].iter().map(|it| it.prompts.len()).sum();
            format!("{session}: question {} of {}", before + at + 1, plan.prompts().count())
        }
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
            let message = |id| library.takeaway(id).map(|it| it.message.clone());
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
            shift: totals.shift(it.verdict),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        events::{Asked, Tap, Vote, Way},
        ids::EventId,
        passing::EventTag,
        time::Moment,
    };
    use chrono::DateTime;

    fn library() -> Library {
        let mut library = Library::default();
        for file in ["pack", "statements", "lessons"] {
            let text = std::fs::read_to_string(format!("public/packs/learning-event-2017/{file}.json"));
            library.shelve("learning-event-2017", file, Ok(text.unwrap()));
        }
        library
    }

    fn now() -> Moment {
        DateTime::parse_from_rfc3339("2026-12-10T09:30:00+00:00").unwrap()
    }

    fn event(library: &Library) -> Event {
        let mut plan = super::super::event_plan::plan_of(library, "learning-event-2017").unwrap();
        plan.programme[0].notes = "Only for the facilitator".into();
        let run = Run::begin(&plan, now());
        Event {
            id: EventId::from_entropy([1; 16]),
            tag: EventTag::from_entropy([1; 6]),
            plan,
            run,
            changed: now(),
        }
    }

    #[test]
    fn the_room_sees_no_verdict_before_both_votes_and_never_the_notes() {
        let library = library();
        let mut event = event(&library);
        for place in event.plan.steps() {
            let run = event.run.as_ref().unwrap().at(place, now());
            event.run = Some(run);
            let scene = scene(&library, &event, &[], Some("https://example.org/"));
            let is_told = matches!(place.step, Step::Statement(_, stage) if stage.is_told());
            assert_eq!(scene.is_fact.is_some(), is_told, "{place:?}");
            assert!(!serde_json::to_string(&scene).unwrap().contains("Only for the facilitator"));
            assert!(!scene.words.is_empty(), "{place:?}");
            if let Step::Statement(at, stage) = place.step {
                let Asked::Pack(id) = &event.plan.statements[at] else { continue };
                let fact = &library.statement(id).unwrap().fact;
                assert!(is_told || !scene.lines.contains(fact), "{place:?} tells before {stage:?}");
            }
        }
    }

    #[test]
    fn the_room_sees_how_it_voted_once_it_talks_and_how_it_moved_once_it_is_told() {
        let library = library();
        let mut event = event(&library);
        let at = 0;
        let session = event.plan.programme.iter().position(|it| it.kind == SessionKind::Quiz).unwrap();
        let run = event.run.as_mut().unwrap();
        for (vote, myth, fact) in [(Vote::First, 15, 35), (Vote::Second, 30, 20)] {
            for (said, hands) in [(Verdict::Myth, myth), (Verdict::Fact, fact)] {
                run.votes[at].ballot_mut(vote).hear(Way::Hands(Tap { said, hands }));
            }
        }
        let mut shown = |stage| {
            let place = Place { session, step: Step::Statement(at, stage) };
            event.run = Some(event.run.as_ref().unwrap().at(place, now()));
            let scene = scene(&library, &event, &[], None);
            let bars = scene.bars.iter().map(|it| (it.count, it.percent)).collect::<Vec<_>>();
            (bars, scene.shift)
        };
        assert_eq!(shown(Stage::Vote), (vec![], None));
        assert_eq!(shown(Stage::Discuss), (vec![(15, 30), (35, 70)], None));
        assert_eq!(shown(Stage::VoteAgain), (vec![], None), "nobody is to see what the others say");
        let both = vec![(15, 30), (35, 70), (30, 60), (20, 40)];
        assert_eq!(shown(Stage::Reveal), (both, Some(30)), "the first statement is a myth");
    }
}
