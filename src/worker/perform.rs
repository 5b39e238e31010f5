//! Carries a task out.
use super::{Failure, Frame, Outcome, Task, backup_file, derive, scan::scan};
use zeroize::Zeroizing;

/// Does what a message asks, and answers with another.
#[must_use]
pub fn perform(task: &[u8]) -> Zeroizing<Vec<u8>> {
    if let Some(frame) = Frame::decode(task) {
        return Outcome::Codes(scan(&frame)).encode();
    }
    let outcome = match Task::decode(task) {
        Some(Task::Derive { secret, cost, salt }) => derive::derive(secret, cost, salt).map(Outcome::Derived),
        Some(Task::SealBackup { passphrase, text }) => {
            backup_file::seal(passphrase, text).map(Outcome::Sealed)
        }
        Some(Task::OpenBackup { passphrase, file }) => {
            backup_file::open(passphrase, file).map(Outcome::Opened)
        }
        None => Err(Failure::Stopped),
    };
    outcome.unwrap_or_else(Outcome::Failed).encode()
}
