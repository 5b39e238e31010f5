//! Supervision: the agenda of the next meeting, and the meetings that were held.
use super::{
    hand_on::HandOn,
    notes::{NotesBox, NotesPen, WithField},
};
use crate::{
    browser::{clock, entropy::BrowserEntropy, page},
    content::agenda::agenda_paper,
    domain::{
        ids::MeetingId,
        intentions::Intention,
        journal::Command,
        reflections::Reflection,
        route::Route,
        supervision::{Agenda, Meeting, Notes, agenda, held},
        time::{long_date, parse_date, study_day, weekday_and_date},
    },
    ui::{
        components::{
            Erase,
            action_row::ActionRow,
            dialog::Dialog,
            page_head::PageHead,
            save_state::SaveState,
            sheet::Sheet,
            way::{Way, WayLink},
        },
        desk::Desk,
    },
    vault::Entropy,
};
use leptos::{prelude::*, task::spawn_local};

/// What stands on every page about supervision.
#[component]
pub fn NotTheRecord() -> impl IntoView {
    view! {
        <p class="privacy">
            "Decisions about a child belong in the child's record. This is your own log of learning. Leave out names, dates and places. A court can ask to see it."
        </p>
    }
}

#[component]
pub fn Supervision(desk: Desk) -> impl IntoView {
    let next = Memo::new(move |_| desk.journal.with(agenda));
    let fresh = StoredValue::new(MeetingId::from_entropy(BrowserEntropy.bytes()));
    let id = Memo::new(move |_| {
        if let Some(meeting) = next.with(|next| next.meeting.as_ref().map(|it| it.id)) {
            return meeting;
        }
        // The one that was written about here has been held meanwhile.
        if desk.journal.with(|journal| journal.meeting(fresh.get_value()).is_some()) {
            fresh.set_value(MeetingId::from_entropy(BrowserEntropy.bytes()));
        }
        fresh.get_value()
    });
    let pen = NotesPen::new(desk, id.into());
    let with_words = RwSignal::new(false);
    let paper = move || next.with(|next| agenda_paper(next, &pen.latest(), with_words.get()));
    let asking = RwSignal::new(false);
    view! {
        <PageHead title="Supervision" lead="What to bring next, and what came of it before." back=(Route::Reflect, "Reflect") />
        <NotTheRecord />
        <div class="editor not-printed">
            <section class="stack" aria-labelledby="next-meeting">
                <h2 id="next-meeting">"The next meeting"</h2>
                <DayField pen />
                <WithField pen />
            </section>
            <Bring desk next />
            <Actions desk next />
            <NotesBox
                pen
                id="points"
                label="My own points"
                hint="What else do you want to ask or say?"
                get=|notes| &notes.points
                set=|notes| &mut notes.points
            />
            <SaveState state=Signal::derive(move || pen.state().to_owned()) />
            <section class="stack-tight" aria-labelledby="on-paper">
                <h2 id="on-paper">"Take it with you"</h2>
                {move || next.with(|next| !next.bring.is_empty()).then(|| view! {
                    <div class="choices">
                        <label>
                            <input type="checkbox" prop:checked=with_words on:change:target=move |event| with_words.set(event.target().checked()) />
                            "With the words of each reflection"
                        </label>
                    </div>
                }).erased()}
                <HandOn paper=Signal::derive(paper) file="supervision" />
            </section>
            <div class="button-row">
                <button class="button" type="button" disabled=pen.locked on:click=move |_| asking.set(true)>"It was held"</button>
            </div>
        </div>
        {move || view! { <Sheet paper=paper() /> }}
        <Held desk />
        <WasHeld pen asking />
    }
}

#[component]
fn DayField(pen: NotesPen) -> impl IntoView {
    view! {
        <div class="field small-field">
            <label for="day">"On which day?"</label>
            <input
                type="date"
                id="day"
                readonly=pen.locked
                prop:value=move || pen.latest().day.map(|day| day.to_string()).unwrap_or_default()
                on:change:target=move |event| {
                    let day = parse_date(&event.target().value());
                    pen.write(|notes| notes.day = day);
                }
            />
        </div>
    }
}

/// What is ticked to be brought.
#[component]
fn Bring(desk: Desk, next: Memo<Agenda>) -> impl IntoView {
    let row = move |it: &Reflection| {
        let id = it.id;
        let untick = move |_| {
            let command = Command::Bring { id, bring: false };
            spawn_local(async move { drop(desk.commit_and_say(command, "Not for supervision").await) });
        };
        let name = it.words.headline();
        let label = format!("Not now: {name}");
        view! {
            <li>
                <WayLink to=Route::Reflection(id) name note=long_date(it.day()) />
                <button class="text-button" type="button" aria-label=label on:click=untick>"Not now"</button>
            </li>
        }
    };
    view! {
        <section class="stack-tight" id="bring">
            <h2>"What I bring"</h2>
            {move || next.with(|next| next.bring.is_empty()).then(|| view! {
                <p class="quiet">
                    "Nothing yet. Open a reflection and choose \"Bring it to supervision\". "
                    <a href=Route::Reflect.to_string()>"To my reflections"</a>
                </p>
            }).erased()}
            <ul class="way-list with-action">{move || next.with(|next| next.bring.iter().map(row).erased())}</ul>
        </section>
    }
}

