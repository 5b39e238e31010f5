//! The camera, and photos: pictures in shades of grey, to read codes in.
use super::{
    Listener, error_name,
    files::{self, Unreadable},
    page, property, window,
};
use crate::worker::Frame;
use js_sys::{JSON, Promise};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    CanvasRenderingContext2d, Event, HtmlCanvasElement, HtmlVideoElement, ImageBitmap, MediaDevices,
    MediaStream, MediaStreamTrack,
};

/// What is asked for: the camera at the back of a phone, and pixels enough for a code of 300 bytes a hand's breadth away.
const WANTED: &str =
    r#"{"video":{"facingMode":"environment","width":{"ideal":1280},"height":{"ideal":720}}}"#;

/// The longer side of a picture from the camera, in pixels: what a code needs and a slow phone reads many times a second.
const LIVE: f64 = 1280.0;

/// The element that shows what a camera sees.
pub type Video = HtmlVideoElement;

/// Why there is no picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CameraError {
    #[error("the camera was not allowed")]
    Refused,
    #[error("this device has no camera")]
    Absent,
    #[error("another app or tab is using the camera")]
    InUse,
    #[error("this browser gives no camera to this page")]
    Unavailable,
}

/// A picture in shades of grey.
pub struct Picture {
    width: usize,
    height: usize,
    pixels: Vec<u8>,
}

impl Picture {
    /// As the worker takes it.
    ///
    /// # Panics
    /// Never: a picture is drawn as small as a frame may be.
    #[must_use]
    pub fn frame(&self) -> Frame<'_> {
        Frame::new(self.width, self.height, &self.pixels)
            .expect("a picture is no larger than the largest frame")
    }
}

/// A camera that films; it stops when this is dropped, when the page goes out of sight, and when it is hidden.
pub struct Camera {
    stream: MediaStream,
    video: Video,
    canvas: Canvas,
    _stops: [Listener; 2],
}

impl Camera {
    /// Asks for the camera and shows in `video` what it sees.
    ///
    /// # Errors
    /// A [`CameraError`].
    pub async fn open(video: Video) -> Result<Self, CameraError> {
        // Where the page's address is not a secure one, there is none.
        let devices: MediaDevices =
            property(&window().navigator(), "mediaDevices").ok_or(CameraError::Unavailable)?;
        let wanted = JSON::parse(WANTED).expect("it is JSON");
        let asked = devices.get_user_media_with_constraints(wanted.unchecked_ref());
        let stream: MediaStream =
            settled(asked).await.map_err(|error| CameraError::of(&error))?.unchecked_into();
        let Some(canvas) = Canvas::new() else {
            stop(&stream);
            return Err(CameraError::Unavailable);
        };
        let ends = |target: &web_sys::EventTarget, event, when: fn() -> bool| {
            let stream = stream.clone();
            Listener::new(target, event, move || {
                if when() {
                    stop(&stream);
                }
            })
        };
        let stops = [
            ends(&page::document(), "visibilitychange", page::is_hidden),
            ends(&window(), "page-hidden", || true),
        ];
        video.set_muted(true);
        video.set_src_object(Some(&stream));
        let camera = Self { stream, video, canvas, _stops: stops };
        if page::is_hidden() {
            stop(&camera.stream);
        }
        settled(camera.video.play()).await.map_err(|error| CameraError::of(&error))?;
        Ok(camera)
    }

    /// Whether it still films.
    #[must_use]
    pub fn is_filming(&self) -> bool {
        self.stream.active()
    }

    /// What it sees now; none where nothing has come yet.
    #[must_use]
    pub fn picture(&self) -> Option<Picture> {
        let (width, height) = (self.video.video_width(), self.video.video_height());
        self.canvas.picture(width, height, LIVE, |context, width, height| {
            context.draw_image_with_html_video_element_and_dw_and_dh(&self.video, 0.0, 0.0, width, height)
        })
    }
}

impl Drop for Camera {
    fn drop(&mut self) {
        stop(&self.stream);
        self.video.set_src_object(None);
    }
}

/// The photo chosen in the input that `event` comes from: none where nothing was chosen.
pub async fn photo(event: Event) -> Option<Result<Picture, Unreadable>> {
    let file = files::chosen_file(&event)?;
    let decoded = settled(window().create_image_bitmap_with_blob(&file)).await;
    let picture = decoded.ok().and_then(|bitmap| {
        let bitmap: ImageBitmap = bitmap.unchecked_into();
        Canvas::new()?.picture(
            bitmap.width(),
            bitmap.height(),
            Frame::LARGEST as f64,
            |context, width, height| {
                context.draw_image_with_image_bitmap_and_dw_and_dh(&bitmap, 0.0, 0.0, width, height)
            },
        )
    });
    Some(picture.ok_or(Unreadable))
}

impl CameraError {
    fn of(error: &JsValue) -> Self {
        match error_name(error).as_str() {
            "NotAllowedError" => Self::Refused,
            "NotFoundError" | "OverconstrainedError" => Self::Absent,
            "NotReadableError" | "AbortError" => Self::InUse,
            _ => Self::Unavailable,
        }
    }
}

/// A canvas that is on no page.
struct Canvas {
    element: HtmlCanvasElement,
    context: CanvasRenderingContext2d,
}

impl Canvas {
    fn new() -> Option<Self> {
        let element: HtmlCanvasElement = page::document().create_element("canvas").ok()?.unchecked_into();
        let options = JSON::parse(r#"{"alpha":false,"willReadFrequently":true}"#).expect("it is JSON");
        let context = element.get_context_with_context_options("2d", &options).ok()??;
        Some(Self { element, context: context.unchecked_into() })
    }

    /// What `draw` draws of something so wide and high, with its longer side at most `longest`; none where there is nothing.
    fn picture(
        &self,
        width: u32,
        height: u32,
        longest: f64,
        draw: impl Fn(&CanvasRenderingContext2d, f64, f64) -> Result<(), JsValue>,
    ) -> Option<Picture> {
        let scale = (longest / f64::from(width.max(height))).min(1.0);
        let [width, height] = [width, height].map(|side| (f64::from(side) * scale) as u32);
        if width == 0 || height == 0 {
            return None;
        }
        // A canvas that is sized anew is emptied, and costs as much as a picture.
        if (self.element.width(), self.element.height()) != (width, height) {
            self.element.set_width(width);
            self.element.set_height(height);
        }
        let (wide, high) = (f64::from(width), f64::from(height));
        draw(&self.context, wide, high).ok()?;
        let colours = self.context.get_image_data(0.0, 0.0, wide, high).ok()?.data();
        Some(Picture { width: width as usize, height: height as usize, pixels: grey(&colours) })
    }
}

/// How light each pixel is, of red, green, blue and opacity, by ITU-R BT.601 in 256ths.
fn grey(colours: &[u8]) -> Vec<u8> {
    let light = |it: &[u8; 4]| (77 * u32::from(it[0]) + 150 * u32::from(it[1]) + 29 * u32::from(it[2])) >> 8;
    colours.as_chunks().0.iter().map(|pixel| light(pixel) as u8).collect()
}

async fn settled(asked: Result<Promise, JsValue>) -> Result<JsValue, JsValue> {
    JsFuture::from(asked?).await
}

fn stop(stream: &MediaStream) {
    for track in stream.get_tracks() {
        track.unchecked_into::<MediaStreamTrack>().stop();
    }
}
