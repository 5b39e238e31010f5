//! What is in a backup file, under its seal: a line a record, so that damage takes as little with it as it can.
//!
//! ```text
//! {"second-look-backup":1,"app":"1.0.0 (1a2b3c4d)","made":[<ms since 1970>,<minutes from UTC>],"records":2}
//! {"kind":"reflection","id":"<16 bytes>","doc":{…}}
//! {"kind":"draft","id":"<16 bytes>","doc":{…}}
//! {"end":2}
//! ```
//!
//! A document has the shape that it has on disk (`docs`). The number of records stands at both ends: what is lost is
//! counted, wherever the damage is.
use super::{
    Document, Namespace, RecordKey,
    docs::{self, DocError},
};
use crate::domain::{
    hex::{hex, parse_hex},
    journal::Change,
    time::{self, Moment},
};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use zeroize::Zeroizing;

const VERSION: u64 = 1;
const MARK: &str = "second-look-backup";

/// Why a text is no backup that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BackupError {
    #[error("this is not a backup of this app")]
    Foreign,
    #[error("it was written by a newer version of the app")]
    TooNew,
    #[error("nothing in it can be read any more")]
    NothingLeft,
}

/// What a backup holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Contents {
    /// The version of the app that wrote it, if that can still be read.
    pub app: Option<String>,
    /// When it was written, if that can still be read.
    pub made: Option<Moment>,
    /// How many records were written, if that can still be read at either end.
    pub written: Option<usize>,
    /// Every record that is whole, as the change that puts it in a journal.
    pub changes: Vec<Change>,
    /// What is not as it was written, line by line.
    pub faults: Vec<Fault>,
}

/// A line that is not as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The line, counted from 1.
    pub line: usize,
    /// The record it is about, where that can be read.
    pub key: Option<RecordKey>,
    /// What is the matter.
    pub why: WhyFault,
}

/// What is the matter with a line. Says nothing of what is in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WhyFault {
    #[error("it cannot be read")]
    Unreadable,
    #[error("it is of a kind that this version does not know")]
    UnknownKind,
    #[error("the same record stands further up")]
    Twice,
    #[error(transparent)]
    Doc(#[from] DocError),
    #[error("the beginning is missing")]
    NoBeginning,
    #[error("the end is missing")]
    NoEnd,
    #[error("it goes on after its end")]
    AfterEnd,
}

impl Contents {
    /// How many records were written and cannot be read. None where not even their number can.
    #[must_use]
    pub fn lost(&self) -> Option<usize> {
        self.written.map(|written| written.saturating_sub(self.changes.len()))
    }

    /// Nothing is missing and nothing is damaged.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.faults.is_empty() && self.written == Some(self.changes.len())
    }
}

/// The text of a backup.
#[must_use]
pub fn write(documents: &[Document], app: &str, made: Moment) -> Zeroizing<Vec<u8>> {
    let records = documents.len();
    let made = [made.timestamp_millis(), (made.offset().local_minus_utc() / 60).into()];
    let first = json!({ MARK: VERSION, "app": app, "made": made, "records": records }).to_string();
    // Room for all of it at once: what grows leaves copies behind.
    let room = documents.iter().map(|(_, doc)| doc.len() + 96).sum::<usize>() + first.len() + 64;
    let mut text = Zeroizing::new(Vec::with_capacity(room));
    text.extend_from_slice(first.as_bytes());
    for (RecordKey { namespace, id }, doc) in documents {
        let head = format!("\n{{\"kind\":\"{}\",\"id\":\"{}\",\"doc\":", namespace.name(), &*hex(id));
        text.extend_from_slice(head.as_bytes());
        text.extend_from_slice(doc);
        text.push(b'}');
    }
    text.extend_from_slice(format!("\n{{\"end\":{records}}}\n").as_bytes());
    text
}

