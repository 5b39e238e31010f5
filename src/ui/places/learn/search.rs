//! Search: one field over everything the packs say. What is looked for stays in memory, and out of the address.
use crate::ui::components::Erase;
use crate::{
    browser::page,
    content::{
        documents::documents,
        search::{Hit, Index, Piece},
    },
    domain::route::Route,
    ui::{app::App, components::page_head::PageHead},
};
use leptos::{prelude::*, task::spawn_local};
use std::sync::Arc;

/// How many are shown at first, and how many in all: drawing them is what a key has to wait for.
const FIRST: usize = 3;
const MOST: usize = 40;
/// How many documents are taken in before the page may breathe.
const AT_A_TIME: usize = 15;

#[component]
pub fn Search() -> impl IntoView {
    let app = App::expect();
    Effect::new(move || {
        if !app.gathering.get() && app.index.with(Option::is_none) {
            spawn_local(build(app));
        }
    });
    // The query of which everything is to be shown.
    let opened = RwSignal::new(None::<String>);
    let most = move || match opened.with(|opened| app.query.with(|query| opened.as_ref() == Some(query))) {
        true => MOST,
        false => FIRST,
    };
    // None while there is nothing to look for.
    let hits = Memo::new(move |_| {
        let index = app.index.get()?;
        app.query.with(|query| (query.trim().len() > 1).then(|| index.search(query, most())))
    });
    let told = move || match (
        app.index.with(Option::is_some),
        hits.with(|found| found.as_ref().map(|it| (it.count, it.whole))),
    ) {
        (false, _) => "Getting ready to search…".to_owned(),
        (true, None) => "Type a word or its beginning. Small typing errors are forgiven.".to_owned(),
        (true, Some((0, _))) => "Nothing found. Try fewer or other words.".to_owned(),
        (true, Some((_, false))) => "Nothing has all of these words. These come nearest:".to_owned(),
        (true, Some((1, true))) => "One found".to_owned(),
        (true, Some((MOST.., true))) => format!("The {MOST} best"),
        (true, Some((found, true))) => format!("{found} found"),
    };
    // A row that stays as it is is not drawn anew, and a link or a class that is set anew is laid out anew.
    let count = Memo::new(move |_| hits.with(|it| it.as_ref().map_or(0, |it| it.hits.len())));
    let slot = move |at: usize| {
        let hit = Memo::new(move |_| hits.with(|it| it.as_ref()?.hits.get(at).cloned()));
        move || hit.get().map(row)
    };
    let rows = move || (0..count.get()).map(slot).erased();
    let has_more =
        Memo::new(move |_| hits.with(|it| it.as_ref().is_some_and(|it| it.count.min(MOST) > it.hits.len())));
    let show_all = move |_| {
        opened.set(Some(app.query.get_untracked()));
        page::catch_focus();
    };
    let more = move || {
        has_more.get().then(
            || view! { <button class="button" data-kind="plain" on:click=show_all>"Show more"</button> },
        )
    };
    view! {
        <PageHead title="Search" back=(Route::Learn, "Learn") />
        <form role="search" class="field" on:submit=|event| event.prevent_default()>
            <label for="query">"Search lessons, guidance and words"</label>
            <input
                type="search"
                id="query"
                autocomplete="off"
                autocapitalize="none"
                enterkeyhint="search"
                prop:value=app.query
                on:input:target=move |event| app.query.set(event.target().value())
            />
        </form>
        <p class="quiet" role="status" id="found">{told}</p>
        <ul class="way-list" id="hits">{rows}</ul>
        <div class="button-row">{more}</div>
    }
}

fn row(hit: Hit) -> AnyView {
    view! {
        <li>
            <a href=hit.route.to_string()>
                <small>{hit.kind}</small>
                <strong>{marked(hit.title)}</strong>
                <span>{marked(hit.excerpt)}</span>
            </a>
        </li>
    }
    .into_any()
}

fn marked(pieces: Vec<Piece>) -> Vec<AnyView> {
    let show = |piece: Piece| match piece.marked {
        true => view! { <mark>{piece.text}</mark> }.into_any(),
        false => piece.text.into_any(),
    };
    pieces.into_iter().map(show).collect()
}

/// Takes everything in, a little at a time.
async fn build(app: App) {
    let library = app.library.get_untracked();
    let mut index = Index::default();
    for (at, document) in documents(&library).into_iter().enumerate() {
        if at % AT_A_TIME == 0 {
            page::pause(0).await;
        }
        index.add(document);
    }
    // Another area may have been chosen meanwhile: its packs are then taken in anew.
    if app.library.with_untracked(|now| *now == library) {
        app.index.set(Some(Arc::new(index)));
    }
}
