//! The nudge: what in a text could tell who somebody is, why, and other words for it, one tap away.
use super::Erase;
use crate::{
    browser::page,
    domain::identifiers::{Allowed, Hit, RARE_DETAIL, find},
};
use leptos::{prelude::*, task::spawn_local};

/// How long a pause in typing is, in milliseconds, before the text is looked at.
const PAUSE_MS: u32 = 250;

/// The same thing said several times is one question.
#[derive(Clone, PartialEq)]
struct Noticed {
    said: String,
    times: usize,
    hit: Hit,
}

/// Shown under the box that `text` is written in, while there is something to notice.
#[component]
pub fn Nudge(
    #[prop(into)] text: Signal<String>,
    #[prop(into)] allowed: Signal<Allowed>,
    /// What the person left as it is, for as long as the editor is open.
    left: RwSignal<Vec<String>>,
    #[prop(into)] locked: Signal<bool>,
    /// The text with other words in place of what was noticed.
    on_text: impl Fn(String) + Copy + Send + Sync + 'static,
    /// This is not to be noticed again, anywhere.
    on_pass_over: impl Fn(String) + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let noticed = RwSignal::new(vec![]);
    let look = move || {
        let now = text.try_with_untracked(|text| {
            let hits = allowed.with_untracked(|allowed| find(text, allowed));
            left.with_untracked(|left| grouped(text, hits, left))
        });
        if let Some(now) = now.filter(|now| noticed.with_untracked(|before| before != now)) {
            noticed.set(now);
        }
    };
    // At the next pause: no key waits for it.
    let strokes = StoredValue::new(0_u32);
    Effect::new(move || {
        text.track();
        allowed.track();
        left.track();
        let stroke = strokes.get_value() + 1;
        strokes.set_value(stroke);
        spawn_local(async move {
            page::pause(PAUSE_MS).await;
            if strokes.try_get_value() == Some(stroke) {
                look();
            }
        });
    });
    // What it said before the last replacement, and after it.
    let replaced = RwSignal::new(None::<(String, String)>);
    let undo = move || {
        let (before, after) = replaced.get()?;
        text.with(|text| *text == after).then(|| {
            let put_back = move |_| {
                on_text(before.clone());
                page::catch_focus();
            };
            view! { <button class="text-button" type="button" disabled=locked on:click=put_back>"Put back what it said"</button> }
        })
    };
    let replace = move |said: &str| {
        let before = text.get_untracked();
        let hits = allowed.with_untracked(|allowed| find(&before, allowed));
        let said = hits.iter().filter(|hit| before[hit.range.clone()] == *said);
        // From the end, so that what is still to be replaced stands where it was found.
        let now = said.rev().fold(before.clone(), |text, hit| hit.put_into(&text));
        replaced.set(Some((before, now.clone())));
        on_text(now);
        look();
    };
    let row = move |it: Noticed| {
        let (shown, said) = (it.said.clone(), StoredValue::new(it.said));
        let times = (it.times > 1).then(|| format!(" ({} times)", it.times));
        let suggestion = match it.hit.suggestion.as_str() {
            "" => "Take it out".to_owned(),
            suggestion => format!("Write \u{201c}{suggestion}\u{201d}"),
        };
        view! {
            <li>
                <p><strong>{shown}</strong> " is " {it.hit.kind.called()} "." {times} " " {it.hit.kind.why()}</p>
                <div class="button-row">
                    <button class="tag" type="button" disabled=locked on:click=move |_| said.with_value(|said| replace(said))>
                        {suggestion}
                    </button>
                    <button class="text-button" type="button" on:click=move |_| left.update(|left| left.push(said.get_value()))>
                        "Leave it"
                    </button>
                    <button class="text-button" type="button" disabled=locked on:click=move |_| on_pass_over(said.get_value())>
                        "Always leave it"
                    </button>
                </div>
            </li>
        }
    };
    let told = move || match noticed.with(Vec::<Noticed>::len) {
        0 => None,
        1 => Some("One thing here could tell who it is".to_owned()),
        many => Some(format!("{many} things here could tell who it is")),
    };
    let open = RwSignal::new(false);
    let rows = move || open.get().then(|| noticed.get().into_iter().map(row).erased());
    view! {
        {undo}
        // Apart from what can be unfolded, whose name it would else not be.
        <p class="visually-hidden" role="status">{told}</p>
        <div class="nudge" data-empty=move || told().is_none().to_string()>
            <details on:toggle:target=move |event| open.set(event.target().open())>
                <summary>{told}</summary>
                <ul>{rows}</ul>
                <p class="field-hint">{RARE_DETAIL}</p>
            </details>
        </div>
    }
}

/// What was noticed and not left, each thing once.
fn grouped(text: &str, hits: Vec<Hit>, left: &[String]) -> Vec<Noticed> {
    let mut all: Vec<Noticed> = vec![];
    for hit in hits {
        let said = text[hit.range.clone()].to_owned();
        if left.contains(&said) {
            continue;
        }
        match all.iter_mut().find(|it| it.said == said && it.hit.kind == hit.kind) {
            Some(known) => known.times += 1,
            None => all.push(Noticed { said, times: 1, hit }),
        }
    }
    all
}
