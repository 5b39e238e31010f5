//! The report of an event as it is printed, as a table for a spreadsheet, and for another program.
use super::{EventReport, OutcomeReport, StatementReport};
use crate::{
    content::{
        exchange::{guarded, quoted},
        paper::{Paper, Piece},
    },
    domain::{
        events::{SharedSplit, Split},
        quiz::Verdict,
    },
};
use serde_json::{Value, json};

fn name(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Myth => "Myth",
        Verdict::Fact => "Fact",
    }
}

fn told(split: SharedSplit) -> String {
    match split {
        SharedSplit::Nobody => "not taken".to_owned(),
        SharedSplit::Few => "fewer than five people".to_owned(),
        SharedSplit::OnlyAll(all) => format!("{all} people, most of them for one side"),
        SharedSplit::Both(Split { myth, fact }) => format!("{myth} myth, {fact} fact"),
    }
}

impl EventReport {
    /// As it is printed.
    #[must_use]
    pub fn paper(&self) -> Paper {
        let mut paper = Paper::new(format!("What came of: {}", self.title));
        paper.fact("Date", self.day.as_str());
        paper.fact("Phones", self.phones.map_or_else(|| "fewer than five".to_owned(), |it| it.to_string()));
        for it in &self.statements {
            paper.put(Piece::Heading(format!("{}: {}", name(it.verdict), it.statement)));
            paper.fact("Before talking", told(it.before));
            paper.fact("After talking", told(it.after));
            let [before, after] = it.tables;
            if before.all() + after.all() > 0 {
                paper.fact(
                    "Tables",
                    format!(
                        "{} myth, {} fact; then {} myth, {} fact",
                        before.myth, before.fact, after.myth, after.fact
                    ),
                );
            }
            if let Some(shift) = it.shift {
                paper.fact("Moved towards what is right", format!("{shift:+} in 100"));
            }
        }
        if !self.outcomes.is_empty() {
            paper.put(Piece::Heading("Confidence, of ten".to_owned()));
            let rated =
                |it: Option<f64>| it.map_or_else(|| "too few said".to_owned(), |it| format!("{it:.1}"));
            let rated_all = |it: &OutcomeReport| match it.since {
                None => format!("{} before, {} after", rated(it.before), rated(it.after)),
                since => {
                    format!(
                        "{} before, {} after, {} three months on",
                        rated(it.before),
                        rated(it.after),
                        rated(since)
                    )
                }
            };
            for it in &self.outcomes {
                paper.fact(it.can.trim_end_matches('.'), rated_all(it));
            }
        }
        for of_prompt in self.notes.chunk_by(|one, other| one[0] == other[0]) {
            paper.put(Piece::Heading(of_prompt[0][0].clone()));
            for [_, table, text] in of_prompt {
                paper.fact(table, text.as_str());
            }
        }
        let mut list = |heading: &str, texts: &[String]| {
            if !texts.is_empty() {
                paper.put(Piece::Heading(heading.to_owned()));
                texts.iter().for_each(|it| paper.put(Piece::Point(it.clone())));
            }
        };
        list("Questions to the panel", &self.questions);
        let chosen: Vec<_> = self
            .chosen
            .iter()
            .map(|(message, count)| match count {
                Some(count) => format!("{message} ({count})"),
                None => format!("{message} (fewer than five)"),
            })
            .collect();
        list("Take-home messages that were chosen", &chosen);
        if let Some([useful, differently, barrier]) = &self.thoughts {
            list("What was most useful", useful);
            list("What people will do differently", differently);
            list("What may stand in the way", barrier);
        }
        if let Some(changed) = &self.changed {
            list("Three months on: what has changed", changed);
        }
        paper.put(Piece::Note(
            "Numbers under five are left out, and so is what they could be worked out from.".to_owned(),
        ));
        paper
    }

    /// The votes as a table for a spreadsheet (RFC 4180).
    #[must_use]
    pub fn csv(&self) -> String {
        let mut rows =
            vec!["statement,verdict,myth before,fact before,myth after,fact after,shift in 100".to_owned()];
        for it in &self.statements {
            let [a, b] = columns(it.before);
            let [c, d] = columns(it.after);
            let shift = it.shift.map(|it| it.to_string()).unwrap_or_default();
            rows.push(
                [quoted(&guarded(&it.statement)), quoted(name(it.verdict)), a, b, c, d, shift].join(","),
            );
        }
        rows.join("\r\n") + "\r\n"
    }

    /// All of it, for another program.
    #[must_use]
    pub fn json(&self) -> String {
        let split = |it: SharedSplit| match it {
            SharedSplit::Nobody => Value::Null,
            SharedSplit::Few => json!({ "people": "fewer than five" }),
            SharedSplit::OnlyAll(all) => json!({ "people": all }),
            SharedSplit::Both(Split { myth, fact }) => {
                json!({ "people": myth + fact, "myth": myth, "fact": fact })
            }
        };
        let statement = |it: &StatementReport| {
            json!({
                "statement": it.statement,
                "verdict": name(it.verdict).to_lowercase(),
                "before": split(it.before),
                "after": split(it.after),
                "tables": it.tables.map(|it| json!({ "myth": it.myth, "fact": it.fact })),
                "shift": it.shift,
            })
        };
        let outcome = |it: &OutcomeReport| json!({ "can": it.can, "before": it.before, "after": it.after, "three_months_on": it.since });
        let [useful, differently, barrier] = self.thoughts.clone().unwrap_or_default();
        let report = json!({
            "title": self.title,
            "day": self.day,
            "phones": self.phones,
            "statements": self.statements.iter().map(statement).collect::<Vec<_>>(),
            "outcomes": self.outcomes.iter().map(outcome).collect::<Vec<_>>(),
            "group_work": self.notes.iter().map(|[prompt, table, text]| json!({ "prompt": prompt, "table": table, "text": text })).collect::<Vec<_>>(),
            "questions": self.questions,
            "take_home": self.chosen.iter().map(|(message, count)| json!({ "message": message, "count": count })).collect::<Vec<_>>(),
            "useful": useful,
            "differently": differently,
            "barrier": barrier,
            "changed": self.changed,
        });
        format!("{report:#}\n")
    }
}

fn columns(split: SharedSplit) -> [String; 2] {
    match split {
        SharedSplit::Both(Split { myth, fact }) => [myth.to_string(), fact.to_string()],
        SharedSplit::Nobody => [String::new(), String::new()],
        SharedSplit::Few | SharedSplit::OnlyAll(_) => ["left out".to_owned(), "left out".to_owned()],
    }
}
