//! Cards as a text file for Anki (<https://docs.ankiweb.net/importing/text-files.html>), which reads rows parted by tabs.
use super::rows::quoted;
use crate::domain::questions::{one_line, tidy};

/// A card with two sides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnkiCard {
    /// What is asked. Anki knows a card by it, and passes over one without.
    pub front: String,
    /// What is shown then.
    pub back: String,
    /// What it is found by.
    pub tags: Vec<String>,
}

/// The text of a file that Anki imports into the deck of this name. Nothing in it is taken for HTML.
#[must_use]
pub fn write_cards(deck: &str, cards: &[AnkiCard]) -> String {
    let mut text = String::from("#separator:tab\n#html:false\n");
    let deck = one_line(deck);
    if !deck.is_empty() {
        text.push_str(&format!("#deck:{deck}\n"));
    }
    text.push_str("#tags column:3\n");
    for card in cards {
        // A space would part a tag in two.
        let tags: Vec<_> = card.tags.iter().map(|tag| one_line(tag).replace(' ', "_")).collect();
        let tags: Vec<_> = tags.into_iter().filter(|tag| !tag.is_empty()).collect();
        // In quotes, a front that begins with # is no comment.
        let cells = [tidy(&card.front), tidy(&card.back), tags.join(" ")].map(|cell| quoted(&cell));
        text.push_str(&format!("{}\n", cells.join("\t")));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_says_how_it_is_read_and_every_cell_is_quoted() {
        let cards = [
            AnkiCard {
                front: "# \"Who\"\tleads?".into(),
                back: "One\r\ntwo".into(),
                tags: vec!["time limits".into(), " ".into(), "s47".into()],
            },
            AnkiCard { front: "<b>".into(), back: String::new(), tags: vec![] },
        ];
        assert_eq!(
            write_cards("Second Look::\nHarm", &cards),
            "#separator:tab\n#html:false\n#deck:Second Look:: Harm\n#tags column:3\n\
             \"# \"\"Who\"\"\tleads?\"\t\"One\ntwo\"\t\"time_limits s47\"\n\"<b>\"\t\"\"\t\"\"\n"
        );
        assert_eq!(write_cards(" ", &[]), "#separator:tab\n#html:false\n#tags column:3\n");
    }
}
