//! Backup: a file to keep elsewhere, and taking one in again after a look at what it would change.
use crate::{
    browser::{clock, entropy::BrowserEntropy, files, page},
    domain::{
        journal::{Command, Fate, Merge, Returning},
        route::Route,
        time::{clock_time, long_date},
    },
    storage::backup::Contents,
    ui::{
        components::{
            Erase,
            new_passphrase::{NewPassphrase, new_passphrase},
            notice::TroubleNotice,
            page_head::PageHead,
            secret_field::{self, SecretField},
        },
        desk::{Desk, Role, backup::read_backup},
        trouble::Trouble,
    },
    vault::{Entropy, Passphrase},
};
use leptos::{html, prelude::*, task::spawn_local};

/// The kind of file that a backup is.
const AGE: &str = "application/octet-stream";

#[component]
pub fn Backup(desk: Desk) -> impl IntoView {
    let last = move || {
        let (then, since) =
            desk.journal.with(|journal| (journal.profile().backed_up, journal.since_backup(clock::now())));
        let since = match since {
            0 => "Nothing has been saved since.".to_owned(),
            1 => "One reflection has been saved since.".to_owned(),
            many => format!("{many} reflections have been saved since."),
        };
        match then {
            None => "You have not made a backup yet.".to_owned(),
            Some(then) => {
                let (day, time) = (long_date(then.date_naive()), clock_time(then));
                format!("Last backup: {day} at {time}. {since}")
            }
        }
    };
    view! {
        <PageHead
            title="Backup"
            lead="What you write is on this device alone. A backup is one sealed file that you keep somewhere else."
            back=(Route::Settings, "Settings")
        />
        <p role="status" id="last-backup">{last}</p>
        <div class="settings">
            <Make desk />
            <TakeIn desk />
        </div>
    }
}

#[component]
fn Make(desk: Desk) -> impl IntoView {
    let (first, second) = (NodeRef::<html::Input>::new(), NodeRef::<html::Input>::new());
    let busy = RwSignal::new(false);
    let trouble = RwSignal::new(None::<Trouble>);
    let made = RwSignal::new(None::<String>);
    let make = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        made.set(None);
        let passphrase = match new_passphrase(first, second) {
            Ok(passphrase) => passphrase,
            Err(refused) => return trouble.set(Some(refused)),
        };
        busy.set(true);
        trouble.set(None);
        spawn_local(async move {
            match desk.back_up(&passphrase).await {
                Ok(file) => {
                    let name = format!("second-look-{}.age", clock::now().date_naive());
                    if files::offer_bytes(&name, AGE, &file.bytes) {
                        // A tab that can only read makes a backup as well, and cannot note it.
                        if desk.role.get_untracked() == Role::Writer {
                            drop(desk.commit(Command::NoteBackup).await);
                        }
                        made.try_set(Some(told(file.records, file.left_out)));
                        secret_field::clear(first);
                        secret_field::clear(second);
                    } else {
                        trouble.try_set(Some(Trouble::no_file()));
                    }
                }
                Err(error) => drop(trouble.try_set(Some((&error).into()))),
            }
            busy.try_set(false);
        });
    };
    view! {
        <section>
            <h2>"Make a backup"</h2>
            <p>
                "Choose a passphrase for the file. It need not be the one that opens the app. Without it nobody can open the file, not even you."
            </p>
            {move || trouble.get().map(|trouble| view! { <TroubleNotice trouble /> }).erased()}
            <form class="stack" on:submit=make id="make-backup">
                <NewPassphrase first second wrong=Signal::derive(move || trouble.with(Option::is_some)) />
                <div class="button-row">
                    <button class="button" type="submit" disabled=move || busy.get()>"Make the backup"</button>
                </div>
            </form>
            <p role="status" id="backup-state">
                {move || if busy.get() { "Working… this takes some seconds.".to_owned() } else { made.get().unwrap_or_default() }}
            </p>
            <details class="guide">
                <summary>"Can I open it without this app?"</summary>
                <div class="stack">
                    <p>
                        "Yes. It is a file of the free standard called age. On a computer with the age program, type: age -d, then the name of the file. Inside is plain text, a line for each record."
                    </p>
                </div>
            </details>
        </section>
    }
}

fn told(records: usize, left_out: usize) -> String {
    let whole = format!(
        "The backup is made. It was opened again and is whole: {records} records. Keep it somewhere else than on this device."
    );
    match left_out {
        0 => whole,
        some => format!("{whole} {some} records could not be read, so they are not in it."),
    }
}

/// What was read of a backup, and what taking it in would do.
#[derive(Clone)]
struct Preview {
    contents: Contents,
    returning: Vec<Returning>,
    merge: Merge,
}

