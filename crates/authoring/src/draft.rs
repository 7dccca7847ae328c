//! Quizzes and decks of flashcards as they stand in the text, right or wrong, before they become items.
//!
//! ```text
//! QuizDraft
//!  ├─ CaseDraft   a `.case` heading and its paragraphs
//!  └─ ItemDraft   a sub-heading
//!      ├─ form      what the classes and the content say it is
//!      ├─ stem      blocks before the answer
//!      ├─ answers   lists, tables or definition lists that fit the form; one is right
//!      ├─ notes     hints and rationales
//!      └─ strays    what stands behind the answer and belongs to nothing
//! ```
//! The rules look at drafts: what has no place in an item is kept here so that it can be pointed at.

mod parts;
mod read;

pub(crate) use parts::visible_text;
pub(crate) use read::read_quizzes;

use std::ops::Range;

use crate::page::Span;

pub(crate) struct QuizDraft {
    /// Place in [`crate::page::Page::headings`].
    pub heading: usize,
    pub cases: Vec<CaseDraft>,
    pub items: Vec<ItemDraft>,
    /// Headings inside a list or quotation.
    pub nested_headings: Vec<usize>,
}

pub(crate) struct CaseDraft {
    pub heading: usize,
    /// Tokens of its paragraphs.
    pub body: Range<usize>,
    pub n_items: usize,
}

pub(crate) struct ItemDraft {
    pub heading: usize,
    /// From its heading to the next.
    pub section: Span,
    /// Place in [`QuizDraft::cases`].
    pub case: Option<usize>,
    pub form: Form,
    /// Tokens of the blocks between the heading and the answer, notes left out; of a card, its back.
    pub stem: Vec<Range<usize>>,
    pub answers: Vec<Answer>,
    pub hints: Vec<NoteDraft>,
    pub rationales: Vec<NoteDraft>,
    /// Quotations between two halves of a task list: feedback that was not indented.
    pub loose_feedback: Vec<Span>,
    pub strays: Vec<Span>,
    /// What was found where no answer of the form was found.
    pub lookalike: Option<Lookalike>,
    /// Raw HTML anywhere in the item.
    pub html: Vec<Span>,
    pub footnotes: Vec<Span>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// A task list. `is_multiple` if a class says so: `.single` or `.multiple`.
    Choices {
        is_multiple: Option<bool>,
    },
    Order,
    Match,
    Numeric,
    Text,
    Essay,
    /// A question of a deck: all that is no note is its back.
    Card,
    /// No class and no task list.
    Unknown,
}

/// A list or table that would be an answer in another kind of question.
#[derive(Clone, Debug)]
pub(crate) struct Lookalike {
    pub what: LookalikeKind,
    pub span: Span,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LookalikeKind {
    TaskList,
    PlainList,
    OrderedList,
    Table { columns: usize },
    DefinitionList,
}

pub(crate) struct NoteDraft {
    pub span: Span,
    /// Tokens inside the quotation.
    pub body: Range<usize>,
}

pub(crate) struct Answer {
    pub span: Span,
    pub content: AnswerContent,
}

pub(crate) enum AnswerContent {
    /// Choices or entries.
    List(Vec<PartDraft>),
    Table {
        head: Vec<CellDraft>,
        rows: Vec<Vec<CellDraft>>,
    },
    Definitions(Vec<DefinitionDraft>),
}

/// A choice, an entry or a definition.
pub(crate) struct PartDraft {
    /// The text without its feedback; the whole part if it has no text.
    pub span: Span,
    pub tokens: Range<usize>,
    /// Plain, without feedback.
    pub text: String,
    /// Its words as [`crate::words::fold`] leaves them.
    pub folded: String,
    /// Whether it is ticked, with the place of the box.
    pub tick: Option<(bool, Span)>,
    pub feedback: Option<FeedbackDraft>,
    /// First list inside.
    pub list: Option<InnerList>,
    /// First other block that a choice cannot show as one line: a table, a code block.
    pub block: Option<(&'static str, Span)>,
}

pub(crate) struct FeedbackDraft {
    pub span: Span,
    /// Tokens inside each quotation.
    pub bodies: Vec<Range<usize>>,
}

pub(crate) struct InnerList {
    pub span: Span,
    pub has_boxes: bool,
}

pub(crate) struct CellDraft {
    pub span: Span,
    pub tokens: Range<usize>,
    pub text: String,
}

pub(crate) struct DefinitionDraft {
    pub term: CellDraft,
    pub definitions: Vec<PartDraft>,
}

impl ItemDraft {
    pub fn choices(&self) -> &[PartDraft] {
        match (self.form, self.answers.first().map(|answer| &answer.content)) {
            (Form::Choices { .. }, Some(AnswerContent::List(parts))) => parts,
            _ => &[],
        }
    }

    pub fn entries(&self) -> &[PartDraft] {
        match (self.form, self.answers.first().map(|answer| &answer.content)) {
            (Form::Order, Some(AnswerContent::List(parts))) => parts,
            _ => &[],
        }
    }

    /// Head and rows of the answer's table.
    pub fn table(&self) -> Option<(&[CellDraft], &[Vec<CellDraft>])> {
        match self.answers.first().map(|answer| &answer.content) {
            Some(AnswerContent::Table { head, rows }) => Some((head, rows)),
            _ => None,
        }
    }

    /// All definitions of the answer, whatever their term.
    pub fn definitions(&self) -> impl Iterator<Item = &PartDraft> {
        let terms = match self.answers.first().map(|answer| &answer.content) {
            Some(AnswerContent::Definitions(terms)) => terms.as_slice(),
            _ => &[],
        };
        terms.iter().flat_map(|term| &term.definitions)
    }

    pub fn n_keys(&self) -> usize {
        self.choices().iter().filter(|choice| choice.is_key()).count()
    }
}

impl PartDraft {
    pub fn is_key(&self) -> bool {
        matches!(self.tick, Some((true, _)))
    }
}
