//! A host as it is met on the way: packed with gzip, by a slow link that all connections share, and everything counted.
use flate2::{Compression, write::GzEncoder};
use std::{
    collections::hash_map::DefaultHasher,
    fs,
    hash::{Hash, Hasher},
    io::{self, BufRead, BufReader, Write},
    net::{Ipv4Addr, Shutdown, SocketAddr, TcpListener, TcpStream},
    path::{Path, PathBuf},
    sync::{Arc, Mutex},
    thread,
    time::{Duration, Instant, SystemTime, UNIX_EPOCH},
};

/// How a link is: how long an answer's first byte takes, and how many bytes it carries in a second, all connections together.
#[derive(Clone, Copy)]
pub struct Speed {
    before_first_byte: Duration,
    bytes_a_second: f64,
}

impl Speed {
    /// A phone on a poor connection: 150 ms for an answer, 1.6 Mbit/s.
    pub const SLOW: Self = Self { before_first_byte: Duration::from_millis(150), bytes_a_second: 200_000.0 };
    /// This machine's own.
    pub const FAST: Self = Self { before_first_byte: Duration::ZERO, bytes_a_second: f64::INFINITY };
}

/// What went over it.
#[derive(Default)]
pub struct Counted {
    /// When each request came, in milliseconds since 1970.
    asked: Vec<f64>,
    /// When so many bytes were sent.
    sent: Vec<(f64, usize)>,
}

/// What goes at once: a packet.
const PACKET: usize = 1_460;

pub struct Link {
    address: SocketAddr,
    shared: Arc<Shared>,
}

struct Shared {
    folder: PathBuf,
    speed: Speed,
    /// When the link has carried all that it was given.
    free: Mutex<Instant>,
    counted: Mutex<Counted>,
    /// Every connection; none once it has stopped.
    open: Mutex<Option<Vec<TcpStream>>>,
}

impl Link {
    /// Serves `folder` until this is dropped or stopped.
    pub fn to(folder: impl Into<PathBuf>, speed: Speed) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("this machine has a free port");
        let address = listener.local_addr().expect("a listener has an address");
        let shared = Arc::new(Shared {
            folder: folder.into(),
            speed,
            free: Mutex::new(Instant::now()),
            counted: Mutex::default(),
            open: Mutex::new(Some(vec![])),
        });
        let serving = Arc::clone(&shared);
        thread::spawn(move || {
            for caller in listener.incoming().flatten() {
                let Ok(kept) = caller.try_clone() else { continue };
                match serving.open.lock().expect("nobody panics with it").as_mut() {
                    Some(open) => open.push(kept),
                    None => return,
                }
                let serving = Arc::clone(&serving);
                // A caller that is gone needs no answer.
                thread::spawn(move || drop(serving.answer(&caller)));
            }
        });
        Self { address, shared }
    }

    pub fn address(&self) -> String {
        format!("http://{}/", self.address)
    }

    /// Stops: every connection ends, and nobody answers any more.
    pub fn stop(&self) {
        let Some(open) = self.shared.open.lock().expect("nobody panics with it").take() else { return };
        for connection in open {
            drop(connection.shutdown(Shutdown::Both));
        }
        // The listener waits for one more caller, and ends with it.
        drop(TcpStream::connect(self.address));
        while TcpStream::connect(self.address).is_ok() {
            thread::yield_now();
        }
    }

    /// How many requests had come, and how many bytes had been sent, at a time in milliseconds since 1970.
    pub fn by(&self, time: f64) -> (usize, usize) {
        let counted = self.shared.counted.lock().expect("nobody panics with it");
        let sent = counted.sent.iter().filter(|(at, _)| *at <= time).map(|(_, bytes)| bytes).sum();
        (counted.asked.iter().filter(|at| **at <= time).count(), sent)
    }
}

impl Drop for Link {
    fn drop(&mut self) {
        self.stop();
    }
}

