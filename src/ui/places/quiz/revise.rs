//! Revision: the cards that are due, one at a time, until the day's share is done.
use super::{
    asking::{AskCard, ToldCard},
    catching_up::CatchingUp,
};
use crate::ui::components::Erase;
use crate::{
    browser::{clock, entropy::BrowserEntropy, page},
    domain::{
        cards::CardId,
        ids::CardHistoryId,
        journal::Command,
        reviews::Outcome,
        revision::{Queue, why},
        route::Route,
        time::{Moment, long_date, study_day},
    },
    ui::{app::App, desk::Desk, places::Missing, words::counted},
    vault::Entropy,
};
use leptos::{prelude::*, task::spawn_local};

/// How many cards beyond the share of the day are asked when the person wants to go on.
const MORE: usize = 10;

/// What stands on the page.
#[derive(Clone, PartialEq)]
enum Shown {
    Ask(CardId),
    /// What it was answered with is explained.
    Told(CardId, Answered),
    Done,
}

/// What was answered, for the page that explains it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Answered {
    pub outcome: Outcome,
    /// The place of the answer that was chosen, where there was a choice.
    pub said: Option<usize>,
}

#[component]
pub fn Revise(desk: Desk) -> impl IntoView {
    let app = App::expect();
    let more = RwSignal::new(0);
    // What was left when the card was asked: worked out between cards, so that an answer does not wait for it.
    let queue = StoredValue::new(Queue::default());
    let next = move || {
        queue.set_value(desk.queue(app, more.get_untracked()));
        queue.with_value(|queue| queue.next().cloned().map_or(Shown::Done, Shown::Ask))
    };
    let shown = RwSignal::new(next());
    // What was answered in this sitting, for taking it back.
    let given = RwSignal::new(Vec::<(CardId, Moment)>::new());
    let busy = RwSignal::new(false);
    let go_on = move || {
        shown.set(next());
        page::focus("#statement, #done");
    };
    let answer = move |card: CardId, answered: Answered, explain: bool| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        spawn_local(async move {
            let history = CardHistoryId::from_entropy(BrowserEntropy.bytes());
            let command = Command::AnswerCard { card: card.clone(), outcome: answered.outcome, history };
            let done = desk.commit(command).await;
            busy.set(false);
            if done.is_err() {
                return;
            }
            let at = desk.journal.with_untracked(|journal| {
                journal.history().of(&card).and_then(|it| it.reviews.last()).map(|it| it.at)
            });
            given.update(|given| given.extend(at.map(|at| (card.clone(), at))));
            if explain {
                shown.set(Shown::Told(card, answered));
                page::focus("#verdict");
            } else {
                go_on();
            }
        });
    };
    let take_back = move || {
        let Some((card, at)) = given.get_untracked().last().cloned() else { return };
        spawn_local(async move {
            if desk.commit(Command::TakeBack { card: card.clone(), at }).await.is_ok() {
                queue.set_value(desk.queue(app, more.get_untracked()));
                given.update(|given| drop(given.pop()));
                shown.set(Shown::Ask(card));
                page::focus("#statement");
            }
        });
    };
    let ask_more = move || {
        more.update(|more| *more += MORE);
        go_on();
    };
    // Packs may come in, and days may be chosen for what piled up, while nothing is asked.
    Effect::new(move |_| {
        app.deck.track();
        if shown.get_untracked() == Shown::Done {
            shown.set(next());
        }
    });
    let back = move || {
        (!given.with(Vec::is_empty)).then(|| {
            view! {
                <button class="text-button" type="button" on:click=move |_| take_back()>"Take back my last answer"</button>
            }
        })
    };
    view! {
        {move || match shown.get() {
            Shown::Ask(card) => {
                let Some(asked) = desk.card(app, &card) else {
                    return view! { <Missing what="This card is not in any pack that could be read." /> }.into_any();
                };
                let (pack, known) = (card.clone(), StoredValue::new(card));
                view! {
                    <Head queue=queue.get_value() told=None />
                    {given.with_untracked(Vec::is_empty).then(|| view! { <CatchingUp desk /> }).erased()}
                    <AskCard
                        asked
                        card=pack
                        on_answer=move |answered, explain| answer(known.get_value(), answered, explain)
                    />
                }
                .into_any()
            }
            Shown::Told(card, answered) => view! {
                <Head queue=queue.get_value() told=Some(card.clone()) />
                <ToldCard desk card=card.clone() answered />
                <ComesBack desk card />
                <div class="button-row"><button class="button" on:click=move |_| go_on()>"Next"</button></div>
            }
            .into_any(),
            Shown::Done => view! { <Done desk left=queue.get_value() ask_more /> }.into_any(),
        }}
        <div class="button-row">{back}</div>
        <p class="quiet">"If any of this is close to home, "<a href=Route::Worried.to_string()>"help lines are here"</a>"."</p>
    }
}

