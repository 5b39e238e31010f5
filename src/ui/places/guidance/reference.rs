//! A shelf of reference: entries to look up.
use crate::ui::components::Erase;
use crate::{
    browser::{entropy::BrowserEntropy, page},
    content::{entry::Entry, format::GuidePlace},
    domain::{
        beginnings::Beginning,
        ids::{EntryId, ReflectionId},
        reflections::Subject,
        route::{Route, Shelf},
    },
    ui::{
        app::App,
        components::{page_head::PageHead, provenance::ProvenanceLine},
        places::{Missing, guides::GuidesAt, name_of_shelf},
    },
    vault::Entropy,
};
use leptos::prelude::*;

#[component]
pub fn Reference(shelf: Shelf, shown: Option<EntryId>) -> impl IntoView {
    let app = App::expect();
    let (title, lead) = name_of_shelf(shelf);
    let cards = move || {
        app.library.with(|library| {
            let card = |entry: Entry| {
                let sources = library.sources(entry.id.pack(), &entry.provenance);
                let line = |(name, text): (&'static str, String)| view! { <dt>{name}</dt><dd>{text}</dd> };
                let link = entry.url.map(|url| {
                    let address = url.clone();
                    view! { <a href=address rel="noreferrer noopener">{url}</a> }
                });
                view! {
                    <li class="card" id=entry.id.to_string() tabindex="-1">
                        <h2>{entry.title}</h2>
                        <dl class="facts">{entry.lines.into_iter().map(line).erased()}</dl>
                        {link}
                        <ProvenanceLine provenance=entry.provenance sources />
                    </li>
                }
            };
            let cards = library.reference(shelf).into_iter().map(card).erased();
            if let Some(shown) = shown.as_ref().filter(|_| !cards.is_empty()) {
                page::show(shown.to_string());
            }
            cards
        })
    };
    let is_empty = move || app.library.with(|library| library.reference(shelf).is_empty());
    let challenge = (shelf == Shelf::Challenge).then(|| {
        let fresh = ReflectionId::from_entropy(BrowserEntropy.bytes());
        view! {
            <div class="button-row">
                <a class="button" href=Route::Write(fresh, Some(Beginning::About(Subject::Challenge))).to_string()>"Note a challenge"</a>
                <button class="button" data-kind="plain" on:click=move |_| page::print()>"Print"</button>
            </div>
            <p class="privacy">"Who, when and what came of it, kept as a reflection. The challenge itself belongs in the child's record too."</p>
            <GuidesAt at=GuidePlace::Challenge />
        }
    });
    view! {
        <PageHead title lead back=(Route::Guidance, "Guidance") />
        {challenge}
        {move || is_empty().then(|| view! { <Missing what="Nothing on this shelf could be read." /> })}
        <ul class="card-list">{cards}</ul>
    }
}
