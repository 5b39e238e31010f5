//! GIFT, Moodle's format in plain text (<https://docs.moodle.org/en/GIFT_format>): verdicts, and choices with one right
//! answer.
//!
//! An empty line ends a question, a line that begins with `//` says nothing, and what follows `$CATEGORY:` is the topic
//! of all that comes after it. `gift/question.rs` says how a question is read.
mod escapes;
mod question;

use super::Taken;
use crate::domain::{
    questions::{Answers, Wording},
    quiz::Verdict,
};
use escapes::escaped;

/// What leads to a topic in Moodle.
const CATEGORY: &str = "$CATEGORY:";

/// What stands for no topic once there has been one.
const NO_TOPIC: &str = "No topic";

/// What makes Moodle show a text as it is.
const PLAIN: &str = "[plain]";

/// Whether the first line that is no comment can only be GIFT.
pub(super) fn begins(text: &str) -> bool {
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//"));
    lines.next().is_some_and(|line| {
        line.starts_with(CATEGORY) || line.starts_with("::") || question::begins_with_markup(line)
    })
}

pub(super) fn read(text: &str, taken: &mut Taken) {
    let (mut topic, mut block, mut begun) = (String::new(), String::new(), 0);
    for (at, line) in text.lines().chain([""]).enumerate() {
        let line = line.trim();
        let category = line.strip_prefix(CATEGORY);
        if (line.is_empty() || category.is_some()) && !block.is_empty() {
            taken.add(begun, question::question(&block, &topic));
            block.clear();
        }
        if let Some(path) = category {
            topic = topic_at(path);
        } else if !line.is_empty() && !line.starts_with("//") {
            if block.is_empty() {
                begun = at + 1;
            } else {
                block.push('\n');
            }
            block.push_str(line);
        }
    }
}

/// The topic that a path of categories leads to.
fn topic_at(path: &str) -> String {
    // Two of either slash are one in a name. No file that is read holds the mark that keeps a place.
    let path = path.replace("\\\\", "\\").replace("//", "\0");
    let names = path.split('/').map(|name| name.replace('\0', "/").trim().to_owned());
    let mut names: Vec<_> = names.filter(|name| !name.is_empty()).collect();
    if names.first().is_some_and(|name| name.starts_with('$') && name.ends_with('$')) {
        names.remove(0);
    }
    if names.first().is_some_and(|name| name == "top") {
        names.remove(0);
    }
    let topic = names.join(" / ");
    if topic == NO_TOPIC { String::new() } else { topic }
}

fn path_to(topic: &str) -> String {
    let name = if topic.is_empty() { NO_TOPIC } else { topic }.replace('\\', "\\\\").replace('/', "//");
    // Three slashes in a row would be no way at all.
    let space = if name.starts_with('/') { " " } else { "" };
    format!("{CATEGORY} $course$/top/{space}{name}\n\n")
}

pub(super) fn carried(mut it: Wording) -> Wording {
    if it.topic == NO_TOPIC {
        it.topic.clear();
    }
    it
}

/// The text of questions as they are carried.
pub(super) fn write(questions: &[Wording]) -> String {
    let (mut text, mut topic) = (String::new(), "");
    for it in questions {
        if it.topic != topic {
            topic = &it.topic;
            text.push_str(&path_to(topic));
        }
        text.push_str(&format!("{PLAIN}{}{{", escaped(&it.stem)));
        let (lead, end) = match &it.answers {
            Answers::MythOrFact(verdict) => {
                text.push_str(if *verdict == Verdict::Fact { "TRUE" } else { "FALSE" });
                ("", "")
            }
            Answers::Choice { options, right } => {
                for (at, option) in options.iter().enumerate() {
                    let mark = if at == *right { '=' } else { '~' };
                    text.push_str(&format!("\n\t{mark}{}", part(option)));
                }
                ("\n\t", "\n")
            }
        };
        if !it.why.is_empty() {
            text.push_str(&format!("{lead}####{}", part(&it.why)));
        }
        text.push_str(&format!("{end}}}\n\n"));
    }
    text
}

/// A text after the stem, which is plain as the stem is. What begins like another markup or like a share says so again.
fn part(text: &str) -> String {
    let again = if text.starts_with(['[', '%']) { PLAIN } else { "" };
    format!("{again}{}", escaped(text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::exchange::{Fault, WhyNot};

    fn taken(text: &str) -> Taken {
        let mut taken = Taken::default();
        read(text, &mut taken);
        taken
    }

    #[test]
    fn questions_are_parted_by_empty_lines_and_comments_say_nothing() {
        let text = "// Signs\nIt is so.{T}\n// why not\n\n\n  \nIs it\n// no\nso?{\n  =Yes\n  ~No\n}\n\nA closing word.";
        let taken = taken(text);
        let stems: Vec<_> = taken.questions.iter().map(|it| it.stem.as_str()).collect();
        assert_eq!(stems, ["It is so.", "Is it so?"]);
        assert_eq!(
            taken.faults,
            [Fault { line: 14, why: WhyNot::NotAsked("a text without a question") }],
            "the line is counted in the file"
        );
    }

    #[test]
    fn a_category_is_the_topic_of_what_follows() {
        let text = "One.{T}\n\n$CATEGORY: $course$/top/Neglect/Home conditions\nTwo.{T}\n\nThree.{T}\n\n\
                    $CATEGORY: Both // and\n\nFour.{T}";
        let topics: Vec<_> = taken(text).questions.into_iter().map(|it| it.topic).collect();
        assert_eq!(topics, ["", "Neglect / Home conditions", "Neglect / Home conditions", "Both / and"]);
    }

    #[test]
    fn the_way_to_a_topic_leads_back_to_it() {
        for topic in ["Neglect", "a/b", "/a//b/", "/", "top", "$course$", "a\\:b {", "\\\\\\", ""] {
            let path = path_to(topic);
            assert_eq!(topic_at(path.trim().strip_prefix(CATEGORY).unwrap()), topic, "{path}");
        }
    }

    #[test]
    fn what_is_written_says_that_it_is_plain() {
        let it = Wording {
            stem: "[html] 1 = 1:\n<b>".into(),
            answers: Answers::Choice { options: vec!["%50% each".into(), "All".into()], right: 1 },
            why: "[1] #4".into(),
            topic: "Sums".into(),
        };
        let written = "$CATEGORY: $course$/top/Sums\n\n[plain][html] 1 \\= 1\\:\\n<b>{\n\t~[plain]%50% each\n\t=All\n\
                       \t####[plain][1] \\#4\n}\n\n";
        assert_eq!(write(std::slice::from_ref(&it)), written);
        assert_eq!(taken(written).questions, [it]);
    }
}
