//! A form of a regulator, filled in from what was written: to copy, to print, or to have as a file.
use super::{
    answers::{Answers, Log},
    export::Export,
    hand_on::HandOn,
};
use crate::{
    browser::{clock, entropy::BrowserEntropy},
    content::forms::{Filled, Filler, Sort, Written, dated, is_written_for, sort_of, told},
    domain::{
        beginnings::Beginning,
        bodies::Body,
        ids::{FormId, ReflectionId},
        intentions::Intention,
        profile::Registration,
        record::{Footing, Period, counting, period},
        reflections::{Reflection, Subject},
        route::Route,
        time::long_date,
    },
    ui::{
        app::App,
        components::{
            Erase, copy_button::CopyButton, long_list::LongList, page_head::PageHead, way::WayLink,
        },
        desk::Desk,
        places::{Missing, reflect::record::stands},
    },
    vault::Entropy,
};
use leptos::prelude::*;

#[component]
pub fn FormPage(desk: Desk, form: FormId, of: Option<ReflectionId>) -> impl IntoView {
    let app = App::expect();
    let form = StoredValue::new(form);
    let head = Memo::new(move |_| {
        app.library.with(|library| {
            library.form(&form.get_value()).map(|it| (it.title.clone(), it.requirement.clone()))
        })
    });
    move || {
        let Some((title, requirement)) = head.get() else {
            return view! {
                <PageHead title="A form" back=(Route::Record, "My record") />
                <Missing what="This form could not be read." />
            }
            .into_any();
        };
        let page = match (sort_of(&form.get_value()), of) {
            ((_, Sort::Account), None) => view! { <Choose desk form /> }.into_any(),
            ((_, Sort::Account), Some(id)) | ((_, Sort::Log), Some(id)) => {
                view! { <FromOne desk form id /> }.into_any()
            }
            ((_, Sort::Blank), _) => view! { <Blank desk form /> }.into_any(),
            ((body, Sort::Log | Sort::Profile), own) => {
                view! { <OfPeriod desk form body=body.unwrap_or(Body::Nmc) own /> }.into_any()
            }
        };
        view! {
            <PageHead title back=(Route::Record, "My record") />
            <p class="not-printed">{requirement}</p>
            <Dated form />
            {page}
        }
        .into_any()
    }
}

/// When the form was last checked, and what is unsure: it must be seen, not looked for.
#[component]
fn Dated(form: StoredValue<FormId>) -> impl IntoView {
    let app = App::expect();
    let said =
        move || app.library.with(|library| library.form(&form.get_value()).map(|it| dated(&it.provenance)));
    view! { <div class="notice" data-print="yes" id="dated"><p>{said}</p></div> }
}

/// Where the person writes in the form's own boxes.
fn own_boxes(form: &FormId) -> Route {
    let fresh = ReflectionId::from_entropy(BrowserEntropy.bytes());
    Route::Write(fresh, Some(Beginning::About(Subject::Form(form.clone()))))
}

/// What it can be filled in from: what counts for the body, or else everything.
#[component]
fn Choose(desk: Desk, form: StoredValue<FormId>) -> impl IntoView {
    let (body, _) = sort_of(&form.get_value());
    let (rows, all_count) = desk.journal.with(|journal| {
        let all = journal.reflections();
        let counts = |it: &&&Reflection| {
            form.with_value(|form| is_written_for(it, form))
                || body.is_some_and(|body| it.words.particulars.counts_for.contains(&body))
        };
        let counted: Vec<ReflectionId> = all.iter().filter(counts).map(|it| it.id).collect();
        match counted.is_empty() {
            true => (all.iter().map(|it| it.id).collect::<Vec<_>>(), true),
            false => (counted, false),
        }
    });
    let count = rows.len();
    let row = move |at: usize| {
        let shown = rows.get(at).and_then(|id| {
            desk.journal.with_untracked(|journal| {
                journal.reflection(*id).map(|it| (*id, it.words.headline(), long_date(it.day())))
            })
        });
        let Some((id, headline, day)) = shown else { return ().into_any() };
        view! { <WayLink to=Route::Form(form.get_value(), Some(id)) name=headline note=day /> }.into_any()
    };
    let heading = match (count, body.filter(|_| !all_count)) {
        (0, _) => None,
        (_, Some(_)) => Some("Fill it in from one that counts"),
        (_, None) => Some("Fill it in from one of your reflections"),
    };
    view! {
        <div class="button-row">
            <a class="button" href=own_boxes(&form.get_value()).to_string()>"Write in this form's own boxes"</a>
        </div>
        {(body.is_some() && all_count && count > 0).then(|| view! {
            <p class="quiet">"None of your reflections counts towards this yet, so all of them are here."</p>
        })}
        {heading.map(|heading| view! {
            <section class="stack-tight">
                <h2>{heading}</h2>
                <LongList id="candidates" length=Signal::stored(count) row />
            </section>
        }).erased()}
        {(count == 0).then(|| view! {
            <div class="card">
                <h2>"Nothing to fill it in from yet"</h2>
                <p>"Each reflection you write can be read into this form. Or write in its own boxes."</p>
            </div>
        })}
    }
}

/// A form that is filled in by hand: what it asks.
#[component]
fn Blank(desk: Desk, form: StoredValue<FormId>) -> impl IntoView {
    let app = App::expect();
    let filled = move || app.library.with(|library| Filler::new(library).blank(&form.get_value()));
    view! {
        <p class="not-printed">"This app does not keep what this form asks for. Print it, or fill in the official one."</p>
        {move || filled().map(|filled| view! { <Whole desk filled own=None /> }).erased()}
    }
}

