//! A regulator's form filled in from what was written: from one reflection, or from all that count in a period.
//!
//! The answer of a field is what the person wrote for that very field, or else what can be taken from the rest of the
//! reflection, or else nothing. What a form wants to have written by hand stays a blank line.
mod filled;
mod filler;
mod sources;

pub use filled::{Filled, FilledField, FilledTable, Origin, count_words, in_all};
pub use filler::{Filler, Written};

use super::{
    format::{Provenance, Template},
    library::Library,
};
use crate::domain::{
    bodies::Body,
    ids::FormId,
    intentions::Intention,
    record::Period,
    reflections::{Reflection, Subject},
    time::{day_or_month, long_date},
};

/// What kind of form it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// It tells of one reflection.
    Account,
    /// A table with a row for each reflection of a period.
    Log,
    /// One for a period, with a list of all that was done in it.
    Profile,
    /// It asks for what is not kept here.
    Blank,
}

/// The forms that ship, by the name of each in its pack.
const FORMS: [(&str, Option<Body>, Sort); 10] = [
    ("template-swe", Some(Body::SocialWorkEngland), Sort::Account),
    ("template-nmc-reflective-account", Some(Body::Nmc), Sort::Account),
    ("template-nmc-reflective-discussion", Some(Body::Nmc), Sort::Account),
    ("template-nmc-cpd-log", Some(Body::Nmc), Sort::Log),
    ("template-nmc-feedback-log", Some(Body::Nmc), Sort::Log),
    ("template-nmc-practice-hours", Some(Body::Nmc), Sort::Blank),
    ("template-hcpc-profile", Some(Body::Hcpc), Sort::Profile),
    ("template-intercollegiate-hours", Some(Body::Intercollegiate), Sort::Log),
    ("template-gmc-reflection", None, Sort::Account),
    ("template-supervision", None, Sort::Account),
];

/// Whose record a form belongs to, and what sort it is. A form of another pack tells of one reflection.
#[must_use]
pub fn sort_of(form: &FormId) -> (Option<Body>, Sort) {
    let known = FORMS.iter().find(|(name, ..)| *name == form.item());
    known.map_or((None, Sort::Account), |(_, body, sort)| (*body, *sort))
}

/// The forms of a body, in the order of the packs.
#[must_use]
pub fn forms_of(library: &Library, body: Body) -> Vec<(FormId, &Template)> {
    library.forms().filter(|(id, _)| sort_of(id).0 == Some(body)).collect()
}

/// When a form was last compared with its source, and what is unsure of it.
#[must_use]
pub fn dated(provenance: &Provenance) -> String {
    let checked = match provenance.checked.as_deref().and_then(day_or_month) {
        Some(day) => format!("This form was last checked: {day}."),
        None => "This form has not been checked yet.".to_owned(),
    };
    match &provenance.caution {
        Some(caution) => format!("{checked} {caution}"),
        None => checked,
    }
}

/// Whether `reflection` was begun for `form`.
#[must_use]
pub fn is_written_for(reflection: &Reflection, form: &FormId) -> bool {
    matches!(&reflection.words.subject, Some(Subject::Form(id)) if id == form)
}

/// Such as `1 December 2025 to 30 November 2026`.
#[must_use]
pub fn told(period: Period) -> String {
    format!("{} to {}", long_date(period.first), long_date(period.last))
}

/// What is to be done, by whom and by when, in a line.
#[must_use]
pub fn action(intention: &Intention) -> String {
    let plan = &intention.plan;
    let owner =
        if plan.owner.trim().is_empty() { String::new() } else { format!(" ({})", plan.owner.trim()) };
    let by = plan.by.map(|by| format!(", by {}", long_date(by))).unwrap_or_default();
    format!("{}{owner}{by}", plan.action.trim())
}

#[cfg(test)]
mod tests {
    use super::{
        sources::{SOURCES, is_by_hand},
        *,
    };
    use std::fs;

    /// The national pack, whose forms these are.
    fn library() -> Library {
        let mut library = Library::default();
        let text = |file: &str| fs::read_to_string(format!("public/packs/england/{file}.json")).unwrap();
        library.shelve("england", "pack", Ok(text("pack")));
        for (pack, part) in library.parts() {
            library.shelve(&pack, &part, Ok(text(&part)));
        }
        assert_eq!(library.faults(), []);
        library
    }

    #[test]
    fn every_form_and_field_that_is_filled_is_in_the_pack() {
        let library = library();
        let forms: Vec<_> = library.forms().map(|(id, _)| id.item().to_owned()).collect();
        for (form, ..) in FORMS {
            assert!(forms.iter().any(|it| it == form), "{form} is in no pack");
        }
        assert_eq!(forms.len(), FORMS.len(), "a form is new: say whose record it belongs to");
        let fields: Vec<_> =
            library.forms().flat_map(|(_, it)| &it.fields).map(|it| it.id.as_str()).collect();
        for field in SOURCES.iter().map(|(field, _)| *field) {
            assert!(fields.contains(&field), "{field} is in no form");
        }
    }

    #[test]
    fn what_nothing_fills_is_the_persons_own_and_only_that() {
        let library = library();
        let fields = library.forms().flat_map(|(_, it)| &it.fields);
        let unfilled =
            fields.filter(|it| !is_by_hand(it) && !SOURCES.iter().any(|(field, _)| *field == it.id));
        let unfilled: Vec<_> =
            unfilled.map(|it| it.id.as_str()).filter(|id| !id.starts_with("nmc-practice-hours-")).collect();
        assert_eq!(
            unfilled,
            [
                "nmc-reflective-discussion-accounts",
                "nmc-cpd-log-evidence",
                "nmc-feedback-log-type",
                "hcpc-profile-summary",
                "hcpc-profile-activities",
                "hcpc-profile-statement",
                "hcpc-profile-evidence",
                "gmc-reflection-domain",
                "intercollegiate-hours-evidence",
                "supervision-others",
                "supervision-threshold",
                "supervision-dissent",
                "supervision-learning",
                "supervision-summary",
                "supervision-next",
            ]
        );
    }
}
