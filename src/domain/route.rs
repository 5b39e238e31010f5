//! Every place in the app, and its address after the `#`.
use super::{
    beginnings::Beginning,
    cards::CardId,
    ids::{
        AttendanceId, EntryId, EventId, FormId, IndicatorId, IntentionId, MeetingId, ModuleId, ReflectionId,
        SectionId, StatementId, TakeawayId,
    },
    quiz::Topic,
    reflections::Subject,
};
use std::{fmt, str::FromStr};

/// Where the person is. The address bar holds this and nothing that was written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Route {
    #[default]
    Today,
    /// What a person means to do, to write or to change; and what it grows from, when it is new.
    Intention(IntentionId, Option<Subject>),
    Learn,
    Search,
    /// The take-home messages, or one of them among the others.
    Takeaways(Option<TakeawayId>),
    Module(ModuleId),
    Section(SectionId),
    Quiz,
    Round(Topic),
    /// The cards that are due.
    Revise,
    /// What the person knows, and how sure that is.
    Knowledge,
    /// Questions brought in, and taken out.
    Questions,
    /// One card: why it is due, and how it was answered.
    Card(CardId),
    /// One statement with its verdict and its reasons.
    Statement(StatementId),
    Guidance,
    Levels,
    /// Signs of need to pick from, or one of them among the others.
    Thresholds(Option<IndicatorId>),
    /// Where the signs that were picked usually sit.
    ThresholdFindings,
    /// Time limits, or those that start with one step.
    Clocks(Option<EntryId>),
    /// A shelf of reference, or one entry among the others.
    Reference(Shelf, Option<EntryId>),
    Reflect,
    /// What a new reflection can begin with.
    Begin,
    Reflection(ReflectionId),
    /// What a reflection said before.
    Earlier(ReflectionId),
    Write(ReflectionId, Option<Beginning>),
    Bin,
    /// What to bring to supervision next, and what came of it before.
    Supervision,
    Meeting(MeetingId),
    /// The records of learning that the person keeps.
    Record,
    /// Themes, hours and follow-through over a year.
    Year,
    /// A form filled in from one reflection, or from all of a period.
    Form(FormId, Option<ReflectionId>),
    /// The learning days that the person holds.
    Events,
    /// The plan of one.
    EventPlan(EventId),
    /// One, as its facilitator holds it.
    EventRun(EventId),
    /// What is printed for one: cards, sheets and forms.
    EventPaper(EventId),
    /// What came of one.
    EventReport(EventId),
    /// What the room sees, in a window of its own.
    Room,
    /// An invitation to a learning day, as a code holds it.
    Join(String),
    /// A learning day that the person takes part in.
    Attend(AttendanceId),
    Settings,
    Backup,
    /// How much to revise, and being reminded.
    Pace,
    /// How safe what was written is on this device.
    Health,
    Worried,
    Lost,
}

/// Where reference stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shelf {
    /// What was said in 2017, and what stands now.
    ThenAndNow,
    /// The law in one place.
    Law,
    /// How to challenge and escalate.
    Challenge,
    /// The glossary.
    Words,
    /// What became of the links of the slides.
    Links,
}

impl Shelf {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 5] = [Self::Challenge, Self::Law, Self::ThenAndNow, Self::Words, Self::Links];

    const fn name(self) -> &'static str {
        match self {
            Self::ThenAndNow => "then-and-now",
            Self::Law => "law",
            Self::Challenge => "challenge",
            Self::Words => "words",
            Self::Links => "links",
        }
    }
}

impl Route {
    /// Reads an address such as `#/quiz/set/learning-event-2017/the-days-nine`; what is not one is [`Route::Lost`].
    #[must_use]
    pub fn parse(hash: &str) -> Self {
        Self::read(hash).unwrap_or(Self::Lost)
    }