/// What is still to be done, ticked off here as on Today.
#[component]
fn Actions(desk: Desk, next: Memo<Agenda>) -> impl IntoView {
    let row = move |it: &Intention| {
        let id = it.id;
        let tick = move |done| desk.tick(id, done);
        view! { <ActionRow it=it.clone() today=study_day(clock::now()) on_tick=tick /> }
    };
    view! {
        <section class="stack-tight" id="to-do">
            <h2>"Still to do"</h2>
            {move || next.with(|next| next.actions.is_empty()).then(|| view! { <p class="quiet">"Nothing is open."</p> }).erased()}
            <ul class="way-list with-action">{move || next.with(|next| next.actions.iter().map(row).erased())}</ul>
        </section>
    }
}

/// Asks for the day on which it was held, and goes on to what came of it.
#[component]
fn WasHeld(pen: NotesPen, asking: RwSignal<bool>) -> impl IntoView {
    let desk = pen.desk;
    let day = RwSignal::new(String::new());
    Effect::new(move || {
        if asking.get() {
            let today = clock::now().date_naive();
            let planned = untrack(|| pen.latest().day).filter(|day| *day <= today);
            day.set(planned.unwrap_or(today).to_string());
        }
    });
    let chosen = move || parse_date(&day.get()).filter(|day| *day <= clock::now().date_naive());
    let hold = move |_| {
        let Some(day) = untrack(chosen) else { return page::focus("#held-on") };
        asking.set(false);
        spawn_local(async move {
            drop(desk.keep_typing().await);
            let id = pen.id.get_untracked();
            let is_kept = desk.journal.with_untracked(|journal| journal.meeting(id).is_some());
            // Nothing was written about it: then its day is what is known.
            let begun = match is_kept {
                true => Ok(vec![]),
                false => {
                    let notes = Notes { day: Some(day), ..untrack(|| pen.latest()) };
                    desk.commit(Command::KeepMeeting { id, notes }).await
                }
            };
            let Ok(begun) = begun else { return page::focus("[role=alert]") };
            match desk.commit(Command::HoldMeeting { id, day }).await {
                Ok(mut undo) => {
                    undo.extend(begun);
                    desk.say("Noted as held", undo);
                    page::go(&Route::Meeting(id));
                }
                Err(_) => page::focus("[role=alert]"),
            }
        });
    };
    view! {
        <Dialog open=asking.into() on_close=move || asking.set(false) labelled_by="held-question">
            <h2 id="held-question">"When was it held?"</h2>
            <p>"What you brought is kept with it, and is no longer marked to bring."</p>
            <div class="field">
                <label for="held-on">"Day"</label>
                {move || chosen().is_none().then(|| view! {
                    <p class="field-wrong" role="alert">"Choose a day up to today."</p>
                }).erased()}
                <input
                    type="date"
                    id="held-on"
                    max=clock::now().date_naive().to_string()
                    aria-invalid=move || chosen().is_none().to_string()
                    prop:value=day
                    on:input:target=move |event| day.set(event.target().value())
                />
            </div>
            <div class="button-row">
                <button class="button" type="button" on:click=hold>"It was held"</button>
                <button class="button" data-kind="plain" type="button" on:click=move |_| asking.set(false)>"Not yet"</button>
            </div>
        </Dialog>
    }
}

/// The meetings that were held, the last first.
#[component]
fn Held(desk: Desk) -> impl IntoView {
    let all = Memo::new(move |_| {
        desk.journal.with(|journal| held(journal).into_iter().cloned().collect::<Vec<_>>())
    });
    let row = |it: &Meeting| {
        let mut notes = vec![];
        if !it.notes.with.trim().is_empty() {
            notes.push(it.notes.with.clone());
        }
        notes.push(match it.brought.len() {
            0 => "Nothing was brought".to_owned(),
            1 => "One reflection brought".to_owned(),
            many => format!("{many} reflections brought"),
        });
        if it.notes.outcome.trim().is_empty() {
            notes.push("No outcome yet".to_owned());
        }
        let name = it.held.map(weekday_and_date).unwrap_or_default();
        view! { <Way to=Route::Meeting(it.id) name note=notes.join(" · ") /> }
    };
    view! {
        <section class="stack-tight not-printed" id="held">
            <h2>"Held before"</h2>
            {move || all.with(Vec::is_empty).then(|| view! { <p class="quiet">"No meeting has been noted yet."</p> }).erased()}
            <ul class="way-list">{move || all.with(|all| all.iter().map(row).erased())}</ul>
        </section>
    }
}
