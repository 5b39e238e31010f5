//! A take-home message made one's own: what it says, what will be done, and by when.
use crate::ui::components::Erase;
use crate::{
    browser::page,
    domain::{
        ids::IntentionId, intentions::Plan, journal::Command, reflections::Subject, route::Route,
        typing::Typed,
    },
    ui::{app::App, components::page_head::PageHead, desk::Desk, places::plan_fields::PlanFields},
};
use leptos::{prelude::*, task::spawn_local};

#[component]
pub fn IntentionPage(desk: Desk, id: IntentionId, subject: Option<Subject>) -> impl IntoView {
    let app = App::expect();
    let is_new = desk.journal.with_untracked(|journal| journal.intention(id).is_none());
    let known = desk.latest_plan(id);
    let begun = known.clone().or_else(|| Some(Plan::about(subject?)));
    let Some(begun) = begun else {
        return view! { <PageHead title="That is not here" lead="It may have been removed." back=(Route::Today, "Today") /> }
            .into_any();
    };
    let about = StoredValue::new(begun.subject.clone());
    let name =
        Memo::new(move |_| app.library.with(|library| about.with_value(|about| library.name_of(about))));
    let plan = RwSignal::new(begun);
    // The pack's own words to begin with; it may still be on its way.
    let fresh = known.is_none();
    Effect::new(move || {
        let is_empty = || plan.with_untracked(|plan| plan.message.is_empty());
        if let Some(name) = name.get().filter(|_| fresh && is_empty()) {
            plan.update(|plan| plan.message = name);
        }
    });
    let is_blank = RwSignal::new(false);
    let busy = RwSignal::new(false);
    let carry_out = move |command: Command, said: &'static str| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        spawn_local(async move {
            // First what was typed last, so that nothing of it comes afterwards, and it can be taken back.
            drop(desk.keep_typing().await);
            let written = plan.get_untracked();
            let undoable = matches!(command, Command::DropIntention(_));
            match desk.commit(command).await {
                Ok(undo) => {
                    desk.forget(&Typed::Plan(id, written));
                    desk.say(said, if undoable { undo } else { vec![] });
                    page::replace(&Route::Today);
                }
                Err(_) => {
                    busy.try_set(false);
                    page::focus("[role=alert]");
                }
            }
        });
    };
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let written = plan.get_untracked();
        is_blank.set(written.is_blank());
        match written.is_blank() {
            true => page::focus("[role=alert]"),
            false => carry_out(Command::Intend { id, plan: written }, "Saved for Today"),
        }
    };
    view! {
        <PageHead
            title="What I will do"
            lead="One thing, small enough to do. It waits for you on Today."
            back=(Route::Today, "Today")
        />
        {move || name.get().map(|name| view! { <p class="quiet">"From: " {name}</p> }).erased()}
        {move || is_blank.get().then(|| view! {
            <div class="notice" data-kind="urgent" role="alert" tabindex="-1">
                <h2>"There is something to put right"</h2>
                <button class="text-button" type="button" on:click=|_| page::focus("#action")>"Say what you will do"</button>
            </div>
        }).erased()}
        <form class="editor" on:submit=save autocomplete="off">
            <PlanFields desk id plan has_owner=true missing=is_blank busy />
            <div class="button-row">
                <button class="button" type="submit">"Save"</button>
                {(!is_new)
                    .then(|| view! {
                        <button
                            class="button"
                            data-kind="danger"
                            type="button"
                            on:click=move |_| carry_out(Command::DropIntention(id), "Removed")
                        >
                            "Remove it"
                        </button>
                    })}
            </div>
        </form>
    }
    .into_any()
}
