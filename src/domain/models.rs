//! Ways to set out a reflection, stage by stage.

/// One stage of a model: its name and the question it asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stage {
    /// Names the stage in a person's record.
    pub id: &'static str,
    /// As its authors call it.
    pub heading: &'static str,
    /// What to write about.
    pub prompt: &'static str,
}

/// What? So what? Now what? (Borton 1970; Driscoll 1994). Built in, so that a person can write even when
/// no pack can be read.
pub const WHAT_SO_WHAT_NOW_WHAT: [Stage; 3] = [
    Stage {
        id: "what",
        heading: "What?",
        prompt: "What happened, and what was your part in it? Leave out names, dates and places.",
    },
    Stage {
        id: "so-what",
        heading: "So what?",
        prompt: "What does it tell you? What did you feel, what did you assume, and what was it like for the child?",
    },
    Stage {
        id: "now-what",
        heading: "Now what?",
        prompt: "What will you do differently, by when, and who will you talk to about it?",
    },
];

/// What is asked when only the last step is wanted.
pub const NOW_WHAT: [Stage; 1] = [WHAT_SO_WHAT_NOW_WHAT[2]];

/// One box and no questions.
pub const BLANK_PAGE: [Stage; 1] = [Stage { id: "page", heading: "My reflection", prompt: "" }];

/// What a supervision log asks beside any model.
pub const FURTHER: [Stage; 3] = [
    Stage {
        id: "feelings",
        heading: "How it affects me",
        prompt: "What do you feel, and what might that tell you? What do you need?",
    },
    Stage {
        id: "childs-voice",
        heading: "The child's voice",
        prompt: "What does the child say and show, and what is a day like for them?",
    },
    Stage {
        id: "peer",
        heading: "Talking it over with a peer",
        prompt: "What did somebody else see in it that you had not? Their role, and no name.",
    },
];

/// The record of a challenge: who, when, what was said, and the outcome. A log of one's own part, beside the child's
/// record and never in place of it.
pub const CHALLENGE: [Stage; 5] = [
    Stage {
        id: "challenge-matter",
        heading: "What do we disagree about?",
        prompt: "The decision, and what it means for the child. By role, without names.",
    },
    Stage {
        id: "challenge-who",
        heading: "Whom did I speak to, and when?",
        prompt: "By role and agency, with the day and the rung of the ladder.",
    },
    Stage {
        id: "challenge-said",
        heading: "What did I say, and on what evidence?",
        prompt: "What was seen and heard, not what is assumed.",
    },
    Stage {
        id: "challenge-outcome",
        heading: "What came of it?",
        prompt: "What they said, what was agreed, and what keeps the child safe meanwhile.",
    },
    Stage {
        id: "challenge-next",
        heading: "What next, and by when?",
        prompt: "The next rung, if it is not settled. Who will tell me, and whom do I tell?",
    },
];

/// The question that `stage` of any built-in model asks.
#[must_use]
pub fn prompt_of(stage: &str) -> Option<&'static str> {
    WHAT_SO_WHAT_NOW_WHAT
        .iter()
        .chain(&CHALLENGE)
        .chain(&FURTHER)
        .find(|it| it.id == stage)
        .map(|it| it.prompt)
}
