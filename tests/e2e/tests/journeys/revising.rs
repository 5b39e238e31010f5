//! Revision: a first answer in two taps, answers taken back and explained, a month of two minutes a day, and a long break.
use crate::{
    app::{self, answer, answer_from, answer_wrongly, catch_files, go, offered_file, open, verdict_on},
    browser::Browser,
    engine::Engine,
};
use icalendar::Component;
use serde_json::{Value, json};

/// The days that have gone by, by the browser's own clock: what the app asks for the time is told so many more.
async fn days_pass(browser: &Browser, days: u32) {
    browser
        .run(&format!(
            "window.Clock ??= window.Date;
            window.ahead = (window.ahead ?? 0) + {days} * 86_400_000;
            window.Date = class extends window.Clock {{
                constructor(...given) {{ given.length ? super(...given) : super(window.Clock.now() + window.ahead) }}
                static now() {{ return window.Clock.now() + window.ahead }}
            }};"
        ))
        .await;
}

/// One sitting of a person who takes a statement for true until they have been told otherwise, and remembers what they
/// were told. `given[0]` is what they know; gives back what they know now, and each card with whether it was right.
const SITTING: &str = "
    const [knows, most] = given;
    const until = async (test) => {
        for (let turn = 0; turn < 500; turn += 1) {
            const it = test();
            if (it) return it;
            await new Promise((done) => setTimeout(done, 10));
        }
        throw new Error('it never came about that ' + test + ' in ' + document.querySelector('main').innerText);
    };
    const button = (words) => [...document.querySelectorAll('main button')].find((it) => it.innerText.trim() === words);
    location.hash = '#/quiz/revise';
    const answered = [];
    while (answered.length < most) {
        const here = await until(() => document.querySelector('#done, #statement'));
        if (here.id === 'done') break;
        const asked = here.innerText;
        const labels = [...document.querySelectorAll('.answers label')];
        if (labels.length === 0) {
            (await until(() => button('Show the answer'))).click();
            await until(() => document.querySelector('#answer'));
            button('Yes').click();
            answered.push([asked, 'recalled']);
            await until(() => !document.querySelector('#answer'));
            continue;
        }
        const said = knows[asked] ?? labels.at(-1).textContent.trim();
        labels.find((it) => it.textContent.trim() === said).querySelector('input').click();
        await until(() => document.querySelector('#sureness[data-shown]'));
        button('Certain').click();
        const verdict = (await until(() => document.querySelector('#verdict'))).innerText;
        answered.push([asked, verdict.startsWith('Right') ? 'right' : 'wrong']);
        const fact = document.querySelector('#answer')?.textContent.trim();
        knows[asked] = fact ?? (verdict.includes('myth') ? 'Myth' : 'Fact');
        button('Next').click();
        await until(() => !document.querySelector('#verdict'));
    }
    location.hash = '#/';
    await until(() => document.querySelector('#two-minutes'));
    return [knows, answered];";

pub async fn a_first_answer_takes_two_taps(engine: Engine) {
    let server = app::serve();
    let browser = Browser::open(engine).await;
    open(&browser, &server).await;
    // The first tap.
    browser.choose("Start").await;
    // The second is an answer; it can be changed until it is seen, and nothing counts yet.
    browser.tick("Myth").await;
    browser.sees("How sure are you?").await;
    browser.sees("0 of 5 answered today").await;
    browser.tick("Fact").await;
    browser.choose("Certain").await;
    browser.find("#verdict").await;
    browser.sees("You said: Fact. How sure: certain.").await;
    browser.sees("1 of 5 answered today").await;
    browser.close().await;
}

pub async fn answers_are_taken_back_and_every_day_is_explained(engine: Engine) {
    let server = app::serve();
    let browser = Browser::open(engine).await;
    open(&browser, &server).await;
    browser.choose("Start").await;
    let first = browser.find("#statement").await.text().await.expect("it has a text");
    answer_wrongly(&browser, "Guess").await;
    browser.sees("It is asked once more today").await;
    browser.choose("Take back my last answer").await;
    browser.sees("0 of 5 answered today").await;
    assert_eq!(browser.find("#statement").await.text().await.expect("it has a text"), first);
    let verdict = verdict_on(&browser).await;
    answer(&browser, verdict, "Certain").await;
    browser.sees("It comes back in 8 days").await;
    browser.choose("Why then?").await;
    browser.sees("It is due in 8 days").await;
    browser.sees("right, and certain").await;
    browser.click("#why-due summary").await;
    browser.until("return document.querySelectorAll('#why-due tbody tr').length === 2").await;
    browser.sees("A guess, and wrong (taken back)").await;
    // Left in the middle, taken up at the next card, also after a new start.
    go(&browser, "#/").await;
    browser.sees("4 new cards").await;
    browser.reload().await;
    browser.choose("Go on").await;
    browser.sees("1 of 5 answered today").await;
    assert_ne!(browser.find("#statement").await.text().await.expect("it has a text"), first);
    browser.close().await;
}

