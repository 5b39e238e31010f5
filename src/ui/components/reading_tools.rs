//! Above a text to read: have it read aloud, make it larger, print it.
use super::Erase;
use crate::browser::speech::{self, Speech};
use leptos::{prelude::*, task::spawn_local};

#[component]
pub fn ReadingTools(
    /// What is read aloud, a sentence or a paragraph each.
    texts: Vec<String>,
    /// Called for the next text size.
    on_larger: impl Fn() + Copy + 'static,
    on_print: impl Fn() + Copy + 'static,
) -> impl IntoView {
    let speech = RwSignal::new(Speech::Silent);
    let texts = StoredValue::new(texts);
    let speak = move |_| {
        if speech.get_untracked() == Speech::Speaking {
            speech::stop();
            speech.set(Speech::Silent);
        } else {
            speech.set(Speech::Speaking);
            spawn_local(async move {
                let told = move |now| {
                    speech.try_set(now);
                };
                let wanted = move || speech.try_get_untracked() == Some(Speech::Speaking);
                speech::speak(texts.get_value(), wanted, told).await;
            });
        }
    };
    on_cleanup(speech::stop);
    let label = move || if speech.get() == Speech::Speaking { "Stop reading" } else { "Read aloud" };
    let trouble = move || match speech.get() {
        Speech::Absent => Some("This browser cannot read aloud."),
        Speech::NoVoice => Some(
            "This device has no English voice that works without a connection, and Second Look uses no other: the text would leave the device. You can add one in the device's settings, under text to speech.",
        ),
        Speech::Failed => Some("The voice stopped. Try again."),
        Speech::Silent | Speech::Speaking => None,
    };
    view! {
        <div class="reading-tools">
            <button class="text-button" type="button" on:click=speak>{label}</button>
            <button class="text-button" type="button" on:click=move |_| on_larger()>"Text size"</button>
            <button class="text-button" type="button" on:click=move |_| on_print()>"Print"</button>
            <div role="status">{move || trouble().map(|text| view! { <p class="quiet">{text}</p> }).erased()}</div>
        </div>
    }
}
