//! Worried about a child now: who to ring, 999 first, each number with the date it was checked; then what to say.
use super::GuidesOfPart;
use crate::ui::components::Erase;
use crate::{
    browser::{clock, page},
    content::{
        format::{Contact, ContactPurpose, GuidePlace},
        front_door::{Because, RingNow, hours_told, ring_now},
    },
    domain::{
        route::Route,
        time::{clock_time, weekday},
    },
    ui::{
        app::App,
        components::{area_line::AreaLine, page_head::PageHead, provenance::ProvenanceLine},
    },
};
use leptos::{prelude::*, task::spawn_local};

const MINUTE_MS: u32 = 60_000;

/// In the order in which a worried person needs them.
const URGENT: [ContactPurpose; 4] = [
    ContactPurpose::Emergency,
    ContactPurpose::FrontDoor,
    ContactPurpose::OutOfHours,
    ContactPurpose::Allegation,
];

#[component]
pub fn Worried() -> impl IntoView {
    let app = App::expect();
    let cards = move |purposes: &'static [ContactPurpose]| {
        app.library.with(|library| {
            purposes
                .iter()
                .flat_map(|purpose| library.contacts(*purpose))
                .map(|(pack, contact)| {
                    let sources = library.sources(&pack.id, &contact.provenance);
                    view! { <ContactCard contact=contact.clone() sources /> }
                })
                .erased()
        })
    };
    let has_emergency =
        move || app.library.with(|library| library.contacts(ContactPurpose::Emergency).next().is_some());
    view! {
        <PageHead title="Worried about a child now?" lead="Do not wait for certainty, for consent, or for tomorrow." />
        <WhomNow />
        <ul class="card-list">
            {move || (!has_emergency()).then(|| view! {
                <li class="card contact" data-purpose="emergency">
                    <h2>"Danger now"</h2>
                    <a class="number" href="tel:999">"999"</a>
                </li>
            }).erased()}
            {move || cards(&URGENT)}
        </ul>
        <AreaLine area=Signal::derive(move || app.area()) />
        <GuidesOfPart at=GuidePlace::Worried />
        <p>
            "Not sure how serious it is? "
            <a href=Route::Thresholds(None).to_string()>"Look at the signs and levels"</a>
            ", and talk to your safeguarding lead today."
        </p>
        <section class="stack">
            <h2>"Advice and support"</h2>
            <ul class="card-list">{move || cards(&[ContactPurpose::HelpLine])}</ul>
        </section>
    }
}

/// What the clock says: which team to ring. Told again every minute.
#[component]
fn WhomNow() -> impl IntoView {
    let app = App::expect();
    let now = RwSignal::new(clock::now());
    spawn_local(async move {
        let mut here = true;
        while here {
            page::pause(MINUTE_MS).await;
            here = now.try_set(clock::now()).is_none();
        }
    });
    move || {
        let now = now.get();
        app.library.with(|library| ring_now(library, now)).map(|RingNow { contact, because }| {
            let reason = match because {
                Because::Open | Because::Closed => {
                    format!("It is {} on {}", clock_time(now), weekday(now.date_naive()))
                }
                Because::BankHoliday(name) => format!("It is {}, a bank holiday ({name})", clock_time(now)),
            };
            let (told, tel) = (format!("{reason}, so ring: {}", contact.name), tel(&contact.phone));
            view! {
                <div class="notice" id="ring-now">
                    <p>"If the child is in danger now: " <a href="tel:999">"999"</a></p>
                    <p>{told} " " <a href=tel>{contact.phone}</a></p>
                </div>
            }
        })
    }
}

#[component]
fn ContactCard(contact: Contact, sources: Vec<String>) -> impl IntoView {
    let purpose = match contact.purpose {
        ContactPurpose::Emergency => "emergency",
        ContactPurpose::FrontDoor => "front-door",
        ContactPurpose::OutOfHours => "out-of-hours",
        ContactPurpose::Allegation => "allegation",
        ContactPurpose::HelpLine => "help-line",
    };
    let ring = format!("Ring {}: {}", contact.name, contact.phone);
    let (hours, tel) = (contact.open.as_ref().map(hours_told), tel(&contact.phone));
    view! {
        <li class="card contact" data-purpose=purpose>
            <h2>{contact.name}</h2>
            <a class="number" href=tel aria-label=ring>{contact.phone}</a>
            {hours.map(|hours| view! { <p><strong>"Open: "</strong>{hours}</p> })}
            <p>{contact.when}</p>
            <ProvenanceLine provenance=contact.provenance sources />
        </li>
    }
}

/// The address that rings a number.
fn tel(phone: &str) -> String {
    format!("tel:{}", phone.replace(' ', ""))
}
