//! Quiz: what is offered, rounds of myth or fact, revision, and what one knows.
mod asking;
mod card;
mod catching_up;
mod explanation;
mod knowledge;
mod offered;
mod questions;
mod results;
mod revise;
mod round;
mod statement;

pub use offered::Quiz;

use super::at_desk;
use crate::domain::route::Route;
use leptos::prelude::*;

/// The page of `route`.
pub fn page(route: Route) -> AnyView {
    match route {
        Route::Round(topic) => {
            at_desk(move |desk| view! { <round::Sitting desk topic=topic.clone() /> }.into_any())
        }
        Route::Revise => at_desk(move |desk| view! { <revise::Revise desk /> }.into_any()),
        Route::Statement(id) => view! { <statement::StatementPage id /> }.into_any(),
        _ => ().into_any(),
    }
}

/// The page of `route`, of those that tell what one knows.
pub fn knowing_page(route: Route) -> AnyView {
    match route {
        Route::Questions => at_desk(|desk| view! { <questions::Questions desk /> }.into_any()),
        Route::Card(card) => {
            at_desk(move |desk| view! { <card::CardPage desk card=card.clone() /> }.into_any())
        }
        _ => at_desk(|desk| view! { <knowledge::WhatIKnow desk /> }.into_any()),
    }
}
