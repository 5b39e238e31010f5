//! The three engines: which of them this machine has, and how each is driven.
use crate::outside::Gate;
use serde_json::{Map, Value, json};
use std::{
    io::{Read, Write},
    net::{Ipv4Addr, TcpListener, TcpStream},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::{
        Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

/// WebKitGTK with a profile that lasts.
const WEBKIT_BROWSER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/webkit-browser");

/// Chromium's engine alone, which starts in a third of the time.
const CHROMIUM_SHELL: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/chromium-shell");

/// The film in a profile that is shown to the camera.
pub const FILM: &str = "camera.y4m";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Chromium,
    Firefox,
    WebKit,
}

impl Engine {
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// Why this machine cannot run the engine; none if it can.
    pub fn missing(self) -> Option<String> {
        let needed: &[&str] = match self {
            Self::Chromium => &["chromedriver"],
            Self::Firefox => &["geckodriver", "firefox-esr"],
            Self::WebKit => &["WebKitWebDriver", "Xvfb"],
        };
        if let Some(name) = needed.iter().find(|name| find(name).is_none()) {
            return Some(format!("{name} is not on this machine"));
        }
        // Its browser is a script over Debian's bindings.
        let bindings = "import gi; gi.require_version('WebKit2', '4.1'); from gi.repository import WebKit2";
        let bound = || Command::new("/usr/bin/python3").args(["-c", bindings]).stderr(Stdio::null()).status();
        let unbound = self == Self::WebKit && !bound().is_ok_and(|status| status.success());
        unbound.then(|| "WebKitGTK's bindings for Python are not on this machine".to_owned())
    }

    /// Starts the engine's driver in `folder`, where files land that a page hands out, and waits until it says that it is
    /// ready.
    pub fn drive(self, folder: &Path) -> Driver {
        let started = Instant::now();
        loop {
            let mut driver = self.spawn(folder);
            // One that ended at once found its port taken meanwhile: the next has another.
            while driver.child.try_wait().is_ok_and(|ended| ended.is_none()) {
                if driver.is_ready() {
                    return driver;
                }
                assert!(started.elapsed() < Duration::from_secs(60), "{self:?}'s driver does not answer");
                thread::sleep(Duration::from_millis(20));
            }
        }
    }

    fn spawn(self, folder: &Path) -> Driver {
        let port = free_port();
        let mut command = match self {
            Self::Chromium => Command::new("chromedriver"),
            Self::Firefox => Command::new("geckodriver"),
            Self::WebKit => Command::new("WebKitWebDriver"),
        };
        match self {
            Self::Chromium => command.arg(format!("--port={port}")),
            // The variable has it go by the driver's setting, by which it asks its makers for nothing.
            Self::Firefox => command
                .args(["--port", &port.to_string(), "--websocket-port", &free_port().to_string()])
                .env("MOZ_REMOTE_SETTINGS_DEVTOOLS", "1"),
            Self::WebKit => command
                .args(["-p", &port.to_string()])
                .env("DISPLAY", display())
                .env("LIBGL_ALWAYS_SOFTWARE", "1")
                .env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1"),
        };
        let child = command
            .current_dir(folder)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("the driver starts");
        DRIVING.fetch_add(1, Ordering::SeqCst);
        Driver { child, port }
    }

    /// What to ask the driver for: headless, with everything kept in `profile`, and every host but this machine behind
    /// the [gate](Gate). Where a [`FILM`] lies there, it is what Chromium's camera sees, and the camera is allowed.
    /// If it may be `bare`, and this machine has Chromium's engine alone, nothing is started around it.
    pub fn capabilities(self, profile: &Path, gate: &Gate, bare: bool) -> Map<String, Value> {
        let film = profile.join(FILM);
        let profile = profile.to_str().expect("temporary folders have plain names");
        let gate = gate.address.to_string();
        let options = match self {
            Self::Chromium => {
                let mut arguments = [
                    "--headless",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--disable-dev-shm-usage",
                    // What it would ask its makers for, it asks for where nobody is. The address bar's own pages, which nobody
                    // sees, would take a fifth of a processor.
                    "--disable-features=AutofillServerCommunication,NetworkTimeServiceQuerying,OptimizationHints,PreconnectToSearch,\
                     WebUIOmniboxPopup,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup",
                    "--gaia-url=http://127.0.0.1:9",
                    "--component-updater=url-source=http://127.0.0.1:9/",
                ]
                .map(str::to_owned)
                .to_vec();
                arguments.push(format!("--user-data-dir={profile}"));
                arguments.push(format!("--proxy-server=http://{gate}"));
                if film.exists() {
                    arguments.push("--use-fake-ui-for-media-stream".to_owned());
                    arguments.push("--use-fake-device-for-media-stream".to_owned());
                    arguments.push(format!("--use-file-for-fake-video-capture={}", film.display()));
                }
                // Debian's build would begin with a page of its own choice.
                let begin =
                    json!({ "session": { "restore_on_startup": 4, "startup_urls": ["about:blank"] } });
                let mut options = json!({ "args": arguments, "prefs": begin });
                if bare && find("chromium-headless-shell").is_some() {
                    options["binary"] = CHROMIUM_SHELL.into();
                }
                json!({ "goog:chromeOptions": options })
            }
            Self::Firefox => json!({
                "moz:firefoxOptions": {
                    "binary": find("firefox-esr"),
                    "args": ["-headless", "-profile", profile],
                    "prefs": {
                        // As every person's has it: the driver would let all pages from files be one.
                        "security.fileuri.strict_origin_policy": true,
                        // What pays over hours costs a page that lives for seconds half of its time.
                        "javascript.options.wasm_optimizingjit": false,
                        "dom.ipc.processPrelaunch.enabled": false,
                        "browser.tabs.remote.separatePrivilegedContentProcess": false,
                        "extensions.webextensions.remote": false,
                    },
                },
                "proxy": { "proxyType": "manual", "httpProxy": gate, "sslProxy": gate },
            }),
            Self::WebKit => json!({
                "webkitgtk:browserOptions": { "binary": WEBKIT_BROWSER, "args": [profile, format!("http://{gate}")] },
            }),
        };
        match options {
            Value::Object(options) => options,
            _ => Map::new(),
        }
    }
}

/// How many drivers run.
static DRIVING: AtomicUsize = AtomicUsize::new(0);

/// A running driver; it ends with this.
pub struct Driver {
    child: Child,
    port: u16,
}

impl Driver {
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    fn is_ready(&self) -> bool {
        let ask = || -> std::io::Result<String> {
            let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port))?;
            stream.set_read_timeout(Some(Duration::from_secs(2)))?;
            write!(
                stream,
                "GET /status HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nConnection: close\r\n\r\n",
                self.port
            )?;
            let mut answer = [0; 15];
            stream.read_exact(&mut answer)?;
            Ok(String::from_utf8_lossy(&answer).into_owned())
        };
        ask().is_ok_and(|answer| answer.contains(" 200"))
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
        DRIVING.fetch_sub(1, Ordering::SeqCst);
    }
}

