//! The statements about one topic, asked: a welcome, each statement and its verdict, and how it went.
use super::{explanation::Explanation, results::ResultsOf};
use crate::{
    browser::{entropy::BrowserEntropy, page},
    content::rounds::{missed, statements_to_ask},
    domain::{
        ids::{CardHistoryId, RoundId, StatementId},
        journal::Command,
        quiz::{Answer, Step, Sureness, Topic, Verdict},
        route::Route,
    },
    ui::{
        app::App,
        components::{choosing::Choosing, page_head::PageHead},
        desk::Desk,
        places::Missing,
        words::{counted, name_of_verdict},
    },
    vault::Entropy,
};
use leptos::{prelude::*, task::spawn_local};

#[component]
pub fn Sitting(desk: Desk, topic: Topic) -> impl IntoView {
    let app = App::expect();
    let topic = StoredValue::new(topic);
    let newest = move || {
        desk.journal.with(|journal| {
            topic.with_value(|topic| journal.rounds_about(topic).first().map(|it| (*it).clone()))
        })
    };
    // The statement whose explanation is being read, until the person goes on.
    let told = RwSignal::new(None::<StatementId>);
    // One tap counts: the next is heard when this one is on disk.
    let busy = RwSignal::new(false);
    let start = move || {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        told.set(None);
        spawn_local(async move {
            let seed = u64::from_le_bytes(BrowserEntropy.bytes());
            let order = desk.journal.with_untracked(|journal| {
                app.library.with_untracked(|library| {
                    topic.with_value(|topic| statements_to_ask(library, topic, journal.history(), seed))
                })
            });
            let fresh = RoundId::from_entropy(BrowserEntropy.bytes());
            let started =
                desk.commit(Command::StartRound { id: fresh, topic: topic.get_value(), order }).await;
            busy.set(false);
            if started.is_ok() {
                page::focus("#statement");
            }
        });
    };
    let answer = move |round: RoundId, statement: StatementId, said: Verdict, sure: Sureness| {
        let verdict =
            app.library.with_untracked(|library| library.statement(&statement).map(|it| it.verdict));
        let Some(verdict) = verdict.filter(|_| !busy.get_untracked()) else { return };
        busy.set(true);
        told.set(Some(statement.clone()));
        spawn_local(async move {
            let history = CardHistoryId::from_entropy(BrowserEntropy.bytes());
            let answered = desk
                .commit(Command::AnswerStatement { round, statement, said, sure, verdict, history })
                .await;
            busy.set(false);
            if answered.is_ok() {
                page::focus("#verdict");
            }
        });
    };
    let next = move || {
        told.set(None);
        page::focus("#statement, #results");
    };
    move || {
        if app.library.with(|library| topic.with_value(|topic| library.name_of_topic(topic).is_none())) {
            return view! {
                <PageHead title="Quiz" back=(Route::Quiz, "Quiz") />
                <Missing what="These statements are not in any pack that could be read." />
            }
            .into_any();
        }
        let Some(round) = newest() else {
            return view! { <Welcome desk topic=topic.get_value() start /> }.into_any();
        };
        let (id, of) = (round.id, round.order.len());
        match round.step(told.get().as_ref()) {
            // The pack has dropped it since the round began.
            Step::Ask { statement, .. } if app.library.with(|library| library.statement(&statement).is_none()) => view! {
                <PageHead title="Quiz" back=(Route::Quiz, "Quiz") />
                <Missing what="The next statement of this round is not in the pack any more." />
                <div class="button-row"><button class="button" on:click=move |_| start()>"Start again"</button></div>
            }
            .into_any(),
            Step::Ask { number, statement } => {
                let asked = StoredValue::new(statement.clone());
                view! {
                    <Progress number of />
                    <Ask statement answer=move |said, sure| answer(id, asked.get_value(), said, sure) />
                }
                .into_any()
            }
            Step::Tell { number, answer } => view! {
                <Progress number of />
                <Tell answer last={round.is_finished()} next />
            }
            .into_any(),
            Step::Results => view! { <ResultsOf desk round start /> }.into_any(),
        }
    }
}

