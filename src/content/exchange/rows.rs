//! Rows of cells in a text, as RFC 4180 has them, with any separator.
//!
//! The `csv` crate takes a quotation mark that is never closed for one long cell and says nothing: a row is lost in another,
//! or all the rest of a file. Here that row alone is wrong, and the next line begins another.
use super::WhyNot;

/// A cell in quotation marks, as it is written.
pub(in crate::content) fn quoted(cell: &str) -> String {
    format!("\"{}\"", cell.replace('"', "\"\""))
}

/// The rows of a text, each with the line on which it begins.
pub(super) struct Rows<'a> {
    text: &'a str,
    separator: char,
    /// Where the next row begins, and on which line.
    at: usize,
    line: usize,
    /// A row that runs over the end of a line before this place has been tried, and is wrong: so no text is gone through
    /// more than twice.
    hopeless: usize,
}

impl<'a> Rows<'a> {
    pub(super) fn new(text: &'a str, separator: char) -> Self {
        Self { text, separator, at: 0, line: 1, hopeless: 0 }
    }

    /// The cells of the row at `from`, and where it ends. Where it is wrong, the place is told.
    fn row(&self, from: usize) -> Result<(Vec<String>, usize), usize> {
        let (mut cells, mut at) = (vec![], from);
        loop {
            let (cell, end) = self.cell(at)?;
            cells.push(cell);
            if !self.text[end..].starts_with(self.separator) {
                return Ok((cells, end));
            }
            at = end + self.separator.len_utf8();
        }
    }

    /// The cell at `from`, and where it ends: before a separator or the end of a line, or with the text.
    fn cell(&self, from: usize) -> Result<(String, usize), usize> {
        let text = &self.text[from..];
        let ends = |it: char| it == self.separator || it == '\n';
        let Some(quoted) = text.trim_start_matches(' ').strip_prefix('"') else {
            let end = text.find(ends).unwrap_or(text.len());
            return Ok((text[..end].to_owned(), from + end));
        };
        let begin = self.text.len() - quoted.len();
        let mut cell = String::new();
        let mut rest = quoted.char_indices().peekable();
        while let Some((at, it)) = rest.next() {
            match it {
                '"' if rest.next_if(|(_, next)| *next == '"').is_some() => cell.push('"'),
                '"' => {
                    let after = quoted[at + 1..].trim_start_matches(' ');
                    let is_end = after.is_empty() || after.starts_with(ends);
                    return is_end.then(|| (cell, self.text.len() - after.len())).ok_or(begin + at);
                }
                '\n' if begin + at < self.hopeless => return Err(begin + at),
                _ => cell.push(it),
            }
        }
        Err(self.text.len())
    }
}

impl Iterator for Rows<'_> {
    type Item = (usize, Result<Vec<String>, WhyNot>);

    fn next(&mut self) -> Option<Self::Item> {
        let (line, from) = (self.line, self.at);
        if from >= self.text.len() {
            return None;
        }
        let (row, end) = match self.row(from) {
            Ok((cells, end)) => (Ok(cells), end),
            Err(wrong) => {
                self.hopeless = self.hopeless.max(wrong);
                let end = self.text[from..].find('\n').map_or(self.text.len(), |end| from + end);
                (Err(WhyNot::Quote), end)
            }
        };
        self.at = end + 1;
        self.line += self.text[from..end].matches('\n').count() + 1;
        Some((line, row))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    type Read = (usize, Option<Vec<String>>);

    fn rows(text: &str) -> Vec<Read> {
        Rows::new(text, ',').map(|(line, row)| (line, row.ok())).collect()
    }

    fn row(line: usize, cells: &[&str]) -> Read {
        (line, Some(cells.iter().map(|it| (*it).to_owned()).collect()))
    }

    #[test]
    fn a_cell_in_quotes_may_hold_anything() {
        let text = "a,\"b,\nc\", \"d \"\"e\"\"\" ,\nf \"g\" h,";
        assert_eq!(rows(text), [row(1, &["a", "b,\nc", "d \"e\"", ""]), row(3, &["f \"g\" h", ""])]);
    }

    #[test]
    fn a_quote_that_is_not_closed_spoils_its_own_row_alone() {
        let text = "a,\"b\nc,d\n\"e\",f\n\"g\"h,i\nj,\"k\nl";
        assert_eq!(
            rows(text),
            [(1, None), row(2, &["c", "d"]), row(3, &["e", "f"]), (4, None), (5, None), row(6, &["l"])]
        );
    }

    #[test]
    fn a_file_of_open_quotes_is_gone_through_once() {
        let text = "a\",b,\"\n".repeat(100_000);
        assert_eq!(rows(&text).iter().filter(|(_, row)| row.is_none()).count(), 100_000);
    }

    #[test]
    fn what_is_quoted_is_one_cell() {
        for cell in ["", "\"", "a,b", "\n", "\"\"\n\""] {
            assert_eq!(rows(&quoted(cell)), [row(1, &[cell])]);
        }
    }
}
