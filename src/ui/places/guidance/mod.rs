//! Guidance: what to do, from the packs.
pub mod levels;
pub mod reference;

use crate::ui::components::Erase;
use crate::{
    domain::route::{Route, Shelf},
    ui::components::page_head::PageHead,
};
use leptos::prelude::*;

/// The page of `route`.
pub fn page(route: Route) -> AnyView {
    match route {
        Route::Levels => view! { <levels::Levels /> }.into_any(),
        Route::Reference(shelf) => view! { <reference::Reference shelf /> }.into_any(),
        _ => view! { <Guidance /> }.into_any(),
    }
}

#[component]
pub fn Guidance() -> impl IntoView {
    let shelf = |shelf: Shelf| {
        let (name, note) = reference::name_of(shelf);
        view! {
            <li>
                <a href=Route::Reference(shelf).to_string()>
                    <span class="way-name">{name}</span>
                    <span class="way-note">{note}</span>
                </a>
            </li>
        }
    };
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
            {Shelf::ALL.map(shelf).erased()}
        </ul>
    }
}
