//! Whose numbers and names stand beside England's: chosen, added from a file, removed.
use crate::{
    browser::{files, packs, preferences::Area},
    content::{Pack, SHIPPED_AREAS},
    ui::{
        app::{App, change_area},
        components::{Erase, confirm::Confirm},
    },
};
use leptos::{prelude::*, task::spawn_local};

/// No pack of an area needs more, in bytes: everything in it is shown on a phone.
const LARGEST: u32 = 1 << 20;

#[component]
pub fn AreaChoice() -> impl IntoView {
    let app = App::expect();
    let refused = RwSignal::new(None::<String>);
    let told = RwSignal::new("");
    let choose = move |area: Area| {
        refused.set(None);
        spawn_local(async move {
            change_area(app, area).await;
            told.try_set("Area changed");
        });
    };
    let has_added = RwSignal::new(false);
    spawn_local(async move {
        has_added.try_set(packs::added().await.is_some());
    });
    let options = move || {
        let shipped = SHIPPED_AREAS.map(|(pack, name)| (Area::Shipped(pack.to_owned()), name));
        let mut options = vec![(Area::None, "None: England alone")];
        options.extend(shipped);
        if has_added.get() {
            options.push((Area::Added, "The pack you added"));
        }
        let option = move |(area, label): (Area, &'static str)| {
            let known = area.clone();
            view! {
                <label>
                    <input
                        type="radio"
                        name="area"
                        prop:checked=move || app.preferences.with(|chosen| chosen.area == known)
                        on:change=move |_| choose(area.clone())
                    />
                    {label}
                </label>
            }
        };
        options.into_iter().map(option).erased()
    };
    let add = move |event: leptos::ev::Event| {
        spawn_local(async move {
            let Some(text) = files::chosen(event, LARGEST).await else { return };
            let sound = text.map_err(|error| error.to_string()).and_then(|text| {
                Pack::parse_added(&text)?;
                Ok(text)
            });
            match sound {
                Err(why) => {
                    refused.try_set(Some(why));
                }
                Ok(text) if packs::add(&text).await => {
                    has_added.try_set(true);
                    choose(Area::Added);
                }
                Ok(_) => {
                    refused.try_set(Some(
                        "this browser could not keep it. Free some room, and try again".to_owned(),
                    ));
                }
            }
        });
    };
    let removing = RwSignal::new(false);
    let remove = move || {
        spawn_local(async move {
            packs::remove_added().await;
            has_added.try_set(false);
            if app.preferences.with_untracked(|chosen| chosen.area == Area::Added) {
                choose(Area::None);
            }
        });
    };
    view! {
        <section id="area">
            <h2>"Area"</h2>
            <p>"Numbers to ring and local names come from the pack of one area. With none, guidance for England works by itself, and says that it is not local."</p>
            <fieldset class="field">
                <legend class="visually-hidden">"Area"</legend>
                <div class="choices">{options}</div>
            </fieldset>
            <p role="status" class="quiet">{told}</p>
            <div class="field">
                <label for="add-area">"Add the pack of another area"</label>
                <p class="field-hint" id="add-area-hint">"A file that ends in .json, made to the published format. It stays on this device."</p>
                <input type="file" id="add-area" accept=".json,application/json" aria-describedby="add-area-hint" on:change=add />
            </div>
            {move || refused.get().map(|why| view! {
                <div class="notice" data-kind="urgent" role="alert">
                    <h3>"That pack was not taken"</h3>
                    <p>"What is wrong: " {why.trim_end_matches('.').to_owned()} "."</p>
                    <p>"Nothing has changed."</p>
                </div>
            }).erased()}
            {move || has_added.get().then(|| view! {
                <div class="button-row"><button class="button" data-kind="plain" on:click=move |_| removing.set(true)>"Remove the pack you added"</button></div>
            }).erased()}
            <Confirm
                asking=removing
                question="Remove the pack you added?"
                detail="Its numbers and names go. To have them again, add the file again. What you wrote stays."
                no="Keep it"
                yes="Remove it"
                on_yes=remove
            />
        </section>
    }
}
