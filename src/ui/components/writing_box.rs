//! A labelled box to write in: it grows with the text, and the device's own spell-check and dictation work in it. The
//! browser is asked not to keep the words in its own files.
use super::Erase;
use leptos::prelude::*;

/// How many letters stand in a line on a phone, and the fewest and the most lines that are shown.
const LINE: usize = 36;
const FEWEST: usize = 3;
const MOST: usize = 60;

/// How many lines `text` takes, about: for browsers whose boxes do not grow by the style alone (`field-sizing`).
fn rows(text: &str) -> usize {
    let lines = text.lines().map(|line| line.chars().count() / LINE + 1);
    (lines.sum::<usize>() + 1).clamp(FEWEST, MOST)
}

#[component]
pub fn WritingBox(
    #[prop(into)] id: String,
    #[prop(into)] label: String,
    hint: Option<String>,
    #[prop(into)] locked: Signal<bool>,
    #[prop(into)] text: Signal<String>,
    /// Where it must not stay empty: whether it has been left so.
    #[prop(optional, into)]
    missing: Option<Signal<bool>>,
    on_text: impl Fn(String) + 'static,
) -> impl IntoView {
    let hint_id = hint.as_ref().map(|_| format!("{id}-hint"));
    let described = hint_id.clone();
    view! {
        <div class="field">
            <label for=id.clone()>{label}</label>
            {hint.map(|hint| view! { <p class="field-hint" id=hint_id>{hint}</p> }).erased()}
            <textarea
                id=id
                spellcheck="true"
                autocomplete="off"
                rows=move || text.with(|text| rows(text)).to_string()
                readonly=move || locked.get()
                aria-describedby=described
                aria-required=missing.map(|_| "true")
                aria-invalid=move || missing.map(|missing| missing.get().to_string())
                prop:value=move || text.get()
                on:input:target=move |event| on_text(event.target().value())
            ></textarea>
        </div>
    }
}
