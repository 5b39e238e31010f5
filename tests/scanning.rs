//! QR codes made, shown to a camera and read: what was put in comes out, and no picture stops the reader.
#![cfg(feature = "worker")]
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise, in its helpers too")]

mod filming;

use filming::{Chance, View, picture};
use proptest::prelude::*;
use second_look::{
    content::qr::{Correction, Matrix},
    worker::{Frame, Outcome, perform, scan},
};

fn code(payload: &[u8]) -> Matrix {
    Matrix::of_bytes(payload, Correction::Medium).unwrap()
}

fn read(pixels: &[u8], view: &View) -> Vec<Vec<u8>> {
    scan(&Frame::new(view.width, view.height, pixels).unwrap())
}

#[test]
fn what_a_straight_code_says_is_read() {
    for length in (20..=300).step_by(40) {
        let payload = Chance::new(length).bytes(length as usize);
        let seen = picture(&code(&payload), &View::STRAIGHT);
        assert_eq!(read(&seen, &View::STRAIGHT), [payload], "{length} bytes");
    }
}

#[test]
fn a_code_held_by_hand_is_read_within_a_second() {
    let (mut pictures, mut told) = (0, 0);
    for length in (20..=300).step_by(20) {
        let payload = Chance::new(length).bytes(length as usize);
        let code = code(&payload);
        let tries: Vec<_> = (0..5)
            .map(|shake| {
                let view = View::by_hand(length * 100 + shake);
                read(&picture(&code, &view), &view) == [payload.clone()]
            })
            .collect();
        pictures += tries.len();
        told += tries.iter().filter(|it| **it).count();
        assert!(tries.contains(&true), "{length} bytes were never read");
    }
    assert!(told * 10 >= pictures * 9, "only {told} of {pictures} pictures were read");
}

#[test]
fn a_reflection_and_a_shadow_are_seen_through() {
    let payload = Chance::new(7).bytes(60);
    let view = View { glare: 150.0, shadow: 0.75, noise: 6.0, roll: 40.0, ..View::STRAIGHT };
    assert_eq!(read(&picture(&code(&payload), &view), &view), [payload]);
}

#[test]
fn several_codes_in_one_picture_are_all_read() {
    let payloads = [b"the first phone".to_vec(), b"the second phone".to_vec()];
    let view = View { width: 400, ..View::STRAIGHT };
    let [left, right] = payloads.each_ref().map(|payload| picture(&code(payload), &view));
    let both: Vec<_> = left
        .chunks(view.width)
        .zip(right.chunks(view.width))
        .flat_map(|(left, right)| [left, right].concat())
        .collect();
    let mut told = read(&both, &View { width: 800, ..view });
    told.sort();
    assert_eq!(told, payloads);
}

#[test]
fn the_worker_answers_a_picture_with_its_codes() {
    let view = View::STRAIGHT;
    let seen = picture(&code(b"an answer"), &view);
    let frame = Frame::new(view.width, view.height, &seen).unwrap();
    assert!(Outcome::decode(&perform(&frame.encode())) == Outcome::Codes(vec![b"an answer".to_vec()]));
}

/// Whatever is laid over a code: rectangles of one shade, or of noise.
fn spoiled(payload: &[u8], view: &View, patches: &[(usize, usize, usize, usize, u8)]) -> Vec<u8> {
    let mut pixels = picture(&code(payload), view);
    let mut chance = Chance::new(view.seed);
    for &(left, top, width, height, shade) in patches {
        for y in top..(top + height).min(view.height) {
            for x in left..(left + width).min(view.width) {
                pixels[y * view.width + x] = if shade == 0 { (chance.next() * 256.0) as u8 } else { shade };
            }
        }
    }
    pixels
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, ..ProptestConfig::default() })]

    #[test]
    fn no_picture_stops_the_reader(width in 1_usize..80, height in 1_usize..80, seed: u64, levels in 2_u8..=255) {
        let mut pixels = Chance::new(seed).bytes(width * height);
        for pixel in &mut pixels {
            *pixel = *pixel % levels * (255 / (levels - 1));
        }
        drop(scan(&Frame::new(width, height, &pixels).unwrap()));
    }

    #[test]
    fn no_message_stops_the_worker(sent: Vec<u8>, side in 0_u16..40, pixels: Vec<u8>) {
        let message = [&[5, 2, 0, 0, 0][..], &side.to_le_bytes(), &(pixels.len() as u32).to_le_bytes(), &pixels].concat();
        drop(perform(&message));
        // A task may ask for much work, and is tried elsewhere.
        if sent.first() == Some(&5) {
            drop(perform(&sent));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn a_spoiled_code_is_read_rightly_or_not_at_all(
        payload in proptest::collection::vec(any::<u8>(), 1..120),
        seed: u64,
        (roll, pitch, yaw) in (-180.0..180.0, -75.0..75.0, -75.0..75.0),
        patches in proptest::collection::vec((0_usize..200, 0_usize..150, 1_usize..60, 1_usize..60, any::<u8>()), 0..6),
    ) {
        let view = View { width: 200, height: 150, size: 0.95, roll, pitch, yaw, seed, ..View::STRAIGHT };
        for told in read(&spoiled(&payload, &view, &patches), &view) {
            prop_assert_eq!(&told, &payload);
        }
    }
}
