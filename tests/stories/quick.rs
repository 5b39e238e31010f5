//! A key derivation that takes no time: for the stories, and for the vault's own tests.
use second_look::vault::{Cost, DerivationError, KeyDerivation, Secret, WrappingKey};

/// Mixes rather than derives: fit for tests alone.
pub struct Quick;

impl KeyDerivation for Quick {
    async fn derive(
        &self,
        secret: &Secret,
        cost: Cost,
        salt: [u8; 16],
    ) -> Result<WrappingKey, DerivationError> {
        let mut mixed = [0; 32];
        let costs = [cost.memory_kib.to_le_bytes(), cost.passes.to_le_bytes()].concat();
        for (at, byte) in secret.text().bytes().chain(costs).chain(salt).enumerate() {
            mixed[at % 32] = u8::rotate_left(mixed[at % 32], 3) ^ byte;
        }
        Ok(WrappingKey::from_derived(mixed))
    }
}
