//! A learning day: held from one device with the server stopped, on phones that answer, and taken up again after a crash.
use crate::{
    app::{self, go, open, ready_to_work_offline},
    browser::Browser,
    engine::Engine,
};
use serde_json::{Value, json};

/// Prepares a day from the pack.
pub async fn prepare(browser: &Browser) {
    go(browser, "#/events").await;
    browser.choose("Prepare one from: Learning event 2017").await;
    browser.find("#programme").await;
}

/// Prepares a day from the pack and begins it.
pub async fn begin(browser: &Browser) {
    prepare(browser).await;
    browser.choose("Begin the event").await;
    browser.find("#scene-words").await;
}

/// Begins a day in an app whose server has been stopped.
async fn begin_without_a_server(browser: &Browser) {
    let mut server = app::serve();
    open(browser, &server).await;
    ready_to_work_offline(browser).await;
    server.stop();
    begin(browser).await;
}

/// Goes on by one step.
pub async fn step(browser: &Browser) {
    let next = browser.run("return document.querySelector('#next-step').innerText").await;
    browser.click("#next-step").await;
    browser.until(&format!("return document.querySelector('#next-step')?.innerText !== {next}")).await;
}

/// Goes on, step by step, until the next step is called so.
pub async fn go_on_to(browser: &Browser, next: &str) {
    for _ in 0..60 {
        let label = browser.find("#next-step").await.text().await.expect("it has a text");
        if label == format!("Next: {next}") {
            return;
        }
        step(browser).await;
    }
    panic!("there is no step called {next}; the page says:\n{}", browser.text().await);
}

/// Five hands say that it is a fact, and a table that it is a myth.
pub async fn hands_and_a_table_vote(browser: &Browser) {
    browser.click("[aria-label='5 more for fact']").await;
    browser.sees("Take back the last tap").await;
    browser.click(".ballot details summary").await;
    browser.type_into("#table-name", "Window").await;
    browser.choose("It says myth").await;
    browser.sees("Window: myth").await;
}

pub async fn count(browser: &Browser, taps: &[&str]) {
    for label in taps {
        let before = browser
            .run("return [...document.querySelectorAll('.count-number')].map((it) => it.innerText).join()")
            .await;
        browser.click(&format!("[aria-label='{label}']")).await;
        browser
            .until(&format!(
                "return [...document.querySelectorAll('.count-number')].map((it) => it.innerText).join() !== {before}"
            ))
            .await;
    }
}

pub async fn a_day_is_held_with_the_server_stopped_and_the_room_in_step(engine: Engine) {
    let browser = Browser::open(engine).await;
    begin_without_a_server(&browser).await;
    go_on_to(&browser, "statement 1").await;
    go_on_to(&browser, "vote").await;
    let statement = browser.find("#scene-words").await.text().await.expect("it has a text");
    browser.click("#next-step").await;
    browser.sees("The first vote").await;
    count(&browser, &["5 more for myth", "5 more for fact", "5 more for fact", "1 more for fact"]).await;
    browser.choose("Take back the last tap").await;
    browser.click(".ballot details summary").await;
    browser.type_into("#table-name", "Window").await;
    browser.choose("It says myth").await;
    browser.sees("Window: myth").await;
    // The room's window: no verdict, no count while one votes.
    let facilitator = browser.this_tab().await;
    let address = browser.run("return location.href.split('#')[0]").await;
    let room = browser.new_tab().await;
    browser.goto(&format!("{}#/events/room", address.as_str().expect("it is text"))).await;
    browser.sees(&statement).await;
    browser.sees("Say what you think, before anybody talks.").await;
    assert_eq!(browser.run("return document.querySelector('.room table')").await, Value::Null);
    browser.run(WATCH_THE_ROOM).await;
    browser.switch_to(&facilitator).await;
    // Talk, vote again, told: by the keys of a clicker.
    for next in ["vote again", "myth or fact", "why"] {
        click_on(&browser, next).await;
    }
    browser.sees("The vote after talking").await;
    browser.switch_to(&room).await;
    browser.until("return document.querySelector('.room-verdict') !== null").await;
    browser.sees("Myth, before talking").await;
    let bars = "return [...document.querySelectorAll('.room tbody tr')].map((it) => it.innerText.replace(/\\s+/g, ' ').trim())";
    assert_eq!(
        browser.run(bars).await,
        json!([
            "Myth, before talking 5 33 in 100",
            "Fact, before talking 10 67 in 100",
            "Myth, before talking (tables) 1 100 in 100",
            "Fact, before talking (tables) 0 0 in 100",
        ])
    );
    let shown = browser.run("return window.seen.map((it) => it[0])").await;
    assert_eq!(
        shown,
        json!([
            "Myth or fact? Say what you think, before anybody talks.",
            "Talk to your neighbour. What makes you think so?",
            "Myth or fact? Vote again. You may change your mind.",
            "✗Myth",
        ]),
        "the room shows every step, in order"
    );
    assert_eq!(
        browser.run("return document.querySelector('.room-shift')").await,
        Value::Null,
        "it voted once"
    );
    browser.close().await;
}

