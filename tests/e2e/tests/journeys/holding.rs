//! Holding a day: the screen stays awake, what is typed is kept, an update does not disturb, and a rehearsal leaves nothing.
use crate::{
    app::{self, go, open, ready_to_work_offline},
    browser::Browser,
    engine::Engine,
    events::{begin, count, go_on_to, step},
    many::lay_in,
    offline::publish_a_newer_one,
};
use second_look::domain::{
    events::{Asked, Event, EventPlan, Run, Session, SessionKind},
    ids::EventId,
    journal::Change,
    passing::EventTag,
};
use serde_json::json;

/// A platform that keeps the screen awake, and notes for what and until when it is asked to.
const PLATFORM: &str = "
    window.awake = [];
    const request = async (what) => {
        window.awake.push(what);
        return { release: async () => { window.awake.push('let go'); } };
    };
    Object.defineProperty(navigator, 'wakeLock', { value: { request }, configurable: true });";

pub async fn the_screen_is_kept_awake_for_as_long_as_a_day_is_held(engine: Engine) {
    let server = app::serve();
    let browser = Browser::open(engine).await;
    open(&browser, &server).await;
    browser.run(PLATFORM).await;
    begin(&browser).await;
    browser.until("return window.awake.join() === 'screen'").await;
    go(&browser, "#/events").await;
    browser.sees("Under way: go on").await;
    browser.until("return window.awake.join() === 'screen,let go'").await;
    browser.close().await;
}

pub async fn what_a_facilitator_types_is_there_after_a_crash(engine: Engine) {
    let server = app::serve();
    let mut browser = Browser::open(engine).await;
    open(&browser, &server).await;
    begin(&browser).await;
    let question = "return document.querySelector('#scene-head').innerText";
    loop {
        step(&browser).await;
        if browser.run("return document.querySelector('#note-text') !== null").await == json!(true) {
            break;
        }
    }
    let asked = browser.run(question).await;
    assert!(asked.as_str().is_some_and(|it| it.contains("question 1 of ")), "{asked}");
    browser.type_into("#note-table", "Window").await;
    browser.type_into("#note-text", "Time to lis").await;
    // A pause in typing: it is on disk once no page has anything that is not.
    browser.until("return dispatchEvent(new Event('beforeunload', { cancelable: true }))").await;
    browser = browser.killed_and_reopened().await;
    open(&browser, &server).await;
    go(&browser, "#/events").await;
    browser.choose("Learning event 2017").await;
    browser.find("#note-text").await;
    assert_eq!(browser.value_of("#note-table").await, "Window");
    assert_eq!(browser.value_of("#note-text").await, "Time to lis");
    browser.type_into("#note-text", "ten.").await;
    browser.choose("Keep it").await;
    browser.sees("Time to listen.").await;
    browser.until("return document.querySelector('#note-text').value === ''").await;
    browser.close().await;
}

/// A day with every kind of part, and so with every kind of step.
fn a_day_of_every_kind() -> Event {
    let part = |kind| {
        let prompts =
            if kind == SessionKind::GroupWork { vec!["Who?".into(), "Why?".into()] } else { vec![] };
        Session { prompts, ..Session::of(kind, 10) }
    };
    let plan = EventPlan {
        title: "Every kind".into(),
        programme: SessionKind::ALL.map(part).into(),
        statements: app::statement_ids().into_iter().take(1).map(Asked::Pack).collect(),
        ..EventPlan::default()
    };
    let changed = chrono::Utc::now().into();
    let run = Run::begin(&plan, changed);
    Event { id: EventId::from_entropy([7; 16]), tag: EventTag::from_entropy(*b"at six"), plan, run, changed }
}

pub async fn a_day_is_taken_up_after_a_crash_at_every_step(engine: Engine) {
    let server = app::serve();
    let mut browser = Browser::open(engine).await;
    open(&browser, &server).await;
    let day = a_day_of_every_kind();
    let (page, steps) = (format!("#/events/{}/run", day.id), day.plan.steps().len());
    lay_in(&browser, &[Change::PutEvent(day)]).await;
    go(&browser, &page).await;
    let stands = "return document.querySelector('.room-small').innerText + document.querySelector('.run-steps').innerText";
    let mut seen = vec![];
    loop {
        browser.find("#scene-words").await;
        let here = browser.run(stands).await;
        browser = browser.killed_and_reopened().await;
        open(&browser, &server).await;
        go(&browser, &page).await;
        browser.find("#scene-words").await;
        assert_eq!(browser.run(stands).await, here, "it goes on at another step");
        seen.push(here);
        if seen.len() == steps {
            break;
        }
        step(&browser).await;
    }
    seen.dedup();
    assert_eq!(seen.len(), steps, "every step is another one");
    println!("killed at each of {steps} steps");
    browser.close().await;
}

