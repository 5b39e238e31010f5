//! Today: what two minutes would be well spent on, and nothing that nags.
use super::Missing;
use crate::{
    browser::clock,
    domain::{ids::SetId, route::Route, time::study_day},
    ui::{
        app::{App, Phase},
        components::{notice::TroubleNotice, page_head::PageHead},
        desk::Desk,
        places::reflect::DraftList,
    },
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
            Phase::Open(desk) => Some(view! { <DraftList desk /> }.into_any()),
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
    let progress = |desk: Desk, set: &SetId| {
        desk.journal.with(|journal| {
            journal.rounds_of(set).first().map(|round| (round.answers.len(), round.order.len()))
        })
    };
    move || {
        set().map(|(id, title)| {
            let (note, button) = match app.desk().and_then(|desk| progress(desk, &id)) {
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
                    <a class="button" href=Route::QuizSet(id).to_string()>{button}</a>
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
            let (_, takeaway) = all.get(day.checked_rem(all.len())?)?;
            Some((takeaway.message.clone(), takeaway.practice.clone()))
        })
    };
    move || {
        message().map(|(message, practice)| {
            view! {
                <section class="card">
                    <p class="card-kicker">"Take-home message of the day"</p>
                    <h2>{message}</h2>
                    <p>{practice}</p>
                    <a href=Route::Takeaways.to_string()>"All the take-home messages"</a>
                </section>
            }
        })
    }
}
