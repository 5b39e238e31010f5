//! A module and its sections, one sitting each.
use crate::ui::components::Erase;
use crate::{
    browser::entropy::BrowserEntropy,
    content::format::Section,
    domain::{
        ids::{ModuleId, ReflectionId, SectionId},
        reflections::Subject,
        route::Route,
    },
    ui::{
        app::App,
        components::{blocks::Blocks, page_head::PageHead, provenance::ProvenanceLine},
        places::Missing,
    },
    vault::Entropy,
};
use leptos::prelude::*;

#[component]
pub fn ModulePage(id: ModuleId) -> impl IntoView {
    let app = App::expect();
    move || {
        let module = app.library.with(|library| library.module(&id).cloned());
        let Some(module) = module else {
            return view! { <Missing what="This lesson is not in any pack that could be read." /> }
                .into_any();
        };
        let pack = id.pack().to_owned();
        let row = |section: &Section| {
            let to = Route::Section(SectionId::new(&pack, &section.id));
            view! { <li><a href=to.to_string()><span class="way-name">{section.title.clone()}</span></a></li> }
        };
        view! {
            <PageHead title=module.title lead=module.summary back=(Route::Learn, "Learn") />
            {warning(module.warning)}
            <p class="quiet">"About " {module.minutes} " minutes, in parts. Stop where you like."</p>
            <ol class="way-list">{module.sections.iter().map(row).erased()}</ol>
        }
        .into_any()
    }
}

#[component]
pub fn SectionPage(id: SectionId) -> impl IntoView {
    let app = App::expect();
    move || {
        let found = app.library.with(|library| {
            let (module_id, module, at) = library.section(&id)?;
            let section = module.sections[at].clone();
            let sources = library.sources(id.pack(), &section.provenance);
            let next = module.sections.get(at + 1).map(|it| SectionId::new(id.pack(), &it.id));
            Some((module_id, module.title.clone(), at + 1, module.sections.len(), section, sources, next))
        });
        let Some((module, title, number, of, section, sources, next)) = found else {
            return view! {
                <PageHead title="A lesson" back=(Route::Learn, "Learn") />
                <Missing what="This part is not in any pack that could be read." />
            }
            .into_any();
        };
        let fresh = ReflectionId::from_entropy(BrowserEntropy.bytes());
        let reflect = Route::Write(fresh, Some(Subject::Section(id.clone())));
        let (next, next_name) = match next {
            Some(next) => (Route::Section(next), "Next part"),
            None => (Route::Module(module.clone()), "Back to the lesson"),
        };
        view! {
            <div class="page-head">
                <a class="back" href=Route::Module(module).to_string()>{title}</a>
                <h1 tabindex="-1">{section.title}</h1>
                <p>"Part " {number} " of " {of}</p>
            </div>
            {warning(section.warning)}
            <Blocks blocks=section.blocks />
            <ProvenanceLine provenance=section.provenance sources />
            <div class="button-row">
                <a class="button" href=next.to_string()>{next_name}</a>
                <a class="button" data-kind="plain" href=reflect.to_string()>"Reflect on this"</a>
            </div>
        }
        .into_any()
    }
}

/// What may distress, said before it is shown, with a way to help.
fn warning(text: Option<String>) -> Option<AnyView> {
    text.map(|text| {
        view! {
            <div class="notice">
                <h2>"Before you read"</h2>
                <p>{text}</p>
                <a href=Route::Worried.to_string()>"Help lines"</a>
            </div>
        }
        .into_any()
    })
}
