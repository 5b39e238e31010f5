//! The throwaway server: a process of its own, so that stopping it ends every connection.
use std::{
    collections::BTreeSet,
    net::{Ipv4Addr, TcpListener, TcpStream},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::Mutex,
    thread,
    time::{Duration, Instant},
};

/// The ports that were served on in this run.
static SERVED: Mutex<BTreeSet<u16>> = Mutex::new(BTreeSet::new());

/// A folder being served.
pub struct Server {
    folder: PathBuf,
    port: u16,
    headers: Vec<&'static str>,
    process: Child,
}

impl Server {
    /// Serves `folder`.
    pub fn start(folder: impl Into<PathBuf>) -> Self {
        Self::start_with(folder, &[])
    }

    /// Serves `folder` with further headers on every answer.
    pub fn start_with(folder: impl Into<PathBuf>, headers: &[&'static str]) -> Self {
        let folder = folder.into();
        loop {
            let free = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("this machine has a free port");
            let port = free.local_addr().expect("a listener has an address").port();
            drop(free);
            // What a browser kept of one server must not be taken for another's.
            if !SERVED.lock().expect("nobody panics while a port is noted").insert(port) {
                continue;
            }
            let mut process = spawn(&folder, port, headers);
            // One that ended lost its port to another journey's, which is what answered.
            if matches!(process.try_wait(), Ok(None)) {
                return Self { folder, port, headers: headers.to_vec(), process };
            }
        }
    }

    /// The address of the folder.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}/", self.port)
    }

    /// Serves another folder at the same address, as when a new version is published.
    pub fn publish(&mut self, folder: impl Into<PathBuf>) {
        self.stop();
        self.folder = folder.into();
        self.process = spawn(&self.folder, self.port, &self.headers);
    }

    /// Stops: nobody answers at the address any more.
    pub fn stop(&mut self) {
        drop(self.process.kill());
        drop(self.process.wait());
        assert!(!answers(self.port), "something still listens on port {}", self.port);
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.process.kill());
        drop(self.process.wait());
    }
}

fn spawn(folder: &Path, port: u16, headers: &[&str]) -> Child {
    let process = Command::new(env!("CARGO_BIN_EXE_serve"))
        .arg(folder)
        .arg(port.to_string())
        .args(headers)
        .stdout(Stdio::null())
        .spawn()
        .expect("the server starts");
    let asked = Instant::now();
    while !answers(port) {
        assert!(asked.elapsed() < Duration::from_secs(10), "the server does not answer");
        thread::sleep(Duration::from_millis(10));
    }
    process
}

fn answers(port: u16) -> bool {
    TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok()
}
