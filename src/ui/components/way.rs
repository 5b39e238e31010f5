//! A way on: where it leads, and a word about it.
use super::Erase;
use crate::domain::route::Route;
use leptos::prelude::*;

/// A row in a list of ways on.
#[component]
pub fn Way(to: Route, #[prop(into)] name: String, #[prop(into)] note: String) -> impl IntoView {
    view! {
        <li>
            <WayLink to name note />
        </li>
    }
}

/// The link alone, for a row that holds more.
#[component]
pub fn WayLink(
    to: Route,
    #[prop(into)] name: String,
    /// Nothing is said where it is empty.
    #[prop(into)]
    note: String,
) -> impl IntoView {
    view! {
        <a href=to.to_string()>
            <span class="way-name">{name}</span>
            {(!note.is_empty()).then(|| view! { <span class="way-note">{note}</span> }).erased()}
        </a>
    }
}
