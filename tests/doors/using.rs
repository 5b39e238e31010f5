//! What the app does with what a stranger handed it: every screen, paper and file that is made of it.
use super::{event, library, noon};
use chrono::TimeDelta;
use second_look::{
    content::{
        agenda::{agenda_paper, meeting_paper},
        calendar::calendar,
        cards::{anki_card, card, deck},
        certificate::certificate,
        documents::documents,
        event_papers::{EventPaper, event_paper},
        event_plan::plan_of,
        event_report::report,
        exchange::{self, Format},
        forms::{Filler, Written, action, forms_of},
        front_door::ring_now,
        invitations::{carried, invitation},
        layouts::layouts,
        library::Library,
        plain::{journal_as_json, journal_as_markdown, reflection_as_json, reflection_as_markdown},
        room::scene,
        schedule::{events, schedule},
        search::Index,
        terms::TermBook,
        thresholds::Walk,
        word_file::word_file,
    },
    domain::{
        bodies::Body,
        cards::{Deck, Kind},
        events::{EventPlan, Session, SessionKind},
        finding::{Finder, Wanted, tags},
        ids::{CollectedId, QuestionId},
        journal::{Change, Command, EventCommand, Journal, Returning},
        knowledge::{Knowledge, remembered},
        passing::{Message, typed},
        questions::Wording,
        record::{self, Shows},
        results::Results,
        revision::{Revision, why},
        route::Shelf,
        supervision::{agenda, held, planned},
        time::{Moment, clock_time, long_date, study_day},
        year::{Year, calendar_year, months_up_to, years},
    },
    storage::docs,
};
use std::sync::OnceLock;

/// Reads a library as the screens of learning, guidance and quizzes do.
pub fn read(library: &Library) {
    let journal = Journal::default();
    let mut index = Index::default();
    documents(library).into_iter().for_each(|it| index.add(it));
    drop((index.search("harm level", 20), index.search("", 1)));
    let book = TermBook::new(library);
    for shelf in Shelf::ALL {
        for entry in library.reference(shelf) {
            drop(library.entry(shelf, &entry.id));
        }
    }
    for (id, module) in library.modules() {
        drop(library.statements_of_module(&id));
        for section in &module.sections {
            drop(book.spans(&section.title, &mut vec![]));
        }
    }
    for (id, statement) in library.statements().take(50) {
        drop((library.lesson_of(&id), library.statement(&id).unwrap()));
        drop(book.spans(&statement.why, &mut vec![]));
    }
    let deck = deck(library, &[]);
    for id in deck.iter().take(50) {
        if let Some(card) = card(library, &journal, id) {
            drop(anki_card(&card, Kind::Statement));
        }
    }
    for event in events(library.clocks()).iter().take(20) {
        if let Ok(due) = schedule(library.clocks(), event, noon().date_naive()) {
            assert!(!calendar(&due, noon()).is_empty());
        }
    }
    let mut walk = Walk::default();
    library.indicators().for_each(|(id, _)| walk.pick(id, true));
    drop(walk.findings(library).as_text());
    drop((ring_now(library, noon()), layouts(library, None)));
    let filler = Filler::new(library);
    for (form, _) in Body::ALL.into_iter().flat_map(|body| forms_of(library, body)) {
        filler.blank(&form).map(|it| (it.answers(), it.paper().plain()));
    }
    for pack in library.packs() {
        if let Some(plan) = plan_of(library, &pack.id) {
            EventPaper::ALL.into_iter().for_each(|which| drop(event_paper(library, &plan, which)));
        }
    }
}

/// Takes records in as a backup brings them, here and where nothing is yet; then looks at everything, with clocks of
/// many times.
pub fn take_in(records: &[Change]) {
    let returning: Vec<_> = records
        .iter()
        .zip(1_u128..)
        .map(|(record, name)| Returning { record: record.clone(), fresh: name.to_be_bytes() })
        .collect();
    let mut here = Journal::default();
    here.apply(records);
    look(&here);
    for journal in [Journal::default(), here] {
        let merge = journal.plan_restore(&returning);
        let mut after = journal.clone();
        after.apply(&merge.changes);
        let mut back = after.clone();
        back.apply(&journal.inverse(&merge.changes));
        assert!(back == journal, "it cannot be taken back");
        for change in after.contents() {
            let (key, doc) = docs::encode(&change);
            assert!(docs::decode(key, &doc.unwrap()).as_ref() == Ok(&change), "it is not kept as it is");
        }
        if after != journal {
            look_at(&after, noon());
        }
    }
}

