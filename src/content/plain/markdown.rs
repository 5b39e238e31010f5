//! What was written as Markdown: the particulars as front matter, the words as they were written.
use crate::{
    content::{forms::action, library::Library},
    domain::{
        journal::Journal,
        particulars::hours,
        reflections::{Reflection, Subject},
        supervision::{self, Meeting},
        time::long_date,
    },
};
use serde_json::{Value, json};

/// One reflection as Markdown.
#[must_use]
pub fn reflection_as_markdown(it: &Reflection, library: &Library) -> String {
    let particulars = &it.words.particulars;
    let mut text = String::from("---\n");
    let mut line = |name: &str, value: Value| {
        let is_blank = match &value {
            Value::Null => true,
            Value::String(text) => text.is_empty(),
            Value::Array(items) => items.is_empty(),
            _ => false,
        };
        if !is_blank {
            // What JSON writes, YAML reads.
            text.push_str(&format!("{name}: {value}\n"));
        }
    };
    line("title", it.words.headline().into());
    line("day", it.day().to_string().into());
    line("written", it.written.to_rfc3339().into());
    line("changed", it.changed.to_rfc3339().into());
    line("about", it.words.subject.as_ref().map(|subject| name_of(subject, library)).into());
    line("kind", particulars.activity.map(|it| it.called()).into());
    line("hours", some_hours(particulars.minutes).into());
    line("participatory_hours", some_hours(particulars.participatory).into());
    line("with", particulars.with.trim().into());
    line("tags", json!(particulars.tags));
    line("counts_for", json!(particulars.counts_for.iter().map(|it| it.called()).collect::<Vec<_>>()));
    line("standards", json!(particulars.standards.iter().map(|it| it.called).collect::<Vec<_>>()));
    text.push_str(&format!("---\n\n# {}\n", escaped(&it.words.headline())));
    for passage in it.words.passages.iter().filter(|it| !it.text.trim().is_empty()) {
        text.push_str(&format!("\n## {}\n\n{}\n", escaped(&passage.heading), paragraphs(&passage.text)));
    }
    text
}

/// Everything in one Markdown file: reflections, the newest first, then supervision and actions.
#[must_use]
pub fn journal_as_markdown(journal: &Journal, library: &Library) -> String {
    let reflections = journal.reflections();
    let mut texts: Vec<_> = reflections.iter().map(|it| reflection_as_markdown(it, library)).collect();
    let held = supervision::held(journal);
    if !held.is_empty() {
        let each: Vec<_> = held.iter().map(|it| meeting_as_markdown(it, journal)).collect();
        texts.push(format!("---\n\n# Supervision\n\n{}", each.join("\n")));
    }
    let actions = journal.intentions();
    if !actions.is_empty() {
        let each = actions.iter().map(|it| {
            let done = if it.done.is_some() { "x" } else { " " };
            format!("- [{done}] {}\n", escaped(&action(it)).replace('\n', " "))
        });
        texts.push(format!("---\n\n# Actions\n\n{}", each.collect::<String>()));
    }
    texts.join("\n")
}

fn meeting_as_markdown(it: &Meeting, journal: &Journal) -> String {
    let mut text = format!("## {}\n", it.held.map(long_date).unwrap_or_default());
    let mut part = |name: &str, words: &str| {
        if !words.trim().is_empty() {
            text.push_str(&format!("\n### {name}\n\n{}\n", paragraphs(words)));
        }
    };
    part("With", &it.notes.with);
    let brought = it.brought.iter().filter_map(|id| journal.reflection(*id));
    part("Brought", &brought.map(|it| it.words.headline()).collect::<Vec<_>>().join("\n"));
    part("My own points", &it.notes.points);
    part("What came of it", &it.notes.outcome);
    text
}

fn name_of(subject: &Subject, library: &Library) -> String {
    library.name_of(subject).unwrap_or_else(|| subject.to_string())
}

fn some_hours(minutes: u32) -> String {
    if minutes == 0 { String::new() } else { hours(minutes) }
}

/// A line in which nothing is taken for a mark of Markdown's.
fn escaped(line: &str) -> String {
    let line = line.replace('\\', "\\\\").replace(['\n', '\r'], " ");
    ['*', '_', '`', '[', ']', '<', '#']
        .iter()
        .fold(line, |line, mark| line.replace(*mark, &format!("\\{mark}")))
}

/// The person's words, line by line as they were written.
fn paragraphs(text: &str) -> String {
    let lines = text.trim_end().lines().map(|line| {
        let line = escaped(line);
        // A line of dashes would end the front matter of nothing; a dash or a number alone begins a list, as it was meant.
        let is_rule = !line.trim().is_empty() && line.trim().chars().all(|it| matches!(it, '-' | '='));
        if is_rule { format!("\\{}", line.trim()) } else { line }
    });
    let lines: Vec<_> = lines.collect();
    // Two spaces keep a line a line.
    lines
        .iter()
        .enumerate()
        .map(|(at, line)| {
            let goes_on =
                lines.get(at + 1).is_some_and(|next| !next.trim().is_empty()) && !line.trim().is_empty();
            if goes_on { format!("{line}  ") } else { line.clone() }
        })
        .collect::<Vec<_>>()
        .join("\n")
}
