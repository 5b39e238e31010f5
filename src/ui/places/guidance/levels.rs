//! The usual levels of need, with what the person's area calls each.
use crate::ui::components::Erase;
use crate::{
    domain::route::Route,
    ui::{
        app::App,
        components::{area_name::AreaName, page_head::PageHead, provenance::ProvenanceLine},
        places::MissingUnless,
    },
};
use leptos::prelude::*;

#[component]
pub fn Levels() -> impl IntoView {
    let app = App::expect();
    let cards = move || {
        app.library.with(|library| {
            library
                .levels()
                .map(|(id, it)| {
                    let sources = library.sources(id.pack(), &it.provenance);
                    let called = library.called(&id).cloned();
                    let facts = [
                        ("Who it is for", &it.who_for),
                        ("Who leads", &it.who_leads),
                        ("Assessment", &it.assessment),
                        ("Meeting", &it.meeting),
                        ("Plan", &it.plan),
                        ("The law", &it.law),
                    ];
                    view! {
                        <li class="card level">
                            <h2><span class="rank" aria-hidden="true">{it.number}</span><span class="visually-hidden">"Level " {it.number} ": "</span>{it.title.clone()}</h2>
                            {called.map(|name| view! { <AreaName name /> }).erased()}
                            <dl class="facts">
                                {facts
                                    .map(|(name, text)| view! { <dt>{name}</dt><dd>{text.clone()}</dd> })
                                    .erased()}
                            </dl>
                            <ProvenanceLine provenance=it.provenance.clone() sources />
                        </li>
                    }
                })
                .erased()
        })
    };
    view! {
        <PageHead
            title="Levels of need"
            lead="Four levels are usual in England, but their numbers and names differ from area to area. Say what you see and what it means for the child, not only a number."
            back=(Route::Guidance, "Guidance")
        />
        <MissingUnless there=|library| library.levels().next().is_some() what="The levels of need could not be read." />
        <ul class="card-list">{cards}</ul>
    }
}
