//! A verdict and its reasons, in refutation order: fact, myth, why it misleads, fact, what to do, limits.
use crate::ui::components::Erase;
use crate::{content::format::Statement, domain::quiz::Verdict, ui::components::provenance::ProvenanceLine};
use leptos::prelude::*;

/// What a verdict is called.
pub fn name_of(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Myth => "Myth",
        Verdict::Fact => "Fact",
    }
}

#[component]
pub fn Explanation(
    statement: Statement,
    sources: Vec<String>,
    /// What the person said, where they were asked.
    said: Option<Verdict>,
) -> impl IntoView {
    let is = match statement.verdict {
        Verdict::Myth => "It is a myth",
        Verdict::Fact => "It is a fact",
    };
    let (told, right, mark) = match said.map(|said| said == statement.verdict) {
        Some(true) => ("Right. ", Some("true"), "✓"),
        Some(false) => ("Not this time. ", Some("false"), "✗"),
        None => ("", None, "i"),
    };
    let (myth, why) = match statement.verdict {
        Verdict::Myth => ("The myth", "Why it misleads"),
        Verdict::Fact => ("What people doubt", "Why they doubt it"),
    };
    view! {
        <div class="verdict" data-right=right>
            <span class="mark" aria-hidden="true">{mark}</span>
            <h2 id="verdict" tabindex="-1">{told} {is}</h2>
        </div>
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
