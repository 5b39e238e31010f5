//! Records in IndexedDB: one strict transaction a batch, done only when the browser says it is on disk.
use super::{error_name, window};
use crate::storage::{RecordStore, Row, StorageError, Write};
use idb::{
    Database, DatabaseEvent, Event, Factory, KeyRange, ObjectStoreParams, Query, Request, Transaction,
};
use js_sys::{Object, Reflect, Uint8Array};
use std::cell::RefCell;
use wasm_bindgen::prelude::*;
use web_sys::IdbDatabase;

const DATABASE: &str = "second-look";
const HEADER: &str = "header";
const HEADER_KEY: &str = "key";
const RECORDS: &str = "records";
/// How many rows are read at once: opened within a frame or two even on a slow phone.
const PAGE: u32 = 500;

type Step = fn(&Database) -> Result<(), idb::Error>;

/// Each step takes the database from the version before it. Append only.
const STEPS: &[Step] = &[|database| {
    database.create_object_store(HEADER, ObjectStoreParams::new())?;
    database.create_object_store(RECORDS, ObjectStoreParams::new()).map(drop)
}];

#[wasm_bindgen]
extern "C" {
    /// `IDBDatabase.transaction` with its third argument, which `idb` and stable `web_sys` leave out.
    #[wasm_bindgen(extends = Object, js_name = IDBDatabase)]
    type DurableDatabase;

    #[wasm_bindgen(method, catch, js_name = transaction)]
    fn begin(
        this: &DurableDatabase,
        stores: &JsValue,
        mode: &str,
        options: &Object,
    ) -> Result<web_sys::IdbTransaction, JsValue>;
}

/// An open database. Clones share the connection.
#[derive(Clone)]
pub struct IdbStore {
    connection: std::rc::Rc<RefCell<IdbDatabase>>,
}

impl IdbStore {
    /// Opens the app's database, making or upgrading it first where needed.
    ///
    /// # Errors
    /// [`StorageError::Unavailable`] where the browser keeps nothing (some private windows);
    /// [`StorageError::TooNew`] where a newer version of the app has been here.
    pub async fn open() -> Result<Self, StorageError> {
        Ok(Self { connection: std::rc::Rc::new(RefCell::new(connect().await?)) })
    }

    /// Begins a transaction; connects anew, once, if the browser has closed the connection meanwhile.
    async fn begin(&self, stores: &[&str], mode: &str) -> Result<web_sys::IdbTransaction, StorageError> {
        let stores: js_sys::Array = stores.iter().copied().map(JsValue::from).collect();
        let options = Object::new();
        // A plain object takes every property.
        drop(Reflect::set(&options, &"durability".into(), &"strict".into()));
        let begin =
            || self.connection.borrow().unchecked_ref::<DurableDatabase>().begin(&stores, mode, &options);
        if let Ok(transaction) = begin() {
            return Ok(transaction);
        }
        let connection = connect().await?;
        self.connection.replace(connection);
        begin().map_err(|error| failed(&error))
    }
}

impl RecordStore for IdbStore {
    async fn header(&self) -> Result<Option<Vec<u8>>, StorageError> {
        let transaction: Transaction = self.begin(&[HEADER], "readonly").await?.into();
        let store = transaction.object_store(HEADER).map_err(idb_failed)?;
        let value = store.get(JsValue::from(HEADER_KEY)).map_err(idb_failed)?.await.map_err(idb_failed)?;
        Ok(value.map(|value| Uint8Array::new(&value).to_vec()))
    }

    async fn create_header(&self, bytes: &[u8]) -> Result<(), StorageError> {
        let transaction = self.begin(&[HEADER], "readwrite").await?;
        let store = Transaction::from(transaction.clone()).object_store(HEADER).map_err(idb_failed)?;
        let value = Uint8Array::from(bytes);
        let request = store.add(&value, Some(&HEADER_KEY.into())).map_err(idb_failed)?;
        match request.await {
            Ok(_) => finish(transaction).await,
            Err(_) if self.header().await?.is_some() => Err(StorageError::Taken),
            Err(error) => Err(idb_failed(error)),
        }
    }

    async fn read(&self, take: &mut dyn FnMut(Vec<Row>)) -> Result<(), StorageError> {
        read(&self.begin(&[RECORDS], "readonly").await?, take).await.map_err(idb_failed)
    }

    async fn write(&self, batch: &[Write]) -> Result<(), StorageError> {
        if batch.is_empty() {
            return Ok(());
        }
        let transaction = self.begin(&[HEADER, RECORDS], "readwrite").await?;
        let asked = match is_expected(batch, &transaction).await {
            Ok(true) => ask_for(batch, &transaction).map_err(idb_failed),
            Ok(false) => Err(StorageError::Moved),
            Err(error) => Err(idb_failed(error)),
        };
        if let Err(error) = asked {
            // What was asked for before it must not land by itself.
            drop(transaction.abort());
            return Err(error);
        }
        finish(transaction).await
    }
}

