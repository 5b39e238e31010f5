//! What was measured, as a table: on the terminal, in target/bench/table.md, and run by run in target/bench/GROUP.json.
use crate::figure::{Bound, Figure, median, sorted};
use std::{fs, path::PathBuf};

const LEGEND: &str = "Medians, and in brackets the least and the most. The floor is tests/floor: a plain page of hand-written JavaScript that \
keeps reflections unsealed in IndexedDB and searches by substring, measured by the same code in the same run. \"Slow link\": the server itself waits \
150 ms before the first byte of each answer and sends 200 kB a second (1.6 Mbit/s) over all connections together, packed with gzip, so \
that what the service worker fetches is slowed too. \"Slow CPU\": Chromium's own throttling of the page, four times. The profile is empty each time.";

/// Keeps a group's figures, in the place of those that it had.
pub fn keep(group: &str, figures: &[Figure]) {
    let folder = folder();
    fs::create_dir_all(&folder).expect("a folder can be made in target/");
    let text = serde_json::to_string_pretty(figures).expect("figures are plain");
    fs::write(folder.join(format!("{group}.json")), text).expect("target/ can be written");
}

/// Writes the table of all groups that were ever measured, and prints the rows of `groups`.
pub fn tell(all: &[&str], groups: &[&str]) {
    let mut file = format!("# Measured\n\n{LEGEND}\n");
    for group in all {
        let Some(figures) = kept(group) else { continue };
        let table = table(group, &figures);
        file.push_str(&table);
        if groups.contains(group) {
            print!("{table}");
        }
    }
    fs::write(folder().join("table.md"), file).expect("target/ can be written");
    println!("\n{LEGEND}\n\nWritten to target/bench/table.md");
}

fn folder() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../target/bench"))
}

fn kept(group: &str) -> Option<Vec<Figure>> {
    let text = fs::read_to_string(folder().join(format!("{group}.json"))).ok()?;
    Some(serde_json::from_str(&text).expect("it was written by this"))
}

fn table(group: &str, figures: &[Figure]) -> String {
    let mut rows = vec![["what", "ours", "floor", "ratio", "bound", "met"].map(str::to_owned)];
    rows.extend(figures.iter().map(row));
    let widths: [usize; 6] =
        std::array::from_fn(|at| rows.iter().map(|row| row[at].chars().count()).max().unwrap_or_default());
    let mut text = format!("\n## {group}\n\n");
    for (number, row) in rows.iter().enumerate() {
        let cells: Vec<_> = row.iter().zip(widths).map(|(cell, width)| format!("{cell:width$}")).collect();
        text.push_str(&format!("| {} |\n", cells.join(" | ")));
        if number == 0 {
            let rules: Vec<_> = widths.iter().map(|width| "-".repeat(*width)).collect();
            text.push_str(&format!("| {} |\n", rules.join(" | ")));
        }
    }
    text
}

fn row(figure: &Figure) -> [String; 6] {
    let what = match &*figure.note {
        "" => figure.what.clone(),
        note => format!("{} ({note})", figure.what),
    };
    let bound = figure.bound.map_or_else(String::new, |bound| match bound {
        Bound::AtMost(most) => format!("at most {}", with_unit(most, &figure.unit)),
        Bound::AtLeast(least) => format!("at least {}", with_unit(least, &figure.unit)),
        Bound::TimesTheFloor(times) => format!("at most {times} x floor"),
        Bound::BelowTheFloor => "below the floor".to_owned(),
    });
    let met = match figure.is_met() {
        Some(true) => "yes",
        Some(false) => "NO",
        None => "",
    };
    let ratio = figure.ratio().map_or_else(String::new, |ratio| format!("{ratio:.2}"));
    [
        what,
        spread(&figure.ours, &figure.unit),
        spread(&figure.floor, &figure.unit),
        ratio,
        bound,
        met.to_owned(),
    ]
}

/// The median with its unit, the least and the most; nothing where nothing was measured.
fn spread(values: &[f64], unit: &str) -> String {
    let sorted = sorted(values);
    let (Some(median), Some(least), Some(most)) = (median(values), sorted.first(), sorted.last()) else {
        return String::new();
    };
    format!("{} ({}–{})", with_unit(median, unit), number(*least), number(*most))
}

fn with_unit(value: f64, unit: &str) -> String {
    format!("{} {unit}", number(value)).trim_end().to_owned()
}

/// Three digits that count.
fn number(value: f64) -> String {
    match value.abs() {
        it if it.fract() == 0.0 || it >= 100.0 => format!("{value:.0}"),
        it if it >= 10.0 => format!("{value:.1}"),
        it if it >= 1.0 => format!("{value:.2}"),
        _ => format!("{value:.3}"),
    }
}