#[component]
fn TakeIn(desk: Desk) -> impl IntoView {
    let file = RwSignal::new(None::<Vec<u8>>);
    let passphrase = NodeRef::<html::Input>::new();
    let busy = RwSignal::new(false);
    let trouble = RwSignal::new(None::<Trouble>);
    let preview = RwSignal::new(None::<Preview>);
    let done = RwSignal::new("");
    let choose = move |event| {
        spawn_local(async move {
            match files::chosen_bytes(event).await {
                None => {}
                Some(Ok(chosen)) => {
                    trouble.try_set(None);
                    preview.try_set(None);
                    done.try_set("");
                    file.try_set(Some(chosen.bytes));
                }
                Some(Err(_)) => drop(trouble.try_set(Some(Trouble::unreadable_file()))),
            }
        });
    };
    let look = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        let Some(bytes) = file.get_untracked() else { return trouble.set(Some(Trouble::no_file_chosen())) };
        let passphrase_given = Passphrase::given(&secret_field::read(passphrase));
        busy.set(true);
        trouble.set(None);
        preview.set(None);
        spawn_local(async move {
            match read_backup(&bytes, &passphrase_given).await {
                Ok(contents) => {
                    let records = contents.changes.iter().cloned();
                    let returning: Vec<_> =
                        records.map(|record| Returning { record, fresh: BrowserEntropy.bytes() }).collect();
                    let merge = desk.journal.with_untracked(|journal| journal.plan_restore(&returning));
                    preview.try_set(Some(Preview { contents, returning, merge }));
                    page::focus("#preview h3");
                }
                Err(error) => drop(trouble.try_set(Some((&error).into()))),
            }
            busy.try_set(false);
        });
    };
    let take_in = move |_| {
        let Some(Preview { returning, .. }) = preview.get_untracked() else { return };
        spawn_local(async move {
            if desk.commit_and_say(Command::Restore(returning), "The backup was taken in").await.is_ok() {
                preview.try_set(None);
                file.try_set(None);
                secret_field::clear(passphrase);
                done.try_set("The backup was taken in. Everything that was here before is here still.");
            }
        });
    };
    view! {
        <section id="take-in">
            <h2>"Take a backup in"</h2>
            <p>"Nothing that is here is lost. First you see what would change."</p>
            {move || trouble.get().map(|trouble| view! { <TroubleNotice trouble /> }).erased()}
            <form class="stack" on:submit=look>
                <div class="field">
                    <label for="backup-file">"The backup file"</label>
                    <p class="field-hint" id="backup-file-hint">"Its name ends in .age."</p>
                    <input type="file" id="backup-file" accept=".age" aria-describedby="backup-file-hint" on:change=choose />
                    {move || file.with(|file| file.as_ref().map(|bytes| view! {
                        <p class="quiet" role="status">{format!("A file of {} KB is chosen.", bytes.len().div_ceil(1024))}</p>
                    })).erased()}
                </div>
                <SecretField
                    id="backup-passphrase"
                    label="The passphrase of the file"
                    autocomplete="off"
                    node=passphrase
                    wrong=Signal::derive(move || trouble.with(Option::is_some))
                />
                <div class="button-row">
                    <button class="button" data-kind="plain" type="submit" disabled=move || busy.get()>"See what is in it"</button>
                </div>
            </form>
            <p role="status">{move || if busy.get() { "Opening the file… this takes some seconds." } else { done.get() }}</p>
            {move || preview.get().map(|it| view! {
                <div class="card" id="preview">
                    <h3 tabindex="-1">"What is in it"</h3>
                    <PreviewOf it />
                    <div class="button-row">
                        <button class="button" on:click=take_in>"Take it in"</button>
                        <button class="button" data-kind="plain" on:click=move |_| preview.set(None)>"Leave it"</button>
                    </div>
                </div>
            }).erased()}
        </section>
    }
}

#[component]
fn PreviewOf(it: Preview) -> impl IntoView {
    let Preview { contents, merge, .. } = it;
    let made = contents
        .made
        .map(|made| format!("Made on {} at {}.", long_date(made.date_naive()), clock_time(made)));
    let lines = [
        (Fate::New, "not here yet, and added"),
        (Fate::Newer, "later than what is here, and taken over"),
        (Fate::Both, "changed on both sides: both are kept"),
        (Fate::Same, "here already, or later here"),
    ];
    let lines = lines.map(|(fate, what)| view! { <li><strong>{merge.count(fate)}</strong> " " {what}</li> });
    let damaged = (!contents.is_whole()).then(|| {
        let lost = match contents.lost() {
            Some(0) => "Every record can be read.".to_owned(),
            Some(lost) => format!("{lost} records cannot be read any more. Everything else can."),
            None => "It cannot be told how many records are missing.".to_owned(),
        };
        let lines = contents.faults.iter().take(8).map(|fault| {
            view! { <li>{format!("Line {}: {}", fault.line, fault.why)}</li> }
        });
        view! {
            <div class="notice" data-kind="urgent">
                <h4>"The file is damaged"</h4>
                <p>{lost} " Another copy of it may have more."</p>
                <ul class="stack-tight">{lines.erased()}</ul>
            </div>
        }
    });
    view! {
        <p>{made}</p>
        <ul class="stack-tight">{lines.erased()}</ul>
        {damaged}
    }
}
