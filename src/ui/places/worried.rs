//! Worried about a child now: who to ring, 999 first, each number with the date it was checked.
use crate::ui::components::Erase;
use crate::{
    content::format::{Contact, ContactPurpose},
    domain::route::Route,
    ui::{
        app::App,
        components::{page_head::PageHead, provenance::ProvenanceLine},
    },
};
use leptos::prelude::*;

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
        <ul class="card-list">
            {move || (!has_emergency()).then(|| view! {
                <li class="card contact" data-purpose="emergency">
                    <h2>"Danger now"</h2>
                    <a class="number" href="tel:999">"999"</a>
                </li>
            }).erased()}
            {move || cards(&URGENT)}
        </ul>
        <p>
            "Not sure how serious it is? "
            <a href=Route::Levels.to_string()>"See the levels of need"</a>
            ", and talk to your safeguarding lead today."
        </p>
        <section class="stack">
            <h2>"Advice and support"</h2>
            <ul class="card-list">{move || cards(&[ContactPurpose::HelpLine])}</ul>
        </section>
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
    let tel = format!("tel:{}", contact.phone.replace(' ', ""));
    let ring = format!("Ring {}: {}", contact.name, contact.phone);
    view! {
        <li class="card contact" data-purpose=purpose>
            <h2>{contact.name}</h2>
            <a class="number" href=tel aria-label=ring>{contact.phone}</a>
            <p>{contact.when}</p>
            <ProvenanceLine provenance=contact.provenance sources />
        </li>
    }
}
