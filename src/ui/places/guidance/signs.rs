//! Signs of need, to pick from: by how old the child is, and by the three sides of the assessment triangle.
use crate::ui::components::Erase;
use crate::{
    browser::page,
    content::{
        format::{AgeBand, GuidePlace, Indicator, Side},
        thresholds::{Protection, Walk},
    },
    domain::{ids::IndicatorId, route::Route},
    ui::{
        app::App,
        components::page_head::PageHead,
        places::{MissingUnless, guides::GuidesAt},
    },
};
use leptos::prelude::*;

const AGES: [(Option<AgeBand>, &str); 7] = [
    (None, "Any age"),
    (Some(AgeBand::Unborn), "Unborn"),
    (Some(AgeBand::UnderOne), "Under 1"),
    (Some(AgeBand::OneToFour), "1 to 4"),
    (Some(AgeBand::FiveToTen), "5 to 10"),
    (Some(AgeBand::ElevenToFifteen), "11 to 15"),
    (Some(AgeBand::SixteenToSeventeen), "16 to 17"),
];

const SIDES: [(Side, &str); 3] = [
    (Side::Child, "The child"),
    (Side::Parenting, "The parenting"),
    (Side::Family, "The family and the world around it"),
];

/// `shown` is the sign that somebody looks for: its side is open, and it has the focus.
#[component]
pub fn Signs(shown: Option<IndicatorId>) -> impl IntoView {
    let app = App::expect();
    let age = |(at, (age, label)): (usize, (Option<AgeBand>, &'static str))| {
        view! {
            <label>
                <input
                    type="radio"
                    name="age"
                    id=format!("age-{at}")
                    prop:checked=move || app.walk.with(|walk| walk.age == age)
                    on:change=move |_| app.walk.update(|walk| walk.age = age)
                />
                {label}
            </label>
        }
    };
    let picked = Memo::new(move |_| app.walk.with(|walk| walk.seen.len()));
    let clear = move |_| {
        app.walk.set(Walk::default());
        page::focus("#picked");
    };
    let told = move || match picked.get() {
        0 => "Nothing picked yet".to_owned(),
        1 => "1 sign picked".to_owned(),
        many => format!("{many} signs picked"),
    };
    view! {
        <PageHead
            title="Signs and levels of need"
            lead="Pick what you see. It shows where each sign usually sits and why. It never scores and never decides: you do, with others."
            back=(Route::Guidance, "Guidance")
        />
        <MissingUnless there=|library| library.indicators().next().is_some() what="The signs could not be read." />
        <fieldset class="field">
            <legend>"How old is the child?"</legend>
            <div class="choices" data-kind="row">{AGES.into_iter().enumerate().map(age).erased()}</div>
        </fieldset>
        {SIDES.map(|(side, name)| view! { <SideOfTriangle side name shown=shown.clone() /> }).erased()}
        <div class="foot">
            <p class="save-state" role="status" id="picked" tabindex="-1">{told}</p>
            {move || (picked.get() > 0).then(|| view! {
                <button class="text-button" on:click=clear>"Clear"</button>
            }).erased()}
            <a class="button" href=Route::ThresholdFindings.to_string()>"See where these sit"</a>
        </div>
        <GuidesAt at=GuidePlace::Thresholds />
    }
}

#[component]
fn SideOfTriangle(side: Side, name: &'static str, shown: Option<IndicatorId>) -> impl IntoView {
    let app = App::expect();
    let age = Memo::new(move |_| app.walk.with(|walk| walk.age));
    let signs = move || {
        // Read, not only tracked: a memo that nobody reads follows nothing.
        let _ = age.get();
        app.library.with(|library| {
            app.walk.with_untracked(|walk| {
                let offered = walk.offered(library, side).into_iter();
                offered.map(|(id, sign)| view! { <SignRow id sign=sign.clone() /> }).erased()
            })
        })
    };
    let picked = move || {
        let here = app.library.with(|library| {
            app.walk.with(|walk| {
                library
                    .indicators()
                    .filter(|(id, it)| it.side == side && walk.protection(id).is_some())
                    .count()
            })
        });
        (here > 0).then(|| format!("{here} picked"))
    };
    let is_open = move || {
        let shown = shown.as_ref()?;
        let here = app
            .library
            .with(|library| library.indicators().any(|(id, sign)| id == *shown && sign.side == side));
        here.then(|| page::show(shown.to_string()))
    };
    view! {
        <details class="guide signs" open=move || is_open().is_some()>
            <summary>{name} " " <span class="quiet">{picked}</span></summary>
            <ul class="choices">{signs}</ul>
        </details>
    }
}

#[component]
fn SignRow(id: IndicatorId, sign: Indicator) -> impl IntoView {
    let app = App::expect();
    let id = StoredValue::new(id);
    let known = Memo::new(move |_| app.walk.with(|walk| id.with_value(|id| walk.protection(id))));
    let pick = move |event: leptos::ev::Event| {
        let picked = event_target_checked(&event);
        app.walk.update(|walk| walk.pick(id.get_value(), picked));
    };
    let protects = StoredValue::new(sign.protects);
    let protection = move || {
        let protects = protects.get_value().filter(|_| known.get().is_some())?;
        let name = format!("protects-{}", id.with_value(ToString::to_string));
        let choice = move |(protection, label): (Protection, &'static str)| {
            view! {
                <label>
                    <input
                        type="radio"
                        name=name.clone()
                        prop:checked=move || known.get() == Some(protection)
                        on:change=move |_| app.walk.update(|walk| id.with_value(|id| walk.protect(id, protection)))
                    />
                    {label}
                </label>
            }
        };
        Some(view! {
            <fieldset class="protects">
                <legend>"What would protect: " {protects}</legend>
                <div class="choices" data-kind="row">
                    {[
                        (Protection::Unknown, "Not known"),
                        (Protection::Said, "Said, not seen"),
                        (Protection::Evidenced, "Seen and recorded"),
                    ]
                        .map(choice)
                        .erased()}
                </div>
            </fieldset>
        })
    };
    view! {
        <li>
            <label>
                <input type="checkbox" id=id.with_value(ToString::to_string) prop:checked=move || known.get().is_some() on:change=pick />
                {sign.sign}
            </label>
            {protection}
        </li>
    }
}
