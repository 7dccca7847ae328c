use super::{Check, Findings, Group, ItemView, Rule, fixture};
use crate::diagnostic::Severity;

pub(super) static RULE: Rule = Rule {
    name: "block-in-choice",
    group: Group::Syntax,
    severity: Severity::Warning,
    summary: "a choice holds more than running text",
    doc: "\
Choices are read against each other, so they are short and alike.
A list, a table or a block of code inside one is shown as running text; put it into the stem and refer to it.",
    bad: fixture!("block-in-choice/bad.md"),
    good: fixture!("block-in-choice/good.md"),
    fixable: false,
    check: Check::Item(check),
};

fn check(item: &ItemView, out: &mut Findings) {
    for part in item.draft.choices().iter().chain(item.draft.entries()) {
        let list = part.list.as_ref().filter(|list| !list.has_boxes);
        let found = list.map(|list| ("a list", &list.span));
        if let Some((what, span)) = found.or(part.block.as_ref().map(|(what, span)| (*what, span))) {
            out.add(
                span.clone(),
                format!("{what} inside a choice is shown as running text"),
                what,
                "move it into the stem and refer to it",
            );
        }
    }
}
