//! A thousand or ten thousand reflections, sealed under a passphrase: unlocked, listed, searched, added to; and the floor's, unsealed.
use crate::{
    app,
    figure::{Bound, Figure, RUNS, median},
    link::Speed,
    lock,
    many::{self, MANY},
    measure::{spread, times, typing},
    page::{Page, Side, step},
};
use second_look::domain::journal::Change;
use serde_json::json;

/// How many are saved in a run.
const SAVED: u32 = 5;
/// What is looked for, letter by letter.
const SOUGHT: [&str; 4] = ["minutes father", "chronology", "zebra", "the child was not seen"];
/// How many reflections are laid into the floor's storage at a time.
const AT_A_TIME: usize = 500;

const LISTED: &str = "document.querySelector('#reflections li') && /^\\d+ reflections/.test(document.querySelector('#found').textContent)";

#[derive(Default)]
struct Runs {
    unlocked: Vec<f64>,
    derived: Vec<f64>,
    listed: Vec<f64>,
    key: Vec<f64>,
    slow_key: Vec<f64>,
    saved: Vec<f64>,
    megabytes: Vec<f64>,
}

pub async fn figures(count: u32) -> Vec<Figure> {
    let changes = many::reflections(count);
    let ours_page = ours_with(&changes).await;
    let floor_page = floor_with(&changes).await;
    let (mut ours, mut floor) = (Runs::default(), Runs::default());
    for run in 0..u32::try_from(RUNS).expect("there are few") {
        let there = count + run * SAVED;
        unlock(&ours_page, &mut ours).await;
        use_it(&ours_page, Side::Ours, there, count, &mut ours).await;
        open(&floor_page, &mut floor).await;
        use_it(&floor_page, Side::Floor, there, count, &mut floor).await;
    }
    ours_page.close().await;
    floor_page.close().await;
    let of = |what: &str, unit: &str, pick: fn(&Runs) -> &Vec<f64>, bound: Option<Bound>| {
        let figure = Figure::new(what, unit, pick(&ours).clone(), pick(&floor).clone());
        // The bounds are those of the large one.
        bound.filter(|_| count == MANY).into_iter().fold(figure, Figure::bound)
    };
    vec![
        of("unlocked and listed, from the tap", "ms", |it| &it.unlocked, None),
        of("of which the key takes", "ms", |it| &it.derived, None),
        of("listed, from the key being there", "ms", |it| &it.listed, Some(Bound::TimesTheFloor(4.0))),
        of("a key in search, median", "ms", |it| &it.key, None),
        of("a key in search, 95th percentile", "ms", |it| &it.slow_key, Some(Bound::BelowTheFloor)),
        of("one more, until it says \"Saved\"", "ms", |it| &it.saved, Some(Bound::TimesTheFloor(3.0))),
        of("memory of the page", "MB", |it| &it.megabytes, None),
    ]
}

async fn ours_with(changes: &[Change]) -> Page {
    let page = Page::at_the_end_of(Side::Ours.folder(), Speed::FAST).await;
    page.watch(&[step("listed", LISTED)]).await;
    page.visit("").await;
    app::ready(&page.browser).await;
    many::lay_in(&page.browser, changes).await;
    lock::set_passphrase(&page.browser).await;
    page
}

async fn floor_with(changes: &[Change]) -> Page {
    let page = Page::at_the_end_of(Side::Floor.folder(), Speed::FAST).await;
    page.watch(&[step("listed", LISTED)]).await;
    page.visit("").await;
    page.browser.sees("0 reflections").await;
    let rows: Vec<_> = changes
        .iter()
        .filter_map(|change| match change {
            Change::PutReflection(it) => Some(json!({
                "id": it.id.to_string(),
                "title": it.words.title,
                "text": it.words.passages[0].text,
                "written": it.written.timestamp_millis(),
            })),
            _ => None,
        })
        .collect();
    let put = "
        const database = await new Promise((done) => { indexedDB.open('floor').onsuccess = (event) => done(event.target.result); });
        const transaction = database.transaction('reflections', 'readwrite');
        for (const row of given[0]) transaction.objectStore('reflections').put(row);
        await new Promise((done, failed) => { transaction.oncomplete = done; transaction.onerror = failed; });
        database.close();
        return true;";
    for some in rows.chunks(AT_A_TIME) {
        assert_eq!(page.browser.run_async(put, vec![json!(some)]).await, json!(true));
    }
    page
}

/// Opens the app at its lock, and unlocks it.
async fn unlock(page: &Page, runs: &mut Runs) {
    page.visit("#/reflect").await;
    page.browser.find("#lock").await;
    page.browser.type_into("#secret", lock::PASSPHRASE).await;
    let tap = "window.tapped = performance.now(); [...document.querySelectorAll('#lock button')].find((it) => it.innerText === 'Open').click()";
    page.browser.run(tap).await;
    let listed = page.at("listed").await;
    let [tapped, asked, answered] = [
        page.number("window.tapped").await,
        page.number("window.seen.asked").await,
        page.number("window.seen.answered").await,
    ];
    runs.unlocked.push(listed - tapped);
    runs.derived.push(answered - asked);
    runs.listed.push(listed - answered);
}

/// Opens the floor, which has no lock: it counts from where it first asks for its storage.
async fn open(page: &Page, runs: &mut Runs) {
    page.visit("").await;
    let listed = page.at("listed").await;
    runs.listed.push(listed - page.number("window.seen.opened").await);
}

/// Searches what is listed, and adds to it.
async fn use_it(page: &Page, side: Side, there: u32, first: u32, runs: &mut Runs) {
    let browser = &page.browser;
    browser.sees(&format!("{there} reflections")).await;
    // Everything has been taken in once the last word of the oldest is found.
    browser.type_into("#query", &format!("reflection {}", first - 1)).await;
    browser.sees(&format!("1 of {there} reflections")).await;
    let typing = typing("#found", "requestAnimationFrame(() => setTimeout(done))");
    let (key, slow) = spread(times(&browser.run_async(&typing, vec![json!(SOUGHT)]).await[0]));
    runs.key.push(key);
    runs.slow_key.push(slow);
    browser.empty("#query").await;
    browser.sees(&format!("{there} reflections")).await;
    runs.megabytes.push(page.memory().await / 1_048_576.0);
    let mut saved = vec![];
    for number in 0..SAVED {
        if side == Side::Ours {
            app::begin_reflection(browser).await;
        }
        saved.push(save(page, side, number).await);
    }
    runs.saved.extend(median(&saved));
}

/// How long it takes from the tap on "Save" until the page says "Saved", in milliseconds.
async fn save(page: &Page, side: Side, number: u32) -> f64 {
    let field = side.pick("#passage-what", "#words");
    let words = format!("Number {number}. ").repeat(100);
    page.write(field, &words).await;
    page.browser.until("return !document.querySelector('.toast')?.textContent.includes('Saved')").await;
    if side == Side::Ours {
        app::told_state(&page.browser, "Draft kept").await;
    }
    let save = "
        const button = [...document.querySelectorAll('button')].find((it) => it.innerText === 'Save');
        const begun = performance.now();
        const said = new Promise((done) => {
            const look = () => document.querySelector('.toast')?.textContent.includes('Saved') && (watching.disconnect(), done());
            const watching = new MutationObserver(look);
            watching.observe(document.body, { childList: true, subtree: true, characterData: true });
        });
        button.click();
        await said;
        document.querySelector('.toast').getBoundingClientRect();
        return performance.now() - begun;";
    let took = page.browser.run_async(save, vec![]).await;
    took.as_f64().unwrap_or_else(|| panic!("nothing was saved: {took}"))
}
