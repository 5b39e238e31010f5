//! One whole path: from a pack's statements to a reflection that lasts, and what can be read on the way.
use crate::{
    app::{self, answer_from, begin_reflection, go, open, save, told_state},
    browser::Browser,
    engine::Engine,
};

pub async fn from_the_nine_statements_to_a_reflection_that_lasts(engine: Engine) {
    let server = app::serve();
    let browser = Browser::open(engine).await;
    open(&browser, &server).await;
    browser.choose("Quiz").await;
    browser.choose("The nine statements of the day").await;
    browser.sees("Before you start").await;
    browser.choose("Start").await;
    browser.sees("Statement 1 of 9").await;
    // A statement is a myth or a fact: the one whose reasons are looked for here is a myth.
    let is_myth = app::verdict_on(&browser).await == "Myth";
    app::answer_wrongly(&browser, "Certain").await;
    browser.sees(if is_myth { "Not this time. It is a myth" } else { "Not this time. It is a fact" }).await;
    let headings =
        if is_myth { ["The myth", "Why it misleads"] } else { ["What people doubt", "Why they doubt it"] };
    for heading in headings.into_iter().chain(["What the evidence says", "What to do", "Limits"]) {
        browser.sees(heading).await;
    }
    // Left in the middle and taken up again at the next statement.
    browser.reload().await;
    browser.sees("Statement 2 of 9").await;
    answer_from(&browser, "Fairly sure", 2..=9).await;
    browser.sees("8 of 9").await;
    browser.sees("You were certain and wrong once.").await;
    browser.choose("Reflect on this").await;
    browser.sees("About: The nine statements of the day").await;
    browser.type_into("#passage-what", "I was sure that it was a one-off.").await;
    browser.type_into("#passage-so-what", "I look for incidents, not for patterns.").await;
    browser.type_into("#passage-now-what", "Read the chronology first.").await;
    save(&browser).await;
    browser.sees("I look for incidents, not for patterns.").await;
    browser.reload().await;
    browser.sees("Read the chronology first.").await;
    go(&browser, "#/reflect").await;
    browser.sees("I was sure that it was a one-off.").await;
    assert!(!browser.run("return document.title").await.to_string().contains("one-off"));
    browser.close().await;
}

pub async fn take_home_messages_levels_and_numbers_can_be_read(engine: Engine) {
    let server = app::serve();
    let browser = Browser::open(engine).await;
    open(&browser, &server).await;
    browser.choose("Learn").await;
    browser.choose("Take-home messages").await;
    browser.until("return document.querySelectorAll('.card-list > li').length === 13").await;
    browser.choose("Guidance").await;
    browser.choose("Words and abbreviations").await;
    browser.sees("ICPC").await;
    browser.choose("Guidance").await;
    browser.choose("The four levels").await;
    browser.until("return document.querySelectorAll('.level').length === 4").await;
    browser.choose("Worried about a child now?").await;
    browser.sees("0161 603 4500").await;
    let first = browser.run("return document.querySelector('.contact .number').getAttribute('href')").await;
    assert_eq!(first, "tel:999");
    let dated = "return [...document.querySelectorAll('.contact')].every((it) => /Checked|Not yet checked/.test(it.innerText))";
    assert_eq!(browser.run(dated).await, true, "a number stands there without the date it was checked");
    // Back goes back.
    browser.client.back().await.expect("there is a page before");
    browser.until("return document.title.startsWith('Levels of need')").await;
    browser.close().await;
}

pub async fn back_leads_to_the_place_on_the_page(engine: Engine) {
    let server = app::serve();
    let browser = Browser::open(engine).await;
    open(&browser, &server).await;
    go(&browser, "#/learn").await;
    browser.find("#lessons li").await;
    browser.run("scrollTo(0, 700)").await;
    browser.until("return scrollY === 700").await;
    browser.run("document.querySelector('#lessons li:nth-child(5) a').click()").await;
    browser.sees("Stop where you like").await;
    browser.until("return scrollY === 0").await;
    browser.client.back().await.expect("there is a page before");
    browser.until("return document.title.startsWith('Learn') && scrollY === 700").await;
    // Screen readers begin at the heading all the same.
    browser.until("return document.activeElement.tagName === 'H1'").await;
    browser.client.forward().await.expect("there is a page after");
    browser.until("return document.title.startsWith('A lesson') && scrollY === 0").await;
    browser.close().await;
}

pub async fn a_draft_outlives_a_reload_and_a_discarded_one_can_be_taken_back(engine: Engine) {
    let server = app::serve();
    let browser = Browser::open(engine).await;
    open(&browser, &server).await;
    begin_reflection(&browser).await;
    browser.type_into("#passage-what", "Half a thou").await;
    told_state(&browser, "Draft kept").await;
    browser.reload().await;
    browser.find("#passage-what").await;
    assert_eq!(browser.value_of("#passage-what").await, "Half a thou");
    browser.choose("Throw away").await;
    browser.sees("Throw this draft away?").await;
    browser.choose("Throw it away").await;
    browser.sees("Nothing written yet").await;
    browser.choose("Undo").await;
    browser.sees("Drafts to finish").await;
    browser.choose("Half a thou").await;
    browser.find("#passage-what").await;
    assert_eq!(browser.value_of("#passage-what").await, "Half a thou");
    browser.close().await;
}

pub async fn a_deleted_reflection_can_be_taken_back(engine: Engine) {
    let server = app::serve();
    let browser = Browser::open(engine).await;
    open(&browser, &server).await;
    app::write_reflection(&browser, "Worth keeping").await;
    browser.choose("Delete it").await;
    browser.sees("Delete this reflection?").await;
    browser.choose("Keep it").await;
    browser.choose("Delete it").await;
    browser.click("dialog [data-kind=danger]").await;
    browser.sees("Put in the bin").await;
    browser.choose("Undo").await;
    browser
        .until("return document.querySelector('#reflections')?.innerText.includes('Worth keeping') ?? false")
        .await;
    browser.close().await;
}
