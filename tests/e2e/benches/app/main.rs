//! The whole app measured in Chromium, beside a floor that is measured by the same code: `./dev bench [GROUP...]`.
mod figure;
mod journals;
mod lighthouse;
mod link;
mod page;
mod revision;
mod scanning;
mod smooth;
mod start;
mod table;

// What the journeys do in the app is what is measured. They use the rest of these.
#[allow(dead_code)]
#[path = "../../tests/journeys/access.rs"]
mod access;
#[allow(dead_code)]
#[path = "../../tests/journeys/app.rs"]
mod app;
#[allow(dead_code)]
#[path = "../../tests/journeys/browser.rs"]
mod browser;
#[allow(dead_code)]
#[path = "../../tests/journeys/engine.rs"]
mod engine;
#[allow(dead_code)]
#[path = "../../tests/journeys/events.rs"]
mod events;
#[path = "../../../filming/mod.rs"]
mod filming;
#[path = "../../tests/journeys/footage.rs"]
mod footage;
#[allow(dead_code)]
#[path = "../../tests/journeys/lock.rs"]
mod lock;
#[allow(dead_code)]
#[path = "../../tests/journeys/many.rs"]
mod many;
#[allow(dead_code)]
#[path = "../../tests/journeys/many_cards.rs"]
mod many_cards;
#[allow(dead_code)]
#[path = "../../tests/journeys/many_phones.rs"]
mod many_phones;
#[path = "../../tests/journeys/measure.rs"]
mod measure;
#[allow(dead_code)]
#[path = "../../tests/journeys/offline.rs"]
mod offline;
#[allow(dead_code)]
#[path = "../../tests/journeys/outside.rs"]
mod outside;
#[allow(dead_code)]
#[path = "../../tests/journeys/profile.rs"]
mod profile;
#[path = "../../tests/journeys/server.rs"]
mod server;

use engine::Engine;
use figure::Figure;
use std::{pin::Pin, process::ExitCode, thread, time::Instant};

type Measuring = fn() -> Pin<Box<dyn Future<Output = Vec<Figure>>>>;

/// What can be measured, each by itself.
const GROUPS: [(&str, Measuring); 7] = [
    ("start", || Box::pin(start::figures())),
    ("small-journal", || Box::pin(journals::figures(1_000))),
    ("large-journal", || Box::pin(journals::figures(many::MANY))),
    ("revision", || Box::pin(revision::figures())),
    ("smooth", || Box::pin(smooth::figures())),
    ("scanning", || Box::pin(scanning::figures())),
    ("lighthouse", || Box::pin(lighthouse::figures())),
];

fn main() -> ExitCode {
    let wanted: Vec<_> = std::env::args().skip(1).filter(|it| !it.starts_with("--")).collect();
    let all = GROUPS.map(|(name, _)| name);
    if let Some(unknown) = wanted.iter().find(|it| !all.contains(&&***it)) {
        eprintln!("there is no group \"{unknown}\"; there are {}", all.join(", "));
        return ExitCode::from(2);
    }
    if let Some(why) = Engine::Chromium.missing() {
        println!("SKIPPED: every measure, because {why}");
        return ExitCode::SUCCESS;
    }
    let mut measured = vec![];
    let mut failed = vec![];
    for (name, measuring) in GROUPS {
        if !wanted.is_empty() && !wanted.iter().any(|it| it == name) {
            continue;
        }
        println!("measuring {name} ...");
        let started = Instant::now();
        match thread::spawn(move || in_peace(measuring)).join() {
            Ok(figures) if figures.is_empty() => {}
            Ok(figures) => {
                println!("   ({} s)", started.elapsed().as_secs());
                table::keep(name, &figures);
                measured.push(name);
            }
            Err(_) => failed.push(name),
        }
    }
    table::tell(&all, &measured);
    if failed.is_empty() {
        return ExitCode::SUCCESS;
    }
    println!("NOT MEASURED, because something failed: {}", failed.join(", "));
    ExitCode::FAILURE
}

/// Measures on a thread of its own.
fn in_peace(measuring: Measuring) -> Vec<Figure> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    runtime.expect("a thread has room for it").block_on(measuring())
}
