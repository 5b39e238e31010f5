//! What is printed, read back from the paper.
use crate::{
    app::{self, go, open},
    browser::Browser,
    engine::Engine,
    full_record::{full, id},
    many::lay_in,
    record::{NMC_LOG, SWE},
};
use fantoccini::wd::PrintConfiguration;

/// What the browser's own printing puts on paper.
async fn printed(browser: &Browser) -> String {
    let pdf = browser.client.print(PrintConfiguration::default()).await.expect("the browser prints");
    let text = pdf_extract::extract_text_from_mem(&pdf).expect("it is a PDF with text");
    letters(&text)
}

/// The letters alone: where words and lines end on paper is the printer's affair, and some letters are set as one.
fn letters(text: &str) -> String {
    let set_as_one = [
        ("\u{fb00}", "ff"),
        ("\u{fb01}", "fi"),
        ("\u{fb02}", "fl"),
        ("\u{fb03}", "ffi"),
        ("\u{fb04}", "ffl"),
    ];
    let text = set_as_one.iter().fold(text.to_owned(), |text, (one, each)| text.replace(one, each));
    text.split_whitespace().collect()
}

/// What belongs to the screen alone.
const ON_SCREEN: [&str; 9] = [
    "Worried about a child now?",
    "Settings",
    "Word file",
    "Copy",
    "Take it with you",
    "From what you wrote",
    "It was held",
    "Not now",
    "To my reflections",
];

fn is_clean(paper: &str, expected: &[&str]) {
    for words in ON_SCREEN {
        assert!(!paper.contains(&letters(words)), "\"{words}\" is printed: {paper}");
    }
    for words in expected {
        assert!(paper.contains(&letters(words)), "\"{words}\" is not printed: {paper}");
    }
}

pub async fn agendas_forms_and_the_year_print_clean(engine: Engine) {
    let server = app::serve();
    let browser = Browser::open(engine).await;
    open(&browser, &server).await;
    lay_in(&browser, &full()).await;
    go(&browser, "#/reflect/supervision").await;
    browser.type_into("#points", "Leave in December").await;
    browser.tick("With the words of each reflection").await;
    is_clean(
        &printed(&browser).await,
        &[
            "For supervision",
            "What I bring",
            "A day on coercive control",
            "I listened for what was not said.",
            "Still to do",
            "Ask the nursery who collects (Health visitor)",
            "Leave in December",
            "belong in the child's record",
        ],
    );
    go(&browser, &format!("{SWE}/{}", id(0))).await;
    browser.find("#filled").await;
    is_clean(
        &printed(&browser).await,
        &[
            "Social Work England: one piece of CPD",
            "last checked: November 2023",
            "What you learnt",
            "Control is a pattern, not an event.",
        ],
    );
    go(&browser, NMC_LOG).await;
    browser.find("#log tbody tr").await;
    is_clean(&printed(&browser).await, &["NMC: CPD record log", "Number of participatory hours", "In all"]);
    go(&browser, "#/reflect/year").await;
    browser.find("#hours").await;
    is_clean(
        &printed(&browser).await,
        &["My year", "Hours by month", "coercive control", "Kinds of learning"],
    );
    go(&browser, &format!("#/reflect/{}", id(0))).await;
    browser.sees("Control is a pattern").await;
    is_clean(&printed(&browser).await, &["A day on coercive control", "Control is a pattern, not an event."]);
    browser.close().await;
}
