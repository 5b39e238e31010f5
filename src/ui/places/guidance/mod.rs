//! Guidance: what to do, from the packs.
pub mod clocks;
pub mod findings;
pub mod levels;
pub mod reference;
pub mod signs;

use super::name_of_shelf;
use crate::ui::components::Erase;
use crate::{
    domain::route::{Route, Shelf},
    ui::{
        app::App,
        components::{area_line::AreaLine, page_head::PageHead, way::Way},
    },
};
use leptos::prelude::*;

/// The page of `route`.
pub fn page(route: Route) -> AnyView {
    match route {
        Route::Levels => view! { <levels::Levels /> }.into_any(),
        Route::Thresholds(shown) => view! { <signs::Signs shown /> }.into_any(),
        Route::ThresholdFindings => view! { <findings::FindingsPage /> }.into_any(),
        Route::Clocks(step) => view! { <clocks::Clocks step /> }.into_any(),
        Route::Reference(shelf, shown) => view! { <reference::Reference shelf shown /> }.into_any(),
        _ => view! { <Guidance /> }.into_any(),
    }
}

#[component]
pub fn Guidance() -> impl IntoView {
    let app = App::expect();
    let way = |to: Route, name: &'static str, note: &'static str| view! { <Way to name note /> };
    let shelf = |shelf: Shelf| {
        let (name, note) = name_of_shelf(shelf);
        way(Route::Reference(shelf, None), name, note)
    };
    view! {
        <PageHead title="Guidance" lead="What usually holds, and where your own area decides." />
        <ul class="way-list">
            {way(Route::Worried, "Worried about a child now?", "Who to ring, what to say and what to write down")}
            {way(Route::Thresholds(None), "Signs and levels of need", "Pick what you see, and see where it usually sits")}
            {way(Route::Levels, "The four levels", "Who each level is for, who leads, and the law behind it")}
            {way(Route::Clocks(None), "Time limits", "Give a date, and see which steps are due when")}
            {Shelf::ALL.map(shelf).erased()}
        </ul>
        <AreaLine area=Signal::derive(move || app.area()) />
    }
}
