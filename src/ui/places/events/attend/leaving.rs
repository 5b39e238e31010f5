//! The end of the day for one person: what each statement was, what they take home, their hours and their certificate.
use super::handing_in::code_of;
use crate::{
    browser::{clock, entropy::BrowserEntropy, page},
    content::{
        certificate::certificate,
        event_plan::{Judged, judged, told_outcome},
    },
    domain::{
        attendance::Since,
        confidence::Rating,
        events::Asked,
        ids::{AttendanceId, CardHistoryId, ReflectionId},
        journal::{AttendanceCommand, Command, Leaving as Left},
        particulars::{Activity, hours},
        passing::{Heard, LONGEST_ANSWER, Message},
        quiz::{Sureness, Verdict},
        reflections::Words,
        route::Route,
    },
    ui::{
        app::App,
        components::{Erase, qr_code::QrCode, scale::Scale, sheet::Sheet, writing_box::WritingBox},
        desk::Desk,
        words::name_of_verdict,
    },
    vault::Entropy,
};
use leptos::{prelude::*, task::spawn_local};

#[component]
pub fn Leaving(desk: Desk, id: AttendanceId) -> impl IntoView {
    let app = App::expect();
    let wants_hours = RwSignal::new(true);
    let minutes = desk.journal.with_untracked(|journal| {
        journal.attendance(id).map_or((0, 0), |it| (it.invited.minutes, it.invited.participatory))
    });
    let leave = move |_| {
        let Some(part) = desk.journal.with_untracked(|journal| journal.attendance(id).cloned()) else {
            return;
        };
        let verdict =
            |asked: &Asked| app.library.with_untracked(|library| judged(library, asked)).map(|it| it.verdict);
        let hours = wants_hours.get_untracked().then(|| {
            let mut words = Words::about(None);
            words.title.clone_from(&part.invited.title);
            if let Some(passage) = words.passages.first_mut() {
                passage.text = format!("I took part in {}.", part.invited.title);
            }
            words.particulars.activity = Some(Activity::Event);
            words.particulars.day = part.invited.day;
            words.particulars.minutes = part.invited.minutes.into();
            words.particulars.participatory = part.invited.participatory.into();
            (ReflectionId::from_entropy(BrowserEntropy.bytes()), words)
        });
        let left = Left {
            verdicts: part.invited.statements.iter().map(verdict).collect(),
            histories: part
                .invited
                .statements
                .iter()
                .map(|_| CardHistoryId::from_entropy(BrowserEntropy.bytes()))
                .collect(),
            hours,
        };
        spawn_local(async move {
            if desk.keep_typing().await.is_ok() {
                let command = Command::Attend(id, AttendanceCommand::Leave(left));
                drop(desk.commit_and_say(command, "Your answers are in your revision").await);
                page::focus_heading(0.0);
            }
        });
    };
    view! {
        <section class="card" id="leave">
            <h2>"When it is over"</h2>
            <p>"You see what each statement was. Your answers go into your revision, so that what you were sure of and wrong about comes back first."</p>
            <label class="choices">
                <span><input type="checkbox" prop:checked=wants_hours on:change=move |_| wants_hours.update(|it| *it = !*it) /> {format!(" Note {} hours of learning, {} of them with others", hours(minutes.0.into()), hours(minutes.1.into()))}</span>
            </label>
            <div class="button-row"><button class="button" on:click=leave>"It is over for me"</button></div>
        </section>
    }
}

/// What is taken home.
#[component]
pub fn TakenHome(desk: Desk, id: AttendanceId) -> impl IntoView {
    let app = App::expect();
    let Some(part) = desk.journal.with_untracked(|journal| journal.attendance(id).cloned()) else {
        return ().into_any();
    };
    let told = {
        let (statements, heard) = (part.invited.statements.clone(), part.heard.clone());
        move || {
            let row = |(asked, heard): (&Asked, &Heard)| {
                let it = app.library.with(|library| judged(library, asked))?;
                Some(view! { <Told it heard=*heard /> })
            };
            statements.iter().zip(&heard).filter_map(row).erased()
        }
    };
    let name = RwSignal::new(String::new());
    let invited = part.invited.clone();
    let paper = move || app.library.with(|library| certificate(library, &invited, &name.get()));
    view! {
        <section class="stack-tight not-printed">
            <h2>"What they were"</h2>
            <ul class="results">{told}</ul>
            <div class="button-row">
                <a class="button" href=Route::Takeaways(None).to_string()>"Choose my take-home message"</a>
                <a class="button" data-kind="plain" href=Route::Revise.to_string()>"Revise"</a>
            </div>
        </section>
        <FollowingUp desk id />
        <section class="card not-printed" id="certificate">
            <h2>"Certificate of attendance"</h2>
            <div class="field">
                <label for="certificate-name">"Your name"</label>
                <p class="field-hint">"It is printed and kept nowhere. Nobody collects it."</p>
                <input type="text" id="certificate-name" autocomplete="name" prop:value=name on:input:target=move |event| name.set(event.target().value()) />
            </div>
            <div class="button-row">
                <button class="button" data-kind="plain" on:click=|_| page::print()>"Print it, or save it as a file"</button>
            </div>
        </section>
        {move || view! { <Sheet paper=paper() /> }}
    }
    .into_any()
}

