//! Whose numbers and names are shown, and a way to change that.
use crate::domain::route::Route;
use leptos::prelude::*;

/// What is known of the area whose pack is wanted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AreaAtHand {
    /// Its pack is on its way.
    Gathering,
    /// No area is chosen.
    None,
    /// Its pack is at hand, by this title.
    Here(String),
    /// Its pack could not be read.
    Missing,
}

#[component]
pub fn AreaLine(area: Signal<AreaAtHand>) -> impl IntoView {
    let told = move || {
        match area.get() {
        AreaAtHand::Gathering => String::new(),
        AreaAtHand::None => "No area is chosen, so numbers and names are not local. The council where the child lives has the number to ring.".to_owned(),
        AreaAtHand::Here(title) => format!("The area here is {title}. For a child who lives elsewhere, ring the children's social care of that area."),
        AreaAtHand::Missing => "The numbers and names of your area could not be read. Settings, under Packs, says why.".to_owned(),
    }
    };
    view! { <p class="quiet">{told} " " <a href=Route::Settings.to_string()>"Change area"</a></p> }
}
