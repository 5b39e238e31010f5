//! The packs at hand, and where to find things in them.
use super::{
    Pack,
    entry::{Entry, entries},
    format::{
        Clock, Contact, ContactPurpose, GuidePlace, Indicator, Level, LevelName, Model, Module, PackKind,
        Provenance, Section, Statement, StatementSet, Takeaway, Template,
    },
    pack::short,
};
use crate::domain::{
    ids::{
        EntryId, FormId, IndicatorId, LevelId, ModelId, ModuleId, SectionId, SetId, StatementId, TakeawayId,
    },
    quiz::Topic,
    reflections::Subject,
    route::Shelf,
};

/// Every pack that could be read, and what became of the others.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Library {
    packs: Vec<Pack>,
    faults: Vec<PackFault>,
}

/// A pack that could not be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackFault {
    /// Its name, as asked for.
    pub pack: String,
    /// What is wrong, and what to do.
    pub why: String,
}

impl Library {
    /// Puts the text of a pack's file on the shelf (`pack` itself first, then its parts), or notes why it cannot be.
    pub fn shelve(&mut self, pack: &str, file: &str, text: Result<String, String>) {
        let shelved = text.and_then(|text| match file {
            "pack" => self.shelve_pack(pack, &text),
            _ => self.shelve_part(pack, &text),
        });
        if let Err(why) = shelved {
            let pack = if file == "pack" { pack.to_owned() } else { format!("{pack}/{file}") };
            self.faults.push(PackFault { pack, why });
        }
    }

    /// Puts the pack that the person added on the shelf, or notes why it cannot be.
    pub fn shelve_added(&mut self, text: Option<&str>) {
        let missing = "it is not on this device any more. Add it again in Settings, under Area";
        match text.ok_or_else(|| missing.to_owned()).and_then(Pack::parse_added) {
            Ok(pack) => self.packs.push(pack),
            Err(why) => self.faults.push(PackFault { pack: "the pack you added".to_owned(), why }),
        }
    }

    fn shelve_pack(&mut self, name: &str, json: &str) -> Result<(), String> {
        let pack = Pack::parse(json).map_err(|error| error.to_string())?;
        if pack.id != name {
            return Err(format!("it calls itself \"{}\". Rename one or the other", short(&pack.id)));
        }
        self.packs.push(pack);
        Ok(())
    }

    fn shelve_part(&mut self, name: &str, json: &str) -> Result<(), String> {
        match self.packs.iter_mut().find(|pack| pack.id == name) {
            Some(pack) => pack.add_part(json).map_err(|error| error.to_string()),
            None => Ok(()),
        }
    }

    /// The parts that the packs on the shelf name, each with its pack.
    #[must_use]
    pub fn parts(&self) -> Vec<(String, String)> {
        let each =
            |pack: &Pack| pack.parts.iter().map(|part| (pack.id.clone(), part.clone())).collect::<Vec<_>>();
        self.packs.iter().flat_map(each).collect()
    }

    /// The sound packs, in the order in which they were shelved.
    #[must_use]
    pub fn packs(&self) -> &[Pack] {
        &self.packs
    }

    /// The packs that could not be used.
    #[must_use]
    pub fn faults(&self) -> &[PackFault] {
        &self.faults
    }

    /// Every quiz set.
    pub fn sets(&self) -> impl Iterator<Item = (SetId, &StatementSet)> {
        self.packs
            .iter()
            .flat_map(|pack| pack.statement_sets.iter().map(|set| (SetId::new(&pack.id, &set.id), set)))
    }

    /// One quiz set.
    #[must_use]
    pub fn set(&self, id: &SetId) -> Option<&StatementSet> {
        self.sets().find_map(|(known, set)| (known == *id).then_some(set))
    }

    /// Every statement.
    pub fn statements(&self) -> impl Iterator<Item = (StatementId, &Statement)> {
        self.packs
            .iter()
            .flat_map(|pack| pack.statements.iter().map(|it| (StatementId::new(&pack.id, &it.id), it)))
    }

    /// The statements that can be asked about a topic, in order. Those of another pack that is not here are left out.
    #[must_use]
    pub fn statements_about(&self, topic: &Topic) -> Vec<StatementId> {
        let (pack, items) = match topic {
            Topic::Mixed | Topic::Missed => return self.statements().map(|(id, _)| id).collect(),
            Topic::Set(id) => (id.pack(), self.set(id).map(|set| &set.statements)),
            Topic::Section(id) => {
                (id.pack(), self.section(id).map(|(_, module, at)| &module.sections[at].quiz))
            }
        };
        let named = |item: &String| item.parse().unwrap_or_else(|_| StatementId::new(pack, item));
        items.into_iter().flatten().map(named).filter(|id| self.statement(id).is_some()).collect()
    }

