//! What two versions of the app say to each other.
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise, in its helpers too")]

/// Pages, tabs and service workers of two versions can be open at once, and the next one opens what this one left. These
/// words pass between them, beside those of documents and codes (`first_version.rs`, `passing.rs`). None of them changes.
#[test]
fn words_between_two_versions_are_as_they_were() {
    for (file, words) in [
        ("public/sw.js", "event.data === \"skip-waiting\""),
        ("public/sw.js", "`second-look ${VERSION}`"),
        ("public/sw.js", "name.startsWith(\"second-look \")"),
        ("src/browser/offline.rs", "post_message(&\"skip-waiting\".into())"),
        ("src/browser/offline.rs", "register(\"sw.js\")"),
        ("src/browser/idb.rs", "DATABASE: &str = \"second-look\";"),
        ("src/browser/tabs.rs", "LOCK: &str = \"second-look-writer\";"),
        ("src/browser/tabs.rs", "News::Changed => \"changed\""),
        ("src/browser/tabs.rs", "News::HandOver => \"hand-over\""),
        ("src/browser/tabs.rs", "News::Locked => \"locked\""),
        ("src/browser/tabs.rs", "News::Erased => \"erased\""),
        ("src/browser/tabs.rs", "CHANNEL: &str = \"second-look\";"),
        ("src/browser/packs.rs", "\"https://second-look.invalid/packs/added.json\""),
        ("src/vault/lock.rs", "second-look lock 1"),
    ] {
        let text = std::fs::read_to_string(file).unwrap();
        assert!(text.contains(words), "{file} does not say {words}");
    }
}
