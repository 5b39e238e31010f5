//! Names of people: by title, by whom they are to somebody, by a capital where no sentence begins, by
//! initials.
use super::{
    Hit, Kind,
    known::{
        ABBREVIATIONS, AUTHORS, GIVEN, OF_A_WORK, ORDINARY, ORGANISATIONS, PLACES, RELATIONS, TITLES, VERBS,
        WORDS_TOO, listed,
    },
    words::{Words, number},
};

/// What many words end in that nobody is called by.
const COMMON_ENDINGS: [&str; 18] = [
    "tion", "sion", "ment", "ness", "ance", "ence", "ship", "ism", "ology", "ing", "able", "ible", "ised",
    "ized", "ful", "ous", "ist", "ility",
];

/// Where a place follows: "from Jordan".
const BEFORE_A_PLACE: &str = "across around at from in into near of outside over through to via";

/// Names that are found in the middle of a sentence as feelings, too: only what somebody does makes them
/// people.
const FEELINGS: &str = "chance charity faith grace harmony hope joy mercy patience";

/// Titles that nothing but a name follows.
const PLAIN_TITLES: &str = "cllr dr miss mr mrs ms mx pc pcso prof sgt";

/// What stands between the parts of one name.
const PARTICLES: &str = "al bin da de del der dos ibn la le van von";

/// Authors with the names that they are given.
const WHOLE_AUTHORS: &str = "\
    |graham gibbs|david kolb|donald schön|donald schon|chris argyris|john driscoll|gary rolfe\
    |chris johns|christopher johns|eileen munro|tony morrison|jane wonnacott|john bowlby\
    |mary ainsworth|abraham maslow|erik erikson|jean piaget|lev vygotsky|urie bronfenbrenner\
    |terry borton|stephen brookfield|harry ferguson|donald forrester|victoria climbié|herbert laming\
    |carl rogers|john dewey|daniel pelka|peter connelly|arthur labinjo|star hobson|sara sharif\
    |alexis jay|louise casey|jack mezirow|victoria climbie|marian brandon|albert bandura\
    |dawn freshwater|melanie jasper|barbara carper|sue atkins|kathy murphy|andrew turnell\
    |steve edwards|siobhan maclean|sigmund freud|donald winnicott|khyra ishaq|";

/// The name that begins with the word at `at`.
#[must_use]
pub fn at(words: &Words, at: usize) -> Option<Hit> {
    let last = titled(words, at)
        .or_else(|| initials(words, at))
        .or_else(|| of_a_relation(words, at))
        .or_else(|| by_capital(words, at))?;
    Some(told(words, at, last))
}

/// Whether the word at `at` looks like a name by itself, wherever it stands.
#[must_use]
pub fn may_be_name(words: &Words, at: usize) -> bool {
    look(words, at) != Look::No
        || initials(words, at.saturating_sub(1)).is_some_and(|last| last == at)
        || initials(words, at).is_some()
}

/// Whether `word` ends like a thing or a quality, and is no given name.
#[must_use]
pub fn is_common_form(word: &str) -> bool {
    (word.len() > 5 || word.ends_with("ing") && word.len() > 4)
        && COMMON_ENDINGS.iter().any(|ending| {
            word.len()
                .checked_sub(ending.len())
                .and_then(|at| word.get(at..))
                .is_some_and(|it| it.eq_ignore_ascii_case(ending))
        })
        && !is_strong(word)
}

/// Whether `word` stands before surnames.
#[must_use]
pub fn is_title(word: &str) -> bool {
    listed(TITLES, word)
}

/// Whether people are called `word`.
#[must_use]
pub fn is_strong(word: &str) -> bool {
    listed(GIVEN, word) || listed(WORDS_TOO, word)
}

/// Whether nobody is called `word`.
fn is_ordinary(word: &str) -> bool {
    let one = word.strip_suffix('s').filter(|it| it.len() > 2);
    let is = |word: &str| listed(ORDINARY, word) || is_common_form(word);
    is(word) || one.is_some_and(is)
}

