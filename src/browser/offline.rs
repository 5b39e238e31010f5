//! The service worker: keeps the app on the device, and says when a new version waits.
use super::{page, property, window};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{ServiceWorkerContainer, ServiceWorkerRegistration};

/// What the service worker has to say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offline {
    /// Not known yet.
    Unknown,
    /// This browser, or this address, has no service workers.
    Unsupported,
    /// Everything is on the device.
    Ready,
    /// It could not all be kept; it will be tried again at the next visit.
    Failed,
    /// A newer version is on the device and waits to be let in.
    UpdateWaiting,
    /// Another tab has let a newer version in: this page is of the older one.
    Outdated,
}

/// Registers the service worker and tells `changed` how things stand, now and later.
pub async fn register(changed: impl Fn(Offline) + Clone + 'static) {
    let Some(container) = container() else { return changed(Offline::Unsupported) };
    let had_worker = container.controller().is_some();
    let later = changed.clone();
    on(&container, "controllerchange", move || {
        if had_worker {
            later(Offline::Outdated);
        }
    });
    let Ok(registration) = JsFuture::from(container.register("sw.js")).await else {
        return changed(Offline::Failed);
    };
    let registration: ServiceWorkerRegistration = registration.unchecked_into();
    if registration.waiting().is_some() && had_worker {
        changed(Offline::UpdateWaiting);
    } else if registration.active().is_some() {
        changed(Offline::Ready);
    }
    watch(&registration, changed.clone());
    let again = registration.clone();
    let later = changed.clone();
    on(&registration, "updatefound", move || watch(&again, later.clone()));
    // An installed app may stay open for weeks: look for a new version whenever it is looked at again.
    page::listen("focus", move || drop(registration.update()));
}

/// Lets the waiting version in, and reloads the page once it is in charge. Call only when nothing is unsaved.
pub async fn update_now() {
    let Some(container) = container() else { return };
    let Ok(registration) = JsFuture::from(container.get_registration()).await else { return };
    let registration: ServiceWorkerRegistration = registration.unchecked_into();
    let Some(waiting) = registration.waiting() else { return };
    on(&container, "controllerchange", || drop(window().location().reload()));
    drop(waiting.post_message(&"skip-waiting".into()));
}

fn watch(registration: &ServiceWorkerRegistration, changed: impl Fn(Offline) + Clone + 'static) {
    let Some(installing) = registration.installing() else { return };
    let worker = installing.clone();
    on(&installing, "statechange", move || match worker.state() {
        web_sys::ServiceWorkerState::Installed if controlled() => changed(Offline::UpdateWaiting),
        web_sys::ServiceWorkerState::Activated => changed(Offline::Ready),
        web_sys::ServiceWorkerState::Redundant => {
            if !controlled() {
                changed(Offline::Failed);
            }
        }
        _ => {}
    });
}

fn controlled() -> bool {
    container().is_some_and(|container| container.controller().is_some())
}

fn container() -> Option<ServiceWorkerContainer> {
    property::<js_sys::Object>(&window().navigator(), "serviceWorker").map(JsCast::unchecked_into)
}

fn on(target: &web_sys::EventTarget, event: &str, mut then: impl FnMut() + 'static) {
    let listener = Closure::<dyn FnMut()>::new(move || then());
    drop(target.add_event_listener_with_callback(event, listener.as_ref().unchecked_ref()));
    listener.forget();
}
