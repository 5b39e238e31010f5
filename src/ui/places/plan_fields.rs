//! What a person means to do, as it is written: the message, the action, the day. It is kept at every pause in typing, and
//! says so.
use crate::ui::components::{Erase, line_field::LineField, save_state::SaveState, writing_box::WritingBox};
use crate::{
    domain::{ids::IntentionId, intentions::Plan, time::parse_date, typing::Typed},
    ui::desk::{Desk, Role},
};
use leptos::prelude::*;

#[component]
pub fn PlanFields(
    desk: Desk,
    id: IntentionId,
    plan: RwSignal<Plan>,
    /// Whether somebody else can be the one to do it.
    #[prop(optional)]
    has_owner: bool,
    /// Whether the action was left out where it is wanted.
    #[prop(optional, into)]
    missing: Signal<bool>,
    #[prop(optional, into)] busy: Signal<bool>,
) -> impl IntoView {
    let typed = move |change: &dyn Fn(&mut Plan)| {
        plan.update(|plan| change(plan));
        desk.write_soon(Typed::Plan(id, plan.get_untracked()));
    };
    let text = move |read: fn(&Plan) -> &String| Signal::derive(move || plan.with(|plan| read(plan).clone()));
    let locked = Signal::derive(move || busy.get() || desk.role.get() == Role::Reader);
    let state = move || {
        let typing = desk.typing.with(|typing| typing.plan(id).is_some());
        let kept = desk
            .journal
            .with(|journal| journal.intention(id).is_some_and(|it| plan.with(|plan| it.plan == *plan)));
        match (desk.trouble.with(Option::is_some), typing, kept) {
            (true, ..) => "Not saved",
            (false, true, _) => "Typing…",
            (false, false, true) => "Kept for Today",
            (false, false, false) => "Not kept yet: say what you will do",
        }
    };
    let owner = has_owner.then(|| {
        view! {
            <LineField
                id="owner"
                label="Who does it?"
                hint="By role. Leave it empty if it is you."
                locked
                text=text(|plan| &plan.owner)
                on_text=move |text| typed(&|plan| plan.owner.clone_from(&text))
            />
        }
    });
    view! {
        <WritingBox
            id="message"
            label="My message"
            hint=None
            locked
            text=text(|plan| &plan.message)
            on_text=move |text| typed(&|plan| plan.message.clone_from(&text))
        />
        <WritingBox
            id="action"
            label="What will I do?"
            hint=Some("Say when and where, such as: before my next visit I will read the chronology. Leave out names.".to_owned())
            locked
            text=text(|plan| &plan.action)
            missing
            on_text=move |text| typed(&|plan| plan.action.clone_from(&text))
        />
        {owner.erased()}
        <div class="field">
            <label for="by">"By when?"</label>
            <p class="field-hint" id="by-hint">"You can leave this empty."</p>
            <input
                type="date"
                id="by"
                readonly=locked
                aria-describedby="by-hint"
                prop:value=move || plan.with(|plan| plan.by.map(|day| day.to_string()).unwrap_or_default())
                on:input:target=move |event| typed(&|plan| plan.by = parse_date(&event.target().value()))
            />
        </div>
        <SaveState state=Signal::derive(move || state().to_owned()) />
    }
}
