//! What a pack must keep beyond its shape: ids that are unique, links that lead somewhere, quizzes that are fair.
use super::{
    format::{
        Contact, ContactPurpose, Fate, Limit, OpeningHours, PackFile, PackKind, Provenance, StatementSet,
    },
    pack::short,
};
use crate::domain::{ids::is_name, quiz::Verdict, time::day_or_month};
use std::collections::{HashMap, HashSet};

/// The share of myths, in per cent, within which a set is fair: nobody does well by always saying the same.
const FAIR: std::ops::RangeInclusive<usize> = 40..=60;

/// One thing wrong with a pack.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{path}: {problem}. {remedy}")]
pub struct Fault {
    /// Where, by id: such as `statements[one-off].provenance.checked`.
    pub path: String,
    /// What is wrong.
    pub problem: String,
    /// What to do about it.
    pub remedy: String,
}

/// How much of what is wrong is named: more than anybody mends at once would only be long.
pub(super) const MOST_NAMED: usize = 20;

/// What is wrong with `pack`, the first [`MOST_NAMED`] of it and one more if there is more; empty when it is sound.
pub(super) fn faults(pack: &PackFile) -> Vec<Fault> {
    let mut check = Check {
        sources: pack.sources.iter().map(|source| source.id.as_str()).collect(),
        statements: pack.statements.iter().map(|it| (it.id.as_str(), it.verdict)).collect(),
        ids: HashSet::new(),
        faults: vec![],
    };
    if !is_name(&pack.id) {
        check.fault("id", format!("\"{}\" is not a name", pack.id), NAME_REMEDY);
    }
    for source in &pack.sources {
        let path = format!("sources[{}]", source.id);
        check.text(&format!("{path}.title"), &source.title);
        check.url(&format!("{path}.url"), source.url.as_deref());
    }
    /// Checks the id and the provenance of every item of a list.
    macro_rules! items {
        ($($list:ident),*) => {$(
            for item in &pack.$list {
                let path = format!("{}[{}]", stringify!($list), item.id);
                check.id(&path, &item.id);
                check.provenance(&path, &item.provenance);
            }
        )*};
    }
    items!(
        statements,
        takeaways,
        levels,
        contacts,
        resources,
        glossary,
        indicators,
        laws,
        clocks,
        ladder,
        changes,
        models,
        templates,
        level_names
    );
    check.statements(pack);
    check.modules(pack);
    for takeaway in &pack.takeaways {
        check.text(&format!("takeaways[{}].message", takeaway.id), &takeaway.message);
    }
    for contact in &pack.contacts {
        check.contact(&format!("contacts[{}]", contact.id), contact);
        // Whoever wrote the pack: in danger one number is shown, and it is everybody's.
        if pack.kind == PackKind::Area && contact.purpose == ContactPurpose::Emergency {
            let path = format!("contacts[{}].purpose", contact.id);
            check.fault(
                &path,
                "an area has no emergency number of its own".into(),
                "Leave it out: 999 is there.",
            );
        }
    }
    for resource in &pack.resources {
        let path = format!("resources[{}].url", resource.id);
        check.url(&path, resource.url.as_deref());
        if resource.url.is_some() && !matches!(resource.fate, Fate::Live | Fate::Moved) {
            check.fault(&path, "a link is given for something that is not live".into(), "Leave the url out.");
        }
    }
    if !pack.levels.is_sorted_by_key(|level| level.number) {
        check.fault("levels", "they are out of order".into(), "Put the lowest level first.");
    }
    let levels: HashSet<_> = pack.levels.iter().map(|level| level.id.as_str()).collect();
    for indicator in &pack.indicators {
        let is_known = levels.contains(indicator.level.as_str());
        check.link(&format!("indicators[{}].level", indicator.id), &indicator.level, is_known, "levels");
    }
    let clocks: HashSet<_> = pack.clocks.iter().map(|clock| clock.id.as_str()).collect();
    for clock in &pack.clocks {
        if let Limit::Hours(hours) = clock.limit
            && hours % 24 != 0
        {
            let path = format!("clocks[{}].limit", clock.id);
            check.fault(&path, format!("{hours} hours are not whole days"), "Write 24, 48, 72 and so on.");
        }
        if let Some(before) = &clock.follows {
            let is_known = clocks.contains(before.as_str());
            check.link(&format!("clocks[{}].follows", clock.id), before, is_known, "clocks");
        }
    }
    let sections: HashSet<_> =
        pack.modules.iter().flat_map(|module| &module.sections).map(|section| section.id.as_str()).collect();
    for guide in &pack.guides {
        check.link("guides.section", &guide.section, sections.contains(guide.section.as_str()), "sections");
    }
    check.faults
}

