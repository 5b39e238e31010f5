//! The programme of a learning day: its parts in order, each with its time.
use super::planning::Pen;
use crate::{
    browser::page,
    content::room::name_of_session,
    domain::events::{EventPlan, Session, SessionKind},
    ui::components::{Erase, writing_box::WritingBox},
};
use leptos::prelude::*;

/// How long a part that is added takes at first, in minutes.
const MINUTES: u16 = 15;

#[component]
pub fn Programme(pen: Pen) -> impl IntoView {
    // The rows are drawn anew when parts come, go or change places, and not at every stroke.
    let kinds = Memo::new(move |_| {
        pen.plan.with(|plan| plan.programme.iter().map(|it| it.kind as usize).collect::<Vec<_>>())
    });
    let moved = RwSignal::new(0_u32);
    // Which part is unfolded: it stays so where it goes.
    let unfolded = RwSignal::new(None::<usize>);
    let rows = move || {
        moved.track();
        let count = kinds.with(Vec::len);
        (0..count).map(|at| view! { <Part pen at is_last=at + 1 == count moved unfolded /> }).erased()
    };
    let add = move |_| pen.change(|plan| plan.programme.push(Session::of(SessionKind::Talk, MINUTES)));
    let in_all = move || {
        let (minutes, (learning, with_others)) = pen.plan.with(|plan| (plan.minutes(), plan.learning()));
        format!(
            "{minutes} minutes in all: {learning} of learning, {with_others} of them together with others."
        )
    };
    view! {
        <fieldset class="field" id="programme">
            <legend>"Programme"</legend>
            <p class="field-hint">{in_all}</p>
            <ol class="programme">{rows}</ol>
            <div class="button-row">
                <button class="button" data-kind="plain" type="button" on:click=add>"Add a part"</button>
            </div>
        </fieldset>
    }
}

#[component]
fn Part(
    pen: Pen,
    at: usize,
    is_last: bool,
    moved: RwSignal<u32>,
    unfolded: RwSignal<Option<usize>>,
) -> impl IntoView {
    let part = move |read: fn(&Session) -> String| {
        Signal::derive(move || pen.plan.with(|plan| plan.programme.get(at).map(read).unwrap_or_default()))
    };
    let change = move |change: &dyn Fn(&mut Session)| {
        pen.change(|plan| {
            if let Some(session) = plan.programme.get_mut(at) {
                change(session);
            }
        });
    };
    let rearrange = move |to: Option<usize>, change: &dyn Fn(&mut EventPlan)| {
        pen.change(|plan| change(plan));
        unfolded.set(to);
        moved.update(|count| *count += 1);
        // The button may have gone with the part.
        page::catch_focus();
    };
    let begins = move || {
        let times = pen.plan.with(EventPlan::clock)?;
        Some(times.get(at)?.format("%H:%M ").to_string())
    };
    let kind = move || pen.plan.with(|plan| plan.programme.get(at).map(|it| it.kind));
    let option = |it: SessionKind| {
        let name = name_of_session(&Session::of(it, 0));
        view! { <option value=(it as usize).to_string() selected=move || kind() == Some(it)>{name}</option> }
    };
    let choose = move |value: String| {
        let chosen = SessionKind::ALL.into_iter().find(|it| (*it as usize).to_string() == value);
        if let Some(kind) = chosen {
            change(&|session| session.kind = kind);
        }
    };
    let id = |what: &str| format!("part-{at}-{what}");
    view! {
        <li>
            <details
                prop:open=move || unfolded.get() == Some(at)
                on:toggle:target=move |event| {
                    let is_open = event.target().open();
                    if is_open != (unfolded.get_untracked() == Some(at)) {
                        unfolded.set(is_open.then_some(at));
                    }
                }
            >
                <summary>{begins} {part(name_of_session)} ", " {part(|it| it.minutes.to_string())} " min"</summary>
                <div class="stack-tight">
                    <div class="field">
                        <label for=id("kind")>"What it is"</label>
                        <select id=id("kind") on:change:target=move |event| choose(event.target().value())>{SessionKind::ALL.map(option).erased()}</select>
                    </div>
                    <div class="field">
                        <label for=id("title")>"Title"</label>
                        <input type="text" id=id("title") readonly=pen.locked prop:value=part(|it| it.title.clone()) on:input:target=move |event| { let text = event.target().value(); change(&|it| it.title.clone_from(&text)) } />
                    </div>
                    <div class="field">
                        <label for=id("minutes")>"Minutes"</label>
                        <input type="number" min="1" max="480" id=id("minutes") readonly=pen.locked prop:value=part(|it| it.minutes.to_string()) on:input:target=move |event| { if let Ok(minutes) = event.target().value().parse() { change(&|it| it.minutes = minutes) } } />
                    </div>
                    <div class="field">
                        <label for=id("speaker")>"Who speaks or leads? By role."</label>
                        <input type="text" id=id("speaker") readonly=pen.locked prop:value=part(|it| it.speaker.clone()) on:input:target=move |event| { let text = event.target().value(); change(&|it| it.speaker.clone_from(&text)) } />
                    </div>
                    <WritingBox id=id("prompts") label="Questions for the tables, a line each" hint=None locked=pen.locked text=part(|it| it.prompts.join("\n")) on_text=move |text| change(&|it| it.prompts = lines(&text)) />
                    <WritingBox id=id("notes") label="Notes for you alone" hint=None locked=pen.locked text=part(|it| it.notes.clone()) on_text=move |text| change(&|it| it.notes.clone_from(&text)) />
                    <div class="button-row">
                        {(at > 0).then(|| view! { <button class="button" data-kind="plain" type="button" on:click=move |_| rearrange(Some(at - 1), &|plan| plan.programme.swap(at - 1, at))>"Earlier"</button> })}
                        {(!is_last).then(|| view! { <button class="button" data-kind="plain" type="button" on:click=move |_| rearrange(Some(at + 1), &|plan| plan.programme.swap(at, at + 1))>"Later"</button> })}
                        <button class="button" data-kind="danger" type="button" on:click=move |_| rearrange(None, &|plan| drop(plan.programme.remove(at)))>"Take it out"</button>
                    </div>
                </div>
            </details>
        </li>
    }
}

/// A line each, as typed: an empty box has none.
fn lines(text: &str) -> Vec<String> {
    if text.is_empty() { vec![] } else { text.split('\n').map(str::to_owned).collect() }
}
