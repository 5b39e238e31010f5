//! The page's entry point.

#[cfg(feature = "app")]
fn main() {
    console_error_panic_hook::set_once();
    second_look::ui::start();
}

#[cfg(not(feature = "app"))]
fn main() {}
