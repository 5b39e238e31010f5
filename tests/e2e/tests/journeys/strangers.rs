//! Text of any shape stays text: packs, files of questions and what people type may hold anything, and nothing of it runs,
//! asks for anything or breaks the page. (A picture that was drawn would be asked for at the [gate](crate::outside).)
use crate::{
    app::{self, go, open},
    backup::choose_named,
    browser::Browser,
    engine::Engine,
    events,
};
use base64::{Engine as _, prelude::BASE64_STANDARD};
use serde_json::{Value, json};

/// What runs, or is drawn, wherever text is taken for a page.
const HOSTILE: &str = "</textarea></title></script><script>window.ran = 1</script><img src=http://outside.example/x onerror=\"window.ran = 1\"><svg onload=\"window.ran = 1\"> javascript:window.ran=1 ${window.ran = 1} {{window.ran = 1}} &lt;b&gt;";

/// It shows every character, is on the page as nothing but text, and the page is no wider than a phone for it.
async fn is_text(browser: &Browser, what: &str, words: &str) {
    let shown = format!("return document.querySelector('main').textContent.includes({})", json!(words));
    assert_eq!(
        browser.run(&shown).await,
        Value::Bool(true),
        "{what}: {words} is not shown as it is; the page says:\n{}",
        browser.text().await
    );
    let made = "return [window.ran ?? null, document.querySelectorAll('main script, main img, main [onload], main [onerror], main a[href^=\"javascript\" i]').length]";
    assert_eq!(browser.run(made).await, json!([null, 0]), "{what}: something was made of it");
    let wide = "return document.documentElement.scrollWidth - document.documentElement.clientWidth";
    assert_eq!(browser.run(wide).await, json!(0), "{what}: the page is too wide");
}

/// A word that no line can hold.
fn long_word() -> String {
    "Donaudampfschifffahrt".repeat(30)
}

pub async fn a_pack_is_text_whatever_it_holds(engine: Engine) {
    let server = app::serve();
    let browser = Browser::open(engine).await;
    open(&browser, &server).await;
    let words = format!("{HOSTILE} {}", long_word());
    let provenance = json!({ "sources": ["site"], "status": "current", "checked": "2026-11" });
    let contact = |name: &str, url: &str| {
        json!({ "format": 1, "id": "stranger", "kind": "area", "title": words, "summary": words, "edited": "2026-11-23",
            "sources": [{ "id": "site", "title": words, "publisher": words, "url": url }],
            "contacts": [{ "id": "door", "name": name, "purpose": "front_door", "phone": "0161 496 0000", "when": words, "provenance": provenance }],
            "glossary": [{ "id": "term", "term": words, "meaning": words, "provenance": provenance }] })
    };
    go(&browser, "#/settings").await;
    // What turns a number about, or lies about where a link leads, is refused.
    let turned = contact("The front door \u{202e}", "https://example.org/");
    add(&browser, &turned).await;
    browser.sees("contacts[0].name: there is a character in it that cannot be seen").await;
    for (url, told) in [
        ("javascript:window.ran=1", "sources[site].url: the link is not a secure address"),
        ("https://example.org@outside.example/", "sources[site].url: the link may not lead where it says"),
    ] {
        add(&browser, &contact("The front door", url)).await;
        browser.sees(told).await;
    }
    assert_eq!(browser.run("return window.ran ?? null").await, Value::Null);
    add(&browser, &contact(&words, "https://example.org/")).await;
    browser.sees("Area changed").await;
    is_text(&browser, "Settings", HOSTILE).await;
    for hash in ["#/worried", "#/guidance/words"] {
        go(&browser, hash).await;
        browser
            .until(&format!("return document.querySelector('main').textContent.includes({})", json!(words)))
            .await;
        is_text(&browser, hash, &words).await;
    }
    browser.close().await;
}

async fn add(browser: &Browser, pack: &Value) {
    choose_named(browser, "#add-area", "pack.json", &BASE64_STANDARD.encode(pack.to_string())).await;
}

pub async fn a_file_of_questions_is_text_whatever_it_holds(engine: Engine) {
    let server = app::serve();
    let browser = Browser::open(engine).await;
    open(&browser, &server).await;
    let quoted = HOSTILE.replace('"', "\"\"");
    let file = format!(
        "question,answer,option a,option b,why,topic\n\"{quoted} stem\",A,\"{quoted} right\",\"{}\",\"{quoted} why\",\"<b>topic</b>\"\n\"Ring \u{202e}0000\u{2066} now{}\",fact,,,,\n",
        long_word(),
        '\u{200b}'
    );
    go(&browser, "#/quiz/questions").await;
    choose_named(&browser, "#questions-file", "questions.csv", &BASE64_STANDARD.encode(file)).await;
    browser.sees("2 questions can be taken.").await;
    browser.choose("Bring them in").await;
    browser.sees("My questions (2)").await;
    is_text(&browser, "My questions", &format!("{HOSTILE} stem")).await;
    // What turns words about, and what nobody sees, is not taken in.
    is_text(&browser, "My questions", "Ring 0000 now").await;
    browser.click("#my-questions li a").await;
    browser.until("return location.hash.includes('/card/')").await;
    app::ready(&browser).await;
    is_text(&browser, "A card", "").await;
    browser.close().await;
}

pub async fn what_people_type_is_text_whatever_it_is(engine: Engine) {
    let server = app::serve();
    let browser = Browser::open(engine).await;
    open(&browser, &server).await;
    let words = format!("{HOSTILE} {}", long_word());
    app::write_reflection(&browser, &words).await;
    is_text(&browser, "A reflection", &words).await;
    go(&browser, "#/reflect").await;
    browser.find("#main ul li a[href*='/reflect/']").await;
    is_text(&browser, "The list", "").await;
    // An event, on the facilitator's page, on the room's screen, and on a phone.
    events::prepare(&browser).await;
    browser.empty("#event-title").await;
    browser.type_into("#event-title", HOSTILE).await;
    browser.type_into("#event-outcomes", &words).await;
    browser.choose("Begin the event").await;
    browser.find("#scene-words").await;
    is_text(&browser, "The first scene", HOSTILE).await;
    browser.choose("Show it on this screen").await;
    is_text(&browser, "The room's screen", HOSTILE).await;
    browser.choose("Close").await;
    browser.close().await;
}
