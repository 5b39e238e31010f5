//! One set of statements, asked: a welcome, each statement and its verdict, and how it went.
use super::explanation::{Explanation, name_of};
use crate::{
    browser::{entropy::BrowserEntropy, page},
    domain::{
        ids::{ReflectionId, RoundId, SetId, StatementId},
        journal::Command,
        quiz::{Round, Verdict},
        reflections::Subject,
        route::Route,
    },
    ui::{app::App, components::page_head::PageHead, desk::Desk, places::Missing},
    vault::Entropy,
};
use leptos::{prelude::*, task::spawn_local};

/// What is on screen.
#[derive(Clone, PartialEq)]
enum Step {
    /// The set cannot be found.
    Missing,
    Welcome,
    Ask(StatementId),
    Tell(StatementId),
    Results,
}

#[component]
pub fn QuizSet(desk: Desk, set: SetId) -> impl IntoView {
    let app = App::expect();
    let id = StoredValue::new(set);
    let round = Memo::new(move |_| {
        desk.journal
            .with(|journal| id.with_value(|id| journal.rounds_of(id).first().map(|round| (*round).clone())))
    });
    // The statement whose verdict is being read, until the person goes on.
    let told = RwSignal::new(None::<StatementId>);
    // A finished round greets a person who comes back with its results.
    let step = Memo::new(move |_| {
        let known = app.library.with(|library| id.with_value(|id| library.set(id).is_some()));
        match (known, told.get(), round.get()) {
            (false, ..) => Step::Missing,
            (_, Some(statement), Some(_)) => Step::Tell(statement),
            (_, _, None) => Step::Welcome,
            (_, None, Some(round)) => round.next_statement().cloned().map_or(Step::Results, Step::Ask),
        }
    });
    let start = move || {
        spawn_local(async move {
            let order = app.library.with_untracked(|library| id.with_value(|id| library.statements_of(id)));
            let fresh = RoundId::from_entropy(BrowserEntropy.bytes());
            let started = desk.commit(Command::StartRound { id: fresh, set: id.get_value(), order }).await;
            if started.is_ok() {
                page::focus("#statement");
            }
        });
    };
    let answer = move |statement: StatementId, said: Verdict| {
        let verdict =
            app.library.with_untracked(|library| library.statement(&statement).map(|it| it.verdict));
        let round = round.with_untracked(|round| round.as_ref().map(|round| round.id));
        let (Some(verdict), Some(round)) = (verdict, round) else { return };
        spawn_local(async move {
            let command = Command::AnswerStatement { round, statement: statement.clone(), said, verdict };
            if desk.commit(command).await.is_ok() {
                told.set(Some(statement));
                page::focus("#verdict");
            }
        });
    };
    let next = move || {
        told.set(None);
        page::focus("#statement, #results");
    };
    move || match step.get() {
        Step::Missing => view! {
            <PageHead title="Quiz" back=(Route::Quiz, "Quiz") />
            <Missing what="This set of statements is not in any pack that could be read." />
        }
        .into_any(),
        Step::Welcome => view! { <Welcome set=id.get_value() start /> }.into_any(),
        Step::Ask(statement) => view! {
            <Progress round at=statement.clone() />
            <Ask statement answer />
        }
        .into_any(),
        Step::Tell(statement) => view! {
            <Progress round at=statement.clone() />
            <Tell round statement next />
        }
        .into_any(),
        Step::Results => view! { <Results set=id.get_value() round start /> }.into_any(),
    }
}

#[component]
fn Welcome(set: SetId, start: impl Fn() + Copy + 'static) -> impl IntoView {
    let app = App::expect();
    let set = app.library.with(|library| library.set(&set).cloned());
    set.map(|set| {
        view! {
            <PageHead title=set.title lead=set.summary back=(Route::Quiz, "Quiz") />
            <div class="notice">
                <h2>"Before you start"</h2>
                <p>"Some statements are about abuse and its effects. You can stop at any time and come back to the same place."</p>
                <p>"If any of this is close to home, "<a href=Route::Worried.to_string()>"help lines are here"</a>"."</p>
            </div>
            <p>{set.statements.len()} " statements. After each you see the verdict and the reasons. There is no clock."</p>
            <div class="button-row"><button class="button" on:click=move |_| start()>"Start"</button></div>
        }
    })
}

