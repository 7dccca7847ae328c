//! From the tokens of a quiz to its draft.

use std::ops::Range;

use pulldown_cmark::{BlockQuoteKind, Event, Tag};

use super::parts::has_boxes;
use super::{Answer, AnswerContent, CaseDraft, Form, ItemDraft, Lookalike, LookalikeKind, NoteDraft, QuizDraft};
use crate::names::{DECK, KINDS, QUIZ_CLASSES};
use crate::outline::Outline;
use crate::page::Heading;
use crate::text::nearest;
use crate::tokens::Document;

/// Every quiz and every deck of a page, in order.
pub(crate) fn read_quizzes(doc: &Document, outline: &Outline) -> Vec<QuizDraft> {
    let mut quizzes: Vec<QuizDraft> = Vec::new();
    let mut covered_to = 0;
    for (heading, place) in outline.places.iter().enumerate() {
        let opens = !place.is_nested
            && outline.headings[heading].classes.iter().any(|class| QUIZ_CLASSES.contains(&class.as_str()));
        if opens && place.token >= covered_to {
            covered_to = place.body.end;
            quizzes.push(read_quiz(doc, outline, heading));
        }
    }
    quizzes
}

fn read_quiz(doc: &Document, outline: &Outline, heading: usize) -> QuizDraft {
    let mut quiz = QuizDraft { heading, cases: Vec::new(), items: Vec::new(), nested_headings: Vec::new() };
    let is_deck = outline.headings[heading].has_class(DECK);
    let mut open_case: Option<(usize, u8)> = None;
    let within = outline.places[heading].body.clone();
    let mut next = heading + 1;
    while next < outline.places.len() && outline.places[next].token < within.end {
        let at = next;
        next += 1;
        if outline.places[at].is_nested {
            quiz.nested_headings.push(at);
            continue;
        }
        let end = (next..outline.places.len())
            .find(|&later| !outline.places[later].is_nested)
            .map_or(within.end, |later| outline.places[later].token.min(within.end));
        let body = doc.tokens[outline.places[at].token].close + 1..end;
        let own = &outline.headings[at];
        if open_case.is_some_and(|(_, level)| own.level <= level) {
            open_case = None;
        }
        if own.has_class("case") && !is_deck {
            open_case = Some((quiz.cases.len(), own.level));
            quiz.cases.push(CaseDraft { heading: at, body, n_items: 0 });
            continue;
        }
        let case = open_case.map(|(case, _)| case);
        if let Some(case) = case {
            quiz.cases[case].n_items += 1;
        }
        let form = if is_deck { Form::Card } else { form_of(doc, own, body.clone()) };
        quiz.items.push(read_item(doc, (own, at), body, case, form));
    }
    quiz
}

fn read_item(
    doc: &Document,
    (own, heading): (&Heading, usize),
    body: Range<usize>,
    case: Option<usize>,
    form: Form,
) -> ItemDraft {
    let end = doc.tokens.get(body.end).map_or(own.section.end, |token| token.span.start);
    let mut item = ItemDraft {
        heading,
        section: own.span.start..end.clamp(own.span.end, own.section.end),
        case,
        form,
        stem: Vec::new(),
        answers: Vec::new(),
        hints: Vec::new(),
        rationales: Vec::new(),
        loose_feedback: Vec::new(),
        strays: Vec::new(),
        lookalike: None,
        html: Vec::new(),
        footnotes: Vec::new(),
    };
    item.collect_leaves(doc, body.clone());
    let mut behind_answer = false;
    for place in doc.outermost(body) {
        let token = &doc.tokens[place];
        let span = || doc.trimmed(token.span.clone());
        let note = || NoteDraft { span: span(), body: place + 1..token.close };
        match &token.event {
            Event::Start(Tag::BlockQuote(Some(BlockQuoteKind::Tip))) => item.hints.push(note()),
            Event::Start(Tag::BlockQuote(Some(BlockQuoteKind::Note))) => item.rationales.push(note()),
            Event::Start(Tag::FootnoteDefinition(_)) | Event::Rule => {}
            Event::Start(tag) if item.form.is_answered_by(doc, tag, place) => {
                behind_answer = true;
                item.add_answer(doc, place);
            }
            Event::Start(Tag::BlockQuote(None))
                if behind_answer && matches!(item.form, Form::Choices { .. }) && !holds_heading(doc, place) =>
            {
                item.loose_feedback.push(span());
            }
            Event::Start(tag) => {
                if item.lookalike.as_ref().is_none_or(|held| held.what == LookalikeKind::PlainList)
                    && let Some(what) = lookalike(doc, tag, place)
                {
                    item.lookalike = Some(Lookalike { what, span: span() });
                }
                if behind_answer && holds_heading(doc, place) {
                    // A question that was indented by mistake has a rule of its own.
                } else if behind_answer {
                    item.strays.push(span());
                } else {
                    item.stem.push(place..token.close + 1);
                }
            }
            _ => {}
        }
    }
    item
}

