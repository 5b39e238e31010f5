//! The app as one file, opened from a folder: no server, no service worker, and what its Settings say of that.
use crate::{
    app::{self, go, ready},
    backup::make_backup,
    browser::Browser,
    engine::Engine,
    events,
    guidance::{NEIGHBOUR, add_pack},
    lock::{lock_now, opened, set_passphrase, try_secret},
};
use serde_json::json;
use std::{
    fs,
    path::{Path, PathBuf},
};
use tempfile::TempDir;
use url::Url;

const PASSPHRASE: &str = "three odd words";

/// The built file.
fn built() -> PathBuf {
    let built = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../target/single/second-look.html"));
    assert!(built.exists(), "there is no {}: run ./dev build --single first", built.display());
    built
}

/// A stick with the file on it, under such a name as a second download has.
fn stick() -> (TempDir, PathBuf) {
    let stick = tempfile::tempdir().expect("a temporary folder can be made");
    let folder = stick.path().join("Für die Arbeit #1");
    fs::create_dir(&folder).expect("a folder can be made");
    let file = folder.join("second look (1).html");
    fs::copy(built(), &file).expect("there is room for the file");
    (stick, file)
}

fn address_of(file: &Path) -> String {
    Url::from_file_path(file).expect("the path is whole").into()
}

async fn open(browser: &Browser, file: &Path) {
    browser.goto(&address_of(file)).await;
    ready(browser).await;
}

pub async fn one_file_teaches_asks_and_keeps(engine: Engine) {
    let (_stick, file) = stick();
    let browser = Browser::open_new(engine).await;
    open(&browser, &file).await;
    browser.sees("Take-home message of the day").await;
    go(&browser, "#/quiz/set/learning-event-2017/the-days-nine").await;
    browser.choose("Start").await;
    let verdict = app::verdict_on(&browser).await;
    app::answer(&browser, verdict, "Certain").await;
    browser.sees(&format!("Right. It is a {}", verdict.to_lowercase())).await;
    go(&browser, "#/learn/search").await;
    browser.type_into("#query", "genogram").await;
    browser.find("#hits li").await;
    go(&browser, "#/worried").await;
    browser.sees("0161 603 4500").await;
    // Before the first word: where it will be kept, and where not.
    go(&browser, "#/reflect").await;
    browser.sees("What you write is not in the file").await;
    app::write_reflection(&browser, "Written from a stick").await;
    let browser = browser.killed_and_reopened().await;
    open(&browser, &file).await;
    go(&browser, "#/reflect").await;
    browser.sees("Written from a stick").await;
    assert!(!browser.text().await.contains("not in the file"), "it is said again after the first reflection");
    browser.close().await;
}

pub async fn one_file_locks_opens_and_is_backed_up(engine: Engine) {
    let (_stick, file) = stick();
    let browser = Browser::open_new(engine).await;
    open(&browser, &file).await;
    app::write_reflection(&browser, "The grandmother knew").await;
    set_passphrase(&browser).await;
    lock_now(&browser).await;
    try_secret(&browser, "three odd word").await;
    browser.sees("That is not the passphrase.").await;
    try_secret(&browser, PASSPHRASE).await;
    opened(&browser).await;
    go(&browser, "#/reflect").await;
    browser.sees("The grandmother knew").await;
    make_backup(&browser).await;
    browser.close().await;
}

pub async fn one_file_says_what_is_different(engine: Engine) {
    let (_stick, file) = stick();
    let browser = Browser::open_new(engine).await;
    open(&browser, &file).await;
    go(&browser, "#/settings").await;
    browser.sees("You opened it from a file").await;
    browser.sees("Everything is in this one file: it works without a connection.").await;
    let text = browser.text().await;
    assert!(!text.contains("\"Install\""), "it says how to install what cannot be installed:\n{text}");
    // An invitation needs an address that a phone can open.
    events::begin(&browser).await;
    browser.click("#inviting summary").await;
    browser.sees("no phone can open that file").await;
    let links = "return document.querySelectorAll('#inviting a, #inviting .qr, .room-small a').length";
    assert_eq!(browser.run(links).await, json!(0), "a file's own address is given to phones");
    browser.type_into("#web-address", "file:///second-look.html").await;
    browser.choose("Make the invitation").await;
    browser.sees("That is no web address").await;
    browser.empty("#web-address").await;
    browser.type_into("#web-address", "https://example.org/second-look/").await;
    browser.choose("Make the invitation").await;
    let link =
        browser.find("#invite-link").await.attr("href").await.expect("it can be asked").unwrap_or_default();
    assert!(link.starts_with("https://example.org/second-look/#/join/"), "{link}");
    // The app of a server says nothing of all this.
    let server = app::serve();
    app::open(&browser, &server).await;
    go(&browser, "#/settings").await;
    browser.sees("On this device").await;
    assert!(!browser.text().await.contains("from a file"), "a page from a server speaks of a file");
    go(&browser, "#/reflect").await;
    browser.sees("Install it before you write").await;
    browser.close().await;
}

