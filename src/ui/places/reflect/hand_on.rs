//! What can be done with a paper: print it, share it, have it as a Word file.
use crate::{
    browser::{
        files, page,
        share::{self, Shared},
    },
    content::{
        paper::Paper,
        word_file::{KIND, word_file},
    },
    ui::components::Erase,
};
use leptos::{prelude::*, task::spawn_local};

const NOT_SAVED: &str = "This browser did not let the file be saved. Print the page instead.";
#[component]
pub fn HandOn(
    paper: Signal<Paper>,
    /// What its files are called, without their endings.
    file: &'static str,
) -> impl IntoView {
    let wrong = RwSignal::new(None::<&'static str>);
    let is_sharing = share::is_possible();
    let save_text = move |text: &str| {
        wrong.set((!files::offer(&format!("{file}.txt"), "text/plain", text)).then_some(NOT_SAVED));
    };
    let hand_on = move |_| {
        let text = paper.with_untracked(Paper::plain);
        if !is_sharing {
            return save_text(&text);
        }
        spawn_local(async move {
            if share::share(&format!("{file}.txt"), "text/plain", &text).await == Shared::Unavailable {
                save_text(&text);
            }
        });
    };
    let save_word_file = move |_| {
        let offered = paper
            .with_untracked(word_file)
            .is_some_and(|bytes| files::offer_bytes(&format!("{file}.docx"), KIND, &bytes));
        wrong.set((!offered).then_some(NOT_SAVED));
    };
    view! {
        <div class="button-row">
            <button class="button" data-kind="plain" type="button" on:click=|_| page::print()>"Print"</button>
            <button class="button" data-kind="plain" type="button" on:click=hand_on>
                {if is_sharing { "Share" } else { "Text file" }}
            </button>
            <button class="button" data-kind="plain" type="button" on:click=save_word_file>"Word file"</button>
        </div>
        {move || wrong.get().map(|wrong| view! { <p class="field-wrong" role="alert">{wrong}</p> }).erased()}
        <p class="quiet small">"A file or a print is not sealed: whoever has it can read it."</p>
    }
}
