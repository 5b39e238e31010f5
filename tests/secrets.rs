//! What must not be said, and what must not be run: secrets are wiped and cannot be printed, and no text is made a page.
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise, in its helpers too")]

use chacha20poly1305::XChaCha20Poly1305;
use second_look::vault::{DataKey, KeyFile, Passphrase, RecoveryCode, Secret, WrappingKey};
use std::{
    fmt::{Debug, Display},
    fs,
    marker::PhantomData,
    path::{Path, PathBuf},
};
use zeroize::ZeroizeOnDrop;

/// Tells whether a type has a trait: where it has not, [`Otherwise`] has the only answer there is.
struct Trait<T>(PhantomData<T>);

trait Otherwise {
    const BY_DEBUG: bool = false;
    const BY_DISPLAY: bool = false;
    const IS_WIPED: bool = false;
}

impl<T> Otherwise for Trait<T> {}

impl<T: Debug> Trait<T> {
    const BY_DEBUG: bool = true;
}

impl<T: Display> Trait<T> {
    const BY_DISPLAY: bool = true;
}

impl<T: ZeroizeOnDrop> Trait<T> {
    const IS_WIPED: bool = true;
}

#[test]
fn no_secret_can_be_printed() {
    macro_rules! told {
        ($($secret:ty),*) => {[$((stringify!($secret), Trait::<$secret>::BY_DEBUG, Trait::<$secret>::BY_DISPLAY)),*]};
    }
    let [text] = told![String];
    assert_eq!(text, ("String", true, true), "what can be printed is known");
    for (secret, debug, display) in told![DataKey, WrappingKey, Passphrase, RecoveryCode, Secret, KeyFile] {
        assert!(!debug && !display, "{secret} can be printed");
    }
}

#[test]
fn every_secret_is_wiped_when_it_is_dropped() {
    macro_rules! told {
        ($($secret:ty),*) => {[$((stringify!($secret), Trait::<$secret>::IS_WIPED)),*]};
    }
    let [text] = told![String];
    assert_eq!(text, ("String", false), "what is not wiped is known");
    // For the cipher, that is a feature of its crate.
    let secrets = told![DataKey, WrappingKey, Passphrase, RecoveryCode, XChaCha20Poly1305];
    for (secret, is_wiped) in secrets {
        assert!(is_wiped, "{secret} is not wiped");
    }
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn files_below(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap().flatten() {
        match entry.path() {
            path if path.is_dir() => files_below(&path, files),
            path => files.push(path),
        }
    }
}

#[test]
fn no_text_is_made_a_page_or_a_script() {
    let mut files: Vec<_> = ["index.html", "public/boot.js", "public/sw.js", "public/worker.js"]
        .map(|it| root().join(it))
        .to_vec();
    files_below(&root().join("src"), &mut files);
    assert!(files.len() > 200, "the sources are elsewhere");
    for path in files {
        let text = fs::read_to_string(&path).unwrap().to_lowercase();
        // What a test hands in is not what the app does.
        let text = text.split("#[cfg(test)]").next().unwrap();
        for way in [
            "inner_html",
            "innerhtml",
            "outer_html",
            "outerhtml",
            "insert_adjacent",
            "insertadjacent",
            "document.write",
            "document_write",
            "srcdoc",
            "dom_parser",
            "domparser",
            "contextual_fragment",
            "eval(",
            "new function",
            "function::new",
            "javascript:",
            "import_scripts",
            "importscripts",
        ] {
            assert!(!text.contains(way), "{} has {way}", path.display());
        }
    }
}

#[test]
fn the_page_has_a_policy_that_names_no_host_and_nothing_inline() {
    let page = fs::read_to_string(root().join("index.html")).unwrap();
    let policy = page
        .split("http-equiv=\"Content-Security-Policy\" content=\"")
        .nth(1)
        .and_then(|it| it.split('"').next());
    let policy = policy.expect("the page has a policy");
    let before = page.split("http-equiv=\"Content-Security-Policy\"").next().unwrap();
    assert!(
        !before.contains("<script") && !before.contains("<link"),
        "something is fetched before the policy holds"
    );
    let mut parts: Vec<_> = policy.split("; ").collect();
    assert_eq!(parts.remove(0), "default-src 'none'");
    for part in parts {
        let (_, allowed) = part.split_once(' ').unwrap();
        for source in allowed.split(' ') {
            assert!(["'self'", "'none'", "'wasm-unsafe-eval'"].contains(&source), "{part}");
        }
    }
    for word in ["<style", " style=", " onclick=", " onload=", " onerror=", "http://", "https://", "<base"] {
        assert!(!page.contains(word), "the page has {word}");
    }
    assert!(!page.contains("<script>"), "the page has a script of its own");
}

#[test]
fn what_no_page_can_stop_is_said_where_a_passphrase_is_set() {
    let page = fs::read_to_string(root().join("src/ui/places/settings/lock.rs")).unwrap();
    for words in ["A court can order", "your employer manages", "It cannot be reset"] {
        assert!(page.contains(words), "the page does not say: {words}");
    }
}

/// SECURITY.md: every file that a line names is there and holds what is to be looked for in it, and so is every test.
#[test]
fn every_line_of_the_threat_model_can_be_checked() {
    let model = fs::read_to_string(root().join("SECURITY.md")).unwrap();
    let mut files = vec![];
    for folder in ["src", "tests"] {
        files_below(&root().join(folder), &mut files);
    }
    let sources: Vec<_> = files.iter().filter(|it| it.extension().is_some_and(|it| it == "rs")).collect();
    let sources: String = sources.iter().map(|it| fs::read_to_string(it).unwrap()).collect();
    let (mut lines, mut faults) = (0, vec![]);
    for line in model
        .lines()
        .filter(|line| line.starts_with("| ") && line.chars().nth(3).is_some_and(|it| it.is_ascii_digit()))
    {
        lines += 1;
        let cells: Vec<_> = line.trim_matches('|').split(" | ").collect();
        let [id, .., at, shown, _] = &cells[..] else { panic!("{line} is no line of the table") };
        let (mut file, mut text) = ("", String::new());
        for named in at.split('`').skip(1).step_by(2) {
            if let Ok(found) = fs::read_to_string(root().join(named)) {
                (file, text) = (named, found);
            } else if !text.contains(named) {
                faults.push(format!("{id}: {named} is not in {file}"));
            }
        }
        let tests: Vec<_> = shown.split('`').skip(1).step_by(2).collect();
        if cells.len() != 7 || file.is_empty() || tests.is_empty() {
            faults.push(format!("{id}: a cell is missing"));
        }
        for test in tests {
            // What the script does is a test too.
            if test == "./dev audit" {
                continue;
            }
            // A story that is told twice is named in a macro, without its arguments.
            if !sources.contains(&format!("fn {test}(")) && !sources.contains(&format!("fn {test}<")) {
                faults.push(format!("{id}: there is no test {test}"));
            }
        }
    }
    assert!(lines > 35, "{lines} lines");
    assert_eq!(faults, Vec::<String>::new());
}
