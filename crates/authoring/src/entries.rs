//! Outcomes, sessions, terms and sources: headings whose class says what they are.

use std::ops::Range;

use compendium_core::item::Level;
use pulldown_cmark::{Event, Tag};

use crate::course::cuts;
use crate::language::PASSIVE;
use crate::outline::Outline;
use crate::page::{Outcome, Page, Session, SourceEntry, SourceStatus, Span, Term};
use crate::text;
use crate::tokens::Document;
use crate::words::fold;

/// A session's plan, with what the rules need beyond the minutes.
pub(crate) struct SessionDraft {
    pub heading: usize,
    pub plan: Option<usize>,
    pub rows: Vec<StepDraft>,
    /// See [`Session::notes`].
    pub notes: Option<Vec<String>>,
}

pub(crate) struct StepDraft {
    /// None if the first cell is no whole number.
    pub minutes: Option<u32>,
    pub minutes_span: Span,
    /// What the learners do: the third cell.
    pub learners: Option<(String, Span)>,
    pub span: Span,
}

impl StepDraft {
    /// Whether learners do more than listen.
    pub fn is_activity(&self) -> bool {
        self.learners.as_ref().is_some_and(|(text, _)| !PASSIVE.contains(&fold(text).as_str()))
    }
}

pub(crate) fn read_sessions(doc: &Document, outline: &Outline) -> Vec<SessionDraft> {
    let is_session =
        |&heading: &usize| outline.headings[heading].has_class("session") && !outline.places[heading].is_nested;
    let mut sessions = Vec::new();
    for heading in (0..outline.headings.len()).filter(is_session) {
        let within = &outline.places[heading].body;
        let part = |class: &str| {
            (heading + 1..outline.headings.len())
                .take_while(|&inner| outline.places[inner].token < within.end)
                .find(|&inner| outline.headings[inner].has_class(class))
        };
        let body = |part: usize| outline.places[part].body.clone();
        let plan = part("plan");
        let rows = plan.map_or(Vec::new(), |plan| read_steps(doc, body(plan)));
        let notes = part("notes").map(|notes| read_notes(doc, body(notes)));
        sessions.push(SessionDraft { heading, plan, rows, notes });
    }
    sessions
}

/// `**Preparation (20 minutes).** Print the cards.` → `Preparation`
fn read_notes(doc: &Document, body: Range<usize>) -> Vec<String> {
    let opens_bold = |&place: &usize| {
        matches!(doc.tokens[place].event, Event::Start(Tag::Paragraph))
            && matches!(doc.tokens[place + 1].event, Event::Start(Tag::Strong))
    };
    let is_word = |found: char| found.is_alphanumeric() || matches!(found, ' ' | '-' | '\'' | '’');
    let bold = doc.outermost(body).filter(opens_bold).map(|place| text::plain(doc.whole(place + 1)));
    let heads =
        bold.map(|text| text.split(|found| !is_word(found)).next().unwrap_or_default().trim_end().to_owned());
    heads.filter(|head| !head.is_empty()).collect()
}

fn read_steps(doc: &Document, body: Range<usize>) -> Vec<StepDraft> {
    let is_table = |&place: &usize| matches!(doc.tokens[place].event, Event::Start(Tag::Table(_)));
    let Some(table) = doc.outermost(body).find(is_table) else { return Vec::new() };
    let mut rows = Vec::new();
    for row in doc.outermost(table + 1..doc.tokens[table].close) {
        if !matches!(doc.tokens[row].event, Event::Start(Tag::TableRow)) {
            continue;
        }
        let cell = |column: usize| {
            let place = doc.outermost(row + 1..doc.tokens[row].close).nth(column)?;
            Some((text::plain(doc.whole(place)), doc.trimmed(doc.tokens[place].span.clone())))
        };
        let Some((minutes, minutes_span)) = cell(0) else { continue };
        rows.push(StepDraft {
            minutes: minutes.parse().ok(),
            minutes_span,
            learners: cell(2),
            span: doc.trimmed(doc.tokens[row].span.clone()),
        });
    }
    rows
}

pub(crate) fn read_entries(doc: &Document, outline: &Outline, drafts: &[SessionDraft], page: &mut Page) {
    for draft in drafts {
        page.sessions.push(session(page, draft));
    }
    for (heading, place) in page.headings.iter().zip(&outline.places) {
        let id = || heading.id.clone().unwrap_or_else(|| text::automatic_id(&heading.title));
        let (title, span) = (heading.title.clone(), heading.span.clone());
        if heading.has_class("outcome") {
            let level = heading.attributes.get("level").and_then(|name| Level::from_name(name));
            page.outcomes.push(Outcome { id: id(), title, level, span });
        } else if heading.has_class("term") {
            let also = heading.attributes.get("also").map_or(Vec::new(), |value| further_forms(value));
            let discouraged = heading.attributes.get("not").map_or(Vec::new(), |value| further_forms(value));
            let discouraged = discouraged.iter().map(|word| word.to_lowercase()).collect();
            let definition = first_paragraph(doc, place.body.clone());
            let is_linked = !heading.has_class("nolink");
            page.terms.push(Term { id: id(), title, also, discouraged, is_linked, definition, span });
        } else if heading.has_class("source") {
            let status = match heading.attributes.get("status").map(String::as_str) {
                Some("read") => SourceStatus::Read,
                _ => SourceStatus::ToCheck,
            };
            page.sources.push(SourceEntry { id: id(), title, status, span });
        }
    }
}

fn session(page: &Page, draft: &SessionDraft) -> Session {
    let heading = &page.headings[draft.heading];
    let outcomes = heading.attributes.get("outcomes").map_or("", String::as_str);
    Session {
        id: heading.id.clone().unwrap_or_else(|| text::automatic_id(&heading.title)),
        title: heading.title.clone(),
        minutes: heading.attributes.get("minutes").and_then(|value| value.parse().ok()).unwrap_or(0),
        outcomes: outcomes.split(',').filter(|id| !id.is_empty()).map(str::to_owned).collect(),
        cuts: cuts(heading).unwrap_or_default(),
        steps: draft
            .rows
            .iter()
            .filter_map(|row| row.minutes.map(|minutes| (minutes, row.minutes_span.clone())))
            .collect(),
        longest_activity: draft
            .rows
            .iter()
            .filter(|row| row.is_activity())
            .filter_map(|row| row.minutes)
            .max()
            .unwrap_or(0),
        notes: draft.notes.clone(),
        span: heading.span.clone(),
    }
}

/// `law-enforcement|police`: a hyphen stands for a space, because a value holds none.
fn further_forms(value: &str) -> Vec<String> {
    let forms = value.trim_matches('"').split('|').map(|form| form.replace('-', " ").trim().to_owned());
    forms.filter(|form| !form.is_empty()).collect()
}

fn first_paragraph(doc: &Document, body: Range<usize>) -> String {
    let is_paragraph = |&place: &usize| matches!(doc.tokens[place].event, Event::Start(Tag::Paragraph));
    let is_heading = |place: &usize| matches!(doc.tokens[*place].event, Event::Start(Tag::Heading { .. }));
    let found = doc.outermost(body).take_while(|place| !is_heading(place)).find(is_paragraph);
    found.map_or(String::new(), |place| text::plain(doc.whole(place)))
}