/// A word with one capital, at its beginning, that is known as nothing else.
fn is_unknown(words: &Words, at: usize) -> bool {
    let word = words.word(at);
    let mut letters = word.chars();
    let first = letters.next().is_some_and(char::is_uppercase);
    // "McKenzie" has two; "YouTube" is no name.
    let rest = word.strip_prefix("Mc").or_else(|| word.strip_prefix("Mac")).unwrap_or(letters.as_str());
    let rest = rest.strip_prefix(char::is_uppercase).filter(|_| rest.len() < word.len() - 1).unwrap_or(rest);
    first
        && word.len() > 1
        && !rest.is_empty()
        && !rest.contains(|c: char| c.is_uppercase() || c.is_numeric())
        && !is_ordinary(word)
        && !listed(PLACES, word)
        && !listed(AUTHORS, word)
}

/// Whether the word at `at` is in capitals, and a name.
fn is_shouted(words: &Words, at: usize) -> bool {
    let word = words.word(at);
    word.len() > 3
        && word.bytes().all(|byte| byte.is_ascii_uppercase())
        && is_strong(word)
        && !listed(WORDS_TOO, word)
}

/// Whether the word at `at` can go on a name begun before it.
fn goes_on(words: &Words, at: usize) -> bool {
    let word = words.word(at);
    let whole = word.chars().nth(1).is_some_and(char::is_lowercase);
    // "Pickering" ends like a thing: after a given name it is none.
    let thing =
        if at > 0 && is_strong(words.word(at - 1)) { listed(ORDINARY, word) } else { is_ordinary(word) };
    words.capital(at) && (whole && !thing || is_shouted(words, at))
}

/// The last word of the name that begins at `first`: forenames, surnames, hyphens, O'Neill, al-Amin.
fn name_end(words: &Words, first: usize) -> usize {
    let mut last = first;
    loop {
        let next = last + 1;
        let gap = words.gap(next);
        let hyphened = matches!(gap, "-" | "‑") && words.capital(next);
        let letter = words.word(last).chars().count() == 1;
        let celtic = matches!(gap, "'" | "’") && letter && words.capital(next);
        let initial = letter && gap == ". " && goes_on(words, next);
        let particle = words.joined(next)
            && listed(PARTICLES, words.word(next))
            && words.capital(next + 1)
            && words.gap_is(next + 1, " |-");
        let celtic_next = words.joined(next)
            && matches!(words.word(next), "O" | "D")
            && words.gap_is(next + 1, "'|’")
            && words.capital(next + 1);
        // "Anna K." and "Anna K"
        let short = words.joined(next)
            && words.word(next).len() == 1
            && words.capital(next)
            && words.word(next) != "I"
            && !letter;
        if next >= words.len() || next - first > 5 || words.breaks(next) && !initial {
            return last;
        }
        if particle {
            last = next + 1;
        } else if hyphened
            || celtic
            || initial
            || celtic_next
            || short
            || (words.joined(next) && goes_on(words, next) && !words.starts(next))
        {
            last = next;
        } else {
            return last;
        }
    }
}

/// "Mrs Ahmed", "Dr. Patel", "PC Dunmore", "Mr K", and "mrs ahmed" as a phone writes it.
fn titled(words: &Words, at: usize) -> Option<usize> {
    let (title, next) = (words.word(at), at + 1);
    let near = words.joined(next) || words.gap_is(next, ". |.");
    if !is_title(title) || !near || next >= words.len() || words.breaks(next) {
        return None;
    }
    let name = words.word(next);
    if !words.capital(at) {
        let short = matches!(title, "mr" | "mrs" | "ms" | "dr");
        let named = words.capital(next) || !(is_ordinary(name) || listed(VERBS, name) || name.len() < 3);
        return (short && named).then(|| if words.capital(next) { name_end(words, next) } else { next });
    }
    if title.len() == 2 && title.chars().all(char::is_uppercase) && matches!(title, "DA" | "DR") {
        return None;
    }
    let plain = listed(PLAIN_TITLES, title);
    let initial = name.len() == 1 && plain;
    let whole =
        name.chars().nth(1).is_some_and(char::is_lowercase) && !listed(RELATIONS, name) && !is_title(name);
    let author = listed(AUTHORS, name)
        && matches!(title, "Professor" | "Prof" | "Lord" | "Baroness" | "Sir" | "Dame" | "Lady");
    let known = if plain { is_function(name) } else { is_ordinary(name) || listed(PLACES, name) };
    // Two titles: "Dr Prof".
    (words.capital(next) && (initial || whole && !known && !author)).then(|| name_end(words, next))
}

