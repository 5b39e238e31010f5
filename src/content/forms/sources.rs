//! What fills which field of a form, beside what was written for it.
use super::super::{format::TemplateField, parts::Part};
use crate::domain::bodies::Body;

/// How the packs say that a field is filled in by hand.
const BY_HAND: &str = "Write it on the official form only";
/// And one more: a name belongs on paper alone.
const NAME: &str = "nmc-reflective-discussion-your-name";

/// What a field can be filled from, beside what was written for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Source {
    Day,
    /// The month in place of the day.
    Month,
    Kind,
    /// The kind of supporting information that doctors name.
    KindForDoctors,
    /// The kind, if it was a supervision.
    KindOfSupervision,
    Title,
    Hours,
    Minutes,
    Participatory,
    With,
    Tags,
    Level,
    Standards(Body),
    AllStandards,
    Actions,
    Of(Part),
}

/// What fills which field, in order. A field that is not named is filled by the person alone.
pub(super) const SOURCES: &[(&str, &[Source])] = &[
    ("swe-type", &[Source::Kind]),
    ("swe-description", &[Source::Of(Part::What)]),
    ("swe-date", &[Source::Day]),
    ("swe-learnt", &[Source::Of(Part::Learned)]),
    ("swe-impact", &[Source::Of(Part::Change)]),
    ("swe-peer", &[Source::Of(Part::Peer)]),
    ("nmc-reflective-account-nature", &[Source::Of(Part::What)]),
    ("nmc-reflective-account-learn", &[Source::Of(Part::Learned)]),
    ("nmc-reflective-account-change", &[Source::Of(Part::Change)]),
    ("nmc-reflective-account-code", &[Source::Standards(Body::Nmc)]),
    ("nmc-reflective-discussion-date", &[Source::Day]),
    ("nmc-reflective-discussion-summary", &[Source::Of(Part::Peer)]),
    ("nmc-cpd-log-dates", &[Source::Day]),
    ("nmc-cpd-log-method", &[Source::Kind]),
    ("nmc-cpd-log-topics", &[Source::Title, Source::Of(Part::Learned), Source::Of(Part::Change)]),
    ("nmc-cpd-log-code", &[Source::Standards(Body::Nmc)]),
    ("nmc-cpd-log-hours", &[Source::Hours]),
    ("nmc-cpd-log-participatory", &[Source::Participatory]),
    ("nmc-feedback-log-date", &[Source::Day]),
    ("nmc-feedback-log-source", &[Source::With]),
    ("nmc-feedback-log-content", &[Source::Of(Part::What), Source::Of(Part::Change)]),
    ("gmc-reflection-type", &[Source::KindForDoctors]),
    ("gmc-reflection-title", &[Source::Title, Source::Month]),
    ("gmc-reflection-what", &[Source::Of(Part::What)]),
    ("gmc-reflection-so-what", &[Source::Of(Part::Learned)]),
    ("gmc-reflection-now-what", &[Source::Of(Part::Change)]),
    ("intercollegiate-hours-date", &[Source::Day]),
    ("intercollegiate-hours-title", &[Source::Title]),
    ("intercollegiate-hours-level", &[Source::Level]),
    ("intercollegiate-hours-type", &[Source::Kind]),
    ("intercollegiate-hours-hours", &[Source::Hours]),
    ("intercollegiate-hours-participatory", &[Source::Participatory]),
    ("intercollegiate-hours-learning", &[Source::Of(Part::Learned)]),
    ("intercollegiate-hours-change", &[Source::Of(Part::Change)]),
    ("supervision-date", &[Source::Day]),
    ("supervision-supervisor", &[Source::With]),
    ("supervision-type", &[Source::KindOfSupervision]),
    ("supervision-duration", &[Source::Minutes]),
    ("supervision-agenda", &[Source::Title]),
    ("supervision-wellbeing", &[Source::Of(Part::Feelings)]),
    ("supervision-theme", &[Source::Tags]),
    ("supervision-reflection", &[Source::Of(Part::What)]),
    ("supervision-analysis", &[Source::Of(Part::Learned)]),
    ("supervision-child", &[Source::Of(Part::Child)]),
    ("supervision-decisions", &[Source::Of(Part::Change), Source::Actions]),
    ("supervision-standards", &[Source::AllStandards]),
];

impl Source {
    /// Whether it is in the person's own words.
    pub(super) const fn is_written(self) -> bool {
        matches!(self, Self::Title | Self::With | Self::Tags | Self::Of(_))
    }
}

pub(super) fn sources_of(field: &str) -> &'static [Source] {
    SOURCES.iter().find(|(name, _)| *name == field).map_or(&[], |(_, sources)| *sources)
}

/// Whether it is filled in by hand alone.
pub(super) fn is_by_hand(field: &TemplateField) -> bool {
    field.help.contains(BY_HAND) || field.id == NAME
}
