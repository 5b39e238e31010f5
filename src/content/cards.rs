//! What each card asks and answers, taken from the packs: nothing is written twice to be revised.
use super::{
    exchange::anki::AnkiCard,
    format::{Block, Clock, Indicator, Limit, ModuleKind, Provenance, Section, Statement, Takeaway, Term},
    library::Library,
};
use crate::domain::{
    cards::{CardId, Deck, Kind},
    ids::{EntryId, QuestionId, SectionId},
    journal::Journal,
    mixing::shuffled,
    questions::{Answers, Wording},
    quiz::Verdict,
    route::Route,
};

/// Mixes the statements the same way for everyone.
const ORDER_OF_STATEMENTS: u64 = 1;

/// How many answers there are to choose from, where there could be more.
const OPTIONS: usize = 4;

/// A card as it is asked.
#[derive(Clone, Debug, PartialEq)]
pub enum Card {
    /// Myth or fact?
    Statement(Box<Statement>),
    /// Anything else.
    Question(Box<Question>),
}

/// A question with what is given, and its answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    pub ask: &'static str,
    /// What it is asked about.
    pub given: Vec<String>,
    pub answer: Answer,
    /// What is worth knowing beside the answer.
    pub why: Vec<String>,
    /// None where nobody has checked it.
    pub provenance: Option<Provenance>,
    /// Where more of it stands.
    pub more: Option<Route>,
}

/// How a question is answered.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// By choosing.
    Choice { options: Vec<String>, right: usize },
    /// By recalling it, and looking.
    Recall(Vec<String>),
}

/// Every card of the packs, in the order in which they are first asked: statements first, mixed, because what is
/// believed and wrong does the most harm.
#[must_use]
pub fn deck(library: &Library, own: &[QuestionId]) -> Deck {
    let statements: Vec<_> = library.statements().map(|(id, _)| CardId::Statement(id)).collect();
    let mut cards = shuffled(statements, ORDER_OF_STATEMENTS);
    cards.extend(own.iter().map(|id| CardId::Own(*id)));
    cards.extend(library.takeaways().map(|(id, _)| CardId::Message(id)));
    cards.extend(findings(library).map(|(id, _)| CardId::Finding(id)));
    cards.extend(library.clocks().map(|(pack, it)| CardId::Clock(EntryId::new(pack, &it.id))));
    let is_known = |it: &Indicator| library.levels().any(|(_, level)| level.id == it.level);
    cards.extend(library.indicators().filter(|(_, it)| is_known(it)).map(|(id, _)| CardId::Sign(id)));
    for pack in library.packs() {
        cards.extend(pack.glossary.iter().map(|it| CardId::Term(EntryId::new(&pack.id, &it.id))));
    }
    Deck::new(cards)
}

/// What `card` asks; none when it is neither in the packs nor among the person's own.
#[must_use]
pub fn card(library: &Library, journal: &Journal, card: &CardId) -> Option<Card> {
    let question = match card {
        CardId::Statement(id) => return library.statement(id).cloned().map(Box::new).map(Card::Statement),
        CardId::Message(id) => of_message(library.takeaway(id)?),
        CardId::Finding(id) => of_finding(id, findings(library).find(|(known, _)| known == id)?.1),
        CardId::Clock(id) => {
            let (_, clock) = library.clocks().find(|(pack, it)| EntryId::new(pack, &it.id) == *id)?;
            of_clock(id, clock, library)
        }
        CardId::Sign(id) => of_sign(library.indicators().find(|(known, _)| known == id)?.1, library)?,
        CardId::Term(id) => {
            let pack = library.packs().iter().find(|it| it.id == id.pack())?;
            of_term(pack.glossary.iter().find(|it| it.id == id.item())?)
        }
        CardId::Own(id) => of_own(&journal.question(*id)?.wording),
    };
    Some(Card::Question(Box::new(question)))
}

/// What a limit says.
#[must_use]
pub fn limit_in_words(limit: Limit) -> String {
    let counted = |count: u16, unit: &str| {
        let plural = if count == 1 { "" } else { "s" };
        format!("{count} {unit}{plural}")
    };
    match limit {
        Limit::Hours(hours) => counted(hours, "hour"),
        Limit::Days(days) => counted(days, "day"),
        Limit::WorkingDays(days) => counted(days, "working day"),
        Limit::Months(months) => counted(months, "month"),
        Limit::Promptly => "As soon as can be: no number is set".to_owned(),
    }
}

/// Sections that tell what a review found. One that warns is left to its lesson, which says what is coming first.
fn findings(library: &Library) -> impl Iterator<Item = (SectionId, &Section)> {
    let studies = library.modules().filter(|(_, it)| it.kind == ModuleKind::Study);
    let sections = studies.flat_map(|(id, module)| {
        let pack = id.pack().to_owned();
        module.sections.iter().map(move |it| (SectionId::new(&pack, &it.id), it))
    });
    sections.filter(|(_, it)| it.warning.is_none() && !found_in(it).is_empty())
}

fn found_in(section: &Section) -> Vec<String> {
    let found = section.blocks.iter().filter_map(|block| match block {
        Block::Found(points) => Some(points.clone()),
        _ => None,
    });
    found.flatten().collect()
}

fn of_message(it: &Takeaway) -> Question {
    Question {
        ask: "Which take-home message fits?",
        given: vec![it.situation.clone()],
        answer: Answer::Recall(vec![it.message.clone()]),
        why: vec![it.why.clone(), it.practice.clone()],
        provenance: Some(it.provenance.clone()),
        more: None,
    }
}

