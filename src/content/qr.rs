//! Bytes as a QR code (ISO/IEC 18004): a square of dark and light modules, which a camera reads.
use qrcodegen::{DataTooLong, QrCode, QrCodeEcc};
use std::fmt::Write as _;

/// How wide the light border around a code must be at least, in modules.
pub const QUIET_ZONE: usize = 4;

/// How much of a code may be lost without loss. Where more of it needs no larger code, there is more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Correction {
    /// About 7 % of it: the smallest code.
    Low,
    /// About 15 % of it.
    Medium,
}

/// The modules of a code, without the border around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matrix {
    side: usize,
    /// A row after the other from the top.
    dark: Vec<bool>,
}

/// No code holds that much: it ends at 2,953 bytes with [`Correction::Low`] and at 2,331 with [`Correction::Medium`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("it is too long for a QR code. Make it shorter")]
pub struct TooLong;

impl Matrix {
    /// The smallest code of `bytes`.
    ///
    /// # Errors
    /// [`TooLong`].
    pub fn of_bytes(bytes: &[u8], correction: Correction) -> Result<Self, TooLong> {
        Ok(Self::from(&QrCode::encode_binary(bytes, correction.into())?))
    }

    /// The smallest code of `text`. Digits take less room than capitals, and those less than any other letter.
    ///
    /// # Errors
    /// [`TooLong`].
    pub fn of_text(text: &str, correction: Correction) -> Result<Self, TooLong> {
        Ok(Self::from(&QrCode::encode_text(text, correction.into())?))
    }

    /// How many modules it has in a row and in a column.
    #[must_use]
    pub const fn side(&self) -> usize {
        self.side
    }

    /// Whether a module is dark; what lies beyond the code is light.
    #[must_use]
    pub fn is_dark(&self, column: usize, row: usize) -> bool {
        column < self.side && row < self.side && self.dark[row * self.side + column]
    }

    /// The dark modules as the data of an SVG path: a unit is a module, and the quiet zone begins at `(0, 0)`.
    #[must_use]
    pub fn path(&self) -> String {
        let mut path = String::new();
        for (row, modules) in self.dark.chunks(self.side).enumerate() {
            let mut column = 0;
            for run in modules.chunk_by(PartialEq::eq) {
                if run[0] {
                    let (x, y, length) = (column + QUIET_ZONE, row + QUIET_ZONE, run.len());
                    write!(path, "M{x} {y}h{length}v1h-{length}z")
                        .expect("a string takes all that is written");
                }
                column += run.len();
            }
        }
        path
    }
}

impl From<&QrCode> for Matrix {
    fn from(code: &QrCode) -> Self {
        let places = 0..code.size();
        let dark =
            places.clone().flat_map(|row| places.clone().map(move |column| code.get_module(column, row)));
        Self { side: places.len(), dark: dark.collect() }
    }
}

impl From<Correction> for QrCodeEcc {
    fn from(correction: Correction) -> Self {
        match correction {
            Correction::Low => Self::Low,
            Correction::Medium => Self::Medium,
        }
    }
}

impl From<DataTooLong> for TooLong {
    fn from(_: DataTooLong) -> Self {
        Self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_too_long_is_refused() {
        for (correction, most) in [(Correction::Low, 2_953), (Correction::Medium, 2_331)] {
            assert_eq!(Matrix::of_bytes(&vec![0; most], correction).unwrap().side(), 177);
            assert_eq!(Matrix::of_bytes(&vec![0; most + 1], correction), Err(TooLong));
        }
    }

    #[test]
    fn capitals_and_digits_take_less_room() {
        let side = |text: &str| Matrix::of_text(text, Correction::Low).unwrap().side();
        assert!(side(&"A1".repeat(60)) < side(&"a1".repeat(60)));
        assert!(side(&"11".repeat(60)) < side(&"A1".repeat(60)));
    }

    #[test]
    fn the_path_covers_the_dark_modules_and_nothing_else() {
        let code = Matrix::of_bytes(b"Second Look", Correction::Medium).unwrap();
        let mut drawn = vec![];
        for run in code.path().split('M').skip(1) {
            let (x, rest) = run.split_once(' ').unwrap();
            let (y, rest) = rest.split_once('h').unwrap();
            let (length, _) = rest.split_once('v').unwrap();
            let [x, y, length] = [x, y, length].map(|it| it.parse::<usize>().unwrap());
            drawn.extend((x..x + length).map(|x| (x - QUIET_ZONE, y - QUIET_ZONE)));
        }
        let places = (0..code.side()).flat_map(|y| (0..code.side()).map(move |x| (x, y)));
        assert!(places.filter(|(x, y)| code.is_dark(*x, *y)).eq(drawn));
        assert!(!code.is_dark(code.side(), 0) && !code.is_dark(0, code.side()));
    }
}
