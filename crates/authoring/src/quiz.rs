//! From a draft to the quiz of the model. Whatever is wrong with the draft, there is a quiz: the rules have said so.

use std::ops::Range;

use compendium_core::item::{Choice, Criterion, Item, Kind, Level, Link, OrderEntry, Pair, Quiz, Situation};

use crate::answer_text::{NumericAnswer, read_numeric};
use crate::draft::{CaseDraft, CellDraft, Form, ItemDraft, NoteDraft, PartDraft, QuizDraft};
use crate::html;
use crate::page::{Heading, ItemSpans, Page, Part, QuizBlock, Span};
use crate::revision::Revision;
use crate::tokens::Document;

/// Share of the points that passes when the author does not say.
const PASS_MARK: u8 = 80;

/// Where a quiz is read from.
struct Source<'s> {
    doc: &'s Document<'s>,
    page: &'s Page,
    /// Token of each heading.
    heading_tokens: &'s [usize],
}

pub(crate) fn build_quizzes(
    doc: &Document,
    page: &Page,
    heading_tokens: &[usize],
    drafts: &[QuizDraft],
) -> Vec<QuizBlock> {
    let source = Source { doc, page, heading_tokens };
    drafts.iter().map(|draft| source.quiz(draft)).collect()
}

pub(crate) fn pass_mark(value: &str) -> Option<u8> {
    value.parse().ok().filter(|mark| *mark <= 100)
}

pub(crate) fn points(value: &str) -> Option<u32> {
    value.parse().ok().filter(|points| (1..=1000).contains(points))
}

