//! A dialog over the page: Esc closes it, and the focus goes back to where it was.
use leptos::{ev, html, prelude::*};

/// Shown while `open`.
#[component]
pub fn Dialog(
    open: Signal<bool>,
    /// Called when the person closes it.
    on_close: impl Fn() + Copy + Send + Sync + 'static,
    /// The id of the heading that names it.
    labelled_by: &'static str,
    children: Children,
) -> impl IntoView {
    let dialog = NodeRef::<html::Dialog>::new();
    Effect::new(move || {
        let Some(dialog) = dialog.get() else { return };
        if open.get() && !dialog.open() {
            // It is in the page and closed, so it can be shown.
            drop(dialog.show_modal());
        } else if !open.get() && dialog.open() {
            dialog.close();
        }
    });
    // A tap beside it lands on the dialog itself, and on nothing in it.
    let beside = move |event: ev::MouseEvent| {
        if event.target() == event.current_target() {
            on_close();
        }
    };
    view! {
        <dialog class="dialog" node_ref=dialog aria-labelledby=labelled_by on:close=move |_| on_close() on:click=beside>
            <div>{children()}</div>
        </dialog>
    }
}