/// Looks at everything that a journal holds, by clocks that go a year wrong either way, too.
pub fn look(journal: &Journal) {
    for now in [noon(), noon() - TimeDelta::days(366), noon() + TimeDelta::days(366)] {
        look_at(journal, now);
    }
    let json = journal_as_json(journal, library(), noon());
    assert!(serde_json::from_str::<serde_json::Value>(&json).is_ok(), "it is no JSON");
    drop(journal_as_markdown(journal, library()));
}

fn look_at(journal: &Journal, now: Moment) {
    let (library, today) = (library(), study_day(now));
    let told = |at: Moment| drop((long_date(at.date_naive()), clock_time(at)));
    drop((journal.by_day(), journal.drafts(), journal.since_backup(now), journal.left_rounds()));
    drop((journal.plan(Command::ClearBin, now), journal.plan(Command::NoteBackup, now)));
    let all = journal.reflections();
    let mut finder = Finder::default();
    let filler = Filler::new(library);
    for it in all.iter().chain(&journal.binned()) {
        told(it.written);
        told(it.changed);
        it.earlier.iter().for_each(|it| told(it.saved));
        finder.take_in(it);
        drop((
            it.words.headline(),
            reflection_as_markdown(it, library),
            reflection_as_json(it, library, now),
        ));
    }
    drop((finder.find(&all, &Wanted { query: "a".into(), ..Wanted::default() }), tags(&all)));
    journal.drafts().into_iter().for_each(|it| told(it.kept));
    for it in journal.intentions() {
        told(it.made);
        it.done.into_iter().for_each(told);
        drop((it.nearness(today), it.is_to_look_back(today), action(it)));
    }
    for it in journal.left_rounds() {
        drop((Results::of(it, journal.history()), it.score(), it.next_statement()));
    }
    look_at_events(journal, now);
    for it in journal.attendances() {
        told(it.joined);
        drop((it.answers(), it.evaluation(), it.follow_up(), it.answered(), it.is_to_be_followed_up(now)));
        drop((typed::write(&it.answers()), Message::Answers(it.answers()).to_bytes()));
        drop(certificate(library, &it.invited, "").plain());
    }
    let next = agenda(journal);
    for it in journal.meetings() {
        drop((agenda_paper(&next, &it.notes, true).plain(), meeting_paper(it, &next.bring).plain()));
    }
    drop((planned(journal), held(journal)));
    look_at_revision(journal, now);
    look_at_record(journal, now, &filler);
}

fn look_at_events(journal: &Journal, now: Moment) {
    let library = library();
    for it in journal.events() {
        let plan = &it.plan;
        drop((it.is_live(now), plan.missing(), plan.minutes(), plan.learning(), plan.clock()));
        if plan.programme.len() * plan.statements.len() > 1_000 {
            continue;
        }
        drop((invitation(it).to_fragment(), carried(plan).map(|carried| carried.to_frames(it.tag))));
        EventPaper::ALL.into_iter().for_each(|which| drop(event_paper(library, plan, which)));
        let phones: Vec<_> = journal.answers_at(it.id).cloned().collect();
        let made = report(library, it, &journal.collected(it.id));
        drop((made.csv(), made.json(), made.paper().plain()));
        drop(scene(library, it, &phones, Some("")));
        if let Some(run) = &it.run {
            let _ = (plan.after(run.place), plan.before(run.place), plan.nearest(run.place));
            let _ = Session::running(run.since, now);
            // From every step that there is.
            for place in plan.steps() {
                if let Ok(changes) = journal.plan(Command::Event(it.id, EventCommand::Go(place)), now) {
                    for change in changes {
                        let Change::PutEvent(event) = change else { continue };
                        drop(scene(library, &event, &phones, Some("")));
                    }
                }
            }
        }
    }
}

