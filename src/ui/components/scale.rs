//! A scale of ten under one sentence: tapped, or moved along by the arrow keys; what was said can be taken away again.
use super::Erase;
use crate::domain::confidence::Rating;
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
                    let clear = clear.clone();
                    view! { <button class="text-button" type="button" on:click=move |_| clear(None)>"Clear"</button> }
                })}
                <span>"10: completely"</span>
            </div>
        </fieldset>
    }
}
