//! A phone that shows a QR code, as a camera sees it: turned, tilted, out of focus, with a reflection, a shadow and noise.
#![allow(dead_code, reason = "each test uses some of these")]

use second_look::content::qr::{Matrix, QUIET_ZONE};

/// How the camera sees it.
#[derive(Clone, Copy, Debug)]
pub struct View {
    /// The picture's, in pixels.
    pub width: usize,
    pub height: usize,
    /// How much of the height the code takes with its border.
    pub size: f64,
    /// Degrees: as a wheel turns, as a nodding head, as a shaking one.
    pub roll: f64,
    pub pitch: f64,
    pub yaw: f64,
    /// How far a point is spread: the standard deviation, in pixels.
    pub blur: f64,
    /// How much light the middle of a reflection adds, in shades of grey.
    pub glare: f64,
    /// How much of the light is missing at the darkest side.
    pub shadow: f64,
    /// The standard deviation, in shades of grey.
    pub noise: f64,
    /// What else is by chance: the noise, and where the reflection is.
    pub seed: u64,
}

impl View {
    /// Held still, straight and in good light.
    pub const STRAIGHT: Self = Self {
        width: 640,
        height: 480,
        size: 0.75,
        roll: 0.0,
        pitch: 0.0,
        yaw: 0.0,
        blur: 0.6,
        glare: 0.0,
        shadow: 0.0,
        noise: 0.0,
        seed: 1,
    };

    /// As people hold phones before a camera in a room with lamps; any two seeds differ.
    pub fn by_hand(seed: u64) -> Self {
        let mut chance = Chance::new(seed);
        let mut between = |low: f64, high: f64| low + (high - low) * chance.next();
        Self {
            size: between(0.6, 0.85),
            roll: between(-25.0, 25.0),
            pitch: between(-18.0, 18.0),
            yaw: between(-18.0, 18.0),
            blur: between(0.5, 1.1),
            glare: between(0.0, 90.0),
            shadow: between(0.0, 0.4),
            noise: between(0.0, 8.0),
            seed,
            ..Self::STRAIGHT
        }
    }
}

/// The picture in shades of grey, a row after the other from the top.
pub fn picture(code: &Matrix, view: &View) -> Vec<u8> {
    let mut chance = Chance::new(view.seed);
    let mut light = projected(code, view);
    blur(&mut light, view.width, view.blur);
    let (width, height) = (view.width as f64, view.height as f64);
    let radius = view.size * height * 0.12;
    let spot = |middle: f64, chance: &mut Chance| middle + (chance.next() - 0.5) * view.size * height * 0.6;
    let (spot_x, spot_y) = (spot(width / 2.0, &mut chance), spot(height / 2.0, &mut chance));
    let shades = light.iter().enumerate().map(|(at, light)| {
        let (x, y) = ((at % view.width) as f64, (at / view.width) as f64);
        let away = ((x - spot_x).powi(2) + (y - spot_y).powi(2)) / radius.powi(2);
        let glare = if away < 9.0 { view.glare * (-away).exp() } else { 0.0 };
        let lit = light * (1.0 - view.shadow * x / width) + glare;
        (lit + view.noise * chance.normal()).clamp(0.0, 255.0) as u8
    });
    shades.collect()
}

/// What each pixel's middle shows: a pinhole camera before a phone, which lies in a plane.
fn projected(code: &Matrix, view: &View) -> Vec<f64> {
    let half = (code.side() + 2 * QUIET_ZONE) as f64 / 2.0;
    let focal = 1.2 * view.width as f64;
    let distance = 2.0 * half * focal / (view.size * view.height as f64);
    let [across, down, normal] = axes(view);
    let along = |axis: [f64; 3], ray: [f64; 3]| axis[0] * ray[0] + axis[1] * ray[1] + axis[2] * ray[2];
    let mut light = Vec::with_capacity(view.width * view.height);
    for y in 0..view.height {
        for x in 0..view.width {
            let ray = [
                (x as f64 - view.width as f64 / 2.0) / focal,
                (y as f64 - view.height as f64 / 2.0) / focal,
                1.0,
            ];
            let far = normal[2] * distance / along(normal, ray);
            let x = far * along(across, ray) - across[2] * distance;
            let y = far * along(down, ray) - down[2] * distance;
            light.push(shown(code, half, x, y));
        }
    }
    light
}

/// How light the place is that lies so many modules right of and below the code's middle.
fn shown(code: &Matrix, half: f64, x: f64, y: f64) -> f64 {
    if x.abs() < half && y.abs() < half {
        let module = |place: f64| ((place + half) as usize).wrapping_sub(QUIET_ZONE);
        if code.is_dark(module(x), module(y)) { 35.0 } else { 215.0 }
    } else if x.abs() < half * 1.1 && y.abs() < half * 1.8 {
        20.0
    } else {
        110.0 + 40.0 * (x / 7.0).sin() * (y / 5.0).cos()
    }
}

/// The phone's directions as the camera sees them: to its right, down, and away.
fn axes(view: &View) -> [[f64; 3]; 3] {
    let [(rs, rc), (ps, pc), (ys, yc)] =
        [view.roll, view.pitch, view.yaw].map(|degrees| degrees.to_radians().sin_cos());
    let turned = |[x, y, z]: [f64; 3]| {
        let (x, y) = (x * rc - y * rs, x * rs + y * rc);
        let (y, z) = (y * pc - z * ps, y * ps + z * pc);
        [x * yc + z * ys, y, z * yc - x * ys]
    };
    [turned([1.0, 0.0, 0.0]), turned([0.0, 1.0, 0.0]), turned([0.0, 0.0, 1.0])]
}

/// Gauss's blur, along the rows and then along the columns.
fn blur(light: &mut Vec<f64>, width: usize, deviation: f64) {
    let reach = (2.5 * deviation).ceil() as usize;
    let weights: Vec<_> =
        (0..=2 * reach).map(|at| (-((at as f64 - reach as f64) / deviation).powi(2) / 2.0).exp()).collect();
    let whole: f64 = weights.iter().sum();
    for (step, length) in [(1, width), (width, light.len() / width)] {
        let blurred = (0..light.len()).map(|at| {
            let place = at / step % length;
            let start = at - place * step;
            let sum: f64 = weights
                .iter()
                .enumerate()
                .map(|(n, weight)| {
                    let other = (place + n).saturating_sub(reach).min(length - 1);
                    weight * light[start + other * step]
                })
                .sum();
            sum / whole
        });
        *light = blurred.collect();
    }
}

/// Numbers that look like chance and are the same every time.
pub struct Chance(u64);

impl Chance {
    pub const fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    /// From 0 to 1.
    pub fn next(&mut self) -> f64 {
        // Marsaglia's xorshift.
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// About normal, with a deviation of 1.
    fn normal(&mut self) -> f64 {
        (self.next() + self.next() + self.next() - 1.5) * 2.0
    }

    pub fn bytes(&mut self, many: usize) -> Vec<u8> {
        (0..many).map(|_| (self.next() * 256.0) as u8).collect()
    }
}