/// Notes what the room is asked or told, and when.
pub const WATCH_THE_ROOM: &str = "
    window.seen = [];
    const note = () => {
        const told = (document.querySelector('.room-ask') ?? document.querySelector('.room-verdict'))?.textContent.trim() ?? '';
        if (window.seen.at(-1)?.[0] !== told) window.seen.push([told, performance.timeOrigin + performance.now()]);
    };
    note();
    new MutationObserver(note).observe(document.body, { childList: true, subtree: true, characterData: true });";

/// Presses the clicker's key, and waits until the next step is called so; gives back when it was pressed.
pub async fn click_on(browser: &Browser, next: &str) -> f64 {
    let press = "
        const at = performance.timeOrigin + performance.now();
        dispatchEvent(new KeyboardEvent('keydown', { key: 'PageDown', bubbles: true, cancelable: true }));
        return at;";
    let pressed = browser.run(press).await.as_f64().expect("it is a time");
    browser
        .until(&format!("return document.querySelector('#next-step').innerText.trim() === 'Next: {next}'"))
        .await;
    pressed
}

pub async fn a_day_goes_on_where_it_was_after_a_crash(engine: Engine) {
    let server = app::serve();
    let mut browser = Browser::open(engine).await;
    open(&browser, &server).await;
    begin(&browser).await;
    // The name of the next step, and whether hands are counted at this one.
    for (next, counts) in [("statement 1", false), ("talk to your neighbour", true), ("vote again", true)] {
        go_on_to(&browser, next).await;
        if counts {
            count(&browser, &["5 more for myth"]).await;
        }
        let scene = browser.run("return document.querySelector('.room-small').innerText").await;
        let counted = "return document.querySelector('.count-number')?.innerText ?? ''";
        let hands = browser.run(counted).await;
        browser = browser.killed_and_reopened().await;
        open(&browser, &server).await;
        go(&browser, "#/events").await;
        browser.sees("Under way: go on").await;
        browser.choose("Learning event 2017").await;
        browser.find("#scene-words").await;
        assert_eq!(browser.run("return document.querySelector('.room-small').innerText").await, scene);
        assert_eq!(browser.run(counted).await, hands);
    }
    browser.close().await;
}

pub async fn phones_answer_without_a_network_and_count_once(engine: Engine) {
    let mut server = app::serve();
    let (room, phone) = (Browser::open(engine).await, Browser::open(engine).await);
    open(&room, &server).await;
    open(&phone, &server).await;
    ready_to_work_offline(&room).await;
    ready_to_work_offline(&phone).await;
    server.stop();
    begin(&room).await;
    room.click("#inviting summary").await;
    let link = room.run("return document.querySelector('#invite-link').href").await;
    let link = link.as_str().expect("it is an address").to_owned();
    assert!(link.contains("#/join/"), "nothing of the event reaches a host: {link}");
    assert!(link.len() < 300, "the link is {} characters long", link.len());
    phone.goto(&link).await;
    phone.sees("You are invited").await;
    phone.sees("Learning event 2017").await;
    phone.choose("Take part").await;
    for statement in 1..=9 {
        phone.sees(&format!("Statement {statement} of 9")).await;
        phone.run("document.querySelectorAll('input[name=first]')[1].click()").await;
        phone.until("return document.querySelectorAll('input[name=first]')[1].checked").await;
        phone.tick("Certain").await;
        phone.until("return document.querySelectorAll('input[name=sure]')[2].checked").await;
        if statement < 9 {
            phone.choose("Next statement").await;
        }
    }
    // No verdict before the day is over.
    assert_eq!(phone.run("return document.querySelector('.results, #verdict')").await, Value::Null);
    phone.click("#hand-in summary").await;
    phone.sees("9 of 9 answered").await;
    phone.find("#hand-in .qr-code").await;
    let code = phone.find("#typed-code").await.text().await.expect("it has a text");
    assert_eq!(code.split('-').map(str::len).collect::<Vec<_>>(), [4, 4, 4, 4, 3]);
    room.click("#collecting summary").await;
    let type_in = async |code: &str| {
        room.empty("#typed").await;
        room.type_into("#typed", code).await;
        room.choose("Count it").await;
    };
    // As people type: in small letters, without hyphens.
    type_in(&code.to_lowercase().replace('-', " ")).await;
    room.sees("One phone in. Counted.").await;
    type_in(&code).await;
    room.sees("That phone has been counted already.").await;
    let wrong = code.replace(&code[..1], if code.starts_with('7') { "8" } else { "7" });
    type_in(&wrong).await;
    room.sees("Read it out again.").await;
    room.sees("One phone in.").await;
    // What came from the phone is in the room's bars.
    go_on_to(&room, "why").await;
    room.choose("Show it on this screen").await;
    room.sees("Fact, before talking").await;
    room.choose("Close").await;
    // Home: what each was, the hours, what was certain and wrong, a certificate.
    phone.choose("It is over for me").await;
    phone.sees("What they were").await;
    phone.until("return document.querySelectorAll('.results li').length === 9").await;
    phone.sees("You said fact, and were certain.").await;
    // Who left before they handed in still can.
    phone.find("#hand-in summary").await;
    phone.type_into("#certificate-name", "Ada").await;
    phone.until("return document.querySelector('.sheet').textContent.includes('Ada')").await;
    go(&phone, "#/reflect/record").await;
    go(&phone, "#/reflect").await;
    phone.sees("Learning event 2017").await;
    go(&phone, "#/quiz").await;
    phone.sees("What I got wrong").await;
    // The link leads back to the same day, and never to a second one.
    phone.goto(&link).await;
    phone.sees("What they were").await;
    // It can be removed, and that can be taken back.
    phone.choose("Remove this event from my phone").await;
    phone.sees("Prepare one from").await;
    phone.until("return !document.querySelector('main').innerText.includes('I take part in')").await;
    phone.choose("Undo").await;
    phone.sees("I take part in").await;
    room.close().await;
    phone.close().await;
}

