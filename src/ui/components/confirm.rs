//! A question before something is lost: the safe answer first, Esc means no.
use super::dialog::Dialog;
use leptos::prelude::*;

/// Shown while `asking`; `on_yes` is called for the answer that loses something.
#[component]
pub fn Confirm(
    asking: RwSignal<bool>,
    /// The id of the question, where a page has several.
    #[prop(default = "confirm-question")]
    id: &'static str,
    question: &'static str,
    detail: &'static str,
    no: &'static str,
    yes: &'static str,
    on_yes: impl Fn() + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let answer = move |_| {
        asking.set(false);
        on_yes();
    };
    view! {
        <Dialog open=asking.into() on_close=move || asking.set(false) labelled_by=id>
            <h2 id=id>{question}</h2>
            <p>{detail}</p>
            <div class="button-row">
                <button class="button" on:click=move |_| asking.set(false)>{no}</button>
                <button class="button" data-kind="danger" on:click=answer>{yes}</button>
            </div>
        </Dialog>
    }
}
