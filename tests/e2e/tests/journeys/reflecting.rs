//! Reflect: writing by a model, the log beside the words, earlier versions, the bin, and finding.
use crate::{
    app::{self, begin_reflection, go, open, save, told_state},
    browser::Browser,
    engine::Engine,
    measure::{spread, times},
};

pub async fn another_model_takes_no_word_away(engine: Engine) {
    let server = app::serve();
    let browser = Browser::open(engine).await;
    open(&browser, &server).await;
    go(&browser, "#/reflect/new").await;
    browser.choose("Reflective Cycle").await;
    browser.type_into("#passage-gibbs-feelings", "Uneasy, and in a hurry.").await;
    pick(&browser, "#layout", "A blank page").await;
    browser.type_into("#passage-page", "It was late.").await;
    assert_eq!(browser.value_of("#passage-gibbs-feelings").await, "Uneasy, and in a hurry.");
    pick(&browser, "#layout", "What? So what? Now what?").await;
    browser.find("#passage-what").await;
    assert_eq!(browser.value_of("#passage-page").await, "It was late.");
    browser.click("#one-at-a-time").await;
    browser.sees("What? (1 of 5)").await;
    browser.choose("Next").await;
    browser.sees("So what? (2 of 5)").await;
    told_state(&browser, "Draft kept").await;
    save(&browser).await;
    browser.sees("Uneasy, and in a hurry.").await;
    browser.sees("It was late.").await;
    browser.close().await;
}

pub async fn what_a_supervision_log_needs_is_kept_and_read(engine: Engine) {
    let server = app::serve();
    let browser = Browser::open(engine).await;
    open(&browser, &server).await;
    begin_reflection(&browser).await;
    browser.type_into("#passage-what", "I did not ask who else lived there.").await;
    browser.click("#details > summary").await;
    pick(&browser, "#activity", "Group or peer supervision").await;
    browser.type_into("#hours", "an hour").await;
    // It is not saved as something else: the browser leads back to the field, and unfolds what it stands in.
    browser.click("#details > summary").await;
    browser.choose("Save").await;
    browser.sees("Write it as a number of hours").await;
    browser.until("return document.activeElement.id === 'hours'").await;
    browser.empty("#hours").await;
    browser.type_into("#hours", "1:30").await;
    browser.type_into("#participatory", "1").await;
    browser.type_into("#with", "Team manager").await;
    browser.type_into("#passage-childs-voice", "She points at the door.").await;
    browser.type_into("#tags", "neglect, fathers").await;
    pick(&browser, "#link", "Treat what you are told").await;
    told_state(&browser, "Draft kept").await;
    browser.reload().await;
    app::ready(&browser).await;
    assert_eq!(browser.value_of("#hours").await, "1.5");
    save(&browser).await;
    let said = browser.text().await;
    for expected in [
        "Group or peer supervision",
        "1.5",
        "Team manager",
        "neglect, fathers",
        "She points at the door.",
        "Treat what you are told",
    ] {
        assert!(said.contains(expected), "{expected} is not in {said}");
    }
    browser.choose("Add an action").await;
    browser.type_into("#action", "Ask the nursery who collects.").await;
    browser.type_into("#owner", "Health visitor").await;
    browser.choose("Save").await;
    browser.sees("Saved for Today").await;
    browser.choose("Ask the nursery who collects.").await;
    browser.client.back().await.expect("there is a page before");
    go(&browser, "#/reflect").await;
    browser.choose("I did not ask who else lived there.").await;
    browser.sees("Health visitor").await;
    browser.choose("Bring it to supervision").await;
    browser.sees("Ready for supervision").await;
    go(&browser, "#/reflect").await;
    browser.sees("One reflection to bring").await;
    browser.close().await;
}

pub async fn every_saved_version_can_be_brought_back(engine: Engine) {
    let server = app::serve();
    let browser = Browser::open(engine).await;
    open(&browser, &server).await;
    app::write_reflection(&browser, "First thoughts").await;
    browser.choose("Change it").await;
    browser.empty("#passage-what").await;
    browser.type_into("#passage-what", "Second thoughts").await;
    save(&browser).await;
    browser.choose("What it said before").await;
    browser.until("return document.querySelector('del')?.innerText.includes('First') ?? false").await;
    browser.until("return document.querySelector('ins')?.innerText.includes('Second') ?? false").await;
    browser.choose("Bring back what it said before").await;
    browser.sees("Brought back").await;
    browser
        .until("return document.querySelector('.passage')?.innerText.includes('First thoughts') ?? false")
        .await;
    browser.sees("2 earlier versions").await;
    browser.close().await;
}

pub async fn what_is_in_the_bin_can_be_taken_out_and_deleted_for_good(engine: Engine) {
    let server = app::serve();
    let browser = Browser::open(engine).await;
    open(&browser, &server).await;
    app::write_reflection(&browser, "Worth keeping after all").await;
    browser.choose("Delete it").await;
    browser.click("dialog [data-kind=danger]").await;
    browser.sees("The bin (1)").await;
    go(&browser, "#/reflect/bin").await;
    browser.choose("Take out").await;
    browser.sees("The bin is empty").await;
    go(&browser, "#/reflect").await;
    browser.choose("Worth keeping after all").await;
    browser.choose("Delete it").await;
    browser.click("dialog [data-kind=danger]").await;
    browser.sees("The bin (1)").await;
    go(&browser, "#/reflect/bin").await;
    browser.choose("Delete for good").await;
    browser.click("dialog [data-kind=danger]").await;
    browser.sees("Deleted for good").await;
    browser.reload().await;
    app::ready(&browser).await;
    browser.sees("The bin is empty").await;
    browser.close().await;
}

