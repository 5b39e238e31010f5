//! Reads aloud with the voices of the device alone: a voice that lives elsewhere would be sent the text.
use super::{page, property, window};
use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use web_sys::{Event, SpeechSynthesis, SpeechSynthesisUtterance, SpeechSynthesisVoice};

/// How long a browser may take to tell its voices, in tenths of a second.
const VOICES_WITHIN: u32 = 15;

/// How reading aloud stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Speech {
    /// Nothing is read.
    Silent,
    /// Something is.
    Speaking,
    /// This browser cannot.
    Absent,
    /// It has no English voice of its own.
    NoVoice,
    /// The voice broke off.
    Failed,
}

/// Reads `texts` aloud, one after the other, and says how that stands. It ends when they are handed to the voice, or
/// when that is not `wanted` any more.
pub async fn speak(texts: Vec<String>, wanted: impl Fn() -> bool, told: impl Fn(Speech) + Clone + 'static) {
    let Some(synthesis) = synthesis() else { return told(Speech::Absent) };
    let Some(voice) = voice(&synthesis).await else { return told(Speech::NoVoice) };
    // The person may have stopped it, or left the page, while the voices were asked for.
    if !wanted() {
        return;
    }
    synthesis.cancel();
    let last = texts.len().saturating_sub(1);
    for (at, text) in texts.iter().enumerate() {
        // A paragraph each: some browsers break off a long one.
        let Ok(utterance) = SpeechSynthesisUtterance::new_with_text(text) else {
            return told(Speech::Absent);
        };
        utterance.set_voice(Some(&voice));
        utterance.set_lang(&voice.lang());
        let failed = told.clone();
        once_on(&utterance, "error", move |event| {
            let why = property::<js_sys::JsString>(&event, "error").map(String::from);
            // Being stopped is no fault.
            if !matches!(why.as_deref(), Some("canceled" | "interrupted")) {
                failed(Speech::Failed);
            }
        });
        if at == last {
            let ended = told.clone();
            once_on(&utterance, "end", move |_| ended(Speech::Silent));
        }
        synthesis.speak(&utterance);
    }
}

/// Stops reading.
pub fn stop() {
    if let Some(synthesis) = synthesis() {
        synthesis.cancel();
    }
}

fn synthesis() -> Option<SpeechSynthesis> {
    // Asked for by name: a browser without it has no such property.
    let has = |name: &str| Reflect::get(&window(), &name.into()).ok().filter(JsValue::is_truthy);
    has("SpeechSynthesisUtterance")?;
    has("speechSynthesis").map(JsCast::unchecked_into)
}

/// An English voice of the device. Some browsers tell their voices only after a while.
async fn voice(synthesis: &SpeechSynthesis) -> Option<SpeechSynthesisVoice> {
    for _ in 0..VOICES_WITHIN {
        let voices = synthesis.get_voices();
        let own = voices.iter().map(JsCast::unchecked_into::<SpeechSynthesisVoice>);
        let english: Vec<_> =
            own.filter(|it| it.local_service() && it.lang().to_lowercase().starts_with("en")).collect();
        let british = english.iter().find(|it| it.lang().to_lowercase().ends_with("gb"));
        if let Some(voice) = british.or(english.first()) {
            return Some(voice.clone());
        }
        if voices.length() > 0 {
            return None;
        }
        page::pause(100).await;
    }
    None
}

/// Calls `then` the first time that `event` reaches `utterance`.
fn once_on(utterance: &SpeechSynthesisUtterance, event: &str, then: impl FnOnce(Event) + 'static) {
    let listener = Closure::once_into_js(then);
    drop(utterance.add_event_listener_with_callback(event, listener.unchecked_ref()));
}
