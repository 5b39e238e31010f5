//! Today: what two minutes would be well spent on, and nothing that nags.
use super::{LockOfPart, Missing};
use crate::{
    browser::{clock, entropy::BrowserEntropy},
    domain::{
        ids::IntentionId, intentions::Intention, quiz::Topic, reflections::Subject, route::Route,
        time::study_day,
    },
    ui::{
        app::{App, Phase},
        components::{Erase, action_row::ActionRow, notice::TroubleNotice, page_head::PageHead},
        desk::Desk,
        places::reflect::DraftList,
    },
    vault::Entropy,
};
use chrono::Datelike;
use leptos::prelude::*;

#[component]
pub fn Today() -> impl IntoView {
    let app = App::expect();
    view! {
        <PageHead title="Today" />
        {move || match app.phase.get() {
            Phase::Broken(trouble) => Some(view! { <TroubleNotice trouble /> }.into_any()),
            Phase::Open(desk) => Some(view! {
                <DraftList desk />
                <Intentions desk />
            }
            .into_any()),
            Phase::Locked(_) => Some(view! { <LockOfPart /> }.into_any()),
            Phase::Opening => None,
        }}
        <TwoMinutes />
        <MessageOfTheDay />
        {move || app.library.with(|library| library.packs().is_empty()).then(|| {
            view! { <Missing what="None of the packs could be read, so there is nothing to learn from yet." /> }
        })}
    }
}

/// The first set of statements: begun, to go on with, or done.
#[component]
fn TwoMinutes() -> impl IntoView {
    let app = App::expect();
    let set =
        move || app.library.with(|library| library.sets().next().map(|(id, set)| (id, set.title.clone())));
    let progress = |desk: Desk, topic: &Topic| {
        desk.journal.with(|journal| {
            journal.rounds_about(topic).first().map(|round| (round.answers.len(), round.order.len()))
        })
    };
    move || {
        set().map(|(id, title)| {
            let topic = Topic::Set(id);
            let (note, button) = match app.desk().and_then(|desk| progress(desk, &topic)) {
                None => ("Myth or fact? It takes about five minutes.".to_owned(), "Start"),
                Some((done, of)) if done < of => (format!("You have answered {done} of {of}."), "Go on"),
                Some((_, of)) => {
                    (format!("You have answered all {of}. Once more helps them stay with you."), "Look again")
                }
            };
            view! {
                <section class="card">
                    <h2>{title}</h2>
                    <p>{note}</p>
                    <a class="button" href=Route::Round(topic).to_string()>{button}</a>
                </section>
            }
        })
    }
}

#[component]
fn MessageOfTheDay() -> impl IntoView {
    let app = App::expect();
    let message = move || {
        let day = study_day(clock::now()).num_days_from_ce().unsigned_abs() as usize;
        app.library.with(|library| {
            let all: Vec<_> = library.takeaways().collect();
            let (id, takeaway) = all.get(day.checked_rem(all.len())?)?;
            Some((id.clone(), takeaway.message.clone(), takeaway.practice.clone()))
        })
    };
    move || {
        message().map(|(id, message, practice)| {
            let fresh = IntentionId::from_entropy(BrowserEntropy.bytes());
            let intend = Route::Intention(fresh, Some(Subject::Takeaway(id)));
            view! {
                <section class="card">
                    <p class="card-kicker">"Take-home message of the day"</p>
                    <h2>{message}</h2>
                    <p>{practice}</p>
                    <div class="button-row"><a class="button" data-kind="plain" href=intend.to_string()>"Make this mine"</a></div>
                    <a href=Route::Takeaways(None).to_string()>"All the take-home messages"</a>
                </section>
            }
        })
    }
}

/// What the person means to do, the nearest day first, and what is done; nothing when there is nothing.
#[component]
fn Intentions(desk: Desk) -> impl IntoView {
    let of = move |done: bool| {
        desk.journal.with(|journal| {
            let of = journal.intentions().into_iter().filter(|it| it.done.is_some() == done);
            of.cloned().collect::<Vec<Intention>>()
        })
    };
    let row = move |it: Intention| {
        let id = it.id;
        let tick = move |done| desk.tick(id, done);
        view! { <ActionRow it today=study_day(clock::now()) on_tick=tick /> }
    };
    let open =
        move || {
            let mut open = of(false);
            open.sort_by_key(|it| (it.plan.by.is_none(), it.plan.by));
            (!open.is_empty()).then(|| view! {
            <section class="stack-tight">
                <h2>"What I mean to do"</h2>
                <ul class="way-list with-action" id="intentions">{open.into_iter().map(row).erased()}</ul>
            </section>
        })
        };
    let done = move || {
        let done = of(true);
        (!done.is_empty()).then(|| {
            view! {
                <details class="guide">
                    <summary>{done.len()} " done"</summary>
                    <ul class="way-list with-action">{done.into_iter().map(row).erased()}</ul>
                </details>
            }
        })
    };
    view! {
        {move || open().erased()}
        {move || done().erased()}
    }
}
