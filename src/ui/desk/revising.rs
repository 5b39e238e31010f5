//! What is to be revised, as the journal and the packs say it now.
use super::Desk;
use crate::{
    browser::clock,
    content::cards::{self, Card},
    domain::{
        cards::CardId,
        revision::{Queue, Revision},
    },
    ui::app::App,
};
use leptos::prelude::*;

impl Desk {
    /// What decides what is due. It is read, not followed: a page that is being answered must not be drawn anew.
    pub fn with_revision<T>(self, app: App, read: impl FnOnce(Revision<'_>) -> T) -> T {
        self.journal.with_untracked(|journal| {
            let profile = journal.profile();
            app.deck.with_untracked(|deck| {
                read(Revision {
                    history: journal.history(),
                    deck,
                    pace: &profile.pace,
                    catch_up: profile.catch_up,
                })
            })
        })
    }

    /// What `card` asks; none when it is neither in the packs nor among the person's own.
    pub fn card(self, app: App, card: &CardId) -> Option<Card> {
        self.journal.with_untracked(|journal| {
            app.library.with_untracked(|library| cards::card(library, journal, card))
        })
    }

    /// What is asked today; `more` cards beyond the day's share.
    pub fn queue(self, app: App, more: usize) -> Queue {
        self.with_revision(app, |revision| revision.queue(clock::now(), more))
    }
}
