//! What lies beneath the desk: commands are planned, sealed and put on disk here, in a part of the app's own.
use super::{Desk, DeskError, Drawer, Gate, Role};
use crate::{
    browser::{clock, entropy::BrowserEntropy, idb::IdbStore, page, tabs::News},
    domain::journal::{Change, Command},
    session::{Opening, Session, SessionError},
};
use futures::future::LocalBoxFuture;
use leptos::prelude::*;

/// An answer that is waited for, in one type for all of them.
pub type Answer<T> = LocalBoxFuture<'static, T>;

/// The desk, or what stands in front of a locked one.
pub type OpenedDesk = Result<Result<Desk, Gate>, DeskError>;

/// Opens storage, and asks for the right to write; or says that it is locked.
pub fn open() -> Answer<OpenedDesk> {
    Box::pin(async {
        // Asked for first: what is read from then on is not changed by another tab.
        let (role, lock) = Desk::ask_to_write().await;
        let store = IdbStore::open().await?;
        match Session::open(store, &mut BrowserEntropy).await? {
            Opening::Opened(opened) => Ok(Ok(Desk::at(opened, role, lock))),
            Opening::Locked(locked) => Ok(Err(Gate::new(locked))),
        }
    })
}

/// Plans, stores, then shows; gives back what would undo it.
pub fn commit(desk: Desk, command: Command) -> Answer<Result<Vec<Change>, DeskError>> {
    Box::pin(async move {
        let drawer = desk.drawer.get_value();
        let _turn = drawer.turn.lock().await;
        carry_out(desk, &drawer, command).await
    })
}

async fn carry_out(desk: Desk, drawer: &Drawer, command: Command) -> Result<Vec<Change>, DeskError> {
    if desk.role.get_untracked() == Role::Reader {
        return Err(DeskError::Reading);
    }
    let planned = desk.journal.with_untracked(|journal| journal.plan(command, clock::now()));
    let changes = planned.map_err(SessionError::Refused)?;
    if changes.is_empty() {
        return Ok(vec![]);
    }
    drawer.session.store(&changes, &mut BrowserEntropy).await?;
    let undo = desk.journal.with_untracked(|journal| journal.inverse(&changes));
    desk.set_journal.update(|journal| journal.apply(&changes));
    drawer.tell(News::Changed);
    Ok(undo)
}

/// Reads everything again, between two commands. What goes wrong is told on the desk.
pub fn read_again(desk: Desk) -> Answer<Result<(), DeskError>> {
    Box::pin(async move {
        let drawer = desk.drawer.get_value();
        let _turn = drawer.turn.lock().await;
        match drawer.session.load().await {
            Ok((journal, set_aside)) => {
                desk.set_journal.set(journal);
                desk.set_set_aside.set(set_aside.len());
                // What would be undone may not be as it was.
                desk.said.set(None);
                Ok(())
            }
            Err(error) => {
                // Another tab has set, changed or taken off the passphrase: the page begins anew with what it has now.
                let idle = desk.typing.with_untracked(|typing| typing.next().is_none());
                if error == SessionError::KeyChanged && idle {
                    page::reload();
                } else {
                    desk.trouble.set(Some((&DeskError::from(error.clone())).into()));
                }
                Err(error.into())
            }
        }
    })
}
