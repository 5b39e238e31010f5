//! The app's life: it opens, gathers its packs, and shows the page that the address names.
use super::{
    components::{Erase, area_line::AreaAtHand, notice::TroubleNotice},
    desk::{Desk, Gate, Role},
    parts::{self, Part},
    places::{AutoLockOfPart, Page, title_of},
    trouble::Trouble,
};
use crate::{
    browser::{
        badge, fresh_log, history,
        install::{self, Installing},
        offline::{self, Offline},
        packs, page,
        preferences::{self, Area, Preferences},
    },
    content::{SHIPPED, SHIPPED_AREAS, cards::deck, library::Library, search::Index, thresholds::Walk},
    domain::{
        cards::Deck,
        finding::{Finder, Wanted},
        route::Route,
    },
};
use futures::{FutureExt, future::select};
use leptos::{prelude::*, task::spawn_local};
use std::{pin::pin, sync::Arc};

/// How long the packs' parts wait for a desk that does not open, in milliseconds.
const WAIT_FOR_DESK_MS: u32 = 3_000;

/// Where the app is in its life; what needs the journal follows from it.
#[derive(Clone)]
pub enum Phase {
    /// Storage is being opened.
    Opening,
    /// Storage cannot be had. What needs none still works.
    Broken(Trouble),
    /// A passphrase is set and not given yet. What needs no journal works.
    Locked(Gate),
    /// The journal lies open.
    Open(Desk),
}

/// What every page can see.
#[derive(Clone, Copy)]
pub struct App {
    pub phase: RwSignal<Phase>,
    pub route: RwSignal<Route>,
    pub library: RwSignal<Library>,
    /// Every card there is.
    pub deck: Memo<Deck>,
    /// Whether packs are still on their way.
    pub gathering: RwSignal<bool>,
    pub preferences: RwSignal<Preferences>,
    pub offline: RwSignal<Offline>,
    /// How this device can install the app; it may be offered at any moment.
    pub installing: RwSignal<Installing>,
    /// What has been picked among the signs of need. It is kept in memory alone.
    pub walk: RwSignal<Walk>,
    /// What is looked for, and the index it is looked for in, once somebody searches.
    pub query: RwSignal<String>,
    /// What is looked for among the person's own reflections, and what finds it; and how much has been taken in.
    pub wanted: RwSignal<Wanted>,
    pub finder: StoredValue<Finder>,
    pub taken_in: RwSignal<usize>,
    pub index: RwSignal<Option<Arc<Index>>>,
}

impl App {
    /// The app, from anywhere within it.
    pub fn expect() -> Self {
        expect_context()
    }

    /// The desk, once the journal is open.
    pub fn desk(self) -> Option<Desk> {
        match self.phase.get() {
            Phase::Open(desk) => Some(desk),
            Phase::Opening | Phase::Broken(_) | Phase::Locked(_) => None,
        }
    }

    /// Changes what the person prefers, and keeps it where the browser lets it.
    pub fn prefer(self, change: impl FnOnce(&mut Preferences)) {
        self.preferences.update(change);
        preferences::save(&self.preferences.get_untracked());
    }

    /// What is known of the area whose pack is wanted.
    pub fn area(self) -> AreaAtHand {
        let here = self.library.with(|library| library.area().map(|pack| pack.title.clone()));
        let is_none = self.preferences.with(|chosen| chosen.area == Area::None);
        match (here, is_none, self.gathering.get()) {
            (Some(title), _, _) => AreaAtHand::Here(title),
            (None, true, _) => AreaAtHand::None,
            (None, false, true) => AreaAtHand::Gathering,
            (None, false, false) => AreaAtHand::Missing,
        }
    }

    /// Shows on the app's icon how many cards are due. What is locked stays as it was.
    fn show_badge(self) {
        if let Phase::Open(desk) = self.phase.get_untracked() {
            badge::show(u32::try_from(desk.queue(self, 0).left()).unwrap_or(u32::MAX));
        }
    }

    /// Takes what was gathered for `area`, unless another one has been chosen meanwhile.
    fn shelve(self, area: &Area, library: Library) {
        if self.preferences.with_untracked(|chosen| chosen.area == *area) {
            page::keep_heading(|| self.library.set(library));
            self.index.set(None);
        }
    }
}

/// Starts the app in the page's `main` element.
pub fn start() {
    page::clear_opening();
    leptos::mount::mount_to(page::main_element(), Root).forget();
}

