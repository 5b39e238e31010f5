//! Themes, hours and follow-through over a year.
use crate::{
    domain::route::Route,
    ui::{components::page_head::PageHead, desk::Desk},
};
use leptos::prelude::*;

#[component]
pub fn Year(desk: Desk) -> impl IntoView {
    let _ = desk;
    view! { <PageHead title="My year" back=(Route::Reflect, "Reflect") /> }
}
