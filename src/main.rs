//! The page's entry point: what a panic shows, and the app.

#[cfg(feature = "app")]
fn main() {
    std::panic::set_hook(Box::new(|panic| {
        console_error_panic_hook::hook(panic);
        second_look::browser::page::say_stopped();
    }));
    second_look::ui::start();
}

#[cfg(not(feature = "app"))]
fn main() {}
