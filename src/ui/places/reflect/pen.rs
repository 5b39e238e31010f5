//! The pen of the editor: what is written with it is on screen at once and on disk at the next pause.
use crate::{
    domain::{identifiers::Allowed, ids::ReflectionId, journal::Command, reflections::Words, typing::Typed},
    ui::{app::App, desk::Desk},
};
use leptos::{prelude::*, task::spawn_local};

/// Copies write on the same page.
#[derive(Clone, Copy)]
pub struct Pen {
    pub desk: Desk,
    pub id: ReflectionId,
    pub words: RwSignal<Words>,
    /// Nothing can be written: it is being saved, or another tab writes.
    pub locked: Signal<bool>,
    /// What the nudge passes over.
    pub allowed: Signal<Allowed>,
    /// What it was told to leave, for as long as the editor is open.
    pub left: RwSignal<Vec<String>>,
}

impl Pen {
    /// The pen of an editor.
    pub fn new(app: App, desk: Desk, id: ReflectionId, words: RwSignal<Words>, locked: Signal<bool>) -> Self {
        Self { desk, id, words, locked, allowed: allowed(app, desk), left: RwSignal::default() }
    }

    /// Tells the nudge to pass over `text` from now on, and offers to take that back.
    pub fn pass_over(self, text: String) {
        pass_over(self.desk, text);
    }

    /// Changes the words.
    pub fn write(self, change: impl FnOnce(&mut Words)) {
        self.words.update(change);
        self.desk.write_soon(Typed::Words(self.id, self.words.get_untracked()));
    }

    /// What is written at `stage`.
    pub fn at(self, stage: &str) -> String {
        self.words.with(|words| words.at(stage).unwrap_or_default().to_owned())
    }

    /// Writes at `stage`, which comes after the others if it is new.
    pub fn write_at(self, stage: &str, heading: &str, text: &str) {
        self.write(|words| words.write_at(stage, heading, text, &[]));
    }
}

/// What the nudge passes over. The telephone numbers that the app itself shows are nobody's.
pub fn allowed(app: App, desk: Desk) -> Signal<Allowed> {
    let allowed = Memo::new(move |_| {
        let passed_over = desk.journal.with(|journal| journal.profile().passed_over);
        app.library.with(|library| {
            let numbers = library.packs().iter().flat_map(|pack| &pack.contacts);
            let numbers = numbers.map(|contact| contact.phone.as_str());
            Allowed::new(numbers, passed_over.iter().map(String::as_str))
        })
    });
    allowed.into()
}

/// Tells the nudge to pass over `text` from now on, and offers to take that back.
pub fn pass_over(desk: Desk, text: String) {
    let command = Command::PassOver { text, always: true };
    spawn_local(async move { drop(desk.commit_and_say(command, "Left from now on").await) });
}
