//! A store that lasts as long as it is held, and can be told to fail: for tests.
use super::{RecordStore, Row, StorageError, Write};
use std::{
    cell::{Cell, RefCell},
    collections::BTreeMap,
    rc::Rc,
};

/// Small, so that a test meets more than one.
const PAGE: usize = 3;

/// Clones share what they hold, as two tabs share a disk.
#[derive(Clone, Default)]
pub struct MemoryStore {
    header: Rc<RefCell<Option<Vec<u8>>>>,
    records: Rc<RefCell<BTreeMap<String, Vec<u8>>>>,
    fail_after: Rc<Cell<Option<usize>>>,
}

impl MemoryStore {
    /// Lets `operations` more succeed, then fails every one as a full disk would.
    pub fn fail_after(&self, operations: usize) {
        self.fail_after.set(Some(operations));
    }

    /// Works again.
    pub fn recover(&self) {
        self.fail_after.set(None);
    }

    /// Changes the bytes on disk behind the app's back.
    pub fn tamper(&self, change: impl FnOnce(&mut BTreeMap<String, Vec<u8>>)) {
        change(&mut self.records.borrow_mut());
    }

    /// Replaces the header behind the app's back.
    pub fn set_header(&self, header: Option<Vec<u8>>) {
        *self.header.borrow_mut() = header;
    }

    fn operate(&self) -> Result<(), StorageError> {
        match self.fail_after.get() {
            Some(0) => Err(StorageError::Full),
            left => {
                self.fail_after.set(left.map(|n| n - 1));
                Ok(())
            }
        }
    }
}

impl RecordStore for MemoryStore {
    async fn header(&self) -> Result<Option<Vec<u8>>, StorageError> {
        self.operate()?;
        Ok(self.header.borrow().clone())
    }

    async fn create_header(&self, bytes: &[u8]) -> Result<(), StorageError> {
        self.operate()?;
        let mut header = self.header.borrow_mut();
        if header.is_some() {
            return Err(StorageError::Taken);
        }
        *header = Some(bytes.to_vec());
        Ok(())
    }

    async fn read(&self, take: &mut dyn FnMut(Vec<Row>)) -> Result<(), StorageError> {
        self.operate()?;
        let rows: Vec<Row> = self.records.borrow().clone().into_iter().collect();
        rows.chunks(PAGE).for_each(|page| take(page.to_vec()));
        Ok(())
    }

    async fn write(&self, batch: &[Write]) -> Result<(), StorageError> {
        self.operate()?;
        let expected = batch.iter().all(|write| match write {
            Write::Header { was, .. } => self.header.borrow().as_ref() == Some(&**was),
            Write::Expect(rows) => {
                self.records.borrow().iter().eq(rows.iter().map(|(name, bytes)| (name, bytes)))
            }
            _ => true,
        });
        if !expected {
            return Err(StorageError::Moved);
        }
        let mut records = self.records.borrow_mut();
        for write in batch {
            match write {
                Write::Expect(_) => {}
                Write::Header { now, .. } => *self.header.borrow_mut() = Some(now.to_vec()),
                Write::Reseal(name, bytes) => drop(records.insert(name.clone(), bytes.clone())),
                Write::Put(key, bytes) => drop(records.insert(key.to_string(), bytes.clone())),
                Write::Delete(key) => drop(records.remove(&key.to_string())),
            }
        }
        Ok(())
    }
}
