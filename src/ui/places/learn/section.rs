//! One section of a module: read, heard or printed; answered where it asks; then tested, reflected on, taken home.
use crate::{
    browser::{entropy::BrowserEntropy, page},
    content::{
        format::{Question, Section},
        search::text_of,
    },
    domain::{
        ids::{IntentionId, ModuleId, ProgressId, ReflectionId, SectionId},
        journal::Command,
        quiz::Topic,
        reflections::{Subject, Words},
        route::Route,
        typing::Typed,
    },
    ui::{
        app::App,
        components::{
            blocks::{Blocks, heading_of},
            explainer::{Definition, Explainer},
            page_head::PageHead,
            provenance::ProvenanceLine,
            reading_tools::ReadingTools,
        },
        desk::{Desk, Role},
        places::Missing,
        words::counted,
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
    let subject = Subject::Section(id.clone());
    let answers = StoredValue::new((module.clone(), questions));
    let body = StoredValue::new((section.blocks, section.provenance, sources, subject, id, texts));
    let skip_to = to_next.to_string();
    let content = move || {
        if !accepted.get() {
            let skip_to = skip_to.clone();
            let read = move |_| {
                accepted.set(true);
                page::focus_heading();
            };
            return view! {
                <Warning text=warned.clone().unwrap_or_default()>
                    <button class="button" on:click=read>"Read this part"</button>
                    <a class="button" data-kind="plain" href=skip_to>"Skip this part"</a>
                </Warning>
            }
            .into_any();
        }
        explainer.begin();
        let (blocks, provenance, sources, subject, id, texts) = body.get_value();
        let answer = app.desk().map(|desk| {
            // When this tab begins or ceases to write, the boxes start again from the latest answers.
            desk.role.track();
            Callback::new(move |question| {
                let (module, order) = answers.get_value();
                view! { <AnswerBox desk module order question /> }.into_any()
            })
        });
        let blocks = match answer {
            Some(answer) => view! { <Blocks blocks explainer answer /> }.into_any(),
            None => view! { <Blocks blocks explainer /> }.into_any(),
        };
        let topic = Topic::Section(id.clone());
        let round = move || {
            let desk = app.desk()?;
            desk.journal.with(|journal| journal.rounds_about(&topic).first().map(|it| (*it).clone()))
        };
        let quizzed = move || match round() {
            Some(round) if round.is_finished() => {
                format!("Last time: {} of {} right", round.score().right, round.order.len())
            }
            Some(round) => format!("Go on: {} of {} answered", round.answers.len(), round.order.len()),
            None => counted(statements),
        };
        let intend =
            Route::Intention(IntentionId::from_entropy(BrowserEntropy.bytes()), Some(subject.clone()));
        let reflect = Route::Write(ReflectionId::from_entropy(BrowserEntropy.bytes()), Some(subject));
        view! {
            <ReadingTools texts on_larger=larger on_print=page::print />
            {blocks}
            <ProvenanceLine provenance sources />
            <ul class="way-list after-reading">
                {(statements > 0).then(|| view! {
                    <li>
                        <a href=Route::Round(Topic::Section(id)).to_string()>
                            <span class="way-name">"Quiz me on this"</span>
                            <span class="way-note">{quizzed}</span>
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
        <Definition explainer library=app.library />
    }
}

/// Room to answer one question of a lesson. All answers of a lesson go into one draft.
#[component]
fn AnswerBox(desk: Desk, module: ModuleId, order: Vec<String>, question: Question) -> impl IntoView {
    // The draft is looked for at every stroke: a box beside this one may have begun it.
    let draft = StoredValue::new(desk.answers_in(&module));
    let kept = draft.get_value().and_then(|id| desk.latest_words(id)?.at(&question.id).map(str::to_owned));
    let (field, heading) = (format!("answer-{}", question.id), question.ask.clone());
    let typed = RwSignal::new(false);
    let write = move |text: String| {
        let known = desk.answers_in(&module).or(draft.get_value());
        let id = known.unwrap_or_else(|| ReflectionId::from_entropy(BrowserEntropy.bytes()));
        let about = || Words::about(Some(Subject::Module(module.clone())));
        let mut words = desk.latest_words(id).unwrap_or_else(about);
        let order: Vec<_> = order.iter().map(String::as_str).collect();
        words.write_at(&question.id, &heading, &text, &order);
        draft.set_value(Some(id));
        desk.write_soon(Typed::Words(id, words));
        typed.set(true);
    };
    let state = move || typed.get().then(|| draft.get_value().map(|id| desk.state_of(id)));
    view! {
        <div class="field answer">
            <label for=field.clone()>{question.ask}</label>
            <textarea
                id=field
                spellcheck="true"
                readonly=move || desk.role.get() == Role::Reader
                prop:value=kept.unwrap_or_default()
                on:input:target=move |event| write(event.target().value())
            ></textarea>
            <p class="save-state">{state}</p>
        </div>
    }
}

/// What may distress, said before it is shown, with a way to help and what else can be done.
#[component]
pub fn Warning(text: String, #[prop(optional)] children: Option<Children>) -> impl IntoView {
    view! {
        <div class="notice" data-print="yes">
            <h2>"Before you read"</h2>
            <p>{text}</p>
            <div class="button-row">
                {children.map(|children| children())}
                <a href=Route::Worried.to_string()>"Help lines"</a>
            </div>
        </div>
    }
}