const NAME_REMEDY: &str = "Use small letters, digits and single hyphens.";

struct Check<'a> {
    sources: HashSet<&'a str>,
    statements: HashMap<&'a str, Verdict>,
    ids: HashSet<&'a str>,
    faults: Vec<Fault>,
}

impl<'a> Check<'a> {
    fn fault(&mut self, path: &str, problem: String, remedy: &str) {
        if self.faults.len() <= MOST_NAMED {
            let (path, problem) = (short(path), short(&problem));
            self.faults.push(Fault { path, problem, remedy: remedy.to_owned() });
        }
    }

    fn id(&mut self, path: &str, id: &'a str) {
        let path = format!("{path}.id");
        if !is_name(id) {
            self.fault(&path, format!("\"{id}\" is not a name"), NAME_REMEDY);
        }
        if !self.ids.insert(id) {
            self.fault(
                &path,
                format!("\"{id}\" is used twice"),
                "Give each item of the pack an id of its own.",
            );
        }
    }

    fn text(&mut self, path: &str, text: &str) {
        if text.trim().is_empty() {
            self.fault(path, "there is no text".into(), "Write it, or leave the item out.");
        }
    }

    fn link(&mut self, path: &str, id: &str, is_known: bool, list: &str) {
        if !is_known {
            self.fault(
                path,
                format!("\"{id}\" is not there"),
                &format!("Use the id of one of the pack's {list}."),
            );
        }
    }

    fn url(&mut self, path: &str, url: Option<&str>) {
        match url.map(|url| url.strip_prefix("https://")) {
            None => {}
            Some(None) => {
                self.fault(path, "the link is not a secure address".into(), "Start it with https://.")
            }
            Some(Some(rest)) if says_where_it_leads(rest) => {}
            Some(_) => {
                let remedy = "Use plain letters and no spaces, and put nothing before the name of the site.";
                self.fault(path, "the link may not lead where it says".into(), remedy);
            }
        }
    }

    fn provenance(&mut self, path: &str, provenance: &Provenance) {
        let path = format!("{path}.provenance");
        let sources = format!("{path}.sources");
        if provenance.sources.is_empty() {
            self.fault(&sources, "no source is given".into(), "Name at least one of the pack's sources.");
        }
        for source in &provenance.sources {
            self.link(&sources, source, self.sources.contains(source.as_str()), "sources");
        }
        if let Some(checked) = &provenance.checked
            && day_or_month(checked).is_none()
        {
            let problem = format!("\"{checked}\" is not a date");
            self.fault(&format!("{path}.checked"), problem, "Write 2026-11-23, or 2026-11, or null.");
        }
    }

    fn statements(&mut self, pack: &'a PackFile) {
        for it in &pack.statements {
            for (field, text) in [
                ("statement", &it.statement),
                ("fact", &it.fact),
                ("myth", &it.myth),
                ("why", &it.why),
                ("evidence", &it.evidence),
                ("practice", &it.practice),
                ("limits", &it.limits),
            ] {
                self.text(&format!("statements[{}].{field}", it.id), text);
            }
        }
        for set in &pack.statement_sets {
            let path = format!("statement_sets[{}]", set.id);
            self.id(&path, &set.id);
            self.set(&format!("{path}.statements"), set);
        }
    }

