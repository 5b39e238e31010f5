//! Guidance: signs and levels, time limits, challenge, whom to ring, and whose area it is.
use crate::{
    app::{self, catch_files, go, offered_file, open, save},
    browser::Browser,
    engine::Engine,
};
use serde_json::json;

const ENTER: &str = "\u{e007}";
const SPACE: &str = " ";

pub async fn signs_lead_to_levels_by_keyboard_alone(engine: Engine) {
    let server = app::serve();
    let browser = Browser::open(engine).await;
    open(&browser, &server).await;
    browser.type_into("#tabs a[href='#/guidance']", ENTER).await;
    browser.type_into("a[href='#/guidance/signs']", ENTER).await;
    browser.sees("Nothing picked yet").await;
    // A baby under one, three signs of the child: one that all is well, two that it is not.
    browser.type_into("#age-2", SPACE).await;
    browser.until("return document.querySelector('#age-2').checked").await;
    browser.type_into(".signs summary", ENTER).await;
    // What cannot be at this age is not offered.
    browser.until("return ![...document.querySelectorAll('.signs label')].some((it) => it.innerText.includes('pregnancy checks'))").await;
    let sign = |words: &str| {
        format!(
            "const label = [...document.querySelectorAll('.signs label')].find((it) => it.innerText.includes('{words}')); label.querySelector('input').id = 'wanted'"
        )
    };
    for (words, told) in [
        ("feeds, sleeps and grows", "1 sign picked"),
        ("cannot yet move about has a bruise", "2 signs picked"),
    ] {
        browser.until(&format!("return [...document.querySelectorAll('.signs label')].some((it) => it.innerText.includes('{words}'))")).await;
        browser.run(&sign(words)).await;
        browser.type_into("#wanted", SPACE).await;
        browser.sees(told).await;
        browser.run("document.querySelector('#wanted').removeAttribute('id')").await;
    }
    browser.type_into("a[href='#/guidance/signs/findings']", ENTER).await;
    browser.until("return document.activeElement.tagName === 'H1'").await;
    browser.sees("One sign is enough").await;
    // The highest level first, and nothing is scored.
    let ranks = "return [...document.querySelectorAll('#findings .rank')].map((it) => it.innerText)";
    assert_eq!(browser.run(ranks).await, json!(["4", "1"]));
    browser.sees("In your area: Its own name for this level is not known here").await;
    browser.sees("It does not score and it does not decide.").await;
    // What was picked is there again on the way back.
    browser.type_into(".back", ENTER).await;
    browser.sees("2 signs picked").await;
    browser.client.back().await.expect("there is a page before");
    browser.sees("One sign is enough").await;
    browser.choose("Keep this as a reflection").await;
    browser.sees("About: Signs and levels of need").await;
    assert!(browser.value_of("#passage-what").await.contains("Level 4"));
    save(&browser).await;
    browser.sees("This explains; it decides nothing.").await;
    browser.close().await;
}

pub async fn time_limits_go_into_a_calendar(engine: Engine) {
    let server = app::serve();
    let browser = Browser::open(engine).await;
    open(&browser, &server).await;
    go(&browser, "#/guidance/clocks").await;
    browser.find("#due li").await;
    let choose = "
        const select = document.querySelector('#event');
        select.value = [...select.options].find((it) => it.text.includes('section 47 enquiries')).value;
        select.dispatchEvent(new Event('change', { bubbles: true }));
        const date = document.querySelector('#date');
        const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set;
        set.call(date, '2026-12-10');
        date.dispatchEvent(new Event('input', { bubbles: true }));";
    browser.run(choose).await;
    // Fifteen working days over Christmas and New Year.
    browser.sees("By Tuesday 5 January 2027").await;
    browser.sees("Statutory").await;
    catch_files(&browser).await;
    browser.choose("Add to my calendar").await;
    let [name, kind, text] = offered_file(&browser).await;
    assert_eq!((name.as_str(), kind.as_str()), ("time-limits.ics", "text/calendar"));
    let calendar: icalendar::Calendar = text.parse().expect("a parser accepts it");
    let days: Vec<_> = calendar
        .components
        .iter()
        .filter_map(|it| it.as_event())
        .filter_map(|event| icalendar::Component::property_value(event, "DTSTART").map(str::to_owned))
        .collect();
    assert_eq!(days.first().map(String::as_str), Some("20270105"));
    assert!(days.len() >= 3, "the steps that follow are missing: {days:?}");
    // A year whose bank holidays nobody knows yet is refused in words.
    browser.run(&choose.replace("2026-12-10", "2036-01-10")).await;
    browser.sees("The bank holidays of that time are not known here.").await;
    browser.run(&choose.replace("2026-12-10", "")).await;
    browser.sees("That is not a whole date yet.").await;
    browser.close().await;
}

