//! The plan of a learning day: kept at every pause in typing, and checked before the day can begin.
use super::{NotHere, programme::Programme};
use crate::{
    browser::{entropy::BrowserEntropy, page},
    content::{
        event_plan::{judged, told_outcome},
        format::{StatementSet, Takeaway},
        library::Library,
    },
    domain::{
        events::{Asked, EventOutcome, EventPlan},
        ids::{EventId, LearningOutcomeId, SetId, TakeawayId},
        journal::{Command, EventCommand},
        passing::{EventTag, MOST_ITEMS},
        questions::Answers,
        quiz::Topic,
        route::Route,
        time::parse_date,
        typing::Typed,
    },
    ui::{
        app::App,
        components::{
            Erase, confirm::Confirm, line_field::LineField, page_head::PageHead, save_state::SaveState,
            writing_box::WritingBox,
        },
        desk::{Desk, Role},
        words::name_of_verdict,
    },
    vault::Entropy,
};
use chrono::NaiveTime;
use leptos::{prelude::*, task::spawn_local};

/// A plan that is being changed.
#[derive(Clone, Copy)]
pub struct Pen {
    pub plan: RwSignal<EventPlan>,
    pub locked: Signal<bool>,
    /// Keeps what the plan is now.
    keep: StoredValue<Box<dyn Fn() + Send + Sync>>,
}

impl Pen {
    /// Changes the plan, and keeps it at the next pause.
    pub fn change(self, change: impl FnOnce(&mut EventPlan)) {
        self.plan.update(change);
        self.keep.with_value(|keep| keep());
    }
}

