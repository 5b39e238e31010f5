//! Answer codes before a facilitator's camera, as fast as they are taken in.
use crate::{
    app::{self, go},
    browser::Browser,
    engine::{Engine, FILM},
    figure::{Figure, RUNS},
    footage::{self, Pace},
    many::lay_in,
    many_phones::{a_quiz, answers_of},
};
use second_look::domain::{events::Event, ids::EventId, journal::Change, passing::EventTag};
use std::path::Path;

/// How many different codes are in the film.
const CODES: u8 = 60;
/// Of how many the time is taken: that a film begins again for those that were missed is another matter.
const TIMED: u8 = 40;
/// More than can be taken in: twenty codes a second, each in one picture, tilted and blurred as by hand.
const PACE: Pace = Pace { rate: 20, held: 1 };

pub async fn figures() -> Vec<Figure> {
    let tag = EventTag::from_entropy(*b"at six");
    let codes: Vec<_> = (0..CODES).map(|n| answers_of(tag, n)).collect();
    let folder = tempfile::tempdir().expect("a folder can be made");
    let film = folder.path().join(FILM);
    footage::write(&film, &codes, PACE).expect("there is room for a film");
    let (id, day) = a_quiz(tag, 9);
    let mut rates = vec![];
    for _ in 0..RUNS {
        rates.push(rate(&film, id, &day).await);
    }
    let shown = PACE.rate / PACE.held;
    let figure = Figure::new("answer codes taken in each second", "", rates, vec![]);
    vec![figure.note(format!("{shown} a second are shown"))]
}

/// How many codes are counted in a second, from the first to the last that is timed.
async fn rate(film: &Path, id: EventId, day: &Event) -> f64 {
    let server = app::serve();
    let browser = Browser::open_with(Engine::Chromium, film).await;
    app::open(&browser, &server).await;
    lay_in(&browser, &[Change::PutEvent(day.clone())]).await;
    go(&browser, &format!("#/events/{id}/run")).await;
    browser.click("#collecting summary").await;
    let note = "
        const counted = () => Number(document.querySelector('#collecting summary').innerText.match(/\\d+/)?.[0] ?? 0);
        window.counts = [];
        new MutationObserver(() => {
            const [last] = window.counts.at(-1) ?? [0];
            if (counted() > last) window.counts.push([counted(), performance.now()]);
        }).observe(document.querySelector('main'), { childList: true, subtree: true, characterData: true });";
    browser.run(note).await;
    browser.choose("Start the camera").await;
    browser.until(&format!("return (window.counts.at(-1)?.[0] ?? 0) >= {TIMED}")).await;
    let counts = browser.run("return [window.counts[0], window.counts.at(-1)]").await;
    browser.close().await;
    let of = |at: usize, what: usize| counts[at][what].as_f64().expect("it was counted");
    (of(1, 0) - of(0, 0)) / ((of(1, 1) - of(0, 1)) / 1_000.0)
}
