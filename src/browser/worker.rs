//! The web worker: started for one task and ended after it, its memory with it. One that scans is kept for as long as it
//! scans: it never holds a secret.
use super::page;
use crate::{
    vault::{Cost, DerivationError, KeyDerivation, Secret, WrappingKey},
    worker::{Failure, Frame, Outcome, Task},
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

/// How long one picture may take, in milliseconds: what the first needs to fetch the worker.
const FRAME_PATIENCE: u32 = 20_000;

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
    let secret = normal(task.secret());
    Running::start()?.ask(&task.with_secret(&secret).encode(), PATIENCE).await
}

/// A worker that reads one picture after another; ended when this is dropped.
#[derive(Default)]
pub struct Scanner(Option<Running>);

impl Scanner {
    /// What the codes in `frame` say. A worker that fails is ended, and the next picture has another.
    ///
    /// # Errors
    /// A [`Failure`], as of [`perform`].
    pub async fn read(&mut self, frame: &Frame<'_>) -> Result<Vec<Vec<u8>>, Failure> {
        let running = self.0.take().map_or_else(Running::start, Ok)?;
        let Outcome::Codes(codes) = running.ask(&frame.encode(), FRAME_PATIENCE).await? else {
            return Err(Failure::Stopped);
        };
        self.0 = Some(running);
        Ok(codes)
    }
}

/// The text in Unicode's normal form C.
fn normal(text: &str) -> Zeroizing<String> {
    Zeroizing::new(JsString::from(text).normalize("NFC").into())
}

/// A worker, ended when this is dropped.
struct Running(Worker);

impl Running {
    fn start() -> Result<Self, Failure> {
        let options = Object::new();
        drop(Reflect::set(&options, &"type".into(), &"module".into()));
        let worker = Worker::new_with_options(&page::meta("worker"), options.unchecked_ref());
        worker.map(Self).map_err(|_| Failure::CannotStart)
    }

    /// Has `message` answered within so many milliseconds.
    async fn ask(&self, message: &[u8], patience: u32) -> Result<Outcome, Failure> {
        let answer = Promise::new(&mut |answered, _| {
            self.0.set_onmessage(Some(&answered));
            self.0.set_onerror(Some(&answered));
        });
        self.send(message).map_err(|_| Failure::Stopped)?;
        let answer = pin!(JsFuture::from(answer));
        let Either::Left((answer, _)) = select(answer, pin!(page::pause(patience))).await else {
            return Err(Failure::TooSlow);
        };
        // What is no message is an error: the script could not be fetched or understood.
        let message = answer
            .ok()
            .and_then(|event| event.dyn_into::<MessageEvent>().ok())
            .ok_or(Failure::CannotStart)?;
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
