//! The pages: they think, components show.
pub mod guidance;
mod learn;
mod quiz;
mod reflect;
mod settings;
mod today;
mod worried;

use super::{
    app::{App, Phase},
    components::{notice::TroubleNotice, page_head::PageHead},
    desk::Desk,
    parts::{Part, PartMissing},
};
use crate::{content::library::Library, domain::route::Route, ui::components::Erase};
use futures::FutureExt;
use leptos::{prelude::*, task::spawn_local};

/// The page that the address names.
#[component]
pub fn Page() -> impl IntoView {
    let app = App::expect();
    move || {
        let route = app.route.get();
        match (Part::of(&route), route) {
            (Some(part), route) => view! { <InPart part route /> }.into_any(),
            (None, Route::Today) => view! { <today::Today /> }.into_any(),
            (None, Route::Worried) => view! { <worried::Worried /> }.into_any(),
            (None, _) => view! { <Lost /> }.into_any(),
        }
    }
}

/// The page of `route` in Learn or Quiz.
pub fn learning(route: Route) -> AnyView {
    match route {
        Route::Quiz | Route::QuizSet(_) => quiz::page(route),
        _ => learn::page(route),
    }
}

/// The page of `route` in Reflect or Settings.
pub fn own(route: Route) -> AnyView {
    match route {
        Route::Settings => settings::page(route),
        _ => reflect::page(route),
    }
}

/// A page whose code comes with a part: while it is on its way, and where it cannot be had, the page says so.
#[component]
fn InPart(part: Part, route: Route) -> impl IntoView {
    let fetched = RwSignal::new(None::<Result<(), PartMissing>>);
    let fetch = move || {
        fetched.set(None);
        spawn_local(async move {
            let answer = part.fetch().await;
            fetched.try_set(Some(answer));
        });
    };
    // At hand already, as it nearly always is: drawn at once.
    let page = move |route: Route| part.show(route).now_or_never().and_then(Result::ok);
    let at_hand = page(route.clone());
    if at_hand.is_none() {
        fetch();
    }
    let title = title_of(&route);
    let later = move || match fetched.get() {
        Some(Ok(())) => page(route.clone()),
        None => Some(
            view! {
                <PageHead title />
                <p role="status">"Opening…"</p>
            }
            .into_any(),
        ),
        Some(Err(_)) => Some(
            view! {
                <PageHead title />
                <div class="notice" data-kind="urgent" role="alert">
                    <p>"This part of the app is not on this device yet, and it could not be fetched. Check your connection, then try again. What you wrote is safe."</p>
                    <button class="button" on:click=move |_| fetch()>"Try again"</button>
                </div>
            }
            .into_any(),
        ),
    };
    match at_hand {
        Some(page) => page,
        None => later.into_any(),
    }
}

/// What the window's title calls a place. Never anything that was written.
pub fn title_of(route: &Route) -> &'static str {
    match route {
        Route::Today => "Today",
        Route::Learn => "Learn",
        Route::Takeaways => "Take-home messages",
        Route::Module(_) | Route::Section(_) => "A lesson",
        Route::Reference(shelf) => guidance::reference::name_of(*shelf).0,
        Route::Quiz | Route::QuizSet(_) => "Quiz",
        Route::Guidance => "Guidance",
        Route::Levels => "Levels of need",
        Route::Reflect => "Reflect",
        Route::Reflection(_) => "A reflection",
        Route::Write(..) => "Write a reflection",
        Route::Settings => "Settings",
        Route::Worried => "Worried about a child now?",
        Route::Lost => "Nothing here",
    }
}

/// A page that needs the journal: while it opens, and where it cannot be had, the page says so.
fn at_desk(page: impl Fn(Desk) -> AnyView + Send + Sync + 'static) -> AnyView {
    let app = App::expect();
    (move || match app.phase.get() {
        Phase::Open(desk) => page(desk),
        Phase::Opening => view! {
            <PageHead title=title_of(&app.route.get_untracked()) />
            <p role="status">"Opening…"</p>
        }
        .into_any(),
        Phase::Broken(trouble) => {
            let title = title_of(&app.route.get_untracked());
            view! {
                <PageHead title />
                <TroubleNotice trouble />
            }
            .into_any()
        }
    })
    .into_any()
}

#[component]
fn Lost() -> impl IntoView {
    view! {
        <PageHead title="Nothing lives at this address" lead="The link may be old, or cut short." />
        <a class="button" href=Route::Today.to_string()>"Go to Today"</a>
    }
}

/// What a page says when nothing in the library is `there` for it.
#[component]
fn MissingUnless(there: fn(&Library) -> bool, what: &'static str) -> impl IntoView {
    let app = App::expect();
    move || (!app.library.with(there)).then(|| view! { <Missing what /> }).erased()
}

/// What a page says while its pack is on its way, or when it could not be had.
#[component]
fn Missing(what: &'static str) -> impl IntoView {
    let app = App::expect();
    move || match app.gathering.get() {
        true => view! { <p role="status">"Opening…"</p> }.into_any(),
        false => view! {
            <div class="notice">
                <p>{what}</p>
                <p>"Settings, under Packs, says which packs could be read."</p>
            </div>
        }
        .into_any(),
    }
}
