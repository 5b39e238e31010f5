//! Open to everyone: the keyboard alone, and what axe-core finds.
use crate::{
    app::{self, PLACES, go, open, write_reflection},
    browser::Browser,
    engine::Engine,
    events,
    offline::publish_changed,
    server::Server,
};
use serde_json::Value;

pub async fn the_keyboard_alone_is_enough(engine: Engine) {
    let server = app::serve();
    let browser = Browser::open(engine).await;
    open(&browser, &server).await;
    // The skip link comes first, and leads to the page without changing the address.
    browser.run("document.activeElement.blur(); document.querySelector('.skip').focus()").await;
    browser.type_into(".skip", "\u{e007}").await;
    browser.until("return document.activeElement.id === 'main'").await;
    assert_eq!(browser.run("return location.hash").await, "");
    // A link followed by Enter leads to a page whose heading has the focus.
    browser.type_into("#tabs a[href='#/quiz']", "\u{e007}").await;
    browser.find(".way-list a[href$='the-days-nine']").await;
    browser
        .until(
            "return document.activeElement.tagName === 'H1' && document.activeElement.innerText === 'Quiz'",
        )
        .await;
    browser.type_into(".way-list a[href$='the-days-nine']", "\u{e007}").await;
    browser.type_into(".page .button", "\u{e007}").await;
    // The statement, then the verdict, then the next statement have the focus.
    browser.until("return document.activeElement.id === 'statement'").await;
    browser.type_into("input[name=answer]", " ").await;
    browser.type_into("#sureness .button", "\u{e007}").await;
    browser.until("return document.activeElement.id === 'verdict'").await;
    browser.type_into(".page > .button-row .button, .page .button-row .button", "\u{e007}").await;
    browser.until("return document.activeElement.id === 'statement'").await;
    browser.sees("Statement 2 of 9").await;
    // A letter each is enough, while the question has the focus.
    browser.type_into("#statement", "m").await;
    browser.until("return document.querySelector('input[name=answer]').checked").await;
    browser.type_into("#statement", "f").await;
    browser.until("return document.querySelectorAll('input[name=answer]')[1].checked").await;
    browser.type_into("#statement", "c").await;
    browser.until("return document.activeElement.id === 'verdict'").await;
    browser.sees("You said: Fact. How sure: certain.").await;
    browser.close().await;
}

pub async fn one_revises_with_the_keyboard_alone(engine: Engine) {
    let server = app::serve();
    let browser = Browser::open(engine).await;
    open(&browser, &server).await;
    browser.find("#two-minutes").await;
    browser.tab_to("Start").await;
    browser.press_keys("\u{e007}").await;
    browser.until("return document.activeElement.id === 'statement'").await;
    // By Tab, the space bar and Enter.
    let group = "return document.activeElement.name === 'answer'";
    browser.press_keys("\u{e004}").await;
    browser.until(group).await;
    browser.press_keys(" ").await;
    browser.tab_to("Certain").await;
    browser.press_keys("\u{e007}").await;
    browser.until("return document.activeElement.id === 'verdict'").await;
    browser.tab_to("Next").await;
    browser.press_keys("\u{e007}").await;
    // By a letter for the answer, and one for how sure.
    browser.until("return document.activeElement.id === 'statement'").await;
    let answered = browser.told("progress").await;
    assert!(answered.contains("1 of"), "{answered}");
    browser.press_keys("f").await;
    browser.until("return document.querySelectorAll('input[name=answer]')[1].checked").await;
    browser.press_keys("s").await;
    browser.until("return document.activeElement.id === 'verdict'").await;
    browser.sees("You said: Fact. How sure: fairly sure.").await;
    // What was pressed by mistake is taken back in the same way.
    browser.tab_to("Take back my last answer").await;
    browser.press_keys("\u{e007}").await;
    browser.until("return document.activeElement.id === 'statement'").await;
    assert_eq!(browser.told("progress").await, answered);
    browser.close().await;
}

/// What has the focus is there to be seen.
const FOCUS_IS_KEPT: &str = "const it = document.activeElement; return it !== null && it !== document.body && it.getClientRects().length > 0 && getComputedStyle(it).visibility === 'visible'";
const ENTER: &str = "\u{e007}";

