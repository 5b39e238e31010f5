//! The browser dies at random moments while it writes: everything that said so is there, and nothing half-written opens.
use crate::{
    app::{self, go, open},
    browser::Browser,
    engine::Engine,
    many::{Steady, take_out},
    server::Server,
};
use second_look::domain::{ids::ReflectionId, journal::Journal};
use serde_json::{Value, json};
use std::{
    fs::{self, OpenOptions},
    io::Write,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

/// How often it is killed; `SECOND_LOOK_KILLS` says otherwise.
const KILLS: usize = 50;

/// After how many a new journal is begun: reading all of a long one takes longer than what is to be shown.
const A_JOURNAL: usize = 100;

/// Between the first word and the kill, in milliseconds: from before the first draft to after several reflections.
const SOONEST: usize = 20;
const LATEST: usize = 1_500;

/// Writes reflections one after another, as fast as the app lets it, and notes what the page has said: of the drafts that
/// were kept, and of the reflections that were saved.
const WRITE: &str = "
    window.said = { kept: [], saved: [] };
    const until = async (test) => { while (!test()) await new Promise((done) => setTimeout(done, 2)); };
    const told = (selector, words) => document.querySelector(selector)?.innerText.includes(words) ?? false;
    const write = async (n) => {
        location.hash = `#/reflect/${n.toString(16).padStart(32, '0')}/write`;
        await until(() => document.querySelector('#passage-what')?.value === '');
        const box = document.querySelector('#passage-what');
        box.value = `Reflection ${n}. ${'What I did not ask. '.repeat(60)}`;
        box.dispatchEvent(new Event('input', { bubbles: true }));
        if (n % 3 === 0) {
            await until(() => told('#save-state', 'Draft kept'));
            window.said.kept.push(n);
        }
        [...document.querySelectorAll('button')].find((it) => it.innerText === 'Save').click();
        await until(() => !document.querySelector('#passage-what') && told('.toast', 'Saved'));
        window.said.saved.push(n);
    };
    (async (n) => { for (;;) await write(n++); })(arguments[0]);";

/// What is in the journal under this number.
fn has_saved(journal: &Journal, n: u64) -> bool {
    let id = ReflectionId::from_entropy(u128::from(n).to_be_bytes());
    let whole =
        |text: &str| text.starts_with(&format!("Reflection {n}. ")) && text.trim_end().ends_with("ask.");
    journal.reflection(id).is_some_and(|it| whole(&it.words.passages[0].text))
}

pub async fn nothing_that_said_saved_is_lost_when_the_browser_is_killed(engine: Engine) {
    let kills = std::env::var("SECOND_LOOK_KILLS").map_or(KILLS, |it| it.parse().expect("it is a number"));
    let server = app::serve();
    let mut browser = Browser::open_new(engine).await;
    let mut chance = Steady(7);
    let (mut next, mut saved, mut kept_only) = (1_u64, 0, 0);
    for kill in 1..=kills {
        if kill % A_JOURNAL == 0 {
            browser.close().await;
            browser = Browser::open_new(engine).await;
            next = 1;
        }
        open(&browser, &server).await;
        go(&browser, "#/reflect").await;
        browser.client.execute(WRITE, vec![json!(next)]).await.expect("the script runs");
        let begun = Instant::now();
        let until = Duration::from_millis((SOONEST + chance.next() % (LATEST - SOONEST)) as u64);
        let mut said = Value::Null;
        while begun.elapsed() < until {
            said = browser.run("return window.said").await;
        }
        browser = browser.killed_and_reopened().await;
        open(&browser, &server).await;
        // It opened: nothing of it was set aside as damaged.
        let journal = take_out(&browser).await;
        let numbers = |of: &str| {
            let list = said[of].as_array().cloned().unwrap_or_default();
            list.iter().map(|it| it.as_u64().expect("it is a number")).collect::<Vec<_>>()
        };
        for n in numbers("saved") {
            if !has_saved(&journal, n) {
                let left = browser.keep_what_is_left();
                let there: Vec<_> = journal.reflections().iter().map(|it| number_of(it.id)).collect();
                let drafts: Vec<_> = journal.drafts().iter().map(|it| number_of(it.id)).collect();
                panic!(
                    "kill {kill}: reflection {n} said that it was saved. The page had said {said}; there are reflections \
                     {there:?} and drafts {drafts:?}. The browser's files are in {}",
                    left.display()
                );
            }
            let id = ReflectionId::from_entropy(u128::from(n).to_be_bytes());
            assert!(journal.draft(id).is_none(), "kill {kill}: its draft went with the save, or neither did");
            saved += 1;
        }
        for n in numbers("kept") {
            let id = ReflectionId::from_entropy(u128::from(n).to_be_bytes());
            assert!(journal.draft(id).is_some() || has_saved(&journal, n), "kill {kill}: draft {n} was kept");
            kept_only += usize::from(journal.draft(id).is_some());
        }
        // Whatever is there is whole, of this run and of all before.
        next = journal.reflections().iter().map(|it| number_of(it.id)).max().unwrap_or(0).max(next) + 1;
        next = journal.drafts().iter().map(|it| number_of(it.id)).max().unwrap_or(0).max(next) + 1;
        assert!(journal.reflections().iter().all(|it| has_saved(&journal, number_of(it.id))));
    }
    assert!(saved > kills, "{saved} reflections in {kills} runs: too few were under way");
    println!(
        "{kills} kills: {saved} reflections had said that they were saved, and all are there; {kept_only} drafts were left"
    );
    browser.close().await;
}

fn number_of(id: ReflectionId) -> u64 {
    u64::from_str_radix(&id.to_string()[16..], 16).expect("a name is hexadecimal digits")
}

/// Killed in the middle of a write, Chromium leaves a log with a torn end, and goes on behind the tear: at the start after the
/// next it would give up everything there.
pub async fn a_torn_log_loses_nothing(engine: Engine) {
    let server = app::serve();
    let mut browser = Browser::open_new(engine).await;
    open(&browser, &server).await;
    app::write_reflection(&browser, "Before the tear").await;
    browser = browser.killed_and_reopened().await;
    let folder = database_of(&browser, &server);
    let torn = newest_log(&folder);
    tear(&torn);
    open(&browser, &server).await;
    browser.waits_until(|| !torn.exists(), "a new log").await;
    app::write_reflection(&browser, "Behind the tear").await;
    for _ in 0..2 {
        browser = browser.killed_and_reopened().await;
        open(&browser, &server).await;
        let journal = take_out(&browser).await;
        let mut said: Vec<_> =
            journal.reflections().iter().map(|it| it.words.passages[0].text.clone()).collect();
        said.sort();
        assert_eq!(said, ["Before the tear", "Behind the tear"]);
    }
    browser.close().await;
}

/// Where Chromium keeps what the app stores.
fn database_of(browser: &Browser, server: &Server) -> PathBuf {
    let address = server.address();
    let port = address.trim_end_matches('/').rsplit(':').next().expect("an address has a port");
    browser.profile().join(format!("Default/IndexedDB/http_127.0.0.1_{port}.indexeddb.leveldb"))
}

fn newest_log(folder: &Path) -> PathBuf {
    let files = fs::read_dir(folder).expect("the database is there").flatten().map(|it| it.path());
    files.filter(|it| it.extension().is_some_and(|it| it == "log")).max().expect("it has a log")
}

/// Adds to a log what a write leaves that is killed in its middle: a head of seven bytes (checksum, length, kind: here a
/// whole record) and less than it promises.
fn tear(log: &Path) {
    let mut record = vec![1, 2, 3, 4];
    record.extend(1_000_u16.to_le_bytes());
    record.push(1);
    record.extend([0; 300]);
    let mut log = OpenOptions::new().append(true).open(log).expect("the log is there");
    log.write_all(&record).expect("there is room");
}
