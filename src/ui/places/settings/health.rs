//! How safe what was written is on this device; and deleting all of it.
use crate::{
    browser::{
        clock, files,
        install::{self, Promised, Room},
        page,
    },
    domain::{
        hex::hex,
        route::Route,
        time::{clock_time, long_date},
    },
    ui::{
        app::{App, Phase},
        components::{Erase, notice::TroubleNotice, page_head::PageHead},
        desk::{Desk, erase_everything},
        trouble::Trouble,
    },
};
use leptos::{prelude::*, task::spawn_local};

/// The word that must be typed before everything is deleted.
const WORD: &str = "delete";

#[component]
pub fn Health() -> impl IntoView {
    let app = App::expect();
    let promised = RwSignal::new(None);
    let room = RwSignal::new(None::<Room>);
    spawn_local(async move {
        promised.try_set(Some(install::is_kept().await));
        room.try_set(install::room().await);
    });
    let kept = move || match promised.get() {
        None => "…",
        Some(Promised::Yes) => "Yes",
        Some(Promised::No) => "No: it may clear them when room runs short",
        Some(Promised::CannotBeAsked) => "This browser cannot be asked",
    };
    let used = move || {
        room.get().map_or_else(
            || "This browser does not say".to_owned(),
            |room| format!("{} of {}", in_words(room.used), in_words(room.granted)),
        )
    };
    view! {
        <PageHead
            title="How safe it is"
            lead="What keeps your words safe on this device, at a glance."
            back=(Route::Settings, "Settings")
        />
        <dl class="particulars" id="health">
            {move || app.desk().map(|desk| view! { <OfDesk desk /> }).erased()}
            <div><dt>"Your device promises to keep your words"</dt><dd>{kept}</dd></div>
            <div><dt>"Room used"</dt><dd>{used}</dd></div>
            <div><dt>"Version"</dt><dd>{page::version()}</dd></div>
        </dl>
        {move || app.desk().map(|desk| view! { <NotRead desk /> }).erased()}
        <div class="button-row"><a class="button" data-kind="plain" href=Route::Backup.to_string()>"Backup"</a></div>
        <DeleteAll />
    }
}

#[component]
fn OfDesk(desk: Desk) -> impl IntoView {
    let last = move || match desk.journal.with(|journal| journal.profile().backed_up) {
        None => "None yet".to_owned(),
        Some(then) => format!("{} at {}", long_date(then.date_naive()), clock_time(then)),
    };
    let since = move || desk.journal.with(|journal| journal.since_backup(clock::now()));
    let all = move || desk.journal.with(|journal| journal.reflections().len());
    let locked = move || if desk.protected.get() { "Set" } else { "Not set" };
    view! {
        <div><dt>"Reflections"</dt><dd>{all}</dd></div>
        <div><dt>"Last backup"</dt><dd>{last}</dd></div>
        <div><dt>"Saved since then"</dt><dd>{since}</dd></div>
        <div><dt>"Passphrase"</dt><dd>{locked}</dd></div>
        <div><dt>"Records that could not be read"</dt><dd>{desk.set_aside}</dd></div>
    }
}

/// Records that could not be read, to be saved as they are.
#[component]
fn NotRead(desk: Desk) -> impl IntoView {
    let trouble = RwSignal::new(None::<Trouble>);
    let save = move |_| {
        spawn_local(async move {
            match desk.unread().await {
                Ok(rows) => {
                    let rows: Vec<_> =
                        rows.iter().map(|(name, bytes)| (name, hex(bytes).to_string())).collect();
                    let text = serde_json::json!({ "second-look-set-aside": 1, "rows": rows }).to_string();
                    if !files::offer("second-look-set-aside.json", "application/json", &text) {
                        trouble.try_set(Some(Trouble::no_file()));
                    }
                }
                Err(error) => drop(trouble.try_set(Some((&error).into()))),
            }
        });
    };
    move || {
        (desk.set_aside.get() > 0).then(|| view! {
        <div class="notice">
            <h2>"Records that could not be read"</h2>
            <p>"They are still on this device, sealed, and nothing is written over them. You can save them as a file, so that somebody may help to read them later."</p>
            {move || trouble.get().map(|trouble| view! { <TroubleNotice trouble /> }).erased()}
            <button class="button" data-kind="plain" on:click=save>"Save them as a file"</button>
        </div>
    }).erased()
    }
}

#[component]
fn DeleteAll() -> impl IntoView {
    let app = App::expect();
    let typed = RwSignal::new(String::new());
    let wrong = RwSignal::new(false);
    let trouble = RwSignal::new(None::<Trouble>);
    let busy = RwSignal::new(false);
    let delete = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let is_meant = typed.with_untracked(|typed| typed.trim().to_lowercase() == WORD);
        wrong.set(!is_meant);
        if !is_meant || busy.get_untracked() {
            return;
        }
        busy.set(true);
        spawn_local(async move {
            let desk = match app.phase.get_untracked() {
                Phase::Open(desk) => Some(desk),
                Phase::Opening | Phase::Broken(_) | Phase::Locked(_) => None,
            };
            match erase_everything(desk).await {
                Ok(()) => page::begin_anew(),
                Err(error) => drop(trouble.try_set(Some((&error).into()))),
            }
            busy.try_set(false);
        });
    };
    view! {
        <section class="stack" id="delete-everything">
            <h2>"Delete everything"</h2>
            <p>
                "This deletes all that you wrote, answered and chose in this app on this device, for good. Other tabs in which it is open are closed. The app itself stays. A backup file that you made before is not touched."
            </p>
            <p><a href=Route::Backup.to_string()>"Make a backup first"</a></p>
            {move || trouble.get().map(|trouble| view! { <TroubleNotice trouble /> }).erased()}
            <form class="stack" on:submit=delete autocomplete="off">
                <div class="field">
                    <label for="delete-word">{format!("To delete everything, type the word {WORD}")}</label>
                    {move || wrong.get().then(|| view! {
                        <p class="field-wrong" role="alert">{format!("Nothing was deleted. Type {WORD} to delete everything.")}</p>
                    }).erased()}
                    <input
                        type="text"
                        id="delete-word"
                        autocapitalize="none"
                        aria-invalid=move || wrong.get().to_string()
                        prop:value=typed
                        on:input:target=move |event| typed.set(event.target().value())
                    />
                </div>
                <div class="button-row">
                    <button class="button" data-kind="danger" type="submit">"Delete everything"</button>
                </div>
            </form>
        </section>
    }
}

/// Bytes as a person reads them.
fn in_words(bytes: u64) -> String {
    const KB: u64 = 1024;
    match bytes {
        few if few < KB * KB => format!("{} KB", few.div_ceil(KB)),
        many if many < KB * KB * KB => format!("{} MB", many.div_ceil(KB * KB)),
        very_many => format!("{} GB", very_many / (KB * KB * KB)),
    }
}
