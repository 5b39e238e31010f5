//! Ten thousand reflections: sealed natively, laid into the browser's storage, then listed, found and scrolled through.
use crate::{
    app::{self, go, open},
    browser::Browser,
    engine::Engine,
    measure::{spread, times, typing},
};
use base64::{Engine as _, prelude::BASE64_STANDARD};
use chrono::{DateTime, TimeDelta};
use second_look::{
    domain::{
        ids::ReflectionId,
        journal::{Change, Journal},
        reflections::{Reflection, Words},
    },
    session::Session,
    storage::{RecordStore, Write, memory::MemoryStore},
    vault::Entropy,
};
use serde_json::{Value, json};

pub const MANY: u32 = 10_000;
/// How long each is, in characters.
const LENGTH: usize = 1_200;
/// How many rows are laid into the browser's storage at a time.
const AT_A_TIME: usize = 500;

/// Numbers that look random and are the same every time (a linear congruential generator, Knuth's constants).
pub struct Steady(pub u64);

impl Steady {
    pub fn next(&mut self) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize
    }
}

impl Entropy for Steady {
    fn fill(&mut self, bytes: &mut [u8]) {
        for byte in bytes {
            *byte = self.next().to_le_bytes()[0];
        }
    }
}

/// Reflections in the words of the packs, one every seven hours.
pub fn reflections(count: u32) -> Vec<Change> {
    let text = std::fs::read_to_string(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../public/packs/learning-event-2017/lessons.json"
    ));
    let text = text.expect("the packs are beside this crate");
    let words: Vec<&str> = text.split(|c: char| !c.is_alphabetic()).filter(|word| word.len() > 1).collect();
    let mut steady = Steady(1);
    let last = DateTime::parse_from_rfc3339("2026-11-20T17:00:00+00:00").expect("it is a time");
    let mut reflection = |n: u32| {
        let mut said = Words::about(None);
        said.title = format!("Reflection {n}");
        while said.passages[0].text.len() < LENGTH {
            said.passages[0].text.push_str(words[steady.next() % words.len()]);
            said.passages[0].text.push(' ');
        }
        let written = last - TimeDelta::hours(7 * i64::from(n));
        let mut id = [0; 16];
        id[..4].copy_from_slice(&n.to_be_bytes());
        Change::PutReflection(Reflection {
            id: ReflectionId::from_entropy(id),
            words: said,
            written,
            changed: written,
            earlier: vec![],
            binned: None,
            bring: false,
        })
    };
    (0..count).map(&mut reflection).collect()
}

/// Lays reflections into the storage of a browser in which the app is open, and opens the app again.
pub async fn lay_in(browser: &Browser, changes: &[Change]) {
    let store = MemoryStore::default();
    let (header, rows) = pollster::block_on(async {
        let opening = Session::open(store.clone(), &mut Steady(2)).await.expect("a new store opens");
        let opened = opening.read().await.expect("it is new").expect("a new store has no passphrase");
        opened.session.store(changes, &mut Steady(3)).await.expect("memory has room");
        let header = store.header().await.expect("it is there").expect("opening wrote it");
        (header, store.records().await.expect("they are there"))
    });
    let put = "
        const [header, names, values] = given;
        const bytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
        const database = await new Promise((done) => { indexedDB.open('second-look').onsuccess = (event) => done(event.target.result); });
        const transaction = database.transaction(['header', 'records'], 'readwrite');
        transaction.objectStore('header').put(bytes(header), 'key');
        names.forEach((name, at) => transaction.objectStore('records').put(bytes(values[at]), name));
        await new Promise((done, failed) => { transaction.oncomplete = done; transaction.onerror = failed; });
        database.close();
        return true;";
    let encode = |bytes: &[u8]| BASE64_STANDARD.encode(bytes);
    for some in rows.chunks(AT_A_TIME) {
        let names: Vec<_> = some.iter().map(|(name, _)| name.clone()).collect();
        let values: Vec<_> = some.iter().map(|(_, bytes)| encode(bytes)).collect();
        let laid = browser.run_async(put, vec![json!(encode(&header)), json!(names), json!(values)]).await;
        assert_eq!(laid, json!(true));
    }
    browser.reload().await;
    app::ready(browser).await;
}

