//! A learning day planned from what a pack teaches, to be changed as the organisers wish.
use super::{
    format::{Block, Module, ModuleKind},
    library::Library,
};
use crate::domain::{
    events::{Asked, EventOutcome, EventPlan, Session, SessionKind},
    ids::{LearningOutcomeId, StatementId, TakeawayId},
    questions::{Answers, Wording},
    quiz::Verdict,
};

/// How many outcomes people can say something of at the end of a day: one of each lesson, and no more.
const OUTCOMES: usize = 5;

/// How many prompts a table can talk through in half an hour.
const PROMPTS: usize = 3;

/// What is said at the beginning, because there are people in every room whom this concerns.
const WARNING: &str = "Today is about harm to children and about violence at home. It may touch something of your own. You can step out at any time, and nobody will ask why.";

/// What rooms mostly agree on.
const GROUND_RULES: &str = "What is said here stays here.\nNo names, and nothing by which a family could be known.\nNobody has to answer.\nWe ask before we judge.\nIf you are worried about a child or about yourself, speak to one of us today.";

/// A day made of what `pack` teaches; none where there is no such pack.
#[must_use]
pub fn plan_of(library: &Library, pack: &str) -> Option<EventPlan> {
    let found = library.packs().iter().find(|it| it.id == pack)?;
    let set = found.statement_sets.first();
    let statements = set.into_iter().flat_map(|it| &it.statements);
    let outcomes = found.modules.iter().filter_map(|it| it.outcomes.first()).take(OUTCOMES);
    let talks = found.modules.iter().filter(|it| matches!(it.kind, ModuleKind::Study | ModuleKind::Audit));
    let mut programme = vec![Session::of(SessionKind::Welcome, 15)];
    programme
        .extend(talks.map(|it| Session { title: it.title.clone(), ..Session::of(SessionKind::Talk, 25) }));
    programme.push(Session::of(SessionKind::Break, 15));
    programme.extend(found.modules.iter().filter(|it| it.kind == ModuleKind::GroupWork).map(|it| Session {
        title: it.title.clone(),
        prompts: prompts_of(it),
        ..Session::of(SessionKind::GroupWork, 30)
    }));
    programme.extend([
        Session::of(SessionKind::Quiz, 30),
        Session::of(SessionKind::Panel, 20),
        Session::of(SessionKind::TakeHome, 10),
        Session::of(SessionKind::Evaluation, 10),
        Session::of(SessionKind::Certificates, 5),
    ]);
    Some(EventPlan {
        title: found.title.clone(),
        outcomes: outcomes.map(|it| EventOutcome::Pack(LearningOutcomeId::new(pack, &it.id))).collect(),
        programme,
        ground_rules: GROUND_RULES.to_owned(),
        warning: WARNING.to_owned(),
        statements: statements.map(|it| Asked::Pack(StatementId::new(pack, it))).collect(),
        takeaways: found.takeaways.iter().map(|it| TakeawayId::new(pack, &it.id)).collect(),
        ..EventPlan::default()
    })
}

fn prompts_of(module: &Module) -> Vec<String> {
    let blocks = module.sections.iter().flat_map(|it| &it.blocks);
    let asked = blocks.filter_map(|it| match it {
        Block::Think(questions) => Some(questions),
        _ => None,
    });
    asked.flatten().map(|it| it.ask.clone()).take(PROMPTS).collect()
}

/// A statement as a room judges it, with what is said once it is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judged {
    pub statement: String,
    pub verdict: Verdict,
    /// The fact in a sentence; empty where none was written.
    pub fact: String,
    /// Why it misleads, and what the evidence says.
    pub why: Vec<String>,
    /// What to do.
    pub practice: String,
}

/// What a statement of a plan says; none where its pack is not here any more, or it cannot be judged.
#[must_use]
pub fn judged(library: &Library, asked: &Asked) -> Option<Judged> {
    match asked {
        Asked::Pack(id) => {
            let it = library.statement(id)?;
            Some(Judged {
                statement: it.statement.clone(),
                verdict: it.verdict,
                fact: it.fact.clone(),
                why: [&it.why, &it.evidence, &it.limits]
                    .into_iter()
                    .filter(|it| !it.is_empty())
                    .cloned()
                    .collect(),
                practice: it.practice.clone(),
            })
        }
        Asked::Own(Wording { stem, answers: Answers::MythOrFact(verdict), why, .. }) => Some(Judged {
            statement: stem.clone(),
            verdict: *verdict,
            fact: String::new(),
            why: vec![why.clone()].into_iter().filter(|it| !it.is_empty()).collect(),
            practice: String::new(),
        }),
        Asked::Own(_) => None,
    }
}

/// What an outcome of a plan says; none where its pack is not here any more.
#[must_use]
pub fn told_outcome(library: &Library, outcome: &EventOutcome) -> Option<String> {
    match outcome {
        EventOutcome::Own(text) => Some(text.clone()),
        EventOutcome::Pack(id) => {
            let mut modules = library.modules().filter(|(module, _)| module.pack() == id.pack());
            modules
                .find_map(|(_, it)| it.outcomes.iter().find(|it| it.id == id.item()).map(|it| it.can.clone()))
        }
    }
}
