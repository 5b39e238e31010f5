//! Reflect: drafts to finish, and what has been written, month by month.
mod actions;
mod answers;
mod begin;
mod bin;
mod details;
mod earlier;
mod export;
mod form;
mod hand_on;
mod list;
mod meeting;
mod notes;
mod passages;
mod pen;
pub mod read;
mod record;
mod registrations;
mod supervision;
pub mod write;
mod year;

use super::at_desk;
use crate::ui::components::Erase;
use crate::{
    browser::{
        clock,
        install::{self, Installing},
        page,
    },
    domain::{
        journal::Command,
        route::Route,
        time::{clock_time, long_date},
    },
    ui::{
        app::App,
        components::{page_head::PageHead, way::Way},
        desk::{Desk, Role},
    },
};
use leptos::{prelude::*, task::spawn_local};

/// The page of `route`.
pub fn page(route: Route) -> AnyView {
    let app = App::expect();
    match route {
        Route::Begin => view! { <begin::Begin /> }.into_any(),
        Route::Bin => at_desk(|desk| view! { <bin::Bin desk /> }.into_any()),
        Route::Earlier(id) => at_desk(move |desk| view! { <earlier::Earlier desk id /> }.into_any()),
        Route::Reflection(id) => at_desk(move |desk| view! { <read::Reading desk id /> }.into_any()),
        Route::Write(id, beginning) => at_desk(move |desk| {
            // When this tab begins or ceases to write, the editor starts again from the latest words.
            desk.role.track();
            // What it begins with may still be on its way.
            let waits = beginning.is_some() && app.gathering.get() && desk.latest_words(id).is_none();
            if waits {
                return view! { <p role="status">"Opening…"</p> }.into_any();
            }
            view! { <write::Writing desk id beginning=beginning.clone() /> }.into_any()
        }),
        _ => at_desk(|desk| view! { <Reflect desk /> }.into_any()),
    }
}

/// The page of `route`, of those that go to supervision and to a regulator.
pub fn record_page(route: Route) -> AnyView {
    match route {
        Route::Supervision => at_desk(|desk| view! { <supervision::Supervision desk /> }.into_any()),
        Route::Meeting(id) => at_desk(move |desk| view! { <meeting::MeetingPage desk id /> }.into_any()),
        Route::Record => at_desk(|desk| view! { <record::Record desk /> }.into_any()),
        Route::Form(form, of) => {
            at_desk(move |desk| view! { <form::FormPage desk form=form.clone() of /> }.into_any())
        }
        _ => at_desk(|desk| view! { <year::Year desk /> }.into_any()),
    }
}

#[component]
pub fn Reflect(desk: Desk) -> impl IntoView {
    // What has been in the bin long enough goes when somebody is here to see it.
    if desk.role.get_untracked() == Role::Writer
        && desk.journal.with_untracked(|journal| !journal.binned().is_empty())
    {
        spawn_local(async move { drop(desk.commit(Command::ClearBin).await) });
    }
    let to_bring = move || desk.journal.with(|journal| journal.to_bring().len());
    let binned = move || desk.journal.with(|journal| journal.binned().len());
    let way = |to: Route, name: &'static str, note: &'static str| view! { <Way to name note /> };
    view! {
        <PageHead title="Reflect" lead="Your learning, in your words. It stays on this device, sealed." />
        <InstallFirst desk />
        <div class="button-row"><a class="button" href=Route::Begin.to_string()>"Write a reflection"</a></div>
        <DraftList desk />
        <BackupReminder desk />
        <ul class="way-list">
            <li>
                <a href=Route::Supervision.to_string()>
                    <span class="way-name">"Supervision"</span>
                    <span class="way-note">
                        {move || match to_bring() {
                            0 => "What to bring, and what came of it".to_owned(),
                            1 => "One reflection to bring".to_owned(),
                            many => format!("{many} reflections to bring"),
                        }}
                    </span>
                </a>
            </li>
            {way(Route::Record, "My record of learning", "Hours and pieces, and the forms to copy them into")}
            {way(Route::Year, "My year", "Themes, hours and what I did")}
        </ul>
        <list::ReflectionList desk />
        {move || (binned() > 0).then(|| view! { <p><a href=Route::Bin.to_string()>"The bin (" {binned} ")"</a></p> })}
        <p class="privacy">
            "This is a log of your learning, not a case record. Leave out names, dates and places. A court can ask to see reflections."
        </p>
    }
}

