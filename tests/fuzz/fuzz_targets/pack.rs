//! Bytes of any kind at the door `pack` of tests/doors.
#![no_main]

#[path = "../../doors/mod.rs"]
mod doors;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| drop(doors::pack(bytes)));
