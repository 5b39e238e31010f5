//! Reads QR codes through the camera, or from a photo.
use super::{Erase, notice::TroubleNotice};
use crate::{
    browser::{
        camera::{self, Camera, Video},
        page,
        sound::{self, Beeper},
        worker::Scanner as Reader,
    },
    content::sightings::Sightings,
    ui::trouble::Trouble,
    worker::Failure,
};
use leptos::{ev, html, prelude::*, task::spawn_local};

/// Between two pictures, in milliseconds: more of them find no more, and warm the phone.
const REST: u32 = 60;

/// How it stands.
#[derive(Clone, PartialEq)]
enum State {
    Off,
    Starting,
    Filming,
    /// The page was out of sight.
    Interrupted,
    ReadingPhoto,
    /// No code is in the photo.
    NoCode,
    Troubled(Trouble),
}

#[component]
pub fn Scanner(
    /// Called with what a code says, once each time that it comes into sight.
    on_code: Callback<Vec<u8>>,
    /// What the page says of it, such as how many codes are in.
    #[prop(into)]
    status: Signal<String>,
) -> impl IntoView {
    let video = NodeRef::<html::Video>::new();
    let state = RwSignal::new(State::Off);
    // Each start and each stop has a number: what belongs to an earlier one ends.
    let turns = StoredValue::new(0_u32);
    let next_turn = move || {
        turns.update_value(|turns| *turns += 1);
        let this = turns.get_value();
        move || turns.try_get_value() == Some(this)
    };
    let is_on = Memo::new(move |_| matches!(state.get(), State::Starting | State::Filming));
    let start_or_stop = move |_| {
        let wanted = next_turn();
        let Some(video) = video.get_untracked().filter(|_| !is_on.get_untracked()) else {
            return state.set(State::Off);
        };
        state.set(State::Starting);
        // Made in the tap: later, no page may make a sound.
        let beeper = Beeper::new();
        spawn_local(async move {
            let found = move |code| {
                beeper.beep();
                on_code.run(code);
            };
            let ended = film(video, wanted, move || state.set(State::Filming), found).await;
            if wanted() {
                state.set(ended);
            }
        });
    };
    let choose = move |event: ev::Event| {
        let wanted = next_turn();
        state.set(State::Off);
        spawn_local(async move {
            let Some(photo) = camera::photo(event).await else { return };
            if wanted() {
                state.set(State::ReadingPhoto);
            }
            let read = match photo {
                Ok(picture) => Reader::default().read(&picture.frame()).await.map_err(Trouble::from),
                Err(unreadable) => Err(Trouble::of_photo(unreadable)),
            };
            if !wanted() {
                return;
            }
            state.set(match &read {
                Ok(codes) if codes.is_empty() => State::NoCode,
                Ok(_) => State::Off,
                Err(trouble) => State::Troubled(trouble.clone()),
            });
            read.into_iter().flatten().for_each(|code| on_code.run(code));
        });
    };
    let heard = RwSignal::new(sound::is_on());
    let turn_sound = move |_| {
        heard.update(|heard| *heard = !*heard);
        sound::turn(heard.get_untracked());
    };
    let label = move || if is_on.get() { "Stop the camera" } else { "Start the camera" };
    let said = move || match state.get() {
        State::Off | State::Troubled(_) => "",
        State::Starting => "Asking for the camera…",
        State::Filming => "Hold a code before the camera until it beeps.",
        State::Interrupted => "The camera stopped, because the page was out of sight. Start it again.",
        State::ReadingPhoto => "Reading the photo…",
        State::NoCode => {
            "No code was found in that photo. Take another: close, straight on, and without reflections."
        }
    };
    let trouble = move || match state.get() {
        State::Troubled(trouble) => Some(view! { <TroubleNotice trouble /> }),
        _ => None,
    };
    view! {
        <div class="scanner">
            <video class="scanner-view" node_ref=video muted playsinline aria-label="What the camera sees" hidden=move || !is_on.get()></video>
            <div class="button-row">
                <button class="button" type="button" on:click=start_or_stop>{label}</button>
                <button class="text-button" type="button" aria-pressed=move || heard.get().to_string() on:click=turn_sound>"Beep"</button>
            </div>
            <p class="quiet" role="status">{said}</p>
            <p role="status">{status}</p>
            {move || trouble().erased()}
            <div class="field">
                <label for="code-photo">"Or choose a photo of the code"</label>
                <input type="file" id="code-photo" accept="image/*" on:change=choose />
            </div>
        </div>
    }
}

/// Films and reads for as long as it is wanted, and says how it ended.
async fn film(video: Video, wanted: impl Fn() -> bool, begun: impl Fn(), found: impl Fn(Vec<u8>)) -> State {
    let camera = match Camera::open(video).await {
        Ok(camera) => camera,
        Err(error) => return State::Troubled(Trouble::of_camera(error)),
    };
    if wanted() {
        begun();
    }
    let (mut reader, mut sightings) = (Reader::default(), Sightings::default());
    while wanted() {
        if !camera.is_filming() {
            return State::Interrupted;
        }
        if let Some(picture) = camera.picture() {
            let codes = match reader.read(&picture.frame()).await {
                Ok(codes) => codes,
                Err(Failure::CannotStart) => return State::Troubled(Failure::CannotStart.into()),
                // One picture is lost: the next has another worker.
                Err(_) => vec![],
            };
            if wanted() {
                sightings.next(codes).into_iter().for_each(&found);
            }
        }
        page::pause(REST).await;
    }
    State::Off
}