#[component]
fn Welcome(desk: Desk, topic: Topic, start: impl Fn() + Copy + 'static) -> impl IntoView {
    let app = App::expect();
    let (title, count, lead) = app.library.with(|library| {
        let (count, lead) = match &topic {
            Topic::Mixed => (10, Some("Ten statements from everything, as many myths as facts.".to_owned())),
            Topic::Missed => {
                let missed = desk.journal.with(|journal| missed(library, journal.history()).len());
                (missed.min(10), Some("The statements that you last answered wrongly.".to_owned()))
            }
            Topic::Set(id) => {
                let set = library.set(id).map(|set| set.summary.clone());
                (library.statements_about(&topic).len(), set)
            }
            Topic::Section(_) => {
                let lead = "What that part of the lesson taught.".to_owned();
                (library.statements_about(&topic).len(), Some(lead))
            }
        };
        (library.name_of_topic(&topic).unwrap_or_default(), count, lead)
    });
    let back = match topic {
        Topic::Section(id) => (Route::Section(id), "Back to the lesson"),
        Topic::Set(_) | Topic::Mixed | Topic::Missed => (Route::Quiz, "Quiz"),
    };
    if count == 0 {
        return view! {
            <PageHead title back />
            <p>"Nothing is left here: every statement that you have answered was right the last time."</p>
            <a class="button" href=Route::Revise.to_string()>"Revise what is due"</a>
        }
        .into_any();
    }
    view! {
            <PageHead title lead=lead.unwrap_or_default() back />
            <div class="notice">
                <h2>"Before you start"</h2>
                <p>"Some statements are about abuse and its effects. You can stop at any time and come back to the same place."</p>
                <p>"If any of this is close to home, "<a href=Route::Worried.to_string()>"help lines are here"</a>"."</p>
            </div>
            <p>{counted(count, "statement")} ". Say what you think, and how sure you are. Then you see the verdict and the reasons. There is no clock."</p>
            <div class="button-row"><button class="button" on:click=move |_| start()>"Start"</button></div>
    }
    .into_any()
}

#[component]
fn Progress(number: usize, of: usize) -> impl IntoView {
    view! {
        <div class="progress">
            <a class="back" href=Route::Quiz.to_string()>"Leave and come back later"</a>
            <p id="progress">"Statement " {number} " of " {of}</p>
            <progress aria-labelledby="progress" max=of.to_string() value=number.to_string()></progress>
        </div>
    }
}

#[component]
fn Ask(statement: StatementId, answer: impl Fn(Verdict, Sureness) + Copy + 'static) -> impl IntoView {
    let app = App::expect();
    let text = app.library.with(|library| library.statement(&statement).map(|it| it.statement.clone()));
    view! { <AskStatement text=text.unwrap_or_default() answer /> }
}

/// Myth or fact, and how sure?
#[component]
pub fn AskStatement(text: String, answer: impl Fn(Verdict, Sureness) + Copy + 'static) -> impl IntoView {
    let verdicts = [Verdict::Myth, Verdict::Fact];
    let options = vec![
        (name_of_verdict(Verdict::Myth).to_owned(), 'm'),
        (name_of_verdict(Verdict::Fact).to_owned(), 'f'),
    ];
    view! {
        <Choosing options swipes=true on_answer=move |at: usize, sure| answer(verdicts[at], sure)>
            <h1 class="statement" id="statement" tabindex="-1">{text}</h1>
        </Choosing>
    }
}

#[component]
fn Tell(answer: Answer, last: bool, next: impl Fn() + Copy + 'static) -> impl IntoView {
    let app = App::expect();
    let told = app.library.with_untracked(|library| {
        let it = library.statement(&answer.statement)?.clone();
        let sources = library.sources(answer.statement.pack(), &it.provenance);
        Some((it, sources))
    });
    let next_label = if last { "See how it went" } else { "Next statement" };
    let explained = told.map(|(it, sources)| {
        view! {
            <h1 class="statement">{it.statement.clone()}</h1>
            <Explanation statement=it sources said=Some((answer.said, answer.sure)) />
        }
    });
    view! {
        {explained}
        <div class="button-row"><button class="button" on:click=move |_| next()>{next_label}</button></div>
    }
}
