//! How much there is of what is asked for: in words, and as a bar.
use super::Erase;
use leptos::prelude::*;

#[component]
pub fn Tally(
    id: String,
    /// What is counted.
    name: &'static str,
    /// Such as "12.5 of 35 hours".
    told: String,
    have: u32,
    /// None where it is not known: then there is no bar.
    need: Option<u32>,
) -> impl IntoView {
    let enough = need.is_some_and(|need| have >= need);
    let bar = need.map(|need| {
        view! { <progress max=need.max(1).to_string() value=have.min(need.max(1)).to_string() aria-labelledby=id.clone()></progress> }
    });
    view! {
        <div class="tally" data-enough=enough.to_string()>
            <p id=id><span>{name}</span> " " <strong>{told}</strong></p>
            {bar.erased()}
        </div>
    }
}
