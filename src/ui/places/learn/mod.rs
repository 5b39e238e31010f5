//! Learn: what the packs teach.
mod after_reading;
mod answer;
pub mod module;
mod outcomes;
pub mod search;
pub mod section;
pub mod takeaways;

use super::MissingUnless;
use crate::ui::components::Erase;
use crate::{
    content::format::{Module, ModuleKind},
    domain::{
        ids::{ModuleId, SectionId},
        progress::how_many_read,
        route::Route,
    },
    ui::{app::App, components::page_head::PageHead},
};
use leptos::prelude::*;

/// The page of `route`.
pub fn page(route: Route) -> AnyView {
    match route {
        Route::Search => view! { <search::Search /> }.into_any(),
        Route::Takeaways(shown) => view! { <takeaways::Takeaways shown /> }.into_any(),
        Route::Module(id) => view! { <module::ModulePage id /> }.into_any(),
        Route::Section(id) => view! { <section::SectionPage id /> }.into_any(),
        _ => view! { <Learn /> }.into_any(),
    }
}

#[component]
pub fn Learn() -> impl IntoView {
    let app = App::expect();
    let takeaways = move || app.library.with(|library| library.takeaways().count());
    let modules = move || {
        app.library.with(|library| {
            let row = |(id, module): (ModuleId, &Module)| {
                let sections: Vec<_> =
                    module.sections.iter().map(|it| SectionId::new(id.pack(), &it.id)).collect();
                let (known, of, minutes) = (id.clone(), sections.len(), module.minutes);
                let read = move || {
                    let read = app.desk().map_or(0, |desk| {
                        desk.journal.with(|journal| {
                            journal.progress_of(&known).map_or(0, |it| how_many_read(&sections, &it.read))
                        })
                    });
                    match read {
                        0 => format!("About {minutes} minutes, in {of} parts"),
                        read if read == of => format!("All {of} parts read"),
                        read => format!("{read} of {of} parts read"),
                    }
                };
                view! {
                    <li>
                        <a href=Route::Module(id).to_string()>
                            <span class="way-note">{kind_of(module.kind)}</span>
                            <span class="way-name">{module.title.clone()}</span>
                            <span>{module.summary.clone()}</span>
                            <span class="way-note">{read}</span>
                        </a>
                    </li>
                }
            };
            library.modules().map(row).erased()
        })
    };
    view! {
        <PageHead title="Learn" lead="What reviews and audits taught, in a few minutes each." />
        <a class="button search-link" data-kind="plain" href=Route::Search.to_string()>"Search everything"</a>
        <MissingUnless there=|library| library.modules().next().is_some() what="No lessons could be read." />
        <ul class="way-list">
            <li>
                <a href=Route::Takeaways(None).to_string()>
                    <span class="way-name">"Take-home messages"</span>
                    <span class="way-note">{takeaways} " messages to carry into your work"</span>
                </a>
            </li>
            <li>
                <a href=Route::Quiz.to_string()>
                    <span class="way-name">"Myth or fact"</span>
                    <span class="way-note">"Test what you believe, and see why"</span>
                </a>
            </li>
        </ul>
        <h2>"Lessons"</h2>
        <ul class="way-list" id="lessons">{modules}</ul>
    }
}

/// What kind of lesson it is, in words.
const fn kind_of(kind: ModuleKind) -> &'static str {
    match kind {
        ModuleKind::Study => "Learning study",
        ModuleKind::Audit => "Practice audit",
        ModuleKind::GroupWork => "Group work",
        ModuleKind::Themes => "Themes to reflect on",
        ModuleKind::Briefing => "Briefing",
    }
}
