//! What a supervision log needs beside the words; folded away until it is wanted.
use super::{passages::StageBox, pen::Pen};
use crate::{
    browser::{clock, page},
    domain::{
        bodies::{Body, Standard},
        finding::tags,
        models::FURTHER,
        particulars::{Activity, read_tags},
        reflections::Subject,
        route::Route,
        time::parse_date,
    },
    ui::{
        app::App,
        components::{Erase, hours_field::HoursField, line_field::LineField},
    },
};
use leptos::{prelude::*, task::spawn_local};

#[component]
pub fn Details(pen: Pen) -> impl IntoView {
    let is_open = pen.words.with_untracked(|words| {
        words.particulars != Default::default()
            || FURTHER.iter().any(|stage| words.at(stage.id).is_some_and(|text| !text.trim().is_empty()))
    });
    // Folded away, it comes a moment after the page: drawn in one go with that, it would hold up a slow phone.
    let drawn = RwSignal::new(is_open);
    if !is_open {
        spawn_local(async move {
            page::pause(0).await;
            drawn.try_set(true);
        });
    }
    view! {
        <details class="guide" id="details" open=is_open>
            <summary>"For my supervision log"</summary>
            {move || drawn.get().then(|| view! { <Particulars pen /> }).erased()}
        </details>
    }
}

#[component]
fn Particulars(pen: Pen) -> impl IntoView {
    let further = FURTHER.map(|stage| {
        view! {
            <StageBox
                pen
                stage=stage.id.to_owned()
                heading=stage.heading.to_owned()
                label=stage.heading.to_owned()
                hint=Some(stage.prompt.to_owned())
            />
        }
    });
    view! {
        <div class="stack">
            <ActivityChoice pen />
            <DayField pen />
            <HoursField
                id="hours"
                label="How long, in hours"
                hint="Such as 1.5 or 1:30"
                locked=pen.locked
                minutes=pen.words.with_untracked(|words| words.particulars.minutes)
                on_minutes=move |minutes| pen.write(|words| words.particulars.minutes = minutes)
            />
            <HoursField
                id="participatory"
                label="Of that, together with others"
                hint="Participatory hours, in which you learned with other people"
                locked=pen.locked
                minutes=pen.words.with_untracked(|words| words.particulars.participatory)
                on_minutes=move |minutes| pen.write(|words| words.particulars.participatory = minutes)
            />
            {more_participatory(pen)}
            <LineField
                id="with"
                label="With whom, by role"
                hint="Such as: team manager, health visitor. No names."
                locked=pen.locked
                text=Signal::derive(move || pen.words.with(|words| words.particulars.with.clone()))
                on_text=move |text| pen.write(|words| words.particulars.with = text)
            />
            {further.erased()}
            <TagsField pen />
            <Registers pen />
            <Links pen />
        </div>
    }
}

fn more_participatory(pen: Pen) -> impl IntoView {
    let more = move || {
        pen.words.with(|words| {
            let it = &words.particulars;
            it.participatory > it.minutes
        })
    };
    move || {
        more().then(|| view! { <p class="field-wrong" role="status">"That is more than the whole. Check both."</p> }).erased()
    }
}

#[component]
fn ActivityChoice(pen: Pen) -> impl IntoView {
    let now = move || pen.words.with(|words| words.particulars.activity);
    let option = move |it: Activity| view! { <option value=it.name() selected=move || now() == Some(it)>{it.called()}</option> };
    view! {
        <div class="field">
            <label for="activity">"What kind of learning was it?"</label>
            <select
                id="activity"
                disabled=pen.locked
                on:change:target=move |event| {
                    let activity = event.target().value().parse().ok();
                    pen.write(|words| words.particulars.activity = activity);
                }
            >
                <option value="" selected=move || now().is_none()>"Not said"</option>
                {Activity::ALL.map(option).erased()}
            </select>
        </div>
    }
}

#[component]
fn DayField(pen: Pen) -> impl IntoView {
    let is_ahead = move || {
        let today = clock::now().date_naive();
        pen.words.with(|words| words.particulars.day.is_some_and(|day| day > today))
    };
    view! {
        <div class="field">
            <label for="day">"Which day was it?"</label>
            <p class="field-hint" id="day-hint">"The day of the learning, for your hours. Leave it empty for the day you write."</p>
            <input
                type="date"
                id="day"
                readonly=pen.locked
                aria-describedby="day-hint"
                prop:value=move || pen.words.with(|words| words.particulars.day.map(|day| day.to_string()).unwrap_or_default())
                on:input:target=move |event| {
                    let day = parse_date(&event.target().value());
                    pen.write(|words| words.particulars.day = day);
                }
            />
            {move || is_ahead().then(|| view! { <p class="field-wrong" role="status">"That day is still to come. Check it."</p> }).erased()}
        </div>
    }
}

