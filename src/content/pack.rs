//! A pack: read strictly, checked as a whole, and taken only when it is sound.
use super::{
    SHIPPED, SHIPPED_AREAS,
    check::{self, Fault},
    format::{self, PackFile},
    shape::{self, Misfit},
};
use std::ops::Deref;

/// A sound pack.
#[derive(Clone, Debug, PartialEq)]
pub struct Pack(PackFile);

/// Why a pack was not taken. It names the place and says what to do.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PackError {
    #[error(
        "it is not whole: line {line}, column {column}: {problem}. Check for a missing comma, quote or bracket there"
    )]
    NotJson { line: usize, column: usize, problem: String },
    #[error("{path}: {problem}. Compare that place with the schema of pack format 1")]
    Shape { path: String, problem: String },
    #[error(
        "it is in pack format {found}, and this app reads format {}. Update the app, or ask for the pack in that format",
        format::FORMAT
    )]
    OtherFormat { found: u64 },
    #[error("{}", list(.0))]
    Unsound(Vec<Fault>),
}

impl Pack {
    /// Reads and checks the text of a `pack.json`.
    ///
    /// # Errors
    /// A [`PackError`] that names every place at fault and its remedy.
    pub fn parse(json: &str) -> Result<Self, PackError> {
        let file = read(json)?;
        let faults = check::faults(&file);
        if faults.is_empty() { Ok(Self(file)) } else { Err(PackError::Unsound(faults)) }
    }

    /// Reads and checks a pack that a person adds for their area: one file, with nothing to fetch.
    ///
    /// # Errors
    /// What is wrong and what to do.
    pub fn parse_added(json: &str) -> Result<Self, String> {
        let pack = Self::parse(json).map_err(|error| error.to_string())?;
        if pack.kind != format::PackKind::Area {
            return Err(
                "kind: it is not the pack of an area. Choose a file whose kind is \"area\"".to_owned()
            );
        }
        if !pack.parts.is_empty() {
            return Err(
                "parts: a pack that is added is one file. Put everything into it, and leave the parts out"
                    .to_owned(),
            );
        }
        let is_of_area = SHIPPED_AREAS.iter().any(|(area, _)| *area == pack.id);
        if SHIPPED.contains(&pack.id.as_str()) && !is_of_area {
            return Err(format!("id: \"{}\" is a pack of the app's own. Give yours another name", pack.id));
        }
        Ok(pack)
    }

    /// Adds one of its parts to this pack, checked as a whole.
    ///
    /// # Errors
    /// A [`PackError`] as from [`Pack::parse`]; this pack is then as it was.
    pub fn add_part(&mut self, json: &str) -> Result<(), PackError> {
        let mut part = read(json)?;
        let whole = &mut self.0;
        // A source may be named by several parts.
        part.sources.retain(|source| !whole.sources.iter().any(|it| it.id == source.id));
        /// Puts what each list of the part holds at the end of the pack's, and takes it off again if the whole
        /// is not sound.
        macro_rules! join {
            ($($list:ident),*) => {{
                $( let $list = whole.$list.len(); whole.$list.append(&mut part.$list); )*
                let faults = check::faults(whole);
                if !faults.is_empty() {
                    $( whole.$list.truncate($list); )*
                    return Err(PackError::Unsound(faults));
                }
            }};
        }
        join!(
            sources,
            statement_sets,
            statements,
            takeaways,
            levels,
            contacts,
            modules,
            resources,
            glossary,
            indicators,
            laws,
            clocks,
            ladder,
            changes,
            models,
            templates,
            level_names,
            guides
        );
        Ok(())
    }
}

fn read(json: &str) -> Result<PackFile, PackError> {
    let value: serde_json::Value = serde_json::from_str(json).map_err(not_json)?;
    // A later format is called so, whatever else it holds.
    match value.get("format").and_then(serde_json::Value::as_u64) {
        Some(found) if found != u64::from(format::FORMAT) => {
            return Err(PackError::OtherFormat { found });
        }
        _ => {}
    }
    Ok(shape::read(value)?)
}

impl Deref for Pack {
    type Target = PackFile;

    fn deref(&self) -> &PackFile {
        &self.0
    }
}

impl format::Section {
    /// What it asks, in order.
    pub fn questions(&self) -> impl Iterator<Item = &format::Question> {
        let questions = self.blocks.iter().filter_map(|block| match block {
            format::Block::Think(questions) => Some(questions),
            _ => None,
        });
        questions.flatten()
    }
}

impl From<Misfit> for PackError {
    fn from(Misfit { path, problem }: Misfit) -> Self {
        let path = if path.is_empty() { "the whole file".to_owned() } else { short(&path) };
        Self::Shape { path, problem }
    }
}

