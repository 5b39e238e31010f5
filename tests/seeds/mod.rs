//! What each door takes when nobody means harm: made of the packs and fixtures of the project. Fuzzing begins with these,
//! and so does the mischief of `tests/strangers.rs`.
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise, in its helpers too")]

use crate::doors::{PASSPHRASE, file};
use age::{scrypt, secrecy::SecretString};
use second_look::{
    content::{
        SHIPPED,
        exchange::{self, Format},
        qr::{Correction, Matrix},
    },
    domain::{
        confidence::Rating,
        passing::{
            Answers, Carried, CarriedStatement, Evaluation, EventTag, FollowUp, Heard, Invitation, Invited,
            ItemCode, Message, SenderTag, TableNote, typed,
        },
        questions::{self, Wording},
        quiz::{Sureness, Verdict},
        time::parse_date,
    },
    vault::{Entropy, RecoveryCode},
};
use serde_json::{Value, json};
use std::fs;

const EVENT: EventTag = EventTag::from_entropy(*b"event!");
const SENDER: SenderTag = SenderTag::from_entropy(*b"me!");

/// What the door of this name takes.
pub fn seeds(door: &str) -> Vec<Vec<u8>> {
    match door {
        "pack" => packs(),
        "backup_text" => backups(),
        "backup_file" => {
            vec![sealed(&file("tests/fixtures/v1/backup.txt")), sealed(b""), sealed(&[b'a'; 70_000])]
        }
        "record" => records(),
        "key_file" => key_files(),
        "code" => codes(),
        "link" => links(),
        "typed_code" => {
            vec![answers().into_bytes(), RecoveryCode::make_random(&mut Sevens).written().as_bytes().into()]
        }
        "questions" => Format::ALL.map(|format| exchange::write(format, &wordings()).into_bytes()).into(),
        "picture" => vec![picture(b"an answer"), picture(b"")],
        _ => panic!("no seeds are known for {door}"),
    }
}

/// Of every file of every pack, so much that each kind of thing is in it once or twice; and one that can be added.
fn packs() -> Vec<Vec<u8>> {
    let mut all = vec![];
    let mut area = json!({});
    for pack in SHIPPED {
        let mut files: Vec<_> =
            fs::read_dir(format!("public/packs/{pack}")).unwrap().flatten().map(|it| it.path()).collect();
        files.sort();
        for file in files.iter().filter(|it| it.extension().is_some_and(|it| it == "json")) {
            let whole: Value = serde_json::from_slice(&fs::read(file).unwrap()).unwrap();
            let mut few = whole.clone();
            for list in few.as_object_mut().unwrap().values_mut().filter_map(Value::as_array_mut) {
                list.truncate(2);
            }
            all.push(few.to_string().into_bytes());
            if pack == "salford" {
                join(&mut area, whole);
            }
        }
    }
    area["id"] = "another".into();
    area.as_object_mut().unwrap().remove("parts");
    all.push(area.to_string().into_bytes());
    all
}

/// Puts what a part holds into the pack.
fn join(pack: &mut Value, part: Value) {
    let Value::Object(fields) = part else { panic!("a pack is an object") };
    for (name, value) in fields {
        match (pack.get_mut(&name), value) {
            (Some(Value::Array(here)), Value::Array(mut more)) => {
                more.retain(|it| !here.contains(it));
                here.append(&mut more);
            }
            (_, value) => pack[&name] = value,
        }
    }
}

/// One of everything, and one of each by itself.
fn backups() -> Vec<Vec<u8>> {
    let all = file("tests/fixtures/v1/backup.txt");
    let lines: Vec<_> = all.split(|it| *it == b'\n').filter(|it| !it.is_empty()).collect();
    let (first, records) = (lines[0], &lines[1..lines.len() - 1]);
    let each: Vec<_> = records.iter().map(|it| [first, *it, &b"{\"end\":1}"[..]].join(&b'\n')).collect();
    [vec![all.clone()], each].concat()
}

/// By age, and with little work.
fn sealed(text: &[u8]) -> Vec<u8> {
    let mut recipient = scrypt::Recipient::new(SecretString::from(PASSPHRASE));
    recipient.set_work_factor(1);
    age::encrypt(&recipient, text).unwrap()
}

fn records() -> Vec<Vec<u8>> {
    let text = String::from_utf8(file("tests/fixtures/v1/backup.txt")).unwrap();
    let line = |line: &str| {
        let line: Value = serde_json::from_str(line).unwrap();
        let name = |field| Some(line.get(field)?.as_str()?.to_owned());
        Some(format!("{}/{}\n{}", name("kind")?, name("id")?, line["doc"]).into_bytes())
    };
    let all: Vec<_> = text.lines().filter_map(line).collect();
    assert!(all.len() > 10);
    all
}

