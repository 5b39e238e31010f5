//! What to bring to supervision next, and what came of it before.
use crate::{
    domain::route::Route,
    ui::{components::page_head::PageHead, desk::Desk},
};
use leptos::prelude::*;

#[component]
pub fn Supervision(desk: Desk) -> impl IntoView {
    let _ = desk;
    view! { <PageHead title="Supervision" back=(Route::Reflect, "Reflect") /> }
}
