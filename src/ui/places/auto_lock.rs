//! Locks by itself: when the page is left alone, and when it is hidden on purpose.
use crate::{
    browser::{
        clock, page, patience,
        tabs::{Channel, News},
    },
    domain::idle::Idle,
    ui::{
        app::{App, Phase},
        desk::Desk,
    },
};
use leptos::{prelude::*, task::spawn_local};
use std::{cell::Cell, rc::Rc};

/// How often the clock is looked at, at least, in milliseconds: a timer may have slept.
const OFTEN: i64 = 30_000;

/// Shows nothing, and watches over the desk from then on for as long as the page lives: it locks nothing while no
/// passphrase is set. It hears of other tabs by a channel of its own, because the desk need not know of it.
#[component]
pub fn AutoLock() -> impl IntoView {
    if let Phase::Open(desk) = App::expect().phase.get_untracked() {
        watch(desk);
    }
}

fn watch(desk: Desk) {
    let now = || clock::now().timestamp_millis();
    // It outlives what it was shown in.
    let idle = Rc::new(Cell::new(Idle::new(now())));
    let left = {
        let idle = idle.clone();
        move || idle.get().left(now(), patience::load())
    };
    // Other tabs go by their own clocks.
    let lock_if_due = {
        let left = left.clone();
        move || {
            let is_due = left() <= 0;
            if is_due {
                spawn_local(desk.lock(false));
            }
            is_due
        }
    };
    for sign_of_life in ["pointerdown", "keydown", "wheel"] {
        let (idle, lock_if_due) = (idle.clone(), lock_if_due.clone());
        page::listen(sign_of_life, move || {
            // After a sleep this may come before any timer.
            if !lock_if_due() {
                idle.update(|it| it.touched_at(now()));
            }
        });
    }
    let seen = lock_if_due.clone();
    page::on_sight(move || {
        if page::is_hidden() {
            idle.update(|it| it.hidden_at(now()));
        }
        // Asked before it counts as seen again.
        seen();
        if !page::is_hidden() {
            idle.update(Idle::shown);
        }
    });
    let shown_again = lock_if_due.clone();
    page::listen("pageshow", move || {
        shown_again();
    });
    page::listen("page-hidden", move || spawn_local(desk.lock(true)));
    drop(Channel::open(move |news| {
        if news == News::Locked {
            spawn_local(desk.lock(false));
        }
    }));
    spawn_local(async move {
        // Where words cannot be kept it is tried again.
        loop {
            let wait = Some(left()).filter(|left| *left > 0).unwrap_or(OFTEN).clamp(1_000, OFTEN);
            page::pause(u32::try_from(wait).expect("it is between a second and half a minute")).await;
            lock_if_due();
        }
    });
}
