//! What a reflection said before, with what was changed, and the way back to it.
use crate::{
    browser::page,
    domain::{
        differences::{Fate, Run, differences},
        ids::ReflectionId,
        journal::Command,
        reflections::{Reflection, Words},
        route::Route,
        time::{Moment, clock_time, long_date},
    },
    ui::{components::page_head::PageHead, desk::Desk},
};
use leptos::{prelude::*, task::spawn_local};

#[component]
pub fn Earlier(desk: Desk, id: ReflectionId) -> impl IntoView {
    let reflection = Memo::new(move |_| desk.journal.with(|journal| journal.reflection(id).cloned()));
    let versions = move || reflection.get().map(|it| rows(desk, &it)).unwrap_or_default();
    view! {
        <PageHead
            title="What it said before"
            lead="Every time you saved it. What was taken out is struck through, what was put in is underlined."
            back=(Route::Reflection(id), "The reflection")
        />
        {move || versions().is_empty().then(|| view! { <p>"It has been saved once, so nothing is different."</p> })}
        <ol class="card-list" id="versions">{versions}</ol>
    }
}

/// The last change first.
fn rows(desk: Desk, reflection: &Reflection) -> Vec<AnyView> {
    let id = reflection.id;
    let saved = reflection.earlier.iter().map(|it| (&it.words, it.saved));
    let all: Vec<_> = saved.chain([(&reflection.words, reflection.changed)]).collect();
    all.windows(2).rev().map(|pair| row(desk, id, pair[0].0, pair[1])).collect()
}

fn row(desk: Desk, id: ReflectionId, before: &Words, (after, saved): (&Words, Moment)) -> AnyView {
    let back = before.clone();
    let bring_back = move |_| {
        let command = Command::WriteReflection { id, words: back.clone() };
        spawn_local(async move {
            if desk.commit_and_say(command, "Brought back").await.is_ok() {
                page::go(&Route::Reflection(id));
            }
        });
    };
    let at = |moment: Moment| format!("{} at {}", long_date(moment.date_naive()), clock_time(moment));
    let mut changed = vec![];
    if before.title != after.title {
        changed.push(passage("Title", &before.title, &after.title));
    }
    for it in &after.passages {
        let old = before.at(&it.stage).unwrap_or_default();
        if old != it.text {
            changed.push(passage(&it.heading, old, &it.text));
        }
    }
    for it in &before.passages {
        if after.at(&it.stage).is_none() && !it.text.is_empty() {
            changed.push(passage(&it.heading, &it.text, ""));
        }
    }
    let beside = before.particulars != after.particulars;
    view! {
        <li class="card">
            <h2>"Changed on " {at(saved)}</h2>
            {changed}
            {beside.then(|| view! { <p class="quiet">"What stands beside the words was changed too."</p> })}
            <div class="button-row">
                <button class="button" data-kind="plain" on:click=bring_back>
                    "Bring back what it said before"
                </button>
            </div>
        </li>
    }
    .into_any()
}

fn passage(heading: &str, before: &str, after: &str) -> AnyView {
    let run = |run: Run| match run.fate {
        Fate::Kept => run.text.into_any(),
        Fate::Added => view! { <ins>{run.text}</ins> }.into_any(),
        Fate::Removed => view! { <del>{run.text}</del> }.into_any(),
    };
    let runs: Vec<_> = differences(before, after).into_iter().map(run).collect();
    view! {
        <section class="passage">
            <h3>{heading.to_owned()}</h3>
            <p>{runs}</p>
        </section>
    }
    .into_any()
}
