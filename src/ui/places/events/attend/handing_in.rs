//! Handing in: a code for the facilitator's camera, or a short one to read out. Nothing is sent anywhere.
use crate::{
    content::qr::{Correction, Matrix},
    domain::{
        ids::AttendanceId,
        passing::{Message, typed},
    },
    ui::{
        components::{Erase, qr_code::QrCode},
        desk::Desk,
    },
};
use leptos::prelude::*;

#[component]
pub fn HandingIn(desk: Desk, id: AttendanceId) -> impl IntoView {
    let answers = Memo::new(move |_| {
        desk.journal.with(|journal| journal.attendance(id).map(|it| (it.answers(), it.answered())))
    });
    let code = move || {
        answers.with(|it| it.as_ref().and_then(|(answers, _)| code_of(&Message::Answers(answers.clone()))))
    };
    let typed = move || answers.with(|it| it.as_ref().and_then(|(answers, _)| typed::write(answers).ok()));
    let count =
        move || answers.with(|it| it.as_ref().map_or((0, 0), |(all, answered)| (*answered, all.heard.len())));
    view! {
        <details class="card not-printed" id="hand-in">
            <summary>"Hand in my answers"</summary>
            <div class="stack-tight">
                <p>{move || { let (answered, of) = count(); format!("{answered} of {of} answered. Show this to the facilitator's camera. It holds your answers and how sure you were, and nothing that tells who you are.") }}</p>
                {move || code().map(|matrix| view! { <QrCode matrix label="A code with your answers, for the facilitator's camera" /> })}
                {move || typed().map(|code| view! {
                    <p>"Or read this out, and the facilitator types it:"</p>
                    <p class="typed-code" id="typed-code">{code}</p>
                }).erased()}
            </div>
        </details>
    }
}

/// The code of a message; none where it is too long to be one.
pub fn code_of(message: &Message) -> Option<Matrix> {
    Matrix::of_bytes(&message.to_bytes().ok()?, Correction::Medium).ok()
}
