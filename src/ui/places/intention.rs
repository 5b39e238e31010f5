//! A take-home message made one's own: what it says, what will be done, and by when.
use crate::ui::components::Erase;
use crate::{
    browser::page,
    domain::{
        ids::IntentionId, intentions::Plan, journal::Command, reflections::Subject, route::Route,
        time::parse_date, typing::Typed,
    },
    ui::{
        app::App,
        components::{line_field::LineField, page_head::PageHead, writing_box::WritingBox},
        desk::{Desk, Role},
    },
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
    let name = move || app.library.with(|library| about.with_value(|about| library.name_of(about)));
    let plan = RwSignal::new(begun);
    // The pack's own words to begin with; it may still be on its way.
    let untouched = StoredValue::new(known.is_none());
    Effect::new(move || {
        if let Some(name) = name().filter(|_| untouched.get_value()) {
            plan.update(|plan| plan.message = name);
        }
    });
    let is_blank = RwSignal::new(false);
    let busy = RwSignal::new(false);
    let typed = move |change: &dyn Fn(&mut Plan)| {
        untouched.set_value(false);
        plan.update(|plan| change(plan));
        desk.write_soon(Typed::Plan(id, plan.get_untracked()));
    };
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
    // It is kept at every pause in typing, and says so.
    let state = move || {
        let typing = desk.typing.with(|typing| typing.plan(id).is_some());
        let kept = desk
            .journal
            .with(|journal| journal.intention(id).is_some_and(|it| plan.with(|plan| it.plan == *plan)));
        match (desk.trouble.with(Option::is_some), typing, kept) {
            (true, ..) => "Not saved",
            (false, true, _) => "Typing…",
            (false, false, true) => "Kept for Today",
            (false, false, false) => "Not kept yet: say what you will do",
        }
    };
    let locked = move || busy.get() || desk.role.get() == Role::Reader;
    view! {
        <PageHead
            title="What I will do"
            lead="One thing, small enough to do. It waits for you on Today."
            back=(Route::Today, "Today")
        />
        {move || name().map(|name| view! { <p class="quiet">"From: " {name}</p> }).erased()}
        {move || is_blank.get().then(|| view! {
            <div class="notice" data-kind="urgent" role="alert" tabindex="-1">
                <h2>"There is something to put right"</h2>
                <button class="text-button" type="button" on:click=|_| page::focus("#action")>"Say what you will do"</button>
            </div>
        }).erased()}
        <form class="editor" on:submit=save autocomplete="off">
            <WritingBox
                id="message"
                label="My message"
                hint=None
                locked=Signal::derive(locked)
                text=Signal::derive(move || plan.with(|plan| plan.message.clone()))
                on_text=move |text| typed(&|plan| plan.message.clone_from(&text))
            />
            <WritingBox
                id="action"
                label="What will I do?"
                hint=Some("Say when and where, such as: before my next visit I will read the chronology. Leave out names.".to_owned())
                locked=Signal::derive(locked)
                text=Signal::derive(move || plan.with(|plan| plan.action.clone()))
                missing=is_blank
                on_text=move |text| typed(&|plan| plan.action.clone_from(&text))
            />
            <LineField
                id="owner"
                label="Who does it?"
                hint="By role. Leave it empty if it is you."
                locked=Signal::derive(locked)
                text=Signal::derive(move || plan.with(|plan| plan.owner.clone()))
                on_text=move |text| typed(&|plan| plan.owner.clone_from(&text))
            />
            <div class="field">
                <label for="by">"By when?"</label>
                <p class="field-hint" id="by-hint">"You can leave this empty."</p>
                <input
                    type="date"
                    id="by"
                    readonly=locked
                    aria-describedby="by-hint"
                    prop:value=move || plan.with(|plan| plan.by.map(|day| day.to_string()).unwrap_or_default())
                    on:input:target=move |event| typed(&|plan| plan.by = parse_date(&event.target().value()))
                />
            </div>
            <p class="save-state" id="save-state">{state}</p>
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
