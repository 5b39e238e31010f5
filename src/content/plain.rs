//! What was written, in files that any program reads: Markdown with front matter, and JSON with a published schema.
//! Neither is sealed.
mod json;
mod markdown;

pub use json::{journal_as_json, reflection_as_json};
pub use markdown::{journal_as_markdown, reflection_as_markdown};

/// The published description of the JSON file is what is written.
#[cfg(test)]
mod published {
    use super::*;
    use crate::{
        content::{
            library::Library,
            shape::{self, shapes},
        },
        domain::{
            bodies::{Body, Standard},
            ids::{IntentionId, MeetingId, ReflectionId, SetId},
            intentions::Plan,
            journal::{Change, Command, Journal},
            particulars::Activity,
            profile::Registration,
            reflections::{Subject, Words},
            supervision::Notes,
            time::{Moment, parse_date},
        },
    };
    use chrono::NaiveDate;
    use proptest::prelude::*;

    shapes! {
        /// What a person has written in Second Look. Times are as RFC 3339 has them, such as `2026-11-23T09:00:00+00:00`.
        pub struct Export {
            /// The format of this file: 1.
            pub format: u32,
            /// When it was made.
            pub exported: String,
            pub reflections: Vec<ExportedReflection>,
            /// What the person means to do.
            pub actions: Vec<ExportedAction>,
            /// Supervision, held and planned.
            pub meetings: Vec<ExportedMeeting>,
            /// The records of learning that the person keeps.
            pub records: Vec<ExportedRecord>,
        }

        pub struct ExportedReflection {
            pub id: String,
            /// May be empty.
            pub title: String,
            /// The day that it counts for.
            pub day: NaiveDate,
            pub written: String,
            pub changed: String,
            /// What prompted it.
            pub about: Option<ExportedSubject>,
            /// The model that it is laid out by, such as `england/model-gibbs`.
            pub model: Option<String>,
            pub passages: Vec<ExportedPassage>,
            /// The kind of learning, such as `case-discussion`.
            pub activity: Option<String>,
            pub minutes: u32,
            /// Of those, minutes of learning together with others.
            pub participatory: u32,
            /// By role.
            pub with: String,
            pub tags: Vec<String>,
            /// The bodies that it counts for: `social-work-england`, `nmc`, `hcpc`, `intercollegiate`.
            pub counts_for: Vec<String>,
            /// The standards that it shows, such as `swe-4-6`.
            pub standards: Vec<String>,
            pub links: Vec<ExportedSubject>,
            /// Whether it is to be brought to the next supervision.
            pub to_bring: bool,
        }

        /// What was written at one stage.
        pub struct ExportedPassage {
            pub stage: String,
            pub heading: String,
            pub text: String,
        }

        /// A thing in a pack, with what it is called if the pack is at hand.
        pub struct ExportedSubject {
            pub id: String,
            pub name: Option<String>,
        }

        pub struct ExportedAction {
            pub id: String,
            pub about: ExportedSubject,
            pub message: String,
            pub action: String,
            /// By role; empty for the person.
            pub owner: String,
            pub by: Option<NaiveDate>,
            pub made: String,
            pub done: Option<String>,
        }

        pub struct ExportedMeeting {
            pub id: String,
            pub planned_for: Option<NaiveDate>,
            pub held: Option<NaiveDate>,
            pub with: String,
            pub minutes: u32,
            pub points: String,
            pub outcome: String,
            /// Ids of the reflections that were brought.
            pub brought: Vec<String>,
        }

        pub struct ExportedRecord {
            pub body: String,
            /// The last day of the period that runs, where the body does not set the same day for all.
            pub until: Option<NaiveDate>,
            /// The level of safeguarding training that the role needs.
            pub level: Option<u8>,
        }
    }

    #[test]
    fn the_schema_describes_the_file() {
        shape::assert_published::<Export>("Second Look export, format 1", "public/export.schema.json");
    }

    fn now() -> Moment {
        Moment::parse_from_rfc3339("2026-11-23T09:00:00+00:00").unwrap()
    }

    fn reflection_id() -> ReflectionId {
        ReflectionId::from_entropy([1; 16])
    }