fn find(name: &str) -> Option<PathBuf> {
    let folders = std::env::var_os("PATH")?;
    std::env::split_paths(&folders).map(|folder| folder.join(name)).find(|path| path.is_file())
}

fn free_port() -> u16 {
    let free = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("this machine has a free port");
    free.local_addr().expect("a listener has an address").port()
}

/// One invisible screen for every WebKit window of the run.
static SCREEN: Mutex<Option<Screen>> = Mutex::new(None);

struct Screen {
    process: Child,
    display: String,
}

fn display() -> String {
    let mut screen = SCREEN.lock().expect("no journey panics while it starts the screen");
    screen.get_or_insert_with(start_screen).display.clone()
}

fn start_screen() -> Screen {
    let mut process = Command::new("Xvfb")
        .args(["-displayfd", "1", "-screen", "0", "1400x1000x24", "-nolisten", "tcp"])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("Xvfb starts");
    let mut number = String::new();
    let told = process.stdout.as_mut().expect("its output is piped");
    let mut byte = [0];
    while told.read(&mut byte).is_ok_and(|read| read == 1) && byte[0] != b'\n' {
        number.push(byte[0].into());
    }
    Screen { process, display: format!(":{number}") }
}

/// Ends what the journeys shared, once the threads that held them have ended their drivers.
pub fn put_away() {
    let started = Instant::now();
    while DRIVING.load(Ordering::SeqCst) > 0 && started.elapsed() < Duration::from_secs(10) {
        thread::sleep(Duration::from_millis(20));
    }
    if let Some(mut screen) = SCREEN.lock().expect("no journey is under way").take() {
        drop(screen.process.kill());
        drop(screen.process.wait());
    }
}
