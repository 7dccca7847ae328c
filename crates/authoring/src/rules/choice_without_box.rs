use super::{Check, Findings, Group, ItemView, Rule, fixture};
use crate::diagnostic::Severity;

pub(super) static RULE: Rule = Rule {
    name: "choice-without-box",
    group: Group::Syntax,
    severity: Severity::Error,
    summary: "a line of a task list has no box",
    doc: "\
In a list with boxes, a line without one is most often `[]` or `[ x]` or `-[x]`: a slip that turns the key into a distractor.
The box is `[ ]` or `[x]` with a space behind it.",
    bad: fixture!("choice-without-box/bad.md"),
    good: fixture!("choice-without-box/good.md"),
    fixable: false,
    check: Check::Item(check),
};

fn check(item: &ItemView, out: &mut Findings) {
    for choice in item.draft.choices().iter().filter(|choice| choice.tick.is_none()) {
        let bare = choice.text.trim();
        // An empty choice has a rule of its own.
        if !bare.is_empty() && !matches!(bare, "[ ]" | "[x]" | "[X]" | "[]") {
            out.add(
                choice.span.clone(),
                "a choice has no box",
                "a line without box",
                "write `- [ ]` or `- [x]` before it, with a space behind the box",
            );
        }
    }
}