    /// A journal with one of everything.
    fn journal(text: &str) -> Journal {
        let mut words = Words::about(Some(Subject::Set(SetId::new("gone", "set"))));
        words.title = "A \"title\": with # marks".into();
        words.passages[0].text = text.to_owned();
        let it = &mut words.particulars;
        it.activity = Some(Activity::Course);
        it.day = parse_date("2026-05-12");
        (it.minutes, it.participatory) = (90, 30);
        it.with = "Team manager".into();
        it.tags = vec!["neglect".into()];
        it.standards = vec![Standard::named("swe-4-6").unwrap()];
        it.counts_for = vec![Body::SocialWorkEngland];
        it.links = vec![Subject::Thresholds];
        let mut journal = Journal::default();
        let mut does = |command| {
            let changes = journal.plan(command, now()).unwrap();
            journal.apply(&changes);
        };
        does(Command::WriteReflection { id: reflection_id(), words });
        does(Command::Bring { id: reflection_id(), bring: true });
        let plan = Plan {
            action: "Ask *them*".into(),
            owner: "Health visitor".into(),
            ..Plan::about(Subject::Challenge)
        };
        does(Command::Intend { id: IntentionId::from_entropy([1; 16]), plan });
        does(Command::Tick { id: IntentionId::from_entropy([1; 16]), done: true });
        let meeting = MeetingId::from_entropy([1; 16]);
        let notes = Notes { points: "Workload".into(), outcome: "Rest".into(), ..Notes::default() };
        does(Command::KeepMeeting { id: meeting, notes });
        does(Command::HoldMeeting { id: meeting, day: parse_date("2026-11-24").unwrap() });
        let registration = Registration { body: Body::Nmc, until: parse_date("2027-03-31"), level: None };
        does(Command::Register(vec![registration]));
        journal
    }

    fn read(text: &str) -> Export {
        shape::read_as_typed(serde_json::from_str(text).unwrap()).unwrap()
    }

    #[test]
    fn what_is_exported_is_as_the_schema_says_and_holds_everything() {
        let journal = journal("I did not ask.");
        let export = read(&journal_as_json(&journal, &Library::default(), now()));
        assert_eq!((export.format, export.reflections.len()), (1, 1));
        let it = &export.reflections[0];
        assert_eq!(it.passages[0].text, "I did not ask.");
        assert_eq!((it.minutes, it.participatory, it.activity.as_deref()), (90, 30, Some("course")));
        assert_eq!(it.about.as_ref().map(|it| (it.id.as_str(), &it.name)), Some(("set/gone/set", &None)));
        assert_eq!(it.links[0].name.as_deref(), Some("Signs and levels of need"));
        assert_eq!(export.meetings[0].brought, [reflection_id().to_string()]);
        assert_eq!(export.actions[0].owner, "Health visitor");
        assert_eq!(export.records[0].body, "nmc");
        let one = journal.reflection(reflection_id()).unwrap();
        let export = read(&reflection_as_json(one, &Library::default(), now()));
        assert_eq!((export.reflections.len(), export.meetings.len()), (1, 0));
    }

    #[test]
    fn markdown_has_front_matter_and_the_words_as_they_were_written() {
        let journal = journal("# No heading\n---\nTwo *lines*\n\nAnother");
        let one = journal.reflection(reflection_id()).unwrap();
        let text = reflection_as_markdown(one, &Library::default());
        assert_eq!(
            text,
            "---\ntitle: \"A \\\"title\\\": with # marks\"\nday: \"2026-05-12\"\n\
             written: \"2026-11-23T09:00:00+00:00\"\nchanged: \"2026-11-23T09:00:00+00:00\"\n\
             about: \"set/gone/set\"\nkind: \"Course or workshop\"\nhours: \"1.5\"\nparticipatory_hours: \"0.5\"\n\
             with: \"Team manager\"\ntags: [\"neglect\"]\ncounts_for: [\"Social Work England\"]\n\
             standards: [\"4.6 Reflection\"]\n---\n\n# A \"title\": with \\# marks\n\n## What?\n\n\
             \\# No heading  \n\\---  \nTwo \\*lines\\*\n\nAnother\n"
        );
        let all = journal_as_markdown(&journal, &Library::default());
        assert!(all.starts_with(&text), "the reflections come first");
        for words in [
            "# Supervision\n\n## 24 November 2026\n",
            "### What came of it\n\nRest\n",
            "- [x] Ask \\*them\\* (Health visitor)\n",
        ] {
            assert!(all.contains(words), "{words} is not in {all}");
        }
    }

    #[test]
    fn what_is_in_the_bin_is_not_exported() {
        let mut journal = journal("Gone");
        let changes = journal.plan(Command::BinReflection(reflection_id()), now()).unwrap();
        journal.apply(&changes);
        assert!(!journal_as_markdown(&journal, &Library::default()).contains("Gone"));
        assert_eq!(read(&journal_as_json(&journal, &Library::default(), now())).reflections, []);
        journal.apply(&[Change::DropProfile]);
        assert_eq!(read(&journal_as_json(&journal, &Library::default(), now())).records, []);
    }

    proptest! {
        #[test]
        fn any_words_make_one_front_matter_and_a_sound_file(text in "(.|\n){0,80}") {
            prop_assume!(!text.trim().is_empty());
            let journal = journal(&text);
            let all = reflection_as_markdown(journal.reflection(reflection_id()).unwrap(), &Library::default());
            prop_assert_eq!(all.lines().filter(|line| line.trim_end() == "---").count(), 2);
            let export = read(&journal_as_json(&journal, &Library::default(), now()));
            prop_assert_eq!(&export.reflections[0].passages[0].text, &text);
        }
    }
}
