//! What a lesson should leave a person able to do, and how confident they are of it before and after.
use crate::{
    browser::entropy::BrowserEntropy,
    content::format::LearningOutcome,
    domain::{
        confidence::{Asked, Rating},
        ids::{ConfidenceId, LearningOutcomeId},
        journal::Command,
        route::Route,
    },
    ui::{
        app::App,
        components::{Erase, scale::Scale},
        desk::Desk,
        words::told_confidence,
    },
    vault::Entropy,
};
use leptos::{prelude::*, task::spawn_local};

/// How far the lesson has been read.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    Begun,
    Unread,
    Read,
}

#[component]
pub fn Outcomes(
    pack: String,
    outcomes: Vec<LearningOutcome>,
    #[prop(into)] stage: Signal<Stage>,
) -> impl IntoView {
    let app = App::expect();
    let is_rating = RwSignal::new(false);
    let outcomes: Vec<_> =
        outcomes.into_iter().map(|it| (LearningOutcomeId::new(&pack, &it.id), it.can)).collect();
    let shown = move || match (app.desk(), is_rating.get()) {
        (Some(desk), true) => scales(desk, &outcomes, stage.get()).into_any(),
        (desk, _) => list(desk, &outcomes).into_any(),
    };
    let turn = move || {
        let label = match (app.desk(), stage.get(), is_rating.get()) {
            (None, ..) | (_, Stage::Begun, false) => return None,
            (_, _, true) => "Done",
            (_, Stage::Unread, _) => "Say how confident you are, before you start",
            (_, Stage::Read, _) => "Say how confident you are now",
        };
        let turn = move |_| is_rating.update(|it| *it = !*it);
        Some(view! { <button class="button" data-kind="plain" on:click=turn>{label}</button> })
    };
    view! {
        <section class="stack-tight" id="outcomes">
            <h2>"What you should be able to do"</h2>
            {shown}
            <div class="button-row">{turn}</div>
        </section>
    }
}

fn list(desk: Option<Desk>, outcomes: &[(LearningOutcomeId, String)]) -> impl IntoView {
    let said =
        |id: &LearningOutcomeId| desk?.journal.with(|journal| journal.confidence_of(id).map(told_confidence));
    let is_rated = outcomes.iter().any(|(id, _)| said(id).is_some());
    let row = |(id, can): &(LearningOutcomeId, String)| {
        view! { <li>{can.clone()} " " <span class="quiet">{said(id)}</span></li> }
    };
    let beside = is_rated.then(|| {
        view! { <p><a href=Route::Knowledge.to_string()>"Beside what you know, by the quiz"</a></p> }
    });
    view! {
        <ul class="points-list">{outcomes.iter().map(row).erased()}</ul>
        {beside.erased()}
    }
}

fn scales(desk: Desk, outcomes: &[(LearningOutcomeId, String)], stage: Stage) -> impl IntoView {
    let scale = |(id, can): &(LearningOutcomeId, String)| {
        let said_before = desk.journal.with_untracked(|journal| {
            journal.confidence_of(id).is_some_and(|it| it.when(Asked::Before).is_some())
        });
        let asked = match stage {
            Stage::Read if said_before => vec![Asked::After],
            Stage::Read => vec![Asked::LookingBack, Asked::After],
            Stage::Unread | Stage::Begun => vec![Asked::Before],
        };
        let scale = |asked: Asked| view! { <Rated desk id=id.clone() can=can.clone() asked /> };
        view! { <div class="stack-tight">{asked.into_iter().map(scale).erased()}</div> }
    };
    outcomes.iter().map(scale).erased()
}

#[component]
fn Rated(desk: Desk, id: LearningOutcomeId, can: String, asked: Asked) -> impl IntoView {
    let known = id.clone();
    let chosen = Signal::derive(move || {
        desk.journal.with(|journal| journal.confidence_of(&known).and_then(|it| it.when(asked)))
    });
    let name = format!("{id} {}", asked as u8);
    let rate = move |rating: Option<Rating>| {
        let outcome = id.clone();
        let id = ConfidenceId::from_entropy(BrowserEntropy.bytes());
        let command = Command::Rate { id, outcome, asked, rating };
        spawn_local(async move { drop(desk.commit(command).await) });
    };
    let legend = match asked {
        Asked::Before => can,
        Asked::LookingBack => format!("Before this lesson: {can}"),
        Asked::After => format!("Now: {can}"),
    };
    view! { <Scale legend=legend.into_any() name chosen on_choose=rate /> }
}
