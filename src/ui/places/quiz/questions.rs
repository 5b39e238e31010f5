//! Questions in and out: brought in from a trainer's file, kept among the cards, and taken out in the same formats.
use crate::ui::components::Erase;
use crate::{
    browser::{
        entropy::BrowserEntropy,
        files::{self, Chosen},
        page,
    },
    content::{
        cards::{anki_card, wording_of},
        exchange::{self, Format, Taken, anki::write_cards},
    },
    domain::{
        cards::CardId,
        ids::QuestionId,
        journal::Command,
        questions::{Answers, OwnQuestion, Wording},
        route::Route,
    },
    ui::{
        app::App,
        components::page_head::PageHead,
        desk::{Desk, Role},
        words::{counted, name_of_verdict},
    },
    vault::Entropy,
};
use leptos::{prelude::*, task::spawn_local};

/// How many questions are listed before the rest is asked for.
const LISTED: usize = 50;

/// How many faults are told one by one.
const FAULTS: usize = 50;

#[component]
pub fn Questions(desk: Desk) -> impl IntoView {
    view! {
        <PageHead
            title="Questions in and out"
            lead="Bring in the questions that you or a trainer already have. They become cards, and stay on this device."
            back=(Route::Quiz, "Quiz")
        />
        <div class="settings">
            <BringIn desk />
            <Mine desk />
            <TakeOut desk />
        </div>
    }
}

/// Chosen, looked at, and only then taken.
#[component]
fn BringIn(desk: Desk) -> impl IntoView {
    let taken = RwSignal::new(None::<Taken>);
    let unreadable = RwSignal::new(false);
    let choose = move |event| {
        spawn_local(async move {
            match files::chosen_bytes(event).await {
                None => {}
                Some(Ok(Chosen { name, bytes })) => {
                    unreadable.try_set(false);
                    taken.try_set(Some(exchange::read(&bytes, &name)));
                }
                Some(Err(_)) => drop(unreadable.try_set(true)),
            }
        });
    };
    let take = move |_| {
        let Some(read) = taken.get_untracked() else { return };
        let named =
            read.questions.into_iter().map(|it| (QuestionId::from_entropy(BrowserEntropy.bytes()), it));
        let command = Command::AddQuestions(named.collect());
        spawn_local(async move {
            if desk.commit_and_say(command, "Brought in. They come up in your revision").await.is_ok() {
                taken.try_set(None);
            }
        });
    };
    let preview = move || {
        taken.get().map(|read| {
            let (new, known) = desk.journal.with(|journal| {
                let is_here = |it: &&Wording| journal.questions().iter().any(|own| own.wording == **it);
                let known = read.questions.iter().filter(is_here).count();
                (read.questions.len() - known, known)
            });
            let known = (known > 0).then(|| format!(" {} here already.", counted(known, "question")));
            let whole = read.faults.first().filter(|it| it.why.is_of_whole_file()).map(|it| it.why.to_string());
            let count = read.faults.len();
            let faults = read.faults.iter().filter(|it| !it.why.is_of_whole_file()).take(FAULTS);
            let faults = faults.map(|it| view! { <li>{it.to_string()}</li> }).erased();
            let rest = count.saturating_sub(FAULTS);
            view! {
                <div class="notice" role="status" id="taken">
                    {match whole {
                        Some(why) => view! { <p>{why}</p> }.into_any(),
                        None => view! { <p>{counted(new, "question")} " can be taken." {known}</p> }.into_any(),
                    }}
                    {(!faults.is_empty()).then(|| view! {
                        <p>"These could not be. Everything else is taken."</p>
                        <ul class="points-list">{faults}</ul>
                        {(rest > 0).then(|| view! { <p>{rest} " more like these."</p> }).erased()}
                    }).erased()}
                    {(new > 0).then(|| view! {
                        <div class="button-row"><button class="button" on:click=take>"Bring them in"</button></div>
                    }).erased()}
                </div>
            }
        })
    };
    let locked = move || desk.role.get() == Role::Reader;
    view! {
        <section>
            <h2>"Bring in"</h2>
            <div class="field">
                <label for="questions-file">"A file of questions"</label>
                <p class="field-hint" id="questions-hint">"GIFT or Aiken, as Moodle has them, or a CSV table with columns called question, answer, option a, option b, why and topic. Two answers or more, one of them right."</p>
                <input type="file" id="questions-file" accept=".txt,.gift,.aiken,.csv,.tsv,text/plain,text/csv" aria-describedby="questions-hint" disabled=locked on:change=choose />
            </div>
            {move || unreadable.get().then(|| view! {
                <p role="alert" class="field-wrong">"The file could not be read. Choose it again, or another copy of it."</p>
            }).erased()}
            {move || preview().erased()}
            <p class="quiet">"Leave out names and cases: a question is for learning. Nobody checks what you bring in."</p>
        </section>
    }
}

