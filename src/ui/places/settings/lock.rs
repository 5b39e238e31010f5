//! The passphrase: set, changed and taken off; the recovery code; and when the app locks by itself.
use crate::{
    browser::{page, patience},
    domain::idle::{OUT_OF_SIGHT, Patience, UNTOUCHED},
    ui::{
        app::{App, Phase},
        components::{
            Erase,
            new_passphrase::{NewPassphrase, new_passphrase},
            secret_field::{self, SecretField},
        },
        desk::Desk,
        places::LockOfPart,
        trouble::Trouble,
    },
    vault::{Passphrase, RecoveryCode, Secret},
};
use leptos::{html, prelude::*, task::spawn_local};
use zeroize::Zeroizing;

#[component]
pub fn PassphraseAndLock() -> impl IntoView {
    let app = App::expect();
    view! {
        <section id="passphrase">
            <h2>"Passphrase and lock"</h2>
            {move || match app.phase.get() {
                Phase::Open(desk) => view! { <Locks desk /> }.into_any(),
                Phase::Locked(_) => view! { <LockOfPart /> }.into_any(),
                Phase::Opening => ().into_any(),
                Phase::Broken(_) => {
                    view! { <p>"Nothing is kept on this device, so there is nothing to lock."</p> }.into_any()
                }
            }}
        </section>
    }
}

/// What a form is doing, and what came of it.
#[derive(Clone, Copy)]
struct Work {
    busy: RwSignal<bool>,
    trouble: RwSignal<Option<Trouble>>,
    done: RwSignal<&'static str>,
    /// A new recovery code, as long as it is shown.
    code: RwSignal<Option<Zeroizing<String>>>,
}

impl Work {
    fn refuse(self, trouble: Trouble) {
        self.trouble.try_set(Some(trouble));
        page::focus("#passphrase-trouble");
    }

    /// Does what takes a second or two: one thing at a time, and says what came of it.
    fn go(
        self,
        what: impl Future<Output = Result<Option<RecoveryCode>, Trouble>> + 'static,
        done: &'static str,
    ) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.trouble.set(None);
        self.done.set("");
        spawn_local(async move {
            let outcome = what.await;
            self.busy.try_set(false);
            match outcome {
                Ok(code) => {
                    self.done.try_set(done);
                    if let Some(code) = code {
                        self.code.try_set(Some(code.written()));
                        page::focus("#recovery-code h3");
                    }
                }
                Err(trouble) => self.refuse(trouble),
            }
        });
    }
}

#[component]
fn Locks(desk: Desk) -> impl IntoView {
    let work = Work {
        busy: RwSignal::new(false),
        trouble: RwSignal::new(None),
        done: RwSignal::new(""),
        code: RwSignal::new(None),
    };
    view! {
        {move || work.trouble.get().map(|trouble| view! {
            <div class="notice" data-kind="urgent" role="alert" tabindex="-1" id="passphrase-trouble">
                <h3>{trouble.what}</h3>
                <p>{trouble.remedy}</p>
            </div>
        }).erased()}
        <p role="status" id="passphrase-state">
            {move || if work.busy.get() { "Working… stay on this page, it takes a few seconds." } else { work.done.get() }}
        </p>
        {move || work.code.get().map(|code| view! { <NewCode code work /> }).erased()}
        {move || match desk.protected.get() {
            true => view! { <Protected desk work /> }.into_any(),
            false => view! { <SetPassphrase desk work /> }.into_any(),
        }}
    }
}

