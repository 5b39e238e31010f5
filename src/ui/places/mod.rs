//! The pages: they think, components show.
mod guidance;
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
};
use crate::{content::library::Library, domain::route::Route, ui::components::Erase};
use leptos::prelude::*;

/// The page that the address names.
#[component]
pub fn Page() -> impl IntoView {
    let app = App::expect();
    move || match app.route.get() {
        Route::Today => view! { <today::Today /> }.into_any(),
        Route::Learn => view! { <learn::Learn /> }.into_any(),
        Route::Takeaways => view! { <learn::takeaways::Takeaways /> }.into_any(),
        Route::Module(id) => view! { <learn::module::ModulePage id /> }.into_any(),
        Route::Section(id) => view! { <learn::module::SectionPage id /> }.into_any(),
        Route::Quiz => view! { <quiz::Quiz /> }.into_any(),
        Route::QuizSet(set) => {
            at_desk(move |desk| view! { <quiz::round::QuizSet desk set=set.clone() /> }.into_any())
        }
        Route::Guidance => view! { <guidance::Guidance /> }.into_any(),
        Route::Levels => view! { <guidance::levels::Levels /> }.into_any(),
        Route::Reference(shelf) => view! { <guidance::reference::Reference shelf /> }.into_any(),
        Route::Reflect => at_desk(|desk| view! { <reflect::Reflect desk /> }.into_any()),
        Route::Reflection(id) => at_desk(move |desk| view! { <reflect::read::Reading desk id /> }.into_any()),
        Route::Write(id, subject) => at_desk(move |desk| {
            // When this tab begins or ceases to write, the editor starts again from the latest words.
            desk.role.track();
            view! { <reflect::write::Writing desk id subject=subject.clone() /> }.into_any()
        }),
        Route::Settings => view! { <settings::Settings /> }.into_any(),
        Route::Worried => view! { <worried::Worried /> }.into_any(),
        Route::Lost => view! { <Lost /> }.into_any(),
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
