//! Lists, tables and definition lists of an answer.

use std::ops::Range;

use pulldown_cmark::{Event, Tag};

use super::{Answer, AnswerContent, CellDraft, DefinitionDraft, FeedbackDraft, InnerList, PartDraft};
use crate::html::push_blocks;
use crate::page::Span;
use crate::text::{Piece, push_folded, visit};
use crate::tokens::{Document, Token};
use crate::words::fold;

impl Answer {
    /// Reads the list, table or definition list that starts at `place`.
    pub fn read(doc: &Document, place: usize) -> Answer {
        let inside = place + 1..doc.tokens[place].close;
        let content = match &doc.tokens[place].event {
            Event::Start(Tag::Table(_)) => read_table(doc, inside),
            Event::Start(Tag::DefinitionList) => read_definitions(doc, inside),
            _ => AnswerContent::List(doc.outermost(inside).map(|item| PartDraft::read(doc, item)).collect()),
        };
        Answer { span: doc.trimmed(doc.tokens[place].span.clone()), content }
    }
}

impl PartDraft {
    /// Reads a list item or a definition.
    pub fn read(doc: &Document, item: usize) -> PartDraft {
        let inside = item + 1..doc.tokens[item].close;
        let text = visible_text(doc, inside.clone(), true);
        let mut part = PartDraft {
            span: 0..0,
            tokens: inside.clone(),
            folded: fold(&text),
            text,
            tick: None,
            feedback: None,
            list: None,
            block: None,
        };
        let mut span: Option<Span> = None;
        let mut extend = |found: &Span| {
            span = Some(span.as_ref().map_or(found.clone(), |held| held.start..found.end.max(held.end)));
        };
        for place in doc.outermost(inside) {
            let token = &doc.tokens[place];
            match &token.event {
                Event::TaskListMarker(ticked) => part.tick = Some((*ticked, token.span.clone())),
                Event::Start(Tag::Paragraph) => {
                    for inner in doc.outermost(place + 1..token.close) {
                        match &doc.tokens[inner].event {
                            Event::TaskListMarker(ticked) => {
                                part.tick = Some((*ticked, doc.tokens[inner].span.clone()));
                            }
                            _ => extend(&doc.tokens[inner].span),
                        }
                    }
                }
                Event::Start(Tag::BlockQuote(_)) => part.add_feedback(doc, place),
                Event::Start(Tag::List(_)) => {
                    let has_boxes = has_boxes(doc, place);
                    let span = doc.trimmed(token.span.clone());
                    part.list.get_or_insert(InnerList { span, has_boxes }).has_boxes |= has_boxes;
                }
                Event::Start(Tag::CodeBlock(_)) => part.add_block("a code block", doc, place),
                Event::Start(Tag::Table(_)) => part.add_block("a table", doc, place),
                Event::Start(Tag::DefinitionList) => part.add_block("a definition list", doc, place),
                Event::Start(Tag::Heading { .. }) => part.add_block("a heading", doc, place),
                _ => extend(&token.span),
            }
        }
        part.span = doc.trimmed(span.unwrap_or_else(|| doc.tokens[item].span.clone()));
        part
    }

    fn add_feedback(&mut self, doc: &Document, place: usize) {
        let token = &doc.tokens[place];
        let span = doc.trimmed(token.span.clone());
        let feedback = self.feedback.get_or_insert(FeedbackDraft { span: span.clone(), bodies: Vec::new() });
        feedback.span.end = span.end;
        feedback.bodies.push(place + 1..token.close);
    }

    fn add_block(&mut self, what: &'static str, doc: &Document, place: usize) {
        self.block.get_or_insert_with(|| (what, doc.trimmed(doc.tokens[place].span.clone())));
    }
}

impl FeedbackDraft {
    pub fn html(&self, doc: &Document) -> String {
        let mut out = String::new();
        for body in &self.bodies {
            push_blocks(&mut out, &doc.tokens[body.clone()]);
        }
        out
    }

    pub fn is_empty(&self, doc: &Document) -> bool {
        let is_seen = |token: &Token| match &token.event {
            Event::Text(text) => !text.trim().is_empty(),
            Event::Code(_) | Event::Start(Tag::Image { .. }) => true,
            _ => false,
        };
        !self.bodies.iter().any(|body| doc.tokens[body.clone()].iter().any(is_seen))
    }
}

/// Plain text of a range of tokens.
pub(crate) fn visible_text(doc: &Document, range: Range<usize>, skip_quotes: bool) -> String {
    let Some(first) = doc.tokens.get(range.start).filter(|_| !range.is_empty()) else { return String::new() };
    let last = &doc.tokens[range.end - 1];
    let mut plain = String::with_capacity(last.span.end.saturating_sub(first.span.start).min(256));
    visit(&doc.tokens[range], skip_quotes, |piece| match piece {
        Piece::Text(text) | Piece::Code(text) => push_folded(&mut plain, text),
        Piece::Gap => push_folded(&mut plain, " "),
        Piece::Image(_) => {}
    });
    plain.truncate(plain.trim_end().len());
    plain
}

/// Whether a list has an item of its own with a box.
pub(super) fn has_boxes(doc: &Document, list: usize) -> bool {
    doc.outermost(list + 1..doc.tokens[list].close).any(|item| {
        let first = &doc.tokens[item + 1..doc.tokens[item].close];
        let marker = match first.first().map(|token| &token.event) {
            Some(Event::Start(Tag::Paragraph)) => first.get(1).map(|token| &token.event),
            other => other,
        };
        matches!(marker, Some(Event::TaskListMarker(_)))
    })
}

fn read_table(doc: &Document, inside: Range<usize>) -> AnswerContent {
    let (mut head, mut rows) = (Vec::new(), Vec::new());
    for row in doc.outermost(inside) {
        let cells: Vec<CellDraft> =
            doc.outermost(row + 1..doc.tokens[row].close).map(|cell| CellDraft::read(doc, cell)).collect();
        match &doc.tokens[row].event {
            Event::Start(Tag::TableHead) => head = cells,
            _ => rows.push(cells),
        }
    }
    AnswerContent::Table { head, rows }
}

impl CellDraft {
    fn read(doc: &Document, cell: usize) -> CellDraft {
        let tokens = cell + 1..doc.tokens[cell].close;
        CellDraft {
            span: doc.trimmed(doc.tokens[cell].span.clone()),
            text: visible_text(doc, tokens.clone(), false),
            tokens,
        }
    }
}

fn read_definitions(doc: &Document, inside: Range<usize>) -> AnswerContent {
    let mut terms: Vec<DefinitionDraft> = Vec::new();
    for place in doc.outermost(inside) {
        match &doc.tokens[place].event {
            Event::Start(Tag::DefinitionListTitle) => {
                terms.push(DefinitionDraft { term: CellDraft::read(doc, place), definitions: Vec::new() });
            }
            Event::Start(Tag::DefinitionListDefinition) => {
                if let Some(term) = terms.last_mut() {
                    term.definitions.push(PartDraft::read(doc, place));
                }
            }
            _ => {}
        }
    }
    AnswerContent::Definitions(terms)
}
