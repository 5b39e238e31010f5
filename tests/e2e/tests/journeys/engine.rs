//! The three engines: which of them this machine has, and how each is driven.
use serde_json::{Map, Value, json};
use std::{
    io::Read,
    net::{Ipv4Addr, TcpListener, TcpStream},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::OnceLock,
    thread,
    time::{Duration, Instant},
};

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
        let missing = needed.iter().find(|name| find(name).is_none());
        missing.map(|name| format!("{name} is not on this machine"))
    }

    /// Starts the engine's driver.
    pub fn drive(self) -> Driver {
        let port = free_port();
        let mut command = match self {
            Self::Chromium => Command::new("chromedriver"),
            Self::Firefox => Command::new("geckodriver"),
            Self::WebKit => Command::new("WebKitWebDriver"),
        };
        match self {
            Self::Chromium => command.arg(format!("--port={port}")),
            Self::Firefox => {
                command.args(["--port", &port.to_string(), "--websocket-port", &free_port().to_string()])
            }
            Self::WebKit => command
                .args(["-p", &port.to_string()])
                .env("DISPLAY", display())
                .env("LIBGL_ALWAYS_SOFTWARE", "1")
                .env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1"),
        };
        let child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("the driver starts");
        let started = Instant::now();
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            assert!(started.elapsed() < Duration::from_secs(30), "{self:?}'s driver does not answer");
            thread::sleep(Duration::from_millis(20));
        }
        Driver { child, port }
    }

    /// What to ask the driver for: headless, with everything kept in `profile`.
    pub fn capabilities(self, profile: &Path) -> Map<String, Value> {
        let profile = profile.to_str().expect("temporary folders have plain names");
        let options = match self {
            Self::Chromium => json!({
                "goog:chromeOptions": { "args": [
                    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                    "--disable-background-networking", "--disable-component-update", "--disable-sync",
                    "--disable-dev-shm-usage", format!("--user-data-dir={profile}"),
                ] },
            }),
            Self::Firefox => json!({
                "moz:firefoxOptions": { "binary": find("firefox-esr"), "args": ["-headless", "-profile", profile] },
            }),
            Self::WebKit => json!({
                "webkitgtk:browserOptions": { "binary": mini_browser(), "args": ["--automation"] },
            }),
        };
        match options {
            Value::Object(options) => options,
            _ => Map::new(),
        }
    }
}

/// A running driver; it ends with this.
pub struct Driver {
    child: Child,
    port: u16,
}

impl Driver {
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

fn mini_browser() -> Option<PathBuf> {
    let folders = ["/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib64", "/usr/libexec"];
    folders
        .iter()
        .map(|folder| Path::new(folder).join("webkit2gtk-4.1/MiniBrowser"))
        .find(|path| path.exists())
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
fn display() -> &'static str {
    static DISPLAY: OnceLock<String> = OnceLock::new();
    DISPLAY.get_or_init(|| {
        let mut screen = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1400x1000x24", "-nolisten", "tcp"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("Xvfb starts");
        let mut number = String::new();
        let mut told = screen.stdout.take().expect("its output is piped");
        let mut byte = [0];
        while told.read(&mut byte).is_ok_and(|read| read == 1) && byte[0] != b'\n' {
            number.push(byte[0].into());
        }
        format!(":{number}")
    })
}
