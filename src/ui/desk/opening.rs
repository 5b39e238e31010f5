//! How the desk is opened: storage, its key, and what is kept under it.
use super::{Desk, DeskError, Gate};
use crate::{
    browser::{entropy::BrowserEntropy, idb::IdbStore},
    session::{Opening, Session},
    ui::parts,
};
use futures::future::join;

impl Desk {
    /// Opens storage, and asks for the right to write; or gives what stands in front of a locked desk. What keeps is
    /// needed only where there is something to be read.
    pub async fn open() -> Result<Result<Self, Gate>, DeskError> {
        // Nothing is read before it is known who may write: what is read from then on is not changed by another tab.
        let ((role, lock), store) = join(Self::ask_to_write(), IdbStore::open()).await;
        let opened = match Session::open(store?, &mut BrowserEntropy).await? {
            Opening::New(session) => session.into(),
            Opening::Unread(session) => parts::read(session).await?,
            Opening::Locked(locked) => return Ok(Err(Gate::new(locked))),
        };
        Ok(Ok(Self::at(opened, role, lock)))
    }
}
