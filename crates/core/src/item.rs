//! A question with its key.
//!
//! Texts are HTML made from Markdown by the authoring crate, which lets no markup of the author's through
//! that could run or load anything.

use crate::number::Number;

/// A formative set of items: its keys ship with the page.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Quiz {
    /// Unique in the book and stable: the key of progress, results and exports.
    pub id: String,
    /// Plain text of the heading.
    pub title: String,
    /// Share of the points that passes, in per cent, 0–100.
    pub pass_mark: u8,
    pub situations: Vec<Situation>,
    pub items: Vec<Item>,
}

impl Quiz {
    /// Stands in for one that is elsewhere.
    pub const EMPTY: Quiz =
        Quiz { id: String::new(), title: String::new(), pass_mark: 0, situations: Vec::new(), items: Vec::new() };

    /// A deck of flashcards: it is learned with, and passed by nobody.
    pub fn is_deck(&self) -> bool {
        self.items.first().is_some_and(|item| item.kind.is_card())
    }
}

/// The shared opening of a case.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Situation {
    pub id: String,
    /// HTML of the heading (inline).
    pub title: String,
    /// HTML of the paragraphs (blocks).
    pub text: String,
}

/// One question with its key (on screen: "question").
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Item {
    pub id: String,
    /// A hash of what the learner sees and of the key. An edit changes it, so that old answers are not taken
    /// for answers to the new wording.
    pub revision: u32,
    /// Plain text of the stem's first line, for lists and for the search of a person's own progress.
    pub title: String,
    /// HTML of the stem: the heading (inline), then further blocks, if any.
    pub stem: String,
    pub stem_more: String,
    pub kind: Kind,
    /// Points for a wholly right answer, at least 1.
    pub points: u32,
    /// Index into [`Quiz::situations`].
    pub situation: Option<u16>,
    pub outcome: Option<String>,
    pub level: Option<Level>,
    /// HTML blocks.
    pub hint: Option<String>,
    /// HTML blocks.
    pub rationale: Option<String>,
    /// The first link of the rationale: where to read again.
    pub reread: Option<Link>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Link {
    /// As it stands in the rendered page, relative to it.
    pub href: String,
    /// Plain text.
    pub title: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Kind {
    /// Exactly one choice is a key.
    Single {
        choices: Vec<Choice>,
    },
    /// Any number of choices are keys; partial credit.
    Multiple {
        choices: Vec<Choice>,
    },
    /// Entries in their right order.
    Order {
        entries: Vec<OrderEntry>,
    },
    /// `pairs[i]` belongs together; `distractors` are right-hand sides that belong to nothing.
    Match {
        left: String,
        right: String,
        pairs: Vec<Pair>,
        distractors: Vec<String>,
    },
    Numeric {
        answer: Number,
        tolerance: Number,
        unit: String,
        feedback: Option<String>,
    },
    /// The first is the preferred form; all are accepted, see [`crate::text::same`].
    Text {
        accepted: Vec<String>,
        feedback: Option<String>,
    },
    Essay {
        rubric: Vec<Criterion>,
    },
    /// A flashcard: the stem is its front, and the learner says how well the back was remembered.
    Card {
        /// HTML blocks.
        back: String,
    },
}

/// A key or a distractor.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Choice {
    /// HTML, inline.
    pub text: String,
    /// HTML blocks; why it is right or wrong.
    pub feedback: Option<String>,
    pub key: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct OrderEntry {
    pub text: String,
    pub feedback: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Pair {
    pub left: String,
    pub right: String,
}

/// One line of an essay's rubric.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Criterion {
    pub name: String,
    pub points: u32,
    /// What earns the points.
    pub earns: String,
}

/// Levels of the revised taxonomy of Bloom (Anderson and Krathwohl, 2001), lowest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Level {
    Remember,
    Understand,
    Apply,
    Analyse,
    Evaluate,
    Create,
}

impl Level {
    pub const ALL: [Level; 6] =
        [Level::Remember, Level::Understand, Level::Apply, Level::Analyse, Level::Evaluate, Level::Create];

    pub fn name(self) -> &'static str {
        match self {
            Level::Remember => "remember",
            Level::Understand => "understand",
            Level::Apply => "apply",
            Level::Analyse => "analyse",
            Level::Evaluate => "evaluate",
            Level::Create => "create",
        }
    }

    pub fn from_name(name: &str) -> Option<Level> {
        Level::ALL.into_iter().find(|level| level.name() == name)
    }
}

impl Kind {
    /// The word of inventories and exports.
    pub fn name(&self) -> &'static str {
        match self {
            Kind::Single { .. } => "single",
            Kind::Multiple { .. } => "multiple",
            Kind::Order { .. } => "order",
            Kind::Match { .. } => "match",
            Kind::Numeric { .. } => "numeric",
            Kind::Text { .. } => "text",
            Kind::Essay { .. } => "essay",
            Kind::Card { .. } => "card",
        }
    }

    pub fn is_single(&self) -> bool {
        matches!(self, Kind::Single { .. })
    }

    pub fn is_card(&self) -> bool {
        matches!(self, Kind::Card { .. })
    }

    /// How many parts of an answer can be right: the unit of partial credit.
    ///
    /// | kind | units |
    /// |---|---|
    /// | single, numeric, text, card | 1 |
    /// | multiple | the keys |
    /// | order | entries − 1: the moves that could be needed |
    /// | match | pairs |
    /// | essay | the rubric's points |
    pub fn units(&self) -> u32 {
        match self {
            Kind::Single { .. } | Kind::Numeric { .. } | Kind::Text { .. } | Kind::Card { .. } => 1,
            Kind::Multiple { choices } => choices.iter().filter(|choice| choice.key).count().max(1) as u32,
            Kind::Order { entries } => entries.len().saturating_sub(1).max(1) as u32,
            Kind::Match { pairs, .. } => pairs.len().max(1) as u32,
            Kind::Essay { rubric } => rubric.iter().map(|line| line.points).sum::<u32>().max(1),
        }
    }
}
