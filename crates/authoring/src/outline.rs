//! Headings with their attributes and the sections that they open.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use crate::attributes::{Attribute, AttributeKind, find_block, read_block};
use crate::page::{Heading, Span};
use crate::text;
use crate::tokens::Document;

pub(crate) struct Outline {
    pub headings: Vec<Heading>,
    /// One a heading.
    pub places: Vec<HeadingPlace>,
    /// Every id that a link can reach.
    pub anchors: Vec<String>,
}

pub(crate) struct HeadingPlace {
    /// Of its start in [`Document::tokens`].
    pub token: usize,
    /// Tokens of its section, the heading itself left out.
    pub body: Range<usize>,
    /// Within a list or a quotation: it opens no section of the page.
    pub is_nested: bool,
    pub attributes: Vec<Attribute>,
}

/// A heading whose section has not ended yet.
struct Open {
    heading: usize,
    depth: usize,
    level: u8,
}

impl Outline {
    pub fn read(doc: &Document) -> Outline {
        let mut outline = Outline { headings: Vec::new(), places: Vec::new(), anchors: Vec::new() };
        let mut automatic = AutomaticIds::default();
        let mut open: Vec<Open> = Vec::new();
        let mut depth = 0;
        for (place, token) in doc.tokens.iter().enumerate() {
            match &token.event {
                Event::Start(Tag::Heading { level, .. }) => {
                    let level = *level as u8;
                    while let Some(last) = open.last()
                        && last.depth == depth
                        && last.level >= level
                    {
                        outline.close(open.pop(), token.span.start, place);
                    }
                    open.push(Open { heading: outline.headings.len(), depth, level });
                    outline.push(doc, place, depth > 0);
                    outline.anchor(&mut automatic);
                    depth += 1;
                }
                Event::Start(Tag::DefinitionListTitle) => {
                    let title = text::plain(doc.whole(place));
                    outline.anchors.push(automatic.next(&title));
                    depth += 1;
                }
                Event::Start(_) => depth += 1,
                Event::End(end) => {
                    depth -= 1;
                    while !matches!(end, TagEnd::Heading(_))
                        && let Some(last) = open.last()
                        && last.depth > depth
                    {
                        outline.close(open.pop(), token.span.end, place);
                    }
                }
                Event::Html(html) | Event::InlineHtml(html) => html_ids(html, &mut outline.anchors),
                Event::FootnoteReference(label) => outline.anchors.push(format!("footnote-{label}")),
                _ => {}
            }
        }
        while let Some(last) = open.pop() {
            outline.close(Some(last), doc.text.len(), doc.tokens.len());
        }
        outline.anchors.sort_unstable();
        outline.anchors.dedup();
        outline
    }

    fn close(&mut self, open: Option<Open>, end: usize, token: usize) {
        if let Some(open) = open {
            let section = &mut self.headings[open.heading].section;
            section.end = end.max(section.start);
            self.places[open.heading].body.end = token;
        }
    }

    fn push(&mut self, doc: &Document, place: usize, is_nested: bool) {
        let token = &doc.tokens[place];
        let Event::Start(Tag::Heading { level, id, classes, attrs }) = &token.event else { return };
        let span = doc.trimmed(token.span.clone());
        let text = text_span(doc, place, &span);
        let has_block = id.is_some() || !classes.is_empty() || !attrs.is_empty();
        let attribute_span = if has_block { find_block(doc.text, text.end..span.end) } else { None };
        let mut attributes = BTreeMap::new();
        for (key, value) in attrs {
            attributes.insert(key.to_string(), value.as_deref().unwrap_or_default().to_owned());
        }
        let pieces = attribute_span.as_ref().map_or(Vec::new(), |block| read_block(doc.text, block));
        let keys = pieces.iter().filter(|piece| piece.kind == AttributeKind::Key);
        let value_spans = keys.map(|piece| (piece.name.clone(), piece.value_span())).collect();
        // Of two ids the last holds, as on the page.
        let id_span = pieces.iter().rfind(|piece| piece.kind == AttributeKind::Id).map(|piece| piece.span.clone());
        self.headings.push(Heading {
            level: *level as u8,
            id: id.as_deref().map(str::to_owned),
            classes: classes.iter().map(|class| class.to_string()).collect(),
            attributes,
            title: text::plain(doc.whole(place)),
            section: span.start..span.end,
            span,
            text,
            attribute_span,
            id_span,
            value_spans,
        });
        let body = token.close + 1..token.close + 1;
        self.places.push(HeadingPlace { token: place, body, is_nested, attributes: pieces });
    }

    fn anchor(&mut self, automatic: &mut AutomaticIds) {
        let Some(heading) = self.headings.last() else { return };
        let anchor = match &heading.id {
            Some(id) => id.clone(),
            None => automatic.next(&heading.title),
        };
        self.anchors.push(anchor);
    }
}

/// Ids as mdBook 0.5 makes and numbers them; those that an author wrote are not counted.
#[derive(Default)]
struct AutomaticIds {
    used: HashSet<String>,
    /// The last number given for each title.
    counts: HashMap<String, u32>,
}

impl AutomaticIds {
    fn next(&mut self, title: &str) -> String {
        let id = text::automatic_id(title);
        if self.used.insert(id.clone()) {
            return id;
        }
        let count = self.counts.entry(id.clone()).or_default();
        loop {
            *count += 1;
            let numbered = format!("{id}-{count}");
            if self.used.insert(numbered.clone()) {
                return numbered;
            }
        }
    }
}

fn text_span(doc: &Document, place: usize, heading: &Span) -> Span {
    let inside = &doc.tokens[place + 1..doc.tokens[place].close];
    match (inside.first(), inside.iter().map(|token| token.span.end).max()) {
        (Some(first), Some(end)) => {
            let start = first.span.start.clamp(heading.start, heading.end);
            doc.trimmed(start..end.clamp(start, heading.end))
        }
        _ => {
            let marks = doc.text[heading.clone()].find(|found| found != '#').unwrap_or(heading.len());
            let at = heading.start + marks;
            at..at
        }
    }
}

/// The values of `id` and `name` in raw HTML, so that a link to one of them is not called dead.
fn html_ids(html: &str, anchors: &mut Vec<String>) {
    let mut pieces = html.split(['"', '\'']).peekable();
    while let Some(before) = pieces.next() {
        let before = before.trim_end();
        let names = before.strip_suffix('=').map(str::trim_end);
        if names.is_some_and(|names| names.ends_with(" id") || names.ends_with(" name"))
            && let Some(value) = pieces.next()
        {
            anchors.push(value.to_owned());
        }
    }
}