fn not_json(error: serde_json::Error) -> PackError {
    let text = error.to_string();
    let problem = text.split(" at line ").next().unwrap_or_default().to_owned();
    PackError::NotJson { line: error.line(), column: error.column(), problem }
}

fn list(faults: &[Fault]) -> String {
    let named = &faults[..faults.len().min(check::MOST_NAMED)];
    let mut each: Vec<_> = named.iter().map(ToString::to_string).collect();
    if named.len() < faults.len() {
        each.push("there is more. Mend what is named first".to_owned());
    }
    each.join("; ")
}

/// The longest that anything of a pack is repeated in what is said of it, in characters.
const LONGEST_REPEATED: usize = 100;

/// `text`, or its beginning and its end where it is long: what is said of a pack has to be read.
pub(super) fn short(text: &str) -> String {
    let length = text.chars().count();
    if length <= LONGEST_REPEATED {
        return text.to_owned();
    }
    let begin = text.chars().take(LONGEST_REPEATED / 2);
    let end = text.chars().skip(length - LONGEST_REPEATED / 2);
    begin.chain(['…']).chain(end).collect()
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    pub const SMALL: &str = r#"{
        "format": 1, "id": "small", "kind": "area", "title": "Small", "summary": "A pack for tests.",
        "edited": "2026-11-23",
        "sources": [{"id": "book", "title": "A book", "publisher": "A press"}],
        "statements": [
            {"id": "one", "topic": "t", "statement": "One.", "verdict": "myth", "fact": "f", "myth": "m", "why": "w",
             "evidence": "e", "practice": "p", "limits": "l",
             "provenance": {"sources": ["book"], "status": "current", "checked": null}},
            {"id": "two", "topic": "t", "statement": "Two.", "verdict": "fact", "fact": "f", "myth": "m", "why": "w",
             "evidence": "e", "practice": "p", "limits": "l",
             "provenance": {"sources": ["book"], "status": {"replaced_by": "three"}, "checked": "2023-09"}}
        ],
        "statement_sets": [{"id": "both", "title": "Both", "summary": "s", "statements": ["one", "two"]}],
        "contacts": [{"id": "door", "name": "The door", "purpose": "front_door", "phone": "0161 496 0000", "when": "By day",
             "open": {"days": ["mon", "fri"], "from": "08:30", "to": "16:30"},
             "provenance": {"sources": ["book"], "status": "current", "checked": "2026-11-23"}}]
    }"#;

    fn error(json: &str) -> String {
        Pack::parse(json).unwrap_err().to_string()
    }

    fn changed(from: &str, to: &str) -> String {
        assert!(SMALL.contains(from), "{from}");
        SMALL.replacen(from, to, 1)
    }

    #[test]
    fn a_sound_pack_is_taken() {
        assert_eq!(Pack::parse(SMALL).unwrap().statements.len(), 2);
    }

    #[test]
    fn a_pack_is_added_when_it_is_an_areas_and_whole() {
        assert_eq!(Pack::parse_added(SMALL).map(|pack| pack.id.clone()), Ok("small".to_owned()));
        for (from, to, said) in [
            (r#""kind": "area""#, r#""kind": "event""#, "kind: it is not the pack of an area"),
            (r#""edited""#, r#""parts": ["more"], "edited""#, "parts: a pack that is added is one file"),
            (r#""id": "small""#, r#""id": "england""#, "id: \"england\" is a pack of the app's own"),
            (r#""format": 1"#, r#""format": 9"#, "it is in pack format 9"),
        ] {
            let refused = Pack::parse_added(&changed(from, to)).unwrap_err();
            assert!(refused.starts_with(said), "{refused}");
        }
    }

    #[test]
    fn a_link_that_may_not_lead_where_it_says_is_refused() {
        let with = |url: &str| {
            let source = format!(r#""publisher": "A press", "url": "{url}""#);
            Pack::parse(&changed(r#""publisher": "A press""#, &source))
        };
        for sound in
            ["https://example.org", "https://www.example.org/a%20b?c=d&e=f#g", "https://example.org/@x:y"]
        {
            assert!(with(sound).is_ok(), "{sound}");
        }
        for url in [
            "javascript:alert(1)",
            "JavaScript:alert(1)",
            "data:text/html,x",
            "http://example.org",
            " https://example.org",
            "https://",
            "https:///example.org",
            "https://example.org@elsewhere.example/",
            "https://example.org:8443/",
            "https://exаmple.org/",
            "https://example.org\\\\@elsewhere.example",
            "https://example.org/a b",
            "https://example.org/é",
            "https://example.org/\\u202egro",
        ] {
            let text = with(url).unwrap_err().to_string();
            assert!(
                text.starts_with("sources[book].url: the link") || text.contains("cannot be seen"),
                "{url}: {text}"
            );
        }
    }

    #[test]
    fn no_pack_of_an_area_has_an_emergency_number() {
        let text = error(&changed(r#""purpose": "front_door""#, r#""purpose": "emergency""#));
        assert!(
            text.starts_with("contacts[door].purpose: an area has no emergency number of its own"),
            "{text}"
        );
    }

    #[test]
    fn what_turns_words_about_or_cannot_be_seen_is_in_no_pack() {
        for unseen in ["\u{202e}", "\u{2066}", "\u{200b}", "\u{feff}", "\\u202e", "\\u0000", "\\u001b"] {
            let text = error(&changed("The door", &format!("The {unseen}door")));
            assert!(
                text.starts_with("contacts[0].name: there is a character in it that cannot be seen"),
                "{unseen:?}: {text}"
            );
        }
        // Lines, and what many languages and pictures of flags need, are sound.
        assert!(Pack::parse(&changed("The door", "The\\n\\t door שלום 👩\u{200d}👧")).is_ok());
    }

    #[test]
    fn a_pack_cut_short_is_named_by_line() {
        assert!(
            error("{\n\"format\": 1,").starts_with("it is not whole: line 2"),
            "{}",
            error("{\n\"format\": 1,")
        );
    }

    #[test]
    fn a_wrong_shape_is_named_by_its_path() {
        let text = error(&changed(r#""verdict": "fact""#, r#""verdict": "maybe""#));
        assert!(text.starts_with("statements[1].verdict: \"maybe\" is not one of myth, fact"), "{text}");
        let text = error(&changed(r#""from": "08:30","#, r#""from": "08:30", "extra": 1,"#));
        assert!(text.starts_with("contacts[0].open.extra: no such field is known"), "{text}");
    }

    #[test]
    fn a_missing_field_and_a_wrong_kind_are_named_by_their_paths() {
        let text = error(&changed(r#""topic": "t", "statement": "Two.","#, r#""statement": "Two.","#));
        assert!(text.starts_with("statements[1].topic: it is missing"), "{text}");
        let text = error(&changed(r#""purpose": "front_door""#, r#""purpose": 3"#));
        assert!(text.starts_with("contacts[0].purpose: one name belongs here, not a number"), "{text}");
        let text = error(&changed(r#""edited": "2026-11-23""#, r#""edited": "yesterday""#));
        assert!(
            text.starts_with("edited: a date such as 2026-11-23 belongs here, not \"yesterday\""),
            "{text}"
        );
        assert!(
            error("[]").starts_with("the whole file: an object belongs here, not a list"),
            "{}",
            error("[]")
        );
    }

    #[test]
    fn a_later_format_is_called_so_whatever_else_it_holds() {
        let text = error(r#"{"format": 2, "new": true}"#);
        assert!(text.starts_with("it is in pack format 2"), "{text}");
    }

    #[test]
    fn every_kind_of_fault_names_its_place_and_its_remedy() {
        for (from, to, expected) in [
            (r#""id": "two""#, r#""id": "one""#, "statements[one].id"),
            (r#""id": "small""#, r#""id": "Not Small""#, "id"),
            (
                r#""sources": ["book"], "status": "current""#,
                r#""sources": ["film"], "status": "current""#,
                "statements[one].provenance.sources",
            ),
            (
                r#""sources": ["book"], "status": "current""#,
                r#""sources": [], "status": "current""#,
                "statements[one].provenance.sources",
            ),
            (r#""checked": "2023-09""#, r#""checked": "last year""#, "statements[two].provenance.checked"),
            (
                r#""statements": ["one", "two"]"#,
                r#""statements": ["one", "three"]"#,
                "statement_sets[both].statements",
            ),
            (
                r#""statements": ["one", "two"]"#,
                r#""statements": ["one"]"#,
                "statement_sets[both].statements",
            ),
            (r#""statements": ["one", "two"]"#, r#""statements": []"#, "statement_sets[both].statements"),
            (r#""phone": "0161 496 0000""#, r#""phone": "the usual""#, "contacts[door].phone"),
            (r#""to": "16:30""#, r#""to": "08:00""#, "contacts[door].open"),
            (r#""to": "16:30""#, r#""to": "25:00""#, "contacts[door].open"),
            (r#""fact": "f", "myth": "m""#, r#""fact": " ", "myth": "m""#, "statements[one].fact"),
        ] {
            let PackError::Unsound(faults) = Pack::parse(&changed(from, to)).unwrap_err() else {
                panic!("{to} should be unsound");
            };
            assert!(faults.iter().any(|fault| fault.path == expected), "{to} gave {faults:?}");
            assert!(faults.iter().all(|fault| !fault.remedy.is_empty()));
        }
    }
}

/// The published description of pack format 1 is what the reader reads.
#[cfg(test)]
mod published {
    use super::*;

    #[test]
    fn the_schema_describes_the_format() {
        shape::assert_published::<PackFile>("Second Look pack, format 1", "public/packs/pack.schema.json");
    }
}
