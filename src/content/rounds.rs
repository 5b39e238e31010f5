//! Which statements a round asks, and in which order.
use super::library::Library;
use crate::domain::{
    cards::CardId,
    ids::StatementId,
    mixing::{balanced, shuffled},
    quiz::Topic,
    reviews::History,
};

/// How many statements a round of everything asks.
const MOST: usize = 10;

/// The statements of a round about `topic`, in an order that follows from `seed`. A set as an event had it is asked
/// whole, and so is what tests a section.
#[must_use]
pub fn statements_to_ask(library: &Library, topic: &Topic, history: &History, seed: u64) -> Vec<StatementId> {
    let about = library.statements_about(topic);
    let judged = |ids: Vec<StatementId>| {
        let judge = |id: StatementId| library.statement(&id).map(|it| (id.clone(), it.verdict));
        ids.into_iter().filter_map(judge).collect::<Vec<_>>()
    };
    match topic {
        Topic::Set(_) | Topic::Section(_) => shuffled(about, seed),
        Topic::Mixed => balanced(judged(about), MOST, seed),
        Topic::Missed => shuffled(missed(library, history), seed).into_iter().take(MOST).collect(),
    }
}

/// The statements whose last answer was wrong.
#[must_use]
pub fn missed(library: &Library, history: &History) -> Vec<StatementId> {
    let is_missed = |id: &StatementId| {
        let known = history.known(&CardId::Statement(id.clone()));
        known.is_some_and(|it| !it.last.outcome.is_right())
    };
    library.statements_about(&Topic::Missed).into_iter().filter(is_missed).collect()
}
