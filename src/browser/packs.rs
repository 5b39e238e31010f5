//! Fetches the packs that came with the app, from the app's own folder.
use super::window;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

/// The text of a file of a shipped pack: `pack`, or the name of a part.
///
/// # Errors
/// What happened and what to do, where the file cannot be had.
pub async fn fetch(pack: &str, file: &str) -> Result<String, String> {
    let missing = || "its file could not be fetched. Open the app once with a connection".to_owned();
    let address = format!("packs/{pack}/{file}.json");
    let response = JsFuture::from(window().fetch_with_str(&address)).await.map_err(|_| missing())?;
    let response: Response = response.dyn_into().map_err(|_| missing())?;
    if !response.ok() {
        return Err(missing());
    }
    let text = response.text().map_err(|_| missing())?;
    JsFuture::from(text).await.ok().and_then(|text| text.as_string()).ok_or_else(missing)
}
