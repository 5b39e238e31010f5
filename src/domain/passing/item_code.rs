//! A statement or an outcome of a pack as three bytes that another phone finds among its own packs.

/// Stands for an id such as `learning-event-2017/one-off`. Never zero.
///
/// FNV-1a of 32 bits, folded to 24 as its authors advise (draft-eastlake-fnv, "xor folding"): it needs no secret, for who
/// writes the packs chooses the ids. Among 700 ids, two have the same one in one case of seventy: a
/// test holds the packs to have none, and a phone that finds two takes neither.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ItemCode([u8; 3]);

impl ItemCode {
    /// The code of an id.
    #[must_use]
    pub fn of(id: &str) -> Self {
        let hash = id
            .bytes()
            .fold(0x811C_9DC5, |hash: u32, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
        let [a, b, c, d] = hash.to_be_bytes();
        Self::from_bytes([b, c, d ^ a]).unwrap_or(Self([0, 0, 1]))
    }

    /// Whether it is the code of this id.
    #[must_use]
    pub fn is_of(self, id: &str) -> bool {
        self == Self::of(id)
    }

    pub(super) fn from_bytes(bytes: [u8; 3]) -> Option<Self> {
        (bytes != [0; 3]).then_some(Self(bytes))
    }

    pub(super) const fn bytes(self) -> [u8; 3] {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_code_is_the_published_hash_folded() {
        // From the authors' test vectors: 0xE40C292C and 0xBF9CF968.
        assert_eq!(ItemCode::of("a"), ItemCode([0x0C, 0x29, 0x2C ^ 0xE4]));
        assert_eq!(ItemCode::of("foobar"), ItemCode([0x9C, 0xF9, 0x68 ^ 0xBF]));
    }

    #[test]
    fn few_ids_share_a_code() {
        let mut codes: Vec<_> = (0..20_000).map(|n| ItemCode::of(&format!("event/{n}"))).collect();
        codes.sort_unstable();
        codes.dedup();
        let shared = 20_000 - codes.len();
        assert!((1..30).contains(&shared), "{shared} of 20,000, of which some 12 are expected");
    }
}
