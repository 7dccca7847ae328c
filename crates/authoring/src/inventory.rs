//! Links, images, footnotes, running text and words of a page.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use crate::page::{Footnote, Image, Link, Page, Span};
use crate::text::{self, WordCount};
use crate::tokens::Document;

/// Fills the lists of `page`. `apart` are the token ranges, in order, of quizzes and documents: no term is linked there.
pub(crate) fn take_inventory(doc: &Document, page: &mut Page, apart: &[Range<usize>]) {
    let mut words = WordCount::default();
    let mut shut = Shut::default();
    let mut apart = apart.iter().peekable();
    for (place, token) in doc.tokens.iter().enumerate() {
        while apart.peek().is_some_and(|range| range.end <= place) {
            apart.next();
        }
        let is_apart = apart.peek().is_some_and(|range| range.contains(&place));
        shut.step(&token.event);
        match &token.event {
            Event::Start(Tag::Link { .. }) => take_link(doc, page, place),
            // An image within the text of another is not shown.
            Event::Start(Tag::Image { .. }) if shut.images == 1 => take_image(doc, page, place),
            Event::Start(Tag::FootnoteDefinition(label)) => page.footnotes.push(Footnote {
                label: label.to_string(),
                span: doc.trimmed(token.span.clone()),
                links: Vec::new(),
            }),
            Event::FootnoteReference(label) => page.footnote_uses.push((label.to_string(), token.span.clone())),
            Event::Text(text) => {
                if !shut.is_code && !shut.is_image {
                    words.text(text);
                }
                if !shut.is_any() && !is_apart {
                    push_prose(&mut page.prose, &token.span);
                }
            }
            Event::Code(_) => {}
            Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link) => {}
            Event::Start(Tag::Emphasis | Tag::Strong | Tag::Strikethrough) => {}
            _ => words.gap(),
        }
    }
    page.words = words.words;
}

/// What keeps text from being running text.
#[derive(Default)]
struct Shut {
    is_code: bool,
    is_image: bool,
    is_heading: bool,
    is_link: bool,
    is_html: bool,
    is_definition_term: bool,
    footnotes: usize,
    images: usize,
}

impl Shut {
    fn step(&mut self, event: &Event) {
        match event {
            Event::Start(Tag::CodeBlock(_)) => self.is_code = true,
            Event::End(TagEnd::CodeBlock) => self.is_code = false,
            Event::Start(Tag::Image { .. }) => self.images += 1,
            Event::End(TagEnd::Image) => self.images -= 1,
            Event::Start(Tag::Heading { .. }) => self.is_heading = true,
            Event::End(TagEnd::Heading(_)) => self.is_heading = false,
            Event::Start(Tag::Link { .. }) => self.is_link = true,
            Event::End(TagEnd::Link) => self.is_link = false,
            Event::Start(Tag::HtmlBlock) => self.is_html = true,
            Event::End(TagEnd::HtmlBlock) => self.is_html = false,
            Event::Start(Tag::DefinitionListTitle) => self.is_definition_term = true,
            Event::End(TagEnd::DefinitionListTitle) => self.is_definition_term = false,
            Event::Start(Tag::FootnoteDefinition(_)) => self.footnotes += 1,
            Event::End(TagEnd::FootnoteDefinition) => self.footnotes -= 1,
            _ => return,
        }
        self.is_image = self.images > 0;
    }

    fn is_any(&self) -> bool {
        self.is_code
            || self.is_image
            || self.is_heading
            || self.is_link
            || self.is_html
            || self.is_definition_term
            || self.footnotes > 0
    }
}

/// Neighbours that touch in the file are one stretch, whatever the parser cut them at.
fn push_prose(prose: &mut Vec<Span>, span: &Span) {
    match prose.last_mut() {
        Some(last) if last.end == span.start => last.end = span.end,
        _ => prose.push(span.clone()),
    }
}

fn take_link(doc: &Document, page: &mut Page, place: usize) {
    let token = &doc.tokens[place];
    let Event::Start(Tag::Link { link_type, dest_url, .. }) = &token.event else { return };
    if let Some(footnote) = page.footnotes.last_mut()
        && footnote.span.contains(&token.span.start)
    {
        footnote.links.push(page.links.len());
    }
    let target = match link_type {
        LinkType::Email => format!("mailto:{dest_url}"),
        _ => dest_url.to_string(),
    };
    page.links.push(Link { target, span: token.span.clone(), text: text::plain(doc.whole(place)) });
}

fn take_image(doc: &Document, page: &mut Page, place: usize) {
    let token = &doc.tokens[place];
    let Event::Start(Tag::Image { dest_url, title, .. }) = &token.event else { return };
    let starts_paragraph = place > 0 && matches!(doc.tokens[place - 1].event, Event::Start(Tag::Paragraph));
    let ends_paragraph =
        matches!(doc.tokens.get(token.close + 1).map(|next| &next.event), Some(Event::End(TagEnd::Paragraph)));
    page.images.push(Image {
        target: dest_url.to_string(),
        title: title.to_string(),
        alt: text::plain(doc.whole(place)),
        span: token.span.clone(),
        is_block: starts_paragraph && ends_paragraph,
    });
}
