//! The records of learning that a person keeps, how far each has come, and the forms to copy it into.
use super::{export::Export, registrations::Registrations};
use crate::{
    browser::clock,
    content::{
        format::Template,
        forms::{Filler, Sort, forms_of, sort_of, told},
        library::Library,
    },
    domain::{
        bodies::Body,
        ids::FormId,
        journal::Journal,
        particulars::hours,
        profile::Registration,
        record::{Counted, Counter, Footing, Period, Shows, Standing, period, standing},
        route::Route,
        time::{day_or_month, long_date},
    },
    ui::{
        app::App,
        components::{
            Erase,
            long_list::LongList,
            page_head::PageHead,
            tally::Tally,
            way::{Way, WayLink},
        },
        desk::Desk,
        places::MissingUnless,
    },
};
use chrono::NaiveDate;
use leptos::prelude::*;

#[component]
pub fn Record(desk: Desk) -> impl IntoView {
    let app = App::expect();
    let kept = Memo::new(move |_| desk.journal.with(|journal| journal.profile().registrations));
    // Where nothing has been chosen when the page is opened, the choice is open and comes first: what is chosen then moves
    // nothing from under the finger.
    let is_new = kept.with_untracked(Vec::is_empty);
    let choice = move || {
        view! {
            <details class="guide not-printed" open=is_new>
                <summary>"Whose record I keep"</summary>
                <div class="stack"><Registrations desk /></div>
            </details>
        }
    };
    let cards =
        move || kept.get().into_iter().map(|registration| view! { <Card desk registration /> }).erased();
    let others = move || {
        app.library.with(|library| {
            let others = library.forms().filter(|(id, _)| sort_of(id).0.is_none());
            others.map(|(id, form)| form_row(id, form)).erased()
        })
    };
    view! {
        <PageHead
            title="My record of learning"
            lead="What you have, what is still missing, and the forms to copy it into."
            back=(Route::Reflect, "Reflect")
        />
        <MissingUnless there=|library| library.forms().next().is_some() what="The forms could not be read. What you have is counted all the same." />
        {is_new.then(choice).erased()}
        {cards}
        {(!is_new).then(choice).erased()}
        <section class="stack-tight not-printed">
            <h2>"Other forms"</h2>
            <ul class="way-list">{others}</ul>
        </section>
        <Export desk />
    }
}

fn form_row(id: FormId, form: &Template) -> AnyView {
    let note = match sort_of(&id).1 {
        Sort::Account => "From one reflection",
        Sort::Log => "A table of all that counts",
        Sort::Profile => "Your own words, and a list of all that counts",
        Sort::Blank => "To print and fill in by hand",
    };
    view! { <Way to=Route::Form(id, None) name=form.title.clone() note /> }.into_any()
}

/// How far the record of `registration` had come in a period.
pub fn stands(
    library: &Library,
    journal: &Journal,
    registration: &Registration,
    in_period: (Period, Footing),
    today: NaiveDate,
) -> Standing {
    let filler = Filler::new(library);
    let shows = Shows { peer: &|it| filler.has_peer(it), account: &|it| filler.is_account(it) };
    standing(registration, in_period, &journal.reflections(), today, shows)
}

/// One record.
#[component]
fn Card(desk: Desk, registration: Registration) -> impl IntoView {
    let app = App::expect();
    let body = registration.body;
    let today = clock::now().date_naive();
    let now = period(&registration, today);
    let stands = Memo::new(move |_| {
        app.library
            .with(|library| desk.journal.with(|journal| stands(library, journal, &registration, now, today)))
    });
    let tallies = move || {
        stands
            .with(|it| it.counters.iter().enumerate().map(|(at, counter)| tally(body, at, *counter)).erased())
    };
    let gaps = move || {
        let gaps = stands.with(|it| it.gaps.clone());
        gaps.into_iter().map(|gap| view! { <li>{told(gap)}</li> }).erased()
    };
    let sure = move || app.library.with(|library| how_sure(library, body));
    let forms = move || {
        app.library
            .with(|library| forms_of(library, body).into_iter().map(|(id, it)| form_row(id, it)).erased())
    };
    let heading = format!("{}-record", body.name());
    view! {
        <section class="card standing" aria-labelledby=heading.clone()>
            <h2 id=heading.clone()>{body.called()}</h2>
            <p>{told(now.0)} ". " <strong>{countdown(now, today)}</strong></p>
            {move || stands.with(|it| it.window).filter(|window| window.contains(today)).map(|window| view! {
                <p>"You can renew now, until " {long_date(window.last)} "."</p>
            }).erased()}
            {tallies}
            <p class="missing">{move || stands.with(missing)}</p>
            {move || (!stands.with(|it| it.gaps.is_empty())).then(|| view! {
                <div class="stack-tight">
                    <p>"Nothing is listed for three months or more. A profile has to say why:"</p>
                    <ul class="points-list">{gaps}</ul>
                </div>
            }).erased()}
            {remark(&registration).map(|remark| view! { <p>{remark}</p> }).erased()}
            <div class="small quiet stack-tight">{move || sure().into_iter().map(|line| view! { <p>{line}</p> }).erased()}</div>
            <Counts desk body stands />
            <ul class="way-list not-printed">{forms}</ul>
        </section>
    }
}

