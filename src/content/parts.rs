//! What each stage of a reflection tells: what happened, what was learned, what changes. Models name it each in their way;
//! a form asks for it in another.
use super::library::Library;
use crate::domain::{
    models::{BLANK_PAGE, CHALLENGE, FURTHER, WHAT_SO_WHAT_NOW_WHAT},
    reflections::{Passage, Words},
    table::{Identified, Table},
};

/// What a stage tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    What,
    Learned,
    Change,
    Feelings,
    Child,
    Peer,
}

/// Stages that do not tell what their place in the model would suggest.
const OUT_OF_PLACE: [(&str, Part); 11] = [
    ("atkins-murphy-awareness", Part::Learned),
    ("atkins-murphy-describe", Part::What),
    ("challenge-who", Part::What),
    ("challenge-said", Part::What),
    ("evidence-matrix-missing", Part::Learned),
    ("johns-learning", Part::Learned),
    ("munro-hypotheses-loops", Part::Learned),
    ("share-action", Part::What),
    ("share-hearing", Part::What),
    ("signs-of-safety-working-well", Part::What),
    ("weather-fog", Part::Learned),
];

/// What the stages of every model at hand tell.
pub struct Parts<'a> {
    stages: Table<Told<'a>>,
    /// The fields of every form.
    fields: Table<Told<'a>>,
}

/// A stage or a field with what it tells, if it is one thing.
struct Told<'a>(&'a str, Option<Part>);

impl<'a> Identified for Told<'a> {
    type Id = &'a str;

    fn id(&self) -> &'a str {
        self.0
    }
}

impl<'a> Parts<'a> {
    /// With the models of `library`, and `fields` of forms that each tell one thing.
    #[must_use]
    pub fn new(library: &'a Library, fields: impl IntoIterator<Item = (&'a str, Part)>) -> Self {
        let (mut stages, mut of_forms) = (Table::default(), Table::default());
        let mut lay = |ids: Vec<&'a str>| {
            let of = ids.len();
            ids.into_iter().enumerate().for_each(|(at, id)| stages.put(Told(id, Some(at_place(at, of)))));
        };
        for model in [&WHAT_SO_WHAT_NOW_WHAT[..], &CHALLENGE, &BLANK_PAGE] {
            lay(model.iter().map(|it| it.id).collect());
        }
        for (_, model) in library.models() {
            lay(model.stages.iter().map(|it| it.id.as_str()).collect());
        }
        let further = FURTHER.iter().map(|it| it.id).zip([Part::Feelings, Part::Child, Part::Peer]);
        further.chain(OUT_OF_PLACE).for_each(|(id, part)| stages.put(Told(id, Some(part))));
        let asked = library.forms().flat_map(|(_, form)| &form.fields);
        asked.for_each(|it| of_forms.put(Told(&it.id, None)));
        fields.into_iter().for_each(|(id, part)| of_forms.put(Told(id, Some(part))));
        Self { stages, fields: of_forms }
    }

    /// What `words` tell of `part`: by their model, or else in the fields of another form.
    #[must_use]
    pub fn text(&self, words: &Words, part: Part) -> String {
        let of = words.passages.len();
        let told = |(at, it): (usize, &'_ Passage)| {
            let known = self.stages.get(&it.stage).and_then(|told| told.1);
            // A question of a lesson, or a stage of a model that is not at hand: by its place.
            let guessed = || self.fields.get(&it.stage).is_none().then(|| at_place(at, of));
            known.or_else(guessed) == Some(part)
        };
        let by_model = joined(words.passages.iter().enumerate().filter(|it| told(*it)).map(|(_, it)| it));
        if !by_model.is_empty() {
            return by_model;
        }
        let in_form = |it: &&Passage| self.fields.get(&it.stage).is_some_and(|told| told.1 == Some(part));
        // The fields of several forms would say the same again.
        joined(words.passages.iter().filter(in_form).find(|it| !it.text.trim().is_empty()))
    }
}

/// What a stage tells by its place: first what happened, last what changes, between them what was learned.
const fn at_place(at: usize, of: usize) -> Part {
    match at {
        0 => Part::What,
        last if last + 1 == of => Part::Change,
        _ => Part::Learned,
    }
}

fn joined<'a>(passages: impl IntoIterator<Item = &'a Passage>) -> String {
    let texts = passages.into_iter().map(|it| it.text.trim()).filter(|text| !text.is_empty());
    texts.collect::<Vec<_>>().join("\n\n")
}