pub async fn an_event_is_held_with_the_keyboard_alone(engine: Engine) {
    let server = app::serve();
    let browser = Browser::open(engine).await;
    open(&browser, &server).await;
    let heading = "return document.activeElement.tagName === 'H1'";
    let on = async |selector: &str| {
        browser.until(&format!("return document.activeElement.matches(`{selector}`)")).await;
    };
    go(&browser, "#/events").await;
    browser.until(heading).await;
    browser.tab_to("Prepare one from: Learning event 2017").await;
    browser.press_keys(ENTER).await;
    browser.find("#programme").await;
    browser.until(heading).await;
    // From the last thing that can be unfolded: there are many before it.
    browser.run("[...document.querySelectorAll('form summary')].at(-1).focus()").await;
    browser.tab_to("Begin the event").await;
    browser.press_keys(ENTER).await;
    browser.find("#scene-words").await;
    browser.until(heading).await;
    // The button for the next step keeps the focus from step to step.
    browser.tab_to("Next: A toddler found alone: the Child S review").await;
    while browser.run("return document.querySelector('#next-step').innerText.trim()").await
        != "Next: talk to your neighbour"
    {
        let before = browser.run("return document.querySelector('#next-step').innerText").await;
        browser.press_keys(ENTER).await;
        browser.until(&format!("return document.querySelector('#next-step').innerText !== {before}")).await;
        on("#next-step").await;
    }
    browser.type_into("#inviting summary", ENTER).await;
    let link = browser.run("return document.querySelector('#invite-link').hash").await;
    // Counted; and taken back, with which the button goes that took it back.
    browser.type_into("[aria-label='5 more for myth']", ENTER).await;
    browser.until("return document.querySelector('.count-number').innerText === '5'").await;
    on("[aria-label='5 more for myth']").await;
    browser.tab_to("Take back the last tap").await;
    browser.press_keys(ENTER).await;
    browser.until("return document.querySelector('.count-number').innerText === '0'").await;
    browser.until(FOCUS_IS_KEPT).await;
    // A table without a name is asked for it.
    browser.type_into(".ballot details summary", ENTER).await;
    browser.tab_to("It says myth").await;
    browser.press_keys(ENTER).await;
    browser.sees("Name the table first.").await;
    on("#table-name").await;
    browser.press_keys("Window").await;
    browser.tab_to("It says myth").await;
    browser.press_keys(ENTER).await;
    browser.sees("Window: myth").await;
    // The room's screen has the focus while it is there, and nothing under it can be reached.
    browser.type_into("#show-room", ENTER).await;
    on("#close-room").await;
    for _ in 0..5 {
        browser.press_keys("\u{e004}").await;
        browser
            .until("const it = document.activeElement; return it === document.body || it.matches('.room, .room-keys *')")
            .await;
    }
    browser.type_into("#close-room", ENTER).await;
    on("#show-room").await;
    // A question that is half typed stays, and so does the focus.
    events::go_on_to(&browser, "statement 9").await;
    events::go_on_to(&browser, "What I take home").await;
    browser.type_into("#panel-question", "Who decides?\u{e007}").await;
    browser.sees("Show to the room").await;
    on("#panel-question").await;
    browser.type_into("#panel-question", "And wh").await;
    browser.type_into("[aria-label='Show to the room: Who decides?']", ENTER).await;
    browser.sees("Hide from the room").await;
    browser.until(FOCUS_IS_KEPT).await;
    assert_eq!(browser.value_of("#panel-question").await, "And wh");
    browser.type_into("#next-step", ENTER).await;
    browser.find("#choices li").await;
    browser.until(FOCUS_IS_KEPT).await;
    for counted in ["5", "10"] {
        browser.type_into("#choices button[aria-label^='5 more']", ENTER).await;
        browser
            .until(&format!("return document.querySelector('#choices strong').innerText === '{counted}'"))
            .await;
        on("#choices button[aria-label^='5 more']").await;
    }
    // Who takes part: the next statement has the focus, the last one too.
    go(&browser, link.as_str().expect("it is an address")).await;
    browser.until(heading).await;
    browser.tab_to("Take part").await;
    browser.press_keys(ENTER).await;
    browser.find("#asking").await;
    browser.until(heading).await;
    for statement in 2..=9 {
        browser.tab_to("Next statement").await;
        browser.press_keys(ENTER).await;
        browser.sees(&format!("Statement {statement} of 9")).await;
        on("#asked").await;
    }
    browser.tab_to("It is over for me").await;
    browser.press_keys(ENTER).await;
    browser.sees("What they were").await;
    browser.until(heading).await;
    browser.close().await;
}

