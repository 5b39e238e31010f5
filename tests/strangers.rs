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
const HOLDS: (u64, u64) = (40_000_000, 400);
const MAKES: (u64, u64) = (4_000_000_000, 40_000);

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

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn mischief_with_sound_files_stops_nothing(HandedIn(door, bytes) in handed_in()) {
        let (_, took) = measured(DOORS[door].1, &bytes);
        prop_assert!(is_bounded(&took, &bytes), "{}: {} bytes took {took:?}", DOORS[door].0, bytes.len());
    }
}

/// Where `./dev fuzz` wants them.
#[test]
fn every_door_takes_what_nobody_means_harm_with() {
    for (door, (name, take)) in DOORS.into_iter().enumerate() {
        for (at, bytes) in seeds_of(door).iter().enumerate() {
            take(bytes);
            if let Some(corpus) = env::var_os("NEW_SEEDS") {
                let folder = Path::new(&corpus).join(name);
                fs::create_dir_all(&folder).unwrap();
                fs::write(folder.join(format!("seed-{at}")), bytes).unwrap();
            }
        }
    }
}
