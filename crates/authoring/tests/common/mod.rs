//! Markdown-like texts for the property tests, and what holds for every text.

// Each test program uses its part.
#![allow(dead_code)]

use std::ops::Range;
use std::path::Path;

use compendium_authoring::diagnostic::Diagnostic;
use compendium_authoring::fix::apply_fixes;
use compendium_authoring::lines::Lines;
use compendium_authoring::{Page, check_book, read_page};
use proptest::prelude::*;

/// Pieces of Markdown, whole and broken, in several scripts.
pub const PIECES: &[&str] = &[
    "# ",
    "## ",
    "### ",
    "#### ",
    "Title",
    "Check yourself",
    " {#a}",
    " {#b .quiz pass=80}",
    " {#c .case}",
    " {.order}",
    " {#d .match outcome=o-1}",
    " {#e .numeric level=apply}",
    " {#f .text}",
    " {#g .essay points=3}",
    " {#unclosed",
    " {}",
    " {#s .session minutes=30}",
    " {.plan}",
    " {#t .session minutes=9 outcomes=,é,,ط}",
    " {#o-1 .outcome level=apply}",
    " {#term-x .term also=y|z}",
    " {#src .source}",
    " {#m .template}",
    " {#n .fill}",
    " {.variables}",
    "{{ a.b }}",
    "{{é.b }",
    "`a.b`\n: Label; note. Example: x",
    "{",
    "}",
    "- ",
    "- [ ] ",
    "- [x] ",
    "  - [x] ",
    "* ",
    "1. ",
    "2) ",
    "> ",
    "  > ",
    "> [!NOTE]\n",
    "> [!TIP]\n",
    "   > ",
    "| a | b |\n|---|---|\n",
    "| 1 | 2 | 3 |\n",
    "|",
    "| |",
    "|--",
    "Answer\n: ",
    ": ",
    "85 ± 1 %",
    "±",
    "`",
    "```",
    "~~~\n",
    "    ",
    "\t",
    "<b>",
    "</b>",
    "<script>alert(1)</script>",
    "<!-- ",
    "-->",
    "<div onclick=x>\n",
    "&amp;",
    "&#9;",
    "&",
    "[",
    "]",
    "[x](javascript:alert(1))",
    "[a](b.md#c)",
    "](",
    "<https://a.b>",
    "![i](a.svg \"t\")",
    "![",
    "[^1]",
    "[^1]: note",
    "[^",
    "[ref]: x",
    "*",
    "**",
    "_",
    "~~",
    "'",
    "\"",
    "--",
    "...",
    "\\",
    "not",
    "always",
    "all of the above",
    "Which is not",
    "é",
    "ط",
    "🙂",
    "\u{301}",
    "\u{feff}",
    "\u{0}",
    "\u{a0}",
    "\u{2028}",
    "\n",
    "\n",
    "\n\n",
    "\n\n",
    "\r\n",
    "\r\n\r\n",
    "\r",
    " ",
    " ",
    "  \n",
    "---",
    "===",
];

pub fn soup() -> impl Strategy<Value = String> {
    proptest::collection::vec(proptest::sample::select(PIECES), 0..60).prop_map(|pieces| pieces.concat())
}

/// Fixtures and authors' pages with a few random edits.
pub fn edited() -> impl Strategy<Value = String> {
    let texts = all_texts();
    let edit = (any::<prop::sample::Index>(), 0..12_usize, proptest::sample::select(PIECES));
    let edits = proptest::collection::vec(edit, 0..6);
    (proptest::sample::select(texts), edits, any::<bool>()).prop_map(|(mut text, edits, windows)| {
        if windows {
            text = text.replace('\n', "\r\n");
        }
        for (at, length, piece) in edits {
            let at = boundary(&text, at.index(text.len() + 1));
            let end = boundary(&text, (at + length).min(text.len()));
            text.replace_range(at..end.max(at), piece);
        }
        text
    })
}

pub fn all_texts() -> Vec<String> {
    let mut texts = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures")];
    while let Some(folder) = folders.pop() {
        for path in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "md") {
                texts.push(std::fs::read_to_string(path).unwrap());
            }
        }
    }
    texts.sort();
    texts
}

fn boundary(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at += 1;
    }
    at
}

/// Reads and checks a text; every place that comes out lies in it, on character boundaries.
pub fn read_soundly(text: &str) -> (Page, Vec<Diagnostic>) {
    let (page, mut found) = read_page("soup.md", text);
    found.extend(check_book(std::slice::from_ref(&page), &|path: &str| path.ends_with(".svg")));
    for span in spans(&page) {
        assert!(text.get(span.clone()).is_some(), "{span:?} of {text:?}");
    }
    let lines = Lines::new(text);
    for finding in &found {
        let places = finding.also.iter().map(|also| &also.span).chain(finding.fix.iter().map(|fix| &fix.span));
        for span in std::iter::once(&finding.span).chain(places) {
            assert!(text.get(span.clone()).is_some(), "{finding:?} of {text:?}");
            let position = lines.position(span.start);
            assert!(position.line <= lines.n_lines() && position.column >= 1);
        }
    }
    let (mended, _) = apply_fixes(text, &found);
    assert!(mended.len() + 1 >= text.len().min(1));
    (page, found)
}

fn spans(page: &Page) -> Vec<Range<usize>> {
    let mut spans = page.prose.clone();
    for heading in &page.headings {
        spans.extend([heading.span.clone(), heading.text.clone(), heading.section.clone()]);
        spans.extend(heading.attribute_span.clone());
        spans.extend(heading.id_span.clone());
        spans.extend(heading.value_spans.values().cloned());
    }
    for item in page.quizzes.iter().flat_map(|block| &block.items) {
        spans.push(item.section.clone());
        spans.extend(item.hint.clone());
        spans.extend(item.rationale.clone());
        for part in &item.parts {
            spans.push(part.span.clone());
            spans.extend(part.feedback.clone());
        }
    }
    spans.extend(page.outcomes.iter().map(|outcome| outcome.span.clone()));
    for session in &page.sessions {
        spans.push(session.span.clone());
        spans.extend(session.steps.iter().map(|(_, span)| span.clone()));
    }
    spans.extend(page.terms.iter().map(|term| term.span.clone()));
    spans.extend(page.sources.iter().map(|source| source.span.clone()));
    spans.extend(page.variables.iter().map(|variable| variable.span.clone()));
    if let Some(template) = &page.template {
        spans.extend(template.uses.iter().map(|used| used.span.clone()));
    }
    spans.extend(page.links.iter().map(|link| link.span.clone()));
    spans.extend(page.images.iter().map(|image| image.span.clone()));
    spans.extend(page.footnotes.iter().map(|footnote| footnote.span.clone()));
    spans.extend(page.footnote_uses.iter().map(|(_, span)| span.clone()));
    spans
}
