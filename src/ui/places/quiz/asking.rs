//! A card, asked and told: a statement, a choice, or something to recall.
use super::{
    explanation::{Explanation, VerdictHead},
    revise::Answered,
    round::AskStatement,
};
use crate::ui::components::Erase;
use crate::{
    browser::page,
    content::{
        cards::{Answer, Card, Question},
        format::Statement,
    },
    domain::{
        cards::CardId,
        quiz::{Sureness, Verdict},
        reviews::Outcome,
        route::Route,
    },
    ui::{
        app::App,
        components::{choosing::Choosing, provenance::ProvenanceLine},
        desk::Desk,
        words::name_of_sureness,
    },
};
use leptos::prelude::*;

/// A text of more bytes than this is no headline.
const LONG: usize = 110;

/// Asks a card; the answer is told with whether it still has to be explained.
#[component]
pub fn AskCard(
    asked: Card,
    card: CardId,
    on_answer: impl Fn(Answered, bool) + Copy + Send + Sync + 'static,
) -> impl IntoView {
    match asked {
        Card::Statement(it) => {
            let verdict = it.verdict;
            let answer = move |said: Verdict, sure| {
                let place = usize::from(said == Verdict::Fact);
                on_answer(Answered { outcome: Outcome::of(said == verdict, sure), said: Some(place) }, true);
            };
            view! { <AskStatement text=it.statement answer /> }.into_any()
        }
        Card::Question(question) => match question.answer.clone() {
            Answer::Choice { options, right } => {
                let keys = ('1'..='9').chain('a'..='z');
                let options = options.into_iter().zip(keys).collect();
                let answer = move |at: usize, sure| {
                    on_answer(Answered { outcome: Outcome::of(at == right, sure), said: Some(at) }, true);
                };
                view! {
                    <Choosing options on_answer=answer>
                        <Asked question=*question />
                    </Choosing>
                }
                .into_any()
            }
            Answer::Recall(_) => view! { <Recall question=*question card on_answer /> }.into_any(),
        },
    }
}

/// What is asked, and about what.
#[component]
fn Asked(question: Question) -> impl IntoView {
    let mut given = question.given.into_iter();
    let first = given.next().unwrap_or_default();
    let rest = given.map(|text| view! { <p>{text}</p> }).erased();
    let is_long = (first.len() > LONG).then_some("true");
    view! {
        <p class="card-kicker">{question.ask}</p>
        <h1 class="statement" data-long=is_long id="statement" tabindex="-1">{first}</h1>
        {rest}
    }
}

/// What is recalled first, and only then shown; the person says how it went.
#[component]
fn Recall(
    question: Question,
    card: CardId,
    on_answer: impl Fn(Answered, bool) + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let is_shown = RwSignal::new(false);
    let show = move |_| {
        is_shown.set(true);
        page::focus("#answer");
    };
    let grades = [
        (Outcome::Forgot, "No"),
        (Outcome::Partly, "In part"),
        (Outcome::Recalled, "Yes"),
        (Outcome::AtOnce, "Yes, at once"),
    ];
    let grade = move |(outcome, label): (Outcome, &'static str)| {
        let answer = move |_| on_answer(Answered { outcome, said: None }, false);
        view! { <button class="button" type="button" on:click=answer>{label}</button> }
    };
    let answered = question.clone();
    let told = move || {
        if !is_shown.get() {
            return view! {
                <p class="quiet">"Say it to yourself, or aloud. Then look."</p>
                <div class="button-row"><button class="button" type="button" on:click=show>"Show the answer"</button></div>
            }
            .into_any();
        }
        view! {
            <TheAnswer question=answered.clone() pack=card.clone() />
            <fieldset class="sureness" data-shown="true" data-grades="true">
                <legend>"Did you have it?"</legend>
                {grades.map(grade).erased()}
            </fieldset>
        }
        .into_any()
    };
    view! {
        <div class="choosing">
            <Asked question />
            {told}
        </div>
    }
}

/// The answer, and what is worth knowing beside it.
#[component]
pub fn TheAnswer(question: Question, pack: CardId) -> impl IntoView {
    let app = App::expect();
    let trust = match question.provenance {
        Some(provenance) => {
            let pack = pack.to_string();
            let pack = pack.split('/').nth(1).unwrap_or_default();
            let sources = app.library.with_untracked(|library| library.sources(pack, &provenance));
            view! { <ProvenanceLine provenance sources /> }.into_any()
        }
        None => {
            view! { <p class="quiet">"You brought this question in. Second Look has not checked it."</p> }
                .into_any()
        }
    };
    let answer = match question.answer {
        Answer::Choice { options, right } => vec![options[right].clone()],
        Answer::Recall(lines) => lines,
    };
    let answer = match <[String; 1]>::try_from(answer) {
        Ok([one]) => view! { <p class="fact" id="answer" tabindex="-1">{one}</p> }.into_any(),
        Err(lines) => view! {
            <ul class="points-list fact" id="answer" tabindex="-1">
                {lines.into_iter().map(|line| view! { <li>{line}</li> }).erased()}
            </ul>
        }
        .into_any(),
    };
    let why = question.why.into_iter().map(|text| view! { <p>{text}</p> }).erased();
    let more = question.more.map(|to| view! { <p><a href=to.to_string()>"More about it"</a></p> });
    view! {
        <div class="explanation">
            {answer}
            {why}
            {more.erased()}
            {trust}
        </div>
    }
}

/// A card that was answered: the verdict, and the answer with its reasons.
#[component]
pub fn ToldCard(desk: Desk, card: CardId, answered: Answered) -> impl IntoView {
    let app = App::expect();
    let sure = match answered.outcome {
        Outcome::Right(sure) | Outcome::Wrong(sure) => sure,
        _ => Sureness::FairlySure,
    };
    match desk.card(app, &card) {
        Some(Card::Statement(statement)) => {
            let said = if answered.said == Some(0) { Verdict::Myth } else { Verdict::Fact };
            view! { <ToldStatement card statement=*statement said=Some((said, sure)) /> }.into_any()
        }
        Some(Card::Question(question)) => {
            let is_right = answered.outcome.is_right();
            let heading = if is_right { "Right" } else { "Not this time" };
            let given = match (&question.answer, answered.said) {
                (Answer::Choice { options, .. }, Some(at)) => {
                    let sure = name_of_sureness(sure).to_lowercase();
                    Some(format!("You said: {}. How sure: {sure}.", options[at]))
                }
                _ => None,
            };
            view! {
                <Asked question=(*question).clone() />
                <VerdictHead is_right=Some(is_right) heading=heading.to_owned() given />
                <TheAnswer question=*question pack=card />
            }
            .into_any()
        }
        None => ().into_any(),
    }
}

/// A statement with its verdict.
#[component]
pub fn ToldStatement(card: CardId, statement: Statement, said: Option<(Verdict, Sureness)>) -> impl IntoView {
    let app = App::expect();
    let CardId::Statement(id) = card else { return ().into_any() };
    let (sources, lesson) = app.library.with_untracked(|library| {
        (library.sources(id.pack(), &statement.provenance), library.lesson_of(&id))
    });
    view! {
        <h1 class="statement">{statement.statement.clone()}</h1>
        <Explanation statement sources said />
        {lesson.map(|id| view! { <p><a href=Route::Section(id).to_string()>"The lesson about it"</a></p> }).erased()}
    }
    .into_any()
}
