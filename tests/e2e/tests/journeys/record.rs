//! Going to a regulator: forms filled in and copied, records counted, plain files.
use crate::{
    app::{self, go, open, save, write_reflection},
    backup::{catch_file, caught},
    browser::Browser,
    engine::Engine,
};
use base64::{Engine as _, prelude::BASE64_STANDARD};
use serde_json::{Value, json};

pub const SWE: &str = "#/reflect/form/england/template-swe";
pub const NMC_LOG: &str = "#/reflect/form/england/template-nmc-cpd-log";

/// In place of the clipboard, which no test may read: what would be copied.
const CLIPBOARD: &str = "
    window.copied = [];
    const clipboard = { writeText: async (text) => { window.copied.push(text); } };
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });";

pub async fn a_forms_answers_are_taken_from_what_was_written_and_copied(engine: Engine) {
    let server = app::serve();
    let browser = Browser::open(engine).await;
    open(&browser, &server).await;
    app::begin_reflection(&browser).await;
    browser.type_into("#passage-what", "I did not ask who else lived there.").await;
    browser.type_into("#passage-so-what", "I look for incidents, not for patterns.").await;
    browser.type_into("#passage-now-what", "I read the chronology first.").await;
    save(&browser).await;
    go(&browser, SWE).await;
    browser.sees("This form was last checked: November 2023.").await;
    browser.choose("I did not ask who else lived there.").await;
    browser.sees("From what you wrote").await;
    // What is put in place of Firefox's own clipboard is an object of another world, which the app does not take:
    // there it is the real one, and what is on it is not read.
    let is_read = engine != Engine::Firefox;
    if is_read {
        browser.run(CLIPBOARD).await;
    } else {
        println!("SKIPPED in {}: reading what was copied; that it was copied is seen", engine.name());
    }
    browser.click("[data-field=swe-learnt] .copy button").await;
    browser
        .until("return document.querySelector('[data-field=swe-learnt] .copied').innerText === 'Copied'")
        .await;
    browser.click("#take-it ~ p .copy button").await;
    browser.until("return document.querySelector('#take-it ~ p .copied').innerText === 'Copied'").await;
    if is_read {
        let copied = browser.run("return window.copied").await;
        assert_eq!(copied[0], "I look for incidents, not for patterns.");
        let all = copied[1].as_str().unwrap_or_default();
        assert!(all.contains("What you learnt\nI look for incidents"), "{all}");
        assert!(all.contains("I read the chronology first."), "{all}");
    }
    // Where the browser refuses, the text is selected to be copied by hand.
    browser
        .run("Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined })")
        .await;
    browser.click("[data-field=swe-impact] .copy button").await;
    browser.until("return getSelection().toString() === 'I read the chronology first.'").await;
    browser.sees("Selected: copy it with your device's own menu").await;
    // Said otherwise for this form, the rest of the reflection stays as it was.
    browser.click("[data-field=swe-learnt] .button-row > button").await;
    browser.find("#passage-swe-learnt").await;
    assert_eq!(browser.value_of("#passage-swe-learnt").await, "I look for incidents, not for patterns.");
    browser.type_into("#passage-swe-learnt", " Now I do.").await;
    save(&browser).await;
    browser.client.back().await.expect("there is a page before");
    browser.until("return document.querySelector('[data-field=swe-learnt] .as-written')?.innerText === 'I look for incidents, not for patterns. Now I do.'").await;
    browser.sees("Your own answer").await;
    browser.close().await;
}

pub async fn two_records_are_kept_and_counted_at_once(engine: Engine) {
    let server = app::serve();
    let browser = Browser::open(engine).await;
    open(&browser, &server).await;
    go(&browser, "#/reflect/record").await;
    browser.click("#social-work-england").await;
    browser.sees("0 of 2").await;
    browser.click("#nmc").await;
    browser.sees("0 of 35").await;
    browser.sees("No last day is set").await;
    let year = browser.run("return new Date().getFullYear() + 1").await;
    let until = format!("{year}-03-31");
    let set = "const day = document.querySelector('#nmc-until'); const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set; set.call(day, given[0]); day.dispatchEvent(new Event('change', { bubbles: true })); return true";
    browser.run_async(set, vec![json!(until)]).await;
    browser.sees(&format!("to 31 March {year}")).await;
    browser.sees("days left").await;
    app::begin_reflection(&browser).await;
    browser.type_into("#passage-what", "A day on coercive control").await;
    browser.click("#details > summary").await;
    browser.type_into("#hours", "6").await;
    browser.type_into("#participatory", "4.5").await;
    browser.tick("Social Work England").await;
    browser.tick("Nursing and Midwifery Council (NMC)").await;
    app::told_state(&browser, "Draft kept").await;
    save(&browser).await;
    go(&browser, "#/reflect/record").await;
    for told in ["1 of 2", "0 of 1", "6 of 35", "4.5 of 20", "0 of 5"] {
        browser.sees(told).await;
    }
    browser.sees("Still missing: one more piece, different from the first; what you learned from talking one of them over with a peer.").await;
    browser.sees("29 more hours; 15.5 of them with others; 5 accounts; 5 pieces of feedback.").await;
    browser.sees("Not counted here: your practice hours").await;
    browser.sees("This was last checked: November 2023.").await;
    go(&browser, NMC_LOG).await;
    browser.until("return document.querySelectorAll('#log tbody tr').length === 1").await;
    browser.sees("In all").await;
    browser.close().await;
}

pub async fn a_file_that_is_not_sealed_is_saved_only_after_a_yes(engine: Engine) {
    let server = app::serve();
    let browser = Browser::open(engine).await;
    open(&browser, &server).await;
    write_reflection(&browser, "Words in a file").await;
    go(&browser, "#/reflect/record").await;
    browser.click("#export summary").await;
    browser.sees("The file is not sealed.").await;
    catch_file(&browser).await;
    browser.choose("To read (.md)").await;
    browser.sees("Save a file that is not sealed?").await;
    browser.choose("Leave it").await;
    assert_eq!(browser.run("return window.caught").await, Value::Null);
    browser.choose("For programs (.json)").await;
    browser.click("dialog[open] [data-kind=danger]").await;
    let file = BASE64_STANDARD.decode(caught(&browser).await).expect("it was encoded so");
    let file: Value = serde_json::from_slice(&file).expect("it is JSON");
    assert_eq!(file["reflections"][0]["passages"][0]["text"], "Words in a file");
    // A Word file, of one form.
    go(&browser, SWE).await;
    browser.choose("Words in a file").await;
    browser.find("#filled").await;
    browser.run("window.caught = null").await;
    browser.choose("Word file").await;
    let file = BASE64_STANDARD.decode(caught(&browser).await).expect("it was encoded so");
    assert!(file.starts_with(b"PK"), "it is no Word file");
    assert!(String::from_utf8_lossy(&file).contains("Words in a file"));
    // Shared as a file, where the browser can.
    browser.run("window.shared = []; navigator.canShare = () => true; navigator.share = async (data) => { window.shared.push(data.files[0].name, await data.files[0].text()); }").await;
    go(&browser, "#/reflect/supervision").await;
    browser.choose("Share").await;
    browser.until("return window.shared.length === 2").await;
    let shared = browser.run("return window.shared").await;
    assert_eq!(shared[0], "supervision.txt");
    assert!(shared[1].as_str().is_some_and(|text| text.starts_with("For supervision\n")), "{shared}");
    browser.close().await;
}