/// Words that stand after anything, with a capital only in a heading.
fn is_function(word: &str) -> bool {
    matches!(
        word,
        "And" | "The" | "Of" | "For" | "To" | "In" | "Is" | "Was" | "On" | "With" | "Or" | "Who" | "Said"
    )
}

/// "KB", "J.S.", "J. Smith".
fn initials(words: &Words, at: usize) -> Option<usize> {
    let word = words.word(at);
    let next = words.word(at + 1);
    let capital = |word: &str| word.len() == 1 && word.starts_with(|c: char| c.is_ascii_uppercase());
    if word.len() == 2 && word.bytes().all(|byte| byte.is_ascii_uppercase()) {
        let shout = |at: usize| {
            words.word(at).len() > 2 && words.word(at).bytes().all(|byte| byte.is_ascii_uppercase())
        };
        let part = words.gap_is(at + 1, "/|-|&|+") && at + 1 < words.len()
            || (at > 0 && words.gap_is(at, "/|-|&|."));
        let numbered =
            words.joined(at + 1) && next.starts_with(|c: char| c.is_ascii_digit()) && !words.capital(at + 1);
        let after_number = words.before(at, 1).starts_with(|c: char| c.is_ascii_digit());
        let shouted = shout(at + 1) && (at == 0 || shout(at - 1));
        return (!part && !numbered && !after_number && !shouted && !listed(ABBREVIATIONS, word))
            .then_some(at);
    }
    if !capital(word) || words.is_code(at) {
        return None;
    }
    if capital(next) && words.gap_is(at + 1, ".|. ") {
        let third = capital(words.word(at + 2)) && words.gap(at + 2) == words.gap(at + 1);
        let last = at + 1 + usize::from(third);
        let country = matches!((word, next), ("U", "K" | "S" | "N") | ("E", "U") | ("Q", "A") | ("D", "O"));
        return (!country).then(|| {
            if words.gap_is(last + 1, ". ") && goes_on(words, last + 1) && words.gap_is(at + 1, ". ") {
                name_end(words, last)
            } else {
                last
            }
        });
    }
    let surname = goes_on(words, at + 1) && !words.breaks(at + 1);
    let stop = words.gap_is(at + 1, ". ") || words.gap_is(at + 1, ".");
    let spaced = words.joined(at + 1) && !matches!(word, "A" | "I");
    let celtic = matches!(word, "O" | "D") && words.gap_is(at + 1, "'|’");
    (surname && (stop || spaced || celtic) && is_nobody_else(words, at + 1)).then(|| name_end(words, at))
}

/// Whether the word at `at` is neither an author nor a place.
fn is_nobody_else(words: &Words, at: usize) -> bool {
    !listed(PLACES, words.word(at)) && !listed(AUTHORS, words.word(at))
}

/// "mum Kelly", "her son, Tyler,", "a boy called Jay", "partner (Lee)": even where the name is a word too.
fn of_a_relation(words: &Words, at: usize) -> Option<usize> {
    let word = words.word(at);
    if at == 0 || words.breaks(at) || word.chars().count() < 2 {
        return None;
    }
    let called = words.is(at - 1, "called named") && words.joined(at);
    let related = words.is(at - 1, RELATIONS) && words.gap_is(at, " |, | (| - | – ");
    if !(called || related) {
        return None;
    }
    if !words.capital(at) {
        let joined = words.joined(at) && (related || called);
        return (joined && is_strong(word) && !listed(WORDS_TOO, word)).then_some(at);
    }
    let whole = word.chars().nth(1).is_some_and(char::is_lowercase) || is_shouted(words, at);
    let weekday = word.to_ascii_lowercase().ends_with("day");
    let doubtful = is_ordinary(word) || listed(PLACES, word) || listed(AUTHORS, word);
    let named = if doubtful { is_strong(word) && !weekday && (words.joined(at) || called) } else { true };
    let work = is_of_a_work(words, at) || is_organisation(words, at);
    (whole && named && !work).then(|| name_end(words, at))
}