pub async fn a_round_teaches(engine: Engine) {
    let server = app::serve();
    let browser = Browser::open(engine).await;
    open(&browser, &server).await;
    go(&browser, "#/quiz").await;
    browser.choose("A mix of everything").await;
    browser.choose("Start").await;
    answer_wrongly(&browser, "Certain").await;
    browser.choose("Next statement").await;
    answer_wrongly(&browser, "Guess").await;
    browser.choose("Next statement").await;
    answer_from(&browser, "Certain", 3..=10).await;
    browser.sees("8 of 10").await;
    browser.sees("you know about 60 in 100").await;
    browser.sees("You were certain and wrong once.").await;
    let told =
        "return [...document.querySelectorAll('.results .told')].map((it) => it.innerText).slice(0, 3)";
    assert_eq!(
        browser.run(told).await,
        json!(["Certain, but wrong", "A guess, and wrong", "Right, and certain"])
    );
    // No myth stands in the list: its fact does.
    let myths: Vec<_> = app::statements().into_iter().filter(|(_, verdict)| *verdict == "Myth").collect();
    let page = browser.text().await;
    for (myth, _) in myths {
        assert!(!page.contains(&myth), "the list says \"{myth}\"");
    }
    // What was wrong is asked by itself, and then it is told what changed.
    browser.choose("Quiz").await;
    browser.sees("2 statements").await;
    browser.choose("What I got wrong").await;
    browser.choose("Start").await;
    answer_from(&browser, "Fairly sure", 1..=2).await;
    browser.sees("2 of 2").await;
    browser.sees("Since the last time: 2 statements learnt, none lost.").await;
    browser.choose("Quiz").await;
    browser.until("return !document.querySelector('main').innerText.includes('What I got wrong')").await;
    browser.close().await;
}

pub async fn a_swipe_is_an_answer(engine: Engine) {
    let server = app::serve();
    let browser = Browser::open(engine).await;
    open(&browser, &server).await;
    browser.choose("Start").await;
    browser.find("#statement").await;
    let swipe = |to: i32| {
        format!(
            "const at = (kind, x) => document.querySelector('#statement').dispatchEvent(new PointerEvent(kind, {{ bubbles: true, pointerType: 'touch', clientX: x, clientY: 300 }})); at('pointerdown', 180); at('pointerup', 180 + {to});"
        )
    };
    let chosen = |at: usize| format!("return document.querySelectorAll('input[name=answer]')[{at}].checked");
    browser.run(&swipe(20)).await;
    assert_eq!(browser.run("return document.querySelector('input[name=answer]:checked')").await, Value::Null);
    browser.run(&swipe(90)).await;
    browser.until(&chosen(1)).await;
    browser.run(&swipe(-90)).await;
    browser.until(&chosen(0)).await;
    browser.close().await;
}

/// Two minutes a day, for a month, by somebody who begins by believing every myth.
pub async fn a_month_of_two_minutes_a_day_unlearns_every_myth(engine: Engine) {
    let server = app::serve();
    let browser = Browser::open(engine).await;
    open(&browser, &server).await;
    browser.find("#two-minutes").await;
    let mut knows = json!({});
    let mut last = std::collections::BTreeMap::new();
    let mut longest = 0;
    for day in 0..30 {
        if day % 10 == 9 {
            // The phone is started anew: the days that went by are on its disk, and its clock goes on.
            let ahead = browser.run("return window.ahead").await;
            browser.reload().await;
            app::ready(&browser).await;
            browser.find("#two-minutes").await;
            days_pass(&browser, 0).await;
            browser.run(&format!("window.ahead = {ahead}")).await;
        }
        let sitting = browser.run_async(SITTING, vec![knows, json!(100)]).await;
        assert!(sitting.is_array(), "day {day}: {sitting}");
        knows = sitting[0].clone();
        let answered = sitting[1].as_array().expect("a list of answers").clone();
        longest = longest.max(answered.len());
        for it in answered {
            let text = |at: usize| it[at].as_str().expect("a text").to_owned();
            last.insert(text(0), text(1));
        }
        days_pass(&browser, 1).await;
    }
    // Twelve cards a day, and each that was wrong once more.
    assert!(longest <= 24, "one day asked {longest} cards");
    for (statement, verdict) in app::statements() {
        let outcome = last.get(&statement).map(String::as_str);
        assert_eq!(outcome, Some("right"), "\"{statement}\" ({verdict}) is not known after a month");
    }
    go(&browser, "#/quiz/missed").await;
    browser.sees("Nothing is left here").await;
    browser.close().await;
}

