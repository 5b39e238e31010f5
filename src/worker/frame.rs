//! A picture that the worker reads codes in.
use super::{SCAN, field, message};
use zeroize::Zeroizing;

/// A picture in shades of grey.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Frame<'a> {
    width: usize,
    height: usize,
    pixels: &'a [u8],
}

impl<'a> Frame<'a> {
    /// How wide and how high one may be, in pixels: what bounds the time and the memory that reading it takes.
    pub const LARGEST: usize = 2_000;

    /// `pixels` are a row after the other from the top, a byte each, from 0 for black to 255 for white. None where they are
    /// not as many as that, or a side is nothing or more than [`Frame::LARGEST`].
    #[must_use]
    pub fn new(width: usize, height: usize, pixels: &'a [u8]) -> Option<Self> {
        let fits = (1..=Self::LARGEST).contains(&width) && (1..=Self::LARGEST).contains(&height);
        (fits && pixels.len() == width * height).then_some(Self { width, height, pixels })
    }

    #[must_use]
    pub const fn width(&self) -> usize {
        self.width
    }

    #[must_use]
    pub const fn height(&self) -> usize {
        self.height
    }

    #[must_use]
    pub const fn pixels(&self) -> &'a [u8] {
        self.pixels
    }

    /// As it is sent.
    ///
    /// # Panics
    /// Never: a side fits into two bytes.
    #[must_use]
    pub fn encode(&self) -> Zeroizing<Vec<u8>> {
        let width = u16::try_from(self.width).expect("no frame is wider than the largest");
        message(SCAN, &[&width.to_le_bytes(), self.pixels])
    }

    /// As it was sent; none where it makes no sense, or is no frame.
    #[must_use]
    pub fn decode(sent: &'a [u8]) -> Option<Self> {
        let rest = sent.strip_prefix(&[SCAN])?;
        let (width, rest) = field(rest)?;
        let width = usize::from(u16::from_le_bytes(width.try_into().ok()?));
        let (pixels, _) = field(rest)?;
        Self::new(width, pixels.len().checked_div(width)?, pixels)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_frame_arrives_as_it_was_sent() {
        let frame = Frame::new(2, 3, &[0, 50, 100, 150, 200, 255]).unwrap();
        let sent = frame.encode();
        assert_eq!(Frame::decode(&sent), Some(frame));
        for at in 0..sent.len() {
            assert_eq!(Frame::decode(&sent[..at]), None);
        }
    }

    #[test]
    fn what_is_too_large_or_not_what_it_says_is_no_frame() {
        let pixels = vec![0; Frame::LARGEST + 1];
        assert!(Frame::new(Frame::LARGEST, 1, &pixels[1..]).is_some());
        assert!(Frame::new(Frame::LARGEST + 1, 1, &pixels).is_none());
        assert!(Frame::new(1, Frame::LARGEST + 1, &pixels).is_none());
        assert!(Frame::new(2, 2, &[0; 3]).is_none());
        assert!(Frame::new(0, 0, &[]).is_none());
        assert!(Frame::decode(&message(SCAN, &[&[0, 0], &[]])).is_none());
        assert!(Frame::decode(&message(SCAN, &[&[2, 0], &[1, 2, 3]])).is_none());
    }
}
