//! The frame around the app: title, focus, the lit tab, the address, colours and the screen's visibility.
use super::{
    listen_on,
    preferences::{Preferences, Scheme, TextSize},
    window,
};
use crate::domain::{route::Route, web_address::web_address};
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use web_sys::{Document, FocusOptions, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

pub(super) fn document() -> Document {
    window().document().expect("a window has a document")
}

/// The element that the app fills.
///
/// # Panics
/// If `index.html` has lost its `main`.
#[must_use]
pub fn main_element() -> HtmlElement {
    let main = document().get_element_by_id("main").expect("index.html has a main element");
    main.unchecked_into()
}

/// Takes away what the frame says until the app is there.
pub fn clear_opening() {
    main_element().set_text_content(None);
}

/// The part of the address after the `#`.
#[must_use]
pub fn hash() -> String {
    window().location().hash().unwrap_or_default()
}

/// The address of the app itself, by which others can open it; none where it was opened from a file.
#[must_use]
pub fn address() -> Option<String> {
    web_address(&window().location().href().ok()?).map(str::to_owned)
}

/// Whether the whole app is one file (`release/assemble.mjs` says so in it).
#[must_use]
pub fn is_one_file() -> bool {
    !meta("single").is_empty()
}

/// Goes to `route`, as a link would.
pub fn go(route: &Route) {
    drop(window().location().set_hash(&route.to_string()));
}

/// Goes to `route` in place of this entry of the history, so that "back" does not return here.
pub fn replace(route: &Route) {
    drop(window().location().replace(&route.to_string()));
}

/// Calls `then` whenever `event` reaches the window.
pub fn listen(event: &str, then: impl FnMut() + 'static) {
    listen_on(&window(), event, then);
}

/// Calls `then` whenever the page is hidden: the last safe moment to keep what was typed.
pub fn on_hide(then: impl Fn() + 'static) {
    on_sight(move || {
        if is_hidden() {
            then();
        }
    });
}

/// Lets the browser ask before the page is closed, while `unsafe_to_leave` says so.
pub fn ask_before_leaving(unsafe_to_leave: impl Fn() -> bool + 'static) {
    let listener = Closure::<dyn FnMut(web_sys::Event)>::new(move |event: web_sys::Event| {
        if unsafe_to_leave() {
            event.prevent_default();
        }
    });
    drop(window().add_event_listener_with_callback("beforeunload", listener.as_ref().unchecked_ref()));
    listener.forget();
}

/// Leaves the app: nothing of it stays in this tab.
pub fn leave() {
    drop(window().location().replace("about:blank"));
}

/// Begins anew at the first page, with nothing left in memory.
pub fn begin_anew() {
    replace(&Route::Today);
    drop(window().location().reload());
}

/// Names the page in the window's title and lights its tab.
pub fn show_place(title: &str, tab: Option<&Route>) {
    // `public/boot.js` shows the name, unless the page is hidden.
    match super::property::<js_sys::Function>(&window(), "nameThePage") {
        Some(name) => drop(name.call1(&JsValue::NULL, &title.into())),
        None => document().set_title(title),
    }
    let tab = tab.map(ToString::to_string);
    let links = document().query_selector_all("#tabs a").expect("the selector is valid");
    for at in 0..links.length() {
        let Some(link) = links.get(at).and_then(|node| node.dyn_into::<HtmlElement>().ok()) else { continue };
        let changed = if link.get_attribute("href") == tab {
            link.set_attribute("aria-current", "page")
        } else {
            link.remove_attribute("aria-current")
        };
        drop(changed);
    }
}

/// Moves focus to the page's heading, so that a screen reader starts there, and shows the page from `top` on, in
/// pixels, once it has been drawn.
pub fn focus_heading(top: f64) {
    window().scroll_to_with_x_and_y(0.0, 0.0);
    let focus = Closure::once_into_js(move || {
        if let Ok(Some(heading)) = document().query_selector("#main h1") {
            focus_in_place(heading.unchecked_ref());
        }
        window().scroll_to_with_x_and_y(0.0, top);
    });
    drop(window().set_timeout_with_callback(focus.unchecked_ref()));
}

/// Gives `element` the focus without moving the page.
fn focus_in_place(element: &HtmlElement) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    drop(element.focus_with_options(&options));
}

