//! Hours as people write them. What cannot be read stays as it was typed, says so once the field is left, counts as none, and
//! is not saved.
use super::Erase;
use crate::{
    browser::page,
    domain::particulars::{hours, read_hours},
};
use leptos::{html, prelude::*};

const WRONG: &str = "Write it as a number of hours, such as 1.5 or 1:30, or as minutes, such as 90 min.";

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
    let unreadable = move || typed.with(|typed| read_hours(typed).is_none());
    // Whoever is still typing has not made a mistake yet.
    let left = RwSignal::new(false);
    let wrong = move || left.get() && unreadable();
    let node = NodeRef::<html::Input>::new();
    // The browser leads to the field rather than send the form off.
    Effect::new(move || {
        if let Some(input) = node.get() {
            input.set_custom_validity(if unreadable() { WRONG } else { "" });
        }
    });
    let unfold = move |_| {
        left.set(true);
        let fold = node.get_untracked().and_then(|input| input.closest("details").ok().flatten());
        if let Some(fold) = fold.filter(|it| !it.has_attribute("open")) {
            drop(fold.set_attribute("open", ""));
            // WebKit does not lead into what was folded away a moment ago.
            page::focus(format!("#{id}"));
        }
    };
    let hint_id = format!("{id}-hint");
    let write = move |text: String| {
        on_minutes(read_hours(&text).unwrap_or_default());
        typed.set(text);
    };
    view! {
        <div class="field">
            <label for=id>{label}</label>
            <p class="field-hint" id=format!("{id}-hint")>{hint}</p>
            {move || wrong().then(|| view! {
                <p class="field-wrong" role="alert" id=format!("{id}-wrong")>{WRONG}</p>
            }).erased()}
            <input
                type="text"
                id=id
                inputmode="decimal"
                aria-describedby=move || if wrong() { format!("{hint_id} {id}-wrong") } else { hint_id.clone() }
                aria-invalid=move || wrong().to_string()
                readonly=move || locked.get()
                node_ref=node
                prop:value=typed
                on:change=move |_| left.set(true)
                on:invalid=unfold
                on:input:target=move |event| write(event.target().value())
            />
        </div>
    }
}
