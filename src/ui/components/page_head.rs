//! The head of a page: where one came from, what this is, and a line about it.
use crate::domain::route::Route;
use crate::ui::components::Erase;
use leptos::prelude::*;

#[component]
pub fn PageHead(
    #[prop(into)] title: String,
    #[prop(optional, into)] lead: Option<String>,
    /// The page above this one, and its name.
    #[prop(optional)]
    back: Option<(Route, &'static str)>,
) -> impl IntoView {
    view! {
        <div class="page-head">
            {back.map(|(route, name)| view! { <a class="back" href=route.to_string()>{name}</a> })}
            <h1 tabindex="-1">{title}</h1>
            {lead.map(|lead| view! { <p>{lead}</p> }).erased()}
        </div>
    }
}
