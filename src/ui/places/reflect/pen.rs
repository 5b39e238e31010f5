//! The pen of the editor: what is written with it is on screen at once and on disk at the next pause.
use crate::{
    domain::{ids::ReflectionId, reflections::Words, typing::Typed},
    ui::desk::Desk,
};
use leptos::prelude::*;

/// Copies write on the same page.
#[derive(Clone, Copy)]
pub struct Pen {
    pub desk: Desk,
    pub id: ReflectionId,
    pub words: RwSignal<Words>,
    /// Nothing can be written: it is being saved, or another tab writes.
    pub locked: Signal<bool>,
}

impl Pen {
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
