//! What the room says of a statement, counted: hands by taps, tables by name, corners by number.
use crate::{
    browser::page,
    domain::{
        events::{Ballot, Tap, Vote, Way},
        ids::EventId,
        journal::{Command, EventCommand},
        quiz::Verdict,
    },
    ui::{
        components::Erase,
        desk::Desk,
        words::{counted, name_of_verdict},
    },
};
use leptos::{prelude::*, task::spawn_local};

/// How many hands a tap counts.
const TAPS: [u32; 2] = [1, 5];

/// What can be said, with its name.
pub const SIDES: [(Verdict, &str); 2] =
    [(Verdict::Myth, name_of_verdict(Verdict::Myth)), (Verdict::Fact, name_of_verdict(Verdict::Fact))];

#[component]
pub fn BallotBox(desk: Desk, id: EventId, statement: usize, vote: Vote) -> impl IntoView {
    let ballot = move || {
        desk.journal.with(|journal| {
            let run = journal.run_of(id);
            run.and_then(|it| it.votes.get(statement)).map(|it| it.ballot(vote).clone()).unwrap_or_default()
        })
    };
    let hear = move |way: Way| {
        let command = Command::Event(id, EventCommand::Hear { statement, vote, way });
        spawn_local(async move {
            drop(desk.commit(command).await);
            // What takes something away may go with it.
            page::catch_focus();
        });
    };
    let name = match vote {
        Vote::First => "The first vote",
        Vote::Second => "The vote after talking",
    };
    let side = move |(said, name): (Verdict, &'static str)| {
        let tap = move |hands: u32| {
            view! {
                <button class="button" data-kind="plain" type="button" aria-label=format!("{hands} more for {}", name.to_lowercase()) on:click=move |_| hear(Way::Hands(Tap { said, hands }))>
                    "+" {hands}
                </button>
            }
        };
        view! {
            <div class="count">
                <h3>{name}</h3>
                <p class="count-number" role="status">{move || ballot().hands_for(said)}</p>
                <div class="button-row">{TAPS.map(tap).erased()}</div>
            </div>
        }
    };
    let corner = move |(said, name): (Verdict, &'static str)| {
        let field = format!("corner-{}", name.to_lowercase());
        let count = move |value: String| hear(Way::Corner(said, value.trim().parse().unwrap_or_default()));
        view! {
            <div class="field">
                <label for=field.clone()>"In the corner for " {name.to_lowercase()}</label>
                <input type="number" min="0" max="9999" inputmode="numeric" id=field prop:value=move || ballot().corner_for(said).to_string() on:change:target=move |event| count(event.target().value()) />
            </div>
        }
    };
    view! {
        <section class="ballot" aria-label=name>
            <h2>{name}</h2>
            <div class="counts">{SIDES.map(side).erased()}</div>
            {move || (!ballot().hands.is_empty()).then(|| view! {
                <button class="text-button" type="button" on:click=move |_| hear(Way::TakeBackTap)>"Take back the last tap"</button>
            }).erased()}
            <details>
                <summary>{move || match ballot().tables.len() {
                    0 => "Tables".to_owned(),
                    count => format!("Tables: {} in", counted(count, "answer")),
                }}</summary>
                <Tables ballot=Signal::derive(ballot) hear />
            </details>
            <details>
                <summary>"Corners of the room"</summary>
                <div class="counts">{SIDES.map(corner).erased()}</div>
            </details>
        </section>
    }
}

#[component]
fn Tables(ballot: Signal<Ballot>, hear: impl Fn(Way) + Copy + Send + Sync + 'static) -> impl IntoView {
    let name = RwSignal::new(String::new());
    let nameless = RwSignal::new(false);
    let say = move |said: Verdict| {
        let table = name.get_untracked().trim().to_owned();
        nameless.set(table.is_empty());
        if table.is_empty() {
            return page::focus("#table-name");
        }
        hear(Way::Table(table, Some(said)));
        name.set(String::new());
    };
    let row = move |(table, said): (String, Verdict)| {
        let (told, other) = match said {
            Verdict::Myth => ("myth", Verdict::Fact),
            Verdict::Fact => ("fact", Verdict::Myth),
        };
        let (change, gone) = (table.clone(), table.clone());
        let label = |what: &str| format!("{what}: {table}");
        let (change_label, gone_label) = (label("Change"), label("Take away"));
        view! {
            <li class="table-row">
                <span>{table} ": " {told}</span>
                <button class="text-button" type="button" aria-label=change_label on:click=move |_| hear(Way::Table(change.clone(), Some(other)))>"Change"</button>
                <button class="text-button" type="button" aria-label=gone_label on:click=move |_| hear(Way::Table(gone.clone(), None))>"Take away"</button>
            </li>
        }
    };
    view! {
        <div class="stack-tight">
            <ul>{move || ballot.get().tables.into_iter().map(row).erased()}</ul>
            <div class="field">
                <label for="table-name">"Table"</label>
                {move || nameless.get().then(|| view! {
                    <p class="field-wrong" role="alert" id="table-wrong">"Name the table first."</p>
                }).erased()}
                <input type="text" id="table-name" maxlength="40" aria-invalid=move || nameless.get().to_string() aria-describedby="table-wrong" prop:value=name on:input:target=move |event| name.set(event.target().value()) />
            </div>
            <div class="button-row">
                {SIDES.map(|(said, label)| view! {
                    <button class="button" data-kind="plain" type="button" on:click=move |_| say(said)>"It says " {label.to_lowercase()}</button>
                }).erased()}
            </div>
        </div>
    }
}
