//! Puts a text where it can be pasted from, and says so; where that is refused, selects it for the person to copy.
use crate::browser::page;
use leptos::{prelude::*, task::spawn_local};

/// What became of it.
#[derive(Clone, Copy, PartialEq)]
enum Copied {
    NotYet,
    Done,
    /// It is selected instead.
    Selected,
}

/// How long it says so, in milliseconds.
const SAID_FOR: u32 = 4_000;

#[component]
pub fn CopyButton(
    #[prop(into)] label: String,
    /// What is copied, for those who do not see where the button stands.
    #[prop(into)]
    of: String,
    #[prop(into)] text: Signal<String>,
    /// The id of the element that shows the text.
    #[prop(into)]
    shown_in: String,
) -> impl IntoView {
    let copied = RwSignal::new(Copied::NotYet);
    let times = StoredValue::new(0_u32);
    let copy = move |_| {
        let (text, shown_in) = (text.get_untracked(), shown_in.clone());
        spawn_local(async move {
            let became = if page::copy(&text).await {
                Copied::Done
            } else {
                page::select(&shown_in);
                Copied::Selected
            };
            copied.try_set(became);
            times.try_update_value(|times| *times += 1);
            let this = times.try_get_value();
            page::pause(SAID_FOR).await;
            if times.try_get_value() == this {
                copied.try_set(Copied::NotYet);
            }
        });
    };
    let said = move || match copied.get() {
        Copied::NotYet => "",
        Copied::Done => "Copied",
        Copied::Selected => "Selected: copy it with your device's own menu",
    };
    view! {
        <span class="copy">
            <button class="text-button" type="button" aria-label=format!("{label}: {of}") on:click=copy>{label.clone()}</button>
            <span class="copied" role="status">{said}</span>
        </span>
    }
}
