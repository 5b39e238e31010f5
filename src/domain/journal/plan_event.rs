//! What a facilitator asks for, and what that would change.
use super::{Change, Journal, Refusal};
use crate::domain::{
    events::{Collected, Event, EventPlan, Jotting, PanelQuestion, Place, Run, TableNote, Vote, Way},
    ids::{CollectedId, EventId, TakeawayId},
    passing::{self, EventTag, FollowUp, Message},
    time::Moment,
};

/// What a facilitator asks for.
#[derive(Clone, Debug, PartialEq)]
pub enum EventCommand {
    /// Plan a learning day, or change its plan; `tag` names it if it is new.
    Prepare { tag: EventTag, plan: EventPlan },
    /// Give it up.
    Drop,
    /// Begin it.
    Begin,
    /// Go to this step.
    Go(Place),
    /// Hear what the room says of a statement.
    Hear { statement: usize, vote: Vote, way: Way },
    /// Keep what a table said; an empty text takes it away.
    Note(TableNote),
    /// Put a question to the panel.
    Ask(String),
    /// Let the room see a question, or not.
    Show { question: usize, is_shown: bool },
    /// Take a question away.
    Unask(usize),
    /// So many more chose this take-home message, or fewer.
    Choose { takeaway: TakeawayId, more: i32 },
    /// Take in what a phone handed over, under this name if nothing of the kind came from that phone before.
    Collect { id: CollectedId, message: Message },
    /// Keep what the facilitator is typing.
    Jot(Jotting),
    /// Nothing was said after all, such as in a rehearsal: only the plan stays, and `tag` is its name from now on, so that
    /// what phones still hold does not count.
    BeginAnew { tag: EventTag },
    /// End it, or go on after all.
    End(bool),
}

impl Journal {
    pub(super) fn plan_event(
        &self,
        id: EventId,
        command: EventCommand,
        now: Moment,
    ) -> Result<Vec<Change>, Refusal> {
        let known = self.event(id);
        let event = match (known, command) {
            (known, EventCommand::Prepare { tag, plan }) => {
                let tag = known.map_or(tag, |it| it.tag);
                let mut run = known.and_then(|it| it.run.clone());
                if let (Some(known), Some(run)) = (known, &mut run) {
                    // Phones hold what is asked by its place.
                    if known.plan.statements != plan.statements || known.plan.outcomes != plan.outcomes {
                        return Err(Refusal::AlreadyAsked);
                    }
                    run.place = plan.nearest(run.place).ok_or(Refusal::EventNotReady)?;
                }
                Event { id, tag, plan, run, changed: now }
            }
            (None, _) => return Err(Refusal::NoSuchEvent),
            (Some(_), EventCommand::Drop) => {
                let collected = self.collected(id).into_iter().map(|it| Change::DropCollected(it.id));
                return Ok(collected.chain([Change::DropEvent(id)]).collect());
            }
            (Some(known), EventCommand::BeginAnew { tag }) => {
                let planned = Event { tag, run: None, changed: now, ..known.clone() };
                let collected = self.collected(id).into_iter().map(|it| Change::DropCollected(it.id));
                return Ok(collected.chain([Change::PutEvent(planned)]).collect());
            }
            (Some(known), EventCommand::Collect { id: fresh, message }) => match (&known.run, message) {
                (Some(run), Message::TableNote(it)) => {
                    let run = Run { notes: with_note_of_phone(known, run, it)?, ..run.clone() };
                    Event { run: Some(run), changed: now, ..known.clone() }
                }
                (_, message) => return self.collect(known, fresh, message, now),
            },
            (Some(known), EventCommand::Begin) => {
                if known.run.is_some() {
                    return Ok(vec![]);
                }
                if !known.plan.missing().is_empty() {
                    return Err(Refusal::EventNotReady);
                }
                let run = Run::begin(&known.plan, now).ok_or(Refusal::EventNotReady)?;
                Event { run: Some(run), changed: now, ..known.clone() }
            }
            (Some(known), command) => {
                let run = known.run.as_ref().ok_or(Refusal::EventNotBegun)?;
                let run = change(run, &known.plan, command, now)?;
                Event { run: Some(run), changed: now, ..known.clone() }
            }
        };
        let is_same = known.is_some_and(|it| Event { changed: now, ..it.clone() } == event);
        Ok(if is_same { vec![] } else { vec![Change::PutEvent(event)] })
    }

