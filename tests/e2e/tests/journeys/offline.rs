//! With the network off, and when a new version comes.
use crate::{
    app::{self, begin_reflection, go, open, ready, ready_to_work_offline, save, told_state},
    browser::Browser,
    engine::Engine,
    server::Server,
};
use std::{
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
    process::Command,
};
use tempfile::TempDir;

pub async fn with_the_server_stopped_everything_goes_on(engine: Engine) {
    let mut server = app::serve();
    let browser = Browser::open(engine).await;
    open(&browser, &server).await;
    ready_to_work_offline(&browser).await;
    server.stop();
    browser.reload().await;
    ready(&browser).await;
    go(&browser, "#/worried").await;
    browser.sees("0161 603 4500").await;
    go(&browser, "#/quiz/set/learning-event-2017/the-days-nine").await;
    browser.choose("Start").await;
    let verdict = app::verdict_on(&browser).await;
    app::answer(&browser, verdict, "Certain").await;
    browser.sees(&format!("Right. It is a {}", verdict.to_lowercase())).await;
    // Every part of the app is on the device.
    go(&browser, "#/guidance/clocks").await;
    browser.find("#due li").await;
    go(&browser, "#/learn/section/learning-event-2017/toddler-minutes").await;
    browser.find(".term").await;
    go(&browser, "#/learn/search").await;
    browser.type_into("#query", "genogram").await;
    browser.find("#hits li").await;
    begin_reflection(&browser).await;
    browser.type_into("#passage-what", "Written in a basement").await;
    save(&browser).await;
    browser.goto(&server.address()).await;
    ready(&browser).await;
    go(&browser, "#/reflect").await;
    browser.sees("Written in a basement").await;
    browser.close().await;
}

pub async fn the_app_runs_from_any_folder(engine: Engine) {
    let host = tempfile::tempdir().expect("a temporary folder can be made");
    copy(&app::built(), &host.path().join("any/folder"));
    let mut server = Server::start(host.path());
    let browser = Browser::open(engine).await;
    let address = format!("{}any/folder/", server.address());
    browser.goto(&address).await;
    ready(&browser).await;
    ready_to_work_offline(&browser).await;
    server.stop();
    browser.goto(&format!("{address}#/worried")).await;
    browser.reload().await;
    browser.sees("0161 603 4500").await;
    browser.close().await;
}

/// A host that lacks some of the app's files.
struct Lacking {
    folder: TempDir,
    files: Vec<OsString>,
}

impl Lacking {
    /// The built app without the files whose names begin so.
    fn files(beginning: &str) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        let served = folder.path().join("dist");
        copy(&app::built(), &served);
        let names = fs::read_dir(&served).expect("the folder is there").flatten().map(|it| it.file_name());
        let files: Vec<_> = names.filter(|name| name.to_string_lossy().starts_with(beginning)).collect();
        assert!(!files.is_empty(), "the release has no file called {beginning}");
        let lacking = Self { folder, files };
        lacking.rename(&lacking.served(), lacking.folder.path());
        lacking
    }

    fn served(&self) -> PathBuf {
        self.folder.path().join("dist")
    }

    /// They are there again.
    fn mend(&self) {
        self.rename(self.folder.path(), &self.served());
    }

    fn rename(&self, from: &Path, to: &Path) {
        for file in &self.files {
            fs::rename(from.join(file), to.join(file)).expect("it can be moved");
        }
    }
}

pub async fn a_part_that_cannot_be_fetched_is_said_and_tried_again(engine: Engine) {
    let host = Lacking::files("part-");
    let server = Server::start(host.served());
    let browser = Browser::open(engine).await;
    open(&browser, &server).await;
    // What is needed first is there without them.
    browser.choose("Worried about a child now?").await;
    browser.sees("0161 603 4500").await;
    browser.choose("Guidance").await;
    browser.sees("This part of the app is not on this device yet").await;
    host.mend();
    browser.choose("Try again").await;
    browser.sees("Signs and levels of need").await;
    browser.close().await;
}

/// A captive portal, or half an update: one file is not the one that the build named.
pub async fn nothing_is_kept_of_a_build_of_which_a_file_is_another(engine: Engine) {
    let host = tempfile::tempdir().expect("a temporary folder can be made");
    copy(&app::built(), host.path());
    let lessons = host.path().join("packs/learning-event-2017/lessons.json");
    let meant = fs::read(&lessons).expect("the lessons are there");
    fs::write(&lessons, [&meant[..], b"\n"].concat()).expect("they can be written");
    let server = Server::start(host.path());
    let browser = Browser::open_new(engine).await;
    open(&browser, &server).await;
    go(&browser, "#/settings").await;
    browser.sees("Not yet ready to work offline").await;
    let kept = "return (await caches.keys()).filter((name) => name.startsWith('second-look '))";
    assert_eq!(browser.run_async(kept, vec![]).await, serde_json::json!([]));
    // The next visit finds it whole.
    fs::write(&lessons, meant).expect("they can be written");
    browser.reload().await;
    ready(&browser).await;
    ready_to_work_offline(&browser).await;
    browser.close().await;
}

