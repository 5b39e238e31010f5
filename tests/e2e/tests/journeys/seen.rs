//! For eyes of every kind: narrow screens, zoom, larger and wider text, forced colours; nothing is cut off or covered.
use crate::{
    app::{self, PLACES, go, open, write_reflection},
    browser::Browser,
    engine::Engine,
};
use serde_json::{Value, json};

/// What stands out beyond the right edge, or makes the page scroll sideways.
const TOO_WIDE: &str = "
    const edge = innerWidth + 1;
    const out = [...document.querySelectorAll('body *')].filter((it) => it.getBoundingClientRect().right > edge && !it.closest('.visually-hidden'));
    const told = out.map((it) => it.outerHTML.slice(0, 120));
    return document.scrollingElement.scrollWidth > edge ? [...told, `scrolls to ${document.scrollingElement.scrollWidth}`] : told";

/// The page is as wide as the screen, whatever is in it.
async fn fits(browser: &Browser, name: &str) {
    assert_eq!(browser.run(TOO_WIDE).await, json!([]), "{name} is wider than the screen");
}

pub async fn every_place_fits_a_narrow_screen(engine: Engine) {
    let server = app::serve();
    let browser = Browser::open_new(engine).await;
    open(&browser, &server).await;
    write_reflection(&browser, &format!("A long word: {}", "safeguarding".repeat(12))).await;
    browser.client.set_window_size(320, 700).await.expect("the window can be sized");
    for (name, hash) in PLACES {
        go(&browser, hash).await;
        fits(&browser, name).await;
    }
    // What a page shows when it is used: every page of an event among them.
    app::used(&browser, async |name| fits(&browser, name).await).await;
    browser.close().await;
}

/// The lines, letters, words and paragraphs as far apart as WCAG 2.2, 1.4.12 says that a person may set them.
const WIDE_TEXT: &str = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }";
const LARGE_TEXT: &str = "html { font-size: 200% !important; }";

/// Puts a style of the person's own over the page's.
async fn dress(browser: &Browser, style: &str) {
    let script = format!(
        "const own = new CSSStyleSheet(); own.replaceSync('{style}'); document.adoptedStyleSheets = [own];"
    );
    browser.run(&script).await;
}

pub async fn zoom_and_larger_and_wider_text_cut_nothing_off(engine: Engine) {
    let server = app::serve();
    // 320 by 256 is a screen of 1280 by 1024 at 400 %.
    for (width, height, style) in [(320, 256, ""), (1280, 800, LARGE_TEXT), (320, 640, WIDE_TEXT)] {
        let browser = Browser::open(engine).await;
        browser.look_like(width, height, "light").await;
        open(&browser, &server).await;
        dress(&browser, style).await;
        for (name, hash) in PLACES {
            go(&browser, hash).await;
            fits(&browser, &format!("{name} at {width} px, {style}")).await;
        }
        app::used(&browser, async |name| fits(&browser, &format!("{name} at {width} px, {style}")).await)
            .await;
        browser.close().await;
    }
}

/// Gives the focus to each thing in turn, none of which has it yet, and names those of which then nothing is to be seen.
const COVERED: &str = "
    const all = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex=\"0\"]')];
    const reached = all.filter((it) => it.getClientRects().length && getComputedStyle(it).visibility === 'visible' && !it.disabled && it.tabIndex >= 0);
    const covered = [];
    document.activeElement.blur();
    for (const it of reached) {
        it.focus();
        if (document.activeElement !== it) continue;
        const shown = it.matches('[type=radio], [type=checkbox]') ? it.closest('label') ?? it : it;
        const isSeen = [...shown.getClientRects()].some((box) => [0.05, 0.5, 0.95].some((across) => [0.05, 0.5, 0.95].some((down) => {
            const at = document.elementFromPoint(box.left + box.width * across, box.top + box.height * down);
            return at !== null && (shown.contains(at) || it.contains(at));
        })));
        if (!isSeen) covered.push(it.outerHTML.slice(0, 120));
    }
    return [reached.length, covered];";

