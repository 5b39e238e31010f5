//! A take-home message made one's own: what it says, what will be done, and by when.
use crate::ui::components::Erase;
use crate::{
    browser::page,
    domain::{
        ids::IntentionId, intentions::Plan, journal::Command, reflections::Subject, route::Route,
        time::parse_date,
    },
    ui::{
        app::App,
        components::page_head::PageHead,
        desk::{Desk, PAUSE_MS},
    },
};
use leptos::{prelude::*, task::spawn_local};

#[component]
pub fn IntentionPage(desk: Desk, id: IntentionId, subject: Option<Subject>) -> impl IntoView {
    let app = App::expect();
    let known = desk.journal.with_untracked(|journal| journal.intention(id).map(|it| it.plan.clone()));
    let is_new = known.is_none();
    let begun = known.or_else(|| {
        let subject = subject?;
        let message = app.library.with_untracked(|library| library.name_of(&subject)).unwrap_or_default();
        Some(Plan { subject, message, action: String::new(), by: None })
    });
    let Some(begun) = begun else {
        return view! { <PageHead title="That is not here" lead="It may have been removed." back=(Route::Today, "Today") /> }
            .into_any();
    };
    let plan = RwSignal::new(begun);
    let is_blank = RwSignal::new(false);
    let saving = RwSignal::new(false);
    // What is typed is kept at every pause, and when the page is left.
    let strokes = StoredValue::new(0_u64);
    let kept = StoredValue::new(plan.get_untracked());
    let keep = move || {
        let written = plan.get_untracked();
        if !written.is_blank() && !saving.get_untracked() && kept.get_value() != written {
            kept.set_value(written.clone());
            spawn_local(async move { drop(desk.commit(Command::Intend { id, plan: written }).await) });
        }
    };
    let typed = move |change: &dyn Fn(&mut Plan)| {
        plan.update(|plan| change(plan));
        let stroke = strokes.with_value(|count| count + 1);
        strokes.set_value(stroke);
        spawn_local(async move {
            page::pause(PAUSE_MS).await;
            if strokes.try_get_value() == Some(stroke) {
                keep();
            }
        });
    };
    on_cleanup(keep);
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let written = plan.get_untracked();
        is_blank.set(written.is_blank());
        if written.is_blank() {
            return page::focus("[role=alert]");
        }
        if saving.get_untracked() {
            return;
        }
        saving.set(true);
        spawn_local(async move {
            let done = desk.commit_and_say(Command::Intend { id, plan: written }, "Saved for Today").await;
            match done {
                Ok(()) => page::replace(&Route::Today),
                Err(_) => {
                    saving.try_set(false);
                    page::focus("[role=alert]");
                }
            }
        });
    };
    let remove = move |_| {
        saving.set(true);
        spawn_local(async move {
            if desk.commit_and_say(Command::DropIntention(id), "Removed").await.is_ok() {
                page::replace(&Route::Today);
            }
        });
    };
    let about = plan.with_untracked(|plan| plan.subject.clone());
    let about = move || app.library.with(|library| library.name_of(&about));
    view! {
        <PageHead
            title="What I will do"
            lead="One thing, small enough to do. It waits for you on Today."
            back=(Route::Today, "Today")
        />
        <p class="quiet">"From: " {about}</p>
        {move || is_blank.get().then(|| view! {
            <div class="notice" data-kind="urgent" role="alert" tabindex="-1">
                <h2>"There is something to put right"</h2>
                <button class="text-button" type="button" on:click=|_| page::focus("#action")>"Say what you will do"</button>
            </div>
        }).erased()}
        <form class="editor" on:submit=save autocomplete="off">
            <div class="field">
                <label for="message">"My message"</label>
                <textarea
                    id="message"
                    spellcheck="true"
                    prop:value=move || plan.with(|plan| plan.message.clone())
                    on:input:target=move |event| typed(&|plan| plan.message = event.target().value())
                ></textarea>
            </div>
            <div class="field">
                <label for="action">"What will I do?"</label>
                <p class="field-hint" id="action-hint">"Say when and where, such as: before my next visit I will read the chronology. Leave out names."</p>
                <textarea
                    id="action"
                    spellcheck="true"
                    aria-describedby="action-hint"
                    aria-invalid=move || is_blank.get().to_string()
                    prop:value=move || plan.with(|plan| plan.action.clone())
                    on:input:target=move |event| typed(&|plan| plan.action = event.target().value())
                ></textarea>
            </div>
            <div class="field">
                <label for="by">"By when?"</label>
                <p class="field-hint" id="by-hint">"You can leave this empty."</p>
                <input
                    type="date"
                    id="by"
                    aria-describedby="by-hint"
                    prop:value=move || plan.with(|plan| plan.by.map(|day| day.to_string()))
                    on:input:target=move |event| typed(&|plan| plan.by = parse_date(&event.target().value()))
                />
            </div>
            <div class="button-row">
                <button class="button" type="submit">"Save"</button>
                {(!is_new).then(|| view! { <button class="button" data-kind="danger" type="button" on:click=remove>"Remove it"</button> })}
            </div>
        </form>
    }
    .into_any()
}
