//! Where a learning day stands: step after step, forwards and back, and taken up again at the exact step.
use super::{EventPlan, SessionKind, Votes};
use crate::domain::{ids::TakeawayId, passing::SenderTag, time::Moment};

/// A learning day under way.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    pub place: Place,
    /// When it came to this part of the programme.
    pub since: Moment,
    /// What the room said, a statement each, in the order of the plan.
    pub votes: Vec<Votes>,
    /// What the tables said in group work.
    pub notes: Vec<TableNote>,
    /// Questions for the panel.
    pub questions: Vec<PanelQuestion>,
    /// How many chose each take-home message.
    pub chosen: Vec<(TakeawayId, u32)>,
    /// What the facilitator has typed and not added yet.
    pub jotting: Jotting,
    /// When it was ended.
    pub ended: Option<Moment>,
}

/// What a table said to one prompt of group work. It goes with the prompt's words, wherever they stand in the programme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableNote {
    pub prompt: String,
    /// As the room calls the table.
    pub table: String,
    /// The phone it came from; none where the facilitator typed it.
    pub from: Option<SenderTag>,
    pub text: String,
}

/// What stands in the facilitator's boxes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Jotting {
    /// Of a table's note: whose, and what.
    pub table: String,
    pub note: String,
    /// A question for the panel.
    pub question: String,
}

/// A question for the panel, by nobody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PanelQuestion {
    pub text: String,
    /// Whether the facilitator has let it be shown to the room.
    pub is_shown: bool,
}

/// A step of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Which part of the programme, counted from 0.
    pub session: usize,
    pub step: Step,
}

/// A step within a part of the programme.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// The part as a whole: how it opens, or all there is of it.
    Whole,
    /// One prompt of group work, counted from 0.
    Prompt(usize),
    /// One statement, counted from 0.
    Statement(usize, Stage),
}

/// How far one statement has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// It is read aloud.
    Read,
    /// Everybody says what they think, before anybody talks.
    Vote,
    /// One talks to one's neighbour.
    Discuss,
    /// Everybody says again.
    VoteAgain,
    /// Myth or fact.
    Reveal,
    /// Why, and what the evidence does not show.
    Explain,
    /// What will we do?
    Act,
}

impl Stage {
    /// All of them, in their order.
    pub const ALL: [Self; 7] =
        [Self::Read, Self::Vote, Self::Discuss, Self::VoteAgain, Self::Reveal, Self::Explain, Self::Act];

    /// Whether the room knows by then whether it is a myth.
    #[must_use]
    pub fn is_told(self) -> bool {
        self >= Self::Reveal
    }
}

impl EventPlan {
    /// Every step of the day, in order.
    #[must_use]
    pub fn steps(&self) -> Vec<Place> {
        let mut steps = vec![];
        for (at, session) in self.programme.iter().enumerate() {
            let mut add = |step| steps.push(Place { session: at, step });
            add(Step::Whole);
            (0..session.prompts.len()).for_each(|prompt| add(Step::Prompt(prompt)));
            if session.kind == SessionKind::Quiz {
                for statement in 0..self.statements.len() {
                    Stage::ALL.into_iter().for_each(|stage| add(Step::Statement(statement, stage)));
                }
            }
        }
        steps
    }

    /// The step after `place`; none after the last one.
    #[must_use]
    pub fn after(&self, place: Place) -> Option<Place> {
        self.steps().into_iter().find(|it| *it > place)
    }

    /// The step before `place`; none before the first one.
    #[must_use]
    pub fn before(&self, place: Place) -> Option<Place> {
        self.steps().into_iter().rev().find(|it| *it < place)
    }

    /// `place`, or where the day is now if the plan was changed meanwhile and has no such step any more.
    #[must_use]
    pub fn nearest(&self, place: Place) -> Option<Place> {
        let steps = self.steps();
        let after = steps.partition_point(|it| *it <= place);
        steps.get(after.saturating_sub(1)).copied()
    }
}

impl TableNote {
    /// Whether it stands in the same place: a table says one thing to a prompt, and so does a phone.
    #[must_use]
    pub fn is_of_the_same(&self, other: &Self) -> bool {
        (&self.prompt, &self.table, self.from) == (&other.prompt, &other.table, other.from)
    }
}

impl Run {
    /// A day that begins at `now` with its first step; none where there is no step.
    #[must_use]
    pub fn begin(plan: &EventPlan, now: Moment) -> Option<Self> {
        Some(Self {
            place: plan.steps().first().copied()?,
            since: now,
            votes: vec![Votes::default(); plan.statements.len()],
            notes: vec![],
            questions: vec![],
            chosen: vec![],
            jotting: Jotting::default(),
            ended: None,
        })
    }

    /// The same day at another step.
    #[must_use]
    pub fn at(&self, place: Place, now: Moment) -> Self {
        let since = if place.session == self.place.session { self.since } else { now };
        Self { place, since, ..self.clone() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        events::{Asked, Session},
        ids::StatementId,
    };

    fn plan() -> EventPlan {
        let mut group_work = Session::of(SessionKind::GroupWork, 30);
        group_work.prompts = vec!["One?".into(), "Two?".into()];
        EventPlan {
            programme: vec![
                Session::of(SessionKind::Welcome, 10),
                Session::of(SessionKind::Quiz, 30),
                group_work,
            ],
            statements: ["one-off", "alcohol"]
                .map(|it| Asked::Pack(StatementId::new("learning-event-2017", it)))
                .into(),
            ..EventPlan::default()
        }
    }

    #[test]
    fn a_day_goes_step_by_step_to_its_end_and_back_the_same_way() {
        let plan = plan();
        let steps = plan.steps();
        // The welcome; the quiz and seven stages of two statements; the group work and two prompts.
        assert_eq!(steps.len(), 1 + 1 + 2 * 7 + 1 + 2);
        for pair in steps.windows(2) {
            assert_eq!(plan.after(pair[0]), Some(pair[1]));
            assert_eq!(plan.before(pair[1]), Some(pair[0]));
        }
        assert_eq!(plan.before(steps[0]), None);
        assert_eq!(plan.after(steps[steps.len() - 1]), None);
    }

    #[test]
    fn nobody_is_told_before_both_votes() {
        let told: Vec<_> = Stage::ALL.into_iter().filter(|it| it.is_told()).collect();
        assert_eq!(told, [Stage::Reveal, Stage::Explain, Stage::Act]);
    }

    #[test]
    fn a_plan_that_lost_a_part_goes_on_at_the_step_before() {
        let mut plan = plan();
        let late = plan.steps()[18];
        assert_eq!(plan.nearest(late), Some(late));
        plan.programme.pop();
        assert_eq!(plan.nearest(late), plan.steps().last().copied());
        plan.programme.clear();
        assert_eq!(plan.nearest(late), None);
    }
}