/// WCAG 2.2, 2.4.11.
pub async fn nothing_covers_what_has_the_focus(engine: Engine) {
    let server = app::serve();
    let browser = Browser::open(engine).await;
    open(&browser, &server).await;
    write_reflection(&browser, "Something to show").await;
    let look = async |name: &str| {
        for (width, height) in [(1280, 800), (320, 256), (320, 640)] {
            browser.look_like(width, height, "light").await;
            let told = browser.run(COVERED).await;
            assert!(told[0].as_u64().unwrap_or_default() > 0, "nothing in {name} takes the focus");
            assert_eq!(told[1], json!([]), "{name}, {width} by {height}");
        }
    };
    for (name, hash) in PLACES {
        go(&browser, hash).await;
        // The room's screen has nothing to press.
        if name != "room" {
            look(name).await;
        }
    }
    app::used(&browser, look).await;
    browser.close().await;
}

/// Where the device forces its own colours, what is chosen and where one is differ from the rest.
pub async fn forced_colours_show_what_is_chosen(engine: Engine) {
    let server = app::serve();
    let browser = Browser::open(engine).await;
    let media = json!({ "features": [{ "name": "forced-colors", "value": "active" }] });
    browser.devtools("Emulation.setEmulatedMedia", media).await;
    open(&browser, &server).await;
    let differ = async |what: &str, one: &str, other: &str| {
        let colour = |selector: &str| {
            format!(
                "((it) => [it.backgroundColor, it.borderTopColor].join())(getComputedStyle(document.querySelector('{selector}')))"
            )
        };
        let both = browser.run(&format!("return [{}, {}]", colour(one), colour(other))).await;
        assert_ne!(both[0], both[1], "{what} looks like the rest");
    };
    go(&browser, "#/quiz/set/learning-event-2017/the-days-nine").await;
    differ("the tab of the place", "#tabs [aria-current]", "#tabs a:not([aria-current])").await;
    browser.choose("Start").await;
    browser.tick("Fact").await;
    browser.until("return document.querySelector('input[name=answer]:checked') !== null").await;
    differ("the chosen answer", ".answers input:checked + span", ".answers input:not(:checked) + span").await;
    go(&browser, "#/learn/module/learning-event-2017/group-work").await;
    browser.choose("Say how confident you are, before you start").await;
    browser.find(".scale").await;
    browser.run("document.querySelector('.scale input').click()").await;
    browser.until("return document.querySelector('.scale input').checked").await;
    differ("the chosen step", ".scale-steps input:checked + span", ".scale-steps input:not(:checked) + span")
        .await;
    go(&browser, "#/quiz/progress").await;
    browser.find(".bar").await;
    differ("a bar", ".bar", ".plot tbody td").await;
    browser.close().await;
}

/// With less movement asked for, nothing moves.
pub async fn nothing_moves_where_less_movement_is_asked_for(engine: Engine) {
    let server = app::serve();
    let browser = Browser::open(engine).await;
    browser.look_like(360, 780, "light").await;
    open(&browser, &server).await;
    let moving = "
        const takes = (it) => { const style = getComputedStyle(it); return [style.transitionDuration, style.animationDuration].join(', ').split(', ').some((time) => parseFloat(time) > 0); };
        return [[...document.querySelectorAll('body *')].filter(takes).map((it) => it.outerHTML.slice(0, 120)), getComputedStyle(document.documentElement).scrollBehavior]";
    for (name, hash) in PLACES {
        go(&browser, hash).await;
        assert_eq!(browser.run(moving).await, json!([[], "auto"]), "{name}");
    }
    // Where none is asked for, buttons may fade: the test would find it.
    browser.devtools("Emulation.setEmulatedMedia", json!({ "features": [] })).await;
    go(&browser, "#/events").await;
    assert_ne!(browser.run(moving).await[0], Value::Array(vec![]));
    browser.close().await;
}
