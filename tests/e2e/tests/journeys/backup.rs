//! A backup and back: the file leaves the browser, everything is deleted, and the file brings it all back.
use crate::{
    app::{self, go, open},
    browser::Browser,
    engine::Engine,
};
use base64::{Engine as _, prelude::BASE64_STANDARD};
use serde_json::{Value, json};

const PASSPHRASE: &str = "kettle orchard ninety";

/// Keeps the next file that the app offers, in place of saving it where no test can find it.
pub async fn catch_file(browser: &Browser) {
    browser
        .run("window.caught = null; const make = URL.createObjectURL; URL.createObjectURL = (blob) => { window.caught = blob; return make.call(URL, blob); }")
        .await;
}

/// The file that was offered, in base64.
pub async fn caught(browser: &Browser) -> String {
    browser.until("return !!window.caught").await;
    let read = "const bytes = new Uint8Array(await window.caught.arrayBuffer()); let text = ''; bytes.forEach((byte) => { text += String.fromCharCode(byte); }); return btoa(text);";
    browser.run_async(read, vec![]).await.as_str().expect("it is a text").to_owned()
}

/// Chooses a file of this name with these bytes, as a person does in the browser's own window.
pub async fn choose_named(browser: &Browser, input: &str, name: &str, base64: &str) {
    browser.find(input).await;
    let choose = "
        const [selector, name, text] = given;
        const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
        const files = new DataTransfer();
        files.items.add(new File([bytes], name));
        const input = document.querySelector(selector);
        input.files = files.files;
        input.dispatchEvent(new Event('change', { bubbles: true }));
        return true;";
    let given = [input, name, base64].map(|it| json!(it)).to_vec();
    assert_eq!(browser.run_async(choose, given).await, Value::Bool(true));
}

async fn choose_file(browser: &Browser, base64: &str) {
    choose_named(browser, "#backup-file", "second-look.age", base64).await;
    browser.sees("is chosen").await;
}

/// Makes a backup, and gives its file in base64.
pub async fn make_backup(browser: &Browser) -> String {
    go(browser, "#/settings/backup").await;
    catch_file(browser).await;
    browser.type_into("#new-passphrase", PASSPHRASE).await;
    browser.type_into("#new-passphrase-again", PASSPHRASE).await;
    browser.choose("Make the backup").await;
    browser.sees("It was opened again and is whole").await;
    caught(browser).await
}

pub async fn a_backup_brings_everything_back_after_everything_was_deleted(engine: Engine) {
    let server = app::serve();
    let browser = Browser::open(engine).await;
    open(&browser, &server).await;
    app::write_reflection(&browser, "Worth keeping for years").await;
    browser.choose("Bring it to supervision").await;
    browser.sees("Ready for supervision").await;
    go(&browser, "#/settings").await;
    browser.tick("Dark").await;
    let file = make_backup(&browser).await;
    let bytes = BASE64_STANDARD.decode(&file).expect("it was encoded so");
    assert!(bytes.starts_with(b"age-encryption.org/v1\n"), "it is no age file");
    assert!(!String::from_utf8_lossy(&bytes).contains("Worth keeping"), "it is not sealed");
    go(&browser, "#/settings/health").await;
    browser.sees("Saved since then").await;
    browser.type_into("#delete-word", "remove").await;
    browser.choose("Delete everything").await;
    browser.sees("Nothing was deleted").await;
    // Another tab in which the app is open is closed: it would keep the database from being deleted.
    let this = browser.this_tab().await;
    let other = browser.new_tab().await;
    browser.switch_to(&other).await;
    open(&browser, &server).await;
    browser.sees("Second Look is open in another tab").await;
    browser.switch_to(&this).await;
    browser.empty("#delete-word").await;
    browser.type_into("#delete-word", "delete").await;
    browser.run("window.before = true").await;
    browser.choose("Delete everything").await;
    browser.switch_to(&other).await;
    browser.until("return location.href === 'about:blank'").await;
    browser.switch_to(&this).await;
    browser
        .until(
            "return !window.before && location.hash === '#/' && !!document.querySelector('#main .page h1')",
        )
        .await;
    assert_eq!(browser.run("return Object.keys(localStorage)").await, json!([]), "a choice was left behind");
    go(&browser, "#/reflect").await;
    browser.sees("Nothing written yet").await;
    go(&browser, "#/settings/backup").await;
    browser.sees("You have not made a backup yet").await;
    choose_file(&browser, &file).await;
    browser.type_into("#backup-passphrase", "not the passphrase").await;
    browser.choose("See what is in it").await;
    browser.sees("That passphrase does not open the file").await;
    browser.empty("#backup-passphrase").await;
    browser.type_into("#backup-passphrase", PASSPHRASE).await;
    browser.choose("See what is in it").await;
    browser.sees("not here yet, and added").await;
    browser.choose("Take it in").await;
    browser.sees("The backup was taken in").await;
    go(&browser, "#/reflect").await;
    browser.sees("One reflection to bring").await;
    browser.choose("Worth keeping for years").await;
    browser.sees("Change it").await;
    browser.close().await;
}

pub async fn a_damaged_or_foreign_backup_is_refused_with_a_word_and_changes_nothing(engine: Engine) {
    let server = app::serve();
    let browser = Browser::open(engine).await;
    open(&browser, &server).await;
    app::write_reflection(&browser, "Here before").await;
    let file = make_backup(&browser).await;
    choose_file(&browser, &BASE64_STANDARD.encode(b"A shopping list, and no backup")).await;
    browser.type_into("#backup-passphrase", PASSPHRASE).await;
    browser.choose("See what is in it").await;
    browser.sees("That file is not a backup of Second Look").await;
    let mut bytes = BASE64_STANDARD.decode(&file).expect("it was encoded so");
    let last = bytes.len() - 40;
    bytes[last] ^= 1;
    choose_file(&browser, &BASE64_STANDARD.encode(&bytes)).await;
    browser.choose("See what is in it").await;
    browser.sees("damaged").await;
    // The same file, whole, on the same device: there is nothing to do.
    choose_file(&browser, &file).await;
    browser.choose("See what is in it").await;
    browser.sees("here already, or later here").await;
    browser.choose("Take it in").await;
    browser.sees("Everything that was here before is here still").await;
    go(&browser, "#/reflect").await;
    browser.sees("One reflection").await;
    browser.close().await;
}
