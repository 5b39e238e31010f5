//! Ages that many people share, to be said in place of an exact one.

/// Bands that many people share, each by the month in which it ends.
const BANDS: [(u32, &str, &str, &str); 12] = [
    (12, "under one", "baby", "baby"),
    (36, "a toddler", "toddler", "toddler"),
    (60, "of pre-school age", "pre-school", "pre-school child"),
    (132, "of primary school age", "primary-school-age", "primary-school-age child"),
    (180, "in their early teens", "young teenage", "young teenager"),
    (216, "in their late teens", "older teenage", "older teenager"),
    (300, "a young adult", "young adult", "young adult"),
    (360, "in their twenties", "adult", "adult"),
    (480, "in their thirties", "adult", "adult"),
    (600, "in their forties", "adult", "adult"),
    (720, "in their fifties", "adult", "adult"),
    (u32::MAX, "an older adult", "older adult", "older adult"),
];

fn band_of(months: u32) -> &'static (u32, &'static str, &'static str, &'static str) {
    BANDS.iter().find(|band| months < band.0).unwrap_or(&BANDS[BANDS.len() - 1])
}

/// The band as it follows a person: "a toddler", "in their early teens".
pub fn band(months: u32) -> &'static str {
    band_of(months).1
}

/// The band as it stands before or for a person: "teenage" boy, or a "teenager".
pub fn band_before(months: u32, noun: bool) -> String {
    let band = band_of(months);
    if noun { band.3 } else { band.2 }.to_owned()
}
