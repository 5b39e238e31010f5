//! What came from a phone at a learning day, on disk: as it was shown.
use super::moment::MomentV1;
use crate::domain::{
    events::Collected,
    hex::{hex, parse_hex_bytes},
    ids::{CollectedId, EventId},
    passing::Message,
};
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct CollectedV1 {
    v: u32,
    event: String,
    /// The bytes of its code, in hexadecimal digits.
    code: String,
    at: MomentV1,
}

super::versions!(Collected, CollectedV1);

impl From<&Collected> for CollectedV1 {
    fn from(it: &Collected) -> Self {
        let code = it.message.to_bytes().expect("what was collected came out of a code");
        Self { v: 1, event: it.event.to_string(), code: (*hex(&code)).clone(), at: it.at.into() }
    }
}

impl CollectedV1 {
    fn into_domain(self, id: [u8; 16]) -> Option<Collected> {
        Some(Collected {
            id: CollectedId::from_entropy(id),
            event: self.event.parse::<EventId>().ok()?,
            message: Message::from_bytes(&parse_hex_bytes(&self.code)?).ok()?,
            at: self.at.into_domain()?,
        })
    }
}
