//! Where an item comes from and how far it can be trusted, said beside it.
use crate::ui::components::Erase;
use crate::{content::format::Provenance, ui::words::trust};
use leptos::prelude::*;

#[component]
pub fn ProvenanceLine(provenance: Provenance, sources: Vec<String>) -> impl IntoView {
    let trust = trust(&provenance);
    view! {
        <div class="provenance">
            <details>
                <summary><strong>{trust}</strong>" · sources"</summary>
                <div class="stack-tight">
                    {provenance.caution.map(|caution| view! { <p>{caution}</p> }).erased()}
                    <ul class="stack-tight">
                        {sources.into_iter().map(|source| view! { <li>{source}</li> }).erased()}
                    </ul>
                </div>
            </details>
        </div>
    }
}
