//! One section of a module: read, heard or printed; answered where it asks; then tested, reflected on, taken home.
use crate::{
    browser::{entropy::BrowserEntropy, page, preferences},
    content::{
        format::{Question, Section},
        search::text_of,
    },
    domain::{
        ids::{IntentionId, ModuleId, ProgressId, ReflectionId, SectionId},
        journal::Command,
        quiz::Topic,
        reflections::{Subject, Words},
        route::{Route, Shelf},
    },
    ui::{
        app::App,
        components::{
            blocks::Blocks,
            explainer::{Definition, Explainer},
            page_head::PageHead,
            provenance::ProvenanceLine,
            reading_tools::ReadingTools,
        },
        desk::{Desk, Role},
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
    has_quiz: bool,
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
                has_quiz: !library.statements_about(&Topic::Section(known.clone())).is_empty(),
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
    let Stop { module, module_title, number, of, section, sources, next, questions, has_quiz } = stop;
    let explainer = app.library.with_untracked(Explainer::new);
    let texts: Vec<_> =
        std::iter::once(section.title.clone()).chain(section.blocks.iter().map(text_of)).collect();
    let larger = move || {
        app.preferences.update(|chosen| chosen.text_size = chosen.text_size.next());
        preferences::save(&app.preferences.get_untracked());
    };
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
    let subject = Subject::Section(id.clone());
    let answers = StoredValue::new((module.clone(), questions));
    let body = StoredValue::new((
        section.blocks,
        section.provenance,
        sources,
        subject,
        id,
        texts,
        section.quiz.len(),
    ));
    let skip_to = to_next.to_string();
    let content = move || {
        if !accepted.get() {
            let skip_to = skip_to.clone();
            return view! {
                <div class="notice" id="before-you-read">
                    <h2>"Before you read"</h2>
                    <p>{warned.clone()}</p>
                    <div class="button-row">
                        <button class="button" on:click=move |_| accepted.set(true)>"Read this part"</button>
                        <a class="button" data-kind="plain" href=skip_to>"Skip this part"</a>
                        <a href=Route::Worried.to_string()>"Help lines"</a>
                    </div>
                </div>
            }
            .into_any();
        }
        let (blocks, provenance, sources, subject, id, texts, quizzed) = body.get_value();
        let answer = app.desk().map(|desk| {
            Callback::new(move |question| {
                let (module, order) = answers.get_value();
                view! { <AnswerBox desk module order question /> }.into_any()
            })
        });
        let blocks = match answer {
            Some(answer) => view! { <Blocks blocks explainer answer /> }.into_any(),
            None => view! { <Blocks blocks explainer /> }.into_any(),
        };
        let intend =
            Route::Intention(IntentionId::from_entropy(BrowserEntropy.bytes()), Some(subject.clone()));
        let reflect = Route::Write(ReflectionId::from_entropy(BrowserEntropy.bytes()), Some(subject));
        view! {
            <ReadingTools texts on_larger=larger on_print=page::print />
            {blocks}
            <ProvenanceLine provenance sources />
            <ul class="way-list after-reading">
                {has_quiz.then(|| view! {
                    <li>
                        <a href=Route::Round(Topic::Section(id)).to_string()>
                            <span class="way-name">"Quiz me on this"</span>
                            <span class="way-note">{counted(quizzed)}</span>
                        </a>
                    </li>
                })}
                <li><a href=reflect.to_string()><span class="way-name">"Reflect on this"</span></a></li>
                <li>
                    <a href=intend.to_string()>
                        <span class="way-name">"Make this my take-home message"</span>
                        <span class="way-note">"What will I do, and by when?"</span>
                    </a>
                </li>
            </ul>
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
        <Definition explainer look_up=|library, id| library.entry(Shelf::Words, id) library=app.library />
    }
}

fn counted(statements: usize) -> String {
    match statements {
        1 => "One statement".to_owned(),
        many => format!("{many} statements"),
    }
}

/// Room to answer one question of a lesson. All answers of a lesson go into one draft.
#[component]
fn AnswerBox(desk: Desk, module: ModuleId, order: Vec<String>, question: Question) -> impl IntoView {
    let draft = desk.journal.with_untracked(|journal| journal.answers_in(&module).map(|draft| draft.id));
    let id = StoredValue::new(draft);
    let begun = move || {
        let known = id.get_value();
        // A box beside this one may have begun the draft.
        let known = known.or_else(|| {
            desk.typing.with_untracked(|typing| {
                let about = Some(Subject::Module(module.clone()));
                typing.iter().find(|(_, words)| words.subject == about).map(|(id, _)| *id)
            })
        });
        let known = known.or_else(|| {
            desk.journal.with_untracked(|journal| journal.answers_in(&module).map(|draft| draft.id))
        });
        let begun = known.unwrap_or_else(|| ReflectionId::from_entropy(BrowserEntropy.bytes()));
        id.set_value(Some(begun));
        (
            begun,
            desk.latest_words(begun).unwrap_or_else(|| Words::about(Some(Subject::Module(module.clone())))),
        )
    };
    let field = question.id.clone();
    let text =
        draft.and_then(|draft| desk.latest_words(draft)?.at(&field).map(str::to_owned)).unwrap_or_default();
    let heading = question.ask.clone();
    let write = move |text: String| {
        let (id, mut words) = begun();
        let order: Vec<_> = order.iter().map(String::as_str).collect();
        words.write_at(&question.id, &heading, &text, &order);
        desk.write_soon(id, words);
    };
    let state = move || {
        desk.typing.track();
        desk.journal.track();
        id.get_value().map(|id| desk.state_of(id))
    };
    view! {
        <div class="field answer">
            <label for=field.clone()>{question.ask}</label>
            <textarea
                id=field
                spellcheck="true"
                readonly=move || desk.role.get() == Role::Reader
                prop:value=text
                on:input:target=move |event| write(event.target().value())
            ></textarea>
            <p class="save-state">{state}</p>
        </div>
    }
}

/// What may distress, said before it is shown, with a way to help.
pub fn warning(text: Option<String>) -> Option<AnyView> {
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