#[component]
fn TagsField(pen: Pen) -> impl IntoView {
    let typed = RwSignal::new(pen.words.with_untracked(|words| words.particulars.tags.join(", ")));
    let write = move |text: String| {
        let tags = read_tags(&text);
        pen.write(|words| words.particulars.tags = tags);
        typed.set(text);
    };
    let unused = Memo::new(move |_| {
        let used = pen.words.with(|words| words.particulars.tags.clone());
        let mut all = pen.desk.journal.with(|journal| tags(&journal.reflections()));
        all.retain(|tag| !used.contains(tag));
        all.truncate(8);
        all
    });
    let add = move |tag: &str| {
        let mut tags = pen.words.with_untracked(|words| words.particulars.tags.clone());
        tags.push(tag.to_owned());
        write(tags.join(", "));
    };
    let offered = move || {
        unused
            .get()
            .into_iter()
            .map(|tag| {
                let name = tag.clone();
                view! {
                    <button class="tag" type="button" disabled=pen.locked on:click=move |_| add(&tag)>{name}</button>
                }
            })
            .erased()
    };
    view! {
        <div class="field">
            <label for="tags">"Tags"</label>
            <p class="field-hint" id="tags-hint">"Themes, with commas between them, such as: neglect, fathers"</p>
            <input
                type="text"
                id="tags"
                autocapitalize="none"
                aria-describedby="tags-hint"
                readonly=pen.locked
                prop:value=typed
                on:input:target=move |event| write(event.target().value())
            />
            <div class="tags" role="group" aria-label="Tags you have used">{offered}</div>
        </div>
    }
}

/// Whose record it counts towards, and the standards that it shows: of the bodies whose record the person keeps.
#[component]
fn Registers(pen: Pen) -> impl IntoView {
    let bodies = Memo::new(move |_| {
        let profile = pen.desk.journal.with(|journal| journal.profile());
        let counted = pen.words.with_untracked(|words| words.particulars.counts_for.clone());
        let wanted = |body: &Body| profile.registration(*body).is_some() || counted.contains(body);
        Body::ALL.into_iter().filter(wanted).collect::<Vec<_>>()
    });
    let counts = move |body: Body| {
        view! {
            <label>
                <input
                    type="checkbox"
                    disabled=pen.locked
                    prop:checked=move || pen.words.with(|words| words.particulars.counts_for.contains(&body))
                    on:change=move |_| pen.write(|words| turn(&mut words.particulars.counts_for, body))
                />
                {body.called()}
            </label>
        }
    };
    let shows = move |standard: &'static Standard| {
        view! {
            <label>
                <input
                    type="checkbox"
                    disabled=pen.locked
                    prop:checked=move || pen.words.with(|words| words.particulars.standards.contains(&standard))
                    on:change=move |_| pen.write(|words| turn(&mut words.particulars.standards, standard))
                />
                {standard.called}
            </label>
        }
    };
    let standards = move |body: Body| {
        body.standards().next().is_some().then(|| {
            view! {
                <fieldset class="field">
                    <legend>"Standards it shows: " {body.called()}</legend>
                    <div class="choices">{body.standards().map(shows).erased()}</div>
                </fieldset>
            }
        })
    };
    move || match bodies.get() {
        none if none.is_empty() => view! {
            <p class="quiet">
                "Do you keep a record for a regulator? "
                <a href=Route::Record.to_string()>"Say for which in My record"</a>
                ", and each reflection can count towards it."
            </p>
        }
        .into_any(),
        bodies => view! {
            <fieldset class="field">
                <legend>"Counts towards"</legend>
                <div class="choices">{bodies.iter().copied().map(counts).erased()}</div>
            </fieldset>
            {bodies.into_iter().map(standards).erased()}
        }
        .into_any(),
    }
}

fn turn<T: PartialEq>(all: &mut Vec<T>, it: T) {
    match all.iter().position(|known| *known == it) {
        Some(at) => drop(all.remove(at)),
        None => all.push(it),
    }
}

/// Other things in the packs that it has to do with.
#[component]
fn Links(pen: Pen) -> impl IntoView {
    let app = App::expect();
    let linked = move || {
        let links = pen.words.with(|words| words.particulars.links.clone());
        links
            .into_iter()
            .map(|link| {
                let name = {
                    let link = link.clone();
                    move || {
                        let known = app.library.with(|library| library.name_of(&link));
                        known.unwrap_or_else(|| "something in a pack that is not here".to_owned())
                    }
                };
                view! {
                    <li>
                        <span>{name}</span>
                        <button
                            class="text-button"
                            type="button"
                            disabled=pen.locked
                            on:click=move |_| pen.write(|words| turn(&mut words.particulars.links, link.clone()))
                        >
                            "Remove"
                        </button>
                    </li>
                }
            })
            .erased()
    };
    let options = move || {
        app.library.with(|library| {
            let messages = library.takeaways().map(|(id, it)| (Subject::Takeaway(id), it.message.clone()));
            let lessons = library.modules().map(|(id, it)| (Subject::Module(id), it.title.clone()));
            messages
                .chain(lessons)
                .map(|(subject, name)| view! { <option value=subject.to_string()>{name}</option> })
                .erased()
        })
    };
    let link = move |chosen: &str| {
        if let Ok(subject) = chosen.parse::<Subject>() {
            pen.write(|words| {
                if !words.particulars.links.contains(&subject) {
                    words.particulars.links.push(subject);
                }
            });
        }
    };
    view! {
        <div class="field">
            <label for="link">"Link it to a take-home message or a lesson"</label>
            <select
                id="link"
                disabled=pen.locked
                prop:value=""
                on:change:target=move |event| {
                    link(&event.target().value());
                    event.target().set_value("");
                }
            >
                <option value="">"Choose one"</option>
                {options}
            </select>
            <ul class="linked">{linked}</ul>
        </div>
    }
}
