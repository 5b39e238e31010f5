//! A learning day as its facilitator holds it: what the room sees, what comes next, the time, and the count.
use super::{
    ballot::BallotBox,
    collecting::Collecting,
    room::{Room, told_shift},
    session::{Choices, Panel, TableNotes},
};
use crate::{
    browser::{
        clicker::{Click, Clicker},
        clock, page,
        room_window::{RoomChannel, WHAT_IS_SHOWN},
        wake::Awake,
    },
    content::{
        invitations::invitation,
        qr::{Correction, Matrix},
        room::{Scene, name_of_session, name_of_stage, scene},
    },
    domain::{
        events::{Event, EventPlan, Place, Session, SessionKind, Stage, Step, Vote},
        ids::EventId,
        journal::{Command, EventCommand},
        route::Route,
        web_address::web_address,
    },
    ui::{
        app::App,
        components::{Erase, copy_button::CopyButton, page_head::PageHead, qr_code::QrCode},
        desk::Desk,
    },
};
use leptos::{prelude::*, task::spawn_local};

/// How often the running time is shown anew, in milliseconds.
const TICK_MS: u32 = 1_000;

/// What the facilitator notes at a step.
#[derive(Clone, PartialEq)]
enum AtHand {
    /// How the room votes on a statement.
    Vote(usize, Vote),
    /// What the tables say to a question.
    Notes(String),
    /// Questions to the panel.
    Panel,
    /// Which take-home messages are chosen.
    Choices,
}

impl AtHand {
    fn of(plan: &EventPlan, Place { session, step }: Place) -> Option<Self> {
        let session = plan.programme.get(session)?;
        match (step, session.kind) {
            (Step::Statement(_, Stage::Read), _) => None,
            (Step::Statement(statement, stage), _) => Some(Self::Vote(
                statement,
                if stage >= Stage::VoteAgain { Vote::Second } else { Vote::First },
            )),
            (Step::Prompt(at), _) => session.prompts.get(at).cloned().map(Self::Notes),
            (Step::Whole, SessionKind::Panel) => Some(Self::Panel),
            (Step::Whole, SessionKind::TakeHome) => Some(Self::Choices),
            (Step::Whole, _) => None,
        }
    }
}

