//! The words that no pack has, as a loop of QR codes that a phone can begin to watch anywhere.
//!
//! ```text
//! event: 6 bytes   this frame: 1   of how many: 1   CRC-32 of all chunks: 4   chunk: up to 230     (in an envelope)
//! ```
//!
//! The envelope finds a damaged frame; the CRC of the whole tells one sequence from another of the same event.
use super::{
    super::{
        questions::{Answers, Wording},
        quiz::Verdict,
    },
    CannotPass, EventTag, Unreadable,
    envelope::{self, Kind, crc32},
    wire::{Reader, Writer},
};

/// How many frames a sequence can have.
pub const MOST_FRAMES: usize = 64;

/// How many bytes a frame can have: what a phone reads off another one at an arm's length.
pub const LONGEST_FRAME: usize = 250;

/// How many characters an outcome can have.
pub const LONGEST_OUTCOME: usize = 200;

/// What of a frame is not its chunk.
const HEADER: usize = 12;
const CHUNK: usize = LONGEST_FRAME - envelope::LENGTH - HEADER;

/// How options are told from a verdict: there are two or more.
const MYTH: u8 = 0;
const FACT: u8 = 1;

/// The words of an event that no pack has. At most 14,720 bytes ([`MOST_FRAMES`] chunks).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Carried {
    pub statements: Vec<CarriedStatement>,
    /// Each with its place among the event's outcomes, and up to [`LONGEST_OUTCOME`] characters on one line.
    pub outcomes: Vec<(u8, String)>,
}

/// A statement that no pack has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CarriedStatement {
    /// Its place among the event's statements.
    pub at: u8,
    /// What it says.
    pub wording: Wording,
}

/// How much of a sequence has been seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Frames seen.
    pub seen: usize,
    /// Frames there are.
    pub of: usize,
}

/// Puts the frames of one event together, in whatever order they are seen.
#[derive(Clone, Debug)]
pub struct Collector {
    event: EventTag,
    sequence: Option<Sequence>,
    whole: Option<Carried>,
}

#[derive(Clone, Debug)]
struct Sequence {
    crc: u32,
    chunks: Vec<Option<Vec<u8>>>,
}

impl Carried {
    /// The frames of its loop, in order; each is the bytes of a QR code. Texts are tidied.
    ///
    /// # Errors
    /// A [`CannotPass`] when a text, a list or all of it is too long, or a question cannot be asked.
    pub fn to_frames(&self, event: EventTag) -> Result<Vec<Vec<u8>>, CannotPass> {
        let written = self.written()?;
        let whole = written.written();
        if whole.len() > MOST_FRAMES * CHUNK {
            return Err(CannotPass::Large);
        }
        let crc = crc32(whole).to_be_bytes();
        // Frames of one size are codes of one size. There is at least one: two counts are always written.
        let size = whole.len().div_ceil(whole.len().div_ceil(CHUNK));
        let count = whole.len().div_ceil(size) as u8;
        let frames = (0..count).zip(whole.chunks(size)).map(|(at, chunk)| {
            envelope::seal(Kind::Frame, &[&event.bytes(), &[at, count][..], &crc, chunk].concat())
        });
        Ok(frames.collect())
    }

    fn written(&self) -> Result<Writer, CannotPass> {
        let mut out = Writer::default();
        out.count(self.statements.len(), "statements")?;
        for it in &self.statements {
            out.byte(it.at);
            write_wording(&mut out, &it.wording)?;
        }
        out.count(self.outcomes.len(), "outcomes")?;
        for (at, text) in &self.outcomes {
            out.byte(*at);
            out.line(text, "an outcome", LONGEST_OUTCOME)?;
        }
        Ok(out)
    }

    fn read(whole: &[u8]) -> Result<Self, Unreadable> {
        let mut read = Reader::new(whole);
        let statements =
            read.list(|read| Ok(CarriedStatement { at: read.byte()?, wording: read_wording(read)? }))?;
        let outcomes = read.list(|read| Ok((read.byte()?, read.line(LONGEST_OUTCOME)?)))?;
        read.end()?;
        Ok(Self { statements, outcomes })
    }
}

fn write_wording(out: &mut Writer, wording: &Wording) -> Result<(), CannotPass> {
    if let Some(wrong) = wording.problem() {
        return Err(wrong.into());
    }
    match &wording.answers {
        Answers::MythOrFact(Verdict::Myth) => out.byte(MYTH),
        Answers::MythOrFact(Verdict::Fact) => out.byte(FACT),
        Answers::Choice { options, right } => {
            out.bytes(&[options.len() as u8, *right as u8]);
            for option in options {
                out.line(option, "an option", Wording::LONGEST)?;
            }
        }
    }
    out.text(&wording.stem, "a question", Wording::LONGEST)?;
    out.text(&wording.why, "the reasons", Wording::LONGEST)?;
    out.line(&wording.topic, "a topic", Wording::LONGEST_TOPIC)
}

