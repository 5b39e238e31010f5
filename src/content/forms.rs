//! A regulator's form filled in from what was written: from one reflection, or from all that count in a period.
//!
//! The answer of a field is what the person wrote for that very field, or else what can be taken from the rest of the
//! reflection, or else nothing. What a form wants to have written by hand stays a blank line.
use super::{
    format::{Provenance, Template, TemplateField},
    library::Library,
    paper::{Paper, Piece},
    parts::{Part, Parts},
};
use crate::domain::{
    bodies::Body,
    ids::{FormId, ReflectionId},
    intentions::Intention,
    particulars::{Activity, hours},
    record::{Period, is_feedback, minutes},
    reflections::{Reflection, Subject},
    time::{day_or_month, long_date, month_and_year},
};

/// How the packs say that a field is filled in by hand.
const BY_HAND: &str = "Write it on the official form only";
/// And one more: a name belongs on paper alone.
const NAME: &str = "nmc-reflective-discussion-your-name";

/// What kind of form it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// It tells of one reflection.
    Account,
    /// A table with a row for each reflection of a period.
    Log,
    /// One for a period, with a list of all that was done in it.
    Profile,
    /// It asks for what is not kept here.
    Blank,
}

/// The forms that ship, by the name of each in its pack.
const FORMS: [(&str, Option<Body>, Sort); 10] = [
    ("template-swe", Some(Body::SocialWorkEngland), Sort::Account),
    ("template-nmc-reflective-account", Some(Body::Nmc), Sort::Account),
    ("template-nmc-reflective-discussion", Some(Body::Nmc), Sort::Account),
    ("template-nmc-cpd-log", Some(Body::Nmc), Sort::Log),
    ("template-nmc-feedback-log", Some(Body::Nmc), Sort::Log),
    ("template-nmc-practice-hours", Some(Body::Nmc), Sort::Blank),
    ("template-hcpc-profile", Some(Body::Hcpc), Sort::Profile),
    ("template-intercollegiate-hours", Some(Body::Intercollegiate), Sort::Log),
    ("template-gmc-reflection", None, Sort::Account),
    ("template-supervision", None, Sort::Account),
];

/// What a field can be filled from, beside what was written for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Source {
    Day,
    /// The month in place of the day.
    Month,
    Kind,
    /// The kind of supporting information that doctors name.
    KindForDoctors,
    /// The kind, if it was a supervision.
    KindOfSupervision,
    Title,
    Hours,
    Minutes,
    Participatory,
    With,
    Tags,
    Level,
    Standards(Body),
    AllStandards,
    Actions,
    Of(Part),
}

