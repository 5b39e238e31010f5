//! The glossary in running text: each of its words is a button that opens the definition where it stands.
use super::{Erase, dialog::Dialog};
use crate::{
    content::{
        library::Library,
        terms::{Span, TermBook},
    },
    domain::{ids::EntryId, route::Shelf},
    ui::words::trust,
};
use leptos::prelude::*;

/// Marks the glossary's words, each the first time it comes on a page. Copies share what has been marked.
#[derive(Clone, Copy)]
pub struct Explainer {
    book: StoredValue<TermBook>,
    seen: StoredValue<Vec<EntryId>>,
    /// The word whose definition is open.
    pub asked: RwSignal<Option<EntryId>>,
}

impl Explainer {
    /// With the glossary of `library`.
    pub fn new(library: &Library) -> Self {
        Self {
            book: StoredValue::new(TermBook::new(library)),
            seen: StoredValue::new(vec![]),
            asked: RwSignal::new(None),
        }
    }

    /// Begins a page: nothing has been marked on it.
    pub fn begin(self) {
        self.seen.set_value(vec![]);
    }

    /// `text`, with a button for each word to explain.
    pub fn text(self, text: &str) -> Vec<AnyView> {
        let mut seen = self.seen.get_value();
        let spans = self.book.with_value(|book| book.spans(text, &mut seen));
        self.seen.set_value(seen);
        let show = |span| {
            match span {
            Span::Plain(text) => text.into_any(),
            Span::Term(text, id) => view! {
                <button type="button" class="term" aria-haspopup="dialog" on:click=move |_| self.asked.set(Some(id.clone()))>
                    {text}
                </button>
            }
            .into_any(),
        }
        };
        spans.into_iter().map(show).collect()
    }
}

/// The definition that is asked for.
#[component]
pub fn Definition(explainer: Explainer, library: RwSignal<Library>) -> impl IntoView {
    let asked = explainer.asked;
    let definition = move || {
        let entry = asked.get().and_then(|id| library.with(|library| library.entry(Shelf::Words, &id)));
        entry.map(|entry| {
            view! {
                <h2 id="definition">{entry.title}</h2>
                {entry.lines.into_iter().map(|(_, text)| view! { <p>{text}</p> }).erased()}
                <p class="quiet">{trust(&entry.provenance)}</p>
            }
        })
    };
    view! {
        <Dialog open=Signal::derive(move || asked.with(Option::is_some)) on_close=move || asked.set(None) labelled_by="definition">
            {definition}
            <div class="button-row"><button class="button" on:click=move |_| asked.set(None)>"Close"</button></div>
        </Dialog>
    }
}
