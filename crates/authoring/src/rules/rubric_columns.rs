use super::{Check, Findings, Group, ItemView, Rule, fixture};
use crate::diagnostic::Severity;
use crate::draft::Form;

pub(super) static RULE: Rule = Rule {
    name: "rubric-columns",
    group: Group::Syntax,
    severity: Severity::Error,
    summary: "a rubric has not three columns",
    doc: "\
The writer of an essay marks it alone: criterion, points, and what earns them.
Without the third column the points are a guess.",
    bad: fixture!("rubric-columns/bad.md"),
    good: fixture!("rubric-columns/good.md"),
    fixable: false,
    check: Check::Item(check),
};

fn check(item: &ItemView, out: &mut Findings) {
    let (Form::Essay, Some((head, rows))) = (item.draft.form, item.draft.table()) else { return };
    if head.len() != 3 {
        let span = match head {
            [first, .., last] => first.span.start..last.span.end,
            _ => item.answer_span(),
        };
        let message = format!("the rubric has {} columns, not three", head.len());
        out.add(span, message, "these columns", "use three columns: criterion, points, what earns them");
    } else if rows.is_empty() {
        let help = "add a row for each criterion";
        out.add(item.answer_span(), "the rubric has no criterion", "no row", help);
    }
}
