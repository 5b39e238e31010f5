//! What was written, as a plain file; first what that means.
use crate::{
    browser::{clock, files},
    content::plain::{journal_as_json, journal_as_markdown, reflection_as_json, reflection_as_markdown},
    domain::ids::ReflectionId,
    ui::{
        app::App,
        components::{Erase, confirm::Confirm},
        desk::Desk,
    },
};
use leptos::prelude::*;

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Markdown,
    Json,
}

/// Everything, or one reflection.
#[component]
pub fn Export(desk: Desk, #[prop(optional)] of: Option<ReflectionId>) -> impl IntoView {
    let app = App::expect();
    let asking = RwSignal::new(false);
    let kind = StoredValue::new(Kind::Markdown);
    let failed = RwSignal::new(false);
    let ask = move |wanted: Kind| {
        kind.set_value(wanted);
        asking.set(true);
    };
    let export = move || {
        let text = app.library.with_untracked(|library| {
            desk.journal.with_untracked(|journal| {
                let one = of.and_then(|id| journal.reflection(id));
                match (kind.get_value(), one) {
                    (Kind::Markdown, Some(one)) => reflection_as_markdown(one, library),
                    (Kind::Markdown, None) => journal_as_markdown(journal, library),
                    (Kind::Json, Some(one)) => reflection_as_json(one, library, clock::now()),
                    (Kind::Json, None) => journal_as_json(journal, library, clock::now()),
                }
            })
        });
        let name = if of.is_some() { "reflection" } else { "second-look" };
        let offered = match kind.get_value() {
            Kind::Markdown => files::offer(&format!("{name}.md"), "text/markdown", &text),
            Kind::Json => files::offer(&format!("{name}.json"), "application/json", &text),
        };
        failed.set(!offered);
    };
    let what = if of.is_some() { "This reflection as a plain file" } else { "All of it as a plain file" };
    let told = match of {
        Some(_) => "A file that other programs can read.",
        None => {
            "What you have written, supervision and actions, in a file that other programs can read. The bin, drafts and earlier versions are left out. To have all of it safe, make a backup in Settings."
        }
    };
    view! {
        <details class="guide not-printed" id="export">
            <summary>{what}</summary>
            <div class="stack">
                <p>{told}</p>
                <p><strong>"The file is not sealed."</strong> " Whoever has it can read it, and apps that keep copies of files may keep one of this."</p>
                <div class="button-row">
                    <button class="button" data-kind="plain" type="button" on:click=move |_| ask(Kind::Markdown)>"To read (.md)"</button>
                    <button class="button" data-kind="plain" type="button" on:click=move |_| ask(Kind::Json)>"For programs (.json)"</button>
                </div>
                {move || failed.get().then(|| view! { <p class="field-wrong" role="alert">"This browser did not let the file be saved."</p> }).erased()}
            </div>
        </details>
        <Confirm
            asking
            question="Save a file that is not sealed?"
            detail="Anyone who can open this device, or gets the file, can read it. Keep it only where your employer lets you, and delete it when you are done."
            no="Leave it"
            yes="Save the file"
            on_yes=export
        />
    }
}
