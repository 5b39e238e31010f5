//! What has a capital and is nobody: works and laws named after people, organisations, headings.
use super::{
    super::{
        known::{AUTHORS, OF_A_WORK, ORGANISATIONS, PLACES, WORDS_TOO, listed},
        words::{Words, number},
    },
    look::{is_ordinary, is_plural, is_strong},
    name_end,
};

/// Authors with the names that they are given.
const WHOLE_AUTHORS: &str = "\
    |graham gibbs|david kolb|donald schön|donald schon|chris argyris|john driscoll|gary rolfe\
    |chris johns|christopher johns|eileen munro|tony morrison|jane wonnacott|john bowlby\
    |mary ainsworth|abraham maslow|erik erikson|jean piaget|lev vygotsky|urie bronfenbrenner\
    |terry borton|stephen brookfield|harry ferguson|donald forrester|herbert laming\
    |carl rogers|john dewey\
    |alexis jay|louise casey|jack mezirow|marian brandon|albert bandura\
    |dawn freshwater|melanie jasper|barbara carper|sue atkins|kathy murphy|andrew turnell\
    |steve edwards|siobhan maclean|sigmund freud|donald winnicott|";

/// "Schools Bill": a word with a capital goes before, and does not begin the sentence.
pub(super) fn ends_a_title(words: &Words, at: usize) -> bool {
    words.joined(at) && words.capital(at - 1) && !words.starts(at - 1) && is_ordinary(words.word(at - 1))
}

/// Whether the word at `at` is neither an author nor a place.
pub(super) fn is_nobody_else(words: &Words, at: usize) -> bool {
    !listed(PLACES, words.word(at)) && !listed(AUTHORS, words.word(at))
}

/// "Gibbs' model", "Clare's Law", "Eileen Munro": what is named after somebody, or public.
pub(super) fn is_of_a_work(words: &Words, at: usize) -> bool {
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
pub(super) fn is_whole_author(words: &Words, at: usize) -> bool {
    words.joined(at + 1)
        && words.capital(at + 1)
        && WHOLE_AUTHORS.contains(&format!("|{} {}|", words.word(at), words.word(at + 1)).to_lowercase())
}

/// "Lane (2010)", "(Lane and Hill, 2010)".
pub(super) fn is_cited(words: &Words, at: usize) -> bool {
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
pub(super) fn has_article(words: &Words, at: usize) -> bool {
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
pub(super) fn is_organisation(words: &Words, at: usize) -> bool {
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
pub(super) fn is_heading(words: &Words, at: usize) -> bool {
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