#[component]
fn Root() -> impl IntoView {
    let (phase, library) = (RwSignal::new(Phase::Opening), RwSignal::new(Library::default()));
    // The deck changes with what was brought in, and not with every answer.
    let own = Memo::new(move |_| match phase.get() {
        Phase::Open(desk) => {
            desk.journal.with(|journal| journal.questions().iter().map(|it| it.id).collect::<Vec<_>>())
        }
        Phase::Opening | Phase::Broken(_) | Phase::Locked(_) => vec![],
    });
    let app = App {
        phase,
        route: RwSignal::new(Route::parse(&page::hash())),
        library,
        deck: Memo::new(move |_| own.with(|own| library.with(|library| deck(library, own)))),
        gathering: RwSignal::new(true),
        preferences: RwSignal::new(preferences::load()),
        offline: RwSignal::new(Offline::Unknown),
        installing: RwSignal::new(install::installing()),
        walk: RwSignal::default(),
        query: RwSignal::default(),
        wanted: RwSignal::default(),
        finder: StoredValue::default(),
        taken_in: RwSignal::default(),
        index: RwSignal::new(None),
    };
    provide_context(app);
    if offline::is_at_hand() {
        // Who has been here before has something to be read.
        spawn_local(async { drop(parts::fetch_keeping().await) });
    }
    let opened = open(app).boxed_local().shared();
    spawn_local(opened.clone());
    // What is to be seen now does not share the connection with what is kept for later.
    spawn_local(offline::register(gather(app, opened), move |offline| app.offline.set(offline)));
    follow_the_address(app);
    page::on_hide(move || app.show_badge());
    page::listen("install-offered", move || app.installing.set(install::installing()));
    Effect::new(move || app.preferences.with(page::show_preferences));
    view! {
        <div class="page">
            <Announcements />
            <Page />
        </div>
    }
}

async fn open(app: App) {
    breathe().await;
    let opened = Desk::open().await;
    breathe().await;
    let phase = match opened {
        Ok(Ok(desk)) => {
            spawn_local(desk.hold_back(fresh_log::begin()));
            Phase::Open(desk)
        }
        Ok(Err(gate)) => {
            // To unlock it takes longer.
            spawn_local(fresh_log::begin());
            Phase::Locked(gate)
        }
        Err(error) => Phase::Broken(Trouble::at_opening(&error)),
    };
    // Who was quick is on a page already that waits for it.
    page::keep_heading(|| app.phase.set(phase));
}

/// Lets a slow phone take a breath: on a first visit all this code is new to it, and what is done at one go holds it up.
async fn breathe() {
    if !offline::is_at_hand() {
        page::pause(0).await;
    }
}

/// First what must be at hand at once, then the parts; all that belongs together is shown at once.
async fn gather(app: App, opened: impl Future<Output = ()>) {
    let area = app.preferences.with_untracked(|chosen| chosen.area.clone());
    let library = gather_packs(&area).await;
    app.shelve(&area, library.clone());
    // The page that somebody waits for comes before what they may read later.
    if let Some(part) = Part::of(&app.route.get_untracked()) {
        drop(part.fetch().await);
    }
    app.shelve(&area, gather_parts(library, opened).await);
    app.gathering.set(false);
    // The rest of the code, before it is asked for. What cannot be had now is tried again when it is needed.
    drop(parts::fetch_keeping().await);
    for part in Part::ALL {
        drop(part.fetch().await);
    }
}

/// Gathers everything again, for another area; until it is there, what was there stays.
pub async fn change_area(app: App, area: Area) {
    app.prefer(|chosen| chosen.area = area.clone());
    let library = gather_packs(&area).await;
    app.shelve(&area, gather_parts(library, async {}).await);
}

async fn gather_packs(area: &Area) -> Library {
    let wanted = |pack: &str| {
        SHIPPED_AREAS.iter().all(|(of_area, _)| *of_area != pack) || *area == Area::Shipped(pack.to_owned())
    };
    let files = SHIPPED.into_iter().filter(|pack| wanted(pack));
    let files = files.map(|pack| (pack.to_owned(), "pack".to_owned())).collect();
    let mut library = Library::default();
    for ((pack, file), text) in fetch(files).await {
        library.shelve(&pack, &file, text);
        breathe().await;
    }
    if *area == Area::Added {
        library.shelve_added(packs::added().await.as_deref());
    }
    library
}

