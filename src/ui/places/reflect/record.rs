//! The records of learning that a person keeps, and how far each has come.
use crate::{
    domain::route::Route,
    ui::{components::page_head::PageHead, desk::Desk},
};
use leptos::prelude::*;

#[component]
pub fn Record(desk: Desk) -> impl IntoView {
    let _ = desk;
    view! { <PageHead title="My record of learning" back=(Route::Reflect, "Reflect") /> }
}
