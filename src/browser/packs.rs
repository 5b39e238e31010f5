//! Packs: those that came with the app, from its own folder, and one that the person added, from Cache Storage.
use super::{page, window};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Cache, CacheStorage, Response};

/// Kept apart from the app's own files, which go with every update.
const SHELF: &str = "packs added to second-look";
const ADDED: &str = "packs/added.json";
/// Nothing is kept under the address of a file; this one is nobody's.
const ADDED_TO_ONE_FILE: &str = "https://second-look.invalid/packs/added.json";

/// The text of a file of a shipped pack: `pack`, or the name of a part.
///
/// # Errors
/// What happened and what to do, where the file cannot be had.
pub async fn fetch(pack: &str, file: &str) -> Result<String, String> {
    let address = format!("packs/{pack}/{file}.json");
    let found = JsFuture::from(window().fetch_with_str(&address)).await;
    let missing = match page::is_one_file() {
        true => "this copy of the app is damaged. Copy the file again",
        false => "its file could not be fetched. Open the app once with a connection",
    };
    text_of(found).await.ok_or_else(|| missing.to_owned())
}

/// The text of the pack that the person added, if there is one.
pub async fn added() -> Option<String> {
    text_of(JsFuture::from(shelf().await.ok()?.match_with_str(added_at())).await).await
}

/// Keeps `text` as the pack that the person added, in place of the one before; false where that cannot be done.
pub async fn add(text: &str) -> bool {
    let put = async {
        let response = Response::new_with_opt_str(Some(text))?;
        JsFuture::from(shelf().await?.put_with_str(added_at(), &response)).await
    };
    put.await.is_ok()
}

/// Takes the pack that the person added off the device.
pub async fn remove_added() {
    if let Ok(shelf) = shelf().await {
        drop(JsFuture::from(shelf.delete_with_str(added_at())).await);
    }
}

fn added_at() -> &'static str {
    if page::is_one_file() { ADDED_TO_ONE_FILE } else { ADDED }
}

async fn shelf() -> Result<Cache, JsValue> {
    let caches: CacheStorage = window().caches()?;
    JsFuture::from(caches.open(SHELF)).await?.dyn_into()
}

async fn text_of(answer: Result<JsValue, JsValue>) -> Option<String> {
    let response: Response = answer.ok()?.dyn_into().ok()?;
    if !response.ok() {
        return None;
    }
    JsFuture::from(response.text().ok()?).await.ok()?.as_string()
}
