//! Finds where in a JSON text a line and column are, as a path such as `statements[3].verdict`.

enum Step {
    Field(String),
    Item(usize),
}

/// The path of the value that stands at, or last began before, `line` and `column` (both from 1).
pub(super) fn path_at(json: &str, line: usize, column: usize) -> String {
    let mut steps: Vec<Step> = vec![];
    let mut chars = json.chars();
    let (mut at_line, mut at_column) = (1, 0);
    let mut last_text = String::new();
    let mut next = || {
        let c = chars.next()?;
        if c == '\n' {
            (at_line, at_column) = (at_line + 1, 0);
        } else {
            // serde_json counts columns in bytes.
            at_column += c.len_utf8();
        }
        ((at_line, at_column) <= (line, column)).then_some(c)
    };
    while let Some(c) = next() {
        match c {
            '"' => {
                last_text.clear();
                while let Some(c) = next() {
                    match c {
                        '"' => break,
                        '\\' => drop(next()),
                        c => last_text.push(c),
                    }
                }
            }
            ':' => {
                if let Some(Step::Field(name)) = steps.last_mut() {
                    name.clone_from(&last_text);
                }
            }
            ',' => match steps.last_mut() {
                Some(Step::Item(index)) => *index += 1,
                Some(Step::Field(name)) => name.clear(),
                None => {}
            },
            '{' => steps.push(Step::Field(String::new())),
            '[' => steps.push(Step::Item(0)),
            '}' | ']' => drop(steps.pop()),
            _ => {}
        }
    }
    if let Some(Step::Field(name)) = steps.last_mut()
        && name.is_empty()
    {
        *name = last_text;
    }
    let path: String = steps
        .iter()
        .map(|step| match step {
            Step::Field(name) => format!(".{name}"),
            Step::Item(index) => format!("[{index}]"),
        })
        .collect();
    path.trim_matches('.').to_owned()
}
