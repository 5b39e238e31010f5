//! What Lighthouse says of a first visit with a phone.
use crate::{
    figure::{Bound, Figure, RUNS},
    link::{Link, Speed},
    page::Side,
};
use serde_json::Value;
use std::{env, process::Command};

/// What it is asked for, and what the app is to reach.
const CATEGORIES: [(&str, f64); 3] =
    [("performance", 98.0), ("accessibility", 100.0), ("best-practices", 100.0)];

/// How Chromium is started for it: it is given no profile and asks nobody.
const FLAGS: &str = "--chrome-flags=--headless --no-sandbox --disable-gpu --disable-dev-shm-usage --no-first-run --disable-background-networking --disable-component-update --disable-sync";

#[expect(clippy::unused_async, reason = "every group is asked alike")]
pub async fn figures() -> Vec<Figure> {
    if let Err(why) = Command::new("lighthouse").arg("--version").output() {
        println!("SKIPPED: Lighthouse, because it cannot be started ({why})");
        return vec![];
    }
    let mut scores: [[Vec<f64>; 2]; 3] = Default::default();
    let mut short = vec![];
    for _ in 0..RUNS {
        for (at, side) in Side::BOTH.into_iter().enumerate() {
            let report = report(side);
            for (category, scores) in CATEGORIES.iter().zip(&mut scores) {
                let score = report["categories"][category.0]["score"].as_f64();
                scores[at].push(
                    score.unwrap_or_else(|| panic!("{}: {}", category.0, report["runtimeError"])) * 100.0,
                );
            }
            if side == Side::Ours {
                short = CATEGORIES.map(|(category, _)| lost(&report, category)).to_vec();
            }
        }
    }
    let mut figures = vec![];
    for (((category, least), [ours, floor]), lost) in CATEGORIES.into_iter().zip(scores).zip(short) {
        figures.push(Figure::new(category, "", ours, floor).bound(Bound::AtLeast(least)).note(lost));
    }
    figures
}

fn report(side: Side) -> Value {
    let link = Link::to(side.folder(), Speed::FAST);
    let mut command = Command::new("lighthouse");
    command.arg(link.address()).args(["--quiet", "--output=json", "--output-path=stdout", FLAGS]);
    command.arg(format!("--only-categories={}", CATEGORIES.map(|(name, _)| name).join(",")));
    if let Some(chromium) = chromium() {
        command.env("CHROME_PATH", chromium);
    }
    let told = command.output().expect("it starts");
    serde_json::from_slice(&told.stdout).unwrap_or_else(|error| {
        panic!("Lighthouse gives no report ({error}):\n{}", String::from_utf8_lossy(&told.stderr))
    })
}

/// What took points away, by name, with what was measured.
fn lost(report: &Value, category: &str) -> String {
    let audits = report["categories"][category]["auditRefs"].as_array().into_iter().flatten();
    let lost = audits.filter(|it| it["weight"].as_f64().unwrap_or_default() > 0.0).filter_map(|it| {
        let audit = &report["audits"][it["id"].as_str()?];
        let is_full = audit["score"].as_f64()? > 0.98;
        (!is_full).then(|| {
            let shown = audit["displayValue"].as_str().unwrap_or_default().replace('\u{a0}', " ");
            format!("{} {shown}", audit["id"].as_str().unwrap_or_default()).trim().to_owned()
        })
    });
    lost.collect::<Vec<_>>().join(", ")
}

fn chromium() -> Option<std::path::PathBuf> {
    let folders = env::var_os("PATH")?;
    let named = |name: &str| env::split_paths(&folders).map(|it| it.join(name)).find(|it| it.is_file());
    named("chromium").or_else(|| named("google-chrome"))
}
