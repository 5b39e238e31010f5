//! What is written about a supervision meeting: on screen at once, on disk at the next pause.
use super::pen::{allowed, pass_over};
use crate::{
    domain::{identifiers::Allowed, ids::MeetingId, supervision::Notes, typing::Typed},
    ui::{
        app::App,
        components::{line_field::LineField, nudge::Nudge, writing_box::WritingBox},
        desk::{Desk, Role},
    },
};
use leptos::prelude::*;

/// Copies write about the same meeting.
#[derive(Clone, Copy)]
pub struct NotesPen {
    pub desk: Desk,
    /// The meeting that is written about.
    pub id: Signal<MeetingId>,
    /// Another tab writes.
    pub locked: Signal<bool>,
    allowed: Signal<Allowed>,
    left: RwSignal<Vec<String>>,
}

impl NotesPen {
    pub fn new(desk: Desk, id: Signal<MeetingId>) -> Self {
        let locked = Signal::derive(move || desk.role.get() == Role::Reader);
        Self { desk, id, locked, allowed: allowed(App::expect(), desk), left: RwSignal::default() }
    }

    /// The latest that is written: not on disk yet, or kept.
    pub fn latest(self) -> Notes {
        let id = self.id.get();
        let typed = self.desk.typing.with(|typing| typing.notes(id).cloned());
        typed.unwrap_or_else(|| {
            let kept = self.desk.journal.with(|journal| journal.meeting(id).map(|it| it.notes.clone()));
            kept.unwrap_or_default()
        })
    }

    /// Changes what is written.
    pub fn write(self, change: impl FnOnce(&mut Notes)) {
        let mut notes = untrack(|| self.latest());
        change(&mut notes);
        self.desk.write_soon(Typed::Notes(self.id.get_untracked(), notes));
    }

    /// What has become of it, in words.
    pub fn state(self) -> &'static str {
        let id = self.id.get();
        let typing = self.desk.typing.with(|typing| typing.notes(id).is_some());
        let kept = self.desk.journal.with(|journal| journal.meeting(id).is_some());
        match (self.desk.trouble.with(Option::is_some), typing, kept) {
            (true, true, _) => "Not saved",
            (_, true, _) => "Typing…",
            (_, false, true) => "Kept",
            (_, false, false) => "Nothing written yet",
        }
    }
}

/// A box for one of the texts, with the nudge under it.
#[component]
pub fn NotesBox(
    pen: NotesPen,
    id: &'static str,
    label: &'static str,
    hint: &'static str,
    get: fn(&Notes) -> &String,
    set: fn(&mut Notes) -> &mut String,
) -> impl IntoView {
    let text = Signal::derive(move || get(&pen.latest()).clone());
    let write = move |text: String| pen.write(|notes| *set(notes) = text);
    view! {
        <div class="stack-tight">
            <WritingBox id label hint=Some(hint.to_owned()) locked=pen.locked text on_text=write />
            <Nudge
                text
                allowed=pen.allowed
                left=pen.left
                locked=pen.locked
                on_text=write
                on_pass_over=move |text| pass_over(pen.desk, text)
            />
        </div>
    }
}

/// With whom it is, by role.
#[component]
pub fn WithField(pen: NotesPen) -> impl IntoView {
    view! {
        <div class="small-field">
        <LineField
            id="with"
            label="With whom, by role"
            hint="Such as: team manager, safeguarding lead. No names."
            locked=pen.locked
            text=Signal::derive(move || pen.latest().with)
            on_text=move |text| pen.write(|notes| notes.with = text)
        />
        </div>
    }
}
