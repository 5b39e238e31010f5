//! A supervision meeting that was held: what was brought to it and what came of it.
use super::{
    hand_on::HandOn,
    notes::{NotesBox, NotesPen, WithField},
    supervision::NotTheRecord,
};
use crate::{
    browser::{entropy::BrowserEntropy, page},
    content::agenda::meeting_paper,
    domain::{
        ids::{IntentionId, MeetingId, ReflectionId},
        journal::Command,
        reflections::{Reflection, Subject},
        route::Route,
        supervision::Meeting,
        time::long_date,
        typing::Typed,
    },
    ui::{
        components::{
            Erase, hours_field::HoursField, page_head::PageHead, save_state::SaveState, sheet::Sheet,
            way::WayLink,
        },
        desk::Desk,
    },
    vault::Entropy,
};
use leptos::{prelude::*, task::spawn_local};

#[component]
pub fn MeetingPage(desk: Desk, id: MeetingId) -> impl IntoView {
    let held = Memo::new(move |_| desk.journal.with(|journal| journal.meeting(id).map(|it| it.held)));
    move || {
        match held.get() {
        None => view! {
            <PageHead title="That supervision is not here" lead="It may have been removed." back=(Route::Supervision, "Supervision") />
        }
        .into_any(),
        Some(None) => view! {
            <PageHead title="That supervision is still to come" back=(Route::Supervision, "Supervision") />
            <a class="button" href=Route::Supervision.to_string()>"To what I bring"</a>
        }
        .into_any(),
        Some(Some(day)) => view! {
            <PageHead title=format!("Supervision on {}", long_date(day)) back=(Route::Supervision, "Supervision") />
            <Record desk id />
        }
        .into_any(),
    }
    }
}

/// A meeting with the reflections that were brought to it, as far as they are here.
fn with_brought(desk: Desk, id: MeetingId) -> Option<(Meeting, Vec<Reflection>)> {
    desk.journal.with(|journal| {
        let meeting = journal.meeting(id)?.clone();
        let brought = meeting.brought.iter().filter_map(|id| journal.reflection(*id).cloned()).collect();
        Some((meeting, brought))
    })
}

#[component]
fn Record(desk: Desk, id: MeetingId) -> impl IntoView {
    let pen = NotesPen::new(desk, Signal::stored(id));
    let seen = Memo::new(move |_| with_brought(desk, id));
    let paper = move || {
        let (meeting, brought) = seen.get().unzip();
        let meeting = meeting.map(|it| Meeting { notes: pen.latest(), ..it });
        meeting.map(|it| meeting_paper(&it, &brought.unwrap_or_default())).unwrap_or_default()
    };
    let remove = move |_| {
        spawn_local(async move {
            // First what was typed last, so that it can be taken back.
            drop(desk.keep_typing().await);
            let typed = Typed::Notes(id, untrack(|| pen.latest()));
            if desk.commit_and_say(Command::DropMeeting(id), "Supervision removed").await.is_ok() {
                desk.forget(&typed);
                page::replace(&Route::Supervision);
            }
        });
    };
    view! {
        <NotTheRecord />
        <div class="editor not-printed">
            <NotesBox
                pen
                id="outcome"
                label="What came of it?"
                hint="What you learned, what you will do, and what was agreed for you. No decisions about a child."
                get=|notes| &notes.outcome
                set=|notes| &mut notes.outcome
            />
            <Brought seen />
            <WithField pen />
            <div class="small-field">
                <HoursField
                    id="length"
                    label="How long, in hours"
                    hint="Such as 1.5 or 1:30"
                    locked=pen.locked
                    minutes=untrack(|| pen.latest().minutes)
                    on_minutes=move |minutes| pen.write(|notes| notes.minutes = minutes)
                />
            </div>
            <NotesBox
                pen
                id="points"
                label="My own points"
                hint="What you wanted to ask or say"
                get=|notes| &notes.points
                set=|notes| &mut notes.points
            />
            <SaveState state=Signal::derive(move || pen.state().to_owned()) />
            <section class="stack-tight" aria-labelledby="on-paper">
                <h2 id="on-paper">"Keep it elsewhere"</h2>
                <HandOn paper=Signal::derive(paper) file="supervision" />
            </section>
            <div class="button-row">
                <button class="button" data-kind="danger" type="button" disabled=pen.locked on:click=remove>"Remove it"</button>
            </div>
        </div>
        {move || view! { <Sheet paper=paper() /> }}
    }
}

/// What was brought, each with a way to act on it.
#[component]
fn Brought(seen: Memo<Option<(Meeting, Vec<Reflection>)>>) -> impl IntoView {
    let row = |(id, it): (ReflectionId, Option<Reflection>)| {
        let fresh = IntentionId::from_entropy(BrowserEntropy.bytes());
        let act = Route::Intention(fresh, Some(Subject::Reflection(id)));
        match it {
            None => view! { <li><p class="gone">"One that is not here any more"</p></li> }.into_any(),
            Some(it) => {
                let name = it.words.headline();
                let note = match it.binned {
                    Some(_) => format!("{} · In the bin", long_date(it.day())),
                    None => long_date(it.day()),
                };
                view! {
                    <li>
                        <WayLink to=Route::Reflection(id) name=name.clone() note />
                        <a class="text-button" href=act.to_string() aria-label=format!("Add an action: {name}")>"Add an action"</a>
                    </li>
                }
                .into_any()
            }
        }
    };
    let rows = move || {
        seen.with(|seen| {
            let (meeting, brought) = seen.as_ref()?;
            let of = |id: &ReflectionId| (*id, brought.iter().find(|it| it.id == *id).cloned());
            Some(meeting.brought.iter().map(of).map(row).erased())
        })
    };
    let is_empty =
        move || seen.with(|seen| seen.as_ref().is_some_and(|(meeting, _)| meeting.brought.is_empty()));
    view! {
        <section class="stack-tight" id="brought">
            <h2>"What I brought"</h2>
            {move || is_empty().then(|| view! { <p class="quiet">"No reflection was marked to bring."</p> }).erased()}
            <ul class="way-list with-action">{rows}</ul>
        </section>
    }
}
