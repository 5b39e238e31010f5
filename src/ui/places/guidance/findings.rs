//! Where the signs that were picked usually sit, the highest first: explained, never scored, never decided.
use crate::ui::components::Erase;
use crate::{
    browser::{clock, entropy::BrowserEntropy, page},
    content::{
        format::GuidePlace,
        thresholds::{Finding, Findings, Protection},
    },
    domain::{
        ids::ReflectionId,
        journal::Command,
        reflections::{Subject, Words},
        route::Route,
        time::long_date,
    },
    ui::{
        app::App,
        components::{
            area_line::AreaLine, area_name::AreaName, page_head::PageHead, provenance::ProvenanceLine,
        },
        desk::Desk,
        places::guides::GuidesAt,
    },
    vault::Entropy,
};
use leptos::{prelude::*, task::spawn_local};

#[component]
pub fn FindingsPage() -> impl IntoView {
    let app = App::expect();
    let findings =
        Memo::new(move |_| app.library.with(|library| app.walk.with(|walk| walk.findings(library))));
    let body = move || {
        let findings = findings.get();
        if findings.levels.is_empty() {
            return view! {
                <div class="notice"><p>"Nothing is picked yet."</p></div>
                <a class="button" href=Route::Thresholds(None).to_string()>"Pick what you see"</a>
            }
            .into_any();
        }
        view! { <Shown findings /> }.into_any()
    };
    view! {
        <PageHead
            title="Where these signs usually sit"
            lead="This explains. It does not score and it does not decide. Say what you see and what it means for the child, and talk to your safeguarding lead."
            back=(Route::Thresholds(None), "Change what I picked")
        />
        {body}
        <GuidesAt at=GuidePlace::Thresholds />
    }
}

#[component]
fn Shown(findings: Findings) -> impl IntoView {
    let app = App::expect();
    let (needs, sides) = (findings.needs, findings.sides);
    let (grave, adds_up) = (findings.grave, findings.add_up());
    let text = StoredValue::new(findings.as_text());
    let busy = RwSignal::new(false);
    let keep = move |desk: Desk| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        let id = ReflectionId::from_entropy(BrowserEntropy.bytes());
        let mut words = Words::about(Some(Subject::Thresholds));
        words.write_at("what", "What?", &text.get_value(), &[]);
        spawn_local(async move {
            match desk.commit(Command::KeepDraft { id, words }).await {
                Ok(_) => page::go(&Route::Write(id, None)),
                Err(_) => page::focus("[role=alert]"),
            }
            busy.try_set(false);
        });
    };
    view! {
        {grave.then(|| view! {
            <div class="notice" data-kind="urgent" data-print="yes">
                <h2>"One sign is enough"</h2>
                <p>"At least one sign usually points to significant harm. It outweighs every sign that all is well. Do not wait to be sure."</p>
                <a class="button" href=Route::Worried.to_string()>"Who to ring"</a>
            </div>
        })}
        {adds_up.then(|| view! {
            <div class="notice" id="cumulative" data-print="yes">
                <h2>"Harm can add up"</h2>
                <p>{format!("You picked {needs} signs of need")} {match sides {
                    0 | 1 => ", all on one side.",
                    2 => ", on two of the three sides.",
                    _ => ", on all three sides.",
                }} {(!grave).then_some(" Each may look small alone.")} " Together, and over time, signs can harm a child as much as one grave event. Read the chronology, and think about the level again."</p>
            </div>
        })}
        <p class="quiet">"Looked at on " {long_date(clock::now().date_naive())}</p>
        <ol class="card-list" id="findings">{findings.levels.into_iter().map(|finding| view! { <LevelFound finding /> }).erased()}</ol>
        <AreaLine area=Signal::derive(move || app.area()) />
        <div class="button-row">
            {move || app.desk().map(|desk| view! {
                <button class="button" on:click=move |_| keep(desk)>"Keep this as a reflection"</button>
            }).erased()}
            <button class="button" data-kind="plain" on:click=move |_| page::print()>"Print"</button>
        </div>
        <p class="privacy">"A reflection is for your learning. What you saw and decided belongs in the child's record."</p>
    }
}

#[component]
fn LevelFound(finding: Finding) -> impl IntoView {
    let app = App::expect();
    let Finding { id, level, called, signs, lowest } = finding;
    let sources = app.library.with_untracked(|library| library.sources(id.pack(), &level.provenance));
    let signs = signs.into_iter().map(|(sign, protection)| {
        let known = match protection {
            Protection::Unknown => "not known yet, so ask",
            Protection::Said => "said, not seen, so not yet evidence",
            Protection::Evidenced => "seen and recorded",
        };
        let protects = sign.protects.map(|protects| {
            view! { <p class="quiet">"What would protect (" {known} "): " {protects}</p> }
        });
        view! { <li>{sign.sign} {protects}</li> }
    });
    view! {
        <li class="card level">
            <h2><span class="rank" aria-hidden="true">{level.number}</span><span class="visually-hidden">"Level " {level.number} ": "</span>{level.title}</h2>
            {called.map(|name| view! { <AreaName name /> })}
            <section class="points"><h3>{if lowest { "What goes well, as you picked it" } else { "You picked" }}</h3><ul>{signs.erased()}</ul></section>
            <dl class="facts">
                <dt>"The law"</dt>
                <dd>{level.law}</dd>
                <dt>"Who leads"</dt>
                <dd>{level.who_leads}</dd>
                {(!lowest).then(|| view! { <dt>"Next step"</dt><dd>{level.assessment} " " {level.meeting}</dd> })}
            </dl>
            <ProvenanceLine provenance=level.provenance sources />
        </li>
    }
}
