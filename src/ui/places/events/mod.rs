//! Events: learning days that the person prepares and holds, without a network.
mod attend;
mod ballot;
mod collecting;
mod paper;
mod planning;
mod programme;
mod reporting;
mod room;
mod running;
mod session;

use super::at_desk;
use crate::{
    browser::{clock, entropy::BrowserEntropy, page},
    content::{event_plan::plan_of, format::PackKind},
    domain::{
        attendance::Attendance,
        events::{Event, EventPlan},
        ids::EventId,
        journal::{Command, EventCommand},
        passing::EventTag,
        route::Route,
        time::long_date,
    },
    ui::{
        app::App,
        components::{Erase, page_head::PageHead},
        desk::Desk,
    },
    vault::Entropy,
};
use leptos::{prelude::*, task::spawn_local};

/// The page of `route`.
pub fn page(route: Route) -> AnyView {
    match route {
        Route::EventPlan(id) => of_event(id, move |desk| view! { <planning::Planning desk id /> }.into_any()),
        Route::EventRun(id) => of_event(id, move |desk| view! { <running::Running desk id /> }.into_any()),
        Route::EventPaper(id) => of_event(id, move |desk| view! { <paper::OnPaper desk id /> }.into_any()),
        Route::EventReport(id) => {
            of_event(id, move |desk| view! { <reporting::Reporting desk id /> }.into_any())
        }
        Route::Join(link) => {
            at_desk(move |desk| view! { <attend::Joining desk link=link.clone() /> }.into_any())
        }
        Route::Attend(id) => at_desk(move |desk| view! { <attend::Attending desk id /> }.into_any()),
        Route::Room => view! { <room::RoomWindow /> }.into_any(),
        _ => at_desk(|desk| view! { <Events desk /> }.into_any()),
    }
}

/// A page about an event that is prepared here; where it is not, the page says so.
fn of_event(id: EventId, page: impl Fn(Desk) -> AnyView + Send + Sync + 'static) -> AnyView {
    at_desk(move |desk| match desk.journal.with_untracked(|journal| journal.event(id).is_some()) {
        true => page(desk),
        false => view! { <NotHere /> }.into_any(),
    })
}

#[component]
fn NotHere() -> impl IntoView {
    view! {
        <PageHead title="That event is not here" lead="It may have been removed." back=(Route::Events, "Events") />
    }
}

#[component]
fn Events(desk: Desk) -> impl IntoView {
    let app = App::expect();
    let begin = move |plan: EventPlan| {
        let id = EventId::from_entropy(BrowserEntropy.bytes());
        let tag = EventTag::from_entropy(BrowserEntropy.bytes());
        spawn_local(async move {
            let command = Command::Event(id, EventCommand::Prepare { tag, plan });
            if desk.commit(command).await.is_ok() {
                page::go(&Route::EventPlan(id));
            }
        });
    };
    let row = |event: &Event| {
        let now = clock::now();
        let (to, state) = match &event.run {
            None => (Route::EventPlan(event.id), "Being prepared"),
            Some(_) if event.is_live(now) => (Route::EventRun(event.id), "Under way: go on"),
            Some(_) => (Route::EventRun(event.id), "Over"),
        };
        let title = match event.plan.title.trim() {
            "" => "Without a title".to_owned(),
            title => title.to_owned(),
        };
        let day = event.plan.day.map(|day| format!("{}. ", long_date(day)));
        view! {
            <li>
                <a href=to.to_string()>
                    <span class="way-name">{title}</span>
                    <span class="way-note">{day} {state}</span>
                </a>
            </li>
        }
    };
    let part = |it: &Attendance| {
        let state = match (it.left.is_some(), it.answered()) {
            (true, _) => "Over: what you take home".to_owned(),
            (false, answered) => format!("{answered} of {} answered", it.heard.len()),
        };
        view! {
            <li>
                <a href=Route::Attend(it.id).to_string()>
                    <span class="way-name">{it.invited.title.clone()}</span>
                    <span class="way-note">{state}</span>
                </a>
            </li>
        }
    };
    let rows = move || desk.journal.with(|journal| journal.events().into_iter().map(row).erased());
    let packs = move || {
        let packs = app.library.with(|library| {
            let of_events = library.packs().iter().filter(|it| it.kind == PackKind::Event);
            of_events.map(|it| (it.id.clone(), it.title.clone())).collect::<Vec<_>>()
        });
        let offer = |(pack, title): (String, String)| {
            let plan = move |_| {
                if let Some(plan) = app.library.with_untracked(|library| plan_of(library, &pack)) {
                    begin(plan);
                }
            };
            view! { <button class="button" on:click=plan>"Prepare one from: " {title}</button> }
        };
        packs.into_iter().map(offer).erased()
    };
    view! {
        <PageHead
            title="Events"
            lead="Run a learning day or a group quiz from this device. The room needs no network, no account and no phones."
            back=(Route::Quiz, "Quiz")
        />
        <ul class="way-list">{rows}</ul>
        {move || {
            let taken = desk.journal.with(|journal| journal.attendances().into_iter().map(part).erased());
            (!taken.is_empty()).then(|| view! {
                <section class="stack-tight">
                    <h2>"I take part in"</h2>
                    <ul class="way-list">{taken}</ul>
                </section>
            })
        }}
        <div class="button-row">
            {packs}
            <button class="button" data-kind="plain" on:click=move |_| begin(EventPlan::default())>"Prepare one from a blank page"</button>
        </div>
    }
}
