//! Things by their id, in a sorted list: as quick as a tree for what a person writes, and far less code.
use super::time::Moment;

/// `items` by what `key` says of each, the smallest first; those of which it says the same stay as they were.
#[must_use]
pub fn in_order<T>(items: Vec<T>, key: impl Fn(&T) -> i64) -> Vec<T> {
    // Numbers alone are put in order: one piece of code does so for everything.
    let mut order: Vec<(i64, usize)> = items.iter().enumerate().map(|(at, it)| (key(it), at)).collect();
    order.sort_unstable();
    let mut items: Vec<_> = items.into_iter().map(Some).collect();
    order.iter().filter_map(|(_, at)| items[*at].take()).collect()
}

/// What has an id of its own.
pub trait Identified {
    /// The type of its id.
    type Id: Ord + Copy;

    /// Its id.
    fn id(&self) -> Self::Id;
}

/// One thing for each id.
#[derive(Clone, Debug, PartialEq)]
pub struct Table<T>(Vec<T>);

impl<T> Default for Table<T> {
    fn default() -> Self {
        Self(vec![])
    }
}

impl<T: Identified> Table<T> {
    /// The thing with this id.
    #[must_use]
    pub fn get(&self, id: T::Id) -> Option<&T> {
        self.place(id).ok().map(|at| &self.0[at])
    }

    /// Puts a thing in, in place of the one with the same id.
    pub fn put(&mut self, it: T) {
        match self.place(it.id()) {
            Ok(at) => self.0[at] = it,
            Err(at) => self.0.insert(at, it),
        }
    }

    /// Takes a thing out.
    pub fn remove(&mut self, id: T::Id) {
        if let Ok(at) = self.place(id) {
            self.0.remove(at);
        }
    }

    /// Everything in it, in the order of ids.
    pub fn iter(&self) -> std::slice::Iter<'_, T> {
        self.0.iter()
    }

    /// Everything in it for which `wanted` holds, the newest first.
    #[must_use]
    pub fn newest_first(&self, when: fn(&T) -> Moment, wanted: impl Fn(&T) -> bool) -> Vec<&T> {
        let found = self.0.iter().enumerate().filter(|(_, it)| wanted(it));
        let mut order: Vec<(i64, usize)> = found.map(|(at, it)| (when(it).timestamp_millis(), at)).collect();
        order.sort_unstable();
        order.iter().rev().map(|(_, at)| &self.0[*at]).collect()
    }

    fn place(&self, id: T::Id) -> Result<usize, usize> {
        // Records are read in the order of their ids: the end is the likeliest place.
        match self.0.last() {
            Some(last) if last.id() < id => Err(self.0.len()),
            _ => self.0.binary_search_by_key(&id, Identified::id),
        }
    }
}
