//! Sections of lessons where they are needed, folded under their titles.
use super::{Erase, blocks::Blocks, explainer::Explainer, provenance::ProvenanceLine};
use crate::content::format::Section;
use leptos::prelude::*;

/// Each section with the titles of its sources.
#[component]
pub fn Guides(sections: Vec<(Section, Vec<String>)>, explainer: Explainer) -> impl IntoView {
    let show = |(section, sources): (Section, Vec<String>)| {
        view! {
            <details class="guide">
                <summary>{section.title}</summary>
                <div class="stack">
                    <Blocks blocks=section.blocks explainer />
                    <ProvenanceLine provenance=section.provenance sources />
                </div>
            </details>
        }
    };
    let any = !sections.is_empty();
    any.then(|| view! { <div class="guides">{sections.into_iter().map(show).erased()}</div> })
}