    fn read(hash: &str) -> Option<Self> {
        let path = hash.trim_start_matches('#').trim_matches('/');
        let parts: Vec<_> = path.split('/').collect();
        let about = |subject: &[&str]| subject.join("/").parse().ok();
        Some(match parts.as_slice() {
            [""] => Self::Today,
            ["today", id] => Self::Intention(id.parse().ok()?, None),
            ["today", id, "about", subject @ ..] => Self::Intention(id.parse().ok()?, Some(about(subject)?)),
            ["learn"] => Self::Learn,
            ["learn", "search"] => Self::Search,
            ["learn", "take-home-messages"] => Self::Takeaways(None),
            ["learn", "take-home-messages", pack, id] => Self::Takeaways(Some(in_pack(pack, id)?)),
            ["learn", "module", pack, id] => Self::Module(in_pack(pack, id)?),
            ["learn", "section", pack, id] => Self::Section(in_pack(pack, id)?),
            ["quiz"] => Self::Quiz,
            ["quiz", "revise"] => Self::Revise,
            ["quiz", "progress"] => Self::Knowledge,
            ["quiz", "questions"] => Self::Questions,
            ["quiz", "card", card @ ..] => Self::Card(card.join("/").parse().ok()?),
            ["quiz", "statement", pack, id] => Self::Statement(in_pack(pack, id)?),
            ["quiz", topic @ ..] => Self::Round(topic.join("/").parse().ok()?),
            ["guidance"] => Self::Guidance,
            ["guidance", "levels"] => Self::Levels,
            ["guidance", "signs"] => Self::Thresholds(None),
            ["guidance", "signs", pack, id] => Self::Thresholds(Some(in_pack(pack, id)?)),
            ["guidance", "signs", "findings"] => Self::ThresholdFindings,
            ["guidance", "clocks"] => Self::Clocks(None),
            ["guidance", "clocks", pack, id] => Self::Clocks(Some(in_pack(pack, id)?)),
            ["guidance", shelf] => Self::Reference(shelf_of(shelf)?, None),
            ["guidance", shelf, pack, id] => Self::Reference(shelf_of(shelf)?, Some(in_pack(pack, id)?)),
            ["reflect"] => Self::Reflect,
            ["reflect", "new"] => Self::Begin,
            ["reflect", "bin"] => Self::Bin,
            ["reflect", "supervision"] => Self::Supervision,
            ["reflect", "supervision", id] => Self::Meeting(id.parse().ok()?),
            ["reflect", "record"] => Self::Record,
            ["reflect", "year"] => Self::Year,
            ["reflect", "form", pack, id] => Self::Form(in_pack(pack, id)?, None),
            ["reflect", "form", pack, id, of] => Self::Form(in_pack(pack, id)?, Some(of.parse().ok()?)),
            ["reflect", id] => Self::Reflection(id.parse().ok()?),
            ["reflect", id, "earlier"] => Self::Earlier(id.parse().ok()?),
            ["reflect", id, "write"] => Self::Write(id.parse().ok()?, None),
            ["reflect", id, "write", beginning @ ..] => {
                Self::Write(id.parse().ok()?, Some(beginning.join("/").parse().ok()?))
            }
            ["events"] => Self::Events,
            ["events", "room"] => Self::Room,
            ["join", invitation] => Self::Join((*invitation).to_owned()),
            ["events", "part", id] => Self::Attend(id.parse().ok()?),
            ["events", id] => Self::EventPlan(id.parse().ok()?),
            ["events", id, "run"] => Self::EventRun(id.parse().ok()?),
            ["events", id, "paper"] => Self::EventPaper(id.parse().ok()?),
            ["events", id, "report"] => Self::EventReport(id.parse().ok()?),
            ["settings"] => Self::Settings,
            ["settings", "backup"] => Self::Backup,
            ["settings", "revision"] => Self::Pace,
            ["settings", "health"] => Self::Health,
            ["worried"] => Self::Worried,
            _ => Self::Lost,
        })
    }

    /// The id of the one thing among others that the address leads to: the element on the page has it too.
    #[must_use]
    pub fn item(&self) -> Option<String> {
        match self {
            Self::Takeaways(id) => id.as_ref().map(ToString::to_string),
            Self::Reference(_, id) => id.as_ref().map(ToString::to_string),
            Self::Thresholds(id) => id.as_ref().map(ToString::to_string),
            _ => None,
        }
    }

