//! A year looked back on: hours, themes, kinds of learning, and what came of what was meant.
use crate::{
    browser::{clock, page},
    content::forms::told,
    domain::{
        particulars::{Activity, hours},
        route::Route,
        year::{self, calendar_year, months_up_to, years},
    },
    ui::{
        components::{Erase, hours_by_month::HoursByMonth, page_head::PageHead, plotted::Plotted},
        desk::Desk,
        words::counted,
    },
};
use leptos::prelude::*;

/// How many themes are shown before the rest is asked for.
const THEMES: usize = 12;

#[component]
pub fn Year(desk: Desk) -> impl IntoView {
    let last_twelve = months_up_to(clock::now().date_naive());
    let chosen = RwSignal::new(None::<i32>);
    let in_period = move || chosen.get().and_then(calendar_year).unwrap_or(last_twelve);
    let seen = Memo::new(move |_| desk.journal.with(|journal| year::Year::of(journal, in_period())));
    let all = Memo::new(move |_| desk.journal.with(years));
    let options = move || {
        all.get()
            .into_iter()
            .map(|year| view! { <option value=year.to_string() selected=move || chosen.get() == Some(year)>{year}</option> })
            .erased()
    };
    let shown =
        move || seen.with(|it| if is_blank(it) { nothing().into_any() } else { whole(it).into_any() });
    view! {
        <PageHead title="My year" lead="What you learned, and what came of it." back=(Route::Reflect, "Reflect") />
        <form class="editor not-printed" on:submit=|event| event.prevent_default()>
            <div class="field">
                <label for="year">"Which year?"</label>
                <select id="year" on:change:target=move |event| chosen.set(event.target().value().parse().ok())>
                    <option value="" selected=move || chosen.get().is_none()>"The last twelve months"</option>
                    {options}
                </select>
            </div>
        </form>
        <p>{move || told(in_period())}</p>
        {shown}
    }
}

fn is_blank(it: &year::Year) -> bool {
    it.reflections() == 0 && it.followed.made() == 0 && it.meetings == 0
}

fn nothing() -> impl IntoView {
    view! {
        <div class="card">
            <h2>"Nothing from this time yet"</h2>
            <p>"When you write, say how long it took and give it a tag or two. Then this page shows what your year was about."</p>
        </div>
    }
}

fn whole(it: &year::Year) -> impl IntoView {
    let (all, with_others) = it.minutes();
    let followed = it.followed;
    let sentences = [
        format!(
            "{}. Hours in all: {}; with others: {}.",
            counted(it.reflections(), "reflection"),
            hours(all),
            hours(with_others)
        ),
        match it.meetings {
            0 => "No supervision is noted.".to_owned(),
            meetings => format!(
                "{} brought to {}.",
                counted(it.brought, "reflection"),
                counted(meetings, "supervision")
            ),
        },
        match followed.made() {
            0 => "You noted nothing that you mean to do.".to_owned(),
            made => format!(
                "{} noted: {} done, {} done late, {} still open.",
                counted(made, "action"),
                followed.done,
                followed.late,
                followed.open
            ),
        },
    ];
    let sentences = sentences.into_iter().map(|text| view! { <li>{text}</li> }).erased();
    view! {
        <ul class="points-list" id="in-short">{sentences}</ul>
        <HoursByMonth year=it.clone() />
        {themes(it)}
        {kinds(it)}
        <div class="button-row">
            <button class="button" data-kind="plain" type="button" on:click=|_| page::print()>"Print"</button>
        </div>
    }
}

fn themes(it: &year::Year) -> impl IntoView {
    let most = it.themes.first().map(|(_, count)| *count).unwrap_or_default();
    let row = |(tag, count): &(String, usize)| {
        view! {
            <tr>
                <Plotted name=tag.clone() share=*count of=most />
                <td class="number">{*count}</td>
            </tr>
        }
    };
    let table = |rows: Vec<AnyView>| {
        view! {
            <table class="plot" aria-label="Themes">
                <thead>
                    <tr>
                        <th scope="col">"Tag"</th>
                        <th scope="col" class="number">"Reflections"</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        }
    };
    let rest = it.themes.len().saturating_sub(THEMES);
    view! {
        <section class="stack-tight" id="themes">
            <h2>"Themes"</h2>
            {it.themes.is_empty().then(|| view! { <p class="quiet">"No reflection of this time has a tag."</p> }).erased()}
            {(!it.themes.is_empty()).then(|| table(it.themes.iter().take(THEMES).map(row).erased())).erased()}
            {(rest > 0).then(|| view! {
                <details class="guide">
                    <summary>{rest} " more"</summary>
                    {table(it.themes.iter().skip(THEMES).map(row).erased())}
                </details>
            }).erased()}
        </section>
    }
}

fn kinds(it: &year::Year) -> impl IntoView {
    let most = it.kinds.first().map(|it| it.reflections).unwrap_or_default();
    let row = |it: &year::Kind| {
        view! {
            <tr>
                <Plotted name=it.activity.map_or("Not said", Activity::called) share=it.reflections of=most />
                <td class="number">{it.reflections}</td>
                <td class="number">{hours(it.minutes)}</td>
            </tr>
        }
    };
    (!it.kinds.is_empty()).then(|| {
        view! {
            <section class="stack-tight" id="kinds">
                <h2 id="kinds-heading">"Kinds of learning"</h2>
                <table class="plot" aria-labelledby="kinds-heading">
                    <thead>
                        <tr>
                            <th scope="col">"Kind"</th>
                            <th scope="col" class="number">"Reflections"</th>
                            <th scope="col" class="number">"Hours"</th>
                        </tr>
                    </thead>
                    <tbody>{it.kinds.iter().map(row).erased()}</tbody>
                </table>
            </section>
        }
    })
}
