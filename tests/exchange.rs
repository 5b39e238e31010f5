//! Questions in and out of the formats that trainers hold: what is written reads the same, and nothing that is read harms.
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise, in its helpers too")]

use proptest::{collection::vec, prelude::*};
use second_look::{
    content::exchange::{
        self, Fault, Format, MOST_BYTES, Taken, WhyNot,
        anki::{self, AnkiCard},
    },
    domain::{
        questions::{Answers, Wording},
        quiz::Verdict,
    },
};
use std::time::{Duration, Instant};

fn read(text: &str) -> Taken {
    exchange::read(text.as_bytes(), "questions.txt")
}

fn name(format: Format) -> String {
    format!("questions.{}", format.ending())
}

/// Characters that mean something in one of the formats, and others.
fn text() -> impl Strategy<Value = String> {
    let marks =
        "[\\\\~=#{}:%<>&;,'\"@+\\-.)/$A-Da-dMFTé–🙂 \t\n\r\u{b}\u{85}\u{2028}\u{feff}\u{0}\\[\\]_0-9]{0,24}";
    let words = prop::sample::select(vec![
        "ANSWER: A",
        "A. First",
        "B) Second",
        "\n\nC. Third\n",
        "True",
        "false",
        "Myth",
        "$CATEGORY: $course$/top/x",
        "::Title::",
        "[html]<p>Is it?</p>",
        "[plain]",
        "%100%",
        "####",
        "// a comment",
        "=1+1",
        "'-1",
        "question,answer\n",
        "No topic",
        "{T}",
        "{\"a\": 1}",
        "<html>",
        "\\n",
        "Is a bruise a sign of harm?",
        "myth\n\n\nfact",
    ]);
    let piece = prop_oneof![3 => marks.boxed(), 2 => words.prop_map(str::to_owned), 1 => any::<String>()];
    vec(piece, 0..4).prop_map(|pieces| pieces.concat())
}

fn wording() -> impl Strategy<Value = Wording> {
    let verdict = prop_oneof![Just(Verdict::Myth), Just(Verdict::Fact)].prop_map(Answers::MythOrFact);
    let choice =
        (vec(text(), 0..6), 0..6_usize).prop_map(|(options, right)| Answers::Choice { options, right });
    let pair = (any::<bool>(), 0..2_usize).prop_map(|(is_turned, right)| {
        let options = if is_turned { ["False", "TRUE"] } else { ["fact", "Myth"] };
        Answers::Choice { options: options.map(String::from).to_vec(), right }
    });
    (text(), prop_oneof![2 => verdict, 5 => choice, 1 => pair], text(), text())
        .prop_map(|(stem, answers, why, topic)| Wording { stem, answers, why, topic })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn what_is_written_is_read_as_it_was_carried(questions in vec(wording(), 0..4)) {
        for format in Format::ALL {
            let sound = questions.iter().filter(|it| it.problem().is_none());
            let carried: Vec<_> = sound.map(|it| exchange::carried(format, it)).collect();
            let written = exchange::write(format, &questions);
            let taken = exchange::read(written.as_bytes(), &name(format));
            prop_assert_eq!(&taken.questions, &carried, "{:?} {:?}\n{}", format, taken.faults, written);
            if !carried.is_empty() {
                prop_assert_eq!(&taken.faults, &[]);
            }
        }
    }

    #[test]
    fn what_was_carried_once_is_carried_as_it_is(it in wording()) {
        for format in Format::ALL {
            let once = exchange::carried(format, &it);
            prop_assert_eq!(exchange::carried(format, &once), once.clone());
            prop_assert_eq!(once.problem().is_none(), it.problem().is_none(), "{:?}", once);
        }
    }

    #[test]
    fn any_text_at_all_is_read_without_a_panic(pieces in vec(text(), 0..12), name in ".{0,8}") {
        let text = pieces.join("\n");
        for ending in ["", ".csv", ".gift", ".aiken"] {
            let taken = exchange::read(text.as_bytes(), &format!("{name}{ending}"));
            prop_assert!(taken.questions.iter().all(|it| it.problem().is_none() && *it == it.tidied()));
            prop_assert!(!(taken.questions.is_empty() && taken.faults.is_empty()), "something is said of every file");
            let lines = text.replace("\r\n", "\n").replace('\r', "\n").matches('\n').count() + 1;
            prop_assert!(taken.faults.iter().all(|it| (1..=lines).contains(&it.line)));
        }
    }

    #[test]
    fn any_bytes_at_all_are_read_without_a_panic(bytes in vec(any::<u8>(), 0..200)) {
        let _ = exchange::read(&bytes, "questions.csv");
    }

    #[test]
    fn a_card_is_in_the_file_as_anki_reads_it(front in text(), back in text(), tags in vec(text(), 0..3)) {
        let card = AnkiCard { front, back, tags };
        let written = anki::write_cards("Second Look", &[card.clone(), card.clone()]);
        let rows = as_anki_reads(&written);
        prop_assert_eq!(rows.len(), 2);
        let tidy = second_look::domain::questions::tidy;
        prop_assert_eq!(&rows[1][..2], &[tidy(&card.front), tidy(&card.back)]);
        let seen = card.tags.iter().filter(|tag| !tidy(tag).is_empty()).count();
        prop_assert_eq!(rows[1][2].split_whitespace().count(), seen, "a tag stays one");
    }
}

