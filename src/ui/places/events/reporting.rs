//! What came of an event, to read, print and hand on: no number under five, and nobody's name.
use crate::{
    browser::{files, page},
    content::event_report::{EventReport, report},
    domain::{ids::EventId, route::Route},
    ui::{
        app::App,
        components::{Erase, page_head::PageHead, sheet::Sheet},
        desk::Desk,
    },
};
use leptos::prelude::*;

#[component]
pub fn Reporting(desk: Desk, id: EventId) -> impl IntoView {
    let app = App::expect();
    let made = move || {
        desk.journal.with(|journal| {
            let event = journal.event(id)?;
            Some(app.library.with(|library| report(library, event, &journal.collected(id))))
        })
    };
    let not_saved = RwSignal::new(false);
    let save = move |name: &'static str, kind: &'static str, text: fn(&EventReport) -> String| {
        move |_| {
            if let Some(report) = untrack(made) {
                not_saved.set(!files::offer(name, kind, &text(&report)));
            }
        }
    };
    let shown = move || {
        made().map(|report| {
            let told = report.paper().plain();
            view! {
                <p class="as-written not-printed" id="report">{told}</p>
                <Sheet paper=report.paper() />
            }
        })
    };
    view! {
        <PageHead
            title="What came of it"
            lead="Numbers under five are left out, and so is what they could be worked out from."
            back=(Route::EventRun(id), "The event")
        />
        <div class="button-row">
            <button class="button" on:click=|_| page::print()>"Print"</button>
            <button class="button" data-kind="plain" on:click=save("event.csv", "text/csv", EventReport::csv)>"Votes, for a spreadsheet"</button>
            <button class="button" data-kind="plain" on:click=save("event.json", "application/json", EventReport::json)>"All of it, for another program"</button>
        </div>
        {move || not_saved.get().then(|| view! { <p role="alert">"This browser did not let the file be saved. Print the page instead."</p> }).erased()}
        {shown}
    }
}
