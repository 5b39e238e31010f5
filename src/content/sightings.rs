//! What has just come into a camera's sight: each code once, until it has left.
use std::mem;

/// After how many pictures without it a code has left. In fewer it may have been blurred.
const GONE_AFTER: u32 = 10;

/// The codes in sight.
#[derive(Default)]
pub struct Sightings(Vec<Sighting>);

struct Sighting {
    code: Vec<u8>,
    /// In how many pictures since it was last read.
    missed: u32,
}

impl Sightings {
    /// Those of `codes`, which the next picture shows, that have just come into sight.
    pub fn next(&mut self, codes: Vec<Vec<u8>>) -> Vec<Vec<u8>> {
        let before = mem::take(&mut self.0);
        let new = codes.iter().filter(|code| !before.iter().any(|it| it.code == **code)).cloned().collect();
        self.0 = before
            .into_iter()
            .filter(|it| it.missed + 1 < GONE_AFTER && !codes.contains(&it.code))
            .map(|it| Sighting { missed: it.missed + 1, ..it })
            .collect();
        self.0.extend(codes.into_iter().map(|code| Sighting { code, missed: 0 }));
        new
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(sightings: &mut Sightings, codes: &[&str]) -> Vec<String> {
        let new = sightings.next(codes.iter().map(|code| code.as_bytes().to_vec()).collect());
        new.into_iter().map(|code| String::from_utf8(code).unwrap()).collect()
    }

    #[test]
    fn a_code_is_new_once_while_it_is_in_sight() {
        let mut sightings = Sightings::default();
        assert_eq!(seen(&mut sightings, &["one"]), ["one"]);
        assert_eq!(seen(&mut sightings, &["two", "one"]), ["two"]);
        for _ in 0..100 {
            assert!(seen(&mut sightings, &["one", "two"]).is_empty());
        }
    }

    #[test]
    fn a_blurred_moment_is_no_leaving() {
        let mut sightings = Sightings::default();
        seen(&mut sightings, &["one"]);
        for _ in 1..GONE_AFTER {
            assert!(seen(&mut sightings, &[]).is_empty());
        }
        assert!(seen(&mut sightings, &["one"]).is_empty());
    }

    #[test]
    fn one_that_left_and_came_back_is_new_again() {
        let mut sightings = Sightings::default();
        seen(&mut sightings, &["one"]);
        for _ in 0..GONE_AFTER {
            seen(&mut sightings, &["two"]);
        }
        assert_eq!(seen(&mut sightings, &["one"]), ["one"]);
    }
}
