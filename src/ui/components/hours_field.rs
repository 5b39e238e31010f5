//! Hours as people write them. What cannot be read stays as it was typed, and says so.
use super::Erase;
use crate::domain::particulars::{hours, read_hours};
use leptos::prelude::*;

#[component]
pub fn HoursField(
    id: &'static str,
    label: &'static str,
    hint: &'static str,
    #[prop(into)] locked: Signal<bool>,
    /// What it begins with, in minutes.
    minutes: u32,
    on_minutes: impl Fn(u32) + 'static,
) -> impl IntoView {
    let typed = RwSignal::new(if minutes == 0 { String::new() } else { hours(minutes) });
    let wrong = move || typed.with(|typed| read_hours(typed).is_none());
    let hint_id = format!("{id}-hint");
    let write = move |text: String| {
        if let Some(minutes) = read_hours(&text) {
            on_minutes(minutes);
        }
        typed.set(text);
    };
    view! {
        <div class="field">
            <label for=id>{label}</label>
            <p class="field-hint" id=format!("{id}-hint")>{hint}</p>
            {move || wrong().then(|| view! {
                <p class="field-wrong" role="alert" id=format!("{id}-wrong")>"Write it as a number of hours, such as 1.5 or 1:30."</p>
            }).erased()}
            <input
                type="text"
                id=id
                inputmode="decimal"
                aria-describedby=move || if wrong() { format!("{hint_id} {id}-wrong") } else { hint_id.clone() }
                aria-invalid=move || wrong().to_string()
                readonly=move || locked.get()
                prop:value=typed
                on:input:target=move |event| write(event.target().value())
            />
        </div>
    }
}
