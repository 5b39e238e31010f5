//! Pack format 1: the shapes of a `pack.json`, documented here for the published JSON Schema.
//!
//! Text is plain: no markup. Ids are kebab-case, unique in their pack and never used again for
//! something else, because a person's answers and reflections refer to them for years.
use super::shape::{Reader, Shape, shapes};
use crate::domain::quiz::Verdict;
use chrono::NaiveDate;

/// The only format this app reads.
pub const FORMAT: u32 = 1;

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
        /// Further files of this pack, without their ending: each has this same shape and is read after the
        /// app can be used. What must be at hand at once belongs in this one.
        pub parts: Vec<String>,
        /// Where the facts come from; items point here by id.
        pub sources: Vec<Source>,
        pub statement_sets: Vec<StatementSet>,
        pub statements: Vec<Statement>,
        pub takeaways: Vec<Takeaway>,
        pub levels: Vec<Level>,
        pub contacts: Vec<Contact>,
        pub modules: Vec<Module>,
        pub resources: Vec<Resource>,
        pub glossary: Vec<Term>,
        pub indicators: Vec<Indicator>,
        pub laws: Vec<Law>,
        pub clocks: Vec<Clock>,
        pub ladder: Vec<Rung>,
        pub changes: Vec<ThenAndNow>,
        pub models: Vec<Model>,
        pub templates: Vec<Template>,
        /// What an area calls the usual levels.
        pub level_names: Vec<LevelName>,
        pub guides: Vec<Guide>,
    }

    /// What a pack is for.
    #[derive(Copy, Eq)]
    pub enum PackKind {
        /// Holds for the whole of England.
        National = "national",
        /// Holds for one local area: its numbers, names and policies.
        Area = "area",
        /// What one learning event taught.
        Event = "event",
    }

    /// A publication that facts were taken from.
    pub struct Source {
        pub id: String,
        pub title: String,
        pub publisher: String,
        /// The year of publication, where known.
        pub year: Option<u16>,
        /// Where it can be read, where that address is known to be good.
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
        pub caution: Option<String>,
    }

    /// Whether an item stands today.
    pub enum Status {
        /// Stands today, as far as is known.
        Current = "current",
        /// True of its time; kept for learning, not for use.
        Historical = "historical",
        /// No longer in use; says what took its place.
        ReplacedBy(String) = "replaced_by",
    }

    /// A quiz: statements in the order given unless shuffled.
    pub struct StatementSet {
        pub id: String,
        pub title: String,
        pub summary: String,
        /// Ids of `statements`.
        pub statements: Vec<String>,
        /// Kept as an event had it, so not balanced between myths and facts.
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
        /// Opening hours, where they are known.
        pub open: Option<OpeningHours>,
        pub provenance: Provenance,
    }

    /// Why a number is rung; the order in which a worried person needs them.
    #[derive(Copy, Eq, PartialOrd, Ord)]
    pub enum ContactPurpose {
        /// Danger now.
        Emergency = "emergency",
        /// The front door in working hours.
        FrontDoor = "front_door",
        /// The front door at any other time.
        OutOfHours = "out_of_hours",
        /// A worry about an adult who works with children.
        Allegation = "allegation",
        /// Advice or support for anyone.
        HelpLine = "help_line",
    }

    /// Hours on the local clock, `HH:MM`.
    pub struct OpeningHours {
        pub days: Vec<Weekday>,
        pub from: String,
        pub to: String,
    }

    #[derive(Copy, Eq)]
    pub enum Weekday {
        Mon = "mon",
        Tue = "tue",
        Wed = "wed",
        Thu = "thu",
        Fri = "fri",
        Sat = "sat",
        Sun = "sun",
    }

    /// A few minutes of learning.
    pub struct Module {
        pub id: String,
        pub kind: ModuleKind,
        pub title: String,
        pub summary: String,
        /// Minutes to read, about.
        pub minutes: u8,
        /// What may distress, said before it is shown.
        pub warning: Option<String>,
        pub outcomes: Vec<LearningOutcome>,
        pub sections: Vec<Section>,
    }

    /// What a module should leave a person able to do: they can say how confident of it they are, before and after.
    pub struct LearningOutcome {
        pub id: String,
        /// Begins with what is done, such as `Tell a sign from a verdict.`
        pub can: String,
    }

    #[derive(Copy, Eq)]
    pub enum ModuleKind {
        Study = "study",
        Audit = "audit",
        GroupWork = "group_work",
        Themes = "themes",
        Briefing = "briefing",
    }

    /// One sitting's worth of a module; in a study, one stop.
    pub struct Section {
        pub id: String,
        pub title: String,
        pub warning: Option<String>,
        pub blocks: Vec<Block>,
        /// Statements that test this section: `id`, or `pack/id` of another pack.
        pub quiz: Vec<String>,
        pub provenance: Provenance,
    }

    /// A piece of a section.
    pub enum Block {
        Heading(String) = "heading",
        Text(String) = "text",
        Points(Vec<String>) = "points",
        Steps(Vec<String>) = "steps",
        /// Study: what was known then.
        Known(Vec<String>) = "known",
        /// Study: stop and think, each with room to answer.
        Think(Vec<Question>) = "think",
        /// Study: what the review found.
        Found(Vec<String>) = "found",
        /// Study: what good would have looked like.
        Good(Vec<String>) = "good",
        Figure(Figure) = "figure",
        ThenNow(ThenNow) = "then_now",
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

    /// A section that is also shown, folded, on a page of Guidance, in the order given.
    pub struct Guide {
        pub at: GuidePlace,
        /// Id of a section of this pack.
        pub section: String,
    }

    /// The pages of Guidance that sections can stand on.
    #[derive(Copy, Eq)]
    pub enum GuidePlace {
        /// Worried about a child now: what to say, what to write down, what not to wait for.
        Worried = "worried",
        /// Signs and levels of need.
        Thresholds = "thresholds",
        /// Steps with a time limit.
        Clocks = "clocks",
        /// Challenge and escalate.
        Challenge = "challenge",
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
        pub url: Option<String>,
        pub provenance: Provenance,
    }

    #[derive(Copy, Eq)]
    pub enum Fate {
        Live = "live",
        Moved = "moved",
        Replaced = "replaced",
        Gone = "gone",
        Unknown = "unknown",
    }

    /// A word or abbreviation of the field, explained.
    pub struct Term {
        pub id: String,
        /// As it appears in text, such as `ICPC`.
        pub term: String,
        /// What the letters stand for.
        pub expansion: Option<String>,
        pub meaning: String,
        /// Other spellings that mean the same.
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
        pub ages: Vec<AgeBand>,
        /// What protects in the same matter, and how that would be evidenced.
        pub protects: Option<String>,
        pub provenance: Provenance,
    }

    /// The three sides of the assessment triangle.
    #[derive(Copy, Eq)]
    pub enum Side {
        Child = "child",
        Parenting = "parenting",
        Family = "family",
    }

    #[derive(Copy, Eq)]
    pub enum AgeBand {
        Unborn = "unborn",
        UnderOne = "under_one",
        OneToFour = "one_to_four",
        FiveToTen = "five_to_ten",
        ElevenToFifteen = "eleven_to_fifteen",
        SixteenToSeventeen = "sixteen_to_seventeen",
    }

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
        pub follows: Option<String>,
        pub note: String,
        pub provenance: Provenance,
    }

    /// How long a step may take.
    #[derive(Copy, Eq)]
    pub enum Limit {
        Hours(u16) = "hours",
        Days(u16) = "days",
        WorkingDays(u16) = "working_days",
        Months(u16) = "months",
        /// As soon as reasonable: no number is set.
        Promptly = "promptly",
    }

    /// Who set a limit.
    #[derive(Copy, Eq)]
    pub enum Nature {
        /// In law or statutory guidance.
        Statutory = "statutory",
        /// Set by an area; differs between areas.
        Local = "local",
    }

    /// A step of the escalation ladder.
    pub struct Rung {
        pub id: String,
        pub title: String,
        pub who: String,
        pub action: String,
        /// Wording to use.
        pub say: String,
        /// Days, where the area gives them.
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

impl Shape for Verdict {
    fn read(value: serde_json::Value, reader: &mut Reader) -> Self {
        match reader.variant(value, &["myth", "fact"]) {
            (0, _) => Self::Myth,
            _ => Self::Fact,
        }
    }

    #[cfg(test)]
    fn schema(_: &mut serde_json::Map<String, serde_json::Value>) -> serde_json::Value {
        serde_json::json!({ "enum": ["myth", "fact"] })
    }
}
