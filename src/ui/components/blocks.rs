//! The pieces of a section, each as what it is.
use crate::content::format::{Block, Question};
use crate::ui::components::Erase;
use leptos::prelude::*;

#[component]
pub fn Blocks(blocks: Vec<Block>) -> impl IntoView {
    view! { <div class="blocks">{blocks.into_iter().map(block).erased()}</div> }
}

fn block(block: Block) -> AnyView {
    match block {
        Block::Heading(text) => view! { <h2>{text}</h2> }.into_any(),
        Block::Text(text) => view! { <p>{text}</p> }.into_any(),
        Block::Points(points) => list(None, "points", points),
        Block::Steps(steps) => {
            let items = steps.into_iter().map(|it| view! { <li>{it}</li> }).erased();
            view! { <ol class="steps">{items}</ol> }.into_any()
        }
        Block::Known(points) => list(Some("What was known then"), "known", points),
        Block::Think(questions) => list(
            Some("Stop and think"),
            "think",
            questions.into_iter().map(|Question { ask, .. }| ask).collect(),
        ),
        Block::Found(points) => list(Some("What the review found"), "found", points),
        Block::Good(points) => list(Some("What good would have looked like"), "good", points),
        Block::Figure(figure) => {
            let when = if figure.historical {
                format!("{}: a figure of its time", figure.when)
            } else {
                figure.when
            };
            view! {
                <figure class="figure">
                    <strong>{figure.value}</strong>
                    <figcaption>{figure.meaning} <span class="quiet">{when}</span></figcaption>
                </figure>
            }
            .into_any()
        }
        Block::ThenNow(it) => view! {
            <dl class="facts"><dt>"Then"</dt><dd>{it.then}</dd><dt>"Now"</dt><dd>{it.now}</dd></dl>
        }
        .into_any(),
    }
}

/// A list of points, under a heading where it is a stop's.
fn list(heading: Option<&'static str>, kind: &'static str, points: Vec<String>) -> AnyView {
    let items = points.into_iter().map(|it| view! { <li>{it}</li> }).erased();
    view! {
        <section class="points" data-kind=kind>
            {heading.map(|heading| view! { <h2>{heading}</h2> }).erased()}
            <ul>{items}</ul>
        </section>
    }
    .into_any()
}
