//! Invitations to a learning day: what its organisers show as a link, and what a phone makes of it with its own packs.
use super::library::Library;
use crate::domain::{
    attendance::InvitedTo,
    events::{Asked, Event, EventOutcome, EventPlan},
    ids::{LearningOutcomeId, StatementId},
    passing::{Carried, CarriedStatement, Invitation, Invited, ItemCode},
};

/// What stands between an invitation and taking part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CannotJoin {
    /// Some of it is the organisers' own: it stands in the codes on their screen.
    #[error("Some of what is asked is the organisers' own. Scan the codes on their screen.")]
    Carried,
    #[error(
        "Some of what is asked is not in this app's packs. Update the app, or take part with your table."
    )]
    Unknown,
}

/// The invitation to an event.
#[must_use]
pub fn invitation(event: &Event) -> Invitation {
    let plan = &event.plan;
    let (minutes, participatory) = plan.learning();
    let short = |minutes: u32| u16::try_from(minutes).unwrap_or(u16::MAX);
    let prompts = u8::try_from(plan.prompts().count()).unwrap_or(u8::MAX);
    let outcome = |it: &EventOutcome| match it {
        EventOutcome::Pack(id) => Invited::Known(ItemCode::of(&id.to_string())),
        EventOutcome::Own(_) => Invited::Carried,
    };
    let statement = |it: &Asked| match it {
        Asked::Pack(id) => Invited::Known(ItemCode::of(&id.to_string())),
        Asked::Own(_) => Invited::Carried,
    };
    Invitation {
        event: event.tag,
        title: plan.title.clone(),
        organisers: plan.organisers.clone(),
        venue: plan.venue.clone(),
        day: plan.day,
        minutes: short(minutes),
        participatory: short(participatory),
        prompts,
        outcomes: plan.outcomes.iter().map(outcome).collect(),
        statements: plan.statements.iter().map(statement).collect(),
    }
}

/// What no pack has of it; none where every pack has all of it.
#[must_use]
pub fn carried(plan: &EventPlan) -> Option<Carried> {
    let place = |at: usize| u8::try_from(at).unwrap_or(u8::MAX);
    let statements = plan.statements.iter().enumerate().filter_map(|(at, it)| match it {
        Asked::Own(wording) => Some(CarriedStatement { at: place(at), wording: wording.clone() }),
        Asked::Pack(_) => None,
    });
    let outcomes = plan.outcomes.iter().enumerate().filter_map(|(at, it)| match it {
        EventOutcome::Own(text) => Some((place(at), text.clone())),
        EventOutcome::Pack(_) => None,
    });
    let carried = Carried { statements: statements.collect(), outcomes: outcomes.collect() };
    (carried != Carried::default()).then_some(carried)
}

/// What an invitation invites to, with the packs at hand and what was carried.
///
/// # Errors
/// A [`CannotJoin`] when something of it is neither at hand nor carried.
pub fn invited_to(
    library: &Library,
    invitation: &Invitation,
    carried: Option<&Carried>,
) -> Result<InvitedTo, CannotJoin> {
    let statements: Vec<StatementId> = library.statements().map(|(id, _)| id).collect();
    let outcomes: Vec<LearningOutcomeId> = library
        .modules()
        .flat_map(|(id, it)| {
            it.outcomes.iter().map(move |it| LearningOutcomeId::new(id.pack(), &it.id)).collect::<Vec<_>>()
        })
        .collect();
    let statement = |(at, it): (usize, &Invited)| match it {
        Invited::Known(code) => {
            let known = the_only_one(&statements, *code);
            known.cloned().map(Asked::Pack).ok_or(CannotJoin::Unknown)
        }
        Invited::Carried => {
            let carried = carried.ok_or(CannotJoin::Carried)?;
            let found = carried.statements.iter().find(|it| usize::from(it.at) == at);
            found.map(|it| Asked::Own(it.wording.clone())).ok_or(CannotJoin::Carried)
        }
    };
    let outcome = |(at, it): (usize, &Invited)| match it {
        Invited::Known(code) => {
            let known = the_only_one(&outcomes, *code);
            known.cloned().map(EventOutcome::Pack).ok_or(CannotJoin::Unknown)
        }
        Invited::Carried => {
            let carried = carried.ok_or(CannotJoin::Carried)?;
            let found = carried.outcomes.iter().find(|it| usize::from(it.0) == at);
            found.map(|it| EventOutcome::Own(it.1.clone())).ok_or(CannotJoin::Carried)
        }
    };
    Ok(InvitedTo {
        event: invitation.event,
        title: invitation.title.clone(),
        organisers: invitation.organisers.clone(),
        venue: invitation.venue.clone(),
        day: invitation.day,
        minutes: invitation.minutes,
        participatory: invitation.participatory,
        prompts: invitation.prompts,
        outcomes: invitation.outcomes.iter().enumerate().map(outcome).collect::<Result<_, _>>()?,
        statements: invitation.statements.iter().enumerate().map(statement).collect::<Result<_, _>>()?,
    })
}

/// What has this code; none where two have it, as it could be either.
fn the_only_one<T: ToString>(ids: &[T], code: ItemCode) -> Option<&T> {
    let mut found = ids.iter().filter(|id| code.is_of(&id.to_string()));
    let first = found.next()?;
    found.next().is_none().then_some(first)
}