#[component]
fn Head(
    /// As it was when the card was asked.
    queue: Queue,
    /// The card that has been answered since. One that was asked once more counts already.
    told: Option<CardId>,
) -> impl IntoView {
    let is_another = told.is_some_and(|card| !queue.again.contains(&card));
    let (answered, of) = (queue.answered + usize::from(is_another), queue.all());
    view! {
        <div class="progress">
            <a class="back" href=Route::Today.to_string()>"Leave and come back later"</a>
            <p id="progress">{answered} " of " {of} " answered today"</p>
            <progress aria-labelledby="progress" max=of.to_string() value=answered.to_string()></progress>
        </div>
    }
}

/// When a card comes back, and why then.
#[component]
fn ComesBack(desk: Desk, card: CardId) -> impl IntoView {
    let today = study_day(clock::now());
    let back = desk.journal.with_untracked(|journal| {
        let retention = journal.profile().pace.retention;
        journal.history().of(&card).and_then(|known| why(known, retention, today))
    });
    back.map(|why| {
        let text = match (why.due - today).num_days() {
            ..=0 => "It is asked once more today, after the others.".to_owned(),
            1 => "It comes back tomorrow.".to_owned(),
            days => format!("It comes back in {days} days, on {}.", long_date(why.due)),
        };
        view! { <p>{text} " " <a href=Route::Card(card).to_string()>"Why then?"</a></p> }
    })
}

#[component]
fn Done(desk: Desk, left: Queue, ask_more: impl Fn() + Copy + 'static) -> impl IntoView {
    let app = App::expect();
    let today = study_day(clock::now());
    let coming = desk.with_revision(app, |revision| revision.forecast(today, 8));
    let coming = coming.iter().enumerate().skip(1).find(|(_, count)| **count > 0);
    let next = coming.map(|(days, count)| {
        let cards = counted(*count, "card");
        match days {
            1 => format!("{cards} fall due tomorrow."),
            days => format!("{cards} fall due in {days} days."),
        }
    });
    let can_go_on = desk.queue(app, left.left() + MORE).left() > 0;
    let (title, lead) = match left.answered {
        0 => ("Nothing is due today", "What you know well is left alone until it is worth asking again."),
        _ => {
            ("That is all for today", "What you answered today comes back when it is about to be forgotten.")
        }
    };
    view! {
        <div class="page-head">
            <a class="back" href=Route::Quiz.to_string()>"Quiz"</a>
            <h1 id="done" tabindex="-1">{title}</h1>
            <p>{lead}</p>
        </div>
        {(left.answered > 0).then(|| view! { <p>{counted(left.answered, "card")} " answered today."</p> }).erased()}
        {next.map(|next| view! { <p>{next}</p> }).erased()}
        <div class="button-row">
            <a class="button" href=Route::Today.to_string()>"Back to Today"</a>
            {can_go_on.then(|| view! {
                <button class="button" data-kind="plain" on:click=move |_| ask_more()>"Go on with more"</button>
            }).erased()}
            <a class="button" data-kind="plain" href=Route::Learn.to_string()>"Read a lesson"</a>
        </div>
    }
}
