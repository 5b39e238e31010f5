//! A passphrase: set, wrong, right, forgotten, taken off; what a locked page shows; and a page hidden in a hurry.
use crate::{
    access::{bring_axe, violations},
    app::{self, begin_reflection, go, open, ready, write_reflection},
    browser::Browser,
    engine::Engine,
    offline::publish_changed,
    server::Server,
};
use std::fs;

pub const PASSPHRASE: &str = "three odd words";
const WORDS: &str = "The grandmother knew";

const ESCAPE: &str = "\u{e00c}";

/// Sets the passphrase in Settings, and gives back the recovery code.
pub async fn set_passphrase(browser: &Browser) -> String {
    go(browser, "#/settings").await;
    browser.type_into("#new-passphrase", PASSPHRASE).await;
    browser.type_into("#new-passphrase-again", PASSPHRASE).await;
    browser.choose("Set a passphrase").await;
    browser.find("#recovery-code").await;
    let code = browser.run("return document.querySelector('.recovery-code').innerText").await;
    browser.choose("I have written it down").await;
    browser.sees("A passphrase is set").await;
    code.as_str().expect("a code is text").trim().to_owned()
}

/// Locks, in Settings.
pub async fn lock_now(browser: &Browser) {
    go(browser, "#/settings").await;
    browser.choose("Lock now").await;
    browser.find("#lock").await;
}

/// Types what may open the lock, and sends it off.
pub async fn try_secret(browser: &Browser, secret: &str) {
    browser.find("#secret").await.clear().await.expect("a field can be emptied");
    browser.type_into("#secret", secret).await;
    browser.choose("Open").await;
}

/// Waits until the lock is gone.
pub async fn opened(browser: &Browser) {
    browser.until("return document.querySelector('#lock') === null").await;
    ready(browser).await;
}

/// What was written is nowhere in the page, in its title or its address.
async fn shows_nothing(browser: &Browser) {
    let all = browser
        .run("return [document.documentElement.outerHTML, document.title, location.href, ...[...document.querySelectorAll('input, textarea')].map((it) => it.value)].join(' ')")
        .await;
    let all = all.as_str().expect("a page is text");
    assert!(!all.contains("grandmother") && !all.contains(PASSPHRASE), "a locked page shows:\n{all}");
}

/// A browser with one reflection under a passphrase, and its recovery code.
async fn with_passphrase(engine: Engine) -> (Server, Browser, String) {
    let server = app::serve();
    let browser = Browser::open(engine).await;
    open(&browser, &server).await;
    write_reflection(&browser, WORDS).await;
    let code = set_passphrase(&browser).await;
    (server, browser, code)
}

pub async fn a_passphrase_locks_and_only_it_opens(engine: Engine) {
    let (server, browser, _) = with_passphrase(engine).await;
    lock_now(&browser).await;
    for place in ["#/", "#/reflect", "#/settings", "#/learn"] {
        go(&browser, place).await;
        shows_nothing(&browser).await;
    }
    // What needs no reflections works.
    go(&browser, "#/worried").await;
    browser.sees("999").await;
    go(&browser, "#/").await;
    browser.choose("Open").await;
    browser.sees("Nothing has been typed").await;
    try_secret(&browser, "three odd word").await;
    browser.sees("That is not the passphrase.").await;
    browser.until("return document.activeElement.id === 'lock-trouble'").await;
    shows_nothing(&browser).await;
    try_secret(&browser, PASSPHRASE).await;
    opened(&browser).await;
    go(&browser, "#/reflect").await;
    browser.sees(WORDS).await;
    // The browser's death leaves it locked, and nothing lost.
    let browser = browser.killed_and_reopened().await;
    open(&browser, &server).await;
    browser.find("#lock").await;
    shows_nothing(&browser).await;
    go(&browser, "#/reflect").await;
    try_secret(&browser, PASSPHRASE).await;
    opened(&browser).await;
    browser.sees(WORDS).await;
    browser.close().await;
}

pub async fn a_forgotten_passphrase_is_replaced_by_the_recovery_code(engine: Engine) {
    let (_server, browser, code) = with_passphrase(engine).await;
    lock_now(&browser).await;
    go(&browser, "#/reflect").await;
    browser.choose("Use the recovery code instead").await;
    try_secret(&browser, "0000").await;
    browser.sees("A recovery code has 28 letters and numbers. You typed 4.").await;
    let changed: String = code.chars().rev().collect();
    try_secret(&browser, &changed).await;
    browser.sees("not as you wrote them down").await;
    // As people type it.
    try_secret(&browser, &code.to_lowercase().replace('-', " ")).await;
    opened(&browser).await;
    browser.sees(WORDS).await;
    go(&browser, "#/settings").await;
    browser.click("#change-passphrase summary").await;
    browser.type_into("#change-now", &code).await;
    browser.type_into("#new-passphrase", "another odd line").await;
    browser.type_into("#new-passphrase-again", "another odd line").await;
    browser.choose("Change the passphrase").await;
    browser.sees("The passphrase is changed").await;
    lock_now(&browser).await;
    go(&browser, "#/reflect").await;
    try_secret(&browser, PASSPHRASE).await;
    browser.sees("That is not the passphrase.").await;
    try_secret(&browser, "another odd line").await;
    opened(&browser).await;
    browser.sees(WORDS).await;
    browser.close().await;
}

