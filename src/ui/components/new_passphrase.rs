//! Two fields for one new passphrase, with an honest word on its length.
use super::secret_field::{self, SecretField};
use crate::{ui::trouble::Trouble, vault::Passphrase};
use leptos::{html, prelude::*};

/// From this many characters on a passphrase is called long.
const LONG: usize = 16;

#[component]
pub fn NewPassphrase(
    first: NodeRef<html::Input>,
    second: NodeRef<html::Input>,
    #[prop(into)] wrong: Signal<bool>,
) -> impl IntoView {
    let length = RwSignal::new(0_usize);
    let strength = move || match length.get() {
        0 => "",
        short if short < Passphrase::SHORTEST => "Too short: it needs at least 8 letters or numbers.",
        middling if middling < LONG => {
            "Someone with your device and time could guess this. Three or four odd words are far harder."
        }
        _ => "A good length, if it is not a line that others know.",
    };
    view! {
        <SecretField
            id="new-passphrase"
            label="New passphrase"
            hint="At least 8 letters or numbers. Spaces count. Three or four words that do not belong together are best."
            autocomplete="new-password"
            node=first
            wrong
            on_length=Callback::new(move |typed| length.set(typed))
        />
        <p role="status" class="quiet">{strength}</p>
        <SecretField id="new-passphrase-again" label="The same again" autocomplete="new-password" node=second wrong />
    }
}

/// What was typed in both fields, if it is the same and long enough.
pub fn new_passphrase(
    first: NodeRef<html::Input>,
    second: NodeRef<html::Input>,
) -> Result<Passphrase, Trouble> {
    let (typed, again) = (secret_field::read(first), secret_field::read(second));
    let passphrase = Passphrase::new(&typed).map_err(|_| Trouble::too_short())?;
    match typed == again {
        true => Ok(passphrase),
        false => Err(Trouble::not_the_same()),
    }
}
