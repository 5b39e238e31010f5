//! What every page works at: the journal to read, and one way to change it.
pub mod backup;
mod erasing;
pub mod keeping;
mod locking;
mod opening;
mod revising;

pub use erasing::erase_everything;
pub use locking::Gate;

use super::{
    parts::{self, PartMissing},
    trouble::Trouble,
    words::ticked,
};
use crate::{
    browser::{
        idb::IdbStore,
        page,
        tabs::{self, Ask, Channel, News, WriterLock},
    },
    domain::{
        ids::{IntentionId, ModuleId, ReflectionId},
        intentions::Plan,
        journal::{Change, Command, Journal},
        reflections::Words,
        time::clock_time,
        typing::{Typed, Typing},
    },
    session::{Opened, Session, SessionError},
    storage::StorageError,
};
use futures::{
    future::{Either, select},
    lock::Mutex,
};
use leptos::{prelude::*, task::spawn_local};
use std::{
    cell::{Cell, RefCell},
    pin::pin,
    rc::Rc,
};

/// How long a tab that is asked to hand over may take, in milliseconds, before the lock is taken from it.
const HAND_OVER_MS: u32 = 3_000;

/// How long a pause in typing is before the draft is kept, in milliseconds.
const PAUSE_MS: u32 = 500;

/// Whether this tab may write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    Writer,
    Reader,
}

