//! Taking part in a learning day on one's own phone: asked, handed in, thought about, and taken home.
mod asking;
mod following_up;
mod handing_in;
mod leaving;
mod scribing;
mod taking_home;
mod thinking;

use super::NotHere;
use crate::{
    browser::{entropy::BrowserEntropy, page},
    content::invitations::{CannotJoin, invited_to},
    domain::{
        ids::AttendanceId,
        journal::{AttendanceCommand, Command},
        passing::{Carried, Collector, Invitation, Progress, SenderTag},
        route::Route,
        time::long_date,
    },
    ui::{
        app::App,
        components::{Erase, page_head::PageHead, ring::Ring, scanner::Scanner},
        desk::Desk,
    },
    vault::Entropy,
};
use leptos::{prelude::*, task::spawn_local};

/// An invitation that was opened from a code.
#[component]
pub fn Joining(desk: Desk, link: String) -> impl IntoView {
    let app = App::expect();
    let invitation = match Invitation::from_fragment(&link) {
        Ok(invitation) => invitation,
        Err(why) => {
            return view! { <PageHead title="That invitation cannot be read" lead=why.to_string() back=(Route::Events, "Events") /> }
                .into_any();
        }
    };
    let (title, event) = (invitation.title.clone(), invitation.event);
    let known = desk.journal.with_untracked(|journal| journal.attendance_at(event).map(|it| it.id));
    if let Some(id) = known {
        page::replace(&Route::Attend(id));
        return ().into_any();
    }
    let particulars = [
        invitation.day.map(long_date).unwrap_or_default(),
        invitation.venue.clone(),
        invitation.organisers.clone(),
    ];
    let particulars: Vec<_> = particulars.into_iter().filter(|it| !it.is_empty()).collect();
    let carried = RwSignal::new(None::<Carried>);
    let invited = Memo::new(move |_| {
        app.library.with(|library| carried.with(|carried| invited_to(library, &invitation, carried.as_ref())))
    });
    let join = move |_| {
        let Ok(invited) = invited.get_untracked() else { return };
        let id = AttendanceId::from_entropy(BrowserEntropy.bytes());
        let sender = SenderTag::from_entropy(BrowserEntropy.bytes());
        spawn_local(async move {
            let command = Command::Attend(id, AttendanceCommand::Join { sender, invited });
            if desk.commit(command).await.is_ok() {
                page::replace(&Route::Attend(id));
            }
        });
    };
    let collector = StoredValue::new(Collector::new(event));
    let read = RwSignal::new(Progress { seen: 0, of: 0 });
    let progress = RwSignal::new("Hold the phone so that the whole code on the screen is seen.".to_owned());
    let take = Callback::new(move |frame: Vec<u8>| {
        let mut taken = None;
        collector.update_value(|collector| {
            taken = Some(collector.take(&frame).map(|it| (it, collector.whole().cloned())))
        });
        match taken {
            Some(Ok((at, whole))) => {
                read.set(at);
                progress.set(format!("{} of {} codes read", at.seen, at.of));
                if whole.is_some() {
                    carried.set(whole);
                }
            }
            Some(Err(why)) => progress.set(why.to_string()),
            None => {}
        }
    });
    let shown = move || match invited.get() {
        Ok(_) => view! {
            <p>"You answer on this phone. What you say stays here until you show it, and nobody is named."</p>
            <div class="button-row"><button class="button" on:click=join>"Take part"</button></div>
        }
        .into_any(),
        Err(CannotJoin::Carried) => view! {
            <p>{CannotJoin::Carried.to_string()}</p>
            {move || (read.get().of > 0).then(|| view! { <Ring progress=read.get() /> })}
            <Scanner on_code=take status=progress />
        }
        .into_any(),
        Err(why) => view! { <p role="alert">{why.to_string()}</p> }.into_any(),
    };
    view! {
        <PageHead title="You are invited" lead=title back=(Route::Events, "Events") />
        <ul class="points-list">{particulars.into_iter().map(|it| view! { <li>{it}</li> }).erased()}</ul>
        {shown}
    }
    .into_any()
}

/// The day, as the person takes part in it.
#[component]
pub fn Attending(desk: Desk, id: AttendanceId) -> impl IntoView {
    let known = desk.journal.with_untracked(|journal| journal.attendance(id).cloned());
    let Some(known) = known else {
        return view! { <NotHere /> }.into_any();
    };
    let has_left = Memo::new(move |_| {
        desk.journal.with(|journal| journal.attendance(id).is_some_and(|it| it.left.is_some()))
    });
    let forget = move |_| {
        spawn_local(async move {
            let forget = Command::Attend(id, AttendanceCommand::Forget);
            if desk.commit_and_say(forget, "Removed").await.is_ok() {
                page::replace(&Route::Events);
            }
        });
    };
    view! {
        <PageHead title=known.invited.title.clone() back=(Route::Events, "Events") />
        {move || match has_left.get() {
            // Two elements of two kinds: what is unfolded in one is not carried over to the other.
            false => view! {
                <div class="page-part">
                    <asking::Asking desk id />
                    <handing_in::HandingIn desk id />
                    <scribing::Scribing desk id />
                    <thinking::Thinking desk id />
                    <leaving::Leaving desk id />
                </div>
            }
            .into_any(),
            // Who left too early can still hand in.
            true => view! {
                <section class="page-part">
                    <leaving::TakenHome desk id />
                    <handing_in::HandingIn desk id />
                    <thinking::Thinking desk id />
                    <leaving::Certificate desk id />
                </section>
            }
            .into_any(),
        }}
        <div class="button-row not-printed">
            <button class="text-button" on:click=forget>"Remove this event from my phone"</button>
        </div>
    }
    .into_any()
}