/// Drafts, the last kept first; nothing when there are none.
#[component]
pub fn DraftList(desk: Desk) -> impl IntoView {
    let app = App::expect();
    let drafts = move || {
        desk.journal.with(|journal| {
            let drafts = journal.drafts();
            drafts
                .iter()
                .map(|it| (it.id, it.words.headline(), it.words.subject.clone(), it.kept))
                .collect::<Vec<_>>()
        })
    };
    let rows = move || {
        drafts()
            .into_iter()
            .map(|(id, headline, subject, kept)| {
                let about = subject.and_then(|subject| app.library.with(|library| library.name_of(&subject)));
                let kept = format!("Kept {} at {}", long_date(kept.date_naive()), clock_time(kept));
                view! {
                    <li>
                        <a href=Route::Write(id, None).to_string()>
                            <span class="way-name">{headline}</span>
                            {about.map(|about| view! { <span class="way-note">"About: " {about}</span> })}
                            <span class="way-note">{kept}</span>
                        </a>
                    </li>
                }
            })
            .erased()
    };
    view! {
        {move || (desk.journal.with(|journal| !journal.drafts().is_empty())).then(|| view! {
            <section class="stack-tight">
                <h2>"Drafts to finish"</h2>
                <ul class="way-list" id="drafts">{rows}</ul>
            </section>
        }).erased()}
    }
}

/// So many reflections without a backup are worth a word.
const WITHOUT_BACKUP: usize = 5;

/// A word when much of what was written is on this device alone.
#[component]
pub fn BackupReminder(desk: Desk) -> impl IntoView {
    let since = Memo::new(move |_| desk.journal.with(|journal| journal.since_backup(clock::now())));
    move || {
        (since.get() >= WITHOUT_BACKUP).then(|| view! {
            <div class="notice" id="backup-reminder">
                <p>{since.get()} " reflections are on this device alone. A lost phone would take them with it."</p>
                <a class="button" data-kind="plain" href=Route::Backup.to_string()>"Make a backup"</a>
            </div>
        }).erased()
    }
}

/// Before the first reflection: an installed copy keeps its own storage, and browsers may clear that of a page. The one
/// file cannot be installed, and keeps nothing inside itself.
#[component]
pub fn InstallFirst(desk: Desk) -> impl IntoView {
    let app = App::expect();
    let wanted = move || {
        app.installing.get() != Installing::Installed
            && !app.preferences.with(|chosen| chosen.install_advised)
            && desk.journal.with(|journal| journal.reflections().is_empty())
    };
    let not_now = move |_| {
        app.prefer(|chosen| chosen.install_advised = true);
    };
    let one_file = page::is_one_file();
    view! {
        {move || (one_file && wanted()).then(|| view! {
            <div class="notice" id="kept-beside-the-file">
                <h2>"What you write is not in the file"</h2>
                <p>"You opened Second Look from a file. What you write is kept by this browser on this computer, so open the file from the same place, in the same browser. A backup takes your words anywhere."</p>
                <p><a href=Route::Settings.to_string()>"What else is different in a file"</a></p>
                <button class="text-button" on:click=not_now>"I understand"</button>
            </div>
        }).erased()}
        {move || (!one_file && wanted()).then(|| view! {
            <div class="notice" id="install-first">
                <h2>"Install it before you write"</h2>
                <p>"An installed app keeps its own storage. What you write here in the browser does not move to it, and some browsers clear pages that are not visited for a week."</p>
                <InstallHow />
                <button class="text-button" on:click=not_now>"Carry on in the browser"</button>
            </div>
        }).erased()}
    }
}

/// How to install on this device.
#[component]
pub fn InstallHow() -> impl IntoView {
    let app = App::expect();
    move || {
        match app.installing.get() {
        Installing::Installed => view! { <p>"Second Look is installed on this device."</p> }.into_any(),
        Installing::Offered => {
            view! { <button class="button" on:click=move |_| install::prompt()>"Install Second Look"</button> }.into_any()
        }
        Installing::ByShareMenu => view! {
            <p>"Tap the Share button of Safari, then \"Add to Home Screen\", and open Second Look from there."</p>
        }
        .into_any(),
        Installing::ByBrowserMenu => {
            view! { <p>"Look in your browser's menu for \"Install\" or \"Add to Home screen\"."</p> }.into_any()
        }
    }
    }
}
