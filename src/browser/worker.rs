//! The web worker: started for one task and ended after it, its memory with it.
use super::page;
use crate::{
    vault::{Cost, DerivationError, KeyDerivation, Secret, WrappingKey},
    worker::{Failure, Outcome, Task},
};
use futures::future::{Either, select};
use js_sys::{Array, JsString, Object, Promise, Reflect, Uint8Array};
use std::pin::pin;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{MessageEvent, Worker};
use zeroize::Zeroizing;

/// How long a task may take, in milliseconds.
const PATIENCE: u32 = 120_000;

/// What the worker says when its code could not be had.
const CANNOT_START: &str = "cannot start";

/// Argon2id in the worker.
pub struct InWorker;

impl KeyDerivation for InWorker {
    async fn derive(
        &self,
        secret: &Secret,
        cost: Cost,
        salt: [u8; 16],
    ) -> Result<WrappingKey, DerivationError> {
        match perform(&Task::Derive { secret: secret.text(), cost, salt }).await {
            Ok(Outcome::Derived(key)) => Ok(WrappingKey::from_derived(*key)),
            Ok(_) => Err(DerivationError::Stopped),
            Err(failure) => Err(failure.into()),
        }
    }
}

/// Has `task` done. The page goes on meanwhile.
///
/// # Errors
/// A [`Failure`]: the worker's own, or that it could not be started, took too long or stopped.
pub async fn perform(task: &Task<'_>) -> Result<Outcome, Failure> {
    let running = Running::start().ok_or(Failure::CannotStart)?;
    let answer = Promise::new(&mut |answered, _| {
        running.0.set_onmessage(Some(&answered));
        running.0.set_onerror(Some(&answered));
    });
    let secret = normal(task.secret());
    running.send(&task.with_secret(&secret).encode()).map_err(|_| Failure::Stopped)?;
    let answer = pin!(JsFuture::from(answer));
    let Either::Left((answer, _)) = select(answer, pin!(page::pause(PATIENCE))).await else {
        return Err(Failure::TooSlow);
    };
    // What is no message is an error: the script could not be fetched or understood.
    let message =
        answer.ok().and_then(|event| event.dyn_into::<MessageEvent>().ok()).ok_or(Failure::CannotStart)?;
    match message.data().dyn_into::<Uint8Array>() {
        Ok(bytes) => {
            let outcome = Zeroizing::new(bytes.to_vec());
            bytes.fill(0, 0, bytes.length());
            match Outcome::decode(&outcome) {
                Outcome::Failed(failure) => Err(failure),
                outcome => Ok(outcome),
            }
        }
        Err(word) if word == CANNOT_START => Err(Failure::CannotStart),
        Err(_) => Err(Failure::Stopped),
    }
}

/// The text in Unicode's normal form C.
fn normal(text: &str) -> Zeroizing<String> {
    Zeroizing::new(JsString::from(text).normalize("NFC").into())
}

/// A worker, ended when this is dropped.
struct Running(Worker);

impl Running {
    fn start() -> Option<Self> {
        let options = Object::new();
        Reflect::set(&options, &"type".into(), &"module".into()).ok()?;
        Worker::new_with_options(&page::meta("worker"), options.unchecked_ref()).ok().map(Self)
    }

    /// The bytes are handed over, not copied: the page keeps none.
    fn send(&self, task: &[u8]) -> Result<(), JsValue> {
        let bytes = Uint8Array::from(task);
        self.0.post_message_with_transfer(&bytes, &Array::of1(&bytes.buffer()))
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.0.terminate();
    }
}