/// What a word says by itself about being a name.
#[derive(PartialEq)]
enum Look {
    /// It is none, as far as is known.
    No,
    /// People are called so, and nothing else is.
    Name,
    /// A sentence may begin with it: "Will", "Hope".
    Word,
    /// It is a place, too: "Georgia".
    Place,
    /// It is a month or the like, too: "June".
    Thing,
    /// It has a capital, and is not known.
    Unknown,
}

/// How the word at `at` looks.
fn look(words: &Words, at: usize) -> Look {
    let word = words.word(at);
    if is_shouted(words, at) {
        return Look::Name;
    }
    let given = listed(GIVEN, word);
    if !words.capital(at) {
        // A phone writes names with small letters.
        let sure = given && word.len() > 3 && !listed(PLACES, word) && !is_ordinary(word);
        return if sure { Look::Name } else { Look::No };
    }
    let both = listed(WORDS_TOO, word);
    if !given && !both {
        return if is_unknown(words, at) { Look::Unknown } else { Look::No };
    }
    let (place, thing) = (listed(PLACES, word), is_ordinary(word) || listed(AUTHORS, word));
    let whole = word.chars().nth(1).is_some_and(char::is_lowercase);
    match whole {
        true if thing => Look::Thing,
        true if place => Look::Place,
        true if both => Look::Word,
        true => Look::Name,
        false => Look::No,
    }
}

/// A capital where no sentence begins; or, where one does, a name with something that says so.
fn by_capital(words: &Words, at: usize) -> Option<usize> {
    let look = look(words, at);
    if look == Look::No || is_of_a_work(words, at) || has_article(words, at) {
        return None;
    }
    let starts = words.starts(at);
    let after_place = || words.was(at, 1, BEFORE_A_PLACE);
    let named = match look {
        Look::No => false,
        Look::Name => true,
        Look::Word => !(starts || ends_a_title(words, at)) || acts(words, at) || is_like_a_person(words, at),
        Look::Place => !(starts || after_place()) || acts(words, at),
        Look::Thing => acts(words, at),
        Look::Unknown if starts => acts(words, at) && !is_plural(words.word(at)),
        // A prison has a name; those in it are many.
        Look::Unknown => {
            !is_organisation(words, at) && !is_heading(words, at) && !words.was(at, 1, "hmp yoi")
        }
    };
    named.then(|| if words.capital(at) { name_end(words, at) } else { at })
}

/// "Schools Bill": a word with a capital goes before, and does not begin the sentence.
fn ends_a_title(words: &Words, at: usize) -> bool {
    words.joined(at) && words.capital(at - 1) && !words.starts(at - 1) && is_ordinary(words.word(at - 1))
}

/// "Mark was", and "Hope is in her fourth placement": where a feeling begins a sentence, there is a person if
/// "her" or the like follows.
fn is_like_a_person(words: &Words, at: usize) -> bool {
    words.joined(at + 1)
        && words.is(at + 1, "had has is was")
        && (!listed(FEELINGS, words.word(at))
            || (2..7).any(|next| words.is(at + next, "he her herself him himself his she")))
}

fn is_plural(word: &str) -> bool {
    word.ends_with('s') && !word.ends_with("ss")
}

/// Words between a person and what the person does.
const MEANWHILE: &str = "again also always eventually finally had has just never often still then";

/// Whether what follows the word at `at` is what people do or have: "Zofia said", "Zofia's mum", "Zofia (7)".
fn acts(words: &Words, at: usize) -> bool {
    let next = name_end(words, at) + 1;
    if words.breaks(next) || is_adverb(words.word(at)) {
        return false;
    }
    let ordinary = is_ordinary(words.word(at));
    if words.gap_is(next, "'|’") {
        let own = words.is(next + 1, RELATIONS) || words.capital(next + 1) == ordinary;
        return words.is(next, "s") && own;
    }
    let mut verb = next;
    while words.is(verb, MEANWHILE) && words.joined(verb) {
        verb += 1;
    }
    if words.joined(next) && words.is(verb, VERBS) {
        return true;
    }
    // "Zofia (7)", "Zofia, who", "Zofia, Ewa and", "Zofia and her sister"
    let comma = words.gap_is(next, ", ");
    let and = words.is(next, "and");
    let after = next + usize::from(and);
    let year = words.word(next).len() == 4;
    let counted = (comma || words.gap_is(next, " ("))
        && words.word(next).starts_with(|c: char| c.is_ascii_digit())
        && !year;
    let told = comma && words.is(next, "aged who");
    let family = and && words.is(after, "her his their");
    let other = (comma || and) && words.capital(after) && listed(GIVEN, words.word(after));
    let surname = next > at + 1 && is_nobody_else(words, at + 1);
    !ordinary && (counted || told || family || other || surname)
}

