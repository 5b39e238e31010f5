//! The editor: words are kept as a draft at every pause, and the page says truthfully what is where.
use crate::ui::components::Erase;
use crate::{
    browser::{install, page},
    domain::{
        beginnings::Beginning, ids::ReflectionId, journal::Command, models::prompt_of, reflections::Words,
        route::Route, typing::Typed,
    },
    ui::{
        app::App,
        components::{confirm::Confirm, page_head::PageHead, writing_box::WritingBox},
        desk::{Desk, Role},
        places::reflect::InstallFirst,
    },
};
use leptos::{prelude::*, task::spawn_local};

fn begun(beginning: Option<Beginning>) -> Words {
    match beginning {
        Some(Beginning::About(subject)) => Words::about(Some(subject)),
        _ => Words::about(None),
    }
}

#[component]
pub fn Writing(desk: Desk, id: ReflectionId, beginning: Option<Beginning>) -> impl IntoView {
    let app = App::expect();
    let is_new = desk.journal.with_untracked(|journal| journal.reflection(id).is_none());
    let words = RwSignal::new(desk.latest_words(id).unwrap_or_else(|| begun(beginning)));
    let typed = move |change: &dyn Fn(&mut Words)| {
        words.update(|words| change(words));
        desk.write_soon(Typed::Words(id, words.get_untracked()));
    };
    let saving = RwSignal::new(false);
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if saving.get_untracked() {
            return;
        }
        saving.set(true);
        spawn_local(async move {
            let written = words.get_untracked();
            match desk.commit(Command::WriteReflection { id, words: written.clone() }).await {
                Ok(_) => {
                    desk.forget(&Typed::Words(id, written));
                    desk.say("Saved", vec![]);
                    page::replace(&Route::Reflection(id));
                    // Some browsers ask the person: only now, when there is something worth keeping.
                    install::ask_to_keep().await;
                }
                Err(_) => {
                    // The page may have been left meanwhile; the words are among those not on disk yet.
                    saving.try_set(false);
                    page::focus("[role=alert]");
                }
            }
        });
    };
    let discarding = RwSignal::new(false);
    let discard = move || {
        spawn_local(async move {
            let thrown = words.get_untracked();
            // First as a draft, so that it can be taken back.
            drop(desk.keep_typing().await);
            if desk.commit_and_say(Command::DiscardDraft(id), "Draft thrown away").await.is_ok() {
                // Words that could not be kept must not come back by themselves.
                desk.forget(&Typed::Words(id, thrown));
                page::replace(&Route::Reflect);
            }
        });
    };
    let has_draft = move || desk.is_typing(id) || desk.journal.with(|journal| journal.draft(id).is_some());
    let state = move || if saving.get() { "Saving…".to_owned() } else { desk.state_of(id) };
    let locked = move || saving.get() || desk.role.get() == Role::Reader;
    let about = words.with_untracked(|words| words.subject.clone()).map(|subject| {
        view! { <p class="quiet">"About: " {move || app.library.with(|library| library.name_of(&subject))}</p> }
    });
    let passages = words.with_untracked(|words| words.passages.clone());
    let fields = passages
        .into_iter()
        .enumerate()
        .map(|(at, passage)| {
            view! {
                <WritingBox
                    id=format!("passage-{}", passage.stage)
                    label=passage.heading
                    hint=prompt_of(&passage.stage)
                    locked=Signal::derive(locked)
                    text=Signal::derive(move || words.with(|words| words.passages[at].text.clone()))
                    on_text=move |text| typed(&|words| words.passages[at].text.clone_from(&text))
                />
            }
        })
        .erased();
    view! {
        <PageHead title=if is_new { "Write a reflection" } else { "Change a reflection" } back=(Route::Reflect, "Reflect") />
        <InstallFirst desk />
        {about}
        <p class="privacy">"Write for your learning. Leave out names, dates and places: case facts belong in the case record."</p>
        <form class="editor" on:submit=save autocomplete="off">
            <div class="field">
                <label for="title">"Title"</label>
                <p class="field-hint" id="title-hint">"You can leave this empty."</p>
                <input
                    type="text"
                    id="title"
                    aria-describedby="title-hint"
                    readonly=locked
                    prop:value=move || words.with(|words| words.title.clone())
                    on:input:target=move |event| {
                        let text = event.target().value();
                        typed(&|words| words.title.clone_from(&text));
                    }
                />
            </div>
            {fields}
            <div class="foot">
                <p class="save-state" id="save-state">{state}</p>
                {move || (has_draft()).then(|| view! {
                    <button class="text-button" type="button" on:click=move |_| discarding.set(true)>"Throw away"</button>
                }).erased()}
                <button class="button" type="submit">"Save"</button>
            </div>
        </form>
        <Confirm
            asking=discarding
            question="Throw this draft away?"
            detail="What you typed since you last saved will be gone. Straight afterwards you can still undo it."
            no="Keep writing"
            yes="Throw it away"
            on_yes=discard
        />
    }
}