    /// What a topic is called; none when its pack is not here.
    #[must_use]
    pub fn name_of_topic(&self, topic: &Topic) -> Option<String> {
        match topic {
            Topic::Mixed => Some("A mix of everything".to_owned()),
            Topic::Missed => Some("What I got wrong".to_owned()),
            Topic::Set(id) => self.set(id).map(|set| set.title.clone()),
            Topic::Section(id) => self.section(id).map(|(_, module, at)| module.sections[at].title.clone()),
        }
    }

    /// One statement.
    #[must_use]
    pub fn statement(&self, id: &StatementId) -> Option<&Statement> {
        let pack = self.pack(id.pack())?;
        pack.statements.iter().find(|it| StatementId::new(&pack.id, &it.id) == *id)
    }

    /// Every module of learning.
    pub fn modules(&self) -> impl Iterator<Item = (ModuleId, &Module)> {
        self.packs.iter().flat_map(|pack| pack.modules.iter().map(|it| (ModuleId::new(&pack.id, &it.id), it)))
    }

    /// One module.
    #[must_use]
    pub fn module(&self, id: &ModuleId) -> Option<&Module> {
        self.modules().find_map(|(known, module)| (known == *id).then_some(module))
    }

    /// The statements that test any of a module's sections, each once.
    #[must_use]
    pub fn statements_of_module(&self, id: &ModuleId) -> Vec<StatementId> {
        let sections = self.module(id).into_iter().flat_map(|it| &it.sections);
        let mut statements: Vec<_> = sections
            .flat_map(|it| self.statements_about(&Topic::Section(SectionId::new(id.pack(), &it.id))))
            .collect();
        statements.sort_unstable();
        statements.dedup();
        statements
    }

    /// One section, with its module and its place in it.
    #[must_use]
    pub fn section(&self, id: &SectionId) -> Option<(ModuleId, &Module, usize)> {
        let pack = self.pack(id.pack())?;
        pack.modules.iter().find_map(|module| {
            let at = module.sections.iter().position(|it| SectionId::new(&pack.id, &it.id) == *id)?;
            Some((ModuleId::new(&pack.id, &module.id), module, at))
        })
    }

    /// The section that teaches what a statement is about, if one does.
    #[must_use]
    pub fn lesson_of(&self, statement: &StatementId) -> Option<SectionId> {
        let full = statement.to_string();
        self.packs.iter().find_map(|pack| {
            let is_it = |it: &String| *it == full || (pack.id == statement.pack() && it == statement.item());
            let mut sections = pack.modules.iter().flat_map(|module| &module.sections);
            let section = sections.find(|section| section.quiz.iter().any(is_it))?;
            Some(SectionId::new(&pack.id, &section.id))
        })
    }

    /// What stands on a shelf of reference, in the order of the packs.
    #[must_use]
    pub fn reference(&self, shelf: Shelf) -> Vec<Entry> {
        self.packs.iter().flat_map(|pack| entries(pack, shelf)).collect()
    }

    /// One entry of a shelf.
    #[must_use]
    pub fn entry(&self, shelf: Shelf, id: &EntryId) -> Option<Entry> {
        entries(self.pack(id.pack())?, shelf).into_iter().find(|entry| entry.id == *id)
    }

    /// Every sign of need.
    pub fn indicators(&self) -> impl Iterator<Item = (IndicatorId, &Indicator)> {
        self.packs
            .iter()
            .flat_map(|pack| pack.indicators.iter().map(|it| (IndicatorId::new(&pack.id, &it.id), it)))
    }

    /// Every step with a time limit, each with its pack.
    pub fn clocks(&self) -> impl Iterator<Item = (&str, &Clock)> {
        self.packs.iter().flat_map(|pack| pack.clocks.iter().map(move |it| (pack.id.as_str(), it)))
    }

    /// The sections that also stand on a page of Guidance, in order.
    #[must_use]
    pub fn guides(&self, at: GuidePlace) -> Vec<(SectionId, &Section)> {
        let ids = self.packs.iter().flat_map(|pack| {
            let here = pack.guides.iter().filter(move |guide| guide.at == at);
            here.map(|guide| SectionId::new(&pack.id, &guide.section))
        });
        ids.filter_map(|id| {
            let (_, module, at) = self.section(&id)?;
            Some((id, &module.sections[at]))
        })
        .collect()
    }

    /// What the area calls one of the usual levels.
    #[must_use]
    pub fn called(&self, level: &LevelId) -> Option<&LevelName> {
        self.packs.iter().flat_map(|pack| &pack.level_names).find(|it| it.level == level.item())
    }

    /// The pack of the area that is at hand.
    #[must_use]
    pub fn area(&self) -> Option<&Pack> {
        self.packs.iter().find(|pack| pack.kind == PackKind::Area)
    }

