//! A row for something that is meant to be done: who does it and by when, and a button that ticks it off.
use super::way::WayLink;
use crate::{
    domain::{
        intentions::{Intention, Nearness},
        route::Route,
        time::long_date,
    },
    ui::words::ticked,
};
use chrono::NaiveDate;
use leptos::prelude::*;

#[component]
pub fn ActionRow(
    it: Intention,
    today: NaiveDate,
    /// Whether the message that it grew from is told too.
    #[prop(optional)]
    has_message: bool,
    /// Called with whether it is done from now on.
    on_tick: impl Fn(bool) + 'static,
) -> impl IntoView {
    let is_done = it.done.is_some();
    let when = match (it.done, it.nearness(today), it.plan.by) {
        (Some(done), ..) => format!("Done on {}", long_date(done.date_naive())),
        (None, Nearness::Today, _) => "Today".to_owned(),
        (None, Nearness::Past, Some(day)) => format!("Was for {}", long_date(day)),
        (None, _, Some(day)) => format!("By {}", long_date(day)),
        (None, _, None) => String::new(),
    };
    let owner = it.plan.owner.trim().to_owned();
    let message = if has_message { it.plan.message.trim().to_owned() } else { String::new() };
    let note = [message, owner, when].into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(" · ");
    let label = ticked(!is_done);
    let (name, to) = (it.plan.action, Route::Intention(it.id, None));
    view! {
        <li>
            <WayLink to name=name.clone() note />
            <button class="text-button" type="button" aria-label=format!("{label}: {name}") on:click=move |_| on_tick(!is_done)>
                {label}
            </button>
        </li>
    }
}