/// Every row, a page at a time. The next page is on its way while one is taken, and so the transaction stays open.
async fn read(
    transaction: &web_sys::IdbTransaction,
    take: &mut dyn FnMut(Vec<Row>),
) -> Result<(), idb::Error> {
    let store = Transaction::from(transaction.clone()).object_store(RECORDS)?;
    let ask = |last: Option<&JsValue>| {
        let rest = last.map(|last| KeyRange::lower_bound(last, Some(true))).transpose()?;
        let rest = rest.map(Query::KeyRange);
        Ok::<_, idb::Error>((store.get_all_keys(rest.clone(), Some(PAGE))?, store.get_all(rest, Some(PAGE))?))
    };
    let mut asked = Some(ask(None)?);
    while let Some((keys, values)) = asked {
        let (keys, values) = (keys.await?, values.await?);
        let is_last = keys.len() < PAGE as usize;
        asked = if is_last { None } else { Some(ask(keys.last())?) };
        let names = keys.into_iter().map(|key| key.as_string().unwrap_or_default());
        take(names.zip(values.into_iter().map(|value| Uint8Array::new(&value).to_vec())).collect());
    }
    Ok(())
}

/// Whether what the batch expects is there. Nothing but the database is waited for, so the transaction
/// stays open.
async fn is_expected(batch: &[Write], transaction: &web_sys::IdbTransaction) -> Result<bool, idb::Error> {
    for write in batch {
        let is_there = match write {
            Write::Header { was, .. } => {
                let store = Transaction::from(transaction.clone()).object_store(HEADER)?;
                let there = store.get(JsValue::from(HEADER_KEY))?.await?;
                there.is_some_and(|there| Uint8Array::new(&there).to_vec() == **was)
            }
            Write::Expect(expected) => {
                let mut rows = vec![];
                read(transaction, &mut |page| rows.extend(page)).await?;
                rows == *expected
            }
            _ => true,
        };
        if !is_there {
            return Ok(false);
        }
    }
    Ok(true)
}

fn ask_for(batch: &[Write], transaction: &web_sys::IdbTransaction) -> Result<(), idb::Error> {
    let store = Transaction::from(transaction.clone()).object_store(RECORDS)?;
    let put = |name: &str, bytes: &[u8]| {
        let value = Uint8Array::from(bytes);
        store.put(&value, Some(&name.into())).map(drop)
    };
    for write in batch {
        match write {
            Write::Put(key, bytes) => put(&key.to_string(), bytes)?,
            Write::Reseal(name, bytes) => put(name, bytes)?,
            Write::Delete(key) => drop(store.delete(Query::Key(key.to_string().into()))?),
            Write::Expect(_) => {}
            // It is as it should be already.
            Write::Header { was, now } if was == now => {}
            Write::Header { now, .. } => {
                let header = Transaction::from(transaction.clone()).object_store(HEADER)?;
                let value = Uint8Array::from(now.as_slice());
                drop(header.put(&value, Some(&HEADER_KEY.into()))?);
            }
        }
    }
    Ok(())
}

/// Waits until the transaction is on disk.
async fn finish(transaction: web_sys::IdbTransaction) -> Result<(), StorageError> {
    match Transaction::from(transaction.clone()).await {
        Ok(result) if result.is_committed() => Ok(()),
        Ok(_) => {
            Err(transaction.error().map_or(StorageError::Failed("aborted".into()), |error| failed(&error)))
        }
        Err(error) => Err(idb_failed(error)),
    }
}

async fn connect() -> Result<IdbDatabase, StorageError> {
    let factory = Factory::new().map_err(|_| StorageError::Unavailable)?;
    let version = u32::try_from(STEPS.len()).expect("the steps are few");
    let mut request = factory.open(DATABASE, Some(version)).map_err(|_| StorageError::Unavailable)?;
    request.on_upgrade_needed(|event| {
        let done = event.old_version().unwrap_or(0) as usize;
        let Ok(database) = event.database() else { return };
        if STEPS[done..].iter().try_for_each(|step| step(&database)).is_err()
            && let Ok(request) = event.target()
            && let Some(upgrade) = request.transaction()
        {
            // Leaves the database at the version it had.
            drop(upgrade.abort());
        }
    });
    let database: IdbDatabase = request.await.map_err(open_failed)?.into();
    // A newer version of the app in another tab wants to upgrade: step aside rather than block it.
    let handle = database.clone();
    let step_aside = Closure::<dyn FnMut()>::new(move || handle.close());
    database.set_onversionchange(Some(step_aside.as_ref().unchecked_ref()));
    step_aside.forget();
    Ok(database)
}

fn open_failed(error: idb::Error) -> StorageError {
    match idb_failed(error) {
        StorageError::Failed(_) => StorageError::Unavailable,
        other => other,
    }
}

fn failed(error: &JsValue) -> StorageError {
    match error_name(error).as_str() {
        "QuotaExceededError" => StorageError::Full,
        "VersionError" => StorageError::TooNew,
        name => StorageError::Failed(name.to_owned()),
    }
}

fn idb_failed(error: idb::Error) -> StorageError {
    match error {
        idb::Error::DomException(error) => failed(&error),
        // What the browser threw at once, by what it was asked for.
        idb::Error::AddFailed(error)
        | idb::Error::DeleteFailed(error)
        | idb::Error::GetAllFailed(error)
        | idb::Error::GetAllKeysFailed(error)
        | idb::Error::GetFailed(error)
        | idb::Error::ObjectStoreNotFound(error)
        | idb::Error::UpdateFailed(error) => failed(&error),
        _ => StorageError::Failed("unexpected answer".into()),
    }
}

/// Deletes the whole database. It waits for other tabs to let go of it.
///
/// # Errors
/// A [`StorageError`] where the browser refuses.
pub async fn delete_everything() -> Result<(), StorageError> {
    let factory = window().indexed_db().map_err(|error| failed(&error))?.ok_or(StorageError::Unavailable)?;
    let request = Factory::from(factory).delete(DATABASE).map_err(idb_failed)?;
    request.await.map_err(idb_failed)
}
