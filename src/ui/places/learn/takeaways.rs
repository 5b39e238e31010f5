//! The take-home messages of the day, each with why, and what doing it looks like.
use crate::ui::components::Erase;
use crate::{
    browser::{entropy::BrowserEntropy, page},
    domain::{
        beginnings::Beginning,
        ids::{IntentionId, ReflectionId, TakeawayId},
        reflections::Subject,
        route::Route,
    },
    ui::{
        app::App,
        components::{page_head::PageHead, provenance::ProvenanceLine},
        places::MissingUnless,
    },
    vault::Entropy,
};
use leptos::prelude::*;

#[component]
pub fn Takeaways(shown: Option<TakeawayId>) -> impl IntoView {
    let app = App::expect();
    let cards = move || {
        app.library.with(|library| {
            let cards = library
                .takeaways()
                .map(|(id, it)| {
                    let sources = library.sources(id.pack(), &it.provenance);
                    let subject = Subject::Takeaway(id.clone());
                    let intend = Route::Intention(
                        IntentionId::from_entropy(BrowserEntropy.bytes()),
                        Some(subject.clone()),
                    );
                    let write = Route::Write(
                        ReflectionId::from_entropy(BrowserEntropy.bytes()),
                        Some(Beginning::About(subject)),
                    );
                    let about = || view! { <span class="visually-hidden">": " {it.message.clone()}</span> };
                    view! {
                        <li class="card" id=id.to_string() tabindex="-1">
                            <h2>{it.message.clone()}</h2>
                            <p>{it.why.clone()}</p>
                            <p>{it.practice.clone()}</p>
                            <ProvenanceLine provenance=it.provenance.clone() sources />
                            <div class="link-row">
                                <a href=intend.to_string()>"Make this my take-home message" {about()}</a>
                                <a href=write.to_string()>"Reflect on this" {about()}</a>
                            </div>
                        </li>
                    }
                })
                .erased();
            if let Some(shown) = shown.as_ref().filter(|_| !cards.is_empty()) {
                page::show(shown.to_string());
            }
            cards
        })
    };
    view! {
        <PageHead
            title="Take-home messages"
            lead="What the learning event asked everyone to carry into their work."
            back=(Route::Learn, "Learn")
        />
        <MissingUnless there=|library| library.takeaways().next().is_some() what="The take-home messages could not be read." />
        <ul class="card-list">{cards}</ul>
    }
}
