//! Finds reflections while one types: by the beginnings of their words, with filters and an order.
//!
//! An index by word, because ten thousand reflections hold some twelve megabytes of text and only some ten thousand
//! different words. It is made in memory when it is first needed, a little at a time, and dropped with the journal.
use super::{
    ids::ReflectionId,
    particulars::Activity,
    reflections::{Reflection, Words},
    spelling::words,
    time::Moment,
};
use std::collections::{BTreeMap, BTreeSet};

/// What is looked for; by default everything, the newest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Beginnings of words that must all be in it.
    pub query: String,
    /// A tag that it must have.
    pub tag: Option<String>,
    /// What kind of learning it must be.
    pub activity: Option<Activity>,
    /// Whether it must be one to bring to supervision.
    pub to_bring: bool,
    /// The oldest first.
    pub oldest_first: bool,
}

/// Which words stand in which reflection.
#[derive(Debug, Default)]
pub struct Finder {
    /// By word: the rows it stands in, each once, in order.
    words: BTreeMap<String, Vec<u32>>,
    /// The row that a reflection stands in now, and as of when. A row that was replaced is nobody's.
    rows: BTreeMap<ReflectionId, (u32, Moment)>,
    next: u32,
}

impl Finder {
    /// Takes a reflection in, or what it says now. Gives whether there was anything to do.
    pub fn take_in(&mut self, reflection: &Reflection) -> bool {
        if self.rows.get(&reflection.id).is_some_and(|(_, as_of)| *as_of == reflection.changed) {
            return false;
        }
        let row = self.next;
        self.next += 1;
        self.rows.insert(reflection.id, (row, reflection.changed));
        for text in texts(&reflection.words) {
            for (_, word) in words(text) {
                match self.words.get_mut(&*word) {
                    Some(rows) if rows.last() == Some(&row) => {}
                    Some(rows) => rows.push(row),
                    None => drop(self.words.insert(word.into_owned(), vec![row])),
                }
            }
        }
        true
    }

    /// The rows that hold a word with each of the beginnings in `query`; none where nothing is looked for.
    fn holding(&self, query: &str) -> Option<Vec<bool>> {
        let mut found: Option<Vec<bool>> = None;
        for (_, wanted) in words(query) {
            let mut holding = vec![false; self.next as usize];
            let begins =
                self.words.range(wanted.to_string()..).take_while(|(word, _)| word.starts_with(&*wanted));
            for row in begins.flat_map(|(_, rows)| rows) {
                holding[*row as usize] = true;
            }
            if let Some(before) = &found {
                holding.iter_mut().zip(before).for_each(|(now, before)| *now &= before);
            }
            found = Some(holding);
        }
        found
    }

    /// Those of `all`, the newest first, that are wanted, in the order that is wanted. What has not been taken in yet
    /// is not found by its words.
    #[must_use]
    pub fn find<'a>(&self, all: &[&'a Reflection], wanted: &Wanted) -> Vec<&'a Reflection> {
        let holding = self.holding(&wanted.query);
        let is_found = |it: &Reflection| match &holding {
            None => true,
            Some(holding) => self.rows.get(&it.id).is_some_and(|(row, _)| holding[*row as usize]),
        };
        let is_wanted = |it: &&&Reflection| {
            let particulars = &it.words.particulars;
            wanted.tag.as_ref().is_none_or(|tag| particulars.tags.iter().any(|it| same(it, tag)))
                && wanted.activity.is_none_or(|activity| particulars.activity == Some(activity))
                && (!wanted.to_bring || it.bring)
                && is_found(it)
        };
        let found = all.iter().filter(is_wanted).copied();
        if wanted.oldest_first { found.rev().collect() } else { found.collect() }
    }
}

/// The tags in use, each once as it was last written, in order.
#[must_use]
pub fn tags(all: &[&Reflection]) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let tags = all.iter().flat_map(|it| &it.words.particulars.tags);
    let mut tags: Vec<String> = tags.filter(|tag| seen.insert(tag.to_lowercase())).cloned().collect();
    tags.sort_by_key(|tag| tag.to_lowercase());
    tags
}

