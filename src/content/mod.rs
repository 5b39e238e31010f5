//! Packs: everything the app teaches and advises, as data that anyone can write.
//!
//! A pack is read strictly (`format.rs`), then checked as a whole (`check.rs`), and only a sound one becomes a [`Pack`]. The
//! app looks things up in a [`library::Library`] of them.
pub mod agenda;
pub mod calendar;
pub mod cards;
pub mod certificate;
mod check;
pub mod documents;
pub mod entry;
pub mod event_papers;
pub mod event_plan;
pub mod event_report;
pub mod exchange;
pub mod format;
pub mod forms;
pub mod front_door;
pub mod invitations;
pub mod layouts;
pub mod library;
mod pack;
pub mod paper;
mod parts;
pub mod plain;
pub mod qr;
pub mod reminder;
pub mod room;
pub mod rounds;
pub mod schedule;
pub mod search;
mod shape;
pub mod sightings;
pub mod terms;
pub mod thresholds;
pub mod word_file;

pub use check::Fault;
pub use pack::{Pack, PackError};

/// The packs that come with the app, in the order in which they are read.
pub const SHIPPED: [&str; 3] = ["england", "salford", "learning-event-2017"];

/// Those of them that hold for one area: one of these at a time, or none.
pub const SHIPPED_AREAS: [(&str, &str); 1] = [("salford", "Salford")];
