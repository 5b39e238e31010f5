//! The answers of a form: each with its words counted, to be copied one by one, and a way to put it otherwise.
use super::pen::allowed;
use crate::{
    browser::page,
    content::forms::{FilledField, FilledTable, Origin, in_all},
    domain::{identifiers::find, ids::ReflectionId, journal::Command, route::Route},
    ui::{
        app::App,
        components::{Erase, copy_button::CopyButton},
        desk::Desk,
    },
};
use leptos::{prelude::*, task::spawn_local};

/// How many rows of a table are shown before the rest is asked for.
const ROWS: usize = 100;

#[component]
pub fn Answers(
    desk: Desk,
    fields: Vec<FilledField>,
    /// The reflection that they were taken from, where there is one.
    of: Option<ReflectionId>,
) -> impl IntoView {
    let field = |field: FilledField| view! { <Answer desk field of /> };
    fields.into_iter().map(field).erased()
}

#[component]
fn Answer(desk: Desk, field: FilledField, of: Option<ReflectionId>) -> impl IntoView {
    let allowed = allowed(App::expect(), desk);
    let shown_in = format!("answer-{}", field.id);
    let over = field.over();
    let count = match (field.words, field.most_words) {
        (1, None) => "One word".to_owned(),
        (words, None) => format!("{words} words"),
        (words, Some(most)) => format!("{words} of at most {most} words"),
    };
    let has_text = !field.text.is_empty();
    let origin = match field.origin {
        Origin::Own => "Your own answer",
        Origin::Derived => "From what you wrote",
        Origin::ByHand => "A blank line, to fill in by hand",
        Origin::Empty => "Nothing yet",
    };
    let text = StoredValue::new(field.text.clone());
    let is_written = field.is_written;
    let noticed =
        move || is_written && text.with_value(|text| allowed.with(|allowed| !find(text, allowed).is_empty()));
    let (id, label) = (field.id.clone(), field.label.clone());
    let put_otherwise = of.filter(|_| field.origin != Origin::ByHand).map(|of| {
        let (name, words) = match field.origin {
            Origin::Own => ("Change it", field.text.clone()),
            Origin::Derived => ("Put it otherwise", field.text.clone()),
            Origin::ByHand | Origin::Empty => ("Write it", String::new()),
        };
        let (id, heading) = (field.id.clone(), field.label.clone());
        let write = move |_| write_own(desk, of, id.clone(), heading.clone(), words.clone());
        view! { <button class="text-button" type="button" aria-label=format!("{name}: {label}") on:click=write>{name}</button> }
    });
    view! {
        <section class="answer-field" data-field=id>
            <h2>{field.label.clone()}</h2>
            <p class="field-hint not-printed">{field.help}</p>
            {match has_text {
                true => view! { <p class="as-written" id=shown_in.clone()>{field.text}</p> }.into_any(),
                false => view! { <p class="blank-line"></p> }.into_any(),
            }}
            <div class="answer-foot not-printed">
                <p class="quiet small">
                    {origin} {(is_written || field.most_words.is_some()).then(|| view! { " · " {count} })}
                    {over.map(|over| view! { " · " <strong class="field-wrong" role="alert">{over} " too many"</strong> })}
                </p>
                {move || noticed().then(|| view! {
                    <p class="small noticed">"Look again: something here could tell who it is."</p>
                }).erased()}
                <div class="button-row">
                    {has_text.then(|| view! {
                        <CopyButton label="Copy" of=field.label text=Signal::stored(text.get_value()) shown_in />
                    })}
                    {put_otherwise}
                </div>
            </div>
        </section>
    }
}

/// Opens the reflection in the editor, with a box for this answer that begins with what it says now.
fn write_own(desk: Desk, of: ReflectionId, field: String, heading: String, text: String) {
    spawn_local(async move {
        drop(desk.keep_typing().await);
        let Some(mut words) = desk.latest_words(of) else { return };
        if words.at(&field).is_none_or(|known| known.trim().is_empty()) {
            words.write_at(&field, &heading, &text, &[]);
        }
        match desk.commit(Command::KeepDraft { id: of, words }).await {
            Ok(_) => page::go(&Route::Write(of, None)),
            Err(_) => page::focus("[role=alert]"),
        }
    });
}

/// A table with a row for each reflection: on a phone, each row is a card.
#[component]
pub fn Log(table: FilledTable) -> impl IntoView {
    let all = table.rows.len();
    let shown = RwSignal::new(ROWS);
    let headings = StoredValue::new(table.headings.clone());
    let cells = move |cells: Vec<String>| {
        headings.with_value(|headings| {
            cells
                .into_iter()
                .zip(headings.clone())
                .map(|(cell, heading)| view! { <td role="cell" data-label=heading class="as-written">{cell}</td> })
                .erased()
        })
    };
    let rows = StoredValue::new(table.rows);
    let body = move || {
        rows.with_value(|rows| {
            let some = rows.iter().take(shown.get());
            some.map(|(_, row)| view! { <tr role="row">{cells(row.clone())}</tr> }).erased()
        })
    };
    let sums = table
        .sums
        .map(|sums| view! { <tfoot role="rowgroup"><tr role="row">{cells(in_all(sums))}</tr></tfoot> });
    let heads =
        table.headings.into_iter().map(|it| view! { <th role="columnheader" scope="col">{it}</th> }).erased();
    let title = (!table.title.is_empty()).then(|| view! { <h2>{table.title}</h2> });
    if all == 0 {
        return view! {
            {title}
            <p class="quiet">"Nothing counts in this time yet. Choose \"Counts towards\" when you write a reflection."</p>
        }
        .into_any();
    }
    view! {
        {title}
        <table class="log" role="table" id="log">
            <thead role="rowgroup"><tr role="row">{heads}</tr></thead>
            <tbody role="rowgroup">{body}</tbody>
            {sums}
        </table>
        {move || (shown.get() < all).then(|| view! {
            <div class="button-row not-printed">
                <p class="quiet">{format!("The first {} of {all}. Show all of them before you print.", shown.get())}</p>
                <button class="button" data-kind="plain" type="button" on:click=move |_| shown.set(all)>"Show all"</button>
            </div>
        }).erased()}
    }
    .into_any()
}
