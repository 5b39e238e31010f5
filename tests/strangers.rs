//! Whatever a stranger hands in: it never stops the app, costs no more than its size allows, and what cannot be taken is
//! told, with its place, in words that repeat no secret. The share of `./dev fuzz` that every test run takes.
#![cfg(feature = "worker")]
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise, in its helpers too")]

mod doors;
mod mischief;
mod seeds;

use allocation_counter::{AllocationInfo, measure};
use doors::{DOORS, Door, Said, backup_text, pack};
use mischief::mischief;
use proptest::{prelude::*, sample::Index};
use std::{env, fmt, fs, panic, path::Path};

/// What a door may hold at once and make in all, in bytes: so much, and so much more for each byte that is handed in.
/// A backup file may ask for the memory of its scrypt.
const HOLDS: (u64, u64) = (330_000_000, 400);
const MAKES: (u64, u64) = (2_000_000_000, 40_000);

/// What a door says of `bytes`, and what that took.
fn measured(door: Door, bytes: &[u8]) -> (Said, AllocationInfo) {
    let mut said = Ok(vec![]);
    // What is measured has to come to its end.
    let took = measure(|| said = panic::catch_unwind(|| door(bytes)));
    (said.unwrap_or_else(|broken| panic::resume_unwind(broken)), took)
}

/// Whether what it took is within bounds.
fn is_bounded(took: &AllocationInfo, bytes: &[u8]) -> bool {
    let most = |(always, each): (u64, u64)| always + each * bytes.len() as u64;
    took.bytes_max <= most(HOLDS) && took.bytes_total <= most(MAKES)
}

/// A door, and what goes through it.
struct HandedIn(usize, Vec<u8>);

impl fmt::Debug for HandedIn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} \"{}\"", DOORS[self.0].0, self.1.escape_ascii())
    }
}

/// A seed that something is done to, with pieces of another.
fn handed_in() -> impl Strategy<Value = HandedIn> {
    (0..DOORS.len(), any::<[Index; 2]>(), mischief()).prop_map(|(door, [one, other], mischief)| {
        let seeds = seeds_of(door);
        let (mut bytes, other) = (one.get(seeds).clone(), other.get(seeds));
        for it in mischief {
            bytes = it.done_to(&bytes, other);
        }
        HandedIn(door, bytes)
    })
}

/// Made once: to seal a backup takes time.
fn seeds_of(door: usize) -> &'static [Vec<u8>] {
    static SEEDS: std::sync::OnceLock<Vec<Vec<Vec<u8>>>> = std::sync::OnceLock::new();
    &SEEDS.get_or_init(|| DOORS.iter().map(|(name, _)| seeds::seeds(name)).collect())[door]
}

/// How many cases there are: few enough for every test run, unless more are asked for.
fn cases(few: u32) -> ProptestConfig {
    let asked = env::var("PROPTEST_CASES").ok().and_then(|it| it.parse().ok());
    ProptestConfig { cases: asked.unwrap_or(few), failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(cases(3_000))]

    #[test]
    fn mischief_with_sound_files_stops_nothing(HandedIn(door, bytes) in handed_in()) {
        let (_, took) = measured(DOORS[door].1, &bytes);
        prop_assert!(is_bounded(&took, &bytes), "{}: {} bytes took {took:?}", DOORS[door].0, bytes.len());
    }
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn no_bytes_at_all_stop_anything(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        for (name, door) in DOORS {
            let (_, took) = measured(door, &bytes);
            prop_assert!(is_bounded(&took, &bytes), "{name}: {} bytes took {took:?}", bytes.len());
        }
    }
}

#[test]
fn every_door_takes_what_nobody_means_harm_with() {
    for (door, (name, take)) in DOORS.into_iter().enumerate() {
        for (at, bytes) in seeds_of(door).iter().enumerate() {
            take(bytes);
            // Where `./dev fuzz` wants them.
            if let Some(corpus) = env::var_os("NEW_SEEDS") {
                let folder = Path::new(&corpus).join(name);
                fs::create_dir_all(&folder).unwrap();
                fs::write(folder.join(format!("seed-{at}")), bytes).unwrap();
            }
        }
    }
}

#[test]
fn no_number_in_a_record_is_too_much() {
    let most = ["4294967295", "18446744073709551615", "-9223372036854775808", "8210266876799999"];
    for whole in seeds::seeds("record") {
        let (name, doc) = std::str::from_utf8(&whole).unwrap().split_once('\n').unwrap();
        for number in most {
            for doc in mischief::each_value_swapped(doc, number) {
                doors::record(format!("{name}\n{doc}").as_bytes());
            }
        }
    }
}

#[test]
fn nothing_that_a_person_wrote_is_repeated_where_it_cannot_be_read() {
    let zebra = "\"a zebra\"";
    let (mut told, records) = (0, seeds::seeds("record"));
    for whole in &records {
        let (name, doc) = std::str::from_utf8(whole).unwrap().split_once('\n').unwrap();
        for doc in mischief::each_value_swapped(doc, zebra) {
            // By itself, and as a line of a backup.
            let (kind, id) = name.split_once('/').unwrap();
            let line = format!(
                "{{\"second-look-backup\":1,\"records\":1}}\n{{\"kind\":\"{kind}\",\"id\":\"{id}\",\"doc\":{doc}}}"
            );
            let said =
                [doors::record(format!("{name}\n{doc}").as_bytes()), backup_text(line.as_bytes())].concat();
            told += said.len();
            assert!(!said.concat().contains("zebra"), "{said:?}");
        }
    }
    assert!(told > 300, "only {told} things were told");
}

