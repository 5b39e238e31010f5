//! A paper as it is printed: on the screen stands what it is made from.
use super::Erase;
use crate::content::paper::{Paper, Piece, named};
use leptos::prelude::*;

#[component]
pub fn Sheet(paper: Paper) -> impl IntoView {
    let mut views = vec![];
    let mut pieces = paper.pieces.as_slice();
    while let Some((piece, rest)) = pieces.split_first() {
        pieces = rest;
        views.push(match piece {
            Piece::Heading(text) => view! { <h2>{text.clone()}</h2> }.into_any(),
            Piece::Text(text) => view! { <p class="as-written">{text.clone()}</p> }.into_any(),
            Piece::Note(text) => view! { <p class="quiet">{text.clone()}</p> }.into_any(),
            Piece::Point(_) => {
                let points = points(piece, &mut pieces);
                view! { <ul>{points.into_iter().map(|it| view! { <li>{it}</li> }).erased()}</ul> }.into_any()
            }
            Piece::Fact(name, text) => {
                view! { <p class="as-written"><strong>{named(name)}</strong> " " {text.clone()}</p> }
                    .into_any()
            }
            Piece::Blank => view! { <p class="blank-line"></p> }.into_any(),
            // What has tables is printed as it is on the screen.
            Piece::Row(cells) => view! { <p>{cells.join(" · ")}</p> }.into_any(),
        });
    }
    view! {
        <article class="sheet">
            <h1>{paper.title}</h1>
            {views}
        </article>
    }
}

/// This point and those that follow it.
fn points(first: &Piece, rest: &mut &[Piece]) -> Vec<String> {
    let text = |piece: &Piece| match piece {
        Piece::Point(text) => Some(text.clone()),
        _ => None,
    };
    let points: Vec<_> = std::iter::once(first).chain(rest.iter()).map_while(text).collect();
    *rest = &rest[points.len() - 1..];
    points
}
