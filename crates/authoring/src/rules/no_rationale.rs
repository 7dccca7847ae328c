use super::{Check, Findings, Group, ItemView, Rule, fixture};
use crate::diagnostic::Severity;

pub(super) static RULE: Rule = Rule {
    name: "no-rationale",
    group: Group::Syntax,
    severity: Severity::Warning,
    summary: "a question has no rationale",
    doc: "\
The rationale says why the key is right for anyone who answered, and leads back to the passage that says so.
It is the `> [!NOTE]` of the question.",
    bad: fixture!("no-rationale/bad.md"),
    good: fixture!("no-rationale/good.md"),
    fixable: false,
    check: Check::Item(check),
};

fn check(item: &ItemView, out: &mut Findings) {
    if item.item.rationale.is_none() {
        out.add(
            item.heading().text.clone(),
            "the question has no rationale",
            "this question",
            "add `> [!NOTE]` with the reason and a link to the passage",
        );
    }
}
