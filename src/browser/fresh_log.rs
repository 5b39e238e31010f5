//! Has Chromium begin a new log for what it stores.
//!
//! Chromium keeps IndexedDB in a LevelDB, which appends every write to a log. Killed in the middle of a write, it leaves a
//! log with a torn end, reads it well at the next start, and goes on appending behind the tear; at the start after that
//! everything behind it is given up, and often everything before. A log is put away into a table once it holds 4 MiB. So more
//! than that is written whenever the page is opened, to a database of its own that is then deleted, and what was torn is
//! read no more (`a_torn_log_loses_nothing`). It takes some 70 ms, and packs to next to nothing.
use super::{page, window};
use futures::{FutureExt, future::select};
use idb::{Database, DatabaseEvent, Factory, ObjectStoreParams, TransactionMode};
use js_sys::{Reflect, Uint8Array};
use std::pin::pin;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;

const DATABASE: &str = "second-look-log";
const STORE: &str = "nothing";
/// Larger ones are not put into the log.
const PIECE: u32 = 50_000;
const PIECES: u32 = 100;
const AT_A_TIME: u32 = 20;

/// How long anything is held up by it, in milliseconds: another tab may have been put to sleep in the middle of its own.
const LONGEST_MS: u32 = 2_000;

/// Begins a new log where the browser is a Chromium, and is done when that is written. Where it cannot, everything is as it
/// was.
pub async fn begin() {
    let is_chromium = Reflect::has(&window(), &"chrome".into()).unwrap_or(false);
    if is_chromium {
        let begun = write_and_delete().map(drop).boxed_local().shared();
        spawn_local(begun.clone());
        select(begun, pin!(page::pause(LONGEST_MS))).await;
    }
}

async fn write_and_delete() -> Result<(), idb::Error> {
    let factory = Factory::new()?;
    let mut request = factory.open(DATABASE, Some(1))?;
    request.on_upgrade_needed(|event| {
        if let Ok(database) = event.database() {
            drop(database.create_object_store(STORE, ObjectStoreParams::new()));
        }
    });
    let database = request.await?;
    let written = write(&database).await;
    // Whatever came of it: nothing of it is to stay.
    database.close();
    factory.delete(DATABASE)?.await?;
    written
}

async fn write(database: &Database) -> Result<(), idb::Error> {
    let transaction = database.transaction(&[STORE], TransactionMode::ReadWrite)?;
    let store = transaction.object_store(STORE)?;
    let piece = Uint8Array::new_with_length(PIECE);
    for place in 0..PIECES {
        let put = store.put(&piece, Some(&JsValue::from(place)))?;
        // All at one go would hold up a slow phone.
        if place % AT_A_TIME == 0 {
            put.await?;
        }
    }
    transaction.await.map(drop)
}