/// What fills which field, in order. A field that is not named is filled by the person alone.
const SOURCES: &[(&str, &[Source])] = &[
    ("swe-type", &[Source::Kind]),
    ("swe-description", &[Source::Of(Part::What)]),
    ("swe-date", &[Source::Day]),
    ("swe-learnt", &[Source::Of(Part::Learned)]),
    ("swe-impact", &[Source::Of(Part::Change)]),
    ("swe-peer", &[Source::Of(Part::Peer)]),
    ("nmc-reflective-account-nature", &[Source::Of(Part::What)]),
    ("nmc-reflective-account-learn", &[Source::Of(Part::Learned)]),
    ("nmc-reflective-account-change", &[Source::Of(Part::Change)]),
    ("nmc-reflective-account-code", &[Source::Standards(Body::Nmc)]),
    ("nmc-reflective-discussion-date", &[Source::Day]),
    ("nmc-reflective-discussion-summary", &[Source::Of(Part::Peer)]),
    ("nmc-cpd-log-dates", &[Source::Day]),
    ("nmc-cpd-log-method", &[Source::Kind]),
    ("nmc-cpd-log-topics", &[Source::Title, Source::Of(Part::Learned), Source::Of(Part::Change)]),
    ("nmc-cpd-log-code", &[Source::Standards(Body::Nmc)]),
    ("nmc-cpd-log-hours", &[Source::Hours]),
    ("nmc-cpd-log-participatory", &[Source::Participatory]),
    ("nmc-feedback-log-date", &[Source::Day]),
    ("nmc-feedback-log-source", &[Source::With]),
    ("nmc-feedback-log-content", &[Source::Of(Part::What), Source::Of(Part::Change)]),
    ("gmc-reflection-type", &[Source::KindForDoctors]),
    ("gmc-reflection-title", &[Source::Title, Source::Month]),
    ("gmc-reflection-what", &[Source::Of(Part::What)]),
    ("gmc-reflection-so-what", &[Source::Of(Part::Learned)]),
    ("gmc-reflection-now-what", &[Source::Of(Part::Change)]),
    ("intercollegiate-hours-date", &[Source::Day]),
    ("intercollegiate-hours-title", &[Source::Title]),
    ("intercollegiate-hours-level", &[Source::Level]),
    ("intercollegiate-hours-type", &[Source::Kind]),
    ("intercollegiate-hours-hours", &[Source::Hours]),
    ("intercollegiate-hours-participatory", &[Source::Participatory]),
    ("intercollegiate-hours-learning", &[Source::Of(Part::Learned)]),
    ("intercollegiate-hours-change", &[Source::Of(Part::Change)]),
    ("supervision-date", &[Source::Day]),
    ("supervision-supervisor", &[Source::With]),
    ("supervision-type", &[Source::KindOfSupervision]),
    ("supervision-duration", &[Source::Minutes]),
    ("supervision-agenda", &[Source::Title]),
    ("supervision-wellbeing", &[Source::Of(Part::Feelings)]),
    ("supervision-theme", &[Source::Tags]),
    ("supervision-reflection", &[Source::Of(Part::What)]),
    ("supervision-analysis", &[Source::Of(Part::Learned)]),
    ("supervision-child", &[Source::Of(Part::Child)]),
    ("supervision-decisions", &[Source::Of(Part::Change), Source::Actions]),
    ("supervision-standards", &[Source::AllStandards]),
];

impl Source {
    /// Whether it is in the person's own words.
    const fn is_written(self) -> bool {
        matches!(self, Self::Title | Self::With | Self::Tags | Self::Actions | Self::Of(_))
    }
}

fn sources_of(field: &str) -> &'static [Source] {
    SOURCES.iter().find(|(name, _)| *name == field).map_or(&[], |(_, sources)| *sources)
}

/// Columns of a log that are added up.
const SUMMED: [&str; 4] = [
    "nmc-cpd-log-hours",
    "nmc-cpd-log-participatory",
    "intercollegiate-hours-hours",
    "intercollegiate-hours-participatory",
];

/// Where an answer comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The person wrote it for this very field.
    Own,
    /// It was taken from the rest of the reflection.
    Derived,
    /// It is to be written by hand.
    ByHand,
    /// There is nothing yet.
    Empty,
}

/// A field with its answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilledField {
    pub id: String,
    pub label: String,
    pub help: String,
    pub text: String,
    pub origin: Origin,
    /// Whether the text is in the person's own words.
    pub is_written: bool,
    /// How many words the answer has.
    pub words: usize,
    /// How many it may have.
    pub most_words: Option<u16>,
}

/// A row for each reflection.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FilledTable {
    /// What it is called, where it is a part of the form alone.
    pub title: String,
    pub headings: Vec<String>,
    pub rows: Vec<(ReflectionId, Vec<String>)>,
    /// What the columns add up to, where there is anything to add up.
    pub sums: Option<Vec<String>>,
}

/// A form, filled in.
#[derive(Clone, Debug, PartialEq)]
pub struct Filled {
    pub form: FormId,
    pub title: String,
    pub requirement: String,
    /// Where the form comes from, and how sure it is.
    pub provenance: Provenance,
    /// What it was filled from.
    pub of: String,
    pub fields: Vec<FilledField>,
    pub table: Option<FilledTable>,
    /// What the person must know of this form as it is filled in.
    pub remarks: Vec<String>,
}

