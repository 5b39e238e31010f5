//! Who a name is instead: by whom they are to somebody, by their title, by the words near by.
use super::{
    super::{
        Hit, Kind,
        known::{RELATIONS, listed},
        words::Words,
    },
    look::{is_plural, is_title},
};

/// The name from `first` to `last`, with who it is instead.
#[must_use]
pub fn told(words: &Words, first: usize, last: usize) -> Hit {
    let range = words.range(first, last);
    let word = words.word(first).to_ascii_lowercase();
    // "mum Kelly" is "mum", "her teacher, Miss Lowther, had" is "her teacher had", "a boy called Jay" is "a
    // boy".
    let related =
        |at: &usize| words.is(*at, RELATIONS) && !is_plural(words.word(*at)) && !words.breaks(at + 1);
    let called = first.checked_sub(2).filter(|at| words.is(at + 1, "called named") && related(at));
    let relation = first.checked_sub(1).filter(related);
    let after = match words.gap(first) {
        " " => Some(0),
        ", " if words.gap_begins(last + 1, ",") => Some(1),
        " (" if words.gap_begins(last + 1, ")") => Some(1),
        _ => None,
    };
    if let (Some(from), Some(after)) = (called.or(relation), after) {
        let replace = words.start(from)..range.end + after;
        return Hit { kind: Kind::Name, range, replace, suggestion: words.word(from).to_owned() };
    }
    let near = |list: &str| {
        (1..=5).any(|step| {
            listed(list, words.before(first, step))
                || (!words.breaks(last + step) && words.is(last + step, list))
        })
    };
    let owned = words.gap_is(last + 1, "'|’") && words.is(last + 1, "s");
    let suggestion = match word.as_str() {
        "pc" | "dc" | "ds" | "di" | "dci" | "pcso" | "wpc" | "sgt" | "sergeant" | "inspector"
        | "constable" => "a police officer",
        "dr" | "doctor" => "a doctor",
        "nurse" | "matron" => "a nurse",
        "midwife" => "a midwife",
        "judge" | "justice" | "recorder" => "the judge",
        "rev" | "reverend" | "imam" | "rabbi" | "pastor" | "sheikh" => "a faith leader",
        "cllr" | "councillor" => "a councillor",
        _ if is_title(&word) && near("class head headteacher lesson pupil school senco teacher teaching") => {
            "a teacher"
        }
        _ if is_title(&word) && near("officer practitioner social visitor worker") => "a worker",
        _ if is_title(&word) => "an adult",
        _ if owned && words.is(last + 2, RELATIONS) => "the child",
        _ if near(CHILD_NEAR) => CHILD,
        _ => SOMEBODY,
    };
    // The last stop of "J.S." goes with it.
    let dotted = words.word(last).len() == 1 && words.gap_is(last, ".") && !words.breaks(last + 1);
    let stop = usize::from(dotted && words.gap_begins(last + 1, "."));
    Hit { kind: Kind::Name, replace: range.start..range.end + stop, range, suggestion: suggestion.to_owned() }
}

/// Words beside which a name is a child's.
const CHILD_NEAR: &str = "\
    baby bedroom boy brother child children class cot foster girl nursery placement playground pupil \
    school sibling siblings sister teacher toddler toys twin twins";

/// A child's place holder; its number is given when all are known.
pub const CHILD: &str = "Child";

/// Where nothing says who it is.
pub const SOMEBODY: &str = "[their role]";
