//! Edits to a text, collected by place and applied at once. A build never writes into sources; it edits a copy.

use std::ops::Range;

/// One edit. Insertions are replacements of an empty range.
#[derive(Debug)]
struct Edit {
    span: Range<usize>,
    /// Among edits at one place: closings (inner first), then openings (outer first).
    rank: i64,
    text: String,
}

#[derive(Debug, Default)]
pub struct Splice {
    edits: Vec<Edit>,
}

impl Splice {
    pub fn replace(&mut self, span: Range<usize>, text: impl Into<String>) {
        self.edits.push(Edit { span, rank: 0, text: text.into() });
    }

    pub fn insert(&mut self, at: usize, text: impl Into<String>) {
        self.replace(at..at, text);
    }

    /// Wraps a section: what opened first closes last.
    pub fn wrap(&mut self, section: Range<usize>, open: impl Into<String>, close: impl Into<String>) {
        let start = section.start as i64;
        self.edits.push(Edit { span: section.start..section.start, rank: 1 + start, text: open.into() });
        self.edits.push(Edit { span: section.end..section.end, rank: i64::MIN / 2 - start, text: close.into() });
    }

    /// The text with all edits. An edit inside a stretch that another edit replaced is dropped: the outer one has
    /// spoken for that stretch.
    pub fn apply(mut self, text: &str) -> String {
        self.edits.sort_by_key(|edit| (edit.span.start, edit.rank, std::cmp::Reverse(edit.span.end)));
        let grown: usize = self.edits.iter().map(|edit| edit.text.len()).sum();
        let mut out = String::with_capacity(text.len() + grown);
        let mut at = 0;
        for edit in &self.edits {
            if edit.span.start < at {
                continue;
            }
            out.push_str(&text[at..edit.span.start]);
            out.push_str(&edit.text);
            at = edit.span.end;
        }
        out.push_str(&text[at..]);
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sections_nest_and_close_in_order() {
        let mut splice = Splice::default();
        splice.wrap(0..6, "<a>", "</a>");
        splice.wrap(2..6, "<b>", "</b>");
        splice.wrap(6..8, "<c>", "</c>");
        assert_eq!(splice.apply("012345678"), "<a>01<b>2345</b></a><c>67</c>8");
    }

    #[test]
    fn a_replaced_stretch_swallows_the_edits_in_it() {
        let mut splice = Splice::default();
        splice.replace(3..4, "inner");
        splice.replace(2..6, "OUTER");
        splice.insert(8, "!");
        assert_eq!(splice.apply("0123456789"), "01OUTER67!89");
    }
}
