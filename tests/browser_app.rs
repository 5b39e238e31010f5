//! The mounted app, in a real browser: what it does with the page around it.

fn main() {}

#[cfg(all(target_arch = "wasm32", feature = "app"))]
mod in_browser {
    use second_look::browser::{page, window};
    use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
    use web_sys::{Element, HtmlElement, wasm_bindgen::JsCast};

    wasm_bindgen_test_configure!(run_in_browser);

    /// What `index.html` gives the app to fill.
    const FRAME: &str = r##"<main id="main" tabindex="-1"><p>Opening…</p></main>
        <div id="tabs"><a href="#/">Today</a><a href="#/guidance">Guidance</a></div>"##;

    fn body() -> HtmlElement {
        window().document().unwrap().body().unwrap()
    }

    fn find(selector: &str) -> Option<Element> {
        window().document().unwrap().query_selector(selector).unwrap()
    }

    /// Waits until the page shows `selector`, for at most five seconds.
    async fn shown(selector: &str) -> Element {
        for _ in 0..250 {
            if let Some(found) = find(selector) {
                return found;
            }
            page::pause(20).await;
        }
        panic!("{selector} never appeared in {}", body().inner_html());
    }

    #[wasm_bindgen_test]
    async fn the_app_fills_its_frame_and_follows_the_address() {
        // The test page keeps its own settings in the hash.
        window().location().set_hash("#/").unwrap();
        let frame = window().document().unwrap().create_element("div").unwrap();
        frame.set_inner_html(FRAME);
        body().append_child(&frame).unwrap();
        second_look::ui::start();
        assert_eq!(shown("#main h1").await.text_content().unwrap(), "Today");
        assert!(!body().inner_text().contains("Opening…\nOpening"), "the frame's words are still there");
        window().location().set_hash("#/guidance").unwrap();
        shown("#tabs a[href='#/guidance'][aria-current=page]").await;
        assert!(find("#tabs a[href='#/'][aria-current]").is_none());
        assert!(window().document().unwrap().title().starts_with("Guidance"));
        // Here no packs are served: the page says so rather than show nothing.
        window().location().set_hash("#/learn").unwrap();
        shown("#main .notice").await;
        window().location().set_hash("#/nowhere").unwrap();
        shown("#main a.button[href='#/']").await;
        let heading = shown("#main h1").await;
        assert_eq!(heading.text_content().unwrap(), "Nothing lives at this address");
        for _ in 0..250 {
            let focused = window().document().unwrap().active_element();
            if focused.is_some_and(|it| it.unchecked_into::<Element>() == heading) {
                return;
            }
            page::pause(20).await;
        }
        panic!("the heading of the new page never had the focus");
    }
}