#[component]
pub fn Running(desk: Desk, id: EventId) -> impl IntoView {
    let app = App::expect();
    let event = Memo::new(move |_| desk.journal.with(|journal| journal.event(id).cloned()));
    let address = RwSignal::new(page::address());
    let shown = Memo::new(move |_| {
        event.with(|event| {
            event.as_ref().map(|it| {
                app.library.with(|library| {
                    let phones: Vec<_> =
                        desk.journal.with(|journal| journal.answers_at(id).cloned().collect());
                    address.with(|address| scene(library, it, &phones, address.as_deref()))
                })
            })
        })
    });
    let place = Memo::new(move |_| event.with(|it| it.as_ref().and_then(place_of)));
    let channel = StoredValue::new_local(None::<RoomChannel>);
    let told = move || shown.get_untracked().and_then(|it| serde_json::to_string(&it).ok());
    let tell = move || {
        channel.with_value(|channel| {
            if let (Some(channel), Some(told)) = (channel, told()) {
                channel.tell(&told);
            }
        });
    };
    channel.set_value(Some(RoomChannel::open(move |word| {
        if word == WHAT_IS_SHOWN {
            tell();
        }
    })));
    // For as long as the page is there.
    StoredValue::new_local(Awake::keep());
    Effect::new(move || {
        shown.track();
        tell();
    });
    let command = move |command: EventCommand| {
        let command = Command::Event(id, command);
        spawn_local(async move {
            drop(desk.commit(command).await);
            // The button that was pressed may be gone.
            page::catch_focus();
        });
    };
    let step = move |to: fn(&EventPlan, Place) -> Option<Place>| {
        let to = event.with_untracked(|it| it.as_ref().and_then(|it| to(&it.plan, place_of(it)?)));
        if let Some(to) = to {
            command(EventCommand::Go(to));
        }
    };
    let over = RwSignal::new(false);
    let show_over = move |_| {
        over.set(true);
        page::focus("#close-room");
    };
    let close = move || {
        if over.get_untracked() {
            over.set(false);
            page::focus("#show-room");
        }
    };
    StoredValue::new_local(Clicker::listen(move |click| match click {
        Click::Forwards => step(EventPlan::after),
        Click::Back => step(EventPlan::before),
        Click::Close => close(),
    }));
    let next = Memo::new(move |_| {
        event.with(|it| {
            let it = it.as_ref()?;
            it.plan.after(place_of(it)?).map(|place| name_of(&it.plan, place))
        })
    });
    let has_before = Memo::new(move |_| {
        event
            .with(|it| it.as_ref().is_some_and(|it| place_of(it).and_then(|at| it.plan.before(at)).is_some()))
    });
    let ended = Memo::new(move |_| {
        event.with(|it| it.as_ref().is_some_and(|it| it.run.as_ref().is_some_and(|run| run.ended.is_some())))
    });
    // The page is drawn once, and not at every tap.
    let has_begun = Memo::new(move |_| event.with(|it| it.as_ref().is_some_and(|it| it.run.is_some())));
    // It is drawn once for each step, and not whenever something is said at it.
    let at_hand = Memo::new(move |_| event.with(|it| AtHand::of(&it.as_ref()?.plan, place.get()?)));
    let at_hand = move || {
        at_hand.get().map(|it| match it {
            AtHand::Vote(statement, vote) => view! { <BallotBox desk id statement vote /> }.into_any(),
            AtHand::Notes(prompt) => view! { <TableNotes desk id prompt /> }.into_any(),
            AtHand::Panel => view! { <Panel desk id /> }.into_any(),
            AtHand::Choices => view! { <Choices desk id /> }.into_any(),
        })
    };
    let notes = move || {
        let at = place.get()?.session;
        event.with(|it| it.as_ref().map(|it| it.plan.programme[at].notes.clone())).filter(|it| !it.is_empty())
    };
    move || {
        if !has_begun.get() {
            return view! {
                <PageHead title="This event has not begun" lead="Its plan is where it begins." back=(Route::Events, "Events") />
                <div class="button-row"><a class="button" href=Route::EventPlan(id).to_string()>"To its plan"</a></div>
            }
            .into_any();
        }
        let title =
            event.with_untracked(|it| it.as_ref().map(|it| it.plan.title.clone()).unwrap_or_default());
        view! {
            <PageHead title=title back=(Route::Events, "Events") />
            <section class="card room-small" aria-label="What the room sees" aria-live="polite">
                {move || shown.get().map(|it| view! { <Small scene=it /> })}
            </section>
            <div class="button-row run-steps">
                {move || has_before.get().then(|| view! { <button class="button" data-kind="plain" on:click=move |_| step(EventPlan::before)>"Back"</button> }).erased()}
                {move || next.get().map(|name| view! { <button class="button" id="next-step" on:click=move |_| step(EventPlan::after)>"Next: " {name}</button> }).erased()}
                {move || next.get().is_none().then(|| view! {
                    <button class="button" on:click=move |_| command(EventCommand::End(!ended.get_untracked()))>
                        {if ended.get() { "Go on after all" } else { "End the event" }}
                    </button>
                }).erased()}
            </div>
            {at_hand}
            <Inviting event address />
            <Collecting desk id />
            <Time event />
            {move || notes().map(|notes| view! {
                <section class="card" id="notes"><h2>"For you alone"</h2><p class="as-written">{notes}</p></section>
            }).erased()}
            <div class="button-row">
                <a class="button" data-kind="plain" href=Route::Room.to_string() target="second-look-room">"Open the room's window"</a>
                <button class="button" data-kind="plain" id="show-room" on:click=show_over>"Show it on this screen"</button>
                <a class="button" data-kind="plain" href=Route::EventReport(id).to_string()>"What came of it"</a>
                <a class="button" data-kind="plain" href=Route::EventPlan(id).to_string()>"The plan"</a>
            </div>
            <p class="quiet">"Keys: Page Down or → for the next step, Page Up or ← for the one before. A clicker works too."</p>
            {move || over.get().then(|| {
                StoredValue::new_local(page::RoomAlone::begin());
                view! {
                    {move || shown.get().map(|it| view! { <Room scene=it /> })}
                    <div class="room-keys">
                        <button class="button" data-kind="plain" on:click=move |_| step(EventPlan::before)>"Back"</button>
                        <button class="button" data-kind="plain" on:click=move |_| step(EventPlan::after)>"Next"</button>
                        <button class="button" data-kind="plain" id="close-room" on:click=move |_| close()>"Close"</button>
                    </div>
                }
            })}
        }
        .into_any()
    }
}

