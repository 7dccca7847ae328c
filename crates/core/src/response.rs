//! What a learner answered. Places are those of the author's order, so that a response means the same
//! whatever order the screen showed.

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Response {
    /// A choice of a single-choice item.
    One(u16),
    /// The ticked choices, ascending.
    Many(Vec<u16>),
    /// All entries, as the learner ordered them.
    Order(Vec<u16>),
    /// For each left side the right side chosen: a pair's place, or `pairs.len() + d` for distractor `d`.
    Match(Vec<Option<u16>>),
    /// As typed.
    Number(String),
    /// As typed.
    Text(String),
    /// An essay and the points its writer gave it, one a criterion.
    Essay { text: String, points: Vec<u16> },
    /// A flashcard that was turned, and its [`crate::schedule::Rating`] as a number.
    Recall(u16),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Confidence {
    Guess,
    FairlySure,
    Sure,
}

impl Confidence {
    pub const ALL: [Confidence; 3] = [Confidence::Sure, Confidence::FairlySure, Confidence::Guess];
}
