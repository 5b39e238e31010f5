//! What keeps: documents are read, and commands planned, sealed and put on disk, in a part of the app's own.
use super::{Desk, DeskError, Drawer, Role};
use crate::{
    browser::{clock, entropy::BrowserEntropy, idb::IdbStore, page, tabs::News},
    domain::journal::{Change, Command},
    session::{Opened, Session, SessionError},
};
use futures::future::LocalBoxFuture;
use leptos::prelude::*;

/// An answer that is waited for, in one type for all of them.
pub type Answer<T> = LocalBoxFuture<'static, T>;

/// Reads what is kept.
pub fn read(session: Session<IdbStore>) -> Answer<Result<Opened<IdbStore>, DeskError>> {
    Box::pin(async { Ok(session.read().await?) })
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
