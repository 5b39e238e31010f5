//! The head of a table's row with a bar as long as its share; the numbers stand beside it.
use super::Erase;
use leptos::prelude::*;

#[component]
pub fn Plotted(
    #[prop(into)] name: String,
    /// What it belongs to.
    #[prop(optional, into)]
    note: Option<String>,
    share: usize,
    of: usize,
) -> impl IntoView {
    let percent = share * 100 / of.max(1);
    view! {
        <th scope="row">
            <span class="plotted">
                <span>{name}</span>
                {note.map(|note| view! { <span class="quiet">{note}</span> }).erased()}
                <span class="bar" aria-hidden="true" style:inline-size=format!("{percent}%")></span>
            </span>
        </th>
    }
}