/// What Settings say of each browser is so.
pub async fn one_file_that_was_moved_does_as_its_settings_say(engine: Engine) {
    let (stick, file) = stick();
    let elsewhere = stick.path().join("moved.html");
    let browser = Browser::open_new(engine).await;
    open(&browser, &file).await;
    app::write_reflection(&browser, "From the first place").await;
    fs::rename(&file, &elsewhere).expect("a file can be moved");
    open(&browser, &elsewhere).await;
    go(&browser, "#/reflect").await;
    if engine == Engine::Firefox {
        browser.sees("Nothing written yet").await;
    } else {
        browser.sees("From the first place").await;
    }
    fs::rename(&elsewhere, &file).expect("a file can be moved");
    open(&browser, &file).await;
    go(&browser, "#/reflect").await;
    browser.sees("From the first place").await;
    // Another page from a file sees what this one keeps, or does not.
    let other = stick.path().join("other.html");
    fs::write(&other, "<!doctype html><title>Other</title>").expect("a page can be written");
    browser.goto(&address_of(&other)).await;
    let seen = "return (await indexedDB.databases()).some((it) => it.name === 'second-look');";
    assert_eq!(browser.run_async(seen, vec![]).await, json!(engine != Engine::Firefox));
    browser.close().await;
}

pub async fn one_file_keeps_an_area_and_shows_the_room(engine: Engine) {
    let (_stick, file) = stick();
    let browser = Browser::open_new(engine).await;
    open(&browser, &file).await;
    go(&browser, "#/settings").await;
    browser.find("#add-area").await;
    add_pack(&browser, NEIGHBOUR).await;
    browser.sees("Neighbour: numbers").await;
    browser.reload().await;
    go(&browser, "#/worried").await;
    browser.sees("0161 496 0000").await;
    events::begin(&browser).await;
    events::go_on_to(&browser, "statement 1").await;
    events::go_on_to(&browser, "vote").await;
    let statement = browser.find("#scene-words").await.text().await.expect("it has a text");
    let facilitator = browser.this_tab().await;
    let room = browser.new_tab().await;
    browser.goto(&format!("{}#/events/room", address_of(&file))).await;
    if engine == Engine::WebKit {
        // As its Settings say: there the facilitator shows it on the same screen.
        browser.sees("Waiting for the facilitator").await;
        browser.switch_to(&facilitator).await;
        browser.choose("Show it on this screen").await;
        browser.find(".room").await;
        return browser.close().await;
    }
    browser.sees(&statement).await;
    browser.switch_to(&facilitator).await;
    browser.click("#next-step").await;
    browser.switch_to(&room).await;
    browser.sees("Say what you think, before anybody talks.").await;
    browser.close().await;
}

pub async fn one_file_asks_nothing_of_anybody(engine: Engine) {
    let (_stick, file) = stick();
    let browser = Browser::open_new(engine).await;
    open(&browser, &file).await;
    for (_, hash) in app::PLACES {
        go(&browser, hash).await;
    }
    let fetched = "return performance.getEntriesByType('resource').map((it) => it.name)";
    assert_eq!(browser.run(fetched).await, json!([]));
    if engine == Engine::Chromium {
        assert_eq!(browser.console().await, Vec::<String>::new());
    }
    let tries = "
        const refused = [];
        addEventListener('securitypolicyviolation', (event) => refused.push(event.effectiveDirective));
        const request = new XMLHttpRequest(); request.open('GET', 'http://127.0.0.1:1/'); request.onerror = () => {}; request.send();
        const image = new Image(); image.src = 'http://127.0.0.1:1/x.png';
        const script = document.createElement('script'); script.textContent = 'window.broken = true'; document.body.append(script);
        while (refused.length < 3) await new Promise((done) => setTimeout(done, 20));
        return [refused.map((it) => it.replace(/-elem$/, '')).sort(), window.broken ?? false];";
    let refused = browser.run_async(tries, vec![]).await;
    assert_eq!(refused, json!([["connect-src", "img-src", "script-src"], false]));
    if engine == Engine::Chromium {
        assert!(!browser.console().await.is_empty(), "the console tells nothing of what went wrong");
    }
    browser.close().await;
}

pub async fn one_file_that_is_damaged_says_so(engine: Engine) {
    let (_stick, file) = stick();
    let text = fs::read_to_string(&file).expect("it can be read");
    let pack = text.find("data-file=\"packs/salford/local.json\"").expect("the pack is in it") + 400;
    let (before, after) = text.split_at(pack);
    let changed = if after.starts_with('A') { "B" } else { "A" };
    fs::write(&file, [before, changed, &after[1..]].concat()).expect("it can be written");
    let browser = Browser::open_new(engine).await;
    open(&browser, &file).await;
    browser.sees("This copy of the file is damaged").await;
    let in_sight = "
        const notice = document.querySelector('#damaged'), { left, top } = notice.getBoundingClientRect();
        return notice.contains(document.elementFromPoint(left + 9, top + 9));";
    browser.until(in_sight).await;
    // The rest works.
    go(&browser, "#/worried").await;
    browser.sees("999").await;
    // One that was cut short cannot start, and says what helps.
    fs::write(&file, &text[..text.len() / 2]).expect("it can be written");
    browser.goto(&address_of(&file)).await;
    browser.sees("The app could not start. Copy the file again.").await;
    browser.close().await;
}