    /// The same from the same phone counts once; what it says anew stands in place of what it said before.
    fn collect(
        &self,
        event: &Event,
        fresh: CollectedId,
        message: Message,
        now: Moment,
    ) -> Result<Vec<Change>, Refusal> {
        if message.event() != event.tag {
            return Err(Refusal::OtherEvent);
        }
        let before = self.collected(event.id).into_iter().find(|it| it.is_of_the_same(&message));
        let message = with_words_of(before, message);
        if before.is_some_and(|it| it.message == message) {
            return Err(Refusal::AlreadyCounted);
        }
        let id = before.map_or(fresh, |it| it.id);
        Ok(vec![Change::PutCollected(Collected { id, event: event.id, message, at: now })])
    }
}

/// A code that is read out has no words: those that came before stay.
fn with_words_of(before: Option<&Collected>, message: Message) -> Message {
    match (before.map(|it| &it.message), message) {
        (Some(Message::FollowUp(known)), Message::FollowUp(it)) if it.changed.is_empty() => {
            Message::FollowUp(FollowUp { changed: known.changed.clone(), ..it })
        }
        (_, message) => message,
    }
}

/// The notes with what a phone says that its table said.
fn with_note_of_phone(event: &Event, run: &Run, said: passing::TableNote) -> Result<Vec<TableNote>, Refusal> {
    if said.event != event.tag {
        return Err(Refusal::OtherEvent);
    }
    let prompt = event.plan.prompts().nth(said.prompt.into()).ok_or(Refusal::NoSuchPrompt)?.to_owned();
    let note = TableNote { prompt, table: said.table, from: Some(said.sender), text: said.text };
    if run.notes.contains(&note) {
        return Err(Refusal::AlreadyCounted);
    }
    let mut notes = run.notes.clone();
    put_note(&mut notes, note);
    Ok(notes)
}

/// Puts it in the place of what was said there before; an empty one takes that away.
fn put_note(notes: &mut Vec<TableNote>, note: TableNote) {
    let place = notes.iter().position(|it| it.is_of_the_same(&note));
    match (place, note.text.trim().is_empty()) {
        (Some(at), true) => drop(notes.remove(at)),
        (Some(at), false) => notes[at] = note,
        (None, true) => {}
        (None, false) => notes.push(note),
    }
}

fn change(run: &Run, plan: &EventPlan, command: EventCommand, now: Moment) -> Result<Run, Refusal> {
    let mut run = run.clone();
    match command {
        EventCommand::Prepare { .. }
        | EventCommand::Drop
        | EventCommand::Begin
        | EventCommand::BeginAnew { .. }
        | EventCommand::Collect { .. } => {}
        EventCommand::Go(place) => {
            if plan.nearest(place) != Some(place) {
                return Err(Refusal::NoSuchStep);
            }
            run = run.at(place, now);
        }
        EventCommand::Hear { statement, vote, way } => {
            run.votes.get_mut(statement).ok_or(Refusal::NoSuchStep)?.ballot_mut(vote).hear(way);
        }
        EventCommand::Note(note) => put_note(&mut run.notes, note),
        EventCommand::Ask(text) => {
            let text = text.trim().to_owned();
            if !text.is_empty() {
                run.questions.push(PanelQuestion { text, is_shown: false });
            }
        }
        EventCommand::Show { question, is_shown } => {
            run.questions.get_mut(question).ok_or(Refusal::NoSuchQuestion)?.is_shown = is_shown;
        }
        EventCommand::Unask(question) => {
            run.questions.get(question).ok_or(Refusal::NoSuchQuestion)?;
            run.questions.remove(question);
        }
        EventCommand::Choose { takeaway, more } => {
            let before = run.chosen.iter().find(|it| it.0 == takeaway).map_or(0, |it| it.1);
            let count = before.saturating_add_signed(more);
            run.chosen.retain(|(known, _)| *known != takeaway);
            if count > 0 {
                run.chosen.push((takeaway, count));
                run.chosen.sort();
            }
        }
        EventCommand::Jot(jotting) => run.jotting = jotting,
        EventCommand::End(ended) => run.ended = ended.then_some(now),
    }
    Ok(run)
}
