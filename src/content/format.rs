//! Pack format 1: the shapes of a `pack.json`, documented here for the published JSON Schema.
//!
//! Text is plain: no markup. Ids are kebab-case, unique in their pack and never used again for
//! something else, because a person's answers and reflections refer to them for years.
use crate::domain::quiz::Verdict;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The only format this app reads.
pub const FORMAT: u32 = 1;

/// Declares a pack shape: read strictly, described in the JSON Schema.
macro_rules! shapes {
    ($($(#[$meta:meta])* $vis:vis $kind:ident $name:ident $body:tt)*) => {$(
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
        #[cfg_attr(test, derive(schemars::JsonSchema))]
        #[serde(deny_unknown_fields, rename_all = "snake_case")]
        $vis $kind $name $body
    )*};
}

shapes! {
    /// Everything one publisher teaches or advises, in one file.
    pub struct PackFile {
        /// The format of this file: 1.
        pub format: u32,
        /// The pack's own name in addresses and in people's records, such as `salford`.
        pub id: String,
        pub kind: PackKind,
        pub title: String,
        /// One or two sentences for a person choosing a pack.
        pub summary: String,
        /// The date of the last edit.
        pub edited: NaiveDate,
        /// Where the facts come from; items point here by id.
        pub sources: Vec<Source>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub statement_sets: Vec<StatementSet>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub statements: Vec<Statement>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub takeaways: Vec<Takeaway>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub levels: Vec<Level>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub contacts: Vec<Contact>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub modules: Vec<Module>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub resources: Vec<Resource>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub glossary: Vec<Term>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub indicators: Vec<Indicator>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub laws: Vec<Law>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub clocks: Vec<Clock>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub ladder: Vec<Rung>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub changes: Vec<ThenAndNow>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub models: Vec<Model>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub templates: Vec<Template>,
        /// What an area calls the usual levels.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub level_names: Vec<LevelName>,
    }

    /// What a pack is for.
    #[derive(Copy, Eq)]
    pub enum PackKind {
        /// Holds for the whole of England.
        National,
        /// Holds for one local area: its numbers, names and policies.
        Area,
        /// What one learning event taught.
        Event,
    }

    /// A publication that facts were taken from.
    pub struct Source {
        pub id: String,
        pub title: String,
        pub publisher: String,
        /// The year of publication, where known.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub year: Option<u16>,
        /// Where it can be read, where that address is known to be good.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub url: Option<String>,
    }

    /// How far an item can be trusted today.
    pub struct Provenance {
        /// Ids of `sources`; at least one.
        pub sources: Vec<String>,
        pub status: Status,
        /// When the item was last compared with a source: `2026-11-23`, or `2023-09` where only the
        /// month is known. None means "not yet checked", and the app says so.
        pub checked: Option<String>,
        /// What exactly is unsure, for the reader.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub caution: Option<String>,
    }

    /// Whether an item stands today.
    pub enum Status {
        /// Stands today, as far as is known.
        Current,
        /// True of its time; kept for learning, not for use.
        Historical,
        /// No longer in use; says what took its place.
        ReplacedBy(String),
    }

    /// A quiz: statements in the order given unless shuffled.
    pub struct StatementSet {
        pub id: String,
        pub title: String,
        pub summary: String,
        /// Ids of `statements`.
        pub statements: Vec<String>,
        /// Kept as an event had it, so not balanced between myths and facts.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        pub as_it_was: bool,
    }

    /// One myth-or-fact statement, explained in refutation order.
    pub struct Statement {
        pub id: String,
        pub topic: String,
        /// What people are asked to judge.
        pub statement: String,
        pub verdict: Verdict,
        /// The fact as a headline, one sentence.
        pub fact: String,
        /// The myth, named once; for a true statement, the doubt people have about it.
        pub myth: String,
        /// Why it misleads: what makes people believe it.
        pub why: String,
        /// The fact again, with its evidence.
        pub evidence: String,
        /// What to do in practice.
        pub practice: String,
        /// What the evidence does not show.
        pub limits: String,
        /// What has changed since the event, where something has.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub updated: Option<String>,
        pub provenance: Provenance,
    }

    /// A take-home message.
    pub struct Takeaway {
        pub id: String,
        pub message: String,
        /// Why it matters, in a sentence or two.
        pub why: String,
        /// What doing it looks like on a working day.
        pub practice: String,
        /// A short situation whose answer is this message, for revision.
        pub situation: String,
        pub provenance: Provenance,
    }

    /// One of the usual levels of need.
    pub struct Level {
        pub id: String,
        pub number: u8,
        pub title: String,
        pub who_for: String,
        pub who_leads: String,
        pub assessment: String,
        pub meeting: String,
        pub plan: String,
        /// The law behind it, in words.
        pub law: String,
        pub provenance: Provenance,
    }

    /// A number to ring.
    pub struct Contact {
        pub id: String,
        pub name: String,
        pub purpose: ContactPurpose,
        /// As printed, such as `0161 603 4500`.
        pub phone: String,
        /// When to ring it, in words.
        pub when: String,
        /// Opening hours; none means at any time.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub open: Option<OpeningHours>,
        pub provenance: Provenance,
    }

    /// Why a number is rung; the order in which a worried person needs them.
    #[derive(Copy, Eq, PartialOrd, Ord)]
    pub enum ContactPurpose {
        /// Danger now.
        Emergency,
        /// The front door in working hours.
        FrontDoor,
        /// The front door at any other time.
        OutOfHours,
        /// A worry about an adult who works with children.
        Allegation,
        /// Advice or support for anyone.
        HelpLine,
    }

    /// Hours on the local clock, `HH:MM`.
    pub struct OpeningHours {
        pub days: Vec<Weekday>,
        pub from: String,
        pub to: String,
    }

    #[derive(Copy, Eq)]
    pub enum Weekday { Mon, Tue, Wed, Thu, Fri, Sat, Sun }

    /// A few minutes of learning.
    pub struct Module {
        pub id: String,
        pub kind: ModuleKind,
        pub title: String,
        pub summary: String,
        /// Minutes to read, about.
        pub minutes: u8,
        /// What may distress, said before it is shown.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub warning: Option<String>,
        pub sections: Vec<Section>,
    }

    #[derive(Copy, Eq)]
    pub enum ModuleKind { Study, Audit, GroupWork, Themes, Briefing }

    /// One sitting's worth of a module; in a study, one stop.
    pub struct Section {
        pub id: String,
        pub title: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub warning: Option<String>,
        pub blocks: Vec<Block>,
        /// Statements that test this section: `id`, or `pack/id` of another pack.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub quiz: Vec<String>,
        pub provenance: Provenance,
    }

    /// A piece of a section.
    pub enum Block {
        Heading(String),
        Text(String),
        Points(Vec<String>),
        Steps(Vec<String>),
        /// Study: what was known then.
        Known(Vec<String>),
        /// Study: stop and think, each with room to answer.
        Think(Vec<Question>),
        /// Study: what the review found.
        Found(Vec<String>),
        /// Study: what good would have looked like.
        Good(Vec<String>),
        Figure(Figure),
        ThenNow(ThenNow),
    }

    pub struct Question {
        pub id: String,
        pub ask: String,
    }

    /// A number with its meaning and its time.
    pub struct Figure {
        pub value: String,
        pub meaning: String,
        pub when: String,
        pub historical: bool,
    }

    pub struct ThenNow {
        pub then: String,
        pub now: String,
    }

    /// A link or document of the slides, and what became of it.
    pub struct Resource {
        pub id: String,
        /// What the event called it.
        pub was: String,
        pub fate: Fate,
        /// What to use today, in words.
        pub now: String,
        /// Only for a live or moved resource.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub url: Option<String>,
        pub provenance: Provenance,
    }

    #[derive(Copy, Eq)]
    pub enum Fate { Live, Moved, Replaced, Gone, Unknown }

    /// A word or abbreviation of the field, explained.
    pub struct Term {
        pub id: String,
        /// As it appears in text, such as `ICPC`.
        pub term: String,
        /// What the letters stand for.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub expansion: Option<String>,
        pub meaning: String,
        /// Other spellings that mean the same.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub also: Vec<String>,
        pub provenance: Provenance,
    }

    /// A sign, and the level where it usually sits. Never a score.
    pub struct Indicator {
        pub id: String,
        pub sign: String,
        pub side: Side,
        /// Id of a level.
        pub level: String,
        /// Age bands it applies to; empty means every age.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub ages: Vec<AgeBand>,
        /// What protects in the same matter, and how that would be evidenced.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub protects: Option<String>,
        pub provenance: Provenance,
    }

    /// The three sides of the assessment triangle.
    #[derive(Copy, Eq)]
    pub enum Side { Child, Parenting, Family }

    #[derive(Copy, Eq)]
    pub enum AgeBand { Unborn, UnderOne, OneToFour, FiveToTen, ElevenToFifteen, SixteenToSeventeen }

    /// A duty or power in law.
    pub struct Law {
        pub id: String,
        /// Such as `Children Act 1989, section 47`.
        pub name: String,
        pub says: String,
        /// What it means for a practitioner.
        pub means: String,
        pub provenance: Provenance,
    }

    /// A step with a time limit.
    pub struct Clock {
        pub id: String,
        pub step: String,
        /// The event that starts it.
        pub starts: String,
        pub limit: Limit,
        pub nature: Nature,
        /// Id of the clock that this one follows, where it does not start at the first event.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub follows: Option<String>,
        pub note: String,
        pub provenance: Provenance,
    }

    /// How long a step may take.
    #[derive(Copy, Eq)]
    pub enum Limit {
        Hours(u16),
        Days(u16),
        WorkingDays(u16),
        Months(u16),
        /// As soon as reasonable: no number is set.
        Promptly,
    }

    /// Who set a limit.
    #[derive(Copy, Eq)]
    pub enum Nature {
        /// In law or statutory guidance.
        Statutory,
        /// Set by an area; differs between areas.
        Local,
    }

    /// A step of the escalation ladder.
    pub struct Rung {
        pub id: String,
        pub title: String,
        pub who: String,
        #[serde(rename = "do")]
        pub action: String,
        /// Wording to use.
        pub say: String,
        /// Days, where the area gives them.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub days: Option<String>,
        pub provenance: Provenance,
    }

    /// What was said then, and what stands now.
    pub struct ThenAndNow {
        pub id: String,
        pub topic: String,
        pub then: String,
        pub now: String,
        /// Since when, in words.
        pub since: String,
        pub provenance: Provenance,
    }

    /// A reflective model.
    pub struct Model {
        pub id: String,
        pub title: String,
        /// Who published it, and when.
        pub by: String,
        /// When it helps, in a sentence.
        pub suits: String,
        pub stages: Vec<Stage>,
        pub provenance: Provenance,
    }

    pub struct Stage {
        pub id: String,
        pub title: String,
        pub prompt: String,
    }

    /// A regulator's form.
    pub struct Template {
        pub id: String,
        pub title: String,
        pub regulator: String,
        /// What must be done by when, in words.
        pub requirement: String,
        pub fields: Vec<TemplateField>,
        pub provenance: Provenance,
    }

    pub struct TemplateField {
        pub id: String,
        pub label: String,
        pub help: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub most_words: Option<u16>,
    }

    /// What an area calls one of the usual levels.
    pub struct LevelName {
        pub id: String,
        /// Id of a level of the national pack.
        pub level: String,
        pub called: String,
        pub note: String,
        pub provenance: Provenance,
    }
}
