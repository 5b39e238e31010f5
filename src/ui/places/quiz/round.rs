//! The statements about one topic, asked: a welcome, each statement and its verdict, and how it went.
use super::explanation::{Explanation, name_of};
use crate::ui::components::Erase;
use crate::{
    browser::{entropy::BrowserEntropy, page},
    domain::{
        beginnings::Beginning,
        ids::{ReflectionId, RoundId, StatementId},
        journal::Command,
        quiz::{Answer, Round, Step, Topic, Verdict},
        reflections::Subject,
        route::Route,
    },
    ui::{app::App, components::page_head::PageHead, desk::Desk, places::Missing, words::counted},
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
            let order = app
                .library
                .with_untracked(|library| topic.with_value(|topic| library.statements_about(topic)));
            let fresh = RoundId::from_entropy(BrowserEntropy.bytes());
            let started =
                desk.commit(Command::StartRound { id: fresh, topic: topic.get_value(), order }).await;
            busy.set(false);
            if started.is_ok() {
                page::focus("#statement");
            }
        });
    };
    let answer = move |round: RoundId, statement: StatementId, said: Verdict| {
        let verdict =
            app.library.with_untracked(|library| library.statement(&statement).map(|it| it.verdict));
        let Some(verdict) = verdict.filter(|_| !busy.get_untracked()) else { return };
        busy.set(true);
        told.set(Some(statement.clone()));
        spawn_local(async move {
            let answered = desk.commit(Command::AnswerStatement { round, statement, said, verdict }).await;
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
            return view! { <Welcome topic=topic.get_value() start /> }.into_any();
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
                let asked = statement.clone();
                view! {
                    <Progress number of />
                    <Ask statement answer=move |said| answer(id, asked.clone(), said) />
                }
                .into_any()
            }
            Step::Tell { number, answer } => view! {
                <Progress number of />
                <Tell answer last={round.is_finished()} next />
            }
            .into_any(),
            Step::Results => view! { <Results round start /> }.into_any(),
        }
    }
}

#[component]
fn Welcome(topic: Topic, start: impl Fn() + Copy + 'static) -> impl IntoView {
    let app = App::expect();
    let (title, count) = app.library.with(|library| {
        (library.name_of_topic(&topic).unwrap_or_default(), library.statements_about(&topic).len())
    });
    let lead = match &topic {
        Topic::Set(id) => app.library.with(|library| library.set(id).map(|set| set.summary.clone())),
        Topic::Section(_) => Some("What that part of the lesson taught.".to_owned()),
    };
    let back = match topic {
        Topic::Set(_) => (Route::Quiz, "Quiz"),
        Topic::Section(id) => (Route::Section(id), "Back to the lesson"),
    };
    view! {
            <PageHead title lead=lead.unwrap_or_default() back />
            <div class="notice">
                <h2>"Before you start"</h2>
                <p>"Some statements are about abuse and its effects. You can stop at any time and come back to the same place."</p>
                <p>"If any of this is close to home, "<a href=Route::Worried.to_string()>"help lines are here"</a>"."</p>
            </div>
            <p>{counted(count)} ". After each you see the verdict and the reasons. There is no clock."</p>
            <div class="button-row"><button class="button" on:click=move |_| start()>"Start"</button></div>
    }
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
fn Ask(statement: StatementId, answer: impl Fn(Verdict) + Clone + 'static) -> impl IntoView {
    let app = App::expect();
    let text = app.library.with(|library| library.statement(&statement).map(|it| it.statement.clone()));
    let button = |verdict| {
        let answer = answer.clone();
        view! { <button class="button" on:click=move |_| answer(verdict)>{name_of(verdict)}</button> }
    };
    view! {
        <h1 class="statement" id="statement" tabindex="-1">{text}</h1>
        <div class="answers" role="group" aria-label="Your answer">
            {[Verdict::Myth, Verdict::Fact].map(button).erased()}
        </div>
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
            <Explanation statement=it sources said=Some(answer.said) />
        }
    });
    view! {
        {explained}
        <div class="button-row"><button class="button" on:click=move |_| next()>{next_label}</button></div>
    }
}

#[component]
fn Results(round: Round, start: impl Fn() + Copy + 'static) -> impl IntoView {
    let app = App::expect();
    let title = app.library.with(|library| library.name_of_topic(&round.topic));
    let fresh = ReflectionId::from_entropy(BrowserEntropy.bytes());
    let (subject, back) = match round.topic.clone() {
        Topic::Set(id) => (Subject::Set(id), (Route::Quiz, "Quiz")),
        Topic::Section(id) => (Subject::Section(id.clone()), (Route::Section(id), "Back to the lesson")),
    };
    let reflect = Route::Write(fresh, Some(Beginning::About(subject)));
    let score = round.score();
    let row = |answer: &Answer| {
        let fact = app.library.with(|library| library.statement(&answer.statement).map(|it| it.fact.clone()));
        let (mark, told) = match answer.is_right() {
            true => ("✓", "You were right:"),
            false => ("✗", "You were not right:"),
        };
        view! {
            <li data-right=answer.is_right().to_string()>
                <span class="mark"><span aria-hidden="true">{mark}</span><span class="visually-hidden">{told}</span></span>
                <span>{match fact {
                    Some(fact) => view! { <a href=Route::Statement(answer.statement.clone()).to_string()>{fact}</a> }.into_any(),
                    None => "This statement is not in the pack any more.".into_any(),
                }}</span>
            </li>
        }
    };
    view! {
        <PageHead title=title.unwrap_or_default() back />
        <div class="score">
            <strong id="results" tabindex="-1">{score.right} " of " {score.of}</strong>
            <span>"right"</span>
        </div>
        <p class="quiet">"Here is what is true, statement by statement. A score is not the point: what will you do with it?"</p>
        <div class="button-row">
            <a class="button" href=reflect.to_string()>"Reflect on this"</a>
            <button class="button" data-kind="plain" on:click=move |_| start()>"Answer them again"</button>
        </div>
        <ul class="results">{round.answers.iter().map(row).erased()}</ul>
    }
}
