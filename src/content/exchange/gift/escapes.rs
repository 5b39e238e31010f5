//! The characters by which GIFT is read, and the backslash that takes their meaning away.

/// What has a meaning unless a backslash stands before it.
const SPECIAL: [char; 7] = ['~', '=', '#', '{', '}', ':', '\\'];

/// The characters of a text that have their meaning, each with where it stands.
pub(super) fn bare(text: &str) -> impl Iterator<Item = (usize, char)> {
    let mut is_escaped = false;
    text.char_indices().filter(move |(_, it)| {
        let is_bare = !is_escaped;
        is_escaped = is_bare && *it == '\\';
        is_bare
    })
}

/// A text before and after the first of these that has its meaning.
pub(super) fn cut(text: &str, mark: char) -> (&str, &str) {
    let found = bare(text).find(|(_, it)| *it == mark);
    found.map_or((text, ""), |(at, it)| (&text[..at], &text[at + it.len_utf8()..]))
}

/// A text as it was meant. Its lines are one, unless they are kept; `\n` begins a new one.
pub(super) fn unescaped(text: &str, keeps_lines: bool) -> String {
    let mut meant = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(it) = rest.next() {
        meant.push(match it {
            '\\' if rest.next_if_eq(&'n').is_some() => '\n',
            '\\' => rest.next_if(|next| SPECIAL.contains(next)).unwrap_or('\\'),
            '\n' if !keeps_lines => ' ',
            _ => it,
        });
    }
    meant
}

/// A text on one line, in which nothing has a meaning.
pub(super) fn escaped(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for it in text.chars() {
        if it == '\n' {
            line.push_str("\\n");
            continue;
        }
        if SPECIAL.contains(&it) {
            line.push('\\');
        }
        line.push(it);
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_backslash_takes_a_meaning_away_and_a_second_one_gives_it_back() {
        assert_eq!(cut("a\\#b\\\\#c", '#'), ("a\\#b\\\\", "c"));
        assert_eq!(cut("\\#", '#'), ("\\#", ""));
    }

    #[test]
    fn what_is_escaped_means_itself() {
        assert_eq!(unescaped("\\~\\=\\#\\{\\}\\:\\\\n\\n.", false), "~=#{}:\\n\n.");
        assert_eq!(unescaped("C:\\dir \\", false), "C:\\dir \\", "a backslash before anything else is one");
        assert_eq!(unescaped("one\ntwo", false), "one two");
        assert_eq!(unescaped("one\ntwo", true), "one\ntwo");
    }

    #[test]
    fn escaping_is_undone_by_reading() {
        let text = "~=#{}:\\ \\n // \\\\\n%50% é";
        assert_eq!(unescaped(&escaped(text), false), text);
        assert!(bare(&escaped(text)).all(|(_, it)| it == '\\' || !SPECIAL.contains(&it)));
    }
}
