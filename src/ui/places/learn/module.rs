//! A module: its parts, what is left to read, and where to go on.
use crate::ui::components::Erase;
use crate::{
    content::format::Module,
    domain::{
        ids::{ModuleId, SectionId},
        journal::Command,
        progress::{go_on_at, how_many_read},
        reflections::Subject,
        route::Route,
        time::long_date,
    },
    ui::{
        app::App,
        components::{page_head::PageHead, warning::Warning},
        places::{
            Missing,
            learn::outcomes::{Outcomes, Stage},
        },
    },
};
use leptos::{prelude::*, task::spawn_local};

#[component]
pub fn ModulePage(id: ModuleId) -> impl IntoView {
    let app = App::expect();
    move || {
        let module = app.library.with(|library| library.module(&id).cloned());
        match module {
            Some(module) => view! { <Parts id=id.clone() module /> }.into_any(),
            None => view! {
                <PageHead title="A lesson" back=(Route::Learn, "Learn") />
                <Missing what="This lesson is not in any pack that could be read." />
            }
            .into_any(),
        }
    }
}

#[component]
fn Parts(id: ModuleId, module: Module) -> impl IntoView {
    let app = App::expect();
    let sections: Vec<_> = module.sections.iter().map(|it| SectionId::new(id.pack(), &it.id)).collect();
    let (of, minutes) = (sections.len(), usize::from(module.minutes));
    let known = id.clone();
    let read = Memo::new(move |_| {
        let read = app.desk().and_then(|desk| {
            desk.journal.with(|journal| journal.progress_of(&known).map(|it| it.read.clone()))
        });
        read.unwrap_or_default()
    });
    let row = |(id, title): (&SectionId, &String)| {
        let (to, id) = (Route::Section(id.clone()), id.clone());
        let state = move || read.with(|read| read.contains(&id)).then_some("Read");
        view! {
            <li>
                <a href=to.to_string()>
                    <span class="way-name">{title.clone()}</span>
                    <span class="way-note">{state}</span>
                </a>
            </li>
        }
    };
    let rows = sections.iter().zip(module.sections.iter().map(|it| &it.title)).map(row).erased();
    let stage = {
        let sections = sections.clone();
        Signal::derive(move || match read.with(|read| how_many_read(&sections, read)) {
            0 => Stage::Unread,
            done if done == of => Stage::Read,
            _ => Stage::Begun,
        })
    };
    let outcomes = (!module.outcomes.is_empty()).then(|| {
        view! { <Outcomes pack=id.pack().to_owned() outcomes=module.outcomes stage /> }
    });
    let warned = module.warning.map(|text| view! { <Warning text /> });
    let again = id.clone();
    let read_again = move |_| {
        if let Some(desk) = app.desk() {
            let again = Command::ReadAgain(again.clone());
            spawn_local(async move { drop(desk.commit_and_say(again, "Marked as not read").await) });
        }
    };
    let answers = {
        let id = id.clone();
        move || {
            let (draft, kept) = app.desk()?.journal.with(|journal| {
                let kept = journal.reflections_about(&Subject::Module(id.clone()));
                let kept = kept.first().map(|it| (it.id, long_date(it.written.date_naive())));
                (journal.answers_in(&id).map(|draft| draft.id), kept)
            });
            let (told, to) = match (draft, kept) {
                (Some(draft), _) => (
                    "You have answers in this lesson that are not a reflection yet.".to_owned(),
                    (Route::Write(draft, None), "Finish them as a reflection"),
                ),
                (None, Some((id, day))) => {
                    (format!("You kept your answers on {day}."), (Route::Reflection(id), "Read them"))
                }
                (None, None) => return None,
            };
            let (route, label) = to;
            Some(view! {
                <div class="notice">
                    <p>{told}</p>
                    <a href=route.to_string()>{label}</a>
                </div>
            })
        }
    };
    let here = move || {
        let done = read.with(|read| how_many_read(&sections, read));
        let left = (minutes * (of - done)).div_ceil(of.max(1));
        let told = match done {
            0 => format!("About {minutes} minutes, in {of} parts. Stop where you like."),
            done if done == of => format!("You have read all {of} parts."),
            done => format!("{done} of {of} parts read. Left to read: about {}.", minutes_told(left)),
        };
        let next = read.with(|read| go_on_at(&sections, read).cloned());
        let on = next.map(|next| {
            let label = if done == 0 { "Start" } else { "Go on" };
            view! { <a class="button" href=Route::Section(next).to_string()>{label}</a> }
        });
        view! {
            <p class="quiet" id="progress">{told}</p>
            <progress aria-labelledby="progress" max=of.to_string() value=done.to_string()></progress>
            <div class="button-row">
                {on}
                {(done > 0).then(|| view! {
                    <button class="text-button" on:click=read_again.clone()>"Mark as not read"</button>
                })}
            </div>
        }
    };
    view! {
        <PageHead title=module.title lead=module.summary back=(Route::Learn, "Learn") />
        {warned}
        <div class="progress">{here}</div>
        {answers}
        {outcomes}
        <ol class="way-list">{rows}</ol>
    }
}

fn minutes_told(minutes: usize) -> String {
    match minutes {
        1 => "a minute".to_owned(),
        many => format!("{many} minutes"),
    }
}
