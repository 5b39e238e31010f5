//! The app's pages as a person meets them: what can be done there, in the words on the screen.
use crate::{browser::Browser, events, server::Server};
use second_look::domain::ids::StatementId;
use std::{
    fs,
    path::{Path, PathBuf},
};

/// Every place, with the name its screenshot goes by.
pub const PLACES: [(&str, &str); 40] = [
    ("today", "#/"),
    ("learn", "#/learn"),
    ("take-home-messages", "#/learn/take-home-messages"),
    ("lesson", "#/learn/module/learning-event-2017/toddler-found-alone"),
    ("section-warned", "#/learn/section/learning-event-2017/toddler-young-parent"),
    ("section", "#/learn/section/learning-event-2017/toddler-minutes"),
    ("search", "#/learn/search"),
    (
        "intention",
        "#/today/000102030405060708090a0b0c0d0e0f/about/section/learning-event-2017/toddler-minutes",
    ),
    ("quiz", "#/quiz"),
    ("quiz-set", "#/quiz/set/learning-event-2017/the-days-nine"),
    ("quiz-section", "#/quiz/section/learning-event-2017/toddler-minutes"),
    ("revise", "#/quiz/revise"),
    ("card", "#/quiz/card/clock/england/clock-assessment"),
    ("questions", "#/quiz/questions"),
    ("knowledge", "#/quiz/progress"),
    ("pace", "#/settings/revision"),
    ("statement", "#/quiz/statement/learning-event-2017/abuse-usually-one-off"),
    ("events", "#/events"),
    ("room", "#/events/room"),
    ("guidance", "#/guidance"),
    ("signs", "#/guidance/signs"),
    ("findings", "#/guidance/signs/findings"),
    ("clocks", "#/guidance/clocks"),
    ("levels", "#/guidance/levels"),
    ("challenge", "#/guidance/challenge"),
    ("law", "#/guidance/law"),
    ("then-and-now", "#/guidance/then-and-now"),
    ("words", "#/guidance/words"),
    ("links", "#/guidance/links"),
    ("reflect", "#/reflect"),
    ("begin", "#/reflect/new"),
    ("write-gibbs", "#/reflect/000102030405060708090a0b0c0d0e0f/write/by/england/model-gibbs"),
    ("bin", "#/reflect/bin"),
    ("supervision", "#/reflect/supervision"),
    ("record", "#/reflect/record"),
    ("year", "#/reflect/year"),
    ("settings", "#/settings"),
    ("backup", "#/settings/backup"),
    ("health", "#/settings/health"),
    ("worried", "#/worried"),
];

/// The built app.
pub fn built() -> PathBuf {
    let built = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../dist"));
    assert!(built.join("sw.js").exists(), "there is nothing in dist/: run ./dev build first");
    built
}

pub fn serve() -> Server {
    Server::start(built())
}

/// Has the app that was copied to `folder` run `script` before anything of its own.
pub fn run_first(folder: &Path, script: &str) {
    fs::write(folder.join("first.js"), script).expect("it can be written");
    let page = folder.join("index.html");
    let text = fs::read_to_string(&page).expect("the page is there");
    let changed = text.replacen("<title>", "<script src=\"./first.js\"></script>\n<title>", 1);
    assert_ne!(changed, text, "the page has no title");
    fs::write(&page, changed).expect("it can be written");
}

/// Opens the app and waits until it is there.
pub async fn open(browser: &Browser, server: &Server) {
    browser.goto(&server.address()).await;
    ready(browser).await;
}

/// Waits until the page that the address names is there, its code and its packs included.
pub async fn ready(browser: &Browser) {
    browser.find("#main .page h1").await;
    browser
        .until("return ![...document.querySelectorAll('#main [role=status]')].some((it) => it.innerText === 'Opening…')")
        .await;
}

/// Goes to a place by its address, as a link would.
pub async fn go(browser: &Browser, hash: &str) {
    browser.run(&format!("location.hash = '{hash}'")).await;
    ready(browser).await;
}

/// Waits until the service worker has everything.
pub async fn ready_to_work_offline(browser: &Browser) {
    go(browser, "#/settings").await;
    browser.sees("Ready to work offline").await;
    browser.until("return navigator.serviceWorker.controller !== null").await;
}

/// Answers the statement on the page, or chooses among the answers of a card, and says how sure.
pub async fn answer(browser: &Browser, said: &str, sure: &str) {
    browser.find("#statement").await;
    browser.tick(said).await;
    browser.choose(sure).await;
    browser.find("#verdict").await;
}

/// What the packs call the statement on the page: "Myth" or "Fact".
pub async fn verdict_on(browser: &Browser) -> &'static str {
    let text = browser.find("#statement").await.text().await.expect("a statement has a text");
    let known = statements().into_iter().find(|(statement, _)| *statement == text);
    known.unwrap_or_else(|| panic!("no pack has \"{text}\"")).1
}

