//! Learn: what the packs teach.
pub mod module;
pub mod takeaways;

use super::MissingUnless;
use crate::ui::components::Erase;
use crate::{
    content::format::Module,
    domain::{ids::ModuleId, route::Route},
    ui::{app::App, components::page_head::PageHead},
};
use leptos::prelude::*;

/// The page of `route`.
pub fn page(route: Route) -> AnyView {
    match route {
        Route::Takeaways => view! { <takeaways::Takeaways /> }.into_any(),
        Route::Module(id) => view! { <module::ModulePage id /> }.into_any(),
        Route::Section(id) => view! { <module::SectionPage id /> }.into_any(),
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
                view! {
                    <li>
                        <a href=Route::Module(id).to_string()>
                            <span class="way-name">{module.title.clone()}</span>
                            <span>{module.summary.clone()}</span>
                            <span class="way-note">"About " {module.minutes} " minutes"</span>
                        </a>
                    </li>
                }
            };
            library.modules().map(row).erased()
        })
    };
    view! {
        <PageHead title="Learn" lead="What reviews and audits taught, in a few minutes each." />
        <MissingUnless there=|library| !library.packs().is_empty() what="No lessons could be read." />
        <ul class="way-list">
            <li>
                <a href=Route::Takeaways.to_string()>
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
            {modules}
        </ul>
    }
}
