//! What somebody who took part will do: a message and an action of their own, which wait on Today.
use crate::{
    browser::entropy::BrowserEntropy,
    domain::{
        ids::{AttendanceId, IntentionId},
        intentions::Plan,
        reflections::Subject,
        typing::Typed,
    },
    ui::{app::App, components::Erase, desk::Desk, places::plan_fields::PlanFields},
    vault::Entropy,
};
use leptos::prelude::*;

#[component]
pub fn TakingHome(desk: Desk, id: AttendanceId) -> impl IntoView {
    let app = App::expect();
    let about = Subject::Event(id);
    let known = desk.journal.with_untracked(|journal| {
        journal.intentions().into_iter().find(|it| it.plan.subject == about).map(|it| it.id)
    });
    let intention = known.unwrap_or_else(|| IntentionId::from_entropy(BrowserEntropy.bytes()));
    let plan = RwSignal::new(desk.latest_plan(intention).unwrap_or_else(|| Plan::about(about)));
    let choose = move |message: &String| {
        plan.update(|plan| plan.message.clone_from(message));
        desk.write_soon(Typed::Plan(intention, plan.get_untracked()));
    };
    let offered = move || {
        let messages: Vec<_> =
            app.library.with(|library| library.takeaways().map(|(_, it)| it.message.clone()).collect());
        let offer = move |message: String| {
            let chosen = message.clone();
            let is_chosen = move || plan.with(|plan| plan.message == chosen).to_string();
            let words = message.clone();
            view! {
                <li><button class="text-button" type="button" aria-pressed=is_chosen on:click=move |_| choose(&message)>{words}</button></li>
            }
        };
        messages.into_iter().map(offer).erased()
    };
    view! {
        <section class="card not-printed" id="take-home">
            <h2>"What I take home"</h2>
            <p>"One message, and one thing that you will do. It waits for you on Today."</p>
            <details>
                <summary>"Begin from a message of the learning event"</summary>
                <ul class="stack-tight">{offered}</ul>
            </details>
            <PlanFields desk id=intention plan />
        </section>
    }
}
