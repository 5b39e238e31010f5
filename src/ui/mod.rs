//! What people see: the app's life, its pages, and the desk they all work at.
mod app;
mod components;
mod desk;
mod parts;
mod places;
mod trouble;
mod words;

pub use app::start;
