//! An entry of reference, whatever shelf it stands on: a name, some labelled lines, and how far to trust it.
use super::format::{Law, Provenance, Rung, Term, ThenAndNow};

/// One entry.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// What it is about.
    pub title: String,
    /// Label and text; a line without a label is plain text.
    pub lines: Vec<(&'static str, String)>,
    /// How far it can be trusted.
    pub provenance: Provenance,
}

impl From<&ThenAndNow> for Entry {
    fn from(it: &ThenAndNow) -> Self {
        let lines = vec![("Then", it.then.clone()), ("Now", it.now.clone()), ("Since", it.since.clone())];
        Self { title: it.topic.clone(), lines, provenance: it.provenance.clone() }
    }
}

impl From<&Law> for Entry {
    fn from(it: &Law) -> Self {
        let lines = vec![("It says", it.says.clone()), ("For you", it.means.clone())];
        Self { title: it.name.clone(), lines, provenance: it.provenance.clone() }
    }
}

impl From<&Rung> for Entry {
    fn from(it: &Rung) -> Self {
        let mut lines = vec![("Who", it.who.clone()), ("Do", it.action.clone()), ("Say", it.say.clone())];
        lines.extend(it.days.clone().map(|days| ("Days", days)));
        Self { title: it.title.clone(), lines, provenance: it.provenance.clone() }
    }
}

impl From<&Term> for Entry {
    fn from(it: &Term) -> Self {
        let mut lines = vec![];
        lines.extend(it.expansion.clone().map(|expansion| ("Stands for", expansion)));
        lines.push(("Means", it.meaning.clone()));
        Self { title: it.term.clone(), lines, provenance: it.provenance.clone() }
    }
}
