//! Backups of the desk: a file to keep elsewhere, and what such a file holds.
use super::{Desk, DeskError};
use crate::{
    browser::{clock, page, worker},
    storage::backup::{self, BackupError, Contents},
    vault::Passphrase,
    worker::{Failure, Outcome, Task},
};
use leptos::prelude::*;

/// A backup file, opened again and found to be as it was meant.
pub struct BackupFile {
    /// The file: age, version 1.
    pub bytes: Vec<u8>,
    /// How many records are in it.
    pub records: usize,
    /// How many could not be read, and so are not in it.
    pub left_out: usize,
}

/// Why a backup could not be made or read. Nothing has been changed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BackupTrouble {
    #[error(transparent)]
    Desk(#[from] DeskError),
    #[error(transparent)]
    File(#[from] Failure),
    #[error(transparent)]
    Inside(#[from] BackupError),
}

impl Desk {
    /// A file of everything, under a passphrase of its own. What is being typed is kept first, so that it is in it.
    pub async fn back_up(self, passphrase: &Passphrase) -> Result<BackupFile, BackupTrouble> {
        self.keep_typing().await?;
        let documents = self.drawer.get_value().session.documents().await;
        let (documents, left_out) = documents.map_err(DeskError::from)?;
        let text = backup::write(&documents, &page::version(), clock::now());
        let task = Task::SealBackup { passphrase: passphrase.text(), text: &text };
        match worker::perform(&task).await? {
            Outcome::Sealed(bytes) => Ok(BackupFile { bytes, records: documents.len(), left_out }),
            _ => Err(Failure::Stopped.into()),
        }
    }
}

/// Reads as much of a backup file as can be read, and tells what cannot.
pub async fn read_backup(bytes: &[u8], passphrase: &Passphrase) -> Result<Contents, BackupTrouble> {
    let task = Task::OpenBackup { passphrase: passphrase.text(), file: bytes };
    match worker::perform(&task).await? {
        Outcome::Opened(opened) => Ok(backup::read(&opened.text, opened.is_whole)?),
        _ => Err(Failure::Stopped.into()),
    }
}
