//! What the room sees: big, calm, and readable from the back; in a window of its own, or over the facilitator's page.
use crate::{
    browser::{
        room_window::{RoomChannel, WHAT_IS_SHOWN},
        wake::Awake,
    },
    content::room::{Bar, Scene},
    ui::components::{Erase, plotted::Plotted},
};
use leptos::prelude::*;

/// The room's window. It keeps nothing: it shows what the facilitator's window tells it.
#[component]
pub fn RoomWindow() -> impl IntoView {
    let scene = RwSignal::new(None::<Scene>);
    let channel = RoomChannel::open(move |told| {
        if let Ok(told) = serde_json::from_str(&told) {
            scene.try_set(Some(told));
        }
    });
    channel.tell(WHAT_IS_SHOWN);
    // Both for as long as the page is there.
    StoredValue::new_local((channel, Awake::keep()));
    move || match scene.get() {
        Some(scene) => view! { <Room scene /> }.into_any(),
        None => view! {
            <Room scene=Scene {
                words: "Waiting for the facilitator".to_owned(),
                lines: vec!["Open the event in another window of this browser, on this device.".to_owned()],
                ..Scene::default()
            } />
        }
        .into_any(),
    }
}

/// One scene, over everything else.
#[component]
pub fn Room(scene: Scene) -> impl IntoView {
    let verdict = scene.is_fact.map(|is_fact| {
        let (mark, told) = if is_fact { ("✓", "Fact") } else { ("✗", "Myth") };
        view! { <p class="room-verdict" data-fact=is_fact.to_string()><span aria-hidden="true">{mark}</span> {told}</p> }
    });
    let lines =
        scene.lines.into_iter().filter(|it| !it.is_empty()).map(|it| view! { <li>{it}</li> }).erased();
    view! {
        <section class="room" aria-live="polite">
            <p class="room-head">{scene.head}</p>
            <h1 class="room-words">{scene.words}</h1>
            {verdict}
            <ul class="room-lines">{lines}</ul>
            <Bars bars=scene.bars />
            {(!scene.ask.is_empty()).then(|| view! { <p class="room-ask">{scene.ask}</p> }).erased()}
        </section>
    }
}

#[component]
fn Bars(bars: Vec<Bar>) -> impl IntoView {
    let row = |bar: Bar| {
        view! {
            <tr>
                <Plotted name=bar.label share=bar.percent as usize of=100 />
                <td class="number">{bar.count}</td>
                <td class="number">{bar.percent} " in 100"</td>
            </tr>
        }
    };
    (!bars.is_empty()).then(|| {
        view! {
            <table class="plot">
                <caption class="visually-hidden">"How the room voted"</caption>
                <tbody>{bars.into_iter().map(row).erased()}</tbody>
            </table>
        }
    })
}
