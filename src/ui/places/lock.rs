//! What stands before locked reflections: the passphrase or the recovery code opens them.
use crate::{
    browser::page,
    ui::{
        app::{App, Phase},
        components::{
            Erase,
            secret_field::{self, SecretField},
        },
        desk::Gate,
        trouble::Trouble,
    },
    vault::{Passphrase, RecoveryCode, Secret},
};
use leptos::{html, prelude::*, task::spawn_local};

#[component]
pub fn LockPage() -> impl IntoView {
    let app = App::expect();
    move || match app.phase.get() {
        Phase::Locked(gate) => Some(view! { <LockForm gate /> }),
        _ => None,
    }
}

#[component]
fn LockForm(gate: Gate) -> impl IntoView {
    let app = App::expect();
    let node = NodeRef::<html::Input>::new();
    let by_code = RwSignal::new(false);
    let opening = RwSignal::new(false);
    let trouble = RwSignal::new(None::<Trouble>);
    let refuse = move |what: Trouble| {
        trouble.try_set(Some(what));
        page::focus("#lock-trouble");
    };
    let open = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if opening.get_untracked() {
            return;
        }
        let typed = secret_field::read(node);
        let secret = match by_code.get_untracked() {
            _ if typed.is_empty() => Err(Trouble::nothing_typed()),
            true => RecoveryCode::parse(&typed).map(Secret::Code).map_err(Trouble::from),
            false => Ok(Secret::Passphrase(Passphrase::given(&typed))),
        };
        let secret = match secret {
            Ok(secret) => secret,
            Err(trouble) => return refuse(trouble),
        };
        trouble.set(None);
        opening.set(true);
        spawn_local(async move {
            match gate.unlock(&secret).await {
                Ok(desk) => {
                    secret_field::clear(node);
                    app.phase.set(Phase::Open(desk));
                    if by_code.try_get_untracked() == Some(true) {
                        desk.say("Opened. You can set a new passphrase in Settings", vec![]);
                    }
                    page::catch_focus();
                }
                Err(error) => {
                    opening.try_set(false);
                    refuse(Trouble::of_secret(&error));
                }
            }
        });
    };
    let other_way = move |_| {
        secret_field::clear(node);
        trouble.set(None);
        by_code.update(|it| *it = !*it);
        page::focus("#secret");
    };
    view! {
        <section class="card stack" id="lock">
            <h2>"Your reflections are locked"</h2>
            <p>"Lessons and guidance work without them."</p>
            {move || trouble.get().map(|trouble| view! {
                <div class="notice" data-kind="urgent" role="alert" tabindex="-1" id="lock-trouble">
                    <h3><a href="#secret" on:click=focus_field>{trouble.what}</a></h3>
                    <p>{trouble.remedy}</p>
                </div>
            }).erased()}
            <form class="stack" on:submit=open>
                <SecretField
                    id="secret"
                    label=Signal::derive(move || if by_code.get() { "Recovery code" } else { "Passphrase" })
                    autocomplete="current-password"
                    node
                    wrong=Signal::derive(move || trouble.with(Option::is_some))
                />
                <div class="button-row">
                    <button class="button" type="submit" disabled=move || opening.get()>"Open"</button>
                    {gate.has_recovery.then(|| view! {
                        <button class="text-button" type="button" on:click=other_way>
                            {move || if by_code.get() { "Use the passphrase instead" } else { "Use the recovery code instead" }}
                        </button>
                    }).erased()}
                </div>
                <p role="status">{move || opening.get().then_some("Opening… this takes a second or two.")}</p>
            </form>
        </section>
    }
}

/// The address is the app's route: a link within the page must not change it.
fn focus_field(event: leptos::ev::MouseEvent) {
    event.prevent_default();
    page::focus("#secret");
}
