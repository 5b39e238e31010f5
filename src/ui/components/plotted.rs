//! The head of a table's row with a bar as long as its share; the numbers stand beside it.
use leptos::prelude::*;

#[component]
pub fn Plotted(#[prop(into)] name: String, share: usize, of: usize) -> impl IntoView {
    let percent = share * 100 / of.max(1);
    view! {
        <th scope="row">
            <span class="plotted">
                <span>{name}</span>
                <span class="bar" aria-hidden="true" style:inline-size=format!("{percent}%")></span>
            </span>
        </th>
    }
}
