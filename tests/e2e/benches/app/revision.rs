//! A day's revision with five thousand cards and a hundred thousand answers behind them, on a slow processor.
use crate::{
    app::{self, go},
    figure::{Figure, RUNS},
    link::Speed,
    many::lay_in,
    many_cards::{ANSWERING, history, with_many_cards},
    measure::{spread, times},
    page::{Page, Side},
    start::usable,
};
use serde_json::json;

/// Answers the floor's question twenty times, and gives back how long after each tap its verdict was shown.
const ANSWERING_THE_FLOOR: &str = "
    const times = [];
    for (let turn = 0; turn < 20; turn += 1) {
        await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
        const begun = performance.now();
        const shown = new Promise((done) => {
            const look = () => document.querySelector('#verdict') && (seen.disconnect(), done());
            const seen = new MutationObserver(look);
            seen.observe(document.querySelector('main'), { childList: true, subtree: true });
        });
        document.querySelector('input[name=answer]').click();
        await shown;
        document.querySelector('#verdict').getBoundingClientRect();
        times.push(performance.now() - begun);
        [...document.querySelectorAll('main button')].find((it) => it.innerText === 'Next').click();
    }
    return times;";

pub async fn figures() -> Vec<Figure> {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let cards = with_many_cards(folder.path());
    let page = Page::at_the_end_of(folder.path(), Speed::FAST).await;
    page.watch(&[usable(Side::Ours)]).await;
    page.visit("").await;
    app::ready(&page.browser).await;
    page.is_kept().await;
    page.slow_the_processor().await;
    let without = starts(&page).await;
    page.browser.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": 1 })).await;
    lay_in(&page.browser, &history(&cards)).await;
    page.slow_the_processor().await;
    let with = starts(&page).await;
    go(&page.browser, "#/quiz/revise").await;
    page.browser.find("#statement").await;
    let (answer, slow_answer) = answers(&page, ANSWERING).await;
    page.close().await;

    let floor = Page::at_the_end_of(Side::Floor.folder(), Speed::FAST).await;
    floor.watch(&[usable(Side::Floor)]).await;
    floor.visit("").await;
    floor.is_kept().await;
    floor.slow_the_processor().await;
    let floor_starts = starts(&floor).await;
    let (floor_answer, floor_slow) = answers(&floor, ANSWERING_THE_FLOOR).await;
    floor.close().await;
    let note = "slow CPU";
    vec![
        Figure::new("start with 5,000 cards and no answers", "ms", without, floor_starts.clone()).note(note),
        Figure::new("start with 5,000 cards and 100,000 answers", "ms", with, floor_starts).note(note),
        Figure::new("an answer is shown, median", "ms", answer, floor_answer).note(note),
        Figure::new("an answer is shown, 95th percentile", "ms", slow_answer, floor_slow).note(note),
    ]
}

async fn starts(page: &Page) -> Vec<f64> {
    let mut took = vec![];
    for _ in 0..RUNS {
        page.visit("").await;
        took.push(page.at("usable").await);
    }
    took
}

/// The median and the 95th percentile of each run.
async fn answers(page: &Page, answering: &str) -> (Vec<f64>, Vec<f64>) {
    let mut spreads = vec![];
    for _ in 0..RUNS {
        spreads.push(spread(times(&page.browser.run_async(answering, vec![]).await)));
    }
    spreads.into_iter().unzip()
}
