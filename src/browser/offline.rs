//! The service worker: keeps the app on the device, and says when a new version waits.
use super::{listen_on, page, property, window};
use std::{cell::Cell, rc::Rc};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{ServiceWorkerContainer, ServiceWorkerRegistration};

/// What the service worker has to say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offline {
    /// Not known yet.
    Unknown,
    /// This browser, or this address, has no service workers.
    Unsupported,
    /// The app is one file, and everything is in it.
    InOneFile,
    /// Everything is on the device.
    Ready,
    /// It could not all be kept; it will be tried again at the next visit.
    Failed,
    /// A newer version is on the device and waits to be let in.
    UpdateWaiting,
    /// Another tab has let a newer version in: this page is of the older one.
    Outdated,
}

/// Whether everything of the app is on this device already, so that nothing has to be spared.
#[must_use]
pub fn is_at_hand() -> bool {
    page::is_one_file() || container().is_some_and(|container| container.controller().is_some())
}

/// Registers the service worker after what goes `first`, and tells `changed` how things stand, now and whenever that may
/// have changed.
pub async fn register(first: impl Future<Output = ()>, changed: impl Fn(Offline) + Clone + 'static) {
    if page::is_one_file() {
        changed(Offline::InOneFile);
        return first.await;
    }
    // While the app is being developed, what was built last must be seen at once.
    let Some(container) = container().filter(|_| !cfg!(debug_assertions)) else {
        changed(Offline::Unsupported);
        return first.await;
    };
    let had_worker = Cell::new(container.controller().is_some());
    let outdated = Rc::new(Cell::new(false));
    let (say, is_outdated) = (changed, outdated.clone());
    // Once a page is outdated it stays so, whatever its worker goes on to say.
    let changed = move |offline| say(if is_outdated.get() { Offline::Outdated } else { offline });
    let taken_over = changed.clone();
    listen_on(&container, "controllerchange", move || {
        if had_worker.replace(true) {
            outdated.set(true);
            taken_over(Offline::Outdated);
        }
    });
    first.await;
    let Ok(registration) = JsFuture::from(container.register("sw.js")).await else {
        return changed(Offline::Failed);
    };
    let registration: ServiceWorkerRegistration = registration.unchecked_into();
    watch(&registration, changed.clone());
    let (found, again) = (registration.clone(), changed.clone());
    listen_on(&registration, "updatefound", move || watch(&found, again.clone()));
    // An installed app may stay open for weeks: look for a new version whenever it is looked at again.
    let looked_at = registration.clone();
    page::listen("focus", move || drop(looked_at.update()));
    if let Some(ready) = container.ready().ok()
        && JsFuture::from(ready).await.is_ok()
    {
        changed(standing(&registration));
    }
}

/// Lets the waiting version in, and reloads the page once it is in charge and `may_reload` says that nothing
/// is unsaved.
pub async fn update_now(may_reload: impl AsyncFn() -> bool + Clone + 'static) {
    let Some(container) = container() else { return };
    let Ok(registration) = JsFuture::from(container.get_registration()).await else { return };
    let registration: ServiceWorkerRegistration = registration.unchecked_into();
    let Some(waiting) = registration.waiting() else { return };
    listen_on(&container, "controllerchange", move || {
        let may_reload = may_reload.clone();
        spawn_local(async move {
            if may_reload().await {
                drop(window().location().reload());
            }
        });
    });
    drop(waiting.post_message(&"skip-waiting".into()));
}

/// Tells how things stand, and again whenever the worker that is on its way gets further.
fn watch(registration: &ServiceWorkerRegistration, changed: impl Fn(Offline) + 'static) {
    changed(standing(registration));
    if let Some(coming) = registration.installing().or_else(|| registration.waiting()) {
        let registration = registration.clone();
        listen_on(&coming, "statechange", move || changed(standing(&registration)));
    }
}

fn standing(registration: &ServiceWorkerRegistration) -> Offline {
    let (active, waiting) = (registration.active(), registration.waiting());
    if active.is_some() && waiting.is_some() {
        Offline::UpdateWaiting
    } else if active.is_some() || waiting.is_some() {
        Offline::Ready
    } else if registration.installing().is_some() {
        Offline::Unknown
    } else {
        Offline::Failed
    }
}

fn container() -> Option<ServiceWorkerContainer> {
    property::<js_sys::Object>(&window().navigator(), "serviceWorker").map(JsCast::unchecked_into)
}