fn read_wording(read: &mut Reader<'_>) -> Result<Wording, Unreadable> {
    let answers = match read.byte()? {
        MYTH => Answers::MythOrFact(Verdict::Myth),
        FACT => Answers::MythOrFact(Verdict::Fact),
        count => {
            let right = read.byte()?.into();
            Answers::Choice {
                options: read.several(count.into(), |read| read.line(Wording::LONGEST))?,
                right,
            }
        }
    };
    let wording = Wording {
        answers,
        stem: read.text(Wording::LONGEST)?,
        why: read.text(Wording::LONGEST)?,
        topic: read.line(Wording::LONGEST_TOPIC)?,
    };
    if wording.problem().is_some() { Err(Unreadable::Impossible) } else { Ok(wording) }
}

impl Collector {
    /// Nothing has been seen of this event's sequence.
    #[must_use]
    pub const fn new(event: EventTag) -> Self {
        Self { event, sequence: None, whole: None }
    }

    /// Takes in a frame. One seen before changes nothing; one of another sequence of the event begins anew, because the
    /// organiser has changed something.
    ///
    /// # Errors
    /// An [`Unreadable`] when it is no frame of this event. After a frame that completes what cannot be, nothing has been
    /// seen.
    pub fn take(&mut self, frame: &[u8]) -> Result<Progress, Unreadable> {
        let (Kind::Frame, mut read) = envelope::open(frame)? else { return Err(Unreadable::OtherKind) };
        if read.event()? != self.event {
            return Err(Unreadable::OtherEvent);
        }
        let [at, of] = read.array()?.map(usize::from);
        let crc = u32::from_be_bytes(read.array()?);
        let chunk = read.rest();
        if at >= of || of > MOST_FRAMES || chunk.is_empty() || chunk.len() > CHUNK {
            return Err(Unreadable::Impossible);
        }
        let sequence = match &mut self.sequence {
            Some(it) if (it.crc, it.chunks.len()) == (crc, of) => it,
            other => {
                self.whole = None;
                other.insert(Sequence { crc, chunks: vec![None; of] })
            }
        };
        sequence.chunks[at].get_or_insert_with(|| chunk.to_vec());
        let progress = sequence.progress();
        if self.whole.is_none() && progress.seen == progress.of {
            let whole: Vec<u8> = sequence.chunks.iter().flatten().flatten().copied().collect();
            let read = if crc32(&whole) == crc { Carried::read(&whole) } else { Err(Unreadable::Damaged) };
            self.whole = Some(read.inspect_err(|_| self.sequence = None)?);
        }
        Ok(progress)
    }

    /// How much has been seen; none before the first frame.
    #[must_use]
    pub fn progress(&self) -> Option<Progress> {
        self.sequence.as_ref().map(Sequence::progress)
    }

    /// The words, once every frame has been seen.
    #[must_use]
    pub const fn whole(&self) -> Option<&Carried> {
        self.whole.as_ref()
    }
}

