//! What a section ends in: a quiz on it, a reflection, or a take-home message of one's own.
use crate::{
    browser::entropy::BrowserEntropy,
    domain::{
        beginnings::Beginning,
        ids::{IntentionId, ReflectionId, SectionId},
        quiz::Topic,
        reflections::Subject,
        route::Route,
    },
    ui::{app::App, words::counted},
    vault::Entropy,
};
use leptos::prelude::*;

/// `statements` is how many test the section; with none, no quiz is offered.
#[component]
pub fn AfterReading(id: SectionId, statements: usize) -> impl IntoView {
    let app = App::expect();
    let subject = Subject::Section(id.clone());
    let topic = Topic::Section(id.clone());
    let round = move || {
        let desk = app.desk()?;
        desk.journal.with(|journal| journal.rounds_about(&topic).first().map(|it| (*it).clone()))
    };
    let quizzed = move || match round() {
        Some(round) if round.is_finished() => {
            format!("Last time: {} of {} right", round.score().right, round.order.len())
        }
        Some(round) => format!("Go on: {} of {} answered", round.answers.len(), round.order.len()),
        None => counted(statements, "statement"),
    };
    let intend = Route::Intention(IntentionId::from_entropy(BrowserEntropy.bytes()), Some(subject.clone()));
    let reflect =
        Route::Write(ReflectionId::from_entropy(BrowserEntropy.bytes()), Some(Beginning::About(subject)));
    view! {
        <ul class="way-list after-reading">
            {(statements > 0).then(|| view! {
                <li>
                    <a href=Route::Round(Topic::Section(id)).to_string()>
                        <span class="way-name">"Quiz me on this"</span>
                        <span class="way-note">{quizzed}</span>
                    </a>
                </li>
            })}
            <li><a href=reflect.to_string()><span class="way-name">"Reflect on this"</span></a></li>
            <li>
                <a href=intend.to_string()>
                    <span class="way-name">"Make this my take-home message"</span>
                    <span class="way-note">"What will I do, and by when?"</span>
                </a>
            </li>
        </ul>
    }
}
