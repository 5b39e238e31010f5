//! Today: what two minutes would be well spent on, and nothing that nags.
use super::{LockOfPart, Missing};
use crate::{
    browser::{clock, entropy::BrowserEntropy},
    domain::{
        cards::{CardId, Deck, Kind},
        ids::IntentionId,
        intentions::{CameOf, Intention},
        journal::Command,
        quiz::Topic,
        reflections::Subject,
        revision::minutes_for,
        route::Route,
        supervision::planned,
        time::{long_date, study_day, weekday_and_date},
    },
    ui::{
        app::{App, Phase},
        components::{Erase, action_row::ActionRow, notice::TroubleNotice, page_head::PageHead, way::Way},
        desk::Desk,
        places::reflect::{BackupReminder, DraftList},
        words::{about, counted},
    },
    vault::Entropy,
};
use chrono::Datelike;
use leptos::{prelude::*, task::spawn_local};

#[component]
pub fn Today() -> impl IntoView {
    let app = App::expect();
    // All of it at once: what comes late would push aside what is being read.
    let is_coming = move || {
        matches!(app.phase.get(), Phase::Opening) || app.gathering.get() && app.deck.with(Deck::is_empty)
    };
    let is_coming = Memo::new(move |_| is_coming());
    let body = move || {
        view! {
            {move || match app.phase.get() {
                Phase::Broken(trouble) => Some(view! { <TroubleNotice trouble /> }.into_any()),
                Phase::Open(desk) => Some(view! {
                    <LiveEvents desk />
                    <TwoMinutes desk />
                    <LeftQuizzes desk />
                    <LookBack desk />
                    <DraftList desk />
                    <Intentions desk />
                    <NextSupervision desk />
                    <BackupReminder desk />
                }
                .into_any()),
                Phase::Locked(_) => Some(view! { <LockOfPart /> }.into_any()),
                Phase::Opening => None,
            }}
            <MessageOfTheDay />
            {move || app.library.with(|library| library.packs().is_empty()).then(|| {
                view! { <Missing what="None of the packs could be read, so there is nothing to learn from yet." /> }
            })}
        }
    };
    view! {
        <PageHead title="Today" />
        {move || match is_coming.get() {
            true => view! { <p role="status">"Opening…"</p> }.into_any(),
            false => body().into_any(),
        }}
    }
}

/// What is due, and how long it takes; calm when nothing is.
#[component]
fn TwoMinutes(desk: Desk) -> impl IntoView {
    let app = App::expect();
    let queue = move || {
        desk.journal.track();
        app.deck.track();
        desk.queue(app, 0)
    };
    move || {
        if app.deck.with(Deck::is_empty) {
            return None;
        }
        let queue = queue();
        let (title, note, button) = match (queue.left(), queue.answered) {
            (0, 0) => (
                "Nothing is due today",
                "What you know is left alone until it is worth asking again.".to_owned(),
                None,
            ),
            (0, _) => (
                "You are done for today",
                "What you answered comes back when it is about to be forgotten.".to_owned(),
                None,
            ),
            (left, answered) => {
                let cards = if queue.due.is_empty() && queue.again.is_empty() { "new card" } else { "card" };
                let time = about(minutes_for(left));
                let button = if answered > 0 { "Go on" } else { "Start" };
                let asked = queue.due.iter().chain(&queue.new).chain(&queue.again);
                let title = match asked.map(CardId::kind).all(|kind| kind == Kind::Statement) {
                    true => "Myth or fact?",
                    false => "Two minutes",
                };
                (title, format!("{}, {time}.", counted(left, cards)), Some(button))
            }
        };
        let (kind, to, label) = match button {
            Some(label) => (None, Route::Revise, label),
            None => (Some("plain"), Route::Learn, "Read a lesson"),
        };
        Some(view! {
            <section class="card" id="two-minutes">
                <h2>{title}</h2>
                <p>{note}</p>
                <a class="button" data-kind=kind href=to.to_string()>{label}</a>
            </section>
        })
    }
}

