//! How a reflection is laid out: by a model, by a form, by a question of a lesson, or as a blank page.
use super::{format::Block, library::Library};
use crate::domain::{
    beginnings::Beginning,
    ids::{EntryId, ModelId, SectionId},
    models::{BLANK_PAGE, NOW_WHAT, Stage, WHAT_SO_WHAT_NOW_WHAT},
    reflections::{Passage, Subject, Words},
};

/// A way to lay a reflection out: the model's name, if it is one of a pack, and its stages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout {
    /// The model of a pack.
    pub model: Option<ModelId>,
    /// What it is called.
    pub name: String,
    /// Each stage with its heading.
    pub stages: Vec<(String, String)>,
}

impl Layout {
    fn of(name: &str, stages: &[Stage]) -> Self {
        let stages = stages.iter().map(|it| (it.id.to_owned(), it.heading.to_owned()));
        Self { model: None, name: name.to_owned(), stages: stages.collect() }
    }

    /// Whether `words` are laid out so, whatever else they hold.
    #[must_use]
    pub fn is_of(&self, words: &Words) -> bool {
        words.model == self.model
            && self.stages.iter().zip(&words.passages).filter(|((id, _), it)| *id == it.stage).count()
                == self.stages.len()
    }

    /// Lays `words` out so; nothing that was written is lost.
    pub fn lay_out(&self, words: &mut Words) {
        let stages = self.stages.iter().map(|(id, heading)| (id.as_str(), heading.as_str()));
        words.lay_out(self.model.clone(), stages);
    }
}

/// Every way there is to lay out a reflection about `subject`: first its own, then the built-in ones, then the models.
#[must_use]
pub fn layouts(library: &Library, subject: Option<&Subject>) -> Vec<Layout> {
    let form = match subject {
        Some(Subject::Form(id)) => library.form(id),
        _ => None,
    };
    let form = form.map(|form| Layout {
        model: None,
        name: form.title.clone(),
        stages: form.fields.iter().map(|it| (it.id.clone(), it.label.clone())).collect(),
    });
    let models = library.models().map(|(id, model)| Layout {
        model: Some(id),
        name: format!("{} ({})", model.title, model.by),
        stages: model.stages.iter().map(|it| (it.id.clone(), it.title.clone())).collect(),
    });
    let built_in = [
        Layout::of("What? So what? Now what?", &WHAT_SO_WHAT_NOW_WHAT),
        Layout::of("A blank page", &BLANK_PAGE),
    ];
    form.into_iter().chain(built_in).chain(models).collect()
}

/// A new reflection, before a word is written. What a pack that is not at hand would have asked is left out.
#[must_use]
pub fn begin(library: &Library, beginning: Option<&Beginning>) -> Words {
    match beginning {
        None => Words::about(None),
        Some(Beginning::Page) => {
            let mut words = Words::about(None);
            Layout::of("", &BLANK_PAGE).lay_out(&mut words);
            words
        }
        Some(Beginning::About(subject)) => {
            let mut words = Words::about(Some(subject.clone()));
            if let Subject::Form(_) = subject
                && let Some(layout) = layouts(library, Some(subject)).first()
            {
                layout.lay_out(&mut words);
            }
            words
        }
        Some(Beginning::By(model)) => {
            let mut words = Words::about(None);
            let all = layouts(library, None);
            if let Some(layout) = all.iter().find(|it| it.model.as_ref() == Some(model)) {
                layout.lay_out(&mut words);
            }
            words
        }
        Some(Beginning::Question(id)) => match question(library, id) {
            None => Words::about(None),
            Some((section, ask)) => {
                let mut words = Words::about(Some(Subject::Section(section)));
                words.passages = vec![Passage::empty(id.item(), &ask), Passage::from(&NOW_WHAT[0])];
                words
            }
        },
    }
}

/// Every question that the lessons ask.
#[must_use]
pub fn questions(library: &Library) -> Vec<(EntryId, String)> {
    all_questions(library).map(|(id, _, ask)| (id, ask)).collect()
}

fn question(library: &Library, id: &EntryId) -> Option<(SectionId, String)> {
    all_questions(library).find_map(|(known, section, ask)| (known == *id).then_some((section, ask)))
}

fn all_questions(library: &Library) -> impl Iterator<Item = (EntryId, SectionId, String)> {
    let sections = library.packs().iter().flat_map(|pack| {
        let sections = pack.modules.iter().flat_map(|module| &module.sections);
        sections.map(|section| (pack.id.as_str(), section))
    });
    sections.flat_map(|(pack, section)| {
        let asked = section.blocks.iter().flat_map(|block| match block {
            Block::Think(questions) => questions.as_slice(),
            _ => &[],
        });
        asked.map(move |it| (EntryId::new(pack, &it.id), SectionId::new(pack, &section.id), it.ask.clone()))
    })
}
