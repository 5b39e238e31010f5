//! What has been written, month by month, with a search that answers at every key.
use crate::{
    browser::page,
    domain::{
        finding::{Finder, Wanted, tags},
        ids::ReflectionId,
        particulars::Activity,
        route::Route,
        time::{long_date, month_and_year},
    },
    ui::{
        app::App,
        components::{Erase, long_list::LongList, way::WayLink},
        desk::Desk,
        words::counted,
    },
};
use chrono::Datelike;
use leptos::{prelude::*, task::spawn_local};

/// How many reflections are taken in before the page may breathe.
const AT_A_TIME: usize = 50;

/// So few can be seen without a search.
const FEW: usize = 3;

/// A row of the list.
#[derive(Clone, Copy, PartialEq)]
enum Row {
    /// The month that begins with the reflection below, and how many were written in it.
    Month(ReflectionId, usize),
    Reflection(ReflectionId),
}

#[component]
pub fn ReflectionList(desk: Desk) -> impl IntoView {
    let app = App::expect();
    Effect::new(move || {
        desk.journal.track();
        spawn_local(take_in(app, desk));
    });
    let written = Memo::new(move |_| desk.journal.with(|journal| journal.reflections().len()));
    let rows = Memo::new(move |_| {
        if app.wanted.with(|wanted| !wanted.query.is_empty()) {
            app.taken_in.track();
        }
        desk.journal.with(|journal| {
            let all = journal.by_day();
            let found = app.finder.with_value(|finder| app.wanted.with(|wanted| finder.find(&all, wanted)));
            let mut rows: Vec<Row> = Vec::with_capacity(found.len() + 16);
            let mut month = (None, 0);
            for it in found {
                let day = it.day();
                if month.0 != Some((day.year(), day.month())) {
                    month = (Some((day.year(), day.month())), rows.len());
                    rows.push(Row::Month(it.id, 0));
                }
                if let Row::Month(_, count) = &mut rows[month.1] {
                    *count += 1;
                }
                rows.push(Row::Reflection(it.id));
            }
            rows
        })
    });
    let found = move || rows.with(|rows| rows.iter().filter(|it| matches!(it, Row::Reflection(_))).count());
    let told = move || match found() {
        0 => "Nothing found. Try fewer or other words.".to_owned(),
        found if found == written.get() => counted(found, "reflection"),
        found => format!("{found} of {}", counted(written.get(), "reflection")),
    };
    let row = move |at: usize| match rows.with_untracked(|rows| rows.get(at).copied()) {
        Some(Row::Month(id, count)) => month_row(desk, id, count),
        Some(Row::Reflection(id)) => reflection_row(desk, id),
        None => ().into_any(),
    };
    // Another answer is another list, drawn anew.
    let list = move || {
        rows.track();
        view! { <LongList id="reflections" length=Signal::derive(move || rows.with(Vec::len)) row /> }
    };
    let has_drafts = Memo::new(move |_| desk.journal.with(|journal| !journal.drafts().is_empty()));
    move || {
        if written.get() == 0 && has_drafts.get() {
            return ().into_any();
        }
        if written.get() == 0 {
            return view! {
                <div class="card">
                    <h2>"Nothing written yet"</h2>
                    <p>"Start with something small: a conversation that stayed with you, or a statement that surprised you."</p>
                </div>
            }
            .into_any();
        }
        view! {
            <section class="stack-tight">
                <h2>"What I have written"</h2>
                {(written.get() > FEW).then(|| view! { <Finding desk /> })}
                <p class="quiet" role="status" id="found">{told}</p>
                {list}
            </section>
        }
        .into_any()
    }
}