impl Source<'_> {
    fn quiz(&self, draft: &QuizDraft) -> QuizBlock {
        let heading = self.heading(draft.heading);
        let (mut items, mut spans) = (Vec::new(), Vec::new());
        for item in &draft.items {
            items.push(self.item(draft, item));
            spans.push(self.spans(item));
        }
        let quiz = Quiz {
            id: id_or_automatic(heading),
            title: heading.title.clone(),
            pass_mark: heading.attributes.get("pass").and_then(|value| pass_mark(value)).unwrap_or(PASS_MARK),
            situations: draft.cases.iter().map(|case| self.situation(case)).collect(),
            items,
        };
        QuizBlock {
            quiz,
            heading: draft.heading,
            cases: draft.cases.iter().map(|case| case.heading).collect(),
            items: spans,
        }
    }

    fn situation(&self, case: &CaseDraft) -> Situation {
        Situation {
            id: id_or_automatic(self.heading(case.heading)),
            title: self.heading_html(case.heading),
            text: self.blocks(case.body.clone()),
        }
    }

    fn item(&self, quiz: &QuizDraft, draft: &ItemDraft) -> Item {
        let heading = self.heading(draft.heading);
        let kind = self.kind(draft);
        let own_points = heading.attributes.get("points").and_then(|value| points(value));
        let note = |notes: &[NoteDraft]| {
            let html: String = notes.iter().map(|note| self.blocks(note.body.clone())).collect();
            (!html.is_empty()).then_some(html)
        };
        Item {
            id: id_or_automatic(heading),
            revision: self.revision(quiz, draft, &kind),
            title: heading.title.clone(),
            stem: self.heading_html(draft.heading),
            stem_more: if draft.form == Form::Card { String::new() } else { self.stem_blocks(draft) },
            points: own_points.unwrap_or_else(|| kind.units()),
            kind,
            situation: draft.case.and_then(|case| u16::try_from(case).ok()),
            outcome: heading.attributes.get("outcome").filter(|id| !id.is_empty()).cloned(),
            level: heading.attributes.get("level").and_then(|name| Level::from_name(name)),
            hint: note(&draft.hints),
            rationale: note(&draft.rationales),
            reread: draft.rationales.iter().find_map(|note| self.first_link(note.span.clone())),
        }
    }

    fn kind(&self, draft: &ItemDraft) -> Kind {
        match draft.form {
            Form::Choices { is_multiple } => {
                let choices = draft.choices().iter().map(|part| self.choice(part)).collect();
                match is_multiple.unwrap_or(draft.n_keys() > 1) {
                    true => Kind::Multiple { choices },
                    false => Kind::Single { choices },
                }
            }
            Form::Unknown => Kind::Single { choices: Vec::new() },
            Form::Order => Kind::Order {
                entries: draft
                    .entries()
                    .iter()
                    .map(|part| OrderEntry { text: self.part_html(part), feedback: self.feedback(part) })
                    .collect(),
            },
            Form::Match => self.matching(draft),
            Form::Numeric => {
                let read = draft.definitions().find_map(|part| read_numeric(&part.text).ok());
                let NumericAnswer { answer, tolerance, unit } = read.unwrap_or(NumericAnswer {
                    answer: Default::default(),
                    tolerance: Default::default(),
                    unit: String::new(),
                });
                Kind::Numeric { answer, tolerance, unit, feedback: self.all_feedback(draft) }
            }
            Form::Text => Kind::Text {
                accepted: draft
                    .definitions()
                    .filter(|part| !part.text.is_empty())
                    .map(|part| part.text.clone())
                    .collect(),
                feedback: self.all_feedback(draft),
            },
            Form::Essay => Kind::Essay { rubric: self.rubric(draft) },
            Form::Card => Kind::Card { back: self.stem_blocks(draft) },
        }
    }

    fn stem_blocks(&self, draft: &ItemDraft) -> String {
        draft.stem.iter().map(|range| self.blocks(range.clone())).collect()
    }

    fn choice(&self, part: &PartDraft) -> Choice {
        Choice { text: self.part_html(part), feedback: self.feedback(part), key: part.is_key() }
    }

    /// A row with an empty left cell is a distractor; a row with an empty right cell is none at all.
    fn matching(&self, draft: &ItemDraft) -> Kind {
        let (head, rows) = draft.table().unwrap_or_default();
        let (mut pairs, mut distractors) = (Vec::new(), Vec::new());
        for row in rows {
            let (Some(left), Some(right)) = (row.first(), row.get(1)) else { continue };
            match (left.text.is_empty(), right.text.is_empty()) {
                (false, _) => pairs.push(Pair { left: self.cell_html(left), right: self.cell_html(right) }),
                (true, false) => distractors.push(self.cell_html(right)),
                (true, true) => {}
            }
        }
        let side = |column: usize| head.get(column).map_or(String::new(), |cell| self.cell_html(cell));
        Kind::Match { left: side(0), right: side(1), pairs, distractors }
    }

    fn rubric(&self, draft: &ItemDraft) -> Vec<Criterion> {
        let (_, rows) = draft.table().unwrap_or_default();
        let cell = |row: &[CellDraft], column: usize| row.get(column).map_or(String::new(), |c| self.cell_html(c));
        rows.iter()
            .map(|row| Criterion {
                name: cell(row, 0),
                points: row.get(1).and_then(|cell| points(&cell.text)).unwrap_or(0),
                earns: cell(row, 2),
            })
            .collect()
    }

    fn revision(&self, quiz: &QuizDraft, draft: &ItemDraft, kind: &Kind) -> u32 {
        let mut revision = Revision::new(kind);
        if let Some(case) = draft.case.and_then(|case| quiz.cases.get(case)) {
            revision.tokens(self.doc, self.heading_range(case.heading), false);
            revision.tokens(self.doc, case.body.clone(), false);
        }
        revision.tokens(self.doc, self.heading_range(draft.heading), false);
        for range in &draft.stem {
            revision.tokens(self.doc, range.clone(), false);
        }
        for part in draft.choices().iter().chain(draft.entries()) {
            revision.field(if part.is_key() { "x" } else { "" });
            revision.tokens(self.doc, part.tokens.clone(), true);
        }
        if let Some((head, rows)) = draft.table() {
            for cell in head.iter().chain(rows.iter().flatten()) {
                revision.tokens(self.doc, cell.tokens.clone(), false);
            }
        }
        for part in draft.definitions() {
            revision.field(&part.text);
        }
        revision.finish()
    }

    fn spans(&self, draft: &ItemDraft) -> ItemSpans {
        let part = |part: &PartDraft| Part {
            span: part.span.clone(),
            text: part.text.clone(),
            feedback: part.feedback.as_ref().map(|feedback| feedback.span.clone()),
        };
        let row = |row: &Vec<CellDraft>| Part {
            span: row.first().map_or(0, |cell| cell.span.start)..row.last().map_or(0, |cell| cell.span.end),
            text: row.iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>().join(" | "),
            feedback: None,
        };
        let mut parts: Vec<Part> = draft.choices().iter().chain(draft.entries()).map(part).collect();
        parts.extend(draft.table().into_iter().flat_map(|(_, rows)| rows).map(row));
        parts.extend(draft.definitions().map(part));
        let first = |notes: &[NoteDraft]| notes.first().map(|note| note.span.clone());
        ItemSpans {
            heading: draft.heading,
            section: draft.section.clone(),
            parts,
            hint: first(&draft.hints),
            rationale: first(&draft.rationales),
        }
    }

    fn heading(&self, heading: usize) -> &Heading {
        &self.page.headings[heading]
    }

    fn heading_range(&self, heading: usize) -> Range<usize> {
        let token = self.heading_tokens[heading];
        token + 1..self.doc.tokens[token].close
    }

    fn heading_html(&self, heading: usize) -> String {
        self.inline(self.heading_range(heading), false)
    }

    fn part_html(&self, part: &PartDraft) -> String {
        self.inline(part.tokens.clone(), true)
    }

    fn cell_html(&self, cell: &CellDraft) -> String {
        self.inline(cell.tokens.clone(), false)
    }

    fn inline(&self, range: Range<usize>, skip_quotes: bool) -> String {
        let mut out = String::new();
        html::push_inline(&mut out, &self.doc.tokens[range], skip_quotes);
        out.truncate(out.trim_end().len());
        out
    }

    fn blocks(&self, range: Range<usize>) -> String {
        let mut out = String::new();
        html::push_blocks(&mut out, &self.doc.tokens[range]);
        out
    }

    fn feedback(&self, part: &PartDraft) -> Option<String> {
        part.feedback.as_ref().map(|feedback| feedback.html(self.doc)).filter(|html| !html.is_empty())
    }

    fn all_feedback(&self, draft: &ItemDraft) -> Option<String> {
        let html: String = draft.definitions().filter_map(|part| self.feedback(part)).collect();
        (!html.is_empty()).then_some(html)
    }

    fn first_link(&self, within: Span) -> Option<Link> {
        let link = self.page.links_within(&within).find(|link| html::is_relative(&link.target))?;
        Some(Link { href: html::link_target(&link.target)?, title: link.text.clone() })
    }
}

/// The id that mdBook would give, so that a quiz with a missing id can still be looked at.
fn id_or_automatic(heading: &Heading) -> String {
    heading.id.clone().unwrap_or_else(|| crate::text::automatic_id(&heading.title))
}
