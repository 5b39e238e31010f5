//! How a round went: what was sure and wrong first, each answer one tap from its lesson and from a reflection.
use crate::ui::components::Erase;
use crate::{
    browser::entropy::BrowserEntropy,
    domain::{
        beginnings::Beginning,
        ids::ReflectionId,
        quiz::{Answer, Round, Topic},
        reflections::Subject,
        results::{Calibration, Results},
        route::Route,
    },
    ui::{
        app::App,
        components::page_head::PageHead,
        desk::Desk,
        words::{counted, name_of_outcome, name_of_sureness},
    },
    vault::Entropy,
};
use leptos::prelude::*;

#[component]
pub fn ResultsOf(desk: Desk, round: Round, start: impl Fn() + Copy + 'static) -> impl IntoView {
    let app = App::expect();
    let title = app.library.with(|library| library.name_of_topic(&round.topic)).unwrap_or_default();
    let results = desk.journal.with_untracked(|journal| Results::of(&round, journal.history()));
    let back = match round.topic.clone() {
        Topic::Section(id) => (Route::Section(id), "Back to the lesson"),
        Topic::Set(_) | Topic::Mixed | Topic::Missed => (Route::Quiz, "Quiz"),
    };
    let subject = match round.topic.clone() {
        Topic::Set(id) => Some(Subject::Set(id)),
        Topic::Section(id) => Some(Subject::Section(id)),
        Topic::Mixed | Topic::Missed => None,
    };
    let reflect = subject.map_or(Route::Begin, about);
    let changed = changed(&results);
    let beyond = results.beyond_guessing().unwrap_or_default();
    let sure_but_wrong = results.by_sureness[0].wrong;
    view! {
        <PageHead title back />
        <div class="score">
            <strong id="results" tabindex="-1">{results.right} " of " {results.of}</strong>
            <span>"right"</span>
        </div>
        <div class="stack-tight">
            <p>"Half would be right by guessing alone. Allowing for that, you know about " <strong>{beyond} " in 100"</strong> " of these."</p>
            {changed.map(|text| view! { <p>{text}</p> }).erased()}
            {(sure_but_wrong > 0).then(|| view! {
                <p>"You were certain and wrong " {times(sure_but_wrong)} ". Those stand first: what one was sure of is corrected best."</p>
            }).erased()}
        </div>
        <Calibrated rows=results.by_sureness />
        <p class="quiet">"Here is what is true, statement by statement. A score is not the point: what will you do with it? Each comes back in "<a href=Route::Revise.to_string()>"your revision"</a>" when it is due."</p>
        <div class="button-row">
            <a class="button" href=reflect.to_string()>"Reflect on this"</a>
            <button class="button" data-kind="plain" on:click=move |_| start()>"Answer them again"</button>
        </div>
        <ul class="results">{results.answers.iter().map(|answer| row(app, answer)).erased()}</ul>
    }
}

fn about(subject: Subject) -> Route {
    Route::Write(ReflectionId::from_entropy(BrowserEntropy.bytes()), Some(Beginning::About(subject)))
}

fn times(count: usize) -> String {
    match count {
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        many => format!("{many} times"),
    }
}

fn changed(results: &Results) -> Option<String> {
    let (learnt, slipped) = (results.learnt.len(), results.slipped.len());
    match (learnt, slipped) {
        (0, 0) => None,
        (learnt, 0) => {
            Some(format!("Since the last time: {} learnt, none lost.", counted(learnt, "statement")))
        }
        (0, slipped) => Some(format!("Since the last time: {} slipped.", counted(slipped, "statement"))),
        (learnt, slipped) => Some(format!(
            "Since the last time: {} learnt, and {slipped} slipped.",
            counted(learnt, "statement")
        )),
    }
}

/// How sure one was, against how it went.
#[component]
fn Calibrated(rows: Vec<Calibration>) -> impl IntoView {
    let row = |it: Calibration| {
        view! {
            <tr>
                <th scope="row">{name_of_sureness(it.sure)}</th>
                <td class="number">{it.right}</td>
                <td class="number">{it.wrong}</td>
            </tr>
        }
    };
    view! {
        <table class="plot" aria-label="How sure you were">
            <thead>
                <tr>
                    <th scope="col">"How sure you were"</th>
                    <th scope="col" class="number">"Right"</th>
                    <th scope="col" class="number">"Wrong"</th>
                </tr>
            </thead>
            <tbody>{rows.into_iter().map(row).erased()}</tbody>
        </table>
    }
}

/// The fact, and what one made of it. The myth stands nowhere in the list.
fn row(app: App, answer: &Answer) -> impl IntoView + use<> {
    let (fact, lesson) = app.library.with(|library| {
        let fact = library.statement(&answer.statement).map(|it| it.fact.clone());
        (fact, library.lesson_of(&answer.statement))
    });
    let is_right = answer.is_right();
    let mark = if is_right { "✓" } else { "✗" };
    let told = name_of_outcome(answer.outcome());
    let reflect = about(Subject::Statement(answer.statement.clone()));
    let fact = match fact {
        Some(fact) => {
            view! { <a href=Route::Statement(answer.statement.clone()).to_string()>{fact}</a> }.into_any()
        }
        None => "This statement is not in the pack any more.".into_any(),
    };
    let ways = (!is_right).then(|| {
        view! {
            <span class="button-row">
                {lesson.map(|id| view! { <a href=Route::Section(id).to_string()>"Its lesson"</a> }).erased()}
                <a href=reflect.to_string()>"Reflect on it"</a>
            </span>
        }
    });
    view! {
        <li data-right=is_right.to_string()>
            <span class="mark" aria-hidden="true">{mark}</span>
            <span class="stack-tight">
                <span class="told">{told}</span>
                {fact}
                {ways}
            </span>
        </li>
    }
}
