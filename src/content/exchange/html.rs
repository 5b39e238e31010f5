//! The words of a piece of HTML: tags gone, entities read, a line for each block. Nothing of it is ever shown as HTML.

/// What ends a line.
const BLOCKS: [&str; 20] = [
    "address",
    "blockquote",
    "br",
    "dd",
    "div",
    "dl",
    "dt",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "li",
    "ol",
    "p",
    "pre",
    "tr",
    "ul",
];

/// What words cannot say.
const PICTURES: [&str; 10] =
    ["audio", "canvas", "embed", "iframe", "img", "math", "object", "picture", "svg", "video"];

/// What is not read at all.
const SILENT: [&str; 2] = ["script", "style"];

/// The entities that editors write.
const ENTITIES: [(&str, char); 14] = [
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("nbsp", ' '),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("hellip", '…'),
    ("pound", '£'),
];

/// The words, or nothing where a picture or a recording is shown. Once through, whatever it holds.
pub(super) fn words(html: &str) -> Option<String> {
    let mut text = String::new();
    let mut rest = html;
    // Where no tag can end any more, none begins: so nothing is looked for twice.
    let last_end = html.rfind('>');
    while let Some(at) = rest.find(['<', '&']) {
        text.extend(rest[..at].chars().map(|it| if it == '\n' { ' ' } else { it }));
        rest = &rest[at..];
        let can_end = last_end.is_some_and(|end| end > html.len() - rest.len());
        rest = if let Some(after) = rest.strip_prefix('&') {
            let (read, after) = entity(after).unwrap_or(('&', after));
            text.push(read);
            after
        } else if can_end && begins_tag(rest) {
            tag(rest, &mut text)?
        } else {
            text.push('<');
            &rest[1..]
        };
    }
    text.extend(rest.chars().map(|it| if it == '\n' { ' ' } else { it }));
    let lines = text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    Some(lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n"))
}

fn begins_tag(html: &str) -> bool {
    let name = html[1..].strip_prefix('/').unwrap_or(&html[1..]);
    name.starts_with(|it: char| it.is_ascii_alphabetic()) || html.starts_with("<!") || html.starts_with("<?")
}

/// What follows the tag that `html` begins with, and what the tag does to the text.
fn tag<'a>(html: &'a str, text: &mut String) -> Option<&'a str> {
    if html.starts_with("<!--") {
        return Some(html.split_once("-->").map_or("", |(_, after)| after));
    }
    let (tag, after) = html.split_once('>')?;
    let name = tag[1..].trim_start_matches('/');
    let name = name.split(|it: char| !it.is_ascii_alphanumeric()).next().unwrap_or_default();
    let name = name.to_ascii_lowercase();
    let name = name.as_str();
    if PICTURES.contains(&name) {
        return None;
    }
    if BLOCKS.contains(&name) {
        text.push('\n');
    }
    if SILENT.contains(&name) && !tag.starts_with("</") {
        return Some(after.find("</").map_or("", |end| &after[end..]));
    }
    // Cells of one row do not run into one another.
    if matches!(name, "td" | "th") {
        text.push(' ');
    }
    Some(after)
}

/// The character that is named at the beginning of `html`, and what follows it.
fn entity(html: &str) -> Option<(char, &str)> {
    // Enough for each of those that are read.
    let end = html.bytes().take(10).position(|it| it == b';')?;
    let name = &html[..end];
    let read = match name.strip_prefix('#') {
        Some(number) => {
            let code = match number.strip_prefix(['x', 'X']) {
                Some(number) => u32::from_str_radix(number, 16),
                None => number.parse(),
            };
            char::from_u32(code.ok()?)?
        }
        None => ENTITIES.iter().find(|(it, _)| *it == name)?.1,
    };
    Some((read, &html[end + 1..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_go_and_blocks_become_lines() {
        let html =
            "<p dir=\"ltr\">Who has\n <b>parental</b> responsibility?</p><ul><li>One</li><li>Two</li></ul>";
        assert_eq!(words(html).unwrap(), "Who has parental responsibility?\nOne\nTwo");
        assert_eq!(words("One<br/>two<BR>three<!-- not > this -->").unwrap(), "One\ntwo\nthree");
        assert_eq!(words("<tr><td>Under</td><td>ten</td></tr>").unwrap(), "Under ten");
    }

    #[test]
    fn entities_are_read_once_and_what_they_say_is_no_tag() {
        assert_eq!(words("&lt;b&gt; &amp;lt; &quot;&#39;&#x2019;&nbsp;x").unwrap(), "<b> &lt; \"'’ x");
        for odd in ["&", "&unknown;", "&#xD800;", "&#99999999;", "& Co; é", "&#;"] {
            assert_eq!(words(odd).as_deref(), Some(odd));
        }
    }

    #[test]
    fn a_smaller_sign_is_no_tag() {
        assert_eq!(words("under < 5 and <3, or a<b").unwrap(), "under < 5 and <3, or a<b");
        assert_eq!(words("<i>x</i> a<b").unwrap(), "x a<b");
    }

    #[test]
    fn what_is_not_said_is_not_read() {
        assert_eq!(
            words("<style>p { color: red }</style>One<script>alert('<')</script> two").unwrap(),
            "One two"
        );
        assert_eq!(words("One<script>alert(1)>"), Some("One".into()));
        assert_eq!(words("One<!-- never ended >"), Some("One".into()));
    }

    #[test]
    fn a_picture_cannot_be_said_in_words() {
        for html in ["See <img src='a.png'>", "<VIDEO controls></VIDEO>", "<svg/>"] {
            assert_eq!(words(html), None, "{html}");
        }
    }
}
