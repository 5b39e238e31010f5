//! What a screen reader is told of a page, in its order: each element's role and name.
use crate::{
    app::{self, begin_reflection, go, open, told_state},
    browser::Browser,
    engine::Engine,
    events,
};
use serde_json::{Value, json};

async fn told(browser: &Browser) -> Vec<String> {
    let tree = browser.devtools("Accessibility.getFullAXTree", json!({})).await;
    let nodes = tree["nodes"].as_array().expect("a tree has nodes");
    let node = |id: &Value| nodes.iter().find(|it| it["nodeId"] == *id).expect("a child is a node");
    let text = |value: &Value| value["value"].as_str().unwrap_or_default().to_owned();
    let mut told = vec![];
    let mut next = vec![&nodes[0]];
    while let Some(it) = next.pop() {
        next.extend(it["childIds"].as_array().into_iter().flatten().rev().map(node));
        let role = text(&it["role"]);
        if it["ignored"] == true || ["StaticText", "InlineTextBox"].contains(&role.as_str()) {
            continue;
        }
        let properties = it["properties"].as_array();
        let is_chosen = properties
            .into_iter()
            .flatten()
            .any(|it| it["name"] == "checked" && it["value"]["value"] == "true");
        let chosen = if is_chosen { ", chosen" } else { "" };
        told.push(format!("{role} \"{}\"{chosen}", text(&it["name"])));
    }
    told
}

/// These are told, in this order.
fn expect(told: &[String], expected: &[&str]) {
    let mut rest = told.iter();
    for it in expected {
        assert!(
            rest.any(|told| told == it),
            "{it} is not told, or not in this order, in:\n{}",
            told.join("\n")
        );
    }
}

pub async fn a_screen_reader_is_told_what_is_asked_and_what_was_answered(engine: Engine) {
    let server = app::serve();
    let browser = Browser::open(engine).await;
    open(&browser, &server).await;
    browser.choose("Start").await;
    let statement = browser.find("#statement").await.text().await.expect("a statement has a text");
    let asked = told(&browser).await;
    let heading = format!("heading \"{statement}\"");
    expect(
        &asked,
        &[
            "progressbar \"0 of 5 answered today\"",
            &heading,
            "group \"Your answer\"",
            "radio \"Myth\"",
            "radio \"Fact\"",
            "link \"help lines are here\"",
        ],
    );
    assert!(!asked.iter().any(|it| it.contains("How sure")), "what cannot be answered yet is not told");
    browser.tick("Fact").await;
    expect(
        &told(&browser).await,
        &[
            "radio \"Fact\", chosen",
            "group \"How sure are you?\"",
            "button \"Guess\"",
            "button \"Fairly sure\"",
            "button \"Certain\"",
        ],
    );
    browser.choose("Certain").await;
    browser.find("#verdict").await;
    let verdict = browser.find("#verdict").await.text().await.expect("a verdict has a text");
    let verdict = format!("heading \"{verdict}\"");
    expect(
        &told(&browser).await,
        &[
            "progressbar \"1 of 5 answered today\"",
            &heading,
            &verdict,
            "heading \"What to do\"",
            "button \"Next\"",
            "button \"Take back my last answer\"",
        ],
    );
    browser.close().await;
}

pub async fn a_screen_reader_is_told_what_is_to_be_written(engine: Engine) {
    let server = app::serve();
    let browser = Browser::open(engine).await;
    open(&browser, &server).await;
    begin_reflection(&browser).await;
    browser.type_into("#passage-what", "I listened, and asked Jason Miller.").await;
    told_state(&browser, "Draft kept").await;
    browser.sees("One thing here could tell who it is").await;
    browser.click(".nudge:not([data-empty=true]) summary").await;
    browser.find(".nudge .tag").await;
    browser.click("#details summary").await;
    browser.find("#hours").await;
    let told = told(&browser).await;
    expect(
        &told,
        &[
            "heading \"Write a reflection\"",
            "textbox \"Title\"",
            "combobox \"Set out by\"",
            "checkbox \"One stage at a time\"",
            "textbox \"What?\"",
            "DisclosureTriangle \"One thing here could tell who it is\"",
            "button \"Leave it\"",
            "button \"Always leave it\"",
            "textbox \"So what?\"",
            "textbox \"Now what?\"",
            "DisclosureTriangle \"For my supervision log\"",
            "combobox \"What kind of learning was it?\"",
            "Date \"Which day was it?\"",
            "textbox \"How long, in hours\"",
            "textbox \"The child's voice\"",
            "textbox \"Tags\"",
            "combobox \"Link it to a take-home message or a lesson\"",
            "button \"Throw away\"",
            "button \"Save\"",
        ],
    );
    nothing_is_without_a_name(&told);
    browser.close().await;
}

