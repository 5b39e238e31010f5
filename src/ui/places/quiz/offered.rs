//! What there is to be asked: revision, the sets of statements, and how each has gone. It comes with the first load, so that a
//! tap on the tab is answered at once.
use crate::{
    content::rounds::missed,
    domain::{quiz::Topic, revision::minutes_for, route::Route},
    ui::{
        app::App,
        components::{Erase, page_head::PageHead, way::Way},
        parts::Part,
        places::MissingUnless,
        words::{about, counted},
    },
};
use leptos::{prelude::*, task::spawn_local};

#[component]
pub fn Quiz() -> impl IntoView {
    let app = App::expect();
    // What asks is wanted next.
    spawn_local(async { drop(Part::Quiz.fetch().await) });
    let due = move || {
        app.deck.track();
        let left = app.desk().map(|desk| {
            desk.journal.track();
            desk.queue(app, 0).left()
        });
        match left {
            None => "The cards that are due".to_owned(),
            Some(0) => "Nothing is due today".to_owned(),
            Some(left) => format!("{} for today, {}", counted(left, "card"), about(minutes_for(left))),
        }
    };
    let missed = move || {
        let count = app.desk().map_or(0, |desk| {
            desk.journal.with(|it| app.library.with(|library| missed(library, it.history()).len()))
        });
        (count > 0).then(|| row(app, Topic::Missed, counted(count, "statement")))
    };
    let sets = move || {
        app.library.with(|library| {
            let topics = library.sets().map(|(id, set)| (Topic::Set(id), set.statements.len()));
            topics.map(|(topic, count)| row(app, topic, counted(count, "statement"))).erased()
        })
    };
    // Quizzes on a part of a lesson that were left half-way: they stand in no set.
    let left = move || {
        let left = app.desk().map(|desk| {
            desk.journal.with(|journal| {
                let of_sections = journal.left_rounds().into_iter();
                of_sections.filter(|it| matches!(it.topic, Topic::Section(_))).cloned().collect::<Vec<_>>()
            })
        });
        left.unwrap_or_default().into_iter().map(|round| row(app, round.topic, String::new())).erased()
    };
    view! {
        <PageHead title="Quiz" lead="Myth or fact? You see the answer and the reasons after each one." />
        <ul class="way-list">
            <li>
                <a href=Route::Revise.to_string()>
                    <span class="way-name">"Revise"</span>
                    <span class="way-note">{due}</span>
                </a>
            </li>
            {move || missed().erased()}
            {row(app, Topic::Mixed, "Ten statements, as many myths as facts".to_owned())}
        </ul>
        <MissingUnless there=|library| library.sets().next().is_some() what="No statements could be read." />
        <ul class="way-list">{left}</ul>
        <ul class="way-list">{sets}</ul>
        <ul class="way-list">
            <Way to=Route::Knowledge name="What I know" note="By topic, and how much was remembered" />
            <Way to=Route::Events name="Events" note="A learning day or a group quiz, without a network" />
            <Way to=Route::Questions name="Questions in and out" note="GIFT, Aiken, CSV and Anki" />
            <Way to=Route::Pace name="Revision and reminders" note="Cards a day, how well to remember, a calendar reminder" />
        </ul>
    }
}

/// A topic to be asked about, and how it went; `fresh` is said where it was not asked yet.
fn row(app: App, topic: Topic, fresh: String) -> impl IntoView + use<> {
    let (name, summary) = app.library.with(|library| {
        let summary = match &topic {
            Topic::Set(id) => library.set(id).map(|set| set.summary.clone()),
            Topic::Mixed | Topic::Missed | Topic::Section(_) => None,
        };
        (library.name_of_topic(&topic).unwrap_or_default(), summary)
    });
    let known = topic.clone();
    let state = move || {
        let last = app.desk().and_then(|desk| {
            desk.journal.with(|journal| {
                journal.rounds_about(&known).first().map(|it| (it.is_finished(), it.score(), it.order.len()))
            })
        });
        match last {
            None => fresh.clone(),
            Some((false, score, of)) => format!("Go on: {} of {of} answered", score.of),
            Some((true, score, of)) => format!("Last time: {} of {of} right", score.right),
        }
    };
    view! {
        <li>
            <a href=Route::Round(topic).to_string()>
                <span class="way-name">{name}</span>
                {summary.map(|summary| view! { <span>{summary}</span> }).erased()}
                <span class="way-note">{state}</span>
            </a>
        </li>
    }
}