    /// The tab that stays lit while the person is here, as its address.
    #[must_use]
    pub fn tab(&self) -> Option<Self> {
        match self {
            Self::Today | Self::Intention(..) => Some(Self::Today),
            Self::Learn | Self::Search | Self::Takeaways(_) | Self::Module(_) | Self::Section(_) => {
                Some(Self::Learn)
            }
            Self::Quiz
            | Self::Round(_)
            | Self::Revise
            | Self::Knowledge
            | Self::Questions
            | Self::Card(_)
            | Self::Statement(_)
            | Self::Events
            | Self::EventPlan(_)
            | Self::EventRun(_)
            | Self::EventPaper(_)
            | Self::EventReport(_)
            | Self::Join(_)
            | Self::Attend(_) => Some(Self::Quiz),
            Self::Guidance
            | Self::Levels
            | Self::Thresholds(_)
            | Self::ThresholdFindings
            | Self::Clocks(_)
            | Self::Reference(..) => Some(Self::Guidance),
            Self::Reflect
            | Self::Begin
            | Self::Reflection(_)
            | Self::Earlier(_)
            | Self::Write(..)
            | Self::Bin
            | Self::Supervision
            | Self::Meeting(_)
            | Self::Record
            | Self::Year
            | Self::Form(..) => Some(Self::Reflect),
            Self::Settings
            | Self::Backup
            | Self::Pace
            | Self::Health
            | Self::Worried
            | Self::Room
            | Self::Lost => None,
        }
    }
}

impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Today => f.write_str("#/"),
            Self::Intention(id, None) => write!(f, "#/today/{id}"),
            Self::Intention(id, Some(subject)) => write!(f, "#/today/{id}/about/{subject}"),
            Self::Learn => f.write_str("#/learn"),
            Self::Search => f.write_str("#/learn/search"),
            Self::Takeaways(None) => f.write_str("#/learn/take-home-messages"),
            Self::Takeaways(Some(id)) => write!(f, "#/learn/take-home-messages/{id}"),
            Self::Module(id) => write!(f, "#/learn/module/{id}"),
            Self::Section(id) => write!(f, "#/learn/section/{id}"),
            Self::Quiz => f.write_str("#/quiz"),
            Self::Round(topic) => write!(f, "#/quiz/{topic}"),
            Self::Revise => f.write_str("#/quiz/revise"),
            Self::Knowledge => f.write_str("#/quiz/progress"),
            Self::Questions => f.write_str("#/quiz/questions"),
            Self::Card(card) => write!(f, "#/quiz/card/{card}"),
            Self::Statement(id) => write!(f, "#/quiz/statement/{id}"),
            Self::Guidance => f.write_str("#/guidance"),
            Self::Levels => f.write_str("#/guidance/levels"),
            Self::Thresholds(None) => f.write_str("#/guidance/signs"),
            Self::Thresholds(Some(id)) => write!(f, "#/guidance/signs/{id}"),
            Self::ThresholdFindings => f.write_str("#/guidance/signs/findings"),
            Self::Clocks(None) => f.write_str("#/guidance/clocks"),
            Self::Clocks(Some(id)) => write!(f, "#/guidance/clocks/{id}"),
            Self::Reference(shelf, None) => write!(f, "#/guidance/{}", shelf.name()),
            Self::Reference(shelf, Some(id)) => write!(f, "#/guidance/{}/{id}", shelf.name()),
            Self::Reflect => f.write_str("#/reflect"),
            Self::Reflection(id) => write!(f, "#/reflect/{id}"),
            Self::Write(id, None) => write!(f, "#/reflect/{id}/write"),
            Self::Write(id, Some(beginning)) => write!(f, "#/reflect/{id}/write/{beginning}"),
            Self::Begin => f.write_str("#/reflect/new"),
            Self::Earlier(id) => write!(f, "#/reflect/{id}/earlier"),
            Self::Bin => f.write_str("#/reflect/bin"),
            Self::Supervision => f.write_str("#/reflect/supervision"),
            Self::Meeting(id) => write!(f, "#/reflect/supervision/{id}"),
            Self::Record => f.write_str("#/reflect/record"),
            Self::Year => f.write_str("#/reflect/year"),
            Self::Form(form, None) => write!(f, "#/reflect/form/{form}"),
            Self::Form(form, Some(of)) => write!(f, "#/reflect/form/{form}/{of}"),
            Self::Events => f.write_str("#/events"),
            Self::Room => f.write_str("#/events/room"),
            Self::Join(invitation) => write!(f, "#/join/{invitation}"),
            Self::Attend(id) => write!(f, "#/events/part/{id}"),
            Self::EventPlan(id) => write!(f, "#/events/{id}"),
            Self::EventRun(id) => write!(f, "#/events/{id}/run"),
            Self::EventPaper(id) => write!(f, "#/events/{id}/paper"),
            Self::EventReport(id) => write!(f, "#/events/{id}/report"),
            Self::Settings => f.write_str("#/settings"),
            Self::Backup => f.write_str("#/settings/backup"),
            Self::Pace => f.write_str("#/settings/revision"),
            Self::Health => f.write_str("#/settings/health"),
            Self::Worried => f.write_str("#/worried"),
            Self::Lost => f.write_str("#/lost"),
        }
    }
}