pub async fn a_passphrase_can_be_taken_off(engine: Engine) {
    let (_server, browser, _) = with_passphrase(engine).await;
    browser.click("#remove-passphrase summary").await;
    browser.type_into("#remove-now", "not it at all").await;
    browser.choose("Remove the passphrase").await;
    browser.sees("That is not the passphrase.").await;
    browser.find("#remove-now").await.clear().await.expect("a field can be emptied");
    browser.type_into("#remove-now", PASSPHRASE).await;
    browser.choose("Remove the passphrase").await;
    browser.sees("The passphrase is removed").await;
    browser.find("#new-passphrase").await;
    browser.reload().await;
    go(&browser, "#/reflect").await;
    browser.sees(WORDS).await;
    browser.close().await;
}

pub async fn locking_keeps_what_was_being_typed_and_locks_every_tab(engine: Engine) {
    let (server, browser, _) = with_passphrase(engine).await;
    let first = browser.this_tab().await;
    let second = browser.new_tab().await;
    open(&browser, &server).await;
    try_secret(&browser, PASSPHRASE).await;
    opened(&browser).await;
    browser.sees("Second Look is open in another tab").await;
    browser.switch_to(&first).await;
    begin_reflection(&browser).await;
    browser.type_into("#passage-what", "In mid-sen").await;
    browser.click("#hide").await;
    browser.switch_to(&second).await;
    browser.find("#lock").await;
    shows_nothing(&browser).await;
    browser.switch_to(&first).await;
    browser.choose("Show again").await;
    browser.find("#lock").await;
    assert!(!browser.text().await.contains("In mid-sen"));
    try_secret(&browser, PASSPHRASE).await;
    opened(&browser).await;
    browser.until("return document.querySelector('#passage-what')?.value === 'In mid-sen'").await;
    browser.close().await;
}

pub async fn a_tab_that_was_open_learns_that_a_passphrase_was_set(engine: Engine) {
    let server = app::serve();
    let browser = Browser::open(engine).await;
    open(&browser, &server).await;
    write_reflection(&browser, WORDS).await;
    let first = browser.this_tab().await;
    let second = browser.new_tab().await;
    browser.goto(&format!("{}#/reflect", server.address())).await;
    browser.sees(WORDS).await;
    browser.switch_to(&first).await;
    set_passphrase(&browser).await;
    browser.switch_to(&second).await;
    browser.find("#lock").await;
    shows_nothing(&browser).await;
    browser.close().await;
}

pub async fn one_passphrase_is_the_same_from_every_keyboard(engine: Engine) {
    let server = app::serve();
    let browser = Browser::open(engine).await;
    open(&browser, &server).await;
    go(&browser, "#/settings").await;
    // An e and an accent that stands by itself.
    for field in ["#new-passphrase", "#new-passphrase-again"] {
        browser.type_into(field, "three cafe\u{301} words").await;
    }
    browser.choose("Set a passphrase").await;
    browser.find("#recovery-code").await;
    lock_now(&browser).await;
    try_secret(&browser, "three cafe words").await;
    browser.sees("That is not the passphrase.").await;
    try_secret(&browser, "three caf\u{e9} words").await;
    opened(&browser).await;
    browser.close().await;
}

pub async fn with_the_server_stopped_a_passphrase_is_set_and_opens(engine: Engine) {
    let mut server = app::serve();
    let browser = Browser::open(engine).await;
    open(&browser, &server).await;
    write_reflection(&browser, WORDS).await;
    app::ready_to_work_offline(&browser).await;
    server.stop();
    set_passphrase(&browser).await;
    lock_now(&browser).await;
    go(&browser, "#/reflect").await;
    try_secret(&browser, PASSPHRASE).await;
    opened(&browser).await;
    browser.sees(WORDS).await;
    browser.close().await;
}

