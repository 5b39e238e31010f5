//! What a reflection leads to: actions with an owner and a day, ticked off here as on Today.
use crate::{
    browser::{clock, entropy::BrowserEntropy},
    domain::{
        ids::{IntentionId, ReflectionId},
        intentions::Intention,
        reflections::Subject,
        route::Route,
        time::study_day,
    },
    ui::{
        components::{Erase, action_row::ActionRow},
        desk::Desk,
    },
    vault::Entropy,
};
use leptos::prelude::*;

#[component]
pub fn Actions(desk: Desk, id: ReflectionId) -> impl IntoView {
    let about = Subject::Reflection(id);
    let fresh = Route::Intention(IntentionId::from_entropy(BrowserEntropy.bytes()), Some(about.clone()));
    let actions = Memo::new(move |_| {
        desk.journal.with(|journal| {
            let all = journal.intentions().into_iter().filter(|it| it.plan.subject == about);
            all.cloned().collect::<Vec<Intention>>()
        })
    });
    let row = move |it: Intention| {
        let id = it.id;
        view! { <ActionRow it today=study_day(clock::now()) on_tick=move |done| desk.tick(id, done) /> }
    };
    view! {
        <section class="stack-tight" id="actions">
            {move || (!actions.with(Vec::is_empty)).then(|| view! { <h2>"Actions"</h2> })}
            <ul class="way-list with-action">{move || actions.get().into_iter().map(row).erased()}</ul>
            <div class="button-row"><a class="text-button" href=fresh.to_string()>"Add an action"</a></div>
        </section>
    }
}
