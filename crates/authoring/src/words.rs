//! Words of a stretch of the page, with their places.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use crate::page::Span;
use crate::tokens::Document;

pub(crate) struct Word<'t> {
    pub text: &'t str,
    pub span: Span,
    /// First of a sentence.
    pub is_first: bool,
}

/// The words of running text; code is left out. A word cut in two by marks counts as two.
pub(crate) fn words<'t>(doc: &'t Document, range: Range<usize>) -> Vec<Word<'t>> {
    let mut words = Vec::new();
    let mut is_first = true;
    let mut code_blocks = 0;
    for token in &doc.tokens[range] {
        match &token.event {
            Event::Start(Tag::CodeBlock(_)) => code_blocks += 1,
            Event::End(TagEnd::CodeBlock) => code_blocks -= 1,
            Event::End(
                TagEnd::Paragraph | TagEnd::Item | TagEnd::TableCell | TagEnd::Heading(_) | TagEnd::BlockQuote(_),
            ) => is_first = true,
            Event::Text(text) if code_blocks == 0 => {
                // Text that differs from its source is a single sign: an entity or a quotation mark.
                if doc.text[token.span.clone()] != **text {
                    continue;
                }
                push_words(&mut words, &doc.text[token.span.clone()], token.span.start, &mut is_first);
            }
            _ => {}
        }
    }
    words
}

fn push_words<'t>(words: &mut Vec<Word<'t>>, text: &'t str, offset: usize, is_first: &mut bool) {
    let mut start = None;
    for (at, found) in text.char_indices().chain([(text.len(), ' ')]) {
        match (found.is_alphanumeric(), start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                let span = offset + from..offset + at;
                words.push(Word { text: &text[from..at], span, is_first: std::mem::take(is_first) });
                start = None;
            }
            _ => {}
        }
        if matches!(found, '.' | '?' | '!' | '؟' | ':') {
            *is_first = true;
        }
    }
}

/// Lower-case words parted by single spaces: what is left to compare when punctuation is set aside.
pub(crate) fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for found in text.chars() {
        if found.is_ascii_alphanumeric() {
            out.push(found.to_ascii_lowercase());
        } else if !found.is_ascii() && found.is_alphanumeric() {
            out.extend(found.to_lowercase().filter(|lower| lower.is_alphanumeric()));
        } else if !out.is_empty() && !out.ends_with(' ') {
            out.push(' ');
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// Whether folded `text` holds folded `phrase` at word boundaries.
pub(crate) fn holds_phrase(text: &str, phrase: &str) -> bool {
    !phrase.is_empty()
        && text.match_indices(phrase).any(|(at, _)| {
            let end = at + phrase.len();
            (at == 0 || text.as_bytes()[at - 1] == b' ') && (end == text.len() || text.as_bytes()[end] == b' ')
        })
}
