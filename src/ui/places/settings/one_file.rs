//! What is different where the whole app is one file.
use crate::domain::route::Route;
use leptos::prelude::*;

#[component]
pub fn OneFile() -> impl IntoView {
    view! {
        <section id="one-file">
            <h2>"You opened it from a file"</h2>
            <ul class="stack-tight">
                <li>"What you write is kept by this browser on this computer, not in the file. A copy of the file takes none of it along: a "<a href=Route::Backup.to_string()>"backup"</a>" does."</li>
                <li>"Open the file from the same place each time, in the same browser. In Firefox, a file that was moved or renamed starts with nothing: put it back, or take a backup in."</li>
                <li>"If it came by e-mail, save it in a folder of your own first. What is opened in the e-mail may start with nothing the next time."</li>
                <li>"Chrome and Edge let every page that you open from a file read and delete what any of them keeps. Set a passphrase, and open no such page that you do not trust."</li>
                <li>"In Safari, two windows of the file do not hear of each other. Lock each by itself, and show the room what it sees on the facilitator's own screen."</li>
                <li>"It cannot be installed and does not update itself. Put a newer file where this one is, under the same name."</li>
                <li>"The browser may ask for the camera each time, or refuse it. Codes can be typed, or read from a photo."</li>
                <li>"A phone cannot open this file, so an invitation to an event needs the web address of Second Look. Without one the room votes by hands, tables or corners."</li>
            </ul>
        </section>
    }
}