/// "Sadly", "Saddened", "Seeing": how sentences begin.
fn is_adverb(word: &str) -> bool {
    !is_strong(word) && word.len() > 4 && (word.ends_with("ly") || word.ends_with("ed"))
}

/// "Gibbs' model", "Clare's Law", "Eileen Munro": what is named after somebody, or public.
fn is_of_a_work(words: &Words, at: usize) -> bool {
    let next = at + 1;
    let owns = words.gap_is(next, "'|’|' |’ ");
    let of = next + usize::from(owns && words.is(next, "s"));
    let work = words.is(of, OF_A_WORK)
        && (owns || words.joined(of))
        && (of == next || words.capital(of) || !words.is(of, "law rule"));
    let review =
        owns && of == next + 1 && words.capital(of) && words.is(of, "inquiry law report review rule");
    let whole = is_whole_author(words, at) || at > 0 && is_whole_author(words, at - 1);
    let others = matches!((words.word(next), words.word(next + 1)), ("et", "al") | ("and", "colleagues"));
    work && !words.is(of, "approach") || review || whole || others || is_cited(words, at)
}

/// Whether the word at `at` and the next are what an author is called.
fn is_whole_author(words: &Words, at: usize) -> bool {
    words.joined(at + 1)
        && words.capital(at + 1)
        && WHOLE_AUTHORS.contains(&format!("|{} {}|", words.word(at), words.word(at + 1)).to_lowercase())
}

/// "Lane (2010)", "(Lane and Hill, 2010)".
fn is_cited(words: &Words, at: usize) -> bool {
    for next in at + 1..at + 8 {
        let year = number(words.word(next)).is_some_and(|it| (1900..2100).contains(&it));
        if year && words.gap_is(next, " (|, | ") {
            return words.gap_begins(next + 1, "),;:");
        }
        let names = words.capital(next) || words.is(next, "and s");
        if !names || words.breaks(next) && words.word(next - 1).len() > 1 {
            return false;
        }
    }
    false
}

/// "the Lancet", "a Bill": no person has an article, but a family may.
fn has_article(words: &Words, at: usize) -> bool {
    let word = words.word(at);
    words.joined(at)
        && words.was(at, 1, "a an the this")
        && !words.is(
            name_end(words, at) + 1,
            "boys brothers case child children family girls home house household kids siblings sisters twins",
        )
        && (!is_plural(word) || words.capital(at + 1))
        && (!is_strong(word) || listed(WORDS_TOO, word))
}

/// Whether the capitals from `at` on end in what an organisation, a paper or a meeting is called.
fn is_organisation(words: &Words, at: usize) -> bool {
    let mut to = at + 1;
    while to < words.len() && to < at + 7 {
        let gap = words.gap(to);
        let owned = matches!(gap, "'" | "’") && words.is(to, "s");
        let near = matches!(gap, " " | "-" | "' " | "’ " | " & ") || owned;
        let linked = words.is(to, "and for of the") && words.capital(to + 1);
        if !near || !(words.capital(to) || linked || owned) {
            return false;
        }
        if words.capital(to) && words.is(to, ORGANISATIONS) {
            return true;
        }
        to += 1;
    }
    false
}

/// Whether the line of the word at `at` has no word of four letters in small letters: it is a heading.
fn is_heading(words: &Words, at: usize) -> bool {
    let small = |at: usize| {
        words.word(at).len() > 3
            && !words.capital(at)
            && words.word(at).bytes().all(|byte| byte.is_ascii_alphabetic())
    };
    let same_line = |at: usize| at < words.len() && !words.gap(at).contains('\n');
    let (mut first, mut last) = (at, at);
    while first > 0 && same_line(first) {
        first -= 1;
        if small(first) {
            return false;
        }
    }
    while same_line(last + 1) {
        last += 1;
        if small(last) {
            return false;
        }
    }
    let stops = words.gap_begins(last + 1, ".!?");
    last - first >= 2 && !stops && is_ordinary(words.word(first))
}

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
