//! A small server for static files on this machine alone, that can really be stopped.
use std::{
    net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream},
    path::{Path, PathBuf},
    sync::{Arc, Mutex, atomic::AtomicBool, atomic::Ordering},
    thread::{self, JoinHandle},
    time::Duration,
};
use tiny_http::{Header, Request, Response};

/// A folder being served.
pub struct Server {
    port: u16,
    served: Arc<Mutex<Served>>,
    running: Option<(Arc<AtomicBool>, JoinHandle<()>)>,
}

struct Served {
    folder: PathBuf,
    /// Headers of every answer beyond the usual.
    headers: Vec<Header>,
}

impl Server {
    /// Serves `folder` on a free port.
    pub fn start(folder: impl Into<PathBuf>) -> Self {
        let free = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("this machine has a free port");
        let port = free.local_addr().expect("a listener has an address").port();
        drop(free);
        Self::start_on(port, folder)
    }

    /// Serves `folder` on `port`.
    pub fn start_on(port: u16, folder: impl Into<PathBuf>) -> Self {
        let served = Served { folder: folder.into(), headers: vec![] };
        let mut server = Self { port, served: Arc::new(Mutex::new(served)), running: None };
        server.resume();
        server
    }

    /// The address of the folder.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}/", self.port)
    }

    /// Serves another folder from now on, as when a new version is published.
    pub fn publish(&self, folder: impl Into<PathBuf>) {
        self.served.lock().expect("no request panicked").folder = folder.into();
    }

    /// Adds a header to every answer from now on.
    pub fn add_header(&self, name: &str, value: &str) {
        let header = Header::from_bytes(name, value).expect("the header is plain ASCII");
        self.served.lock().expect("no request panicked").headers.push(header);
    }

    /// Stops: nobody answers on the port any more.
    pub fn stop(&mut self) {
        if let Some((go_on, thread)) = self.running.take() {
            go_on.store(false, Ordering::SeqCst);
            thread.join().expect("the server does not panic");
        }
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, self.port));
        assert!(TcpStream::connect(address).is_err(), "something still listens on {address}");
    }

    /// Serves again, on the same port.
    pub fn resume(&mut self) {
        let server = tiny_http::Server::http((Ipv4Addr::LOCALHOST, self.port)).expect("the port is free");
        let go_on = Arc::new(AtomicBool::new(true));
        let (flag, served) = (go_on.clone(), self.served.clone());
        let thread = thread::spawn(move || {
            while flag.load(Ordering::SeqCst) {
                if let Ok(Some(request)) = server.recv_timeout(Duration::from_millis(50)) {
                    answer(request, &served.lock().expect("no request panicked"));
                }
            }
        });
        self.running = Some((go_on, thread));
    }

    /// Serves until the process ends.
    pub fn run(mut self) {
        if let Some((_, thread)) = self.running.take() {
            thread.join().expect("the server does not panic");
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Some((go_on, _)) = &self.running {
            go_on.store(false, Ordering::SeqCst);
        }
    }
}

fn answer(request: Request, served: &Served) {
    let path = request.url().split(['?', '#']).next().unwrap_or_default().trim_start_matches('/').to_owned();
    let name = if path.is_empty() { "index.html" } else { &path };
    let inside = !name.split('/').any(|part| part == "..");
    let found = if inside { std::fs::read(served.folder.join(name)).ok() } else { None };
    let mut response = match found {
        Some(bytes) => Response::from_data(bytes),
        None => Response::from_data(b"Not here".to_vec()).with_status_code(404),
    };
    response.add_header(Header::from_bytes("Content-Type", content_type(name)).expect("types are ASCII"));
    // No connection outlives its answer, so that a stopped server is really gone.
    response.add_header(Header::from_bytes("Connection", "close").expect("it is ASCII"));
    for header in &served.headers {
        response.add_header(header.clone());
    }
    // The browser may have gone away meanwhile: that is its right.
    drop(request.respond(response));
}

fn content_type(name: &str) -> &'static str {
    match Path::new(name).extension().and_then(|it| it.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("json") => "application/json",
        Some("wasm") => "application/wasm",
        Some("webmanifest") => "application/manifest+json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        _ => "application/octet-stream",
    }
}