/// Moves focus to the first element that `selector` finds once the page has been drawn.
pub fn focus(selector: impl Into<String>) {
    let selector = selector.into();
    let focus = Closure::once_into_js(move || {
        if let Ok(Some(found)) = document().query_selector(&selector) {
            drop(found.unchecked_into::<HtmlElement>().focus());
        }
    });
    drop(window().set_timeout_with_callback(focus.unchecked_ref()));
}

/// Opens the browser's own way to print the page.
pub fn print() {
    drop(window().print());
}

/// Brings the element with this id into view and moves focus to it, once the page has been drawn.
pub fn show(id: String) {
    let show = Closure::once_into_js(move || {
        if let Some(found) = document().get_element_by_id(&id) {
            found.scroll_into_view();
            drop(found.unchecked_into::<HtmlElement>().focus());
        }
    });
    drop(window().set_timeout_with_callback_and_timeout_and_arguments_0(show.unchecked_ref(), 0));
}

/// Brings the element that `selector` finds into view, once the page has been drawn, if it is not in view already.
pub fn reveal(selector: &'static str) {
    let reveal = Closure::once_into_js(move || {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        if let Ok(Some(found)) = document().query_selector(selector) {
            found.scroll_into_view_with_scroll_into_view_options(&options);
        }
    });
    drop(window().set_timeout_with_callback(reveal.unchecked_ref()));
}

/// Gives the page's heading the focus, without moving the page, if what had it is gone once the page has been drawn.
pub fn catch_focus() {
    let catch = Closure::once_into_js(move || {
        let lost = document().active_element().is_none_or(|it| it.tag_name() == "BODY");
        if let Some(heading) = document().query_selector("#main h1").ok().flatten().filter(|_| lost) {
            focus_in_place(heading.unchecked_ref());
        }
    });
    drop(window().set_timeout_with_callback_and_timeout_and_arguments_0(catch.unchecked_ref(), 0));
}

/// Changes what the page shows. A heading that had the focus and is drawn anew has it again.
pub fn keep_heading(change: impl FnOnce()) {
    let had = document().active_element().is_some_and(|it| it.tag_name() == "H1");
    change();
    if had {
        catch_focus();
    }
}

/// How much of an element is in sight, in pixels.
#[derive(Clone, Copy, Debug)]
pub struct Sighting {
    /// How much of it lies above the window.
    pub above: f64,
    /// How tall the window is.
    pub window: f64,
    /// How tall the first thing in it is.
    pub row: f64,
}

/// How much of the element with this id is in sight; none where there is no such element, or nothing in it.
#[must_use]
pub fn sighting(id: &str) -> Option<Sighting> {
    let element = document().get_element_by_id(id)?;
    let row = element.first_element_child()?.get_bounding_client_rect().height();
    let window = window().inner_height().ok()?.as_f64()?;
    Some(Sighting { above: -element.get_bounding_client_rect().top(), window, row })
}

/// Shows the colours and the text size that were chosen. `public/boot.js` does the same before the first paint.
pub fn show_preferences(preferences: &Preferences) {
    let scheme = Some(preferences.scheme).filter(|it| *it != Scheme::Device).map(Scheme::name);
    let size = Some(preferences.text_size).filter(|it| *it != TextSize::Normal).map(TextSize::name);
    let root = document().document_element().expect("a document has a root");
    let set = |name, value: Option<&str>| match value {
        Some(value) => root.set_attribute(name, value),
        None => root.remove_attribute(name),
    };
    drop(set("data-text", size));
    let detail = scheme.map_or(JsValue::NULL, JsValue::from);
    if let Some(choose) = super::property::<js_sys::Function>(&window(), "chooseScheme") {
        drop(choose.call1(&JsValue::NULL, &detail));
    }
}

/// The version of the build, stamped into the page.
#[must_use]
pub fn version() -> String {
    meta("version")
}

