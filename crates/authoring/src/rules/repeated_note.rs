use super::{Check, Findings, Group, ItemView, Rule, fixture};
use crate::diagnostic::{Place, Severity};

pub(super) static RULE: Rule = Rule {
    name: "repeated-note",
    group: Group::Syntax,
    severity: Severity::Warning,
    summary: "a question has two hints or two rationales",
    doc: "\
One `> [!TIP]` is the hint, one `> [!NOTE]` the rationale.
Two of a kind are shown together, which is seldom meant: often one of them belongs to the next question.",
    bad: fixture!("repeated-note/bad.md"),
    good: fixture!("repeated-note/good.md"),
    fixable: false,
    check: Check::Item(check),
};

fn check(item: &ItemView, out: &mut Findings) {
    for (what, notes) in [("hint", &item.draft.hints), ("rationale", &item.draft.rationales)] {
        if let [first, second, ..] = notes.as_slice() {
            let finding = out.add(
                second.span.clone(),
                format!("the question has a second {what}"),
                format!("another {what}"),
                "join the two, or move one to its question",
            );
            finding.also = Some(Place {
                path: item.view.page.path.clone(),
                span: first.span.clone(),
                label: format!("the first {what}"),
            });
        }
    }
}
