//! Locked and unlocked: the gate in front of a locked desk, and what the desk does with passphrases.
use super::{Desk, DeskError, Role};
use crate::{
    browser::{entropy::BrowserEntropy, idb::IdbStore, page, tabs::News, worker::InWorker},
    session::Locked,
    ui::parts,
    vault::{Passphrase, RecoveryCode, Secret},
};
use leptos::prelude::*;
use std::rc::Rc;

/// What stands in front of a locked desk. Copies share it.
#[derive(Clone, Copy)]
pub struct Gate {
    /// Whether a recovery code opens it too.
    pub has_recovery: bool,
    locked: StoredValue<Rc<Locked<IdbStore>>, LocalStorage>,
}

impl Gate {
    pub(super) fn new(locked: Locked<IdbStore>) -> Self {
        Self { has_recovery: locked.has_recovery(), locked: StoredValue::new_local(Rc::new(locked)) }
    }

    /// Opens the desk. A wrong secret changes nothing, and another can be tried.
    pub async fn unlock(self, secret: &Secret) -> Result<Desk, DeskError> {
        let locked = self.locked.get_value();
        let (role, lock) = Desk::ask_to_write().await;
        let session = locked.unlock(secret, &InWorker).await?;
        Ok(Desk::at(parts::read(session).await?, role, lock))
    }
}

impl Desk {
    /// Sets the first passphrase, and gives back the recovery code, which is not kept anywhere.
    pub async fn protect(self, passphrase: Passphrase) -> Result<RecoveryCode, DeskError> {
        let drawer = self.drawer.get_value();
        let _turn = drawer.turn.lock().await;
        self.may_write()?;
        let code = drawer.session.protect(passphrase, &InWorker, &mut BrowserEntropy).await?;
        self.has_turned_key();
        Ok(code)
    }

    /// Sets another passphrase; `now` is the one so far, or the recovery code.
    pub async fn change_passphrase(self, now: &Secret, new: Passphrase) -> Result<(), DeskError> {
        let drawer = self.drawer.get_value();
        let _turn = drawer.turn.lock().await;
        self.may_write()?;
        drawer.session.change_passphrase(now, new, &InWorker, &mut BrowserEntropy).await?;
        self.has_turned_key();
        Ok(())
    }

    /// Makes another recovery code; the one before opens nothing any more.
    pub async fn new_recovery_code(self, now: &Secret) -> Result<RecoveryCode, DeskError> {
        let drawer = self.drawer.get_value();
        let _turn = drawer.turn.lock().await;
        self.may_write()?;
        let code = drawer.session.new_recovery_code(now, &InWorker, &mut BrowserEntropy).await?;
        self.has_turned_key();
        Ok(code)
    }

    /// Takes the passphrase off.
    pub async fn unprotect(self, now: &Secret) -> Result<(), DeskError> {
        let drawer = self.drawer.get_value();
        let _turn = drawer.turn.lock().await;
        self.may_write()?;
        drawer.session.unprotect(now, &InWorker).await?;
        self.has_turned_key();
        Ok(())
    }

    /// Locks, where a passphrase is set: what is typed is kept first, then the page is opened anew, which leaves nothing
    /// in its memory. If words cannot be kept the page stays, and says so. Other tabs are told, unless one of them told.
    pub async fn lock(self, tell: bool) {
        if !self.protected.get_untracked() {
            return;
        }
        page::cover(true);
        match self.keep_typing().await {
            Ok(()) => {
                if tell {
                    self.drawer.get_value().tell(News::Locked);
                }
                page::reload();
            }
            // It is said where all trouble is said.
            Err(_) => page::cover(false),
        }
    }

    fn may_write(self) -> Result<(), DeskError> {
        match self.role.get_untracked() {
            Role::Writer => Ok(()),
            Role::Reader => Err(DeskError::Reading),
        }
    }

    /// Other tabs read again, and find that their key is another one by now.
    fn has_turned_key(self) {
        let drawer = self.drawer.get_value();
        self.set_protected.set(drawer.session.is_protected());
        drawer.tell(News::Changed);
    }
}
