//! The pieces of a section, each as what it is.
use super::{Erase, explainer::Explainer};
use crate::content::format::{Block, Question};
use leptos::prelude::*;

/// `answer` shows the room to answer a question; without it, questions are read and thought about.
#[component]
pub fn Blocks(
    blocks: Vec<Block>,
    explainer: Explainer,
    #[prop(optional)] answer: Option<Callback<Question, AnyView>>,
) -> impl IntoView {
    let show = |block| show(block, explainer, answer);
    view! { <div class="blocks">{blocks.into_iter().map(show).erased()}</div> }
}

/// What a piece is called, where it has a name.
pub const fn heading_of(block: &Block) -> Option<&'static str> {
    match block {
        Block::Known(_) => Some("What was known then"),
        Block::Think(_) => Some("Stop and think"),
        Block::Found(_) => Some("What the review found"),
        Block::Good(_) => Some("What good would have looked like"),
        _ => None,
    }
}

fn show(block: Block, explainer: Explainer, answer: Option<Callback<Question, AnyView>>) -> AnyView {
    let explained = |text: &String| explainer.text(text);
    let heading = heading_of(&block);
    let list = |kind: &'static str, points: Vec<String>| {
        let items = points.iter().map(|it| view! { <li>{explained(it)}</li> }).erased();
        view! {
            <section class="points" data-kind=kind>
                {heading.map(|heading| view! { <h2>{heading}</h2> }).erased()}
                <ul>{items}</ul>
            </section>
        }
        .into_any()
    };
    match block {
        Block::Heading(text) => view! { <h2>{text}</h2> }.into_any(),
        Block::Text(text) => view! { <p>{explained(&text)}</p> }.into_any(),
        Block::Points(points) => list("points", points),
        Block::Steps(steps) => {
            let items = steps.iter().map(|it| view! { <li>{explained(it)}</li> }).erased();
            view! { <ol class="steps">{items}</ol> }.into_any()
        }
        Block::Known(points) => list("known", points),
        Block::Think(questions) => match answer {
            Some(answer) => view! {
                <section class="points" data-kind="think">
                    <h2>{heading}</h2>
                    {questions.into_iter().map(|question| answer.run(question)).erased()}
                </section>
            }
            .into_any(),
            None => list("think", questions.into_iter().map(|it| it.ask).collect()),
        },
        Block::Found(points) => list("found", points),
        Block::Good(points) => list("good", points),
        Block::Figure(figure) => {
            let when = if figure.historical {
                format!("{}: a figure of its time", figure.when)
            } else {
                figure.when
            };
            view! {
                <figure class="figure">
                    <strong>{figure.value}</strong>
                    <figcaption>{explained(&figure.meaning)} <span class="quiet">{when}</span></figcaption>
                </figure>
            }
            .into_any()
        }
        Block::ThenNow(it) => view! {
            <dl class="facts">
                <dt>"Then"</dt>
                <dd>{explained(&it.then)}</dd>
                <dt>"Now"</dt>
                <dd>{explained(&it.now)}</dd>
            </dl>
        }
        .into_any(),
    }
}
