use super::{Check, Findings, Group, ItemView, Rule, fixture};
use crate::diagnostic::Severity;
use crate::draft::Form;
use crate::quiz::points;

pub(super) static RULE: Rule = Rule {
    name: "rubric-points",
    group: Group::Syntax,
    severity: Severity::Error,
    summary: "the points of a criterion are no whole number",
    doc: "\
Points are whole numbers from 1: halves invite haggling, and a criterion worth nothing is not a criterion.",
    bad: fixture!("rubric-points/bad.md"),
    good: fixture!("rubric-points/good.md"),
    fixable: false,
    check: Check::Item(check),
};

fn check(item: &ItemView, out: &mut Findings) {
    let (Form::Essay, Some((head, rows))) = (item.draft.form, item.draft.table()) else { return };
    if head.len() != 3 {
        return;
    }
    for cell in rows.iter().filter_map(|row| row.get(1)).filter(|cell| points(&cell.text).is_none()) {
        out.add(
            cell.span.clone(),
            format!("the points \u{201c}{}\u{201d} are no whole number from 1", cell.text),
            "points of this criterion",
            "write a whole number",
        );
    }
}
