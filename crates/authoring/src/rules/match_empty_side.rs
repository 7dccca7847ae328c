use super::{Check, Findings, Group, ItemView, Rule, fixture};
use crate::diagnostic::Severity;
use crate::draft::Form;

pub(super) static RULE: Rule = Rule {
    name: "match-empty-side",
    group: Group::Syntax,
    severity: Severity::Error,
    summary: "a row of a matching question has no right side",
    doc: "\
A row with an empty *left* cell is a distractor: a right side that belongs to nothing.
A row with an empty *right* cell would be a left side without an answer.",
    bad: fixture!("match-empty-side/bad.md"),
    good: fixture!("match-empty-side/good.md"),
    fixable: false,
    check: Check::Item(check),
};

fn check(item: &ItemView, out: &mut Findings) {
    let (Form::Match, Some((_, rows))) = (item.draft.form, item.draft.table()) else { return };
    for row in rows {
        let [left, right] = row.as_slice() else { continue };
        if right.text.is_empty() {
            let span = if left.text.is_empty() { left.span.start..right.span.end } else { left.span.clone() };
            let help = "write what it belongs to into the second cell, or remove the row";
            out.add(span, "the row has no right side", "what does it belong to?", help);
        }
    }
}
