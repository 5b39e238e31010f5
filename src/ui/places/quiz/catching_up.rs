//! After a long break: what has piled up is spread over days, and the days are shown before anything is chosen.
use crate::ui::components::Erase;
use crate::{
    browser::clock,
    domain::{
        journal::Command,
        revision::{CatchUp, minutes_for},
        time::{study_day, weekday_and_date},
    },
    ui::{app::App, desk::Desk},
};
use chrono::Days;
use leptos::{prelude::*, task::spawn_local};

/// Over how many days it can be spread.
const DAYS: [usize; 4] = [1, 3, 7, 14];

#[component]
pub fn CatchingUp(desk: Desk) -> impl IntoView {
    let app = App::expect();
    let today = study_day(clock::now());
    let has_piled_up = move || {
        desk.journal.track();
        desk.with_revision(app, |revision| revision.has_piled_up(today))
    };
    let days = RwSignal::new(7);
    let spread = move || desk.with_revision(app, |revision| revision.spread(today, days.get()));
    let label = |days: usize| match days {
        1 => "All today".to_owned(),
        days => format!("Over {days} days"),
    };
    let option = move |of: usize| {
        view! {
            <label>
                <input type="radio" name="catch-up" prop:checked=move || days.get() == of on:change=move |_| days.set(of) />
                {label(of)}
            </label>
        }
    };
    let row = move |(after, cards): (usize, usize)| {
        let day = today.checked_add_days(Days::new(after as u64)).unwrap_or(today);
        view! {
            <tr>
                <th scope="row">{weekday_and_date(day)}</th>
                <td class="number">{cards}</td>
                <td class="number">{minutes_for(cards)}</td>
            </tr>
        }
    };
    let choose = move |_| {
        let days = u32::try_from(days.get_untracked()).unwrap_or(1);
        let command = Command::CatchUp(Some(CatchUp::over(days, today)));
        spawn_local(async move {
            drop(desk.commit_and_say(command, "Spread over the days you chose").await);
        });
    };
    move || {
        has_piled_up().then(|| {
            let due = desk.with_revision(app, |revision| revision.forecast(today, 1)[0]);
            view! {
                <section class="notice" id="catching-up">
                    <h2>{due} " cards are waiting"</h2>
                    <p>"Nothing is lost, and nothing has been moved. Spread them over some days, or answer the day's share below and leave the rest."</p>
                    <fieldset class="field">
                        <legend>"Catch up"</legend>
                        <div class="choices" data-kind="row">{DAYS.map(option).erased()}</div>
                    </fieldset>
                    <table class="plot" aria-label="What each day would ask">
                        <thead>
                            <tr>
                                <th scope="col">"Day"</th>
                                <th scope="col" class="number">"Cards"</th>
                                <th scope="col" class="number">"Minutes"</th>
                            </tr>
                        </thead>
                        <tbody>{move || spread().into_iter().enumerate().map(row).erased()}</tbody>
                    </table>
                    <div class="button-row"><button class="button" on:click=choose>"Spread them like this"</button></div>
                </section>
            }
        })
    }
}
