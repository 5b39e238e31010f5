//! The journal of somebody who has kept it for years: open to everyone, and quick.
use crate::{
    access::{bring_axe, violations},
    app::{self, go, open},
    browser::Browser,
    engine::Engine,
    many::{self, lay_in},
    record::{NMC_LOG, SWE},
};
use chrono::{DateTime, Datelike, TimeDelta};
use second_look::domain::{
    bodies::{Body, Standard},
    ids::{IntentionId, MeetingId, ReflectionId},
    intentions::{Intention, Plan},
    journal::Change,
    particulars::Activity,
    profile::{Profile, Registration},
    reflections::{Reflection, Subject, Words},
    supervision::{Meeting, Notes},
    time::Moment,
};
use serde_json::json;

pub fn id(n: u32) -> ReflectionId {
    let mut bytes = [0; 16];
    bytes[..4].copy_from_slice(&n.to_be_bytes());
    ReflectionId::from_entropy(bytes)
}

fn now() -> Moment {
    // What the browsers' own clock says is what the pages go by.
    let since = std::time::SystemTime::UNIX_EPOCH.elapsed().expect("it is after 1970");
    DateTime::from_timestamp(i64::try_from(since.as_secs()).unwrap_or_default(), 0)
        .expect("it is a time")
        .fixed_offset()
}

const TITLES: [&str; 6] = [
    "A day on coercive control",
    "The minutes that said the opposite of what we had agreed, and why nobody noticed for three weeks",
    "A father who was not asked",
    "",
    "Supervision: neglect, and the limits of a checklist",
    "Feedback from a young person",
];

/// The journal of somebody who has kept it for two years, and is on three registers.
pub fn full() -> Vec<Change> {
    let bodies = [Body::SocialWorkEngland, Body::Nmc, Body::Hcpc, Body::Intercollegiate];
    let kinds = [
        Activity::Course,
        Activity::CaseDiscussion,
        Activity::Practice,
        Activity::Reading,
        Activity::GroupSupervision,
        Activity::Feedback,
    ];
    let tags = [
        &["coercive control", "Domestic abuse"][..],
        &["minutes"],
        &["fathers", "Neglect"],
        &["neglect"],
        &["neglect", "checklists", "supervision"],
        &["voice of the child"],
    ];
    let mut changes: Vec<Change> = (0..24_u32)
        .map(|n| {
            let at = n as usize % TITLES.len();
            let mut words = Words::about(None);
            words.title = TITLES[at].to_owned();
            words.passages[0].text = "I listened for what was not said. The room was full, and the loudest voice was not the child's.".into();
            words.passages[1].text = "Control is a pattern, not an event.\nI had looked for incidents, and so I had found incidents.".into();
            words.passages[2].text = "Before the next visit I read the chronology from its beginning, and I ask who else lives there.".into();
            if n % 2 == 0 {
                words.write_at("peer", "Talking it over with a peer", "She asked what I would have needed to hear.", &[]);
            }
            let it = &mut words.particulars;
            it.activity = Some(kinds[at]);
            it.minutes = 45 + 15 * (n % 7);
            it.participatory = if n % 3 == 0 { 45 } else { 0 };
            it.with = "Team manager".into();
            it.tags = tags[at].iter().map(|tag| (*tag).to_owned()).collect();
            it.counts_for = bodies[..1 + n as usize % 4].to_vec();
            it.standards = vec![Standard::named("nmc-preserve-safety").expect("it is one")];
            let written = now() - TimeDelta::days(29 * i64::from(n));
            Change::PutReflection(Reflection {
                id: id(n),
                words,
                written,
                changed: written,
                earlier: vec![],
                binned: None,
                bring: n < 3,
            })
        })
        .collect();
    let today = now().date_naive();
    for (n, action, owner, days, done) in [
        (1, "Ask the nursery who collects", "Health visitor", Some(6), false),
        (
            2,
            "Read the last three sets of minutes from the meetings about the family, and write to the chair where they are wrong",
            "",
            Some(-3),
            false,
        ),
        (3, "Book the course", "", None, false),
        (4, "Ring the school", "", Some(-30), true),
    ] {
        let plan = Plan {
            action: action.into(),
            owner: owner.into(),
            by: days.map(|days| today + TimeDelta::days(days)),
            ..Plan::about(Subject::Reflection(id(0)))
        };
        let id = IntentionId::from_entropy([n; 16]);
        let made = now() - TimeDelta::days(40);
        changes.push(Change::PutIntention(Intention {
            id,
            plan,
            made,
            done: done.then(now),
            looked_back: None,
        }));
    }
    for n in 1..=3_u8 {
        let held = today - TimeDelta::days(31 * i64::from(n));
        changes.push(Change::PutMeeting(Meeting {
            id: MeetingId::from_entropy([n; 16]),
            notes: Notes {
                day: Some(held),
                with: "Team manager and practice educator".into(),
                minutes: 90,
                points: "Workload".into(),
                outcome: if n == 1 {
                    String::new()
                } else {
                    "I take the evidence matrix along. We look at it together next time.".into()
                },
            },
            brought: vec![id(u32::from(n)), id(u32::from(n) + 3)],
            held: Some(held),
            changed: now(),
        }));
    }
    let until = |months: u32| today.checked_add_months(chrono::Months::new(months));
    changes.push(Change::PutProfile(Profile {
        registrations: vec![
            Registration { body: Body::SocialWorkEngland, until: None, level: None },
            Registration { body: Body::Nmc, until: until(8), level: None },
            Registration { body: Body::Hcpc, until: until(5), level: None },
            Registration { body: Body::Intercollegiate, until: None, level: Some(3) },
        ],
        ..Profile::default()
    }));
    changes
}