impl Sequence {
    fn progress(&self) -> Progress {
        Progress { seen: self.chunks.iter().flatten().count(), of: self.chunks.len() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const EVENT: EventTag = EventTag::from_entropy([1, 2, 3, 4, 5, 6]);

    fn statement(at: u8, stem: &str) -> CarriedStatement {
        let answers = Answers::MythOrFact(Verdict::Myth);
        CarriedStatement {
            at,
            wording: Wording { stem: stem.into(), answers, why: String::new(), topic: String::new() },
        }
    }

    fn choice(at: u8) -> CarriedStatement {
        let options = ["The police", "The duty team", "Nobody"].map(str::to_owned).to_vec();
        let wording = Wording {
            stem: "Whom do you ring first?".into(),
            answers: Answers::Choice { options, right: 1 },
            why: "They know the thresholds.\nThey are there day and night.".into(),
            topic: "Whom to ring".into(),
        };
        CarriedStatement { at, wording }
    }

    /// Three statements and an outcome: some 700 bytes.
    fn carried() -> Carried {
        let long = "A bruise on a baby who does not move about yet can be left to the next visit. ".repeat(7);
        Carried {
            statements: vec![statement(0, &long).tidied(), choice(3), statement(8, "One fact.")],
            outcomes: vec![(1, "Name whom to ring about a bruise.".into())],
        }
    }

    impl CarriedStatement {
        fn tidied(self) -> Self {
            Self { wording: self.wording.tidied(), ..self }
        }
    }

    fn frame(at: u8, of: u8, crc: u32, chunk: &[u8]) -> Vec<u8> {
        envelope::seal(Kind::Frame, &[&EVENT.bytes(), &[at, of][..], &crc.to_be_bytes(), chunk].concat())
    }

    #[test]
    fn words_arrive_whatever_the_order_and_however_often() {
        let frames = carried().to_frames(EVENT).unwrap();
        assert_eq!(frames.len(), 4);
        let mut collector = Collector::new(EVENT);
        assert_eq!(collector.progress(), None);
        for (at, seen) in [(2, 1), (0, 2), (2, 2), (3, 3), (0, 3)] {
            assert_eq!(collector.take(&frames[at]), Ok(Progress { seen, of: 4 }));
            assert_eq!(collector.whole(), None);
        }
        for at in [1, 1, 3] {
            assert_eq!(collector.take(&frames[at]), Ok(Progress { seen: 4, of: 4 }));
            assert_eq!(collector.whole(), Some(&carried()));
        }
    }

    #[test]
    fn no_words_are_one_frame() {
        let frames = Carried::default().to_frames(EVENT).unwrap();
        let mut collector = Collector::new(EVENT);
        assert_eq!(collector.take(&frames[0]), Ok(Progress { seen: 1, of: 1 }));
        assert_eq!(collector.whole(), Some(&Carried::default()));
    }

    #[test]
    fn a_frame_that_does_not_belong_is_refused_and_changes_nothing() {
        let frames = carried().to_frames(EVENT).unwrap();
        let mut collector = Collector::new(EVENT);
        collector.take(&frames[0]).unwrap();
        let other = carried().to_frames(EventTag::from_entropy([9; 6])).unwrap();
        assert_eq!(collector.take(&other[1]), Err(Unreadable::OtherEvent));
        assert_eq!(collector.take(&envelope::seal(Kind::Answers, b"")), Err(Unreadable::OtherKind));
        assert_eq!(collector.take(b"https://example.org"), Err(Unreadable::NotOurs));
        for at in 0..frames[1].len() {
            let mut damaged = frames[1].clone();
            damaged[at] ^= 1;
            let expected = if at < 2 { Unreadable::NotOurs } else { Unreadable::Damaged };
            assert_eq!(collector.take(&damaged), Err(expected));
        }
        for impossible in [
            frame(4, 4, 0, b"chunk"),
            frame(0, 0, 0, b"chunk"),
            frame(0, 65, 0, b"chunk"),
            frame(0, 4, 0, b""),
            frame(0, 4, 0, &[0; CHUNK + 1]),
        ] {
            assert_eq!(collector.take(&impossible), Err(Unreadable::Impossible));
        }
        assert_eq!(collector.progress(), Some(Progress { seen: 1, of: 4 }));
    }

    #[test]
    fn a_changed_sequence_begins_anew() {
        let mut collector = Collector::new(EVENT);
        for frame in carried().to_frames(EVENT).unwrap() {
            collector.take(&frame).unwrap();
        }
        let mut changed = carried();
        changed.outcomes[0].0 = 2;
        let frames = changed.to_frames(EVENT).unwrap();
        assert_eq!(collector.take(&frames[3]), Ok(Progress { seen: 1, of: 4 }));
        assert_eq!(collector.whole(), None);
        assert!(frames.iter().all(|frame| collector.take(frame).is_ok()));
        assert_eq!(collector.whole(), Some(&changed));
    }

    #[test]
    fn a_whole_that_is_not_what_it_should_be_is_refused_and_forgotten() {
        let mut collector = Collector::new(EVENT);
        assert_eq!(collector.take(&frame(0, 1, 0, b"chunk")), Err(Unreadable::Damaged));
        assert_eq!(collector.progress(), None);
        // A choice of the third of two options, and a statement that says nothing.
        for whole in [&b"\x01\x00\x02\x02\x01a\x01b\x01s\x00\x00\x00"[..], b"\x01\x00\x00\x00\x00\x00\x00"] {
            assert_eq!(collector.take(&frame(0, 1, crc32(whole), whole)), Err(Unreadable::Impossible));
            assert_eq!((collector.progress(), collector.whole()), (None, None));
        }
    }

    #[test]
    fn what_cannot_be_passed_is_refused_and_named() {
        let with = |statements, outcomes| Carried { statements, outcomes }.to_frames(EVENT);
        assert_eq!(
            with(vec![statement(0, " ")], vec![]),
            Err(CannotPass::Question(super::super::WhatIsWrong::NoStem))
        );
        let long = "é".repeat(LONGEST_OUTCOME + 1);
        let expected = CannotPass::Long { text: "an outcome", most: LONGEST_OUTCOME };
        assert_eq!(with(vec![], vec![(0, long)]), Err(expected));
        let large = "é".repeat(Wording::LONGEST);
        assert_eq!(with(vec![statement(0, &large); 2], vec![]), Err(CannotPass::Large));
        assert_eq!(
            with(vec![statement(0, "s"); 61], vec![]),
            Err(CannotPass::Many { things: "statements", most: 60 })
        );
    }

    #[test]
    fn no_frame_is_longer_than_a_phone_reads() {
        for length in 1..4_000 {
            let frames = Carried { statements: vec![statement(0, &"x".repeat(length))], outcomes: vec![] };
            let frames = frames.to_frames(EVENT).unwrap();
            assert!(frames.len() <= MOST_FRAMES);
            assert!(frames.iter().all(|it| it.len() <= LONGEST_FRAME));
        }
    }
}
