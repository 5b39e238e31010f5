//! An entry of reference, whatever shelf it stands on: a name, some labelled lines, and how far to trust it.
use super::{
    Pack,
    format::{Fate, Provenance},
};
use crate::domain::{ids::EntryId, route::Shelf};

/// One entry.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Its name in addresses.
    pub id: EntryId,
    /// What it is about.
    pub title: String,
    /// Label and text.
    pub lines: Vec<(&'static str, String)>,
    /// Where it can be read today, where that address is live.
    pub url: Option<String>,
    /// How far it can be trusted.
    pub provenance: Provenance,
}

/// What `pack` puts on `shelf`.
#[must_use]
pub fn entries(pack: &Pack, shelf: Shelf) -> Vec<Entry> {
    /// One entry for each item of a list.
    macro_rules! each {
        ($list:ident, $title:ident, $lines:expr) => {
            pack.$list
                .iter()
                .map(|it| Entry {
                    id: EntryId::new(&pack.id, &it.id),
                    title: it.$title.clone(),
                    lines: lines($lines(it)),
                    url: None,
                    provenance: it.provenance.clone(),
                })
                .collect()
        };
    }
    match shelf {
        Shelf::ThenAndNow => each!(changes, topic, |it: &super::format::ThenAndNow| [
            ("Then", Some(it.then.clone())),
            ("Now", Some(it.now.clone())),
            ("Since", Some(it.since.clone())),
        ]),
        Shelf::Law => each!(laws, name, |it: &super::format::Law| [
            ("It says", Some(it.says.clone())),
            ("For you", Some(it.means.clone())),
        ]),
        Shelf::Challenge => each!(ladder, title, |it: &super::format::Rung| [
            ("Who", Some(it.who.clone())),
            ("Do", Some(it.action.clone())),
            ("Say", Some(it.say.clone())),
            ("Days", it.days.clone()),
        ]),
        Shelf::Words => each!(glossary, term, |it: &super::format::Term| [
            ("Stands for", it.expansion.clone()),
            ("Means", Some(it.meaning.clone())),
        ]),
        Shelf::Links => {
            let mut entries: Vec<Entry> = each!(resources, was, |it: &super::format::Resource| [
                ("Today", Some(fate(it.fate).to_owned())),
                ("Use", Some(it.now.clone())),
            ]);
            for (entry, resource) in entries.iter_mut().zip(&pack.resources) {
                entry.url.clone_from(&resource.url);
            }
            entries
        }
    }
}

fn lines<const N: usize>(lines: [(&'static str, Option<String>); N]) -> Vec<(&'static str, String)> {
    lines.into_iter().filter_map(|(label, text)| Some((label, text?))).collect()
}

/// What became of a link, in words.
const fn fate(fate: Fate) -> &'static str {
    match fate {
        Fate::Live => "Thought to be still there.",
        Fate::Moved => "It has moved.",
        Fate::Replaced => "Something else took its place.",
        Fate::Gone => "It is gone.",
        Fate::Unknown => "Not yet checked: it may be gone.",
    }
}
