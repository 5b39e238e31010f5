//! What is noted in the parts of a day that are no quiz: what tables say, questions to the panel, what people take home.
use crate::{
    browser::page,
    domain::{
        events::{Jotting, PanelQuestion, TableNote},
        ids::{EventId, TakeawayId},
        journal::{Command, EventCommand},
        typing::Typed,
    },
    ui::{
        app::App,
        components::{Erase, writing_box::WritingBox},
        desk::Desk,
    },
};
use leptos::{prelude::*, task::spawn_local};

/// What is done at an event.
fn order(desk: Desk, id: EventId) -> impl Fn(EventCommand) + Copy + Send + Sync {
    move |command| {
        let command = Command::Event(id, command);
        spawn_local(async move {
            drop(desk.commit(command).await);
            // What takes something away may go with it.
            page::catch_focus();
        });
    }
}

/// What stands in the facilitator's boxes: it is kept as they type.
#[derive(Clone, Copy)]
struct Jotter {
    desk: Desk,
    id: EventId,
    jotting: RwSignal<Jotting>,
}

impl Jotter {
    fn at(desk: Desk, id: EventId) -> Self {
        let typed = desk.typing.with_untracked(|typing| typing.jotting(id).cloned());
        let kept = || desk.journal.with_untracked(|journal| journal.run_of(id).map(|it| it.jotting.clone()));
        Self { desk, id, jotting: RwSignal::new(typed.or_else(kept).unwrap_or_default()) }
    }

    fn text(self, read: fn(&Jotting) -> &String) -> Signal<String> {
        Signal::derive(move || self.jotting.with(|it| read(it).clone()))
    }

    fn change(self, change: impl FnOnce(&mut Jotting)) {
        self.jotting.update(change);
        self.desk.write_soon(Typed::Jotting(self.id, self.jotting.get_untracked()));
    }

    /// Adds what was jotted down; its boxes are empty once it is on disk.
    fn add(self, command: EventCommand, empty: fn(&mut Jotting)) {
        spawn_local(async move {
            if self.desk.commit(Command::Event(self.id, command)).await.is_ok() {
                self.change(empty);
            }
        });
    }
}

/// What the tables said to one question: as the facilitator types it, and from phones.
#[component]
pub fn TableNotes(desk: Desk, id: EventId, prompt: String) -> impl IntoView {
    let order = order(desk, id);
    let jotter = Jotter::at(desk, id);
    let prompt = StoredValue::new(prompt);
    let lacking = RwSignal::new(false);
    let keep = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Jotting { table, note, .. } = jotter.jotting.get_untracked();
        let table = table.trim().to_owned();
        let is_whole = !table.is_empty() && !note.trim().is_empty();
        lacking.set(!is_whole);
        if is_whole {
            let note = TableNote { prompt: prompt.get_value(), table, from: None, text: note };
            jotter.add(EventCommand::Note(note), |it| {
                it.table.clear();
                it.note.clear();
            });
        }
    };
    let row = move |note: TableNote| {
        let (said, gone) = (note.text.clone(), note.clone());
        let take_away = move |_| order(EventCommand::Note(TableNote { text: String::new(), ..gone.clone() }));
        view! {
            <li>
                <strong>{note.table.clone()}</strong> ": " <span class="as-written">{said}</span> " "
                <button class="text-button" type="button" aria-label=format!("Take away: {}", note.table) on:click=take_away>"Take away"</button>
            </li>
        }
    };
    let notes = move || {
        desk.journal.with(|journal| {
            let run = journal.run_of(id);
            let of_this = run.into_iter().flat_map(|it| &it.notes);
            of_this.filter(|it| prompt.with_value(|prompt| it.prompt == *prompt)).cloned().collect::<Vec<_>>()
        })
    };
    view! {
        <section class="stack-tight" id="table-notes">
            <h2>"What the tables say"</h2>
            <ul class="points-list">{move || notes().into_iter().map(row).erased()}</ul>
            <form class="stack-tight" on:submit=keep autocomplete="off">
                <div class="field">
                    <label for="note-table">"Table"</label>
                    <input type="text" id="note-table" maxlength="40" prop:value=jotter.text(|it| &it.table) on:input:target=move |event| jotter.change(|it| it.table = event.target().value()) />
                </div>
                <WritingBox id="note-text" label="What it says" hint=Some("No names of families or colleagues.".to_owned()) locked=Signal::stored(false) text=jotter.text(|it| &it.note) on_text=move |text| jotter.change(|it| it.note = text) />
                {move || lacking.get().then(|| view! {
                    <p class="field-wrong" role="alert">"Name the table, and write what it says."</p>
                }).erased()}
                <div class="button-row"><button class="button" data-kind="plain" type="submit">"Keep it"</button></div>
            </form>
        </section>
    }
}

