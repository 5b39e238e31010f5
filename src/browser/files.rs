//! Files: handed to the person, and read from where they choose.
use super::{page, window};
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, BlobPropertyBag, Event, File, HtmlAnchorElement, HtmlInputElement, Url};

/// How long a browser may take to fetch what it is offered, in milliseconds.
const FETCHED_WITHIN: u32 = 60_000;

/// Offers `text` as a file to keep; false where the browser does not let it.
#[must_use]
pub fn offer(name: &str, kind: &str, text: &str) -> bool {
    try_offer(name, kind, &text.into()).is_ok()
}

/// Offers `bytes` as a file to keep; false where the browser does not let it.
#[must_use]
pub fn offer_bytes(name: &str, kind: &str, bytes: &[u8]) -> bool {
    try_offer(name, kind, &Uint8Array::from(bytes)).is_ok()
}

/// `content` is a text, or bytes.
fn try_offer(name: &str, kind: &str, content: &JsValue) -> Result<(), JsValue> {
    let properties = BlobPropertyBag::new();
    properties.set_type(kind);
    // Of parts of either kind, whatever the name says.
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(content), &properties)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let document = window().document().ok_or(JsValue::NULL)?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    spawn_local(async move {
        page::pause(FETCHED_WITHIN).await;
        drop(Url::revoke_object_url(&address));
    });
    Ok(())
}

/// The text of the file chosen in the input that `event` comes from: none where nothing was chosen, an error where it
/// cannot be read or has more than `most` bytes. The same file can then be chosen again.
pub async fn chosen(event: Event, most: u32) -> Option<Result<String, NotTaken>> {
    let file = chosen_file(&event)?;
    if file.size() > f64::from(most) {
        return Some(Err(NotTaken::TooLarge));
    }
    let text = JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string());
    Some(text.ok_or(NotTaken::Unreadable(Unreadable)))
}

/// A file that was chosen: what it is called, and what is in it.
pub struct Chosen {
    pub name: String,
    pub bytes: Vec<u8>,
}

/// The file chosen in the input that `event` comes from, in the same way.
pub async fn chosen_bytes(event: Event) -> Option<Result<Chosen, Unreadable>> {
    let file = chosen_file(&event)?;
    let bytes = JsFuture::from(file.array_buffer()).await.ok();
    let bytes = bytes.map(|buffer| Uint8Array::new(&buffer).to_vec());
    Some(bytes.map(|bytes| Chosen { name: file.name(), bytes }).ok_or(Unreadable))
}

pub(super) fn chosen_file(event: &Event) -> Option<File> {
    let input: HtmlInputElement = event.target()?.dyn_into().ok()?;
    let file = input.files()?.get(0)?;
    input.set_value("");
    Some(file)
}

/// A file of text was not taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotTaken {
    #[error("it is larger than a megabyte. Shorten its texts")]
    TooLarge,
    #[error(transparent)]
    Unreadable(Unreadable),
}

/// The browser could not read a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the file could not be read. Choose it again, or another copy of it")]
pub struct Unreadable;
