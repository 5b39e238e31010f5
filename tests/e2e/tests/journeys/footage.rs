//! Films for a camera that Chromium makes up: phones, one after another, each showing a code.
use crate::filming::{View, picture};
use second_look::content::qr::{Correction, Matrix};
use std::{
    fs::File,
    io::{self, BufWriter, Write},
    path::Path,
};

/// How codes come before the camera.
#[derive(Clone, Copy)]
pub struct Pace {
    /// Pictures a second.
    pub rate: usize,
    /// Pictures of each code.
    pub held: usize,
}

impl Pace {
    /// Each for about a second: what a hand's shaking and a file's size leave room for (2.3 MB for each code).
    pub const BY_HAND: Self = Self { rate: 5, held: 5 };
}

/// Writes into `file` a film in which each code is held before the camera for a while. Chromium plays it over and over.
///
/// # Errors
/// The disk's.
///
/// # Panics
/// If a code says more than one can hold.
pub fn write(file: &Path, codes: &[Vec<u8>], pace: Pace) -> io::Result<()> {
    let mut film = BufWriter::new(File::create(file)?);
    let View { width, height, .. } = View::STRAIGHT;
    // YUV4MPEG2: a header, then pictures of light and, at half the size, of two colours, which are none here.
    writeln!(film, "YUV4MPEG2 W{width} H{height} F{}:1 Ip A1:1 C420jpeg", pace.rate)?;
    let colourless = vec![128; width * height / 2];
    for (at, code) in codes.iter().enumerate() {
        let code = Matrix::of_bytes(code, Correction::Medium).expect("a code holds it");
        for shake in 0..pace.held {
            film.write_all(b"FRAME\n")?;
            film.write_all(&picture(&code, &View::by_hand((at * pace.held + shake) as u64)))?;
            film.write_all(&colourless)?;
        }
    }
    film.flush()
}
