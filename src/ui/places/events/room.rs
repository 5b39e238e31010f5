//! What the room sees: big, calm, and readable from the back; in a window of its own, or over the facilitator's page.
use crate::{
    browser::{
        page,
        room_window::{RoomChannel, WHAT_IS_SHOWN},
        wake::Awake,
    },
    content::{
        qr::{Correction, Matrix},
        room::{Bar, Scene},
    },
    ui::components::{Erase, plotted::Plotted, qr_code::QrCode},
};
use leptos::{prelude::*, task::spawn_local};

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
    // All for as long as the page is there.
    StoredValue::new_local((channel, Awake::keep(), page::RoomAlone::begin()));
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

/// So many lines stand in two columns, where there is room for them.
const IN_TWO_COLUMNS: usize = 8;

/// One scene, over everything else; whoever shows it keeps a [`page::RoomAlone`] for as long.
#[component]
pub fn Room(scene: Scene) -> impl IntoView {
    let verdict = scene.is_fact.map(|is_fact| {
        let (mark, told) = if is_fact { ("✓", "Fact") } else { ("✗", "Myth") };
        view! { <p class="room-verdict" data-fact=is_fact.to_string()><span aria-hidden="true">{mark}</span> {told}</p> }
    });
    let lines: Vec<_> = scene.lines.into_iter().filter(|it| !it.is_empty()).collect();
    let many = (lines.len() >= IN_TWO_COLUMNS).then_some("true");
    let lines = lines.into_iter().map(|it| view! { <li>{it}</li> }).erased();
    let code = scene.link.map(|link| {
        let matrix = Matrix::of_text(&link, Correction::Low).ok();
        matrix.map(|matrix| view! {
            <figure class="room-code">
                <QrCode matrix label="A code that opens this event on a phone" />
                <figcaption>"Take part on your phone: hold its camera here. No Wi-Fi is needed if you have opened the app before."</figcaption>
            </figure>
        })
    });
    let has_code = code.is_some().then_some("true");
    let frames = (!scene.frames.is_empty()).then(|| view! { <Loop frames=scene.frames /> });
    view! {
        <section class="room" aria-live="polite" data-code=has_code>
            {code.flatten()}
            {frames}
            <p class="room-head">{scene.head}</p>
            <h1 class="room-words">{scene.words}</h1>
            {verdict}
            <ul class="room-lines" data-many=many>{lines}</ul>
            <Bars bars=scene.bars />
            {scene.shift.map(|shift| view! { <p class="room-shift">{told_shift(shift)}</p> }).erased()}
            {(!scene.ask.is_empty()).then(|| view! { <p class="room-ask">{scene.ask}</p> }).erased()}
        </section>
    }
}

/// How the room moved, in words.
pub fn told_shift(shift: i64) -> String {
    let rose_or_fell = if shift > 0 { "rose" } else { "fell" };
    match shift.unsigned_abs() {
        0 => "After talking, as many were right as before.".to_owned(),
        moved => format!("After talking, those who were right {rose_or_fell} by {moved} in 100."),
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

/// How long each code of the loop is shown, in milliseconds: a phone reads two or three in that time.
const FRAME_MS: u32 = 400;

/// Codes one after the other, and again.
#[component]
fn Loop(frames: Vec<Vec<u8>>) -> impl IntoView {
    let (at, count) = (RwSignal::new(0_usize), frames.len());
    spawn_local(async move {
        loop {
            page::pause(FRAME_MS).await;
            let Some(shown) = at.try_get_untracked() else { return };
            at.set((shown + 1) % count);
        }
    });
    let shown = move || {
        Matrix::of_bytes(&frames[at.get()], Correction::Low)
            .ok()
            .map(|matrix| view! { <QrCode matrix label="Codes with the organisers' own statements" /> })
    };
    view! { <figure class="room-code">{shown}<figcaption>"Then hold it here, in the app."</figcaption></figure> }
}