fn of_finding(id: &SectionId, it: &Section) -> Question {
    let known = it.blocks.iter().filter_map(|block| match block {
        Block::Known(points) => Some(points.clone()),
        _ => None,
    });
    let good = it.blocks.iter().filter_map(|block| match block {
        Block::Good(points) => Some(points.clone()),
        _ => None,
    });
    Question {
        ask: "What did the review find?",
        given: known.flatten().collect(),
        answer: Answer::Recall(found_in(it)),
        why: good.flatten().collect(),
        provenance: Some(it.provenance.clone()),
        more: Some(Route::Section(id.clone())),
    }
}

fn of_clock(id: &EntryId, it: &Clock, library: &Library) -> Question {
    // What else it could be: the limits that stand nearest to it in length.
    let mut limits: Vec<Limit> = vec![];
    for (_, other) in library.clocks() {
        if !limits.contains(&other.limit) {
            limits.push(other.limit);
        }
    }
    limits.sort_by_key(|limit| length(*limit));
    let at = limits.iter().position(|limit| *limit == it.limit).unwrap_or(0);
    // Where it stands among the four is another for each step, so that the place tells nothing.
    let before = id.item().len() % OPTIONS;
    let first = at.saturating_sub(before).min(limits.len().saturating_sub(OPTIONS));
    let options: Vec<_> = limits.into_iter().skip(first).take(OPTIONS).collect();
    let right = options.iter().position(|limit| *limit == it.limit).unwrap_or(0);
    Question {
        ask: "How long may it take at most?",
        given: vec![it.step.clone(), format!("Counted from: {}", it.starts)],
        answer: Answer::Choice { options: options.into_iter().map(limit_in_words).collect(), right },
        why: vec![it.note.clone()],
        provenance: Some(it.provenance.clone()),
        more: Some(Route::Clocks(Some(id.clone()))),
    }
}

/// About how many hours: five working days are a week, and twelve months a year.
const fn length(limit: Limit) -> u32 {
    match limit {
        Limit::Promptly => 0,
        Limit::Hours(hours) => hours as u32,
        Limit::Days(days) => days as u32 * 24,
        Limit::WorkingDays(days) => days as u32 * 34,
        Limit::Months(months) => months as u32 * 730,
    }
}

fn of_sign(it: &Indicator, library: &Library) -> Option<Question> {
    let levels: Vec<_> = library.levels().map(|(_, level)| level).collect();
    let right = levels.iter().position(|level| level.id == it.level)?;
    let usual = "Usually, and never by itself: a level is judged from the whole picture, with the child's voice in it.";
    let protects = it.protects.iter().map(|it| format!("What protects: {it}"));
    Some(Question {
        ask: "At which level of need does this sign usually sit?",
        given: vec![it.sign.clone()],
        answer: Answer::Choice { options: levels.iter().map(|level| level.title.clone()).collect(), right },
        why: std::iter::once(usual.to_owned()).chain(protects).collect(),
        provenance: Some(it.provenance.clone()),
        more: Some(Route::Levels),
    })
}

fn of_term(it: &Term) -> Question {
    Question {
        ask: "What does it mean?",
        given: vec![it.term.clone()],
        answer: Answer::Recall(it.expansion.iter().cloned().chain([it.meaning.clone()]).collect()),
        why: vec![],
        provenance: Some(it.provenance.clone()),
        more: None,
    }
}

fn of_own(it: &Wording) -> Question {
    let (ask, answer) = match it.answers.clone() {
        Answers::MythOrFact(verdict) => {
            let options = vec!["Myth".to_owned(), "Fact".to_owned()];
            ("Myth or fact?", Answer::Choice { options, right: usize::from(verdict == Verdict::Fact) })
        }
        Answers::Choice { options, right } => ("Which one is right?", Answer::Choice { options, right }),
    };
    let why = if it.why.is_empty() { vec![] } else { vec![it.why.clone()] };
    Question { ask, given: vec![it.stem.clone()], answer, why, provenance: None, more: None }
}

/// A statement of the packs as a question for other programs, under the name of its set.
#[must_use]
pub fn wording_of(it: &Statement, topic: String) -> Wording {
    let why = [&it.fact, &it.why, &it.evidence, &it.practice, &it.limits].map(String::as_str).join("\n");
    Wording { stem: it.statement.clone(), answers: Answers::MythOrFact(it.verdict), why, topic }
}

/// A card with two sides, for Anki.
#[must_use]
pub fn anki_card(card: &Card, kind: Kind) -> AnkiCard {
    let (front, back) = match card {
        Card::Statement(it) => {
            let verdict = if it.verdict == Verdict::Myth { "Myth." } else { "Fact." };
            (format!("Myth or fact?\n{}", it.statement), format!("{verdict} {}\n{}", it.fact, it.practice))
        }
        Card::Question(it) => {
            let (options, answer) = match &it.answer {
                Answer::Choice { options, right } => (options.clone(), vec![options[*right].clone()]),
                Answer::Recall(lines) => (vec![], lines.clone()),
            };
            let front = [vec![it.ask.to_owned()], it.given.clone(), options].concat().join("\n");
            (front, [answer, it.why.clone()].concat().join("\n"))
        }
    };
    AnkiCard { front, back, tags: vec!["second-look".to_owned(), kind.name().to_owned()] }
}
