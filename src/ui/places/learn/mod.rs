//! Learn: what the packs teach.
pub mod takeaways;

use super::Missing;
use crate::{
    domain::route::Route,
    ui::{app::App, components::page_head::PageHead},
};
use leptos::prelude::*;

#[component]
pub fn Learn() -> impl IntoView {
    let app = App::expect();
    let takeaways = move || app.library.with(|library| library.takeaways().count());
    view! {
        <PageHead title="Learn" lead="What reviews and audits taught, in a few minutes each." />
        <Show when=move || takeaways() != 0 fallback=|| view! { <Missing what="No lessons could be read." /> }>
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
            </ul>
        </Show>
    }
}
