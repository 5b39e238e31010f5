//! A labelled line to write in.
use leptos::prelude::*;

#[component]
pub fn LineField(
    id: &'static str,
    label: &'static str,
    hint: &'static str,
    #[prop(into)] locked: Signal<bool>,
    #[prop(into)] text: Signal<String>,
    on_text: impl Fn(String) + 'static,
) -> impl IntoView {
    let hint_id = format!("{id}-hint");
    view! {
        <div class="field">
            <label for=id>{label}</label>
            <p class="field-hint" id=hint_id.clone()>{hint}</p>
            <input
                type="text"
                id=id
                spellcheck="true"
                readonly=move || locked.get()
                aria-describedby=hint_id
                prop:value=move || text.get()
                on:input:target=move |event| on_text(event.target().value())
            />
        </div>
    }
}
