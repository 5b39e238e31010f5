//! Statement after statement, in step with the room or at one's own pace; no verdict before the day is over.
use super::super::ballot::SIDES;
use crate::{
    browser::page,
    content::event_plan::judged,
    domain::{
        attendance::{Attendance, Saying},
        ids::AttendanceId,
        journal::{AttendanceCommand, Command},
        passing::Heard,
        quiz::{Sureness, Verdict},
    },
    ui::{app::App, components::Erase, desk::Desk, words::name_of_sureness},
};
use leptos::{prelude::*, task::spawn_local};

#[component]
pub fn Asking(desk: Desk, id: AttendanceId) -> impl IntoView {
    let app = App::expect();
    let part = move |read: &dyn Fn(&Attendance) -> Option<Heard>| {
        desk.journal.with(|journal| journal.attendance(id).and_then(read))
    };
    let (count, first_open) = desk.journal.with_untracked(|journal| {
        let heard = journal.attendance(id).map(|it| it.heard.clone()).unwrap_or_default();
        (heard.len(), heard.iter().position(|it| it.first.is_none()).unwrap_or(0))
    });
    let at = RwSignal::new(first_open);
    let turn_to = move |statement: usize| {
        at.set(statement);
        page::focus("#asked");
    };
    let heard = move || {
        let at = at.get();
        part(&|it| it.heard.get(at).copied()).unwrap_or_default()
    };
    let say = move |saying: Saying| {
        let command = AttendanceCommand::Say { statement: at.get_untracked(), saying };
        spawn_local(async move { drop(desk.commit(Command::Attend(id, command)).await) });
    };
    let statement = move || {
        let asked = desk.journal.with_untracked(|journal| {
            journal.attendance(id).and_then(|it| it.invited.statements.get(at.get()).cloned())
        })?;
        app.library.with(|library| judged(library, &asked)).map(|it| it.statement)
    };
    let vote = move |name: &'static str,
                     legend: &'static str,
                     read: fn(&Heard) -> Option<Verdict>,
                     saying: fn(Verdict) -> Saying| {
        let side = move |(said, label): (Verdict, &'static str)| {
            view! {
                <label>
                    <input type="radio" name=name prop:checked=move || read(&heard()) == Some(said) on:change=move |_| say(saying(said)) />
                    <span>{label}</span>
                </label>
            }
        };
        view! {
            <fieldset class="answers" data-few="true">
                <legend>{legend}</legend>
                {SIDES.map(side).erased()}
            </fieldset>
        }
    };
    let sure = move |it: Sureness| {
        view! {
            <label>
                <input type="radio" name="sure" prop:checked=move || heard().sure == Some(it) on:change=move |_| say(Saying::Sure(it)) />
                <span>{name_of_sureness(it)}</span>
            </label>
        }
    };
    (count > 0).then(|| view! {
        <section class="choosing" id="asking">
            <p class="quiet">{move || format!("Statement {} of {count}", at.get() + 1)}</p>
            <h2 class="statement" id="asked" tabindex="-1">{statement}</h2>
            {vote("first", "What do you think, before talking?", |it| it.first, Saying::First)}
            <fieldset class="answers" data-row="true">
                <legend>"How sure are you?"</legend>
                {Sureness::ALL.map(sure).erased()}
            </fieldset>
            {vote("second", "And after talking, if the room votes again?", |it| it.second, Saying::Second)}
            <div class="button-row">
                {move || (at.get() > 0).then(|| view! { <button class="button" data-kind="plain" on:click=move |_| turn_to(at.get_untracked() - 1)>"Statement before"</button> }).erased()}
                {move || (at.get() + 1 < count).then(|| view! { <button class="button" on:click=move |_| turn_to(at.get_untracked() + 1)>"Next statement"</button> }).erased()}
            </div>
        </section>
    })
}
