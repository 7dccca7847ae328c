use pulldown_cmark::{Event, Tag};

use super::{Check, Findings, Group, ItemView, Rule, fixture};
use crate::diagnostic::Severity;
use crate::names::with_article;

pub(super) static RULE: Rule = Rule {
    name: "empty-choice",
    group: Group::Syntax,
    severity: Severity::Error,
    summary: "a choice or entry has no text",
    doc: "\
An empty choice would be shown as an empty line with a box.
Most often a half-finished line was left behind.",
    bad: fixture!("empty-choice/bad.md"),
    good: fixture!("empty-choice/good.md"),
    fixable: false,
    check: Check::Item(check),
};

fn check(item: &ItemView, out: &mut Findings) {
    let doc = item.view.doc;
    let parts = item.draft.choices().iter().map(|part| (part, "choice"));
    let parts = parts.chain(item.draft.entries().iter().map(|part| (part, "entry")));
    for (part, what) in parts {
        let bare = part.text.trim();
        // A box without a space behind it is read as text.
        let is_box = part.tick.is_none() && matches!(bare, "[ ]" | "[x]" | "[X]" | "[]");
        let has_image = doc.tokens[part.tokens.clone()]
            .iter()
            .any(|token| matches!(token.event, Event::Start(Tag::Image { .. })));
        if (bare.is_empty() || is_box) && !has_image {
            out.add(
                part.span.clone(),
                format!("the {what} is empty"),
                format!("{} without text", with_article(what)),
                "write its text or remove the line",
            );
        }
    }
}
