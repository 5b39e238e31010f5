//! One reflection, to read.
use crate::ui::components::Erase;
use crate::{
    browser::page,
    domain::{
        ids::ReflectionId,
        journal::Command,
        route::Route,
        time::{clock_time, long_date},
    },
    ui::{
        app::App,
        components::{confirm::Confirm, page_head::PageHead},
        desk::Desk,
    },
};
use leptos::{prelude::*, task::spawn_local};

#[component]
pub fn Reading(desk: Desk, id: ReflectionId) -> impl IntoView {
    let app = App::expect();
    let reflection = move || desk.journal.with(|journal| journal.reflection(id).cloned());
    let deleting = RwSignal::new(false);
    let delete = move || {
        spawn_local(async move {
            if desk.commit_and_say(Command::BinReflection(id), "Put in the bin").await.is_ok() {
                page::replace(&Route::Reflect);
            }
        });
    };
    move || {
        match reflection() {
        None => view! {
            <PageHead title="That reflection is not here" lead="It may have been deleted." back=(Route::Reflect, "Reflect") />
        }
        .into_any(),
        Some(it) => {
            let subject = it.words.subject.as_ref().map(|subject| {
                let name = app.library.with(|library| library.name_of(subject));
                name.unwrap_or_else(|| "something in a pack that is not here".to_owned())
            });
            let when = format!("{} at {}", long_date(it.written.date_naive()), clock_time(it.written));
            let passages = it
                .words
                .passages
                .iter()
                .filter(|passage| !passage.text.trim().is_empty())
                .map(|passage| {
                    view! {
                        <section class="passage">
                            <h2>{passage.heading.clone()}</h2>
                            <p>{passage.text.clone()}</p>
                        </section>
                    }
                })
                .erased();
            view! {
                <PageHead title=it.words.headline() lead=when back=(Route::Reflect, "Reflect") />
                {subject.map(|name| view! { <p class="quiet">"About: " {name}</p> }).erased()}
                {passages}
                <div class="button-row">
                    <a class="button" href=Route::Write(id, None).to_string()>"Change it"</a>
                    <button class="button" data-kind="danger" on:click=move |_| deleting.set(true)>"Delete it"</button>
                </div>
                <Confirm
                    asking=deleting
                    question="Delete this reflection?"
                    detail="Straight afterwards you can still undo it."
                    no="Keep it"
                    yes="Delete it"
                    on_yes=delete
                />
            }
            .into_any()
        }
    }
    }
}
