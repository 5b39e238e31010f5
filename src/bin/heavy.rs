//! The web worker's binary: one task in, one outcome out.
use wasm_bindgen::prelude::wasm_bindgen;

/// Does what a message asks, and answers with another.
#[wasm_bindgen]
#[must_use]
pub fn perform(task: &[u8]) -> Vec<u8> {
    std::mem::take(&mut *second_look::worker::perform(task))
}

fn main() {}