impl Shared {
    fn answer(&self, caller: &TcpStream) -> io::Result<()> {
        caller.set_nodelay(true)?;
        let mut lines = BufReader::new(caller).lines();
        // One connection asks many times.
        while let Some(asked) = lines.next() {
            let asked = asked?;
            let mut known = None;
            for line in lines.by_ref() {
                let line = line?;
                if line.is_empty() {
                    break;
                }
                if let Some((name, value)) = line.split_once(": ")
                    && name.eq_ignore_ascii_case("if-none-match")
                {
                    known = Some(value.to_owned());
                }
            }
            self.note(|counted, now| counted.asked.push(now));
            thread::sleep(self.speed.before_first_byte);
            let target = asked.split(' ').nth(1).unwrap_or("/");
            self.send(caller, &self.response(target, known.as_deref()))?;
        }
        Ok(())
    }

    /// Head and body, as a static host gives them: kept for ten minutes, and named by a hash afterwards.
    fn response(&self, target: &str, known: Option<&str>) -> Vec<u8> {
        let path = target.split(['?', '#']).next().unwrap_or_default().trim_start_matches('/');
        let mut file = self.folder.join(path);
        if file.is_dir() {
            file.push("index.html");
        }
        let Ok(bytes) = fs::read(&file) else {
            return b"HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\n\r\n".to_vec();
        };
        let mut hasher = DefaultHasher::new();
        bytes.hash(&mut hasher);
        let tag = format!("\"{:x}\"", hasher.finish());
        let keep = format!("cache-control: max-age=600\r\netag: {tag}\r\n");
        if known == Some(&*tag) {
            return format!("HTTP/1.1 304 Not Modified\r\n{keep}\r\n").into_bytes();
        }
        let (kind, packs) = kind_of(&file);
        let (encoding, body) = match packs {
            true => ("content-encoding: gzip\r\n", pack(&bytes)),
            false => ("", bytes),
        };
        let head = format!(
            "HTTP/1.1 200 OK\r\ncontent-type: {kind}\r\ncontent-length: {}\r\n{encoding}{keep}\r\n",
            body.len()
        );
        [head.into_bytes(), body].concat()
    }

    fn send(&self, mut caller: &TcpStream, response: &[u8]) -> io::Result<()> {
        for packet in response.chunks(PACKET) {
            thread::sleep(self.wait_for(packet.len()));
            caller.write_all(packet)?;
            self.note(|counted, now| counted.sent.push((now, packet.len())));
        }
        Ok(())
    }

    /// How long it takes until the link has carried so many more bytes.
    fn wait_for(&self, bytes: usize) -> Duration {
        let mut free = self.free.lock().expect("nobody panics with it");
        let now = Instant::now();
        #[expect(clippy::cast_precision_loss, reason = "a packet is small")]
        let takes = Duration::from_secs_f64(bytes as f64 / self.speed.bytes_a_second);
        *free = (*free).max(now) + takes;
        free.saturating_duration_since(now)
    }

    fn note(&self, note: impl FnOnce(&mut Counted, f64)) {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).expect("it is after 1970");
        note(&mut self.counted.lock().expect("nobody panics with it"), now.as_secs_f64() * 1_000.0);
    }
}

/// What a file is called, and whether a host packs it.
fn kind_of(file: &Path) -> (&'static str, bool) {
    match file.extension().and_then(|it| it.to_str()).unwrap_or_default() {
        "html" => ("text/html; charset=utf-8", true),
        "js" => ("text/javascript", true),
        "css" => ("text/css", true),
        "json" => ("application/json", true),
        "webmanifest" => ("application/manifest+json", true),
        "svg" => ("image/svg+xml", true),
        "wasm" => ("application/wasm", true),
        "png" => ("image/png", false),
        _ => ("application/octet-stream", false),
    }
}

fn pack(bytes: &[u8]) -> Vec<u8> {
    let mut packer = GzEncoder::new(vec![], Compression::best());
    packer.write_all(bytes).expect("memory has room");
    packer.finish().expect("memory has room")
}
