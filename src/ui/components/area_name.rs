//! What the area calls a level, and how far that can be trusted.
use crate::{content::format::LevelName, ui::words::trust};
use leptos::prelude::*;

#[component]
pub fn AreaName(name: LevelName) -> impl IntoView {
    let trust = trust(&name.provenance);
    view! { <p class="quiet">"In your area: " {name.called} ". " {name.note} " (" {trust} ")"</p> }
}