pub async fn a_challenge_is_noted_as_a_reflection(engine: Engine) {
    let server = app::serve();
    let browser = Browser::open(engine).await;
    open(&browser, &server).await;
    go(&browser, "#/guidance/challenge").await;
    browser.sees("Talk first").await;
    browser.sees("Salford: use the local policy").await;
    browser.click(".guide summary").await;
    browser.until("return document.querySelector('.guide').open").await;
    browser.choose("Note a challenge").await;
    browser.sees("About: Challenge and escalate").await;
    browser.type_into("#passage-challenge-matter", "Closing the case while the child is not seen.").await;
    browser.type_into("#passage-challenge-who", "The social worker's manager, on Monday.").await;
    save(&browser).await;
    browser.sees("What do we disagree about?").await;
    browser.sees("The social worker's manager, on Monday.").await;
    browser.close().await;
}

pub async fn the_clock_says_whom_to_ring(engine: Engine) {
    let server = app::serve();
    let browser = Browser::open(engine).await;
    open(&browser, &server).await;
    browser.choose("Worried about a child now?").await;
    browser.find("#ring-now").await;
    // The app's clock is the browser's: open on a weekday from 08:30 to 16:30, unless it is a bank holiday.
    let expected = "
        const now = new Date(), minute = now.getHours() * 60 + now.getMinutes(), told = document.querySelector('#ring-now').innerText;
        const open = now.getDay() >= 1 && now.getDay() <= 5 && minute >= 510 && minute < 990 && !told.includes('bank holiday');
        return told.includes(open ? 'so ring: The Bridge Partnership 0161 603 4500' : 'so ring: Emergency Duty Team 0161 794 8888');";
    browser.until(expected).await;
    browser.click(".guide summary").await;
    browser.sees("What to say on the phone").await;
    browser.sees("SBAR").await;
    browser.sees("The area here is Salford").await;
    browser.close().await;
}

/// A small pack of an area, as a person might make it.
pub const NEIGHBOUR: &str = r#"{"format": 1, "id": "neighbour", "kind": "area", "title": "Neighbour: numbers", "summary": "A pack for tests.",
    "edited": "2026-11-23", "sources": [{"id": "site", "title": "Our site", "publisher": "The partnership"}],
    "contacts": [{"id": "door", "name": "The front door", "purpose": "front_door", "phone": "0161 496 0000", "when": "By day.",
    "provenance": {"sources": ["site"], "status": "current", "checked": "2026-11"}}]}"#;

/// Adds this pack in Settings.
pub async fn add_pack(browser: &Browser, text: &str) {
    let add = "
        const input = document.querySelector('#add-area'), files = new DataTransfer();
        files.items.add(new File([given[0]], 'pack.json', { type: 'application/json' }));
        input.files = files.files;
        input.dispatchEvent(new Event('change', { bubbles: true }));";
    browser.run_async(add, vec![json!(text)]).await;
}

pub async fn an_area_can_be_added_left_out_and_changed_back(engine: Engine) {
    let server = app::serve();
    let browser = Browser::open(engine).await;
    open(&browser, &server).await;
    go(&browser, "#/settings").await;
    browser.find("#add-area").await;
    // A pack that is not sound is refused with the place and the remedy, and nothing changes.
    add_pack(&browser, &NEIGHBOUR.replace("\"by day\"", "").replace("0161 496 0000", "ask at the desk"))
        .await;
    browser.sees("That pack was not taken").await;
    browser.sees("contacts[door].phone: \"ask at the desk\" cannot be rung").await;
    add_pack(&browser, "{").await;
    browser.sees("it is not whole: line 1").await;
    add_pack(&browser, NEIGHBOUR).await;
    browser.sees("Neighbour: numbers").await;
    go(&browser, "#/worried").await;
    browser.sees("0161 496 0000").await;
    assert!(!browser.text().await.contains("0161 603 4500"), "another area's number is shown");
    browser.reload().await;
    browser.sees("0161 496 0000").await;
    // With no area, England's pack alone works and says that it is not local.
    go(&browser, "#/settings").await;
    browser.tick("None: England alone").await;
    browser.sees("Area changed").await;
    go(&browser, "#/worried").await;
    browser.sees("No area is chosen, so numbers and names are not local.").await;
    browser.sees("999").await;
    go(&browser, "#/guidance").await;
    browser.sees("numbers and names are not local").await;
    go(&browser, "#/settings").await;
    // The pack that was added is still there, until it is removed.
    browser.sees("The pack you added").await;
    browser.choose("Remove the pack you added").await;
    browser.choose("Remove it").await;
    browser.until("return !document.querySelector('#area').innerText.includes('The pack you added')").await;
    browser.tick("Salford").await;
    go(&browser, "#/worried").await;
    browser.sees("0161 603 4500").await;
    browser.close().await;
}
