//! Five thousand cards and a hundred thousand answers, on a processor slowed four times: opened, and answered.
use crate::{
    app::{self, go},
    browser::Browser,
    engine::Engine,
    many::{Steady, lay_in},
    measure::{spread, times},
    offline::publish_changed,
    server::Server,
};
use chrono::{DateTime, TimeDelta, Utc};
use second_look::domain::{
    cards::CardId,
    ids::{CardHistoryId, StatementId},
    journal::Change,
    quiz::Sureness,
    reviews::{CardHistory, Outcome, Review},
};
use serde_json::json;
use std::path::Path;

const CARDS: usize = 5_000;
const REVIEWS: usize = 100_000;
/// How many answers are given on a day.
const A_DAY: usize = 100;

/// How much longer the app may take to open with all of it than with nothing, in milliseconds.
const OPENED_WITHIN: f64 = 1_000.0;
/// How soon an answer must be shown, in milliseconds.
const SHOWN_WITHIN: f64 = 50.0;
/// What is measured is measured so often; of a start the middle counts, and of answers the best: what else the machine did meanwhile is not the app's.
const ROUNDS: usize = 5;

/// The app, with so many more statements in its packs.
pub fn with_many_cards(folder: &Path) -> Vec<CardId> {
    let ids: Vec<_> = (0..CARDS).map(|n| format!("more-{n}")).collect();
    publish_changed(folder, |folder| {
        let file = folder.join("packs/learning-event-2017/statements.json");
        let text = std::fs::read_to_string(&file).expect("the pack was built");
        let mut pack: serde_json::Value = serde_json::from_str(&text).expect("a pack is JSON");
        let list = pack["statements"].as_array_mut().expect("it has statements");
        let first = list[0].clone();
        list.extend(ids.iter().map(|id| {
            let mut it = first.clone();
            it["id"] = json!(id);
            it
        }));
        std::fs::write(&file, pack.to_string()).expect("it can be written");
    });
    ids.iter().map(|id| CardId::Statement(StatementId::new("learning-event-2017", id))).collect()
}

/// Twenty answers to every card, a hundred a day for nearly three years, up to yesterday.
pub fn history(cards: &[CardId]) -> Vec<Change> {
    let mut steady = Steady(4);
    let days = REVIEWS / A_DAY;
    let count = |n: usize| i64::try_from(n).expect("there are few");
    let first = DateTime::from(Utc::now()) - TimeDelta::days(count(days));
    let outcomes = [Outcome::Right(Sureness::Certain), Outcome::Wrong(Sureness::Guess), Outcome::Recalled];
    let between = cards.len() / A_DAY;
    let mut history = |(n, card): (usize, &CardId)| {
        let mut review = |day: usize| Review {
            at: first + TimeDelta::days(count(day)),
            outcome: outcomes[steady.next() % outcomes.len()],
            taken_back: false,
        };
        let reviews = (n / A_DAY..days).step_by(between).map(&mut review).collect();
        // Named so that they are not read in the order of the cards.
        let mut name = [0; 16];
        name[..8].copy_from_slice(&(n as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15).to_be_bytes());
        Change::PutCardHistory(CardHistory::new(CardHistoryId::from_entropy(name), card.clone(), reviews))
    };
    cards.iter().enumerate().map(&mut history).collect()
}

/// Answers twenty cards, and gives back how long after each tap its verdict was shown.
pub const ANSWERING: &str = "
    const times = [];
    for (let turn = 0; turn < 20; turn += 1) {
        document.querySelector('input[name=answer]').click();
        await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
        const begun = performance.now();
        [...document.querySelectorAll('#sureness button')].at(-1).click();
        await new Promise((done) => {
            const look = () => document.querySelector('#verdict') && (seen.disconnect(), done());
            const seen = new MutationObserver(look);
            seen.observe(document.querySelector('main'), { childList: true, subtree: true });
        });
        document.querySelector('#verdict').getBoundingClientRect();
        times.push(performance.now() - begun);
        [...document.querySelectorAll('main button')].find((it) => it.innerText === 'Next').click();
        for (;;) {
            await new Promise((done) => setTimeout(done, 5));
            const more = [...document.querySelectorAll('main button')].find((it) => it.innerText === 'Go on with more');
            more?.click();
            if (document.querySelector('#statement') && !document.querySelector('#verdict')) break;
        }
    }
    return times;";

/// How long after a new start Today says what is due, in milliseconds: the middle of [`ROUNDS`].
async fn opening(browser: &Browser) -> f64 {
    let mut took = vec![];
    for _ in 0..ROUNDS {
        browser.reload().await;
        browser.find("#two-minutes").await;
        took.extend(browser.run("return window.shownAt").await.as_f64());
    }
    spread(took).0
}

pub async fn five_thousand_cards_and_a_hundred_thousand_answers(engine: Engine) {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let cards = with_many_cards(folder.path());
    let server = Server::start(folder.path());
    let browser = Browser::open_new(engine).await;
    app::open(&browser, &server).await;
    browser.find("#two-minutes").await;
    let note = "new MutationObserver(() => { if (document.querySelector('#two-minutes')) window.shownAt ??= performance.now() }).observe(document, { childList: true, subtree: true })";
    browser.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": note })).await;
    browser.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": 4 })).await;
    let without = opening(&browser).await;
    browser.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": 1 })).await;
    lay_in(&browser, &history(&cards)).await;
    browser.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": 4 })).await;
    let with = opening(&browser).await;
    go(&browser, "#/quiz/revise").await;
    browser.find("#statement").await;
    let mut rounds = vec![];
    for _ in 0..ROUNDS {
        rounds.push(spread(times(&browser.run_async(ANSWERING, vec![]).await)));
    }
    rounds.sort_by(|one, other| one.1.total_cmp(&other.1));
    let (median, p95) = rounds[0];
    browser.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": 1 })).await;
    println!(
        "{CARDS} cards and {REVIEWS} answers on 4x slowed CPU: Today after {with:.0} ms, {without:.0} without them; an answer is shown in {median:.1} ms (median), {p95:.1} ms (95th percentile)"
    );
    assert!(with - without < OPENED_WITHIN, "they take {:.0} ms to open", with - without);
    assert!(p95 < SHOWN_WITHIN, "an answer takes {p95:.1} ms");
    browser.close().await;
}
