//! What the nudge was told to leave for good, and the way back.
use crate::{
    domain::journal::Command,
    ui::{app::App, components::Erase, desk::Desk},
};
use leptos::{prelude::*, task::spawn_local};

/// Nothing while there is nothing to take back.
#[component]
pub fn PassedOver() -> impl IntoView {
    let app = App::expect();
    move || app.desk().map(|desk| view! { <PassedOverAt desk /> }).erased()
}

#[component]
fn PassedOverAt(desk: Desk) -> impl IntoView {
    let texts = move || desk.journal.with(|journal| journal.profile().passed_over);
    let row = move |text: String| {
        let label = format!("Nudge me about it again: {text}");
        let shown = text.clone();
        let again = move |_| {
            let command = Command::PassOver { text: text.clone(), always: false };
            spawn_local(async move { drop(desk.commit_and_say(command, "You will be nudged again").await) });
        };
        view! {
            <li>
                <span>{shown}</span>
                <button class="text-button" aria-label=label on:click=again>"Nudge me again"</button>
            </li>
        }
    };
    move || {
        let texts = texts();
        (!texts.is_empty()).then(|| view! {
            <section id="passed-over">
                <h2>"What the nudge leaves"</h2>
                <p>"While you write, the app points out what could tell who somebody is. You told it to leave these:"</p>
                <ul class="linked">{texts.into_iter().map(row).erased()}</ul>
            </section>
        }).erased()
    }
}
