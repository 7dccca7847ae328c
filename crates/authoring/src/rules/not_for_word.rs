use pulldown_cmark::{Event, Tag};

use super::{Check, Findings, Group, PageView, Rule, fixture};
use crate::diagnostic::Severity;
use crate::template::document_tokens;

pub(super) static RULE: Rule = Rule {
    name: "not-for-word",
    group: Group::Syntax,
    severity: Severity::Error,
    summary: "a document holds something that cannot be saved for a word processor",
    doc: "\
The document of a template is saved as a file of its own: headings, paragraphs, bold, italics, lists and tables.
A link, a footnote or a figure would lead out of it to a page that the reader of the file does not have.",
    bad: fixture!("not-for-word/bad.md"),
    good: fixture!("not-for-word/good.md"),
    fixable: false,
    check: Check::Page(check),
};

fn check(view: &PageView, out: &mut Findings) {
    let Some(template) = &view.page.template else { return };
    let tokens = document_tokens(view.outline, template.heading);
    let headings = &view.outline.places;
    let is_nested = |place: usize| {
        headings.binary_search_by_key(&place, |heading| heading.token).is_ok_and(|at| headings[at].is_nested)
    };
    let mut place = tokens.start;
    while place < tokens.end {
        let token = &view.doc.tokens[place];
        let what = match &token.event {
            Event::Start(Tag::Heading { .. }) if is_nested(place) => "a heading in a list",
            event => foreign(event).unwrap_or_default(),
        };
        place = if what.is_empty() { place + 1 } else { token.close + 1 };
        // One finding an element is enough.
        if !what.is_empty() && !view.source(&token.span).starts_with("</") {
            let message = format!("{what} cannot be saved in a document");
            let help = "use a heading, a paragraph, a list or a table, or move it above the document";
            out.add(view.doc.trimmed(token.span.clone()), message, "left out of the file", help);
        }
    }
}

/// What a document cannot hold.
fn foreign(event: &Event) -> Option<&'static str> {
    Some(match event {
        Event::Start(Tag::Image { .. }) => "an image",
        Event::Start(Tag::Link { .. }) => "a link",
        Event::Start(Tag::BlockQuote(_)) => "a quotation",
        Event::Start(Tag::CodeBlock(_)) | Event::Code(_) => "code",
        Event::Start(Tag::HtmlBlock) | Event::InlineHtml(_) | Event::Html(_) => "raw HTML",
        Event::Start(Tag::FootnoteDefinition(_)) | Event::FootnoteReference(_) => "a footnote",
        Event::Start(Tag::DefinitionList) => "a definition list",
        Event::Start(Tag::Strikethrough) => "struck text",
        Event::TaskListMarker(_) => "a box to tick",
        Event::Rule => "a dividing line",
        _ => return None,
    })
}