/// They are fetched once the desk is `opened`, which is waited for more; one that does not open holds up no lesson.
async fn gather_parts(mut library: Library, opened: impl Future<Output = ()>) -> Library {
    select(pin!(opened), pin!(page::pause(WAIT_FOR_DESK_MS))).await;
    let parts = fetch(library.parts()).await;
    for ((pack, file), text) in parts {
        library.shelve(&pack, &file, text);
        // To read and check one takes a slow phone a frame or two, and a tap may be waiting.
        page::pause(0).await;
    }
    library
}

type PackFileName = (String, String);

/// All at the same time.
async fn fetch(files: Vec<PackFileName>) -> Vec<(PackFileName, Result<String, String>)> {
    let texts = futures::future::join_all(files.iter().map(|(pack, file)| packs::fetch(pack, file))).await;
    files.into_iter().zip(texts).collect()
}

/// Shows what the address names, now and whenever it changes. Words being typed are kept first.
fn follow_the_address(app: App) {
    // How far down the page stood when it was last left.
    let stood = StoredValue::new(0.0);
    history::begin();
    page::listen("hashchange", move || {
        stood.set_value(history::turn());
        if let Phase::Open(desk) = app.phase.get_untracked() {
            desk.turn_page();
            spawn_local(async move { drop(desk.keep_typing().await) });
        }
        app.route.set(Route::parse(&page::hash()));
    });
    Effect::new(move |before: Option<()>| {
        let route = app.route.get();
        page::show_place(&format!("{} – Second Look", title_of(&route)), route.tab().as_ref());
        // A page that shows one thing among others moves there by itself.
        if before.is_some() && route.item().is_none() {
            page::focus_heading(stood.get_value());
        }
    });
}

/// What must be said on every page: trouble with storage, another tab, a new version, what was just done.
#[component]
fn Announcements() -> impl IntoView {
    let app = App::expect();
    let is_safe = async move || match app.phase.get_untracked() {
        Phase::Open(desk) => desk.keep_typing().await.is_ok(),
        Phase::Opening | Phase::Broken(_) | Phase::Locked(_) => true,
    };
    let update = move |_| {
        spawn_local(async move {
            if is_safe().await {
                offline::update_now(is_safe).await;
            }
        });
    };
    let version = move || {
        match app.offline.get() {
        Offline::UpdateWaiting => Some(view! {
            <div class="notice" role="status" id="update">
                <p>"A new version is ready. What you are writing is kept first."</p>
                <button class="button" on:click=update>"Update now"</button>
            </div>
        }
        .into_any()),
        Offline::Outdated => Some(view! {
            <div class="notice" role="status">
                <p>"This page is from an older version. Save what you are writing, then open the page again."</p>
            </div>
        }
        .into_any()),
        _ => None,
    }
    };
    view! {
        {version}
        {move || app.desk().map(|desk| view! { <DeskAnnouncements desk /> }).erased()}
    }
}

#[component]
fn DeskAnnouncements(desk: Desk) -> impl IntoView {
    let reading = move || {
        (desk.role.get() == Role::Reader).then(|| view! {
            <div class="notice" role="status" id="reading">
                <h2>"Second Look is open in another tab"</h2>
                <p>"You can read here. To keep your words safe, only one tab can write."</p>
                <button class="button" on:click=move |_| spawn_local(desk.become_writer())>"Write here instead"</button>
            </div>
        })
    };
    let said = move || {
        desk.said.get().map(|said| {
            let undo = said.undo.clone();
            view! {
                <div class="toast">
                    <span>{said.text}</span>
                    {(!undo.is_empty()).then(|| {
                        view! {
                            <button class="text-button" on:click=move |_| desk.undo(undo.clone())>"Undo"</button>
                        }
                    })}
                </div>
            }
        })
    };
    let set_aside = move || {
        let count = desk.set_aside.get();
        (count > 0).then(|| view! {
            <div class="notice" data-kind="urgent">
                <h2>"Some records could not be read"</h2>
                <p>{format!("{count} of your records did not open. They are still on this device and nothing has been written over them. Everything else is here.")}</p>
            </div>
        })
    };
    view! {
        {move || desk.trouble.get().map(|trouble| view! { <TroubleNotice trouble /> }).erased()}
        {reading}
        {set_aside}
        {move || desk.protected.get().then(|| view! { <AutoLockOfPart /> }).erased()}
        <div class="announced" role="status">{said}</div>
    }
}
