//! One card: what it asks and answers, why it is due when it is, and how it was answered before.
use super::asking::{TheAnswer, ToldStatement};
use crate::ui::components::Erase;
use crate::{
    browser::clock,
    content::cards::Card,
    domain::{
        cards::CardId,
        memory::Retention,
        reviews::{CardHistory, Review},
        revision::why,
        route::Route,
        time::{clock_time, long_date, study_day},
    },
    ui::{app::App, components::page_head::PageHead, desk::Desk, places::Missing, words::name_of_outcome},
};
use leptos::prelude::*;

#[component]
pub fn CardPage(desk: Desk, card: CardId) -> impl IntoView {
    let app = App::expect();
    let shown = card.clone();
    let answer = move || match app.library.with(|_| desk.card(app, &shown)) {
        Some(Card::Statement(statement)) => {
            view! { <ToldStatement card=shown.clone() statement=*statement said=None /> }.into_any()
        }
        Some(Card::Question(question)) => view! {
            <p class="card-kicker">{question.ask}</p>
            {question.given.iter().map(|text| view! { <p class="statement">{text.clone()}</p> }).erased()}
            <TheAnswer question=*question pack=shown.clone() />
        }
        .into_any(),
        None => view! { <Missing what="This card is not in any pack that could be read." /> }.into_any(),
    };
    let told = move || {
        desk.journal.with(|journal| {
            let retention = journal.profile().pace.retention;
            match journal.history().of(&card) {
                Some(history) => view! { <Told history=history.clone() retention /> }.into_any(),
                None => view! { <p>"This card has not been asked yet."</p> }.into_any(),
            }
        })
    };
    view! {
        <PageHead title="A card" back=(Route::Quiz, "Quiz") />
        {told}
        {answer}
    }
}

#[component]
fn Told(history: CardHistory, retention: Retention) -> impl IntoView {
    let today = study_day(clock::now());
    let Some(why) = why(&history, retention, today) else {
        return view! { <p>"Every answer to this card was taken back."</p> }.into_any();
    };
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a chance lies between 0 and 1"
    )]
    let chance = (why.chance * 100.0).round() as u32;
    let last = long_date(study_day(why.last.at));
    let due = match (why.due - today).num_days() {
        ..0 => format!("It has been due since {}.", long_date(why.due)),
        0 => "It is due today.".to_owned(),
        1 => "It is due tomorrow.".to_owned(),
        days => format!("It is due in {days} days, on {}.", long_date(why.due)),
    };
    let days = if why.interval == 1 { "a day".to_owned() } else { format!("{} days", why.interval) };
    let reason = format!(
        "You last answered it on {last}: {}. From all your answers, about {} in 100 like it are still remembered after {days}, which is what you asked for in Settings. Today it is about {chance} in 100.",
        name_of_outcome(why.last.outcome).to_lowercase(),
        retention.percent(),
    );
    let row = |seen: &Review| {
        view! {
            <tr>
                <td data-label="Day">{long_date(seen.at.date_naive())} ", " {clock_time(seen.at)}</td>
                <td data-label="Answer">{name_of_outcome(seen.outcome)} {seen.taken_back.then_some(" (taken back)")}</td>
            </tr>
        }
    };
    view! {
        <section class="stack-tight" id="why-due">
            <h2>{due}</h2>
            <p>{reason}</p>
            <details class="guide">
                <summary>"How I answered it"</summary>
                <table class="log" aria-label="How I answered it">
                    <thead>
                        <tr>
                            <th scope="col">"Day"</th>
                            <th scope="col">"Answer"</th>
                        </tr>
                    </thead>
                    <tbody>{history.reviews.iter().rev().map(row).erased()}</tbody>
                </table>
            </details>
        </section>
    }
    .into_any()
}
