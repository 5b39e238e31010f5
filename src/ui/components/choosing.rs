//! One of several answers, and how sure one is of it: nothing counts until both are said.
use super::Erase;
use crate::{browser::page, domain::quiz::Sureness, ui::words::name_of_sureness};
use leptos::{ev, prelude::*};

/// How far a finger must go sideways to choose, in pixels.
const SWIPE: i32 = 60;

#[component]
pub fn Choosing(
    /// What there is to choose from, each with the letter or figure that chooses it.
    options: Vec<(String, char)>,
    /// The first of two answers is chosen by a swipe to the left, and the other to the right.
    #[prop(optional)]
    swipes: bool,
    on_answer: impl Fn(usize, Sureness) + Copy + 'static,
    /// What is asked.
    children: Children,
) -> impl IntoView {
    let chosen = RwSignal::new(None::<usize>);
    let keys = StoredValue::new(options.iter().map(|(_, key)| *key).collect::<Vec<_>>());
    let choose = move |at: usize| {
        let first = chosen.get_untracked().is_none();
        chosen.set(Some(at));
        if first {
            page::reveal("#sureness");
        }
    };
    let answer = move |sure: Sureness| {
        if let Some(at) = chosen.get_untracked() {
            on_answer(at, sure);
        }
    };
    // Keys are heard only while the focus is in here, so that they disturb no other command (WCAG 2.2, 2.1.4).
    let key = move |event: ev::KeyboardEvent| {
        if event.ctrl_key() || event.alt_key() || event.meta_key() {
            return;
        }
        let mut letters = event.key().chars().collect::<Vec<_>>().into_iter();
        let (Some(letter), None) = (letters.next(), letters.next()) else { return };
        let letter = letter.to_ascii_lowercase();
        if let Some(at) = keys.with_value(|keys| keys.iter().position(|it| *it == letter)) {
            choose(at);
        } else if let Some(sure) = Sureness::ALL.into_iter().find(|it| key_of(*it) == letter) {
            answer(sure);
        }
    };
    let from = StoredValue::new(None::<(i32, i32)>);
    let touched = move |event: ev::PointerEvent| {
        from.set_value((event.pointer_type() == "touch").then(|| (event.client_x(), event.client_y())));
    };
    let lifted = move |event: ev::PointerEvent| {
        let Some((x, y)) = from.get_value().filter(|_| swipes) else { return };
        let (across, down) = (event.client_x() - x, event.client_y() - y);
        if across.abs() >= SWIPE && across.abs() > 2 * down.abs() {
            choose(usize::from(across > 0));
        }
    };
    let hint: Vec<_> = options.iter().map(|(_, key)| key.to_ascii_uppercase().to_string()).collect();
    let hint = format!("Keys: {}, then G, S or C for how sure you are", hint.join(" "));
    let option = |(at, (label, _)): (usize, (String, char))| {
        view! {
            <label>
                <input
                    type="radio"
                    name="answer"
                    prop:checked=move || chosen.get() == Some(at)
                    on:change=move |_| choose(at)
                />
                <span>{label}</span>
            </label>
        }
    };
    let sure = |it: Sureness| {
        view! { <button class="button" type="button" on:click=move |_| answer(it)>{name_of_sureness(it)}</button> }
    };
    let few = options.len() == 2;
    view! {
        <div
            class="choosing"
            class:swipes=swipes
            on:keydown=key
            on:pointerdown=touched
            on:pointerup=lifted
        >
            {children()}
            <fieldset class="answers" data-few=few.then_some("true")>
                <legend class="visually-hidden">"Your answer"</legend>
                {options.into_iter().enumerate().map(option).erased()}
            </fieldset>
            <fieldset class="sureness" id="sureness" data-shown=move || chosen.get().map(|_| "true")>
                <legend>"How sure are you?"</legend>
                {Sureness::ALL.map(sure).erased()}
            </fieldset>
            <p class="quiet keys-hint">{hint}</p>
        </div>
    }
}

const fn key_of(sure: Sureness) -> char {
    match sure {
        Sureness::Guess => 'g',
        Sureness::FairlySure => 's',
        Sureness::Certain => 'c',
    }
}