fn look_at_revision(journal: &Journal, now: Moment) {
    let (library, today) = (library(), study_day(now));
    static DECK: OnceLock<Deck> = OnceLock::new();
    let own: Vec<_> = journal.questions().iter().map(|it| it.id).collect();
    let (with_own, of_packs);
    let deck = match &own[..] {
        [] => {
            of_packs = DECK.get_or_init(|| deck(library, &[]));
            of_packs
        }
        _ => {
            with_own = deck(library, &own);
            &with_own
        }
    };
    let profile = journal.profile();
    let catch_up = profile.catch_up;
    let revision = Revision { history: journal.history(), deck, pace: &profile.pace, catch_up };
    let queue = revision.queue(now, 3);
    assert!(queue.left() <= deck.len());
    drop((revision.forecast(today, 30), revision.spread(today, 7), revision.has_piled_up(today)));
    drop((Knowledge::of(deck.iter(), journal.history(), today), remembered(journal.history())));
    for it in journal.history().cards() {
        drop((why(it, profile.pace.retention, today), card(library, journal, &it.card)));
        if let Some(known) = it.known() {
            assert!((0.0..=1.0).contains(&known.chance_on(today)), "{known:?}");
        }
    }
    let wordings: Vec<_> = journal.questions().iter().map(|it| it.wording.clone()).collect();
    for format in Format::ALL {
        let written = exchange::write(format, &wordings);
        let name = format!("questions.{}", format.ending());
        let sound = wordings.iter().filter(|it| it.problem().is_none()).count();
        let taken = exchange::read(written.as_bytes(), &name);
        assert!(
            taken.questions.len() == sound
                || taken.questions.len() == exchange::MOST_QUESTIONS
                || written.len() > exchange::MOST_BYTES
        );
    }
}

fn look_at_record(journal: &Journal, now: Moment, filler: &Filler<'_>) {
    let today = now.date_naive();
    let all = journal.reflections();
    let actions = journal.intentions();
    for registration in &journal.profile().registrations {
        let mut period = record::period(registration, today);
        for _ in 0..2 {
            let (peer, account) = (|it: &_| filler.has_peer(it), |it: &_| filler.is_account(it));
            let shows = Shows { peer: &peer, account: &account };
            let standing = record::standing(registration, period, &all, today, shows);
            let rows = record::counting(&all, registration.body, standing.period);
            for (form, _) in forms_of(library(), registration.body) {
                let level = registration.level;
                let of_one = all.first().map(|reflection| Written { reflection, actions: &actions, level });
                let filled = [
                    of_one.and_then(|it| filler.from_one(&form, it)),
                    filler.log(&form, standing.period, &rows, level),
                    filler.profile(&form, standing.period, all.first().copied(), &rows, &standing.gaps),
                ];
                for it in filled.into_iter().flatten() {
                    drop((it.answers(), it.paper().plain(), word_file(&it.paper())));
                }
            }
            period.0 = period.0.before(registration.body);
        }
    }
    let chosen = years(journal).into_iter().filter_map(calendar_year).take(5);
    for period in chosen.chain([months_up_to(today)]) {
        let year = Year::of(journal, period);
        let _ = (year.minutes(), year.reflections());
    }
}

/// What a phone showed comes to an event; gives what is said where it is not taken.
pub fn collect(message: &Message) -> Option<String> {
    let mut programme =
        [SessionKind::Welcome, SessionKind::Quiz, SessionKind::Evaluation].map(|it| Session::of(it, 20));
    programme[0].prompts = vec!["What helped?".into()];
    let plan = EventPlan {
        title: "A day".into(),
        programme: programme.into(),
        ..plan_of(library(), "learning-event-2017")?
    };
    let mut journal = Journal::default();
    let at = |journal: &Journal, command| journal.plan(Command::Event(event(), command), noon());
    let changes = at(&journal, EventCommand::Prepare { tag: message.event(), plan }).unwrap();
    journal.apply(&changes);
    let changes = at(&journal, EventCommand::Begin).unwrap();
    journal.apply(&changes);
    let mut said = None;
    for name in [1, 2] {
        match at(
            &journal,
            EventCommand::Collect { id: CollectedId::from_entropy([name; 16]), message: message.clone() },
        ) {
            Ok(changes) => journal.apply(&changes),
            Err(refusal) => said = Some(refusal.to_string()),
        }
    }
    let notes = journal.run_of(event()).map_or(0, |run| run.notes.len());
    let counted = journal.collected(event()).len() + notes;
    match message {
        // Only one question is asked, and an empty note is none.
        Message::TableNote(it) if it.prompt > 0 || it.text.trim().is_empty() => assert_eq!(counted, 0),
        _ => assert!(counted == 1 && said.is_some(), "a phone counts once"),
    }
    look_at_events(&journal, noon());
    said
}

/// Questions that were read come among the person's own.
pub fn add_questions(questions: Vec<Wording>) {
    let few: Vec<_> = questions.into_iter().take(30).collect();
    assert!(few.iter().all(|it| it.problem().is_none()), "what is taken can be asked");
    let named =
        few.into_iter().zip(1_u128..).map(|(it, name)| (QuestionId::from_entropy(name.to_be_bytes()), it));
    let changes = Journal::default().plan(Command::AddQuestions(named.collect()), noon()).unwrap();
    let mut journal = Journal::default();
    journal.apply(&changes);
    look_at_revision(&journal, noon());
}