/// The rows of a file as Anki reads them: by the `csv` crate, with lines of `#` passed over.
fn as_anki_reads(text: &str) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new();
    reader.delimiter(b'\t').has_headers(false).flexible(true).comment(Some(b'#'));
    let rows = reader.from_reader(text.as_bytes()).into_records();
    rows.map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

fn statement(stem: &str, verdict: Verdict) -> Wording {
    let answers = Answers::MythOrFact(verdict);
    Wording { stem: stem.into(), answers, why: String::new(), topic: String::new() }
}

fn choice(stem: &str, options: &[&str], right: usize) -> Wording {
    let options = options.iter().map(|it| (*it).to_owned()).collect();
    Wording { answers: Answers::Choice { options, right }, ..statement(stem, Verdict::Myth) }
}

#[test]
fn a_table_is_one_to_any_other_reader() {
    let hostile =
        Wording { why: "He said \"no\";\nthen, \"yes\".".into(), ..choice("=1+1", &["-1", "2"], 1) };
    let written = exchange::write(Format::Csv, &[hostile, statement("It is so.", Verdict::Fact)]);
    let mut reader = csv::Reader::from_reader(written.trim_start_matches('\u{feff}').as_bytes());
    let head: Vec<_> = reader.headers().unwrap().iter().map(str::to_owned).collect();
    assert_eq!(head, ["question", "answer", "option a", "option b", "why", "topic"]);
    let rows: Vec<Vec<_>> =
        reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect();
    assert_eq!(rows[0], ["'=1+1", "B", "'-1", "2", "He said \"no\";\nthen, \"yes\".", ""]);
    assert_eq!(rows[1], ["It is so.", "fact", "", "", "", ""]);
}

/// Afresh, in the ways that Moodle's description of GIFT shows.
#[test]
fn a_file_as_moodles_users_write_them_is_read() {
    let text = "// Level 3, spring\n\
        $CATEGORY: $course$/top/Thresholds\n\n\
        ::Lead::Which agency leads a section 47 enquiry?{\n\
        \t~The police#They lead on the crime.\n\
        \t=The local authority#Children Act 1989, section 47.\n\
        \t~The school\n\
        }\n\n\
        A conference follows within { ~10 =15 ~20 } working days\nof the strategy discussion.\n\n\
        Bruises can be dated by their colour.{FALSE#No method is sound enough.}\n\n\
        When was the Act passed?{#1989}\n\n\
        ::Ages:: [html]<p>Under <b>one</b> year&nbsp;&ndash; most at risk.</p>{T####<p>Yes\\: it is so.</p>}\n\n\
        Name two agencies.{~%50%Police ~%50%Health ~Press}\n\n\
        Match them. {\n=Police -> crime\n=Health -> medicals\n}\n";
    let taken = read(text);
    let expected = [
        Wording {
            why: "Children Act 1989, section 47.\nThe police: They lead on the crime.".into(),
            ..choice(
                "Which agency leads a section 47 enquiry?",
                &["The police", "The local authority", "The school"],
                1,
            )
        },
        choice(
            "A conference follows within _____ working days of the strategy discussion.",
            &["10", "15", "20"],
            1,
        ),
        Wording {
            why: "No method is sound enough.".into(),
            ..statement("Bruises can be dated by their colour.", Verdict::Myth)
        },
        Wording {
            why: "Yes: it is so.".into(),
            ..statement("Under one year – most at risk.", Verdict::Fact)
        },
    ];
    assert_eq!(taken.questions, expected.map(|it| Wording { topic: "Thresholds".into(), ..it }));
    assert_eq!(
        taken.faults,
        [
            Fault { line: 15, why: WhyNot::NotAsked("a question for a number") },
            Fault { line: 19, why: WhyNot::SeveralRight },
            Fault { line: 21, why: WhyNot::NotAsked("a matching question") },
        ]
    );
}

