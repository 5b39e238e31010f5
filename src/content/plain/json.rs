//! What was written as JSON, as `public/export.schema.json` describes it.
use crate::{
    content::library::Library,
    domain::{
        intentions::Intention,
        journal::Journal,
        reflections::{Passage, Reflection, Subject},
        supervision::Meeting,
        time::Moment,
    },
};
use serde_json::{Value, json};

/// The only shape of the file.
const FORMAT: u32 = 1;

/// Everything as JSON, as of `now`. What is in the bin, drafts, earlier versions and quizzes are left to the backup.
#[must_use]
pub fn journal_as_json(journal: &Journal, library: &Library, now: Moment) -> String {
    let reflections: Vec<_> = journal.reflections().iter().map(|it| reflection(it, library)).collect();
    let registrations = journal.profile().registrations;
    let registrations = registrations.iter().map(|it| {
        json!({ "body": it.body.name(), "until": it.until.map(|day| day.to_string()), "level": it.level })
    });
    let file = json!({
        "format": FORMAT,
        "exported": now.to_rfc3339(),
        "reflections": reflections,
        "actions": journal.intentions().iter().map(|it| intention(it, library)).collect::<Vec<_>>(),
        "meetings": journal.meetings().iter().map(|it| meeting(it)).collect::<Vec<_>>(),
        "records": registrations.collect::<Vec<_>>(),
    });
    format!("{file:#}\n")
}

/// One reflection as JSON: the same file with nothing else in it.
#[must_use]
pub fn reflection_as_json(it: &Reflection, library: &Library, now: Moment) -> String {
    let file = json!({
        "format": FORMAT,
        "exported": now.to_rfc3339(),
        "reflections": [reflection(it, library)],
    });
    format!("{file:#}\n")
}

fn reflection(it: &Reflection, library: &Library) -> Value {
    let particulars = &it.words.particulars;
    let passage = |it: &Passage| json!({ "stage": it.stage, "heading": it.heading, "text": it.text });
    json!({
        "id": it.id.to_string(),
        "title": it.words.title,
        "day": it.day().to_string(),
        "written": it.written.to_rfc3339(),
        "changed": it.changed.to_rfc3339(),
        "about": it.words.subject.as_ref().map(|subject| about(subject, library)),
        "model": it.words.model.as_ref().map(ToString::to_string),
        "passages": it.words.passages.iter().filter(|it| !it.text.trim().is_empty()).map(passage).collect::<Vec<_>>(),
        "activity": particulars.activity.map(|it| it.name()),
        "minutes": particulars.minutes,
        "participatory": particulars.participatory,
        "with": particulars.with,
        "tags": particulars.tags,
        "counts_for": particulars.counts_for.iter().map(|it| it.name()).collect::<Vec<_>>(),
        "standards": particulars.standards.iter().map(|it| it.id).collect::<Vec<_>>(),
        "links": particulars.links.iter().map(|it| about(it, library)).collect::<Vec<_>>(),
        "to_bring": it.bring,
    })
}

fn intention(it: &Intention, library: &Library) -> Value {
    json!({
        "id": it.id.to_string(),
        "about": about(&it.plan.subject, library),
        "message": it.plan.message,
        "action": it.plan.action,
        "owner": it.plan.owner,
        "by": it.plan.by.map(|day| day.to_string()),
        "made": it.made.to_rfc3339(),
        "done": it.done.map(|moment| moment.to_rfc3339()),
    })
}

fn meeting(it: &Meeting) -> Value {
    json!({
        "id": it.id.to_string(),
        "planned_for": it.notes.day.map(|day| day.to_string()),
        "held": it.held.map(|day| day.to_string()),
        "with": it.notes.with,
        "minutes": it.notes.minutes,
        "points": it.notes.points,
        "outcome": it.notes.outcome,
        "brought": it.brought.iter().map(ToString::to_string).collect::<Vec<_>>(),
    })
}

fn about(subject: &Subject, library: &Library) -> Value {
    json!({ "id": subject.to_string(), "name": library.name_of(subject) })
}
