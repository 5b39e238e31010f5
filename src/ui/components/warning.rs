//! What may distress, said before it is shown, with a way to help and what else can be done.
use crate::domain::route::Route;
use leptos::prelude::*;

#[component]
pub fn Warning(text: String, #[prop(optional)] children: Option<Children>) -> impl IntoView {
    view! {
        <div class="notice" data-print="yes">
            <h2>"Before you read"</h2>
            <p>{text}</p>
            <div class="button-row">
                {children.map(|children| children())}
                <a href=Route::Worried.to_string()>"Help lines"</a>
            </div>
        </div>
    }
}
