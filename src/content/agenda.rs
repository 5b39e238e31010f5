//! Supervision on paper: the agenda of the next meeting, and the record of one that was held.
use super::{
    forms::action,
    paper::{Paper, Piece},
};
use crate::domain::{
    intentions::Intention,
    particulars::hours,
    reflections::Reflection,
    supervision::{Agenda, Meeting, Notes},
    time::long_date,
};

/// What stands on every paper about supervision.
pub const NOT_THE_RECORD: &str =
    "Decisions about a child belong in the child's record. This is my own log of learning.";

/// The agenda, with the words of each reflection that is brought if they are wanted.
#[must_use]
pub fn agenda_paper(agenda: &Agenda, notes: &Notes, with_words: bool) -> Paper {
    let mut paper = Paper::new("For supervision");
    paper.fact("Day", notes.day.map(long_date).unwrap_or_default());
    paper.fact("With", notes.with.as_str());
    paper.put(Piece::Note(NOT_THE_RECORD.to_owned()));
    brought(&mut paper, "What I bring", &agenda.bring, with_words);
    actions(&mut paper, &agenda.actions);
    section(&mut paper, "My own points", &notes.points);
    paper
}

/// The record of a meeting, with what was brought to it as far as it is still here.
#[must_use]
pub fn meeting_paper(meeting: &Meeting, reflections: &[Reflection]) -> Paper {
    let notes = &meeting.notes;
    let mut paper = Paper::new("Supervision");
    paper.fact("Day", meeting.held.or(notes.day).map(long_date).unwrap_or_default());
    paper.fact("With", notes.with.as_str());
    if notes.minutes > 0 {
        paper.fact("Length in hours", hours(notes.minutes));
    }
    paper.put(Piece::Note(NOT_THE_RECORD.to_owned()));
    section(&mut paper, "What came of it", &notes.outcome);
    brought(&mut paper, "What I brought", reflections, false);
    section(&mut paper, "My own points", &notes.points);
    paper
}

fn brought(paper: &mut Paper, heading: &str, reflections: &[Reflection], with_words: bool) {
    if reflections.is_empty() {
        return;
    }
    paper.put(Piece::Heading(heading.to_owned()));
    for it in reflections {
        paper.put(Piece::Point(format!("{} ({})", it.words.headline(), long_date(it.day()))));
        let passages = it.words.passages.iter().filter(|_| with_words);
        for passage in passages.filter(|passage| !passage.text.trim().is_empty()) {
            paper.fact(&passage.heading, passage.text.as_str());
        }
    }
}

fn actions(paper: &mut Paper, actions: &[Intention]) {
    if actions.is_empty() {
        return;
    }
    paper.put(Piece::Heading("Still to do".to_owned()));
    actions.iter().for_each(|it| paper.put(Piece::Point(action(it))));
}

fn section(paper: &mut Paper, heading: &str, text: &str) {
    if !text.trim().is_empty() {
        paper.put(Piece::Heading(heading.to_owned()));
        paper.put(Piece::Text(text.trim_end().to_owned()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        ids::{IntentionId, MeetingId, ReflectionId},
        intentions::Plan,
        reflections::{Subject, Words},
        time::{Moment, parse_date},
    };

    fn reflection() -> Reflection {
        let mut words = Words::about(None);
        words.title = "The visit".into();
        words.passages[1].text = "I was in a hurry.".into();
        words.particulars.day = parse_date("2026-05-12");
        Reflection {
            id: ReflectionId::from_entropy([1; 16]),
            words,
            written: Moment::default(),
            changed: Moment::default(),
            earlier: vec![],
            binned: None,
            bring: true,
        }
    }

    fn notes() -> Notes {
        Notes {
            day: parse_date("2026-11-24"),
            with: "Team manager".into(),
            minutes: 90,
            points: "Workload\nLeave\n".into(),
            outcome: "I take the matrix along.".into(),
        }
    }

    #[test]
    fn an_agenda_says_what_is_brought_what_is_open_and_the_persons_points() {
        let plan =
            Plan { action: "Ask".into(), by: parse_date("2026-12-01"), ..Plan::about(Subject::Challenge) };
        let made = Moment::default();
        let action =
            Intention { id: IntentionId::from_entropy([1; 16]), plan, made, done: None, looked_back: None };
        let agenda = Agenda { meeting: None, bring: vec![reflection()], actions: vec![action] };
        assert_eq!(
            agenda_paper(&agenda, &notes(), false).plain(),
            "For supervision\n\nDay: 24 November 2026\nWith: Team manager\n\n\
             Decisions about a child belong in the child's record. This is my own log of learning.\n\n\
             WHAT I BRING\n- The visit (12 May 2026)\n\nSTILL TO DO\n- Ask, by 1 December 2026\n\n\
             MY OWN POINTS\nWorkload\nLeave\n"
        );
        assert!(agenda_paper(&agenda, &notes(), true).plain().contains("So what? I was in a hurry."));
        let nothing = Agenda { meeting: None, bring: vec![], actions: vec![] };
        assert_eq!(agenda_paper(&nothing, &Notes::default(), true).pieces.len(), 1, "and no empty headings");
    }

    #[test]
    fn a_record_says_what_came_of_it() {
        let meeting = Meeting {
            id: MeetingId::from_entropy([1; 16]),
            notes: notes(),
            brought: vec![],
            held: parse_date("2026-11-25"),
            changed: Moment::default(),
        };
        let text = meeting_paper(&meeting, &[reflection()]).plain();
        for words in [
            "Day: 25 November 2026",
            "Length in hours: 1.5",
            "WHAT CAME OF IT\nI take the matrix along.",
            "- The visit (12 May 2026)",
        ] {
            assert!(text.contains(words), "{words} is not in {text}");
        }
    }
}
