//! The pages: they think, components show.
mod auto_lock;
mod events;
mod guidance;
mod guides;
mod intention;
mod learn;
mod lock;
mod plan_fields;
mod quiz;
mod reflect;
mod settings;
mod today;
mod worried;

use super::{
    app::{App, Phase},
    components::{notice::TroubleNotice, page_head::PageHead},
    desk::Desk,
    parts::{Part, PartMissing, Sight},
};
use crate::{
    browser::page,
    content::{format::GuidePlace, library::Library},
    domain::route::{Route, Shelf},
    ui::components::Erase,
};
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
            (None, Route::Quiz) => view! { <quiz::Quiz /> }.into_any(),
            (None, Route::Today) => view! { <today::Today /> }.into_any(),
            (None, Route::Worried) => view! { <worried::Worried /> }.into_any(),
            (None, _) => view! { <Lost /> }.into_any(),
        }
    }
}

/// What is to be seen of Quiz.
pub fn quizzing(sight: Sight) -> AnyView {
    match sight {
        Sight::Page(route) => quiz::page(route),
        _ => ().into_any(),
    }
}

/// What is to be seen of what one knows, and of one's own questions.
pub fn knowing(sight: Sight) -> AnyView {
    match sight {
        Sight::Page(route) => quiz::knowing_page(route),
        _ => ().into_any(),
    }
}

/// What is to be seen of Learn.
pub fn learning(sight: Sight) -> AnyView {
    match sight {
        Sight::Page(route) => learn::page(route),
        _ => ().into_any(),
    }
}

/// What is to be seen of Guidance.
pub fn guidance(sight: Sight) -> AnyView {
    match sight {
        Sight::Page(route) => guidance::page(route),
        Sight::Guides(at) => view! { <guides::GuidesAt at /> }.into_any(),
        _ => ().into_any(),
    }
}

/// What is to be seen of Reflect, and of an intention.
pub fn own(sight: Sight) -> AnyView {
    match sight {
        Sight::Page(Route::Intention(id, subject)) => at_desk(move |desk| {
            view! { <intention::IntentionPage desk id subject=subject.clone() /> }.into_any()
        }),
        Sight::Page(route) => reflect::page(route),
        _ => ().into_any(),
    }
}

/// What is to be seen of supervision and of the record of learning.
pub fn record(sight: Sight) -> AnyView {
    match sight {
        Sight::Page(route) => reflect::record_page(route),
        _ => ().into_any(),
    }
}

/// What is to be seen of learning days.
pub fn events(sight: Sight) -> AnyView {
    match sight {
        Sight::Page(route) => events::page(route),
        _ => ().into_any(),
    }
}

/// What is to be seen of Settings.
pub fn settings(sight: Sight) -> AnyView {
    match sight {
        Sight::Page(route) => settings::page(route),
        _ => ().into_any(),
    }
}

/// What opens what is locked, and locks by itself.
pub fn lock(sight: Sight) -> AnyView {
    match sight {
        Sight::Lock => view! { <lock::LockPage /> }.into_any(),
        Sight::AutoLock => view! { <auto_lock::AutoLock /> }.into_any(),
        _ => ().into_any(),
    }
}

/// The sections of lessons that stand on a page.
#[component]
fn GuidesOfPart(at: GuidePlace) -> impl IntoView {
    of_part(Part::Guidance, Sight::Guides(at), "What to say and what to write down could not be fetched. ")
}

/// What opens what is locked.
#[component]
fn LockOfPart() -> impl IntoView {
    of_part(Part::Lock, Sight::Lock, "What opens your reflections could not be fetched. ")
}

/// What locks by itself.
#[component]
pub fn AutoLockOfPart() -> impl IntoView {
    of_part(Part::Lock, Sight::AutoLock, "The app cannot lock by itself yet. ")
}

