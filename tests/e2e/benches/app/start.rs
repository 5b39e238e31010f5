//! A first visit by a slow link on a slow processor, and the next one with the server stopped.
use crate::{
    figure::{Bound, Figure, RUNS},
    link::Speed,
    page::{Page, Side, Step, step},
};

/// What a first visit may fetch before it can be used.
const BUDGET_KB: f64 = 250.0;
/// How soon a tap must work, in seconds.
const WORKING_TAP: f64 = 2.0;

/// What there is once the page can be used.
pub fn usable(side: Side) -> Step {
    step(
        "usable",
        side.pick(
            "document.querySelector('#main #two-minutes a')",
            "document.querySelector('#found')?.textContent.endsWith('reflections')",
        ),
    )
}

/// To the quiz by its tab, and to the first answer, each tapped as soon as it is there.
fn taps(side: Side) -> Vec<Step> {
    let answer = "document.querySelector('input[name=answer]')";
    match side {
        Side::Ours => vec![
            ("tab", "document.querySelector('#tabs a[href=\"#/quiz\"]')".into(), Some("#tabs a[href=\"#/quiz\"]")),
            (
                "tapped",
                "document.querySelector('#main h1')?.textContent === 'Quiz' && document.querySelector('#main a[href=\"#/quiz/revise\"]')".into(),
                Some("#main a[href=\"#/quiz/revise\"]"),
            ),
            ("asked", answer.into(), Some("input[name=answer]")),
            step("answered", "document.querySelector('#sureness button')"),
        ],
        Side::Floor => vec![
            ("asked", answer.into(), Some("input[name=answer]")),
            step("answered", "document.querySelector('#verdict')"),
        ],
    }
}

/// What the runs of one side gave, by name.
#[derive(Default)]
struct Runs {
    kilobytes: Vec<f64>,
    requests: Vec<f64>,
    kilobytes_to_question: Vec<f64>,
    requests_to_question: Vec<f64>,
    all_kilobytes: Vec<f64>,
    first_paint: Vec<f64>,
    largest_paint: Vec<f64>,
    shift: Vec<f64>,
    usable: Vec<f64>,
    tapped: Vec<f64>,
    asked: Vec<f64>,
    answered: Vec<f64>,
    warm: Vec<f64>,
    warm_slow: Vec<f64>,
    warm_paint: Vec<f64>,
}

pub async fn figures() -> Vec<Figure> {
    let (mut ours, mut floor) = (Runs::default(), Runs::default());
    for _ in 0..RUNS {
        for side in Side::BOTH {
            let runs = match side {
                Side::Ours => &mut ours,
                Side::Floor => &mut floor,
            };
            looks(side, runs).await;
            taps_at_once(side, runs).await;
            comes_again(side, runs).await;
        }
    }
    let of = |what: &str, unit: &str, pick: fn(&Runs) -> &Vec<f64>| {
        Figure::new(what, unit, pick(&ours).clone(), pick(&floor).clone())
    };
    let times_warm = Bound::TimesTheFloor(2.0);
    let tap_within = Bound::AtMost(WORKING_TAP * 1_000.0);
    vec![
        of("first visit, until it can be used", "KB", |it| &it.kilobytes).bound(Bound::AtMost(BUDGET_KB)),
        of("requests until then", "", |it| &it.requests),
        of("first visit, until a question can be answered", "KB", |it| &it.kilobytes_to_question)
            .bound(Bound::AtMost(BUDGET_KB)),
        of("requests until then", "", |it| &it.requests_to_question),
        of("first visit, all that is kept for offline use included", "KB", |it| &it.all_kilobytes),
        of("first paint, slow link and CPU", "ms", |it| &it.first_paint).bound(Bound::TimesTheFloor(1.5)),
        of("largest paint, slow link and CPU", "ms", |it| &it.largest_paint),
        of("layout shift", "", |it| &it.shift),
        of("can be used, slow link and CPU", "ms", |it| &it.usable),
        of("a tap on the tab Quiz works, slow link and CPU", "ms", |it| &it.tapped).bound(tap_within),
        of("the first question is there", "ms", |it| &it.asked),
        of("a tap on its answer works, slow link and CPU", "ms", |it| &it.answered).bound(tap_within),
        of("warm start, server stopped, first paint", "ms", |it| &it.warm_paint),
        of("warm start, server stopped, until it can be used", "ms", |it| &it.warm).bound(times_warm),
        of("the same, slow CPU", "ms", |it| &it.warm_slow).bound(times_warm),
    ]
}

/// A first visit of somebody who looks.
async fn looks(side: Side, runs: &mut Runs) {
    let page = Page::at_the_end_of(side.folder(), Speed::SLOW).await;
    page.watch(&[usable(side)]).await;
    page.slow_the_processor().await;
    page.visit("").await;
    let usable = page.at("usable").await;
    let (requests, kilobytes) = until(&page, usable).await;
    runs.usable.push(usable);
    runs.requests.push(requests);
    runs.kilobytes.push(kilobytes);
    page.is_kept().await;
    runs.first_paint.push(page.number("window.seen.paints['first-contentful-paint']").await);
    runs.largest_paint.push(page.number("window.seen.paints.largest").await);
    runs.shift.push(page.number("window.seen.shift").await);
    runs.all_kilobytes.push(until(&page, f64::INFINITY).await.1);
    page.close().await;
}

/// A first visit of somebody who taps whatever is there.
async fn taps_at_once(side: Side, runs: &mut Runs) {
    let page = Page::at_the_end_of(side.folder(), Speed::SLOW).await;
    page.watch(&taps(side)).await;
    page.slow_the_processor().await;
    page.visit("").await;
    runs.answered.push(page.at("answered").await);
    let asked = page.at("asked").await;
    runs.asked.push(asked);
    runs.tapped.push(page.at(side.pick("tapped", "answered")).await);
    let (requests, kilobytes) = until(&page, asked).await;
    runs.requests_to_question.push(requests);
    runs.kilobytes_to_question.push(kilobytes);
    page.close().await;
}

/// The next visits, with the server stopped and the service worker asleep.
async fn comes_again(side: Side, runs: &mut Runs) {
    let page = Page::at_the_end_of(side.folder(), Speed::FAST).await;
    page.watch(&[usable(side)]).await;
    page.visit("").await;
    page.at("usable").await;
    page.is_kept().await;
    page.link.stop();
    wakes(&page).await;
    runs.warm.push(page.at("usable").await);
    runs.warm_paint.push(page.number("window.seen.paints['first-contentful-paint']").await);
    page.slow_the_processor().await;
    wakes(&page).await;
    runs.warm_slow.push(page.at("usable").await);
    page.close().await;
}

async fn wakes(page: &Page) {
    page.browser.goto("about:blank").await;
    page.browser.devtools("ServiceWorker.enable", serde_json::json!({})).await;
    page.browser.devtools("ServiceWorker.stopAllWorkers", serde_json::json!({})).await;
    page.visit("").await;
}

/// How many requests had come and kilobytes gone over the link, so many milliseconds after the visit began.
async fn until(page: &Page, time: f64) -> (f64, f64) {
    let (requests, bytes) = page.link.by(page.number("performance.timeOrigin").await + time);
    #[expect(clippy::cast_precision_loss, reason = "there are few")]
    let counted = (requests as f64, bytes as f64 / 1_024.0);
    counted
}