    /// Every model of reflection.
    pub fn models(&self) -> impl Iterator<Item = (ModelId, &Model)> {
        self.packs.iter().flat_map(|pack| pack.models.iter().map(|it| (ModelId::new(&pack.id, &it.id), it)))
    }

    /// One model of reflection.
    #[must_use]
    pub fn model(&self, id: &ModelId) -> Option<&Model> {
        self.models().find_map(|(known, model)| (known == *id).then_some(model))
    }

    /// Every form of a regulator or an employer.
    pub fn forms(&self) -> impl Iterator<Item = (FormId, &Template)> {
        self.packs.iter().flat_map(|pack| pack.templates.iter().map(|it| (FormId::new(&pack.id, &it.id), it)))
    }

    /// One form.
    #[must_use]
    pub fn form(&self, id: &FormId) -> Option<&Template> {
        self.forms().find_map(|(known, form)| (known == *id).then_some(form))
    }

    /// What a stage of a model or a field of a form asks, if a pack at hand has it.
    #[must_use]
    pub fn prompt_of(&self, stage: &str) -> Option<&str> {
        let stages = self.packs.iter().flat_map(|pack| &pack.models).flat_map(|model| &model.stages);
        let fields = self.packs.iter().flat_map(|pack| &pack.templates).flat_map(|form| &form.fields);
        let asked = stages.map(|it| (&it.id, &it.prompt)).chain(fields.map(|it| (&it.id, &it.help)));
        asked.into_iter().find_map(|(id, prompt)| (id == stage).then_some(prompt.as_str()))
    }

    /// Every take-home message.
    pub fn takeaways(&self) -> impl Iterator<Item = (TakeawayId, &Takeaway)> {
        self.packs
            .iter()
            .flat_map(|pack| pack.takeaways.iter().map(|it| (TakeawayId::new(&pack.id, &it.id), it)))
    }

    /// One take-home message.
    #[must_use]
    pub fn takeaway(&self, id: &TakeawayId) -> Option<&Takeaway> {
        self.takeaways().find_map(|(known, it)| (known == *id).then_some(it))
    }

    /// The levels of need, the lowest first.
    pub fn levels(&self) -> impl Iterator<Item = (LevelId, &Level)> {
        self.packs.iter().flat_map(|pack| pack.levels.iter().map(|it| (LevelId::new(&pack.id, &it.id), it)))
    }

    /// Every number to ring for `purpose`, each with its pack.
    pub fn contacts(&self, purpose: ContactPurpose) -> impl Iterator<Item = (&Pack, &Contact)> {
        let all = self.packs.iter().flat_map(|pack| pack.contacts.iter().map(move |it| (pack, it)));
        all.filter(move |(_, contact)| contact.purpose == purpose)
    }

    /// What a reflection is about, in words; none when its pack is not here.
    #[must_use]
    pub fn name_of(&self, subject: &Subject) -> Option<String> {
        match subject {
            Subject::Set(id) => self.set(id).map(|set| set.title.clone()),
            // Never the statement by itself: a myth is not repeated without its verdict.
            Subject::Statement(id) => self.statement(id).map(|it| it.fact.clone()),
            Subject::Takeaway(id) => self.takeaway(id).map(|it| it.message.clone()),
            Subject::Section(id) => self.section(id).map(|(_, module, at)| module.sections[at].title.clone()),
            Subject::Module(id) => self.module(id).map(|module| module.title.clone()),
            Subject::Thresholds => Some("Signs and levels of need".to_owned()),
            Subject::Challenge => Some("Challenge and escalate".to_owned()),
            Subject::Form(id) => self.form(id).map(|form| form.title.clone()),
            // What it says is not the library's to know.
            Subject::Reflection(_) => Some("A reflection".to_owned()),
            Subject::Event(_) => Some("A learning event".to_owned()),
            Subject::Level(id) => {
                self.levels().find_map(|(known, it)| (known == *id).then(|| it.title.clone()))
            }
        }
    }

    /// The titles of the sources that `provenance` of `pack` points to.
    #[must_use]
    pub fn sources(&self, pack: &str, provenance: &Provenance) -> Vec<String> {
        let sources = self.pack(pack).map(|pack| pack.sources.iter());
        sources
            .into_iter()
            .flatten()
            .filter(|source| provenance.sources.contains(&source.id))
            .map(|source| match source.year {
                Some(year) => format!("{} ({}, {year})", source.title, source.publisher),
                None => format!("{} ({})", source.title, source.publisher),
            })
            .collect()
    }

    fn pack(&self, id: &str) -> Option<&Pack> {
        self.packs.iter().find(|pack| pack.id == id)
    }
}