/// A statement with its verdict and what the person said.
#[component]
fn Told(it: Judged, heard: Heard) -> impl IntoView {
    let said = heard.second.or(heard.first);
    let is_right = said.map(|said| said == it.verdict);
    let name = |verdict| if verdict == Verdict::Myth { "myth" } else { "fact" };
    let told = match said {
        None => "You did not answer.".to_owned(),
        Some(said) => format!(
            "You said {}{}.",
            name(said),
            match heard.sure {
                Some(Sureness::Certain) => ", and were certain",
                _ => "",
            }
        ),
    };
    let mark = if is_right == Some(true) { "✓" } else { "✗" };
    view! {
        <li data-right=is_right.unwrap_or(false).to_string()>
            <span class="mark" aria-hidden="true">{said.map(|_| mark)}</span>
            <div class="stack-tight">
                <p><strong>{name_of_verdict(it.verdict)}</strong> ": " {it.statement}</p>
                {(!it.fact.is_empty()).then(|| view! { <p>{it.fact}</p> }).erased()}
                <p class="told">{told}</p>
            </div>
        </li>
    }
}

/// What has changed: asked once, three months on; then a code for the organisers.
#[component]
fn FollowingUp(desk: Desk, id: AttendanceId) -> impl IntoView {
    let app = App::expect();
    let known = Memo::new(move |_| desk.journal.with(|journal| journal.attendance(id).cloned()));
    let outcomes =
        known.with_untracked(|it| it.as_ref().map(|it| it.invited.outcomes.clone()).unwrap_or_default());
    let ratings = RwSignal::new(vec![None::<Rating>; outcomes.len()]);
    let changed = RwSignal::new(String::new());
    let keep = move |_| {
        let since =
            Since { ratings: ratings.get_untracked(), changed: changed.get_untracked(), at: clock::now() };
        let command = Command::Attend(id, AttendanceCommand::FollowUp(since));
        spawn_local(async move { drop(desk.commit_and_say(command, "Thank you").await) });
    };
    let asked = move || {
        let told = app.library.with(|library| {
            outcomes.iter().map(|it| told_outcome(library, it).unwrap_or_default()).collect::<Vec<_>>()
        });
        let scale = |(at, can): (usize, String)| {
            let chosen = Signal::derive(move || ratings.with(|it| it.get(at).copied().flatten()));
            let rate = move |rating| ratings.update(|it| it[at] = rating);
            view! { <Scale legend=format!("Now: {can}").into_any() name=format!("since-{at}") chosen on_choose=rate /> }
        };
        view! {
            <h2>"Three months on: what has changed?"</h2>
            {told.into_iter().enumerate().map(scale).erased()}
            <WritingBox id="changed" label="What do you do otherwise now?" hint=Some(format!("Up to {LONGEST_ANSWER} letters, and no names.")) locked=Signal::stored(false) text=changed on_text=move |it| changed.set(it) />
            <div class="button-row"><button class="button" on:click=keep>"Keep it"</button></div>
        }
    };
    let code = move || known.get()?.follow_up().and_then(|it| code_of(&Message::FollowUp(it)));
    move || {
        let is_due = known.with(|it| it.as_ref().is_some_and(|it| it.is_to_be_followed_up(clock::now())));
        let code = code();
        let shown = match (is_due, code) {
            (true, _) => asked().into_any(),
            (false, Some(matrix)) => view! {
                <h2>"What has changed since"</h2>
                <p>"If you see the organisers, show them this."</p>
                <QrCode matrix label="A code with what has changed, for the organisers" />
            }
            .into_any(),
            (false, None) => return None,
        };
        Some(view! { <section class="card not-printed" id="follow-up">{shown}</section> })
    }
}