/// What a door makes in all of files of the worst kinds that we could think of: of twice as much, twice as much.
#[test]
fn what_is_twice_as_long_costs_twice_as_much_and_what_is_said_of_it_stays_short() {
    let source = |at: usize| format!(r#"{{"id":"s{at}","title":"T","publisher":"P"}}"#);
    let ladder = |id: &str, sources: &str| {
        format!(r#"{{"id":"{id}","provenance":{{"sources":[{sources}],"status":"current","checked":null}}}}"#)
    };
    let listed =
        |many: usize, one: &dyn Fn(usize) -> String| (0..many).map(one).collect::<Vec<_>>().join(",");
    let file = |fields: &str| {
        format!(
            r#"{{"format":1,"id":"small","kind":"area","title":"T","summary":"S","edited":"2026-11-23",{fields}}}"#
        )
    };
    let set =
        |at: usize| format!(r#"{{"id":"set{at}","title":"T","summary":"S","statements":["a","b","c"]}}"#);
    let text = |length: usize| "a-".repeat(length / 2) + "a";
    let packs: [(&str, &dyn Fn(usize) -> String); 9] = [
        ("deep", &|size| "[".repeat(size)),
        ("deep and named", &|size| "{\"a\":".repeat(size / 5)),
        ("a long name and many wrong sources", &|size| {
            file(&format!(
                r#""levels":[{}]"#,
                ladder(&text(size / 2), &listed(size / 8, &|_| "\"a\"".into()))
            ))
        }),
        ("many sources, wrong ones", &|size| {
            let levels = listed(size / 400, &|at| ladder(&format!("l{at}"), "\"a\",\"b\""));
            file(&format!(r#""sources":[{}],"levels":[{levels}]"#, listed(size / 100, &source)))
        }),
        ("many sets of nothing", &|size| file(&format!(r#""statement_sets":[{}]"#, listed(size / 70, &set)))),
        ("long ids of sets", &|size| {
            let set = format!(
                r#"{{"id":"{}","title":"T","summary":"S","statements":[{}]}}"#,
                text(size / 2),
                listed(size / 8, &|_| "\"a\"".into())
            );
            file(&format!(r#""statement_sets":[{set}]"#))
        }),
        ("an unknown field of a long name", &|size| file(&format!(r#""{}":1"#, text(size)))),
        ("an unknown kind of a long name", &|size| file("\"x\":1").replacen("area", &text(size), 1)),
        ("a long number", &|size| format!(r#"{{"format":{}}}"#, "9".repeat(size))),
    ];
    for (what, of_size) in packs {
        is_proportional(what, pack, &|size| of_size(size).into_bytes());
    }
    let line = |size: usize| format!("{{\"kind\":\"draft\",\"id\":\"{}\",\"doc\":{{}}}}\n", "0".repeat(size));
    let backups: [(&str, &dyn Fn(usize) -> String); 5] = [
        ("no lines", &|size| "\n".repeat(size)),
        ("lines of nothing", &|size| "x\n".repeat(size / 2)),
        ("the same record", &|size| line(32).repeat(size / 70)),
        ("a long id", &|size| line(size)),
        ("many ends", &|size| format!("{{\"second-look-backup\":1}}\n{}", "{\"end\":1}\n".repeat(size / 10))),
    ];
    for (what, of_size) in backups {
        is_proportional(what, backup_text, &|size| of_size(size).into_bytes());
    }
}

/// Whether twice as much costs no more than twice as much, give or take.
fn is_proportional(what: &str, door: Door, of_size: &dyn Fn(usize) -> Vec<u8>) {
    let cost = |size| measured(door, &of_size(size)).1.bytes_total;
    let (once, twice) = (cost(20_000), cost(40_000));
    let spare = 2_000_000;
    assert!(twice <= once * 5 / 2 + spare, "{what}: {once} bytes were made of one, {twice} of two");
}

#[test]
fn a_time_that_no_calendar_holds_is_damage_and_stops_nothing() {
    for ms in
        [i64::MIN, -8_334_601_228_800_000, -62_135_596_800_001, 253_402_300_800_000, 8_210_266_876_799_999]
    {
        let history = format!(
            "card_history/{}\n{{\"v\":1,\"card\":\"statement/learning-event-2017/one-off\",\"at\":[{ms}],\"zones\":[[0,0]],\"outcomes\":\"g\"}}",
            "aa".repeat(16)
        );
        let round = format!(
            "round/{}\n{{\"v\":1,\"topic\":\"mixed\",\"order\":[],\"answers\":[],\"started\":[{ms},-60]}}",
            "03".repeat(16)
        );
        for record in [history, round] {
            assert_eq!(doors::record(record.as_bytes()), ["it is damaged"], "{record}");
            assert_eq!(doors::record(record.replace(&ms.to_string(), "1").as_bytes()), Vec::<String>::new());
        }
    }
}
