//! Reads the QR codes in a picture.
use super::Frame;
use quircs::Quirc;

/// A pixel is dark where it is darker than this many hundredths of what lies around it.
const DARK: u32 = 85;

/// What the codes in `frame` say, each once: at most eight. It never fails; what cannot be read is not there.
#[must_use]
pub fn scan(frame: &Frame<'_>) -> Vec<Vec<u8>> {
    let mut codes = read(frame, frame.pixels());
    for code in read(frame, &evenly_lit(frame)) {
        if !codes.contains(&code) {
            codes.push(code);
        }
    }
    codes
}

fn read(frame: &Frame<'_>, pixels: &[u8]) -> Vec<Vec<u8>> {
    let mut reader = Quirc::default();
    let found = reader.identify(frame.width(), frame.height(), pixels);
    found.flatten().filter_map(|code| code.decode().ok()).map(|data| data.payload).collect()
}

/// The picture in black and white, each pixel by the mean of what lies around it: the reader goes by one threshold for all,
/// which a shadow or a reflection defeats. See D. Bradley and G. Roth, "Adaptive thresholding using the integral image", 2007.
fn evenly_lit(frame: &Frame<'_>) -> Vec<u8> {
    let (width, height) = (frame.width(), frame.height());
    let reach = width.min(height) / 8;
    let row = |row: usize| &frame.pixels()[row * width..][..width];
    let around = |at: usize, end: usize| at.saturating_sub(reach)..(at + reach + 1).min(end);
    let mut lit = Vec::with_capacity(width * height);
    // How light each column is within reach of the row.
    let mut columns = vec![0_u32; width];
    let mut summed = 0..0;
    // The same from the first column up to each.
    let mut sums = vec![0_u32; width + 1];
    for y in 0..height {
        let rows = around(y, height);
        for added in summed.end..rows.end {
            columns.iter_mut().zip(row(added)).for_each(|(sum, pixel)| *sum += u32::from(*pixel));
        }
        for left in summed.start..rows.start {
            columns.iter_mut().zip(row(left)).for_each(|(sum, pixel)| *sum -= u32::from(*pixel));
        }
        for (x, column) in columns.iter().enumerate() {
            sums[x + 1] = sums[x] + column;
        }
        for (x, pixel) in row(y).iter().enumerate() {
            let across = around(x, width);
            let mean = (sums[across.end] - sums[across.start]) / (across.len() * rows.len()) as u32;
            lit.push(if u32::from(*pixel) * 100 < mean * DARK { 0 } else { 255 });
        }
        summed = rows;
    }
    lit
}