/// What can be pressed, chosen or written in has a name.
fn nothing_is_without_a_name(told: &[String]) {
    let roles = [
        "button",
        "link",
        "textbox",
        "checkbox",
        "radio",
        "combobox",
        "spinbutton",
        "DisclosureTriangle",
        "image",
    ];
    let nameless: Vec<_> =
        told.iter().filter(|told| roles.iter().any(|role| **told == format!("{role} \"\""))).collect();
    assert!(nameless.is_empty(), "{nameless:?} in:\n{}", told.join("\n"));
}

pub async fn a_screen_reader_is_told_how_an_event_stands(engine: Engine) {
    let server = app::serve();
    let browser = Browser::open(engine).await;
    open(&browser, &server).await;
    events::begin(&browser).await;
    browser.click("#inviting summary").await;
    let link = browser.run("return document.querySelector('#invite-link').hash").await;
    events::go_on_to(&browser, "talk to your neighbour").await;
    let statement = browser.find("#scene-words").await.text().await.expect("a statement has a text");
    let heading = format!("heading \"{statement}\"");
    // The facilitator, while the room votes.
    events::hands_and_a_table_vote(&browser).await;
    browser.click("#collecting summary").await;
    let facilitator = told(&browser).await;
    expect(
        &facilitator,
        &[
            "heading \"Learning event 2017\"",
            "region \"What the room sees\"",
            &heading,
            "button \"Back\"",
            "button \"Next: talk to your neighbour\"",
            "region \"The first vote\"",
            "heading \"Myth\"",
            "status \"\"",
            "button \"1 more for myth\"",
            "button \"5 more for myth\"",
            "heading \"Fact\"",
            "status \"\"",
            "button \"1 more for fact\"",
            "button \"5 more for fact\"",
            "button \"Take back the last tap\"",
            "DisclosureTriangle \"Tables: One answer in\"",
            "button \"Change: Window\"",
            "button \"Take away: Window\"",
            "textbox \"Table\"",
            "DisclosureTriangle \"Corners of the room\"",
            "DisclosureTriangle \"Invite phones\"",
            "image \"A code that opens this event on a phone\"",
            "DisclosureTriangle \"Collect from phones: 0 in\"",
            "button \"Start the camera\"",
            "textbox \"Or type a code that is read out\"",
            "button \"Count it\"",
            "link \"Open the room's window\"",
            "button \"Show it on this screen\"",
        ],
    );
    nothing_is_without_a_name(&facilitator);
    // The room's screen over it: nothing that lies under it is told.
    browser.choose("Show it on this screen").await;
    browser.until("return document.activeElement.id === 'close-room'").await;
    let room = told(&browser).await;
    expect(&room, &[&heading, "button \"Back\"", "button \"Next\"", "button \"Close\""]);
    assert!(!room.iter().any(|it| it.starts_with("link") || it.contains("more for")), "{}", room.join("\n"));
    browser.choose("Close").await;
    browser.until("return document.activeElement.id === 'show-room'").await;
    // Who is invited, and takes part.
    go(&browser, link.as_str().expect("it is an address")).await;
    expect(
        &told(&browser).await,
        &["link \"← Events\"", "heading \"You are invited\"", "button \"Take part\""],
    );
    browser.choose("Take part").await;
    browser.find("#asking").await;
    browser.run("document.querySelectorAll('input[name=first]')[1].click()").await;
    browser.until("return document.querySelectorAll('input[name=first]')[1].checked").await;
    browser.click("#hand-in summary").await;
    browser.click("#evaluation summary").await;
    let part = told(&browser).await;
    expect(
        &part,
        &[
            "heading \"Learning event 2017\"",
            &heading,
            "group \"What do you think, before talking?\"",
            "radio \"Myth\"",
            "radio \"Fact\", chosen",
            "group \"How sure are you?\"",
            "radio \"Guess\"",
            "radio \"Fairly sure\"",
            "radio \"Certain\"",
            "group \"And after talking, if the room votes again?\"",
            "radio \"Myth\"",
            "radio \"Fact\"",
            "button \"Next statement\"",
            "DisclosureTriangle \"Hand in my answers\"",
            "image \"A code with your answers, for the facilitator's camera\"",
            "DisclosureTriangle \"What I think of it\"",
            "radio \"10\"",
            "textbox \"What was most useful?\"",
            "heading \"When it is over\"",
            "button \"It is over for me\"",
        ],
    );
    nothing_is_without_a_name(&part);
    browser.close().await;
}