#[component]
fn SetPassphrase(desk: Desk, work: Work) -> impl IntoView {
    let (first, second) = (NodeRef::<html::Input>::new(), NodeRef::<html::Input>::new());
    let set = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let passphrase = match new_passphrase(first, second) {
            Ok(passphrase) => passphrase,
            Err(trouble) => return work.refuse(trouble),
        };
        let protect = async move {
            let code = desk.protect(passphrase).await.map_err(|error| Trouble::of_secret(&error))?;
            secret_field::clear(first);
            secret_field::clear(second);
            Ok(Some(code))
        };
        work.go(protect, "The passphrase is set");
    };
    view! {
        <p>"What you write is sealed on this device. Without a passphrase the key lies beside it, so anyone who can use this device can read it."</p>
        <details class="guide">
            <summary>"What a passphrase does not do"</summary>
            <ul class="stack">
                <li>"It does not keep your words from a court. A court can order you to open them."</li>
                <li>"It does not help on a device that your employer manages. They may see the screen or the keys."</li>
                <li>"It cannot be reset. If you lose it and the recovery code, your words are lost."</li>
                <li>"It protects only while the app is locked."</li>
            </ul>
        </details>
        <form class="stack" on:submit=set>
            <NewPassphrase first second wrong=Signal::derive(move || work.trouble.with(Option::is_some)) />
            <div class="button-row">
                <button class="button" type="submit" disabled=move || work.busy.get()>"Set a passphrase"</button>
            </div>
        </form>
    }
}

/// A recovery code, shown once.
#[component]
fn NewCode(code: Zeroizing<String>, work: Work) -> impl IntoView {
    let told = RwSignal::new("");
    let copied = code.clone();
    let copy = move |_| {
        let code = copied.clone();
        spawn_local(async move {
            told.try_set(match page::copy(&code).await {
                true => "Copied. Paste it into your password manager, then copy something else.",
                false => "This browser does not let it be copied. Write it down.",
            });
        });
    };
    let written_down = move |_| {
        work.code.set(None);
        page::catch_focus();
    };
    view! {
        <div class="notice" id="recovery-code" data-print>
            <h3 tabindex="-1">"Your recovery code"</h3>
            <p>"It opens your reflections if you forget the passphrase. Keep it on paper, away from this device. It is shown only now."</p>
            <p class="recovery-code"><code>{code.to_string()}</code></p>
            <div class="button-row">
                <button class="button" type="button" on:click=written_down>"I have written it down"</button>
                <button class="button" data-kind="plain" type="button" on:click=move |_| page::print()>"Print"</button>
                <button class="button" data-kind="plain" type="button" on:click=copy>"Copy"</button>
            </div>
            <p role="status">{move || told.get()}</p>
        </div>
    }
}

#[component]
fn Protected(desk: Desk, work: Work) -> impl IntoView {
    view! {
        <p>"A passphrase is set. What you write can be read only while the app is open."</p>
        <div class="button-row">
            <button class="button" type="button" on:click=move |_| spawn_local(desk.lock(true))>"Lock now"</button>
        </div>
        <Minutes legend="Lock when I do not touch it" name="untouched" choices=UNTOUCHED get=|it| it.untouched set=|it, minutes| it.untouched = minutes />
        <Minutes legend="Lock when I look at something else" name="out-of-sight" choices=OUT_OF_SIGHT get=|it| it.out_of_sight set=|it, minutes| it.out_of_sight = minutes />
        <details class="guide" id="change-passphrase">
            <summary>"Change the passphrase"</summary>
            <div class="stack">
                <p>"If someone else knows the old one, remove it and set a new one. That seals all you wrote anew."</p>
                <ChangePassphrase desk work />
            </div>
        </details>
        <details class="guide" id="new-code">
            <summary>"Make a new recovery code"</summary>
            <div class="stack">
            <p>"The old code then opens nothing."</p>
            <WithSecret id="new-code-now" button="Make a new code" kind="" done="There is a new recovery code" work act=move |secret| {
                async move { desk.new_recovery_code(&secret).await.map(Some).map_err(|error| Trouble::of_secret(&error)) }
            } />
            </div>
        </details>
        <details class="guide" id="remove-passphrase">
            <summary>"Remove the passphrase"</summary>
            <div class="stack">
            <p>"Anyone who can use this device can then read what you wrote."</p>
            <WithSecret id="remove-now" button="Remove the passphrase" kind="danger" done="The passphrase is removed" work act=move |secret| {
                async move { desk.unprotect(&secret).await.map(|()| None).map_err(|error| Trouble::of_secret(&error)) }
            } />
            </div>
        </details>
    }
}

