use pulldown_cmark::{Event, Tag, TagEnd};

use super::{Check, Findings, Group, PageView, Rule, fixture};
use crate::diagnostic::Severity;
use crate::page::Span;

pub(super) static RULE: Rule = Rule {
    name: "footnote-undefined",
    group: Group::Syntax,
    severity: Severity::Error,
    summary: "a footnote is used and nowhere defined",
    doc: "\
A mark without a note is printed as `[^label]`, and the statement stands without its source.",
    bad: fixture!("footnote-undefined/bad.md"),
    good: fixture!("footnote-undefined/good.md"),
    fixable: false,
    check: Check::Page(check),
};

/// Longer ones are no labels but text that happens to have these signs.
const LONGEST_LABEL: usize = 80;

fn check(view: &PageView, out: &mut Findings) {
    let mut code = 0;
    for token in &view.doc.tokens {
        match &token.event {
            Event::Start(Tag::CodeBlock(_) | Tag::HtmlBlock) => code += 1,
            Event::End(TagEnd::CodeBlock | TagEnd::HtmlBlock) => code -= 1,
            // The parser leaves a mark without a note in the text.
            Event::Text(_) if code == 0 => find_marks(view, &token.span, out),
            _ => {}
        }
    }
}

fn find_marks(view: &PageView, span: &Span, out: &mut Findings) {
    let text = view.source(span);
    if !text.contains('[') {
        return;
    }
    for (at, _) in text.match_indices("[^") {
        let label = text[at + 2..].char_indices().take(LONGEST_LABEL).find(|(_, found)| *found == ']');
        let Some((length, _)) = label.filter(|(length, _)| *length > 0) else { continue };
        let label = &text[at + 2..at + 2 + length];
        let start = span.start + at;
        let is_escaped = view.doc.text[..start].ends_with('\\');
        if is_escaped || label.contains(|found: char| found.is_whitespace() || found == '[') {
            continue;
        }
        out.add(
            start..start + length + 3,
            format!("the footnote `{label}` is not defined on this page"),
            "a mark without a note",
            format!("add a paragraph `[^{label}]: …` at the end of the page"),
        );
    }
}
