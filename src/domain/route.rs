//! Every place in the app, and its address after the `#`.
use super::{
    ids::{ModuleId, ReflectionId, SectionId, SetId},
    reflections::Subject,
};
use std::fmt;

/// Where the person is. The address bar holds this and nothing that was written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Route {
    #[default]
    Today,
    Learn,
    Takeaways,
    Module(ModuleId),
    Section(SectionId),
    Quiz,
    QuizSet(SetId),
    Guidance,
    Levels,
    Reference(Shelf),
    Reflect,
    Reflection(ReflectionId),
    Write(ReflectionId, Option<Subject>),
    Settings,
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
}

impl Shelf {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Challenge, Self::Law, Self::ThenAndNow, Self::Words];

    const fn name(self) -> &'static str {
        match self {
            Self::ThenAndNow => "then-and-now",
            Self::Law => "law",
            Self::Challenge => "challenge",
            Self::Words => "words",
        }
    }
}

impl Route {
    /// Reads an address such as `#/quiz/learning-event-2017/the-days-nine`; what is not one is [`Route::Lost`].
    #[must_use]
    pub fn parse(hash: &str) -> Self {
        let path = hash.trim_start_matches('#').trim_matches('/');
        let parts: Vec<_> = path.split('/').collect();
        match parts.as_slice() {
            [""] => Self::Today,
            ["learn"] => Self::Learn,
            ["learn", "take-home-messages"] => Self::Takeaways,
            ["learn", "module", pack, id] => format!("{pack}/{id}").parse().map_or(Self::Lost, Self::Module),
            ["learn", "section", pack, id] => {
                format!("{pack}/{id}").parse().map_or(Self::Lost, Self::Section)
            }
            ["quiz"] => Self::Quiz,
            ["quiz", pack, set] => format!("{pack}/{set}").parse().map_or(Self::Lost, Self::QuizSet),
            ["guidance"] => Self::Guidance,
            ["guidance", "levels"] => Self::Levels,
            ["guidance", name] => {
                let shelf = Shelf::ALL.into_iter().find(|shelf| shelf.name() == *name);
                shelf.map_or(Self::Lost, Self::Reference)
            }
            ["reflect"] => Self::Reflect,
            ["reflect", id] => id.parse().map_or(Self::Lost, Self::Reflection),
            ["reflect", id, "write"] => id.parse().map_or(Self::Lost, |id| Self::Write(id, None)),
            ["reflect", id, "write", "about", subject @ ..] => {
                match (id.parse(), subject.join("/").parse()) {
                    (Ok(id), Ok(subject)) => Self::Write(id, Some(subject)),
                    _ => Self::Lost,
                }
            }
            ["settings"] => Self::Settings,
            ["worried"] => Self::Worried,
            _ => Self::Lost,
        }
    }

    /// The tab that stays lit while the person is here, as its address.
    #[must_use]
    pub fn tab(&self) -> Option<Self> {
        match self {
            Self::Today => Some(Self::Today),
            Self::Learn | Self::Takeaways | Self::Module(_) | Self::Section(_) => Some(Self::Learn),
            Self::Quiz | Self::QuizSet(_) => Some(Self::Quiz),
            Self::Guidance | Self::Levels | Self::Reference(_) => Some(Self::Guidance),
            Self::Reflect | Self::Reflection(_) | Self::Write(..) => Some(Self::Reflect),
            Self::Settings | Self::Worried | Self::Lost => None,
        }
    }
}

impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Today => f.write_str("#/"),
            Self::Learn => f.write_str("#/learn"),
            Self::Takeaways => f.write_str("#/learn/take-home-messages"),
            Self::Module(id) => write!(f, "#/learn/module/{id}"),
            Self::Section(id) => write!(f, "#/learn/section/{id}"),
            Self::Quiz => f.write_str("#/quiz"),
            Self::QuizSet(id) => write!(f, "#/quiz/{id}"),
            Self::Guidance => f.write_str("#/guidance"),
            Self::Levels => f.write_str("#/guidance/levels"),
            Self::Reference(shelf) => write!(f, "#/guidance/{}", shelf.name()),
            Self::Reflect => f.write_str("#/reflect"),
            Self::Reflection(id) => write!(f, "#/reflect/{id}"),
            Self::Write(id, None) => write!(f, "#/reflect/{id}/write"),
            Self::Write(id, Some(subject)) => write!(f, "#/reflect/{id}/write/about/{subject}"),
            Self::Settings => f.write_str("#/settings"),
            Self::Worried => f.write_str("#/worried"),
            Self::Lost => f.write_str("#/lost"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_survives_the_address_bar() {
        let id = ReflectionId::from_entropy([7; 16]);
        let set = SetId::new("learning-event-2017", "the-days-nine");
        for route in [
            Route::Today,
            Route::Learn,
            Route::Takeaways,
            Route::Module(ModuleId::new("learning-event-2017", "the-day")),
            Route::Section(SectionId::new("learning-event-2017", "the-minutes")),
            Route::Reference(Shelf::Law),
            Route::Quiz,
            Route::QuizSet(set.clone()),
            Route::Guidance,
            Route::Levels,
            Route::Reflect,
            Route::Reflection(id),
            Route::Write(id, None),
            Route::Write(id, Some(Subject::Set(set))),
            Route::Settings,
            Route::Worried,
            Route::Lost,
        ] {
            assert_eq!(Route::parse(&route.to_string()), route);
        }
    }

    #[test]
    fn an_address_that_leads_nowhere_says_so() {
        for hash in ["#/nowhere", "#/reflect/xyz", "#/quiz/one", "#/quiz/a/b/c", "#/learn/x", "#main"] {
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
