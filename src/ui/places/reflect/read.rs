//! One reflection, to read, with its particulars, its actions and what can be done with it.
use super::actions::Actions;
use crate::{
    browser::page,
    domain::{
        ids::ReflectionId,
        journal::Command,
        particulars::{Particulars, hours},
        reflections::Reflection,
        route::Route,
        time::{clock_time, long_date},
    },
    ui::{
        app::App,
        components::{Erase, confirm::Confirm, page_head::PageHead, way::Way},
        desk::Desk,
    },
};
use leptos::{prelude::*, task::spawn_local};

#[component]
pub fn Reading(desk: Desk, id: ReflectionId) -> impl IntoView {
    let reflection = Memo::new(move |_| desk.journal.with(|journal| journal.reflection(id).cloned()));
    move || {
        match reflection.get() {
        None => view! {
            <PageHead title="That reflection is not here" lead="It may have been deleted." back=(Route::Reflect, "Reflect") />
        }
        .into_any(),
        Some(it) if it.binned.is_some() => view! { <InBin desk it /> }.into_any(),
        Some(it) => view! { <Whole desk it /> }.into_any(),
    }
    }
}

#[component]
fn Whole(desk: Desk, it: Reflection) -> impl IntoView {
    let id = it.id;
    let deleting = RwSignal::new(false);
    let delete = move || {
        spawn_local(async move {
            if desk.commit_and_say(Command::BinReflection(id), "Put in the bin").await.is_ok() {
                page::replace(&Route::Reflect);
            }
        });
    };
    let bring = it.bring;
    let turn_bring = move |_| {
        let said = if bring { "Not for supervision" } else { "Ready for supervision" };
        spawn_local(
            async move { drop(desk.commit_and_say(Command::Bring { id, bring: !bring }, said).await) },
        );
    };
    let has_draft = desk.journal.with_untracked(|journal| journal.draft(id).is_some());
    let earlier = it.earlier.len();
    view! {
        <Sheet it />
        <Actions desk id />
        {has_draft.then(|| view! {
            <div class="notice"><p>"You have changed it and not saved that yet. Go on with \"Change it\"."</p></div>
        })}
        <div class="button-row">
            <a class="button" href=Route::Write(id, None).to_string()>"Change it"</a>
            <button class="button" data-kind="plain" aria-pressed=bring.to_string() on:click=turn_bring>
                {if bring { "Do not bring it to supervision" } else { "Bring it to supervision" }}
            </button>
            <button class="button" data-kind="plain" on:click=|_| page::print()>"Print"</button>
            <button class="button" data-kind="danger" on:click=move |_| deleting.set(true)>"Delete it"</button>
        </div>
        {(earlier > 0).then(|| {
            let note = match earlier {
                1 => "One earlier version".to_owned(),
                many => format!("{many} earlier versions"),
            };
            view! {
                <ul class="way-list not-printed"><Way to=Route::Earlier(id) name="What it said before" note /></ul>
            }
        })}
        <Confirm
            asking=deleting
            question="Delete this reflection?"
            detail="It stays in the bin for 30 days of use. Until then you can take it out again."
            no="Keep it"
            yes="Delete it"
            on_yes=delete
        />
    }
}

/// What it says, as it is read and printed.
#[component]
fn Sheet(it: Reflection) -> impl IntoView {
    let app = App::expect();
    let subject = it.words.subject.clone().map(|subject| {
        let name = move || {
            let known = app.library.with(|library| library.name_of(&subject));
            known.unwrap_or_else(|| "something in a pack that is not here".to_owned())
        };
        view! { <p class="quiet">"About: " {name}</p> }
    });
    let when = format!("{} at {}", long_date(it.written.date_naive()), clock_time(it.written));
    let passages = it
        .words
        .passages
        .iter()
        .filter(|passage| !passage.text.trim().is_empty())
        .map(|passage| {
            view! {
                <section class="passage">
                    <h2>{passage.heading.clone()}</h2>
                    <p>{passage.text.clone()}</p>
                </section>
            }
        })
        .erased();
    view! {
        <PageHead title=it.words.heading() lead=when back=(Route::Reflect, "Reflect") />
        {subject.erased()}
        <ParticularsList particulars=it.words.particulars />
        {passages}
    }
}

/// What stands beside the words; nothing where there is nothing.
#[component]
fn ParticularsList(particulars: Particulars) -> impl IntoView {
    let app = App::expect();
    let links = particulars.links.clone();
    let names = move || {
        let names = links.iter().filter_map(|link| app.library.with(|library| library.name_of(link)));
        names.collect::<Vec<_>>().join("; ")
    };
    let joined = |all: Vec<&str>| all.join(", ");
    let lines = [
        ("Kind", particulars.activity.map(|it| it.called().to_owned()).unwrap_or_default()),
        ("Day", particulars.day.map(long_date).unwrap_or_default()),
        ("Hours", if particulars.minutes > 0 { hours(particulars.minutes) } else { String::new() }),
        (
            "Participatory",
            if particulars.participatory > 0 { hours(particulars.participatory) } else { String::new() },
        ),
        ("With", particulars.with),
        ("Tags", particulars.tags.join(", ")),
        ("Counts towards", joined(particulars.counts_for.iter().map(|it| it.called()).collect())),
        ("Standards", joined(particulars.standards.iter().map(|it| it.called).collect())),
    ];
    let lines = lines.into_iter().filter(|(_, text)| !text.is_empty()).map(|(name, text)| {
        view! { <div><dt>{name}</dt><dd>{text}</dd></div> }
    });
    let linked =
        (!particulars.links.is_empty()).then(|| view! { <div><dt>"See also"</dt><dd>{names}</dd></div> });
    let lines: Vec<_> = lines.map(IntoAny::into_any).chain(linked.map(IntoAny::into_any)).collect();
    (!lines.is_empty()).then(|| view! { <dl class="particulars">{lines}</dl> })
}

/// One that is in the bin: to be taken out, or deleted for good.
#[component]
fn InBin(desk: Desk, it: Reflection) -> impl IntoView {
    let id = it.id;
    let take_out = move |_| {
        spawn_local(async move {
            drop(desk.commit_and_say(Command::RestoreReflection(id), "Taken out of the bin").await)
        });
    };
    view! {
        <div class="notice" role="status">
            <h2>"This is in the bin"</h2>
            <button class="button" on:click=take_out>"Take it out"</button>
        </div>
        <Sheet it />
    }
}