/// Reads every record of a backup that is whole. `is_complete` says whether the file it came in was: from one that was
/// not, what is left is read even if its first line is lost.
///
/// # Errors
/// A [`BackupError`] when the text is something else, is from a newer version, or holds nothing any more.
pub fn read(text: &[u8], is_complete: bool) -> Result<Contents, BackupError> {
    let mut lines = text.split(|byte| *byte == b'\n').map(parse).enumerate();
    let mut contents = Contents { app: None, made: None, written: None, changes: vec![], faults: vec![] };
    let mut ended = None;
    let mut seen = BTreeSet::new();
    let first = lines.next().and_then(|(_, line)| line.ok());
    let begins = match &first {
        Some(first) => contents.begin(first)?,
        None => false,
    };
    if !begins {
        if is_complete {
            return Err(BackupError::Foreign);
        }
        contents.fault(1, None, WhyFault::NoBeginning);
    }
    // A first line that is none may still be a record.
    let rest = first.filter(|_| !begins).map(|line| (0, Ok(line))).into_iter().chain(lines);
    for (at, line) in rest {
        let line = match line {
            Ok(line) => line,
            Err(Blank::Yes) => continue,
            Err(Blank::No) => {
                contents.fault(at + 1, None, WhyFault::Unreadable);
                continue;
            }
        };
        if ended.is_some() {
            contents.fault(at + 1, None, WhyFault::AfterEnd);
        }
        if let Some(records) = line.get("end").and_then(count) {
            ended = ended.or(Some(records));
            continue;
        }
        match record(&line) {
            Ok((key, change)) if seen.insert(key) => contents.changes.push(change),
            Ok((key, _)) => contents.fault(at + 1, Some(key), WhyFault::Twice),
            Err((key, why)) => contents.fault(at + 1, key, why),
        }
    }
    if ended.is_none() {
        contents.fault(text.split(|byte| *byte == b'\n').count(), None, WhyFault::NoEnd);
    }
    contents.written = contents.written.max(ended);
    if !begins && contents.changes.is_empty() {
        return Err(BackupError::NothingLeft);
    }
    Ok(contents)
}

impl Contents {
    /// Takes what the first line says; false where it is no first line.
    fn begin(&mut self, line: &Value) -> Result<bool, BackupError> {
        match line.get(MARK).map(Value::as_u64) {
            Some(Some(VERSION)) => {}
            Some(Some(2..)) => return Err(BackupError::TooNew),
            _ => return Ok(false),
        }
        self.app = line.get("app").and_then(Value::as_str).map(str::to_owned);
        self.made = line.get("made").and_then(moment);
        self.written = line.get("records").and_then(count);
        Ok(true)
    }

    fn fault(&mut self, line: usize, key: Option<RecordKey>, why: WhyFault) {
        self.faults.push(Fault { line, key, why });
    }
}

/// A line that holds nothing: at the end of the text, or where something is missing.
enum Blank {
    Yes,
    No,
}

fn parse(line: &[u8]) -> Result<Value, Blank> {
    if line.is_empty() {
        return Err(Blank::Yes);
    }
    let text = std::str::from_utf8(line).map_err(|_| Blank::No)?;
    serde_json::from_str(text).map_err(|_| Blank::No)
}

fn record(line: &Value) -> Result<(RecordKey, Change), (Option<RecordKey>, WhyFault)> {
    let unreadable = (None, WhyFault::Unreadable);
    let text = |name| line.get(name).and_then(Value::as_str);
    let (Some(kind), Some(id), Some(doc)) = (text("kind"), text("id"), line.get("doc")) else {
        return Err(unreadable);
    };
    let Some(id) = parse_hex(id) else { return Err(unreadable) };
    let Some(namespace) = Namespace::named(kind) else { return Err((None, WhyFault::UnknownKind)) };
    let key = RecordKey { namespace, id };
    let doc = Zeroizing::new(doc.to_string());
    let change = docs::decode(key, doc.as_bytes()).map_err(|why| (Some(key), WhyFault::Doc(why)))?;
    Ok((key, change))
}

fn count(value: &Value) -> Option<usize> {
    usize::try_from(value.as_u64()?).ok()
}

fn moment(value: &Value) -> Option<Moment> {
    let [ms, minutes] = value.as_array()?.as_slice() else { return None };
    time::moment(ms.as_i64()?, i32::try_from(minutes.as_i64()?).ok()?)
}
