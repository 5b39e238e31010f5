//! What has become of what is typed: seen at every stroke, and told by a screen reader when it is kept, or is not.
use leptos::prelude::*;

#[component]
pub fn SaveState(#[prop(into)] state: Signal<String>) -> impl IntoView {
    // The same is so again at every pause in typing: nobody wants to hear that twice, nor the time.
    let told = Memo::new(move |before: Option<&String>| match state.get().as_str() {
        "Typing…" => before.cloned().unwrap_or_default(),
        now => now.trim_end_matches(|it: char| it.is_ascii_digit() || it == ':').trim_end().to_owned(),
    });
    view! {
        <p class="save-state" id="save-state" aria-hidden="true">{state}</p>
        <p class="visually-hidden" role="status">{told}</p>
    }
}
