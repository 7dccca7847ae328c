//! The parser's events of one file, with their places.
//!
//! Everything else in this crate reads these tokens; nothing looks for Markdown in the text itself.

use pulldown_cmark::{CowStr, Event, Options, Parser};

use crate::page::Span;

pub(crate) struct Document<'a> {
    /// The file as it is on disk, byte order mark included.
    pub text: &'a str,
    pub tokens: Vec<Token<'a>>,
}

pub(crate) struct Token<'a> {
    pub event: Event<'a>,
    /// Lies on character boundaries of [`Document::text`].
    pub span: Span,
    /// For a start, the place of its end in [`Document::tokens`]; for the others their own place.
    pub close: usize,
}

/// The set that mdBook 0.5 reads with, so that a text means the same here and on the page.
///
/// Smart punctuation is in it: it changes characters inside running text only, never the structure
/// (a property test holds this), and without it a question would show other quotation marks than the chapter.
fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_SMART_PUNCTUATION
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_GFM
}

impl<'a> Document<'a> {
    pub fn read(text: &'a str) -> Document<'a> {
        // mdBook drops the mark before it parses; the spans count it, because they point into the file.
        let body = text.strip_prefix('\u{feff}').unwrap_or(text);
        let offset = text.len() - body.len();
        let mut tokens: Vec<Token<'a>> = Vec::with_capacity((body.len() / 9).min(1 << 16));
        let mut open: Vec<usize> = Vec::new();
        for (event, range) in Parser::new_ext(body, options()).into_offset_iter() {
            let span = on_boundaries(text, range.start + offset..range.end + offset);
            let place = tokens.len();
            match &event {
                Event::Start(_) => open.push(place),
                Event::End(_) => {
                    if let Some(start) = open.pop() {
                        tokens[start].close = place;
                    }
                }
                Event::Text(piece) if is_source(text, &span, piece) => {
                    if let Some(last) = tokens.last_mut()
                        && last.span.end == span.start
                        && matches!(&last.event, Event::Text(before) if is_source(text, &last.span, before))
                    {
                        last.span.end = span.end;
                        last.event = Event::Text(CowStr::Borrowed(&text[last.span.clone()]));
                        continue;
                    }
                }
                _ => {}
            }
            tokens.push(Token { event, span, close: place });
        }
        Document { text, tokens }
    }

    /// The places of the outermost tokens among `range`: blocks, or the inline parts of a tight list item.
    pub fn outermost(&self, range: std::ops::Range<usize>) -> impl Iterator<Item = usize> + '_ {
        let mut at = range.start;
        std::iter::from_fn(move || {
            let place = at;
            (place < range.end).then(|| {
                at = self.tokens[place].close.max(place) + 1;
                place
            })
        })
    }

    /// From a start to its end, both included.
    pub fn whole(&self, start: usize) -> &[Token<'a>] {
        &self.tokens[start..=self.tokens[start].close]
    }

    /// `span` without white space at its ends.
    pub fn trimmed(&self, span: Span) -> Span {
        let slice = &self.text[span.clone()];
        let start = span.start + (slice.len() - slice.trim_start().len());
        start..(span.start + slice.trim_end().len()).max(start)
    }
}

/// Whether a piece of text is its stretch of the file itself, not an entity or a quotation mark put in its place.
fn is_source(text: &str, span: &Span, piece: &str) -> bool {
    piece.len() == span.len() && std::ptr::eq(piece.as_ptr(), text[span.clone()].as_ptr())
}

/// The parser's own spans have been off a boundary before (its issue 1142); a snippet must not panic for it.
fn on_boundaries(text: &str, span: Span) -> Span {
    let mut start = span.start.min(text.len());
    while !text.is_char_boundary(start) {
        start -= 1;
    }
    let mut end = span.end.clamp(start, text.len());
    while !text.is_char_boundary(end) {
        end += 1;
    }
    start..end
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The structure of a text: its events, text and its places left out.
    fn structure(text: &str, options: Options) -> Vec<String> {
        let mut found: Vec<String> = Vec::new();
        for event in Parser::new_ext(text, options) {
            let shown = match event {
                Event::Text(_) => "text".to_owned(),
                // Labels and titles are the author's own signs in both.
                other => format!("{other:?}"),
            };
            if shown != "text" || found.last().is_none_or(|last| last != "text") {
                found.push(shown);
            }
        }
        found
    }

    const PIECES: &[&str] = &[
        "'",
        "\"",
        "--",
        "---",
        "...",
        "a",
        "b c",
        " ",
        "\n",
        "\n\n",
        "# ",
        "- [x] ",
        "- ",
        "> ",
        "*",
        "**",
        "`",
        "|",
        "[",
        "](x)",
        "|a|b|\n|-|-|\n",
        ": ",
        "{#id .c}",
        "[^1]",
        "[^1]: ",
        "\\",
        "<b>",
        "1. ",
        "![",
        "~~",
    ];

    proptest! {
        #[test]
        fn smart_punctuation_changes_no_structure(pieces in proptest::collection::vec(proptest::sample::select(PIECES), 0..30)) {
            let text = pieces.concat();
            let plain = options() - Options::ENABLE_SMART_PUNCTUATION;
            prop_assert_eq!(structure(&text, options()), structure(&text, plain));
        }

        #[test]
        fn starts_know_their_ends(pieces in proptest::collection::vec(proptest::sample::select(PIECES), 0..30)) {
            let text = pieces.concat();
            let doc = Document::read(&text);
            for (place, token) in doc.tokens.iter().enumerate() {
                match &token.event {
                    Event::Start(tag) => {
                        prop_assert_eq!(&doc.tokens[token.close].event, &Event::End(tag.to_end()));
                    }
                    _ => prop_assert_eq!(token.close, place),
                }
            }
        }
    }
}
