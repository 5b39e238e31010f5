//! What I know: topic by topic with how unsure that is, and how much was remembered month by month.
use crate::ui::components::Erase;
use crate::{
    browser::clock,
    content::library::Library,
    domain::{
        cards::{CardId, Kind},
        ids::StatementId,
        knowledge::{Knowledge, Remembered, remembered},
        particulars::hours,
        quiz::Topic,
        reviews::History,
        route::Route,
        time::{month_and_year, study_day},
        year::{Year, months_up_to},
    },
    ui::{
        app::App,
        components::{page_head::PageHead, plotted::Plotted},
        desk::Desk,
        words::name_of_kind,
    },
};
use leptos::prelude::*;

#[component]
pub fn WhatIKnow(desk: Desk) -> impl IntoView {
    let app = App::expect();
    let told = move || {
        let topics =
            desk.journal.with(|journal| app.library.with(|library| topics(app, library, journal.history())));
        let months = desk.journal.with(|journal| remembered(journal.history()));
        let minutes = desk.journal.with(|journal| {
            let year = Year::of(journal, months_up_to(study_day(clock::now())));
            year.minutes()
        });
        view! {
            <Topics topics />
            <Months months />
            <section class="stack-tight">
                <h2>"Hours of learning"</h2>
                <p>{hours(minutes.0)} " hours in the last twelve months, " {hours(minutes.1)} " of them with others, as you noted them in your reflections."</p>
                <p><a href=Route::Year.to_string()>"My year, month by month"</a></p>
            </section>
        }
    };
    view! {
        <PageHead
            title="What I know"
            lead="An estimate, from your answers and from how long ago you gave them."
            back=(Route::Quiz, "Quiz")
        />
        {told}
    }
}

/// The sets of statements, and then each other kind of card.
fn topics(app: App, library: &Library, history: &History) -> Vec<(String, Knowledge)> {
    let today = study_day(clock::now());
    let statement = |id: StatementId| CardId::Statement(id);
    let mut topics: Vec<_> = library
        .sets()
        .map(|(id, set)| {
            let cards: Vec<_> =
                library.statements_about(&Topic::Set(id)).into_iter().map(statement).collect();
            (set.title.clone(), Knowledge::of(cards.iter(), history, today))
        })
        .collect();
    app.deck.with(|deck| {
        for kind in Kind::ALL.into_iter().filter(|kind| *kind != Kind::Statement) {
            let cards = deck.iter().filter(|card| card.kind() == kind);
            topics.push((name_of_kind(kind).to_owned(), Knowledge::of(cards, history, today)));
        }
    });
    topics.into_iter().filter(|(_, known)| known.cards > 0).collect()
}

#[component]
fn Topics(topics: Vec<(String, Knowledge)>) -> impl IntoView {
    let row = |(name, it): (String, Knowledge)| {
        let range = match (it.asked, it.least, it.most) {
            (0, ..) => "–".to_owned(),
            (_, least, most) if least == most => format!("{least}"),
            (_, least, most) => format!("{least} to {most}"),
        };
        view! {
            <tr>
                <Plotted name share=it.likely of=it.cards />
                <td class="number">{range}</td>
                <td class="number">{it.asked}</td>
                <td class="number">{it.cards}</td>
            </tr>
        }
    };
    view! {
        <section class="stack-tight" id="known">
            <h2 id="known-heading">"By topic"</h2>
            <p class="quiet">"A bar is as long as what you most likely know of all there is. Nine times in ten the true number lies in the range beside it. What has not been asked is not counted as known."</p>
            <table class="plot" aria-labelledby="known-heading">
                <thead>
                    <tr>
                        <th scope="col">"Topic"</th>
                        <th scope="col" class="number">"Known"</th>
                        <th scope="col" class="number">"Asked"</th>
                        <th scope="col" class="number">"Of"</th>
                    </tr>
                </thead>
                <tbody>{topics.into_iter().map(row).erased()}</tbody>
            </table>
        </section>
    }
}

#[component]
fn Months(months: Vec<Remembered>) -> impl IntoView {
    let row = |it: Remembered| {
        view! {
            <tr>
                <Plotted name=month_and_year(it.month) share=it.right of=it.asked />
                <td class="number">{it.right} " of " {it.asked}</td>
                <td class="number">{it.least} " to " {it.most}</td>
            </tr>
        }
    };
    let is_empty = months.is_empty();
    view! {
        <section class="stack-tight" id="remembered">
            <h2 id="remembered-heading">"Remembered when asked again"</h2>
            {is_empty.then(|| view! { <p class="quiet">"Nothing has been asked again on a later day yet. Come back in a week."</p> }).erased()}
            {(!is_empty).then(|| view! {
                <table class="plot" aria-labelledby="remembered-heading">
                    <thead>
                        <tr>
                            <th scope="col">"Month"</th>
                            <th scope="col" class="number">"Right"</th>
                            <th scope="col" class="number">"In 100"</th>
                        </tr>
                    </thead>
                    <tbody>{months.into_iter().map(row).erased()}</tbody>
                </table>
                <p class="quiet">"Few answers tell little: the range in 100 is where the true share lies, nine times in ten."</p>
            }).erased()}
        </section>
    }
}
