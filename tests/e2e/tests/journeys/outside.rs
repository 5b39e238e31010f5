//! The world outside: every browser asks for whatever is not on this machine at a gate of its own, which lets nothing
//! through and notes what was asked for. A journey at whose end anything stands there fails.
use crate::{browser::Browser, engine::Engine};
use std::{
    cell::RefCell,
    io::{BufRead, BufReader, Write},
    net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream},
    rc::Rc,
    sync::{Arc, Mutex},
    thread,
    time::Duration,
};

/// Where one browser asks for whatever is not on this machine.
pub struct Gate {
    pub address: SocketAddr,
    asked_for: Arc<Mutex<Vec<String>>>,
}

impl Gate {
    /// A new one.
    pub fn shut() -> Rc<Self> {
        let (address, asked_for) = listen(turn_away);
        Rc::new(Self { address, asked_for })
    }
}

thread_local! {
    /// Those of the browsers of this journey. It keeps to its thread, and so do its browsers.
    static GATES: RefCell<Vec<Rc<Gate>>> = const { RefCell::new(vec![]) };
}

/// Listens at a port of its own, and has every caller answered and noted. It goes on until the run ends, as what is under
/// way in a browser may outlast the journey.
pub fn listen<T: Default + Send + 'static>(answer: fn(TcpStream, &Mutex<T>)) -> (SocketAddr, Arc<Mutex<T>>) {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("this machine has a free port");
    let address = listener.local_addr().expect("a listener has an address");
    let noted = Arc::<Mutex<T>>::default();
    let notes = Arc::clone(&noted);
    thread::spawn(move || {
        for caller in listener.incoming().flatten() {
            let notes = Arc::clone(&notes);
            thread::spawn(move || answer(caller, &notes));
        }
    });
    (address, noted)
}

/// A new journey sets out, without a browser yet.
pub fn begin() {
    GATES.take();
}

/// From now on, what is asked for at `gate` was asked for on this journey.
pub fn watch(gate: &Rc<Gate>) {
    GATES.with_borrow_mut(|gates| gates.push(Rc::clone(gate)));
}

/// Whom the browsers themselves ask, whatever page is open: for updates of their parts, lists of bad sites, the time, and, in
/// Debian's Chromium, a search page for a new tab. What can be turned off is (`engine.rs`); no page of the app has any of these names in it.
const OF_THE_BROWSERS: [&str; 8] = [
    "duckduckgo.com",
    "gvt1.com",
    "google.com",
    "googleapis.com",
    "gstatic.com",
    "mozilla.com",
    "mozilla.net",
    "mozilla.org",
];

/// Whether a request's first line asks for a host of a browser's maker.
fn is_of_a_browser(asked: &str) -> bool {
    let target = asked.split(' ').nth(1).unwrap_or_default();
    let host = target.trim_start_matches("http://").split(['/', ':']).next().unwrap_or_default();
    OF_THE_BROWSERS
        .iter()
        .any(|it| host.strip_suffix(it).is_some_and(|it| it.is_empty() || it.ends_with('.')))
}

/// Notes what was asked for, and lets nothing through.
fn turn_away(mut caller: TcpStream, noted: &Mutex<Vec<String>>) {
    drop(caller.set_read_timeout(Some(Duration::from_secs(30))));
    let mut lines = BufReader::new(&caller).lines().map_while(Result::ok);
    // One who opens a connection in good time, and then asks for nothing, has asked nobody for anything.
    let Some(asked) = lines.next() else { return };
    if !is_of_a_browser(&asked) {
        noted.lock().expect("noting does not panic").push(asked);
    }
    lines.find(String::is_empty);
    drop(caller.write_all(b"HTTP/1.1 502 Shut\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));
}

/// What was asked for on this journey until now, as the first lines of the requests; they are forgotten.
pub fn asked_for() -> Vec<String> {
    let taken = |gate: &Rc<Gate>| std::mem::take(&mut *gate.asked_for.lock().expect("noting does not panic"));
    GATES.with_borrow(|gates| gates.iter().flat_map(taken).collect())
}

/// The gate itself: a page that no policy protects asks for hosts outside in every way that the gate must notice.
pub async fn whoever_is_asked_for_outside_is_noticed(engine: Engine) {
    let browser = Browser::open_new(engine).await;
    browser.goto("data:text/html,<title>Nobody's page</title>").await;
    assert_eq!(asked_for(), Vec::<String>::new(), "the browser itself asks for something");
    let ask = "
        new Image().src = 'http://plain.example/image';
        new Image().src = 'https://sealed.example/image';
        try { new WebSocket('wss://socket.example/') } catch {}
        const frame = document.createElement('iframe'); frame.src = 'http://frame.example/'; document.body.append(frame);";
    browser.run(ask).await;
    let mut noticed = vec![];
    for host in ["plain.example", "sealed.example", "socket.example", "frame.example"] {
        browser
            .waits_until(
                || {
                    noticed.extend(asked_for());
                    noticed.iter().any(|it: &String| it.contains(host))
                },
                host,
            )
            .await;
    }
    browser.close().await;
    // What this journey asked for is what it was for.
    let others: Vec<_> = asked_for().into_iter().filter(|it| !it.contains(".example")).collect();
    assert_eq!(others, Vec::<String>::new());
}