/// Why a command was not done.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DeskError {
    #[error("another tab is writing")]
    Reading,
    #[error(transparent)]
    Session(#[from] SessionError),
    #[error(transparent)]
    Missing(#[from] PartMissing),
}

impl From<StorageError> for DeskError {
    fn from(error: StorageError) -> Self {
        Self::Session(error.into())
    }
}

/// What was just done, with what would undo it.
#[derive(Clone)]
pub struct Said {
    pub text: &'static str,
    pub undo: Vec<Change>,
    /// The page it was said on has not been left yet.
    pub here: bool,
}

/// The journal on screen and the session beneath it. Copies share them.
#[derive(Clone, Copy)]
pub struct Desk {
    pub journal: ReadSignal<Journal>,
    pub role: ReadSignal<Role>,
    /// How many records could not be read.
    pub set_aside: ReadSignal<usize>,
    /// Whether a passphrase is set.
    pub protected: ReadSignal<bool>,
    /// What is not on disk yet: on screen, or left behind when storage failed.
    pub typing: RwSignal<Typing>,
    /// What went wrong last, until something goes right.
    pub trouble: RwSignal<Option<Trouble>>,
    /// What was just done.
    pub said: RwSignal<Option<Said>>,
    set_journal: WriteSignal<Journal>,
    set_role: WriteSignal<Role>,
    set_set_aside: WriteSignal<usize>,
    set_protected: WriteSignal<bool>,
    /// How many times something was typed.
    strokes: StoredValue<u64>,
    drawer: StoredValue<Rc<Drawer>, LocalStorage>,
}

struct Drawer {
    session: Session<IdbStore>,
    /// One command at a time: each is planned on what the one before it left.
    turn: Mutex<()>,
    lock: RefCell<Option<WriterLock>>,
    channel: RefCell<Option<Channel>>,
}

impl Desk {
    async fn ask_to_write() -> ((ReadSignal<Role>, WriteSignal<Role>), Option<WriterLock>) {
        let (role, set_role) = for_good(|| signal(Role::Reader));
        let lost = move || set_role.set(Role::Reader);
        let lock = tabs::acquire(Ask::IfFree, Rc::new(Cell::new(true)), Box::new(lost)).await;
        if lock.is_some() {
            set_role.set(Role::Writer);
        }
        ((role, set_role), lock)
    }

    fn at(
        opened: Opened<IdbStore>,
        role: (ReadSignal<Role>, WriteSignal<Role>),
        lock: Option<WriterLock>,
    ) -> Self {
        for_good(|| Self::lay_out(opened, role, lock))
    }

    fn lay_out(
        opened: Opened<IdbStore>,
        (role, set_role): (ReadSignal<Role>, WriteSignal<Role>),
        lock: Option<WriterLock>,
    ) -> Self {
        let (journal, set_journal) = signal(opened.journal);
        let (set_aside, set_set_aside) = signal(opened.set_aside.len());
        let (protected, set_protected) = signal(opened.session.is_protected());
        let drawer = Rc::new(Drawer {
            session: opened.session,
            turn: Mutex::new(()),
            lock: RefCell::new(lock),
            channel: RefCell::new(None),
        });
        let desk = Self {
            journal,
            role,
            set_aside,
            protected,
            typing: RwSignal::default(),
            trouble: RwSignal::new(None),
            said: RwSignal::new(None),
            set_journal,
            set_role,
            set_set_aside,
            set_protected,
            strokes: StoredValue::new(0),
            drawer: StoredValue::new_local(drawer.clone()),
        };
        let channel = Channel::open(move |news| spawn_local(desk.hear(news)));
        drawer.channel.replace(Some(channel));
        page::on_hide(move || spawn_local(async move { drop(desk.keep_typing().await) }));
        page::ask_before_leaving(move || desk.typing.with_untracked(|typing| typing.next().is_some()));
        desk
    }

    /// Plans, stores, then shows; gives back what would undo it. The screen never claims what the disk lacks.
    pub async fn commit(self, command: Command) -> Result<Vec<Change>, DeskError> {
        let done = parts::commit(self, command).await;
        match &done {
            Ok(_) => self.trouble.set(None),
            Err(error) => self.trouble.set(Some(error.into())),
        }
        done
    }

    /// Lets no command begin before `done`.
    pub async fn hold_back(self, done: impl Future<Output = ()>) {
        let drawer = self.drawer.get_value();
        let _turn = drawer.turn.lock().await;
        done.await;
    }

    /// Does `command`, says so, and offers to undo it.
    pub async fn commit_and_say(self, command: Command, text: &'static str) -> Result<(), DeskError> {
        let undo = self.commit(command).await?;
        self.say(text, undo);
        Ok(())
    }

    /// Ticks an intention off, or takes the tick away.
    pub fn tick(self, id: IntentionId, done: bool) {
        let command = Command::Tick { id, done };
        spawn_local(async move { drop(self.commit_and_say(command, ticked(done)).await) });
    }

    /// Says what was just done, on this page and on the one it leads to.
    pub fn say(self, text: &'static str, undo: Vec<Change>) {
        self.said.set(Some(Said { text, undo, here: true }));
        page::catch_focus();
    }

    /// The person goes to another page: what was said on the one before is said no more.
    pub fn turn_page(self) {
        self.said.update(|said| {
            *said = said.take().filter(|said| said.here).map(|said| Said { here: false, ..said })
        });
        // Trouble is told for as long as words are at stake.
        if self.typing.with_untracked(|typing| typing.next().is_none()) {
            self.trouble.set(None);
        }
    }

    /// Takes back what was just done.
    pub fn undo(self, changes: Vec<Change>) {
        spawn_local(async move {
            if self.commit(Command::Undo(changes)).await.is_ok() {
                self.say("Undone", vec![]);
            }
        });
    }

    /// Puts what is on screen on disk, words as a draft.
    pub async fn keep_typing(self) -> Result<(), DeskError> {
        // More may be typed while this is being kept.
        while let Some(typed) = self.typing.with_untracked(|typing| typing.next().cloned()) {
            self.commit(typed.command()).await?;
            self.forget(&typed);
        }
        Ok(())
    }

    /// Notes what is on screen and not on disk, and keeps it at the next pause in typing.
    pub fn write_soon(self, typed: Typed) {
        self.typing.update(|typing| typing.note(typed));
        let stroke = self.strokes.with_value(|count| count + 1);
        self.strokes.set_value(stroke);
        spawn_local(async move {
            page::pause(PAUSE_MS).await;
            if self.strokes.try_get_value() == Some(stroke) {
                drop(self.keep_typing().await);
            }
        });
    }

    /// This is on disk, or not wanted any more.
    pub fn forget(self, typed: &Typed) {
        self.typing.update(|typing| typing.forget(typed));
    }

    /// Whether words of `id` are on screen and not on disk.
    pub fn is_typing(self, id: ReflectionId) -> bool {
        self.typing.with(|typing| typing.words(id).is_some())
    }

    /// What has become of the words of `id`, in words.
    pub fn state_of(self, id: ReflectionId) -> String {
        if self.trouble.with(Option::is_some) {
            return "Not saved".to_owned();
        }
        if self.is_typing(id) {
            return "Typing…".to_owned();
        }
        let (kept, saved) = self
            .journal
            .with(|journal| (journal.draft(id).map(|draft| draft.kept), journal.reflection(id).is_some()));
        match kept {
            Some(kept) => format!("Draft kept {}", clock_time(kept)),
            None if saved => "Saved".to_owned(),
            None => "Nothing written yet".to_owned(),
        }
    }

    /// The latest words of a reflection: not on disk yet, or kept as a draft, or saved.
    pub fn latest_words(self, id: ReflectionId) -> Option<Words> {
        let typed = self.typing.with_untracked(|typing| typing.words(id).cloned());
        typed.or_else(|| {
            self.journal.with_untracked(|journal| {
                let draft = journal.draft(id).map(|draft| draft.words.clone());
                draft.or_else(|| journal.reflection(id).map(|saved| saved.words.clone()))
            })
        })
    }

    /// The latest of what a person means to do: not on disk yet, or kept.
    pub fn latest_plan(self, id: IntentionId) -> Option<Plan> {
        let typed = self.typing.with_untracked(|typing| typing.plan(id).cloned());
        typed.or_else(|| {
            self.journal.with_untracked(|journal| journal.intention(id).map(|it| it.plan.clone()))
        })
    }

    /// Where the answers given along a module go, if any have been given that are not a reflection yet.
    pub fn answers_in(self, module: &ModuleId) -> Option<ReflectionId> {
        self.journal.with_untracked(|journal| {
            let typed = self.typing.with_untracked(|typing| {
                typing.answers_in(module).find(|id| journal.reflection(*id).is_none())
            });
            typed.or_else(|| journal.answers_in(module).map(|draft| draft.id))
        })
    }

    /// Takes over from the tab that writes: it is asked to keep its draft first.
    pub async fn become_writer(self) {
        self.drawer.get_value().tell(News::HandOver);
        let wanted = Rc::new(Cell::new(true));
        let waited = pin!(self.take_lock(Ask::WhenFree, wanted.clone()));
        let pause = pin!(page::pause(HAND_OVER_MS));
        if let Either::Right(((), _)) = select(waited, pause).await {
            wanted.set(false);
            self.take_lock(Ask::Steal, Rc::new(Cell::new(true))).await;
        }
    }

    async fn take_lock(self, ask: Ask, wanted: Rc<Cell<bool>>) {
        let lost = move || self.set_role.set(Role::Reader);
        let Some(lock) = tabs::acquire(ask, wanted, Box::new(lost)).await else { return };
        // The tab that wrote until now may have changed something that this one has not heard of.
        if self.read_again().await.is_ok() {
            self.drawer.get_value().lock.replace(Some(lock));
            self.trouble.set(None);
            self.set_role.set(Role::Writer);
        }
    }

    /// Reads everything again. What goes wrong is told.
    async fn read_again(self) -> Result<(), DeskError> {
        let done = parts::read_again(self).await;
        if let Err(missing @ DeskError::Missing(_)) = &done {
            self.trouble.set(Some(missing.into()));
        }
        done
    }

    async fn hear(self, news: News) {
        match (news, self.role.get_untracked()) {
            (News::Changed, _) => drop(self.read_again().await),
            (News::HandOver, Role::Writer) => {
                // Words that cannot be kept are not given up: the other tab may take the lock all the same.
                if self.keep_typing().await.is_err() {
                    return;
                }
                let drawer = self.drawer.get_value();
                let _turn = drawer.turn.lock().await;
                self.set_role.set(Role::Reader);
                drawer.lock.replace(None);
            }
            (News::HandOver, Role::Reader) => {}
            (News::Erased, _) => {
                // There is nothing to be kept any more, nor to be asked about.
                self.typing.set(Typing::default());
                page::leave();
            }
            // What locks by itself hears of it too.
            (News::Locked, _) => {}
        }
    }
}

/// Makes what lives as long as the page does, whatever part of it asks for it.
fn for_good<T>(make: impl FnOnce() -> T) -> T {
    let owner = Owner::new_root(None);
    let made = owner.with(make);
    std::mem::forget(owner);
    made
}

impl Drawer {
    fn tell(&self, news: News) {
        if let Some(channel) = &*self.channel.borrow() {
            channel.tell(news);
        }
    }
}
