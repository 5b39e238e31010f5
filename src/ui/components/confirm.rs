//! A question before something is lost: the safe answer first, Esc means no.
use leptos::{html, prelude::*};

/// Shown while `asking`; `on_yes` is called for the answer that loses something.
#[component]
pub fn Confirm(
    asking: RwSignal<bool>,
    question: &'static str,
    detail: &'static str,
    no: &'static str,
    yes: &'static str,
    on_yes: impl Fn() + Copy + 'static,
) -> impl IntoView {
    let dialog = NodeRef::<html::Dialog>::new();
    Effect::new(move || {
        let Some(dialog) = dialog.get() else { return };
        if asking.get() && !dialog.open() {
            // It is in the page and closed, so it can be shown.
            drop(dialog.show_modal());
        } else if !asking.get() && dialog.open() {
            dialog.close();
        }
    });
    view! {
        <dialog class="dialog" node_ref=dialog aria-labelledby="confirm-question" on:close=move |_| asking.set(false)>
            <div>
                <h2 id="confirm-question">{question}</h2>
                <p>{detail}</p>
                <div class="button-row">
                    <button class="button" on:click=move |_| asking.set(false)>{no}</button>
                    <button
                        class="button"
                        data-kind="danger"
                        on:click=move |_| {
                            asking.set(false);
                            on_yes();
                        }
                    >
                        {yes}
                    </button>
                </div>
            </div>
        </dialog>
    }
}
