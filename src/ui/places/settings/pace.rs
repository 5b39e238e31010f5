//! How much to revise: shown before it is chosen, and nothing moves but what is due when.
use crate::{
    browser::{clock, files},
    content::reminder::{OnDays, reminder},
    domain::{
        cards::Kind,
        journal::Command,
        memory::Retention,
        revision::{Pace, Revision, minutes_for},
        route::Route,
        time::study_day,
    },
    ui::{
        app::App,
        components::{Erase, page_head::PageHead},
        desk::Desk,
        words::{counted, name_of_kind},
    },
};
use chrono::NaiveTime;
use leptos::{prelude::*, task::spawn_local};

/// How far the preview looks ahead, in days.
const AHEAD: usize = 14;

#[component]
pub fn PacePage(desk: Desk) -> impl IntoView {
    let app = App::expect();
    let kept = move || desk.journal.with(|journal| journal.profile().pace);
    let pace = RwSignal::new(desk.journal.with_untracked(|journal| journal.profile().pace));
    // What is kept may change: another tab, or an undo.
    Effect::new(move || pace.set(kept()));
    let save = move |_| {
        let command = Command::SetPace(pace.get_untracked());
        spawn_local(async move { drop(desk.commit_and_say(command, "Revision is set").await) });
    };
    let retentions = Retention::CHOICES.map(|it| (it, format!("{} in 100", it.percent())));
    let cards = Pace::CARDS_A_DAY.map(|it| {
        let minutes = minutes_for(it.into());
        (it, format!("{it} cards, about {minutes} min"))
    });
    let new = Pace::NEW_A_DAY.map(|it| (it, if it == 0 { "None".to_owned() } else { format!("{it} new") }));
    let kind = move |kind: Kind| {
        let toggle = move |_| {
            pace.update(|pace| match pace.left_out.iter().position(|it| *it == kind) {
                Some(at) => drop(pace.left_out.remove(at)),
                None => pace.left_out.push(kind),
            });
        };
        let count = move || app.deck.with(|deck| deck.iter().filter(|it| it.kind() == kind).count());
        view! {
            <label>
                <input type="checkbox" prop:checked=move || pace.with(|it| !it.left_out.contains(&kind)) on:change=toggle />
                <span>{name_of_kind(kind)} " " <span class="quiet">{count}</span></span>
            </label>
        }
    };
    let preview = move || {
        let (chosen, kept) = (pace.get(), kept());
        let told = |pace: &Pace| {
            let (today, a_day) = load(app, desk, pace);
            format!("{} today, then about {a_day} a day for two weeks", counted(today, "card"))
        };
        match chosen == kept {
            true => format!("Falls due now: {}.", told(&kept)),
            false => format!("Would fall due: {}. Now it is {}.", told(&chosen), told(&kept)),
        }
    };
    let is_changed = move || pace.get() != kept();
    view! {
        <PageHead
            title="Revision and reminders"
            lead="Two minutes on most days is enough. Change it at any time: your answers stay as they are, and the days follow from them."
            back=(Route::Settings, "Settings")
        />
        <div class="settings">
            <section>
                <h2>"How much"</h2>
                <Choice
                    legend="How many cards should you still know when they are asked?"
                    hint="More means that cards come sooner, and more of them a day."
                    name="retention"
                    options=retentions.to_vec()
                    chosen=move || pace.with(|it| it.retention)
                    choose=move |it| pace.update(|pace| pace.retention = it)
                />
                <Choice
                    legend="A day"
                    hint="The rest waits. You can always go on with more."
                    name="cards"
                    options=cards.to_vec()
                    chosen=move || pace.with(|it| it.cards_a_day)
                    choose=move |it| pace.update(|pace| pace.cards_a_day = it)
                />
                <Choice
                    legend="Of them at most"
                    hint="New cards come when there is room after what is due."
                    name="new"
                    options=new.to_vec()
                    chosen=move || pace.with(|it| it.new_a_day)
                    choose=move |it| pace.update(|pace| pace.new_a_day = it)
                />
                <fieldset class="field">
                    <legend>"What to revise"</legend>
                    <div class="choices">{Kind::ALL.map(kind).erased()}</div>
                </fieldset>
                <p role="status" id="preview">{preview}</p>
                {move || is_changed().then(|| view! {
                    <div class="foot">
                        <span class="save-state">"Not kept yet"</span>
                        <button class="button" on:click=save>"Keep this"</button>
                    </div>
                }).erased()}
            </section>
            <Reminder />
        </div>
    }
}

/// How many cards fall due today with this pace, and about how many a day from then on.
fn load(app: App, desk: Desk, pace: &Pace) -> (usize, usize) {
    app.deck.track();
    let today = study_day(clock::now());
    let coming = desk.with_revision(app, |revision| Revision { pace, ..revision }.forecast(today, AHEAD));
    (coming[0], coming[1..].iter().sum::<usize>().div_ceil(AHEAD - 1))
}

#[component]
fn Choice<T: Copy + PartialEq + Send + Sync + 'static>(
    legend: &'static str,
    hint: &'static str,
    name: &'static str,
    options: Vec<(T, String)>,
    chosen: impl Fn() -> T + Copy + Send + Sync + 'static,
    choose: impl Fn(T) + Copy + 'static,
) -> impl IntoView {
    let option = move |(value, label): (T, String)| {
        view! {
            <label>
                <input type="radio" name=name prop:checked=move || chosen() == value on:change=move |_| choose(value) />
                {label}
            </label>
        }
    };
    view! {
        <fieldset class="field">
            <legend>{legend}</legend>
            <p class="field-hint">{hint}</p>
            <div class="choices" data-kind="row">{options.into_iter().map(option).erased()}</div>
        </fieldset>
    }
}

/// A reminder for the person's own calendar, because an app without a server cannot ring.
#[component]
fn Reminder() -> impl IntoView {
    let time = RwSignal::new("07:30".to_owned());
    let on = RwSignal::new(OnDays::Weekdays);
    let not_saved = RwSignal::new(false);
    let read = move || NaiveTime::parse_from_str(&time.get(), "%H:%M").ok();
    let save = move |_| {
        let Some(time) = read() else { return };
        let text = reminder(time, on.get_untracked(), clock::now());
        not_saved.set(!files::offer("two-minutes.ics", "text/calendar", &text));
    };
    let days =
        vec![(OnDays::Weekdays, "Monday to Friday".to_owned()), (OnDays::Every, "Every day".to_owned())];
    view! {
        <section id="reminder">
            <h2>"Be reminded"</h2>
            <p>"Second Look has no server, so it cannot send you anything. Your own calendar can. The reminder says \"Two minutes\" and nothing else."</p>
            <div class="field">
                <label for="reminder-time">"At"</label>
                <input type="time" id="reminder-time" prop:value=time on:input:target=move |event| time.set(event.target().value()) />
            </div>
            <Choice legend="On" hint="A reminder that you add later takes the place of this one." name="reminder-days" options=days chosen=move || on.get() choose=move |it| on.set(it) />
            {move || read().is_none().then(|| view! { <p class="field-wrong" role="alert">"Choose an hour and minutes first."</p> }).erased()}
            <div class="button-row"><button class="button" data-kind="plain" on:click=save>"Add to my calendar"</button></div>
            {move || not_saved.get().then(|| view! {
                <p role="alert">"This browser did not let the file be saved. You can make such a reminder in your calendar by hand."</p>
            }).erased()}
        </section>
    }
}
