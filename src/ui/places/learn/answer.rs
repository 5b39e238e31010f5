//! Room to answer one question of a lesson. All answers of a lesson go into one draft, until it is a reflection.
use crate::{
    browser::entropy::BrowserEntropy,
    content::format::Question,
    domain::{
        ids::{ModuleId, ReflectionId},
        reflections::{Subject, Words},
        typing::Typed,
    },
    ui::{
        components::writing_box::WritingBox,
        desk::{Desk, Role},
    },
    vault::Entropy,
};
use leptos::prelude::*;

/// `order` names the questions of the lesson as they are to be read.
#[component]
pub fn AnswerBox(desk: Desk, module: ModuleId, order: Vec<String>, question: Question) -> impl IntoView {
    // The draft is looked for at every stroke: a box beside this one may have begun it.
    let draft = StoredValue::new(desk.answers_in(&module));
    let kept = draft
        .get_value()
        .and_then(|id| desk.latest_words(id)?.at(&question.id).map(str::to_owned))
        .unwrap_or_default();
    let (field, heading) = (format!("answer-{}", question.id), question.ask.clone());
    let typed = RwSignal::new(false);
    let write = move |text: String| {
        let own =
            draft.get_value().filter(|id| desk.journal.with_untracked(|all| all.reflection(*id).is_none()));
        let known = desk.answers_in(&module).or(own);
        let id = known.unwrap_or_else(|| ReflectionId::from_entropy(BrowserEntropy.bytes()));
        let about = || Words::about(Some(Subject::Module(module.clone())));
        let mut words = desk.latest_words(id).unwrap_or_else(about);
        let order: Vec<_> = order.iter().map(String::as_str).collect();
        words.write_at(&question.id, &heading, &text, &order);
        draft.set_value(Some(id));
        desk.write_soon(Typed::Words(id, words));
        typed.set(true);
    };
    let state = move || typed.get().then(|| draft.get_value().map(|id| desk.state_of(id)));
    view! {
        <div class="answer">
            <WritingBox
                id=field
                label=question.ask
                hint=None
                locked=Signal::derive(move || desk.role.get() == Role::Reader)
                text=Signal::derive(move || kept.clone())
                on_text=write
            />
            <p class="save-state">{state}</p>
        </div>
    }
}
