//! An event on paper: cards, sheets and forms to print before the day.
use crate::{
    browser::page,
    content::event_papers::{EventPaper, event_paper},
    domain::{ids::EventId, route::Route},
    ui::{
        app::App,
        components::{Erase, page_head::PageHead, sheet::Sheet},
        desk::Desk,
    },
};
use leptos::prelude::*;

/// What is to be printed.
#[derive(Clone, Copy, PartialEq)]
enum Chosen {
    Paper(EventPaper),
    /// Myth on one side and fact on the other, the same for everybody.
    VotingCards,
}

#[component]
pub fn OnPaper(desk: Desk, id: EventId) -> impl IntoView {
    let app = App::expect();
    let chosen = RwSignal::new(Chosen::Paper(EventPaper::StatementCards));
    let option = move |(it, name): (Chosen, &'static str)| {
        view! {
            <label>
                <input type="radio" name="paper" prop:checked=move || chosen.get() == it on:change=move |_| chosen.set(it) />
                {name}
            </label>
        }
    };
    let options = EventPaper::ALL.map(|it| (Chosen::Paper(it), it.name()));
    let sheet = move || match chosen.get() {
        Chosen::Paper(which) => {
            let plan = desk.journal.with(|journal| journal.event(id).map(|it| it.plan.clone()))?;
            let paper = app.library.with(|library| event_paper(library, &plan, which));
            Some(view! { <Sheet paper /> }.into_any())
        }
        Chosen::VotingCards => Some(
            view! {
                <article class="sheet">
                    <p class="voting-card">"MYTH"</p>
                    <p class="voting-card">"FACT"</p>
                </article>
            }
            .into_any(),
        ),
    };
    view! {
        <PageHead title="An event on paper" lead="For whoever has no phone, and for a flat battery." back=(Route::EventPlan(id), "The plan") />
        <fieldset class="field">
            <legend>"What to print"</legend>
            <div class="choices">
                {options.map(option).erased()}
                {option((Chosen::VotingCards, "Voting cards: print on both sides, one for everybody"))}
            </div>
        </fieldset>
        <div class="button-row">
            <button class="button" on:click=|_| page::print()>"Print"</button>
        </div>
        {sheet}
    }
}
