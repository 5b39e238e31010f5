//! The take-home messages of the day, each with why, and what doing it looks like.
use crate::ui::components::Erase;
use crate::{
    browser::entropy::BrowserEntropy,
    domain::{ids::ReflectionId, reflections::Subject, route::Route},
    ui::{
        app::App,
        components::{page_head::PageHead, provenance::ProvenanceLine},
        places::MissingUnless,
    },
    vault::Entropy,
};
use leptos::prelude::*;

#[component]
pub fn Takeaways() -> impl IntoView {
    let app = App::expect();
    let cards = move || {
        app.library.with(|library| {
            library
                .takeaways()
                .map(|(id, it)| {
                    let sources = library.sources(id.pack(), &it.provenance);
                    let fresh = ReflectionId::from_entropy(BrowserEntropy.bytes());
                    let write = Route::Write(fresh, Some(Subject::Takeaway(id)));
                    view! {
                        <li class="card">
                            <h2>{it.message.clone()}</h2>
                            <p>{it.why.clone()}</p>
                            <p>{it.practice.clone()}</p>
                            <ProvenanceLine provenance=it.provenance.clone() sources />
                            <a href=write.to_string()>
                                "Reflect on this"
                                <span class="visually-hidden">": " {it.message.clone()}</span>
                            </a>
                        </li>
                    }
                })
                .erased()
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
