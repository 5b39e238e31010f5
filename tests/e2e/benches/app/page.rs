//! A page under measure, the app's or the floor's: opened over a link, watched from its first moment, asked what was seen.
use crate::{
    app,
    browser::Browser,
    engine::Engine,
    link::{Link, Speed},
};
use serde_json::{Value, json};
use std::path::PathBuf;

const WATCH: &str = include_str!("watch.js");

/// Which of the two is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    Ours,
    Floor,
}

impl Side {
    pub const BOTH: [Self; 2] = [Self::Ours, Self::Floor];

    pub fn folder(self) -> PathBuf {
        match self {
            Self::Ours => app::built(),
            Self::Floor => PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../floor")),
        }
    }

    /// One of two things, by side.
    pub fn pick<T>(self, ours: T, floor: T) -> T {
        match self {
            Self::Ours => ours,
            Self::Floor => floor,
        }
    }
}

/// Something to wait for on a page: its name, what is true in JavaScript once it has come, and what is tapped then.
pub type Step = (&'static str, String, Option<&'static str>);

/// A step at which nothing is tapped.
pub fn step(name: &'static str, when: impl Into<String>) -> Step {
    (name, when.into(), None)
}

/// How much slower a slow processor is.
const SLOWER: u32 = 4;

pub struct Page {
    pub browser: Browser,
    pub link: Link,
}

impl Page {
    /// A new profile at the end of a link to `folder`. Nothing is opened yet.
    pub async fn at_the_end_of(folder: impl Into<PathBuf>, speed: Speed) -> Self {
        let page = Self { browser: Browser::open_new(Engine::Chromium).await, link: Link::to(folder, speed) };
        page.browser.devtools("Performance.enable", json!({})).await;
        page
    }

    /// Has every document from now on watched for these steps.
    pub async fn watch(&self, steps: &[Step]) {
        let source = format!("(() => {{ const STEPS = {};\n{WATCH} }})();", in_javascript(steps));
        self.browser.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": source })).await;
    }

    pub async fn slow_the_processor(&self) {
        self.browser.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": SLOWER })).await;
    }

    pub async fn visit(&self, hash: &str) {
        // Another document, even if only what follows # is different.
        self.browser.goto("about:blank").await;
        self.browser.goto(&format!("{}{hash}", self.link.address())).await;
    }

    /// When a step was on the screen, in milliseconds since the visit began; waits for it.
    pub async fn at(&self, step: &str) -> f64 {
        self.browser.until(&format!("return window.seen?.at[{}] !== undefined", json!(step))).await;
        self.number(&format!("window.seen.at[{}]", json!(step))).await
    }

    /// What an expression in JavaScript gives.
    pub async fn number(&self, expression: &str) -> f64 {
        let value = self.browser.run(&format!("return {expression}")).await;
        value.as_f64().unwrap_or_else(|| panic!("{expression} is {value}"))
    }

    /// Waits until the page's service worker has everything.
    pub async fn is_kept(&self) {
        let kept = "return (await navigator.serviceWorker.ready).active.state === 'activated' || new Promise((done) => \
            navigator.serviceWorker.ready.then((it) => it.active.addEventListener('statechange', () => done(true))))";
        assert_eq!(self.browser.run_async(kept, vec![]).await, json!(true));
    }

    /// Waits until something in the page is so. The page is told of it by its own changes: a driver that keeps asking would keep
    /// a slow page busy, and that would be measured.
    pub async fn comes(&self, what: &str) {
        let wait = format!(
            "await new Promise((done) => {{
                const look = () => ({what}) && (watching.disconnect(), done());
                const watching = new MutationObserver(look);
                watching.observe(document, {{ childList: true, subtree: true, characterData: true, attributes: true }});
                look();
            }});
            return true;"
        );
        assert_eq!(
            self.browser.run_async(&wait, vec![]).await,
            json!(true),
            "it never came about that {what}"
        );
    }

    /// Goes to a place, and waits as [`Page::comes`] does until it is there.
    pub async fn go(&self, hash: &str) {
        let go = "
            if (location.hash === given[0]) return true;
            const gone = new Promise((done) => addEventListener('hashchange', () => setTimeout(done), { once: true }));
            location.hash = given[0];
            await gone;
            return true;";
        assert_eq!(self.browser.run_async(go, vec![json!(hash)]).await, json!(true));
        self.comes("document.querySelector('#main .page h1') && ![...document.querySelectorAll('#main [role=status]')].some((it) => it.textContent === 'Opening…')").await;
    }

    /// Taps what says exactly `words`, or has this name inside it, once it is there.
    pub async fn tap(&self, words: &str) {
        let words = json!(words);
        let found = format!(
            "[...document.querySelectorAll('a, button, label')].find((it) => (it.querySelector('.way-name') ?? it).textContent.trim() === {words})"
        );
        self.comes(&found).await;
        self.browser.run(&format!("{found}.click()")).await;
    }

    /// Writes into a field, as one stroke.
    pub async fn write(&self, field: &str, words: &str) {
        self.comes(&format!("document.querySelector('{field}')")).await;
        let write = "
            const field = document.querySelector(given[0]);
            field.value = given[1];
            field.dispatchEvent(new Event('input', { bubbles: true }));";
        self.browser.run_async(write, vec![json!(field), json!(words)]).await;
    }

    /// The bytes that the page holds once what it has let go of is cleared away: its objects, and its binaries' memories.
    pub async fn memory(&self) -> f64 {
        self.browser.devtools("HeapProfiler.collectGarbage", json!({})).await;
        let told = self.browser.devtools("Performance.getMetrics", json!({})).await;
        let objects = told["metrics"].as_array().into_iter().flatten();
        let objects = objects.filter(|it| it["name"] == "JSHeapUsedSize").find_map(|it| it["value"].as_f64());
        let binaries =
            self.number("window.seen.memories.reduce((sum, it) => sum + it.buffer.byteLength, 0)").await;
        objects.expect("Chromium tells how large its objects are") + binaries
    }

    /// The tasks of more than 50 ms that the page noted since it was last asked: when each began, and how long it took.
    pub async fn long_tasks(&self) -> Vec<(f64, f64)> {
        // What has just been done is noted once the page rests.
        let rest = "await new Promise((done) => requestAnimationFrame(() => setTimeout(() => requestIdleCallback(done)))); \
            return window.seen.tasks.splice(0)";
        let tasks = self.browser.run_async(rest, vec![]).await;
        let of = |task: &Value| Some((task[0].as_f64()?, task[1].as_f64()?));
        tasks.as_array().into_iter().flatten().filter_map(of).collect()
    }

    pub async fn close(self) {
        self.browser.close().await;
    }
}

fn in_javascript(steps: &[Step]) -> String {
    let all: Vec<_> = steps
        .iter()
        .map(|(name, when, tapped)| format!("[{}, () => !!({when}), {}]", json!(name), json!(tapped)))
        .collect();
    format!("[{}]", all.join(", "))
}