pub async fn a_new_version_does_not_disturb_a_day(engine: Engine) {
    let mut server = app::serve();
    let browser = Browser::open(engine).await;
    open(&browser, &server).await;
    ready_to_work_offline(&browser).await;
    begin(&browser).await;
    go_on_to(&browser, "talk to your neighbour").await;
    count(&browser, &["5 more for myth"]).await;
    let facilitator = browser.this_tab().await;
    let address = browser.run("return location.href.split('#')[0]").await;
    let room = browser.new_tab().await;
    browser.goto(&format!("{}#/events/room", address.as_str().expect("it is text"))).await;
    browser.sees("before anybody talks.").await;
    browser.run("window.isOld = true").await;
    browser.switch_to(&facilitator).await;
    let _published = publish_a_newer_one(&mut server);
    browser.run("window.isOld = true; dispatchEvent(new Event('focus'))").await;
    browser.sees("A new version is ready").await;
    // The day goes on, and the room is told nothing of it.
    count(&browser, &["1 more for fact"]).await;
    browser.click("#next-step").await;
    browser.sees("What makes you think so?").await;
    browser.switch_to(&room).await;
    browser.sees("What makes you think so?").await;
    let seen = "
        const update = document.querySelector('#update')?.getBoundingClientRect();
        return !!update && update.height > 0 && document.elementFromPoint(update.x + update.width / 2, update.y + update.height / 2)?.closest('#update') !== null;";
    assert_eq!(browser.run(seen).await, json!(false), "the room's screen is the room's");
    assert_eq!(browser.run("return window.isOld === true").await, json!(true), "nobody loaded it anew");
    browser.switch_to(&facilitator).await;
    assert_eq!(browser.run("return window.isOld === true").await, json!(true), "nobody loaded it anew");
    // In a break, by a tap: the step and the count are as they were.
    browser.choose("Update now").await;
    browser.until("return window.isOld === undefined").await;
    browser.sees("What makes you think so?").await;
    let counted = "return [...document.querySelectorAll('.count-number')].map((it) => it.innerText)";
    browser.find(".count-number").await;
    assert_eq!(browser.run(counted).await, json!(["5", "1"]));
    browser.close().await;
}

pub async fn after_a_rehearsal_a_day_begins_anew(engine: Engine) {
    let server = app::serve();
    let browser = Browser::open(engine).await;
    open(&browser, &server).await;
    begin(&browser).await;
    go_on_to(&browser, "talk to your neighbour").await;
    count(&browser, &["5 more for myth"]).await;
    let invitation = "return document.querySelector('#invite-link').hash";
    browser.click("#inviting summary").await;
    let before = browser.run(invitation).await;
    browser.choose("The plan").await;
    browser.sees("the statements and outcomes stay as they are").await;
    let open_to_change = "return [...document.querySelectorAll('#event-statements input')].filter((it) => !it.disabled).length";
    assert_eq!(browser.run(open_to_change).await, json!(0));
    browser.choose("Begin anew").await;
    browser.sees("After a rehearsal: what the room and phones said goes").await;
    browser.run("document.querySelector('dialog[open] [data-kind=danger]').click()").await;
    browser.sees("Only the plan is left").await;
    browser.choose("Undo").await;
    browser.sees("Go on with the event").await;
    browser.choose("Begin anew").await;
    browser.run("document.querySelector('dialog[open] [data-kind=danger]').click()").await;
    browser.choose("Begin the event").await;
    browser.find("#scene-words").await;
    browser.click("#inviting summary").await;
    browser.find("#invite-link").await;
    assert_ne!(browser.run(invitation).await, before, "what phones held for the rehearsal does not count");
    go_on_to(&browser, "talk to your neighbour").await;
    assert_eq!(browser.run("return document.querySelector('.count-number').innerText").await, json!("0"));
    browser.close().await;
}
