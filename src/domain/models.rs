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