fn same(tag: &str, other: &str) -> bool {
    tag == other || tag.to_lowercase() == other.to_lowercase()
}

fn texts(words: &Words) -> impl Iterator<Item = &str> {
    let beside = [&words.title, &words.particulars.with].into_iter().chain(&words.particulars.tags);
    beside.chain(words.passages.iter().map(|it| &it.text)).map(String::as_str)
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{DateTime, TimeDelta};

    fn reflection(n: u8, title: &str, text: &str, tags: &[&str]) -> Reflection {
        let mut words = Words::about(None);
        words.title = title.to_owned();
        words.passages[0].text = text.to_owned();
        words.particulars.tags = tags.iter().map(|tag| (*tag).to_owned()).collect();
        let written = DateTime::default() - TimeDelta::days(n.into());
        Reflection {
            id: ReflectionId::from_entropy([n; 16]),
            words,
            written,
            changed: written,
            earlier: vec![],
            binned: None,
            bring: n == 2,
        }
    }

    fn all() -> Vec<Reflection> {
        vec![
            reflection(1, "The visit", "The school rang twice. Élodie was there.", &["Neglect"]),
            reflection(2, "Supervision", "The schooling of fathers", &["fathers", "neglect"]),
            reflection(3, "", "I did not ask.", &[]),
        ]
    }

    fn found(finder: &Finder, all: &[Reflection], wanted: &Wanted) -> Vec<u8> {
        let all: Vec<_> = all.iter().collect();
        finder.find(&all, wanted).iter().map(|it| it.id.bytes()[0]).collect()
    }

    fn asking(query: &str) -> Wanted {
        Wanted { query: query.to_owned(), ..Wanted::default() }
    }

    #[test]
    fn words_are_found_by_their_beginnings_in_titles_texts_and_tags() {
        let (all, mut finder) = (all(), Finder::default());
        all.iter().for_each(|it| assert!(finder.take_in(it)));
        for (query, expected) in [
            ("", &[1, 2, 3][..]),
            ("scho", &[1, 2]),
            ("SCHO twice", &[1]),
            ("superv", &[2]),
            ("negl", &[1, 2]),
            ("élo", &[1]),
            ("ask did", &[3]),
            ("hool", &[]),
        ] {
            assert_eq!(found(&finder, &all, &asking(query)), expected, "{query}");
        }
    }

    #[test]
    fn filters_and_order_go_with_any_query() {
        let (all, mut finder) = (all(), Finder::default());
        all.iter().for_each(|it| assert!(finder.take_in(it)));
        let wanted = Wanted { tag: Some("neglect".into()), oldest_first: true, ..asking("the") };
        assert_eq!(found(&finder, &all, &wanted), [2, 1]);
        assert_eq!(found(&finder, &all, &Wanted { to_bring: true, ..wanted.clone() }), [2]);
        assert_eq!(
            found(&finder, &all, &Wanted { activity: Some(Activity::Audit), ..wanted }),
            [] as [u8; 0]
        );
        let all: Vec<_> = all.iter().collect();
        assert_eq!(tags(&all), ["fathers", "Neglect"]);
    }

    #[test]
    fn what_was_changed_is_found_by_what_it_says_now() {
        let (mut all, mut finder) = (all(), Finder::default());
        all.iter().for_each(|it| assert!(finder.take_in(it)));
        assert!(!finder.take_in(&all[0]), "nothing has changed");
        all[0].words.passages[0].text = "The nursery rang.".into();
        all[0].changed += TimeDelta::minutes(1);
        assert!(finder.take_in(&all[0]));
        assert_eq!(found(&finder, &all, &asking("twice")), [] as [u8; 0]);
        assert_eq!(found(&finder, &all, &asking("nursery")), [1]);
    }
}
