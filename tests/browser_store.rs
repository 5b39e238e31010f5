//! The stories on IndexedDB, in a real browser, and what only a real disk can show.

fn main() {}

#[cfg(all(target_arch = "wasm32", feature = "app"))]
mod stories;

#[cfg(all(target_arch = "wasm32", feature = "app"))]
mod in_browser {
    use crate::stories::{self, Counter, Person, id, words};
    use second_look::{
        browser::idb::{IdbStore, delete_everything},
        domain::journal::Command,
        storage::{RecordStore, StorageError},
    };
    use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

    wasm_bindgen_test_configure!(run_in_browser);

    /// A store with nothing in it. The tests run one after another, in one page.
    async fn new_store() -> IdbStore {
        delete_everything().await.unwrap();
        IdbStore::open().await.unwrap()
    }

    macro_rules! on_indexed_db {
        ($story:ident) => {
            #[wasm_bindgen_test]
            async fn $story() {
                stories::$story(new_store().await).await;
            }
        };
    }
    crate::tell_every_story!(on_indexed_db);

    macro_rules! of_locking_on_indexed_db {
        ($story:ident) => {
            #[wasm_bindgen_test]
            async fn $story() {
                stories::locking::$story(new_store().await).await;
            }
        };
    }
    crate::tell_every_story_of_locking!(of_locking_on_indexed_db);

    #[wasm_bindgen_test]
    async fn two_connections_see_the_same_records() {
        let mut person = Person::opens(new_store().await).await;
        person.does(Command::WriteReflection { id: id(1), words: words("Once") }).await.unwrap();
        let other = stories::opened(IdbStore::open().await.unwrap()).await;
        assert_eq!(other.journal, person.journal);
    }

    #[wasm_bindgen_test]
    async fn a_store_whose_connection_was_closed_connects_again() {
        let store = new_store().await;
        let mut person = Person::opens(store.clone()).await;
        let header = store.header().await.unwrap().unwrap();
        // Another tab that upgrades makes this one let go of its connection.
        delete_everything().await.unwrap();
        store.create_header(&header).await.unwrap();
        assert_eq!(store.records().await, Ok(vec![]));
        person.does(Command::KeepDraft { id: id(1), words: words("Still here") }).await.unwrap();
        assert_eq!(store.records().await.unwrap().len(), 1);
    }

    #[wasm_bindgen_test]
    async fn a_database_of_a_later_version_is_called_so_and_left_alone() {
        delete_everything().await.unwrap();
        let later = idb::Factory::new().unwrap().open("second-look", Some(99)).unwrap().await.unwrap();
        later.close();
        assert_eq!(IdbStore::open().await.err(), Some(StorageError::TooNew));
        delete_everything().await.unwrap();
    }

    /// Ten thousand sealed reflections of 1,200 characters, written in one batch and opened again.
    #[wasm_bindgen_test]
    async fn ten_thousand_reflections_open() {
        use second_look::domain::{ids::ReflectionId, journal::Change, reflections::Reflection};
        let store = new_store().await;
        let mut opened = stories::opened(store.clone()).await;
        let now = stories::start();
        let reflections: Vec<_> = (0..10_000_u32)
            .map(|n| {
                let mut bytes = [0; 16];
                bytes[..4].copy_from_slice(&n.to_be_bytes());
                let text = format!("Reflection {n}. {}", "What did I assume? ".repeat(62));
                let it = Reflection {
                    id: ReflectionId::from_entropy(bytes),
                    words: words(&text),
                    written: now,
                    changed: now,
                    earlier: vec![],
                    binned: None,
                    bring: false,
                };
                Change::PutReflection(it)
            })
            .collect();
        opened.session.store(&reflections, &mut Counter::default()).await.unwrap();
        let begun = js_sys::Date::now();
        opened = stories::opened(store).await;
        let took = js_sys::Date::now() - begun;
        assert_eq!(opened.journal.reflections().len(), 10_000);
        wasm_bindgen_test::console_log!("10,000 sealed reflections opened in {took} ms");
    }
}
