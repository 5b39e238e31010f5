//! How much of something has come, as a ring that closes; the number stands in it.
use crate::domain::passing::Progress;
use leptos::prelude::*;

#[component]
pub fn Ring(progress: Progress) -> impl IntoView {
    let Progress { seen, of } = progress;
    view! {
        <div class="ring" role="progressbar" aria-label="Codes read" aria-valuemin="0" aria-valuenow=seen.to_string() aria-valuemax=of.to_string()>
            <svg viewBox="0 0 36 36" aria-hidden="true">
                <circle cx="18" cy="18" r="16" pathLength=of.to_string() />
                <circle class="ring-done" cx="18" cy="18" r="16" pathLength=of.to_string() stroke-dasharray=format!("{seen} {of}") />
            </svg>
            <span aria-hidden="true">{seen} "/" {of}</span>
        </div>
    }
}
