//! A Word file of a paper, made by the web worker.
use super::worker::perform;
use crate::{
    content::paper::Paper,
    worker::{Failure, Outcome, Task},
};

/// What a Word file is called among kinds of files.
pub const KIND: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/// The bytes of the file.
///
/// # Errors
/// A [`Failure`] of the worker.
pub async fn word_file(paper: &Paper) -> Result<Vec<u8>, Failure> {
    match perform(&Task::WordFile { paper: &paper.encode() }).await? {
        Outcome::Made(file) => Ok(file),
        _ => Err(Failure::Stopped),
    }
}
