//! The editor: words are kept as a draft at every pause, and the page says truthfully what is where.
use super::{InstallFirst, details::Details, passages::Passages, pen::Pen};
use crate::{
    browser::{install, page},
    content::layouts::begin,
    domain::{beginnings::Beginning, ids::ReflectionId, journal::Command, route::Route, typing::Typed},
    ui::{
        app::App,
        components::{
            Erase, confirm::Confirm, line_field::LineField, nudge::Nudge, page_head::PageHead,
            save_state::SaveState,
        },
        desk::{Desk, Role},
    },
};
use leptos::{prelude::*, task::spawn_local};

#[component]
pub fn Writing(desk: Desk, id: ReflectionId, beginning: Option<Beginning>) -> impl IntoView {
    let app = App::expect();
    let is_new = desk.journal.with_untracked(|journal| journal.reflection(id).is_none());
    let begun = || app.library.with_untracked(|library| begin(library, beginning.as_ref()));
    let words = RwSignal::new(desk.latest_words(id).unwrap_or_else(begun));
    let saving = RwSignal::new(false);
    let locked = Signal::derive(move || saving.get() || desk.role.get() == Role::Reader);
    let pen = Pen::new(app, desk, id, words, locked);
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
    let about = words.with_untracked(|words| words.subject.clone()).map(|subject| {
        view! { <p class="quiet">"About: " {move || app.library.with(|library| library.name_of(&subject))}</p> }
    });
    view! {
        <PageHead title=if is_new { "Write a reflection" } else { "Change a reflection" } back=(Route::Reflect, "Reflect") />
        <InstallFirst desk />
        {about}
        <p class="privacy">
            "Write for your learning. Leave out names, dates and places: case facts belong in the case record. A court can ask to see reflections. Enhanced spell-check, where you turned it on in your browser, sends text to its maker."
        </p>
        <form class="editor" on:submit=save autocomplete="off">
            <div class="stack-tight">
                <LineField
                    id="title"
                    label="Title"
                    hint="You can leave this empty."
                    locked
                    text=Signal::derive(move || words.with(|words| words.title.clone()))
                    on_text=move |text| pen.write(|words| words.title = text)
                />
                <Nudge
                    text=Signal::derive(move || words.with(|words| words.title.clone()))
                    allowed=pen.allowed
                    left=pen.left
                    locked
                    on_text=move |text| pen.write(|words| words.title = text)
                    on_pass_over=move |text| pen.pass_over(text)
                />
            </div>
            <Passages pen />
            <Details pen />
            <div class="foot">
                <SaveState state=Signal::derive(state) />
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