pub async fn after_a_long_break_what_piled_up_is_spread(engine: Engine) {
    let server = app::serve();
    let browser = Browser::open(engine).await;
    open(&browser, &server).await;
    browser.find("#two-minutes").await;
    go(&browser, "#/settings/revision").await;
    browser.tick("20 new").await;
    browser.tick("40 cards, about 8 min").await;
    browser.sees("Would fall due").await;
    browser.choose("Keep this").await;
    browser.sees("Revision is set").await;
    for _ in 0..2 {
        let sitting = browser.run_async(SITTING, vec![json!({}), json!(100)]).await;
        assert!(sitting.is_array(), "{sitting}");
        days_pass(&browser, 1).await;
    }
    go(&browser, "#/settings/revision").await;
    browser.tick("12 cards, about 3 min").await;
    browser.choose("Keep this").await;
    days_pass(&browser, 60).await;
    go(&browser, "#/").await;
    browser.sees("12 cards, about 3 minutes.").await;
    browser.choose("Start").await;
    browser.sees("40 cards are waiting").await;
    browser.sees("nothing has been moved").await;
    let days = "return [...document.querySelectorAll('#catching-up tbody tr')].map((it) => Number(it.cells[1].innerText))";
    assert_eq!(browser.run(days).await, json!([6, 6, 6, 6, 6, 5, 5]));
    browser.tick("Over 3 days").await;
    browser.until(&format!("const days = (() => {{ {days} }})(); return days.join() === '14,13,13'")).await;
    browser.choose("Spread them like this").await;
    browser.sees("Spread over the days you chose").await;
    browser.until("return document.querySelector('#catching-up') === null").await;
    go(&browser, "#/").await;
    browser.sees("14 cards, about 3 minutes.").await;
    // It can be taken back, and nothing has moved.
    browser.choose("Undo").await;
    browser.sees("12 cards, about 3 minutes.").await;
    browser.close().await;
}

pub async fn a_reminder_goes_into_a_calendar_and_a_number_on_the_icon(engine: Engine) {
    let server = app::serve();
    let browser = Browser::open(engine).await;
    open(&browser, &server).await;
    browser.find("#two-minutes").await;
    go(&browser, "#/settings/revision").await;
    catch_files(&browser).await;
    let set = "
        const field = document.querySelector('#reminder-time');
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, given[0]);
        field.dispatchEvent(new Event('input', { bubbles: true }));";
    browser.run_async(set, vec![json!("")]).await;
    browser.sees("Choose an hour and minutes first.").await;
    browser.run_async(set, vec![json!("06:45")]).await;
    browser.tick("Every day").await;
    browser.choose("Add to my calendar").await;
    let [name, kind, text] = offered_file(&browser).await;
    assert_eq!((name.as_str(), kind.as_str()), ("two-minutes.ics", "text/calendar"));
    let calendar: icalendar::Calendar = text.parse().expect("a parser accepts it");
    let event = calendar.components.iter().find_map(|it| it.as_event()).expect("there is an event");
    let property = |name: &str| event.property_value(name).expect("it has one").to_owned();
    assert!(property("DTSTART").ends_with("T064500"), "{text}");
    assert_eq!(property("RRULE"), "FREQ=DAILY");
    assert_eq!(property("SUMMARY"), "Two minutes");
    // The icon's number: five new cards wait. It is set when the app is left, and taken away when nothing is due.
    let stub = "
        window.badges = [];
        navigator.setAppBadge = async (count) => { window.badges.push(count) };
        navigator.clearAppBadge = async () => { window.badges.push(0) };
        Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => 'hidden' });";
    browser.run(stub).await;
    let leave = "document.dispatchEvent(new Event('visibilitychange')); return window.badges.join()";
    assert_eq!(browser.run(leave).await, json!("5"));
    browser.tick("None").await;
    browser.choose("Keep this").await;
    browser.sees("Revision is set").await;
    assert_eq!(browser.run(leave).await, json!("5,0"));
    browser.choose("Undo").await;
    browser.sees("Undone").await;
    assert_eq!(browser.run(leave).await, json!("5,0,5"));
    browser.close().await;
}

