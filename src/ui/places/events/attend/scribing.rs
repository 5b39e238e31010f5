//! What one's table says to a question of the group work, for the facilitator's camera: the number on the room's screen tells
//! which question.
use super::handing_in::code_of;
use crate::{
    domain::{
        attendance::Scribed,
        ids::AttendanceId,
        passing::{LONGEST_NOTE, LONGEST_TABLE, Message},
        typing::Typed,
    },
    ui::{
        components::{Erase, qr_code::QrCode, writing_box::WritingBox},
        desk::{Desk, Role},
    },
};
use leptos::prelude::*;

#[component]
pub fn Scribing(desk: Desk, id: AttendanceId) -> impl IntoView {
    let typed = desk.typing.with_untracked(|typing| typing.scribed(id).cloned());
    let known = desk.journal.with_untracked(|journal| journal.attendance(id).cloned());
    let Some(known) = known.filter(|it| it.invited.prompts > 0) else { return ().into_any() };
    let scribed = RwSignal::new(typed.unwrap_or(known.scribed.clone()));
    let at = RwSignal::new(0_u8);
    let change = move |change: &dyn Fn(&mut Scribed)| {
        scribed.update(|it| change(it));
        desk.write_soon(Typed::Scribed(id, scribed.get_untracked()));
    };
    let text = move || scribed.with(|it| it.notes.get(usize::from(at.get())).cloned().unwrap_or_default());
    let write = move |text: String| {
        change(&|it| {
            if let Some(note) = it.notes.get_mut(usize::from(at.get_untracked())) {
                note.clone_from(&text);
            }
        });
    };
    let locked = Signal::derive(move || desk.role.get() == Role::Reader);
    let questions = (0..known.invited.prompts).map(|question| {
        view! { <option value=question.to_string() selected=move || at.get() == question>"Question " {question + 1}</option> }
    });
    let questions = questions.erased();
    let code = move || {
        let mut known = known.clone();
        known.scribed = scribed.get();
        let is_named = !known.scribed.table.trim().is_empty();
        known.table_note(at.get()).filter(|_| is_named).map(|note| code_of(&Message::TableNote(note)))
    };
    let shown = move || {
        match code() {
        None => view! { <p class="quiet">"Name your table and write something: then there is a code to show."</p> }.into_any(),
        Some(None) => view! {
            <p role="status">{format!("A note can have up to {LONGEST_NOTE} letters, and a table's name {LONGEST_TABLE}. Shorten it, then there is a code to show.")}</p>
        }
        .into_any(),
        Some(Some(matrix)) => view! {
            <p>"Show this to the facilitator's camera."</p>
            <QrCode matrix label="A code with what your table says, for the facilitator's camera" />
        }
        .into_any(),
    }
    };
    view! {
        <details class="card" id="scribing">
            <summary>"Write for my table"</summary>
            <div class="stack-tight">
                <div class="field">
                    <label for="scribed-question">"Which question?"</label>
                    <p class="field-hint" id="scribed-question-hint">"Its number stands on the room's screen."</p>
                    <select
                        id="scribed-question"
                        aria-describedby="scribed-question-hint"
                        on:change:target=move |event| at.set(event.target().value().parse().unwrap_or_default())
                    >
                        {questions}
                    </select>
                </div>
                <div class="field">
                    <label for="scribed-table">"Our table"</label>
                    <input
                        type="text"
                        id="scribed-table"
                        maxlength=LONGEST_TABLE.to_string()
                        readonly=locked
                        prop:value=move || scribed.with(|it| it.table.clone())
                        on:input:target=move |event| change(&|it| it.table = event.target().value())
                    />
                </div>
                <WritingBox id="scribed-note" label="What we say" hint=Some(format!("Up to {LONGEST_NOTE} letters. No names of families or colleagues.")) locked text=Signal::derive(text) on_text=write />
                {shown}
            </div>
        </details>
    }
    .into_any()
}
