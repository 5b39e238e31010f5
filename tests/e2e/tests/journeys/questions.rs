//! Questions brought in from a trainer's file, revised, and taken out again for another program.
use crate::{
    app::{self, go, open},
    backup::{catch_file, caught, choose_named},
    browser::Browser,
    engine::Engine,
};
use base64::{Engine as _, prelude::BASE64_STANDARD};
use second_look::content::exchange;

const FILE: &str = "// Two questions, and one that is not asked here
$CATEGORY: Neglect

One visit is enough to know a home. {FALSE#Homes change from day to day.}

Who leads a Team Around the Family? {=A lead practitioner ~The police ~A judge ####Any agency can lead.}

Write about neglect. {}
";

pub async fn questions_come_in_are_asked_and_go_out(engine: Engine) {
    let server = app::serve();
    let browser = Browser::open(engine).await;
    open(&browser, &server).await;
    go(&browser, "#/quiz/questions").await;
    // What is no file of questions is refused in a sentence.
    choose_named(&browser, "#questions-file", "a.pdf", &BASE64_STANDARD.encode(b"%PDF-1.7 \0")).await;
    browser.sees("not plain text").await;
    choose_named(&browser, "#questions-file", "neglect.txt", &BASE64_STANDARD.encode(FILE)).await;
    browser.sees("2 questions can be taken.").await;
    browser.sees("Line 8:").await;
    browser.sees("a kind that Second Look does not ask").await;
    browser.choose("Bring them in").await;
    browser.sees("My questions (2)").await;
    // A myth never stands in the list without its verdict.
    browser.sees("Myth: One visit is enough to know a home.").await;
    browser.reload().await;
    browser.sees("My questions (2)").await;
    // The same file again brings nothing new.
    choose_named(&browser, "#questions-file", "neglect.txt", &BASE64_STANDARD.encode(FILE)).await;
    browser.sees("2 questions here already.").await;
    browser.choose("A lead practitioner: Who leads a Team Around the Family?").await;
    browser.sees("This card has not been asked yet.").await;
    browser.sees("Second Look has not checked it.").await;
    // Asked among the new cards, when nothing else is chosen.
    go(&browser, "#/settings/revision").await;
    for kind in
        ["Statements: myth or fact?", "Take-home messages, from a situation", "What a case review found"]
    {
        let count = browser
            .run(&format!(
                "return [...document.querySelectorAll('label')].find((it) => it.textContent.trim().startsWith('{kind}')).textContent"
            ))
            .await;
        browser.tick(count.as_str().expect("it has a count").trim()).await;
    }
    browser.choose("Keep this").await;
    browser.sees("Revision is set").await;
    go(&browser, "#/quiz/revise").await;
    let first = browser.find("#statement").await.text().await.expect("it has a text");
    let said = if first.starts_with("One visit") { "Myth" } else { "A lead practitioner" };
    app::answer(&browser, said, "Certain").await;
    browser.sees("Right").await;
    browser.sees("Second Look has not checked it.").await;
    // What goes out, another program reads.
    go(&browser, "#/quiz/questions").await;
    browser.tick("My own questions").await;
    for format in ["GIFT", "CSV"] {
        catch_file(&browser).await;
        browser.choose(format).await;
        let bytes = BASE64_STANDARD.decode(caught(&browser).await).expect("it was encoded so");
        let read = exchange::read(&bytes, "questions");
        assert_eq!((read.questions.len(), read.faults.len()), (2, 0), "{format}");
        assert!(read.questions.iter().all(|it| it.topic == "Neglect" && !it.why.is_empty()), "{format}");
    }
    catch_file(&browser).await;
    browser.choose("Cards for Anki").await;
    let bytes = BASE64_STANDARD.decode(caught(&browser).await).expect("it was encoded so");
    let text = String::from_utf8(bytes).expect("it is text");
    assert!(
        text.starts_with("#separator:tab\n#html:false\n#deck:Second Look\n#tags column:3\n"),
        "{text:.200}"
    );
    assert!(text.contains("One visit is enough to know a home."));
    // Removed, and back.
    browser.client.refresh().await.ok();
    app::ready(&browser).await;
    browser.click("#my-questions li:first-child button").await;
    browser.sees("My questions (1)").await;
    browser.choose("Undo").await;
    browser.sees("My questions (2)").await;
    browser.close().await;
}
