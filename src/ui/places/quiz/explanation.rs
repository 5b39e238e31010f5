//! A verdict and its reasons, in refutation order: fact, myth, why it misleads, fact, what to do, limits.
use crate::ui::{
    components::{Erase, provenance::ProvenanceLine},
    words::{name_of_sureness, name_of_verdict},
};
use crate::{
    content::format::Statement,
    domain::quiz::{Sureness, Verdict},
};
use leptos::prelude::*;

#[component]
pub fn Explanation(
    statement: Statement,
    sources: Vec<String>,
    /// What the person said, and how sure they were, where they were asked.
    said: Option<(Verdict, Sureness)>,
) -> impl IntoView {
    let is = match statement.verdict {
        Verdict::Myth => "It is a myth",
        Verdict::Fact => "It is a fact",
    };
    let is_right = said.map(|(said, _)| said == statement.verdict);
    let heading = match is_right {
        Some(true) => format!("Right. {is}"),
        Some(false) => format!("Not this time. {is}"),
        None => is.to_owned(),
    };
    let given = said.map(|(said, sure)| {
        format!("You said: {}. How sure: {}.", name_of_verdict(said), name_of_sureness(sure).to_lowercase())
    });
    let (myth, why) = match statement.verdict {
        Verdict::Myth => ("The myth", "Why it misleads"),
        Verdict::Fact => ("What people doubt", "Why they doubt it"),
    };
    view! {
        <VerdictHead is_right heading given />
        <div class="explanation">
            <p class="fact">{statement.fact}</p>
            <div><h3>{myth}</h3><p>{statement.myth}</p></div>
            <div><h3>{why}</h3><p>{statement.why}</p></div>
            <div><h3>"What the evidence says"</h3><p>{statement.evidence}</p></div>
            <div><h3>"What to do"</h3><p>{statement.practice}</p></div>
            <div><h3>"Limits"</h3><p>{statement.limits}</p></div>
            {statement.updated.map(|updated| view! { <div><h3>"Updated since 2017"</h3><p>{updated}</p></div> }).erased()}
            <ProvenanceLine provenance=statement.provenance sources />
        </div>
    }
}

/// Whether an answer was right: in words, by a mark and in colour.
#[component]
pub fn VerdictHead(
    /// None where nothing was asked.
    is_right: Option<bool>,
    heading: String,
    /// What the person said.
    given: Option<String>,
) -> impl IntoView {
    let mark = match is_right {
        Some(true) => "✓",
        Some(false) => "✗",
        None => "i",
    };
    view! {
        <div class="verdict" data-right=is_right.map(|it| it.to_string())>
            <span class="mark" aria-hidden="true">{mark}</span>
            <div>
                <h2 id="verdict" tabindex="-1">{heading}</h2>
                {given.map(|given| view! { <p>{given}</p> }).erased()}
            </div>
        </div>
    }
}
