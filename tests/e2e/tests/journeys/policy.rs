//! The page's policy from outside: what a stranger's script may do in it, and what a stranger's page may do with it.
use crate::{app, browser::Browser, engine::Engine, offline::copy, outside, server::Server};
use serde_json::{Value, json};
use std::{
    collections::BTreeSet,
    fs,
    io::{BufRead, BufReader, Read, Write},
    net::{SocketAddr, TcpStream},
    sync::{Arc, Mutex},
    time::Duration,
};

const HOSTILE: &str = include_str!("hostile.js");

/// What [`HOSTILE`] tries, and the part of the policy that refuses it.
const TRIES: &[(&str, &str)] = &[
    ("fetch", "connect-src"),
    ("post", "connect-src"),
    ("request", "connect-src"),
    ("socket", "connect-src"),
    ("events", "connect-src"),
    ("beacon", "connect-src"),
    ("image", "img-src"),
    ("background", "img-src"),
    ("script", "script-src"),
    ("module", "script-src"),
    ("style", "style-src"),
    ("manifest-font", "font-src"),
    ("frame", "frame-src"),
    ("object", "object-src"),
    ("sound", "media-src"),
    ("inline-script", "script-src"),
    ("data-script", "script-src"),
    ("blob-script", "script-src"),
    ("handler", "script-src"),
    ("link-script", "script-src"),
    ("eval", "script-src"),
    ("function", "script-src"),
    ("timer", "script-src"),
    ("inline-style", "style-src"),
    ("style-attribute", "style-src"),
    ("form", "form-action"),
    ("base", "base-uri"),
];

/// Another origin, which lets everybody in and notes what it was asked for.
struct Elsewhere {
    address: SocketAddr,
    asked_for: Arc<Mutex<BTreeSet<String>>>,
}

impl Elsewhere {
    fn open() -> Self {
        let (address, asked_for) = outside::listen(answer);
        Self { address, asked_for }
    }

    fn address(&self) -> String {
        format!("http://{}/", self.address)
    }

    /// What it was asked for until now, but for the icon that browsers ask for by themselves.
    fn asked_for(&self) -> BTreeSet<String> {
        let mut asked_for = self.asked_for.lock().expect("noting does not panic").clone();
        asked_for.remove("favicon.ico");
        asked_for
    }
}

fn answer(mut caller: TcpStream, noted: &Mutex<BTreeSet<String>>) {
    drop(caller.set_read_timeout(Some(Duration::from_secs(30))));
    let mut lines = BufReader::new(&caller).lines().map_while(Result::ok);
    let Some(asked) = lines.next() else { return };
    let path = asked.split(' ').nth(1).unwrap_or_default().trim_start_matches('/');
    noted.lock().expect("noting does not panic").insert(path.to_owned());
    lines.find(String::is_empty);
    let kind = match path {
        "script" | "module" => "text/javascript",
        "style" => "text/css",
        _ => "text/html",
    };
    let head = format!(
        "HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nAccess-Control-Allow-Origin: *\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
    );
    drop(caller.write_all(head.as_bytes()));
    drop(caller.shutdown(std::net::Shutdown::Write));
    // Closed at once, what was posted would break the connection.
    drop(caller.read(&mut [0; 1024]));
}

pub async fn what_a_stranger_runs_in_the_page_reaches_nobody(engine: Engine) {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    copy(&app::built(), folder.path());
    fs::write(folder.path().join("hostile.js"), HOSTILE).expect("it can be written");
    let bare = "<!doctype html><title>No policy</title><body>";
    fs::write(folder.path().join("bare.html"), bare).expect("it can be written");
    let server = Server::start(folder.path());
    let browser = Browser::open_new(engine).await;
    let all: BTreeSet<_> = TRIES.iter().map(|(name, _)| (*name).to_owned()).collect();
    // Where there is no policy, every one of them gets out: none is refused for another reason.
    let elsewhere = Elsewhere::open();
    browser.goto(&format!("{}bare.html", server.address())).await;
    let_loose(&browser, &elsewhere, 0).await;
    let missing = || all.difference(&elsewhere.asked_for()).cloned().collect::<Vec<_>>();
    browser.waits_until(|| missing().is_empty(), "every request from a page without a policy").await;
    // In the app, none.
    let elsewhere = Elsewhere::open();
    app::open(&browser, &server).await;
    let told = let_loose(&browser, &elsewhere, 60).await;
    let expected: serde_json::Map<_, _> =
        TRIES.iter().map(|(name, part)| ((*name).into(), json!(part))).collect();
    assert_eq!(told, Value::Object(expected));
    browser.close().await;
    assert_eq!(elsewhere.asked_for(), BTreeSet::new());
}

/// Has the stranger's script run in the page, as the page's own, and gives what it tells.
async fn let_loose(browser: &Browser, elsewhere: &Elsewhere, looks: u32) -> Value {
    let loose = format!(
        "const it = document.createElement('script'); it.src = './hostile.js?looks={looks}&elsewhere={}'; document.body.append(it)",
        elsewhere.address()
    );
    browser.run(&loose).await;
    browser.until("return document.documentElement.dataset.told !== undefined").await;
    let told = browser.run("return document.documentElement.dataset.told").await;
    serde_json::from_str(told.as_str().expect("it is text")).expect("it is JSON")
}

pub async fn in_another_page_the_app_does_not_run(engine: Engine) {
    let server = app::serve();
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let page =
        format!("<!doctype html><title>A game</title><body><iframe src='{}'></iframe>", server.address());
    fs::write(folder.path().join("index.html"), page).expect("it can be written");
    let other = Server::start(folder.path());
    let browser = Browser::open_new(engine).await;
    browser.goto(&other.address()).await;
    browser.find("iframe").await;
    browser.client.enter_frame(0).await.expect("the frame is there");
    browser.sees("another page shows it inside itself").await;
    let there = "return [document.querySelector('.page'), document.querySelector('a:not([target=_top])'), document.querySelector('button')]";
    assert_eq!(browser.run(there).await, json!([null, null, null]), "there is something to press");
    // By itself it opens, and runs.
    browser.choose("Open it by itself").await;
    browser.client.enter_parent_frame().await.expect("the page is there");
    app::ready(&browser).await;
    browser.close().await;
}
