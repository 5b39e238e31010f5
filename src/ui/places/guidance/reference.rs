//! A shelf of reference: entries to look up.
use crate::ui::components::Erase;
use crate::{
    content::entry::Entry,
    domain::route::{Route, Shelf},
    ui::{
        app::App,
        components::{page_head::PageHead, provenance::ProvenanceLine},
        places::Missing,
    },
};
use leptos::prelude::*;

/// What a shelf is called, and what stands on it.
pub fn name_of(shelf: Shelf) -> (&'static str, &'static str) {
    match shelf {
        Shelf::Challenge => {
            ("Challenge and escalate", "What to do when another agency says no, step by step")
        }
        Shelf::Law => ("The law in one place", "Duties and powers, and what each means for you"),
        Shelf::ThenAndNow => ("Then and now", "What was said in 2017, what stands today, and since when"),
        Shelf::Words => ("Words and abbreviations", "What the field's terms mean"),
    }
}

#[component]
pub fn Reference(shelf: Shelf) -> impl IntoView {
    let app = App::expect();
    let (title, lead) = name_of(shelf);
    let cards = move || {
        app.library.with(|library| {
            let entries = library.reference(shelf);
            let card = |(pack, entry): (&crate::content::Pack, Entry)| {
                let sources = library.sources(&pack.id, &entry.provenance);
                let line = |(name, text): (&'static str, String)| view! { <dt>{name}</dt><dd>{text}</dd> };
                view! {
                    <li class="card">
                        <h2>{entry.title}</h2>
                        <dl class="facts">{entry.lines.into_iter().map(line).erased()}</dl>
                        <ProvenanceLine provenance=entry.provenance sources />
                    </li>
                }
            };
            entries.into_iter().map(card).erased()
        })
    };
    let is_empty = move || app.library.with(|library| library.reference(shelf).is_empty());
    view! {
        <PageHead title lead back=(Route::Guidance, "Guidance") />
        {move || is_empty().then(|| view! { <Missing what="Nothing on this shelf could be read." /> })}
        <ul class="card-list">{cards}</ul>
    }
}
