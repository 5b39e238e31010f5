//! Fills a form in: from one reflection, or from all that count in a period.
use super::{
    super::{format::TemplateField, library::Library, parts::Parts},
    action,
    filled::{Filled, FilledField, FilledTable, Origin, count_words, filled},
    sources::{SOURCES, Source, is_by_hand, sources_of},
    told,
};
use crate::domain::{
    bodies::Body,
    ids::FormId,
    intentions::Intention,
    particulars::{Activity, hours},
    record::{Period, is_feedback, minutes},
    reflections::Reflection,
    time::{long_date, month_and_year},
};

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
        let each = || rows.iter().map(|it| minutes(it));
        let in_all = |minutes: &mut dyn Iterator<Item = u32>| hours(minutes.fold(0, u32::saturating_add));
        let sum = |field: &TemplateField| match sources_of(&field.id) {
            [Source::Hours] => in_all(&mut each().map(|(all, _)| all)),
            [Source::Participatory] => in_all(&mut each().map(|(_, with_others)| with_others)),
            _ => String::new(),
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
            // The days of actions are put in by the app.
            Origin::Derived => {
                let sources = sources_of(&field.id);
                sources.iter().any(|it| it.is_written()) && !sources.contains(&Source::Actions)
            }
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