fn key_files() -> Vec<Vec<u8>> {
    let header = |store: &str| {
        let store: Value =
            serde_json::from_slice(&file(&format!("tests/fixtures/v1/{store}-store.json"))).unwrap();
        store["header"].clone()
    };
    let locked = header("locked").as_str().unwrap().as_bytes().to_vec();
    vec![locked, serde_json::from_value(header("sealed")).unwrap()]
}

fn heard() -> Heard {
    Heard { first: Some(Verdict::Myth), second: Some(Verdict::Fact), sure: Some(Sureness::Certain) }
}

fn answers() -> String {
    typed::write(&Answers { event: EVENT, sender: SENDER, heard: vec![heard(); 9] }).unwrap()
}

fn codes() -> Vec<Vec<u8>> {
    let (event, sender, text) = (EVENT, SENDER, || "Ring, and write it down.".to_owned());
    let ratings = vec![(Rating::of_ten(3), Rating::of_ten(8)), (None, None)];
    let messages = [
        Message::Answers(Answers { event, sender, heard: vec![heard(), Heard::default(), heard()] }),
        Message::Evaluation(Evaluation {
            event,
            sender,
            ratings,
            differently: text(),
            barrier: text(),
            useful: text(),
        }),
        Message::FollowUp(FollowUp {
            event,
            sender,
            ratings: vec![Rating::of_ten(9), None],
            changed: text(),
        }),
        Message::TableNote(TableNote { event, sender, prompt: 0, table: "Table 4".into(), text: text() }),
    ];
    let statements =
        wordings().into_iter().zip(0..).map(|(wording, at)| CarriedStatement { at, wording }).collect();
    let carried = Carried { statements, outcomes: vec![(0, "Name whom to ring.".into())] };
    let shown = messages.iter().map(|it| it.to_bytes().unwrap()).chain(carried.to_frames(EVENT).unwrap());
    let whole: Vec<_> = shown.collect();
    // The door puts the body of one into an envelope of its own, too.
    let bodies = whole.iter().map(|it| it[3..it.len() - 4].to_vec());
    bodies.chain(whole.clone()).collect()
}

fn links() -> Vec<Vec<u8>> {
    let known = |id: &str| Invited::Known(ItemCode::of(id));
    let invitation = Invitation {
        event: EVENT,
        title: "Annual learning event".into(),
        organisers: "The partnership".into(),
        venue: "Town hall".into(),
        day: parse_date("2026-12-10"),
        minutes: 180,
        participatory: 90,
        prompts: 2,
        outcomes: vec![],
        statements: vec![known("learning-event-2017/one-off"), known("learning-event-2017/alcohol")],
    };
    let join = format!("#/join/{}", invitation.to_fragment().unwrap());
    let id = "07".repeat(16);
    [
        &join,
        "#/learn/section/learning-event-2017/the-minutes",
        "#/quiz/card/statement/learning-event-2017/one-off",
        "#/quiz/set/learning-event-2017/the-days-nine",
        "#/guidance/words/england/term-icpc",
        &format!("#/reflect/{id}/write/about/set/learning-event-2017/the-days-nine"),
        &format!("#/reflect/form/england/template-swe/{id}"),
        &format!("#/today/{id}/about/section/learning-event-2017/the-minutes"),
        &format!("#/events/{id}/run"),
    ]
    .map(|it| it.as_bytes().to_vec())
    .into()
}

fn wordings() -> Vec<Wording> {
    let wording = |stem: &str, answers| Wording {
        stem: stem.into(),
        answers,
        why: "They know, {so} = ask: \"why\"?\nAlways.".into(),
        topic: "Whom to ring".into(),
    };
    let options = ["The duty team", "Nobody", "~ The = press"].map(str::to_owned).to_vec();
    vec![
        wording("Whom do you ring?", questions::Answers::Choice { options, right: 0 }),
        wording("One visit is enough.", questions::Answers::MythOrFact(Verdict::Myth)),
    ]
}

/// How wide it is, and its pixels: four of them for a module, and a border of four modules.
fn picture(payload: &[u8]) -> Vec<u8> {
    let code = Matrix::of_bytes(payload, Correction::Medium).unwrap();
    let side = 4 * (code.side() + 8);
    let at = |pixel: usize| (pixel / 4).checked_sub(4).unwrap_or(usize::MAX);
    let is_dark = |pixel: usize| code.is_dark(at(pixel % side), at(pixel / side));
    let pixels = (0..side * side).map(|pixel| if is_dark(pixel) { 0 } else { 255 });
    [u8::try_from(side).unwrap()].into_iter().chain(pixels).collect()
}

/// Nothing but sevens.
struct Sevens;

impl Entropy for Sevens {
    fn fill(&mut self, bytes: &mut [u8]) {
        bytes.fill(7);
    }
}
