//! Quiz: the sets of statements there are, and how each has gone.
pub mod explanation;
pub mod round;
pub mod statement;

use super::{MissingUnless, at_desk};
use crate::ui::components::Erase;
use crate::{
    domain::{
        quiz::{Round, Topic},
        route::Route,
    },
    ui::{app::App, components::page_head::PageHead},
};
use leptos::prelude::*;

/// The page of `route`.
pub fn page(route: Route) -> AnyView {
    match route {
        Route::Round(topic) => {
            at_desk(move |desk| view! { <round::Sitting desk topic=topic.clone() /> }.into_any())
        }
        Route::Statement(id) => view! { <statement::StatementPage id /> }.into_any(),
        _ => view! { <Quiz /> }.into_any(),
    }
}

#[component]
pub fn Quiz() -> impl IntoView {
    let app = App::expect();
    let sets = move || {
        app.library.with(|library| {
            library
                .sets()
                .map(|(id, set)| {
                    let count = set.statements.len();
                    let topic = Topic::Set(id);
                    let known = topic.clone();
                    let state = move || {
                        let last = app.desk().and_then(|desk| {
                            desk.journal.with(|journal| {
                                journal
                                    .rounds_about(&known)
                                    .first()
                                    .map(|round| (round.is_finished(), round.score()))
                            })
                        });
                        match last {
                            None => format!("{count} statements"),
                            Some((false, score)) => format!("{} of {count} answered", score.of),
                            Some((true, score)) => format!("Last time: {} of {count} right", score.right),
                        }
                    };
                    view! {
                        <li>
                            <a href=Route::Round(topic).to_string()>
                                <span class="way-name">{set.title.clone()}</span>
                                <span>{set.summary.clone()}</span>
                                <span class="way-note">{state}</span>
                            </a>
                        </li>
                    }
                })
                .erased()
        })
    };
    // Quizzes on a part of a lesson that were left half-way: they stand in no set.
    let left = move || {
        let left = app.desk().map(|desk| {
            desk.journal.with(|journal| journal.left_rounds().into_iter().cloned().collect::<Vec<_>>())
        });
        let row = |round: Round| {
            let name = app.library.with(|library| library.name_of_topic(&round.topic))?;
            let state = format!("Go on: {} of {} answered", round.answers.len(), round.order.len());
            Some(view! {
                <li>
                    <a href=Route::Round(round.topic).to_string()>
                        <span class="way-name">{name}</span>
                        <span class="way-note">{state}</span>
                    </a>
                </li>
            })
        };
        left.unwrap_or_default().into_iter().filter_map(row).erased()
    };
    view! {
        <PageHead title="Quiz" lead="Myth or fact? You see the answer and the reasons after each one." />
        <MissingUnless there=|library| library.sets().next().is_some() what="No statements could be read." />
        <ul class="way-list">{left}</ul>
        <ul class="way-list">{sets}</ul>
    }
}