impl ItemDraft {
    /// A task list that goes on behind feedback that was not indented is one answer, not two.
    fn add_answer(&mut self, doc: &Document, place: usize) {
        let answer = Answer::read(doc, place);
        let follows_loose = self.loose_feedback.last().is_some_and(|span| span.end <= answer.span.start)
            && self.answers.last().is_some_and(|last| last.span.end <= answer.span.start);
        match (self.answers.last_mut(), answer.content) {
            (Some(Answer { span, content: AnswerContent::List(parts) }), AnswerContent::List(more))
                if follows_loose =>
            {
                span.end = answer.span.end;
                parts.extend(more);
            }
            (_, content) => self.answers.push(Answer { span: answer.span, content }),
        }
    }

    fn collect_leaves(&mut self, doc: &Document, body: Range<usize>) {
        // The heading's own tokens stand before its body.
        let start = doc.tokens[..body.start]
            .iter()
            .rposition(|token| matches!(token.event, Event::Start(Tag::Heading { .. })))
            .unwrap_or(body.start);
        for token in &doc.tokens[start..body.end] {
            match &token.event {
                Event::Html(_) | Event::InlineHtml(_) => {
                    let span = doc.trimmed(token.span.clone());
                    match self.html.last_mut() {
                        // An HTML block is one event a line: one place is enough.
                        Some(last) if doc.text[last.end..span.start].trim().is_empty() => last.end = span.end,
                        _ => self.html.push(span),
                    }
                }
                Event::FootnoteReference(_) => self.footnotes.push(token.span.clone()),
                _ => {}
            }
        }
    }
}

fn form_of(doc: &Document, own: &Heading, body: Range<usize>) -> Form {
    let named = own.classes.iter().find_map(|class| Form::from_class(class));
    // A slip in the class is reported as such; the question is still read as it was meant.
    let meant = || own.classes.iter().find_map(|class| Form::from_class(nearest(class, KINDS.iter().copied())?));
    if let Some(form) = named.or_else(meant) {
        return form;
    }
    let choices = Form::Choices { is_multiple: None };
    let is_choice = doc.outermost(body).any(|place| match &doc.tokens[place].event {
        Event::Start(tag) => choices.is_answered_by(doc, tag, place),
        _ => false,
    });
    if is_choice { choices } else { Form::Unknown }
}

impl Form {
    fn from_class(class: &str) -> Option<Form> {
        Some(match class {
            "single" => Form::Choices { is_multiple: Some(false) },
            "multiple" => Form::Choices { is_multiple: Some(true) },
            "order" => Form::Order,
            "match" => Form::Match,
            "numeric" => Form::Numeric,
            "text" => Form::Text,
            "essay" => Form::Essay,
            _ => return None,
        })
    }

    /// Whether a block can be the answer to a question of this form.
    fn is_answered_by(self, doc: &Document, tag: &Tag, place: usize) -> bool {
        match (self, tag) {
            (Form::Choices { .. }, Tag::List(_)) => has_boxes(doc, place),
            (Form::Order, Tag::List(Some(_))) => true,
            (Form::Match | Form::Essay, Tag::Table(_)) => true,
            (Form::Numeric | Form::Text, Tag::DefinitionList) => true,
            _ => false,
        }
    }
}

/// Whether a quotation or list begins with a heading.
fn holds_heading(doc: &Document, place: usize) -> bool {
    doc.tokens[place..]
        .iter()
        .find(|token| !matches!(token.event, Event::Start(Tag::BlockQuote(_) | Tag::List(_) | Tag::Item)))
        .is_some_and(|token| matches!(token.event, Event::Start(Tag::Heading { .. })))
}

fn lookalike(doc: &Document, tag: &Tag, place: usize) -> Option<LookalikeKind> {
    Some(match tag {
        Tag::List(_) if has_boxes(doc, place) => LookalikeKind::TaskList,
        Tag::List(None) => LookalikeKind::PlainList,
        Tag::List(Some(_)) => LookalikeKind::OrderedList,
        Tag::Table(alignments) => LookalikeKind::Table { columns: alignments.len() },
        Tag::DefinitionList => LookalikeKind::DefinitionList,
        _ => return None,
    })
}
