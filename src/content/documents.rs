//! Everything in the packs that can be found, each as a text with a title and a place.
use super::{entry::entries, format::Block, library::Library};
use crate::domain::{
    ids::{EntryId, IndicatorId, ModuleId, SectionId, StatementId, TakeawayId},
    route::{Route, Shelf},
};

/// Something that can be found.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// What it is, in a word or two.
    pub kind: &'static str,
    /// What it is called.
    pub title: String,
    /// What it says; an excerpt of it is shown.
    pub text: String,
    /// Other words it goes by, and what must not be shown by itself, such as a myth without its verdict.
    pub hidden: String,
    /// Where it is.
    pub route: Route,
}

/// Everything in the packs that can be found.
#[must_use]
pub fn documents(library: &Library) -> Vec<Document> {
    let mut all = vec![];
    let new = |kind, title: &str, text: String, hidden: String, route| Document {
        kind,
        title: title.to_owned(),
        text,
        hidden,
        route,
    };
    for pack in library.packs() {
        for module in &pack.modules {
            let route = Route::Module(ModuleId::new(&pack.id, &module.id));
            all.push(new("Lesson", &module.title, module.summary.clone(), String::new(), route));
            for section in &module.sections {
                let text: Vec<_> = section.blocks.iter().map(text_of).collect();
                let route = Route::Section(SectionId::new(&pack.id, &section.id));
                all.push(new(
                    "Part of a lesson",
                    &section.title,
                    text.join(" "),
                    module.title.clone(),
                    route,
                ));
            }
        }
        for it in &pack.takeaways {
            let route = Route::Takeaways(Some(TakeawayId::new(&pack.id, &it.id)));
            let text = format!("{} {}", it.why, it.practice);
            all.push(new("Take-home message", &it.message, text, String::new(), route));
        }
        for it in &pack.statements {
            let route = Route::Statement(StatementId::new(&pack.id, &it.id));
            let text = format!("{} {} {}", it.evidence, it.practice, it.limits);
            let hidden = format!("{} {} {}", it.statement, it.myth, it.why);
            all.push(new("Myth or fact", &it.fact, text, hidden, route));
        }
        for it in &pack.levels {
            let text = [&it.who_for, &it.who_leads, &it.assessment, &it.meeting, &it.plan, &it.law];
            let text: Vec<_> = text.into_iter().map(String::as_str).collect();
            all.push(new("Level of need", &it.title, text.join(" "), String::new(), Route::Levels));
        }
        for it in &pack.indicators {
            let text = it.protects.clone().unwrap_or_default();
            let route = Route::Thresholds(Some(IndicatorId::new(&pack.id, &it.id)));
            all.push(new("Sign", &it.sign, text, String::new(), route));
        }
        for it in &pack.clocks {
            let text = format!("{} {}", it.starts, it.note);
            let route = Route::Clocks(Some(EntryId::new(&pack.id, &it.id)));
            all.push(new("Time limit", &it.step, text, String::new(), route));
        }
        for it in &pack.contacts {
            all.push(new("Number to ring", &it.name, it.when.clone(), it.phone.clone(), Route::Worried));
        }
        for shelf in Shelf::ALL {
            let kind = match shelf {
                Shelf::Challenge => "Challenge",
                Shelf::Law => "Law",
                Shelf::ThenAndNow => "Then and now",
                Shelf::Words => "Word",
                Shelf::Links => "Link of the day",
            };
            for it in entries(pack, shelf) {
                let text: Vec<_> = it.lines.iter().map(|(_, text)| text.as_str()).collect();
                let also = match shelf {
                    Shelf::Words => pack.glossary.iter().find(|term| term.term == it.title),
                    _ => None,
                };
                let hidden = also.map(|term| term.also.join(" ")).unwrap_or_default();
                all.push(new(
                    kind,
                    &it.title,
                    text.join(" "),
                    hidden,
                    Route::Reference(shelf, Some(it.id.clone())),
                ));
            }
        }
    }
    all
}

/// What a block says.
#[must_use]
pub fn text_of(block: &Block) -> String {
    match block {
        Block::Heading(text) | Block::Text(text) => text.clone(),
        Block::Points(all) | Block::Steps(all) | Block::Known(all) | Block::Found(all) | Block::Good(all) => {
            all.join(" ")
        }
        Block::Think(questions) => questions.iter().map(|it| it.ask.as_str()).collect::<Vec<_>>().join(" "),
        Block::Figure(it) => format!("{}: {} ({})", it.value, it.meaning, it.when),
        Block::ThenNow(it) => format!("Then: {} Now: {}", it.then, it.now),
    }
}