/// What the page says of the build under `name`.
#[must_use]
pub fn meta(name: &str) -> String {
    let meta = document().query_selector(&format!("meta[name={name}]")).ok().flatten();
    meta.and_then(|meta| meta.get_attribute("content")).unwrap_or_default()
}

/// While it is kept, what the room sees stands alone: what lies under it is out of reach of the Tab key and of a screen
/// reader too. The root says so, because a rule that looks into the page (`:has`) is worked out anew at every change of
/// any page: a sixth of what a key in Search took.
#[derive(Debug)]
pub struct RoomAlone(());

impl RoomAlone {
    /// From now on.
    #[must_use]
    pub fn begin() -> Self {
        mark_root("data-room", true);
        Self(())
    }
}

impl Drop for RoomAlone {
    fn drop(&mut self) {
        mark_root("data-room", false);
    }
}

/// Takes everything the page shows out of sight, and out of a screen reader's; or shows it again.
pub fn cover(covered: bool) {
    mark_root("data-covered", covered);
}

fn mark_root(attribute: &str, marked: bool) {
    let root = document().document_element().expect("a document has a root");
    drop(root.toggle_attribute_with_force(attribute, marked));
}

/// Opens the page anew: nothing that it held in memory is left.
pub fn reload() {
    drop(window().location().reload());
}

/// Whether the page is out of sight.
#[must_use]
pub fn is_hidden() -> bool {
    document().visibility_state() == web_sys::VisibilityState::Hidden
}

/// Calls `then` whenever the page goes out of sight or comes into sight.
pub fn on_sight(then: impl FnMut() + 'static) {
    listen_on(&document(), "visibilitychange", then);
}

/// Puts `text` where the person can paste it from; false where the browser does not let it.
pub async fn copy(text: &str) -> bool {
    let navigator = window().navigator();
    let Some(clipboard) = super::property::<js_sys::Object>(&navigator, "clipboard") else { return false };
    let Some(write) = super::property::<js_sys::Function>(&clipboard, "writeText") else { return false };
    let written =
        write.call1(&clipboard, &text.into()).ok().and_then(|it| it.dyn_into::<js_sys::Promise>().ok());
    match written {
        Some(written) => wasm_bindgen_futures::JsFuture::from(written).await.is_ok(),
        None => false,
    }
}

/// Selects the text of the element with this id, for the person to copy.
pub fn select(id: &str) {
    let selection = window().get_selection().ok().flatten();
    if let (Some(selection), Some(element)) = (selection, document().get_element_by_id(id)) {
        drop(selection.select_all_children(&element));
    }
}

/// Waits for `milliseconds`.
pub async fn pause(milliseconds: u32) {
    let milliseconds = i32::try_from(milliseconds).unwrap_or(i32::MAX);
    let mut timer = None;
    let promise = js_sys::Promise::new(&mut |done, _| {
        timer = window().set_timeout_with_callback_and_timeout_and_arguments_0(&done, milliseconds).ok();
    });
    // One that nobody waits for any more is not left running.
    let _timer = Timer(timer);
    drop(wasm_bindgen_futures::JsFuture::from(promise).await);
}

/// A timer, stopped when this is dropped.
struct Timer(Option<i32>);

impl Drop for Timer {
    fn drop(&mut self) {
        if let Some(timer) = self.0 {
            window().clear_timeout_with_handle(timer);
        }
    }
}

/// Says, after a panic, that the app has stopped: nothing that is typed from then on is kept.
pub fn say_stopped() {
    let document = document();
    if let Ok(Some(state)) = document.query_selector("#save-state") {
        state.set_text_content(Some("Not saved"));
    }
    if let Ok(notice) = document.create_element("p") {
        notice.set_text_content(Some(
            "Second Look has stopped because of a fault in it. Copy any words that you have just typed, then open the page again. What was saved is safe.",
        ));
        drop(notice.set_attribute("role", "alert"));
        notice.set_class_name("notice");
        drop(main_element().prepend_with_node_1(&notice));
    }
}