#[test]
fn a_wrong_question_is_reported_by_its_line_and_the_rest_is_taken() {
    let sound = [statement("One is so.", Verdict::Fact), choice("Which?", &["This", "That"], 0)];
    let wrong = [
        (Format::Gift, "It is { so.\n\n", WhyNot::Braces),
        (Format::Aiken, "Which?\nA. This\nB. That\nANSWER: E\n\n", WhyNot::NoSuchOption),
        (Format::Csv, "\"Is it so?\",perhaps\r\n", WhyNot::NoVerdict),
    ];
    for (format, wrong, why) in wrong {
        let (before, both) = (exchange::write(format, &sound[..1]), exchange::write(format, &sound));
        // The head of a table has as many columns as the longest question has options.
        let at = if format == Format::Csv { both.find("\"Which?\"").unwrap() } else { before.len() };
        let text = format!("{}{wrong}{}", &both[..at], &both[at..]);
        let line = both[..at].lines().count() + 1;
        let taken = exchange::read(text.as_bytes(), &name(format));
        assert_eq!(taken.questions, sound, "{format:?}");
        assert_eq!(taken.faults, [Fault { line, why }], "{format:?}");
    }
}

#[test]
fn no_fault_repeats_what_was_written() {
    let text =
        "Zebra {=Zebra}\n\nZebra\n\nZebra {~Zebra ~Zebra}\n\nZebra {Zebra ~Zebra}\n\n[html]<img zebra>{T}";
    for (text, name) in [
        (text, "zebra.gift"),
        ("Zebra\nA. Zebra\nANSWER: Zebra\n\nZebra\nA. Zebra\nANSWER: Z", "zebra.txt"),
        ("question,answer\nZebra,zebra\n\"zebra\"zebra", "zebra.csv"),
        ("{\"zebra\": 1}", "zebra.json"),
        ("Zebra", "zebra.txt"),
    ] {
        let taken = exchange::read(text.as_bytes(), name);
        assert!(!taken.faults.is_empty(), "{name}");
        for fault in taken.faults {
            let said = fault.to_string();
            assert!(!said.to_lowercase().contains("zebra"), "{said}");
            assert!(said.ends_with('.') && said.starts_with("Line "), "{said}");
        }
    }
}

/// Long files of the worst kinds that we could think of: twice as long may take twice as long, and no more.
#[test]
#[allow(clippy::disallowed_methods, reason = "a native test may look at the clock")]
fn no_file_takes_long_to_read() {
    let filled = |head: &str, piece: &str, tail: &str| {
        let room = MOST_BYTES / 8 - head.len() - tail.len();
        format!("{head}{}{tail}", piece.repeat(room / piece.len()))
    };
    let begun = Instant::now();
    for (head, piece, tail, name) in [
        ("", "{", "", "x.gift"),
        ("", "\\", "", "x.gift"),
        ("", "::", "", "x.gift"),
        ("", "x{T}\n\n", "", "x.gift"),
        ("x{", "=a#b", "}", "x.gift"),
        ("x{T", "#", "}", "x.gift"),
        ("[html]x{T#", "<a&#", "}", "x.gift"),
        ("[html]x{T#", "<script><!-- ", ">}", "x.gift"),
        ("$CATEGORY:", "/a//", "", "x.gift"),
        ("x\n", "A. x\n", "ANSWER: A", "x.txt"),
        ("x\nA. y\n", "ANSWER: A\n", "", "x.txt"),
        ("question,answer\n", "a\",b,\"\n", "", "x.csv"),
        ("question,answer\n", "\"\"\"\n", "", "x.csv"),
        ("question,answer\n", ",", "\"", "x.csv"),
        ("", "option a,", "", "x.csv"),
        ("", "\"", "", "x.csv"),
    ] {
        let _ = exchange::read(filled(head, piece, tail).as_bytes(), name);
    }
    assert!(begun.elapsed() < Duration::from_secs(60), "{:?}", begun.elapsed());
}