/// The way in for phones: to show, or to send before the day. A file has no `address` that a phone could open.
#[component]
fn Inviting(event: Memo<Option<Event>>, address: RwSignal<Option<String>>) -> impl IntoView {
    let link = Memo::new(move |_| {
        let address = address.get()?;
        let fragment = event.with(|it| it.as_ref().map(|it| invitation(it).to_fragment()))?;
        Some(fragment.map(|it| format!("{address}{}", Route::Join(it))).map_err(|why| why.to_string()))
    });
    let shown = move || match link.get()? {
        Ok(link) => {
            let matrix = Matrix::of_text(&link, Correction::Low).ok();
            let text = link.clone();
            Some(view! {
                <p>"A phone's own camera opens this. It works offline where the app has been opened before, and nothing reaches the host."</p>
                {matrix.map(|matrix| view! { <QrCode matrix label="A code that opens this event on a phone" /> })}
                <div class="button-row">
                    <a id="invite-link" href=link>"The link itself"</a>
                    <CopyButton label="Copy the link" of="the link to this event" text=Signal::derive(move || text.clone()) shown_in="invite-link" />
                </div>
            }
            .into_any())
        }
        Err(why) => Some(view! { <p role="alert">{why}</p> }.into_any()),
    };
    view! {
        <details class="card" id="inviting">
            <summary>"Invite phones"</summary>
            <div class="stack-tight">
                {shown}
                {move || address.with(Option::is_none).then(|| view! { <AskForAddress address /> }).erased()}
            </div>
        </details>
    }
}

/// Where the app itself has no address on the web: what works without, and the address of another copy, for this time.
#[component]
fn AskForAddress(address: RwSignal<Option<String>>) -> impl IntoView {
    let typed = RwSignal::new(String::new());
    let wrong = RwSignal::new(false);
    let take = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let taken = typed.with_untracked(|typed| web_address(typed).map(str::to_owned));
        wrong.set(taken.is_none());
        if taken.is_some() {
            address.set(taken);
        }
    };
    view! {
        <p>"You opened Second Look from a file, and no phone can open that file. Let the room vote by hands, tables or corners: nothing more is needed."</p>
        <form class="field" on:submit=take autocomplete="off">
            <label for="web-address">"Or type the web address at which phones open Second Look"</label>
            {move || wrong.get().then(|| view! {
                <p class="field-wrong" role="alert">"That is no web address. Type all of it, with https:// before it."</p>
            }).erased()}
            <input type="url" id="web-address" aria-invalid=move || wrong.get().to_string() prop:value=typed on:input:target=move |event| typed.set(event.target().value()) />
            <div class="button-row"><button class="button" data-kind="plain" type="submit">"Make the invitation"</button></div>
        </form>
    }
}

/// The scene in a few lines.
#[component]
fn Small(scene: Scene) -> impl IntoView {
    let verdict = scene.is_fact.map(|is_fact| if is_fact { "Fact" } else { "Myth" });
    view! {
        <p class="quiet" id="scene-head">{scene.head}</p>
        <h2 id="scene-words">{scene.words}</h2>
        {verdict.map(|told| view! { <p><strong id="scene-verdict">{told}</strong></p> }).erased()}
        <ul class="points-list" id="scene-lines">{scene.lines.into_iter().map(|it| view! { <li>{it}</li> }).erased()}</ul>
        {scene.shift.map(|shift| view! { <p id="scene-shift">{told_shift(shift)}</p> }).erased()}
        {(!scene.ask.is_empty()).then(|| view! { <p id="scene-ask">{scene.ask}</p> }).erased()}
    }
}

/// How long this part has gone on, and what the plan says.
#[component]
fn Time(event: Memo<Option<Event>>) -> impl IntoView {
    let now = RwSignal::new(clock::now());
    spawn_local(async move {
        while now.try_set(clock::now()).is_none() {
            page::pause(TICK_MS).await;
        }
    });
    let told = move || {
        let now = now.get();
        event.with(|event| {
            let event = event.as_ref()?;
            let run = event.run.as_ref()?;
            let session = event.plan.programme.get(place_of(event)?.session)?;
            let seconds = Session::running(run.since, now);
            let over = seconds > u64::from(session.minutes) * 60;
            let told = format!(
                "{}:{:02} of {} minutes{}",
                seconds / 60,
                seconds % 60,
                session.minutes,
                if over { ", over its time" } else { "" }
            );
            Some((told, session.speaker.clone()))
        })
    };
    view! {
        <p class="quiet" id="running-time">{move || told().map(|it| it.0)}</p>
        {move || told().map(|it| it.1).filter(|it| !it.is_empty()).map(|speaker| view! { <p>"Leads: " {speaker}</p> }).erased()}
    }
}

fn place_of(event: &Event) -> Option<Place> {
    event.plan.nearest(event.run.as_ref()?.place)
}

/// What a step is called.
fn name_of(plan: &EventPlan, place: Place) -> String {
    match place.step {
        Step::Whole => name_of_session(&plan.programme[place.session]),
        Step::Prompt(at) => format!("question {}", at + 1),
        Step::Statement(at, Stage::Read) => format!("statement {}", at + 1),
        Step::Statement(_, stage) => name_of_stage(stage).to_lowercase(),
    }
}
