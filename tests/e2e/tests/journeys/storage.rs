//! When something is broken: the browser dies, a pack is cut short, storage is refused.
use crate::{
    app::{self, begin_reflection, go, open, ready, told_state, write_reflection},
    browser::Browser,
    engine::Engine,
    offline::publish_changed,
    server::Server,
};
use std::fs;

pub async fn what_said_saved_is_there_after_the_browser_is_killed(engine: Engine) {
    let server = app::serve();
    let browser = Browser::open_new(engine).await;
    open(&browser, &server).await;
    write_reflection(&browser, "It said saved").await;
    let browser = browser.killed_and_reopened().await;
    open(&browser, &server).await;
    go(&browser, "#/reflect").await;
    browser.sees("It said saved").await;
    browser.close().await;
}

pub async fn what_said_draft_kept_is_there_after_the_browser_is_killed(engine: Engine) {
    let server = app::serve();
    let browser = Browser::open_new(engine).await;
    open(&browser, &server).await;
    begin_reflection(&browser).await;
    browser.type_into("#passage-so-what", "The battery is at one per").await;
    told_state(&browser, "Draft kept").await;
    let browser = browser.killed_and_reopened().await;
    open(&browser, &server).await;
    browser.choose("The battery is at one per").await;
    browser.find("#passage-so-what").await;
    assert_eq!(browser.value_of("#passage-so-what").await, "The battery is at one per");
    browser.close().await;
}

pub async fn a_broken_pack_is_named_and_the_rest_works(engine: Engine) {
    let published = tempfile::tempdir().expect("a temporary folder can be made");
    let folder = published.path().join("dist");
    publish_changed(&folder, |folder| {
        let pack = folder.join("packs/salford/pack.json");
        let text = fs::read_to_string(&pack).expect("the pack is there");
        fs::write(&pack, text.replacen("\"front_door\"", "\"back_door\"", 1)).expect("it can be written");
    });
    let server = Server::start(folder);
    let browser = Browser::open(engine).await;
    open(&browser, &server).await;
    go(&browser, "#/settings").await;
    browser.sees("The pack \"salford\" cannot be used").await;
    browser.sees("contacts[0].purpose: \"back_door\" is not one of").await;
    go(&browser, "#/worried").await;
    browser.sees("999").await;
    go(&browser, "#/guidance/levels").await;
    browser.until("return document.querySelectorAll('.level').length === 4").await;
    write_reflection(&browser, "The rest works").await;
    browser.close().await;
}

/// No engine can be given a full disk, so its answer is: what it would throw at the next write.
async fn fill_the_disk(browser: &Browser) {
    let full = "window.put = IDBObjectStore.prototype.put; IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError'); }";
    browser.run(full).await;
}

async fn make_room(browser: &Browser) {
    browser.run("IDBObjectStore.prototype.put = window.put").await;
}

pub async fn a_full_disk_is_said_and_the_words_stay(engine: Engine) {
    let server = app::serve();
    let browser = Browser::open(engine).await;
    open(&browser, &server).await;
    begin_reflection(&browser).await;
    fill_the_disk(&browser).await;
    browser.type_into("#passage-what", "In mid-sen").await;
    browser.sees("There is no room left on this device").await;
    told_state(&browser, "Not saved").await;
    browser.choose("Save").await;
    browser.sees("There is no room left on this device").await;
    assert_eq!(browser.value_of("#passage-what").await, "In mid-sen");
    // Nor are the words lost by looking elsewhere in the app.
    go(&browser, "#/reflect").await;
    browser.client.back().await.expect("there is a page before");
    browser.until("return document.querySelector('#passage-what')?.value === 'In mid-sen'").await;
    told_state(&browser, "Not saved").await;
    make_room(&browser).await;
    app::save(&browser).await;
    browser.sees("In mid-sen").await;
    assert!(!browser.text().await.contains("no room left"), "the trouble is over, and still told");
    browser.close().await;
}

pub async fn on_a_full_disk_answers_stay_on_the_page_they_were_given(engine: Engine) {
    const SECTION: &str = "#/learn/section/learning-event-2017/toddler-minutes";
    let server = app::serve();
    let browser = Browser::open(engine).await;
    open(&browser, &server).await;
    go(&browser, SECTION).await;
    browser.find("#answer-toddler-minutes-know").await;
    fill_the_disk(&browser).await;
    browser.type_into("#answer-toddler-minutes-know", "First").await;
    browser.sees("There is no room left on this device").await;
    browser.sees("Not saved").await;
    // Looked away from and come back to, the answer is there, and a second one does not take its place.
    go(&browser, "#/learn").await;
    go(&browser, SECTION).await;
    browser.until("return document.querySelector('#answer-toddler-minutes-know')?.value === 'First'").await;
    browser.type_into("#answer-toddler-minutes-speak", "Second").await;
    make_room(&browser).await;
    browser.type_into("#answer-toddler-minutes-speak", " one").await;
    browser.sees("Draft kept").await;
    browser.reload().await;
    browser.until("return document.querySelector('#answer-toddler-minutes-know')?.value === 'First'").await;
    assert_eq!(browser.value_of("#answer-toddler-minutes-speak").await, "Second one");
    browser.close().await;
}

pub async fn where_storage_is_refused_the_page_says_so(engine: Engine) {
    let published = tempfile::tempdir().expect("a temporary folder can be made");
    let folder = published.path().join("dist");
    // Not every engine can be told to refuse, so its doors are shut before the app comes to them.
    let shut = "for (const door of ['indexedDB', 'localStorage']) Object.defineProperty(window, door, \
                { get() { throw new DOMException('refused', 'SecurityError'); } });";
    publish_changed(&folder, |folder| {
        app::run_first(folder, shut);
    });
    the_page_says_that_nothing_is_kept(engine, &Server::start(folder)).await;
}

pub async fn where_the_browser_itself_refuses_storage_the_page_says_so(engine: Engine) {
    // A sandboxed page has an origin of its own, to which storage is refused.
    let headers = ["Content-Security-Policy: sandbox allow-scripts", "Access-Control-Allow-Origin: *"];
    let server = Server::start_with(app::built(), &headers);
    the_page_says_that_nothing_is_kept(engine, &server).await;
}

async fn the_page_says_that_nothing_is_kept(engine: Engine, server: &Server) {
    let browser = Browser::open_new(engine).await;
    browser.goto(&server.address()).await;
    ready(&browser).await;
    browser.sees("This browser does not let Second Look keep anything.").await;
    go(&browser, "#/reflect").await;
    browser.sees("Open the app in an ordinary window").await;
    go(&browser, "#/worried").await;
    browser.sees("0161 603 4500").await;
    go(&browser, "#/learn/take-home-messages").await;
    browser.until("return document.querySelectorAll('.card-list > li').length === 13").await;
    browser.close().await;
}
