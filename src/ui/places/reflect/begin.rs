//! What a new reflection can begin with: a blank page, a question, a model or a form.
use crate::{
    browser::{clock, entropy::BrowserEntropy},
    content::layouts::questions,
    domain::{
        beginnings::Beginning,
        ids::{EntryId, ReflectionId},
        reflections::Subject,
        route::Route,
        time::study_day,
    },
    ui::{
        app::App,
        components::{Erase, page_head::PageHead, way::Way},
        places::Missing,
    },
    vault::Entropy,
};
use chrono::Datelike;
use leptos::prelude::*;

/// How many questions are offered at a time.
const QUESTIONS: usize = 3;

#[component]
pub fn Begin() -> impl IntoView {
    let app = App::expect();
    let at_once = [
        (None, "What? So what? Now what?", "Three questions. Good for five minutes."),
        (Some(Beginning::Page), "A blank page", "One box, no questions"),
    ];
    let asked = RwSignal::new(study_day(clock::now()).num_days_from_ce().unsigned_abs() as usize);
    let all = Memo::new(move |_| app.library.with(questions));
    let offered = move || -> Vec<(EntryId, String)> {
        let from = asked.get() * QUESTIONS;
        all.with(|all| {
            all.iter().cycle().skip(from % all.len().max(1)).take(QUESTIONS.min(all.len())).cloned().collect()
        })
    };
    let question_rows =
        move || offered().into_iter().map(|(id, ask)| way(Some(Beginning::Question(id)), &ask, "")).erased();
    let models = move || {
        app.library.with(|library| {
            let row = |(id, it): (_, &crate::content::format::Model)| {
                way(Some(Beginning::By(id)), &it.title, &format!("{}. {}", it.by, it.suits))
            };
            library.models().map(row).erased()
        })
    };
    let forms = move || {
        app.library.with(|library| {
            let row = |(id, it): (_, &crate::content::format::Template)| {
                way(Some(Beginning::About(Subject::Form(id))), &it.title, &it.regulator)
            };
            library.forms().map(row).erased()
        })
    };
    let is_bare = move || app.library.with(|library| library.models().next().is_none());
    view! {
        <PageHead
            title="Write a reflection"
            lead="Choose how to begin. You can change it later and no word is lost."
            back=(Route::Reflect, "Reflect")
        />
        <ul class="way-list">{at_once.map(|(beginning, name, note)| way(beginning, name, note)).erased()}</ul>
        {move || (!all.with(Vec::is_empty)).then(|| view! {
            <section class="stack-tight">
                <h2>"A question to think about"</h2>
                <ul class="way-list" id="questions">{question_rows}</ul>
                <div class="button-row">
                    <button class="text-button" on:click=move |_| asked.update(|at| *at += 1)>"Other questions"</button>
                </div>
            </section>
        }).erased()}
        <section class="stack-tight">
            <h2>"A model of reflection"</h2>
            {move || is_bare().then(|| view! { <Missing what="The models could not be read. The two above always work." /> }).erased()}
            <ul class="way-list" id="models">{models}</ul>
        </section>
        <details class="guide">
            <summary>"A form of a regulator or an employer"</summary>
            <ul class="way-list" id="forms">{forms}</ul>
        </details>
        <p class="quiet">
            "You can also begin from a lesson, a quiz or the signs of need: each ends in \"Reflect on this\"."
        </p>
    }
}

fn way(beginning: Option<Beginning>, name: &str, note: &str) -> AnyView {
    let to = Route::Write(ReflectionId::from_entropy(BrowserEntropy.bytes()), beginning);
    view! { <Way to name note /> }.into_any()
}
