//! Two tabs: one writes, the other reads, and can take over without losing a word.
use crate::{
    app::{self, begin_reflection, go, open, ready, write_reflection},
    browser::Browser,
    engine::Engine,
};

pub async fn one_tab_writes_and_the_other_can_take_over(engine: Engine) {
    let server = app::serve();
    let browser = Browser::open(engine).await;
    open(&browser, &server).await;
    write_reflection(&browser, "From the first tab").await;
    begin_reflection(&browser).await;
    let first = browser.this_tab().await;
    let address = browser.run("return location.href").await;
    let second = browser.new_tab().await;
    browser.goto(address.as_str().expect("an address is text")).await;
    browser.sees("Second Look is open in another tab").await;
    browser.until("return document.querySelector('#passage-what')?.readOnly ?? false").await;
    go(&browser, "#/reflect").await;
    browser.sees("From the first tab").await;
    browser.client.back().await.expect("there is a page before");
    browser.until("return document.querySelector('#passage-what')?.readOnly ?? false").await;
    // The editor lies open in both tabs while the first goes on writing.
    browser.switch_to(&first).await;
    browser.type_into("#passage-what", "Not yet sav").await;
    browser.switch_to(&second).await;
    browser.choose("Write here instead").await;
    browser.until("return document.querySelector('#reading') === null").await;
    browser.until("return document.querySelector('#passage-what')?.value === 'Not yet sav'").await;
    browser.type_into("#passage-what", "ed, but now").await;
    app::save(&browser).await;
    // The first tab can only read now, and its words were not lost.
    browser.switch_to(&first).await;
    browser.sees("Second Look is open in another tab").await;
    assert_eq!(browser.run("return location.href").await, address);
    go(&browser, "#/reflect").await;
    ready(&browser).await;
    browser.sees("Not yet saved, but now").await;
    browser.close().await;
}

pub async fn a_tab_whose_right_to_write_is_taken_knows_it(engine: Engine) {
    let server = app::serve();
    let browser = Browser::open(engine).await;
    open(&browser, &server).await;
    begin_reflection(&browser).await;
    // As a tab does when this one does not answer.
    browser
        .run("navigator.locks.request('second-look-writer', { steal: true }, () => new Promise(() => {})); return true")
        .await;
    browser.sees("Second Look is open in another tab").await;
    browser.until("return document.querySelector('#passage-what')?.readOnly ?? false").await;
    // And it can take it back.
    browser.choose("Write here instead").await;
    browser.until("return document.querySelector('#passage-what')?.readOnly === false").await;
    browser.type_into("#passage-what", "Mine again").await;
    app::save(&browser).await;
    browser.close().await;
}

pub async fn answers_and_intentions_follow_the_right_to_write(engine: Engine) {
    const SECTION: &str = "#/learn/section/learning-event-2017/toddler-minutes";
    let server = app::serve();
    let browser = Browser::open(engine).await;
    open(&browser, &server).await;
    go(&browser, SECTION).await;
    browser.find("#answer-toddler-minutes-know").await;
    let first = browser.this_tab().await;
    let second = browser.new_tab().await;
    browser.goto(&format!("{}{SECTION}", server.address())).await;
    browser.until("return document.querySelector('#answer-toddler-minutes-know')?.readOnly ?? false").await;
    browser.switch_to(&first).await;
    browser.type_into("#answer-toddler-minutes-know", "Who wrote them").await;
    // Taken over before the pause in typing is over: the first tab keeps its words first.
    browser.switch_to(&second).await;
    browser.choose("Write here instead").await;
    browser
        .until("return document.querySelector('#answer-toddler-minutes-know')?.value === 'Who wrote them'")
        .await;
    browser.type_into("#answer-toddler-minutes-know", ", and when").await;
    browser.sees("Draft kept").await;
    browser.switch_to(&first).await;
    browser.choose("Write here instead").await;
    browser
        .until("return document.querySelector('#answer-toddler-minutes-know')?.value === 'Who wrote them, and when'")
        .await;
    // So it is with what a person means to do: kept without Save, and the same in both.
    browser.choose("Make this my take-home message").await;
    browser.type_into("#action", "Read them").await;
    browser.sees("Kept for Today").await;
    browser.switch_to(&second).await;
    go(&browser, "#/").await;
    browser.choose("Read them").await;
    browser.until("return document.querySelector('#action')?.readOnly ?? false").await;
    browser.choose("Write here instead").await;
    browser.until("return document.querySelector('#action')?.readOnly === false").await;
    browser.type_into("#action", " twice").await;
    browser.choose("Save").await;
    browser.sees("Read them twice").await;
    browser.close().await;
}
