//! Numbers, tags and texts as bytes, and back.
use super::{CannotPass, EventTag, MOST_ITEMS, SenderTag, Unreadable};
use crate::domain::questions::{one_line, tidy};

/// The highest number that [`Writer::number`] takes: what four bytes of seven bits hold.
pub(super) const HIGHEST: u32 = (1 << 28) - 1;

/// Bytes as they are written.
#[derive(Default)]
pub(super) struct Writer(Vec<u8>);

/// Bytes as they are read. Whatever is not as it was written is [`Unreadable::Impossible`]; texts come tidied.
pub(super) struct Reader<'a>(&'a [u8]);

impl Writer {
    pub(super) fn bytes(&mut self, bytes: &[u8]) {
        self.0.extend_from_slice(bytes);
    }

    pub(super) fn byte(&mut self, byte: u8) {
        self.0.push(byte);
    }

    /// A number up to [`HIGHEST`]: seven bits a byte, the lowest first, and one that says whether more follow (LEB128).
    pub(super) fn number(&mut self, mut number: u32) {
        debug_assert!(number <= HIGHEST, "it would not be read");
        while number > 127 {
            self.byte(number as u8 | 128);
            number >>= 7;
        }
        self.byte(number as u8);
    }

    /// How many `things` follow.
    ///
    /// # Errors
    /// When there are more than [`MOST_ITEMS`].
    pub(super) fn count(&mut self, count: usize, things: &'static str) -> Result<(), CannotPass> {
        let count = u8::try_from(count).ok().filter(|it| usize::from(*it) <= MOST_ITEMS);
        self.byte(count.ok_or(CannotPass::Many { things, most: MOST_ITEMS })?);
        Ok(())
    }

    /// A text, tidied; `called` is what to call it if it is too long.
    ///
    /// # Errors
    /// When it has more than `most` characters.
    pub(super) fn text(&mut self, text: &str, called: &'static str, most: usize) -> Result<(), CannotPass> {
        let text = tidy(text);
        let length = u32::try_from(text.len()).ok().filter(|_| text.chars().count() <= most);
        self.number(length.ok_or(CannotPass::Long { text: called, most })?);
        self.bytes(text.as_bytes());
        Ok(())
    }

    /// A text on one line; otherwise as [`Writer::text`].
    pub(super) fn line(&mut self, text: &str, called: &'static str, most: usize) -> Result<(), CannotPass> {
        self.text(&one_line(text), called, most)
    }

    pub(super) fn tags(&mut self, event: EventTag, sender: SenderTag) {
        self.bytes(&event.bytes());
        self.bytes(&sender.bytes());
    }

    pub(super) fn written(&self) -> &[u8] {
        &self.0
    }
}

impl<'a> Reader<'a> {
    pub(super) const fn new(bytes: &'a [u8]) -> Self {
        Self(bytes)
    }

    pub(super) fn bytes(&mut self, length: usize) -> Result<&'a [u8], Unreadable> {
        let (read, rest) = self.0.split_at_checked(length).ok_or(Unreadable::Impossible)?;
        self.0 = rest;
        Ok(read)
    }

    pub(super) fn array<const N: usize>(&mut self) -> Result<[u8; N], Unreadable> {
        let (read, rest) = self.0.split_first_chunk().ok_or(Unreadable::Impossible)?;
        self.0 = rest;
        Ok(*read)
    }

    pub(super) fn byte(&mut self) -> Result<u8, Unreadable> {
        self.array().map(|[byte]| byte)
    }

    pub(super) fn number(&mut self) -> Result<u32, Unreadable> {
        let mut number = 0;
        for place in 0..4 {
            let byte = self.byte()?;
            number |= u32::from(byte & 127) << (7 * place);
            if byte < 128 {
                return Ok(number);
            }
        }
        Err(Unreadable::Impossible)
    }

    pub(super) fn count(&mut self) -> Result<usize, Unreadable> {
        let count = usize::from(self.byte()?);
        if count > MOST_ITEMS { Err(Unreadable::Impossible) } else { Ok(count) }
    }

    /// As many of what `read` reads as there were written.
    pub(super) fn list<T>(
        &mut self,
        read: impl FnMut(&mut Self) -> Result<T, Unreadable>,
    ) -> Result<Vec<T>, Unreadable> {
        let count = self.count()?;
        self.several(count, read)
    }

    /// `count` of what `read` reads.
    pub(super) fn several<T>(
        &mut self,
        count: usize,
        mut read: impl FnMut(&mut Self) -> Result<T, Unreadable>,
    ) -> Result<Vec<T>, Unreadable> {
        (0..count).map(|_| read(self)).collect()
    }

    pub(super) fn text(&mut self, most: usize) -> Result<String, Unreadable> {
        let length = usize::try_from(self.number()?).map_err(|_| Unreadable::Impossible)?;
        let text = str::from_utf8(self.bytes(length)?).map_err(|_| Unreadable::Impossible)?;
        if text.chars().count() > most { Err(Unreadable::Impossible) } else { Ok(tidy(text)) }
    }

    pub(super) fn line(&mut self, most: usize) -> Result<String, Unreadable> {
        self.text(most).map(|text| one_line(&text))
    }

    pub(super) fn event(&mut self) -> Result<EventTag, Unreadable> {
        self.array().map(EventTag::from_entropy)
    }

    pub(super) fn sender(&mut self) -> Result<SenderTag, Unreadable> {
        self.array().map(SenderTag::from_entropy)
    }

    /// What is left.
    pub(super) const fn rest(self) -> &'a [u8] {
        self.0
    }

    /// Nothing may be left.
    pub(super) const fn end(self) -> Result<(), Unreadable> {
        if self.0.is_empty() { Ok(()) } else { Err(Unreadable::Impossible) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_take_the_bytes_they_need() {
        for (number, bytes) in [(0, 1), (127, 1), (128, 2), (16_383, 2), (16_384, 3), (HIGHEST, 4)] {
            let mut writer = Writer::default();
            writer.number(number);
            assert_eq!(writer.written().len(), bytes, "{number}");
            assert_eq!(Reader::new(writer.written()).number(), Ok(number));
        }
        assert_eq!(Reader::new(&[255; 9]).number(), Err(Unreadable::Impossible));
    }

    #[test]
    fn texts_are_tidied_on_both_sides_and_counted_in_characters() {
        let mut writer = Writer::default();
        writer.text(" sé\u{0}e\r\nit ", "the text", 6).unwrap();
        assert_eq!(Reader::new(writer.written()).text(6), Ok("sée\nit".to_owned()));
        assert_eq!(Reader::new(writer.written()).line(6), Ok("sée it".to_owned()));
        assert_eq!(Reader::new(writer.written()).text(5), Err(Unreadable::Impossible));
        assert_eq!(Reader::new(b"\x03a\0b").text(3), Ok("ab".to_owned()));
        assert_eq!(Reader::new(b"\x01\xFF").text(3), Err(Unreadable::Impossible));
        let long = CannotPass::Long { text: "the title", most: 2 };
        assert_eq!(Writer::default().line("abc", "the title", 2), Err(long));
        assert_eq!(long.to_string(), "Too long: the title. It can have 2 characters. Shorten it.");
    }

    #[test]
    fn a_text_that_ends_too_early_is_refused_before_it_is_copied() {
        assert_eq!(Reader::new(b"\xFF\xFF\xFF\x7Fshort").text(usize::MAX), Err(Unreadable::Impossible));
    }
}