/// What to look for: words, and what is folded away until it is wanted.
#[component]
fn Finding(desk: Desk) -> impl IntoView {
    let app = App::expect();
    let tags = Memo::new(move |_| desk.journal.with(|journal| tags(&journal.reflections())));
    let tag_options = move || {
        tags.get().into_iter().map(|tag| view! { <option value=tag.clone()>{tag.clone()}</option> }).erased()
    };
    let chosen_tag = move || app.wanted.with(|wanted| wanted.tag.clone().unwrap_or_default());
    let chosen_activity = move || app.wanted.with(|wanted| wanted.activity.map_or("", Activity::name));
    let tick = move |label: &'static str, of: fn(&mut Wanted) -> &mut bool| {
        view! {
            <label>
                <input
                    type="checkbox"
                    prop:checked=move || *of(&mut app.wanted.get())
                    on:change:target=move |event| {
                        let checked = event.target().checked();
                        app.wanted.update(|wanted| *of(wanted) = checked);
                    }
                />
                {label}
            </label>
        }
    };
    let narrowed = move || {
        app.wanted.with(|wanted| {
            wanted.tag.is_some() || wanted.activity.is_some() || wanted.to_bring || wanted.oldest_first
        })
    };
    view! {
        <form role="search" class="stack-tight" on:submit=|event| event.prevent_default()>
            <div class="field">
                <label class="visually-hidden" for="query">"Search what I have written"</label>
                <input
                    type="search"
                    id="query"
                    placeholder="Search titles, words and tags"
                    autocomplete="off"
                    autocapitalize="none"
                    enterkeyhint="search"
                    prop:value=move || app.wanted.with(|wanted| wanted.query.clone())
                    on:input:target=move |event| {
                        let query = event.target().value();
                        app.wanted.update(|wanted| wanted.query = query);
                    }
                />
            </div>
            <details class="guide" open=untrack(narrowed)>
                <summary>"Filter and sort " <span class="quiet">{move || narrowed().then_some("(in use)")}</span></summary>
                <div class="stack">
                    <div class="field">
                        <label for="tag">"Tag"</label>
                        <select
                            id="tag"
                            prop:value=chosen_tag
                            on:change:target=move |event| {
                                let tag = Some(event.target().value()).filter(|tag| !tag.is_empty());
                                app.wanted.update(|wanted| wanted.tag = tag);
                            }
                        >
                            <option value="">"Any"</option>
                            {tag_options}
                        </select>
                    </div>
                    <div class="field">
                        <label for="kind">"Kind of learning"</label>
                        <select
                            id="kind"
                            prop:value=chosen_activity
                            on:change:target=move |event| {
                                let activity = event.target().value().parse().ok();
                                app.wanted.update(|wanted| wanted.activity = activity);
                            }
                        >
                            <option value="">"Any"</option>
                            {Activity::ALL.map(|it| view! { <option value=it.name()>{it.called()}</option> }).erased()}
                        </select>
                    </div>
                    <div class="choices">
                        {tick("Only what I bring to supervision", |wanted| &mut wanted.to_bring)}
                        {tick("The oldest first", |wanted| &mut wanted.oldest_first)}
                    </div>
                </div>
            </details>
        </form>
    }
}

fn month_row(desk: Desk, id: ReflectionId, count: usize) -> AnyView {
    let name =
        desk.journal.with_untracked(|journal| journal.reflection(id).map(|it| month_and_year(it.day())));
    view! {
        <h3 class="month">{name} " " <span class="quiet">{count}</span></h3>
    }
    .into_any()
}

fn reflection_row(desk: Desk, id: ReflectionId) -> AnyView {
    let shown = desk.journal.with_untracked(|journal| {
        let it = journal.reflection(id)?;
        let activity = it.words.particulars.activity.map(|it| it.called().to_owned());
        let mut notes = vec![long_date(it.day())];
        notes.extend(activity);
        notes.extend(it.words.particulars.tags.iter().cloned());
        if it.bring {
            notes.push("To bring".to_owned());
        }
        Some((it.words.headline(), notes.join(" · ")))
    });
    let Some((headline, notes)) = shown else { return ().into_any() };
    view! { <WayLink to=Route::Reflection(id) name=headline note=notes /> }.into_any()
}

/// Takes in what is new or was changed, a little at a time.
async fn take_in(app: App, desk: Desk) {
    let all: Vec<ReflectionId> =
        desk.journal.with_untracked(|journal| journal.reflections().iter().map(|it| it.id).collect());
    for some in all.chunks(AT_A_TIME) {
        let taken = desk.journal.with_untracked(|journal| {
            let mut taken = 0;
            app.finder.update_value(|finder: &mut Finder| {
                let known = some.iter().filter_map(|id| journal.reflection(*id));
                taken = known.filter(|it| finder.take_in(it)).count();
            });
            taken
        });
        if taken > 0 {
            app.taken_in.update(|so_far| *so_far += taken);
            page::pause(0).await;
        }
    }
}