pub async fn what_was_written_is_found_by_its_words_and_narrowed(engine: Engine) {
    let server = app::serve();
    let browser = Browser::open(engine).await;
    open(&browser, &server).await;
    for words in ["The minutes were wrong", "A father who was not asked", "Minutes again", "A good visit"] {
        app::write_reflection(&browser, words).await;
    }
    browser.choose("Bring it to supervision").await;
    browser.sees("Ready for supervision").await;
    go(&browser, "#/reflect").await;
    browser.sees("4 reflections").await;
    browser.type_into("#query", "minu").await;
    browser.sees("2 of 4 reflections").await;
    // What was looked for is still there on the way back.
    browser.choose("Minutes again").await;
    browser.sees("Change it").await;
    browser.client.back().await.expect("there is a page before");
    browser.sees("2 of 4 reflections").await;
    browser.empty("#query").await;
    browser.click(".guide summary").await;
    browser.tick("Only what I bring to supervision").await;
    browser.sees("1 of 4 reflections").await;
    browser.until("return document.querySelector('#reflections').innerText.includes('A good visit')").await;
    browser.close().await;
}

/// Chooses the option of a list whose label begins so.
async fn pick(browser: &Browser, list: &str, label: &str) {
    browser.find(list).await;
    browser
        .until(&format!(
            "const list = document.querySelector('{list}'); const option = [...list.options].find((it) => it.label.startsWith('{label}')); if (!option) return false; list.value = option.value; list.dispatchEvent(new Event('change', {{ bubbles: true }})); return true"
        ))
        .await;
}

pub async fn what_could_tell_who_it_is_is_nudged_and_replaced(engine: Engine) {
    let server = app::serve();
    let browser = Browser::open(engine).await;
    open(&browser, &server).await;
    begin_reflection(&browser).await;
    let said = "I rang 0161 603 4500. Mum Kelly said that Kelly moved on 12 March 2024, NHS 943 476 5919.";
    browser.type_into("#passage-what", said).await;
    browser.sees("things here could tell who it is").await;
    browser.click(".nudge:not([data-empty=true]) summary").await;
    browser.sees("is an NHS number").await;
    browser.sees("Kelly is a name").await;
    browser.sees("a rare detail can tell who it is").await;
    let nudge = "return document.querySelector('.nudge:not([data-empty=true])').innerText";
    let told = browser.run(nudge).await.to_string();
    assert!(!told.contains("603 4500"), "a number that the app itself shows is nobody's: {told}");
    browser.choose("Write \u{201c}[NHS number]\u{201d}").await;
    browser.until("return document.querySelector('#passage-what').value.includes('NHS [NHS number]')").await;
    browser.choose("Put back what it said").await;
    browser.until("return document.querySelector('#passage-what').value.includes('943 476 5919')").await;
    browser.choose("Write \u{201c}[NHS number]\u{201d}").await;
    browser.choose("Always leave it").await;
    browser.sees("Left from now on").await;
    told_state(&browser, "Draft kept").await;
    save(&browser).await;
    go(&browser, "#/settings").await;
    browser.choose("Nudge me again").await;
    browser.sees("You will be nudged again").await;
    browser.close().await;
}

/// With the nudge under the box: it looks at the text in the pauses, so that no key waits for it.
pub async fn a_key_in_a_long_reflection_is_quick(engine: Engine) {
    let server = app::serve();
    let browser = Browser::open_new(engine).await;
    open(&browser, &server).await;
    begin_reflection(&browser).await;
    let measure = "
        const field = document.querySelector('#passage-what');
        const type = (text) => { field.value = text; field.dispatchEvent(new Event('input', { bubbles: true })); };
        const words = 'Mum said that the boy was tired and that his school had rung the health visitor in March twice about it. '.repeat(100);
        const long = [];
        new PerformanceObserver((list) => long.push(...list.getEntries().map((it) => it.duration))).observe({ type: 'longtask' });
        type(words);
        await new Promise((done) => setTimeout(done, 1000));
        long.length = 0;
        const times = [];
        for (let key = 1; key <= 80; key += 1) {
            const begun = performance.now();
            type(words + 'and then we went home again to talk it over '.repeat(3).slice(0, key));
            for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
            times.push(performance.now() - begun);
            await new Promise((done) => setTimeout(done, key % 20 === 0 ? 400 : 10));
        }
        return [times, words.split(' ').length, long];";
    let answer = browser.run_async(measure, vec![]).await;
    let times = times(&answer[0]);
    assert!(times.len() == 80 && answer[1].as_u64().is_some_and(|words| words > 2_000), "{answer}");
    let (median, p95) = spread(times);
    println!(
        "a key in 2,000 words: median {median:.1} ms, 95th percentile {p95:.1} ms; long tasks: {}",
        answer[2]
    );
    assert!(p95 < 5.0, "a key takes {p95:.1} ms (median {median:.1})");
    browser.close().await;
}
