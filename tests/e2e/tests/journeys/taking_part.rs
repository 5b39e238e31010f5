//! Taking part with one's own phone: what a table says, the organisers' own statements, what is taken home, and three months on.
use crate::{
    app::{self, go, open},
    browser::Browser,
    engine::Engine,
    events::begin,
    many::lay_in,
};
use second_look::{
    content::{invitations, library::Library},
    domain::{
        attendance::Attendance,
        events::{Asked, Event, EventOutcome, EventPlan, Run, Session, SessionKind},
        ids::{AttendanceId, EventId},
        journal::Change,
        passing::{EventTag, SenderTag},
        questions::{Answers, Wording},
        quiz::Verdict,
    },
};
use serde_json::json;
use std::fs;

const TAG: EventTag = EventTag::from_entropy(*b"at six");

fn event() -> EventId {
    EventId::from_entropy([7; 16])
}

fn attendance() -> AttendanceId {
    AttendanceId::from_entropy([8; 16])
}

/// A day under way that asks what no pack has, in as many words as several codes take.
fn a_day_of_its_own() -> Event {
    let statement = |n: usize| {
        let stem = format!("Statement {n} of our own: {}", "what we say to each other counts. ".repeat(6));
        let (answers, why) = (Answers::MythOrFact(Verdict::Fact), "Because we found it. ".repeat(6));
        Asked::Own(Wording {
            stem: stem.trim().into(),
            answers,
            why: why.trim().into(),
            topic: String::new(),
        })
    };
    let plan = EventPlan {
        title: "A day of our own".into(),
        programme: vec![Session::of(SessionKind::Welcome, 10), Session::of(SessionKind::Quiz, 50)],
        statements: (1..=4).map(statement).collect(),
        outcomes: vec![EventOutcome::Own("Ask who was not in the room.".into())],
        ..EventPlan::default()
    };
    let changed = chrono::Utc::now().into();
    let run = Run::begin(&plan, changed);
    Event { id: event(), tag: TAG, plan, run, changed }
}

/// What is to be seen on the page around an element, as a picture in a file of this folder.
async fn picture_of(browser: &Browser, selector: &str, folder: &tempfile::TempDir) -> String {
    browser.find(selector).await;
    browser.run(&format!("document.querySelector('{selector}').scrollIntoView({{ block: 'center' }})")).await;
    // What a page is told to show is on the screen some frames later.
    let painted = "for (let frame = 0; frame < 10; frame += 1) await new Promise((done) => requestAnimationFrame(done));";
    browser.run_async(painted, vec![]).await;
    let picture = browser.client.screenshot().await.expect("a picture can be taken");
    let file = folder.path().join("code.png");
    fs::write(&file, picture).expect("there is room for a picture");
    file.to_str().expect("temporary folders have plain names").to_owned()
}

pub async fn what_a_table_says_goes_from_a_phone_to_the_report(engine: Engine) {
    let server = app::serve();
    let (room, phone) = (Browser::open(engine).await, Browser::open(engine).await);
    open(&room, &server).await;
    open(&phone, &server).await;
    begin(&room).await;
    room.click("#inviting summary").await;
    let link = room.run("return document.querySelector('#invite-link').href").await;
    phone.goto(link.as_str().expect("it is an address")).await;
    phone.choose("Take part").await;
    phone.click("#scribing summary").await;
    phone.sees("then there is a code to show").await;
    phone.run("const which = document.querySelector('#scribed-question'); which.value = '1'; which.dispatchEvent(new Event('change', { bubbles: true }))").await;
    phone.type_into("#scribed-table", "Window").await;
    phone.type_into("#scribed-note", "Nobody asked her mother.").await;
    phone.find("#scribing .qr-code").await;
    // The facilitator takes a photo of it.
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let photo = picture_of(&phone, "#scribing .qr-code", &folder).await;
    room.click("#collecting summary").await;
    let take = async |told: &str| {
        room.find("#code-photo").await.send_keys(&photo).await.expect("a file can be chosen");
        room.sees(told).await;
    };
    take("Counted.").await;
    take("has been counted already").await;
    go(
        &room,
        &format!(
            "{}/report",
            room.run("return location.hash.replace(/\\/run$/, '')").await.as_str().expect("text")
        ),
    )
    .await;
    room.sees("Window: Nobody asked her mother.").await;
    // What was written stays on the phone.
    phone.reload().await;
    app::ready(&phone).await;
    phone.click("#scribing summary").await;
    phone.run("const which = document.querySelector('#scribed-question'); which.value = '1'; which.dispatchEvent(new Event('change', { bubbles: true }))").await;
    phone.until("return document.querySelector('#scribed-note').value === 'Nobody asked her mother.'").await;
    room.close().await;
    phone.close().await;
}

