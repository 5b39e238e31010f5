//! A form of a regulator, filled in from what was written.
use crate::{
    domain::{
        ids::{FormId, ReflectionId},
        route::Route,
    },
    ui::{components::page_head::PageHead, desk::Desk},
};
use leptos::prelude::*;

#[component]
pub fn FormPage(desk: Desk, form: FormId, of: Option<ReflectionId>) -> impl IntoView {
    let _ = (desk, form, of);
    view! { <PageHead title="A form" back=(Route::Record, "My record") /> }
}