/// What is in the storage of a browser in which the app is open, opened outside of it.
///
/// # Panics
/// If anything in it is damaged.
pub async fn take_out(browser: &Browser) -> Journal {
    let read = "
        const text = (bytes) => btoa(Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join(''));
        const answer = (request) => new Promise((done, failed) => { request.onsuccess = () => done(request.result); request.onerror = failed; });
        const database = await answer(indexedDB.open('second-look'));
        const transaction = database.transaction(['header', 'records']);
        const records = transaction.objectStore('records');
        const asked = [transaction.objectStore('header').get('key'), records.getAllKeys(), records.getAll()].map(answer);
        const [header, names, values] = await Promise.all(asked);
        database.close();
        return [text(header), names, values.map(text)];";
    let taken = browser.run_async(read, vec![]).await;
    let bytes =
        |text: &Value| BASE64_STANDARD.decode(text.as_str().expect("it is text")).expect("it is base64");
    let (names, values) = (taken[1].as_array().expect("names"), taken[2].as_array().expect("values"));
    pollster::block_on(async {
        let store = MemoryStore::default();
        store.create_header(&bytes(&taken[0])).await.expect("memory has room");
        for (name, value) in names.iter().zip(values) {
            let key = name.as_str().and_then(|it| it.parse().ok()).expect("it is the name of a row");
            store.write(&[Write::Put(key, bytes(value))]).await.expect("memory has room");
        }
        let opened = Session::open(store, &mut Steady(2)).await.expect("it opens");
        let opened = opened.read().await.expect("it can be read").expect("it has no passphrase");
        assert!(opened.set_aside.is_empty(), "something is damaged");
        opened.journal
    })
}

pub async fn ten_thousand_reflections_are_listed_found_and_scrolled(engine: Engine) {
    let server = app::serve();
    let browser = Browser::open_new(engine).await;
    open(&browser, &server).await;
    lay_in(&browser, &reflections(MANY)).await;
    go(&browser, "#/reflect").await;
    browser.sees("10000 reflections").await;
    // Everything has been taken in once the last word of the oldest is found.
    browser.type_into("#query", "reflection 9999").await;
    browser.sees("1 of 10000 reflections").await;
    let measure = typing("#found", "requestAnimationFrame(() => setTimeout(done))");
    let typed = json!(["minutes father", "chronology", "zebra", "the child was not seen"]);
    let mut keys = vec![];
    for _ in 0..2 {
        keys.extend(times(&browser.run_async(&measure, vec![typed.clone()]).await[0]));
    }
    let count = keys.len();
    let (median, p95) = spread(keys);
    println!("10,000 reflections, {} keys: median {median:.1} ms, 95th percentile {p95:.1} ms", count);
    browser.empty("#query").await;
    browser.sees("10000 reflections").await;
    let scroll = "
        const times = [];
        let most = 0;
        const end = document.documentElement.scrollHeight;
        for (let step = 0; step <= 200; step += 1) {
            const begun = performance.now();
            scrollTo(0, end * step / 200);
            await new Promise((done) => requestAnimationFrame(done));
            document.querySelector('#reflections').getBoundingClientRect();
            times.push(performance.now() - begun);
            most = Math.max(most, document.querySelectorAll('#reflections > li').length);
        }
        await new Promise((done) => setTimeout(done, 100));
        return [times, most, document.querySelector('#reflections').innerText.includes('Reflection 9999')];";
    let answer = browser.run_async(scroll, vec![]).await;
    let (step, slow) = spread(times(&answer[0]));
    println!("10,000 reflections scrolled: median {step:.1} ms a step, 95th percentile {slow:.1} ms");
    assert!(answer[1].as_u64().is_some_and(|most| most < 120), "too many rows are drawn: {}", answer[1]);
    assert_eq!(answer[2], json!(true), "the end of the list is not the oldest");
    assert!(p95 < 16.0, "a key takes {p95:.1} ms (median {median:.1})");
    assert!(slow < 50.0, "a step takes {slow:.1} ms (median {step:.1})");
    browser.close().await;
}