pub async fn words_wait_for_the_part_that_keeps_them(engine: Engine) {
    let host = Lacking::files("part-keeping-");
    let server = Server::start(host.served());
    let browser = Browser::open(engine).await;
    open(&browser, &server).await;
    begin_reflection(&browser).await;
    browser.type_into("#passage-what", "In the middle of a sen").await;
    browser.sees("Your words are still on this page, so leave it open.").await;
    told_state(&browser, "Not saved").await;
    host.mend();
    browser.type_into("#passage-what", "tence.").await;
    told_state(&browser, "Draft kept").await;
    browser.reload().await;
    browser.find("#passage-what").await;
    assert_eq!(browser.value_of("#passage-what").await, "In the middle of a sentence.");
    browser.close().await;
}

pub async fn a_new_version_waits_for_a_yes_and_keeps_the_words(engine: Engine) {
    let mut server = app::serve();
    let browser = Browser::open(engine).await;
    open(&browser, &server).await;
    ready_to_work_offline(&browser).await;
    let version = "return document.querySelector('#version').innerText";
    let old = browser.run(version).await;
    let _published = publish_a_newer_one(&mut server);
    begin_reflection(&browser).await;
    // Looking at the app again makes it look for a new version.
    browser.run("dispatchEvent(new Event('focus'))").await;
    browser.sees("A new version is ready").await;
    browser.type_into("#passage-what", "In the middle of a sen").await;
    browser.choose("Update now").await;
    browser.until("return document.querySelector('meta[name=description]').content.includes('at all')").await;
    browser.find("#passage-what").await;
    assert_eq!(browser.value_of("#passage-what").await, "In the middle of a sen");
    told_state(&browser, "Draft kept").await;
    go(&browser, "#/settings").await;
    browser.find("#version").await;
    assert_ne!(browser.run(version).await, old, "the version did not change");
    browser.close().await;
}

pub async fn nothing_is_asked_of_any_other_host(engine: Engine) {
    let server = app::serve();
    let browser = Browser::open(engine).await;
    open(&browser, &server).await;
    for (_, hash) in app::PLACES {
        go(&browser, hash).await;
    }
    let foreign = "return performance.getEntriesByType('resource').map((it) => it.name).filter((it) => !it.startsWith(location.origin))";
    assert_eq!(browser.run(foreign).await, serde_json::json!([]));
    let tries = "
        const refused = [];
        addEventListener('securitypolicyviolation', (event) => refused.push(event.effectiveDirective));
        await fetch('http://127.0.0.1:1/').catch(() => {});
        const image = new Image(); image.src = 'http://127.0.0.1:1/x.png';
        const frame = document.createElement('iframe'); frame.src = 'http://127.0.0.1:1/'; document.body.append(frame);
        const script = document.createElement('script'); script.textContent = 'window.broken = true'; document.body.append(script);
        while (refused.length < 4) await new Promise((done) => setTimeout(done, 20));
        return [refused.map((it) => it.replace(/-elem$/, '')).sort(), window.broken ?? false];";
    let refused = browser.run_async(tries, vec![]).await;
    assert_eq!(refused, serde_json::json!([["connect-src", "frame-src", "img-src", "script-src"], false]));
    browser.close().await;
}

/// Publishes a newer version, whose description says "at all"; it is there for as long as what is given back.
pub fn publish_a_newer_one(server: &mut Server) -> TempDir {
    let published = tempfile::tempdir().expect("a temporary folder can be made");
    let newer = published.path().join("dist");
    publish_changed(&newer, |folder| {
        let page = folder.join("index.html");
        let text = fs::read_to_string(&page).expect("the page is there");
        fs::write(&page, text.replace("with no account.", "with no account at all."))
            .expect("it can be written");
    });
    server.publish(newer);
    published
}

/// Copies the built app to `folder`, changes it, and stamps it as `./dev build` does.
pub fn publish_changed(folder: &Path, change: impl FnOnce(&Path)) {
    copy(&app::built(), folder);
    change(folder);
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");
    let stamped = Command::new("sh").args(["dev", "stamp"]).arg(folder).current_dir(root).status();
    assert!(stamped.is_ok_and(|status| status.success()), "./dev stamp failed");
}

pub fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder can be made");
    for entry in fs::read_dir(from).expect("the folder is there").flatten() {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("a file can be copied");
        }
    }
}
