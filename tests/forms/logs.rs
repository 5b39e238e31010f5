//! A log of several reflections, as a regulator wants it.
use super::*;

/// Three reflections of a period, one beyond it, one for another body.
fn several() -> Vec<Reflection> {
    let several = [
        ("2026-06-01", Body::Nmc),
        ("2026-01-05", Body::Nmc),
        ("2027-04-01", Body::Nmc),
        ("2026-07-01", Body::Hcpc),
    ];
    let each = several.into_iter().enumerate().map(|(at, (on, body))| {
        let mut it = usual();
        it.id = ReflectionId::from_entropy([u8::try_from(at).unwrap(); 16]);
        it.words.particulars.day = Some(day(on));
        it.words.particulars.counts_for = vec![body];
        it.words.particulars.activity = Some(if at == 0 { Activity::Feedback } else { Activity::Course });
        it
    });
    each.collect()
}

fn period() -> Period {
    Period { first: day("2024-04-01"), last: day("2027-03-31") }
}

fn log(name: &str, body: Body) -> Filled {
    let several = several();
    let all: Vec<_> = several.iter().collect();
    let rows = counting(&all, body, period());
    Filler::new(&LIBRARY).log(&form(name), period(), &rows, Some(3)).unwrap()
}

#[test]
fn a_log_has_a_row_for_each_reflection_that_counts_by_its_day_and_adds_up() {
    let filled = log("template-nmc-cpd-log", Body::Nmc);
    let table = filled.table.as_ref().unwrap();
    assert_eq!(table.headings[..3], ["Dates", "Method", "Topic(s)"]);
    let days: Vec<_> = table.rows.iter().map(|(_, cells)| cells[0].as_str()).collect();
    assert_eq!(days, ["5 January 2026", "1 June 2026"]);
    assert_eq!(table.rows[0].1[4..], ["1.5", "1", ""]);
    assert_eq!(table.sums.as_ref().unwrap()[4..], ["3", "2", ""]);
    assert_eq!(filled.of, "1 April 2024 to 31 March 2027");
    assert!(filled.fields.is_empty());
    let lines: Vec<_> = filled.answers().lines().map(|line| line.matches('\t').count()).collect();
    assert_eq!(lines, [6; 4], "a spreadsheet takes it cell by cell");
    assert!(filled.answers().ends_with("In all\t\t\t\t3\t2\t"));
}

#[test]
fn only_feedback_stands_in_the_feedback_log() {
    let table = log("template-nmc-feedback-log", Body::Nmc).table.unwrap();
    assert_eq!(table.rows.len(), 1);
    assert_eq!(table.rows[0].1[..2], ["1 June 2026", "Team manager"]);
    assert_eq!(table.sums, None);
}

#[test]
fn the_hours_for_health_staff_name_the_level_of_the_role() {
    let mut several = several();
    several[0].words.particulars.counts_for = vec![Body::Intercollegiate];
    let all: Vec<_> = several.iter().collect();
    let rows = counting(&all, Body::Intercollegiate, period());
    let filled =
        Filler::new(&LIBRARY).log(&form("template-intercollegiate-hours"), period(), &rows, Some(3)).unwrap();
    let table = filled.table.unwrap();
    assert_eq!(table.rows[0].1[..4], ["1 June 2026", "The second visit", "3", "Feedback on my practice"]);
    assert_eq!(table.sums.unwrap()[4..6], ["1.5", "1"]);
    assert_eq!(filled.remarks.len(), 1);
}

#[test]
fn the_hcpcs_profile_has_its_own_words_a_list_and_the_gaps() {
    let several = several();
    let all: Vec<_> = several.iter().collect();
    let rows = counting(&all, Body::Hcpc, period());
    let words = begin(&LIBRARY, Some(&Beginning::About(Subject::Form(form("template-hcpc-profile")))));
    let mut own = reflection(words);
    own.words.write_at("hcpc-profile-statement", "", "I work with families.", &[]);
    let gap = Period { first: day("2024-04-01"), last: day("2026-06-30") };
    let filler = Filler::new(&LIBRARY);
    let filled = filler.profile(&form("template-hcpc-profile"), period(), Some(&own), &rows, &[gap]).unwrap();
    let ids: Vec<_> = answers(&filled).into_iter().map(|(id, ..)| id).collect();
    assert_eq!(ids, ["hcpc-profile-summary", "hcpc-profile-statement", "hcpc-profile-evidence"]);
    assert_eq!(field(&filled, "hcpc-profile-statement").origin, Origin::Own);
    assert_eq!(
        filled.table.as_ref().unwrap().rows[0].1,
        ["1 July 2026", "The second visit", "Course or workshop"]
    );
    assert_eq!(
        filled.remarks,
        ["Nothing is listed from 1 April 2024 to 30 June 2026. Say why: it is three months or more."]
    );
    let without = filler.profile(&form("template-hcpc-profile"), period(), None, &rows, &[]).unwrap();
    assert!(without.fields.iter().all(|it| it.origin == Origin::Empty));
}