/// Whose record a form belongs to, and what sort it is. A form of another pack tells of one reflection.
#[must_use]
pub fn sort_of(form: &FormId) -> (Option<Body>, Sort) {
    let known = FORMS.iter().find(|(name, ..)| *name == form.item());
    known.map_or((None, Sort::Account), |(_, body, sort)| (*body, *sort))
}

/// The forms of a body, in the order of the packs.
#[must_use]
pub fn forms_of(library: &Library, body: Body) -> Vec<(FormId, &Template)> {
    library.forms().filter(|(id, _)| sort_of(id).0 == Some(body)).collect()
}

/// When a form was last compared with its source, and what is unsure of it.
#[must_use]
pub fn dated(provenance: &Provenance) -> String {
    let checked = match provenance.checked.as_deref().and_then(day_or_month) {
        Some(day) => format!("This form was last checked: {day}."),
        None => "This form has not been checked yet.".to_owned(),
    };
    match &provenance.caution {
        Some(caution) => format!("{checked} {caution}"),
        None => checked,
    }
}

/// How many words a text has, as word processors count them.
#[must_use]
pub fn count_words(text: &str) -> usize {
    text.split_whitespace().count()
}

impl FilledField {
    /// How many words it has too many.
    #[must_use]
    pub fn over(&self) -> Option<usize> {
        let over = self.words.saturating_sub(usize::from(self.most_words?));
        (over > 0).then_some(over)
    }
}

/// Fills forms in with what the packs at hand know.
pub struct Filler<'a> {
    library: &'a Library,
    parts: Parts<'a>,
}

/// A reflection, and what a form may want to know beside it.
#[derive(Clone, Copy)]
pub struct Written<'a> {
    pub reflection: &'a Reflection,
    /// What the person means to do because of it.
    pub actions: &'a [&'a Intention],
    /// The level of safeguarding training that the role needs.
    pub level: Option<u8>,
}

impl<'a> Filler<'a> {
    /// With the models and forms of `library`.
    #[must_use]
    pub fn new(library: &'a Library) -> Self {
        let fields = SOURCES.iter().filter_map(|(field, sources)| match sources {
            [Source::Of(part)] => Some((*field, *part)),
            _ => None,
        });
        Self { library, parts: Parts::new(library, fields) }
    }

    /// Whether it says what was learned from talking it over with a peer.
    #[must_use]
    pub fn has_peer(&self, reflection: &Reflection) -> bool {
        self.is_answered(reflection, "swe-peer")
    }

    /// Whether it answers every question of the NMC's reflective account.
    #[must_use]
    pub fn is_account(&self, reflection: &Reflection) -> bool {
        let questions = SOURCES.iter().map(|(field, _)| *field);
        let mut questions = questions.filter(|field| field.starts_with("nmc-reflective-account-"));
        questions.all(|field| self.is_answered(reflection, field))
    }

    fn is_answered(&self, reflection: &Reflection, field: &str) -> bool {
        !self.answer(Written { reflection, actions: &[], level: None }, field).0.is_empty()
    }

    /// A form filled in from one reflection; none where the form is in no pack at hand.
    #[must_use]
    pub fn from_one(&self, form: &FormId, written: Written<'_>) -> Option<Filled> {
        let template = self.library.form(form)?;
        let of = format!("{}, {}", written.reflection.words.headline(), long_date(written.reflection.day()));
        let fields = template.fields.iter().map(|field| self.field(Some(written), field)).collect();
        Some(filled(form, template, of, fields))
    }

    /// A form as it is before anything is written.
    #[must_use]
    pub fn blank(&self, form: &FormId) -> Option<Filled> {
        let template = self.library.form(form)?;
        let fields = template.fields.iter().map(|field| self.field(None, field)).collect();
        Some(filled(form, template, String::new(), fields))
    }