#[component]
fn Progress(round: Memo<Option<Round>>, at: StatementId) -> impl IntoView {
    round.get_untracked().map(|round| {
        let of = round.order.len();
        let at = round.order.iter().position(|id| *id == at).unwrap_or_default() + 1;
        let told = format!("Statement {at} of {of}");
        view! {
            <div class="progress">
                <a class="back" href=Route::Quiz.to_string()>"Leave and come back later"</a>
                <p id="progress">{told}</p>
                <progress aria-labelledby="progress" max=of value=at></progress>
            </div>
        }
    })
}

#[component]
fn Ask(statement: StatementId, answer: impl Fn(StatementId, Verdict) + Copy + 'static) -> impl IntoView {
    let app = App::expect();
    let text = app.library.with(|library| library.statement(&statement).map(|it| it.statement.clone()));
    let asked = StoredValue::new(statement);
    // One tap counts: the buttons go quiet until the answer is on disk.
    let given = RwSignal::new(false);
    let say = move |said| {
        if !given.get_untracked() {
            given.set(true);
            answer(asked.get_value(), said);
        }
    };
    view! {
        <h1 class="statement" id="statement" tabindex="-1">{text}</h1>
        <div class="answers" role="group" aria-label="Your answer">
            {[Verdict::Myth, Verdict::Fact]
                .map(|verdict| view! {
                    <button class="button" on:click=move |_| say(verdict)>{name_of(verdict)}</button>
                })
                .collect_view()}
        </div>
    }
}

#[component]
fn Tell(
    round: Memo<Option<Round>>,
    statement: StatementId,
    next: impl Fn() + Copy + 'static,
) -> impl IntoView {
    let app = App::expect();
    let said = round.with_untracked(|round| round.as_ref()?.answer_to(&statement).map(|answer| answer.said));
    let last = round.with_untracked(|round| round.as_ref().is_some_and(Round::is_finished));
    let told = app.library.with_untracked(|library| {
        let it = library.statement(&statement)?.clone();
        let sources = library.sources(statement.pack(), &it.provenance);
        Some((it, sources))
    });
    said.zip(told).map(|(said, (it, sources))| {
        view! {
            <h1 class="statement">{it.statement.clone()}</h1>
            <Explanation statement=it sources said />
            <div class="button-row">
                <button class="button" on:click=move |_| next()>{if last { "See how it went" } else { "Next statement" }}</button>
            </div>
        }
    })
}

#[component]
fn Results(set: SetId, round: Memo<Option<Round>>, start: impl Fn() + Copy + 'static) -> impl IntoView {
    let app = App::expect();
    let title = app.library.with(|library| library.set(&set).map(|set| set.title.clone()));
    let fresh = ReflectionId::from_entropy(BrowserEntropy.bytes());
    let reflect = Route::Write(fresh, Some(Subject::Set(set)));
    round.get_untracked().map(|round| {
        let score = round.score();
        let rows = round
            .answers
            .iter()
            .map(|answer| {
                let fact = app.library.with(|library| library.statement(&answer.statement).map(|it| it.fact.clone()));
                let right = answer.is_right();
                view! {
                    <li data-right=right.to_string()>
                        <span class="mark">
                            <span aria-hidden="true">{if right { "✓" } else { "✗" }}</span>
                            <span class="visually-hidden">{if right { "You were right:" } else { "You were not right:" }}</span>
                        </span>
                        <span>{fact.unwrap_or_else(|| "This statement is not in the pack any more.".to_owned())}</span>
                    </li>
                }
            })
            .collect_view();
        view! {
            <PageHead title=title.unwrap_or_default() back=(Route::Quiz, "Quiz") />
            <div class="score">
                <strong id="results" tabindex="-1">{score.right} " of " {score.of}</strong>
                <span>"right"</span>
            </div>
            <p class="quiet">"Here is what is true, statement by statement. A score is not the point: what will you do with it?"</p>
            <div class="button-row">
                <a class="button" href=reflect.to_string()>"Reflect on this"</a>
                <button class="button" data-kind="plain" on:click=move |_| start()>"Answer them again"</button>
            </div>
            <ul class="results">{rows}</ul>
        }
    })
}
