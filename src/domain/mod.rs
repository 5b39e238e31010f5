//! What the app knows, with no browser, no storage and no clock of its own.
pub mod hex;
pub mod idle;
pub mod ids;
pub mod intentions;
pub mod journal;
pub mod models;
pub mod progress;
pub mod quiz;
pub mod reflections;
pub mod route;
pub mod spelling;
pub mod table;
pub mod time;
pub mod typing;
pub mod working_days;
