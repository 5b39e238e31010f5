//! Going to supervision: tick, agenda, held, outcome.
use crate::{
    app::{self, go, open, write_reflection},
    browser::Browser,
    engine::Engine,
};
use serde_json::json;

pub async fn what_is_ticked_comes_to_the_meeting_and_what_came_of_it_is_kept(engine: Engine) {
    let server = app::serve();
    let browser = Browser::open(engine).await;
    open(&browser, &server).await;
    write_reflection(&browser, "I did not ask who else lived there.").await;
    browser.choose("Bring it to supervision").await;
    browser.sees("Ready for supervision").await;
    browser.choose("Add an action").await;
    browser.type_into("#action", "Ask the nursery who collects").await;
    browser.choose("Save").await;
    browser.sees("Saved for Today").await;
    go(&browser, "#/reflect/supervision").await;
    browser.sees("I did not ask who else lived there.").await;
    browser.sees("Ask the nursery who collects").await;
    browser.sees("Decisions about a child belong in the child's record.").await;
    browser.type_into("#with", "Team manager").await;
    browser.type_into("#points", "My workload. And call 07700 900123.").await;
    browser.sees("could tell who it is").await;
    app::told_state(&browser, "Kept").await;
    browser.reload().await;
    app::ready(&browser).await;
    assert_eq!(browser.value_of("#points").await, "My workload. And call 07700 900123.");
    browser.choose("Done").await;
    browser.sees("Nothing is open.").await;
    browser.choose("It was held").await;
    browser.sees("When was it held?").await;
    browser.click("dialog[open] .button").await;
    browser.sees("Supervision on ").await;
    browser.sees("I did not ask who else lived there.").await;
    browser.type_into("#outcome", "I take the matrix along.").await;
    browser.type_into("#length", "an hour").await;
    browser.click("#outcome").await;
    browser.sees("Write it as a number of hours").await;
    browser.find("#length").await.clear().await.expect("a field can be emptied");
    browser.type_into("#length", "1:30").await;
    app::told_state(&browser, "Kept").await;
    browser.reload().await;
    app::ready(&browser).await;
    assert_eq!(browser.value_of("#outcome").await, "I take the matrix along.");
    assert_eq!(browser.value_of("#length").await, "1.5");
    // It was brought: nothing is left to bring, and the meeting stands among those held.
    go(&browser, "#/reflect/supervision").await;
    browser.sees("Nothing yet. Open a reflection").await;
    browser.until("return document.querySelectorAll('#held li').length === 1").await;
    browser.sees("Team manager · One reflection brought").await;
    browser.click("#held a").await;
    browser.choose("Remove it").await;
    browser.sees("No meeting has been noted yet.").await;
    browser.choose("Undo").await;
    browser.until("return document.querySelectorAll('#held li').length === 1").await;
    browser.close().await;
}

pub async fn a_meeting_without_a_word_is_held_and_that_can_be_taken_back(engine: Engine) {
    let server = app::serve();
    let browser = Browser::open(engine).await;
    open(&browser, &server).await;
    write_reflection(&browser, "The minutes were wrong").await;
    browser.choose("Bring it to supervision").await;
    browser.sees("Ready for supervision").await;
    go(&browser, "#/reflect/supervision").await;
    browser.choose("It was held").await;
    let set = "const day = document.querySelector('#held-on'); const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set; set.call(day, given[0]); day.dispatchEvent(new Event('input', { bubbles: true })); return true";
    browser.run_async(set, vec![json!("2999-01-01")]).await;
    browser.sees("Choose a day up to today.").await;
    browser.run_async(set, vec![json!("2026-01-05")]).await;
    browser.click("dialog[open] .button").await;
    browser.sees("Supervision on 5 January 2026").await;
    browser.choose("Undo").await;
    browser.sees("That supervision is not here").await;
    go(&browser, "#/reflect/supervision").await;
    browser.until("return document.querySelectorAll('#bring li').length === 1").await;
    browser.choose("Not now").await;
    browser.sees("Nothing yet. Open a reflection").await;
    browser.close().await;
}
