//! What every code begins and ends with, so that what is not ours, later or damaged is known before it is read.
//!
//! ```text
//! "SL"   version   kind   body …   CRC-32 of all before it, the highest byte first
//! ```
//!
//! Every version keeps this, so a damaged code is never called a later one.
use super::{Unreadable, wire::Reader};

const MAGIC: &[u8; 2] = b"SL";
const VERSION: u8 = 1;

/// How many bytes it adds to a body.
pub(super) const LENGTH: usize = 8;

/// What a body is. The numbers are in every code: never change them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Answers = 1,
    Evaluation = 2,
    FollowUp = 3,
    TableNote = 4,
    Invitation = 5,
    Frame = 6,
}

impl Kind {
    const ALL: [Self; 6] =
        [Self::Answers, Self::Evaluation, Self::FollowUp, Self::TableNote, Self::Invitation, Self::Frame];
}

/// `body` in an envelope.
pub(super) fn seal(kind: Kind, body: &[u8]) -> Vec<u8> {
    let mut sealed = [MAGIC, &[VERSION, kind as u8], body].concat();
    sealed.extend(crc32(&sealed).to_be_bytes());
    sealed
}

/// What is in an envelope.
///
/// # Errors
/// An [`Unreadable`], when it is not one, or not one of this version.
pub(super) fn open(sealed: &[u8]) -> Result<(Kind, Reader<'_>), Unreadable> {
    if !sealed.starts_with(MAGIC) {
        return Err(Unreadable::NotOurs);
    }
    let (before, crc) = sealed.split_last_chunk().ok_or(Unreadable::Damaged)?;
    if before.len() + crc.len() < LENGTH || crc32(before) != u32::from_be_bytes(*crc) {
        return Err(Unreadable::Damaged);
    }
    let mut reader = Reader::new(&before[MAGIC.len()..]);
    match (reader.byte()?, reader.byte()?) {
        (VERSION, kind) => {
            let kind = Kind::ALL.into_iter().find(|it| *it as u8 == kind).ok_or(Unreadable::OtherKind)?;
            Ok((kind, reader))
        }
        (0, _) => Err(Unreadable::Impossible),
        _ => Err(Unreadable::Later),
    }
}

/// CRC-32 as in gzip (RFC 1952, section 8). It notices every change within four neighbouring bytes.
///
/// Bit by bit, for a whole sequence of frames takes a millisecond so. `crc32fast` brings 16 KB of tables, and is in the
/// app only where Word files are packed; it is what the tests compare with.
pub(super) fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0, |crc, byte| {
        (0..8)
            .fold(crc ^ u32::from(*byte), |crc: u32, _| (crc >> 1) ^ (0xEDB8_8320 & (crc & 1).wrapping_neg()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn opened(sealed: &[u8]) -> Result<Kind, Unreadable> {
        open(sealed).map(|(kind, _)| kind)
    }

    fn with_header(header: [u8; 4]) -> Vec<u8> {
        [header, crc32(&header).to_be_bytes()].concat()
    }

    #[test]
    fn the_check_is_the_one_that_everybody_uses() {
        assert_eq!(crc32(b"123456789"), 0xCBF4_3926);
        assert_eq!(crc32(b""), 0);
    }

    #[test]
    fn every_kind_is_known_again() {
        for kind in Kind::ALL {
            assert_eq!(opened(&seal(kind, b"body")), Ok(kind));
        }
    }

    #[test]
    fn what_cannot_be_opened_is_told_apart() {
        assert_eq!(opened(b""), Err(Unreadable::NotOurs));
        assert_eq!(opened(b"https://example.org/"), Err(Unreadable::NotOurs));
        assert_eq!(opened(b"SL"), Err(Unreadable::Damaged));
        assert_eq!(opened(b"SLOW"), Err(Unreadable::Damaged));
        assert_eq!(opened(&with_header(*b"SL\x02\x01")), Err(Unreadable::Later));
        assert_eq!(opened(&with_header(*b"SL\x00\x01")), Err(Unreadable::Impossible));
        assert_eq!(opened(&with_header(*b"SL\x01\x63")), Err(Unreadable::OtherKind));
    }

    #[test]
    fn a_damaged_version_is_called_damaged_and_not_later() {
        let mut sealed = seal(Kind::Answers, b"body");
        sealed[2] = 2;
        assert_eq!(opened(&sealed), Err(Unreadable::Damaged));
    }
}
