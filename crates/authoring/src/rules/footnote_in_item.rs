use super::{Check, Findings, Group, ItemView, Rule, fixture};
use crate::diagnostic::Severity;

pub(super) static RULE: Rule = Rule {
    name: "footnote-in-item",
    group: Group::Syntax,
    severity: Severity::Warning,
    summary: "a question holds a footnote",
    doc: "\
Questions are also shown apart from their page, on paper and in an exam, where the note is not.
A question rests on the passage that its rationale links to; the footnote belongs there.",
    bad: fixture!("footnote-in-item/bad.md"),
    good: fixture!("footnote-in-item/good.md"),
    fixable: false,
    check: Check::Item(check),
};

fn check(item: &ItemView, out: &mut Findings) {
    for span in &item.draft.footnotes {
        out.add(
            span.clone(),
            "the footnote of a question is not shown",
            "left out",
            "move it to the passage that the rationale links to",
        );
    }
}
