//! What is written stage by stage: all at once or one at a time, and laid out by another model at will.
use super::pen::Pen;
use crate::{
    browser::page,
    content::layouts::layouts,
    domain::models::{FURTHER, prompt_of},
    ui::{
        app::App,
        components::{Erase, nudge::Nudge, writing_box::WritingBox},
    },
};
use leptos::prelude::*;

#[component]
pub fn Passages(pen: Pen) -> impl IntoView {
    let app = App::expect();
    // Those that stand under the particulars are not among the stages.
    let stages = Memo::new(move |_| {
        pen.words.with(|words| {
            let own = words.passages.iter().filter(|it| FURTHER.iter().all(|further| further.id != it.stage));
            own.map(|it| (it.stage.clone(), it.heading.clone())).collect::<Vec<_>>()
        })
    });
    // The one stage that is shown, where they are shown one at a time.
    let alone = RwSignal::new(None::<usize>);
    let boxes = move || {
        let all = stages.get();
        let (from, to) = match alone.get().map(|at| at.min(all.len().saturating_sub(1))) {
            Some(at) => (at, at + 1),
            None => (0, all.len()),
        };
        let of = all.len();
        all.into_iter()
            .enumerate()
            .skip(from)
            .take(to - from)
            .map(|(at, (stage, heading))| {
                let label = match alone.get_untracked() {
                    Some(_) => format!("{heading} ({} of {of})", at + 1),
                    None => heading,
                };
                view! { <PassageBox pen stage label /> }
            })
            .erased()
    };
    let step = move |to: usize| {
        alone.set(Some(to));
        page::focus(".passages textarea");
    };
    let steps = move || {
        let at = alone.get()?;
        let last = stages.with(Vec::len).saturating_sub(1);
        Some(view! {
            <div class="button-row">
                {(at > 0).then(|| view! {
                    <button class="button" data-kind="plain" type="button" on:click=move |_| step(at - 1)>"Back"</button>
                })}
                {(at < last).then(|| view! {
                    <button class="button" data-kind="plain" type="button" on:click=move |_| step(at + 1)>"Next"</button>
                })}
            </div>
        })
    };
    let several = move || stages.with(Vec::len) > 1;
    view! {
        <LayoutChoice pen />
        {move || several().then(|| view! {
            <div class="choices">
                <label>
                    <input type="checkbox" id="one-at-a-time" prop:checked=move || alone.get().is_some() on:change:target=move |event| alone.set(event.target().checked().then_some(0)) />
                    "One stage at a time"
                </label>
            </div>
        }).erased()}
        <div class="passages editor">{boxes}</div>
        {steps}
        {move || app.gathering.get().then(|| view! { <p class="quiet" role="status">"Models are on their way…"</p> }).erased()}
    }
}

/// A box for what is written at `stage`, with the nudge under it. A stage that is new gets this `heading`.
#[component]
pub fn StageBox(
    pen: Pen,
    stage: String,
    heading: String,
    label: String,
    hint: Option<String>,
) -> impl IntoView {
    let id = format!("passage-{stage}");
    let stage = StoredValue::new((stage, heading));
    let text = Signal::derive(move || stage.with_value(|(stage, _)| pen.at(stage)));
    let write = move |text: String| {
        stage.with_value(|(stage, heading)| pen.write_at(stage, heading, &text));
    };
    view! {
        <div class="stack-tight">
            <WritingBox id label hint=hint.filter(|hint| !hint.is_empty()) locked=pen.locked text on_text=write />
            <Nudge
                text
                allowed=pen.allowed
                left=pen.left
                locked=pen.locked
                on_text=write
                on_pass_over=move |text| pen.pass_over(text)
            />
        </div>
    }
}

#[component]
fn PassageBox(pen: Pen, stage: String, label: String) -> impl IntoView {
    let app = App::expect();
    let prompt = prompt_of(&stage)
        .map(str::to_owned)
        .or_else(|| app.library.with_untracked(|library| library.prompt_of(&stage).map(str::to_owned)));
    view! { <StageBox pen stage heading=String::new() label hint=prompt /> }
}

/// The model or the form that it is set out by. Another one takes no word away.
#[component]
fn LayoutChoice(pen: Pen) -> impl IntoView {
    let app = App::expect();
    let all = Memo::new(move |_| {
        let subject = pen.words.with(|words| words.subject.clone());
        app.library.with(|library| layouts(library, subject.as_ref()))
    });
    let now = move || {
        pen.words
            .with(|words| all.with(|all| all.iter().position(|layout| layout.is_of(words))))
            .map_or_else(String::new, |at| at.to_string())
    };
    let choose = move |chosen: String| {
        let layout =
            chosen.parse::<usize>().ok().and_then(|at| all.with_untracked(|all| all.get(at).cloned()));
        if let Some(layout) = layout {
            pen.write(|words| layout.lay_out(words));
        }
    };
    let options = move || {
        all.get()
            .into_iter()
            .enumerate()
            .map(|(at, layout)| view! { <option value=at.to_string() selected=move || now() == at.to_string()>{layout.name}</option> })
            .erased()
    };
    let own = move || now().is_empty().then(|| view! { <option value="" selected>"As it is"</option> });
    view! {
        <div class="field">
            <label for="layout">"Set out by"</label>
            <select
                id="layout"
                disabled=pen.locked
                on:change:target=move |event| choose(event.target().value())
            >
                {own}
                {options}
            </select>
        </div>
    }
}
