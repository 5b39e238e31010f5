//! Randomness from the browser's cryptographic generator.
use super::window;
use crate::vault::Entropy;

/// The browser's generator.
pub struct BrowserEntropy;

impl Entropy for BrowserEntropy {
    fn fill(&mut self, bytes: &mut [u8]) {
        let crypto = window().crypto().expect("every browser that runs wasm has a random generator");
        // It gives at most 65,536 bytes at a time.
        for chunk in bytes.chunks_mut(65_536) {
            crypto.get_random_values_with_u8_array(chunk).expect("the chunk is within the generator's limit");
        }
    }
}
