use super::{Check, Findings, Group, ItemView, Rule, fixture};
use crate::diagnostic::Severity;

pub(super) static RULE: Rule = Rule {
    name: "nested-choices",
    group: Group::Syntax,
    severity: Severity::Error,
    summary: "a choice holds boxes of its own",
    doc: "\
Choices stand at one level.
Boxes in a list inside a choice would not be asked, and a key among them would be lost; the usual cause is a line that was indented too far.",
    bad: fixture!("nested-choices/bad.md"),
    good: fixture!("nested-choices/good.md"),
    fixable: false,
    check: Check::Item(check),
};

fn check(item: &ItemView, out: &mut Findings) {
    for part in item.draft.choices().iter().chain(item.draft.entries()) {
        if let Some(list) = part.list.as_ref().filter(|list| list.has_boxes) {
            out.add(
                list.span.clone(),
                "boxes inside a choice are not asked",
                "a task list inside a choice",
                "move its lines to the left, or make it a question of its own",
            );
        }
    }
}
