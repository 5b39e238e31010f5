//! A browser at work: opened on a profile, driven, killed, opened again, left to the next journey.
use crate::{
    engine::{Driver, Engine, FILM},
    footage::{self, Pace},
    outside::{self, Gate},
    profile::Profile,
};
use fantoccini::{
    Client, ClientBuilder, Locator,
    elements::Element,
    wd::{WebDriverCompatibleCommand, WindowHandle},
};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use std::{
    cell::RefCell,
    fs,
    path::{Path, PathBuf},
    process::Command,
    rc::Rc,
    time::{Duration, Instant},
};

/// How long anything may take to appear.
const PATIENCE: Duration = Duration::from_secs(20);

thread_local! {
    /// The browser that the journey before this one left. To start one takes longer than many a journey.
    static AT_REST: RefCell<Option<Browser>> = const { RefCell::new(None) };
}

/// Ends the browser that this thread's last journey left: the run ends before the thread does.
pub fn put_away() {
    drop(AT_REST.take());
}

pub struct Browser {
    pub client: Client,
    pub engine: Engine,
    gate: Rc<Gate>,
    profile: Profile,
    /// Whether another journey may go on with it.
    is_shared: bool,
    is_bare: bool,
    _driver: Driver,
}

impl Browser {
    /// A browser that has kept nothing of any server that is yet to start: every server has an address of its own, and
    /// whatever browsers keep, they keep by address. Of Chromium it is the engine alone.
    pub async fn open(engine: Engine) -> Self {
        if let Some(browser) = AT_REST.take().filter(|it| it.engine == engine) {
            outside::watch(&browser.gate);
            return browser;
        }
        Self { is_shared: true, ..Self::open_on(engine, Profile::new(), true).await }
    }

    /// Opens a browser on a new profile: all of it, as people have it.
    pub async fn open_new(engine: Engine) -> Self {
        Self::open_on(engine, Profile::new(), false).await
    }

