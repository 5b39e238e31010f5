//! Pieces that show: data and callbacks in, never the desk.
pub mod blocks;
pub mod confirm;
pub mod notice;
pub mod page_head;
pub mod provenance;
