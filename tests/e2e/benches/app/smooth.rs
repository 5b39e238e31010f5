//! What keeps the page from answering, on a slow processor: through every place, and through a lock.
use crate::{
    app::PLACES,
    figure::{Bound, Figure, RUNS},
    link::Speed,
    lock,
    page::{Page, Side, step},
    start::usable,
};
use std::collections::BTreeMap;

/// No task after the start may be longer, in milliseconds.
const LONGEST: f64 = 100.0;
/// What the browser calls no long task is at most so long, in milliseconds.
const UNSEEN: f64 = 50.0;
/// How many of the worst are named.
const NAMED: usize = 6;

/// The longest task of each part of a run, by what was being done.
type Longest = BTreeMap<String, Vec<f64>>;

pub async fn figures() -> Vec<Figure> {
    let (mut ours, mut floor) = (Longest::new(), Longest::new());
    for _ in 0..RUNS {
        the_app(&mut ours).await;
        the_floor(&mut floor).await;
    }
    let worst = |of: &Longest, parts: &dyn Fn(&str) -> bool| -> Vec<f64> {
        let of_run = |run: usize| {
            let tasks =
                of.iter().filter(|(part, _)| parts(part)).filter_map(|(_, runs)| runs.get(run).copied());
            tasks.fold(UNSEEN, f64::max)
        };
        (0..RUNS).map(of_run).collect()
    };
    let in_the_lock = |part: &str| LOCK.contains(&part);
    let places = worst(&ours, &|part| !in_the_lock(part));
    let locking = worst(&ours, &in_the_lock);
    let floor = worst(&floor, &|_| true);
    vec![
        Figure::new("longest task through every place", "ms", places, floor.clone())
            .bound(Bound::AtMost(LONGEST))
            .note(format!(
                "slow CPU; {UNSEEN} where none was longer{}",
                named(&ours, &|part| !in_the_lock(part))
            )),
        Figure::new("longest task while a passphrase is set and opens", "ms", locking, floor)
            .bound(Bound::AtMost(LONGEST))
            .note(format!("slow CPU{}", named(&ours, &in_the_lock))),
    ]
}

/// The parts that were too long, the worst first, by their medians.
fn named(of: &Longest, parts: &dyn Fn(&str) -> bool) -> String {
    let medians = of.iter().filter(|(part, _)| parts(part));
    let mut long: Vec<_> = medians
        .filter_map(|(part, runs)| Some((crate::figure::median(runs)?, part)))
        .filter(|(task, _)| *task > LONGEST)
        .collect();
    long.sort_by(|one, other| other.0.total_cmp(&one.0));
    long.iter().take(NAMED).map(|(task, part)| format!("; {part} {task:.0} ms")).collect()
}

const SETTING: &str = "setting a passphrase";
const AT_THE_LOCK: &str = "typing at the lock";
const OPENING: &str = "unlocking";
const LOCK: [&str; 3] = [SETTING, AT_THE_LOCK, OPENING];

async fn the_app(longest: &mut Longest) {
    let page = Page::at_the_end_of(Side::Ours.folder(), Speed::FAST).await;
    let there = step("usable", "document.querySelector('#main #two-minutes a, #lock')");
    page.watch(&[there]).await;
    page.slow_the_processor().await;
    page.visit("").await;
    note(&page, "Today, once it can be used", longest).await;
    for (name, hash) in PLACES {
        page.go(hash).await;
        note(&page, name, longest).await;
    }
    page.go("#/reflect").await;
    page.tap("Write a reflection").await;
    page.tap("What? So what? Now what?").await;
    page.write("#passage-what", "The grandmother knew.").await;
    page.comes("document.querySelector('#save-state')?.textContent.includes('Draft kept')").await;
    note(&page, "writing", longest).await;
    page.tap("Save").await;
    page.comes("document.querySelector('.toast')?.textContent.includes('Saved')").await;
    note(&page, "saving", longest).await;
    page.go("#/quiz/revise").await;
    page.tap("Myth").await;
    page.tap("Certain").await;
    page.comes("document.querySelector('#verdict')").await;
    note(&page, "answering", longest).await;
    page.go("#/learn/search").await;
    page.write("#query", "genogram").await;
    page.comes("document.querySelector('#hits li')").await;
    note(&page, "searching", longest).await;
    page.go("#/settings").await;
    page.write("#new-passphrase", lock::PASSPHRASE).await;
    page.write("#new-passphrase-again", lock::PASSPHRASE).await;
    page.tap("Set a passphrase").await;
    page.tap("I have written it down").await;
    page.comes("document.querySelector('#remove-passphrase')").await;
    note(&page, SETTING, longest).await;
    page.tap("Lock now").await;
    // It is another document.
    page.browser.find("#lock").await;
    page.write("#secret", lock::PASSPHRASE).await;
    note(&page, AT_THE_LOCK, longest).await;
    page.tap("Open").await;
    page.comes("!document.querySelector('#lock') && document.querySelector('#main .page h1')").await;
    note(&page, OPENING, longest).await;
    page.close().await;
}

async fn the_floor(longest: &mut Longest) {
    let page = Page::at_the_end_of(Side::Floor.folder(), Speed::FAST).await;
    page.watch(&[usable(Side::Floor)]).await;
    page.slow_the_processor().await;
    page.visit("").await;
    note(&page, "the floor, once it can be used", longest).await;
    page.tap("Common at that age").await;
    page.comes("document.querySelector('#verdict')").await;
    page.write("#words", "The grandmother knew.").await;
    page.tap("Save").await;
    page.comes("document.querySelector('.toast').textContent === 'Saved'").await;
    page.write("#query", "grand").await;
    page.comes("document.querySelector('#found').textContent === '1 of 1 reflections'").await;
    note(&page, "the floor in use", longest).await;
    page.close().await;
}

/// Notes the longest task since the last note, less what belongs to a start.
async fn note(page: &Page, part: &str, longest: &mut Longest) {
    let started = page.at("usable").await;
    let tasks = page.long_tasks().await;
    let task = tasks.iter().filter(|(begun, _)| *begun > started).map(|it| it.1).fold(0.0, f64::max);
    longest.entry(part.to_owned()).or_default().push(task);
}