/// With all there can be on them, the pages have no barriers and fit a phone; and there are pictures of them whole.
pub async fn a_full_record_is_open_to_everyone(engine: Engine) {
    let screens = std::path::PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../target/screens"));
    std::fs::create_dir_all(&screens).expect("a folder can be made");
    let server = app::serve();
    let browser = Browser::open(engine).await;
    open(&browser, &server).await;
    lay_in(&browser, &full()).await;
    bring_axe(&browser).await;
    let mut found = vec![];
    for (scheme, width) in [("light", 320), ("light", 360), ("dark", 360), ("light", 1280), ("dark", 1280)] {
        // Taller than any page: the bars that stick to the bottom then lie over nothing.
        browser.look_like(width, 9_000, scheme).await;
        for (name, hash) in places() {
            go(&browser, &hash).await;
            browser.until("return document.querySelector('#main .page').innerText.length > 80").await;
            let here = format!("{name}, {scheme}, {width} px");
            found.extend(violations(&browser).await.into_iter().map(|it| format!("{here}: {it}")));
            let wide = "return [...document.querySelectorAll('body *')].filter((it) => it.getBoundingClientRect().right > innerWidth + 1 && !it.closest('.visually-hidden')).map((it) => it.outerHTML.slice(0, 120))";
            if browser.run(wide).await != json!([]) {
                found.push(format!("{here} is too wide: {}", browser.run(wide).await));
            }
            let height = browser
                .run("return Math.ceil(document.querySelector('#main .page').getBoundingClientRect().bottom) + 180")
                .await;
            browser
                .look_like(width, u32::try_from(height.as_u64().unwrap_or(900)).unwrap_or(900), scheme)
                .await;
            let picture = browser.client.screenshot().await.expect("a picture can be taken");
            std::fs::write(screens.join(format!("{name}-{width}-{scheme}.png")), picture)
                .expect("it can be kept");
            browser.look_like(width, 9_000, scheme).await;
        }
    }
    assert!(found.is_empty(), "found:\n{}", found.join("\n"));
    browser.close().await;
}

/// The pages with all there can be on them, each with the name its picture goes by.
fn places() -> Vec<(&'static str, String)> {
    let meeting = MeetingId::from_entropy([2; 16]);
    vec![
        ("supervision-full", "#/reflect/supervision".into()),
        ("meeting", format!("#/reflect/supervision/{meeting}")),
        ("record-full", "#/reflect/record".into()),
        ("form-choose", SWE.into()),
        ("form-one", format!("{SWE}/{}", id(1))),
        ("form-log", NMC_LOG.into()),
        ("form-hours", "#/reflect/form/england/template-intercollegiate-hours".into()),
        ("form-profile", "#/reflect/form/england/template-hcpc-profile".into()),
        ("form-by-hand", format!("#/reflect/form/england/template-nmc-reflective-discussion/{}", id(0))),
        ("form-supervision", format!("#/reflect/form/england/template-supervision/{}", id(0))),
        ("year-full", "#/reflect/year".into()),
    ]
}

/// Ten thousand reflections that all count: the pages are drawn in less than this, in milliseconds.
const DRAWN_WITHIN: f64 = 2_000.0;

pub async fn the_record_of_ten_thousand_reflections_is_drawn(engine: Engine) {
    let server = app::serve();
    let browser = Browser::open_new(engine).await;
    open(&browser, &server).await;
    let mut changes = many::reflections(many::MANY);
    let last = now();
    for (n, change) in changes.iter_mut().enumerate() {
        if let Change::PutReflection(it) = change {
            let days = i64::try_from(n % 300).unwrap_or_default();
            let day = last.date_naive() - TimeDelta::days(days);
            it.words.particulars.day = Some(day);
            it.words.particulars.counts_for = Body::ALL.to_vec();
            it.words.particulars.minutes = 60;
            it.words.particulars.tags = vec![format!("theme {}", day.day())];
        }
    }
    changes.extend(full().into_iter().filter(|it| matches!(it, Change::PutProfile(_))));
    lay_in(&browser, &changes).await;
    let mut told = vec![];
    for (name, hash, there) in [
        ("record", "#/reflect/record", "document.querySelectorAll('.tally').length > 5"),
        ("year", "#/reflect/year", "document.querySelector('#themes tbody tr')"),
        ("log", NMC_LOG, "document.querySelectorAll('#log tbody tr').length === 100"),
        ("choose", SWE, "document.querySelector('#candidates li')"),
        ("supervision", "#/reflect/supervision", "document.querySelector('#points')"),
    ] {
        let open = format!(
            "const begun = performance.now(); location.hash = '{hash}'; while (!({there})) await new Promise((done) => setTimeout(done, 5)); document.body.getBoundingClientRect(); return performance.now() - begun"
        );
        let took = browser.run_async(&open, vec![]).await.as_f64().expect("it was drawn");
        told.push(format!("{name} {took:.0} ms"));
        assert!(took < DRAWN_WITHIN, "{name} took {took:.0} ms");
    }
    println!("with {} reflections that count: {}", many::MANY, told.join(", "));
    browser.close().await;
}
