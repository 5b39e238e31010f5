//! One statement with its verdict and its reasons, to read again.
use super::explanation::Explanation;
use crate::{
    browser::entropy::BrowserEntropy,
    domain::{
        beginnings::Beginning,
        ids::{ReflectionId, StatementId},
        reflections::Subject,
        route::Route,
    },
    ui::{app::App, components::page_head::PageHead, places::Missing},
    vault::Entropy,
};
use leptos::prelude::*;

#[component]
pub fn StatementPage(id: StatementId) -> impl IntoView {
    let app = App::expect();
    move || {
        let found = app.library.with(|library| {
            let it = library.statement(&id)?.clone();
            let sources = library.sources(id.pack(), &it.provenance);
            Some((it, sources))
        });
        let Some((statement, sources)) = found else {
            return view! {
                <PageHead title="Myth or fact" back=(Route::Quiz, "Quiz") />
                <Missing what="This statement is not in any pack that could be read." />
            }
            .into_any();
        };
        let fresh = ReflectionId::from_entropy(BrowserEntropy.bytes());
        let reflect = Route::Write(fresh, Some(Beginning::About(Subject::Statement(id.clone()))));
        view! {
            <PageHead title="Myth or fact" back=(Route::Quiz, "Quiz") />
            <p class="statement">{statement.statement.clone()}</p>
            <Explanation statement sources said=None />
            <div class="button-row"><a class="button" data-kind="plain" href=reflect.to_string()>"Reflect on this"</a></div>
        }
        .into_any()
    }
}