/// One choice of how long the page may be left alone, as radio buttons.
#[component]
fn Minutes(
    legend: &'static str,
    name: &'static str,
    choices: [u32; 5],
    get: fn(&Patience) -> u32,
    set: fn(&mut Patience, u32),
) -> impl IntoView {
    let chosen = RwSignal::new(get(&patience::load()));
    let choose = move |minutes| {
        chosen.set(minutes);
        let mut patience = patience::load();
        set(&mut patience, minutes);
        patience::save(patience);
    };
    let label = |minutes| match minutes {
        0 => "At once",
        1 => "After 1 minute",
        5 => "After 5 minutes",
        15 => "After 15 minutes",
        60 => "After an hour",
        _ => "After three hours",
    };
    view! {
        <fieldset class="field">
            <legend>{legend}</legend>
            <div class="choices">
                {choices
                    .map(|minutes| view! {
                        <label>
                            <input type="radio" name=name prop:checked=move || chosen.get() == minutes on:change=move |_| choose(minutes) />
                            {label(minutes)}
                        </label>
                    })
                    .erased()}
            </div>
        </fieldset>
    }
}

#[component]
fn ChangePassphrase(desk: Desk, work: Work) -> impl IntoView {
    let now = NodeRef::<html::Input>::new();
    let (first, second) = (NodeRef::<html::Input>::new(), NodeRef::<html::Input>::new());
    let change = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let asked = secret_in(now).and_then(|secret| Ok((secret, new_passphrase(first, second)?)));
        let (secret, passphrase) = match asked {
            Ok(asked) => asked,
            Err(trouble) => return work.refuse(trouble),
        };
        let change = async move {
            desk.change_passphrase(&secret, passphrase).await.map_err(|error| Trouble::of_secret(&error))?;
            [now, first, second].into_iter().for_each(secret_field::clear);
            Ok(None)
        };
        work.go(change, "The passphrase is changed");
    };
    view! {
        <form class="stack" on:submit=change>
            <SecretNow id="change-now" node=now work />
            <NewPassphrase first second wrong=Signal::derive(move || work.trouble.with(Option::is_some)) />
            <div class="button-row">
                <button class="button" type="submit" disabled=move || work.busy.get()>"Change the passphrase"</button>
            </div>
        </form>
    }
}

/// Something that only who knows the passphrase may do.
#[component]
fn WithSecret<F: Future<Output = Result<Option<RecoveryCode>, Trouble>> + 'static>(
    id: &'static str,
    button: &'static str,
    kind: &'static str,
    done: &'static str,
    work: Work,
    act: impl Fn(Secret) -> F + Copy + 'static,
) -> impl IntoView {
    let now = NodeRef::<html::Input>::new();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let secret = match secret_in(now) {
            Ok(secret) => secret,
            Err(trouble) => return work.refuse(trouble),
        };
        let act = async move {
            let outcome = act(secret).await?;
            secret_field::clear(now);
            Ok(outcome)
        };
        work.go(act, done);
    };
    view! {
        <form class="stack" on:submit=submit>
            <SecretNow id node=now work />
            <div class="button-row">
                <button class="button" data-kind=kind type="submit" disabled=move || work.busy.get()>{button}</button>
            </div>
        </form>
    }
}

#[component]
fn SecretNow(id: &'static str, node: NodeRef<html::Input>, work: Work) -> impl IntoView {
    view! {
        <SecretField
            id
            label="The passphrase now"
            hint="Or the recovery code."
            autocomplete="current-password"
            node
            wrong=Signal::derive(move || work.trouble.with(Option::is_some))
        />
    }
}

/// The passphrase or the recovery code: nothing else has a code's length, letters and check.
fn secret_in(node: NodeRef<html::Input>) -> Result<Secret, Trouble> {
    let typed = secret_field::read(node);
    if typed.is_empty() {
        return Err(Trouble::nothing_typed());
    }
    Ok(RecoveryCode::parse(&typed)
        .map_or_else(|_| Secret::Passphrase(Passphrase::given(&typed)), Secret::Code))
}
