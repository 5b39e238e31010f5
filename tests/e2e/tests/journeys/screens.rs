//! Pictures of every place, for people to look at: `target/screens/`.
use crate::{
    app::{self, PLACES, go, open, save},
    browser::Browser,
    engine::Engine,
};
use std::{fs, path::PathBuf};

pub async fn every_place_is_photographed(engine: Engine) {
    let screens = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../target/screens"));
    fs::create_dir_all(&screens).expect("a folder can be made");
    let server = app::serve();
    let browser = Browser::open(engine).await;
    open(&browser, &server).await;
    let photograph = async |name: &str| {
        for (width, height, scheme) in
            [(1280, 800, "light"), (1280, 800, "dark"), (360, 780, "light"), (360, 780, "dark")]
        {
            browser.look_like(width, height, scheme).await;
            browser.until(&format!("return document.documentElement.dataset.scheme === '{scheme}'")).await;
            // Two frames, so that what was just drawn is in the picture.
            browser
                .run_async(
                    "await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))",
                    vec![],
                )
                .await;
            let picture = browser.client.screenshot().await.expect("a picture can be taken");
            let file = screens.join(format!("{name}-{width}x{height}-{scheme}.png"));
            fs::write(file, picture).expect("a picture can be kept");
        }
    };
    for (name, hash) in PLACES {
        go(&browser, hash).await;
        photograph(name).await;
    }
    app::used(&browser, &photograph).await;
    app::a_round(&browser, &photograph).await;
    browser.choose("Reflect on this").await;
    browser.type_into("#passage-what", "A colleague said that it was only one incident, and I nodded.").await;
    app::told_state(&browser, "Draft kept").await;
    photograph("writing").await;
    go(&browser, "#/").await;
    photograph("today-with-draft").await;
    browser.client.back().await.expect("there is a page before");
    browser.find("#passage-what").await;
    save(&browser).await;
    photograph("reading").await;
    go(&browser, "#/reflect").await;
    photograph("reflect-with-one").await;
    browser.close().await;
}
