//! What comes from phones: held before the camera, or read out and typed. Each counts once.
use crate::{
    browser::entropy::BrowserEntropy,
    domain::{
        ids::{CollectedId, EventId},
        journal::{Command, EventCommand},
        passing::{Message, typed},
    },
    session::SessionError,
    ui::{
        components::scanner::Scanner,
        desk::{Desk, DeskError},
        trouble::Trouble,
        words::counted,
    },
    vault::Entropy,
};
use leptos::{prelude::*, task::spawn_local};

#[component]
pub fn Collecting(desk: Desk, id: EventId) -> impl IntoView {
    let count = move || desk.journal.with(|journal| journal.answers_at(id).count());
    let said = RwSignal::new(String::new());
    let take = move |message: Message| {
        let name = CollectedId::from_entropy(BrowserEntropy.bytes());
        let command = Command::Event(id, EventCommand::Collect { id: name, message });
        spawn_local(async move {
            said.set(match desk.commit(command).await {
                Ok(_) => "Counted.".to_owned(),
                Err(DeskError::Session(SessionError::Refused(refusal))) => {
                    // It is said here, and is no trouble.
                    desk.trouble.set(None);
                    Trouble::from(refusal).what
                }
                Err(_) => "It could not be kept.".to_owned(),
            });
        });
    };
    let on_code = Callback::new(move |code: Vec<u8>| match Message::from_bytes(&code) {
        Ok(message) => take(message),
        Err(why) => said.set(why.to_string()),
    });
    let status = Signal::derive(move || format!("{} in. {}", counted(count(), "phone"), said.get()));
    let code = RwSignal::new(String::new());
    let type_in = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let known = desk.journal.with_untracked(|journal| {
            journal.event(id).map(|it| (it.tag, it.plan.statements.len(), it.plan.outcomes.len()))
        });
        let Some((event, statements, outcomes)) = known else { return };
        match typed::read(&code.get_untracked(), typed::Expected { event, statements, outcomes }) {
            Ok(message) => {
                take(message);
                code.set(String::new());
            }
            Err(why) => said.set(why.to_string()),
        }
    };
    view! {
        <details class="card" id="collecting">
            <summary>{move || format!("Collect from phones: {} in", count())}</summary>
            <div class="stack-tight">
                <Scanner on_code status />
                <form class="field" on:submit=type_in autocomplete="off">
                    <label for="typed">"Or type a code that is read out"</label>
                    <input type="text" id="typed" autocapitalize="characters" spellcheck="false" prop:value=code on:input:target=move |event| code.set(event.target().value()) />
                    <div class="button-row"><button class="button" data-kind="plain" type="submit">"Count it"</button></div>
                </form>
            </div>
        </details>
    }
}
