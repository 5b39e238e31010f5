//! A list of any length, all rows of one height: only those in sight are drawn, so that ten thousand scroll smoothly.
use super::Erase;
use crate::browser::page;
use leptos::{ev, leptos_dom::helpers::WindowListenerHandle, prelude::*};

/// How many rows are drawn beyond those in sight, on either side.
const BEYOND: usize = 8;

/// How many are drawn before the height of a row is known.
const FIRST: usize = 24;

#[component]
pub fn LongList(
    id: &'static str,
    #[prop(into)] length: Signal<usize>,
    row: impl Fn(usize) -> AnyView + Send + Sync + 'static,
) -> impl IntoView {
    let drawn = RwSignal::new((0, FIRST));
    // Of a row, in whole pixels: the style gives it so.
    let height = RwSignal::new(0_usize);
    let look = move || {
        let Some(it) = page::sighting(id).filter(|it| it.row > 0.0) else { return };
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "rows on a page are few")]
        let rows = |pixels: f64| (pixels.max(0.0) / it.row) as usize;
        let from = rows(it.above).saturating_sub(BEYOND) / BEYOND * BEYOND;
        let to = rows(it.above + it.window) / BEYOND * BEYOND + 2 * BEYOND;
        if drawn.get_untracked() != (from, to) {
            drawn.set((from, to));
        }
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a row is not tall")]
        let row = it.row.round() as usize;
        if height.get_untracked() != row {
            height.set(row);
        }
    };
    // Once it has been drawn, and whenever it is another list.
    Effect::new(move || {
        length.track();
        request_animation_frame(look);
    });
    let listeners = [
        window_event_listener(ev::scroll, move |_| look()),
        window_event_listener(ev::resize, move |_| look()),
    ];
    on_cleanup(move || listeners.into_iter().for_each(WindowListenerHandle::remove));
    let range = Memo::new(move |_| {
        let (from, to) = drawn.get();
        (from.min(length.get().saturating_sub(1)), to.min(length.get()))
    });
    let space = move |rows: usize| format!("{}px", rows * height.get());
    let rows = move || {
        let (from, to) = range.get();
        (from..to)
            .map(|at| {
                let (place, of) = ((at + 1).to_string(), length.get_untracked().to_string());
                view! { <li aria-posinset=place aria-setsize=of>{row(at)}</li> }
            })
            .erased()
    };
    view! {
        <ul
            class="way-list long-list"
            id=id
            style:padding-block-start=move || space(range.get().0)
            style:padding-block-end=move || space(length.get() - range.get().1.min(length.get()))
        >
            {rows}
        </ul>
    }
}
