//! Trouble, told: what happened and what to do.
use crate::ui::trouble::Trouble;
use leptos::prelude::*;

#[component]
pub fn TroubleNotice(trouble: Trouble) -> impl IntoView {
    view! {
        <div class="notice" data-kind="urgent" role="alert" tabindex="-1">
            <h2>{trouble.what}</h2>
            <p>{trouble.remedy}</p>
        </div>
    }
}