    /// A log: a row for each of `rows`, the reflections that count in `period`, the oldest first.
    #[must_use]
    pub fn log(
        &self,
        form: &FormId,
        period: Period,
        rows: &[&Reflection],
        level: Option<u8>,
    ) -> Option<Filled> {
        let template = self.library.form(form)?;
        let is_feedback_log = form.item() == "template-nmc-feedback-log";
        let rows: Vec<_> = rows.iter().filter(|it| !is_feedback_log || is_feedback(it)).copied().collect();
        let cells = |it: &&Reflection| {
            let written = Written { reflection: it, actions: &[], level };
            let cells = template.fields.iter().map(|field| self.field(Some(written), field).text);
            (it.id, cells.collect())
        };
        let sum = |field: &TemplateField| match SUMMED.iter().position(|it| *it == field.id) {
            None => String::new(),
            Some(at) => {
                let each = rows.iter().map(|it| minutes(it));
                hours(each.map(|(all, with)| if at % 2 == 0 { all } else { with }).sum())
            }
        };
        let sums: Vec<_> = template.fields.iter().map(sum).collect();
        let table = FilledTable {
            title: String::new(),
            headings: template.fields.iter().map(|it| it.label.clone()).collect(),
            rows: rows.iter().map(cells).collect(),
            sums: sums.iter().any(|it| !it.is_empty()).then_some(sums),
        };
        let mut filled = filled(form, template, told(period), vec![]);
        if form.item() == "template-intercollegiate-hours" && level.is_some() {
            filled.remarks.push("The level is the one your role needs, from My record of learning. Change it where you learned at another.".to_owned());
        }
        Some(Filled { table: Some(table), ..filled })
    }

    /// A profile of a period: what the person wrote for it (`own`), and a list of `rows`, the oldest first, with the
    /// times in which nothing was done.
    #[must_use]
    pub fn profile(
        &self,
        form: &FormId,
        period: Period,
        own: Option<&Reflection>,
        rows: &[&Reflection],
        gaps: &[Period],
    ) -> Option<Filled> {
        let template = self.library.form(form)?;
        let written = own.map(|reflection| Written { reflection, actions: &[], level: None });
        let mut fields: Vec<_> = template.fields.iter().map(|field| self.field(written, field)).collect();
        let list = rows.iter().map(|it| {
            let kind = it.words.particulars.activity.map_or("", Activity::called);
            (it.id, vec![long_date(it.day()), it.words.headline(), kind.to_owned()])
        });
        let table = FilledTable {
            title: "List of activities".to_owned(),
            headings: ["Date", "Activity", "Type of learning"].map(str::to_owned).into(),
            rows: list.collect(),
            sums: None,
        };
        // The table below is the list.
        fields.retain(|it| it.id != "hcpc-profile-activities" || it.origin == Origin::Own);
        let mut filled = filled(form, template, told(period), fields);
        filled.remarks.extend(gaps.iter().map(|gap| {
            format!("Nothing is listed from {}. Say why: it is three months or more.", told(*gap))
        }));
        Some(Filled { table: Some(table), ..filled })
    }

    fn field(&self, written: Option<Written<'_>>, field: &TemplateField) -> FilledField {
        let (text, origin) = match written {
            _ if is_by_hand(field) => (String::new(), Origin::ByHand),
            None => (String::new(), Origin::Empty),
            Some(written) => self.answer(written, &field.id),
        };
        let is_written = match origin {
            Origin::Own => true,
            Origin::Derived => sources_of(&field.id).iter().any(|it| it.is_written()),
            Origin::ByHand | Origin::Empty => false,
        };
        FilledField {
            id: field.id.clone(),
            label: field.label.clone(),
            help: field.help.clone(),
            words: count_words(&text),
            text,
            origin,
            is_written,
            most_words: field.most_words,
        }
    }

    fn answer(&self, written: Written<'_>, field: &str) -> (String, Origin) {
        let own = written.reflection.words.at(field).map(str::trim).filter(|text| !text.is_empty());
        if let Some(own) = own {
            return (own.to_owned(), Origin::Own);
        }
        let texts = sources_of(field).iter().map(|source| self.text(*source, written));
        let texts: Vec<_> = texts.filter(|text| !text.is_empty()).collect();
        match texts.is_empty() {
            true => (String::new(), Origin::Empty),
            false => (texts.join("\n\n"), Origin::Derived),
        }
    }