/// The name of every statement of the packs.
pub fn statement_ids() -> Vec<StatementId> {
    let ids = packed_statements().into_iter().map(|it| {
        StatementId::new("learning-event-2017", it["id"].as_str().expect("a statement has a name"))
    });
    ids.collect()
}

/// Every statement of the packs, and whether it is a "Myth" or a "Fact".
pub fn statements() -> Vec<(String, &'static str)> {
    let told = |it: serde_json::Value| {
        let text = it["statement"].as_str().expect("a statement has a text").to_owned();
        (text, if it["verdict"] == "myth" { "Myth" } else { "Fact" })
    };
    packed_statements().into_iter().map(told).collect()
}

fn packed_statements() -> Vec<serde_json::Value> {
    let of_file = |file: &str| {
        let file =
            format!("{}/../../public/packs/learning-event-2017/{file}.json", env!("CARGO_MANIFEST_DIR"));
        let text = fs::read_to_string(file).expect("the packs are beside this crate");
        let pack: serde_json::Value = serde_json::from_str(&text).expect("a pack is JSON");
        pack["statements"].as_array().cloned().unwrap_or_default()
    };
    ["pack", "statements"].into_iter().flat_map(of_file).collect()
}

/// Answers these statements of the open round rightly, counted from 1 to its last.
pub async fn answer_from(browser: &Browser, sure: &str, numbers: std::ops::RangeInclusive<usize>) {
    let last = *numbers.end();
    for number in numbers {
        browser.sees(&format!("Statement {number} of {last}")).await;
        let verdict = verdict_on(browser).await;
        answer(browser, verdict, sure).await;
        browser.choose(if number == last { "See how it went" } else { "Next statement" }).await;
    }
}

/// Answers the statement on the page wrongly, and says how sure.
pub async fn answer_wrongly(browser: &Browser, sure: &str) {
    let said = if verdict_on(browser).await == "Myth" { "Fact" } else { "Myth" };
    answer(browser, said, sure).await;
}

/// Starts a new reflection from Reflect, past the advice to install first.
pub async fn begin_reflection(browser: &Browser) {
    go(browser, "#/reflect").await;
    browser.choose("Write a reflection").await;
    browser.choose("What? So what? Now what?").await;
    browser.find("#passage-what").await;
}

/// Picks these signs of need, by words of theirs, and goes to where they sit.
pub async fn pick_signs(browser: &Browser, signs: &[&str]) {
    go(browser, "#/guidance/signs").await;
    for sign in signs {
        let pick = format!(
            "const label = [...document.querySelectorAll('.signs label')].find((it) => it.innerText.includes('{sign}') || it.textContent.includes('{sign}')); const box = label?.querySelector('input'); if (box?.checked === false) box.click(); return !!box"
        );
        browser.until(&pick).await;
    }
    browser.choose("See where these sit").await;
    browser.find("#findings").await;
}