fn in_pack<T: FromStr>(pack: &str, id: &str) -> Option<T> {
    format!("{pack}/{id}").parse().ok()
}

fn shelf_of(name: &str) -> Option<Shelf> {
    Shelf::ALL.into_iter().find(|shelf| shelf.name() == name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::{ModelId, SetId};

    #[test]
    fn every_place_survives_the_address_bar() {
        let id = ReflectionId::from_entropy([7; 16]);
        let set = SetId::new("learning-event-2017", "the-days-nine");
        let section = SectionId::new("learning-event-2017", "the-minutes");
        let intention = IntentionId::from_entropy([7; 16]);
        for route in [
            Route::Today,
            Route::Intention(intention, None),
            Route::Intention(intention, Some(Subject::Section(section.clone()))),
            Route::Learn,
            Route::Search,
            Route::Takeaways(None),
            Route::Takeaways(Some(TakeawayId::new("learning-event-2017", "step-back"))),
            Route::Module(ModuleId::new("learning-event-2017", "the-day")),
            Route::Section(section.clone()),
            Route::Reference(Shelf::Law, None),
            Route::Reference(Shelf::Words, Some(EntryId::new("england", "term-icpc"))),
            Route::Quiz,
            Route::Round(Topic::Set(set.clone())),
            Route::Round(Topic::Section(section)),
            Route::Statement(StatementId::new("learning-event-2017", "one-off")),
            Route::Round(Topic::Mixed),
            Route::Round(Topic::Missed),
            Route::Revise,
            Route::Knowledge,
            Route::Questions,
            Route::Card(CardId::Term(EntryId::new("england", "term-icpc"))),
            Route::Card(CardId::Statement(StatementId::new("learning-event-2017", "one-off"))),
            Route::Pace,
            Route::Guidance,
            Route::Levels,
            Route::Thresholds(None),
            Route::Thresholds(Some(IndicatorId::new("england", "sign-unexplained-injury"))),
            Route::ThresholdFindings,
            Route::Clocks(None),
            Route::Clocks(Some(EntryId::new("england", "clock-core-group"))),
            Route::Reflect,
            Route::Reflection(id),
            Route::Write(id, None),
            Route::Write(id, Some(Beginning::About(Subject::Set(set)))),
            Route::Write(id, Some(Beginning::About(Subject::Form(FormId::new("england", "template-swe"))))),
            Route::Write(id, Some(Beginning::By(ModelId::new("england", "model-gibbs")))),
            Route::Write(id, Some(Beginning::Question(EntryId::new("learning-event-2017", "who-was-there")))),
            Route::Write(id, Some(Beginning::Page)),
            Route::Begin,
            Route::Earlier(id),
            Route::Bin,
            Route::Supervision,
            Route::Meeting(MeetingId::from_entropy([7; 16])),
            Route::Record,
            Route::Year,
            Route::Form(FormId::new("england", "template-swe"), None),
            Route::Form(FormId::new("england", "template-swe"), Some(id)),
            Route::Events,
            Route::Room,
            Route::Join("AZ-_09".into()),
            Route::Attend(AttendanceId::from_entropy([7; 16])),
            Route::EventPlan(EventId::from_entropy([7; 16])),
            Route::EventRun(EventId::from_entropy([7; 16])),
            Route::EventPaper(EventId::from_entropy([7; 16])),
            Route::EventReport(EventId::from_entropy([7; 16])),
            Route::Settings,
            Route::Backup,
            Route::Health,
            Route::Worried,
            Route::Lost,
        ] {
            assert_eq!(Route::parse(&route.to_string()), route);
        }
    }

    #[test]
    fn an_address_that_leads_nowhere_says_so() {
        for hash in ["#/nowhere", "#/reflect/xyz", "#/quiz/one", "#/quiz/set/a/b/c", "#/learn/x", "#main"] {
            assert_eq!(Route::parse(hash), Route::Lost, "{hash}");
        }
    }

    #[test]
    fn a_page_keeps_its_tab_lit() {
        let id = ReflectionId::from_entropy([7; 16]);
        assert_eq!(Route::Write(id, None).tab(), Some(Route::Reflect));
        assert_eq!(Route::Worried.tab(), None);
    }
}
