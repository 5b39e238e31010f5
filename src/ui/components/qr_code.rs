//! A QR code to hold before a camera: dark on white whatever the colours around it.
use crate::content::qr::{Matrix, QUIET_ZONE};
use leptos::prelude::*;

#[component]
pub fn QrCode(
    matrix: Matrix,
    /// What it is, for those who do not see it.
    #[prop(into)]
    label: String,
) -> impl IntoView {
    let side = matrix.side() + 2 * QUIET_ZONE;
    view! {
        <svg class="qr-code" role="img" aria-label=label viewBox=format!("0 0 {side} {side}") shape-rendering="crispEdges">
            <path d=matrix.path() />
        </svg>
    }
}