    fn text(&self, source: Source, written: Written<'_>) -> String {
        let it = written.reflection;
        let particulars = &it.words.particulars;
        let standards = |wanted: &dyn Fn(Body) -> bool| {
            let shown = particulars.standards.iter().filter(|standard| wanted(standard.body));
            shown.map(|standard| standard.called).collect::<Vec<_>>().join(", ")
        };
        match source {
            Source::Day => long_date(it.day()),
            Source::Month => month_and_year(it.day()),
            Source::Kind => particulars.activity.map_or("", Activity::called).to_owned(),
            Source::KindForDoctors => particulars.activity.map_or("", kind_for_doctors).to_owned(),
            Source::KindOfSupervision => match particulars.activity {
                Some(kind @ (Activity::Supervision | Activity::GroupSupervision)) => kind.called().to_owned(),
                _ => String::new(),
            },
            Source::Title => it.words.headline(),
            Source::Hours => some(minutes(it).0, hours),
            Source::Participatory => some(minutes(it).1, hours),
            Source::Minutes => some(minutes(it).0, |minutes| format!("{minutes} minutes")),
            Source::With => particulars.with.trim().to_owned(),
            Source::Tags => particulars.tags.join(", "),
            Source::Level => written.level.map(|level| level.to_string()).unwrap_or_default(),
            Source::Standards(body) => standards(&|it| it == body),
            Source::AllStandards => standards(&|_| true),
            Source::Actions => written.actions.iter().map(|it| action(it)).collect::<Vec<_>>().join("\n"),
            Source::Of(part) => self.parts.text(&it.words, part),
        }
    }
}

fn is_by_hand(field: &TemplateField) -> bool {
    field.help.contains(BY_HAND) || field.id == NAME
}

/// What is to be done, by whom and by when, in a line.
#[must_use]
pub fn action(intention: &Intention) -> String {
    let plan = &intention.plan;
    let owner =
        if plan.owner.trim().is_empty() { String::new() } else { format!(" ({})", plan.owner.trim()) };
    let by = plan.by.map(|by| format!(", by {}", long_date(by))).unwrap_or_default();
    format!("{}{owner}{by}", plan.action.trim())
}

/// Whether `reflection` was begun for `form`.
#[must_use]
pub fn is_written_for(reflection: &Reflection, form: &FormId) -> bool {
    matches!(&reflection.words.subject, Some(Subject::Form(id)) if id == form)
}

/// Such as `1 December 2025 to 30 November 2026`.
#[must_use]
pub fn told(period: Period) -> String {
    format!("{} to {}", long_date(period.first), long_date(period.last))
}

fn some(minutes: u32, told: impl Fn(u32) -> String) -> String {
    if minutes == 0 { String::new() } else { told(minutes) }
}

const fn kind_for_doctors(kind: Activity) -> &'static str {
    match kind {
        Activity::Audit => "Quality improvement",
        Activity::Course | Activity::Event | Activity::Online | Activity::Reading | Activity::Teaching => {
            "Continuing professional development"
        }
        // Which of the others it is, the person knows.
        _ => "",
    }
}

fn filled(form: &FormId, template: &Template, of: String, fields: Vec<FilledField>) -> Filled {
    Filled {
        form: form.clone(),
        title: template.title.clone(),
        requirement: template.requirement.clone(),
        provenance: template.provenance.clone(),
        of,
        fields,
        table: None,
        remarks: vec![],
    }
}

