//! The end of the day for one person: what each statement was, what they take home, their hours and their certificate.
use super::{following_up::FollowingUp, taking_home::TakingHome};
use crate::{
    browser::{entropy::BrowserEntropy, page},
    content::{
        certificate::certificate,
        event_plan::{Judged, judged},
    },
    domain::{
        events::Asked,
        ids::{AttendanceId, CardHistoryId, ReflectionId},
        journal::{AttendanceCommand, Command, Leaving as Left},
        particulars::{Activity, hours},
        passing::Heard,
        quiz::{Sureness, Verdict},
        reflections::Words,
        route::Route,
    },
    ui::{
        app::App,
        components::{Erase, sheet::Sheet},
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
    view! {
        <section class="stack-tight not-printed">
            <h2>"What they were"</h2>
            <ul class="results">{told}</ul>
            <div class="button-row">
                <a class="button" data-kind="plain" href=Route::Revise.to_string()>"Revise"</a>
            </div>
        </section>
        <TakingHome desk id />
        <FollowingUp desk id />
    }
    .into_any()
}

/// A certificate of attendance, for a name that is kept nowhere.
#[component]
pub fn Certificate(desk: Desk, id: AttendanceId) -> impl IntoView {
    let app = App::expect();
    let Some(part) = desk.journal.with_untracked(|journal| journal.attendance(id).cloned()) else {
        return ().into_any();
    };
    let name = RwSignal::new(String::new());
    let invited = part.invited;
    let paper = move || app.library.with(|library| certificate(library, &invited, &name.get()));
    view! {
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
    // The organisers' own have reasons only.
    let told_by = if it.fact.is_empty() { it.why } else { vec![it.fact] };
    let mark = if is_right == Some(true) { "✓" } else { "✗" };
    view! {
        <li data-right=is_right.unwrap_or(false).to_string()>
            <span class="mark" aria-hidden="true">{said.map(|_| mark)}</span>
            <div class="stack-tight">
                <p><strong>{name_of_verdict(it.verdict)}</strong> ": " {it.statement}</p>
                {told_by.into_iter().map(|it| view! { <p>{it}</p> }).erased()}
                <p class="told">{told}</p>
            </div>
        </li>
    }
}
