//! Guidance: what to do, from the packs.
pub mod levels;

use crate::{domain::route::Route, ui::components::page_head::PageHead};
use leptos::prelude::*;

#[component]
pub fn Guidance() -> impl IntoView {
    view! {
        <PageHead title="Guidance" lead="What usually holds, and where your own area decides." />
        <ul class="way-list">
            <li>
                <a href=Route::Worried.to_string()>
                    <span class="way-name">"Worried about a child now?"</span>
                    <span class="way-note">"Who to ring, with the date each number was checked"</span>
                </a>
            </li>
            <li>
                <a href=Route::Levels.to_string()>
                    <span class="way-name">"Levels of need"</span>
                    <span class="way-note">"Who each level is for, who leads, and the law behind it"</span>
                </a>
            </li>
        </ul>
    }
}
