//! One section of a module: read, heard or printed; answered where it asks; then tested, reflected on, taken home.
use super::{after_reading::AfterReading, answer::AnswerBox};
use crate::{
    browser::{entropy::BrowserEntropy, page},
    content::{documents::text_of, format::Section},
    domain::{
        ids::{ModuleId, ProgressId, SectionId},
        journal::Command,
        quiz::Topic,
        route::Route,
    },
    ui::{
        app::App,
        components::{
            blocks::{Blocks, heading_of},
            explainer::{Definition, Explainer},
            page_head::PageHead,
            provenance::ProvenanceLine,
            reading_tools::ReadingTools,
            warning::Warning,
        },
        desk::Role,
        places::Missing,
    },
    vault::Entropy,
};
use leptos::{prelude::*, task::spawn_local};

/// A section as its page shows it.
#[derive(Clone, PartialEq)]
struct Stop {
    module: ModuleId,
    module_title: String,
    number: usize,
    of: usize,
    section: Section,
    sources: Vec<String>,
    next: Option<SectionId>,
    /// The ids of every question of the module, in order.
    questions: Vec<String>,
    /// How many statements test it.
    statements: usize,
}

#[component]
pub fn SectionPage(id: SectionId) -> impl IntoView {
    let app = App::expect();
    let known = id.clone();
    // The library may come in twice with the same section in it: the page, and what is typed in it, stays.
    let found = Memo::new(move |_| {
        app.library.with(|library| {
            let (module_id, module, at) = library.section(&known)?;
            let section = module.sections[at].clone();
            Some(Stop {
                module: module_id,
                module_title: module.title.clone(),
                number: at + 1,
                of: module.sections.len(),
                sources: library.sources(known.pack(), &section.provenance),
                next: module.sections.get(at + 1).map(|it| SectionId::new(known.pack(), &it.id)),
                questions: module
                    .sections
                    .iter()
                    .flat_map(Section::questions)
                    .map(|it| it.id.clone())
                    .collect(),
                statements: library.statements_about(&Topic::Section(known.clone())).len(),
                section,
            })
        })
    });
    move || match found.get() {
        Some(stop) => view! { <Reading id=id.clone() stop /> }.into_any(),
        None => view! {
            <PageHead title="A lesson" back=(Route::Learn, "Learn") />
            <Missing what="This part is not in any pack that could be read." />
        }
        .into_any(),
    }
}

#[component]
fn Reading(id: SectionId, stop: Stop) -> impl IntoView {
    let app = App::expect();
    let Stop { module, module_title, number, of, section, sources, next, questions, statements } = stop;
    let explainer = app.library.with_untracked(Explainer::new);
    let spoken = section.blocks.iter().map(|block| match heading_of(block) {
        Some(heading) => format!("{heading}. {}", text_of(block)),
        None => text_of(block),
    });
    let texts: Vec<_> = std::iter::once(section.title.clone()).chain(spoken).collect();
    let larger = move || app.prefer(|chosen| chosen.text_size = chosen.text_size.next());
    let is_last = next.is_none();
    let to_next = next.map_or_else(|| Route::Module(module.clone()), Route::Section);
    let (mark, on) = ((id.clone(), module.clone()), to_next.clone());
    let read = move |_| {
        let (section, module) = mark.clone();
        let on = on.clone();
        spawn_local(async move {
            if let Some(desk) = app.desk().filter(|desk| desk.role.get_untracked() == Role::Writer) {
                drop(desk.keep_typing().await);
                let progress = ProgressId::from_entropy(BrowserEntropy.bytes());
                drop(desk.commit(Command::ReadSection { id: progress, module, section }).await);
            }
            page::go(&on);
        });
    };
    let finish = {
        let module = module.clone();
        move || {
            let draft =
                app.desk()?.journal.with(|journal| journal.answers_in(&module).map(|draft| draft.id))?;
            let to = Route::Write(draft, None).to_string();
            is_last.then(
                || view! { <a class="button" data-kind="plain" href=to>"Make my answers a reflection"</a> },
            )
        }
    };
    // Distressing text is shown when the person has chosen to.
    let warned = section.warning.clone();
    let accepted = RwSignal::new(warned.is_none());
    let answers = StoredValue::new((module.clone(), questions));
    let body = StoredValue::new((section.blocks, section.provenance, sources, id, texts));
    let skip_to = to_next.to_string();
    let content = move || {
        if !accepted.get() {
            let skip_to = skip_to.clone();
            let read = move |_| {
                accepted.set(true);
                page::focus_heading(0.0);
            };
            return view! {
                <Warning text=warned.clone().unwrap_or_default()>
                    <button class="button" on:click=read>"Read this part"</button>
                    <a class="button" data-kind="plain" href=skip_to>"Skip this part"</a>
                </Warning>
            }
            .into_any();
        }
        let (blocks, provenance, sources, id, texts) = body.get_value();
        let blocks = move || {
            explainer.begin();
            let blocks = blocks.clone();
            let answer = app.desk().map(|desk| {
                // When this tab begins or ceases to write, the boxes start again from the latest answers.
                desk.role.track();
                Callback::new(move |question| {
                    let (module, order) = answers.get_value();
                    view! { <AnswerBox desk module order question /> }.into_any()
                })
            });
            match answer {
                Some(answer) => view! { <Blocks blocks explainer answer /> }.into_any(),
                None => view! { <Blocks blocks explainer /> }.into_any(),
            }
        };
        view! {
            <ReadingTools texts on_larger=larger on_print=page::print />
            {blocks}
            <ProvenanceLine provenance sources />
            <AfterReading id statements />
            <div class="button-row">
                <button class="button" on:click=read.clone()>
                    {if is_last { "Finish the lesson" } else { "Next part" }}
                </button>
                {finish.clone()}
            </div>
        }
        .into_any()
    };
    view! {
        <div class="page-head">
            <a class="back" href=Route::Module(module).to_string()>{module_title}</a>
            <h1 tabindex="-1">{section.title}</h1>
            <p>"Part " {number} " of " {of}</p>
        </div>
        {content}
        <Definition explainer library=app.library />
    }
}