/// Questions to the panel: the room sees those that are let through.
#[component]
pub fn Panel(desk: Desk, id: EventId) -> impl IntoView {
    let order = order(desk, id);
    let jotter = Jotter::at(desk, id);
    let ask = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let question = jotter.jotting.with_untracked(|it| it.question.clone());
        jotter.add(EventCommand::Ask(question), |it| it.question.clear());
    };
    let row = move |(question, it): (usize, PanelQuestion)| {
        let (label, is_shown) =
            if it.is_shown { ("Hide from the room", false) } else { ("Show to the room", true) };
        let (show_label, gone_label) = (format!("{label}: {}", it.text), format!("Take away: {}", it.text));
        view! {
            <li>
                <span>{it.text}</span> " "
                <button class="text-button" type="button" aria-label=show_label on:click=move |_| order(EventCommand::Show { question, is_shown })>{label}</button> " "
                <button class="text-button" type="button" aria-label=gone_label on:click=move |_| order(EventCommand::Unask(question))>"Take away"</button>
            </li>
        }
    };
    let questions = move || {
        desk.journal.with(|journal| {
            let run = journal.run_of(id);
            run.map(|it| it.questions.clone()).unwrap_or_default()
        })
    };
    view! {
        <section class="stack-tight" id="panel">
            <h2>"Questions to the panel"</h2>
            <p class="quiet">"They stand without a name. The room sees a question only when you show it."</p>
            <ul class="points-list">{move || questions().into_iter().enumerate().map(row).erased()}</ul>
            <form class="field" on:submit=ask autocomplete="off">
                <label for="panel-question">"A question"</label>
                <input type="text" id="panel-question" required prop:value=jotter.text(|it| &it.question) on:input:target=move |event| jotter.change(|it| it.question = event.target().value()) />
                <div class="button-row"><button class="button" data-kind="plain" type="submit">"Add it"</button></div>
            </form>
        </section>
    }
}

/// How many chose each take-home message.
#[component]
pub fn Choices(desk: Desk, id: EventId) -> impl IntoView {
    let app = App::expect();
    let order = order(desk, id);
    let row = move |(takeaway, message): (TakeawayId, String)| {
        let (known, named) = (takeaway.clone(), message.clone());
        let count = Memo::new(move |_| {
            desk.journal.with(|journal| {
                let run = journal.run_of(id);
                run.and_then(|it| it.chosen.iter().find(|(id, _)| *id == known).map(|it| it.1))
                    .unwrap_or_default()
            })
        });
        let count_on = move |(by, label): (i32, &'static str)| {
            let takeaway = takeaway.clone();
            let told = match by {
                ..0 => format!("{} fewer for: {message}", by.abs()),
                by => format!("{by} more for: {message}"),
            };
            let count = move |_| order(EventCommand::Choose { takeaway: takeaway.clone(), more: by });
            view! { <button class="button" data-kind="plain" type="button" aria-label=told on:click=count>{label}</button> }
        };
        view! { <li class="table-row"><span>{named}</span> <strong>{count}</strong> {[(-1, "−1"), (1, "+1"), (5, "+5")].map(count_on).erased()}</li> }
    };
    // The rows are drawn once, so that the focus stays on the button that counts.
    let offered = Memo::new(move |_| {
        desk.journal.with(|journal| journal.event(id).map(|it| it.plan.takeaways.clone()).unwrap_or_default())
    });
    let rows = move || {
        let offered = offered.get();
        app.library.with(|library| {
            let message = |id: TakeawayId| {
                let message = library.takeaway(&id)?.message.clone();
                Some((id, message))
            };
            offered.into_iter().filter_map(message).map(row).erased()
        })
    };
    view! {
        <section class="stack-tight" id="choices">
            <h2>"Who chose which?"</h2>
            <ul class="stack-tight">{rows}</ul>
        </section>
    }
}
