//! Deleting everything that a person has on this device; and what could not be read, as it lies there.
use super::{Desk, DeskError};
use crate::{
    browser::{
        idb, packs, page, patience, preferences, sound,
        tabs::{Channel, News},
    },
    domain::typing::Typing,
    storage::StorageError,
};
use futures::{
    future::{Either, select},
    pin_mut,
};
use leptos::prelude::*;

/// How long the browser may take, in milliseconds: a tab that does not close keeps the database open.
const PATIENCE_MS: u32 = 10_000;

/// Deletes everything that the person has. Other tabs are told first, and leave.
pub async fn erase_everything(desk: Option<Desk>) -> Result<(), DeskError> {
    match desk {
        Some(desk) => {
            // Nothing of it is to be kept any more, and the browser need not ask before the page is left.
            desk.typing.set(Typing::default());
            // By the desk's own channel, which does not hear itself.
            desk.drawer.get_value().tell(News::Erased);
        }
        None => Channel::open(|_| {}).tell(News::Erased),
    }
    let (erased, pause) = (idb::delete_everything(), page::pause(PATIENCE_MS));
    pin_mut!(erased, pause);
    match select(erased, pause).await {
        Either::Left((erased, _)) => erased?,
        Either::Right(_) => return Err(StorageError::Failed("another tab keeps it open".to_owned()).into()),
    }
    packs::remove_added().await;
    preferences::forget();
    patience::forget();
    sound::turn(true);
    Ok(())
}

impl Desk {
    /// What could not be read, exactly as it lies on disk, each under its name.
    pub async fn unread(self) -> Result<Vec<(String, Vec<u8>)>, DeskError> {
        Ok(self.drawer.get_value().session.unread().await?)
    }
}
