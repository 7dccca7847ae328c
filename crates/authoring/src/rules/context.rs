//! What a rule is given and what it gives back.

use compendium_core::item::{Choice, Item, Kind, Quiz};

use super::Rule;
use crate::book::Book;
use crate::diagnostic::Diagnostic;
use crate::draft::{ItemDraft, PartDraft, QuizDraft};
use crate::entries::SessionDraft;
use crate::outline::Outline;
use crate::page::{Heading, Page, QuizBlock, Span};
use crate::tokens::Document;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// The text is not what the reader of quizzes expects.
    Syntax,
    /// It can be read, and teaches or measures badly.
    Sense,
    /// A piece is not joined to the others as it should be.
    Graph,
}

#[derive(Clone, Copy)]
pub(crate) enum Check {
    Page(fn(&PageView, &mut Findings)),
    Quiz(fn(&QuizView, &mut Findings)),
    Item(fn(&ItemView, &mut Findings)),
    Book(fn(&BookView, &mut Findings)),
}

pub(crate) struct PageView<'v> {
    pub doc: &'v Document<'v>,
    pub outline: &'v Outline,
    pub page: &'v Page,
    pub quizzes: &'v [QuizDraft],
    pub sessions: &'v [SessionDraft],
}

pub(crate) struct QuizView<'v> {
    pub view: &'v PageView<'v>,
    pub draft: &'v QuizDraft,
    pub block: &'v QuizBlock,
}

pub(crate) struct ItemView<'v> {
    pub view: &'v PageView<'v>,
    pub draft: &'v ItemDraft,
    pub item: &'v Item,
}

pub(crate) type BookView<'v> = Book<'v>;

impl<'v> PageView<'v> {
    pub fn quiz_views(&'v self) -> Vec<QuizView<'v>> {
        let pairs = self.quizzes.iter().zip(&self.page.quizzes);
        pairs.map(|(draft, block)| QuizView { view: self, draft, block }).collect()
    }

    pub fn heading(&self, heading: usize) -> &'v Heading {
        &self.page.headings[heading]
    }

    pub fn source(&self, span: &Span) -> &'v str {
        &self.doc.text[span.clone()]
    }
}

impl<'v> QuizView<'v> {
    pub fn quiz(&self) -> &'v Quiz {
        &self.block.quiz
    }

    pub fn heading(&self) -> &'v Heading {
        self.view.heading(self.draft.heading)
    }

    pub fn items(&self) -> impl Iterator<Item = ItemView<'v>> {
        let view = self.view;
        let pairs = self.draft.items.iter().zip(&self.block.quiz.items);
        pairs.map(move |(draft, item)| ItemView { view, draft, item })
    }
}

impl<'v> ItemView<'v> {
    pub fn heading(&self) -> &'v Heading {
        self.view.heading(self.draft.heading)
    }

    /// Choices of a choice question with what was written, none for other kinds.
    pub fn choices(&self) -> impl Iterator<Item = (&'v PartDraft, &'v Choice)> {
        let choices = match &self.item.kind {
            Kind::Single { choices } | Kind::Multiple { choices } => choices.as_slice(),
            _ => &[],
        };
        self.draft.choices().iter().zip(choices)
    }

    /// Place of the answer, or of the heading's text if there is none.
    pub fn answer_span(&self) -> Span {
        self.draft.answers.first().map_or_else(|| self.heading().text.clone(), |answer| answer.span.clone())
    }
}

/// Where the findings of one rule go.
pub struct Findings<'f> {
    rule: &'static Rule,
    path: &'f str,
    found: &'f mut Vec<Diagnostic>,
}

impl<'f> Findings<'f> {
    pub(super) fn new(rule: &'static Rule, path: &'f str, found: &'f mut Vec<Diagnostic>) -> Findings<'f> {
        Findings { rule, path, found }
    }

    pub(crate) fn add(
        &mut self,
        span: Span,
        message: impl Into<String>,
        label: impl Into<String>,
        help: impl Into<String>,
    ) -> &mut Diagnostic {
        let path = self.path.to_owned();
        self.add_at(&path, span, message, label, help)
    }

    /// For rules of the graph, which see many files.
    pub(crate) fn add_at(
        &mut self,
        path: &str,
        span: Span,
        message: impl Into<String>,
        label: impl Into<String>,
        help: impl Into<String>,
    ) -> &mut Diagnostic {
        self.found.push(Diagnostic {
            rule: self.rule.name,
            severity: self.rule.severity,
            path: path.to_owned(),
            span,
            message: message.into(),
            label: label.into(),
            help: help.into(),
            also: None,
            fix: None,
        });
        let last = self.found.len() - 1;
        &mut self.found[last]
    }
}