fn countdown((period, footing): (Period, Footing), today: NaiveDate) -> String {
    match (footing, period.days_left(today)) {
        (Footing::Rolling, _) => "No last day is set, so it is counted back from today.".to_owned(),
        (_, 0) => "Today is the last day.".to_owned(),
        (_, 1) => "One day left.".to_owned(),
        (_, -1) => "It ended yesterday. Set the next day under \"Whose record I keep\".".to_owned(),
        (_, left) if left < 0 => {
            format!("It ended {} days ago. Set the next day under \"Whose record I keep\".", -left)
        }
        (_, left) => format!("{left} days left."),
    }
}

const fn name_of(counted: Counted) -> &'static str {
    match counted {
        Counted::Pieces => "Pieces of learning",
        Counted::WithPeer => "With what a peer added",
        Counted::Time => "Hours",
        Counted::Participatory => "Hours with others (participatory)",
        Counted::Accounts => "Accounts with all four answers",
        Counted::Feedback => "Pieces of feedback",
        Counted::Activities => "Activities",
        Counted::Kinds => "Kinds of activity",
    }
}

const fn is_time(counted: Counted) -> bool {
    matches!(counted, Counted::Time | Counted::Participatory)
}

fn amount(counted: Counted, count: u32) -> String {
    if is_time(counted) { hours(count) } else { count.to_string() }
}

fn tally(body: Body, at: usize, counter: Counter) -> impl IntoView {
    let have = amount(counter.of, counter.have);
    let told = match counter.need {
        Some(need) => format!("{have} of {}", amount(counter.of, need)),
        None => have,
    };
    view! {
        <Tally id=format!("{}-{at}", body.name()) name=name_of(counter.of) told have=counter.have need=counter.need />
    }
}

/// What is still missing, in words.
fn missing(standing: &Standing) -> String {
    let lacks = standing.counters.iter().filter(|it| it.missing() > 0);
    let lacks: Vec<_> = lacks.collect();
    let has_time = lacks.iter().all(|it| it.of != Counted::Time);
    let lacks: Vec<_> = lacks
        .iter()
        .map(|it| match it.of {
            Counted::Participatory if has_time => format!("{} hours with others", hours(it.missing())),
            of => lack(of, it.missing()),
        })
        .collect();
    match (lacks.as_slice(), standing.counters.iter().all(|it| it.need.is_some())) {
        ([], true) => "You have what is asked for, as far as this app knows it.".to_owned(),
        ([], false) => {
            "How much is asked for is not known here. Choose your level under \"Whose record I keep\", or ask your employer."
                .to_owned()
        }
        (lacks, _) => format!("Still missing: {}.", lacks.join("; ")),
    }
}

fn lack(counted: Counted, count: u32) -> String {
    let one = count == 1;
    match counted {
        Counted::Pieces if one => "one more piece, different from the first".to_owned(),
        Counted::Pieces => format!("{count} different pieces"),
        Counted::WithPeer => "what you learned from talking one of them over with a peer".to_owned(),
        Counted::Time => format!("{} more hours", hours(count)),
        Counted::Participatory => format!("{} of them with others", hours(count)),
        Counted::Accounts if one => "one account".to_owned(),
        Counted::Accounts => format!("{count} accounts"),
        Counted::Feedback if one => "one piece of feedback".to_owned(),
        Counted::Feedback => format!("{count} pieces of feedback"),
        Counted::Activities if one => "one more activity to write about".to_owned(),
        Counted::Activities => format!("{count} more activities to write about"),
        Counted::Kinds if one => "one more kind of activity".to_owned(),
        Counted::Kinds => format!("{count} kinds of activity"),
    }
}

