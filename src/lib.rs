//! Second Look: reflect on safeguarding practice, offline and in private.
//!
//! Layers, inner to outer; a module may use only what stands to its left:
//!
//! ```text
//! domain  <-  vault · content · storage  <-  session · worker  <-  browser  <-  ui
//! ```
//!
//! Everything left of `browser` compiles without it (`--no-default-features`), and
//! `tests/arrows.rs` holds every file to the arrows.
// What tests share calls this crate by its name.
#[cfg(test)]
extern crate self as second_look;

pub mod content;
pub mod domain;
pub mod session;
pub mod storage;
pub mod vault;
pub mod worker;

#[cfg(feature = "app")]
pub mod browser;
#[cfg(feature = "app")]
pub mod ui;
