//! The bin: what was deleted, to be taken out again or deleted for good.
use crate::{
    domain::{
        ids::ReflectionId,
        journal::{Command, DAYS_IN_BIN},
        route::Route,
        time::long_date,
    },
    ui::{
        components::{Erase, confirm::Confirm, page_head::PageHead},
        desk::Desk,
    },
};
use leptos::{prelude::*, task::spawn_local};

#[component]
pub fn Bin(desk: Desk) -> impl IntoView {
    let rows = Memo::new(move |_| {
        desk.journal.with(|journal| {
            let row = |it: &&crate::domain::reflections::Reflection| {
                (
                    it.id,
                    it.words.headline(),
                    it.binned.map(|it| long_date(it.date_naive())).unwrap_or_default(),
                )
            };
            journal.binned().iter().map(row).collect::<Vec<_>>()
        })
    });
    let deleting = RwSignal::new(None::<ReflectionId>);
    let asking = RwSignal::new(false);
    Effect::new(move || {
        if !asking.get() {
            deleting.set(None);
        }
    });
    let ask = move |id| {
        deleting.set(Some(id));
        asking.set(true);
    };
    let delete = move || {
        if let Some(id) = deleting.get_untracked() {
            spawn_local(async move {
                drop(desk.commit_and_say(Command::DeleteReflection(id), "Deleted for good").await)
            });
        }
    };
    let take_out = move |id| {
        spawn_local(async move {
            drop(desk.commit_and_say(Command::RestoreReflection(id), "Taken out of the bin").await)
        });
    };
    let row = move |(id, headline, day): (ReflectionId, String, String)| {
        let (out, gone) = (format!("Take out: {headline}"), format!("Delete for good: {headline}"));
        view! {
            <li class="card">
                <a href=Route::Reflection(id).to_string()>{headline}</a>
                <p class="quiet">"Deleted on " {day}</p>
                <div class="button-row">
                    <button class="button" data-kind="plain" aria-label=out on:click=move |_| take_out(id)>"Take out"</button>
                    <button class="button" data-kind="danger" aria-label=gone on:click=move |_| ask(id)>"Delete for good"</button>
                </div>
            </li>
        }
    };
    view! {
        <PageHead
            title="The bin"
            lead=format!("What you delete stays here for {DAYS_IN_BIN} days of use, then it is deleted for good.")
            back=(Route::Reflect, "Reflect")
        />
        {move || rows.with(Vec::is_empty).then(|| view! { <p>"The bin is empty."</p> })}
        <ul class="card-list" id="binned">{move || rows.get().into_iter().map(row).erased()}</ul>
        <Confirm
            asking
            question="Delete this for good?"
            detail="It goes from this device, with its earlier versions. Straight afterwards you can still undo it. A backup that you made before still holds it."
            no="Keep it in the bin"
            yes="Delete for good"
            on_yes=delete
        />
    }
}