    /// Opens a browser on a new profile, with phones before its camera that show these codes one after another. Chromium only.
    pub async fn open_before(engine: Engine, codes: &[Vec<u8>]) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        let film = folder.path().join(FILM);
        footage::write(&film, codes, Pace::BY_HAND).expect("there is room for a film");
        Self::open_with(engine, &film).await
    }

    /// The same, with a film that was made before.
    pub async fn open_with(engine: Engine, film: &Path) -> Self {
        let profile = Profile::new();
        fs::copy(film, profile.path().join(FILM)).expect("there is room for a film");
        Self::open_on(engine, profile, false).await
    }

    async fn open_on(engine: Engine, profile: Profile, is_bare: bool) -> Self {
        let driver = engine.drive(profile.path());
        let gate = Gate::shut();
        outside::watch(&gate);
        let mut builder = ClientBuilder::new(HttpConnector::new());
        builder.capabilities(engine.capabilities(profile.path(), &gate, is_bare));
        let client = builder.connect(&driver.address()).await.expect("the engine opens a session");
        Self { client, engine, gate, profile, is_shared: false, is_bare, _driver: driver }
    }

    /// Ends the browser as a flat battery would, and opens it again on the same profile.
    pub async fn killed_and_reopened(self) -> Self {
        assert!(self.profile.kill(), "no process of the browser was found");
        let started = Instant::now();
        while !self.profile.processes().is_empty() {
            assert!(started.elapsed() < PATIENCE, "the browser does not die");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        let Self { engine, profile, is_bare, .. } = self;
        for lock in ["SingletonLock", "SingletonCookie", "SingletonSocket", "lock", ".parentlock"] {
            drop(fs::remove_file(profile.path().join(lock)));
        }
        Self::open_on(engine, profile, is_bare).await
    }

    /// The folder in which it keeps everything.
    pub fn profile(&self) -> &Path {
        self.profile.path()
    }

    /// Copies everything the browser has kept to where it outlasts the run, for whoever looks for a fault.
    pub fn keep_what_is_left(&self) -> PathBuf {
        let kept = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../target/left"));
        drop(fs::remove_dir_all(&kept));
        // Links that lead nowhere are among them.
        drop(Command::new("cp").arg("-a").arg(self.profile.path()).arg(&kept).status());
        kept
    }

    /// The journey is over. Another may go on with this browser: in a new tab, with every other one closed.
    pub async fn close(self) {
        if !self.is_shared {
            return self.client.close().await.expect("the session closes");
        }
        let tabs = self.client.windows().await.expect("there are tabs");
        let tab = self.client.new_window(true).await.expect("a tab opens").handle;
        for tab in tabs {
            self.switch_to(&tab).await;
            self.client.close_window().await.expect("a tab closes");
        }
        self.switch_to(&tab).await;
        AT_REST.set(Some(self));
    }

    pub async fn goto(&self, address: &str) {
        self.client.goto(address).await.unwrap_or_else(|error| panic!("{address} does not open: {error}"));
    }

    pub async fn reload(&self) {
        if self.engine != Engine::Firefox {
            return self.client.refresh().await.expect("the page loads again");
        }
        // Firefox's driver reloads past the service worker, which no person can do by tapping "reload".
        self.run("window.isOld = true; location.reload()").await;
        self.until("return window.isOld === undefined && document.readyState === 'complete'").await;
    }

    /// What `script` gives.
    pub async fn run(&self, script: &str) -> Value {
        self.client.execute(script, vec![]).await.unwrap_or_else(|error| panic!("{script} failed: {error}"))
    }

    /// Waits for a promise's answer.
    pub async fn run_async(&self, script: &str, arguments: Vec<Value>) -> Value {
        let wrapped = format!(
            "const done = arguments[arguments.length - 1]; (async (...given) => {{ {script} }})(...arguments).then(done, (error) => done({{ error: String(error) }}));"
        );
        self.client.execute_async(&wrapped, arguments).await.expect("the script ends")
    }

    /// The first element that `selector` finds, once it is there.
    pub async fn find(&self, selector: &str) -> Element {
        self.seek(Locator::Css(selector), selector).await
    }

    /// Asks again until the element is there: while a page is being drawn anew, an engine may answer with an error.
    async fn seek(&self, locator: Locator<'_>, what: &str) -> Element {
        let started = Instant::now();
        loop {
            match self.client.find(locator).await {
                Ok(element) => return element,
                Err(error) if started.elapsed() > PATIENCE => {
                    panic!("\"{what}\" never appeared ({error}); the page says:\n{}", self.text().await)
                }
                Err(_) => tokio::time::sleep(Duration::from_millis(30)).await,
            }
        }
    }

    pub async fn click(&self, selector: &str) {
        self.press(Locator::Css(selector), selector).await;
    }

    /// Clicks the button or link that says exactly `words`.
    pub async fn choose(&self, words: &str) {
        let path = format!(
            "//*[self::a or self::button][normalize-space(.)=\"{words}\"] | //a[.//*[@class='way-name' and normalize-space(.)=\"{words}\"]]"
        );
        self.press(Locator::XPath(&path), words).await;
    }

    /// Chooses the option whose label says exactly `words`.
    pub async fn tick(&self, words: &str) {
        let path = format!("//label[normalize-space(.)=\"{words}\"]");
        self.press(Locator::XPath(&path), words).await;
    }

    /// Clicks, once nothing lies over the element. It is looked for anew each time, because a page may have been drawn
    /// anew since it was found.
    async fn press(&self, locator: Locator<'_>, what: &str) {
        let centre = "arguments[0].scrollIntoView({ block: 'center' })";
        let started = Instant::now();
        loop {
            let element = self.seek(locator, what).await;
            let handle = serde_json::to_value(&element).expect("an element is a reference");
            drop(self.client.execute(centre, vec![handle]).await);
            let Err(error) = element.click().await else { return };
            assert!(started.elapsed() < PATIENCE, "{what} cannot be clicked: {error}");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    pub async fn type_into(&self, selector: &str, words: &str) {
        let field = self.find(selector).await;
        field.send_keys(words).await.unwrap_or_else(|error| panic!("cannot type into {selector}: {error}"));
    }

    /// Empties a field as a person does, who takes out what stands in it.
    pub async fn empty(&self, selector: &str) {
        self.find(selector).await;
        let script = format!(
            "const field = document.querySelector('{selector}'); field.value = ''; field.dispatchEvent(new Event('input', {{ bubbles: true }}))"
        );
        self.run(&script).await;
    }

    pub async fn value_of(&self, selector: &str) -> String {
        let field = self.find(selector).await;
        field.prop("value").await.expect("a field has a value").unwrap_or_default()
    }

    pub async fn text(&self) -> String {
        self.run("return document.body?.innerText ?? ''").await.as_str().unwrap_or_default().to_owned()
    }

    /// Waits until the page says `words`.
    pub async fn sees(&self, words: &str) {
        let started = Instant::now();
        loop {
            let text = self.text().await;
            if text.contains(words) {
                return;
            }
            assert!(started.elapsed() < PATIENCE, "\"{words}\" never appeared; the page says:\n{text}");
            tokio::time::sleep(Duration::from_millis(30)).await;
        }
    }

    /// Waits until `script` gives true.
    pub async fn until(&self, script: &str) {
        let started = Instant::now();
        // A page that is just being left cannot answer: it is asked again.
        while self.client.execute(script, vec![]).await.ok() != Some(Value::Bool(true)) {
            let text = || async { self.text().await };
            assert!(
                started.elapsed() < PATIENCE,
                "it never came about that {script}; the page says:\n{}",
                text().await
            );
            tokio::time::sleep(Duration::from_millis(30)).await;
        }
    }

    /// Waits until `condition`, which is not the page's, is so.
    pub async fn waits_until(&self, mut condition: impl FnMut() -> bool, what: &str) {
        let started = Instant::now();
        while !condition() {
            assert!(
                started.elapsed() < PATIENCE,
                "it never came to {what}; the page says:\n{}",
                self.text().await
            );
            tokio::time::sleep(Duration::from_millis(30)).await;
        }
    }

    pub async fn new_tab(&self) -> WindowHandle {
        let tab = self.client.new_window(true).await.expect("a tab opens").handle;
        self.client.switch_to_window(tab.clone()).await.expect("the tab is there");
        tab
    }

    pub async fn this_tab(&self) -> WindowHandle {
        self.client.window().await.expect("there is a tab")
    }

    pub async fn switch_to(&self, tab: &WindowHandle) {
        self.client.switch_to_window(tab.clone()).await.expect("the tab is there");
    }

    /// Sets the size of the page, and the colours that the device asks for. Chromium only.
    pub async fn look_like(&self, width: u32, height: u32, scheme: &str) {
        let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.devtools("Emulation.setDeviceMetricsOverride", metrics).await;
        let media = json!({ "features": [
            { "name": "prefers-color-scheme", "value": scheme },
            { "name": "prefers-reduced-motion", "value": "reduce" },
        ] });
        self.devtools("Emulation.setEmulatedMedia", media).await;
    }

    pub async fn devtools(&self, command: &str, parameters: Value) -> Value {
        let body = json!({ "cmd": command, "params": parameters });
        let command = Ask { path: "goog/cdp/execute".into(), body: Some(body) };
        self.client.issue_cmd(command).await.expect("Chromium obeys")
    }

    /// What the console has said of trouble since it was last asked. Chromium only.
    pub async fn console(&self) -> Vec<String> {
        let command = Ask { path: "se/log".into(), body: Some(json!({ "type": "browser" })) };
        let told = self.client.issue_cmd(command).await.expect("Chromium tells");
        let told = told.as_array().cloned().unwrap_or_default();
        told.iter().map(|it| it["message"].as_str().unwrap_or_default().to_owned()).collect()
    }

    /// What assistive technology is told of an element, as the engine computes it, such as `button "Guess"`.
    pub async fn told(&self, selector: &str) -> String {
        let element = self.find(selector).await.element_id();
        let ask = async |what: &str| {
            let command = Ask { path: format!("element/{element}/computed{what}"), body: None };
            let told = self.client.issue_cmd(command).await;
            told.expect("the engine tells").as_str().unwrap_or_default().to_owned()
        };
        format!("{} \"{}\"", ask("role").await, ask("label").await.trim())
    }

    /// Goes on with the Tab key alone, until what has the focus says exactly `words`.
    pub async fn tab_to(&self, words: &str) {
        for _ in 0..80 {
            let focused = self.client.active_element().await.expect("something has the focus");
            let said =
                "return (document.activeElement.labels?.[0] ?? document.activeElement).innerText.trim()";
            if self.run(said).await == json!(words) {
                return;
            }
            focused.send_keys("\u{e004}").await.expect("it takes keys");
        }
        panic!("\"{words}\" is not reached with the Tab key; the page says:\n{}", self.text().await);
    }

    /// Presses keys where the focus is.
    pub async fn press_keys(&self, keys: &str) {
        let focused = self.client.active_element().await.expect("something has the focus");
        focused.send_keys(keys).await.expect("it takes keys");
    }
}

/// Something to ask of the driver that `fantoccini` has no name for: a question without a body, an order with one.
#[derive(Debug)]
struct Ask {
    path: String,
    body: Option<Value>,
}

impl WebDriverCompatibleCommand for Ask {
    fn endpoint(&self, base: &url::Url, session: Option<&str>) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        match &self.body {
            Some(body) => (http::Method::POST, Some(body.to_string())),
            None => (http::Method::GET, None),
        }
    }
}