#[component]
pub fn Planning(desk: Desk, id: EventId) -> impl IntoView {
    let known = desk.journal.with_untracked(|journal| journal.event(id).cloned());
    let Some(known) = known else {
        return view! { <NotHere /> }.into_any();
    };
    let typed = desk.typing.with_untracked(|typing| typing.event(id).cloned());
    let plan = RwSignal::new(typed.unwrap_or(known.plan));
    let tag = known.tag;
    let keep = move || desk.write_soon(Typed::Event(id, tag, plan.get_untracked()));
    let locked = Signal::derive(move || desk.role.get() == Role::Reader);
    let pen = Pen { plan, locked, keep: StoredValue::new(Box::new(keep)) };
    let has_begun = move || desk.journal.with(|journal| journal.event(id).is_some_and(|it| it.run.is_some()));
    // What is asked stays as it is from then on.
    let asked_pen = Pen { locked: Signal::derive(move || locked.get() || has_begun()), ..pen };
    let missing = move || plan.with(EventPlan::missing);
    let go = move |_| {
        spawn_local(async move {
            let begun = async {
                desk.keep_typing().await?;
                desk.commit(Command::Event(id, EventCommand::Begin)).await
            };
            if begun.await.is_ok() {
                page::go(&Route::EventRun(id));
            }
        });
    };
    let (removing, beginning_anew) = (RwSignal::new(false), RwSignal::new(false));
    let begin_anew = move || {
        let tag = EventTag::from_entropy(BrowserEntropy.bytes());
        spawn_local(async move {
            let anew = Command::Event(id, EventCommand::BeginAnew { tag });
            drop(desk.commit_and_say(anew, "Only the plan is left").await);
        });
    };
    let remove = move || {
        spawn_local(async move {
            desk.forget(&Typed::Event(id, tag, plan.get_untracked()));
            if desk.commit_and_say(Command::Event(id, EventCommand::Drop), "Removed").await.is_ok() {
                page::replace(&Route::Events);
            }
        });
    };
    let state = move || {
        let typing = desk.typing.with(|typing| typing.event(id).is_some());
        match (desk.trouble.with(Option::is_some), typing) {
            (true, _) => "Not saved",
            (false, true) => "Typing…",
            (false, false) => "Kept",
        }
    };
    let text =
        move |read: fn(&EventPlan) -> &String| Signal::derive(move || plan.with(|plan| read(plan).clone()));
    view! {
        <PageHead title="An event's plan" lead="Change what you like: it is kept as you type." back=(Route::Events, "Events") />
        <form class="editor" on:submit=|event| event.prevent_default() autocomplete="off">
            <LineField id="event-title" label="Title" hint="It stands on the room's screen and on certificates." locked text=text(|it| &it.title) on_text=move |it| pen.change(|plan| plan.title = it) />
            <LineField id="event-organisers" label="Who holds it?" hint="By organisation." locked text=text(|it| &it.organisers) on_text=move |it| pen.change(|plan| plan.organisers = it) />
            <LineField id="event-venue" label="Where?" hint="You can leave this empty." locked text=text(|it| &it.venue) on_text=move |it| pen.change(|plan| plan.venue = it) />
            <div class="field">
                <label for="event-day">"Which day?"</label>
                <input
                    type="date"
                    id="event-day"
                    readonly=locked
                    prop:value=move || plan.with(|plan| plan.day.map(|day| day.to_string()).unwrap_or_default())
                    on:input:target=move |event| pen.change(|plan| plan.day = parse_date(&event.target().value()))
                />
            </div>
            <div class="field">
                <label for="event-starts">"When does it begin?"</label>
                <input
                    type="time"
                    id="event-starts"
                    readonly=locked
                    prop:value=move || plan.with(|plan| plan.starts.map(|at| at.format("%H:%M").to_string()).unwrap_or_default())
                    on:input:target=move |event| pen.change(|plan| plan.starts = NaiveTime::parse_from_str(&event.target().value(), "%H:%M").ok())
                />
            </div>
            <Programme pen />
            <WritingBox id="event-warning" label="What may distress" hint=Some("Shown at the welcome, before anything else.".to_owned()) locked text=text(|it| &it.warning) on_text=move |it| pen.change(|plan| plan.warning = it) />
            <WritingBox id="event-rules" label="Ground rules" hint=Some("A line each.".to_owned()) locked text=text(|it| &it.ground_rules) on_text=move |it| pen.change(|plan| plan.ground_rules = it) />
            {move || has_begun().then(|| view! {
                <p class="notice">"The event has begun, and phones may hold what is asked: the statements and outcomes stay as they are."</p>
            })}
            <Statements desk pen=asked_pen />
            <Outcomes pen=asked_pen />
            <Takeaways pen />
            <SaveState state=Signal::derive(move || state().to_owned()) />
            {move || {
                let missing = missing();
                (!missing.is_empty()).then(|| view! {
                    <div class="notice" id="missing">
                        <h2>"Before it can begin"</h2>
                        <ul class="points-list">{missing.into_iter().map(|it| view! { <li>{it.to_string()}</li> }).erased()}</ul>
                    </div>
                }).erased()
            }}
            <div class="button-row">
                {move || match (has_begun(), missing().is_empty()) {
                    (true, _) => Some(view! { <a class="button" href=Route::EventRun(id).to_string()>"Go on with the event"</a> }.into_any()),
                    (false, true) => Some(view! { <button class="button" type="button" on:click=go>"Begin the event"</button> }.into_any()),
                    (false, false) => None,
                }}
                <a class="button" data-kind="plain" href=Route::EventPaper(id).to_string()>"Cards and sheets to print"</a>
                {move || has_begun().then(|| view! {
                    <button class="button" data-kind="plain" type="button" on:click=move |_| beginning_anew.set(true)>"Begin anew"</button>
                }).erased()}
                <button class="button" data-kind="danger" type="button" on:click=move |_| removing.set(true)>"Remove this event"</button>
            </div>
        </form>
        <Confirm
            asking=beginning_anew
            id="confirm-anew"
            question="Begin anew?"
            detail="After a rehearsal: what the room and phones said goes, and phones need a new invitation. The plan stays. You can undo it until you leave the next page."
            no="Keep what was said"
            yes="Begin anew"
            on_yes=begin_anew
        />
        <Confirm
            asking=removing
            question="Remove this event?"
            detail="Its plan and what the room said go with it. You can undo it until you leave the next page."
            no="Keep it"
            yes="Remove"
            on_yes=remove
        />
    }
    .into_any()
}

/// Which statements are asked. Every one stands with its verdict, so that no myth is read for a fact.
#[component]
fn Statements(desk: Desk, pen: Pen) -> impl IntoView {
    let app = App::expect();
    let tick = move |asked: Asked| {
        let known = asked.clone();
        let chosen = Memo::new(move |_| pen.plan.with(|plan| plan.statements.contains(&known)));
        let toggle = move |_| {
            pen.change(|plan| match plan.statements.iter().position(|it| *it == asked) {
                Some(at) => drop(plan.statements.remove(at)),
                None if plan.statements.len() < MOST_ITEMS => plan.statements.push(asked.clone()),
                None => {}
            });
        };
        view! { <input type="checkbox" disabled=pen.locked prop:checked=chosen on:change=toggle /> }
    };
    let row = move |library: &Library, asked: Asked| {
        let it = judged(library, &asked)?;
        let verdict = name_of_verdict(it.verdict);
        Some(
            view! { <label>{tick(asked)} <span><strong>{verdict}</strong> ": " {it.statement}</span></label> },
        )
    };
    let of_packs = move || {
        app.library.with(|library| {
            let set = |(id, set): (SetId, &StatementSet)| {
                let statements = library.statements_about(&Topic::Set(id));
                let rows = statements.into_iter().filter_map(|id| row(library, Asked::Pack(id))).erased();
                view! {
                    <details>
                        <summary>{set.title.clone()}</summary>
                        <div class="choices">{rows}</div>
                    </details>
                }
            };
            library.sets().map(set).erased()
        })
    };
    let own = move || {
        let own = desk.journal.with_untracked(|journal| {
            let own = journal.questions().into_iter().map(|it| it.wording.clone());
            own.filter(|it| matches!(it.answers, Answers::MythOrFact(_))).collect::<Vec<_>>()
        });
        let rows = app
            .library
            .with(|library| own.into_iter().filter_map(|it| row(library, Asked::Own(it))).erased());
        (!rows.is_empty()).then(|| {
            view! {
                <details>
                    <summary>"Statements you brought in"</summary>
                    <div class="choices">{rows}</div>
                </details>
            }
        })
    };
    view! {
        <fieldset class="field" id="event-statements">
            <legend>"What to ask"</legend>
            <p class="field-hint">{move || pen.plan.with(|plan| match plan.statements.len() {
                0 => "No statement is chosen yet.".to_owned(),
                1 => "One statement is chosen.".to_owned(),
                many => format!("{many} statements are chosen. They are asked in the order in which you chose them."),
            })}</p>
            {of_packs}
            {own}
        </fieldset>
    }
}

