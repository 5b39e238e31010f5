//! The sections of lessons that the packs put on a page of Guidance, and on Worried.
use crate::{
    content::format::GuidePlace,
    ui::{
        app::App,
        components::{
            explainer::{Definition, Explainer},
            guides::Guides,
        },
    },
};
use leptos::prelude::*;

#[component]
pub fn GuidesAt(at: GuidePlace) -> impl IntoView {
    let app = App::expect();
    let sections = Memo::new(move |_| {
        app.library.with(|library| {
            let guides = library.guides(at).into_iter();
            let each = guides.map(|(id, it)| (it.clone(), library.sources(id.pack(), &it.provenance)));
            each.collect::<Vec<_>>()
        })
    });
    move || {
        let sections = sections.get();
        let explainer = app.library.with_untracked(Explainer::new);
        view! {
            <Guides sections explainer />
            <Definition explainer library=app.library />
        }
    }
}
