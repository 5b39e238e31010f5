//! What one thinks of the day: confidence before and now, what was useful, what one will do, and what stands in the way.
use super::handing_in::code_of;
use crate::{
    content::event_plan::told_outcome,
    domain::{
        attendance::Thoughts,
        confidence::{BeforeAndAfter, Rating},
        ids::AttendanceId,
        passing::{LONGEST_ANSWER, Message},
        typing::Typed,
    },
    ui::{
        app::App,
        components::{Erase, qr_code::QrCode, scale::Scale, writing_box::WritingBox},
        desk::{Desk, Role},
    },
};
use leptos::prelude::*;

#[component]
pub fn Thinking(desk: Desk, id: AttendanceId) -> impl IntoView {
    let app = App::expect();
    let typed = desk.typing.with_untracked(|typing| typing.thoughts(id).cloned());
    let known = desk.journal.with_untracked(|journal| journal.attendance(id).cloned());
    let Some(known) = known else { return ().into_any() };
    let thoughts = RwSignal::new(typed.unwrap_or(known.thoughts.clone()));
    let change = move |change: &dyn Fn(&mut Thoughts)| {
        thoughts.update(|it| change(it));
        desk.write_soon(Typed::Thoughts(id, thoughts.get_untracked()));
    };
    let locked = Signal::derive(move || desk.role.get() == Role::Reader);
    let outcomes = known.invited.outcomes.clone();
    let scales = move || {
        let scale = |(at, can): (usize, String)| {
            let rated = move |pick: fn(&BeforeAndAfter) -> Option<Rating>| {
                Signal::derive(move || thoughts.with(|it| it.ratings.get(at).and_then(pick)))
            };
            let rate = move |write: fn(&mut BeforeAndAfter, Option<Rating>)| {
                move |rating| {
                    change(&|it| {
                        if let Some(both) = it.ratings.get_mut(at) {
                            write(both, rating);
                        }
                    });
                }
            };
            view! {
                <Scale legend=format!("Before this event: {can}").into_any() name=format!("before-{at}") chosen=rated(|it| it.0) on_choose=rate(|both, it| both.0 = it) />
                <Scale legend=format!("Now: {can}").into_any() name=format!("now-{at}") chosen=rated(|it| it.1) on_choose=rate(|both, it| both.1 = it) />
            }
        };
        let told = app.library.with(|library| {
            outcomes.iter().map(|it| told_outcome(library, it).unwrap_or_default()).collect::<Vec<_>>()
        });
        told.into_iter().enumerate().map(scale).erased()
    };
    let hint = || Some(format!("Up to {LONGEST_ANSWER} letters, and no names."));
    let code = move || {
        let said = thoughts.get();
        let mut known = known.clone();
        known.thoughts = said;
        code_of(&Message::Evaluation(known.evaluation()))
    };
    view! {
        <details class="card not-printed" id="evaluation">
            <summary>"What I think of it"</summary>
            <div class="stack-tight">
                {scales}
                <WritingBox id="useful" label="What was most useful?" hint=hint() locked text=Signal::derive(move || thoughts.with(|it| it.useful.clone())) on_text=move |text| change(&|it| it.useful.clone_from(&text)) />
                <WritingBox id="differently" label="What will you do differently?" hint=hint() locked text=Signal::derive(move || thoughts.with(|it| it.differently.clone())) on_text=move |text| change(&|it| it.differently.clone_from(&text)) />
                <WritingBox id="barrier" label="What may stand in the way?" hint=hint() locked text=Signal::derive(move || thoughts.with(|it| it.barrier.clone())) on_text=move |text| change(&|it| it.barrier.clone_from(&text)) />
                {move || match code() {
                    Some(matrix) => view! {
                        <p>"If you want the organisers to have it, show this to the facilitator's camera."</p>
                        <QrCode matrix label="A code with what you think, for the facilitator's camera" />
                    }.into_any(),
                    None => view! { <p role="status">{format!("Each text can have up to {LONGEST_ANSWER} letters. Shorten what is longer, then there is a code to show.")}</p> }.into_any(),
                }}
            </div>
        </details>
    }
    .into_any()
}
