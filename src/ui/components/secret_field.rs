//! A field for a passphrase or a recovery code: it can be pasted into and filled by a password manager, and shown.
use super::Erase;
use leptos::{ev, html, prelude::*};

#[component]
pub fn SecretField(
    id: &'static str,
    #[prop(into)] label: Signal<&'static str>,
    #[prop(optional)] hint: Option<&'static str>,
    /// What a password manager is told: `current-password` or `new-password`.
    autocomplete: &'static str,
    /// Where the text is read from: it is held nowhere else.
    node: NodeRef<html::Input>,
    #[prop(into)] wrong: Signal<bool>,
    /// Called with every change, with how many characters there are.
    #[prop(optional)]
    on_length: Option<Callback<usize>>,
) -> impl IntoView {
    let shown = RwSignal::new(false);
    let hint_id = hint.map(|_| format!("{id}-hint"));
    let described = hint_id.clone();
    let count = move |event: ev::Event| {
        if let Some(on_length) = on_length {
            on_length.run(event_target_value(&event).chars().count());
        }
    };
    view! {
        <div class="field">
            <label for=id>{move || label.get()}</label>
            {hint.map(|hint| view! { <p class="field-hint" id=hint_id>{hint}</p> }).erased()}
            <div class="secret-field">
                <input
                    id=id
                    node_ref=node
                    type=move || if shown.get() { "text" } else { "password" }
                    autocomplete=autocomplete
                    autocapitalize="none"
                    spellcheck="false"
                    aria-describedby=described
                    aria-invalid=move || wrong.get().to_string()
                    on:input=count
                />
                <button type="button" class="text-button" aria-controls=id on:click=move |_| shown.update(|it| *it = !*it)>
                    {move || if shown.get() { "Hide" } else { "Show" }}
                    <span class="visually-hidden">" what is typed"</span>
                </button>
            </div>
        </div>
    }
}

/// The text in a field.
pub fn read(node: NodeRef<html::Input>) -> zeroize::Zeroizing<String> {
    zeroize::Zeroizing::new(node.try_get_untracked().flatten().map(|input| input.value()).unwrap_or_default())
}

/// Leaves a field empty.
pub fn clear(node: NodeRef<html::Input>) {
    // The page may have been left meanwhile.
    if let Some(input) = node.try_get_untracked().flatten() {
        input.set_value("");
    }
}
