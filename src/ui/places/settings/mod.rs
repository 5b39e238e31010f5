//! Settings: how it looks, how it is kept, and what it promises.
mod area;
mod backup;
mod health;
mod lock;
mod one_file;
mod pace;
mod passed_over;

use super::{at_desk, reflect::InstallHow};
use crate::ui::components::Erase;
use crate::{
    browser::{
        install::{self, Promised},
        offline::Offline,
        page,
        preferences::{Preferences, Scheme, TextSize},
    },
    domain::{route::Route, time::long_date},
    ui::{
        app::App,
        components::{page_head::PageHead, way::Way},
    },
};
use area::AreaChoice;
use leptos::{prelude::*, task::spawn_local};
use lock::PassphraseAndLock;
use one_file::OneFile;
use passed_over::PassedOver;

/// The page of `route`.
pub fn page(route: Route) -> AnyView {
    match route {
        Route::Backup => at_desk(|desk| view! { <backup::Backup desk /> }.into_any()),
        Route::Pace => at_desk(|desk| view! { <pace::PacePage desk /> }.into_any()),
        Route::Health => view! { <health::Health /> }.into_any(),
        _ => view! { <Settings /> }.into_any(),
    }
}

#[component]
fn Settings() -> impl IntoView {
    view! {
        <PageHead title="Settings" />
        <div class="settings">
            <Appearance />
            <AreaChoice />
            <section>
                <h2>"Revision"</h2>
                <ul class="way-list">
                    <Way to=Route::Pace name="Revision and reminders" note="Cards a day, how well to remember, a calendar reminder" />
                </ul>
            </section>
            <PassphraseAndLock />
            <Keeping />
            <PassedOver />
            <OnThisDevice />
            <Packs />
            <About />
        </div>
    }
}

#[component]
fn Keeping() -> impl IntoView {
    let way = |to: Route, name: &'static str, note: &'static str| view! { <Way to name note /> };
    view! {
        <section>
            <h2>"Keeping it safe"</h2>
            <ul class="way-list">
                {way(Route::Backup, "Backup", "Make one, or take one in")}
                {way(Route::Health, "How safe it is", "Last backup, room, version, and deleting everything")}
            </ul>
        </section>
    }
}

#[component]
fn Appearance() -> impl IntoView {
    let schemes = [
        (Scheme::Device, "As on this device"),
        (Scheme::Light, "Light"),
        (Scheme::Dark, "Dark"),
        (Scheme::Contrast, "High contrast"),
    ];
    let sizes = [(TextSize::Normal, "Normal"), (TextSize::Large, "Large"), (TextSize::Larger, "Larger")];
    view! {
        <section>
            <h2>"How it looks"</h2>
            <Choice legend="Colours" name="scheme" options=schemes get=|it| it.scheme set=|it, scheme| it.scheme = scheme />
            <Choice legend="Text size" name="text-size" options=sizes get=|it| it.text_size set=|it, size| it.text_size = size />
        </section>
    }
}

/// One preference, as radio buttons.
#[component]
fn Choice<T: Copy + PartialEq + Send + Sync + 'static, const N: usize>(
    legend: &'static str,
    name: &'static str,
    options: [(T, &'static str); N],
    get: fn(&Preferences) -> T,
    set: fn(&mut Preferences, T),
) -> impl IntoView {
    let app = App::expect();
    let choose = move |value: T| {
        app.prefer(|chosen| set(chosen, value));
    };
    view! {
        <fieldset class="field">
            <legend>{legend}</legend>
            <div class="choices">
                {options
                    .map(|(value, label)| view! {
                        <label>
                            <input
                                type="radio"
                                name=name
                                prop:checked=move || app.preferences.with(get) == value
                                on:change=move |_| choose(value)
                            />
                            {label}
                        </label>
                    })
                    .erased()}
            </div>
        </fieldset>
    }
}

#[component]
fn OnThisDevice() -> impl IntoView {
    let app = App::expect();
    let promised = RwSignal::new(None);
    spawn_local(async move { promised.set(Some(install::is_kept().await)) });
    let ask = move |_| spawn_local(async move { promised.set(Some(install::ask_to_keep().await)) });
    let offline = move || match app.offline.get() {
        Offline::Unknown => "Getting ready to work offline…",
        Offline::InOneFile => "Everything is in this one file: it works without a connection.",
        Offline::Unsupported => "This browser cannot keep the app for offline use.",
        Offline::Ready => "Ready to work offline.",
        Offline::Failed => "Not yet ready to work offline. Open the app again with a connection.",
        Offline::UpdateWaiting => "Ready to work offline. A new version waits.",
        Offline::Outdated => "A newer version is in use. Open the page again.",
    };
    let kept = move || match promised.get() {
        None => "…",
        Some(Promised::Yes) => "This device has promised not to clear what you write by itself.",
        Some(Promised::No) => {
            "This device has not promised to keep what you write: it may clear it when room runs short."
        }
        Some(Promised::CannotBeAsked) => {
            "This browser cannot be asked to promise that it keeps what you write."
        }
    };
    view! {
        <section>
            <h2>"On this device"</h2>
            <p role="status" id="offline">{offline}</p>
            <p role="status" id="kept">{kept}</p>
            {move || (promised.get() == Some(Promised::No)).then(|| view! {
                <div class="button-row"><button class="button" data-kind="plain" on:click=ask>"Ask it to keep what I write"</button></div>
            }).erased()}
            {(!page::is_one_file()).then(|| view! { <InstallHow /> })}
        </section>
        {page::is_one_file().then(|| view! { <OneFile /> })}
    }
}

#[component]
fn Packs() -> impl IntoView {
    let app = App::expect();
    let sound = move || {
        app.library.with(|library| {
            library
                .packs()
                .iter()
                .map(|pack| {
                    view! {
                        <li class="card">
                            <h3>{pack.title.clone()}</h3>
                            <p>{pack.summary.clone()}</p>
                            <p class="quiet">"Edited " {long_date(pack.edited)}</p>
                        </li>
                    }
                })
                .erased()
        })
    };
    let broken = move || {
        app.library.with(|library| {
            library
                .faults()
                .iter()
                .map(|fault| {
                    view! {
                        <li class="notice" data-kind="urgent">
                            <h3>{format!("The pack \"{}\" cannot be used", fault.pack)}</h3>
                            <p>{fault.why.clone()} "."</p>
                        </li>
                    }
                })
                .erased()
        })
    };
    view! {
        <section id="packs">
            <h2>"Packs"</h2>
            <ul class="card-list">{broken}{sound}</ul>
        </section>
    }
}

#[component]
fn About() -> impl IntoView {
    view! {
        <section>
            <h2>"What Second Look promises"</h2>
            <ul class="stack-tight">
                <li>"Nothing you write leaves this device unless you export it yourself. A browser that is set to check spelling online, or to translate pages, sends what it checks to its makers: look in its settings."</li>
                <li>"It says \"Saved\" only when your words are on the device's disk."</li>
                <li>"It works without a connection after the first visit."</li>
                <li>"It is a log of your learning. It is not a case record."</li>
                <li>"What is out of date, or not yet checked, is marked so."</li>
            </ul>
            <p class="quiet">"Version " <span id="version">{page::version()}</span></p>
        </section>
    }
}