/// The names and roles that each engine itself computes.
pub async fn what_is_asked_has_a_name_and_a_role(engine: Engine) {
    let server = app::serve();
    let browser = Browser::open(engine).await;
    open(&browser, &server).await;
    browser.choose("Start").await;
    let statement = browser.find("#statement").await.text().await.expect("a statement has a text");
    assert_eq!(browser.told("#statement").await, format!("heading \"{statement}\""));
    assert_eq!(browser.told(".answers label:first-of-type input").await, "radio \"Myth\"");
    assert_eq!(browser.told(".answers label:last-of-type input").await, "radio \"Fact\"");
    assert_eq!(browser.told(".answers").await, "group \"Your answer\"");
    assert_eq!(browser.told("progress").await, "progressbar \"0 of 5 answered today\"");
    browser.tick("Fact").await;
    assert_eq!(browser.told("#sureness").await, "group \"How sure are you?\"");
    assert_eq!(browser.told("#sureness .button:last-of-type").await, "button \"Certain\"");
    browser.choose("Certain").await;
    let verdict = browser.find("#verdict").await.text().await.expect("a verdict has a text");
    assert_eq!(browser.told("#verdict").await, format!("heading \"{verdict}\""));
    // The scale on which confidence is said.
    go(&browser, "#/learn/module/learning-event-2017/group-work").await;
    browser.choose("Say how confident you are, before you start").await;
    assert_eq!(browser.told(".scale").await, "group \"Say what a lead practitioner does.\"");
    assert_eq!(browser.told(".scale label:last-of-type input").await, "radio \"10\"");
    browser.close().await;
}

pub async fn colours_and_text_size_are_chosen_once(engine: Engine) {
    let server = app::serve();
    let browser = Browser::open(engine).await;
    open(&browser, &server).await;
    go(&browser, "#/settings").await;
    let root = "return [document.documentElement.dataset.scheme, document.documentElement.dataset.text]";
    browser.tick("High contrast").await;
    browser.tick("Larger").await;
    browser.until("return document.documentElement.dataset.text === 'larger'").await;
    assert_eq!(browser.run(root).await, serde_json::json!(["contrast", "larger"]));
    // They are there again before the app is.
    browser.reload().await;
    assert_eq!(browser.run(root).await, serde_json::json!(["contrast", "larger"]));
    app::ready(&browser).await;
    browser.tick("Dark").await;
    browser.until("return document.documentElement.dataset.scheme === 'dark'").await;
    browser.close().await;
}

pub async fn a_browser_without_wasm_is_told_what_is_needed(engine: Engine) {
    let published = tempfile::tempdir().expect("a temporary folder can be made");
    let folder = published.path().join("dist");
    publish_changed(&folder, |folder| {
        app::run_first(folder, "delete window.WebAssembly");
    });
    let server = Server::start(folder);
    let browser = Browser::open(engine).await;
    browser.goto(&server.address()).await;
    browser.sees("This browser is too old to run the app").await;
    // The frame and its most important words are there all the same.
    browser.sees("If a child is in danger now, ring 999.").await;
    browser.sees("Worried about a child now?").await;
    browser.close().await;
}

pub async fn axe_finds_nothing_in_any_place(engine: Engine) {
    let server = app::serve();
    let browser = Browser::open(engine).await;
    open(&browser, &server).await;
    write_reflection(&browser, "Something to show").await;
    let reading = browser.run("return location.hash").await;
    let mut places: Vec<(String, String)> =
        PLACES.map(|(name, hash)| (name.to_owned(), hash.to_owned())).into();
    places.push(("reading".into(), reading.as_str().unwrap_or_default().to_owned()));
    places.push(("writing".into(), format!("{}/write", reading.as_str().unwrap_or_default())));
    bring_axe(&browser).await;
    let seen = async |name: &str| {
        for width in [1280, 360] {
            // Taller than any page: the bars that stick to the bottom then lie over nothing.
            let look = async |scheme: &str| {
                browser.look_like(width, 9_000, scheme).await;
                browser
                    .until(&format!("return document.documentElement.dataset.scheme === '{scheme}'"))
                    .await;
            };
            look("light").await;
            let mut found = violations(&browser).await;
            look("dark").await;
            found.extend(violations(&browser).await);
            assert!(found.is_empty(), "axe-core found in {name}, {width} px:\n{}", found.join("\n"));
        }
    };
    for (name, hash) in &places {
        go(&browser, hash).await;
        seen(name).await;
    }
    app::used(&browser, &seen).await;
    app::a_round(&browser, seen).await;
    browser.close().await;
}

/// Puts axe-core into the page.
pub async fn bring_axe(browser: &Browser) {
    let script = std::env::var("SECOND_LOOK_AXE").expect("./dev test says where axe-core is");
    let axe = std::fs::read_to_string(script).expect("axe-core can be read");
    browser.client.execute(&format!("{axe}; return typeof axe"), vec![]).await.expect("axe-core runs");
}

/// What axe-core finds in the page as it is.
pub async fn violations(browser: &Browser) -> Vec<String> {
    let run = "const found = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] });
        return found.violations.flatMap((it) => it.nodes.map((node) => `${it.id}: ${node.html.slice(0, 160)} ${node.failureSummary.slice(0, 300)}`));";
    match browser.run_async(run, vec![]).await {
        Value::Array(found) => found.iter().map(ToString::to_string).collect(),
        other => panic!("axe-core did not run: {other}"),
    }
}