/// A piece of a page, as soon as the part that shows it is there.
fn of_part(part: Part, sight: Sight, missing: &'static str) -> AnyView {
    let show = move || part.show(sight.clone()).now_or_never().and_then(Result::ok);
    let at_hand = show();
    let fetched = RwSignal::new(None::<Result<(), PartMissing>>);
    let fetch = move || {
        spawn_local(async move {
            let answer = part.fetch().await;
            fetched.try_set(Some(answer));
        });
    };
    if at_hand.is_none() {
        fetch();
    }
    let later = move || match fetched.get()? {
        Ok(()) => show(),
        Err(_) => Some(
            view! {
                <p>{missing} <button class="text-button" on:click=move |_| fetch()>"Try again"</button></p>
            }
            .into_any(),
        ),
    };
    at_hand.unwrap_or_else(|| later.into_any())
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
            page::focus_heading(0.0);
        });
    };
    // At hand already, as it nearly always is: drawn at once.
    let page = move |route: Route| part.show(Sight::Page(route)).now_or_never().and_then(Result::ok);
    let at_hand = page(route.clone());
    if at_hand.is_none() {
        fetch();
    }
    let title = title_of(&route);
    let why = match page::is_one_file() {
        true => {
            "This part of the app could not be read from the file: this copy is damaged. Copy the file again, then open that. What you wrote is safe."
        }
        false => {
            "This part of the app is not on this device yet, and it could not be fetched. Check your connection, then try again. What you wrote is safe."
        }
    };
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
                    <p>{why}</p>
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
        Route::Search => "Search",
        Route::Intention(..) => "What I will do",
        Route::Takeaways(_) => "Take-home messages",
        Route::Module(_) | Route::Section(_) => "A lesson",
        Route::Reference(shelf, _) => name_of_shelf(*shelf).0,
        Route::Quiz | Route::Round(_) => "Quiz",
        Route::Statement(_) => "Myth or fact",
        Route::Revise => "Revise",
        Route::Knowledge => "What I know",
        Route::Questions => "Questions in and out",
        Route::Card(_) => "A card",
        Route::Guidance => "Guidance",
        Route::Levels => "Levels of need",
        Route::Thresholds(_) | Route::ThresholdFindings => "Signs and levels of need",
        Route::Clocks(_) => "Time limits",
        Route::Reflect => "Reflect",
        Route::Reflection(_) => "A reflection",
        Route::Begin | Route::Write(..) => "Write a reflection",
        Route::Earlier(_) => "What a reflection said before",
        Route::Bin => "The bin",
        Route::Supervision | Route::Meeting(_) => "Supervision",
        Route::Record => "My record of learning",
        Route::Year => "My year",
        Route::Form(..) => "A form",
        Route::Events => "Events",
        Route::EventPlan(_) => "An event's plan",
        Route::EventRun(_) => "An event",
        Route::EventPaper(_) => "An event on paper",
        Route::EventReport(_) => "What came of an event",
        Route::Room => "The room",
        Route::Join(_) => "An invitation",
        Route::Attend(_) => "An event",
        Route::Settings => "Settings",
        Route::Backup => "Backup",
        Route::Pace => "Revision and reminders",
        Route::Health => "How safe it is",
        Route::Worried => "Worried about a child now?",
        Route::Lost => "Nothing here",
    }
}

/// What a shelf is called, and what stands on it.
pub const fn name_of_shelf(shelf: Shelf) -> (&'static str, &'static str) {
    match shelf {
        Shelf::Challenge => {
            ("Challenge and escalate", "What to do when another agency says no, step by step")
        }
        Shelf::Law => ("The law in one place", "Duties and powers, and what each means for you"),
        Shelf::ThenAndNow => ("Then and now", "What was said in 2017, what stands today, and since when"),
        Shelf::Words => ("Words and abbreviations", "What the field's terms mean"),
        Shelf::Links => ("Links of the day", "What the slides of 2017 pointed to, and what became of it"),
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
        Phase::Locked(_) => view! {
            <PageHead title=title_of(&app.route.get_untracked()) />
            <LockOfPart />
        }
        .into_any(),
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