/// What the day should leave people able to do.
#[component]
fn Outcomes(pen: Pen) -> impl IntoView {
    let app = App::expect();
    let of_packs = move || {
        let offered: Vec<_> = app.library.with(|library| {
            let of_module = library.modules().flat_map(|(id, module)| {
                let outcomes = module.outcomes.iter();
                outcomes.map(move |it| EventOutcome::Pack(LearningOutcomeId::new(id.pack(), &it.id)))
            });
            of_module.filter_map(|it| Some((told_outcome(library, &it)?, it))).collect()
        });
        let row = |(can, outcome): (String, EventOutcome)| {
            let known = outcome.clone();
            let chosen = Memo::new(move |_| pen.plan.with(|plan| plan.outcomes.contains(&known)));
            let toggle = move |_| {
                pen.change(|plan| match plan.outcomes.iter().position(|it| *it == outcome) {
                    Some(at) => drop(plan.outcomes.remove(at)),
                    None => plan.outcomes.push(outcome.clone()),
                });
            };
            view! {
                <label><input type="checkbox" disabled=pen.locked prop:checked=chosen on:change=toggle /> <span>{can}</span></label>
            }
        };
        offered.into_iter().map(row).erased()
    };
    let own = Signal::derive(move || {
        let own = |it: &EventOutcome| match it {
            EventOutcome::Own(text) => Some(text.clone()),
            EventOutcome::Pack(_) => None,
        };
        pen.plan.with(|plan| plan.outcomes.iter().filter_map(own).collect::<Vec<_>>().join("\n"))
    });
    let on_text = move |text: String| {
        pen.change(|plan| {
            plan.outcomes.retain(|it| matches!(it, EventOutcome::Pack(_)));
            plan.outcomes.extend(text.split('\n').map(|it| EventOutcome::Own(it.to_owned())));
            // A box that is empty has no line.
            plan.outcomes.retain(|it| text.contains('\n') || *it != EventOutcome::Own(String::new()));
        });
    };
    view! {
        <fieldset class="field">
            <legend>"What people should be able to do"</legend>
            <p class="field-hint">"They say how confident they are of it, before and after. Three to five are enough."</p>
            <details>
                <summary>"From the lessons"</summary>
                <div class="choices">{of_packs}</div>
            </details>
            <WritingBox id="event-outcomes" label="In your own words" hint=Some("A line each.".to_owned()) locked=pen.locked text=own on_text />
        </fieldset>
    }
}

/// The messages that the room chooses from.
#[component]
fn Takeaways(pen: Pen) -> impl IntoView {
    let app = App::expect();
    let rows = move || {
        app.library.with(|library| {
            let row = |(id, it): (TakeawayId, &Takeaway)| {
                let known = id.clone();
                let chosen = Memo::new(move |_| pen.plan.with(|plan| plan.takeaways.contains(&known)));
                let toggle = move |_| {
                    pen.change(|plan| match plan.takeaways.iter().position(|it| *it == id) {
                        Some(at) => drop(plan.takeaways.remove(at)),
                        None => plan.takeaways.push(id.clone()),
                    });
                };
                view! {
                    <label><input type="checkbox" disabled=pen.locked prop:checked=chosen on:change=toggle /> <span>{it.message.clone()}</span></label>
                }
            };
            library.takeaways().map(row).erased()
        })
    };
    view! {
        <fieldset class="field">
            <legend>"Take-home messages to choose from"</legend>
            <details>
                <summary>{move || pen.plan.with(|plan| format!("{} chosen", plan.takeaways.len()))}</summary>
                <div class="choices">{rows}</div>
            </details>
        </fieldset>
    }
}