    fn set(&mut self, path: &str, set: &StatementSet) {
        for id in &set.statements {
            self.link(path, id, self.statements.contains_key(id.as_str()), "statements");
        }
        let asked: HashSet<_> = set.statements.iter().collect();
        if asked.len() < set.statements.len() {
            self.fault(path, "a statement is asked twice".into(), "Ask each statement once.");
        }
        let myths = asked.iter().filter(|id| self.statements.get(id.as_str()) == Some(&Verdict::Myth));
        match (myths.count() * 100).checked_div(asked.len()) {
            None => self.fault(path, "the set is empty".into(), "Add statements, or leave the set out."),
            Some(share) if !set.as_it_was && !FAIR.contains(&share) => self.fault(
                path,
                format!("{share} per cent are myths, so always giving the same answer does well"),
                "Balance it to between 40 and 60 per cent.",
            ),
            Some(_) => {}
        }
    }

    fn modules(&mut self, pack: &'a PackFile) {
        for module in &pack.modules {
            let path = format!("modules[{}]", module.id);
            self.id(&path, &module.id);
            self.text(&format!("{path}.title"), &module.title);
            if module.sections.is_empty() {
                self.fault(
                    &format!("{path}.sections"),
                    "there are none".into(),
                    "Write at least one section.",
                );
            }
            for outcome in &module.outcomes {
                let path = format!("{path}.outcomes[{}]", outcome.id);
                self.id(&path, &outcome.id);
                self.text(&format!("{path}.can"), &outcome.can);
            }
            for section in &module.sections {
                let path = format!("{path}.sections[{}]", section.id);
                self.id(&path, &section.id);
                self.provenance(&path, &section.provenance);
                for quiz in section.quiz.iter().filter(|id| !id.contains('/')) {
                    let is_known = self.statements.contains_key(quiz.as_str());
                    self.link(&format!("{path}.quiz"), quiz, is_known, "statements");
                }
            }
        }
    }

    fn contact(&mut self, path: &str, contact: &Contact) {
        self.text(&format!("{path}.name"), &contact.name);
        let digits = contact.phone.chars().filter(char::is_ascii_digit).count();
        let other = contact.phone.chars().any(|c| !c.is_ascii_digit() && c != ' ' && c != '+');
        if other || !(3..=15).contains(&digits) {
            let problem = format!("\"{}\" cannot be rung", contact.phone);
            self.fault(&format!("{path}.phone"), problem, "Write digits and spaces, such as 0161 496 0000.");
        }
        if let Some(open) = &contact.open
            && !is_sound(open)
        {
            let remedy = "Name at least one day, and hours such as 08:30 to 16:30 of the same day.";
            self.fault(&format!("{path}.open"), "the opening hours make no sense".into(), remedy);
        }
    }
}

/// Whether what follows `https://` begins with the name of a site that nothing stands before, and no letter of the whole
/// can be taken for another.
fn says_where_it_leads(rest: &str) -> bool {
    let site = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let is_of_a_name = |it: char| it.is_ascii_alphanumeric() || matches!(it, '.' | '-');
    !site.is_empty() && site.chars().all(is_of_a_name) && rest.chars().all(|it| it.is_ascii_graphic())
}

fn is_sound(open: &OpeningHours) -> bool {
    let time = |text: &str| {
        let (hour, minute) = text.split_once(':')?;
        let (hour, minute) = (hour.parse::<u8>().ok()?, minute.parse::<u8>().ok()?);
        (text.len() == 5 && hour < 24 && minute < 60).then_some((hour, minute))
    };
    let (from, to) = (time(&open.from), time(&open.to));
    !open.days.is_empty() && from.is_some() && to.is_some() && from < to
}
