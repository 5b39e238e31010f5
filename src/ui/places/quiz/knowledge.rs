//! What I know: topic by topic with how unsure that is, and how much was remembered month by month.
use crate::ui::components::Erase;
use crate::{
    browser::clock,
    content::{
        format::{LearningOutcome, Module},
        library::Library,
    },
    domain::{
        cards::{CardId, Kind},
        confidence::{Asked, Confidence, Rating},
        ids::{LearningOutcomeId, ModuleId, StatementId},
        journal::Journal,
        knowledge::{Knowledge, Remembered, remembered},
        quiz::Topic,
        reviews::History,
        route::Route,
        time::{month_and_year, study_day},
        year::{Year, months_up_to},
    },
    ui::{
        app::App,
        components::{hours_by_month::HoursByMonth, page_head::PageHead, plotted::Plotted},
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
        let lessons = desk.journal.with(|journal| app.library.with(|library| lessons(library, journal)));
        let year = desk.journal.with(|journal| Year::of(journal, months_up_to(study_day(clock::now()))));
        view! {
            <Topics topics />
            <Months months />
            <Confident lessons />
            {(year.minutes().0 > 0).then(|| view! { <HoursByMonth year /> }).erased()}
            <p class="quiet">"Hours of learning are what you note in your reflections. They count as CPD where your regulator or employer says so."</p>
            <p><a href=Route::Year.to_string()>"My year: themes, and what came of it"</a></p>
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

/// A lesson, what was said of its learning outcomes, and how the quiz on it stands.
struct Lesson {
    title: String,
    rated: Vec<(String, Confidence)>,
    right: usize,
    asked: usize,
}

/// The lessons of whose outcomes something was said.
fn lessons(library: &Library, journal: &Journal) -> Vec<Lesson> {
    let lesson = |(id, module): (ModuleId, &Module)| {
        let rated = |it: &LearningOutcome| {
            let confidence = journal.confidence_of(&LearningOutcomeId::new(id.pack(), &it.id))?;
            Some((it.can.clone(), confidence.clone()))
        };
        let rated: Vec<_> = module.outcomes.iter().filter_map(rated).collect();
        let statements = library.statements_of_module(&id).into_iter().map(CardId::Statement);
        let answers: Vec<_> = statements.filter_map(|card| journal.history().known(&card).copied()).collect();
        let right = answers.iter().filter(|it| it.last.outcome.is_right()).count();
        let lesson = Lesson { title: module.title.clone(), rated, right, asked: answers.len() };
        (!lesson.rated.is_empty()).then_some(lesson)
    };
    library.modules().filter_map(lesson).collect()
}

#[component]
fn Confident(lessons: Vec<Lesson>) -> impl IntoView {
    let row = |(can, confidence): (String, Confidence)| {
        let before = confidence.before();
        let after = confidence.when(Asked::After).map(Rating::number);
        let bar = after.or(before.map(|it| it.rating.number())).unwrap_or_default();
        let told_before = before.map(|it| match it.asked {
            Asked::LookingBack => format!("{}, looking back", it.rating.number()),
            _ => it.rating.number().to_string(),
        });
        let or_none = |told: Option<String>| told.unwrap_or_else(|| "–".to_owned());
        view! {
            <tr>
                <Plotted name=can share=bar.into() of=10 />
                <td class="number">{or_none(told_before)}</td>
                <td class="number">{or_none(after.map(|it| it.to_string()))}</td>
            </tr>
        }
    };
    let lesson = |it: Lesson| {
        let quiz = match it.asked {
            0 => "not asked in a quiz yet".to_owned(),
            asked => format!("{} of {asked} right in its quiz", it.right),
        };
        view! {
            <tbody>
                <tr>
                    <th scope="rowgroup" colspan="3">{it.title} <span class="quiet">": " {quiz}</span></th>
                </tr>
                {it.rated.into_iter().map(row).erased()}
            </tbody>
        }
    };
    let is_empty = lessons.is_empty();
    view! {
        <section class="stack-tight" id="confident">
            <h2 id="confident-heading">"Confidence, before and after"</h2>
            {is_empty.then(|| view! {
                <p class="quiet">"Each lesson asks how confident you are, before it and after it. You have not said yet."</p>
                <p><a href=Route::Learn.to_string()>"To the lessons"</a></p>
            }).erased()}
            {(!is_empty).then(|| view! {
                <p class="quiet">"Out of 10, as you said it. Feeling confident is not the same as knowing, so the quiz on each lesson stands beside it, by your last answers."</p>
                <table class="plot" aria-labelledby="confident-heading">
                    <thead>
                        <tr>
                            <th scope="col">"What you should be able to do"</th>
                            <th scope="col" class="number">"Before"</th>
                            <th scope="col" class="number">"After"</th>
                        </tr>
                    </thead>
                    {lessons.into_iter().map(lesson).erased()}
                </table>
            }).erased()}
        </section>
    }
}