/// Learning days that are under way: held, or taken part in.
#[component]
fn LiveEvents(desk: Desk) -> impl IntoView {
    move || {
        let now = clock::now();
        let ways = desk.journal.with(|journal| {
            let held = journal.events().into_iter().filter(|it| it.is_live(now));
            let held = held.map(|it| (Route::EventRun(it.id), it.plan.title.clone(), "Go on with the event"));
            let attended = journal.attendances().into_iter().filter(|it| it.left.is_none());
            let attended = attended
                .map(|it| (Route::Attend(it.id), it.invited.title.clone(), "You take part in this event"));
            let since = journal.attendances().into_iter().filter(|it| it.is_to_be_followed_up(now));
            let since = since.map(|it| {
                (Route::Attend(it.id), it.invited.title.clone(), "Three months on: what has changed?")
            });
            held.chain(attended).chain(since).collect::<Vec<_>>()
        });
        let row = |(to, name, note): (Route, String, &'static str)| view! { <Way to name note /> };
        (!ways.is_empty()).then(
            || view! { <ul class="way-list" id="live-events">{ways.into_iter().map(row).erased()}</ul> },
        )
    }
}

/// Quizzes that were left half-way.
#[component]
fn LeftQuizzes(desk: Desk) -> impl IntoView {
    let app = App::expect();
    move || {
        let left = desk.journal.with(|journal| {
            let left = journal.left_rounds().into_iter();
            left.map(|it| (it.topic.clone(), it.answers.len(), it.order.len())).collect::<Vec<_>>()
        });
        let row = |(topic, done, of): (Topic, usize, usize)| {
            let name = app.library.with(|library| library.name_of_topic(&topic))?;
            let note = format!("Go on: {done} of {of} answered");
            Some(view! { <Way to=Route::Round(topic) name note /> })
        };
        let rows = left.into_iter().filter_map(row).erased();
        (!rows.is_empty()).then(|| view! { <ul class="way-list" id="left-quizzes">{rows}</ul> })
    }
}

#[component]
fn MessageOfTheDay() -> impl IntoView {
    let app = App::expect();
    let message = move || {
        let day = study_day(clock::now()).num_days_from_ce().unsigned_abs() as usize;
        app.library.with(|library| {
            let all: Vec<_> = library.takeaways().collect();
            let (id, takeaway) = all.get(day.checked_rem(all.len())?)?;
            Some((id.clone(), takeaway.message.clone(), takeaway.practice.clone()))
        })
    };
    move || {
        message().map(|(id, message, practice)| {
            let fresh = IntentionId::from_entropy(BrowserEntropy.bytes());
            let intend = Route::Intention(fresh, Some(Subject::Takeaway(id)));
            view! {
                <section class="card">
                    <p class="card-kicker">"Take-home message of the day"</p>
                    <h2>{message}</h2>
                    <p>{practice}</p>
                    <div class="button-row"><a class="button" data-kind="plain" href=intend.to_string()>"Make this mine"</a></div>
                    <a href=Route::Takeaways(None).to_string()>"All the take-home messages"</a>
                </section>
            }
        })
    }
}

/// Three months on: did it happen? One at a time, and each once.
#[component]
fn LookBack(desk: Desk) -> impl IntoView {
    let asked = move || {
        let today = study_day(clock::now());
        desk.journal.with(|journal| {
            journal.intentions().into_iter().rev().find(|it| it.is_to_look_back(today)).cloned()
        })
    };
    move || {
        asked().map(|it| {
            let id = it.id;
            let answers = [
                (CameOf::Kept, "Yes"),
                (CameOf::Partly, "In part"),
                (CameOf::NotYet, "Not yet"),
                (CameOf::NotSaid, "I would rather not say"),
            ];
            let answer = |(came_of, label): (CameOf, &'static str)| {
                let say = move |_| {
                    let command = Command::LookBack { id, came_of };
                    spawn_local(async move { drop(desk.commit_and_say(command, thanks(came_of)).await) });
                };
                view! { <button class="button" data-kind="plain" on:click=say>{label}</button> }
            };
            view! {
                <section class="card" id="look-back">
                    <p class="card-kicker">"Three months ago you meant to"</p>
                    <h2>{it.plan.action.clone()}</h2>
                    <p>"Has it become what you do? You are asked this once, and the answer stays here."</p>
                    <div class="button-row">{answers.map(answer).erased()}</div>
                </section>
            }
        })
    }
}

const fn thanks(came_of: CameOf) -> &'static str {
    match came_of {
        CameOf::Kept => "Good to hear",
        CameOf::Partly => "Noted. A part is more than nothing",
        CameOf::NotYet => "Noted. You can set it a new day",
        CameOf::NotSaid => "You will not be asked again",
    }
}

/// The next supervision, if a day is set for it.
#[component]
fn NextSupervision(desk: Desk) -> impl IntoView {
    move || {
        let today = study_day(clock::now());
        let (day, bring) = desk.journal.with(|journal| {
            let day = planned(journal).first().and_then(|it| it.notes.day)?;
            Some((day, journal.to_bring().len()))
        })?;
        let note = match (day - today).num_days() {
            ..0 => format!("Was planned for {}. Has it been held?", long_date(day)),
            0 => "Today".to_owned(),
            1 => "Tomorrow".to_owned(),
            _ => weekday_and_date(day),
        };
        let note = match bring {
            0 => note,
            bring => format!("{note} · {} to bring", counted(bring, "reflection")),
        };
        Some(
            view! { <ul class="way-list" id="next-supervision"><Way to=Route::Supervision name="Supervision" note /></ul> },
        )
    }
}

/// What the person means to do, the nearest day first, and what is done; nothing when there is nothing.
#[component]
fn Intentions(desk: Desk) -> impl IntoView {
    let of = move |done: bool| {
        desk.journal.with(|journal| {
            let of = journal.intentions().into_iter().filter(|it| it.done.is_some() == done);
            of.cloned().collect::<Vec<Intention>>()
        })
    };
    let row = move |it: Intention| {
        let id = it.id;
        let tick = move |done| desk.tick(id, done);
        view! { <ActionRow it today=study_day(clock::now()) has_message=true on_tick=tick /> }
    };
    let open =
        move || {
            let mut open = of(false);
            open.sort_by_key(|it| (it.plan.by.is_none(), it.plan.by));
            (!open.is_empty()).then(|| view! {
            <section class="stack-tight">
                <h2>"What I mean to do"</h2>
                <ul class="way-list with-action" id="intentions">{open.into_iter().map(row).erased()}</ul>
            </section>
        })
        };
    let done = move || {
        let done = of(true);
        (!done.is_empty()).then(|| {
            view! {
                <details class="guide">
                    <summary>{done.len()} " done"</summary>
                    <ul class="way-list with-action">{done.into_iter().map(row).erased()}</ul>
                </details>
            }
        })
    };
    view! {
        {move || open().erased()}
        {move || done().erased()}
    }
}