/// The state that a page takes when it has been used: each with what there is to be seen.
pub async fn used(browser: &Browser, seen: impl AsyncFn(&'static str)) {
    pick_signs(
        browser,
        &["cannot yet move about has a bruise", "The child is often hungry", "Debt or low income"],
    )
    .await;
    seen("findings-picked").await;
    go(browser, "#/guidance/signs").await;
    browser.click(".signs summary").await;
    seen("signs-picked").await;
    go(browser, "#/learn/search").await;
    // What was looked for before is still there.
    browser.find("#query").await.clear().await.expect("a field can be emptied");
    browser.type_into("#query", "strategy discussion").await;
    browser.find("#hits li").await;
    seen("search-found").await;
    go(browser, "#/learn/section/learning-event-2017/toddler-minutes").await;
    browser.click(".term").await;
    browser.find("dialog[open]").await;
    seen("definition").await;
    browser.choose("Close").await;
    go(browser, "#/worried").await;
    browser.click(".guide summary").await;
    seen("worried-guide").await;
    a_reflection(browser, &seen).await;
    an_event(browser, seen).await;
}

/// A reflection, noticed, with everything unfolded, and about to be deleted.
async fn a_reflection(browser: &Browser, seen: &impl AsyncFn(&'static str)) {
    begin_reflection(browser).await;
    browser.type_into("#passage-what", "I asked Jason Miller what he saw.").await;
    browser.sees("One thing here could tell who it is").await;
    browser.click(".nudge:not([data-empty=true]) summary").await;
    browser.find(".nudge .tag").await;
    browser.run("document.querySelectorAll('.editor > * details:not([open]) > summary, .editor > details:not([open]) > summary').forEach((it) => it.click())").await;
    browser.find("#hours").await;
    browser.type_into("#hours", "some").await;
    browser.click("#with").await;
    browser.sees("Write it as a number of hours").await;
    seen("editor-unfolded").await;
    browser.empty("#hours").await;
    save(browser).await;
    browser.choose("Delete it").await;
    browser.find("dialog[open]").await;
    seen("reading-delete").await;
    browser.choose("Keep it").await;
}

/// A learning day, as its facilitator and somebody who takes part see it.
async fn an_event(browser: &Browser, seen: impl AsyncFn(&'static str)) {
    events::prepare(browser).await;
    seen("event-plan").await;
    browser.click(".programme summary").await;
    browser.click("#event-statements summary").await;
    seen("event-plan-open").await;
    browser.choose("Remove this event").await;
    browser.find("dialog[open]").await;
    seen("event-remove").await;
    browser.choose("Keep it").await;
    let plan = browser.run("return location.hash").await;
    browser.choose("Cards and sheets to print").await;
    browser.find("input[name=paper]").await;
    seen("event-paper").await;
    go(browser, plan.as_str().expect("it is an address")).await;
    browser.choose("Begin the event").await;
    events::go_on_to(browser, "question 2").await;
    browser.type_into("#note-table", "Window").await;
    browser.type_into("#note-text", "Time to listen.").await;
    browser.choose("Keep it").await;
    browser.sees("Time to listen.").await;
    seen("event-tables").await;
    events::go_on_to(browser, "statement 1").await;
    browser.click("#inviting summary").await;
    let link = browser.run("return document.querySelector('#invite-link').hash").await;
    let link = link.as_str().expect("it is an address").to_owned();
    events::go_on_to(browser, "talk to your neighbour").await;
    events::hands_and_a_table_vote(browser).await;
    browser.click(".ballot details:last-of-type summary").await;
    browser.click("#collecting summary").await;
    seen("event-run").await;
    browser.choose("Show it on this screen").await;
    seen("event-room").await;
    browser.choose("Close").await;
    events::go_on_to(browser, "why").await;
    seen("event-told").await;
    browser.choose("Show it on this screen").await;
    seen("event-room-told").await;
    browser.choose("Close").await;
    events::go_on_to(browser, "What I take home").await;
    browser.type_into("#panel-question", "Who decides?").await;
    browser.choose("Add it").await;
    browser.sees("Show to the room").await;
    seen("event-panel").await;
    browser.click("#next-step").await;
    browser.find("#choices li").await;
    seen("event-choices").await;
    browser.choose("What came of it").await;
    browser.find("#report").await;
    seen("event-report").await;
    go(browser, "#/join/cut-short").await;
    seen("event-join-broken").await;
    go(browser, &link).await;
    seen("event-join").await;
    browser.choose("Take part").await;
    browser.click("#hand-in summary").await;
    browser.click("#evaluation summary").await;
    seen("event-attend").await;
    browser.choose("It is over for me").await;
    browser.sees("What they were").await;
    seen("event-over").await;
    // The next one begins as this one did.
    browser.choose("Remove this event from my phone").await;
    browser.sees("Prepare one from").await;
    seen("events-with-one").await;
}

/// A round of the day's nine, up to how it went.
pub async fn a_round(browser: &Browser, seen: impl AsyncFn(&'static str)) {
    go(browser, "#/quiz/set/learning-event-2017/the-days-nine").await;
    browser.choose("Start").await;
    browser.find("#statement").await;
    seen("quiz-asked").await;
    browser.tick("Fact").await;
    seen("quiz-sure").await;
    browser.choose("Certain").await;
    browser.find("#verdict").await;
    seen("quiz-told").await;
    browser.choose("Next statement").await;
    answer_from(browser, "Fairly sure", 2..=9).await;
    browser.find("#results").await;
    seen("quiz-results").await;
}

/// Writes and saves a reflection.
pub async fn write_reflection(browser: &Browser, words: &str) {
    begin_reflection(browser).await;
    browser.type_into("#passage-what", words).await;
    save(browser).await;
}

/// Saves what is in the editor, and waits until the app says so.
pub async fn save(browser: &Browser) {
    browser.choose("Save").await;
    browser.until("return document.querySelector('.toast')?.innerText.includes('Saved') ?? false").await;
    browser.sees("Change it").await;
}

/// The state that the editor tells.
pub async fn told_state(browser: &Browser, words: &str) {
    browser
        .until(&format!(
            "return document.querySelector('#save-state')?.innerText.includes('{words}') ?? false"
        ))
        .await;
}

/// Keeps what is offered as a file for a look, in [`offered_file`].
pub async fn catch_files(browser: &Browser) {
    browser.run("window.files = []; const create = URL.createObjectURL; URL.createObjectURL = (blob) => { window.files.push(blob); return create.call(URL, blob); }").await;
    browser.run("HTMLAnchorElement.prototype.click = function () { window.fileName = this.download }").await;
}

/// The name, the type and the text of the one file that was offered.
pub async fn offered_file(browser: &Browser) -> [String; 3] {
    browser.until("return window.files.length === 1").await;
    let script = "return [window.fileName, window.files[0].type, await window.files[0].text()]";
    let told = browser.run_async(script, vec![]).await;
    [0, 1, 2].map(|at| told[at].as_str().expect("it is text").to_owned())
}
