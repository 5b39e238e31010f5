//! What can be done with a paper: print it, share it, have it as a Word file.
use crate::{
    browser::{
        files, page,
        share::{self, Shared},
        word_file::{self, word_file},
    },
    content::paper::Paper,
    ui::components::Erase,
};
use leptos::{prelude::*, task::spawn_local};

const NOT_SAVED: &str = "This browser did not let the file be saved. Print the page instead.";
const NOT_MADE: &str = "The Word file could not be made. The part of the app that makes it may not be on this device yet: connect once, then try again. Or print the page.";

#[component]
pub fn HandOn(
    paper: impl Fn() -> Paper + Copy + 'static,
    /// What its files are called, without their endings.
    file: &'static str,
) -> impl IntoView {
    let busy = RwSignal::new(false);
    let wrong = RwSignal::new(None::<&'static str>);
    let is_sharing = share::is_possible();
    let save_text = move |text: &str| {
        wrong.set((!files::offer(&format!("{file}.txt"), "text/plain", text)).then_some(NOT_SAVED));
    };
    let hand_on = move |_| {
        let text = paper().plain();
        if !is_sharing {
            return save_text(&text);
        }
        spawn_local(async move {
            if share::share(&format!("{file}.txt"), "text/plain", &text).await == Shared::Unavailable {
                save_text(&text);
            }
        });
    };
    let make_word_file = move |_| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        let paper = paper();
        spawn_local(async move {
            let became = match word_file(&paper).await {
                Ok(bytes) if files::offer_bytes(&format!("{file}.docx"), word_file::KIND, &bytes) => None,
                Ok(_) => Some(NOT_SAVED),
                Err(_) => Some(NOT_MADE),
            };
            wrong.try_set(became);
            busy.try_set(false);
        });
    };
    view! {
        <div class="button-row">
            <button class="button" data-kind="plain" type="button" on:click=|_| page::print()>"Print"</button>
            <button class="button" data-kind="plain" type="button" on:click=hand_on>
                {if is_sharing { "Share" } else { "Text file" }}
            </button>
            <button class="button" data-kind="plain" type="button" aria-busy=move || busy.get().to_string() on:click=make_word_file>
                {move || if busy.get() { "Making it…" } else { "Word file" }}
            </button>
        </div>
        {move || wrong.get().map(|wrong| view! { <p class="field-wrong" role="alert">{wrong}</p> }).erased()}
        <p class="quiet small">"A file or a print is not sealed: whoever has it can read it."</p>
    }
}
