//! A scale of ten under one sentence: tapped, or moved along by the arrow keys; what was said can be taken away again.
use super::Erase;
use crate::{browser::page, domain::confidence::Rating};
use leptos::prelude::*;

#[component]
pub fn Scale(
    /// What is rated.
    legend: AnyView,
    /// Tells this scale from the others on the page.
    name: String,
    #[prop(into)] chosen: Signal<Option<Rating>>,
    on_choose: impl Fn(Option<Rating>) + Clone + Send + 'static,
) -> impl IntoView {
    let clear = on_choose.clone();
    let first = format!("input[name='{name}']");
    let step = |rating: Rating| {
        let on_choose = on_choose.clone();
        view! {
            <label>
                <input
                    type="radio"
                    name=name.clone()
                    prop:checked=move || chosen.get() == Some(rating)
                    on:change=move |_| on_choose(Some(rating))
                />
                <span>{rating.number()}</span>
            </label>
        }
    };
    view! {
        <fieldset class="scale">
            <legend>{legend}</legend>
            <div class="scale-steps">{Rating::all().map(step).erased()}</div>
            <div class="ends">
                <span>"1: not at all"</span>
                {move || chosen.get().map(|_| {
                    let (clear, first) = (clear.clone(), first.clone());
                    // The button goes with what it clears.
                    let start_again = move |_| {
                        clear(None);
                        page::focus(first.clone());
                    };
                    view! { <button class="text-button" type="button" on:click=start_again>"Clear"</button> }
                })}
                <span>"10: completely"</span>
            </div>
        </fieldset>
    }
}