#[component]
fn FromOne(desk: Desk, form: StoredValue<FormId>, id: ReflectionId) -> impl IntoView {
    let app = App::expect();
    let filled = Memo::new(move |_| {
        app.library.with(|library| {
            desk.journal.with(|journal| {
                let reflection = journal.reflection(id).filter(|it| it.binned.is_none())?;
                let form = form.get_value();
                let about = Subject::Reflection(id);
                let actions: Vec<&Intention> =
                    journal.intentions().into_iter().filter(|it| it.plan.subject == about).collect();
                let profile = journal.profile();
                let level =
                    sort_of(&form).0.and_then(|body| profile.registration(body)).and_then(|it| it.level);
                Filler::new(library).from_one(&form, Written { reflection, actions: &actions, level })
            })
        })
    });
    let has_draft = move || desk.journal.with(|journal| journal.draft(id).is_some());
    move || {
        match filled.get() {
        None => view! {
            <p>"The reflection is not here any more. It may be in the bin."</p>
            <a class="button" href=Route::Form(form.get_value(), None).to_string()>"Choose another"</a>
        }
        .into_any(),
        Some(filled) => view! {
            <p>"From: " <a href=Route::Reflection(id).to_string()>{filled.of.clone()}</a></p>
            {has_draft().then(|| view! {
                <div class="notice"><p>"You have changed this reflection and not saved that yet. Here is what you last saved."</p></div>
            })}
            <Whole desk filled own=Some(id) />
            <Export desk of=id />
        }
        .into_any(),
    }
    }
}

#[component]
fn OfPeriod(desk: Desk, form: StoredValue<FormId>, body: Body, own: Option<ReflectionId>) -> impl IntoView {
    let app = App::expect();
    let is_before = RwSignal::new(false);
    let today = clock::now().date_naive();
    let registration = Memo::new(move |_| {
        let kept = desk.journal.with(|journal| journal.profile().registration(body).copied());
        kept.unwrap_or(Registration { body, until: None, level: None })
    });
    let now = Memo::new(move |_| period(&registration.get(), today).0);
    let chosen = move || if is_before.get() { now.get().before(body) } else { now.get() };
    // What the person wrote in this form's own boxes, the newest of it.
    let own = Memo::new(move |_| {
        own.or_else(|| {
            desk.journal.with(|journal| {
                let all = journal.reflections();
                all.iter().find(|it| form.with_value(|form| is_written_for(it, form))).map(|it| it.id)
            })
        })
    });
    let filled = Memo::new(move |_| {
        app.library.with(|library| {
            desk.journal.with(|journal| {
                let (form, period) = (form.get_value(), chosen());
                let rows = counting(&journal.reflections(), body, period);
                let filler = Filler::new(library);
                match sort_of(&form).1 {
                    Sort::Profile => {
                        let gaps =
                            stands(library, journal, &registration.get(), (period, Footing::Person), today)
                                .gaps;
                        let own = own.get().and_then(|id| journal.reflection(id));
                        // A profile is not an activity of itself.
                        let rows: Vec<_> = rows.into_iter().filter(|it| !is_written_for(it, &form)).collect();
                        filler.profile(&form, period, own, &rows, &gaps)
                    }
                    Sort::Log | Sort::Account | Sort::Blank => {
                        filler.log(&form, period, &rows, registration.get().level)
                    }
                }
            })
        })
    });
    let option = move |before: bool, period: Period| {
        view! { <option value=before.to_string() selected=move || is_before.get() == before>{told(period)}</option> }
    };
    let is_profile = sort_of(&form.get_value()).1 == Sort::Profile;
    view! {
        <div class="field not-printed">
            <label for="period">"Which time?"</label>
            <select id="period" on:change:target=move |event| is_before.set(event.target().value() == "true")>
                {move || option(false, now.get())}
                {move || option(true, now.get().before(body))}
            </select>
        </div>
        <p class="only-printed">{move || told(chosen())}</p>
        {is_profile.then(|| view! {
            <div class="button-row">
                <a class="button" href=move || own.get().map_or_else(|| own_boxes(&form.get_value()), |id| Route::Write(id, None)).to_string()>
                    "Write the summary and the statement"
                </a>
            </div>
        })}
        {move || filled.get().map(|filled| view! { <Whole desk filled own=None /> }).erased()}
    }
}

/// The answers, the table, and what can be done with them.
#[component]
fn Whole(desk: Desk, filled: Filled, own: Option<ReflectionId>) -> impl IntoView {
    let (paper, answers) = (filled.paper(), filled.answers());
    let remarks = filled.remarks.iter().map(|it| view! { <li>{it.clone()}</li> }).erased();
    let has_remarks = !filled.remarks.is_empty();
    view! {
        <div class="stack" id="filled">
            <Answers desk fields=filled.fields of=own />
            {has_remarks.then(|| view! { <ul class="points-list" id="remarks">{remarks}</ul> })}
            {filled.table.map(|table| view! { <Log table /> }).erased()}
        </div>
        <section class="stack-tight not-printed" aria-labelledby="take-it">
            <h2 id="take-it">"Take it with you"</h2>
            <p><CopyButton label="Copy all" of="every answer of this form" text=Signal::stored(answers) shown_in="filled" /></p>
            <HandOn paper=Signal::stored(paper) file="form" />
        </section>
    }
}
