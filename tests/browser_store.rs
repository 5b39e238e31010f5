//! The stories on IndexedDB, in a real browser, and what only a real disk can show.

fn main() {}

#[cfg(all(target_arch = "wasm32", feature = "app"))]
mod stories;

#[cfg(all(target_arch = "wasm32", feature = "app"))]
mod in_browser {
    use crate::stories::{self, Counter, Person, id, words};
    use second_look::{
        browser::{
            idb::{IdbStore, delete_everything},
            packs, patience,
            preferences::{self, Area, Scheme, TextSize},
            sound, window,
        },
        domain::{idle::Patience, journal::Command},
        storage::{RecordStore, StorageError},
    };
    use wasm_bindgen_futures::JsFuture;
    use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
    use web_sys::wasm_bindgen::JsCast;

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

    /// The texts that version 1 leaves in localStorage. None of them changes.
    #[wasm_bindgen_test]
    fn what_the_first_version_was_told_to_prefer_still_holds() {
        let storage = window().local_storage().unwrap().unwrap();
        let preferred = |scheme: &str, size: &str, area: &str| {
            let text = format!(
                r#"{{"scheme":"{scheme}","text_size":"{size}","install_advised":true,"area":"{area}"}}"#
            );
            storage.set_item("second-look", &text).unwrap();
            preferences::load()
        };
        for (name, scheme) in [
            ("device", Scheme::Device),
            ("light", Scheme::Light),
            ("dark", Scheme::Dark),
            ("contrast", Scheme::Contrast),
        ] {
            assert_eq!(preferred(name, "normal", "-").scheme, scheme);
        }
        for (name, size) in
            [("normal", TextSize::Normal), ("large", TextSize::Large), ("larger", TextSize::Larger)]
        {
            assert_eq!(preferred("device", name, "-").text_size, size);
        }
        for (name, area) in
            [("-", Area::None), ("+", Area::Added), ("salford", Area::Shipped("salford".to_owned()))]
        {
            assert_eq!(preferred("device", "normal", name).area, area);
        }
        let kept = preferred("dark", "large", "-");
        assert!(kept.install_advised);
        assert!(preferences::save(&kept));
        assert_eq!(preferences::load(), kept);
        storage.set_item("second-look-lock", "60 1").unwrap();
        assert_eq!(patience::load(), Patience { untouched: 60, out_of_sight: 1 });
        storage.set_item("second-look-silent", "").unwrap();
        assert!(!sound::is_on());
        for entry in ["second-look", "second-look-lock", "second-look-silent"] {
            storage.remove_item(entry).unwrap();
        }
    }

    #[wasm_bindgen_test]
    async fn a_pack_that_was_added_is_found_where_the_first_version_put_it() {
        assert!(packs::add("a pack").await);
        let caches = window().caches().unwrap();
        let shelf = JsFuture::from(caches.open("packs added to second-look")).await.unwrap();
        let shelf: web_sys::Cache = shelf.unchecked_into();
        let found = JsFuture::from(shelf.match_with_str("packs/added.json")).await.unwrap();
        assert!(!found.is_undefined());
        assert_eq!(packs::added().await.as_deref(), Some("a pack"));
        packs::remove_added().await;
        assert_eq!(packs::added().await, None);
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
