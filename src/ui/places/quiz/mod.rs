//! Quiz: the sets of statements there are, and how each has gone.
pub mod explanation;
pub mod round;
pub mod statement;

use super::{MissingUnless, at_desk};
use crate::ui::components::Erase;
use crate::{
    domain::{quiz::Topic, route::Route},
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
    view! {
        <PageHead title="Quiz" lead="Myth or fact? You see the answer and the reasons after each one." />
        <MissingUnless there=|library| library.sets().next().is_some() what="No statements could be read." />
        <ul class="way-list">{sets}</ul>
    }
}