pub async fn where_the_worker_cannot_be_had_nothing_changes_and_the_page_says_so(engine: Engine) {
    let published = tempfile::tempdir().expect("a temporary folder can be made");
    let folder = published.path().join("dist");
    publish_changed(&folder, |folder| {
        let files = fs::read_dir(folder).expect("the folder is there").flatten();
        let worker = files.filter(|file| file.file_name().to_string_lossy().starts_with("worker-"));
        worker.for_each(|file| fs::remove_file(file.path()).expect("it can be removed"));
    });
    let server = Server::start(folder);
    let browser = Browser::open(engine).await;
    open(&browser, &server).await;
    write_reflection(&browser, WORDS).await;
    go(&browser, "#/settings").await;
    for field in ["#new-passphrase", "#new-passphrase-again"] {
        browser.type_into(field, PASSPHRASE).await;
    }
    browser.choose("Set a passphrase").await;
    browser.sees("is not on this device yet, and it could not be fetched").await;
    assert_eq!(browser.value_of("#new-passphrase").await, PASSPHRASE, "it can be tried again");
    browser.reload().await;
    go(&browser, "#/reflect").await;
    browser.sees(WORDS).await;
    browser.close().await;
}

pub async fn axe_finds_nothing_on_the_way_through_a_lock(engine: Engine) {
    let server = app::serve();
    let browser = Browser::open(engine).await;
    for scheme in ["light", "dark"] {
        browser.look_like(360, 9_000, scheme).await;
        open(&browser, &server).await;
        let check = async |what: &str| {
            bring_axe(&browser).await;
            let found = violations(&browser).await;
            assert!(found.is_empty(), "axe-core found {what}, {scheme}:\n{}", found.join("\n"));
        };
        go(&browser, "#/settings").await;
        browser.choose("Set a passphrase").await;
        browser.sees("too short for a passphrase").await;
        check("when it is too short").await;
        browser.type_into("#new-passphrase", PASSPHRASE).await;
        browser.type_into("#new-passphrase-again", PASSPHRASE).await;
        browser.choose("Set a passphrase").await;
        browser.find("#recovery-code").await;
        check("beside the code").await;
        for fold in ["#change-passphrase summary", "#new-code summary", "#remove-passphrase summary"] {
            browser.click(fold).await;
        }
        // Each form has its own fields: they are not told apart by their names alone.
        check("in every form").await;
        lock_now(&browser).await;
        go(&browser, "#/").await;
        try_secret(&browser, "three odd word").await;
        browser.sees("That is not the passphrase.").await;
        check("when it is wrong").await;
        try_secret(&browser, PASSPHRASE).await;
        opened(&browser).await;
        go(&browser, "#/settings").await;
        browser.click("#remove-passphrase summary").await;
        browser.type_into("#remove-now", PASSPHRASE).await;
        browser.choose("Remove the passphrase").await;
        browser.sees("The passphrase is removed").await;
    }
    browser.close().await;
}

pub async fn a_page_left_alone_locks_by_itself(engine: Engine) {
    let (_server, browser, _) = with_passphrase(engine).await;
    browser.tick("After 1 minute").await;
    go(&browser, "#/reflect").await;
    browser.sees(WORDS).await;
    // A device that slept for an hour: the clock has gone on, and no timer has run. A touch does not save it.
    browser.run("const real = Date.now; const ahead = 3_600_000; window.Date = class extends Date { constructor(...given) { given.length ? super(...given) : super(real() + ahead); } static now() { return real() + ahead; } }").await;
    browser.click("h1").await;
    browser.find("#lock").await;
    shows_nothing(&browser).await;
    browser.close().await;
}

pub async fn esc_twice_hides_the_page_at_once(engine: Engine) {
    let server = app::serve();
    let browser = Browser::open(engine).await;
    open(&browser, &server).await;
    write_reflection(&browser, WORDS).await;
    let title = browser.run("return document.title").await;
    let address = browser.run("return location.hash").await;
    let is_hidden = "return document.body.innerText.trim() === 'Show again' && document.title === 'New page' && document.activeElement.id === 'show-again'";
    browser.type_into("h1", ESCAPE).await;
    assert!(browser.text().await.contains(WORDS), "once is not twice");
    browser.run("return new Promise((done) => setTimeout(done, 700))").await;
    browser.type_into("h1", &format!("{ESCAPE}{ESCAPE}")).await;
    browser.until(is_hidden).await;
    // It stays hidden over a reload, and whatever the address says.
    browser.reload().await;
    browser.until(is_hidden).await;
    browser.run("location.hash = '#/guidance'").await;
    browser.until("return document.querySelector('#main h1')?.textContent === 'Guidance'").await;
    browser
        .until("return document.title === 'New page' && document.body.innerText.trim() === 'Show again'")
        .await;
    browser.choose("Show again").await;
    browser.sees("Worried about a child now?").await;
    assert_ne!(browser.run("return document.title").await, "New page");
    go(&browser, address.as_str().expect("an address is text")).await;
    browser.sees(WORDS).await;
    assert_eq!(browser.run("return document.title").await, title);
    // The button does the same.
    browser.click("#hide").await;
    browser.until(is_hidden).await;
    browser.choose("Show again").await;
    browser.sees(WORDS).await;
    browser.close().await;
}