/// The whole day of the pack, from the welcome to the certificate, in one go and without a server.
pub async fn the_whole_day_is_held_with_the_server_stopped(engine: Engine) {
    let browser = Browser::open(engine).await;
    begin_without_a_server(&browser).await;
    browser.click("#inviting summary").await;
    let link = browser.run("return document.querySelector('#invite-link').hash").await;
    let (mut votes, mut told, mut moved, mut steps) = (0, 0, 0, 1);
    loop {
        let here = browser.run("return document.querySelector('.room-small').innerText").await;
        let page = here.as_str().expect("it is text").to_owned();
        if page.contains("before anybody talks.") {
            count(&browser, &["5 more for myth", "5 more for fact"]).await;
            votes += 1;
        }
        if page.contains("Vote again.") {
            count(&browser, &["5 more for myth", "1 more for fact"]).await;
        }
        // Five of ten said myth, then five of six.
        moved += usize::from(page.contains("by 33 in 100."));
        told += usize::from(
            browser.run("return document.querySelector('#scene-verdict') !== null").await == json!(true),
        );
        if page.contains("Talk about it at your table.") {
            browser.type_into("#note-table", "Window").await;
            browser.type_into("#note-text", "Time to listen.").await;
            browser.choose("Keep it").await;
            browser.sees("Time to listen.").await;
        }
        if page.starts_with("Questions to the panel") {
            browser.type_into("#panel-question", "Who decides?").await;
            browser.choose("Add it").await;
            browser.choose("Show to the room").await;
            browser.sees("Hide from the room").await;
        }
        if page.starts_with("What I take home") {
            browser.run("document.querySelector('#choices button[aria-label^=\"5 more\"]').click()").await;
            browser.until("return document.querySelector('#choices strong').innerText === '5'").await;
        }
        if browser.run("return document.querySelector('#next-step') === null").await == json!(true) {
            break;
        }
        step(&browser).await;
        steps += 1;
    }
    assert_eq!((votes, told), (9, 27), "nine statements, each told in three steps");
    assert_eq!(moved, 9, "how the room moved is said when it is told");
    println!("{}: the day has {steps} steps", engine.name());
    browser.choose("End the event").await;
    browser.sees("Thank you").await;
    browser.choose("What came of it").await;
    // Five of one and one of the other: the one is not given.
    browser.sees("Before talking: 5 myth, 5 fact").await;
    browser.sees("6 people, most of them for one side").await;
    browser.sees("Time to listen.").await;
    browser.sees("Who decides?").await;
    // And home, with a certificate.
    go(&browser, link.as_str().expect("it is an address")).await;
    browser.choose("Take part").await;
    browser.choose("It is over for me").await;
    browser.type_into("#certificate-name", "Ada").await;
    browser
        .until("return document.querySelector('.sheet').textContent.includes('attendance, not competence')")
        .await;
    browser.until("return document.querySelector('.sheet').textContent.includes('Ada')").await;
    go(&browser, "#/events").await;
    browser.sees("Over").await;
    browser.close().await;
}
