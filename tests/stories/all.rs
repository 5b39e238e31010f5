//! One of every kind of command, in an order in which each of them can be done and changes something.
use super::{holding::*, kit::*};
use second_look::domain::{
    confidence::Asked,
    ids::QuestionId,
    intentions::CameOf,
    journal::{AttendanceCommand, Change, Command, EventCommand, Journal, Returning},
    passing::EventTag,
    quiz::Verdict,
    reviews::Outcome,
    revision::{CatchUp, Pace},
};
use std::collections::BTreeSet;

/// One of every kind, and what each of them needs before it.
pub fn every_command() -> Vec<Command> {
    let mut all = vec![
        Command::KeepDraft { id: id(1), words: words("Half a thou") },
        Command::WriteReflection { id: id(1), words: words_with_particulars("I did not ask.") },
        Command::WriteReflection { id: id(1), words: words_with_particulars("I did not ask her.") },
        Command::KeepDraft { id: id(1), words: words("And more") },
        Command::DiscardDraft(id(1)),
        Command::Bring { id: id(1), bring: true },
        Command::WriteReflection { id: id(2), words: words("Binned") },
        Command::BinReflection(id(2)),
        Command::RestoreReflection(id(2)),
        Command::BinReflection(id(2)),
        Command::DeleteReflection(id(2)),
        Command::WriteReflection { id: id(3), words: words("Binned for long") },
        Command::BinReflection(id(3)),
        Command::ClearBin,
        start_round(1),
        answer(1, "one-off", Verdict::Fact),
        answer_card("alcohol", Outcome::Partly),
        own_question(1, "One visit is enough."),
        own_choice(2),
        Command::DropQuestion(QuestionId::from_entropy([2; 16])),
        Command::SetPace(Pace { cards_a_day: 20, ..Pace::default() }),
        Command::CatchUp(Some(CatchUp::over(7, start().date_naive()))),
        intend(1, "Ask the school."),
        Command::Tick { id: intention(1), done: true },
        Command::LookBack { id: intention(1), came_of: CameOf::Kept },
        intend(2, "Draw the genogram."),
        Command::DropIntention(intention(2)),
        read(1, "the-minutes"),
        Command::ReadAgain(module()),
        read(2, "the-father"),
        rate(1, Asked::Before, 4),
        keep_meeting(1, "Workload"),
        Command::HoldMeeting { id: meeting(1), day: start().date_naive() },
        keep_meeting(2, "Leave"),
        Command::DropMeeting(meeting(2)),
        Command::Register(vec![registration()]),
        Command::PassOver { text: "Gibbs".into(), always: true },
        Command::NoteBackup,
        prepare(1, event_plan_with_everything()),
    ];
    all.extend(a_day().into_iter().map(|it| hold(1, it)));
    all.push(collect(1, 1, answers(1, 1, Verdict::Myth)));
    all.push(hold(1, EventCommand::BeginAnew { tag: EventTag::from_entropy([9; 6]) }));
    all.extend([prepare(2, event_plan()), hold(2, EventCommand::Drop), join(1, 7)]);
    all.extend(a_part().into_iter().map(|it| attend(1, it)));
    all.extend([join(2, 8), attend(2, AttendanceCommand::Forget)]);
    let elsewhere = Journal::default().plan(intend(9, "From a backup."), start()).unwrap();
    let returning = elsewhere.into_iter().map(|record| Returning { record, fresh: [99; 16] });
    all.push(Command::Restore(returning.collect()));
    all.push(Command::Undo(vec![Change::DropIntention(intention(9))]));
    all.push(Command::ClearBin);
    // Last, for it is found by the time at which the answer was given.
    all.push(Command::TakeBack { card: card("alcohol"), at: start() });
    let kinds: BTreeSet<_> = all.iter().map(kind).collect();
    assert_eq!(kinds.len(), KINDS, "a kind of command is missing");
    all
}

const KINDS: usize = 53;

/// Which kind it is.
fn kind(command: &Command) -> usize {
    match command {
        Command::KeepDraft { .. } => 0,
        Command::DiscardDraft(_) => 1,
        Command::WriteReflection { .. } => 2,
        Command::BinReflection(_) => 3,
        Command::RestoreReflection(_) => 4,
        Command::DeleteReflection(_) => 5,
        Command::ClearBin => 6,
        Command::Bring { .. } => 7,
        Command::StartRound { .. } => 8,
        Command::AnswerStatement { .. } => 9,
        Command::AnswerCard { .. } => 10,
        Command::TakeBack { .. } => 11,
        Command::AddQuestions(_) => 12,
        Command::DropQuestion(_) => 13,
        Command::SetPace(_) => 14,
        Command::CatchUp(_) => 15,
        Command::Intend { .. } => 16,
        Command::Tick { .. } => 17,
        Command::LookBack { .. } => 18,
        Command::DropIntention(_) => 19,
        Command::ReadSection { .. } => 20,
        Command::ReadAgain(_) => 21,
        Command::Rate { .. } => 22,
        Command::KeepMeeting { .. } => 23,
        Command::HoldMeeting { .. } => 24,
        Command::DropMeeting(_) => 25,
        Command::Register(_) => 26,
        Command::PassOver { .. } => 27,
        Command::NoteBackup => 28,
        Command::Undo(_) => 29,
        Command::Restore(_) => 30,
        Command::Event(_, it) => match it {
            EventCommand::Prepare { .. } => 31,
            EventCommand::Drop => 32,
            EventCommand::Begin => 33,
            EventCommand::Go(_) => 34,
            EventCommand::Hear { .. } => 35,
            EventCommand::Note(_) => 36,
            EventCommand::Ask(_) => 37,
            EventCommand::Show { .. } => 38,
            EventCommand::Unask(_) => 39,
            EventCommand::Choose { .. } => 40,
            EventCommand::Collect { .. } => 41,
            EventCommand::End(_) => 42,
            EventCommand::Jot(_) => 51,
            EventCommand::BeginAnew { .. } => 52,
        },
        Command::Attend(_, it) => match it {
            AttendanceCommand::Join { .. } => 43,
            AttendanceCommand::Say { .. } => 44,
            AttendanceCommand::Think(_) => 45,
            AttendanceCommand::Leave(_) => 46,
            AttendanceCommand::FollowUp => 47,
            AttendanceCommand::Forget => 48,
            AttendanceCommand::Scribe(_) => 49,
            AttendanceCommand::LookBack(_) => 50,
        },
    }
}