pub async fn the_organisers_own_statements_come_in_a_loop_of_codes(engine: Engine) {
    let server = app::serve();
    let day = a_day_of_its_own();
    let frames = invitations::carried(&day.plan).expect("no pack has it").to_frames(TAG).expect("they fit");
    assert!(frames.len() > 3, "one code would be no loop");
    let room = Browser::open(engine).await;
    open(&room, &server).await;
    lay_in(&room, &[Change::PutEvent(day.clone())]).await;
    go(&room, &format!("#/events/{}/run", event())).await;
    room.choose("Show it on this screen").await;
    // Each code of the loop is shown, and nothing else.
    room.find(".room-code + .room-code .qr-code").await;
    room.run("
        window.shown = new Set();
        const note = () => window.shown.add(document.querySelector('.room-code + .room-code .qr-code').outerHTML);
        new MutationObserver(note).observe(document.querySelector('.room-code + .room-code'), { childList: true, subtree: true, attributes: true });").await;
    room.until(&format!("return window.shown.size >= {}", frames.len())).await;
    room.run("window.turns = 0; setInterval(() => { window.turns += 1 }, 400)").await;
    room.until(&format!("return window.turns > {}", 2 * frames.len())).await;
    assert_eq!(room.run("return window.shown.size").await, json!(frames.len()));
    room.close().await;
    let phone = Browser::open_before(engine, &frames).await;
    open(&phone, &server).await;
    let fragment = invitations::invitation(&day).to_fragment().expect("it fits");
    go(&phone, &format!("#/join/{fragment}")).await;
    phone.sees("Scan the codes on their screen").await;
    phone.choose("Start the camera").await;
    // The ring closes code by code.
    phone.until("return Number(document.querySelector('.ring')?.getAttribute('aria-valuenow')) > 0").await;
    assert_eq!(
        phone.run("return document.querySelector('.ring').getAttribute('aria-valuemax')").await,
        json!(frames.len().to_string())
    );
    phone.choose("Take part").await;
    phone.sees("Statement 1 of our own").await;
    phone.tick("Fact").await;
    phone.choose("It is over for me").await;
    phone.sees("Because we found it.").await;
    phone.close().await;
}

pub async fn what_is_taken_home_waits_on_today(engine: Engine) {
    let server = app::serve();
    let browser = Browser::open(engine).await;
    open(&browser, &server).await;
    begin(&browser).await;
    browser.click("#inviting summary").await;
    let link = browser.run("return document.querySelector('#invite-link').hash").await;
    go(&browser, link.as_str().expect("it is an address")).await;
    browser.choose("Take part").await;
    browser.choose("It is over for me").await;
    browser.click("#take-home summary").await;
    browser.run("document.querySelector('#take-home li button').click()").await;
    browser.until("return document.querySelector('#message').value.length > 10").await;
    let message = browser.value_of("#message").await;
    browser.type_into("#action", "Read the chronology on Monday.").await;
    browser.sees("Kept for Today").await;
    go(&browser, "#/").await;
    browser.sees("Read the chronology on Monday.").await;
    browser.sees(&message).await;
    browser.close().await;
}

pub async fn three_months_on_what_has_changed_is_told_by_telephone(engine: Engine) {
    let server = app::serve();
    let browser = Browser::open(engine).await;
    open(&browser, &server).await;
    let mut day = a_day_of_its_own();
    day.run.as_mut().expect("it has begun").ended = Some(day.changed);
    let library = Library::default();
    let carried = invitations::carried(&day.plan);
    let invited = invitations::invited_to(&library, &invitations::invitation(&day), carried.as_ref());
    let then = day.changed - chrono::TimeDelta::days(100);
    let sender = SenderTag::from_entropy([1, 2, 3]);
    let mut part = Attendance::new(attendance(), sender, invited.expect("it is carried"), then);
    part.left = Some(then);
    lay_in(&browser, &[Change::PutEvent(day), Change::PutAttendance(part)]).await;
    go(&browser, "#/").await;
    browser.sees("A day of our own").await;
    go(&browser, &format!("#/events/part/{}", attendance())).await;
    browser.sees("Three months on: what has changed?").await;
    browser.run("document.querySelectorAll('input[name=since-0]')[8].click()").await;
    browser.type_into("#changed", "I ask who was not there.").await;
    browser.choose("Make a code of it").await;
    browser.find("#follow-up .qr-code").await;
    let code = browser.find("#typed-follow-up").await.text().await.expect("it has a text");
    go(&browser, &format!("#/events/{}/run", event())).await;
    browser.click("#collecting summary").await;
    browser.type_into("#typed", &code.to_lowercase()).await;
    browser.choose("Count it").await;
    browser.sees("Counted.").await;
    browser.type_into("#typed", &code).await;
    browser.choose("Count it").await;
    browser.sees("has been counted already").await;
    browser.close().await;
}
