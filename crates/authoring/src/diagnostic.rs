//! A finding about an author's text, as data: it is rendered in one place, the command line.

use std::ops::Range;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The page cannot be built as meant.
    Error,
    /// It can, and a learner or a reader would be worse off.
    Warning,
}

/// Spans are byte ranges of the file on disk and lie on character boundaries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// The rule's name: `no-key`.
    pub rule: &'static str,
    pub severity: Severity,
    /// Path relative to the book's `src`, with `/`.
    pub path: String,
    pub span: Range<usize>,
    /// Lower case, no full stop: what is.
    pub message: String,
    /// What the span is.
    pub label: String,
    /// An imperative: what to do.
    pub help: String,
    /// A second place in the same or another file, such as the first use of an id.
    pub also: Option<Place>,
    /// Where the remedy is mechanical.
    pub fix: Option<Fix>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    pub path: String,
    pub span: Range<usize>,
    pub label: String,
}

/// Replaces `span` by `replacement`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    pub span: Range<usize>,
    pub replacement: String,
}

impl Diagnostic {
    /// The order of every report: file, place, rule.
    pub fn sort(found: &mut [Diagnostic]) {
        found.sort_by(|a, b| {
            (&a.path, a.span.start, a.span.end, a.rule).cmp(&(&b.path, b.span.start, b.span.end, b.rule))
        });
    }
}