impl Filled {
    /// As a paper to hand on.
    #[must_use]
    pub fn paper(&self) -> Paper {
        let mut paper = Paper::new(&self.title);
        paper.fact("From", &self.of);
        paper.put(Piece::Note(dated(&self.provenance)));
        for field in &self.fields {
            paper.put(Piece::Heading(field.label.clone()));
            paper.put(match field.origin {
                Origin::ByHand | Origin::Empty => Piece::Blank,
                Origin::Own | Origin::Derived => Piece::Text(field.text.clone()),
            });
        }
        paper.pieces.extend(self.remarks.iter().cloned().map(Piece::Note));
        if let Some(table) = &self.table {
            if !table.title.is_empty() {
                paper.put(Piece::Heading(table.title.clone()));
            }
            paper.put(Piece::Row(table.headings.clone()));
            paper.pieces.extend(table.rows.iter().map(|(_, cells)| Piece::Row(cells.clone())));
            paper.pieces.extend(table.sums.clone().map(|sums| Piece::Row(in_all(sums))));
        }
        paper
    }

    /// Every answer under its question, to be copied at once.
    #[must_use]
    pub fn answers(&self) -> String {
        let fields = self.fields.iter().filter(|it| !it.text.is_empty());
        let mut texts: Vec<_> = fields.map(|it| format!("{}\n{}", it.label, it.text)).collect();
        if let Some(table) = &self.table {
            // With tabs, a spreadsheet and a table of a word processor take it cell by cell.
            let line = |cells: &[String]| {
                cells.iter().map(|it| it.replace(['\n', '\t'], " ")).collect::<Vec<_>>().join("\t")
            };
            let mut lines = vec![line(&table.headings)];
            lines.extend(table.rows.iter().map(|(_, cells)| line(cells)));
            lines.extend(table.sums.clone().map(|sums| line(&in_all(sums))));
            texts.push(lines.join("\n"));
        }
        texts.join("\n\n")
    }
}

/// The sums of a table with a word that says so, where there is room for one.
#[must_use]
pub fn in_all(mut sums: Vec<String>) -> Vec<String> {
    if let Some(first) = sums.first_mut().filter(|it| it.is_empty()) {
        "In all".clone_into(first);
    }
    sums
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    /// The national pack, whose forms these are.
    fn library() -> Library {
        let mut library = Library::default();
        let text = |file: &str| fs::read_to_string(format!("public/packs/england/{file}.json")).unwrap();
        library.shelve("england", "pack", Ok(text("pack")));
        for (pack, part) in library.parts() {
            library.shelve(&pack, &part, Ok(text(&part)));
        }
        assert_eq!(library.faults(), []);
        library
    }

    #[test]
    fn every_form_and_field_that_is_filled_is_in_the_pack() {
        let library = library();
        let forms: Vec<_> = library.forms().map(|(id, _)| id.item().to_owned()).collect();
        for (form, ..) in FORMS {
            assert!(forms.iter().any(|it| it == form), "{form} is in no pack");
        }
        assert_eq!(forms.len(), FORMS.len(), "a form is new: say whose record it belongs to");
        let fields: Vec<_> =
            library.forms().flat_map(|(_, it)| &it.fields).map(|it| it.id.as_str()).collect();
        for field in SOURCES.iter().map(|(field, _)| *field).chain(SUMMED) {
            assert!(fields.contains(&field), "{field} is in no form");
        }
    }

    #[test]
    fn what_nothing_fills_is_the_persons_own_and_only_that() {
        let library = library();
        let fields = library.forms().flat_map(|(_, it)| &it.fields);
        let unfilled =
            fields.filter(|it| !is_by_hand(it) && !SOURCES.iter().any(|(field, _)| *field == it.id));
        let unfilled: Vec<_> =
            unfilled.map(|it| it.id.as_str()).filter(|id| !id.starts_with("nmc-practice-hours-")).collect();
        assert_eq!(
            unfilled,
            [
                "nmc-reflective-discussion-accounts",
                "nmc-cpd-log-evidence",
                "nmc-feedback-log-type",
                "hcpc-profile-summary",
                "hcpc-profile-activities",
                "hcpc-profile-statement",
                "hcpc-profile-evidence",
                "gmc-reflection-domain",
                "intercollegiate-hours-evidence",
                "supervision-others",
                "supervision-threshold",
                "supervision-dissent",
                "supervision-learning",
                "supervision-summary",
                "supervision-next",
            ]
        );
    }
}