pub async fn confidence_stands_beside_the_quiz(engine: Engine) {
    let server = app::serve();
    let browser = Browser::open(engine).await;
    open(&browser, &server).await;
    go(&browser, "#/quiz/progress").await;
    browser.sees("You have not said yet.").await;
    go(&browser, "#/learn/module/learning-event-2017/group-work").await;
    browser.choose("Say how confident you are, before you start").await;
    browser.tick("3").await;
    browser.choose("Clear").await;
    browser.until("return document.querySelector('.scale input:checked') === null").await;
    browser.tick("4").await;
    browser.choose("Done").await;
    browser.sees("Before: 4 of 10.").await;
    // In the middle of a lesson nobody asks.
    browser.choose("Start").await;
    browser.choose("Next part").await;
    browser.sees("Part 2 of 5").await;
    go(&browser, "#/learn/module/learning-event-2017/group-work").await;
    browser.sees("1 of 5 parts read").await;
    assert_eq!(browser.run("return document.querySelector('#outcomes button')").await, Value::Null);
    browser.choose("Go on").await;
    for part in 2..5 {
        browser.sees(&format!("Part {part} of 5")).await;
        browser.choose("Next part").await;
    }
    browser.choose("Finish the lesson").await;
    browser.until("return location.hash.startsWith('#/learn/module')").await;
    go(&browser, "#/quiz/section/learning-event-2017/group-lead-practitioner").await;
    browser.choose("Start").await;
    answer_wrongly(&browser, "Certain").await;
    browser.choose("Next statement").await;
    answer_from(&browser, "Certain", 2..=3).await;
    go(&browser, "#/learn/module/learning-event-2017/group-work").await;
    browser.sees("You have read all 5 parts.").await;
    browser.choose("Say how confident you are now").await;
    browser.sees("Now: Say what a lead practitioner does.").await;
    browser.tick("8").await;
    browser.choose("Done").await;
    browser.sees("Before: 4 of 10. Now: 8 of 10.").await;
    browser.reload().await;
    browser.choose("Beside what you know, by the quiz").await;
    browser.find("#confident table").await;
    let row = "return [...document.querySelectorAll('#confident tbody td')].map((it) => it.innerText)";
    assert_eq!(browser.run(row).await, json!(["4", "8"]));
    browser.sees("2 of 3 right in its quiz").await;
    browser.close().await;
}

pub async fn three_months_on_one_is_asked_once_what_came_of_it(engine: Engine) {
    let server = app::serve();
    let browser = Browser::open(engine).await;
    open(&browser, &server).await;
    go(&browser, "#/").await;
    browser.choose("Make this mine").await;
    browser.type_into("#action", "Ask who else lives in the home.").await;
    browser.choose("Save").await;
    browser.sees("What I mean to do").await;
    days_pass(&browser, 80).await;
    go(&browser, "#/learn").await;
    go(&browser, "#/").await;
    browser.sees("What I mean to do").await;
    assert_eq!(browser.run("return document.querySelector('#look-back')").await, Value::Null);
    days_pass(&browser, 13).await;
    go(&browser, "#/learn").await;
    go(&browser, "#/").await;
    browser.sees("Three months ago you meant to").await;
    browser.choose("In part").await;
    browser.until("return document.querySelector('#look-back') === null").await;
    browser.choose("Undo").await;
    browser.find("#look-back").await;
    browser.choose("Yes").await;
    browser.until("return document.querySelector('#look-back') === null").await;
    browser.reload().await;
    browser.sees("What I mean to do").await;
    days_pass(&browser, 200).await;
    go(&browser, "#/learn").await;
    go(&browser, "#/").await;
    browser.sees("What I mean to do").await;
    assert_eq!(browser.run("return document.querySelector('#look-back')").await, Value::Null);
    browser.close().await;
}
