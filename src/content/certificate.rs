//! A certificate of attendance: it says who was there, and claims nothing about what they can do.
use super::{
    event_plan::told_outcome,
    library::Library,
    paper::{Paper, Piece},
};
use crate::domain::{attendance::InvitedTo, particulars::hours, time::long_date};

/// The certificate of `name`, who typed it; it is kept nowhere.
#[must_use]
pub fn certificate(library: &Library, day: &InvitedTo, name: &str) -> Paper {
    let mut paper = Paper::new("Certificate of attendance");
    paper.put(Piece::Text(name.trim().to_owned()));
    paper.put(Piece::Text(format!("took part in: {}", day.title)));
    paper.fact("Date", day.day.map(long_date).unwrap_or_default());
    paper.fact("Venue", day.venue.as_str());
    paper.fact("Organisers", day.organisers.as_str());
    paper.fact("Hours of learning", hours(day.minutes.into()));
    paper.fact("Of these together with others", hours(day.participatory.into()));
    let outcomes: Vec<_> = day.outcomes.iter().filter_map(|it| told_outcome(library, it)).collect();
    if !outcomes.is_empty() {
        paper.put(Piece::Heading("What the day was to leave people able to do".to_owned()));
        outcomes.into_iter().for_each(|it| paper.put(Piece::Point(it)));
    }
    paper.put(Piece::Note(
        "This certifies attendance, not competence. The name was typed by the person who took part."
            .to_owned(),
    ));
    paper
}
