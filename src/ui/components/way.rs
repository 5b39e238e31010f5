//! A row in a list of ways on: where it leads, and a word about it.
use super::Erase;
use crate::domain::route::Route;
use leptos::prelude::*;

#[component]
pub fn Way(
    to: Route,
    #[prop(into)] name: String,
    /// Nothing is said where it is empty.
    #[prop(into)]
    note: String,
) -> impl IntoView {
    view! {
        <li>
            <a href=to.to_string()>
                <span class="way-name">{name}</span>
                {(!note.is_empty()).then(|| view! { <span class="way-note">{note}</span> }).erased()}
            </a>
        </li>
    }
}
