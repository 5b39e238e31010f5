//! Which records of learning the person keeps, and until when.
use crate::{
    domain::{bodies::Body, journal::Command, profile::Registration, time::parse_date},
    ui::{
        components::Erase,
        desk::{Desk, Role},
    },
};
use chrono::Datelike;
use leptos::{prelude::*, task::spawn_local};

/// A renewal lies in these years: what is typed in between is on its way to a year.
const YEARS: std::ops::RangeInclusive<i32> = 2000..=2100;

#[component]
pub fn Registrations(desk: Desk) -> impl IntoView {
    let kept = Memo::new(move |_| desk.journal.with(|journal| journal.profile().registrations));
    let locked = Signal::derive(move || desk.role.get() == Role::Reader);
    let keep = move |change: &dyn Fn(&mut Vec<Registration>)| {
        let mut registrations = kept.get_untracked();
        change(&mut registrations);
        spawn_local(async move { drop(desk.commit(Command::Register(registrations)).await) });
    };
    let of = move |body: Body| kept.with(|kept| kept.iter().find(|it| it.body == body).copied());
    let row = move |body: Body| {
        let turn = move |_| {
            keep(&|all| match all.iter().position(|it| it.body == body) {
                Some(at) => drop(all.remove(at)),
                None => {
                    all.push(Registration { body, until: None, level: None });
                    all.sort_by_key(|it| it.body);
                }
            });
        };
        let change = move |change: &dyn Fn(&mut Registration)| {
            keep(&|all| all.iter_mut().filter(|it| it.body == body).for_each(change));
        };
        let is_kept = Memo::new(move |_| of(body).is_some());
        view! {
            <div class="stack-tight">
                <div class="choices">
                    <label>
                        <input type="checkbox" id=body.name() disabled=locked prop:checked=is_kept on:change=turn />
                        {body.called()}
                    </label>
                </div>
                {move || is_kept.get().then(|| view! {
                    <div class="indented stack-tight">
                        {until_field(body).map(|(label, hint)| {
                            let id = format!("{}-until", body.name());
                            let hint_id = format!("{id}-hint");
                            view! {
                                <div class="field small-field">
                                    <label for=id.clone()>{label}</label>
                                    <p class="field-hint" id=hint_id.clone()>{hint}</p>
                                    <input
                                        type="date"
                                        id=id
                                        aria-describedby=hint_id
                                        readonly=locked
                                        prop:value=move || of(body).and_then(|it| it.until).map(|day| day.to_string()).unwrap_or_default()
                                        on:change:target=move |event| {
                                            let typed = event.target().value();
                                            let until = parse_date(&typed).filter(|day| YEARS.contains(&day.year()));
                                            if until.is_some() || typed.is_empty() {
                                                change(&|it| it.until = until);
                                            }
                                        }
                                    />
                                </div>
                            }
                        }).erased()}
                        {(body == Body::Intercollegiate).then(|| view! {
                            <div class="field small-field">
                                <label for="level">"Which level does your role need?"</label>
                                <p class="field-hint" id="level-hint">"Your employer says which."</p>
                                <select
                                    id="level"
                                    aria-describedby="level-hint"
                                    disabled=locked
                                    on:change:target=move |event| {
                                        let level = event.target().value().parse().ok();
                                        change(&|it| it.level = level);
                                    }
                                >
                                    <option value="" selected=move || of(body).is_some_and(|it| it.level.is_none())>"Not said"</option>
                                    {(1..=5_u8).map(|level| view! {
                                        <option value=level.to_string() selected=move || of(body).is_some_and(|it| it.level == Some(level))>
                                            "Level " {level}
                                        </option>
                                    }).erased()}
                                </select>
                            </div>
                        }).erased()}
                    </div>
                }).erased()}
            </div>
        }
    };
    view! {
        <fieldset class="field" id="registrations">
            <legend>"Whose record do you keep?"</legend>
            <p class="field-hint">"You can keep several at once."</p>
            <div class="stack">{Body::ALL.map(row).erased()}</div>
        </fieldset>
    }
}

/// What is asked of a body whose period does not end on the same day for all.
const fn until_field(body: Body) -> Option<(&'static str, &'static str)> {
    match body {
        Body::SocialWorkEngland => None,
        Body::Nmc => Some(("When do you renew?", "The last day of your three years")),
        Body::Hcpc => Some(("When do you renew?", "The last day of your two years")),
        Body::Intercollegiate => {
            Some(("When do your three years end?", "Leave it empty to count the last three years."))
        }
    }
}
