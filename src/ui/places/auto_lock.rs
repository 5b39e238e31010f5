//! Locks by itself: when the page is left alone, and when it is hidden on purpose.
use crate::{
    browser::{clock, page, patience},
    domain::idle::Idle,
    ui::{
        app::{App, Phase},
        desk::Desk,
    },
};
use leptos::{prelude::*, task::spawn_local};

/// How often the clock is looked at, at least, in milliseconds: a timer may have slept.
const OFTEN: i64 = 30_000;

/// Shows nothing, and watches over the desk from then on for as long as the page lives: it locks nothing while no
/// passphrase is set.
#[component]
pub fn AutoLock() -> impl IntoView {
    if let Phase::Open(desk) = App::expect().phase.get_untracked() {
        watch(desk);
    }
}

fn watch(desk: Desk) {
    let now = || clock::now().timestamp_millis();
    let idle = StoredValue::new(Idle::new(now()));
    let left = move || idle.with_value(|idle| idle.left(now(), patience::load()));
    // Other tabs go by their own clocks.
    let lock_if_due = move || {
        let is_due = left() <= 0;
        if is_due {
            spawn_local(desk.lock(false));
        }
        is_due
    };
    for sign_of_life in ["pointerdown", "keydown", "wheel"] {
        page::listen(sign_of_life, move || {
            // After a sleep this may come before any timer.
            if !lock_if_due() {
                idle.update_value(|idle| idle.touch(now()));
            }
        });
    }
    page::on_sight(move || {
        if page::is_hidden() {
            idle.update_value(|idle| idle.hide(now()));
        }
        // Asked before it counts as seen again.
        lock_if_due();
        if !page::is_hidden() {
            idle.update_value(Idle::show);
        }
    });
    page::listen("pageshow", move || {
        lock_if_due();
    });
    page::listen("page-hidden", move || spawn_local(desk.lock(true)));
    spawn_local(async move {
        // Where words cannot be kept it is tried again.
        loop {
            let wait = Some(left()).filter(|left| *left > 0).unwrap_or(OFTEN).clamp(1_000, OFTEN);
            page::pause(u32::try_from(wait).expect("it is between a second and half a minute")).await;
            lock_if_due();
        }
    });
}
