//! Time limits: an event and its date, and the steps that follow with the day each is due.
use crate::ui::components::Erase;
use crate::{
    browser::{clock, files, page},
    content::{
        calendar::calendar,
        format::{GuidePlace, Nature},
        schedule::{Due, When, events, schedule},
    },
    domain::{
        ids::EntryId,
        route::Route,
        time::{parse_date, weekday_and_date},
        working_days::{KNOWN_YEARS, UnknownYear},
    },
    ui::{
        app::App,
        components::{page_head::PageHead, provenance::ProvenanceLine},
        places::{MissingUnless, guides::GuidesAt},
    },
};
use leptos::prelude::*;

/// `step` is the one that somebody looks for: what starts it is chosen.
#[component]
pub fn Clocks(step: Option<EntryId>) -> impl IntoView {
    let app = App::expect();
    let chosen = RwSignal::new(None::<String>);
    let date = RwSignal::new(clock::now().date_naive().to_string());
    let all = Memo::new(move |_| app.library.with(|library| events(library.clocks())));
    let looked_for = move || {
        let step = step.as_ref()?;
        app.library.with(|library| {
            let mut clocks = library.clocks();
            clocks.find(|(pack, it)| EntryId::new(pack, &it.id) == *step).map(|(_, it)| it.starts.clone())
        })
    };
    let event = Memo::new(move |_| {
        chosen.get().or_else(&looked_for).or_else(|| all.with(|all| all.first().cloned()))
    });
    let options = move || {
        let now = event.get();
        all.get()
            .into_iter()
            .map(|event| {
                let selected = Some(&event) == now.as_ref();
                view! { <option selected=selected value=event.clone()>{event.clone()}</option> }
            })
            .erased()
    };
    let day = move || parse_date(&date.get());
    // Nothing while the packs are on their way; then an answer, or none where the date is no date.
    let due = move || {
        let event = event.get()?;
        Some(day().map(|day| app.library.with(|library| schedule(library.clocks(), &event, day))))
    };
    let is_wrong = Signal::derive(move || !matches!(due(), None | Some(Some(Ok(_)))));
    let not_saved = RwSignal::new(false);
    let shown = move || {
        match due() {
        None => ().into_any(),
        Some(None) => view! {
            <p role="alert" class="notice" data-kind="urgent" id="date-wrong">"That is not a whole date yet. Choose the day, the month and the year."</p>
        }
        .into_any(),
        Some(Some(Err(UnknownYear))) => view! {
            <p role="alert" class="notice" data-kind="urgent" id="date-wrong">"The bank holidays of that time are not known here. Choose a date from 2017 to early 2035."</p>
        }
        .into_any(),
        Some(Some(Ok(due))) => {
            let sources = |due: &Due| {
                app.library.with_untracked(|library| library.sources(&due.pack, &due.clock.provenance))
            };
            // What is unsure, once each: it must be seen, not looked for.
            let mut cautions: Vec<String> = due.iter().filter_map(|it| it.clock.provenance.caution.clone()).collect();
            cautions.sort();
            cautions.dedup();
            let cautions = (!cautions.is_empty()).then(|| {
                let each = cautions.into_iter().map(|caution| view! { <p>{caution}</p> }).erased();
                view! { <div class="notice" data-print="yes">{each}</div> }
            });
            let rows = due.iter().map(|it| view! { <DueRow due=it.clone() sources=sources(it) /> }).erased();
            let started = match (event.get(), day()) {
                (Some(event), Some(day)) => {
                    format!("{}: {}", weekday_and_date(day), event.trim_end_matches('.'))
                }
                _ => String::new(),
            };
            let save = move |_| not_saved.set(!files::offer("time-limits.ics", "text/calendar", &calendar(&due, clock::now())));
            view! {
                <h2>{started}</h2>
                {cautions}
                <ol class="card-list" id="due">{rows}</ol>
                <div class="button-row">
                    <button class="button" on:click=save>"Add to my calendar"</button>
                    <button class="button" data-kind="plain" on:click=move |_| page::print()>"Print"</button>
                </div>
                {move || not_saved.get().then(|| view! {
                    <p role="alert">"This browser did not let the file be saved. Print the page instead."</p>
                }).erased()}
                <p class="privacy">"The calendar file holds the steps and their days alone: no child, no case, no name."</p>
            }
            .into_any()
        }
    }
    };
    view! {
        <PageHead
            title="Time limits"
            lead="The longest each step may take, counted in England's working days. Most steps should be sooner."
            back=(Route::Guidance, "Guidance")
        />
        <MissingUnless there=|library| library.clocks().next().is_some() what="The time limits could not be read." />
        <form class="editor" on:submit=|event| event.prevent_default()>
            <div class="field">
                <label for="event">"What happened?"</label>
                <select id="event" on:change:target=move |event| chosen.set(Some(event.target().value()))>{options}</select>
            </div>
            <div class="field">
                <label for="date">"On which day?"</label>
                <input
                    type="date"
                    id="date"
                    min=format!("{}-01-01", KNOWN_YEARS.start())
                    max=format!("{}-12-31", KNOWN_YEARS.end())
                    prop:value=date
                    aria-invalid=move || is_wrong.get().to_string()
                    aria-describedby="counted date-wrong"
                    on:input:target=move |event| date.set(event.target().value())
                />
            </div>
        </form>
        <p class="quiet" id="counted">"Working days start on the next working day. Weekends and England's bank holidays do not count. A step that follows another is counted from the last day of that one. A new bank holiday can still be named for a year to come."</p>
        {shown}
        <GuidesAt at=GuidePlace::Clocks />
    }
}

#[component]
fn DueRow(due: Due, sources: Vec<String>) -> impl IntoView {
    let when = match due.when {
        When::By(day) => format!("By {}", weekday_and_date(day)),
        When::Within(hours, day) => {
            format!("Within {hours} hours: by the same time on {}", weekday_and_date(day))
        }
        When::Promptly => "As soon as possible: no day is set".to_owned(),
    };
    let (nature, kind) = match due.clock.nature {
        Nature::Statutory => ("Statutory", "statutory"),
        Nature::Local => ("Set locally: check your area", "local"),
    };
    view! {
        <li class="card due">
            <p class="due-day">{when}</p>
            <h2>{due.clock.step}</h2>
            <p><span class="badge" data-kind=kind>{nature}</span></p>
            {due.after.map(|after| view! { <p class="quiet">"Counted from the last day of: " {after}</p> })}
            {due.same_day.map(|step| view! { <p class="quiet">"If this is done on the day you gave: " {step}</p> })}
            <p>{due.clock.note}</p>
            <ProvenanceLine provenance=due.clock.provenance sources />
        </li>
    }
}