/// What was brought in, each with its answer beside it.
#[component]
fn Mine(desk: Desk) -> impl IntoView {
    let all = RwSignal::new(false);
    let row = move |it: &OwnQuestion| {
        let id = it.id;
        let answer = match &it.wording.answers {
            Answers::MythOrFact(verdict) => name_of_verdict(*verdict).to_owned(),
            Answers::Choice { options, right } => options[*right].clone(),
        };
        let label = format!("Remove: {}", it.wording.stem);
        let remove = move |_| {
            let command = Command::DropQuestion(id);
            spawn_local(async move { drop(desk.commit_and_say(command, "Removed").await) });
        };
        view! {
            <li>
                <a href=Route::Card(CardId::Own(id)).to_string()>
                    <span class="way-name">{answer} ": " {it.wording.stem.clone()}</span>
                    <span class="way-note">{it.wording.topic.clone()}</span>
                </a>
                <button class="text-button" aria-label=label on:click=remove>"Remove"</button>
            </li>
        }
    };
    let show_all = move |_| {
        all.set(true);
        page::catch_focus();
    };
    move || {
        desk.journal.with(|journal| {
            let questions = journal.questions();
            let most = if all.get() { usize::MAX } else { LISTED };
            let rows = questions.iter().take(most).map(|it| row(it)).erased();
            let rest = questions.len().saturating_sub(rows.len());
            (!questions.is_empty()).then(|| {
                view! {
                    <section>
                        <h2>"My questions (" {questions.len()} ")"</h2>
                        <ul class="way-list with-action" id="my-questions">{rows}</ul>
                        {(rest > 0).then(|| view! {
                            <button class="text-button" on:click=show_all>"Show " {rest} " more"</button>
                        }).erased()}
                    </section>
                }
            })
        })
    }
}

/// What can be taken out.
#[derive(Clone, Copy, PartialEq)]
enum What {
    Mine,
    OfPacks,
}

#[component]
fn TakeOut(desk: Desk) -> impl IntoView {
    let app = App::expect();
    let what = RwSignal::new(What::OfPacks);
    let not_saved = RwSignal::new(false);
    let wordings = move || match what.get_untracked() {
        What::Mine => desk.journal.with_untracked(|journal| {
            journal.questions().iter().map(|it| it.wording.clone()).collect::<Vec<_>>()
        }),
        What::OfPacks => app.library.with_untracked(|library| {
            let topic = |it: &str| it.replace('-', " ");
            library.statements().map(|(_, it)| wording_of(it, topic(&it.topic))).collect()
        }),
    };
    let offer = move |name: &str, kind: &str, text: &str| not_saved.set(!files::offer(name, kind, text));
    let format = move |format: Format| {
        let save = move |_| {
            let name = format!("questions-{}.{}", format.called().to_lowercase(), format.ending());
            let kind = if format == Format::Csv { "text/csv" } else { "text/plain" };
            offer(&name, kind, &exchange::write(format, &wordings()));
        };
        view! { <button class="button" data-kind="plain" on:click=save>{format.called()}</button> }
    };
    let anki = move |_| {
        let cards: Vec<_> = app.deck.with_untracked(|deck| {
            let sides = |id: &CardId| desk.card(app, id).map(|card| anki_card(&card, id.kind()));
            deck.iter().filter_map(sides).collect()
        });
        offer("second-look-anki.txt", "text/plain", &write_cards("Second Look", &cards));
    };
    let option = move |value: What, label: &'static str| {
        view! {
            <label>
                <input type="radio" name="what" prop:checked=move || what.get() == value on:change=move |_| what.set(value) />
                {label}
            </label>
        }
    };
    view! {
        <section id="take-out">
            <h2>"Take out"</h2>
            <p>"Such a file is not sealed: whoever has it can read it. None of your answers are in it."</p>
            <fieldset class="field">
                <legend>"Which questions"</legend>
                <div class="choices">
                    {option(What::OfPacks, "The statements of the packs, with the reasons")}
                    {option(What::Mine, "My own questions")}
                </div>
            </fieldset>
            <div class="button-row">{Format::ALL.map(format).erased()}</div>
            <p class="quiet">"Aiken holds no reasons and no topics. GIFT and CSV do."</p>
            <p>"Or every card, for Anki. It asks by the same kind of schedule."</p>
            <div class="button-row"><button class="button" data-kind="plain" on:click=anki>"Cards for Anki"</button></div>
            {move || not_saved.get().then(|| view! { <p role="alert">"This browser did not take the file. Try another browser."</p> }).erased()}
        </section>
    }
}
