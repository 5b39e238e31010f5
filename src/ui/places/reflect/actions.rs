//! What a reflection leads to: actions with an owner and a day, ticked off here as on Today.
use crate::{
    browser::entropy::BrowserEntropy,
    domain::{
        ids::{IntentionId, ReflectionId},
        intentions::Intention,
        journal::Command,
        reflections::Subject,
        route::Route,
        time::long_date,
    },
    ui::{components::Erase, desk::Desk},
    vault::Entropy,
};
use leptos::{prelude::*, task::spawn_local};

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
        let (id, is_done) = (it.id, it.done.is_some());
        let mut notes = vec![];
        if !it.plan.owner.is_empty() {
            notes.push(it.plan.owner.clone());
        }
        match (it.done, it.plan.by) {
            (Some(done), _) => notes.push(format!("Done on {}", long_date(done.date_naive()))),
            (None, Some(by)) => notes.push(format!("By {}", long_date(by))),
            (None, None) => {}
        }
        let label = if is_done { "Not done yet" } else { "Done" };
        let tick = move |_| {
            let command = Command::Tick { id, done: !is_done };
            spawn_local(async move { drop(desk.commit_and_say(command, label).await) });
        };
        let name = it.plan.action.clone();
        view! {
            <li>
                <a href=Route::Intention(id, None).to_string()>
                    <span class="way-name">{it.plan.action}</span>
                    <span class="way-note">{notes.join(" · ")}</span>
                </a>
                <button class="text-button" aria-label=format!("{label}: {name}") on:click=tick>{label}</button>
            </li>
        }
    };
    view! {
        <section class="stack-tight" id="actions">
            {move || (!actions.with(Vec::is_empty)).then(|| view! { <h2>"Actions"</h2> })}
            <ul class="way-list with-action">{move || actions.get().into_iter().map(row).erased()}</ul>
            <div class="button-row"><a class="text-button" href=fresh.to_string()>"Add an action"</a></div>
        </section>
    }
}