/// What is not counted here, and must not be thought to be.
const fn remark(registration: &Registration) -> Option<&'static str> {
    match (registration.body, registration.level) {
        (Body::SocialWorkEngland, _) => {
            Some("No number of hours is asked for. Whether two pieces differ enough, you judge.")
        }
        (Body::Nmc, _) => Some(
            "Not counted here: your practice hours, the talk about your accounts with another registrant, and the rest of what you sign. Keep those on the official forms.",
        ),
        (Body::Hcpc, _) => Some(
            "No number is set for all that you do. A profile tells of four to six activities of at least two kinds, if you are asked for one.",
        ),
        (Body::Intercollegiate, Some(3)) => {
            Some("Some roles at level 3 need 12 to 16 hours. Your employer says whether yours does.")
        }
        (Body::Intercollegiate, Some(5)) => {
            Some("How many hours level 5 needs is not known here. Ask your employer.")
        }
        (Body::Intercollegiate, _) => None,
    }
}

/// When what is counted was last checked, form by form, and what is unsure, each sentence once.
fn how_sure(library: &Library, body: Body) -> Vec<String> {
    let counted = forms_of(library, body).into_iter().filter(|(id, _)| {
        // These two tell of what is not counted.
        !matches!(id.item(), "template-nmc-reflective-discussion" | "template-nmc-practice-hours")
    });
    let all: Vec<_> = counted.map(|(_, form)| form).collect();
    let mut seen: Vec<&str> = vec![];
    let mut said: Vec<String> = vec![];
    for form in &all {
        let name = if all.len() > 1 { format!("{}. ", form.title) } else { String::new() };
        let mut line = match form.provenance.checked.as_deref().and_then(day_or_month) {
            Some(day) => format!("{name}This was last checked: {day}."),
            None => format!("{name}This has not been checked yet."),
        };
        let caution = form.provenance.caution.as_deref().unwrap_or_default();
        for sentence in caution.split_inclusive(". ").map(str::trim) {
            if !seen.contains(&sentence) {
                seen.push(sentence);
                line.push(' ');
                line.push_str(sentence);
            }
        }
        said.push(line);
    }
    if said.is_empty() {
        said.push("How sure this is cannot be said: its forms could not be read.".to_owned());
    }
    said
}

const fn list_of(body: Body) -> &'static str {
    match body {
        Body::SocialWorkEngland => "counts-swe",
        Body::Nmc => "counts-nmc",
        Body::Hcpc => "counts-hcpc",
        Body::Intercollegiate => "counts-intercollegiate",
    }
}

/// What counts, the newest first, each leading to the form that tells of one.
#[component]
fn Counts(desk: Desk, body: Body, stands: Memo<Standing>) -> impl IntoView {
    let app = App::expect();
    let length = Memo::new(move |_| stands.with(|it| it.counted.len()));
    let account = Memo::new(move |_| {
        app.library.with(|library| {
            let accounts = forms_of(library, body).into_iter().map(|(id, _)| id);
            accounts.into_iter().find(|id| sort_of(id).1 == Sort::Account)
        })
    });
    let row = move |at: usize| {
        let id = stands.with_untracked(|it| it.counted.iter().rev().nth(at).copied());
        let shown = id.and_then(|id| {
            desk.journal.with_untracked(|journal| {
                let it = journal.reflection(id)?;
                let mut notes = vec![long_date(it.day())];
                if it.words.particulars.minutes > 0 {
                    notes.push(format!("{} hours", hours(it.words.particulars.minutes)));
                }
                notes.extend(it.words.particulars.activity.map(|it| it.called().to_owned()));
                Some((id, it.words.headline(), notes.join(" · ")))
            })
        });
        let Some((id, headline, notes)) = shown else { return ().into_any() };
        let to = account.get_untracked().map_or(Route::Reflection(id), |form| Route::Form(form, Some(id)));
        view! { <WayLink to name=headline note=notes /> }.into_any()
    };
    move || {
        match length.get() {
        0 => view! {
            <p class="quiet">
                "Nothing counts yet. When you write, open \"For my supervision log\" and choose under \"Counts towards\"."
            </p>
        }
        .into_any(),
        count => view! {
            <details class="guide not-printed">
                <summary>"What counts (" {count} ")"</summary>
                <LongList id=list_of(body) length row />
            </details>
        }
        .into_any(),
    }
    }
}
