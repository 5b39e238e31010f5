//! What has changed: asked once, three months on; then a code for the organisers.
use super::handing_in::code_of;
use crate::{
    browser::clock,
    content::event_plan::told_outcome,
    domain::{
        attendance::{Attendance, Since},
        confidence::Rating,
        ids::AttendanceId,
        journal::{AttendanceCommand, Command},
        passing::{FollowUp, LONGEST_ANSWER, Message, typed},
        typing::Typed,
    },
    ui::{
        app::App,
        components::{Erase, qr_code::QrCode, scale::Scale, writing_box::WritingBox},
        desk::Desk,
    },
};
use leptos::{prelude::*, task::spawn_local};

#[component]
pub fn FollowingUp(desk: Desk, id: AttendanceId) -> impl IntoView {
    let app = App::expect();
    let known = Memo::new(move |_| desk.journal.with(|journal| journal.attendance(id).cloned()));
    let outcomes =
        known.with_untracked(|it| it.as_ref().map(|it| it.invited.outcomes.clone()).unwrap_or_default());
    let typed = desk.typing.with_untracked(|typing| typing.since(id).cloned());
    let kept = known.with_untracked(|it| it.as_ref().map(|it| it.since.clone()));
    let since = RwSignal::new(typed.or(kept).unwrap_or_default());
    let change = move |change: &dyn Fn(&mut Since)| {
        since.update(|it| change(it));
        desk.write_soon(Typed::Since(id, since.get_untracked()));
    };
    let say_so = move |_| {
        spawn_local(async move {
            if desk.keep_typing().await.is_ok() {
                let command = Command::Attend(id, AttendanceCommand::FollowUp);
                drop(desk.commit_and_say(command, "Thank you").await);
            }
        });
    };
    let asked = move || {
        let told = app.library.with(|library| {
            outcomes.iter().map(|it| told_outcome(library, it).unwrap_or_default()).collect::<Vec<_>>()
        });
        let scale = |(at, can): (usize, String)| {
            let chosen = Signal::derive(move || since.with(|it| it.ratings.get(at).copied().flatten()));
            let rate = move |rating: Option<Rating>| {
                change(&|it| {
                    if let Some(known) = it.ratings.get_mut(at) {
                        *known = rating;
                    }
                });
            };
            view! { <Scale legend=format!("Now: {can}").into_any() name=format!("since-{at}") chosen on_choose=rate /> }
        };
        view! {
            <h2>"Three months on: what has changed?"</h2>
            {told.into_iter().enumerate().map(scale).erased()}
            <WritingBox id="changed" label="What do you do otherwise now?" hint=Some(format!("Up to {LONGEST_ANSWER} letters, and no names.")) locked=Signal::stored(false) text=Signal::derive(move || since.with(|it| it.changed.clone())) on_text=move |text| change(&|it| it.changed.clone_from(&text)) />
            <div class="button-row"><button class="button" on:click=say_so>"Make a code of it"</button></div>
        }
    };
    let is_due = Memo::new(move |_| {
        known.with(|it| it.as_ref().is_some_and(|it| it.is_to_be_followed_up(clock::now())))
    });
    let said = Memo::new(move |_| known.with(|it| it.as_ref().and_then(Attendance::follow_up)));
    let told = move |it: FollowUp| {
        let typed = typed::write_follow_up(&it).ok().filter(|_| !it.ratings.is_empty());
        view! {
            <h2>"What has changed since"</h2>
            {match code_of(&Message::FollowUp(it)) {
                Some(matrix) => view! {
                    <p>"If you see the organisers, show them this."</p>
                    <QrCode matrix label="A code with what has changed, for the organisers" />
                }.into_any(),
                None => view! { <p role="alert">{format!("What you wrote has more than {LONGEST_ANSWER} letters: a code cannot hold it. Undo, shorten it, and try again.")}</p> }.into_any(),
            }}
            {typed.map(|code| view! {
                <p>"Or tell them this, such as by telephone. It holds how confident you are, and not your words."</p>
                <p class="typed-code" id="typed-follow-up">{code}</p>
            }).erased()}
        }
    };
    move || {
        let shown = match (is_due.get(), said.get()) {
            (true, _) => asked().into_any(),
            (false, Some(it)) => told(it).into_any(),
            (false, None) => return None,
        };
        Some(view! { <section class="card not-printed" id="follow-up">{shown}</section> })
    }
}
